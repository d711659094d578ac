package store

import (
	"github.com/cayleygraph/quad"
	"github.com/google/uuid"

	"entente.example/graph"
)

// article reads one article, with its digest as stored, and the article that took its place.
func (r *reader) article(id uuid.UUID) (a graph.Article, digest string, found bool, err error) {
	a, digest, found, err = r.storedArticle(id)
	if err == nil && found {
		a.Successor, err = graph.SuccessorOf(a, r.newestAt)
	}
	return a, digest, err == nil && found, err
}

// storedArticle reads what is stored of an article, which its successor is not.
func (r *reader) storedArticle(id uuid.UUID) (a graph.Article, digest string, found bool, err error) {
	properties, err := r.node(articleIRI(id))
	if err != nil || len(properties) == 0 {
		return graph.Article{}, "", false, err
	}
	a, digest, err = decodeArticle(id, properties)
	return a, digest, err == nil, err
}

// newestAt gives the article with the newest of the texts that stood at an address, or an article without an id. It
// remembers it: thousands of articles may be told to be from the front page of a paper.
func (r *reader) newestAt(url string) (graph.Article, error) {
	if a, ok := r.newest[url]; ok {
		return a, nil
	}
	var newest graph.Article
	nodes, err := r.subjectsOf(address, quad.String(storable(url)))
	if err == nil {
		err = r.resolve(nodes...)
	}
	if err != nil {
		return newest, err
	}
	for _, n := range nodes {
		id, err := parseIRI(r.names[n], articlePrefix)
		if err != nil {
			return newest, err
		}
		a, _, found, err := r.storedArticle(id)
		if err != nil {
			return newest, err
		}
		if found && (newest.ID == uuid.Nil || a.Revises(newest, url)) {
			newest = a
		}
	}
	r.newest[url] = newest
	return newest, nil
}

// revise notes an article that is about to be written among the newest at its addresses, and counts the articles that
// lose their place by it, itself among them. It was there before, or was has no id.
func (r *reader) revise(was, now graph.Article) (superseded int, err error) {
	wasCurrent := true
	if was.ID != uuid.Nil {
		successor, err := graph.SuccessorOf(was, r.newestAt)
		if err != nil {
			return 0, err
		}
		wasCurrent = successor == uuid.Nil
	}
	beaten := map[uuid.UUID]graph.Article{}
	for _, url := range now.Addresses() {
		newest, err := r.newestAt(url)
		if err != nil {
			return 0, err
		}
		if newest.ID == uuid.Nil || newest.ID == now.ID || now.Revises(newest, url) {
			r.newest[url] = now
		}
		if newest.ID != uuid.Nil && now.Revises(newest, url) {
			beaten[newest.ID] = newest
		}
	}
	if wasCurrent {
		beaten[now.ID] = now
	}
	for _, a := range beaten {
		successor, err := graph.SuccessorOf(a, r.newestAt)
		if err != nil {
			return 0, err
		}
		if successor != uuid.Nil {
			superseded++
		}
	}
	return superseded, nil
}
