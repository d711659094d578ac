package export

import (
	"bytes"
	"encoding/json"
	"fmt"
)

// jsonldForm writes RDF as JSON-LD, with a context that stands in the file and never has to be fetched.
// https://www.w3.org/TR/json-ld11/
func jsonldForm() rdfForm {
	return rdfForm{
		begin: func() (string, error) {
			context := map[string]string{}
			for _, p := range rdfPrefixes {
				context[p[0]] = p[1]
			}
			text, err := encodeJSON(context)
			if err == nil {
				text, err = indented(text, " ")
			}
			return fmt.Sprintf("{\n \"@context\": %s,\n \"@graph\": [", text), err
		},
		end: func(nodes int) string {
			if nodes == 0 {
				return "]\n}\n"
			}
			return "\n ]\n}\n"
		},
		node: func(n rdfNode) (string, error) {
			object := map[string]any{"@id": n.iri}
			for _, p := range n.predicates {
				p.jsonLD(object)
			}
			text, err := encodeJSON(object)
			return string(text), err
		},
		finish: func(node string, edges []rdfPredicate, first bool) (string, error) {
			text := []byte(node)
			if len(edges) > 0 {
				object := map[string]any{}
				if err := json.Unmarshal(text, &object); err != nil {
					return "", err
				}
				for _, p := range edges {
					p.jsonLD(object)
				}
				var err error
				if text, err = encodeJSON(object); err != nil {
					return "", err
				}
			}
			text, err := indented(text, "  ")
			if first {
				return "\n  " + string(text), err
			}
			return ",\n  " + string(text), err
		},
	}
}

func (p rdfPredicate) jsonLD(object map[string]any) {
	key, values := p.word, make([]any, len(p.objects))
	for i, o := range p.objects {
		if values[i] = o.jsonLD(); key == "rdf:type" {
			values[i] = o.word
		}
	}
	if key == "rdf:type" {
		key = "@type"
	}
	object[key] = values
}

func (t term) jsonLD() any {
	switch {
	case t.iri != "":
		return map[string]string{"@id": t.iri}
	case t.word != "":
		return map[string]string{"@id": t.word}
	case t.kind != "":
		return map[string]string{"@value": t.literal, "@type": t.kind}
	}
	return t.literal
}

// encodeJSON gives a value in one line.
func encodeJSON(value any) ([]byte, error) {
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	err := encoder.Encode(value)
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), err
}

func indented(text []byte, prefix string) ([]byte, error) {
	var b bytes.Buffer
	err := json.Indent(&b, text, prefix, " ")
	return b.Bytes(), err
}
