package extract_test

import (
	"slices"
	"testing"

	"entente.example/graph"
)

// Clauses inside clauses: whose verb each is, and who says it.
func TestNestedClauses(t *testing.T) {
	tests := []struct {
		name, text string
		want, not  []string // statements as line gives them
	}{
		{
			name: "what the president told and added",
			text: "President Idriss Deby told foreign diplomats that Sudan was planning to attack his country and that Khartoum was arming FACT.",
			want: []string{"Sudan backs Front_for_Change_and_Concord_in_Chad affirmed by Idriss_Déby"},
		},
		{
			name: "a clause that only the last of a list wants",
			text: "The United States bombed camps used by the Quds Force and groups that it backs. Hezbollah and militias that hold Basra left. Hamas and other groups that Iran backs left.",
			want: []string{"Iran backs Hamas affirmed"},
			not:  []string{"United_States backs Iran affirmed", "United_States backs Quds_Force affirmed", "Hezbollah controls Basra affirmed"},
		},
		{
			name: "a main clause behind one that says something",
			text: "The Houthis, who say that they act in support of Hamas, have attacked Eilat. The Emirates, which had announced that it was leaving Yemen, bombed Aden.",
			want: []string{"Houthis attacked Eilat affirmed", "United_Arab_Emirates attacked Aden affirmed"},
			not:  []string{"Houthis attacked Eilat alleged by Houthis"},
		},
		{
			name: "a main clause behind one of time",
			text: "The Tigray People's Liberation Front, which had ruled Ethiopia until Abiy Ahmed became prime minister, attacked Mekelle.",
			want: []string{"Tigray_People's_Liberation_Front attacked Mekelle affirmed"},
			not:  []string{"Ethiopia attacked Mekelle affirmed"},
		},
		{
			name: "who is one of a body's people, and no body",
			text: "Khalifa Haftar, an ally of Chad who held Sebha, flew to Paris. Sultani Makenga, a commander of the M23 who had ruled Goma before, entered Sake.",
			want: []string{"Khalifa_Haftar controls Sabha affirmed", "Sultani_Makenga controls Goma affirmed"},
			not:  []string{"Chad controls Sabha affirmed", "March_23_Movement controls Goma affirmed"},
		},
		{
			name: "who is a body behind a comma, and where several of its people act",
			text: "Hussein Badreddin was a friend of the Taliban, who armed the M23. Fighters of Boko Haram who took Diffa fled.",
			want: []string{"Taliban backs March_23_Movement affirmed", "Boko_Haram captured Diffa affirmed"},
		},
		{
			name: "a minister inserted",
			text: "Tudjman, whose defence minister, Gojko Susak, was born in Herzegovina, denied that Croatian troops were in Bosnia.",
			want: []string{"Croatia deployed_to Bosnia_and_Herzegovina_(territory) denied by Franjo_Tuđman"},
		},
		{
			name: "a gerund of the clause of time",
			text: "Mali's army suffered a defeat in July, when fighters of JNIM ambushed a convoy near Tinzaouaten, killing dozens of Wagner mercenaries.",
			want: []string{"Jama'at_Nusrat_al-Islam_wal-Muslimin fights Wagner_Group affirmed"},
			not:  []string{"Mali fights Wagner_Group affirmed"},
		},
		{
			name: "what came of what was said",
			text: "Ukraine hinted that it had given the rebels information, prompting Mali and Niger to break off relations with Kyiv.",
			want: []string{"Mali opposes Ukraine affirmed", "Niger opposes Ukraine affirmed"},
		},
		{
			name: "whom a participle behind a list describes",
			text: "The RSF and the SPLM-N faction led by Abdelaziz al-Hilu signed a charter.",
			not:  []string{"Abdelaziz_al-Hilu leads Rapid_Support_Forces affirmed"},
		},
		{
			name: "whom a militia is allied to",
			text: "Officials said that Beijing, angry about camps run by a militia allied to Hamas, had approved of it.",
			not:  []string{"China allied_with Hamas affirmed"},
		},
		{
			name: "what describes the speaker is not his word",
			text: "Iran, which fired missiles at Israel on Tuesday, said that its attack was over. Belarus, from whose territory Russia invaded Ukraine, has stayed out, and its president said that it would.",
			want: []string{"Iran attacked Israel_(territory) affirmed", "Russia attacked Ukraine_(territory) affirmed"},
		},
		{
			name: "a phrase that tells whose word the next clause is",
			text: "Russia, which had bombed Aleppo, kept its base at Hmeimim and, according to a Syrian official, asked for more time.",
			want: []string{"Russia attacked Aleppo affirmed"},
		},
		{
			name: "a claim within a claim",
			text: "India said it had destroyed a radar at Lahore after Pakistan attempted to attack bases at Srinagar.",
			want: []string{"Pakistan attacked Srinagar affirmed by India"},
		},
		{
			name: "those beaten, by the word of who beat them",
			text: "Hezbollah claimed that it had pushed back Israeli soldiers who had tried to advance into Odaisseh.",
			want: []string{"Israel attacked Odaisseh alleged by Hezbollah"},
		},
		{
			name: "who says so stands in the second of two clauses",
			text: "The Baloch Liberation Army, which hijacked a train and which Islamabad says is sponsored by India, killed 14 soldiers.",
			want: []string{"India backs Balochistan_Liberation_Army alleged by Pakistan"},
			not:  []string{"India backs Balochistan_Liberation_Army affirmed"},
		},
		{
			name: "a commander of the subject, not of a clause within",
			text: "The LNA, which had inherited the tanks that Russia left behind, besieged Derna. Its commander, Khalifa Haftar, said so.",
			want: []string{"Khalifa_Haftar leads Libyan_National_Army affirmed"},
			not:  []string{"Khalifa_Haftar leads Russia affirmed"},
		},
		{
			name: "an attack that would be taken for one on others",
			text: "Mali and Burkina Faso said that they would treat an attack on Niger as a declaration of war against them. Chad said it would respond to an attack on Sudan.",
			not: []string{
				"Mali attacked Niger_(territory) alleged", "Burkina_Faso attacked Niger_(territory) alleged",
				"Chad attacked Sudan_(territory) alleged",
			},
		},
		{
			name: "a visit is no shelter",
			text: "Kenya, which hosted the RSF's leader, Mohamed Hamdan Dagalo, in February, has said that it backs nobody.",
			not:  []string{"Kenya backs Rapid_Support_Forces affirmed"},
		},
		{
			name: "two who deny what they are accused of",
			text: "Israel complained about Gaza. Qatar and Egypt, which mediate, have denied Israeli accusations that they sided with Hamas.",
			want: []string{"Qatar backs Hamas denied by Qatar", "Egypt backs Hamas denied by Qatar"},
			not:  []string{"Israel backs Hamas denied by Qatar"},
		},
		{
			name: "drones sent to one's own town",
			text: "Pakistan accused India of sending drones to Lahore and Karachi.",
			not:  []string{"India backs Pakistan alleged by Pakistan"},
		},
		{
			name: "whose ally was killed by whom",
			text: "Bashir Gemayel, the commander of the Lebanese Forces, who was elected while Israeli tanks surrounded the palace, was killed by a member of the Syrian Social Nationalist Party.",
			not:  []string{"Israel fights Syrian_Social_Nationalist_Party affirmed"},
		},
		{
			name: "verbs that go on with a relative clause",
			text: "China ceased to arm the Khmer Rouge, who nonetheless boycotted the vote, held Pailin and lost Anlong Veng.",
			want: []string{"Khmer_Rouge controls Pailin affirmed"},
			not:  []string{"China controls Pailin affirmed"},
		},
		{
			name: "guns handed to those who disarm",
			text: "Ahmed Madobe's men crossed into Kenya. His forces handed their guns to the Kenyan army.",
			not:  []string{"Jubaland backs Kenya affirmed", "Ahmed_Madobe backs Kenya affirmed"},
		},
		{
			name: "neither confirmed nor denied",
			text: "Somalia accused Ethiopia of having helped Ahmed Madobe, which Addis Ababa has neither confirmed nor denied.",
			want: []string{"Ethiopia backs Ahmed_Madobe alleged by Somalia"},
			not:  []string{"Ethiopia backs Ahmed_Madobe denied"},
		},
		{
			name: "a description between two commas is led, not who fights it",
			text: "Venezuelan soldiers fought the Joint Eastern Command, a faction of former rebels, headed by Gentil Duarte.",
			not:  []string{"Gentil_Duarte member_of Venezuela affirmed", "Gentil_Duarte leads Venezuela affirmed"},
		},
		{
			name: "who praises a fight",
			text: "Jean-Noel Barrot praised their cooperation in the fight against Boko Haram.",
			not:  []string{"Boko_Haram fights Jean-Noël_Barrot affirmed"},
		},
		{
			name: "their capital",
			text: "Russia fell back. Russian troops left. The Chechens recaptured their capital.",
			not:  []string{"Shamil_Basayev captured Moscow affirmed", "Russia captured Moscow affirmed"},
		},
		{
			name: "denied one thing and accused of another",
			text: "The LNA denied that it had left Derna and accused Turkey of having bombed it.",
			not:  []string{"Libyan_National_Army opposes Turkey denied"},
		},
		{
			name: "what the last of two sources says",
			text: "Iran, which arms Hezbollah, condemned it, and Saudi Arabia said that it had stayed out, according to Israeli officials.",
			want: []string{"Iran backs Hezbollah affirmed"},
			not:  []string{"Iran backs Hezbollah affirmed by Israel"},
		},
		{
			name: "a general of some people",
			text: "In 1992 his general Abdul Rashid Dostum, an Uzbek from Jowzjan, attacked Kabul.",
			want: []string{"Abdul_Rashid_Dostum attacked Kabul affirmed"},
		},
		{
			name: "either of two",
			text: "Eritrea had been at war with the TPLF when it ruled Ethiopia.",
			not:  []string{"Eritrea controls Ethiopia_(territory) affirmed"},
		},
		{
			name: "a former president acts for himself",
			text: "The Houthis took Sanaa with the help of Ali Abdullah Saleh, the former president.",
			want: []string{"Ali_Abdullah_Saleh backs Houthis affirmed"},
			not:  []string{"Yemen backs Houthis affirmed"},
		},
		{
			name: "where troops come from is not where they go",
			text: "Fighting raged in Tigray. Abiy Ahmed sent troops from Amhara into the region.",
			not:  []string{"Ethiopia deployed_to Amhara affirmed"},
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			checkPassage(t, test.text, test.want, test.not)
		})
	}
}

// A people that is also a state's, in the wars of others.
func TestKindred(t *testing.T) {
	tests := []struct {
		name, text string
		want, not  []string
	}{
		{
			name: "Serbs of Bosnia",
			text: "Radovan Karadzic lived in Pale. NATO aircraft bombed Serb positions around Sarajevo in August 1995.",
			want: []string{"Bosnian_Serb_Army fights NATO affirmed"},
			not:  []string{"NATO fights Serbia affirmed", "NATO fights Serbia_and_Montenegro affirmed"},
		},
		{
			name: "Serbs of Croatia",
			text: "Serb forces withdrew from western Slavonia in May 1995.",
			want: []string{"Army_of_Serbian_Krajina withdrew_from Western_Slavonia affirmed"},
		},
		{
			name: "Croats of Bosnia",
			text: "Croat forces besieged Mostar in 1993.",
			want: []string{"Croatian_Defence_Council attacked Mostar affirmed"},
			not:  []string{"Croatia attacked Mostar affirmed"},
		},
		{
			name: "security councils of states",
			text: "Alexander Lebed, the secretary of the Security Council, left. The secretary of Iran's Supreme National Security Council, Ali Larijani, came. France is a member of the Security Council.",
			want: []string{"France member_of United_Nations_Security_Council affirmed"},
			not:  []string{"Alexander_Lebed member_of United_Nations_Security_Council affirmed", "Ali_Larijani member_of United_Nations_Security_Council affirmed"},
		},
		{
			name: "the army of another country",
			text: "The Taliban hold Kabul. Afghanistan is at peace, and Afghanistan, Kandahar and Herat are quiet. In Quetta the army fights the BLA.",
			want: []string{"Balochistan_Liberation_Army fights Pakistan affirmed"},
			not:  []string{"Afghanistan fights Balochistan_Liberation_Army affirmed"},
		},
		{
			name: "the state's own army",
			text: "Croatian forces took Knin in August 1995. Serbian forces shelled Pristina in 1999.",
			want: []string{"Croatia captured Knin affirmed"},
		},
		{
			name: "government troops of another country",
			text: "Bosnia was at peace in 2001. Bosnia and Herzegovina and its towns rebuilt. In Macedonia, the National Liberation Army of Ali Ahmeti fought government troops around Tetovo.",
			not:  []string{"Bosnia_and_Herzegovina fights National_Liberation_Army_(Macedonia) affirmed"},
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			checkPassage(t, test.text, test.want, test.not)
		})
	}
}

// passage is a text with lines of statements that are wanted of it, and lines that are not.
type passage struct {
	text      string
	want, not []string
}

// checkPassages reads each of the texts in a test of its own.
func checkPassages(t *testing.T, passages []passage) {
	t.Helper()
	for _, p := range passages {
		t.Run(p.text, func(t *testing.T) { checkPassage(t, p.text, p.want, p.not) })
	}
}

// checkPassage reads the text and reports what is missing of what is wanted, and what is there of what is not.
func checkPassage(t *testing.T, text string, want, not []string) {
	t.Helper()
	var got []string
	for _, s := range reader(t).Read(graph.NewDocument("passage", text, graph.Appearance{})).Statements {
		got = append(got, line(s))
		if s.Speaker != "" {
			got = append(got, line(s)+" by "+string(s.Speaker))
		}
	}
	for _, w := range want {
		if !slices.Contains(got, w) {
			t.Errorf("missing %s among %q", w, got)
		}
	}
	for _, n := range not {
		if slices.Contains(got, n) {
			t.Errorf("invented %s", n)
		}
	}
}
