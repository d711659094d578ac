package extract

import (
	"entente.example/graph"
	"entente.example/loader/text"
)

// setsOut reports whether the verb says that its subject went about what the infinitive right behind tells: "set out to take X", "moved to
// take X", "scrambled to arm X".
func (s *sentence) setsOut(v, up *group) bool {
	if !v.infinitive || up.object != nil || up.passive || s.negates(up) {
		return false
	}
	switch up.lemma {
	case "set", "set_out":
		return s.lower[v.first-1] == "out"
	case "scramble", "strain", "toil", "move", "manoeuvre", "maneuver", "labour", "labor":
		return v.index == up.index+1 && s.lower[v.first-1] != "out"
	}
	return false
}

// muses takes what a verb or an adjective makes of the gerund behind its preposition: "toyed with arming X", "is serious about arming X".
func (s *sentence) muses(up *group, prep string, q *qualifier) bool {
	if (prep == "close_to" || prep == "near") && s.tokens[up.first].Tag == text.VBD {
		return false // who "was close to arming X" did not
	}
	lemma := up.lemma
	if up.copula && up.complement != nil {
		lemma = up.complement.lemma
	}
	kind := s.doc.reader.classes.kind("musing", lemma+"-"+prep)
	if kind == "" {
		return false
	}
	if !s.negates(up) {
		s.colour(kind, q)
	} else if kind == string(graph.Planned) {
		q.deny() // "did not plan on arming X"
	} else {
		q.void = true
	}
	return true
}

// candidacy takes what a noun for a contest makes of the office that its infinitive tells of, and reports whether it is one: "withdrew from
// the race to lead X".
func (s *sentence) candidacy(g, v *group, q *qualifier) bool {
	class := s.doc.reader.classes
	if !class.has("candidacy", g.lemma) || !class.has("incumbency", v.lemma) {
		return false
	}
	s.tried(g, q)
	return true
}

// tried takes what a noun for an attempt makes of a tie by what its verb tells became of it: "won his bid to lead X", "lost his bid".
func (s *sentence) tried(g *group, q *qualifier) {
	if v := g.verb; v != nil && g.role == "obj" && !v.passive && !s.negates(v) {
		switch v.lemma {
		case "win":
			return
		case "lose":
			q.deny()
			return
		}
	}
	q.attempt = true
}

// mootsSending tells the verbs by which one talks of soldiers who are yet to be sent: "discussed the deployment of".
func mootsSending(lemma string) bool {
	switch lemma {
	case "discuss", "debate", "study", "moot", "float", "explore":
		return true
	}
	return false
}
