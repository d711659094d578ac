package extract_test

import "testing"

// A phrase may open a sentence without a comma behind it.
func TestFronted(t *testing.T) {
	for sentence, want := range map[string]string{
		"Under the deal Russia withdrew from Kherson.":                 "Russia withdrew_from Kherson affirmed",
		"Under the agreement Turkey sent troops to Libya.":             "Turkey deployed_to Libya_(territory) affirmed",
		"In response Turkey and Qatar sent troops to Libya.":           "Qatar deployed_to Libya_(territory) affirmed",
		"In return Iran also armed Hezbollah.":                         "Iran backs Hezbollah affirmed",
		"For its part Iran arms Hezbollah.":                            "Iran backs Hezbollah affirmed",
		"For years Qatar has funded Hamas.":                            "Qatar backs Hamas affirmed",
		"In the same month Russia captured Kherson.":                   "Russia captured Kherson affirmed",
		"In the east Russia captured Lyman.":                           "Russia captured Lyman affirmed",
		"At first Libya armed the IRA.":                                "Libya backs Irish_Republican_Army affirmed",
		"After the talks Russia armed Armenia.":                        "Russia backs Armenia affirmed",
		"With French help Chad captured Faya.":                         "Chad captured Faya-Largeau affirmed",
		"By the end of the year Libya had captured Faya.":              "Libya captured Faya-Largeau affirmed",
		"Under Muammar Gaddafi Libya armed the IRA.":                   "Libya backs Irish_Republican_Army affirmed",
		"In support of Assad Iran sent fighters to Syria.":             "Iran deployed_to Syria_(territory) affirmed",
		"On the ground Hezbollah fights Israel, its leader said.":      "Hezbollah fights Israel affirmed",
		"Cuba said that under the deal Russia withdrew from Kherson.":  "Russia withdrew_from Kherson affirmed by Cuba",
		"Chad left Niger, and in response Turkey sent troops to Mali.": "Turkey deployed_to Mali_(territory) affirmed",
		"When Russia invaded Ukraine Poland sent tanks to Kyiv.":       "Poland backs Ukraine affirmed",
		"By arming the M23 Rwanda broke the truce.":                    "Rwanda backs March_23_Movement affirmed",
		"Having lost Kherson Russia shelled the city.":                 "Russia withdrew_from Kherson affirmed",
		"Under the deal Russia signed with Chad, Niger left Agadez.":   "Niger withdrew_from Agadez affirmed",
	} {
		t.Run(sentence, func(t *testing.T) {
			checkPassage(t, sentence, []string{want}, []string{"Russia withdrew_from Agadez affirmed", "Russia attacked Poland_(territory) affirmed", "Poland fights Russia affirmed"})
		})
	}
}
