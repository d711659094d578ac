package server

import (
	"bytes"
	"context"
	"net/url"
	"slices"

	"entente.example/graph"
	"entente.example/graph/store"
	"entente.example/queries"
)

// TakenFor tells with whom a name was taken for that is spelt otherwise than any that is known, so that nobody reads the
// answer as one about somebody else.
type TakenFor struct {
	// Parameter is what the name was given as.
	Parameter string      `json:"parameter"`
	Name      string      `json:"name"`
	Entity    queries.Ref `json:"entity"`
}

// Respelt is what the answers in JSON have beside their own fields.
type Respelt struct {
	// TakenFor are the names that were taken for others; it lacks where there are none.
	TakenFor []TakenFor `json:"takenFor,omitempty"`
}

// note keeps what a name was taken for, once.
func (r *Respelt) note(parameter, name string, e graph.Entity) {
	taken := TakenFor{parameter, name, queries.Ref{ID: e.ID, Name: e.ID.Distinct(e.Name), Type: e.Type, IsState: e.IsState}}
	if !slices.Contains(r.TakenFor, taken) {
		r.TakenFor = append(r.TakenFor, taken)
	}
}

// header gives it to those formats that have no place for it: the ids by the parameters, as in a query.
func (r *Respelt) header() string {
	ids := url.Values{}
	for _, taken := range r.TakenFor {
		ids.Add(taken.Parameter, string(taken.Entity.ID))
	}
	return ids.Encode()
}

// appendTo adds the fields to an answer in JSON, an object that has some.
func (r *Respelt) appendTo(b *bytes.Buffer) error {
	if len(r.TakenFor) == 0 {
		return nil
	}
	var more bytes.Buffer
	if err := writeJSON(&more, r); err != nil {
		return err
	}
	b.Truncate(len(bytes.TrimSuffix(b.Bytes(), []byte("\n}\n"))))
	b.WriteString(",")
	b.Write(bytes.TrimPrefix(more.Bytes(), []byte("{")))
	return nil
}

// resolve finds the entity that a name means. The dictionary is asked only where the store has no such name.
func (s *Server) resolve(ctx context.Context, r *Respelt, parameter, name string, want queries.Want) (graph.ID, error) {
	return resolveIn(ctx, s.store, r, parameter, name, want)
}

func resolveIn(ctx context.Context, s *store.Store, r *Respelt, parameter, name string, want queries.Want) (graph.ID, error) {
	e, err := entityIn(ctx, s, r, parameter, name, want)
	return e.ID, err
}

// askedAs tells on the page of a name that something else was typed, where that is so: an address is anybody's word.
func (p *page) askedAs(ctx context.Context, s *Server, id graph.ID) {
	var typed Respelt
	if found, err := s.resolve(ctx, &typed, "name", p.call.asked, queries.WantAny); err == nil && found == id {
		p.call.TakenFor = append(p.call.TakenFor, typed.TakenFor...)
	}
}

// nameAddress is the page of an entity, and says how it was called where that is no name of it.
func nameAddress(id graph.ID, query url.Values, r Respelt) string {
	if len(r.TakenFor) > 0 {
		with := url.Values{"asked": {r.TakenFor[0].Name}}
		for name, values := range query {
			with[name] = values
		}
		query = with
	}
	return string(address("/name/"+string(id), query))
}

// TakenFor are the names that the page took for others.
func (p *page) TakenFor() []TakenFor {
	if p.call == nil {
		return nil // of a problem
	}
	return p.call.TakenFor
}
