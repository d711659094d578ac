package queries

import (
	"errors"
	"fmt"
	"slices"

	"entente.example/graph"
)

// ErrOption is wrapped by the error of every question whose options cannot be met.
var ErrOption = errors.New("invalid option")

// Options narrow a question. The zero value asks for all that is affirmed or alleged, in readings that are likelier
// right than wrong. A question ignores the fields that it has no use for, and says so.
type Options struct {
	// Name is the entity that the question is about; empty is every entity.
	Name graph.ID
	// Relations to look at; none are all.
	Relations []graph.Relation
	// Polarities to show; none are affirmed and alleged. Denials count against a tie even where they are not shown.
	Polarities []graph.Polarity
	// Kinds of support; a citation counts if it names one of them. A denial that names no kind denies them all.
	Kinds []graph.Kind
	// Since and Until are EDTF dates: a citation counts if the time that it speaks of, or else the date of its article,
	// may lie between the first day of Since and the last of Until.
	Since, Until graph.Valid
	// MinSources is how many distinct sources a tie must have.
	MinSources int
	// MinConfidence is that of the least sure reading that counts; 0 is [graph.LowConfidence], less than 0 counts all.
	// Denials count in any case.
	MinConfidence graph.Confidence
	// Retracted lets articles count that their publisher has retracted.
	Retracted bool
	// Superseded lets articles count whose place a newer text at their address has taken.
	Superseded bool
	// Depth is how many ties away from Name a subgraph reaches; 0 is 1.
	Depth int
}

// complete checks the options and fills in defaults.
func (o *Options) complete() error {
	for _, relation := range o.Relations {
		if _, ok := relation.Row(); !ok {
			return fmt.Errorf("%w: relation %q is unknown", ErrOption, relation)
		}
	}
	for _, polarity := range o.Polarities {
		if !slices.Contains(graph.Polarities(), polarity) {
			return fmt.Errorf("%w: polarity %q is none of %v", ErrOption, polarity, graph.Polarities())
		}
	}
	for _, kind := range o.Kinds {
		if !slices.Contains(graph.Kinds(), kind) {
			return fmt.Errorf("%w: kind of support %q is none of %v", ErrOption, kind, graph.Kinds())
		}
	}
	since, _, okSince := o.Since.Bounds()
	_, until, okUntil := o.Until.Bounds()
	switch {
	case !okSince:
		return fmt.Errorf("%w: since %q is not a date", ErrOption, o.Since)
	case !okUntil:
		return fmt.Errorf("%w: until %q is not a date", ErrOption, o.Until)
	case since != "" && until != "" && until < since:
		return fmt.Errorf("%w: until %q is before since %q", ErrOption, o.Until, o.Since)
	case o.MinSources < 0:
		return fmt.Errorf("%w: %d is no least number of sources", ErrOption, o.MinSources)
	case o.MinConfidence > 100:
		return fmt.Errorf("%w: confidence %s is more than 1", ErrOption, o.MinConfidence)
	case o.Depth < 0:
		return fmt.Errorf("%w: depth %d", ErrOption, o.Depth)
	}
	if len(o.Polarities) == 0 {
		o.Polarities = []graph.Polarity{graph.Affirmed, graph.Alleged}
	}
	if o.MinConfidence == 0 {
		o.MinConfidence = graph.LowConfidence
	}
	o.Depth = max(o.Depth, 1)
	return nil
}

// shows reports whether ties of the polarity are asked for.
func (o *Options) shows(p graph.Polarity) bool { return slices.Contains(o.Polarities, p) }

// wants reports whether the tie is one to show.
func (o *Options) wants(t graph.Tie) bool {
	return o.shows(t.Polarity) && len(t.Sources) >= o.MinSources
}

// inPeriod reports whether a time may lie in the period that is asked for; an unknown time does not, as nothing says so.
func (o *Options) inPeriod(when graph.Valid) bool {
	since, _, _ := o.Since.Bounds()
	_, until, _ := o.Until.Bounds()
	if since == "" && until == "" {
		return true
	}
	first, last, ok := when.Bounds()
	return ok && when != "" && (until == "" || first <= until) && (since == "" || last == "" || since <= last)
}

// ofKind reports whether the citation speaks of a kind of support that is asked for.
func (o *Options) ofKind(p graph.Polarity, c graph.Citation) bool {
	return len(o.Kinds) == 0 || p == graph.Denied && len(c.Kinds) == 0 ||
		slices.ContainsFunc(c.Kinds, func(k graph.Kind) bool { return slices.Contains(o.Kinds, k) })
}
