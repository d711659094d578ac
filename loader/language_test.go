package loader_test

import (
	"strings"
	"testing"

	"entente.example/graph"
	"entente.example/loader"
)

func TestLanguage(t *testing.T) {
	tests := []struct {
		name, text, given, want string
		warned                  bool
	}{
		{"English", strings.Repeat("The rebels have left the town, and the army was on its way to the border. ", 5), "", "en", false},
		{"a short line", "Ruritania arms the Northern Front.", "", "en", false},
		{"names alone", "Ruritania, Hentzau, Strelsau.", "", "", false},
		{"German", strings.Repeat("Die Rebellen verließen in der Nacht die Stadt, und die Armee war an der Grenze. ", 5), "", "", true},
		{"Dutch", strings.Repeat("De rebellen hebben de stad in de nacht verlaten en het leger was van de grens gekomen. ", 5), "", "", true},
		{"a list in English", "At Strelsau, the rain spoiled three barrels of flour, a cart, two boats and the roof of a mill; at Hentzau, the flood took the ferry.", "", "en", false},
		{"Danish", strings.Repeat("Oprørerne har forladt byen i nat, og regeringen siger, at hæren er på vej mod grænsen for at jage de sidste af dem. ", 5), "", "", true},
		{"Finnish", strings.Repeat("Kapinalliset ovat poistuneet kaupungista, ja hallitus sanoo, että armeija on nyt matkalla rajalle. ", 5), "", "", true},
		{"Polish", strings.Repeat("Rebelianci opuścili miasto w nocy, a rząd mówi, że to wojsko zmusiło ich, by się wycofali na granicę. ", 5), "", "", true},
		{"French", strings.Repeat("Les rebelles ont quitté la ville et l’armée est en route sur la frontière. ", 5), "", "", true},
		{"Spanish", strings.Repeat("Los rebeldes han dejado la ciudad y el ejército está en camino a la frontera. ", 5), "", "", true},
		{"Russian", strings.Repeat("Повстанцы оставили город, и армия вышла к границе. ", 5), "", "", true},
		{"one line of Russian", "Россия поставляет оружие правительству Сирии.", "", "", true},
		{"one line of Ukrainian", "Росія постачає зброю урядові Сирії.", "", "", true},
		{"one line of Arabic", "تدعم إيران الحوثيين بالسلاح في اليمن.", "", "", true},
		{"one line of French", "L'Iran arme les Houthis au Yémen.", "", "", true},
		{"one line of German", "Der Iran bewaffnet die Huthis im Jemen.", "", "", true},
		{"one line of Spanish", "Irán arma a los hutíes en Yemen.", "", "", true},
		{"one line of Turkish", "İran Yemen'deki Husilere silah sağlıyor.", "", "", true},
		{"one line of Portuguese", "O Irão arma uma milícia no Iémen.", "", "", true},
		{"one line of Italian", "La Turchia sostiene il governo di Tripoli con i droni.", "", "", true},
		{"French names in a line of English", "Nicolás Maduro backs Côte d’Ivoire, El Fasher, Front de Libération.", "", "", false},
		{"a French word in a line of English", "Coup d’état in Niger backed by Wagner.", "", "", false},
		{"a few words of English", "Turkey backs Libya.", "", "", false},
		{"an Arabic name in a line of English", "Ahmed al-Sharaa (الشرع) backs Turkey.", "", "", false},
		{"a Russian name in a line of English", "Yevgeny Prigozhin (Пригожин) backs Khalifa Haftar.", "", "", false},
		{"told by the document", strings.Repeat("Повстанцы оставили город, и армия вышла к границе. ", 5), "ru", "ru", true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			doc := graph.NewDocument("a", tt.text, graph.Appearance{})
			doc.Language = tt.given
			s := memory(t)
			report, err := loader.LoadWith(t.Context(), s, newFake(), sequence(doc), loader.Options{})
			if err != nil || (len(report.Warnings) > 0) != tt.warned {
				t.Errorf("warnings %v, %v", report.Warnings, err)
			}
			if article, err := s.Article(t.Context(), doc.ID); err != nil || article.Language != tt.want {
				t.Errorf("language %q, %v", article.Language, err)
			}
		})
	}
}
