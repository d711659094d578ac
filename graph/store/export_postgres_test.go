package store

import (
	"context"
	"errors"
)

// Exec runs a statement of SQL past all checks.
func (s *Store) Exec(statement string) error {
	_, err := s.db.(*sqlDB).db.ExecContext(context.Background(), statement)
	return err
}

// TableBytes gives the size of the tables with their indexes.
func (s *Store) TableBytes() (n int64, err error) {
	err = s.db.(*sqlDB).db.QueryRowContext(context.Background(),
		`SELECT pg_total_relation_size('nodes') + pg_total_relation_size('quads')`).Scan(&n)
	return n, err
}

// HoldLock keeps all writers of the database waiting until release is called.
func (s *Store) HoldLock() (release func() error, err error) {
	tx, err := s.db.begin(context.Background())
	if err != nil {
		return nil, err
	}
	return func() error { tx.rollback(); return nil }, nil
}

// ThrowOutWaiting ends the connections that wait for a lock, and tells how many they were.
func (s *Store) ThrowOutWaiting() (n int, err error) {
	err = s.db.(*sqlDB).db.QueryRowContext(context.Background(), `SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
		WHERE wait_event_type = 'Lock' AND query LIKE '%FOR UPDATE%'`).Scan(&n)
	return n, err
}

// Deadlock has a writer and another transaction wait for each other, and gives an error where that is no reason to try
// again.
func (s *Store) Deadlock(other *Store) error {
	ctx := context.Background()
	db := other.db.(*sqlDB).db
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback() //nolint:errcheck // one of the two ends in it
	const lock = `SELECT refs FROM nodes WHERE value_string = $1 FOR UPDATE`
	if _, err := tx.ExecContext(ctx, lock, "backs"); err != nil {
		return err
	}
	tries, first := 0, make(chan error, 1)
	w := newWriter(ctx, s.db)
	err = w.transact(func() error {
		tries++
		if tries == 1 {
			go func() {
				_, err := tx.ExecContext(ctx, lock, string(storeNode)) // which w holds
				first <- errors.Join(err, tx.Rollback())
			}()
		}
		_, err := w.tx.(*sqlTransaction).tx.ExecContext(ctx, lock, "backs")
		return err
	})
	if refused := <-first; tries == 1 && refused == nil {
		return errors.New("there was no deadlock")
	}
	return err
}
