package extract

import "strings"

// pointsElsewhere reports whether the line only lists keywords or other articles, as pages do below their text: "Tags: Syria,
// Russia strikes Turkey". What it says is no news of this article.
func (s *sentence) pointsElsewhere() bool {
	first := leading(s.words)
	for i := first + 1; i < len(s.lower) && i < first+6; i++ {
		if s.lower[i] == ":" {
			return s.doc.reader.classes.has("elsewhere", strings.Join(s.lower[first:i], "_"))
		}
	}
	return false
}
