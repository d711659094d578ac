package store

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/cayleygraph/quad"
	"github.com/google/uuid"

	"entente.example/graph"
)

// Prefixes of the ids that are not names. No entity may begin with them.
const (
	statementPrefix = "st:"
	articlePrefix   = "art:"
	ownPrefix       = "entente:"
	reviewPrefix    = "review:"
)

// Labels and nodes that are not an article's.
const (
	actorsLabel = quad.IRI("actors")
	metaLabel   = quad.IRI(ownPrefix + "meta")
	storeNode   = quad.IRI(ownPrefix + "store")
)

// entityIRI is the only way from an entity's id to a term. Ids come from [graph.NewID], which escapes what an IRI
// forbids; one that does not is refused, since a name of a hostile text could bring quads of its own along.
func entityIRI(id graph.ID) (quad.IRI, error) {
	s := string(id)
	switch {
	case s == "":
		return "", fmt.Errorf("id is empty")
	case !utf8.ValidString(s):
		return "", fmt.Errorf("id %q is not UTF-8", s)
	case strings.ContainsFunc(s, forbidden):
		return "", fmt.Errorf("id %q holds a character that an IRI forbids", s)
	}
	for _, prefix := range []string{statementPrefix, articlePrefix, ownPrefix, reviewPrefix} {
		if strings.HasPrefix(s, prefix) {
			return "", fmt.Errorf("id %q begins like an id of the store's own", s)
		}
	}
	return quad.IRI(s), nil
}

func statementIRI(id uuid.UUID) quad.IRI { return quad.IRI(statementPrefix + id.String()) }

func articleIRI(id uuid.UUID) quad.IRI { return quad.IRI(articlePrefix + id.String()) }

// parseIRI gives back the id of a statement's or an article's term.
func parseIRI(v quad.Value, prefix string) (uuid.UUID, error) {
	iri, ok := v.(quad.IRI)
	rest, found := strings.CutPrefix(string(iri), prefix)
	if !ok || !found {
		return uuid.Nil, damaged("%v is no id of the form %sUUID", v, prefix)
	}
	id, err := uuid.Parse(rest)
	if err != nil || id.String() != rest {
		return uuid.Nil, damaged("%v is no id of the form %sUUID", v, prefix)
	}
	return id, nil
}

// forbidden reports whether IRIREF does not allow r. https://www.w3.org/TR/n-quads/#grammar-production-IRIREF
func forbidden(r rune) bool {
	switch r {
	case '<', '>', '"', '{', '}', '|', '^', '`', '\\':
		return true
	}
	return r <= 0x20
}

// appendQuad writes a quad as a line of canonical N-Quads.
func appendQuad(b []byte, q quad.Quad) []byte {
	for _, term := range []quad.Value{q.Subject, q.Predicate, q.Object, q.Label} {
		if term != nil {
			b = append(appendTerm(b, term), ' ')
		}
	}
	return append(b, '.', '\n')
}

// appendTerm writes one term. quad's own writer does not escape IRIs: "a>b <x" would come out as more than one.
func appendTerm(b []byte, v quad.Value) []byte {
	switch v := v.(type) {
	case quad.IRI:
		return append(appendIRI(append(b, '<'), string(v)), '>')
	case quad.String:
		return appendLiteral(b, string(v))
	}
	return appendLiteral(b, quad.ToString(v)) // nothing of ours, but a dump shows all that is there
}

func appendIRI(b []byte, s string) []byte {
	if utf8.ValidString(s) && !strings.ContainsFunc(s, forbidden) {
		return append(b, s...)
	}
	for _, r := range s {
		if forbidden(r) {
			b = fmt.Appendf(b, `\u%04X`, r)
		} else {
			b = utf8.AppendRune(b, r)
		}
	}
	return b
}

func appendLiteral(b []byte, s string) []byte {
	b = append(b, '"')
	plain := 0 // what comes before it has been written
	for i, r := range s {
		if r >= 0x20 && r != '"' && r != '\\' && r != 0x7f && r != utf8.RuneError {
			continue
		}
		b = append(b, s[plain:i]...)
		_, size := utf8.DecodeRuneInString(s[i:])
		plain = i + size
		switch {
		case r == '"' || r == '\\':
			b = append(b, '\\', byte(r))
		case r >= '\b' && r <= '\r' && r != '\v':
			b = append(b, '\\', "btn-fr"[r-'\b'])
		case r < 0x20 || r == 0x7f:
			b = fmt.Appendf(b, `\u%04X`, r)
		default:
			b = utf8.AppendRune(b, r)
		}
	}
	return append(append(b, s[plain:]...), '"')
}
