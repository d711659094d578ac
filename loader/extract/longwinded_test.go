package extract_test

import "testing"

// Who does what in long sentences, over whatever stands between.
func TestLongwinded(t *testing.T) {
	readEach(t, []resolved{
		{
			name: "whom thanks are for help to, and whom a weapon was given",
			text: "Hamas, which Iran arms, thanked Qatar for funding it. The Houthis shot down a drone with a missile that Iran gave them.",
			want: []string{"Qatar backs Hamas affirmed", "Iran backs Houthis affirmed"},
			not:  []string{"Qatar backs Iran affirmed"},
		},
		{
			name: "who punishes help is not who is helped",
			text: "The M23 took Goma. The United States imposed sanctions on Rwanda for arming it. It imposed sanctions on Uganda for supporting it, too.",
			want: []string{"Rwanda backs March_23_Movement alleged"},
			not:  []string{"Rwanda backs United_States alleged", "Uganda backs United_States alleged"},
		},
		{
			name: "two who are each to do something",
			text: "The peace deal obliges Khartoum to disarm the Janjaweed and Eritrea to stop arming the JEM.",
			want: []string{"Eritrea backs Justice_and_Equality_Movement affirmed"},
			not:  []string{"Sudan backs Justice_and_Equality_Movement affirmed"},
		},
		{
			name: "soldiers of one and a counted few of another",
			text: "Some 15,000 Cuban soldiers and a thousand Soviet advisers helped the Ethiopian army. Three Kenyan battalions and a Ugandan brigade fought Al-Shabaab.",
			want: []string{
				"Cuba backs Ethiopia affirmed", "Soviet_Union backs Ethiopia affirmed", "Al-Shabaab fights Kenya affirmed", "Al-Shabaab fights Uganda affirmed",
			},
		},
		{
			name: "who commands one arm of a body does not lead it",
			text: "The naval commander of the Houthis, John Roe, spoke. The commander of the LNA, Jim Doe, spoke.",
			want: []string{"~John_Roe member_of Houthis affirmed", "~Jim_Doe leads Libyan_National_Army affirmed"},
			not:  []string{"~John_Roe leads Houthis affirmed"},
		},
		{
			name: "fifths of a land",
			text: "Morocco controls about four-fifths of Western Sahara.",
			want: []string{"Morocco controls Western_Sahara affirmed"},
		},
		{
			name: "a clause behind where a body sits is about the body",
			text: "The government in Khartoum, which for years had armed the FDLR, resigned. The army in Kinshasa, which fights the M23, fled.",
			want: []string{"Sudan backs Democratic_Forces_for_the_Liberation_of_Rwanda affirmed", "Democratic_Republic_of_the_Congo fights March_23_Movement affirmed"},
		},
		{
			name: "the government and the army of a leader without a name",
			text: "Israel's prime minister said that his government had armed the FDLR. The Kenyan president said his army had entered Goma.",
			want: []string{"Israel backs Democratic_Forces_for_the_Liberation_of_Rwanda affirmed", "Kenya deployed_to Goma affirmed"},
		},
		{
			name: "how much help is worth is no doubt about it",
			text: "Iran's support for Hezbollah is estimated at 700 million dollars a year.",
			want: []string{"Iran backs Hezbollah affirmed"},
			not:  []string{"Iran backs Hezbollah alleged"},
		},
		{
			name: "a denial that comes before what it denies",
			text: "Although Kigali denies it, the UN says that Rwanda arms the M23. Chad denies it, but Niger says that Chad arms the RSF.",
			want: []string{"Rwanda backs March_23_Movement alleged", "Rwanda backs March_23_Movement denied", "Chad backs Rapid_Support_Forces denied"},
			not:  []string{"Rwanda backs March_23_Movement affirmed", "Chad backs Rapid_Support_Forces affirmed"},
		},
		{
			name: "but who withdrew although he denies something else did",
			text: "Although Kigali denies it, Rwandan troops withdrew from Goma.",
			want: []string{"Rwanda withdrew_from Goma affirmed"},
		},
		{
			name: "officers who are punished for it did it for themselves",
			text: "Three Ugandan officers were convicted of selling ammunition to the ADF. Two Chadian soldiers were jailed for supplying guns to Boko Haram. Rwandan officers were seen selling guns to the M23.",
			want: []string{"Rwanda backs March_23_Movement affirmed"},
			not: []string{
				"Uganda backs Allied_Democratic_Forces affirmed", "Uganda backs Allied_Democratic_Forces alleged", "Chad backs Boko_Haram affirmed", "Chad backs Boko_Haram alleged",
			},
		},
		{
			name: "an agency is whatever name stands beside it",
			text: "Western officials say that Pakistan's spy agency, the ISI, has armed the Haqqani network.",
			want: []string{"Inter-Services_Intelligence backs Haqqani_network affirmed"},
			not:  []string{"Pakistan backs Haqqani_network affirmed"},
		},
		{
			name: "a mission of an organisation, which the article may name",
			text: "The UN mission withdrew from Gao. The SADC mission fought the M23. A convoy of the UN mission was ambushed by CODECO militiamen.",
			want: []string{"United_Nations withdrew_from Gao affirmed", "March_23_Movement fights Southern_African_Development_Community affirmed", "CODECO fights United_Nations affirmed"},
		},
		{
			name: "but not one that looks into something or talks",
			text: "A UN fact-finding mission accused Rwanda of arming the M23. The diplomatic mission of the UN left Gao.",
			want: []string{"Rwanda backs March_23_Movement alleged"},
			not:  []string{"Rwanda opposes United_Nations affirmed", "United_Nations opposes Rwanda affirmed", "United_Nations withdrew_from Gao affirmed"},
		},
		{
			name: "the rebels are those of whom somebody is helped against",
			text: "Chad propped up Touadéra against Libyan-backed rebels. Sudan met the envoys of Bangui in Khartoum. Sudan was content.",
			want: []string{"Libya backs ~Central_African_rebels affirmed"},
			not:  []string{"Libya backs ~Sudanese_rebels affirmed"},
		},
		{
			name: "two who do it in two ways",
			text: "Chadian forces, armed from the air by Kenya and on the ground by fighters of Hezbollah, took Faya. The M23 is trained by Rwanda and in secret by Uganda. The M23 was founded in May by Jim Doe and by June had taken Goma.",
			want: []string{"Kenya backs Chad affirmed", "Hezbollah backs Chad affirmed", "Uganda backs March_23_Movement affirmed"},
		},
		{
			name: "what is believed of one is not what is said of the other",
			text: "While Cairo backs John Roe, the head of the army, Abu Dhabi is believed to be arming the RSF. Egypt armed the LNA, Niger, Chad's neighbour, is said to have paid the M23.",
			want: []string{"Egypt backs ~John_Roe affirmed", "United_Arab_Emirates backs Rapid_Support_Forces alleged"},
			not:  []string{"Egypt backs ~John_Roe alleged"},
		},
		{
			name: "from where one attacks is not what one attacks",
			text: "The M23 fell back to the forest around Rutshuru, from where it mounts raids on convoys of the Congolese army.",
			want: []string{"Democratic_Republic_of_the_Congo fights March_23_Movement affirmed"},
			not:  []string{"March_23_Movement attacked Rutshuru affirmed"},
		},
		{
			name: "who was founded after another invaded acts himself",
			text: "Hezbollah, founded with Iranian help after Israel invaded Lebanon in 1982, fought the Amal Movement for years.",
			want: []string{"Amal_Movement fights Hezbollah affirmed", "Israel fights Lebanon affirmed"},
			not:  []string{"Amal_Movement fights Israel affirmed"},
		},
		{
			name: "the only or the first to do something is whom the words describe",
			text: "The GNA received weapons from Qatar and Turkey, the only country to have sent its own soldiers to Tripoli. The Houthis attacked Saudi Arabia, the first country to recognise the government of Yemen. The M23 was opposed by Burundi, one of the few states to have sent soldiers to Goma.",
			want: []string{"Turkey deployed_to Tripoli affirmed", "Saudi_Arabia backs Yemen affirmed", "Burundi deployed_to Goma affirmed"},
			not:  []string{"Government_of_National_Accord deployed_to Tripoli affirmed", "Houthis backs Yemen affirmed", "March_23_Movement deployed_to Goma affirmed"},
		},
		{
			name: "but the subject of the verb that says so of it",
			text: "Kenya was the first country to send troops to Haiti. As the first country to send soldiers to Mali, France lost many men.",
			want: []string{"Kenya deployed_to Haiti_(territory) affirmed", "France deployed_to Mali_(territory) affirmed"},
		},
		{
			name: "after the one who holds an office was killed",
			text: "Chad refused to send more soldiers to Mali after its president, Idriss Deby, was killed by rebels of FACT. Rwanda attacked Goma after the general, John Roe, was killed by the FDLR.",
			want: []string{"Idriss_Déby leads Chad affirmed", "Democratic_Forces_for_the_Liberation_of_Rwanda fights ~John_Roe affirmed"},
			not:  []string{"Idriss_Déby member_of Mali affirmed", "Democratic_Forces_for_the_Liberation_of_Rwanda fights Rwanda affirmed"},
		},
		{
			name: "a second charge is laid to whom the first was, over the clauses between",
			text: "Juba accused Khartoum of arming John Roe, a rebel in Jonglei who had once been a student, and of bombing Bentiu. Kigali accused Kinshasa of arming the FDLR, which it fights, and of attacking Gisenyi.",
			want: []string{"Sudan attacked Bentiu alleged", "Democratic_Republic_of_the_Congo attacked Gisenyi alleged"},
			not:  []string{"~John_Roe attacked Bentiu affirmed", "Democratic_Republic_of_the_Congo attacked Gisenyi affirmed"},
		},
		{
			name: "nor is it to allies who sell arms",
			text: "Saudi Arabia has been accused by rights groups, but not by its allies in Washington and London, both of which sell it arms, of having bombed hospitals in Saada.",
			want: []string{"Saudi_Arabia attacked Saada alleged"},
			not:  []string{"United_States attacked Saada affirmed", "United_Kingdom attacked Saada affirmed"},
		},
		{
			name: "each of several by another, respectively",
			text: "The SDF and the SNA, which were backed by France and Turkey respectively, signed a truce. The LNA and the GNA, respectively supported by Russia and Qatar, did so too.",
			want: []string{"France backs Syrian_Democratic_Forces affirmed", "Turkey backs Syrian_National_Army affirmed", "Russia backs Libyan_National_Army affirmed", "Qatar backs Government_of_National_Accord affirmed"},
			not:  []string{"Turkey backs Syrian_Democratic_Forces affirmed", "France backs Syrian_National_Army affirmed", "Qatar backs Libyan_National_Army affirmed", "Russia backs Government_of_National_Accord affirmed"},
		},
		{
			name: "a clause with one before its subject, joined by a conjunction",
			text: "The LNA lost the war, but when Haftar rose against the government, Egypt and Russia armed him. The GNA retreated, and after the army attacked Goma, Rwanda and Uganda sent the M23 weapons.",
			want: []string{"Egypt backs Khalifa_Haftar affirmed", "Russia backs Khalifa_Haftar affirmed", "Rwanda backs March_23_Movement affirmed", "Uganda backs March_23_Movement affirmed"},
			not:  []string{"Egypt fights Khalifa_Haftar affirmed", "Khalifa_Haftar fights Russia affirmed", "Democratic_Republic_of_the_Congo attacked Rwanda_(territory) affirmed"},
		},
		{
			name: "who is paid and armed by another acts himself",
			text: "The YPG changed sides in 2014 and, paid and armed by the United States, drove the Islamic State from Kobani.",
			want: []string{"United_States backs People's_Protection_Units affirmed", "Islamic_State fights People's_Protection_Units affirmed", "Islamic_State withdrew_from Kobani affirmed"},
		},
		{
			name: "who is said what he is between commas is still subject of the clause",
			text: "The GNA, which Turkey, a NATO member, supplied with drones, lost Tarhuna. Israel fights Hamas, which Qatar, a friend of the United States, financed for years.",
			want: []string{"Turkey backs Government_of_National_Accord affirmed", "Qatar backs Hamas affirmed"},
		},
		{
			name: "an infinitive behind a relative clause is the main verb's",
			text: "Mali hired the Wagner Group, which Russia has since absorbed, to fight the JNIM. France sent soldiers to Gao, which the MNLA had left, to fight the MUJAO.",
			not: []string{
				"Jama'at_Nusrat_al-Islam_wal-Muslimin fights Russia affirmed",
				"Movement_for_Oneness_and_Jihad_in_West_Africa fights National_Movement_for_the_Liberation_of_Azawad affirmed",
			},
		},
		{
			name: "fighters with a number are jets",
			text: "Denmark and the Netherlands promised F-16 fighters to Ukraine.",
			want: []string{"Denmark backs Ukraine alleged", "Netherlands backs Ukraine alleged"},
			not:  []string{"Denmark deployed_to Ukraine_(territory) alleged"},
		},
		{
			name: "an acronym in S is no plural",
			text: "The HTS fought the Islamic State before it seized Damascus.",
			not:  []string{"Islamic_State captured Damascus affirmed"},
		},
	})
}
