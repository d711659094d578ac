package export

import (
	"bufio"
	"fmt"
	"iter"
	"strings"

	"entente.example/graph"
)

// trigParts write the quads of N-Quads, those of one graph together. https://www.w3.org/TR/trig/
func trigParts() *inParts {
	return &inParts{
		lines: func(g graph.Subgraph, add func(string) error) error {
			return eachQuad(g, func(l quadLine) error {
				return add(strings.Join([]string{l.label, l.node, l.predicate, l.object}, lineSeparator) + "\n")
			})
		},
		write: func(w *bufio.Writer, sorted iter.Seq2[string, error]) error {
			label, node := "", ""
			for line, err := range sorted {
				if err != nil {
					return err
				}
				parts := strings.Split(strings.TrimSuffix(line, "\n"), lineSeparator)
				switch {
				case parts[0] != label:
					if label != "" {
						_, _ = w.WriteString(" .\n}\n") // what fails is told by the last write
					}
					fmt.Fprintf(w, "GRAPH %s {\n  %s %s %s", parts[0], parts[1], parts[2], parts[3])
				case parts[1] != node:
					fmt.Fprintf(w, " .\n  %s %s %s", parts[1], parts[2], parts[3])
				default:
					fmt.Fprintf(w, " ;\n    %s %s", parts[2], parts[3])
				}
				label, node = parts[0], parts[1]
			}
			if label == "" {
				return nil
			}
			_, err := w.WriteString(" .\n}\n")
			return err
		},
	}
}
