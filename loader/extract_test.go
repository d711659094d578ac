package loader_test

import (
	"context"
	"errors"
	"fmt"
	"sync/atomic"
	"testing"
	"time"

	"entente.example/graph"
	"entente.example/loader"
	"entente.example/loader/extract"
)

// settle waits until the number stays the same for a while.
func settle(n *atomic.Int64) {
	for last := int64(-1); last != n.Load(); {
		last = n.Load()
		time.Sleep(200 * time.Millisecond)
	}
}

func TestExtract(t *testing.T) {
	r, err := extract.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	bad := errors.New("no text")
	var elements []any
	for i := range 50 {
		elements = append(elements, document(fmt.Sprint(i), fmt.Sprintf("In the %dth week, Russia backs the Libyan National Army.", i), ""))
	}
	elements[7] = bad
	i := 0
	for x, err := range loader.Extract(t.Context(), r, sequence(elements...), 4) {
		if (i == 7) != errors.Is(err, bad) {
			t.Fatalf("element %d: %v", i, err)
		}
		if i != 7 {
			if x.Document.Name != fmt.Sprint(i) || x.Reading.Article.ID != x.Document.ID || x.Reading.Article.Extractor != r.Name() {
				t.Errorf("element %d is of %q", i, x.Document.Name)
			}
			if x.Reading.Article.Language != "en" || x.Reading.Article.Sketch == "" {
				t.Errorf("element %d: language %q, sketch %q", i, x.Reading.Article.Language, x.Reading.Article.Sketch)
			}
		}
		i++
	}
	if i != 50 {
		t.Errorf("%d elements", i)
	}
}

func TestExtractStops(t *testing.T) {
	r, err := extract.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	ended := false
	endless := func(yield func(graph.Document, error) bool) {
		defer func() { ended = true }()
		for i := 0; yield(document(fmt.Sprint(i), fmt.Sprintf("Text %d.", i), ""), nil); i++ {
		}
	}
	for range loader.Extract(t.Context(), r, endless, 2) {
		break
	}
	if !ended { // a race, too, if the documents went on in the background
		t.Error("the documents were not ended")
	}
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	var last error
	for _, err := range loader.Extract(ctx, r, endless, 2) {
		last = err
		cancel()
	}
	if !errors.Is(last, context.Canceled) {
		t.Errorf("ended with %v", last)
	}
}
