package store

import (
	"errors"
	"fmt"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"github.com/google/uuid"

	"entente.example/graph"
)

// packet is a reading that has been checked, in its normal form.
type packet struct {
	article    graph.Article
	entities   []graph.Entity
	statements []graph.Statement
}

// prepare brings the readings to their normal form, without touching the caller's, and checks them, on all processors:
// nothing is written before all of them have passed. Their quads are made later, and then cannot fail.
func prepare(readings []graph.Reading) ([]packet, error) {
	packets, errs := make([]packet, len(readings)), make([]error, len(readings))
	var next atomic.Int64
	var group sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(readings)) {
		group.Go(func() {
			for i := next.Add(1) - 1; i < int64(len(readings)); i = next.Add(1) - 1 {
				var err error
				if packets[i], err = prepareOne(readings[i]); err != nil {
					errs[i] = fmt.Errorf("%w: article %s: %w", ErrInvalid, readings[i].Article.ID, err)
				}
			}
		})
	}
	group.Wait()
	return packets, errors.Join(errs...)
}

func prepareOne(reading graph.Reading) (packet, error) {
	a := reading.Article
	if a.SHA256 == "" || graph.ArticleID(a.SHA256) != a.ID {
		return packet{}, fmt.Errorf("its id does not follow from its hash %q", a.SHA256)
	}
	a.Successor, a.CopyOf, a.FirstPublisher = uuid.Nil, uuid.Nil, "" // those are for the store to tell
	a.Appearances = slices.Clone(a.Appearances)
	a.AddAppearances()
	reading.Entities = slices.Clone(reading.Entities)
	reading.Statements = slices.Clone(reading.Statements)
	for i := range reading.Statements {
		citations := slices.Clone(reading.Statements[i].Citations)
		for j, c := range citations {
			if citations[j].Kinds = slices.Clone(c.Kinds); len(c.Kinds) == 0 {
				citations[j].Kinds = nil
			}
		}
		reading.Statements[i].Citations = citations
	}
	reading.Normalize()
	for i, e := range reading.Entities {
		if e.Type != "" && !e.Type.Known() {
			return packet{}, fmt.Errorf("entity %q: type %q is unknown", e.ID, e.Type)
		}
		reading.Entities[i] = normalizeEntity(e)
	}
	for _, s := range reading.Statements {
		if s.Article != a.ID {
			return packet{}, fmt.Errorf("statement %s is of article %s", s.ID, s.Article)
		}
		if err := s.Validate(); err != nil {
			return packet{}, err
		}
	}
	p := packet{article: a, entities: reading.Entities, statements: reading.Statements}
	return p, p.checkIDs()
}

// checkIDs reports an id that cannot be a term.
func (p packet) checkIDs() error {
	for _, e := range p.entities {
		if err := checkIDs([]graph.ID{e.ID}, e.Country, e.PartOf); err != nil {
			return fmt.Errorf("entity %q: %w", e.ID, err)
		}
	}
	for _, s := range p.statements {
		may := []graph.ID{s.Speaker}
		for _, c := range s.Citations {
			may = append(may, c.Place, c.Via)
		}
		if err := checkIDs([]graph.ID{s.Subject, s.Object}, may...); err != nil {
			return fmt.Errorf("statement %s: %w", s.ID, err)
		}
	}
	return nil
}

// checkIDs looks at those that must be there, and at those that may.
func checkIDs(must []graph.ID, may ...graph.ID) error {
	for _, id := range may {
		if id != "" {
			must = append(must, id)
		}
	}
	for _, id := range must {
		if _, err := entityIRI(id); err != nil {
			return err
		}
	}
	return nil
}

// ahead makes the quads of packets before their turn comes, beside the writer, which spends its time in Cayley's code.
type ahead struct {
	packets []packet
	made    []making
	// room holds an element for each packet that was made here and not yet dropped.
	room    chan struct{}
	stop    chan struct{}
	working sync.WaitGroup
}

// making is how far a packet is.
type making struct {
	claimed, elsewhere atomic.Bool
	done               chan struct{}
	content            content
	err                error
}

// mostAhead is how many packets wait at most.
const mostAhead = 256

func newAhead(packets []packet) *ahead {
	a := &ahead{
		packets: packets, made: make([]making, len(packets)),
		room: make(chan struct{}, mostAhead), stop: make(chan struct{}),
	}
	for i := range a.made {
		a.made[i].done = make(chan struct{})
	}
	if len(packets) > 1 {
		for range max(1, runtime.GOMAXPROCS(0)-1) {
			a.working.Go(a.work)
		}
	}
	return a
}

// close ends the work.
func (a *ahead) close() {
	close(a.stop)
	a.working.Wait()
}

func (a *ahead) work() {
	for i := range a.made {
		if a.made[i].claimed.Load() {
			continue
		}
		select {
		case a.room <- struct{}{}:
		case <-a.stop:
			return
		}
		if !a.make(i, true) {
			<-a.room
		}
	}
}

// make makes what nobody else makes, or reports false.
func (a *ahead) make(i int, elsewhere bool) bool {
	m := &a.made[i]
	if !m.claimed.CompareAndSwap(false, true) {
		return false
	}
	m.elsewhere.Store(elsewhere)
	m.content, m.err = newContent(a.packets[i].article, a.packets[i].statements)
	close(m.done)
	return true
}

// get gives the quads of a packet, which it makes where that was not begun.
func (a *ahead) get(i int) (content, error) {
	a.make(i, false)
	<-a.made[i].done
	return a.made[i].content, a.made[i].err
}

// drop forgets the quads of packets that were written.
func (a *ahead) drop(from, to int) {
	for i := from; i < to; i++ {
		a.made[i].content = content{}
		if a.made[i].elsewhere.Load() {
			<-a.room
		}
	}
}
