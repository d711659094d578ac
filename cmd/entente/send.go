package main

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"
	"strings"
	"time"

	"github.com/google/uuid"
	"github.com/spf13/cobra"

	"entente.example/graph"
)

// sent is an article as it goes to a server: the fields of a line of JSON lines, which package source reads.
type sent struct {
	Text      string      `json:"text"`
	Title     string      `json:"title,omitempty"`
	URL       string      `json:"url,omitempty"`
	Publisher string      `json:"publisher,omitempty"`
	Published graph.Valid `json:"published,omitempty"`
	Language  string      `json:"language,omitempty"`
	Status    string      `json:"status,omitempty"`
	Archive   string      `json:"archive,omitempty"`
}

// received is the server's answer: its report, or what is wrong.
type received struct {
	Articles   int `json:"articles"`
	New        int `json:"new"`
	Unchanged  int `json:"unchanged"`
	Statements int `json:"statements"`
	Entities   int `json:"entities"`
	// JudgedCopies are the new statements of which reviewers have judged a copy.
	JudgedCopies []uuid.UUID `json:"judgedCopies"`
	Failures     []struct {
		Name  string `json:"name"`
		Error string `json:"error"`
	} `json:"failures"`

	Title  string `json:"title"`
	Detail string `json:"detail"`
	Hint   string `json:"hint"`
}

const (
	// batchBytes and batchLines are the size from which articles are sent together.
	batchBytes = 4 << 20
	batchLines = 200
	// answerTime is how long a server may take for a batch.
	answerTime = 5 * time.Minute
)

// addSending gives the command load the flag --to, with which it stores nothing itself.
func addSending(root *cobra.Command) {
	load, _, err := root.Find([]string{"load"})
	if err != nil {
		return
	}
	var to string
	load.Flags().StringVar(&to, "to", "", "send the articles to a server that was started with entente serve --write, and its token in ENTENTE_TOKEN")
	load.Example += "\n  entente load articles/ --to http://127.0.0.1:8080"
	store := load.RunE
	load.RunE = func(cmd *cobra.Command, args []string) error {
		if to == "" {
			return store(cmd, args)
		}
		return sendTo(cmd.Context(), cmd, to, args)
	}
}

// sendTo sends the articles of the paths to a server, which reads and stores them, and tells what it did.
func sendTo(ctx context.Context, cmd *cobra.Command, to string, paths []string) error {
	target, err := targetOf(cmd, to)
	if err != nil {
		return err
	}
	flag := func(name string) string { return cmd.Flag(name).Value.String() }
	in, err := newIntake(cmd, inputFlags{format: flag("from-format"), publishers: flag("publishers")}, paths)
	if err != nil {
		return err
	}
	began := time.Now()
	var sum received
	var batch bytes.Buffer
	lines := 0
	encoder := json.NewEncoder(&batch)
	flush := func() error {
		if lines == 0 {
			return nil
		}
		answer, err := postArticles(ctx, target, batch.Bytes())
		if err != nil {
			return err
		}
		sum.add(answer)
		batch.Reset()
		lines = 0
		return nil
	}
	for doc, err := range in.byPath(ctx) {
		if err != nil {
			return err
		}
		for _, line := range linesOf(doc) {
			if err := encoder.Encode(line); err != nil {
				return fmt.Errorf("send %q: %w", doc.Name, err)
			}
			lines++
		}
		if lines >= batchLines || batch.Len() >= batchBytes {
			if err := flush(); err != nil {
				return err
			}
		}
	}
	if err := flush(); err != nil {
		return err
	}
	for _, failure := range sum.Failures {
		in.unreadable++
		in.talk.complain("error", 0, failure.Error)
	}
	in.talk.say("sent %s to %s in %.2f s: %d new, %d unchanged; %s, %s", count(sum.Articles, "article"), target,
		time.Since(began).Seconds(), sum.New, sum.Unchanged, count(sum.Statements, "new statement"), count(sum.Entities, "new entity"))
	tellJudged(in.talk, len(sum.JudgedCopies))
	if sum.New > 0 {
		in.talk.say("%s shows what they tell", strings.TrimSuffix(target, "v1/articles"))
	}
	return in.verdict()
}

func (r *received) add(more received) {
	r.Articles += more.Articles
	r.New += more.New
	r.Unchanged += more.Unchanged
	r.Statements += more.Statements
	r.Entities += more.Entities
	r.JudgedCopies = append(r.JudgedCopies, more.JudgedCopies...)
	r.Failures = append(r.Failures, more.Failures...)
}

// targetOf is where articles are posted to. What says how to store them makes no sense with it.
func targetOf(cmd *cobra.Command, to string) (string, error) {
	u, err := url.Parse(to)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		f := wrongUse("--to %q is no address of a server", to)
		f.hints = []string{"such as http://127.0.0.1:8080"}
		return "", f
	}
	for _, name := range []string{"store", "format", "json", "output", "workers", "extractor"} {
		if cmd.Flags().Changed(name) {
			return "", wrongUse("--to and --%s exclude each other: it is the server that stores and answers", name)
		}
	}
	return u.JoinPath("v1", "articles").String(), nil
}

// linesOf writes a document once for each of its appearances: the server puts them together again.
func linesOf(doc graph.Document) []sent {
	line := sent{Text: doc.Text, Language: doc.Language, Status: string(doc.Status), Archive: doc.Archive}
	if len(doc.Appearances) == 0 {
		return []sent{line}
	}
	var lines []sent
	for _, a := range doc.Appearances {
		line.Title, line.URL, line.Publisher, line.Published = a.Title, a.URL, a.Publisher, a.Published
		lines = append(lines, line)
	}
	return lines
}

// postArticles sends one batch.
func postArticles(ctx context.Context, target string, batch []byte) (received, error) {
	ctx, cancel := context.WithTimeout(ctx, answerTime)
	defer cancel()
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, target, bytes.NewReader(batch))
	if err != nil {
		return received{}, err
	}
	r.Header.Set("Content-Type", "application/x-ndjson")
	if token := os.Getenv("ENTENTE_TOKEN"); token != "" {
		r.Header.Set("Authorization", "Bearer "+token)
	}
	response, err := http.DefaultClient.Do(r)
	if err != nil {
		var failed *url.Error
		if errors.As(err, &failed) {
			err = failed.Err
		}
		f := &failure{code: exitFailed, err: fmt.Errorf("send articles to %q: %w", target, err)}
		f.hints = []string{"start it with entente serve --write"}
		return received{}, f
	}
	defer response.Body.Close()
	content, err := io.ReadAll(io.LimitReader(response.Body, 64<<20))
	var answer received
	if err == nil {
		err = json.Unmarshal(content, &answer)
	}
	if response.StatusCode != http.StatusOK {
		f := &failure{code: exitFailed, err: fmt.Errorf("send articles to %q: %s", target, cmp.Or(answer.Detail, answer.Title, response.Status))}
		switch {
		case response.StatusCode == http.StatusUnauthorized:
			f.hints = []string{"give the server's token in ENTENTE_TOKEN"}
		case answer.Hint != "":
			f.hints = []string{answer.Hint}
		}
		return received{}, f
	}
	if err != nil {
		return received{}, fmt.Errorf("read the answer of %q: %w", strings.TrimSuffix(target, "/"), err)
	}
	return answer, nil
}
