package extract_test

import "testing"

// What stands behind fighters of no name tells whose they are, and nothing of those named before them.
func TestDescribesLastOfList(t *testing.T) {
	checkPassages(t, []passage{
		{text: "Syrian soldiers and militias backed by Iran took Aleppo.", want: []string{"Syria captured Aleppo affirmed"}, not: []string{"Iran backs Syria affirmed"}},
		{text: "The Syrian army and fighters allied with Hezbollah took Aleppo.", not: []string{"Hezbollah allied_with Syria affirmed"}},
		{text: "The Houthis and gunmen linked to al-Qaeda fought in Taiz.", not: []string{"Al-Qaeda allied_with Houthis affirmed"}},
		{text: "Chadian and Sudanese soldiers trained by France attacked.", want: []string{"France backs Chad affirmed", "France backs Sudan affirmed"}},
		{text: "The FARC and the ELN, armed by Cuba, attacked.", want: []string{"Cuba backs National_Liberation_Army_(Colombia) affirmed"}},
	})
}

// Who is given time to leave is to leave, not who gives it; an envoy's leaving is no withdrawal.
func TestDeadlines(t *testing.T) {
	checkPassages(t, []passage{
		{text: "Mali gave the M23 72 hours to leave Goma.", want: []string{"March_23_Movement withdrew_from Goma alleged"}, not: []string{"Mali withdrew_from Goma alleged"}},
		{text: "Mali gave French troops a month to leave Gao.", want: []string{"France withdrew_from Gao alleged"}},
		{text: "The Houthis were given three days to leave Taiz.", want: []string{"Houthis withdrew_from Taiz alleged"}},
		{text: "Mali gave the French ambassador 72 hours to leave Bamako.", want: []string{"France opposes Mali affirmed"}, not: []string{"Mali withdrew_from Bamako alleged", "France withdrew_from Bamako alleged"}},
		{text: "Sudan answered by giving Chad's ambassador two days to leave the country.", not: []string{"Sudan withdrew_from Chad_(territory) alleged"}},
		{text: "Israel gave residents 24 hours to leave Gaza City.", not: []string{"Israel withdrew_from Gaza_City alleged"}},
	})
}

// Villages around a town are not the town; a title is no part of a charge.
func TestAroundAndTitles(t *testing.T) {
	checkPassages(t, []passage{
		{text: "A string of villages around Goma has fallen to the M23.", not: []string{"March_23_Movement captured Goma affirmed"}},
		{text: "A number of positions around Taiz were captured by the Houthis.", not: []string{"Houthis captured Taiz affirmed"}},
		{text: "Chad accused Sudan of bombing Adre in support of President Idriss Deby.", want: []string{"Idriss_Déby leads Chad affirmed", "Sudan attacked Adré alleged"}},
	})
}

// A body's name between commas tells which of a country's bodies is meant.
func TestNamedBetweenCommas(t *testing.T) {
	checkPassages(t, []passage{
		{text: "The Chadian rebel group, FACT, shelled Faya.", want: []string{"Front_for_Change_and_Concord_in_Chad attacked Faya-Largeau affirmed"}},
		{text: "The Iranian militia, Hezbollah, condemned Egypt.", want: []string{"Egypt opposes Hezbollah affirmed"}, not: []string{"Egypt opposes Iran affirmed"}},
		{text: "The UN mission, MONUSCO, condemned Rwanda.", want: []string{"MONUSCO opposes Rwanda affirmed"}},
	})
}
