package extract_test

import "testing"

// What histories and works of reference count, list and tell of in passing.
func TestAnnals(t *testing.T) {
	readEach(t, []resolved{
		{
			name: "some of its allies, by name",
			text: "Chad condemned two of its allies, Niger and Mali.",
			want: []string{"Chad opposes Niger affirmed", "Chad opposes Mali affirmed", "Chad allied_with Niger affirmed"},
		},
		{
			name: "a ruler at the end of a list",
			text: "UNITA received money from Morocco, Taiwan and the Sultan of Oman.",
			want: []string{"Taiwan backs UNITA affirmed", "Oman backs UNITA affirmed"},
		},
		{
			name: "then",
			text: "Libya took Fada, then Faya-Largeau.",
			want: []string{"Libya captured Faya-Largeau affirmed"},
		},
		{
			name: "who fails to crush rebels fights them",
			text: "Chad was unable to crush FROLINAT. The Nigerian army failed to contain Boko Haram. Kenya could not defeat al-Shabaab.",
			want: []string{"Chad fights FROLINAT affirmed", "Boko_Haram fights Nigeria affirmed", "Al-Shabaab fights Kenya affirmed"},
		},
		{
			name: "who does not attack them does not",
			text: "Chad refused to attack FROLINAT. Nigeria denied that it could not defeat Boko Haram.",
			not:  []string{"Chad fights FROLINAT affirmed", "Boko_Haram fights Nigeria affirmed"},
		},
		{
			name: "a direction that begins a name",
			text: "The Northern Light Regiment attacked Goma.",
			want: []string{"~Northern_Light_Regiment attacked Goma affirmed"},
		},
		{
			name: "a rising without a foe",
			text: "History of Chad\n\nIn 1966 FROLINAT launched an insurgency in the north.",
			want: []string{"Chad fights FROLINAT affirmed"},
		},
		{
			name: "a rising against another, elsewhere or in words",
			text: "History of Chad\n\nFROLINAT launched an uprising against Libya. FROLINAT launched an insurgency in Niger.",
			not:  []string{"Chad fights FROLINAT affirmed"},
		},
		{
			name: "it, of whom the sentence before told",
			text: "The LURD was backed by Guinea. Guinea's president, Lansana Conté, allowed it to recruit in camps. By 2003 it controlled Tubmanburg.",
			want: []string{"Liberians_United_for_Reconciliation_and_Democracy controls Tubmanburg affirmed"},
			not:  []string{"Guinea controls Tubmanburg affirmed"},
		},
		{
			name: "a people within another's state",
			text: "Bosnian Serbs laid siege to Sarajevo. South Koreans laid siege to Goma.",
			want: []string{"Republika_Srpska attacked Sarajevo affirmed"},
			not:  []string{"South_Korea attacked Goma affirmed"},
		},
		{
			name: "presidents of three states",
			text: "The presidents of Chad, Togo and Benin, Idriss Déby, Gnassingbé Eyadéma and Mathieu Kérékou, met.",
			want: []string{"Idriss_Déby leads Chad affirmed", "Mathieu_Kérékou leads Benin affirmed"},
		},
		{
			name: "whom advisers who help a state follow",
			text: "Ethiopia was saved by an airlift and Soviet advisers, led by General John Roe.",
			not:  []string{"~John_Roe leads Ethiopia affirmed"},
		},
		{
			name: "ethnic Albanians are not Albania, nor are who land those who armed the rebels",
			text: "The KLA fought for ethnic Albanians. Kenya fought rebels armed by Sudan, and Ugandan troops landed in Mombasa.",
			not:  []string{"Albania fights Kosovo_Liberation_Army affirmed", "Albania backs Kosovo_Liberation_Army affirmed", "Kosovo_Liberation_Army backs Albania affirmed", "Uganda backs ~Kenyan_rebels affirmed"},
			want: []string{"Uganda deployed_to Mombasa affirmed"},
		},
		{
			name: "a chief of staff leads no staff",
			text: "Chief of Army Staff John Roe attacked Goma.",
			not:  []string{"~John_Roe leads ~Army_Staff affirmed"},
		},
		{
			name: "a name before brackets is no label",
			text: "The Mozambican National Resistance (RENAMO; Portuguese: Resistência Nacional Moçambicana) fought FRELIMO.",
			want: []string{"FRELIMO fights RENAMO affirmed"},
			not:  []string{"RENAMO member_of ~The_Mozambican_National_Resistance affirmed", "RENAMO member_of ~The_Mozambican_National_Resistance_(Mozambique) affirmed"},
		},
		{
			name: "the members of an alliance behind where it is",
			text: "The CSTO is an alliance in Eurasia consisting of three post-Soviet states: Armenia, Belarus and Tajikistan.",
			want: []string{"Armenia member_of Collective_Security_Treaty_Organization affirmed", "Tajikistan member_of Collective_Security_Treaty_Organization affirmed"},
			not:  []string{"Soviet_Union member_of Collective_Security_Treaty_Organization affirmed"},
		},
		{
			name: "states that came after an empire",
			text: "Four post-Soviet states belonging to the Commonwealth of Independent States signed it.",
			not:  []string{"Soviet_Union member_of Commonwealth_of_Independent_States affirmed"},
		},
		{
			name: "the half of a pair is nobody's surname",
			text: "The Franco-British fleet shelled Odesa. The Franco-British alliance with Egypt held.",
			want: []string{"France attacked Odesa affirmed", "Egypt allied_with France affirmed"},
			not:  []string{"~Franco attacked Odesa affirmed", "Egypt allied_with ~Franco affirmed"},
		},
		{
			name: "coalitions without a name",
			text: "The war was fought between Iraq and a coalition comprising Kuwait, Egypt and Syria. The RUF was driven back by an alliance of the Sierra Leone Army and the Kamajors. " +
				"Libya fought a coalition made up of Chad and Sudan. Haftar leads a coalition of Fatah and Hamas.",
			want: []string{
				"Iraq fights Kuwait affirmed", "Iraq fights Syria affirmed", "Kamajors fights Revolutionary_United_Front affirmed",
				"Chad fights Libya affirmed", "Libya fights Sudan affirmed", "Chad allied_with Sudan affirmed",
			},
			not: []string{"Egypt member_of Kuwait affirmed", "Chad member_of Sudan affirmed", "Khalifa_Haftar leads Fatah affirmed"},
		},
		{
			name: "whom the fight is not against",
			text: "MISURASATA fought for autonomy rather than against the Sandinista National Liberation Front.",
			not:  []string{"MISURASATA fights Sandinista_National_Liberation_Front affirmed"},
		},
		{
			name: "a council of the armed forces, and two offices of one man",
			text: "Yahya Jammeh, chairman of the Armed Forces Provisional Council, left. Tom Roe, Chief of Army Staff and President of Mali, stayed.",
			want: []string{"Yahya_Jammeh leads ~Armed_Forces_Provisional_Council affirmed", "~Tom_Roe leads Mali affirmed"},
		},
		{
			name: "who leads a body whose initials stand in brackets",
			text: "Zimbabwe African National Union (ZANU) leader Robert Mugabe fled. Saho Freedom Front (SFF) chairman Tom Roe stayed.",
			want: []string{"Robert_Mugabe leads Zimbabwe_African_National_Union affirmed", "~Tom_Roe leads ~Saho_Freedom_Front affirmed"},
			not:  []string{"Robert_Mugabe leads Zimbabwe affirmed"},
		},
		{
			name: "backers of each of two sides that are told by their chiefs", day: "2020-01-01",
			text: "The war was fought between Haftar's forces, supported by Russia, and Sarraj's forces, supported by Turkey and Qatar.",
			want: []string{"Russia backs Libyan_National_Army affirmed", "Turkey backs Libya affirmed", "Qatar backs Libya affirmed"},
			not:  []string{"Turkey backs Libyan_National_Army affirmed"},
		},
		{
			name: "a commander of a force is no body", day: "2020-01-01",
			text: "General Tom Banda was appointed as the Deputy Force Commander in the UN peacekeeping mission in South Sudan.",
			not:  []string{"~Force_Commander_in_the_UN deployed_to South_Sudan_(territory) affirmed"},
		},
		{
			name: "forces that are no state's", day: "1963-03-01",
			text: "Saudi Arabia supported Muhammad al-Badr's royalist forces.",
			want: []string{"Saudi_Arabia backs Yemeni_royalists affirmed"}, not: []string{"Saudi_Arabia backs North_Yemen affirmed"},
		},
		{
			name: "who is hired backs his employer", day: "1995-05-01",
			text: "Sierra Leone hired Executive Outcomes to repel the RUF.",
			want: []string{"Executive_Outcomes backs Sierra_Leone affirmed", "Executive_Outcomes fights Revolutionary_United_Front affirmed"},
		},
		{
			name: "whom a host tells to go has not gone yet", day: "1998-08-01",
			text: "Laurent-Désiré Kabila ordered all Rwandan and Ugandan troops to leave Bunia.",
			want: []string{"Rwanda withdrew_from Bunia alleged", "Uganda withdrew_from Bunia alleged"},
			not:  []string{"Rwanda withdrew_from Bunia affirmed"},
		},
	})
}
