package extract_test

import (
	"slices"
	"testing"

	"entente.example/graph"
)

// Who holds which office where, in the word orders of dispatches and chronicles.
func TestOfficers(t *testing.T) {
	tests := []struct {
		name, text string
		want, not  []string // statements as line gives them
	}{
		{
			name: "the states of several", text: "The three military-run states of Mali, Burkina Faso and Niger quit Ecowas.",
			want: []string{
				"Burkina_Faso member_of Economic_Community_of_West_African_States affirmed",
				"Niger member_of Economic_Community_of_West_African_States affirmed",
			},
		},
		{
			name: "an attorney general of a country that has one as well as the United States",
			text: "Attorney General Tom Marvot attacked Uganda's budget in Nairobi. Kenya's senator Tom Keld spoke in Garissa. The Kenyan army said so.",
			not:  []string{"~Tom_Marvot member_of United_States affirmed", "United_States attacked Uganda_(territory) affirmed"},
		},
		{
			name: "ministers of several", text: "The foreign ministers of Kenya and Uganda condemned Chad.",
			want: []string{"Chad opposes Kenya affirmed", "Chad opposes Uganda affirmed"},
		},
		{
			name: "a second office behind a comma", text: "The victims included John Roe, a leader of the M23, and a member of the Hutu Front.",
			want: []string{"~John_Roe member_of March_23_Movement affirmed"}, not: []string{"~John_Roe member_of ~Hutu_Front affirmed"},
		},
		{
			name: "those counted among others", text: "The commanders of the M23 include John Roe and Jim Doe. Jack Poe is among the commanders of the RSF.",
			want: []string{
				"~Jim_Doe member_of March_23_Movement affirmed", "~John_Roe member_of March_23_Movement affirmed",
				"~Jack_Poe member_of Rapid_Support_Forces affirmed",
			},
		},
		{
			name: "officers among others, and a new one", text: "Several officials of the M23, including John Roe, fled. Hezbollah has a new commander, Jim Doe.",
			want: []string{"~John_Roe member_of March_23_Movement affirmed", "~Jim_Doe member_of Hezbollah affirmed"},
		},
		{
			name: "those of the army and the government", text: "Chad's army fought rebels near Faya. Army spokesman John Roe said so. Jim Doe, a presidential adviser, and police chief Jack Poe denied it. Army chief Joe Coe left.",
			want: []string{"~John_Roe member_of Chad affirmed", "~Jim_Doe member_of Chad affirmed", "~Jack_Poe member_of Chad affirmed", "~Joe_Coe member_of Chad affirmed"},
		},
		{
			name: "another state's army chief", text: "Chad's army fought rebels near Faya. Visits to Chad by Libya's top brass, including army chief John Roe, alarmed army chief Jim Doe. Army spokesman Joe Coe said so.",
			want: []string{"~Joe_Coe member_of Chad affirmed"}, not: []string{"~John_Roe member_of Chad affirmed"},
		},
		{
			name: "a spokesman of nobody", text: "Chad's army fought rebels near Faya. Company spokesman John Roe and rebel spokesman Jim Doe said so. Army spokesman Jack Poe denied it.",
			want: []string{"~Jack_Poe member_of Chad affirmed"}, not: []string{"~John_Roe member_of Chad affirmed", "~Jim_Doe member_of Chad affirmed"},
		},
		{
			name: "what the subject is, told first", text: "As leader of the M23, John Roe signed the deal. As an ally of Kenya, Uganda closed its embassy.",
			want: []string{"~John_Roe leads March_23_Movement affirmed", "Kenya allied_with Uganda affirmed"},
		},
		{
			name: "who commands a state's army and a group", text: "John Roe commands the Chadian army and the Hamza Division.",
			want: []string{"~John_Roe member_of Chad affirmed", "~John_Roe leads Hamza_Division affirmed"},
		},
		{
			name: "a leader in nobody's eyes", text: "John Roe is considered the leader of the M23.",
			want: []string{"~John_Roe leads March_23_Movement alleged"}, not: []string{"~John_Roe leads March_23_Movement affirmed"},
		},
		{
			name: "an ally in passing", text: "Kenya would work with its partners Uganda and Chad.",
			want: []string{"Kenya allied_with Uganda affirmed", "Chad allied_with Kenya affirmed"},
		},
		{
			name: "no ally", text: "Kenya is not an ally of Chad.",
			want: []string{"Chad allied_with Kenya denied"},
		},
		{
			name: "who of a list", text: "The cabinet includes Anna Roe and John Doe, who leads the Freedom Party.",
			want: []string{"~John_Doe leads ~Freedom_Party affirmed"},
			not:  []string{"~Anna_Roe leads ~Freedom_Party affirmed"},
		},
		{
			name: "the officer who", text: "John Roe, the general who commands the Eagles Front, spoke.",
			want: []string{"~John_Roe leads ~Eagles_Front affirmed"},
		},
		{
			name: "a rank behind the body", text: "Commander of the Eagles Front Lieutenant General John Roe spoke.",
			want: []string{"~John_Roe leads ~Eagles_Front affirmed"},
			not:  []string{"~John_Roe member_of ~Eagles_Front affirmed"},
		},
		{
			name: "the chief of a part", text: "Elie Hobeika, intelligence chief of the Lebanese Forces, fled.",
			want: []string{"Elie_Hobeika member_of Lebanese_Forces affirmed"},
			not:  []string{"Elie_Hobeika leads Lebanese_Forces affirmed"},
		},
		{
			name: "the counterpart of a head of government", text: "Prime Minister Rishi Sunak met his Chadian counterpart Zyxo Abecedo.",
			want: []string{"~Zyxo_Abecedo leads Chad affirmed"},
		},
		{
			name: "the counterpart of a minister", text: "US Defense Secretary Lloyd Austin met his Chadian counterpart Zyxo Abecedo.",
			want: []string{"~Zyxo_Abecedo member_of Chad affirmed"},
		},
		{
			name: "whose delegation", text: "Syria is at war. A Kenyan delegation headed by Deputy Prime Minister John Roe arrived.",
			want: []string{"~John_Roe member_of Kenya affirmed"},
			not:  []string{"~John_Roe member_of Syria affirmed"},
		},
		{
			name: "the chief staff officer", text: "Chief of the Defence Staff Admiral Sir Tony Radakin addressed troops.",
			want: []string{"Tony_Radakin member_of United_Kingdom affirmed"},
		},
		{
			name: "affairs that no list knows", text: "Chad agreed. John Roe was named minister of tribal reconciliation of Chad.",
			want: []string{"~John_Roe member_of Chad affirmed"},
		},
		{
			name: "who replaced whom", text: "Volodymyr Zelenskiy replaced Valerii Zaluzhnyi with Gen Oleksandr Syrskyi as commander-in-chief.",
			want: []string{"Oleksandr_Syrskyi member_of Ukraine affirmed", "Valerii_Zaluzhnyi member_of Ukraine affirmed"},
		},
		{
			name: "from whom he took over", text: "John Roe took over as prime minister of Chad from Jim Doe.",
			want: []string{"~John_Roe leads Chad affirmed", "~Jim_Doe leads Chad affirmed"},
		},
		{
			name: "to whom power went", text: "Gnassingbé Eyadéma handed power to his son, Faure Gnassingbé.",
			want: []string{"Faure_Gnassingbé leads Togo affirmed"},
		},
		{
			name: "ranks as agencies write them", text: "U.S. Army Col. John Roe and US Air Force Lt. Gen. Jeffrey Doe spoke. Iraqi Brig. Gen. Ahmed Roe fled.",
			want: []string{"~John_Roe member_of United_States affirmed", "~Jeffrey_Doe member_of United_States affirmed", "~Ahmed_Roe member_of Iraq affirmed"},
		},
		{
			name: "armed forces are no arms", text: "Libyan Armed Forces of the Government of National Unity fled.",
			not: []string{"Libya backs Government_of_National_Unity_(Libya) affirmed"},
		},
		{
			name: "member groups of what the text is about", text: "The Eagles Front was a rebel alliance in Syria. Member groups were the Yarmouk Army, the Hamza Division and Jaysh al-Ababil.",
			want: []string{"Hamza_Division member_of ~Eagles_Front_(Syria) affirmed"},
		},
		{
			name: "loyal to its chief", text: "The Eagles Front, loyal to John Roe, fought on.",
			want: []string{"~John_Roe leads ~Eagles_Front affirmed"},
		},
		{
			name: "whose wing he leads", text: "The Interahamwe, the youth wing of the MRND, led by John Roe, fled.",
			want: []string{"~John_Roe leads Interahamwe affirmed"}, not: []string{"~John_Roe leads MRND affirmed"},
		},
		{
			name: "the last of several, which includes", text: "Mauritania is a member of the African Union and the Arab Maghreb Union, which also includes Algeria and Libya.",
			want: []string{"Algeria member_of Arab_Maghreb_Union affirmed"}, not: []string{"Algeria member_of African_Union affirmed"},
		},
		{
			name: "an affiliate is no ally of where it is", text: "The Nusra Front, Syria's al-Qaeda affiliate, fled.",
			want: []string{"Al-Nusra_Front member_of Al-Qaeda affirmed"}, not: []string{"Al-Nusra_Front allied_with Syria affirmed", "Al-Nusra_Front member_of Syria affirmed"},
		},
		{
			name: "the ministry's spokeswoman", text: "Spokeswoman for the Russian Foreign Ministry Maria Zakharova said so.",
			want: []string{"Maria_Zakharova member_of Russia affirmed"},
		},
		{
			name: "those who kept their posts", text: "Damascus has a new cabinet. Asaad al-Shaibani and Murhaf Abu Qasra kept their posts as foreign minister and defence minister.",
			want: []string{"Asaad_al-Shaibani member_of Syria affirmed", "Murhaf_Abu_Qasra member_of Syria affirmed"},
		},
		{
			name: "who stands beside whom", text: "John Roe became president of Chad, with Jim Doe as vice-president.",
			want: []string{"~Jim_Doe member_of Chad affirmed"},
		},
		{
			name: "a commander of his country and of a force", text: "John Roe, the Nigerian commander of ECOMOG, spoke.",
			want: []string{"~John_Roe leads ECOMOG affirmed", "~John_Roe member_of Nigeria affirmed"},
		},
		{
			name: "a deputy of somebody else", text: "Akhtar Mansour led the Taliban. Sirajuddin Haqqani became one of his deputies.",
			want: []string{"Sirajuddin_Haqqani member_of Taliban affirmed"}, not: []string{"Sirajuddin_Haqqani member_of Haqqani_network affirmed"},
		},
		{
			name: "a crowd is no member", text: "The Eagles Front, a coalition of Tuareg groups, fled.",
			not: []string{"~Tuareg member_of ~Eagles_Front affirmed"},
		},
		{
			name: "a state's agency", text: "Syria's state news agency SANA said so.",
			want: []string{"Syrian_Arab_News_Agency member_of Syria affirmed"},
		},
		{
			name: "an office inside what looks like a name", text: "Iranian Parliament Speaker Mohammad Roe met the head of the Russian Centre for Reconciliation Rear Adm. Oleg Roe.",
			want: []string{"~Mohammad_Roe member_of Iran affirmed", "~Oleg_Roe leads ~Russian_Centre_for_Reconciliation_(Russia) affirmed"},
		},
		{
			name: "of the last of several", text: "John Roe, Jim Doe and Anna Roe of the Freedom Party spoke.",
			want: []string{"~Anna_Roe member_of ~Freedom_Party affirmed"}, not: []string{"~John_Roe member_of ~Freedom_Party affirmed"},
		},
		{
			name: "who contributes", text: "The Multi-National Force – Iraq was led by the United States. Contributing nations included Australia and Denmark.",
			want: []string{"Australia member_of Multi-National_Force_–_Iraq affirmed", "Denmark member_of Multi-National_Force_–_Iraq affirmed"},
		},
		{
			name: "an ally, though", text: "Finland, though a co-belligerent of Germany, never signed.",
			want: []string{"Finland allied_with Germany affirmed"},
		},
		{
			name: "by whom he was succeeded", text: "Anna Roe was succeeded by John Doe as leader of the Freedom Party.",
			want: []string{"~Anna_Roe leads ~Freedom_Party affirmed", "~John_Doe leads ~Freedom_Party affirmed"},
		},
		{
			name: "a deputy of him whom a longer sentence named", text: "The army of Sri Lanka fought the rebels, the party of the government of Mahinda Rajapaksa said in Colombo. Pillayan, his former deputy, left.",
			not: []string{"Pillayan member_of Pillayan affirmed"},
		},
		{
			name: "one of its units", text: "The 3rd Assault Brigade, one of the Ukrainian army's most celebrated units, fled.",
			want: []string{"3rd_Assault_Brigade member_of Ukraine affirmed"},
		},
		{
			name: "his deputy", text: "UN envoy Staffan de Mistura and his deputy Ramzy Roe arrived.",
			want: []string{"~Ramzy_Roe member_of United_Nations affirmed"},
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			doc := graph.NewDocument("officers", test.text, graph.Appearance{Published: "2024-05-28"})
			var got []string
			for _, s := range reader(t).Read(doc).Statements {
				got = append(got, line(s))
			}
			for _, want := range test.want {
				if !slices.Contains(got, want) {
					t.Errorf("missing %s among %q", want, got)
				}
			}
			for _, not := range test.not {
				if slices.Contains(got, not) {
					t.Errorf("invented %s", not)
				}
			}
		})
	}
}
