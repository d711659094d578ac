package queries

import (
	"context"
	"slices"

	"github.com/google/uuid"

	"entente.example/graph"
	"entente.example/graph/store"
	"entente.example/graph/ties"
)

// Copies gives for statements of the store, by their ids, those that say the same in the copies of their articles: of
// another article of the story (see [graph.Stories]), on the same tie, in the same polarity and modality, by the same
// speaker. Where an article says so of several dates, the date or the sentence tells which is the copy; where neither does,
// none is. They are as their articles were read, whatever reviewers made of them, in the order of the articles' dates.
// Errors come from the store.
func Copies(ctx context.Context, s *store.Store, statements ...uuid.UUID) (map[uuid.UUID][]graph.Statement, error) {
	return ask(ctx, s, "copies", func(x *ties.Index) (map[uuid.UUID][]graph.Statement, error) {
		r := newRetold(x)
		found := map[uuid.UUID][]graph.Statement{}
		for _, id := range statements {
			copies, err := r.copies(id)
			if err != nil {
				return nil, err
			}
			for _, n := range copies {
				statement, err := x.WholeStatement(n)
				if err != nil {
					return nil, err
				}
				found[id] = append(found[id], statement)
			}
		}
		return found, nil
	})
}

// SaidOfCopies gives the verdicts that a reviewer gave together with this one: on the same in copies of the article, on the
// same day, deciding the same with the same note. Errors come from the store.
func SaidOfCopies(ctx context.Context, s *store.Store, v graph.Verdict) ([]graph.Verdict, error) {
	return ask(ctx, s, "verdicts on copies", func(x *ties.Index) ([]graph.Verdict, error) {
		copies, err := newRetold(x).copies(v.Statement)
		if err != nil {
			return nil, err
		}
		var said []graph.Verdict
		for _, n := range copies {
			all, err := x.Verdicts(n)
			if err != nil {
				return nil, err
			}
			for _, w := range all {
				if w.By == v.By && w.On == v.On && w.Decision == v.Decision && w.Note == v.Note {
					said = append(said, w)
				}
			}
		}
		return said, nil
	})
}

// VerdictsOnCopies gives for those of the statements of which nobody has said anything the verdicts on the same in copies of
// their articles. Errors come from the store.
func VerdictsOnCopies(ctx context.Context, s *store.Store, statements ...uuid.UUID) (map[uuid.UUID][]graph.Verdict, error) {
	return ask(ctx, s, "verdicts on copies", func(x *ties.Index) (map[uuid.UUID][]graph.Verdict, error) {
		if !x.Reviewed() {
			return nil, nil
		}
		judged, err := newRetold(x).judged()
		if err != nil {
			return nil, err
		}
		found := map[uuid.UUID][]graph.Verdict{}
		for _, id := range statements {
			if verdicts := judged[id]; len(verdicts) > 0 {
				found[id] = verdicts
			}
		}
		return found, nil
	})
}

// JudgedCopies gives the ids, sorted, of the articles' statements that say what reviewers have judged in a copy, while nobody
// has said anything of these. Errors come from the store.
func JudgedCopies(ctx context.Context, s *store.Store, articles ...uuid.UUID) ([]uuid.UUID, error) {
	return ask(ctx, s, "judged copies", func(x *ties.Index) ([]uuid.UUID, error) {
		r := newRetold(x)
		judged, err := r.judged()
		if err != nil {
			return nil, err
		}
		of := map[int]bool{}
		for _, id := range articles {
			if n, ok := x.ArticleNumber(id); ok {
				of[n] = true
			}
		}
		var ids []uuid.UUID
		for id := range judged {
			if of[x.Statement(r.numbers[id]).Article] {
				ids = append(ids, id)
			}
		}
		slices.SortFunc(ids, func(a, b uuid.UUID) int { return slices.Compare(a[:], b[:]) })
		return ids, nil
	})
}

// retold are the statements of articles that have copies.
type retold struct {
	x *ties.Index
	// numbers are those of the statements, by their ids; groups are statements of a story that may be copies of each other.
	numbers map[uuid.UUID]int
	groups  map[retelling][]int
}

// retelling is what statements of a story have in common that say the same.
type retelling struct {
	story, fact int
	polarity    graph.Polarity
	modality    graph.Modality
	speaker     ties.Node
}

func newRetold(x *ties.Index) *retold {
	r := &retold{x: x, numbers: map[uuid.UUID]int{}, groups: map[retelling][]int{}}
	stories := make([]int, x.Articles())
	articles := make([]int, x.Articles())
	for a := range stories {
		stories[a] = x.Story(a)
		articles[stories[a]]++
	}
	for i := range x.Statements() {
		statement := x.Statement(i)
		if story := stories[statement.Article]; articles[story] > 1 && statement.Review != graph.Edited {
			key := retelling{story, statement.Fact, statement.Polarity, statement.Modality, statement.Speaker}
			r.groups[key] = append(r.groups[key], i)
			r.numbers[statement.ID] = i
		}
	}
	return r
}

// copies gives the numbers of the copies of a statement, in the order of their articles.
func (r *retold) copies(id uuid.UUID) ([]int, error) {
	n, ok := r.numbers[id]
	if !ok {
		return nil, nil
	}
	own := r.x.Statement(n)
	key := retelling{r.x.Story(own.Article), own.Fact, own.Polarity, own.Modality, own.Speaker}
	byArticle := map[int][]int{}
	for _, i := range r.groups[key] {
		a := r.x.Statement(i).Article
		byArticle[a] = append(byArticle[a], i)
	}
	var copies []int
	for a, candidates := range byArticle {
		switch {
		case a == own.Article:
		case len(candidates) == 1 && len(byArticle[own.Article]) == 1:
			copies = append(copies, candidates[0])
		default:
			i, err := r.closest(n, candidates)
			if err != nil {
				return nil, err
			}
			if i >= 0 {
				copies = append(copies, i)
			}
		}
	}
	slices.SortFunc(copies, func(i, j int) int { return r.x.Statement(i).Article - r.x.Statement(j).Article })
	return copies, nil
}

func (r *retold) idsOfCopies(id uuid.UUID) ([]uuid.UUID, error) {
	copies, err := r.copies(id)
	var ids []uuid.UUID
	for _, n := range copies {
		ids = append(ids, r.x.Statement(n).ID)
	}
	return ids, err
}

// closest gives the one of another article's statements that is the copy: by the date that is part of its id, else by a
// sentence; less than 0: none is.
func (r *retold) closest(n int, candidates []int) (int, error) {
	own, err := r.x.WholeStatement(n)
	if err != nil {
		return -1, err
	}
	bySentence := -1
	for _, i := range candidates {
		other, err := r.x.WholeStatement(i)
		if err != nil {
			return -1, err
		}
		moved := own
		moved.Citations = slices.Clone(own.Citations)
		moved.Article = other.Article
		if moved.Normalize(); moved.ID == other.ID {
			return i, nil
		}
		if bySentence < 0 && slices.ContainsFunc(other.Citations, func(c graph.Citation) bool { return c.Sentence == own.Citations[0].Sentence }) {
			bySentence = i
		}
	}
	return bySentence, nil
}

// judged gives, by the ids of statements of which no reviewer has said anything, the verdicts on their copies.
func (r *retold) judged() (map[uuid.UUID][]graph.Verdict, error) {
	found := map[uuid.UUID][]graph.Verdict{}
	all, err := r.x.AllVerdicts()
	if err != nil {
		return nil, err
	}
	said := map[uuid.UUID]bool{}
	for _, v := range all {
		said[v.Statement] = true
	}
	for _, v := range all {
		copies, err := r.copies(v.Statement)
		if err != nil {
			return nil, err
		}
		for _, i := range copies {
			if id := r.x.Statement(i).ID; !said[id] {
				found[id] = append(found[id], v)
			}
		}
	}
	return found, nil
}
