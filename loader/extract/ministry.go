package extract

// matchMinistry: "the coast guard is under the Ministry of Transport", "the Gendarmerie reports to the Ministry of War": in a
// handbook's page on a country a force that a ministry has under it belongs to that ministry.
func (s *sentence) matchMinistry() {
	if s.doc.subject == "" || !s.doc.profile() || len(s.groups) == 0 {
		return
	}
	var forces []ref
	end := 0
	for i := 1; i+1 < len(s.tokens); i++ {
		if s.lower[i] != "ministry" || !s.capitalised(i) || s.lower[i+1] != "of" {
			continue
		}
		switch at := s.placedUnder(i); {
		case at > 0:
			forces = s.placed(at)
		case end == 0 || i-end > 2 || s.lower[end] != "and":
			forces = nil
		}
		end = s.ministryEnd(i)
		if len(forces) == 0 {
			continue
		}
		if ministry, ok := s.part(i, end, s.groups[0], s.doc.subject); ok {
			s.noteOwner("label", s.groups[0], span{i, i + 1}, forces, []ref{ministry})
		}
	}
}

// placedUnder gives the token of "under", "to" or "of" before a ministry that says what stands below it, or 0.
func (s *sentence) placedUnder(ministry int) int {
	for i := ministry - 1; i > 0 && i > ministry-8; i-- {
		switch s.lower[i] {
		case "the", "both", "direct", "authority", "control", "command", "supervision", "jurisdiction", "direction", "auspices", "operational", "administrative", "federal":
		case "under":
			return i
		case "to":
			if s.lower[i-1] == "subordinate" || s.lower[i-1] == "reports" || s.lower[i-1] == "report" {
				return i
			}
			return 0
		case "of":
			if i > 1 && (s.lower[i-1] == "part" || s.lower[i-1] == "branch" || s.lower[i-1] == "component") {
				return i
			}
		default:
			return 0
		}
	}
	return 0
}

// placed gives the forces that are subject of the verb before the token: "the Gendarmerie and the National Guard are under".
func (s *sentence) placed(at int) []ref {
	var v *group
	for _, g := range s.groups {
		if g.first >= at {
			break
		}
		if g.kind == verbKind && g.finite {
			v = g
		}
	}
	if v == nil || v.negated || v.subject == nil {
		return nil
	}
	switch v.lemma {
	case "be", "fall", "operate", "serve", "report", "come", "remain":
	default:
		return nil
	}
	var forces []ref
	for _, g := range s.conjunctsOf(v.subject) {
		first := g.first
		for first < g.head && !s.capitalised(first) {
			first++
		}
		if r, ok := s.part(first, g.head+1, g, s.doc.subject); ok && r.id != s.doc.subject {
			forces = append(forces, r)
		}
	}
	return forces
}

// ministryEnd gives the end of the ministry's name: "Ministry of Home Affairs, Culture, and Sport".
func (s *sentence) ministryEnd(i int) int {
	end := i + 2
	for k := i + 2; k < len(s.tokens); k++ {
		switch {
		case s.capitalised(k):
			end = k + 1
		case s.lower[k] == "and" || s.lower[k] == "of" || s.lower[k] == "the" || s.lower[k] == ",":
			if s.lower[k] == "and" && k+2 < len(s.tokens) && s.lower[k+1] == "the" {
				return end // "the Ministry of War and the Ministry of Justice"
			}
		default:
			return end
		}
	}
	return end
}
