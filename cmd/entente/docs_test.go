package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

var updateDocs = flag.Bool("update", false, "rewrite the answers in README.md and docs/ to what entente answers now")

// docsWidth is how wide an answer may be in the docs, in letters. What is longer is cut, or folded.
const docsWidth = 116

// pages lists the Markdown files that users read, relative to the repository.
func pages(t *testing.T) []string {
	t.Helper()
	found, err := filepath.Glob("../../docs/*.md")
	if err != nil {
		t.Fatal(err)
	}
	names := []string{"README.md", "CHANGELOG.md", "CONTRIBUTING.md", "testdata/README.md"}
	for _, path := range found {
		names = append(names, "docs/"+filepath.Base(path))
	}
	return names
}

// docPage is a Markdown file as lines.
type docPage struct {
	path  string
	lines []string
}

func readPage(t *testing.T, name string) *docPage {
	t.Helper()
	path := filepath.Join("../..", filepath.FromSlash(name))
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	text := strings.ReplaceAll(string(content), "\r\n", "\n")
	return &docPage{path: path, lines: strings.Split(strings.TrimSuffix(text, "\n"), "\n")}
}

// block is a fenced block of code: what stands behind the fence, and its lines [first, last) of the page.
type block struct {
	info        string
	first, last int
}

// blocks gives the page's fenced blocks whose language is the one named.
func (p *docPage) blocks(language string) []block {
	var found []block
	open := -1
	for i, line := range p.lines {
		switch {
		case !strings.HasPrefix(line, "```"):
		case open < 0:
			open = i
		default:
			info := strings.TrimPrefix(p.lines[open], "```")
			if first, _, _ := strings.Cut(info, " "); first == language {
				found = append(found, block{info, open + 1, i})
			}
			open = -1
		}
	}
	return found
}

// is reports whether the word stands behind the block's language.
func (b block) is(word string) bool { return slices.Contains(strings.Fields(b.info)[1:], word) }

func (p *docPage) text(b block) string { return strings.Join(p.lines[b.first:b.last], "\n") + "\n" }

// TestDocsTellTheTruth holds the pages against the program, which is built for it as users build it: the one that the
// tests run is several times slower under the race detector.
func TestDocsTellTheTruth(t *testing.T) {
	bin := t.TempDir()
	cmd := exec.CommandContext(t.Context(), "go", "build", "-o", filepath.Join(bin, "entente"+exeSuffix()), ".")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("go build: %v\n%s", err, out)
	}
	t.Setenv("PATH", bin+string(filepath.ListSeparator)+os.Getenv("PATH"))
	t.Run("answers", answers)
	t.Run("gizmo", gizmoAnswers)
	t.Run("picture", picture)
	t.Run("commands", knownCommands)
}

func exeSuffix() string {
	if runtime.GOOS == "windows" {
		return ".exe"
	}
	return ""
}

// answers runs the commands of each ```console block ("$ entente ...", with "> " before further
// lines) in a folder that has testdata/articles, and compares what they print, both streams, with what the page says. A
// line "..." stands for any lines. Long lines are cut, in a block "console fold" folded; in a block "console terminal"
// entente itself fits them to a terminal. A command that fails fails the test. With -update the page is rewritten.
func answers(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("the blocks are for a Unix shell")
	}
	cache := t.TempDir() // drawings share the compiled Graphviz
	for _, name := range pages(t) {
		t.Run(filepath.Base(name), func(t *testing.T) {
			p := readPage(t, name)
			folder := articlesFolder(t)
			var lines []string
			done := 0
			for _, b := range p.blocks("console") {
				lines = append(lines, p.lines[done:b.first]...)
				lines = append(lines, runBlock(t, folder, cache, p, b)...)
				done = b.last
			}
			if *updateDocs && done > 0 {
				lines = append(lines, p.lines[done:]...)
				if err := os.WriteFile(p.path, []byte(strings.Join(lines, "\n")+"\n"), 0o644); err != nil { //nolint:gosec // a page to read
					t.Fatal(err)
				}
			}
		})
	}
}

// articlesFolder makes a folder that has the articles where the repository has them.
func articlesFolder(t *testing.T) string {
	t.Helper()
	folder := t.TempDir()
	if err := os.CopyFS(filepath.Join(folder, "testdata", "articles"), os.DirFS("../../testdata/articles")); err != nil {
		t.Fatal(err)
	}
	return folder
}

// runBlock runs the block's commands and gives the lines that it should have.
func runBlock(t *testing.T, folder, cache string, p *docPage, b block) []string {
	t.Helper()
	var should []string
	for i := b.first; i < b.last; {
		command, ok := strings.CutPrefix(p.lines[i], "$ ")
		if !ok {
			t.Fatalf("%s:%d: a block begins with a command (\"$ ...\")", p.path, i+1)
		}
		at := i
		should = append(should, p.lines[i])
		for i++; i < b.last && strings.HasPrefix(p.lines[i]+" ", "> "); i++ {
			command += "\n" + strings.TrimPrefix(strings.TrimPrefix(p.lines[i], ">"), " ")
			should = append(should, p.lines[i])
		}
		end := i
		for end < b.last && !strings.HasPrefix(p.lines[end], "$ ") {
			end++
		}
		wants := p.lines[i:end]
		got := fit(runShell(t, folder, cache, command, b, fmt.Sprintf("%s:%d", p.path, at+1)), b.is("fold"))
		switch {
		case b.is("terminal") && !hasTerminals:
			got = wants
		case matchLines(got, wants):
			got = wants
		case *updateDocs:
			got = elide(got, wants)
		default:
			t.Errorf("%s:%d: $ %s\nanswers\n%s\n\nthe page says\n%s\n\n(go test ./cmd/entente -run TestDocs -update rewrites it)",
				p.path, at+1, command, strings.Join(got, "\n"), strings.Join(wants, "\n"))
		}
		should = append(should, got...)
		i = end
	}
	return should
}

// runShell runs a command line in a folder, and gives the lines that it prints on both streams: as they come, or, on a
// terminal, first the data and then the talk.
func runShell(t *testing.T, folder, cache, command string, b block, at string) []string {
	t.Helper()
	command = strings.ReplaceAll(command, "go run ./cmd/entente", "entente")
	cmd := exec.CommandContext(t.Context(), "sh", "-c", command)
	cmd.Dir = folder
	for _, variable := range os.Environ() {
		name, _, _ := strings.Cut(variable, "=")
		if !strings.HasPrefix(name, "ENTENTE_") && !strings.HasPrefix(name, "CLICOLOR") {
			cmd.Env = append(cmd.Env, variable)
		}
	}
	cmd.Env = append(cmd.Env, "NO_COLOR=1", "XDG_CACHE_HOME="+cache)
	var stdout, stderr bytes.Buffer
	var shown string
	var err error
	if b.is("terminal") && hasTerminals {
		cmd.Stderr = &stderr
		shown, err = onTerminal(cmd, docsWidth)
	} else {
		cmd.Stdout, cmd.Stderr = &stdout, &stdout
		err = cmd.Run()
	}
	text := strings.TrimRight(shown+stdout.String()+stderr.String(), "\n")
	if err != nil {
		t.Errorf("%s: $ %s: %v\n%s", at, command, err, text)
	}
	if text == "" {
		return nil
	}
	return strings.Split(text, "\n")
}

// fit makes lines no wider than a page: cut, or folded at blanks under their own beginning.
func fit(lines []string, fold bool) []string {
	var fitted []string
	for _, line := range lines {
		line = strings.TrimRight(line, " ")
		if utf8.RuneCountInString(line) <= docsWidth {
			fitted = append(fitted, line)
			continue
		}
		if !fold {
			fitted = append(fitted, strings.TrimRight(string([]rune(line)[:docsWidth-1]), " ")+"…")
			continue
		}
		indent := line[:len(line)-len(strings.TrimLeft(line, " "))]
		current := indent
		for _, word := range strings.Fields(line) {
			if current != indent && utf8.RuneCountInString(current)+1+utf8.RuneCountInString(word) > docsWidth {
				fitted = append(fitted, current)
				current = indent
			}
			if current != indent {
				current += " "
			}
			current += word
		}
		fitted = append(fitted, current)
	}
	return fitted
}

// seconds are what no two runs have in common.
var seconds = regexp.MustCompile(`\b\d+\.\d+ s\b`)

func sameLine(got, want string) bool {
	return seconds.ReplaceAllString(got, "0 s") == seconds.ReplaceAllString(want, "0 s")
}

// matchLines compares lines with a pattern in which "..." stands for any lines.
func matchLines(got, wants []string) bool {
	for i, want := range wants {
		if want == "..." {
			for skip := 0; skip <= len(got)-i; skip++ {
				if matchLines(got[i+skip:], wants[i+1:]) {
					return true
				}
			}
			return false
		}
		if i >= len(got) || !sameLine(got[i], want) {
			return false
		}
	}
	return len(got) == len(wants)
}

// beginning gives the first words of a line, by which it is known again when columns grow or later words change.
func beginning(line string) string {
	words := strings.Fields(line)
	return strings.Join(words[:min(4, len(words))], " ")
}

// elide cuts an answer as the old one was cut: as many lines before the first "..." and after the last; between two, the
// lines from the one that the old answer had there.
func elide(got, old []string) []string {
	var parts [][]string
	for part := []string(nil); ; {
		i := slices.Index(old, "...")
		if i < 0 {
			parts = append(parts, append(part, old...))
			break
		}
		parts = append(parts, old[:i])
		old = old[i+1:]
	}
	if len(parts) == 1 {
		return got
	}
	head, tail := len(parts[0]), len(parts[len(parts)-1])
	if head+tail >= len(got) {
		return got
	}
	cut := append(slices.Clone(got[:head]), "...")
	at := head
	for _, part := range parts[1 : len(parts)-1] {
		from := slices.IndexFunc(got[at:], func(line string) bool { return len(part) > 0 && beginning(line) == beginning(part[0]) })
		if from < 0 || at+from+len(part) > len(got)-tail {
			continue // the answer has it no longer
		}
		cut = append(append(cut, got[at+from:at+from+len(part)]...), "...")
		at += from + len(part)
	}
	return append(cut, got[len(got)-tail:]...)
}

// gizmoAnswers runs each script of docs/gizmo.md on the articles of testdata, and wants rows.
func gizmoAnswers(t *testing.T) {
	folder := articlesFolder(t)
	run := func(stdin string, args ...string) []byte {
		cmd := exec.CommandContext(t.Context(), "entente", args...)
		cmd.Dir, cmd.Stdin = folder, strings.NewReader(stdin)
		var stderr bytes.Buffer
		cmd.Stderr = &stderr
		out, err := cmd.Output()
		if err != nil {
			t.Errorf("entente %s: %v\n%s%s", strings.Join(args, " "), err, stdin, stderr.String())
		}
		return out
	}
	run("", "load", "--quiet", "--store", "entente.db", "testdata/articles")
	p := readPage(t, "docs/gizmo.md")
	scripts := p.blocks("gizmo")
	if len(scripts) < 20 {
		t.Errorf("%s has %d scripts, and promises twenty", p.path, len(scripts))
	}
	for _, b := range scripts {
		var rows []map[string]any
		out := run(p.text(b), "query", "--json", "--store", "entente.db", "--timeout", "1m")
		if err := json.Unmarshal(out, &rows); err != nil || len(rows) == 0 {
			t.Errorf("%s:%d: the script gives no rows (%v): %s", p.path, b.first+1, err, out)
		}
	}
}

// docsPicture is what README.md shows: the graph of the articles in testdata.
const docsPicture = "docs/proxies.svg"

// picture holds that the picture is the one that entente draws.
func picture(t *testing.T) {
	folder := articlesFolder(t)
	cmd := exec.CommandContext(t.Context(), "entente", "export", "--quiet", "--from", "testdata/articles", "-o", "proxies.svg")
	cmd.Dir = folder
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	drawn, err := os.ReadFile(filepath.Join(folder, "proxies.svg"))
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join("../..", filepath.FromSlash(docsPicture))
	if *updateDocs {
		if err := os.WriteFile(path, drawn, 0o644); err != nil { //nolint:gosec // a picture to look at
			t.Fatal(err)
		}
	}
	if kept, err := os.ReadFile(path); err != nil || !bytes.Equal(kept, drawn) {
		t.Errorf("%s is not what entente draws (%v); go test ./cmd/entente -run TestDocs -update draws it", docsPicture, err)
	}
}

// link is a Markdown link or picture.
var link = regexp.MustCompile(`\]\(([^)\s]+)\)`)

// TestDocsLinksLeadSomewhere holds that what the pages link to in the repository is there, headings too.
func TestDocsLinksLeadSomewhere(t *testing.T) {
	for _, name := range pages(t) {
		p := readPage(t, name)
		for i, line := range p.prose() {
			for _, m := range link.FindAllStringSubmatch(line, -1) {
				if strings.Contains(m[1], "://") || strings.HasPrefix(m[1], "mailto:") {
					continue
				}
				target, anchor, _ := strings.Cut(m[1], "#")
				path := p.path
				if target != "" {
					path = filepath.Join(filepath.Dir(p.path), filepath.FromSlash(target))
				}
				if _, err := os.Stat(path); err != nil {
					t.Errorf("%s:%d: %s leads nowhere", p.path, i+1, m[1])
				} else if anchor != "" && !slices.Contains(anchors(t, path), anchor) {
					t.Errorf("%s:%d: %s: there is no such heading", p.path, i+1, m[1])
				}
			}
		}
	}
}

// prose gives the page's lines, those in blocks of code empty.
func (p *docPage) prose() []string {
	lines := slices.Clone(p.lines)
	inside := false
	for i, line := range lines {
		fence := strings.HasPrefix(line, "```")
		if inside || fence {
			lines[i] = ""
		}
		inside = inside != fence
	}
	return lines
}

// anchors gives the names by which the headings of a page are linked to.
func anchors(t *testing.T, path string) []string {
	t.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	p := docPage{lines: strings.Split(string(content), "\n")}
	var names []string
	for _, line := range p.prose() {
		if title := strings.TrimLeft(line, "#"); title != line && strings.HasPrefix(title, " ") {
			names = append(names, strings.Map(func(r rune) rune {
				switch {
				case r == ' ':
					return '-'
				case r == '-', r == '_', unicode.IsLetter(r), unicode.IsDigit(r):
					return unicode.ToLower(r)
				}
				return -1
			}, strings.TrimSpace(title)))
		}
	}
	return names
}

// TestDocsAreNarrow holds that the text of the pages can be read in a terminal. Tables and links may be wider.
func TestDocsAreNarrow(t *testing.T) {
	const widest = 120
	for _, name := range pages(t) {
		p := readPage(t, name)
		for i, line := range p.prose() {
			if n := utf8.RuneCountInString(line); n > widest && !strings.HasPrefix(line, "|") {
				t.Errorf("%s:%d has %d letters", p.path, i+1, n)
			}
		}
	}
}

// knownCommands holds that every command is told of in README.md, docs/queries.md or docs/formats.md.
func knownCommands(t *testing.T) {
	told := strings.Join(slices.Concat(readPage(t, "README.md").lines, readPage(t, "docs/queries.md").lines, readPage(t, "docs/formats.md").lines), " ")
	cmd := exec.CommandContext(t.Context(), "entente", "--help")
	help, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	listed := regexp.MustCompile(`(?m)^  ([a-z]+) {2,}[A-Z]`).FindAllSubmatch(help, -1)
	if len(listed) < 10 {
		t.Fatalf("the help lists %d commands", len(listed))
	}
	for _, m := range listed {
		if name := string(m[1]); name != "help" && name != "completion" && !strings.Contains(told, "entente "+name) {
			t.Errorf("no page tells of entente %s", name)
		}
	}
}
