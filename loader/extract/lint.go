package extract

import (
	"fmt"
	"slices"
	"strings"

	"entente.example/graph"
)

// Problem is a fault in the rules: an example that is read otherwise than it says, or a rule without any.
type Problem struct {
	File string
	Line int
	Text string
}

// String gives the problem as compilers do: file:line: text.
func (p Problem) String() string { return fmt.Sprintf("%s:%d: %s", p.File, p.Line, p.Text) }

// exampleDate is the date on which the examples of the rules are read.
const exampleDate = "2020-05-28"

// Lint reads the examples of all rules and reports every one that gives a statement too few or too many.
func (r *Reader) Lint() []Problem {
	var problems []Problem
	for _, f := range r.frames.all {
		if len(f.examples) == 0 {
			problems = append(problems, Problem{f.file, f.line, fmt.Sprintf("rule %s has no test", f.rule)})
		}
		if f.subject == nil != (f.object == nil) {
			problems = append(problems, Problem{f.file, f.line, fmt.Sprintf("rule %s has one end only", f.rule)})
		}
		for _, e := range f.examples {
			if missing, invented := r.try(f, e); len(missing)+len(invented) > 0 {
				text := fmt.Sprintf("%s: %q", f.rule, e.sentence)
				if len(missing) > 0 {
					text += "\n\tmissing:  " + strings.Join(missing, "; ")
				}
				if len(invented) > 0 {
					text += "\n\tinvented: " + strings.Join(invented, "; ")
				}
				problems = append(problems, Problem{f.file, e.line, text})
			}
		}
	}
	return problems
}

// try reads one example and compares. Statements of other relations than the rule's count only where nothing is wanted.
func (r *Reader) try(f *frame, e example) (missing, invented []string) {
	reading := r.Read(graph.NewDocument("example", e.sentence, graph.Appearance{Published: exampleDate}))
	relation := f.relation
	if len(e.wants) > 0 {
		if fields := strings.Fields(e.wants[0]); len(fields) > 1 {
			relation = graph.Relation(fields[1])
		}
	}
	missing = slices.Clone(e.wants)
	for _, s := range reading.Statements {
		i := slices.IndexFunc(missing, func(want string) bool { return meetsWant(s, want) })
		switch {
		case i >= 0:
			missing = slices.Delete(missing, i, i+1)
		case s.Relation == relation || len(e.wants) == 0:
			invented = append(invented, describe(s))
		}
	}
	return missing, invented
}

// meetsWant compares a statement with "Turkey backs GNA alleged planned kinds=weapons speaker=Iran".
func meetsWant(s graph.Statement, want string) bool {
	fields := strings.Fields(want)
	if len(fields) < 3 {
		return false
	}
	ends := string(s.Subject) == fields[0] && string(s.Object) == fields[2] ||
		s.Relation.Symmetric() && string(s.Subject) == fields[2] && string(s.Object) == fields[0]
	if !ends || string(s.Relation) != fields[1] {
		return false
	}
	polarity := graph.Affirmed
	for _, field := range fields[3:] {
		key, value, ok := strings.Cut(field, "=")
		switch {
		case !ok && slices.Contains(graph.Polarities(), graph.Polarity(field)):
			polarity = graph.Polarity(field)
		case !ok && s.Modality != graph.Modality(field),
			key == "kinds" && value != joinKinds(s.Kinds()),
			key == "speaker" && string(s.Speaker) != value,
			key == "valid" && !slices.Contains(s.Valids(), graph.Valid(value)),
			key == "phase" && !slices.Contains(s.Phases(), graph.Phase(value)):
			return false
		}
	}
	return s.Polarity == polarity
}

// describe writes a statement as examples do.
func describe(s graph.Statement) string {
	text := fmt.Sprintf("%s %s %s", s.Subject, s.Relation, s.Object)
	if s.Polarity != graph.Affirmed {
		text += " " + strings.TrimSpace(string(s.Polarity)+" "+string(s.Modality))
	}
	if kinds := joinKinds(s.Kinds()); kinds != "" {
		text += " kinds=" + kinds
	}
	if s.Speaker != "" {
		text += " speaker=" + string(s.Speaker)
	}
	return text + " (" + s.Citations[0].Rule + ")"
}

func joinKinds(kinds []graph.Kind) string {
	parts := make([]string, len(kinds))
	for i, k := range kinds {
		parts[i] = string(k)
	}
	return strings.Join(parts, ",")
}
