package server

import (
	_ "embed"
	"net/http"
)

// openAPI describes the API. It is written from the table of routes and the Go types by TestOpenAPI -update, and held
// against both.
//
//go:embed openapi.yaml
var openAPI []byte

func serveOpenAPI(w http.ResponseWriter, _ *http.Request) error {
	h := w.Header()
	h.Set("Content-Type", "application/yaml")
	h.Set("Cache-Control", "no-cache")
	_, err := w.Write(openAPI)
	return err
}
