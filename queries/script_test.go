package queries_test

import (
	"encoding/base64"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/uuid"

	"entente.example/graph"
	"entente.example/graph/actors"
	"entente.example/graph/store"
)

// TestScripts runs testdata/*.test. A test is a list of blocks, each a line with an indented body:
//
//	entity ID TYPE [name=NAME] [alias=NAME|NAME]     other entities are armed groups, named by their ids
//	article NAME [publisher=P] [date=D] [url=U] [title=T] [status=S] [sketch=LETTERS]
//	  SUBJECT PREDICATE OBJECT [modality=M] [speaker=ID] [via=ID] [kinds=K,K] [phase=P] [valid=V] [place=ID] [confidence=0.90] ["sentence"] [as=NAME]
//	verdict NAME accept|reject|edit [by=Mary] [on=2024-01-01] [note=TEXT]    on the statement of that name; of an edit, one in its place:
//	  SUBJECT PREDICATE OBJECT ...
//	eval QUESTION ARGUMENTS
//	  the answer, line by line
//	clear                                            forgets entities and articles
//
// Each eval is put to two stores, into which the articles were loaded in opposite orders; both give the same JSON.
func TestScripts(t *testing.T) {
	paths, err := filepath.Glob("testdata/*.test")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no scripts: %v", err)
	}
	for _, path := range paths {
		t.Run(filepath.Base(path), func(t *testing.T) { runScript(t, path) })
	}
}

// script is a running script.
type script struct {
	entities map[graph.ID]graph.Entity
	readings []graph.Reading
	names    map[uuid.UUID]string
	// called are statements by the names that the script gives them.
	called   map[string]graph.Statement
	verdicts []graph.Verdict
	stores   []*store.Store
	evals    int
	// answers are the lines that were given, eval by eval.
	answers [][]string
}

var update = flag.Bool("update", false, "rewrite the answers in testdata/*.test")

func runScript(t *testing.T, path string) {
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var s script
	s.clear()
	line, command, body := 0, "", []string(nil)
	at := 0
	flush := func() {
		if command != "" {
			if err := s.run(t, command, body); err != nil {
				t.Errorf("%s:%d: %s: %v", path, at, command, err)
			}
		}
		command, body = "", nil
	}
	for text := range strings.Lines(string(content)) {
		line++
		text = strings.TrimRight(text, " \n")
		switch {
		case text == "", strings.HasPrefix(text, "#"):
		case strings.HasPrefix(text, "  "):
			body = append(body, strings.TrimSpace(text))
		default:
			flush()
			command, at = text, line
		}
	}
	flush()
	if s.evals == 0 {
		t.Errorf("%s asks nothing", path)
	}
	if *update {
		if err := os.WriteFile(path, []byte(s.rewritten(string(content))), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// rewritten gives the script with the answers as they were given, in the order of the evals.
func (s *script) rewritten(content string) string {
	var b strings.Builder
	next, inEval := 0, false
	for line := range strings.Lines(content) {
		if inEval && strings.HasPrefix(line, "  ") {
			continue
		}
		b.WriteString(line)
		if inEval = strings.HasPrefix(line, "eval "); inEval {
			for _, answer := range s.answers[next] {
				b.WriteString("  " + answer + "\n")
			}
			next++
		}
	}
	return b.String()
}

func (s *script) clear() {
	*s = script{entities: map[graph.ID]graph.Entity{}, names: map[uuid.UUID]string{}, called: map[string]graph.Statement{}, evals: s.evals, answers: s.answers}
}

func (s *script) run(t *testing.T, command string, body []string) error {
	words, err := split(command)
	if err != nil {
		return err
	}
	switch words[0] {
	case "clear":
		s.clear()
		return nil
	case "entity":
		return s.entity(words[1:])
	case "article":
		s.stores = nil
		return s.article(words[1:], body)
	case "verdict":
		s.stores = nil
		return s.verdict(words[1:], body)
	case "eval":
		s.evals++
		return s.eval(t, words[1:], body)
	}
	return errors.New("unknown command")
}

// split cuts a line at its spaces, except those in double quotes, which it takes off.
func split(line string) ([]string, error) {
	var words []string
	var word strings.Builder
	quoted, started := false, false
	for _, r := range line {
		switch {
		case r == '"':
			quoted, started = !quoted, true
		case r == ' ' && !quoted:
			if started {
				words = append(words, word.String())
			}
			word.Reset()
			started = false
		default:
			word.WriteRune(r)
			started = true
		}
	}
	if quoted {
		return nil, errors.New("a quotation mark is open")
	}
	if started {
		words = append(words, word.String())
	}
	return words, nil
}

// options takes the words of the form key=value from the end; the value may hold spaces.
func options(words []string, keys ...string) (plain []string, values map[string]string) {
	values = map[string]string{}
	for _, word := range words {
		if key, value, ok := strings.Cut(word, "="); ok && slices.Contains(keys, key) {
			values[key] = value
			continue
		}
		plain = append(plain, word)
	}
	return plain, values
}

func list[T ~string](value, separator string) []T {
	var items []T
	for item := range strings.SplitSeq(value, separator) {
		if item != "" {
			items = append(items, T(item))
		}
	}
	return items
}

func (s *script) entity(words []string) error {
	plain, values := options(words, "name", "alias", "country")
	if len(plain) != 2 || !graph.EntityType(plain[1]).Known() {
		return errors.New("want an id and a type")
	}
	e := graph.Entity{ID: graph.ID(plain[0]), Name: graph.ID(plain[0]).Name(), Type: graph.EntityType(plain[1])}
	if name := values["name"]; name != "" {
		e.Name = name
	}
	for _, alias := range list[string](values["alias"], "|") {
		e.Aliases = append(e.Aliases, graph.Alias{Name: alias})
	}
	e.IsState, e.Country = e.Type == graph.State, graph.ID(values["country"])
	s.entities[e.ID] = e
	return nil
}

func (s *script) article(words, body []string) error {
	plain, values := options(words, "publisher", "date", "url", "title", "status", "sketch")
	if len(plain) != 1 {
		return errors.New("want one name")
	}
	doc := graph.NewDocument(plain[0], plain[0], graph.Appearance{
		Publisher: values["publisher"], Published: graph.Valid(values["date"]), URL: values["url"], Title: values["title"],
	})
	doc.Status = graph.ArticleStatus(values["status"])
	if letters := values["sketch"]; letters != "" {
		doc.Sketch = sketchOf(letters)
	}
	s.names[doc.ID] = plain[0]
	r := graph.Reading{Article: doc.Article}
	for i, line := range body {
		line, name, _ := strings.Cut(line, " as=")
		statement, err := newStatement(doc.ID, i, line)
		if err != nil {
			return fmt.Errorf("%s: %w", line, err)
		}
		s.called[name] = statement
		if name != "" {
			s.names[statement.ID] = name
		}
		r.Statements = append(r.Statements, statement)
		c := statement.Citations[0]
		for _, id := range []graph.ID{statement.Subject, statement.Object, statement.Speaker, c.Place, c.Via} {
			if id != "" {
				r.Entities = append(r.Entities, s.entityOf(id))
			}
		}
	}
	r.Normalize()
	s.readings = append(s.readings, r)
	return nil
}

// sketchOf makes a sketch of 32 values in eight runs of four, one a letter: equal letters in equal places are equal
// values.
func sketchOf(letters string) string {
	var data []byte
	for i := range 32 {
		data = append(data, 0, 0, byte(i), letters[i/4])
	}
	return base64.RawURLEncoding.EncodeToString(data)
}

func newStatement(article uuid.UUID, i int, line string) (graph.Statement, error) {
	words, err := split(line)
	if err != nil {
		return graph.Statement{}, err
	}
	plain, values := options(words, "modality", "speaker", "via", "kinds", "phase", "valid", "place", "confidence")
	if len(plain) != 3 && len(plain) != 4 {
		return graph.Statement{}, errors.New("want a subject, a predicate, an object, and perhaps a sentence")
	}
	sentence := strings.Join(plain[:3], " ")
	if len(plain) == 4 {
		sentence = plain[3]
	}
	c := graph.Citation{
		Sentence: sentence, Span: graph.Span{1000 * i, 1000*i + len(sentence)}, Kinds: list[graph.Kind](values["kinds"], ","),
		Phase: graph.Phase(values["phase"]), Valid: graph.Valid(values["valid"]), Place: graph.ID(values["place"]),
		Via: graph.ID(values["via"]), Rule: "test", Extractor: "test@1", Confidence: 90,
	}
	if text := values["confidence"]; text != "" {
		if err := json.Unmarshal([]byte(text), &c.Confidence); err != nil {
			return graph.Statement{}, err
		}
	}
	s := graph.Statement{
		Article: article, Subject: graph.ID(plain[0]), Object: graph.ID(plain[2]), Modality: graph.Modality(values["modality"]),
		Speaker: graph.ID(values["speaker"]), Citations: []graph.Citation{c},
	}
	for _, row := range graph.Relations() {
		for _, polarity := range graph.Polarities() {
			if graph.EdgeName(row.Relation, polarity) == plain[1] {
				s.Relation, s.Polarity = row.Relation, polarity
			}
		}
	}
	s.Normalize()
	return s, s.Validate()
}

// verdict is what a reviewer says of a statement that has a name.
func (s *script) verdict(words, body []string) error {
	plain, values := options(words, "by", "on", "note")
	statement, ok := s.called[plain[0]]
	if len(plain) != 2 || !ok {
		return errors.New("want the name of a statement and a decision")
	}
	v := graph.Verdict{Statement: statement.ID, Decision: graph.Decision(plain[1]), By: values["by"], On: graph.Valid(values["on"]), Note: values["note"]}
	if v.By == "" {
		v.By = "Mary"
	}
	if v.On == "" {
		v.On = "2024-01-01"
	}
	for _, line := range body {
		instead, err := newStatement(statement.Article, 0, line)
		if err != nil {
			return err
		}
		c := &instead.Citations[0]
		c.Sentence, c.Span = statement.Citations[0].Sentence, statement.Citations[0].Span
		v.Replacement = &instead
	}
	s.verdicts = append(s.verdicts, v)
	return nil
}

// named gives the entities that a verdict names.
func (s *script) named(v graph.Verdict) []graph.Entity {
	if v.Replacement == nil {
		return nil
	}
	c := v.Replacement.Citations[0]
	var entities []graph.Entity
	for _, id := range []graph.ID{v.Replacement.Subject, v.Replacement.Object, v.Replacement.Speaker, c.Place, c.Via} {
		if id != "" {
			entities = append(entities, s.entityOf(id))
		}
	}
	return entities
}

// entityOf gives the entity that the script tells of, or an armed group.
func (s *script) entityOf(id graph.ID) graph.Entity {
	if e, ok := s.entities[id]; ok {
		return e
	}
	return graph.Entity{ID: id, Name: id.Name(), Type: graph.ArmedGroup}
}

// eval puts a question to the stores and compares the answers.
func (s *script) eval(t *testing.T, words, want []string) error {
	if s.stores == nil {
		backwards := slices.Clone(s.readings)
		slices.Reverse(backwards)
		for _, readings := range [][]graph.Reading{s.readings, backwards} {
			st := newStore(t, readings...)
			for _, v := range s.verdicts {
				if _, err := st.Judge(t.Context(), s.named(v), v); err != nil {
					return err
				}
			}
			// Verdicts outlive it when an article goes and comes back.
			if len(s.verdicts) > 0 {
				if err := st.Remove(t.Context(), readings[0].Article.ID); err != nil {
					return err
				}
				if _, err := st.Add(t.Context(), readings[0]); err != nil {
					return err
				}
			}
			s.stores = append(s.stores, st)
		}
	}
	var first string
	for i, st := range s.stores {
		got, value, err := s.ask(t, st, words)
		if err != nil {
			return err
		}
		if i == 0 {
			s.answers = append(s.answers, got)
		}
		if diff := cmp.Diff(want, got); diff != "" && !*update {
			return fmt.Errorf("(-want +got)\n%s", diff)
		}
		text, err := json.Marshal(value)
		if err != nil {
			return err
		}
		if i == 0 {
			first = string(text)
		} else if string(text) != first {
			return fmt.Errorf("loaded in the other order, the store answers\n%s\nrather than\n%s", text, first)
		}
	}
	return nil
}

func newStore(t testing.TB, readings ...graph.Reading) *store.Store {
	t.Helper()
	s, err := store.Open(t.Context(), "memory:", store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	// One by one, so that each is a write of its own.
	for _, r := range readings {
		if _, err := s.Add(t.Context(), r); err != nil {
			t.Fatal(err)
		}
	}
	return s
}

func dictionary(t testing.TB) *actors.Dictionary {
	t.Helper()
	d, err := actors.Read(os.DirFS("testdata/actors"))
	if err != nil {
		t.Fatal(err)
	}
	return d
}
