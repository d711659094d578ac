package extract_test

import (
	"slices"
	"testing"

	"entente.example/graph"
)

// Who fought whom and who attacked what place, where a sentence alone does not tell.
func TestBattles(t *testing.T) {
	tests := []struct {
		name, date, text string
		want, not        []string // statements as line gives them
	}{
		{
			name: "an attack that was beaten off is the one told of before",
			text: "In the east, Islamic State launched an assault on Deir Ezzor military airport. The attack was repelled by the Syrian army.",
			want: []string{"Islamic_State fights Syria affirmed", "Islamic_State attacked Deir_ez-Zor affirmed"},
		},
		{
			name: "an attack that somebody deplored",
			text: "Islamic State launched an assault on Mosul. The attack was deplored by the Syrian army.",
			not:  []string{"Islamic_State fights Syria affirmed"},
		},
		{
			name: "attacks that nobody owns are the enemy's",
			date: "2023-08-12",
			text: "Russia shelled Nikopol. In the Bakhmut sector Ukrainian troops beat off 11 attacks near Klishchiivka.",
			want: []string{"Russia fights Ukraine affirmed", "Russia attacked Klishchiivka affirmed"},
		},
		{
			name: "attacks of which the words tell whose",
			date: "2023-08-12",
			text: "Russia shelled Nikopol. Ukrainian troops beat off 11 attacks by bandits near Klishchiivka.",
			not:  []string{"Russia attacked Klishchiivka affirmed"},
		},
		{
			name: "soldiers whom no words own",
			text: "Boko Haram killed 40 soldiers in a raid on an army post in the Nigerian town of Metele.",
			want: []string{"Boko_Haram fights Nigeria affirmed", "Boko_Haram attacked Metele affirmed"},
		},
		{
			name: "soldiers of the state that the place belongs to",
			text: "The PKK is active in Iraq. Six soldiers were shot dead by the PKK in Cizre.",
			want: []string{"Kurdistan_Workers'_Party fights Turkey affirmed"},
			not:  []string{"Iraq fights Kurdistan_Workers'_Party affirmed"},
		},
		{
			name: "soldiers of a state that the group fights for",
			date: "2016-05-02",
			text: "Syria is at war. Hezbollah shot ten soldiers for desertion.",
			not:  []string{"Hezbollah fights Syria affirmed"},
		},
		{
			name: "soldiers whom a state kills",
			text: "Chad is at war. Chad executed ten soldiers.",
			not:  []string{"Chad fights Chad affirmed"},
		},
		{
			name: "the group's camps are others'",
			text: "Chad has struck Boko Haram. The Multinational Joint Task Force raided the group's camps.",
			want: []string{"Boko_Haram fights Multinational_Joint_Task_Force affirmed"},
		},
		{
			name: "a government is no group",
			text: "Puntland forces have battled Islamic State. US forces bombed both groups.",
			not:  []string{"Puntland_(government) fights United_States affirmed"},
		},
		{
			name: "battles by their names",
			text: "The Siege of Kobani was launched by Islamic State in September 2014 in order to capture Kobani Canton.",
			want: []string{"Islamic_State attacked Kobani affirmed", "Islamic_State attacked Kobani_Canton affirmed"},
			not:  []string{"Islamic_State captured Kobani_Canton affirmed"},
		},
		{
			name: "who comes to somebody's side is no part of him",
			text: "The YPG and YPJ were joined by fighters of the Free Syrian Army and later by Peshmerga units.",
			want: []string{"Free_Syrian_Army allied_with People's_Protection_Units affirmed"},
			not:  []string{"Free_Syrian_Army member_of People's_Protection_Units affirmed"},
		},
		{
			name: "killed in the clashes",
			text: "Syrian troops pushed into southern Daraya. A monitor said nine fighters from Jaysh al-Islam were killed in the clashes.",
			want: []string{"Jaysh_al-Islam fights Syria affirmed"},
		},
		{
			name: "killed in other clashes",
			text: "Syrian troops pushed into southern Daraya. A monitor said nine fighters from Jaysh al-Islam were killed in clashes with Islamic State.",
			not:  []string{"Jaysh_al-Islam fights Syria affirmed"},
		},
		{
			name: "a place that opens the sentence without its comma",
			text: "Further north in Aleppo province Russian warplanes carried out 20 raids on Anadan. In Yemen, all was calm.",
			want: []string{"Russia attacked Anadan affirmed"},
		},
		{
			name: "what somebody is urged to end is his own doing",
			text: "Egypt urged Libya to end its support for Chad. Mali wants Libya to halt its aggression in Niger.",
			want: []string{"Libya backs Chad affirmed", "Libya attacked Niger_(territory) affirmed"},
			not:  []string{"Egypt backs Chad affirmed", "Mali attacked Niger_(territory) affirmed"},
		},
		{
			name: "what is attacked at a river is not the river",
			text: "After Mexican troops attacked a patrol near the Rio Grande, Russia bombarded Kherson from across the Dnipro.",
			want: []string{"Russia attacked Kherson affirmed"},
			not:  []string{"Mexico attacked Rio_Grande affirmed", "Russia attacked Dnieper affirmed"},
		},
		{
			name: "it is the town that was bombed",
			text: "When the Russians came to Izium, they bombed it for three weeks.",
			want: []string{"Russia attacked Izium affirmed"},
		},
		{
			name: "a dateline without brackets",
			text: "Provinces SANA - Units of the army carried out operations against the dens of Jabhat al-Nusra in the countryside of Idleb in Syria.",
			want: []string{"Al-Nusra_Front fights Syria affirmed"},
			not:  []string{"Al-Nusra_Front fights Syrian_Arab_News_Agency affirmed"},
		},
		{
			name: "a number that no comma sets apart",
			text: "Islamic State stormed Ramadi. During the assault 95 Iraqi soldiers were killed.",
			want: []string{"Iraq fights Islamic_State affirmed"},
		},
		{
			name: "who takes part in an assault",
			text: "Congolese gunships attacked rebel lines near Minova. Kinshasa says Rwandan commandos took part in the assault on Sake, a charge that Kigali rejects.",
			want: []string{"Rwanda attacked Sake denied"},
			not:  []string{"Democratic_Republic_of_the_Congo attacked Sake denied", "Democratic_Republic_of_the_Congo attacked Sake affirmed"},
		},
		{
			name: "who cannot fight on has fought",
			text: "Ukraine struck depots at Toropets. Those who say that Ukraine cannot fight on should ask the defenders of Chasiv Yar.",
			want: []string{"Ukraine attacked Toropets affirmed"},
			not:  []string{"Ukraine attacked Toropets denied"},
		},
		{
			name: "a ship is no place",
			text: "A missile fired by Iran hit the tanker Sea Isle City off Kuwait.",
			not:  []string{"Iran attacked ~Sea_Isle_City affirmed"},
		},
		{
			name: "jets and commandos of whom the report tells",
			text: "Turkish troops crossed into northern Iraq on Tuesday. Commandos attacked camps of the PKK while jets bombed hideouts near Zakho.",
			want: []string{"Turkey attacked Zakho affirmed", "Kurdistan_Workers'_Party fights Turkey affirmed"},
		},
		{
			name: "jets of nobody",
			text: "The PKK met in northern Iraq on Tuesday. Jets bombed hideouts near Zakho.",
			not:  []string{"Kurdistan_Workers'_Party attacked Zakho affirmed", "Iraq attacked Zakho affirmed"},
		},
		{
			name: "it did not fire at its own capital",
			date: "2024-11-20",
			text: "For two years the Kremlin has hammered Ukraine's grid. Last week it launched a hundred missiles at Kyiv.",
			want: []string{"Russia attacked Kyiv affirmed"},
			not:  []string{"Ukraine attacked Kyiv affirmed"},
		},
		{
			name: "rebel positions are the rebels'",
			text: "Syrian rebels hold Daraya. Syrian jets carried out raids on rebel positions at Zabadani.",
			want: []string{"Syria fights ~Syrian_rebels affirmed"},
		},
		{
			name: "strikes in a country whose state is no foe",
			text: "France carried out air strikes against Boko Haram in Niger. French jets bombed its camps near Diffa.",
			want: []string{"Boko_Haram fights France affirmed", "France attacked Diffa affirmed"},
			not:  []string{"France attacked Niger_(territory) affirmed"},
		},
		{
			name: "attacks of a group in a country",
			text: "Boko Haram has carried out attacks in Niger.",
			want: []string{"Boko_Haram attacked Niger_(territory) affirmed"},
		},
		{
			name: "an invasion",
			text: "Chad condemned the French invasion in Niger.",
			want: []string{"France attacked Niger_(territory) affirmed"},
		},
		{
			name: "forces of a part of a country",
			text: "Libya's eastern-based forces launched an offensive on Tripoli.",
			not:  []string{"Libya attacked Tripoli affirmed"},
		},
		{
			name: "an army post is the army's of the land",
			text: "Nigeria mourned on Monday. Boko Haram fighters attacked an army checkpoint in Borno and the post of a cousin.",
			want: []string{"Boko_Haram fights Nigeria affirmed"},
		},
		{
			name: "an insurgency of its own",
			text: "Only Denmark and Guatemala, which was fighting a guerrilla insurgency of its own, abstained.",
			not:  []string{"Denmark fights Guatemala affirmed"},
		},
		{
			name: "headlines",
			text: "Syrian army pounds rebel-held Daraya\n\nAzerbaijan launches offensive in Nagorno-Karabakh\n\nThree Kenyan soldiers killed in al-Shabaab attack near Lamu\n\nThe Syrian army shelled Daraya on Monday.",
			want: []string{"Syria attacked Daraya affirmed", "Al-Shabaab fights Kenya affirmed"},
		},
		{
			name: "a phrase that tells after what is no clause of its own",
			text: "In 2019, following months of bad blood, the LNA and the military forces of Chad clashed in several places.",
			want: []string{"Chad fights Libyan_National_Army affirmed"},
		},
		{
			name: "what lies about a country is its",
			text: "Hamas fired more than 100 rockets at southern Israel.",
			want: []string{"Hamas fights Israel affirmed"},
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := dated(t, test.date, test.text)
			for _, want := range test.want {
				if !slices.Contains(got, want) {
					t.Errorf("no %q in\n%s\ngot %q", want, test.text, got)
				}
			}
			for _, not := range test.not {
				if slices.Contains(got, not) {
					t.Errorf("%q in\n%s", not, test.text)
				}
			}
		})
	}
}

// dated gives the statements of a text of that day as line gives them.
func dated(t *testing.T, date, text string) []string {
	t.Helper()
	var got []string
	for _, s := range reader(t).Read(graph.NewDocument("battle", text, graph.Appearance{Published: graph.Valid(date)})).Statements {
		got = append(got, line(s))
	}
	return got
}
