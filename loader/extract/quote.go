package extract

import (
	"strings"

	"entente.example/graph"
)

// quotation is how a sentence stands to the direct speech that it is in.
type quotation struct {
	marks    []int // tokens that are quotation marks
	inside   bool  // it begins within a quote that an earlier sentence opened
	unclosed bool  // a quote of it goes on in the next sentence
}

// quote notes the sentence's quotation marks. What a paragraph leaves open ends with it: where the next one goes on quoting,
// it opens with a mark of its own.
func (s *sentence) quote() {
	if s.index > 0 {
		before := s.doc.sentences[s.index-1]
		s.quotation.inside = before.quotation.unclosed && !strings.Contains(s.doc.text[before.end:s.start], "\n\n")
	}
	open := s.quotation.inside
	for i, w := range s.words {
		switch w {
		case `"`, "''":
			open = !open
		case "“", "``", "„", "«":
			open = true
		case "”", "»":
			open = false
		default:
			continue
		}
		s.quotation.marks = append(s.quotation.marks, i)
	}
	s.quotation.unclosed = open
}

// speech reports whether the token stands in direct speech.
func (s *sentence) speech(token int) bool {
	open := s.quotation.inside
	for _, mark := range s.quotation.marks {
		if mark >= token {
			break
		}
		open = !open
	}
	return open
}

// quotes reports whether the sentence has direct speech.
func (s *sentence) quotes() bool { return s.quotation.inside || len(s.quotation.marks) > 0 }

// utters gives the verb by which the sentence tells who says its direct speech: "..., X told reporters".
func (s *sentence) utters() *group {
	for _, g := range s.groups {
		if g.kind == verbKind && g.finite && s.doc.reader.classes.any(g.lemma, "say", "claim", "deny", "threaten") && !s.speech(g.first) {
			return g
		}
	}
	return nil
}

// attributeQuotes gives what is told in direct speech its speaker, where the sentence itself names none: the one of the
// sentences that the same quote runs through, or of the quote right before, to which it is added without a word.
func (d *document) attributeQuotes() {
	speaker, quoted := graph.ID(""), -1 // who was quoted last, and in which sentence
	candidates := d.candidates
	for i, s := range d.sentences {
		told := candidates
		for len(candidates) > 0 && candidates[0].sentence == s {
			candidates = candidates[1:]
		}
		told = told[:len(told)-len(candidates)]
		if !s.quotes() {
			continue
		}
		by, v := d.utterance(i)
		claimed := v != nil && by == s && d.reader.classes.has("claim", v.lemma)
		switch {
		case v != nil:
			speaker, _ = by.voiceOf(v)
		case quoted != i-1 || !s.speech(1):
			speaker = ""
		}
		quoted = i
		for k := range told {
			q := &told[k].qualifier
			if q.speaker == "" && q.via == "" && s.speech(told[k].trigger.first) {
				q.speaker = speaker
			}
			if claimed && s.speech(told[k].trigger.first) {
				q.allege(graph.Claimed) // He claimed: "X has armed Y."
			}
		}
	}
}

// quoteReach is how many sentences on the end of a quote is looked for.
const quoteReach = 5

// utterance finds the verb that tells who says the direct speech of a sentence: its own, or that of the sentence where a
// quote ends that it leaves open.
func (d *document) utterance(i int) (*sentence, *group) {
	for k := i; k < len(d.sentences) && k <= i+quoteReach; k++ {
		s := d.sentences[k]
		if k > i && !s.quotation.inside {
			break
		}
		if v := s.utters(); v != nil {
			return s, v
		}
		if !s.quotation.unclosed {
			break
		}
	}
	return nil, nil
}
