package extract_test

import "testing"

// What histories leave out because the text has just told it: the verb, which side somebody fought on.
func TestLeftOut(t *testing.T) {
	readEach(t, []resolved{
		{
			name: "the verb behind a comma",
			text: "FROLINAT was supported by Libya, UNITA by South Africa and Zaire.",
			want: []string{"Libya backs FROLINAT affirmed", "South_Africa backs UNITA affirmed", "Democratic_Republic_of_the_Congo backs UNITA affirmed"},
			not:  []string{"Libya backs UNITA affirmed", "South_Africa backs FROLINAT affirmed"},
		},
		{
			name: "the verb behind a semicolon",
			text: "FROLINAT was armed by Libya; UNITA by South Africa.",
			want: []string{"South_Africa backs UNITA affirmed"},
		},
		{
			name: "no verb of what is denied",
			text: "Libya denied that FROLINAT was armed by it, UNITA by Zaire.",
			not:  []string{"Democratic_Republic_of_the_Congo backs UNITA affirmed"},
		},
		{
			name: "places with a date of their own",
			text: "Sake fell to the M23 on 2 May, Goma on 3 May and Bukavu in June.",
			want: []string{"March_23_Movement captured Sake affirmed", "March_23_Movement captured Goma affirmed", "March_23_Movement captured Bukavu affirmed"},
		},
		{
			name: "places taken by somebody, with dates",
			text: "Sake was taken by the M23 in May and Goma in June.",
			want: []string{"March_23_Movement captured Sake affirmed", "March_23_Movement captured Goma affirmed"},
		},
		{
			name: "to whom the later place was lost",
			text: "Sake was lost on 2 May, Goma on 3 May to the M23.",
			want: []string{"March_23_Movement captured Goma affirmed"},
			not:  []string{"March_23_Movement captured Sake affirmed"},
		},
		{
			name: "one against the rest",
			text: "The war was fought between Israel and Egypt, Syria and Jordan.",
			want: []string{"Israel fights Syria affirmed", "Egypt fights Israel affirmed", "Israel fights Jordan affirmed"},
			not:  []string{"Egypt fights Syria affirmed", "Jordan fights Syria affirmed", "Egypt fights Jordan affirmed"},
		},
		{
			name: "all against all",
			text: "Fighting broke out between FROLINAT, UNITA and the M23.",
			want: []string{"FROLINAT fights UNITA affirmed", "FROLINAT fights March_23_Movement affirmed", "March_23_Movement fights UNITA affirmed"},
		},
		{
			name: "on one side and on the other",
			text: "The battle was fought between Egypt and Syria on one side and Israel on the other. The war between Chad on the one hand and FROLINAT and Libya on the other ended.",
			want: []string{"Egypt fights Israel affirmed", "Israel fights Syria affirmed", "Chad fights FROLINAT affirmed", "Chad fights Libya affirmed"},
			not:  []string{"Egypt fights Syria affirmed", "FROLINAT fights Libya affirmed"},
		},
		{
			name: "a coalition of some",
			text: "The war was fought between Israel and a coalition of Egypt, Syria and Jordan.",
			want: []string{"Israel fights Syria affirmed", "Egypt fights Israel affirmed"},
			not:  []string{"Egypt fights Syria affirmed"},
		},
		{
			name: "a clause within the phrase that opens the sentence",
			text: "With the support of Libya, which sent tanks, FROLINAT took Fada.",
			want: []string{"Libya backs FROLINAT affirmed", "FROLINAT captured Fada affirmed"},
		},
		{
			name: "how often",
			text: "FROLINAT clashed three times with the Chadian army. Islamic State came into conflict several times with the al-Nusra Front.",
			want: []string{"Chad fights FROLINAT affirmed", "Al-Nusra_Front fights Islamic_State affirmed"},
		},
		{
			name: "nameless bands before a name",
			text: "FROLINAT fought rival factions and Libya.",
			want: []string{"FROLINAT fights Libya affirmed"},
		},
	})
}

// What took place when, and where: dates and manners behind a verb, districts, headquarters, phrases before the subject.
func TestTakenWhen(t *testing.T) {
	readEach(t, []resolved{
		{
			name: "taken in a month, a year, an assault",
			text: "Sake was taken in March by the M23. Goma was taken in 2012 by the M23. Bukavu was taken in a surprise attack by the M23.",
			want: []string{"March_23_Movement captured Sake affirmed", "March_23_Movement captured Goma affirmed", "March_23_Movement captured Bukavu affirmed"},
		},
		{
			name: "taken in as guests",
			text: "The fighters of the M23 were taken in by Uganda.",
			not:  []string{"Uganda captured Goma affirmed"},
		},
		{
			name: "the district around a town",
			text: "The ADF attacked Kasese District. The capture of the Beni Territory and the Masisi District of Congo by the M23 followed. The M23 met the Goma District Council.",
			want: []string{"Allied_Democratic_Forces attacked Kasese affirmed", "March_23_Movement captured Masisi affirmed"},
			not:  []string{"March_23_Movement captured Democratic_Republic_of_the_Congo_(territory) affirmed", "March_23_Movement captured Goma affirmed"},
		},
		{
			name: "two phrases before two subjects",
			text: "On 23 May, in Operation Thunder, Rhodesia and South Africa bombed Chimoio.",
			want: []string{"Rhodesia attacked ~Chimoio affirmed", "South_Africa attacked ~Chimoio affirmed"},
		},
		{
			name: "a numbered brigade of another country",
			text: "Karen National Liberation Army\n\nThe KNLA fights Myanmar. In Myanmar the KNLA holds Papun. The 7th Brigade attacked Papun.",
			not:  []string{"Kaniyat attacked Hpapun affirmed"},
		},
		{
			name: "who holds the place that others attack",
			text: "FROLINAT stormed Fada, defended by Libya. Faya-Largeau, then held by Chad, was attacked by FROLINAT.",
			want: []string{"FROLINAT fights Libya affirmed", "Chad fights FROLINAT affirmed", "Chad controls Faya-Largeau affirmed"},
			not:  []string{"Libya backs FROLINAT affirmed"},
		},
		{
			name: "who held it later fought nobody there",
			text: "FROLINAT captured Fada, later held by Libya.",
			not:  []string{"FROLINAT fights Libya affirmed"},
		},
		{
			name: "a faction under somebody unknown",
			text: "A faction under Habier Malik attacked Goma. Fighters under Zyko Bullo took Sake.",
			want: []string{"~Habier_Malik attacked Goma affirmed", "~Zyko_Bullo captured Sake affirmed"},
		},
	})
}
