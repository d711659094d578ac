package extract_test

import (
	"slices"
	"testing"

	"entente.example/graph"
)

// Whom descriptions with "the" recall of what the text named before: each text is read as an article of its own.
func TestDescriptions(t *testing.T) {
	readEach(t, []resolved{
		{
			name: "an armed group by its faith and its patron", day: "2020-05-01",
			text: "Kataib Hezbollah vowed to retaliate. The Iranian-backed militia shelled Taji. Qatar funds the Shi'ite group.",
			want: []string{"Iran backs Kata'ib_Hezbollah affirmed", "Qatar backs Kata'ib_Hezbollah affirmed"},
		},
		{
			name: "many jihadists are the group", day: "2014-07-01",
			text: "Islamic State swept through northern Iraq. The jihadists captured Mosul in June.",
			want: []string{"Islamic_State captured Mosul affirmed"},
		},
		{
			name: "rebels by their patron, whose name is no adjective", day: "2022-05-01",
			text: "The Houthis captured Marib. The Iran-backed rebels have fired missiles at Riyadh.",
			want: []string{"Houthis attacked Riyadh affirmed", "Iran backs Houthis affirmed"},
		},
		{
			name: "rebels of another patron than the group's foe", day: "2015-08-01",
			text: "Jabhat al-Nusra met the press in Azaz. It said that the US-trained rebels had fled.",
			not:  []string{"United_States backs Al-Nusra_Front affirmed"},
		},
		{
			name: "jihadists are not just any rebels", day: "2017-02-20",
			text: "The Free Syrian Army seized Jarabulus from the Islamic State. The Turkish-backed rebels advanced. The jihadists withdrew from al-Bab.",
			want: []string{"Islamic_State withdrew_from al-Bab affirmed"}, not: []string{"Free_Syrian_Army withdrew_from al-Bab affirmed"},
		},
		{
			name: "the rebel leader", day: "1990-02-20",
			text: "Jonas Savimbi led UNITA. South Africa supplied the rebel leader with arms.",
			want: []string{"South_Africa backs Jonas_Savimbi affirmed"},
		},
		{
			name: "the leader of a state owns its army", day: "1985-02-20",
			text: "Muammar Gaddafi sent troops to Chad. The Libyan leader's army occupied Fada.",
			want: []string{"Libya captured Fada affirmed"},
		},
		{
			name: "paramilitaries against an army", day: "2023-11-01",
			text: "Sudan's army has fought the Rapid Support Forces since April. The paramilitaries captured Nyala in October.",
			want: []string{"Rapid_Support_Forces captured Nyala affirmed"},
		},
		{
			name: "of two groups the subject", day: "2023-11-01",
			text: "Hezbollah praised Hamas. The group shelled Haifa.",
			want: []string{"Hezbollah attacked Haifa affirmed"}, not: []string{"Hamas attacked Haifa affirmed"},
		},
		{
			name: "of two groups neither of which is the subject, none", day: "2023-11-01",
			text: "Iran told Hezbollah about Hamas. The group shelled Haifa.",
			not:  []string{"Hezbollah attacked Haifa affirmed", "Hamas attacked Haifa affirmed"},
		},
		{
			name: "another group is not the one before", day: "2023-11-01",
			text: "Hezbollah met the press. Another group shelled Haifa. The group that shelled Eilat fled.",
			not:  []string{"Hezbollah attacked Haifa affirmed", "Hezbollah attacked Eilat affirmed"},
		},
		{
			name: "the country in the words has to be the group's", day: "2023-11-01",
			text: "Hamas met Hezbollah. Israel struck the Lebanese group in May.",
			want: []string{"Hezbollah fights Israel affirmed"}, not: []string{"Hamas fights Israel affirmed"},
		},
		{
			name: "the alliance is one", day: "2014-01-01",
			text: "NATO intervened in Libya in 2011. The alliance bombed Tripoli.",
			want: []string{"NATO attacked Tripoli affirmed"},
		},
		{
			name: "the kingdom is one", day: "2018-05-01",
			text: "Saudi Arabia and Turkey quarrelled. Saudi Arabia has allies. The kingdom bombed Sanaa.",
			want: []string{"Saudi_Arabia attacked Sanaa affirmed"},
		},
		{
			name: "a republic is no kingdom", day: "2018-05-01",
			text: "Turkey has allies. The kingdom bombed Sanaa.",
			not:  []string{"Turkey attacked Sanaa affirmed"},
		},
		{
			name: "a warlord and a general", day: "2019-05-10",
			text: "Khalifa Haftar rejected a truce. Russia has armed the warlord. The general's forces shelled Tripoli.",
			want: []string{"Russia backs Khalifa_Haftar affirmed", "Libyan_National_Army attacked Tripoli affirmed"},
		},
		{
			name: "presidents act for their states", day: "2018-05-01",
			text: "The Turkish president condemned Israel. Israel's prime minister condemned Iran.",
			want: []string{"Israel opposes Turkey affirmed", "Iran opposes Israel affirmed"},
		},
		{
			name: "former presidents act for nobody", day: "2018-05-01",
			text: "The former French president condemned Israel. The Syrian opposition leader condemned Iran.",
			not:  []string{"France opposes Israel affirmed", "Iran opposes Syria affirmed"},
		},
		{
			name: "whose offensive it is", day: "2019-11-01",
			text: "Turkey invaded northern Syria in October. The offensive targeted the YPG.",
			want: []string{"People's_Protection_Units fights Turkey affirmed"},
		},
		{
			name: "who launched the offensive", day: "2019-05-01",
			text: "The LNA launched an offensive in April. The offensive on Tripoli stalled.",
			want: []string{"Libyan_National_Army attacked Tripoli affirmed"},
		},
		{
			name: "two attacks leave it open", day: "2019-05-01",
			text: "The LNA launched an offensive in April while Turkey launched an offensive in May. The offensive on Sirte stalled.",
			not:  []string{"Libyan_National_Army attacked Sirte affirmed", "Turkey attacked Sirte affirmed"},
		},
		{
			name: "we and our are those for whom the speaker speaks", day: "2016-05-01",
			text: `"We have sent advisers to Iraq," Iranian President Hassan Rouhani said. "Our forces captured Palmyra," said Bashar al-Assad.`,
			want: []string{"Iran deployed_to Iraq_(territory) affirmed", "Syria captured Palmyra affirmed"},
		},
		{
			name: "a capital whose government acts is not the town", day: "2022-11-20",
			text: "Ukraine recaptured Kherson. Moscow withdrew its troops from the city.",
			want: []string{"Russia withdrew_from Kherson affirmed"}, not: []string{"Russia withdrew_from Moscow affirmed"},
		},
		{
			name: "as many countries as the sentence before named", day: "2012-11-20",
			text: "France, Britain and the United States met in Paris. The three countries have armed the Free Syrian Army.",
			want: []string{"France backs Free_Syrian_Army affirmed", "United_Kingdom backs Free_Syrian_Army affirmed", "United_States backs Free_Syrian_Army affirmed"},
		},
		{
			name: "his forces are those whom he leads by the article's word", day: "2012-11-20",
			text: "Gen. Marek Kowalski is the leader of the Free Darfur Front. His forces captured Kutum.",
			want: []string{"~Free_Darfur_Front_(Sudan) captured Kutum affirmed"},
		},
		{
			name: "a nearer noun whom nobody is known for is who they are", day: "1968-09-01",
			text: "Hezbollah has fighters in Syria. When the demonstrators came, they attacked Aleppo.",
			not:  []string{"Hezbollah attacked Aleppo affirmed"},
		},
		{
			name: "a spokesman without a name is who he is", day: "2018-05-01",
			text: "Khalifa Haftar flew to Cairo. A spokesman said he condemned Turkey.",
			not:  []string{"Khalifa_Haftar opposes Turkey affirmed"},
		},
		{
			name: "of the subject's owner", day: "2018-05-01",
			text: "Vladimir Putin spoke. Khalifa Haftar's speech told of his Libyan National Army.",
			want: []string{"Khalifa_Haftar leads Libyan_National_Army affirmed"}, not: []string{"Vladimir_Putin leads Libyan_National_Army affirmed"},
		},
		{
			name: "its war is that of whom is helped", day: "2022-09-05",
			text: "Britain armed Ukraine for its war with Russia. Iran backed Syria in its fight against Islamic State.",
			want: []string{"Russia fights Ukraine affirmed", "Islamic_State fights Syria affirmed"},
			not:  []string{"Russia fights United_Kingdom affirmed", "Iran fights Islamic_State affirmed"},
		},
		{
			name: "what it needed is what it was given", day: "2022-09-05",
			text: "Britain gave Ukraine the guns it needed to bomb Russia.",
			want: []string{"Russia fights Ukraine affirmed"}, not: []string{"Russia fights United_Kingdom affirmed"},
		},
		{
			name: "somebody's withdrawal from its bases", day: "2014-09-05",
			text: "Syria watched the withdrawal. Turkey noticed Iran's retreat from its bases in Iraq.",
			want: []string{"Iran deployed_to Iraq_(territory) affirmed"}, not: []string{"Turkey deployed_to Iraq_(territory) affirmed"},
		},
		{
			name: "whoever was called a militia is the militia", day: "2016-09-05",
			text: "The Levant Front is a militia. Hezbollah attacked Aleppo. In May the militia captured Azaz.",
			want: []string{"Levant_Front captured Azaz affirmed"}, not: []string{"Hezbollah captured Azaz affirmed"},
		},
		{
			name: "officials act for their state, and are they", day: "2018-05-01",
			text: "U.S. officials condemned Syria. They also denounced Iran.",
			want: []string{"Syria opposes United_States affirmed", "Iran opposes United_States affirmed"},
		},
		{
			name: "whose return to one place from its bases in another", day: "2014-09-05",
			text: "Obama withdrew from Iraq, giving rise to ISIS's return to Mosul from its bases in Syria.",
			want: []string{"Islamic_State deployed_to Syria_(territory) affirmed"}, not: []string{"Iraq deployed_to Syria_(territory) affirmed"},
		},
		{
			name: "a man's company is not his country", day: "2022-09-05",
			text: "Vladimir Putin met the press. His company supplied drones to Chad.",
			not:  []string{"Russia backs Chad affirmed", "Vladimir_Putin backs Chad affirmed"},
		},
		{
			name: "they are many", day: "2015-08-01",
			text: "Saudi Arabia leads a coalition against the Houthis. The coalition accuses Tehran of arming the rebels. They captured Sanaa in September.",
			want: []string{"Houthis captured Sanaa affirmed"}, not: []string{"Saudi-led_coalition captured Sanaa affirmed"},
		},
		{
			name: "the two", day: "2022-02-05",
			text: "Armenia and Azerbaijan agreed to a truce on Saturday. The two have fought over Nagorno-Karabakh since 1988.",
			want: []string{"Armenia fights Azerbaijan affirmed"},
		},
		{
			name: "who owns another is not meant before it", day: "2022-02-05",
			text: "Wagner fights al-Qaeda's affiliate JNIM. The jihadists have besieged Timbuktu.",
			want: []string{"Jama'at_Nusrat_al-Islam_wal-Muslimin attacked Timbuktu affirmed"}, not: []string{"Al-Qaeda attacked Timbuktu affirmed"},
		},
	})
}

// Which places descriptions stand for.
func TestSites(t *testing.T) {
	readEach(t, []resolved{
		{
			name: "the island is one", day: "1975-01-10",
			text: "Cyprus has been divided since 1974. Turkey has kept troops on the island.",
			want: []string{"Turkey deployed_to Cyprus_(territory) affirmed"},
		},
		{
			name: "a province called after its town", day: "2020-05-01",
			text: "Idlib is the last stronghold. Turkey has sent troops to the province.",
			want: []string{"Turkey deployed_to Idlib_Governorate affirmed"},
		},
		{
			name: "on somebody's soil, in his territory", day: "2023-05-01",
			text: "Russia has stationed troops on Ukrainian soil. Belgian forces invaded the territory of Chad. Libya took its raids into Chad's territory.",
			want: []string{"Russia deployed_to Ukraine_(territory) affirmed", "Belgium attacked Chad_(territory) affirmed"},
		},
		{
			name: "the region that troops left", day: "2020-12-10",
			text: "Nagorno-Karabakh lies in Azerbaijan. Armenian forces withdrew from the region.",
			want: []string{"Armenia withdrew_from Nagorno-Karabakh affirmed"},
		},
		{
			name: "in the region may be anywhere", day: "2020-12-10",
			text: "Azerbaijan attacked Nagorno-Karabakh. France has sent troops to bases in the region.",
			not:  []string{"France deployed_to Nagorno-Karabakh affirmed"},
		},
		{
			name: "capitals by their countries", day: "2021-08-20",
			text: "The Taliban captured the Afghan capital on Sunday. Al-Shabaab bombed Somalia's capital. Boko Haram shelled the capital of Niger.",
			want: []string{"Taliban captured Kabul affirmed", "Al-Shabaab attacked Mogadishu affirmed", "Boko_Haram attacked Niamey affirmed"},
			not:  []string{"Taliban captured Afghanistan_(territory) affirmed"},
		},
		{
			name: "the capital of a province is not that of the country", day: "2021-08-20",
			text: "Afghanistan is at war. The Taliban captured the provincial capital. The Taliban hold large parts of Afghanistan. They shelled the capital of Helmand.",
			want: []string{"Taliban controls Afghanistan_(territory) affirmed"},
			not:  []string{"Taliban captured Kabul affirmed", "Taliban attacked Kabul affirmed"},
		},
		{
			name: "the city's country has to fit", day: "2022-11-20",
			text: "Kherson fell in March. Troops left Moscow. Russian troops withdrew from the Ukrainian city in November.",
			want: []string{"Russia withdrew_from Kherson affirmed"},
		},
		{
			name: "a capital that is accused is not the town", day: "2008-02-05",
			text: "Rebels attacked N'Djamena on Saturday. Chad accused Khartoum of arming them. French troops are based in the city.",
			want: []string{"France deployed_to N'Djamena affirmed"}, not: []string{"France deployed_to Khartoum affirmed"},
		},
		{
			name: "part of a country's territory is not all of it", day: "1939-02-05",
			text: "Poland condemned the German occupation of its coastal territory.",
			not:  []string{"Germany controls Poland_(territory) affirmed"},
		},
		{
			name: "another town is not the one before", day: "2018-08-20",
			text: "Syrian forces took Douma. They then attacked another town. Hezbollah took a town nearby.",
			not:  []string{"Syria attacked Douma affirmed", "Hezbollah captured Douma affirmed"},
		},
		{
			name: "as many places as the sentence before named", day: "2018-08-20",
			text: "The M23 advanced on Rutshuru and Kiwanja. It captured both towns in October. The LNA attacked the two cities.",
			want: []string{"March_23_Movement captured Rutshuru affirmed", "March_23_Movement captured Kiwanja affirmed"},
		},
		{
			name: "the country is not that of who goes there", day: "2018-08-20",
			text: "Mali has been at war since 2012. France sent troops to the country in 2013. French troops left the country in 2022.",
			want: []string{"France deployed_to Mali_(territory) affirmed", "France withdrew_from Mali_(territory) affirmed"},
		},
		{
			name: "the country acts, and has an army", day: "2018-08-20",
			text: "Rwanda rejects the report. The country has sent troops to Mozambique. Belgium trains the country's army.",
			want: []string{"Rwanda deployed_to Mozambique_(territory) affirmed", "Belgium backs Rwanda affirmed"},
		},
		{
			name: "part of a town is the town", day: "2018-08-20",
			text: "The M23 captured part of Goma. The Taliban hold large parts of Kunduz.",
			want: []string{"March_23_Movement captured Goma affirmed", "Taliban controls Kunduz affirmed"},
		},
		{
			name: "a dam, and deep inside a country", day: "2018-08-20",
			text: "Islamic State held the Mosul Dam. The Peshmerga captured the dam. Israel struck targets deep inside Syria.",
			want: []string{"Peshmerga captured Mosul_Dam affirmed", "Israel attacked Syria_(territory) affirmed"},
		},
	})
}

// resolved is an article and statements that it makes, or does not make, as line gives them.
type resolved struct {
	name, day, text string
	want, not       []string
}

func readEach(t *testing.T, tests []resolved) {
	t.Helper()
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			doc := graph.NewDocument("test", test.text, graph.Appearance{Published: graph.Valid(test.day)})
			var found []string
			for _, s := range reader(t).Read(doc).Statements {
				found = append(found, line(s))
			}
			for _, want := range test.want {
				if !slices.Contains(found, want) {
					t.Errorf("missing: %s", want)
				}
			}
			for _, not := range test.not {
				if slices.Contains(found, not) {
					t.Errorf("wrong: %s", not)
				}
			}
			if t.Failed() {
				t.Logf("found: %q", found)
			}
		})
	}
}
