package svg

import (
	"bytes"
	"context"
	_ "embed"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"strings"

	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/imports/wasi_snapshot_preview1"
)

// graphvizWASM is Graphviz 12.1.2 as the Go module go-graphviz v0.2.9 ships it; see VENDOR.md.
//
//go:embed graphviz.wasm
var graphvizWASM []byte

// maxPages bounds what one drawing may use of memory: 1 GiB in pages of 64 KiB.
const maxPages = 1 << 14

// Graphviz knows how wide the letters of Helvetica are, but not those of a list of fonts to choose from. So it is given
// the one, and the drawing the list: Arial has the same widths, and is there where Helvetica is not.
const (
	fontList     = `fontname="Helvetica,Arial,sans-serif"`
	fontMeasured = `fontname="Helvetica"`
	fontWritten  = `font-family="Helvetica,sans-Serif"`
	fontShown    = `font-family="Helvetica,Arial,sans-serif"`
)

// Renderer draws graphs. It is safe for concurrent use: each drawing has a Graphviz of its own.
type Renderer struct {
	runtime  wazero.Runtime
	compiled wazero.CompiledModule
	cache    wazero.CompilationCache
}

// Layout gives a function that draws one graph and then lets go of Graphviz. See [Open] for cacheDir.
func Layout(ctx context.Context, cacheDir string) func(w io.Writer, dot []byte) error {
	return func(w io.Writer, dot []byte) error {
		r, err := Open(ctx, cacheDir)
		if err != nil {
			return err
		}
		return errors.Join(r.Draw(ctx, w, dot), r.Close(ctx))
	}
}

// Open prepares Graphviz, which takes about half a second of one core, or some 30 milliseconds where cacheDir holds
// what an earlier call left there. What lies there is run as machine code: a folder into which others may write is
// not used, nor one that cannot be read or written; an empty cacheDir keeps nothing.
func Open(ctx context.Context, cacheDir string) (*Renderer, error) {
	if cacheDir != "" && ownFolder(cacheDir) {
		if cache, err := wazero.NewCompilationCacheWithDir(cacheDir); err == nil {
			if r, err := open(ctx, cache); err == nil {
				return r, nil
			}
		}
	}
	return open(ctx, nil)
}

// ownFolder reports whether the folder, which is made where it is not there, can be written by its owner alone.
func ownFolder(path string) bool {
	if err := os.MkdirAll(path, 0o700); err != nil {
		return false
	}
	info, err := os.Stat(path)
	return err == nil && info.IsDir() && (runtime.GOOS == "windows" || info.Mode().Perm()&0o022 == 0)
}

func open(ctx context.Context, cache wazero.CompilationCache) (*Renderer, error) {
	config := wazero.NewRuntimeConfig().WithCloseOnContextDone(true).WithMemoryLimitPages(maxPages)
	if cache != nil {
		config = config.WithCompilationCache(cache)
	}
	r := &Renderer{runtime: wazero.NewRuntimeWithConfig(ctx, config), cache: cache}
	if err := r.prepare(ctx); err != nil {
		return nil, errors.Join(fmt.Errorf("prepare Graphviz: %w", err), r.Close(ctx))
	}
	return r, nil
}

func (r *Renderer) prepare(ctx context.Context) error {
	if _, err := wasi_snapshot_preview1.Instantiate(ctx, r.runtime); err != nil {
		return err
	}
	compiled, err := r.runtime.CompileModule(ctx, graphvizWASM)
	if err != nil {
		return err
	}
	r.compiled = compiled
	// The module asks for functions through which go-graphviz lets Graphviz call back into Go. A drawing needs none.
	host := r.runtime.NewHostModuleBuilder("env")
	for _, f := range compiled.ImportedFunctions() {
		module, name, _ := f.Import()
		if module != "env" {
			continue
		}
		refuse := func(context.Context, api.Module, []uint64) { panic("Graphviz called back through " + name) }
		host.NewFunctionBuilder().WithGoModuleFunction(api.GoModuleFunc(refuse), f.ParamTypes(), f.ResultTypes()).Export(name)
	}
	_, err = host.Instantiate(ctx)
	return err
}

// Close frees what the renderer holds.
func (r *Renderer) Close(ctx context.Context) error {
	err := r.runtime.Close(ctx)
	if r.cache != nil {
		err = errors.Join(err, r.cache.Close(ctx))
	}
	return err
}

// Draw lays out a graph in DOT and writes it as SVG. The tooltips of nodes and edges become the titles that browsers
// show. An error that Graphviz reports comes with its own words; when the context ends, the drawing stops.
func (r *Renderer) Draw(ctx context.Context, w io.Writer, dot []byte) error {
	drawing, err := r.draw(ctx, dot)
	if err != nil {
		return fmt.Errorf("draw %d bytes of DOT: %w", len(dot), err)
	}
	_, err = w.Write(titled(drawing))
	return err
}

func (r *Renderer) draw(ctx context.Context, dot []byte) (svg []byte, err error) {
	var stderr bytes.Buffer
	config := wazero.NewModuleConfig().WithName("").WithStderr(&stderr)
	module, err := r.runtime.InstantiateModule(ctx, r.compiled, config)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, module.Close(ctx)) }()
	g := graphviz{ctx: ctx, module: module}
	svg = g.svg(dot)
	if g.err == nil && svg == nil {
		g.err = errors.New("nothing was drawn")
	}
	if said := strings.TrimSpace(stderr.String()); g.err != nil && said != "" {
		g.err = fmt.Errorf("%w: %s", g.err, said)
	}
	return svg, g.err
}

// graphviz calls the functions of Graphviz's C library in one instance of the module. After the first error it does
// nothing more. Addresses are 32 bits wide; 0 is C's NULL.
type graphviz struct {
	ctx    context.Context
	module api.Module
	err    error
}

func (g *graphviz) svg(dot []byte) []byte {
	graph := g.call("agmemread", g.text(strings.ReplaceAll(string(dot), fontList, fontMeasured)))
	if g.err == nil && graph == 0 {
		g.err = errors.New("cannot read the graph")
	}
	gvc := g.call("gvContextPlugins", g.plugins(), 0)
	if failed := g.call("gvLayout", gvc, graph, g.text("dot")); g.err == nil && failed != 0 {
		g.err = errors.New("cannot lay the graph out")
	}
	result := g.call("malloc", 8) // char *data; size_t length
	if failed := g.call("gvRenderData", gvc, graph, g.text("svg"), result, result+4); g.err == nil && failed != 0 {
		g.err = errors.New("cannot write the graph as SVG")
	}
	return bytes.Clone(g.read(g.word(result), g.word(result+4)))
}

// plugins gives the table of built-in plugins, ended by an entry of zeros: pairs of a name and an address.
func (g *graphviz) plugins() uint64 {
	const entry = 8
	result := g.call("malloc", 4)
	g.call("wasm_bridge_SymList_default", result)
	list := g.word(result) // of a length, and the address of an array of addresses that stand 8 bytes apart
	count, entries := g.word(list), g.word(list+4)
	var table []byte
	for i := range count {
		table = append(table, g.read(g.word(entries+8*i), entry)...)
	}
	return g.bytes(append(table, make([]byte, entry)...))
}

// call calls a function with up to one result.
func (g *graphviz) call(name string, args ...uint64) uint64 {
	if g.err != nil {
		return 0
	}
	results, err := g.module.ExportedFunction(name).Call(g.ctx, args...)
	if err != nil {
		g.err = fmt.Errorf("%s: %w", name, err)
		return 0
	}
	if len(results) == 0 {
		return 0
	}
	return uint64(uint32(results[0]))
}

// text copies a string into the module's memory, ended by a zero as C has it.
func (g *graphviz) text(s string) uint64 { return g.bytes(append([]byte(s), 0)) }

func (g *graphviz) bytes(b []byte) uint64 {
	address := g.call("malloc", uint64(len(b)))
	if g.err == nil && (address == 0 || !g.module.Memory().Write(uint32(address), b)) {
		g.err = fmt.Errorf("no memory for %d bytes", len(b))
	}
	return address
}

// read gives a stretch of the module's memory, without copying it.
func (g *graphviz) read(address, length uint64) []byte {
	if g.err != nil {
		return nil
	}
	b, ok := g.module.Memory().Read(uint32(address), uint32(length))
	if !ok {
		g.err = fmt.Errorf("read %d bytes at %#x: outside memory", length, address)
	}
	return b
}

func (g *graphviz) word(address uint64) uint64 {
	b := g.read(address, 4)
	if len(b) < 4 {
		return 0
	}
	return uint64(binary.LittleEndian.Uint32(b))
}
