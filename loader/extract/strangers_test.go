package extract_test

import "testing"

// Those who lead, hold or leave something else than the body or the place that the words name.
func TestStrangers(t *testing.T) {
	readEach(t, []resolved{
		{
			name: "who heads what is in a state, or works on it, does not head the state",
			text: "John Roe, the leader of Nigeria's opposition, spoke. Jim Doe, leader of the Kenyan community in London, spoke. Jack Poe, president of Chad's Senate, spoke. Anna Roe, the founder of Sudan's first brewery, spoke. Max Keld, the leader of Iran's delegation, spoke. Eva Keld, the leader of Niger's biggest union, spoke.",
			want: []string{"~Jack_Poe member_of Chad affirmed", "~Max_Keld member_of Iran affirmed"},
			not: []string{
				"~John_Roe leads Nigeria affirmed", "~Jim_Doe leads Kenya affirmed", "~Jack_Poe leads Chad affirmed", "~Anna_Roe member_of Sudan affirmed",
				"~Max_Keld leads Iran affirmed", "~Eva_Keld leads Niger affirmed",
			},
		},
		{
			name: "who heads a ministry or a service belongs to the state",
			text: "Jane Roe heads the foreign ministry of Kenya. Jim Doe leads Chad's intelligence service. Anna Roe chairs the parliament of Mali. Jack Poe heads the government of Togo.",
			want: []string{"~Jane_Roe member_of Kenya affirmed", "~Jim_Doe member_of Chad affirmed", "~Anna_Roe member_of Mali affirmed", "~Jack_Poe leads Togo affirmed"},
			not:  []string{"~Jane_Roe leads Kenya affirmed", "~Jim_Doe leads Chad affirmed", "~Anna_Roe leads Mali affirmed"},
		},
		{
			name: "a second deed is not done by who did the first",
			text: "Chad's seizure of the plant and the Libyan shelling of Faya were discussed. The M23's capture of the airport, and the Rwandan bombing of Goma, were reported.",
			want: []string{"Libya attacked Faya-Largeau affirmed", "Rwanda attacked Goma affirmed"},
			not:  []string{"Chad captured Faya-Largeau affirmed", "March_23_Movement captured Goma affirmed"},
		},
		{
			name: "but who heads its government does",
			text: "John Roe, leader of the Nigerian junta, spoke. Jack Poe, president of Mali's transitional government, spoke. Jim Doe, the president of the Republic of Chad, spoke. Anna Roe, president of Niger's military council, spoke. Max Keld, the head of Sudan's navy, spoke.",
			want: []string{
				"~John_Roe leads Nigeria affirmed", "~Jack_Poe leads Mali affirmed", "~Jim_Doe leads Chad affirmed", "~Anna_Roe leads Niger affirmed",
				"~Max_Keld member_of Sudan affirmed",
			},
		},
		{
			name: "the country that a chapter or a programme is for",
			text: "John Roe, president of the Chad chapter of the Red Cross, spoke. Jim Doe, director of Syria research at the Crisis Group, spoke. Anna Roe, head of Iran policy at the White House, spoke. Jack Poe, head of Sudan at the World Bank, spoke.",
			want: []string{
				"~John_Roe member_of International_Committee_of_the_Red_Cross affirmed", "~Jim_Doe member_of International_Crisis_Group affirmed",
				"~Anna_Roe member_of United_States affirmed", "~Jack_Poe member_of World_Bank affirmed",
			},
			not: []string{"~John_Roe leads Chad affirmed", "~Jim_Doe member_of Syria affirmed", "~Anna_Roe member_of Iran affirmed", "~Jack_Poe member_of Sudan affirmed"},
		},
		{
			name: "relatives by marriage",
			text: "John Roe's father-in-law leads Hezbollah. The M23 is led by Jim Doe's brother-in-law.",
			not:  []string{"~John_Roe leads Hezbollah affirmed", "~Jim_Doe leads March_23_Movement affirmed"},
		},
		{
			name: "who stands for an office does not hold it",
			text: "John Roe launched a bid to lead the African National Congress. Jim Doe ran to lead the Labour Party. Anna Roe campaigned to become leader of the Labour Party. Jack Poe withdrew from the race to lead the Green Party. Max Keld lost his bid to lead the Green Party.",
			not: []string{
				"~John_Roe leads African_National_Congress affirmed", "~Jim_Doe leads Labour_Party_(United_Kingdom) affirmed", "~Anna_Roe leads Labour_Party_(United_Kingdom) affirmed",
				"~Jack_Poe leads ~Green_Party affirmed", "~Max_Keld leads ~Green_Party affirmed",
			},
		},
		{
			name: "but who won it does",
			text: "John Roe won his bid to lead the African National Congress. Anna Roe beat Jim Doe to become leader of the Eagles Front.",
			want: []string{"~John_Roe leads African_National_Congress affirmed", "~Anna_Roe leads ~Eagles_Front affirmed"},
		},
		{
			name: "who runs somebody close, out of town or rules him out",
			text: "Jack Poe ran Hezbollah close. John Roe ran Boko Haram out of town. Jim Doe directed Iran to the final. Anna Roe, the judge, ruled Kenya in breach of the treaty.",
			not: []string{
				"~Jack_Poe leads Hezbollah affirmed", "~John_Roe leads Boko_Haram affirmed", "~Jim_Doe leads Iran affirmed", "~Anna_Roe leads Kenya affirmed",
				"~Anna_Roe controls Kenya_(territory) affirmed",
			},
		},
		{
			name: "how somebody leaves things is not that he leaves",
			text: "Israel left Gaza out of the talks. Qatar left Yemen no choice. Germany left Afghanistan off its list. The M23 left Goma's airport untouched. Uganda left Congo with a bill. Kenya advised its citizens to leave Somalia. The Kuwaiti emir left Riyadh.",
			not: []string{
				"Israel withdrew_from Gaza_Strip affirmed", "Qatar withdrew_from Yemen_(territory) affirmed", "Germany withdrew_from Afghanistan_(territory) affirmed",
				"March_23_Movement withdrew_from Goma affirmed", "Uganda withdrew_from Democratic_Republic_of_the_Congo_(territory) affirmed",
				"Kenya withdrew_from Somalia_(territory) alleged", "Kuwait withdrew_from Riyadh affirmed",
			},
		},
		{
			name: "but soldiers go as they do",
			text: "The M23 left Goma this morning. The LNA left Tarhouna defeated. The Houthis left Aden carrying their dead. France left Gao with its tanks. Kenya told its soldiers to leave Kismayo.",
			want: []string{
				"March_23_Movement withdrew_from Goma affirmed", "Libyan_National_Army withdrew_from Tarhuna affirmed", "Houthis withdrew_from Aden affirmed",
				"France withdrew_from Gao affirmed",
			},
		},
		{
			name: "figures of speech",
			text: "The UN took Darfur off the agenda. Rwanda took Goma seriously. Egypt takes Gaza for granted. Russia took Idlib into account. The US holds Khartoum to its promise. Maria Keld took Benghazi by surprise.",
			not: []string{
				"United_Nations captured Darfur affirmed", "Rwanda captured Goma affirmed", "Egypt captured Gaza_Strip affirmed", "Russia captured Idlib affirmed",
				"United_States controls Khartoum affirmed", "~Maria_Keld captured Benghazi affirmed",
			},
		},
		{
			name: "who attacks with words alone",
			text: "Minister John Roe attacked Turkey in an interview in Athens. The Turkish president attacked France at a rally in Konya. Anna Keld attacked the government in a speech in N'Djamena.",
			not: []string{
				"~John_Roe attacked Turkey_(territory) affirmed", "~John_Roe fights Turkey affirmed", "Turkey attacked France_(territory) affirmed",
				"France fights Turkey affirmed", "~Anna_Keld attacked N'Djamena affirmed",
			},
		},
		{
			name: "what is rehearsed",
			text: "South Korea staged drills to retake Seoul.",
			not: []string{
				"South_Korea attacked Seoul affirmed",
			},
		},
		{
			name: "the polls, business and the police",
			text: "The ANC lost Johannesburg to the Democratic Alliance at the polls. The AKP lost Istanbul in 2019. Saudi Aramco took control of a refinery in Jubail. TotalEnergies withdrew from Mozambique. Kenyan police raided the offices of a company in Nairobi. FBI agents raided a mosque in Dearborn. Egypt seized a Qatari ship in Port Said.",
			not: []string{
				"African_National_Congress withdrew_from Johannesburg affirmed", "African_National_Congress fights ~Democratic_Alliance affirmed", "~Democratic_Alliance captured Johannesburg affirmed", "~Democratic_Alliance_(South_Africa) captured Johannesburg affirmed", "Justice_and_Development_Party_(Turkey) withdrew_from Istanbul affirmed",
				"Saudi_Aramco captured Jubail affirmed", "TotalEnergies withdrew_from Mozambique_(territory) affirmed", "Kenya attacked Nairobi affirmed",
				"Federal_Bureau_of_Investigation attacked ~Dearborn_(United_States) affirmed", "Qatar deployed_to Port_Said affirmed",
			},
		},
		{
			name: "but those who fight take, raid and lose towns",
			text: "Fatah lost Gaza City to Hamas. The Wagner Group withdrew from Sirte. Kenyan police attacked Kismayo. Al-Shabaab raided a hotel in Mogadishu. Egypt attacked Derna in a report of 2015, seized Sabha by surprise and took Sirte.",
			want: []string{
				"Hamas captured Gaza_City affirmed", "Wagner_Group withdrew_from Sirte affirmed", "Kenya attacked Kismayo affirmed", "Al-Shabaab attacked Mogadishu affirmed",
				"Egypt captured Sirte affirmed",
			},
		},
		{
			name: "who speaks for victims or rivals of a body, or tries it, is not of it",
			text: "The spokesman for the victims of Boko Haram, John Roe, thanked the army. Jim Doe, a spokesman for the opposition to the Taliban, spoke. Max Keld, a member of parliament for Hezbollah's rivals, spoke. Anna Roe, the prosecutor of Hamas leaders in the Hague, spoke. Jane Keld, the judge of the Al-Shabaab trial, spoke. Jack Poe, the Iran representative of the Red Cross, spoke.",
			want: []string{"~Jack_Poe member_of International_Committee_of_the_Red_Cross affirmed"},
			not: []string{
				"~John_Roe member_of Boko_Haram affirmed", "~Jim_Doe member_of Taliban affirmed", "~Max_Keld member_of Hezbollah affirmed", "~Anna_Roe member_of Hamas affirmed",
				"~Jane_Keld member_of Al-Shabaab affirmed", "~Jack_Poe member_of Iran affirmed",
			},
		},
		{
			name: "but who speaks for a part of it is",
			text: "John Roe, a spokesman for the fighters of Boko Haram, spoke. Jim Doe, a spokesman for Hezbollah's media office, spoke. Anna Roe, the prosecutor of Chad, spoke. Jack Poe, the UK ambassador to the UN, spoke.",
			want: []string{
				"~John_Roe member_of Boko_Haram affirmed", "~Jim_Doe member_of Hezbollah affirmed", "~Anna_Roe member_of Chad affirmed",
				"~Jack_Poe member_of United_Kingdom affirmed",
			},
		},
		{
			name: "flags over houses abroad, soldiers in pictures and in training",
			text: "The Russian flag flies over its embassy in Kabul. Hezbollah's flag flew over a stall in Berlin. The statue shows a Soviet soldier in Vienna. A museum in London shows German soldiers in Warsaw. Soldiers from Chad trained in Colorado. Kenya's parliament voted down sending police to Haiti. Israel may or may not have struck Isfahan. A stray Ukrainian missile hit Lublin. Missiles from Iran hit a nerve in Baghdad.",
			want: []string{"Kenya deployed_to Haiti_(territory) denied", "Israel attacked Isfahan alleged"},
			not: []string{
				"Ukraine attacked Lublin affirmed", "Iran attacked Baghdad affirmed",
				"Russia captured Kabul affirmed", "Hezbollah captured Berlin affirmed", "Soviet_Union deployed_to Vienna affirmed",
				"Germany deployed_to Warsaw affirmed", "Chad deployed_to ~Colorado affirmed",
			},
		},
		{
			name: "flags over towns, and soldiers whom a video shows",
			text: "The flag of the LNA flew over Sirte. A video shows Rwandan troops in Goma. French officers train soldiers in Gao.",
			want: []string{"Libyan_National_Army captured Sirte affirmed", "Rwanda deployed_to Goma affirmed", "France deployed_to Gao affirmed"},
		},
		{
			name: "who is somebody to the president is not the president",
			text: "The son of Chad's president, John Roe, was arrested. The wife of Kenya's president, Jane Doe, opened a school. The killer of the leader of Hezbollah, Jack Poe, was hanged. An adviser to the president of Niger, Max Keld, resigned. The lawyer of the former president of Mali, Anna Roe, spoke.",
			not: []string{
				"~John_Roe leads Chad affirmed", "~Jane_Doe leads Kenya affirmed", "~Jack_Poe leads Hezbollah affirmed", "~Max_Keld leads Niger affirmed",
				"~Anna_Roe leads Mali affirmed",
			},
		},
		{
			name: "but whom the words name is",
			text: "The murder of Kenya's president, John Roe, shook the country. A spokesman for the president of Chad, Idriss Deby, spoke. The leader of the M23, Jim Doe, fled.",
			want: []string{"~John_Roe leads Kenya affirmed", "Idriss_Déby leads Chad affirmed", "~Jim_Doe leads March_23_Movement affirmed"},
		},
		{
			name: "what somebody has to do with a body is not that he leads it",
			text: "Jane Keld's Hamas interview is out. Anna Roe's Hezbollah problem is growing. John Roe's Boko Haram ordeal is over. Jim Doe told of his Taliban years.",
			not: []string{
				"~Jane_Keld leads Hamas affirmed", "~Anna_Roe leads Hezbollah affirmed", "~John_Roe leads Boko_Haram affirmed", "~Jim_Doe leads Taliban affirmed",
			},
		},
		{
			name: "but his forces are his",
			text: "John Roe's Eagles Front fled. Jim Doe's Falcon Brigade fighters fled. Joseph Kony's Lord's Resistance Army fled.",
			want: []string{"~John_Roe leads ~Eagles_Front affirmed", "Joseph_Kony leads Lord's_Resistance_Army affirmed"},
		},
		{
			name: "part of what a body has, or left out of a speech",
			text: "Hezbollah is part of Lebanon's fabric. Turkey is part of NATO's problem. Hamas was part of the UN's agenda. Jane Keld left the Green Party out of her speech.",
			not: []string{
				"Hezbollah member_of Lebanon affirmed", "Turkey member_of NATO affirmed", "Hamas member_of United_Nations affirmed", "~Jane_Keld member_of ~Green_Party affirmed",
			},
		},
		{
			name: "but part of it, or gone from it",
			text: "The 3rd Brigade is part of Chad's army. Turkey is part of NATO. The Hamza Division is part of Turkey's proxy forces. Jane Keld left the Freedom Party.",
			want: []string{"~3rd_Brigade member_of Chad affirmed", "Turkey member_of NATO affirmed", "~Jane_Keld member_of ~Freedom_Party affirmed"},
		},
		{
			name: "who could be or nearly was president",
			text: "Kenya's first woman president could be Jane Keld. Anna Roe was nearly president of Niger. Chad's next leader may be Jim Doe. The leader of the M23 was not John Roe but Jack Poe. Ed Moss, hardly the head of the Eagles Front, spoke.",
			want: []string{"~Jack_Poe leads March_23_Movement affirmed"},
			not: []string{
				"~Jane_Keld leads Kenya affirmed", "~Anna_Roe leads Niger affirmed", "~Jim_Doe leads Chad affirmed", "~John_Roe leads March_23_Movement affirmed",
				"~Ed_Moss leads ~Eagles_Front affirmed",
			},
		},
		{
			name: "who is said or denied to hold an office",
			text: "John Roe, the purported leader of the M23, spoke. The head of Boko Haram is not Jim Doe. Anna Roe, the self-proclaimed president of Somaliland, spoke. The Eagles Front is led by neither Jack Poe nor Max Keld.",
			want: []string{
				"~John_Roe leads March_23_Movement alleged", "~Jim_Doe leads Boko_Haram denied", "~Anna_Roe leads Somaliland alleged",
				"~Jack_Poe leads ~Eagles_Front denied",
			},
			not: []string{
				"~John_Roe leads March_23_Movement affirmed", "~Jim_Doe leads Boko_Haram affirmed", "~Jack_Poe leads ~Eagles_Front affirmed",
				"~Max_Keld leads ~Eagles_Front affirmed",
			},
		},
		{
			name: "who would be, or was never proved to be, a member",
			text: "Would-be Hamas fighter Eva Moss spoke. Eva Doe's membership of Hamas was never proved.",
			want: []string{"~Eva_Doe member_of Hamas alleged"},
			not:  []string{"~Eva_Moss member_of Hamas affirmed", "~Eva_Doe member_of Hamas affirmed"},
		},
		{
			name: "who holds it in deed",
			text: "The leader of the M23 is John Roe. Jim Doe, the acting head of Boko Haram, spoke. Anna Roe is now president of Chad.",
			want: []string{"~John_Roe leads March_23_Movement affirmed", "~Jim_Doe leads Boko_Haram affirmed", "~Anna_Roe leads Chad affirmed"},
		},
		{
			name: "who leads some in a country",
			text: "Nigerian student leader John Roe spoke. The Chadian labour leader Anna Roe spoke. Kenyan gang leader Jim Doe fled. Malian coup leader Jack Poe spoke.",
			want: []string{"~Jack_Poe leads Mali affirmed"},
			not:  []string{"~John_Roe leads Nigeria affirmed", "~Anna_Roe leads Chad affirmed", "~Jim_Doe leads Kenya affirmed"},
		},
	})
}
