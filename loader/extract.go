package loader

import (
	"context"
	"fmt"
	"iter"
	"runtime"
	"sync"

	"golang.org/x/sync/semaphore"

	"entente.example/graph"
)

// Reader takes statements from documents, by many goroutines at once. extract.Reader and llm.Proposer are two.
type Reader interface {
	// Name tells apart readers that may read otherwise: what one has read is not read again by another of the same name.
	Name() string
	Read(graph.Document) graph.Reading
}

// Asker is a Reader that asks others, who take their time and may fail.
type Asker interface {
	ReadContext(context.Context, graph.Document) (graph.Reading, error)
}

// Extracted is a document, with its sketch and language, and what it says.
type Extracted struct {
	Document graph.Document
	Reading  graph.Reading
	Warning  string // what is odd about the document, as "looks like it is not English", or empty
}

// Extract reads documents with several workers (0: as many as there are processors) and gives the results in the order
// of the documents. Errors of docs come in their places, beside the document as docs gave it. When the context ends, its
// error is the last element.
//
// The documents are taken in another goroutine, some ahead of those that are given; it has ended when the sequence has.
func Extract(ctx context.Context, r Reader, docs iter.Seq2[graph.Document, error], workers int) iter.Seq2[Extracted, error] {
	return func(yield func(Extracted, error) bool) {
		feed := func(yield func(*job) bool) {
			for doc, err := range docs {
				if !yield(&job{doc: doc, err: err, known: err != nil}) {
					return
				}
			}
		}
		for j := range pipeline(ctx, r, workers, feed) {
			if !yield(Extracted{Document: j.doc, Reading: j.reading, Warning: j.warning}, j.err) {
				return
			}
		}
		if err := ctx.Err(); err != nil {
			yield(Extracted{}, err)
		}
	}
}

// job is a document on its way through the workers.
type job struct {
	doc     graph.Document
	reading graph.Reading
	err     error
	warning string
	// known jobs need no reading.
	known bool
	// copied jobs are of an article that came earlier in this load, which left it in the state was.
	copied bool
	was    state
	done   chan struct{}
}

const (
	// queuedJobs and queuedBytes bound what is under way: enough to keep the workers busy while a batch is written.
	queuedJobs  = 256
	queuedBytes = 64 << 20
	// jobBytes is what a job weighs beside its text.
	jobBytes = 4 << 10
)

func (j *job) weight() int64 { return min(int64(len(j.doc.Text))+jobBytes, queuedBytes) }

// pipeline takes jobs from feed, has them read, and gives them in their order. It ends early when the context does; its
// goroutines have ended when it has.
func pipeline(ctx context.Context, r Reader, workers int, feed iter.Seq[*job]) iter.Seq[*job] {
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	return func(yield func(*job) bool) {
		ctx, cancel := context.WithCancel(ctx)
		order, work := make(chan *job, queuedJobs), make(chan *job)
		budget := semaphore.NewWeighted(queuedBytes)
		var group sync.WaitGroup
		defer group.Wait()
		defer cancel()
		group.Go(func() {
			defer close(order)
			defer close(work)
			for j := range feed {
				if !queue(ctx, j, budget, order, work) {
					return
				}
			}
		})
		for range workers {
			group.Go(func() {
				for j := range work {
					j.read(ctx, r)
					close(j.done)
				}
			})
		}
		for j := range order {
			select {
			case <-j.done:
			case <-ctx.Done():
				return
			}
			budget.Release(j.weight())
			if ctx.Err() != nil || !yield(j) {
				return
			}
		}
	}
}

// queue waits until there is room for a job, and hands it to the workers where it must be read. It reports false when
// the context has ended.
func queue(ctx context.Context, j *job, budget *semaphore.Weighted, order, work chan<- *job) bool {
	j.done = make(chan struct{})
	if budget.Acquire(ctx, j.weight()) != nil {
		return false
	}
	select {
	case order <- j:
	case <-ctx.Done():
		return false
	}
	if j.known {
		close(j.done)
		return ctx.Err() == nil
	}
	select {
	case work <- j:
	case <-ctx.Done():
		return false
	}
	return true
}

// read does a worker's part. A text at which the reader panics is a failure of that text alone: one article must not
// end the load of thousands.
func (j *job) read(ctx context.Context, r Reader) {
	defer func() {
		if p := recover(); p != nil {
			j.reading, j.err = graph.Reading{}, fmt.Errorf("extract %q: panic: %v", j.doc.Name, p)
		}
	}()
	j.doc.Sketch = Sketch(j.doc.Text)
	tag, sure := language(j.doc.Text)
	j.warning = oddity(tag, sure)
	if j.doc.Language == "" {
		j.doc.Language = tag
	}
	if asker, ok := r.(Asker); ok {
		j.reading, j.err = asker.ReadContext(ctx, j.doc)
		return
	}
	j.reading = r.Read(j.doc)
}
