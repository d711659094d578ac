package loader

import (
	"encoding/json"

	"entente.example/graph/store"
)

// Report tells what a load did to the store. An article counts once, however often it came.
type Report struct {
	// Articles are those that are in the store now: New, Unchanged, Extended and Replaced together.
	Articles int `json:"articles"`
	New      int `json:"new"`
	// Unchanged were there already, from the same extractor.
	Unchanged int `json:"unchanged"`
	// Extended were there, and got another appearance.
	Extended int `json:"extended"`
	// Replaced were there from another extractor, or said something else in the light of another date.
	Replaced int `json:"replaced"`
	// Copies are documents whose text came earlier in the same load.
	Copies int `json:"copies"`
	// Statements are new ones. Gone were there, and newer readings lack them; Changed kept their ids and have other citations.
	Statements int `json:"statements"`
	Gone       int `json:"gone"`
	Changed    int `json:"changed"`
	// Superseded articles lost their place to a newer text at their address, or came when that was there already.
	Superseded int `json:"superseded"`
	// Entities are new ones.
	Entities int `json:"entities"`
	// Failures are inputs that are not in the store, Warnings such as are but look odd, both in the order of the input.
	Failures []Failure `json:"failures"`
	Warnings []Warning `json:"warnings"`
}

// Failure tells why an input is not in the store.
type Failure struct {
	Name string
	Err  error
}

// MarshalJSON writes the error's text.
func (f Failure) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		Name  string `json:"name"`
		Error string `json:"error"`
	}{f.Name, f.Err.Error()})
}

// Warning tells what is odd about a document.
type Warning struct {
	Name string `json:"name"`
	Text string `json:"text"`
}

// add counts what a write did to articles that this load had not touched before.
func (r *Report) add(c store.Change) {
	r.New += c.ArticlesNew
	r.Unchanged += c.ArticlesUnchanged
	r.Extended += c.ArticlesExtended
	r.Replaced += c.ArticlesReplaced
	r.Articles += c.ArticlesNew + c.ArticlesUnchanged + c.ArticlesExtended + c.ArticlesReplaced
	r.Statements += c.StatementsNew
	r.Gone += c.StatementsGone
	r.Changed += c.StatementsChanged
	r.Entities += c.EntitiesNew
	r.Superseded += c.ArticlesSuperseded
}

// addAgain counts what a write did to an article that this load had touched before, as if both had been one write.
func (r *Report) addAgain(c store.Change, was state) {
	if c.ArticlesNew > 0 { // the earlier one failed
		r.add(c)
		return
	}
	r.Entities += c.EntitiesNew
	r.Superseded += c.ArticlesSuperseded
	switch was {
	case added: // what is gone now was new a moment ago
		r.Statements += c.StatementsNew - c.StatementsGone
		return
	case untouched:
		r.Unchanged -= c.ArticlesExtended + c.ArticlesReplaced
		r.Extended += c.ArticlesExtended
		r.Replaced += c.ArticlesReplaced
	}
	r.Statements += c.StatementsNew
	r.Gone += c.StatementsGone
	r.Changed += c.StatementsChanged
}
