package server

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/google/uuid"
	"go.yaml.in/yaml/v3"

	"entente.example/graph"
	"entente.example/loader"
)

var update = flag.Bool("update", false, "rewrite openapi.yaml and golden files")

// TestOpenAPI holds the description that is served against the table of routes and the Go types.
func TestOpenAPI(t *testing.T) {
	described := describe()
	var b bytes.Buffer
	b.WriteString("# Written by go test ./cmd/internal/server -run TestOpenAPI -update from routes.go, params.go and the Go types.\n")
	encoder := yaml.NewEncoder(&b)
	encoder.SetIndent(2)
	if err := encoder.Encode(described); err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile("openapi.yaml", b.Bytes(), 0o644); err != nil { //nolint:gosec // to be read
			t.Fatal(err)
		}
	} else if !bytes.Equal(openAPI, b.Bytes()) {
		t.Error("openapi.yaml is not what routes and types say; go test ./cmd/internal/server -run TestOpenAPI -update writes it")
	}
	doc, err := openapi3.NewLoader().LoadFromData(b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	if err := doc.Validate(t.Context()); err != nil {
		t.Error(err)
	}
	for _, rt := range routes() {
		for _, name := range rt.params {
			if !slices.ContainsFunc(parameters(), func(p parameter) bool { return p.name == name }) {
				t.Errorf("%s takes %s, which is no parameter", rt.path, name)
			}
		}
	}
}

type object = map[string]any

// describe writes the routes and types in the words of OpenAPI 3.
func describe() object {
	s := schemas{object{}}
	problemRef := s.of(reflect.TypeFor[Problem]())
	paths := object{}
	for _, rt := range routes() {
		paths[rt.path] = object{"get": describeRoute(s, rt, problemRef)}
	}
	for _, other := range posts() {
		paths[other.path] = object{"post": describePost(s, other, problemRef)}
	}
	return object{
		"openapi": "3.0.3",
		"info": object{
			"title": "entente", "version": "1",
			"description": "Who backs whom, by whose account, and on which sentence. Fields may be added under /v1; none is renamed or dropped.",
		},
		"paths": paths, "components": object{
			"schemas": s.named, "securitySchemes": object{"token": object{"type": "http", "scheme": "bearer"}},
		},
	}
}

func describeRoute(s schemas, rt route, problemRef object) object {
	var params []any
	for _, name := range rt.params {
		i := slices.IndexFunc(parameters(), func(p parameter) bool { return p.name == name })
		params = append(params, describeParameter(&rt, parameters()[i]))
	}
	content := object{}
	for _, r := range rt.representations() {
		schema := object{"type": "string"}
		switch {
		case r.name == "json" && rt.ask != nil:
			schema = s.of(reflect.TypeOf(rt.answer))
			if named(rt) {
				schema = object{"allOf": []any{schema, s.of(reflect.TypeFor[Respelt]())}}
			}
		case strings.HasSuffix(r.mediaType, "json"):
			schema = object{}
		}
		content[r.mediaType] = object{"schema": schema}
	}
	ok := object{"description": "The answer.", "content": content}
	headers := object{"ETag": object{"schema": object{"type": "string"}, "description": "Changes with the store and the program."}}
	if named(rt) {
		headers["Taken-For"] = object{"schema": object{"type": "string"}, "description": "What names were taken for that are spelt otherwise than any that is known: ids by the parameters, as in a query."}
	}
	if rt.paged() {
		headers["Link"] = object{"schema": object{"type": "string"}, "description": "The next page, with rel=\"next\"."}
		headers["Total-Count"] = object{"schema": object{"type": "integer"}, "description": "The number of rows of all pages."}
	}
	ok["headers"] = headers
	return object{
		"summary": rt.summary, "operationId": operationID(rt.path), "parameters": params,
		"responses": object{
			"200": ok, "304": object{"description": "The client has the answer already (If-None-Match)."},
			"default": problems(problemRef),
		},
	}
}

// named reports whether a route takes names.
func named(rt route) bool { return rt.takes("name") || rt.takes("place") || rt.takes("from") }

func problems(ref object) object {
	return object{"description": "What is wrong (RFC 9457).", "content": object{"application/problem+json": object{"schema": ref}}}
}

func operationID(path string) string {
	return regexp.MustCompile(`[^a-z]+`).ReplaceAllString(strings.TrimPrefix(path, "/v1/"), "")
}

func describeParameter(rt *route, p parameter) object {
	schema := object{"type": p.kind}
	switch {
	case p.name == "format":
		var names []string
		for _, r := range rt.representations() {
			names = append(names, r.name)
		}
		schema["enum"] = names
	case p.kind == "list":
		schema = object{"type": "array", "items": object{"type": "string", "enum": p.oneOf}}
	case p.oneOf != nil:
		schema["enum"] = p.oneOf
	case p.kind == "integer":
		schema["minimum"], schema["maximum"] = 1, p.most
	case p.kind == "number":
		schema["minimum"], schema["maximum"] = 0, 1
	}
	described := object{"name": p.name, "in": "query", "description": p.doc, "schema": schema}
	if strings.Contains(rt.path, "{"+p.name+"}") {
		described["in"], described["required"] = "path", true
	}
	if p.kind == "list" {
		described["explode"] = false
	}
	return described
}

// schemas collects the schemas of named types.
type schemas struct{ named object }

// of gives the schema of a type, by reference where it has a name.
func (s schemas) of(t reflect.Type) object {
	switch t {
	case reflect.TypeFor[uuid.UUID]():
		return object{"type": "string", "format": "uuid"}
	case reflect.TypeFor[graph.Confidence]():
		return object{"type": "number", "minimum": 0, "maximum": 1}
	case reflect.TypeFor[loader.Failure]():
		text := object{"type": "string"}
		return object{"type": "object", "properties": object{"name": text, "error": text}, "required": []string{"error", "name"}}
	case reflect.TypeFor[graph.Span]():
		return object{"type": "array", "items": object{"type": "integer"}, "minItems": 2, "maxItems": 2}
	}
	switch t.Kind() {
	case reflect.Pointer:
		inner := s.of(t.Elem())
		if _, isRef := inner["$ref"]; isRef {
			return object{"allOf": []any{inner}, "nullable": true}
		}
		inner["nullable"] = true
		return inner
	case reflect.Slice:
		return object{"type": "array", "items": s.of(t.Elem())}
	case reflect.Map:
		return object{"type": "object", "additionalProperties": object{}}
	case reflect.Interface:
		return object{}
	case reflect.Struct:
		return s.structure(t)
	}
	kinds := map[reflect.Kind]string{
		reflect.String: "string", reflect.Bool: "boolean", reflect.Int: "integer", reflect.Int64: "integer", reflect.Float64: "number",
	}
	schema := object{"type": kinds[t.Kind()]}
	if enum := valuesOf(t); enum != nil {
		schema["enum"] = enum
	}
	return schema
}

// valuesOf gives the values of a type that has few.
func valuesOf(t reflect.Type) []string {
	switch t {
	case reflect.TypeFor[graph.Polarity]():
		return stringsOf(graph.Polarities())
	case reflect.TypeFor[graph.Modality]():
		return stringsOf(graph.Modalities())
	case reflect.TypeFor[graph.Kind]():
		return stringsOf(graph.Kinds())
	case reflect.TypeFor[graph.Relation]():
		return relationNames()
	case reflect.TypeFor[graph.EntityType]():
		return stringsOf(graph.EntityTypes())
	}
	return nil
}

func (s schemas) structure(t reflect.Type) object {
	ref := object{"$ref": "#/components/schemas/" + t.Name()}
	if _, ok := s.named[t.Name()]; ok {
		return ref
	}
	properties := object{}
	var required []string
	s.named[t.Name()] = object{}
	for _, field := range reflect.VisibleFields(t) {
		if field.Anonymous || !field.IsExported() {
			continue
		}
		name, options, _ := strings.Cut(field.Tag.Get("json"), ",")
		if name == "-" {
			continue
		}
		if name == "" {
			name = field.Name
		}
		properties[name] = s.of(field.Type)
		if !strings.Contains(options, "omitempty") && !strings.Contains(options, "omitzero") {
			required = append(required, name)
		}
	}
	slices.Sort(required)
	s.named[t.Name()] = object{"type": "object", "properties": properties}
	if len(required) > 0 {
		s.named[t.Name()].(object)["required"] = required
	}
	return ref
}

// TestExamplesAreJSON holds that the schema of an answer is that of what is sent: a zero answer has no field that the
// schema lacks.
func TestSchemasKnowAllFields(t *testing.T) {
	s := schemas{object{}}
	for _, rt := range routes() {
		if rt.answer == nil {
			continue
		}
		s.of(reflect.TypeOf(rt.answer))
		text, err := json.Marshal(rt.answer)
		if err != nil {
			t.Fatal(err)
		}
		var fields object
		if err := json.Unmarshal(text, &fields); err != nil {
			t.Fatal(err)
		}
		schema := s.named[reflect.TypeOf(rt.answer).Name()].(object)["properties"].(object)
		for name := range fields {
			if schema[name] == nil {
				t.Errorf("%s: the schema lacks %s", rt.path, name)
			}
		}
	}
}

func describePost(s schemas, p post, problemRef object) object {
	body := object{}
	for _, b := range p.bodies {
		schema := object{"type": "string"}
		if strings.HasSuffix(b.mediaType, "json") {
			schema = object{}
		}
		body[b.mediaType] = object{"schema": schema}
	}
	security := []any{object{"token": []string{}}}
	if p.open {
		security = []any{}
	}
	return object{
		"summary": p.summary, "operationId": operationID(p.path), "security": security,
		"requestBody": object{"required": true, "content": body},
		"responses": object{
			"200":     object{"description": "What was done.", "content": object{"application/json": object{"schema": s.of(reflect.TypeOf(p.answer))}}},
			"default": problems(problemRef),
		},
	}
}
