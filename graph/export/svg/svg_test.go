package svg_test

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"entente.example/graph/export/svg"
)

// cacheDir keeps Graphviz prepared for the tests of one run.
var cacheDir = sync.OnceValue(func() string {
	dir, err := os.MkdirTemp("", "entente-svg-test")
	if err != nil {
		panic(err)
	}
	return dir
})

func TestMain(m *testing.M) {
	code := m.Run()
	os.RemoveAll(cacheDir())
	os.Exit(code)
}

func renderer(t testing.TB) *svg.Renderer {
	t.Helper()
	r, err := svg.Open(context.Background(), cacheDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := r.Close(context.Background()); err != nil {
			t.Error(err)
		}
	})
	return r
}

const sample = `digraph g { graph [tooltip="the & title"]
  "a" [tooltip="A <state>"]
  a -> b [tooltip="a backs b\n“so \"it\" says”", URL="https://news.example/?a=1&amp;b=2"]
}`

func TestDraw(t *testing.T) {
	r := renderer(t)
	var b bytes.Buffer
	if err := r.Draw(context.Background(), &b, []byte(sample)); err != nil {
		t.Fatal(err)
	}
	titles, links := parse(t, b.Bytes())
	want := []string{"the & title", "A <state>", "b", "a backs b\n“so \"it\" says”"}
	slices.Sort(titles)
	slices.Sort(want)
	if !slices.Equal(titles, want) {
		t.Errorf("titles %q, want %q", titles, want)
	}
	if !slices.Equal(links, []string{"https://news.example/?a=1&b=2"}) {
		t.Errorf("links %q", links)
	}
	for _, bad := range []string{"<!DOCTYPE", "<!--"} {
		if strings.Contains(b.String(), bad) {
			t.Errorf("the drawing holds %s", bad)
		}
	}
	if !strings.Contains(b.String(), `target="_blank" rel="noopener noreferrer"`) {
		t.Error("the link takes the drawing away")
	}
}

// parse reads a drawing as XML, and gives its titles and the addresses of its links.
func parse(t *testing.T, drawing []byte) (titles, links []string) {
	t.Helper()
	decoder := xml.NewDecoder(bytes.NewReader(drawing))
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			return titles, links
		}
		if err != nil {
			t.Fatalf("not XML: %v", err)
		}
		start, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		for _, attribute := range start.Attr {
			if attribute.Name.Local == "href" {
				links = append(links, attribute.Value)
			}
		}
		if start.Name.Local == "title" {
			var title string
			if err := decoder.DecodeElement(&title, &start); err != nil {
				t.Fatal(err)
			}
			titles = append(titles, title)
		}
	}
}

func TestDrawSaysWhatIsWrong(t *testing.T) {
	r := renderer(t)
	for dot, want := range map[string]string{
		"digraph { a -> [":                    "syntax error in line 1",
		"":                                    "cannot read the graph",
		"digraph { a [label=<<TABLE></B>>] }": "", // Graphviz warns and draws what it can
	} {
		err := r.Draw(context.Background(), io.Discard, []byte(dot))
		if want == "" && err != nil || want != "" && (err == nil || !strings.Contains(err.Error(), want)) {
			t.Errorf("%q: error %v, want %q", dot, err, want)
		}
	}
	if err := r.Draw(context.Background(), io.Discard, []byte("digraph { a }")); err != nil {
		t.Errorf("after errors nothing can be drawn: %v", err)
	}
}

// A drawing that takes too long ends with its context, and harms no other.
func TestDrawStops(t *testing.T) {
	r := renderer(t)
	var dot strings.Builder
	dot.WriteString("digraph {")
	for i := range 3000 {
		fmt.Fprintf(&dot, "n%d -> n%d; n%d -> n%d;", i, i*7%3000, i, i*31%2999)
	}
	dot.WriteString("}")
	ctx, cancel := context.WithTimeout(context.Background(), 200*time.Millisecond)
	defer cancel()
	began := time.Now()
	err := r.Draw(ctx, io.Discard, []byte(dot.String()))
	if err == nil || time.Since(began) > 5*time.Second {
		t.Errorf("a drawing of 200 ms took %v and gave %v", time.Since(began), err)
	}
	if err := r.Draw(context.Background(), io.Discard, []byte("digraph { a }")); err != nil {
		t.Errorf("the next drawing fails: %v", err)
	}
}

// Many at once give what one alone gives.
func TestDrawTogether(t *testing.T) {
	r := renderer(t)
	var group sync.WaitGroup
	drawings := make([]bytes.Buffer, 8)
	for i := range drawings {
		group.Go(func() {
			if err := r.Draw(context.Background(), &drawings[i], []byte(sample)); err != nil {
				t.Error(err)
			}
		})
	}
	group.Wait()
	for _, drawing := range drawings[1:] {
		if !bytes.Equal(drawing.Bytes(), drawings[0].Bytes()) {
			t.Fatal("the same graph was drawn in two ways")
		}
	}
}

// A folder into which others may write is no reason not to draw, and is not used.
func TestOpenWithoutTheCache(t *testing.T) {
	shared := t.TempDir()
	if err := os.Chmod(shared, 0o777); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := svg.Layout(context.Background(), shared)(&b, []byte("digraph { a }")); err != nil || b.Len() == 0 {
		t.Errorf("%d bytes, error %v", b.Len(), err)
	}
	if left, _ := os.ReadDir(shared); len(left) > 0 {
		t.Error("machine code was put where others may change it")
	}
}

// The file is the one that the module ships, as VENDOR.md says.
func TestVendoredFile(t *testing.T) {
	ours, err := os.ReadFile("graphviz.wasm")
	if err != nil {
		t.Fatal(err)
	}
	sum := sha256.Sum256(ours)
	vendor, err := os.ReadFile("VENDOR.md")
	if err != nil || !bytes.Contains(vendor, []byte(hex.EncodeToString(sum[:]))) {
		t.Errorf("VENDOR.md does not have the sum %x (%v)", sum, err)
	}
	out, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/goccy/go-graphviz").Output()
	dir := strings.TrimSpace(string(out))
	if err != nil || dir == "" {
		if os.Getenv("CI") != "" {
			t.Fatal("the module go-graphviz is not there, and CI compares with it: go mod download")
		}
		t.Skip("SKIPPED: the module go-graphviz is not there to compare with")
	}
	theirs, err := os.ReadFile(filepath.Join(dir, "internal", "wasm", "graphviz.wasm"))
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(ours, theirs) {
		t.Error("graphviz.wasm is not the file of the module")
	}
}

func BenchmarkDraw(b *testing.B) {
	r := renderer(b)
	for b.Loop() {
		if err := r.Draw(context.Background(), io.Discard, []byte(sample)); err != nil {
			b.Fatal(err)
		}
	}
}
