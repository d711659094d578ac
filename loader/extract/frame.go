package extract

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"entente.example/graph"
)

// frame is one rule of a .frames file: which words may make a statement of a relation, and where its ends stand.
type frame struct {
	rule     string // "backs.provide"
	relation graph.Relation
	subject  []slot
	object   []slot
	needs    []need
	kind     string // a kind of support, or the role whose words tell it: "self", "obj", "with"
	phase    graph.Phase
	presumes bool // what is said to grow, be it planned or not, is already so
	abroad   bool // the ends belong to different countries
	atHome   bool // the ends belong to one country
	percent  int  // of the usual confidence
	// standing: the words take the tie for granted, whatever the verb says, as "rebel-held Aleppo" does.
	standing bool
	// stance is what the words of the rule themselves do to the tie: denied, or a modality of what is alleged.
	stance   string
	examples []example
	twice    []string // words that call it more than once
	file     string
	line     int
	own      bool // the user's, which takes the place of one that came along
}

// defaultPercent is how often a rule is right for which there were fewer than five readings to measure: as often as all
// rules together. The others' own figures are drawn towards it, as by eight readings more.
const defaultPercent = 74

// trigger is a word that may call a frame.
type trigger struct {
	frame *frame
	word
	// presupposed: the article says it in passing, whoever is quoted: "the Iran-backed rebels said".
	presupposed bool
	blamed      bool // it is only laid to the subject: "the raid blamed on X"
}

// slot is a role that an end may stand in, and what it has to be: "obj.of:place".
type slot struct {
	role, inner string // inner: a role at the group that fills role
	guard       string
	related     bool // the rule asks for a word of @related or @enterprise in the role
	behind      bool // a preposition, the inner role if there is one
}

// need is a condition on a frame: the group in a role has one of the words, or a named test holds.
type need struct {
	test   string
	words  []string
	behind bool                                                  // the role is a preposition
	heads  uint64                                                // a bit for each of the words, all for a class: see wordBit
	run    func(s *sentence, anchor *group, words []string) bool // the named test, or nil
}

// example is a sentence of a test line with the statements wanted of it, each "Turkey backs GNA denied".
type example struct {
	sentence string
	wants    []string
	line     int
}

// frames are all rules by the word that calls them.
type frames struct {
	all                      []*frame
	verbs, nouns, mods, adjs map[string][]trigger
	roles, prefixes, preps   map[string][]trigger
	owners                   map[string]*frame
	particles                wordPairs // verbs with a particle: "pull_out"
}

func newFrames() *frames {
	return &frames{
		verbs: map[string][]trigger{}, nouns: map[string][]trigger{}, mods: map[string][]trigger{},
		adjs: map[string][]trigger{}, roles: map[string][]trigger{}, prefixes: map[string][]trigger{},
		preps: map[string][]trigger{}, owners: map[string]*frame{},
	}
}

// guards are what a slot may ask of its filler.
var guards = []string{"actor", "place", "town", "person", "body", "state", "nationals", "force", "armed", "group", "alliance", "leader", "movement"}

// patterns are those that the code knows for ties without a word of their own; one rule, its owner, tells of each.
var patterns = []string{
	"leads", "member_of", "reign", "possess", "force", "unit", "of", "list", "label", "in", "allied", "deployments", "contingent", "station", "post",
	"box leads", "box member_of", "box deployed_to", "box allied_with", "box fights", "box backs",
}

// kindRoles are where the words for the kind of support may stand: the anchor itself, its clause, or a role at it.
var kindRoles = []string{"self", "clause", "obj", "of", "with", "on", "in", "for", "from", "head", "subj"}

// read adds the rules of one file, whose form docs/extraction.md describes. A rule that has the name of one of the user's
// own is passed over, with the name of any other it is an error. Words that name a class (@leader) stand for all words of it.
func (fs *frames) read(r io.Reader, name string, classes *classes, own bool) error {
	scanner := bufio.NewScanner(r)
	var current *frame
	replaced := false
	for line := 1; scanner.Scan(); line++ {
		text := strings.TrimSpace(scanner.Text())
		if text == "" || strings.HasPrefix(text, "#") {
			continue
		}
		fail := func(format string, args ...any) error {
			return fmt.Errorf("%s:%d: %s", name, line, fmt.Sprintf(format, args...))
		}
		if strings.HasPrefix(text, "[") {
			rule := strings.Trim(text, "[]")
			relation, _, _ := strings.Cut(rule, ".")
			if _, ok := graph.Relation(relation).Row(); !ok {
				return fail("rule %q begins with no relation", rule)
			}
			at := slices.IndexFunc(fs.all, func(f *frame) bool { return f.rule == rule })
			if replaced = at >= 0; replaced {
				if other := fs.all[at]; other.file == name || !own && !other.own {
					return fail("rule %q stands twice, also at %s:%d", rule, other.file, other.line)
				}
				continue
			}
			current = &frame{rule: rule, relation: graph.Relation(relation), percent: defaultPercent, file: name, line: line, own: own}
			fs.all = append(fs.all, current)
			continue
		}
		if replaced {
			continue
		}
		key, rest, _ := strings.Cut(text, " ")
		if current == nil {
			return fail("%q before any rule", key)
		}
		if err := fs.field(current, key, strings.TrimSpace(rest), line, classes); err != nil {
			return fail("%v", err)
		}
	}
	return scanner.Err()
}

// field reads one line of a rule.
func (fs *frames) field(f *frame, key, rest string, line int, classes *classes) (err error) {
	if table := fs.table(key); table != nil {
		return fs.triggers(table, f, rest, classes)
	}
	switch key {
	case "owner":
		return fs.giveOwner(rest, f)
	case "s":
		f.subject, err = readSlots(rest)
	case "o":
		f.object, err = readSlots(rest)
	case "need":
		f.addNeed(rest, classes)
	case "kind":
		if !slices.Contains(graph.Kinds(), graph.Kind(rest)) && !slices.Contains(kindRoles, rest) {
			return fmt.Errorf("kind %q is neither a kind of support nor one of %s", rest, strings.Join(kindRoles, " "))
		}
		f.kind = rest
	case "standing":
		f.standing = true
	case "stance":
		if rest != string(graph.Denied) && !slices.Contains(graph.Modalities(), graph.Modality(rest)) {
			return fmt.Errorf("stance %q is neither denied nor a modality", rest)
		}
		f.stance = rest
	case "phase":
		if f.phase = graph.Phase(rest); f.phase != graph.Started && f.phase != graph.Ongoing && f.phase != graph.Ended {
			return fmt.Errorf("phase %q is none of started ongoing ended", rest)
		}
	case "conf":
		var c graph.Confidence
		err = c.UnmarshalJSON([]byte(rest))
		f.percent = int(c)
	case "test":
		var e example
		e, err = readExample(rest)
		e.line = line
		f.examples = append(f.examples, e)
	default:
		return fmt.Errorf("%q is none of verb noun mod adj role prefix prep owner s o need kind phase standing stance conf test", key)
	}
	return err
}

// table gives the words that call rules in the way that the key names, or nil.
func (fs *frames) table(key string) map[string][]trigger {
	switch key {
	case "verb":
		return fs.verbs
	case "noun":
		return fs.nouns
	case "mod":
		return fs.mods
	case "adj":
		return fs.adjs
	case "role":
		return fs.roles
	case "prefix":
		return fs.prefixes
	case "prep":
		return fs.preps
	}
	return nil
}

// giveOwner lets the rule be called by a pattern that the code knows, which calls one rule alone.
func (fs *frames) giveOwner(pattern string, f *frame) error {
	if !slices.Contains(patterns, pattern) {
		return fmt.Errorf("owner %q is none of %s", pattern, strings.Join(patterns, " "))
	}
	if other := fs.owners[pattern]; other != nil {
		return fmt.Errorf("owner %q is that of rule %s", pattern, other.rule)
	}
	fs.owners[pattern] = f
	return nil
}

// addNeed reads a condition. Three are no test of the words around the rule's own: what the tie's ends are to each other, and what it presumes.
func (f *frame) addNeed(condition string, classes *classes) {
	test, words, _ := strings.Cut(condition, " ")
	switch test {
	case "abroad":
		f.abroad = true
		return
	case "at-home":
		f.atHome = true
		return
	case "presumes":
		f.presumes = true
		return
	}
	n := need{test: test, words: strings.Fields(words), run: needTests[test], behind: !slices.Contains(roles, test)}
	for _, w := range n.words {
		if n.heads |= wordBit(w); w[0] == '@' {
			n.heads = ^uint64(0)
		}
	}
	f.needs = append(f.needs, n)
	f.asks(n, classes)
}

// asks notes the slots within a role that the need wants to be what somebody is to another or a body in his land: "Haftar's backers include".
func (f *frame) asks(n need, classes *classes) {
	for _, slots := range [][]slot{f.subject, f.object} {
		for i := range slots {
			slots[i].related = slots[i].related || slots[i].role == n.test && slices.ContainsFunc(n.words, func(word string) bool { return classes.any(word, "related", "enterprise") })
		}
	}
}

func (fs *frames) triggers(table map[string][]trigger, f *frame, rest string, classes *classes) error {
	for _, field := range strings.Fields(rest) {
		if class, ok := strings.CutPrefix(field, "@"); ok {
			if !classes.known(class) {
				return fmt.Errorf("there is no class %q", class)
			}
			for form, entry := range classes.words[class] {
				table[form] = append(table[form], trigger{frame: f, word: entry})
			}
			continue
		}
		form, entry := readWord(field)
		if slices.ContainsFunc(table[form], func(t trigger) bool { return t.frame == f }) {
			f.twice = append(f.twice, form)
		}
		table[form] = append(table[form], trigger{frame: f, word: entry})
		fs.particles.add(form)
	}
	return nil
}

func readSlots(list string) ([]slot, error) {
	var slots []slot
	for _, field := range strings.Fields(list) {
		path, guard, ok := strings.Cut(field, ":")
		if !ok || !slices.Contains(guards, guard) {
			return nil, fmt.Errorf("slot %q: %q is none of %s", field, guard, strings.Join(guards, " "))
		}
		role, inner, _ := strings.Cut(path, ".")
		slots = append(slots, slot{role: role, inner: inner, guard: guard, behind: !slices.Contains(roles, cmp.Or(inner, role))})
	}
	return slots, nil
}

// readExample takes apart `"Sentence." => want; want`.
func readExample(text string) (example, error) {
	quoted, wants, ok := strings.Cut(text, " => ")
	if !ok || len(quoted) < 2 {
		return example{}, fmt.Errorf(`test %q is not of the form "SENTENCE" => STATEMENT; STATEMENT`, text)
	}
	e := example{sentence: strings.Trim(quoted, `"`)}
	if wants != "nothing" {
		for _, want := range strings.Split(wants, ";") {
			e.wants = append(e.wants, strings.TrimSpace(want))
		}
	}
	return e, nil
}

// event reports whether the noun calls a frame of its own, as "attack" does and "troops" does not.
func (fs *frames) event(noun string) bool {
	return slices.ContainsFunc(fs.nouns[noun], func(t trigger) bool { return !t.frame.becomes() })
}

// assaults reports whether the noun names an attack on a place: "shelling", "advance".
func (fs *frames) assaults(noun string) bool {
	return slices.ContainsFunc(fs.nouns[noun], func(t trigger) bool { return t.frame.relation == graph.Attacked })
}

// calls reports whether the noun calls the frame by itself, and not as the word for an office.
func (fs *frames) calls(f *frame, noun string) bool {
	return slices.ContainsFunc(fs.nouns[noun], func(t trigger) bool { return t.frame == f })
}

// becomes reports whether the frame's noun tells what its object became, and else nothing that happens: "part", "province".
func (f *frame) becomes() bool { return len(f.object) > 0 && f.object[0].role == "became" }

// helps reports whether the verb tells of support.
func (fs *frames) helps(lemma string) bool {
	return slices.ContainsFunc(fs.verbs[lemma], func(t trigger) bool { return t.frame.relation == graph.Backs })
}

// hostile reports whether the verb tells of fights or attacks, and its object is what they hit.
func (fs *frames) hostile(lemma string) bool {
	hits := func(sl slot) bool {
		return sl.role == "obj" && (sl.inner == "" || sl.inner == "poss" || sl.inner == "mod")
	}
	return slices.ContainsFunc(fs.verbs[lemma], func(t trigger) bool {
		return (t.frame.relation == graph.Fights || t.frame.relation == graph.Attacked) && slices.ContainsFunc(t.frame.object, hits) && !t.frame.setPhrase()
	})
}

// setPhrase reports whether the verb means what the rule says only with the words of a phrase behind it: "put X to flight", "kept
// X under siege".
func (f *frame) setPhrase() bool {
	return slices.ContainsFunc(f.needs, func(n need) bool {
		return n.run == nil && n.test != "obj" && n.test != "subj"
	})
}

// takes reports whether the verb tells that somebody takes or holds a place.
func (fs *frames) takes(lemma string) bool {
	return slices.ContainsFunc(fs.verbs[lemma], func(t trigger) bool {
		return t.frame.rule == "captured.verb" || t.frame.rule == "controls.verb"
	})
}

// calledBy reports whether the verb calls the rule.
func (fs *frames) calledBy(lemma, rule string) bool {
	return slices.ContainsFunc(fs.verbs[lemma], func(t trigger) bool { return t.frame.rule == rule })
}

// amongActors reports whether the noun calls a rule for ties between actors without arms: "ally", "sanction".
func (fs *frames) amongActors(noun string) bool {
	return slices.ContainsFunc(slices.Concat(fs.roles[noun], fs.nouns[noun]), func(t trigger) bool {
		r := t.frame.relation
		return r == graph.Backs || r == graph.AlliedWith || r == graph.Opposes
	})
}

// receives reports whether rules know the verb as one whose object is support.
func (fs *frames) receives(lemma string) bool {
	for _, t := range fs.verbs[lemma] {
		if t.frame.relation == graph.Backs && t.frame.kind == "obj" {
			return true
		}
	}
	return false
}

// personal reports whether the frame is about persons themselves, not what they lead: "overthrew X", "anti-X".
func (f *frame) personal() bool { return len(f.object) > 0 && f.object[0].guard == "person" }

// doneBy reports whether the verb of asking tells what its subject itself does: who "directs" a militia demands nothing of anybody.
func (f *frame) doneBy(lemma string) bool {
	return (lemma == "direct" || lemma == "lobby" || lemma == "encourage" || lemma == "order" || lemma == "instruct" || lemma == "advise") && len(f.subject) > 0 && f.subject[0].role == "subj"
}
