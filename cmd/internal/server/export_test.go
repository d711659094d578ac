package server

import "strings"

// Question is the example of a route, and the forms in which its answer can be had.
type Question struct {
	URL   string
	Forms []Form
	route route
}

// Takes reports whether the question has a parameter.
func (e Question) Takes(name string) bool { return e.route.takes(name) }

// Form is a representation.
type Form struct{ Name, MediaType string }

// Questions gives the examples of all routes.
func Questions() []Question {
	var all []Question
	for _, rt := range routes() {
		e := Question{URL: rt.path, route: rt}
		if before, _, ok := strings.Cut(rt.path, "{"); ok {
			e.URL = before + rt.example
		} else if rt.example != "" {
			e.URL += "?" + rt.example
		}
		for _, r := range rt.representations() {
			e.Forms = append(e.Forms, Form{r.name, r.mediaType})
		}
		all = append(all, e)
	}
	return all
}

// Ambiguous reports whether two forms of the example have the media type.
func (e Question) Ambiguous(form Form) bool {
	n := 0
	for _, other := range e.Forms {
		if other.MediaType == form.MediaType {
			n++
		}
	}
	return n > 1
}

// WithSpool gives a configuration under which a long answer has so many bytes in memory.
func WithSpool(c Config, bytes int) Config {
	c.spoolRoom = bytes
	return c
}
