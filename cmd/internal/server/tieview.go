package server

import (
	"cmp"
	"context"
	"fmt"
	"html/template"
	"net/url"
	"slices"
	"strings"

	"github.com/google/uuid"

	"entente.example/graph"
	"entente.example/graph/store"
	"entente.example/queries"
)

// tieView is a tie as the page shows it.
type tieView struct {
	queries.TieRow
	// link is where the page shows its sentences.
	link string
}

// Look is the class by which style.css draws the tie.
func (t tieView) Look() string {
	switch {
	case t.Polarity == graph.Denied:
		return "denied"
	case t.Phase == graph.Ended:
		return "ended"
	}
	switch t.Relation {
	case graph.Backs, graph.Fights, graph.Opposes, graph.AlliedWith:
		return string(t.Relation)
	}
	return "other"
}

// Verb is the label of the relation: "backs", "is allied with".
func (t tieView) Verb() string { return verbOf(t.Relation) }

func verbOf(r graph.Relation) string {
	row, _ := r.Row()
	return cmp.Or(row.Label, string(r))
}

// Status says how the tie is told: affirmed, alleged and how it is meant, or denied.
func (t tieView) Status() string { return statusOf(t.Polarity, t.Modalities) }

func statusOf(p graph.Polarity, modalities []graph.Modality) string {
	if p == graph.Alleged && len(modalities) > 0 {
		return string(p) + ": " + strings.Join(stringsOf(modalities), ", ")
	}
	return string(p)
}

// Note is what there is to mind about the tie, for a line in a picture.
func (t tieView) Note() string {
	var notes []string
	switch t.Polarity {
	case graph.Alleged:
		notes = append(notes, t.Status())
	case graph.Denied:
		notes = append(notes, "DENIED")
	}
	if t.Phase == graph.Ended {
		notes = append(notes, "ended")
	}
	if t.Rejected {
		notes = append(notes, "REJECTED")
	}
	if t.Contested && t.Polarity != graph.Denied {
		notes = append(notes, fmt.Sprintf("denied by %d", len(t.DeniedBy)))
	}
	if len(t.Sources) > 1 {
		notes = append(notes, fmt.Sprintf("%d sources", len(t.Sources)))
	}
	return strings.Join(notes, " · ")
}

// Says tells the whole tie in one sentence, for who cannot see the picture.
func (t tieView) Says() string {
	text := fmt.Sprintf("%s %s %s, %s", t.Subject.Name, t.Verb(), t.Object.Name, t.Status())
	if len(t.Kinds) > 0 {
		text += ", " + strings.Join(stringsOf(t.Kinds), ", ")
	}
	if t.Contested {
		text += ", contested"
	}
	if t.Phase == graph.Ended {
		text += ", ended"
	}
	if t.Rejected {
		text += ", rejected by a reviewer"
	}
	return text + ", " + counted(len(t.Sources), "source")
}

// Dates are those of the first and the last article.
func (t tieView) Dates() string {
	if t.First == t.Last {
		return string(t.First)
	}
	return string(t.First) + " – " + string(t.Last)
}

// Link is where the sentences are.
func (t tieView) Link() template.URL { return template.URL(t.link) } //nolint:gosec // made of escaped parts

// Key names the tie in an address.
func (t tieView) Key() string { return tieKey(t.Subject.ID, t.Relation, t.Object.ID) }

func tieKey(subject graph.ID, relation graph.Relation, object graph.ID) string {
	return string(subject) + " " + string(relation) + " " + string(object)
}

// readTieKey takes a key apart. Ids have no blanks in them.
func readTieKey(key string) (subject graph.ID, relation graph.Relation, object graph.ID, ok bool) {
	parts := strings.Split(key, " ")
	if len(parts) != 3 {
		return "", "", "", false
	}
	relation = graph.Relation(parts[1])
	_, ok = relation.Row()
	return graph.ID(parts[0]), relation, graph.ID(parts[2]), ok && parts[0] != "" && parts[2] != "" && parts[0] != parts[2]
}

func counted(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// piece is a part of a sentence, marked or not.
type piece struct {
	Text string
	// Mark is subject, trigger, object, or empty.
	Mark string
}

// piecesOf cuts a sentence at its marks. Marks that lie outside, or begin inside another, are left out.
func piecesOf(sentence string, marks graph.Marks) []piece {
	type mark struct {
		span graph.Span
		name string
	}
	all := []mark{{marks.Subject, "subject"}, {marks.Trigger, "trigger"}, {marks.Object, "object"}}
	var pieces []piece
	at := 0
	for at < len(sentence) {
		next := mark{span: graph.Span{len(sentence), len(sentence)}}
		for _, m := range all {
			if m.span[0] >= at && m.span[1] <= len(sentence) && m.span.Len() > 0 && m.span[0] < next.span[0] {
				next = m
			}
		}
		if next.span[0] > at {
			pieces = append(pieces, piece{Text: sentence[at:next.span[0]]})
		}
		if next.name != "" {
			pieces = append(pieces, piece{sentence[next.span[0]:next.span[1]], next.name})
		}
		at = next.span[1]
	}
	return pieces
}

// outside gives an address of an article if a browser may follow it: articles are hostile, and so are their addresses.
func outside(address string) template.URL {
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return ""
	}
	return template.URL(u.String()) //nolint:gosec // looked at above; the template quotes it
}

// whyView is the evidence of a tie.
type whyView struct {
	Ties []whyTie
	LeftOut
	Close template.URL
	// Before says that the sentences are those of the store that is compared with.
	Before bool
}

// LeftOut counts what is not shown.
type LeftOut = queries.LeftOut

type whyTie struct {
	queries.WhyTie
	ForAccounts, AgainstAccounts []accountView
}

// mostSources is how many sources are named above the sentences, which say each whose it is.
const mostSources = 10

// Names lists sources as they can be read: an article of which nothing is known but its id by the beginning of that.
func (whyTie) Names(sources []queries.Source) string {
	first, others := queries.Foremost(sources, mostSources)
	names := make([]string, len(first))
	for i, s := range first {
		names[i] = graph.Outlet{Grade: s.Grade}.Graded(s.Name)
		if id, err := uuid.Parse(s.Name); err == nil {
			names[i] = "article " + id.String()[:8] + "…"
		}
	}
	if others > 0 {
		return strings.Join(names, "; ") + " and " + counted(others, "other")
	}
	return strings.Join(names, "; ")
}

// Verb is the label of the relation.
func (t whyTie) Verb() string { return verbOf(t.Relation) }

type accountView struct {
	queries.Account
	tie queries.WhyTie
	// Judge says that a reviewer may judge it here.
	Judge bool
	// OnCopies are the verdicts on the same in copies of the article, where none stands on this one.
	OnCopies []graph.Verdict
}

// Status says whether the statement affirms, alleges or denies, and how an allegation is meant.
func (a accountView) Status() string {
	if a.Modality != "" {
		return string(a.Polarity) + ": " + string(a.Modality)
	}
	return string(a.Polarity)
}

// Judgements are what reviewers say of the statement, one line each.
func (a accountView) Judgements() []string {
	var lines []string
	for _, v := range a.OnCopies {
		if line := fmt.Sprintf("judged in a copy, not here: %s, %s, %s", v.Decision, v.By, v.On); !slices.Contains(lines, line) {
			lines = append(lines, line)
		}
	}
	for _, v := range a.Verdicts {
		line := fmt.Sprintf("%s: %s, %s", v.Decision, v.By, v.On)
		if v.Note != "" {
			line += ": " + v.Note
		}
		lines = append(lines, line)
	}
	return lines
}

// Quotes are the sentences, cut at their marks.
func (a accountView) Quotes() [][]piece {
	var quotes [][]piece
	for _, c := range a.Citations {
		quotes = append(quotes, piecesOf(c.Sentence, c.Marks))
	}
	return quotes
}

// Kinds of support that any citation names.
func (a accountView) Kinds() []string {
	var kinds []string
	seen := map[graph.Kind]bool{}
	for _, c := range a.Citations {
		for _, k := range c.Kinds {
			if !seen[k] {
				seen[k] = true
				kinds = append(kinds, string(k))
			}
		}
	}
	return kinds
}

// URL and Archive are the addresses of the article and of its copy, if a browser may follow them.
func (a accountView) URL() template.URL { return outside(a.Article.URL) }

// Archive is the address of an archived copy.
func (a accountView) Archive() template.URL { return outside(a.Article.Archive) }

// Voice is who says so.
func (a accountView) Voice() string {
	if a.Speaker != nil {
		return a.Speaker.Name
	}
	return "the article’s own voice"
}

// Where is the article by its title, or else what is known of it.
func (a accountView) Where() string {
	return cmp.Or(a.Article.Title, a.Article.URL, "article "+a.Article.ID.String()[:8]+"…")
}

// Citation is the text to copy: the sentence, who says so, where and when it stands, and the statement's id.
func (a accountView) Citation() string {
	var b strings.Builder
	for i, c := range a.Citations {
		if i > 0 {
			b.WriteString(" […] ")
		}
		b.WriteString("“" + c.Sentence + "”")
	}
	if a.Speaker != nil {
		b.WriteString(" (" + a.Speaker.Name + ")")
	}
	for _, part := range []string{a.Article.Title, a.Article.Publisher, string(a.Article.Date), a.Article.URL} {
		if part != "" {
			b.WriteString(", " + part)
		}
	}
	fmt.Fprintf(&b, ". Read as: %s %s %s (%s). Statement %s, article %s.",
		a.tie.Subject.Name, verbOf(a.tie.Relation), a.tie.Object.Name, a.Status(), a.Statement, a.Article.ID)
	return b.String()
}

// tellCopies adds the verdicts on copies, for who may judge what copies say.
func (v *whyView) tellCopies(ctx context.Context, s *store.Store) error {
	var all []*accountView
	var ids []uuid.UUID
	for i := range v.Ties {
		for _, accounts := range [][]accountView{v.Ties[i].ForAccounts, v.Ties[i].AgainstAccounts} {
			for j := range accounts {
				all, ids = append(all, &accounts[j]), append(ids, accounts[j].Statement)
			}
		}
	}
	judged, err := queries.VerdictsOnCopies(ctx, s, ids...)
	if err != nil {
		return err
	}
	for _, a := range all {
		a.OnCopies = judged[a.Statement]
	}
	return nil
}

func viewWhy(answer queries.WhyAnswer, judge bool) whyView {
	v := whyView{LeftOut: answer.LeftOut}
	for _, t := range answer.Ties {
		tie := whyTie{WhyTie: t}
		for _, a := range t.For {
			tie.ForAccounts = append(tie.ForAccounts, accountView{Account: a, tie: t, Judge: judge})
		}
		for _, a := range t.Against {
			tie.AgainstAccounts = append(tie.AgainstAccounts, accountView{Account: a, tie: t, Judge: judge})
		}
		v.Ties = append(v.Ties, tie)
	}
	return v
}
