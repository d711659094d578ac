package queries

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"entente.example/graph"
	"entente.example/graph/store"
)

// Editing is a statement that a reviewer puts otherwise, field by field.
type Editing struct {
	// Statement is as it was put last, Entities are those that were named for it.
	Statement graph.Statement
	Entities  []graph.Entity

	store *store.Store
	find  FindEntity
}

// FindEntity gives the entity that a name means in a store, of the sort that is wanted.
type FindEntity = func(ctx context.Context, s *store.Store, name string, want Want) (graph.Entity, error)

// EditError says why a field cannot be put so, and what would do.
type EditError struct {
	Problem, Hint string

	cause error
}

// Unwrap gives the error of the model, where there is one.
func (e *EditError) Unwrap() error { return e.cause }

// Error gives the problem.
func (e *EditError) Error() string { return e.Problem }

func wrongEdit(format string, args ...any) *EditError {
	return &EditError{Problem: fmt.Sprintf(format, args...)}
}

// NewEditing begins with a statement of the store as its article was read. find gives the entity that a name means; its
// errors are passed on.
func NewEditing(s *store.Store, statement graph.Statement, find FindEntity) *Editing {
	statement.Citations = slices.Clone(statement.Citations)
	return &Editing{Statement: statement, store: s, find: find}
}

// EditFields are what a reviewer may put otherwise, in the order in which they are asked for.
func EditFields() []string {
	return []string{"subject", "relation", "object", "polarity", "speaker", "kinds", "phase", "valid", "place"}
}

// Value gives a field as it is shown and typed.
func (e *Editing) Value(ctx context.Context, field string) string {
	s := e.Statement
	switch field {
	case "subject":
		return e.name(ctx, s.Subject)
	case "relation":
		return string(s.Relation)
	case "object":
		return e.name(ctx, s.Object)
	case "polarity":
		return InWords(s.Polarity, s.Modality)
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

func (e *Editing) name(ctx context.Context, id graph.ID) string {
	if id == "" {
		return ""
	}
	if entity, err := e.store.Entity(ctx, id); err == nil && entity.Name != "" {
		return entity.Name
	}
	return id.Name()
}

// Set puts a field otherwise; an empty value or "-" takes it out, where it may be. The relation is to be set before the
// object, since it decides what that may be. What cannot be so is an [EditError].
func (e *Editing) Set(ctx context.Context, field, value string) error {
	s := &e.Statement
	if value = strings.TrimSpace(value); value == "-" {
		value = ""
	}
	switch field {
	case "subject":
		return e.end(ctx, &s.Subject, value, WantActor)
	case "object":
		want := WantActor
		if row, ok := s.Relation.Row(); ok && row.ObjectIsPlace {
			want = WantPlace
		}
		return e.end(ctx, &s.Object, value, want)
	case "speaker":
		if value == "" {
			s.Speaker = ""
			return nil
		}
		return e.end(ctx, &s.Speaker, value, WantAny)
	case "relation", "predicate":
		return e.setRelation(value)
	case "polarity":
		return e.setPolarity(value)
	case "kinds", "phase", "valid", "place":
		return e.setCitations(ctx, field, value)
	}
	f := wrongEdit("an edit has no field %q", field)
	f.Hint = "the fields are " + strings.Join(EditFields(), ", ")
	return f
}

func (e *Editing) end(ctx context.Context, id *graph.ID, value string, want Want) error {
	entity, err := e.find(ctx, e.store, value, want)
	if err != nil {
		return err
	}
	*id, e.Entities = entity.ID, append(e.Entities, entity)
	return nil
}

func (e *Editing) setRelation(value string) error {
	relation := graph.Relation(strings.ReplaceAll(strings.ToLower(value), " ", "_"))
	if _, ok := relation.Row(); !ok {
		f := wrongEdit("relation %q is unknown", value)
		var names []graph.Relation
		for _, row := range graph.Relations() {
			names = append(names, row.Relation)
		}
		f.Hint = "the relations are " + joined(names)
		return f
	}
	e.Statement.Relation = relation
	return nil
}

// setPolarity reads "affirmed", "denied" or "alleged (claimed)".
func (e *Editing) setPolarity(value string) error {
	polarity, modality, _ := strings.Cut(strings.ToLower(value), "(")
	p, m := graph.Polarity(strings.TrimSpace(polarity)), graph.Modality(strings.Trim(modality, " )"))
	switch {
	case !slices.Contains(graph.Polarities(), p):
		return wrongEdit("polarity %q is none of %s", value, joined(graph.Polarities()))
	case p == graph.Alleged && !slices.Contains(graph.Modalities(), m):
		f := wrongEdit("an allegation says how it is meant, not %q", value)
		f.Hint = "say alleged (" + string(graph.Claimed) + "), or another of " + joined(graph.Modalities())
		return f
	case p != graph.Alleged && m != "":
		return wrongEdit("only what is alleged has a modality, not %q", value)
	}
	e.Statement.Polarity, e.Statement.Modality = p, m
	return nil
}

// setCitations puts what stands on the citations otherwise, on each of them.
func (e *Editing) setCitations(ctx context.Context, field, value string) error {
	var kinds []graph.Kind
	var place graph.ID
	switch {
	case field == "kinds":
		for _, word := range strings.FieldsFunc(value, func(r rune) bool { return r == ',' || r == ';' }) {
			kind := graph.Kind(strings.ToLower(strings.TrimSpace(word)))
			if !slices.Contains(graph.Kinds(), kind) {
				return wrongEdit("kind of support %q is none of %s", kind, joined(graph.Kinds()))
			}
			kinds = append(kinds, kind)
		}
	case field == "place" && value != "":
		if err := e.end(ctx, &place, value, WantPlace); err != nil {
			return err
		}
	case field == "phase" && value != "" && !slices.Contains([]graph.Phase{graph.Started, graph.Ongoing, graph.Ended}, graph.Phase(value)):
		return wrongEdit("phase %q is none of started, ongoing, ended", value)
	case field == "valid":
		if _, _, ok := graph.Valid(value).Bounds(); !ok {
			return wrongEdit("%q is no date such as 2020-05 or 2014/2019", value)
		}
	}
	for i := range e.Statement.Citations {
		c := &e.Statement.Citations[i]
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

// Apply sets what assignments of the form field=value say, the relation first.
func (e *Editing) Apply(ctx context.Context, assignments ...string) error {
	for _, first := range []bool{true, false} {
		for _, text := range assignments {
			field, value, ok := strings.Cut(text, "=")
			if field = strings.ToLower(strings.TrimSpace(field)); !ok || field == "" {
				f := wrongEdit("%q is not of the form field=value", text)
				f.Hint = "the fields are " + strings.Join(EditFields(), ", ")
				return f
			}
			if first != (field == "relation" || field == "predicate") {
				continue
			}
			if err := e.Set(ctx, field, strings.TrimSpace(value)); err != nil {
				return err
			}
		}
	}
	return nil
}

// Verdict makes of a verdict on the statement that was begun with one that puts it so.
func (e *Editing) Verdict(v graph.Verdict, of graph.Statement) (graph.Verdict, error) {
	if err := e.checkObject(of); err != nil {
		return v, err
	}
	v.Decision, v.Replacement = graph.Edit, &e.Statement
	v.Normalize()
	err := v.Validate()
	if err == nil {
		err = v.Fits(of, []graph.Statement{of})
	}
	if err != nil {
		return v, &EditError{Problem: err.Error(), cause: err}
	}
	return v, nil
}

// checkObject holds that the object is of the sort that the relation wants, where the statement had another relation.
func (e *Editing) checkObject(of graph.Statement) error {
	was, _ := of.Relation.Row()
	is, _ := e.Statement.Relation.Row()
	if was.ObjectIsPlace == is.ObjectIsPlace || e.Statement.Object != of.Object {
		return nil
	}
	sort := "an actor"
	if is.ObjectIsPlace {
		sort = "a place"
	}
	f := wrongEdit("the object of %s is %s, not %s", e.Statement.Relation, sort, of.Object.Name())
	f.Hint = "set the object, too"
	return f
}

// InWords is a polarity with the modality: "alleged (claimed)".
func InWords(p graph.Polarity, m graph.Modality) string {
	if m == "" {
		return string(p)
	}
	return string(p) + " (" + string(m) + ")"
}

func joined[T ~string](words []T) string {
	texts := make([]string, len(words))
	for i, word := range words {
		texts[i] = string(word)
	}
	return strings.Join(texts, ", ")
}
