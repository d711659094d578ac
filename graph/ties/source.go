package ties

// IsSource reports whether a node is that of a publisher, of an agency that a citation quotes, or of a speaker.
func (x *Index) IsSource(n Node) bool {
	for _, rows := range x.articles.parts(0, x.articles.rows) {
		for i := range rows {
			if rows[i].origin == uint32(n) {
				return true
			}
		}
	}
	for _, rows := range x.statements.parts(0, x.statements.rows) {
		for i := range rows {
			if rows[i].speaker == uint32(n) {
				return true
			}
		}
	}
	for _, rows := range x.citations.parts(0, x.citations.rows) {
		for i := range rows {
			if rows[i].via == uint32(n) {
				return true
			}
		}
	}
	return false
}
