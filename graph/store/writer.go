package store

import (
	"crypto/sha256"
	"maps"
	"slices"

	"github.com/cayleygraph/quad"
	"github.com/google/uuid"

	"entente.example/graph"
)

// content is an article with its statements as quads.
type content struct {
	article graph.Article
	// about holds the article's own quads, statements those of each statement.
	about      []quad.Quad
	statements map[uuid.UUID][]quad.Quad
	digest     sum
}

// newContent makes the quads of an article, and the digest of them all.
func newContent(a graph.Article, statements []graph.Statement) (content, error) {
	c := content{article: a, statements: make(map[uuid.UUID][]quad.Quad, len(statements))}
	var err error
	if c.about, err = articleQuads(a); err != nil {
		return c, err
	}
	for _, s := range statements {
		if c.statements[s.ID], err = statementQuads(s); err != nil {
			return c, err
		}
	}
	c.digest = digestOf(c.quads())
	iri := articleIRI(a.ID)
	c.about = append(c.about, quad.Quad{Subject: iri, Predicate: digest, Object: quad.String(c.digest.String()), Label: iri})
	return c, nil
}

func (c content) quads() []quad.Quad {
	all := slices.Clone(c.about)
	for _, id := range slices.SortedFunc(maps.Keys(c.statements), compareUUIDs) {
		all = append(all, c.statements[id]...)
	}
	return all
}

// digestOf hashes quads, in whatever order they come.
func digestOf(quads []quad.Quad) sum {
	hash := sha256.New()
	for _, line := range sortedLines(quads) {
		hash.Write([]byte(line))
	}
	return sum(hash.Sum(nil))
}

// sortedLines writes quads as sorted N-Quads, each once.
func sortedLines(quads []quad.Quad) []string {
	sorted := make([]string, 0, len(quads))
	var b []byte
	for _, q := range quads {
		b = appendQuad(b[:0], q)
		sorted = append(sorted, string(b))
	}
	slices.Sort(sorted)
	return slices.Compact(sorted)
}

func (w *writer) addArticle(p packet, next content) error {
	w.articles[p.article.ID] = true
	was, wasDigest, found, err := w.r.storedArticle(p.article.ID)
	if err != nil {
		return err
	}
	if found && readEarlier(was, p.article) {
		if p.statements, err = w.r.statements(Filter{Article: was.ID}); err != nil {
			return err
		}
	}
	if found {
		p.article = joinArticles(was, p.article)
		if next, err = newContent(p.article, p.statements); err != nil {
			return err
		}
	}
	if found && wasDigest == next.digest.String() {
		w.change.ArticlesUnchanged++
		return nil
	}
	superseded, err := w.r.revise(was, p.article)
	if err != nil {
		return err
	}
	w.change.ArticlesSuperseded += superseded
	w.placed = append(w.placed, p)
	if next, err = w.judged(next, p.statements); err != nil {
		return err
	}
	if !found {
		w.change.ArticlesNew++
		w.state.Articles++
		return w.replace(content{}, next)
	}
	old, _, err := w.stored(p.article.ID)
	if err != nil {
		return err
	}
	before := w.change
	if err := w.replace(old, next); err != nil {
		return err
	}
	if was.Extractor == p.article.Extractor && before == w.change {
		w.change.ArticlesExtended++
	} else {
		w.change.ArticlesReplaced++
	}
	return nil
}

// readEarlier reports whether the text was read before in the light of an earlier date, by the same extractor. Then that
// reading stays: what comes first must not decide, when loaders that know nothing of each other have a text twice.
func readEarlier(was, now graph.Article) bool {
	return was.Extractor == now.Extractor && was.Date() != "" && (now.Date() == "" || was.Date() < now.Date())
}

// joinArticles gives the article as it is told now, with the appearances of both, and the status and the archive's
// address that were known where it tells none.
func joinArticles(was, now graph.Article) graph.Article {
	now.AddAppearances(was.Appearances...)
	if now.Status == "" {
		now.Status = was.Status
	}
	if now.Archive == "" {
		now.Archive = was.Archive
	}
	return now
}

// replace collects what turns an article's old quads into its new ones; either may be none.
func (w *writer) replace(old, next content) error {
	for id, quads := range old.statements {
		now, stays := next.statements[id]
		switch {
		case !stays:
			w.change.StatementsGone++
			w.state.Statements--
		case difference(quads, now).len() > 0:
			w.change.StatementsChanged++
		}
	}
	for id := range next.statements {
		if _, was := old.statements[id]; !was {
			w.change.StatementsNew++
			w.state.Statements++
		}
	}
	w.state.Revision = w.state.Revision.sub(old.digest).add(next.digest)
	if len(next.about) == 0 { // it goes
		w.delta.add(delta{out: old.quads()})
		return nil
	}
	w.delta.add(difference(old.quads(), next.quads()))
	return nil
}

// stored is storedAll of one article; false: it is not there.
func (w *writer) stored(id uuid.UUID) (content, bool, error) {
	all, err := w.storedAll(id)
	if err != nil {
		return content{}, false, err
	}
	return all[0], len(all[0].about) > 0, nil
}

// storedAll reads the quads of articles that are in the database, no more and no fewer: removing a quad that is not
// there would leave Cayley's counts of the uses of its nodes too low. One that is not there has none about it.
func (w *writer) storedAll(ids ...uuid.UUID) ([]content, error) {
	all, places, nodes := make([]content, len(ids)), map[uint64]int{}, []uint64(nil)
	for i, id := range ids {
		all[i] = content{article: graph.Article{ID: id}, statements: map[uuid.UUID][]quad.Quad{}}
		iri := articleIRI(id)
		n, err := w.r.number(iri)
		if err != nil {
			return nil, err
		}
		if n != 0 {
			places[n], nodes, w.r.names[n] = i, append(nodes, n), iri
		}
	}
	if len(nodes) == 0 {
		return all, nil
	}
	links, owners, err := w.r.told(nodes, w.before.Verdicts > 0)
	if err != nil {
		return nil, err
	}
	found, err := w.r.propertiesOf(links)
	if err == nil {
		err = w.r.resolve(slices.Sorted(maps.Keys(owners))...)
	}
	if err != nil {
		return nil, err
	}
	for _, n := range nodes {
		if err := all[places[n]].takeArticle(found[n]); err != nil {
			return nil, err
		}
	}
	for n, article := range owners {
		if err := w.r.takeStatement(&all[places[article]], n, found[n]); err != nil {
			return nil, err
		}
	}
	return all, nil
}

// told gives what is told of articles, whose names are known, and of their statements, and of which article each statement
// is. judged tells whether there are verdicts.
func (r *reader) told(articles []uint64, judged bool) (links []link, owners map[uint64]uint64, err error) {
	edges, err := r.numbers([]quad.Value{typeOf, articleOf})
	if err != nil {
		return nil, nil, err
	}
	var apart []uint64
	for _, n := range articles {
		more, whole, err := r.together(r.ctx, r.names[n], n, edges[0], judged)
		if err != nil {
			return nil, nil, err
		}
		if !whole {
			apart = append(apart, n)
		}
		links = append(links, more...)
	}
	owners = map[uint64]uint64{}
	for _, l := range links {
		if l.predicate == edges[1] {
			owners[l.subject] = l.object
		}
	}
	if len(apart) == 0 || edges[1] == 0 {
		return links, owners, nil
	}
	subjects := slices.Clone(apart)
	for l, err := range r.byObjects(r.ctx, apart, edges[1:], 0) {
		if err != nil {
			return nil, nil, err
		}
		owners[l.subject], subjects = l.object, append(subjects, l.subject)
	}
	slices.Sort(subjects)
	for l, err := range r.bySubjects(r.ctx, subjects, nil) {
		if err != nil {
			return nil, nil, err
		}
		links = append(links, l)
	}
	return links, owners, nil
}

// takeArticle takes in what is stored about the article itself.
func (c *content) takeArticle(properties []property) error {
	iri := articleIRI(c.article.ID)
	c.about = underLabel(iri, iri, properties)
	for _, q := range c.about {
		if text, ok := q.Object.(quad.String); ok && q.Predicate == digest {
			if err := c.digest.parse(string(text)); err != nil {
				return err
			}
		}
	}
	return nil
}

// takeStatement takes a statement in, with the edges that it has.
func (r *reader) takeStatement(c *content, n uint64, properties []property) error {
	id, err := parseIRI(r.names[n], statementPrefix)
	if err != nil {
		return err
	}
	s, err := decodeTie(id, properties)
	if err != nil {
		return err
	}
	verdicts, err := decodeVerdicts(id, properties)
	if err != nil {
		return err
	}
	edges, err := r.edgesOf(s, verdicts)
	if err != nil {
		return err
	}
	c.statements[s.ID] = append(underLabel(statementIRI(s.ID), articleIRI(c.article.ID), properties), edges...)
	return nil
}

// underLabel gives those of a subject's properties that stand under the label as quads.
func underLabel(subject, label quad.IRI, properties []property) []quad.Quad {
	var quads []quad.Quad
	for _, p := range properties {
		if p.label == label {
			quads = append(quads, quad.Quad{Subject: subject, Predicate: p.predicate, Object: p.object, Label: label})
		}
	}
	return quads
}

// addEntity collects what an entity changes.
func (w *writer) addEntity(e graph.Entity) error {
	was, found, err := w.knownEntity(e.ID)
	if err != nil {
		return err
	}
	var before []quad.Quad
	if found {
		e = joinEntities(was, e)
		if before, err = entityQuads(was); err != nil {
			return err
		}
	}
	after, err := entityQuads(e)
	if err != nil {
		return err
	}
	w.entities[e.ID] = e
	change := difference(before, after)
	switch {
	case change.len() == 0:
		return nil
	case found:
		w.change.EntitiesChanged++
		w.state.Revision = w.state.Revision.sub(digestOf(before))
	default:
		w.change.EntitiesNew++
		w.state.Entities++
	}
	w.state.Revision = w.state.Revision.add(digestOf(after))
	w.delta.add(change)
	return nil
}

// knownEntity gives the entity as it will be stored when this transaction has been written.
func (w *writer) knownEntity(id graph.ID) (graph.Entity, bool, error) {
	for _, entities := range []map[graph.ID]graph.Entity{w.entities, w.known} {
		if e, ok := entities[id]; ok {
			return e, true, nil
		}
	}
	e, found, err := w.r.entity(id)
	if err != nil || !found {
		return e, false, err
	}
	w.known[id] = e
	return e, true, nil
}

// joinEntities gives what stands after an account of an entity that is there: the new one, since a dictionary's row has
// changed; of a name that no dictionary lists, what both accounts tell, the same in either order.
func joinEntities(was, now graph.Entity) graph.Entity {
	if now.ID.Listed() {
		return now
	}
	now.Name = either(was.Name, now.Name)
	now.Type = either(was.Type, now.Type)
	now.IsState = was.IsState || now.IsState
	now.Existed = either(was.Existed, now.Existed)
	now.Country = either(was.Country, now.Country)
	now.PartOf = either(was.PartOf, now.PartOf)
	now.Latitude = either(was.Latitude, now.Latitude)
	now.Longitude = either(was.Longitude, now.Longitude)
	now.Wikidata = either(was.Wikidata, now.Wikidata)
	now.UCDP = either(was.UCDP, now.UCDP)
	now.GeoNames = either(was.GeoNames, now.GeoNames)
	now.Aliases = slices.Concat(was.Aliases, now.Aliases)
	return normalizeEntity(now)
}

// either gives the one that says something, or the first of the two in order.
func either[T ~string](a, b T) T {
	if a == "" || b == "" {
		return a + b
	}
	return min(a, b)
}
