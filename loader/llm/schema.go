package llm

import "entente.example/graph"

// format asks for an answer by a JSON schema.
type format struct {
	Type   string      `json:"type"`
	Schema namedSchema `json:"json_schema"`
}

type namedSchema struct {
	Name   string `json:"name"`
	Strict bool   `json:"strict"`
	Schema schema `json:"schema"`
}

// schema is as much of JSON Schema as an answer needs.
type schema struct {
	Type                 any               `json:"type"` // a name, or several
	Enum                 []any             `json:"enum,omitempty"`
	Items                *schema           `json:"items,omitempty"`
	Properties           map[string]schema `json:"properties,omitempty"`
	Required             []string          `json:"required,omitempty"`
	AdditionalProperties *bool             `json:"additionalProperties,omitempty"`
}

// answerFormat is the form of an answer: a list of proposals, whose words for relation, polarity, modality and kinds are
// those of package graph.
func answerFormat() format {
	var relations []graph.Relation
	for _, row := range graph.Relations() {
		relations = append(relations, row.Relation)
	}
	text := schema{Type: "string"}
	one := object([]string{"quote", "subject", "relation", "object", "trigger", "polarity", "modality", "speaker", "kinds"}, map[string]schema{
		"quote": text, "subject": text, "object": text, "trigger": text,
		"relation": oneOf(relations),
		"polarity": oneOf(graph.Polarities()),
		"modality": orNull(oneOf(graph.Modalities())),
		"speaker":  {Type: []string{"string", "null"}},
		"kinds":    {Type: "array", Items: new(oneOf(graph.Kinds()))},
	})
	whole := object([]string{"statements"}, map[string]schema{"statements": {Type: "array", Items: &one}})
	return format{Type: "json_schema", Schema: namedSchema{Name: "statements", Strict: true, Schema: whole}}
}

func object(required []string, properties map[string]schema) schema {
	return schema{Type: "object", Properties: properties, Required: required, AdditionalProperties: new(false)}
}

func oneOf[T ~string](values []T) schema {
	s := schema{Type: "string"}
	for _, v := range values {
		s.Enum = append(s.Enum, string(v))
	}
	return s
}

func orNull(s schema) schema {
	s.Type, s.Enum = []string{"string", "null"}, append(s.Enum, nil)
	return s
}
