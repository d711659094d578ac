package server

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"net/http"
	"sync"
	"time"

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
	// Verdicts counts what reviewers said.
	Verdicts int `json:"verdicts"`
}

// freshFor is how long the store's figures are taken to be what they were: asking for them is most of the work of an
// answer that is kept. Other processes may write to a database; what this one writes is seen at once.
const freshFor = 100 * time.Millisecond

// figures are the store's, as they were read last.
type figures struct {
	mu    sync.RWMutex
	stats Stats
	read  time.Time
}

// stats gives the store's figures, which may be a tenth of a second old.
func (s *Server) stats(ctx context.Context) (Stats, error) {
	s.figures.mu.RLock()
	stats, read := s.figures.stats, s.figures.read
	s.figures.mu.RUnlock()
	if !read.IsZero() && time.Since(read) < freshFor {
		return stats, nil
	}
	return s.freshStats(ctx)
}

// freshStats reads the store's figures.
func (s *Server) freshStats(ctx context.Context) (Stats, error) {
	began := time.Now()
	counts, err := s.store.Stats(ctx)
	if err != nil {
		return Stats{}, err
	}
	stats := Stats{Articles: counts.Articles, Statements: counts.Statements, Entities: counts.Entities, Verdicts: counts.Verdicts, Revision: counts.Revision}
	s.figures.mu.Lock()
	defer s.figures.mu.Unlock()
	if began.After(s.figures.read) {
		s.figures.stats, s.figures.read = stats, began
	}
	return stats, nil
}

func (s *Server) revision(ctx context.Context) (string, error) {
	stats, err := s.stats(ctx)
	return stats.Revision, err
}

// revisionFor gives the revision that answers of a route hang on, as stats tells it: the store's, and where the route
// compares, one that changes with either store.
func (s *Server) revisionFor(ctx context.Context, rt *route, stats func(context.Context) (Stats, error)) (string, error) {
	own, err := stats(ctx)
	if err != nil || !rt.compares || s.config.Against == nil {
		return own.Revision, err
	}
	other, err := s.config.Against.Stats(ctx)
	if err != nil {
		return "", err
	}
	return fmt.Sprintf("%x", sha256.Sum256([]byte(own.Revision+"\n"+other.Revision))), nil
}

// resolveName finds what the parameters name and place mean, if they are given.
func (s *Server) resolveName(ctx context.Context, c *call, want queries.Want) error {
	if c.name != "" {
		var err error
		if c.opts.Name, err = s.resolve(ctx, &c.Respelt, "name", c.name, want); err != nil {
			return err
		}
	}
	return s.resolvePlace(ctx, c)
}

// resolveCompared finds what the parameter name means here or, as of a name that is gone, in the store beside this one.
func (s *Server) resolveCompared(ctx context.Context, c *call) error {
	if c.name != "" {
		id, err := s.resolve(ctx, &c.Respelt, "name", c.name, queries.WantAny)
		var p *Problem
		if errors.As(err, &p) && p.Status == http.StatusNotFound && s.config.Against != nil {
			id, err = resolveIn(ctx, s.config.Against, &c.Respelt, "name", c.name, queries.WantAny)
		}
		if c.opts.Name = id; err != nil {
			return err
		}
	}
	return s.resolvePlace(ctx, c)
}

// resolvePlace finds what the parameter place means, if it is given.
func (s *Server) resolvePlace(ctx context.Context, c *call) (err error) {
	if c.place != "" {
		c.opts.Place, err = s.resolve(ctx, &c.Respelt, "place", c.place, queries.WantPlace)
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
	}{{c.ends[0], c.subject, &subject, queries.WantActor}, {c.ends[1], c.object, &object, want}} {
		if end.name == "" {
			missing = append(missing, ParameterError{end.parameter, "is missing: the question is about two"})
		} else if len(missing) == 0 {
			if *end.id, err = s.resolve(ctx, &c.Respelt, end.parameter, end.name, end.want); err != nil {
				return "", "", err
			}
		}
	}
	if len(missing) > 0 {
		return "", "", wrongParameters(missing...)
	}
	if subject == object {
		return "", "", wrongParameter(c.ends[1], "the question is about two, and both are %q", string(subject))
	}
	return subject, object, nil
}

// entityIn finds the entity that a name means in a store, and notes what it took it for where it is spelt otherwise.
func entityIn(ctx context.Context, s *store.Store, r *Respelt, parameter, name string, want queries.Want) (graph.Entity, error) {
	if e, err := s.Entity(ctx, graph.ID(name)); err == nil { // the page asks by ids
		return e, nil
	} else if !errors.Is(err, store.ErrNoEntity) {
		return graph.Entity{}, err
	}
	entity, err := queries.Resolve(ctx, s, nil, name, want)
	var unknown *queries.UnknownNameError
	if errors.As(err, &unknown) {
		var dictionary *actors.Dictionary
		if dictionary, err = actors.Embedded(); err != nil {
			return graph.Entity{}, err
		}
		entity, err = queries.Resolve(ctx, s, dictionary, name, want)
		if err == nil && queries.Respelt(dictionary, name) {
			r.note(parameter, name, entity)
		}
	}
	if err != nil {
		return graph.Entity{}, nameProblem(parameter, name, err)
	}
	return entity, nil
}
