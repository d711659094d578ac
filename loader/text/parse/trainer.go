package parse

import (
	"slices"

	"entente.example/loader/text"
)

// Trainer makes a Model from sentences whose trees are known: an averaged
// perceptron with a margin, that also learns from states that its own
// mistakes lead to. The same sentences in the same order give the same Model
// on every machine.
type Trainer struct {
	sentences []lesson
	actions   learner
	labels    learner
	random    uint64
}

// lesson is a sentence with its tree.
type lesson struct {
	tokens    []text.Token
	heads     []int32
	relations []Relation
}

// margin is by how much the right action must beat the others.
const margin = 15

// Add gives the trainer a sentence and its tree, one arc a token; it keeps
// the tokens. Their tags should be those that a tagger gave them, as the
// parser will see no others.
func (tr *Trainer) Add(tokens []text.Token, arcs []Arc) {
	l := lesson{tokens: tokens}
	for _, a := range arcs {
		l.heads = append(l.heads, int32(a.Head))
		l.relations = append(l.relations, a.Relation)
	}
	l.heads = projective(l.heads)
	tr.sentences = append(tr.sentences, l)
}

// Train goes through the sentences so many times, each time in another order,
// and returns what it learned. Before that it goes through them half as often
// to find out which features are worth a place in the model, as only a third
// of them get one.
func (tr *Trainer) Train(rounds int) *Model {
	tr.actions = newLearner(int(actions))
	tr.labels = newLearner(int(relationCount))
	tr.random = 1
	tr.pass((rounds + 1) / 2)
	tr.actions = tr.actions.only(tr.actions.kept(actionBuckets))
	tr.labels = tr.labels.only(tr.labels.kept(labelBuckets))
	tr.pass(rounds)
	return tr.model()
}

func (tr *Trainer) pass(rounds int) {
	order := make([]int, len(tr.sentences))
	for i := range order {
		order[i] = i
	}
	var s state
	for round := range rounds {
		for i := len(order) - 1; i > 0; i-- { // the shuffle of Fisher and Yates
			j := tr.draw(i + 1)
			order[i], order[j] = order[j], order[i]
		}
		for _, i := range order {
			tr.learn(&s, &tr.sentences[i], round)
		}
	}
}

// draw returns a number below n.
func (tr *Trainer) draw(n int) int {
	tr.random = tr.random*6364136223846793005 + 1442695040888963407
	return int((tr.random >> 33) % uint64(n))
}

// learn parses a sentence and corrects the weights after each mistake.
func (tr *Trainer) learn(s *state, l *lesson, round int) {
	var keys [actionFeatures]uint32
	var places [actionFeatures]int32
	*s = state{nodes: slices.Grow(s.nodes[:0], len(l.tokens)+1)[:len(l.tokens)+1], stack: slices.Grow(s.stack[:0], len(l.tokens))[:len(l.tokens)]}
	s.begin(l.tokens)
	for !s.done() {
		may := s.allowed()
		a := action(0)
		switch {
		case may&(may-1) == 0:
			for may>>a&1 == 0 {
				a++
			}
		default:
			cost := s.costs(l.heads)
			s.features(&keys)
			tr.actions.find(keys[:], places[:], round == 0)
			scores := tr.actions.scores(places[:])
			tr.actions.step++
			a = tr.chooseAction(may, cost, scores, places[:], round)
		}
		if a == shift {
			s.shift()
			continue
		}
		tr.learnLabel(s, l, a, round)
	}
}

// chooseAction corrects the weights and returns the action to go on with.
func (tr *Trainer) chooseAction(may uint, cost [actions]int, scores []int32, places []int32, round int) action {
	least := 1 << 30
	for a := range actions {
		if may>>a&1 != 0 {
			least = min(least, cost[a])
		}
	}
	right, wrong, guess := actions, actions, actions
	for a := range actions {
		if may>>a&1 == 0 {
			continue
		}
		if cost[a] == least {
			if right == actions || scores[a] > scores[right] {
				right = a
			}
		} else if wrong == actions || scores[a] > scores[wrong] {
			wrong = a
		}
		if guess == actions || scores[a] > scores[guess] {
			guess = a
		}
	}
	if wrong != actions && scores[right]-scores[wrong] < margin {
		tr.actions.change(places, int(right), 1)
		tr.actions.change(places, int(wrong), -1)
	}
	if round < 1 || tr.draw(10) == 0 {
		return right
	}
	return guess
}

// learnLabel chooses the relation of the arc that an action makes, corrects
// the weights if the arc is right and its relation wrong, and makes the arc.
func (tr *Trainer) learnLabel(s *state, l *lesson, a action, round int) {
	head, dependent := s.arc(a)
	if int(head) == len(s.nodes)-1 {
		s.attach(a, Root)
		return
	}
	var keys [labelFeatures]uint32
	var places [labelFeatures]int32
	s.label(&keys, head, dependent)
	if l.heads[dependent] != head {
		tr.labels.find(keys[:], places[:], false)
		s.attach(a, Relation(best(tr.labels.scores(places[:]))))
		return
	}
	tr.labels.find(keys[:], places[:], round == 0)
	scores := tr.labels.scores(places[:])
	tr.labels.step++
	right := int(l.relations[dependent])
	wrong := -1
	for r, v := range scores {
		if r != right && (wrong < 0 || v > scores[wrong]) {
			wrong = r
		}
	}
	guess := right
	if scores[wrong] > scores[right] {
		guess = wrong
	}
	if scores[right]-scores[wrong] < margin {
		tr.labels.change(places[:], right, 1)
		tr.labels.change(places[:], wrong, -1)
	}
	s.attach(a, Relation(guess))
}

func best(scores []int32) int {
	b := 0
	for i, v := range scores {
		if v > scores[b] {
			b = i
		}
	}
	return b
}
