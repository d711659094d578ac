package main

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"entente.example/graph"
	"entente.example/graph/store"
	"entente.example/queries"
)

// editing is a statement that a reviewer puts otherwise, with the entities that he names.
type editing struct {
	store     *store.Store
	statement graph.Statement
	entities  []graph.Entity
}

func newEditing(s *store.Store, statement graph.Statement) *editing {
	statement.Citations = slices.Clone(statement.Citations)
	return &editing{store: s, statement: statement}
}

// editFields are what a reviewer may put otherwise, in the order in which they are asked for.
func editFields() []string {
	return []string{"subject", "relation", "object", "polarity", "speaker", "kinds", "phase", "valid", "place"}
}

// value gives a field as it is shown and typed.
func (e *editing) value(ctx context.Context, field string) string {
	s := e.statement
	switch field {
	case "subject":
		return e.name(ctx, s.Subject)
	case "relation":
		return string(s.Relation)
	case "object":
		return e.name(ctx, s.Object)
	case "polarity":
		return polarityIn(s)
	case "speaker":
		return e.name(ctx, s.Speaker)
	case "kinds":
		return joined(s.Kinds())
	case "phase":
		return joined(s.Phases())
	case "valid":
		return joined(s.Valids())
	case "place":
		for _, c := range s.Citations {
			if c.Place != "" {
				return e.name(ctx, c.Place)
			}
		}
	}
	return ""
}

// polarityIn is the polarity with the modality: "alleged (claimed)".
func polarityIn(s graph.Statement) string {
	if s.Modality == "" {
		return string(s.Polarity)
	}
	return string(s.Polarity) + " (" + string(s.Modality) + ")"
}

func (e *editing) name(ctx context.Context, id graph.ID) string {
	if id == "" {
		return ""
	}
	if entity, err := e.store.Entity(ctx, id); err == nil && entity.Name != "" {
		return entity.Name
	}
	return id.Name()
}

// set puts a field otherwise; an empty value or "-" takes it out, where it may be.
func (e *editing) set(ctx context.Context, field, value string) error {
	s := &e.statement
	if value = strings.TrimSpace(value); value == "-" {
		value = ""
	}
	switch field {
	case "subject":
		return e.end(ctx, &s.Subject, value, queries.WantActor)
	case "object":
		want := queries.WantActor
		if row, ok := s.Relation.Row(); ok && row.ObjectIsPlace {
			want = queries.WantPlace
		}
		return e.end(ctx, &s.Object, value, want)
	case "speaker":
		if value == "" {
			s.Speaker = ""
			return nil
		}
		return e.end(ctx, &s.Speaker, value, queries.WantAny)
	case "relation", "predicate":
		relation, err := relationNamed(value)
		if err == nil {
			s.Relation = relation
		}
		return err
	case "polarity":
		return e.setPolarity(value)
	case "kinds", "phase", "valid", "place":
		return e.setCitations(ctx, field, value)
	}
	f := wrongUse("an edit has no field %q", field)
	f.hints = []string{"the fields are " + strings.Join(editFields(), ", ")}
	return f
}

func (e *editing) end(ctx context.Context, id *graph.ID, value string, want queries.Want) error {
	entity, err := resolveEntity(ctx, e.store, value, want)
	if err != nil {
		return err
	}
	*id, e.entities = entity.ID, append(e.entities, entity)
	return nil
}

// setPolarity reads "affirmed", "denied" or "alleged (claimed)".
func (e *editing) setPolarity(value string) error {
	polarity, modality, _ := strings.Cut(strings.ToLower(value), "(")
	p, m := graph.Polarity(strings.TrimSpace(polarity)), graph.Modality(strings.Trim(modality, " )"))
	switch {
	case !slices.Contains(graph.Polarities(), p):
		return wrongUse("polarity %q is none of %s", value, joined(graph.Polarities()))
	case p == graph.Alleged && !slices.Contains(graph.Modalities(), m):
		f := wrongUse("an allegation says how it is meant, not %q", value)
		f.hints = []string{"say alleged (" + string(graph.Claimed) + "), or another of " + joined(graph.Modalities())}
		return f
	case p != graph.Alleged && m != "":
		return wrongUse("only what is alleged has a modality, not %q", value)
	}
	e.statement.Polarity, e.statement.Modality = p, m
	return nil
}

// setCitations puts what stands on the citations otherwise, on each of them.
func (e *editing) setCitations(ctx context.Context, field, value string) error {
	var kinds []graph.Kind
	var place graph.ID
	switch {
	case field == "kinds":
		for _, word := range strings.FieldsFunc(value, func(r rune) bool { return r == ',' || r == ';' }) {
			kind := graph.Kind(strings.ToLower(strings.TrimSpace(word)))
			if !slices.Contains(graph.Kinds(), kind) {
				return wrongUse("kind of support %q is none of %s", kind, joined(graph.Kinds()))
			}
			kinds = append(kinds, kind)
		}
	case field == "place" && value != "":
		if err := e.end(ctx, &place, value, queries.WantPlace); err != nil {
			return err
		}
	case field == "phase" && value != "" && !slices.Contains([]graph.Phase{graph.Started, graph.Ongoing, graph.Ended}, graph.Phase(value)):
		return wrongUse("phase %q is none of started, ongoing, ended", value)
	case field == "valid":
		if _, _, ok := graph.Valid(value).Bounds(); !ok {
			return wrongUse("%q is no date such as 2020-05 or 2014/2019", value)
		}
	}
	for i := range e.statement.Citations {
		c := &e.statement.Citations[i]
		switch field {
		case "kinds":
			c.Kinds = kinds
		case "place":
			c.Place = place
		case "phase":
			c.Phase = graph.Phase(value)
		case "valid":
			c.Valid = graph.Valid(value)
		}
	}
	return nil
}

// verdict makes an edit of what was set.
func (e *editing) verdict(r reviewer, of graph.Statement) (graph.Verdict, error) {
	v := r.verdict(of, graph.Edit)
	v.Replacement = &e.statement
	v.Normalize()
	if err := v.Validate(); err != nil {
		return v, wrongUse("%w", err)
	}
	if err := v.Fits(of, []graph.Statement{of}); err != nil {
		return v, wrongUse("%w", err)
	}
	return v, nil
}

// assignment cuts "field=value".
func assignment(text string) (field, value string, err error) {
	field, value, ok := strings.Cut(text, "=")
	if field = strings.ToLower(strings.TrimSpace(field)); !ok || field == "" {
		f := wrongUse("%q is not of the form field=value", text)
		f.hints = []string{"the fields are " + strings.Join(editFields(), ", ")}
		return "", "", f
	}
	return field, strings.TrimSpace(value), nil
}

// inWords is a statement as a clause, with how it is meant.
func (e *editing) inWords(ctx context.Context) string {
	label := string(e.statement.Relation)
	if row, ok := e.statement.Relation.Row(); ok {
		label = row.Label
	}
	text := fmt.Sprintf("%s %s %s, %s", e.name(ctx, e.statement.Subject), label, e.name(ctx, e.statement.Object), polarityIn(e.statement))
	if e.statement.Speaker != "" {
		text += " by " + e.name(ctx, e.statement.Speaker)
	}
	for _, part := range []string{joined(e.statement.Kinds()), joined(e.statement.Valids()), joined(e.statement.Phases())} {
		if part != "" {
			text += ", " + part
		}
	}
	return text
}
