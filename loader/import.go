package loader

import (
	"context"
	"errors"
	"iter"

	"entente.example/graph"
	"entente.example/graph/store"
)

// importBatch is how many readings of a table are written at once.
const importBatch = 500

// Import adds readings that were not extracted from texts, but made of tables (package loader/dataset). An error in the
// sequence is a failure in the report, beside the name that named gives; so is a reading that breaks the model.
func Import(ctx context.Context, s *store.Store, readings iter.Seq2[graph.Reading, error], named string) (Report, error) {
	var report Report
	var batch []graph.Reading
	flush := func() error {
		if len(batch) == 0 {
			return nil
		}
		change, err := s.Add(ctx, batch...)
		report.add(change)
		if errors.Is(err, store.ErrInvalid) { // then none was written
			for _, reading := range batch {
				change, err := s.Add(ctx, reading)
				report.add(change)
				if errors.Is(err, store.ErrInvalid) {
					report.Failures = append(report.Failures, Failure{Name: named, Err: err})
				} else if err != nil {
					return wrap(err)
				}
			}
			err = nil
		}
		batch = batch[:0]
		return wrap(err)
	}
	for reading, err := range readings {
		if err != nil {
			report.Failures = append(report.Failures, Failure{Name: named, Err: err})
			continue
		}
		if batch = append(batch, reading); len(batch) == importBatch {
			if err := flush(); err != nil {
				return report, err
			}
		}
	}
	return report, flush()
}
