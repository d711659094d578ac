package text_test

import (
	"reflect"
	"strings"
	"testing"

	"entente.example/loader/text"
)

// show writes a text's sentences and tokens on one line: tokens apart by a
// space, sentences by " | ", titles with a # in front.
func show(doc string) string {
	var b strings.Builder
	for i, s := range text.Sentences(doc) {
		if i > 0 {
			b.WriteString(" | ")
		}
		if s.Title {
			b.WriteString("# ")
		}
		for j, t := range s.Tokens {
			if j > 0 {
				b.WriteByte(' ')
			}
			b.WriteString(t.Text)
		}
	}
	return b.String()
}

func TestTokens(t *testing.T) {
	tests := []struct{ name, doc, want string }{
		{"possessives", "Egypt's and Ankara’s aims, the rebels' camps.", "Egypt 's and Ankara ’s aims , the rebels ' camps ."},
		{"capital possessive", "HAFTAR'S MEN LEFT.", "HAFTAR 'S MEN LEFT ."},
		{"names with apostrophes", "O'Brien met Qur'an readers in Ta’izz and Sana'a's suburbs.", "O'Brien met Qur'an readers in Ta’izz and Sana'a 's suburbs ."},
		{"negation", "They don't, can’t, won't and CAN'T leave; we cannot.", "They do n't , ca n’t , wo n't and CA N'T leave ; we can not ."},
		{"clitics", "We're sure they'll say I'm late, he'd've gone.", "We 're sure they 'll say I 'm late , he 'd 've gone ."},
		{"hyphens", "Iran-backed men near al-Shaddadi flew an Su-24.", "Iran - backed men near al - Shaddadi flew an Su - 24 ."},
		{"prefixes", "Anti-government units re-entered by e-mail a pro-Russian post-war zone.", "Anti-government units re-entered by e-mail a pro - Russian post-war zone ."},
		{"dashes", "The town – long besieged—fell -- again.", "The town – long besieged — fell -- again ."},
		{"ranges", "In 2014–2016 and 2017-2018.", "In 2014 – 2016 and 2017 - 2018 ."},
		{"dates", "On 2020-05-28, not 2020-05-281.", "On 2020-05-28 , not 2020 - 05 - 281 ."},
		{"abbreviation hyphen", "The U.S.-led and the U.A.E.-funded sides.", "The U.S. - led and the U.A.E. - funded sides ."},
		{"quotes", `He said: “We won” and 'left' "early".`, `He said : “ We won ” and ' left ' " early " .`},
		{"brackets", "The LNA (or LAAF) [sic] left.", "The LNA ( or LAAF ) [ sic ] left ."},
		{"numbers", "Some 1,500 men, 3.5 million, $2.4 bn, €5m, 45% by 10:30 on 3/8/2020.", "Some 1,500 men , 3.5 million , $ 2.4 bn , € 5 m , 45 % by 10:30 on 3/8/2020 ."},
		{"ordinals and decades", "The 5th Brigade of the 1990s, 150km off, M23's base.", "The 5th Brigade of the 1990s , 150 km off , M23 's base ."},
		{"decimal point", "A .50 calibre gun.", "A .50 calibre gun ."},
		{"addresses", "See https://example.org/a?b=(c), www.example.com, info@mail.example.org or news.example.com.", "See https://example.org/a?b=(c) , www.example.com , info@mail.example.org or news.example.com ."},
		{"user name", "By @reporter_1 on #Libya", "# By @reporter_1 on # Libya"},
		{"slash", "GNA/LNA talks and/or war.", "GNA / LNA talks and / or war ."},
		{"ampersand", "AT&T & Sons.", "AT&T & Sons ."},
		{"already apart", "Sarraj 's men did n't go .", "Sarraj 's men did n't go ."},
		{"quoted letter", "The so-called 's' plan.", "The so - called ' s ' plan ."},
		{"zero width", "\ufeffHez\u200bbollah\u200b left\u200b.", "Hez\u200bbollah left ."},
		{"soft hyphen", "Mis\u00adrata fell.", "Mis\u00adrata fell ."},
		{"not UTF-8", "Caf\xe9 Sidra closed.", "Caf\xe9 Sidra closed ."},
		{"accents", "Aïn Témouchent, Łódź and Ö.", "Aïn Témouchent , Łódź and Ö ."},
		{"combining marks", "Le Cafe\u0301 closed.", "Le Cafe\u0301 closed ."},
		{"Arabic", "قال حفتر، إنه انسحب. ثم عاد؟", "قال حفتر ، إنه انسحب . | ثم عاد ؟"},
		{"Chinese", "他走了。他回来了。", "他走了 。 | 他回来了 。"},
		{"controls", "A\x00b\x07c.", "A b c ."},
		{"empty", "", ""},
		{"blank", " \n\t\u200b\n", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := show(tt.doc); got != tt.want {
				t.Errorf("tokens of %q\n got %s\nwant %s", tt.doc, got, tt.want)
			}
		})
	}
}

func TestSentences(t *testing.T) {
	tests := []struct{ name, doc, want string }{
		{"plain", "Rebels left. Troops came! Why? Nobody knew.", "Rebels left . | Troops came ! | Why ? | Nobody knew ."},
		{"titles of persons", "Gen. Haftar met Lt. Col. Omar and Mr. Sarraj in St. Petersburg.", "Gen. Haftar met Lt. Col. Omar and Mr. Sarraj in St. Petersburg ."},
		{"initials", "J. Smith and A. B. Khan left.", "J. Smith and A. B. Khan left ."},
		{"letter at the end", "They chose plan B. The town fell.", "They chose plan B . | The town fell ."},
		{"pronoun at the end", "He is older than I. We left.", "He is older than I . | We left ."},
		{"country", "The U.S. Army helped. U.S. forces left the U.S. They came back to the U.S.", "The U.S. Army helped . | U.S. forces left the U.S. | They came back to the U.S."},
		{"country in capitals", "THE U.S. AND RUSSIA MET. TALKS FAILED.", "THE U.S. AND RUSSIA MET . | TALKS FAILED ."},
		{"numbers", "Resolution No. 5 passed. He said no. 5 men died.", "Resolution No. 5 passed . | He said no. 5 men died ."},
		{"no before a word", "They said no. Nobody left.", "They said no . | Nobody left ."},
		{"times", "At 5 p.m. Tuesday it fell. It fell at 6 a.m. Russian jets came at 7 p.m. GMT and left.", "At 5 p.m. Tuesday it fell . | It fell at 6 a.m. | Russian jets came at 7 p.m. GMT and left ."},
		{"months", "On Jan. 3 they left. By Nov. 12, all had gone.", "On Jan. 3 they left . | By Nov. 12 , all had gone ."},
		{"companies", "Acme Corp. sold arms to Beta Ltd. The firm denied it.", "Acme Corp. sold arms to Beta Ltd. | The firm denied it ."},
		{"ellipsis", "They came ... and left… Then silence... Nobody spoke.", "They came ... and left … | Then silence ... | Nobody spoke ."},
		{"cut", "“We [...] Libyans agree,” he said.", "“ We [ ... ] Libyans agree , ” he said ."},
		{"quote of two", "“We fight. We win,” he said. “They lost.” The mayor agreed.", "“ We fight . | We win , ” he said . | “ They lost . ” | The mayor agreed ."},
		{"straight quotes", `"They left." The mayor said "Stop!" and "Who?" again. "Go."`, `" They left . " | The mayor said " Stop ! " and " Who ? " again . | " Go . "`},
		{"quote then verb", "“It fell.” said the mayor.", "“ It fell . ” said the mayor ."},
		{"brackets", "They left (all of them.) The town was quiet. (Reuters could not check.) Jets flew.", "They left ( all of them . ) | The town was quiet . | ( Reuters could not check . ) | Jets flew ."},
		{"note numbers", "Iran sent arms.[12] Russia did too.[3][4] Nobody else did.", "Iran sent arms . [ 12 ] | Russia did too . [ 3 ] [ 4 ] | Nobody else did ."},
		{"no space", "The mayor agreed.The rebels left.“We won”, he said.", "The mayor agreed . | The rebels left . | “ We won ” , he said ."},
		{"lower case start", "They left Sebha. al-Zawi stayed. jap troops came.", "They left Sebha . | al - Zawi stayed . | jap troops came ."},
		{"number start", "All left. 500 stayed.", "All left . | 500 stayed ."},
		{"paragraphs", "Troops left\n\nSebha fell.", "# Troops left | Sebha fell ."},
		{"windows lines", "Troops left\r\n\r\nSebha\r\nfell.", "# Troops left | Sebha fell ."},
		{"wrapped", "The troops of the eastern commander Khalifa\nHaftar left the town of Tarhuna after a week of\nheavy shelling.", "The troops of the eastern commander Khalifa Haftar left the town of Tarhuna after a week of heavy shelling ."},
		{"wrapped after a title", "Tarhuna Falls\nThe troops of the eastern commander Khalifa\nHaftar left the town of Tarhuna after a week of\nheavy shelling.", "# Tarhuna Falls | The troops of the eastern commander Khalifa Haftar left the town of Tarhuna after a week of heavy shelling ."},
		{"unwrapped lines", "Envoy Meets Haftar\n" + strings.Repeat("The envoy met him ", 10) + "on Monday.\nBy Our Reporter", "# Envoy Meets Haftar | " + strings.Repeat("The envoy met him ", 10) + "on Monday . | # By Our Reporter"},
		{"title before lower case", "Troops abroad\nabout 900 in Mali" + strings.Repeat("; some in Chad", 10) + ".", "# Troops abroad | about 900 in Mali" + strings.Repeat(" ; some in Chad", 10) + " ."},
		{"title before a short line", "Troops abroad\nabout 900 in Mali; some in Chad (2021)", "# Troops abroad | # about 900 in Mali ; some in Chad ( 2021 )"},
		{"quote closed behind a space", "“They left. ”", "“ They left . ”"},
		{"list of titles", "World\nAfrica\nLibya", "# World | # Africa | # Libya"},
		{"question is no title", "Who backs Haftar?\n\nMany do.", "Who backs Haftar ? | Many do ."},
		{"lead-in is no title", "He said:\n\nWe won.", "He said : | We won ."},
		{"title with abbreviation", "U.S. Backs Gen. Dostum in Talks With U.N. The Envoy Says", "# U.S. Backs Gen. Dostum in Talks With U.N. The Envoy Says"},
		{"bullets", "Sides:\n• Russia sends jets\n• Turkey sends drones\n\nEnd.", "Sides : | • Russia sends jets | • Turkey sends drones | End ."},
		{"dashes as bullets", "Sides:\n- Russia\n- Turkey", "Sides : | - Russia | - Turkey"},
		{"wrapped amid long lines", "The troops of the eastern commander Khalifa Haftar\nleft the town of Tarhuna after a week of heavy\nshelling.\nHaftar said on Friday that they would be back\nin May.\n" + strings.Repeat("The envoy met him ", 10) + "on Monday.", "The troops of the eastern commander Khalifa Haftar left the town of Tarhuna after a week of heavy shelling . | Haftar said on Friday that they would be back in May . | " + strings.Repeat("The envoy met him ", 10) + "on Monday ."},
		{"wrapped dash", "The mayor of the northern town of Kubrat left\n- he said - because of heavy shelling by the\nrebels.", "The mayor of the northern town of Kubrat left - he said - because of heavy shelling by the rebels ."},
		{"numbered", "1. Russia sent jets.\n2. Turkey sent drones.", "1. Russia sent jets . | 2. Turkey sent drones ."},
		{"dateline", "TRIPOLI, May 28 (Reuters) - Troops left, sources said.", "TRIPOLI , May 28 ( Reuters ) - Troops left , sources said ."},
		{"decimal end", "It grew 3.5. It fell in 2019. Then 2.", "It grew 3.5 . | It fell in 2019 . | Then 2 ."},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := show(tt.doc); got != tt.want {
				t.Errorf("sentences of %q\n got %s\nwant %s", tt.doc, got, tt.want)
			}
		})
	}
}

// What a cutter cut before, and who has tagged it, makes no difference to what it cuts next.
func TestCutter(t *testing.T) {
	tagger, err := text.EnglishTagger()
	if err != nil {
		t.Fatal(err)
	}
	var cutter text.Cutter
	for _, doc := range []string{
		"Chad sent men to Goma. They left. A third one\n\nA TITLE\n\nEnds here.", "", "One word.", "Two men, of Chad; \"three\" of Mali.\nAnd so on...",
	} {
		got, want := cutter.Sentences(doc), text.Sentences(doc)
		if len(got) != len(want) || len(want) > 0 && !reflect.DeepEqual(got, want) {
			t.Errorf("%q\n got %v\nwant %v", doc, got, want)
		}
		for _, s := range got {
			tagger.Tag(s.Tokens)
		}
		if len(doc) == 0 {
			cutter.Forget()
		}
	}
}
