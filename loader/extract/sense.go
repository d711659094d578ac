package extract

import (
	"slices"
	"strings"
	"sync"

	"entente.example/graph"
	"entente.example/graph/actors"
	"entente.example/loader/text"
)

// survey looks over all names once: which country the article is about, which words it writes small.
func (d *document) survey(sentences []*sentence) {
	votes, own := map[graph.ID]int{}, ownInitials(sentences)
	for _, s := range sentences {
		for _, n := range s.names {
			if n.home != "" {
				votes[n.home]++
			}
			if !n.known() || n.last-n.first == 1 && own[s.words[n.first]] {
				continue
			}
			weight := 1
			e := d.ranked(n.senses)[0].Entry
			d.named[e.ID] = true
			country := e.Country
			switch {
			case e.IsState:
				country = e.ID
			case e.Type == graph.ArmedGroup || e.IsPlace() || e.Type == graph.Government || e.Type == graph.Militia:
				weight = 2
			case e.Type == graph.Person:
				weight = 0
			}
			if ambiguous(n.senses) {
				continue
			}
			if country != "" && len(e.Countries) < 2 {
				votes[country] += weight
			}
			d.relate(e)
		}
	}
	d.votes = votes
	d.findUprising(sentences)
	best, total := 0, 0
	for _, id := range sortedKeys(votes) {
		total += votes[id]
		if votes[id] > best {
			best, d.focus = votes[id], id
		}
	}
	if best*3 < total || best < 3 {
		d.focus = ""
	}
	if len(sentences) > 0 && sentences[0].title {
		if d.subject = sentences[0].entitled(); d.subject != "" {
			d.focus, d.onForces = d.subject, sentences[0].onForces()
		}
		d.town = sentences[0].titleTown()
	}
	d.findReference()
}

// relate notes what an entity that the article names belongs to, or leads: of several bodies of one name these are meant.
func (d *document) relate(e *actors.Entry) {
	for _, ties := range [][]actors.Dated{e.Leads, e.MemberOf, e.Parents} {
		for _, tie := range ties {
			d.kin[tie.ID] = true
		}
	}
}

// ambiguous reports whether the senses are different entities of different countries.
func ambiguous(senses []actors.Sense) bool {
	for _, sense := range senses[1:] {
		if sense.Form == actors.Name && sense.Entry.Country != senses[0].Entry.Country && !sense.Entry.IsPlace() {
			return true
		}
	}
	return false
}

// ranked orders the senses of a name: those of the country in focus first, then those in use at the article's date.
func (d *document) ranked(senses []actors.Sense) []actors.Sense {
	if len(senses) < 2 {
		return senses
	}
	ranked, points := slices.Clone(senses), make([]int, len(senses))
	for i, sense := range ranked {
		k, fit := i, d.fit(sense)
		for ; k > 0 && points[k-1] < fit; k-- { // equals stay as they are
			ranked[k], points[k] = ranked[k-1], points[k-1]
		}
		ranked[k], points[k] = sense, fit
	}
	return ranked
}

// fit says how well a sense fits the article: its country, its date.
func (d *document) fit(s actors.Sense) int {
	points := 0
	if d.focus != "" && (s.Entry.Country == d.focus || s.Entry.ID == d.focus) {
		points += 20
	}
	if d.day != "" && (!s.When.Covers(d.day) || !s.Entry.Existed.Covers(d.day)) {
		points -= 3
	}
	switch covered := s.When.Covers(d.era) && s.Entry.Existed.Covers(d.era); {
	case d.day != "":
	case d.era == "" && !lives(s.Entry):
		points-- // an undated text is rather of today
	case d.era != "" && !covered:
		points -= 3
	case d.era != "" && !lives(s.Entry) && s.Form == actors.Capital:
		points++ // "Moscow" of the Soviet Union's years
	}
	if d.kin[s.Entry.ID] && !s.Entry.IsState {
		points += 15
	} else if slices.ContainsFunc(s.Entry.Parents, func(tie actors.Dated) bool { return d.kin[tie.ID] && !d.entity(tie.ID).IsState }) {
		points += 8 // the army of the movement that he leads
	} else if d.kin[s.Entry.ID] {
		points++ // Tito's Yugoslavia, of all that were called so
	}
	votes := d.votes[s.Entry.Country]
	if s.Entry.IsState && s.Form == actors.Capital {
		votes = d.votes[s.Entry.ID]
	}
	for _, id := range s.Entry.Countries {
		votes = max(votes, d.votes[id])
	}
	return points*10 + min(votes, 9)*20
}

// namesakes reports whether the name is one that bodies of many countries bear ("Republican Guard") and nothing tells the
// chosen one from the others. Of two, the dictionary's first is the better known by far.
func (d *document) namesakes(chosen actors.Sense, senses []actors.Sense) bool {
	if len(senses) < 3 || chosen.Form != actors.Name || chosen.Entry.IsState || chosen.Entry.Type == graph.Person {
		return false
	}
	others := 0
	for _, other := range senses {
		e := other.Entry
		if !e.IsPlace() && other.Form == actors.Name && e.Country != chosen.Entry.Country && d.fit(other) == d.fit(chosen) {
			others++
		}
	}
	return others > 1
}

// anybodys reports whether the name is made of words that name the forces of any country ("National Guard"), and the article is
// about another country than that of the one body which the dictionary has under it, and does not name that one.
func (s *sentence) anybodys(n *name, chosen actors.Sense) bool {
	home := chosen.Entry.Country
	if s.newsAgency(n, chosen) {
		return true
	}
	if s.lower[n.first] == "joint" && s.doc.focus == "" && !s.doc.named[home] && n.last-n.first == 2 {
		return true // "the Joint Force" of whatever country
	}
	if s.manyHave(n, chosen) {
		return true
	}
	if home == "" || s.doc.focus == "" || home == s.doc.focus || s.doc.named[home] || chosen.Entry.IsState || chosen.Entry.Type == graph.Person {
		return false
	}
	if t := chosen.Entry.Type; isOrdinal(s.lower[n.first]) && (t == graph.Unit || t == graph.Militia || t == graph.ArmedGroup) {
		return true // the 25th Division of another army
	}
	if n.last-n.first == 1 && (strings.HasSuffix(s.lower[n.first], "alists") || s.lower[n.first] == "republicans" || s.lower[n.first] == "patriots") {
		return true // "the Constitutionalists" of another country's civil war
	}
	return !s.doc.kin[chosen.Entry.ID] && (s.onlyCommon(n.first, n.last) || s.onlyGeneric(n))
}

// manyHave reports whether bodies of three countries or more bear the name, "Republican Guard", none of them of the country that the article
// is about, and no adjective before it tells that the chosen one is meant.
func (s *sentence) manyHave(n *name, chosen actors.Sense) bool {
	home := chosen.Entry.Country
	if len(n.senses) < 3 || s.doc.focus == "" || home == s.doc.focus || chosen.Form != actors.Name || chosen.Entry.IsState || s.doc.kin[chosen.Entry.ID] || !s.onlyGeneric(n) {
		return false
	}
	before := s.nameBefore(n.first)
	return before == nil || !slices.ContainsFunc(before.senses, func(sense actors.Sense) bool { return sense.Entry.ID == home })
}

// onlyGeneric reports whether every word of the name is one by which bodies of many countries are called: "National Salvation Front".
func (s *sentence) onlyGeneric(n *name) bool {
	if n.last-n.first < 2 {
		return false
	}
	for i := n.first; i < n.last; i++ {
		small := s.tokens[i].Tag == text.POS || s.tokens[i].Tag == text.HYPH || s.lower[i] == "'s" || s.lower[i] == "’s" || isNameConnector(s.lower[i])
		if !small && !s.doc.reader.classes.any(s.lower[i], "generic", "common") && s.organisation(i) == "" {
			return false
		}
	}
	return true
}

// keepAbroad takes from the name of a body that many countries have those whom the dictionary knows under it, where the article calls it that
// of a country of which it knows none: "Kenya's Labour Party" is not Britain's, nor is "the Labour Party" in the rest of the article.
func (d *document) keepAbroad(sentences []*sentence) {
	homes := map[string]graph.ID{} // empty: somewhere those of the dictionary are meant
	told := sync.OnceValue(func() map[graph.ID]int { return toldOf(sentences) })
	for _, s := range sentences {
		for i := range s.names {
			n := &s.names[i]
			home := s.ownerOf(n)
			if home == "" {
				continue
			}
			words, e := s.text(n.first, n.last), n.senses[0].Entry
			switch longer := s.withOwner(n); {
			case len(longer) > 0:
				n.senses = longer
			case ofLand(n.senses, home):
				n.keepTo(home)
				homes[words] = ""
			case !s.onlyGeneric(n) || armed(e.Type) && told()[e.Country] > 1:
				homes[words] = "" // whoever owns armed people of a country that the article tells of backs them: "the UAE's Rapid Support Forces"
			default:
				if _, ok := homes[words]; !ok {
					homes[words] = home
				}
				n.shape, n.home, n.senses = e.Type, home, nil
			}
		}
	}
	if len(homes) == 0 {
		return
	}
	for _, s := range sentences {
		for i := range s.names {
			if n := &s.names[i]; n.known() && homes[s.text(n.first, n.last)] != "" {
				n.shape, n.home, n.senses = n.senses[0].Entry.Type, homes[s.text(n.first, n.last)], nil
			}
		}
	}
}

// keepTo leaves of the senses those of the country, if there are any.
func (n *name) keepTo(home graph.ID) {
	own := slices.DeleteFunc(slices.Clone(n.senses), func(sense actors.Sense) bool {
		return sense.Entry.Country != home && !slices.Contains(sense.Entry.Countries, home)
	})
	if len(own) > 0 {
		n.senses = own
	}
}

// toldOf gives how many entities of each country the sentences name, with the country itself.
func toldOf(sentences []*sentence) map[graph.ID]int {
	counts, seen := map[graph.ID]int{}, map[graph.ID]bool{}
	for _, s := range sentences {
		for _, n := range s.names {
			if !n.known() || seen[n.senses[0].Entry.ID] {
				continue
			}
			e := n.senses[0].Entry
			if seen[e.ID] = true; e.IsState {
				counts[e.ID]++
			} else {
				counts[e.Country]++
			}
		}
	}
	return counts
}

// ofLand reports whether one of the senses is of the country, or of none.
func ofLand(senses []actors.Sense, home graph.ID) bool {
	return slices.ContainsFunc(senses, func(sense actors.Sense) bool {
		e := sense.Entry
		return e.Country == home || e.Country == "" || slices.Contains(e.Countries, home)
	})
}

// ownerOf gives the state that stands before the name of a body as the one whose it is: "Kenya's Labour Party", "the Kenyan Republican Guard".
func (s *sentence) ownerOf(n *name) graph.ID {
	if !n.known() || n.senses[0].Form != actors.Name {
		return ""
	}
	if e := n.senses[0].Entry; e.IsState || e.IsPlace() || e.Type == graph.Person {
		return ""
	}
	at := n.first
	owned := at > 0 && s.tokens[at-1].Tag == text.POS
	if owned {
		at--
	}
	owner := s.nameBefore(at)
	if owner == nil || !owner.known() || !owner.senses[0].Entry.IsState || !lives(owner.senses[0].Entry) || !owned && !owner.adjectival() {
		return "" // Rhodesia's bodies are Zimbabwe's
	}
	return owner.senses[0].Entry.ID
}

// withOwner gives the senses of a name with the state before it, "Uganda's People's Defence Forces", where the dictionary has it so.
func (s *sentence) withOwner(n *name) []actors.Sense {
	if n.first == 0 || s.tokens[n.first-1].Tag != text.POS {
		return nil
	}
	owner := s.nameBefore(n.first - 1)
	if owner == nil {
		return nil
	}
	words := slices.Concat(s.words[owner.first:owner.last], s.words[n.first:n.last])
	if k, senses := s.doc.reader.matcher.Longest(words, 0); k == len(words) {
		return senses
	}
	return nil
}

// newsAgency reports whether the name is that of a news agency rather than of the army that has the same letters: "AFP" below a report is not
// the army of the Philippines.
func (s *sentence) newsAgency(n *name, chosen actors.Sense) bool {
	e := chosen.Entry
	return n.last-n.first == 1 && e != nil && armed(e.Type) && e.Country != s.doc.focus && !s.doc.named[e.Country] && s.doc.reader.classes.has("media", s.lower[n.first])
}

// choose gives the sense of a name as an actor. No Entry: there is none.
func (d *document) choose(senses []actors.Sense) actors.Sense {
	var seat actors.Sense
	for _, sense := range d.ranked(senses) {
		switch {
		case sense.Entry.IsPlace():
		case sense.Form == actors.Capital || sense.Form == actors.Seat:
			inUse := d.day == "" && sense.Form == actors.Capital && (lives(sense.Entry) || d.votes[sense.Entry.ID] > 0 || d.era != "" && sense.Entry.Existed.Covers(d.era)) || d.day != "" && sense.When.Covers(d.day) && sense.Entry.Existed.Covers(d.day)
			if inUse && (seat.Entry == nil || sense.Form == actors.Seat && seat.Form == actors.Capital) {
				seat = sense
			}
		default:
			return sense
		}
	}
	return seat
}

// lives reports whether the entry has no end: in an undated text a capital does not stand for a state that is no more.
func lives(e *actors.Entry) bool {
	_, last, ok := e.Existed.Bounds()
	return !ok || last == ""
}

// governmentOf gives the government that a name before "authorities" or "government" stands for.
func (d *document) governmentOf(senses []actors.Sense) (graph.ID, bool) {
	for _, sense := range d.ranked(senses) {
		switch e := sense.Entry; {
		case e.IsPlace():
			if governments := d.reader.dictionary.GovernedFrom(e.ID, d.date()); len(governments) > 0 {
				return d.seated(e.ID, governments), true
			}
		case e.Type == graph.Person:
			if led := d.led(e.ID); led != "" {
				return led, true
			}
			return "", false
		case sense.Form != actors.Capital && sense.Form != actors.Seat:
			return e.ID, true
		}
	}
	return "", false
}

// seated gives the government meant of those that ever sat in the town: where the text has no date and none of them still is, one that the
// text names, or else the state whose capital it is.
func (d *document) seated(town graph.ID, governments []*actors.Entry) graph.ID {
	if d.day != "" || d.era != "" || slices.ContainsFunc(governments, lives) {
		return governments[0].ID
	}
	for _, g := range governments {
		if d.named[g.ID] {
			return g.ID
		}
	}
	if state := d.entity(town).Country; d.isState(state) && d.capital(state) == town {
		return state
	}
	return governments[0].ID
}

// lookup gives what a name means whose words are as texts write it. The names by which articles are read suffice for it; those
// by which the dictionary finds what people type take more memory.
func (d *document) lookup(name string) []actors.Sense {
	words := strings.Fields(name)
	if n, senses := d.reader.matcher.Longest(words, 0); n == len(words) {
		return senses
	}
	return nil
}
