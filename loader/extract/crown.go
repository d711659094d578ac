package extract

// crownOffice reports whether an office that names no country is one of the United Kingdom's, by how its government's statements
// write it: "HM Ambassador to Yemen", "the Minister for Africa". Other countries' ministers are of their own land's affairs.
func (s *sentence) crownOffice(o office) bool {
	if o.first > 0 && (s.lower[o.first-1] == "hm" || s.lower[o.first-1] == "fcdo") {
		return true
	}
	if o.lemma != "minister" || o.last+1 >= len(s.lower) || s.lower[o.last] != "for" {
		return false
	}
	at := o.last + 1
	if s.lower[at] == "the" {
		at++
	}
	n, senses := s.doc.reader.matcher.Longest(s.words, at)
	return n > 0 && senses[0].Entry.IsPlace() && senses[0].Entry.Country == ""
}
