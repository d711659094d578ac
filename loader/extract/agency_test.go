package extract_test

import "testing"

// How news agencies put it: dense leads, "from" behind what somebody helps with, names with particles, spokesmen of ministries.
func TestAgencies(t *testing.T) {
	tests := []struct {
		name, text string
		want, not  []string // statements as line gives them
	}{
		{
			name: "who backs is not who acts",
			text: "Chadian security forces backed by allied Hausa fighters recaptured two villages near Diffa from Boko Haram.",
			want: []string{"Boko_Haram fights Chad affirmed"},
			not:  []string{"~Hausa_fighters fights Boko_Haram affirmed"},
		},
		{
			name: "an agency glued to what it reports",
			text: "Hama SANA-Army units destroyed a base of Jabhat al-Nusra near Morek in Syria.",
			want: []string{"Al-Nusra_Front fights Syria affirmed"},
			not:  []string{"Al-Nusra_Front fights ~Hama_SANA-Army affirmed"},
		},
		{
			name: "a general of another state",
			text: "Chadian and Libyan troops under the French general Zyxo Abecedo recaptured Faya from Niger.",
			want: []string{"~Zyxo_Abecedo member_of France affirmed"},
			not:  []string{"~Zyxo_Abecedo member_of Chad affirmed", "~Zyxo_Abecedo member_of Libya affirmed"},
		},
		{
			name: "merchantmen",
			text: "British cargo ships in the Black Sea waited while US merchant ships sailed on.",
			not:  []string{"United_Kingdom deployed_to Black_Sea affirmed", "United_States deployed_to Black_Sea affirmed"},
		},
		{
			name: "who is led to write is not who pushes",
			text: "The Libyan invasion of Chad and a drive to win control of half of Niger led President Idriss Deby and his minister of state, John Roe, to write a letter.",
			want: []string{"Libya attacked Chad_(territory) affirmed"},
			not:  []string{"~John_Roe attacked Niger_(territory) affirmed", "~John_Roe captured Niger_(territory) affirmed"},
		},
		{
			name: "the long name of a group",
			text: "Fighters of the Islamic State of Iraq and ash-Sham (ISIS) attacked Mozambican troops in Palma.",
			want: []string{"Islamic_State fights Mozambique affirmed"},
			not:  []string{"Mozambique fights ~Sham affirmed"},
		},
		{
			name: "where the help comes from",
			text: "Ethiopia recaptured Dessie in December with the help of drones from Turkey and Iran.",
			not:  []string{"Ethiopia fights Turkey affirmed", "Ethiopia fights Iran affirmed"},
		},
		{
			name: "whose offensive is to end",
			text: "France welcomes a truce in Yemen and urges the Houthis to halt their offensive on Marib.",
			want: []string{"Houthis attacked Marib affirmed"},
			not:  []string{"France attacked Marib affirmed", "France fights Houthis alleged by France", "France fights Houthis alleged"},
		},
		{
			name: "whom somebody is for is not who he is",
			text: "Pro-Iranian Hezbollah guerrillas ambushed a patrol of the Israeli army.",
			want: []string{"Hezbollah fights Israel affirmed"},
			not:  []string{"Israel fights ~Iranian_guerrillas affirmed", "Hezbollah allied_with ~Iranian_guerrillas affirmed"},
		},
		{
			name: "two verbs before a name",
			text: "Syria shelters Hamas. Iran arms and funds Hezbollah.",
			want: []string{"Iran backs Hezbollah affirmed"},
		},
		{
			name: "a stretch of land is not the country",
			text: "Sudan is at war. The RSF said it had taken full control of the territory along Sudan's border with Libya.",
			not:  []string{"Rapid_Support_Forces captured Sudan_(territory) affirmed", "Rapid_Support_Forces captured Libya_(territory) affirmed"},
		},
		{
			name: "whoever rules leads his army",
			text: "The army of Sudan, led by Gen Abdel Fattah al-Burhan, left Wad Madani. Chadian troops led by Gen Zyx Abecedo left Faya.",
			want: []string{"Abdel_Fattah_al-Burhan leads Sudan affirmed", "~Zyx_Abecedo member_of Chad affirmed"},
		},
		{
			name: "an ally named before the subject",
			text: "Along with its ally, the Tigray People's Liberation Front, the Oromo Liberation Army marched on Kombolcha.",
			want: []string{"Oromo_Liberation_Army allied_with Tigray_People's_Liberation_Front affirmed"},
		},
		{
			name: "names with particles",
			text: "General Mohammed al-Iraqi, commander of the 25th Mechanized Brigade, met Karl von der Abece, commander of the 26th Mechanized Brigade.",
			want: []string{"~Mohammed_al-Iraqi leads ~25th_Mechanized_Brigade affirmed", "~Karl_von_der_Abece leads ~26th_Mechanized_Brigade affirmed"},
		},
		{
			name: "a ministry without its country",
			text: "KABUL - Defence Ministry spokesman Zyx Abecedo said the Taliban attacked Kabul.",
			want: []string{"~Zyx_Abecedo member_of Afghanistan affirmed"},
		},
		{
			name: "separatists whom the dictionary calls rebels",
			text: "Russian guns fired on Chechen separatists near Bamut. Rebels had attacked posts in Shatoi, Shali and Nozhai-Yurt overnight.",
			want: []string{"Chechen_rebels attacked Shatoy affirmed", "Chechen_rebels attacked Nozhai-Yurt affirmed"},
		},
		{
			name: "after fighting",
			text: "Fighters of the Al-Nusra Front and Ahrar al-Sham overran parts of Idlib after fighting that raged for two days.",
			want: []string{"Ahrar_al-Sham captured Idlib affirmed"},
			not:  []string{"Ahrar_al-Sham fights Al-Nusra_Front affirmed"},
		},
		{
			name: "spans of time behind a noun, a shot behind 'and'",
			text: "JNIM attacked Bamako's airport weeks later. Algeria has massed troops on the border and shot down a Malian drone.",
			want: []string{"Jama'at_Nusrat_al-Islam_wal-Muslimin attacked Bamako affirmed", "Algeria fights Mali affirmed"},
		},
		{
			name: "a dismissal is no denial",
			text: "General Zyx Abecedo, whom Rwanda had dismissed for arming the M23, fled.",
			not:  []string{"~Zyx_Abecedo backs March_23_Movement denied", "~Zyx_Abecedo backs March_23_Movement affirmed"},
		},
		{
			name: "who vows that",
			text: "Ronald Reagan said Libya was sending tanks to Faya-Largeau and vowed that Washington would help Chad.",
			want: []string{"United_States backs Chad alleged by Ronald_Reagan"},
		},
		{
			name: "prices of old",
			text: "The United States had given Chad 25 mln dlrs in military aid since December.",
			want: []string{"United_States backs Chad affirmed"},
		},
		{
			name: "the verb behind a description",
			text: "Turkey, a big power, regards the YPG, which leads the SDF, as a branch of the PKK. Its operation in Afrin has drawn SDF fighters away from Raqqa.",
			want: []string{"Turkey attacked Afrin affirmed"},
			not:  []string{"People's_Protection_Units attacked Afrin affirmed", "Syrian_Democratic_Forces backs Turkey affirmed"},
		},
		{
			name: "the verb behind a clause",
			text: "The M23, whom Rwanda had armed, left Goma.",
			want: []string{"March_23_Movement withdrew_from Goma affirmed", "Rwanda backs March_23_Movement affirmed"},
		},
		{
			name: "keywords and other articles",
			text: "Russia bombed Idlib.\n\nTags: Syria, Israel strikes Iran\n\nRelated Topics: Chad attacks Niger\n\nREAD MORE: Iran arms Hezbollah\n",
			want: []string{"Russia attacked Idlib affirmed"},
			not:  []string{"Iran fights Israel affirmed", "Chad fights Niger affirmed", "Iran backs Hezbollah affirmed"},
		},
		{
			name: "what a movement consists of",
			text: "The Tahrir al-Wataniya Movement was a Free Syrian Army faction. Based in Idlib, it consisted of the 13th Division and the 71st Brigade.",
			not:  []string{"13th_Division member_of Free_Syrian_Army affirmed", "Free_Syrian_Army deployed_to Idlib affirmed"},
		},
		{
			name: "a town with a title in its name",
			text: "Syrian government forces captured the town of Sheikh Miskeen on Monday.",
			want: []string{"Syria captured ~Sheikh_Miskeen affirmed"},
		},
		{
			name: "whom a splinter's chief leads",
			text: "The Oromo Liberation Army, a splinter of the Oromo Liberation Front led by Jaal Marroo, left Nekemte. Hezbollah, an ally of the Amal Movement led by Nabih Berri, fired rockets.",
			want: []string{"Jaal_Marroo leads Oromo_Liberation_Army affirmed", "Nabih_Berri leads Amal_Movement affirmed"},
			not:  []string{"Jaal_Marroo leads Oromo_Liberation_Front affirmed"},
		},
		{
			name: "what a second is asked to end",
			text: "France called on Chad to withdraw from Niger and on Libya to stop arming the M23.",
			want: []string{"Libya backs March_23_Movement affirmed"},
			not:  []string{"Chad backs March_23_Movement affirmed"},
		},
		{
			name: "a unit of volunteers is not their state's",
			text: "A unit of Belarusian volunteers is fighting for Ukraine.",
			not:  []string{"Belarus backs Ukraine affirmed"},
		},
		{
			name: "whose advance it is for which a land is used",
			text: "Russia used Belarus as a springboard for its failed advance on Kyiv.",
			want: []string{"Russia attacked Kyiv affirmed"},
			not:  []string{"Belarus attacked Kyiv affirmed"},
		},
		{
			name: "a verb that looks like a train",
			text: "Norway and Denmark have sent artillery and ammunition, and train Ukrainian soldiers in Poland.",
			want: []string{"Norway backs Ukraine affirmed"},
			not:  []string{"Ukraine deployed_to Poland_(territory) affirmed"},
		},
		{
			name: "whose fighters help",
			text: "Hezbollah is in Syria. It fought beside the Nusra Front and Ahrar al-Sham when they seized Idlib, and its fighters later helped Jaysh al-Islam.",
			want: []string{"Hezbollah backs Jaysh_al-Islam affirmed"},
			not:  []string{"Ahrar_al-Sham backs Jaysh_al-Islam affirmed"},
		},
		{
			name: "a mother party is not the party",
			text: "The Nusra Front is a party. Zyx Abecedo, who leads the mother party in Afghanistan, spoke.",
			not:  []string{"~Zyx_Abecedo leads Al-Nusra_Front affirmed"},
		},
		{
			name: "a role in an attack of others",
			text: "A drone hit a base. The United States launched air strikes in Syria. Iran denied any role in the attack on the base at Tanf.",
			want: []string{"Iran attacked al-Tanf denied by Iran"},
			not:  []string{"United_States attacked al-Tanf denied by Iran", "United_States attacked al-Tanf affirmed"},
		},
		{
			name: "groups that are affiliated with a state's force",
			text: "The United States launched air strikes in Syria against groups affiliated with Iran's Islamic Revolutionary Guard Corps.",
			not:  []string{"Iran fights United_States affirmed", "Islamic_Revolutionary_Guard_Corps fights United_States affirmed"},
		},
		{
			name: "who got arms is told otherwise",
			text: "Libya ended its aid to the Polisario in 1984. Saudi Arabia paid for much of Morocco's war; France supplied aircraft and advisers.",
			not:  []string{"France backs Polisario_Front affirmed", "Saudi_Arabia backs Polisario_Front affirmed"},
		},
		{
			name: "a territory is not the land beside which camps lie",
			text: "The Polisario claims Western Sahara. Its government sits in camps near Tindouf in Algeria. Spain left the territory in 1975.",
			want: []string{"Spain withdrew_from Western_Sahara affirmed"},
			not:  []string{"Spain withdrew_from Algeria_(territory) affirmed"},
		},
		{
			name: "not the one, but the other",
			text: "Russia has never recognised Kosovo and backs Serbia at the United Nations. China does likewise. Spain does not recognise it either.",
			want: []string{"Russia backs Serbia affirmed", "Spain backs Kosovo denied"},
			not:  []string{"Russia backs Serbia denied", "Spain backs China denied"},
		},
		{
			name: "who goes to court",
			text: "Sudan has taken the UAE to court for arming the RSF.",
			want: []string{"United_Arab_Emirates backs Rapid_Support_Forces alleged by Sudan", "Sudan opposes United_Arab_Emirates affirmed"},
			not:  []string{"Sudan backs Rapid_Support_Forces affirmed", "Sudan captured United_Arab_Emirates_(territory) affirmed"},
		},
		{
			name: "a vote against it",
			text: "Algeria voted against suspending Syria from the Arab League. Chad argued against arming Niger.",
			not:  []string{"Syria member_of Arab_League denied", "Algeria opposes Syria denied", "Chad backs Niger denied"},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) { checkPassage(t, tt.text, tt.want, tt.not) })
	}
}
