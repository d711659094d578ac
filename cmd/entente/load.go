package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"
	"time"

	"github.com/google/uuid"
	"github.com/spf13/cobra"

	"entente.example/graph"
	"entente.example/graph/store"
	"entente.example/loader"
	"entente.example/queries"
)

type loadOptions struct {
	store   storeFlag
	input   inputFlags
	output  output
	reader  readerFlags
	workers int
	resume  bool
	report  string
	// statements is the file with readings, or -.
	statements string
}

func newLoadCommand() *cobra.Command {
	var opts loadOptions
	cmd := &cobra.Command{
		Use:   "load [FILE|FOLDER|-]...",
		Short: "Read articles into the store, and show who backs whom in them",
		Long: `load reads articles from files, folders, archives, patterns or standard input, stores their statements, and prints the
table of who backs whom that it learned from them. "entente help formats" lists what it reads. An article that the
store has is not read again, unless the dictionary or the rules have changed; loading the same articles again changes
nothing, and says so.

Each article is stored whole or not at all: after an interruption the store opens and has whole articles only. Load the
same again to go on, with --resume where the dictionary or the rules have changed since.`,
		Example: `  entente load article.txt
  entente load articles/ pages/*.html dump.jsonl.gz
  curl -s https://news.example/article | entente load
  ENTENTE_STORE=libya.db entente load articles/libya
  entente extract --format readings articles/ | entente load --statements -`,
		Args: arguments(0, -1, "files or folders"),
		RunE: func(cmd *cobra.Command, args []string) error { return runLoad(cmd.Context(), cmd, opts, args) },
	}
	opts.register(cmd)
	cmd.Flags().StringVar(&opts.statements, "statements", "", "store what entente extract --format readings printed into this file (- for standard input)")
	return cmd
}

func (o *loadOptions) register(cmd *cobra.Command) {
	o.store.register(cmd)
	o.reader.register(cmd)
	o.input.register(cmd)
	o.output.register(cmd, listingFormats())
	flags := cmd.Flags()
	flags.IntVar(&o.workers, "workers", 0, "how many articles are read at once (default: as many as there are processors)")
	flags.BoolVar(&o.resume, "resume", false, "skip every article that the store has, also where the dictionary or the rules have changed")
	flags.StringVar(&o.report, "report", "", "write what became of each input, and why, to a file that ends in .csv or .jsonl")
}

func runLoad(ctx context.Context, cmd *cobra.Command, opts loadOptions, paths []string) error {
	if opts.workers < 0 {
		return wrongUse("--workers %d: it is a number of articles, or 0 for as many as there are processors", opts.workers)
	}
	if opts.statements != "" {
		return runLoadStatements(ctx, cmd, opts, paths)
	}
	in, err := newIntake(cmd, opts.input, paths)
	if err != nil {
		return err
	}
	if err := opts.output.ready(); err != nil {
		return err // rather than after hours of work
	}
	boundMemory()
	reader, err := opts.reader.open()
	if err != nil {
		return err
	}
	if in.journal, err = newJournal(opts.report); err != nil {
		return err
	}
	opts.output.inputs = in.paths
	began := time.Now()
	docs, stop, err := peek(in.byPath(ctx))
	defer stop()
	if err != nil {
		return err
	}
	if docs == nil { // then there is no need of a store
		return gravest(showLoaded(cmd, opts, loaded{}), in.journal.write(), in.verdict())
	}
	err = opts.store.withStore(ctx, store.Options{}, func(s *store.Store) error {
		done, err := fill(ctx, cmd, s, reader, in, docs, opts)
		in.journal.loaded(done.report)
		if err != nil {
			return unfinished(ctx, err, done.report)
		}
		in.unreadable += len(done.report.Failures)
		return finishLoad(ctx, cmd, s, opts, began, done)
	})
	opts.reader.report(in.talk)
	return gravest(err, in.journal.write(), in.verdict())
}

// mostLearned is how many new articles a load shows the learnings of. Of more, the table would be that of the whole
// store, and to make it would take the memory that loading saves.
const mostLearned = 20_000

// mostReread is how many statements a store on a server may have to be read anew after each load that follows a review.
const mostReread = 100_000

// finishLoad shows what a load did, and what it learned.
func finishLoad(ctx context.Context, cmd *cobra.Command, s *store.Store, opts loadOptions, began time.Time, done loaded) (err error) {
	if done.stats, err = s.Stats(ctx); err != nil {
		return err
	}
	switch onServer := opts.store.onServer(); {
	case done.stats.Verdicts == 0 || len(done.fresh) == 0:
	case onServer && done.stats.Statements > mostReread:
		talkOf(cmd).say("copies of what reviewers have judged may be among them: ask with entente review --doubt judged-copy")
	default:
		if done.judged, err = queries.JudgedCopies(ctx, s, done.fresh...); err != nil {
			return err
		}
	}
	switch {
	case opts.store.onServer():
		done.fresh = nil // others may load too: the table would be of what all of them wrote, which may be millions
	case len(done.fresh) > mostLearned:
		done.fresh = nil
		talkOf(cmd).say("too many articles to show what was learned from them: ask with entente backs")
	}
	if done.learned, err = queries.Learned(ctx, s, done.fresh); err != nil {
		return err
	}
	done.took, done.address = time.Since(began), opts.store.shown()
	return showLoaded(cmd, opts, done)
}

// peek takes the first element out of a sequence, and gives the sequence back; nil where there is none.
func peek[T any](docs iter.Seq2[T, error]) (_ iter.Seq2[T, error], stop func(), err error) {
	next, stop := iter.Pull2(docs)
	doc, err, ok := next()
	if !ok || err != nil {
		return nil, stop, err
	}
	return func(yield func(T, error) bool) {
		for ok && yield(doc, err) {
			doc, err, ok = next()
		}
	}, stop, nil
}

// loaded is what a load did.
type loaded struct {
	report  loader.Report
	fresh   []uuid.UUID
	learned []queries.BacksRow
	// judged are new statements of which reviewers have judged a copy.
	judged  []uuid.UUID
	stats   store.Stats
	took    time.Duration
	address string
}

// fill loads the documents into the store, and tells what is odd about them. It notes the articles that the store did
// not have as they are read now.
func fill(
	ctx context.Context, cmd *cobra.Command, s *store.Store, reader loader.Reader, in *intake, docs iter.Seq2[graph.Document, error], opts loadOptions,
) (done loaded, err error) {
	note := func(article uuid.UUID) { done.fresh = append(done.fresh, article) }
	noted := loader.Fresh(ctx, s, reader.Name(), opts.resume, docs, note)
	progress := newProgress(cmd, in)
	options := loader.Options{Workers: opts.workers, Resume: opts.resume, Progress: progress.show}
	done.report, err = loader.Load(ctx, s, reader, noted, options)
	progress.clear()
	talk := talkOf(cmd)
	for _, w := range done.report.Warnings {
		talk.warn(quoted(w.Name) + ": it " + w.Text)
	}
	for _, f := range done.report.Failures {
		talk.complain("error", 0, fmt.Sprintf("load %q: %v", f.Name, f.Err))
	}
	return done, err
}

// unfinished tells how much of a load that ended early is in the store.
func unfinished(ctx context.Context, err error, report loader.Report) error {
	f := &failure{code: exitFailed, err: err}
	if ctx.Err() != nil {
		f.code, f.err = exitInterrupted, errors.New("interrupted")
	}
	are, they := "articles are", "each of them whole"
	if report.Articles == 1 {
		are, they = "article is", "whole"
	}
	f.err = fmt.Errorf("%w; %d %s in the store, %s", f.err, report.Articles, are, they)
	f.hints = []string{"load the same again to go on"}
	return f
}

// showLoaded prints the table on standard output, and what was done on standard error.
func showLoaded(cmd *cobra.Command, opts loadOptions, done loaded) error {
	l := rowListing(done.learned)
	l.whole = struct {
		loader.Report
		Learned []queries.BacksRow `json:"learned"`
	}{done.report, notNil(done.learned)}
	err := opts.output.write(cmd, func(w io.Writer, format string, s screen) error {
		if format == "table" && len(done.learned) == 0 {
			return nil
		}
		return l.write(w, format, s)
	})
	if err != nil || done.address == "" {
		return err
	}
	talk := talkOf(cmd)
	talk.say("loaded %s in %.2f s: %s", count(done.report.Articles, "article"), done.took.Seconds(), whatChanged(done.report))
	talk.say("store %s: %s", quoted(done.address), contents(done.stats))
	tellJudged(talk, len(done.judged))
	return nil
}

// tellJudged tells of so many new statements of which reviewers have judged a copy.
func tellJudged(t talk, n int) {
	switch {
	case n == 1:
		t.say("1 new statement says in a copy what reviewers have judged: entente review --doubt judged-copy")
	case n > 1:
		t.say("%d new statements say in a copy what reviewers have judged: entente review --doubt judged-copy", n)
	}
}

// whatChanged lists what a load did to the store.
func whatChanged(r loader.Report) string {
	parts := []string{fmt.Sprintf("%d new, %d unchanged", r.New, r.Unchanged)}
	for _, part := range []struct {
		n    int
		what string
	}{{r.Replaced, "read anew"}, {r.Extended, "seen elsewhere too"}, {r.Copies, "copied in the input"}, {r.Superseded, "superseded by a newer text at the same address"}} {
		if part.n > 0 {
			parts[0] += fmt.Sprintf(", %d %s", part.n, part.what)
		}
	}
	if r.New+r.Replaced+r.Extended == 0 {
		return parts[0] + "; nothing changed"
	}
	parts = append(parts, count(r.Statements, "new statement"), count(r.Entities, "new entity"))
	for _, part := range []struct {
		n    int
		what string
	}{{r.Gone, "gone"}, {r.Changed, "changed"}} {
		if part.n > 0 {
			parts = append(parts, count(part.n, "statement")+" "+part.what)
		}
	}
	return strings.Join(parts, "; ")
}
