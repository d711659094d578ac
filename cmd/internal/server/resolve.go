package server

import (
	"context"
	"errors"

	"entente.example/graph"
	"entente.example/graph/actors"
	"entente.example/graph/store"
	"entente.example/queries"
)

// Stats says how much the store holds.
type Stats struct {
	Articles   int `json:"articles"`
	Statements int `json:"statements"`
	Entities   int `json:"entities"`
	// Revision tells the content: equal content has an equal revision.
	Revision string `json:"revision"`
}

func (s *Server) stats(ctx context.Context) (Stats, error) {
	counts, err := s.store.Stats(ctx)
	if err != nil {
		return Stats{}, err
	}
	return Stats{Articles: counts.Articles, Statements: counts.Statements, Entities: counts.Entities, Revision: counts.Revision}, nil
}

func (s *Server) revision(ctx context.Context) (string, error) {
	counts, err := s.store.Stats(ctx)
	return counts.Revision, err
}

// resolveName finds what the parameters name and place mean, if they are given.
func (s *Server) resolveName(ctx context.Context, c *call, want queries.Want) error {
	if c.name != "" {
		var err error
		if c.opts.Name, err = s.resolve(ctx, "name", c.name, want); err != nil {
			return err
		}
	}
	return s.resolvePlace(ctx, c)
}

// resolvePlace finds what the parameter place means, if it is given.
func (s *Server) resolvePlace(ctx context.Context, c *call) (err error) {
	if c.place != "" {
		c.opts.Place, err = s.resolve(ctx, "place", c.place, queries.WantPlace)
	}
	return err
}

// resolveEnds finds what the parameters subject and object mean, and place.
func (s *Server) resolveEnds(ctx context.Context, c *call) (subject, object graph.ID, err error) {
	if err := s.resolvePlace(ctx, c); err != nil {
		return "", "", err
	}
	want := queries.WantAny // of the object; who does something to somebody is an actor
	if row, ok := c.relation.Row(); ok {
		want = queries.WantActor
		if row.ObjectIsPlace {
			want = queries.WantPlace
		}
	}
	var missing []ParameterError
	for _, end := range []struct {
		parameter, name string
		id              *graph.ID
		want            queries.Want
	}{{"subject", c.subject, &subject, queries.WantActor}, {"object", c.object, &object, want}} {
		if end.name == "" {
			missing = append(missing, ParameterError{end.parameter, "a tie has two ends"})
		} else if len(missing) == 0 {
			if *end.id, err = s.resolve(ctx, end.parameter, end.name, end.want); err != nil {
				return "", "", err
			}
		}
	}
	if len(missing) > 0 {
		return "", "", wrongParameters(missing...)
	}
	if subject == object {
		return "", "", wrongParameter("object", "a tie has two ends, and both are %q", string(subject))
	}
	return subject, object, nil
}

// resolve finds the entity that a name means. The dictionary is asked only where the store has no such name.
func (s *Server) resolve(ctx context.Context, parameter, name string, want queries.Want) (graph.ID, error) {
	if e, err := s.store.Entity(ctx, graph.ID(name)); err == nil { // the page asks by ids
		return e.ID, nil
	} else if !errors.Is(err, store.ErrNoEntity) {
		return "", err
	}
	entity, err := queries.Resolve(ctx, s.store, nil, name, want)
	var unknown *queries.UnknownNameError
	if errors.As(err, &unknown) {
		var dictionary *actors.Dictionary
		if dictionary, err = actors.Embedded(); err != nil {
			return "", err
		}
		entity, err = queries.Resolve(ctx, s.store, dictionary, name, want)
	}
	if err != nil {
		return "", nameProblem(parameter, name, err)
	}
	return entity.ID, nil
}
