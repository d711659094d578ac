package extract

import (
	"fmt"
	"slices"
	"strings"

	"entente.example/graph"
)

// Problem is a fault in the rules: an example that is read otherwise than it says, a rule without any, a word that no
// reader can make sense of.
type Problem struct {
	File string // of the folder of rules
	Line int    // from 1
	Text string
}

// String gives the problem as compilers do: file:line: text.
func (p Problem) String() string { return fmt.Sprintf("%s:%d: %s", p.File, p.Line, p.Text) }

// exampleDate is the date on which the examples of the rules are read.
const exampleDate = "2020-05-28"

// Lint reads the examples of all rules and reports every one that gives a statement too few or too many, or another tag, then what could
// never fire: roles, needs and words that the code does not know or that stand twice. The problems come in the order of
// classes and rules; none means that all is well.
func (r *Reader) Lint() []Problem {
	problems := append(slices.Clone(r.classes.twice), r.misfits()...)
	for _, f := range r.frames.all {
		for _, fault := range r.faults(f) {
			problems = append(problems, Problem{f.file, f.line, fmt.Sprintf("rule %s %s", f.rule, fault)})
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

// faults lists what is wrong with a rule itself, whatever its examples say.
func (r *Reader) faults(f *frame) []string {
	var faults []string
	fault := func(format string, args ...any) { faults = append(faults, fmt.Sprintf(format, args...)) }
	if len(f.examples) == 0 {
		fault("has no test")
	}
	if f.subject == nil != (f.object == nil) {
		fault("has one end only")
	}
	for _, sl := range slices.Concat(f.subject, f.object) {
		for _, role := range []string{sl.role, sl.inner} {
			if role != "" && !r.knowsRole(role) {
				fault("asks for the role %q, which nothing can fill", role)
			}
		}
	}
	for _, n := range f.needs {
		_, test := needTests[n.test]
		switch {
		case !test && !r.knowsRole(n.test):
			fault("needs %q, which is no test and no role", n.test)
		case !test && len(n.words) == 0:
			fault("needs %q to have no word at all", n.test)
		}
		for i, w := range n.words {
			if class, ok := strings.CutPrefix(w, "@"); ok && !r.classes.known(class) {
				fault("needs a word of %q, which is no class", w)
			}
			if slices.Contains(n.words[:i], w) {
				fault("needs %q twice", w)
			}
		}
	}
	for _, w := range f.twice {
		fault("is called twice by %q", w)
	}
	return faults
}

// knowsRole reports whether something can stand in the role: one of those that have a name, or behind a preposition.
func (r *Reader) knowsRole(role string) bool {
	if slices.Contains(roles, role) {
		return true
	}
	if first, _, ok := strings.Cut(role, "_"); ok {
		return slices.ContainsFunc(r.prepositions[first], func(words []string) bool { return strings.Join(words, "_") == role })
	}
	switch role {
	case "off", "among":
		return true
	case "of", "to", "in", "on", "with", "from", "against", "for", "at", "by", "into", "over", "near", "towards", "toward", "between",
		"inside", "alongside", "across", "beside", "behind", "as", "under", "upon", "onto", "around", "within",
		"outside", "above", "through", "without", "along", "before":
		return true
	}
	return false
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
	for _, phase := range s.Phases() {
		text += " phase=" + string(phase)
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
