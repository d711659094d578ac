package extract_test

import (
	"slices"
	"testing"

	"entente.example/graph"
)

// Who is meant, and who says it, where one party speaks of another's deeds.
func TestVoices(t *testing.T) {
	tests := []struct {
		name, text string
		want, not  []string // statements as line gives them, and who says them
	}{
		{
			name: "the fleet is the accuser's",
			text: "Iran accused Israel of helping Jundallah to attack its border guards.",
			want: []string{"Israel backs Jundallah_(Pakistan) alleged, by Iran", "Iran fights Jundallah_(Pakistan) alleged, by Iran"},
			not:  []string{"Israel fights Jundallah_(Pakistan) alleged, by Iran"},
		},
		{
			name: "he denied this and said",
			text: "Russia claimed its troops had taken Bakhmut; Ukraine's general staff denied this and said the city was still under its control.",
			want: []string{"Ukraine controls Bakhmut affirmed, by Ukraine", "Russia captured Bakhmut denied, by Ukraine"},
			not:  []string{"Russia controls Bakhmut affirmed, by Ukraine"},
		},
		{
			name: "several of whom something is said without that",
			text: "Libya said Egypt and Sudan were arming Hissene Habre.",
			want: []string{"Egypt backs Hissène_Habré affirmed, by Libya", "Sudan backs Hissène_Habré affirmed, by Libya"},
		},
		{
			name: "his country",
			text: "Viktor Orban said his country would not send weapons to Ukraine.",
			want: []string{"Hungary backs Ukraine denied, by Viktor_Orbán"},
		},
		{
			name: "never far away is no denial",
			text: "The possibility of war between the United States and China was never far away.",
			not:  []string{"China fights United_States denied, by "},
		},
		{
			name: "what was not let happen need not have failed to happen",
			text: "Sudan said it would not let Libya use its territory to attack Chad.",
			want: []string{"Sudan backs Libya denied, by Sudan"},
			not:  []string{"Libya attacked Chad_(territory) denied, by Sudan", "Chad fights Libya denied, by Sudan"},
		},
		{
			name: "jets for an ally are not stationed in its capital",
			text: "Poland said it would transfer fighter jets to Kyiv.",
			not:  []string{"Poland deployed_to Kyiv alleged, by Poland"},
		},
		{
			name: "two gerunds of one charge",
			text: "Ethiopia accused Eritrea of training and arming rebel groups such as the Ogaden National Liberation Front.",
			want: []string{"Eritrea backs Ogaden_National_Liberation_Front alleged, by Ethiopia"},
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var got []string
			for _, s := range reader(t).Read(graph.NewDocument("x", test.text+"\n", graph.Appearance{Published: "2024-05-06"})).Statements {
				got = append(got, line(s)+", by "+string(s.Speaker))
			}
			for _, want := range test.want {
				if !slices.Contains(got, want) {
					t.Errorf("%s\n got %q\nwant %q", test.text, got, want)
				}
			}
			for _, not := range test.not {
				if slices.Contains(got, not) {
					t.Errorf("%s\n got %q", test.text, not)
				}
			}
		})
	}
}
