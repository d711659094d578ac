package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"io"
	"net"
	"strings"
	"sync"

	cayley "github.com/cayleygraph/cayley/graph"
	csql "github.com/cayleygraph/cayley/graph/sql"
	"github.com/cayleygraph/cayley/graph/sql/postgres"
	"github.com/cayleygraph/quad"
	"github.com/lib/pq"

	"entente.example/graph"
)

// sqlDB is Cayley's quads in tables of PostgreSQL, or of what speaks its language. The tables are Cayley's, and so are
// scripts; what this package reads and writes itself goes in whole sets, where Cayley sends a query for each quad and
// each name.
type sqlDB struct {
	address string
	db      *sql.DB
	// hint is for who gave an address at which there is no server.
	hint string

	mu     sync.Mutex
	cayley cayley.QuadStore // opened for the first script
}

// isSQL reports whether an address is that of a database server.
func isSQL(scheme string) bool {
	return scheme == "postgres" || scheme == "postgresql" || scheme == cockroachScheme
}

// cockroachScheme begins the address of CockroachDB, which speaks PostgreSQL's protocol. Cayley's own backend for it
// cannot be used: its unique index of subject, predicate and object has no label, so that of a tie in two articles the
// second one is dropped, without a word.
const cockroachScheme = "cockroach"

// sqlOpener opens the database at an address, and makes Cayley's tables where they are missing and it may write.
func sqlOpener(address string) opener {
	hint := hintServer + "postgres://user@host:5432/database?"
	if rest, ok := strings.CutPrefix(address, cockroachScheme+"://"); ok {
		address, hint = "postgres://"+rest, hintServer+cockroachScheme+"://user@host:26257/database?"
	}
	return func(ctx context.Context, readOnly bool) (engine, error) {
		connector, err := pq.NewConnector(address)
		if err != nil {
			return nil, &Error{Err: ErrUnsupported, Cause: redactedCause(err), Hint: hint}
		}
		d := &sqlDB{address: address, db: sql.OpenDB(connector), hint: hint}
		if err := again(ctx, starting{d}, func() error { return d.prepare(ctx, readOnly) }); err != nil {
			return nil, errors.Join(d.explain(ctx, err), d.db.Close())
		}
		return d, nil
	}
}

// starting is a database that is being opened: only a server that says that it starts or stops is waited for.
type starting struct{ *sqlDB }

func (starting) passing(err error) bool {
	var answer *pq.Error
	return errors.As(err, &answer) && strings.HasPrefix(string(answer.Code), "57P0")
}

// redactedCause keeps an address that cannot be read, with the password in it, out of messages.
func redactedCause(err error) error {
	var parse interface{ Unwrap() error }
	if errors.As(err, &parse) && parse.Unwrap() != nil {
		return parse.Unwrap()
	}
	return errors.New("it cannot be read")
}

// fillFactor leaves room in the pages of indexes for entries between others. Cayley's own default, 50, doubles their
// size.
const fillFactor = 80

// prepare makes sure that Cayley's tables are there.
func (d *sqlDB) prepare(ctx context.Context, readOnly bool) error {
	tables, err := d.tables(ctx)
	switch {
	case err != nil:
		return err
	case tables == 2:
		return nil
	case tables != 0:
		return &Error{Err: ErrNotStore, Cause: errors.New("its schema has a table nodes or quads that is not Cayley's")}
	case readOnly:
		return &Error{Err: ErrNotFound, Cause: errors.New("the database is empty"), Hint: hintEmpty}
	}
	conn, err := d.db.Conn(ctx)
	if err != nil {
		return err
	}
	defer conn.Close()
	const lock, unlock = `SELECT pg_advisory_lock(hashtext('entente'))`, `SELECT pg_advisory_unlock(hashtext('entente'))`
	if _, err := conn.ExecContext(ctx, lock); err != nil { // others may be at it too
		return err
	}
	defer conn.ExecContext(context.WithoutCancel(ctx), unlock) //nolint:errcheck // it ends with the connection anyway
	if tables, err = d.tables(ctx); err != nil || tables == 2 {
		return err
	}
	if err := csql.Init(postgres.Type, d.address, cayley.Options{"db_fill_factor": fillFactor}); err != nil {
		return err
	}
	// The server would look up each node of each quad that comes in, and read all quads for each node that goes, since no
	// index begins with the label. Check does it where it is wanted.
	_, err = conn.ExecContext(ctx, `ALTER TABLE quads DROP CONSTRAINT subject_hash_fk, DROP CONSTRAINT predicate_hash_fk,
		DROP CONSTRAINT object_hash_fk, DROP CONSTRAINT label_hash_fk`)
	return err
}

// tables counts those of Cayley's two tables that are there.
func (d *sqlDB) tables(ctx context.Context) (n int, err error) {
	err = d.db.QueryRowContext(ctx, `SELECT count(*) FROM information_schema.tables
		WHERE table_schema = current_schema() AND table_name IN ('nodes', 'quads')`).Scan(&n)
	return n, err
}

// Close closes the connections.
func (d *sqlDB) Close() error {
	d.mu.Lock()
	defer d.mu.Unlock()
	err := d.db.Close()
	if d.cayley != nil {
		err = errors.Join(err, d.cayley.Close())
	}
	return err
}

func (*sqlDB) lacks(quad.Value) bool { return false }

// known is nothing: the server keeps its promises, or reports that it cannot.
func (d *sqlDB) known() (int, error) { return 0, nil }

// view reads in one transaction, which sees the database as it was when it began.
func (d *sqlDB) view(ctx context.Context, read func(*reader) error) error {
	tx, err := d.db.BeginTx(ctx, &sql.TxOptions{Isolation: sql.LevelRepeatableRead, ReadOnly: true})
	if err != nil {
		return d.explain(ctx, err)
	}
	defer tx.Rollback() //nolint:errcheck // it only read
	return d.explain(ctx, read(newReader(ctx, newSQLSource(d, tx))))
}

// begin begins a transaction that changes the store, once the ones of all other processes have ended: the row of the
// store's own node is the lock. So each sees what those before it wrote, and no article is read before another loader
// changes it and written after. They would wait for each other anyway, as Cayley counts the uses of each predicate.
func (d *sqlDB) begin(ctx context.Context) (transaction, error) {
	tx, err := d.db.BeginTx(ctx, nil)
	if err != nil {
		return nil, d.explain(ctx, err)
	}
	lock := csql.HashOf(storeNode).SQLValue()
	_, err = tx.ExecContext(ctx, `INSERT INTO nodes (hash, refs, value_string, iri) VALUES ($1, 0, $2, true) ON CONFLICT (hash) DO NOTHING`,
		lock, string(storeNode))
	if err == nil {
		_, err = tx.ExecContext(ctx, `SELECT refs FROM nodes WHERE hash = $1 FOR UPDATE`, lock)
	}
	if err != nil {
		return nil, errors.Join(d.explain(ctx, err), tx.Rollback())
	}
	return &sqlTransaction{db: d, tx: tx}, nil
}

// passing reports whether others, or a server that restarts, made a transaction fail.
func (d *sqlDB) passing(err error) bool {
	if errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return false
	}
	var answer *pq.Error
	if errors.As(err, &answer) {
		switch answer.Code {
		case "40001", "40P01", "57P01", "57P02", "57P03", "53300": // conflict, deadlock, shutdown, start-up, too many connections
			return true
		}
		return answer.Code.Class() == "08"
	}
	return isGone(err)
}

// isGone reports whether the connection to the server broke.
func isGone(err error) bool {
	var network *net.OpError
	return errors.Is(err, driver.ErrBadConn) || errors.Is(err, sql.ErrConnDone) || errors.Is(err, sql.ErrTxDone) ||
		errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) || errors.As(err, &network)
}

// explain turns errors of the server into those of a store.
func (d *sqlDB) explain(ctx context.Context, err error) error {
	if err == nil {
		return nil
	}
	if ctx.Err() != nil {
		return ctx.Err() // the server calls it a statement that a user cancelled
	}
	var known *Error
	if errors.As(err, &known) {
		return err
	}
	var answer *pq.Error
	if !errors.As(err, &answer) {
		if errors.Is(err, pq.ErrSSLNotSupported) { // as of most servers on one's own machine
			return &Error{Err: ErrRefused, Cause: err, Hint: "where nobody else can listen on the way to the server, add ?sslmode=disable to the address"}
		}
		if isGone(err) {
			return &Error{Err: ErrUnreachable, Cause: err, Hint: d.hint}
		}
		return err
	}
	switch answer.Code {
	case "28000", "28P01":
		return &Error{Err: ErrRefused, Cause: err, Hint: "give the name and the password in the address, or in PGUSER and PGPASSWORD"}
	case "3D000":
		return &Error{Err: ErrNotFound, Cause: err, Hint: "make the database first, with createdb"}
	case "42501", "25006":
		return &Error{Err: ErrRefused, Cause: err, Hint: "open it for reading only, or ask its owner for the right to write"}
	case "53100":
		return &Error{Err: ErrServer, Cause: err, Hint: "make room on the disk of the server; what was stored before is still there"}
	case "57P01", "57P02", "57P03":
		return &Error{Err: ErrUnreachable, Cause: err, Hint: d.hint}
	case "XX001", "XX002":
		return damaged("%v", err)
	}
	return &Error{Err: ErrServer, Cause: err}
}

const hintServer = "is the server running, and is the address of the form "

// sqlSource reads Cayley's tables. Its numbers are made as nodes are met.
type sqlSource struct {
	db     *sqlDB
	tx     *sql.Tx
	of     map[csql.NodeHash]uint64
	hashes []csql.NodeHash // by their numbers; the first is of none
}

func newSQLSource(d *sqlDB, tx *sql.Tx) *sqlSource {
	s := &sqlSource{db: d, tx: tx}
	s.forget()
	return s
}

func (*sqlSource) far() bool { return true }

func (*sqlSource) together(context.Context, quad.Value, uint64, uint64, bool) ([]link, bool, error) {
	return nil, false, nil // its tables have no order
}

func (s *sqlSource) forget() {
	s.of, s.hashes = map[csql.NodeHash]uint64{}, make([]csql.NodeHash, 1)
}

func (s *sqlSource) numberOf(h csql.NodeHash) uint64 {
	if !h.Valid() {
		return 0
	}
	n, ok := s.of[h]
	if !ok {
		n = uint64(len(s.hashes))
		s.of[h] = n
		s.hashes = append(s.hashes, h)
	}
	return n
}

// number gives one to every value, whether the database has it or not: to ask would be a query more.
func (s *sqlSource) number(_ context.Context, v quad.Value) (uint64, error) {
	return s.numberOf(csql.HashOf(v)), nil
}

func (s *sqlSource) list(nodes []uint64) pq.ByteaArray {
	list := make(pq.ByteaArray, len(nodes))
	for i, n := range nodes {
		list[i] = s.hashes[n].ValueHash[:]
	}
	return list
}

func (s *sqlSource) values(ctx context.Context, nodes []uint64) (_ []quad.Value, err error) {
	at := make(map[csql.NodeHash]int, len(nodes))
	for i, n := range nodes {
		at[s.hashes[n]] = i
	}
	rows, err := s.tx.QueryContext(ctx, `SELECT hash, value_string, coalesce(iri, false) FROM nodes WHERE hash = ANY($1)`, s.list(nodes))
	if err != nil {
		return nil, s.db.explain(ctx, err)
	}
	defer rows.Close()
	values := make([]quad.Value, len(nodes))
	for rows.Next() {
		var h csql.NodeHash
		var text sql.NullString
		var isIRI bool
		if err := rows.Scan(&h, &text, &isIRI); err != nil {
			return nil, err
		}
		switch {
		case !text.Valid:
			return nil, damaged("node %s is neither an IRI nor a literal", h)
		case isIRI:
			values[at[h]] = quad.IRI(text.String)
		default:
			values[at[h]] = quad.String(text.String)
		}
	}
	return values, s.db.explain(ctx, rows.Err())
}

// quads opens Cayley's own view of the tables, which has connections of its own: it sees what was committed.
func (s *sqlSource) quads() (cayley.QuadStore, error) {
	s.db.mu.Lock()
	defer s.db.mu.Unlock()
	if s.db.cayley == nil {
		qs, err := csql.New(postgres.Type, s.db.address, nil)
		if err != nil {
			return nil, err
		}
		s.db.cayley = qs
	}
	return s.db.cayley, nil
}

// verify compares the counts of the uses of nodes, which Cayley keeps, with the uses.
func (s *sqlSource) verify(ctx context.Context) error {
	var wrong int
	err := s.tx.QueryRowContext(ctx, `
		WITH used AS (
			SELECT hash, count(*) AS n FROM (
				SELECT subject_hash AS hash FROM quads UNION ALL SELECT predicate_hash FROM quads UNION ALL
				SELECT object_hash FROM quads UNION ALL SELECT label_hash FROM quads WHERE label_hash IS NOT NULL
			) AS uses GROUP BY hash
		)
		SELECT count(*) FROM nodes FULL JOIN used ON nodes.hash = used.hash
		WHERE nodes.refs IS DISTINCT FROM used.n`).Scan(&wrong)
	if err != nil {
		return s.db.explain(ctx, err)
	}
	if wrong > 0 {
		return damaged("the uses of %d nodes are counted wrong", wrong)
	}
	return nil
}

// sqlTransaction is a change of the tables.
type sqlTransaction struct {
	db   *sqlDB
	tx   *sql.Tx
	done bool
}

func (t *sqlTransaction) source() source { return newSQLSource(t.db, t.tx) }

// entities are none: other processes may have changed them.
func (t *sqlTransaction) entities() map[graph.ID]graph.Entity { return map[graph.ID]graph.Entity{} }

func (t *sqlTransaction) rollback() {
	if !t.done {
		t.done = true
		_ = t.tx.Rollback() // the server does it too, when the connection ends
	}
}

// commit makes the change. Where the connection breaks as it ends, nobody knows whether it was made: it is tried again
// and then finds what is there.
func (t *sqlTransaction) commit(ctx context.Context, d delta, _ int) error {
	if err := t.write(ctx, d); err != nil {
		return t.db.explain(ctx, err)
	}
	t.done = true
	return t.db.explain(ctx, t.tx.Commit())
}

func (t *sqlTransaction) exec(ctx context.Context, what string, want int, query string, args ...any) error {
	result, err := t.tx.ExecContext(ctx, query, args...)
	if err != nil {
		return fmt.Errorf("%s: %w", what, err)
	}
	if n, err := result.RowsAffected(); err != nil || n != int64(want) {
		return errors.Join(err, damaged("%s: %d rows changed rather than %d", what, n, want))
	}
	return nil
}
