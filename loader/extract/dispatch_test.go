package extract_test

import (
	"slices"
	"testing"

	"entente.example/graph"
)

// Passages as agencies and monitors send them from a front, day by day.
func TestDispatches(t *testing.T) {
	tests := []struct {
		name, text string
		want, not  []string // statements as line gives them
	}{
		{
			name: "rebels without a name are those of the country at war",
			text: "DAMASCUS, Syria: Government troops backed by Hezbollah shelled rebel-held Zabadani on Monday. Hezbollah has fought rebel forces near Zabadani for weeks.",
			want: []string{"~Syrian_rebels controls Zabadani affirmed", "Hezbollah fights ~Syrian_rebels affirmed"},
			not:  []string{"Hezbollah controls Zabadani affirmed"},
		},
		{
			name: "rebel groups of which none is named are nobody",
			text: "The Burundian army trains in Burundi. Burundi has fought against rebel groups in Bubanza.",
			not:  []string{"Burundi fights ~Burundian_rebels affirmed"},
		},
		{
			name: "those villages",
			text: "Daesh militants stormed the villages of Tal Malid and Harbal. Those villages were retaken by the Levant Front on Friday.",
			want: []string{"Levant_Front captured ~Tal_Malid affirmed", "Levant_Front captured ~Harbal affirmed"},
		},
		{
			name: "the same areas",
			text: "The Iraqi army entered the towns of Bashiqa and Bartella on Sunday. French warplanes carried out air strikes in the same areas.",
			want: []string{"France attacked Bashiqa affirmed", "France attacked Bartella affirmed"},
			not:  []string{"France deployed_to Bashiqa affirmed"},
		},
		{
			name: "other areas",
			text: "The Iraqi army entered the towns of Bashiqa and Bartella on Sunday. French warplanes carried out air strikes in other areas.",
			not:  []string{"France attacked Bashiqa affirmed", "France attacked Bartella affirmed"},
		},
		{
			name: "a number that begins a sentence",
			text: "Thirty Islamic State fighters were killed in clashes with the Libyan National Army near Benghazi.",
			want: []string{"Islamic_State fights Libyan_National_Army affirmed"},
			not:  []string{"Libyan_National_Army fights ~Thirty affirmed"},
		},
		{
			name: "a force behind the initials of its name",
			text: "Nine Islamic State (IS) group militants were killed in French air strikes in Hasakeh.",
			want: []string{"France fights Islamic_State affirmed", "France attacked Hasakah affirmed"},
		},
		{
			name: "tanks and air strikes help whom they back",
			text: "Syrian rebels, helped by Turkish jets and artillery fire, have marched towards al-Bab.",
			want: []string{"Turkey backs ~Syrian_rebels affirmed", "~Syrian_rebels attacked al-Bab affirmed"},
		},
		{
			name: "how far a village lies from a town",
			text: "Islamic State men attacked the villages of Akhtarin and Tilalayn five miles (eight kilometres) north of Azaz.",
			want: []string{"Islamic_State attacked Akhtarin affirmed", "Islamic_State attacked ~Tilalayn_(Syria) affirmed"},
			not:  []string{"Islamic_State attacked Azaz affirmed"},
		},
		{
			name: "strikes of a coalition and of a regime",
			text: "Twelve Islamic State men died in coalition air strikes in Hasakeh. Regime shelling of Douma in Syria killed six people.",
			want: []string{"Islamic_State fights US-led_coalition affirmed", "Syria attacked Douma affirmed"},
		},
		{
			name: "a plain verb behind a plural",
			text: "The Houthis control large swathes of northern Yemen including the capital Sanaa.",
			want: []string{"Houthis controls northern_Yemen affirmed", "Houthis controls Sanaa affirmed"},
		},
		{
			name: "an owner without its apostrophe",
			text: "DAMASCUS, Syria: Units of the regimes army and Hezbollah have been in fierce clashes for a week with rebel forces near Harasta a suburb of Damascus. The war in Syria began in 2011.",
			want: []string{"Hezbollah fights ~Syrian_rebels affirmed", "Syria fights ~Syrian_rebels affirmed"},
		},
		{
			name: "the first attempt to seize a town has not seized it",
			text: "The LNA's first attempt to seize Tripoli began in April 2019.",
			want: []string{"Libyan_National_Army attacked Tripoli affirmed"},
			not:  []string{"Libyan_National_Army captured Tripoli affirmed"},
		},
		{
			name: "a strike that went wrong is no war",
			text: "Turkey accidentally struck the Levant Front near Azaz killing five Syrian rebels. On Monday Israel bombed a depot in Qusayr killing two Hezbollah fighters.",
			want: []string{"Turkey attacked Azaz affirmed", "Hezbollah fights Israel affirmed"},
			not:  []string{"Levant_Front fights Turkey affirmed", "Turkey fights ~Syrian_rebels affirmed"},
		},
		{
			name: "a president whose name lacks a letter",
			text: "Gunmen roam Syria and the towns of Syria. President Barrack Obama said the US would strike in Syria.",
			want: []string{"Barack_Obama leads United_States affirmed"},
			not:  []string{"~Barrack_Obama leads Syria affirmed"},
		},
		{
			name: "a president who speaks for another country",
			text: "Gunmen roam Mali and the towns of Mali. President Jean Dupont said France would strike in Mali.",
			not:  []string{"~Jean_Dupont leads Mali affirmed"},
		},
		{
			name: "a side of a country's land",
			text: "Islamic State today holds nearly all of eastern Syrian territory.",
			want: []string{"Islamic_State controls eastern_Syria affirmed"},
			not:  []string{"Islamic_State controls Syria_(territory) affirmed"},
		},
		{
			name: "an agency behind the town in which a report was written",
			text: "BEIRUT (AP) Syrian troops captured Daraya on Saturday.",
			want: []string{"Syria captured Daraya affirmed"},
		},
		{
			name: "hours after",
			text: "Syria is at war. Islamic State withdrew from the border town of Jarablus hours after Turkish-backed rebels entered it.",
			want: []string{"Islamic_State withdrew_from Jarabulus affirmed", "~Syrian_rebels deployed_to Jarabulus affirmed", "Turkey backs ~Syrian_rebels affirmed"},
		},
		{
			name: "fighters who are urged",
			text: "Islamic State leader Abu Bakr al-Baghdadi urged his fighters in a message to attack Turkey.",
			want: []string{"Islamic_State attacked Turkey_(territory) alleged"},
			not:  []string{"Abu_Bakr_al-Baghdadi attacked Turkey_(territory) alleged"},
		},
		{
			name: "an attack that an army foils was begun",
			text: "Syrian army units foiled an attack by al-Nusra Front on a post in Khanaser.",
			want: []string{"Al-Nusra_Front attacked Khanasir affirmed", "Al-Nusra_Front fights Syria affirmed"},
		},
		{
			name: "amid and air strikes are nouns' company",
			text: "Syrian army units advanced in the outskirts of Palmyra amid clashes with Daesh. Supported by Russian air strikes, the army entered Tadef.",
			want: []string{"Syria attacked Palmyra affirmed", "Islamic_State fights Syria affirmed", "Russia backs Syria affirmed"},
		},
		{
			name: "the two sides of a civil war in one word each",
			text: "Regime and rebel forces traded fire in Daraa in Syria on Monday. Syria is at war.",
			want: []string{"Syria fights ~Syrian_rebels affirmed"},
		},
		{
			name: "a village and how far it lies",
			text: "Islamist militants roam Somalia. Al-Shabaab stormed a Somali army base in Barire 45 km southwest of Mogadishu.",
			want: []string{"Al-Shabaab attacked ~Barire_(Somalia) affirmed", "Al-Shabaab fights Somalia affirmed"},
		},
		{
			name: "a dateline glued to the report",
			text: "Mogadishu Al-Shabaab militants on Saturday stormed a Somali army base in Barire killing soldiers and seizing vehicles officials said. " +
				"Daily Sabah reported that the attackers who had rammed two car bombs into the base also took weapons and briefly held the town before they left it again for the forests in which they have hidden for many years with little to eat and few friends among those who live near the road to the coast.",
			want: []string{"Al-Shabaab attacked ~Barire_(Somalia) affirmed"},
			not:  []string{"Somalia attacked ~Barire_(Somalia) affirmed"},
		},
		{
			name: "a leader's office behind him without a comma",
			text: "Abu Khalid Saraqeb leader of Syrian rebel faction Ahrar al-Sham died on Tuesday in a blast officials said. " +
				"The war began when people took to the streets of many towns and the state sent soldiers who fired on them and it has gone on for so many years that few remember what the streets looked like before it began and nobody knows when it will end.",
			want: []string{"~Abu_Khalid_Saraqeb leads Ahrar_al-Sham affirmed"},
		},
		{
			name: "a part of a town",
			text: "A missile fired by Syrian troops hit a house in the Maskab district in the western part of the city of Aleppo. The Iraqi army entered the Zanbar neighbourhood in Mosul. Islamic State men in the town fled.",
			want: []string{"Syria attacked Aleppo affirmed", "Iraq deployed_to Mosul affirmed"},
		},
		{
			name: "a movement's branch in a country",
			text: "An alliance led by al-Qaeda's Syrian affiliate al-Nusra Front seized Wadi Deif.",
			want: []string{"Al-Nusra_Front captured Wadi_al-Deif affirmed", "Al-Nusra_Front member_of Al-Qaeda affirmed"},
			not:  []string{"Al-Nusra_Front member_of Syria affirmed", "Al-Nusra_Front allied_with Syria affirmed"},
		},
		{
			name: "what shelling leaves",
			text: "Heavy artillery shelling by the Houthis on residential districts in Taiz left five civilians dead.",
			want: []string{"Houthis attacked Taiz affirmed"},
			not:  []string{"Houthis withdrew_from Taiz affirmed"},
		},
		{
			name: "a side of a country before the subject, and two clauses with one attack each",
			text: "In the south Chadian rebels attacked a checkpoint near Sabha in Libya. Kurdish fighters repelled an Islamic State attack on Bashiqa and Turkish artillery shelled PKK positions in the Qandil mountains.",
			want: []string{"~Chadian_rebels attacked Sabha affirmed", "Kurdistan_Workers'_Party fights Turkey affirmed", "Turkey attacked Qandil_Mountains affirmed"},
			not:  []string{"Islamic_State fights Turkey affirmed", "Islamic_State attacked Qandil_Mountains affirmed"},
		},
		{
			name: "troops of a president who was ousted are not his country's",
			text: "The Houthis allied with troops loyal to ousted president Ali Abdullah Saleh overran Sanaa.",
			want: []string{"Ali_Abdullah_Saleh allied_with Houthis affirmed"},
			not:  []string{"Houthis allied_with Yemen affirmed"},
		},
		{
			name: "opposition to somebody is no side, forces from a town loyal to another are",
			text: "Chadian rebels are near Libya. Derna the last bastion of opposition to Haftar is quiet. Forces from Misrata loyal to the Government of National Accord clashed with LNA units.",
			want: []string{"Government_of_National_Accord fights Libyan_National_Army affirmed"},
			not:  []string{"~Chadian_rebels controls Derna affirmed"},
		},
		{
			name: "a third party attacks both",
			text: "Syria is at war and Syria mourns. Troops of Syrian ruler Bashar al-Assad fight a range of rebel and jihadist groups and both sides were attacked by Islamic State.",
			want: []string{"Syria fights ~Syrian_rebels affirmed", "Islamic_State fights Syria affirmed", "Islamic_State fights ~Syrian_rebels affirmed"},
		},
		{
			name: "a coalition of some rebel groups",
			text: "The Army of Conquest, an alliance of jihadist and moderate rebel groups which seized Idlib, attacked Hama. Syrian rebels met.",
			want: []string{"Army_of_Conquest captured Idlib affirmed", "Army_of_Conquest attacked Hama affirmed"},
			not:  []string{"~Syrian_rebels captured Idlib affirmed", "~Syrian_rebels member_of Army_of_Conquest affirmed"},
		},
		{
			name: "the rebels are those whom the text called so",
			text: "Pro-Russian rebels captured Debaltseve in Ukraine. Kiev accuses Russia of sending troops to the rebels, a charge Moscow denies.",
			want: []string{"Russia backs Donbas_separatists alleged", "Russia backs Donbas_separatists denied"},
			not:  []string{"Russia backs Donbas_separatists affirmed"},
		},
		{
			name: "two kinds of rebels",
			text: "The M23 rebels left Sake and the Houthi rebels left Taiz. Uganda armed the rebels.",
			not:  []string{"Uganda backs March_23_Movement affirmed", "Uganda backs Houthis affirmed"},
		},
		{
			name: "each leads his own",
			text: "Forces of former rebel groups led by Minni Minnawi and Gibril Ibrahim are defending El Fasher.",
			not:  []string{"Minni_Minnawi leads Justice_and_Equality_Movement affirmed", "Gibril_Ibrahim leads Sudan_Liberation_Movement_(Minnawi) affirmed"},
		},
		{
			name: "one of several is many",
			text: "Syrian rebels pushed on near al-Bab. Six of the Islamic State men died when they tried to enter the village of Akhtarin.",
			want: []string{"Islamic_State attacked Akhtarin affirmed"},
			not:  []string{"~Syrian_rebels attacked Akhtarin affirmed"},
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := statements(t, test.text)
			for _, want := range test.want {
				if !slices.Contains(got, want) {
					t.Errorf("missing %q in %q", want, got)
				}
			}
			for _, not := range test.not {
				if slices.Contains(got, not) {
					t.Errorf("invented %q", not)
				}
			}
		})
	}
}

// statements gives what the built-in reader makes of a text, as line gives it.
func statements(t *testing.T, text string) []string {
	t.Helper()
	var got []string
	for _, st := range reader(t).Read(graph.NewDocument("test", text, graph.Appearance{})).Statements {
		got = append(got, line(st))
	}
	return got
}
