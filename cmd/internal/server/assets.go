package server

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"html/template"
	"io/fs"
	"net/http"
	"path"
	"strings"

	"entente.example/graph"
)

//go:embed web
var web embed.FS

// assets are the page's files. Their address holds a hash of all, so that a browser keeps them for good.
type assets struct {
	hash, path string
	files      fs.FS
	templates  map[string]*template.Template
}

// shared are the templates that every page is made with.
func shared() []string {
	return []string{"layout.html", "parts.html", "evidence.html", "filter.html", "adding.html", "drawing.html"}
}

func readAssets() (assets, error) {
	a := assets{templates: map[string]*template.Template{}}
	hash := sha256.New()
	err := fs.WalkDir(web, "web", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		content, err := web.ReadFile(name)
		fmt.Fprintf(hash, "%s %d\n", name, len(content))
		hash.Write(content)
		return err
	})
	if err != nil {
		return a, err
	}
	a.hash = hex.EncodeToString(hash.Sum(nil)[:8])
	a.path = "/assets/" + a.hash + "/"
	if a.files, err = fs.Sub(web, "web/assets"); err != nil {
		return a, err
	}
	folder, err := fs.Sub(web, "web/templates")
	if err != nil {
		return a, err
	}
	names, err := fs.Glob(folder, "*.html")
	if err != nil {
		return a, err
	}
	functions := template.FuncMap{"counted": counted, "look": lookOf, "title": titled, "years": years, "pieces": piecesOf}
	base, err := template.New("").Funcs(functions).ParseFS(folder, shared()...)
	if err != nil {
		return a, err
	}
	for _, name := range names {
		t, err := base.Clone()
		if err == nil {
			t, err = t.ParseFS(folder, name)
		}
		if err != nil {
			return a, err
		}
		a.templates[strings.TrimSuffix(name, ".html")] = t
	}
	return a, nil
}

// titled makes words of an identifier: "armed_group" is "armed group".
func titled(v any) string { return strings.ReplaceAll(fmt.Sprint(v), "_", " ") }

// years shortens an interval to its years: "2014–2020", "since 2014".
func years(v graph.Valid) string {
	first, last, _ := strings.Cut(string(v), "/")
	first, last = first[:min(4, len(first))], last[:min(4, len(last))]
	switch {
	case first == "" || first == "..":
		return "until " + last
	case last == "" || last == "..":
		return "since " + first
	case first == last:
		return first
	}
	return first + "–" + last
}

// serveAsset gives a file of the page.
func (s *Server) serveAsset(w http.ResponseWriter, r *http.Request) error {
	name := path.Clean(r.PathValue("file"))
	info, err := fs.Stat(s.assets.files, name)
	if err != nil || info.IsDir() {
		return problem(http.StatusNotFound, "not-found", "Not found", "there is no file %s", name)
	}
	if r.PathValue("hash") == s.assets.hash {
		w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
	} else {
		w.Header().Set("Cache-Control", "no-cache")
	}
	http.ServeFileFS(w, r, s.assets.files, name)
	return nil
}
