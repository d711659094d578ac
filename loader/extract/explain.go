package extract

import (
	"fmt"
	"io"
	"strings"

	"entente.example/graph"
	"entente.example/graph/actors"
)

// Explain reads the document as [Reader.Read] does and writes how: for each sentence its tokens with tags, the names and
// what each may mean, the groups with what they depend on and whom they stand for, then each frame that fired with its
// slots, and what became of it. The error is that of the writer.
func (r *Reader) Explain(w io.Writer, doc graph.Document) error {
	d := r.open(doc)
	d.traced = true
	e := &explainer{w: w}
	sentences := d.analyse()
	outcomes := d.outcomes()
	for _, s := range sentences {
		e.sentence(s)
		for i := range d.candidates {
			if c := &d.candidates[i]; c.sentence == s {
				e.candidate(c, outcomes[i])
			}
		}
		e.printf("\n")
	}
	return e.err
}

// explainer writes until the first error.
type explainer struct {
	w   io.Writer
	err error
}

func (e *explainer) printf(format string, args ...any) {
	if e.err == nil {
		_, e.err = fmt.Fprintf(e.w, format, args...)
	}
}

func (e *explainer) sentence(s *sentence) {
	e.printf("%s\n", s.doc.source.Text[s.start:s.end])
	var tags []string
	for i, t := range s.tokens {
		tags = append(tags, s.words[i]+"/"+t.Tag.String())
	}
	e.printf("  tokens  %s\n", strings.Join(tags, " "))
	for _, t := range s.retagged {
		e.printf("  tag     %s was %s (%s:%d)\n", tags[t.token], t.had, tagFile, t.by.line)
	}
	for _, n := range s.names {
		e.printf("  name    %-24s %s\n", s.text(n.first, n.last), meanings(n))
	}
	for _, g := range s.groups {
		e.group(s, g)
	}
}

// meanings lists what a name may mean.
func meanings(n name) string {
	if !n.known() {
		return "new name, " + orDash(string(n.shape))
	}
	var list []string
	for _, sense := range n.senses {
		text := string(sense.Entry.ID)
		if sense.Form != actors.Name {
			text += " (" + sense.Form.String() + ")"
		}
		list = append(list, text)
	}
	return strings.Join(list, ", ")
}

func (e *explainer) group(s *sentence, g *group) {
	words := "(left out)"
	if !g.restored() {
		words = s.text(g.first, g.last)
	}
	switch g.kind {
	case nounKind:
		e.printf("  noun    %-32s head %s%s%s%s\n", words, g.lemma, dependence(g), standsFor(" actor", g.actor), standsFor(" place", g.place))
	case verbKind:
		e.printf("  verb    %-32s %s%s", words, g.lemma, verbMarks(g))
		for _, part := range []struct {
			role string
			g    *group
		}{{"subject", g.subject}, {"object", g.object}, {"indirect", g.indirect}, {"complement", g.complement}} {
			if part.g != nil {
				e.printf("  %s=[%s]", part.role, s.text(part.g.first, part.g.last))
			}
		}
		for _, a := range g.args {
			e.printf("  %s=[%s]", a.prep, s.text(a.noun.first, a.noun.last))
		}
		if g.link != mainLink {
			e.printf("  %s", g.link)
		}
		if g.governor != nil {
			e.printf(" of %s", g.governor.lemma)
		}
		e.printf("\n")
	case prepKind, adjKind:
		e.printf("  %-7s %s\n", map[groupKind]string{prepKind: "prep", adjKind: "adj"}[g.kind], words)
	}
}

func dependence(g *group) string {
	if g.verb == nil {
		return ""
	}
	return fmt.Sprintf(", %s of %s", g.role, g.verb.lemma)
}

func standsFor(kind string, refs []ref) string {
	if len(refs) == 0 {
		return ""
	}
	var ids []string
	for _, r := range refs {
		id := string(r.id)
		if r.nationals {
			id += " (nationals)"
		}
		ids = append(ids, id)
	}
	return kind + " " + strings.Join(ids, ", ")
}

func verbMarks(g *group) string {
	var marks []string
	for _, m := range []struct {
		on   bool
		text string
	}{
		{g.passive, "passive"},
		{g.negated, "negated"},
		{g.infinitive, "infinitive"},
		{g.gerund, "gerund"},
		{g.participle, "participle"},
		{g.modal != "", g.modal},
	} {
		if m.on {
			marks = append(marks, m.text)
		}
	}
	if len(marks) == 0 {
		return ""
	}
	return " (" + strings.Join(marks, ", ") + ")"
}

// candidate writes a frame that fired, the words of its ends and its trigger, and what became of it.
func (e *explainer) candidate(c *candidate, o outcome) {
	e.printf("  frame   %s (%s:%d)\n", c.frame.rule, c.frame.file, c.frame.line)
	s := c.sentence
	for _, part := range []struct {
		role string
		at   span
		id   graph.ID
	}{{"subject", c.subjectEnd, c.subject.id}, {"trigger", c.trigger, ""}, {"object", c.objectEnd, c.object.id}} {
		words := "" // of an end that is implied
		if part.at.first < part.at.last {
			words = s.text(part.at.first, part.at.last)
		}
		e.printf("    %-8s [%s] %s\n", part.role, words, part.id)
	}
	if o.dropped != "" {
		e.printf("    dropped: %s\n", o.dropped)
		return
	}
	e.printf("    => %s, confidence %s\n", describe(o.statement), o.statement.Confidence())
}

func orDash(s string) string {
	if s == "" {
		return "-"
	}
	return s
}
