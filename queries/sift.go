package queries

// LeftOut counts the statements that an answer leaves out although they are on what was asked.
type LeftOut struct {
	// Hidden statements may have been read wrongly: their confidence is too low.
	Hidden int `json:"hidden"`
	// Undated statements could not be placed: a period was asked for, and neither they nor their article has a date.
	Undated int `json:"undated"`
	// Unplaced statements are on no known place, and one was asked for.
	Unplaced int `json:"unplaced"`
	// Retracted statements are those of articles that their publisher has retracted.
	Retracted int `json:"retracted"`
	// Superseded statements are those of articles whose place a newer text at their address has taken.
	Superseded int `json:"superseded"`
	// Rejected statements are those that a reviewer rejected, or in whose place he wrote others.
	Rejected int `json:"rejected"`
}

func (l *LeftOut) add(m LeftOut) {
	l.Hidden += m.Hidden
	l.Undated += m.Undated
	l.Unplaced += m.Unplaced
	l.Retracted += m.Retracted
	l.Superseded += m.Superseded
	l.Rejected += m.Rejected
}
