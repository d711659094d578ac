package export_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"entente.example/graph"
	"entente.example/graph/export"
)

// Without parts, a format writes what it writes of an empty subgraph; and it stops when it is told to.
func TestNoParts(t *testing.T) {
	for _, format := range export.Formats() {
		p, err := export.NewParts(format, export.Options{})
		if !format.InParts() {
			if err == nil {
				t.Errorf("%s is written in parts", format.Name)
			}
			continue
		}
		if err != nil {
			t.Fatal(err)
		}
		var want, got strings.Builder
		if err := errors.Join(export.Write(&want, graph.Subgraph{}, format, export.Options{}), p.Write(t.Context(), &got)); err != nil {
			t.Fatal(err)
		}
		if got.String() != want.String() {
			t.Errorf("%s: %q, not %q", format.Name, got.String(), want.String())
		}
		if err := p.Add(graph.Subgraph{Entities: []graph.Entity{{ID: "Chad", Name: "Chad", Type: graph.State}}}); err != nil {
			t.Fatal(err)
		}
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		if err := p.Write(ctx, &got); !errors.Is(err, context.Canceled) {
			t.Errorf("%s, cancelled: %v", format.Name, err)
		}
		if err := p.Close(); err != nil {
			t.Error(err)
		}
	}
}

// Who is private shows in the whole alone, and unknown words are refused.
func TestPartsRefuse(t *testing.T) {
	format, err := export.ByName("turtle")
	if err != nil {
		t.Fatal(err)
	}
	for _, opts := range []export.Options{{RedactPersons: true}, {Polarities: []graph.Polarity{"maybe"}}, {Relations: []graph.Relation{"likes"}}} {
		if _, err := export.NewParts(format, opts); err == nil {
			t.Errorf("%+v is not refused", opts)
		}
	}
}
