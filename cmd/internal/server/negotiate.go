package server

import (
	"mime"
	"net/http"
	"strconv"
	"strings"

	"entente.example/graph/export"
)

// representation is a form in which an answer can be had.
type representation struct {
	name, mediaType string
	// format is that of package export which writes it, where one does.
	format *export.Format
}

// Media types of answers that are no format of package export.
const (
	jsonType  = "application/json"
	linesType = "application/x-ndjson"
	csvType   = "text/csv"
)

// representations gives those of the route, the default one first: JSON, then rows, then the formats of the graph.
func (rt *route) representations() []representation {
	all := []representation{{name: "json", mediaType: jsonType}}
	if rt.ask != nil {
		all = append(all, representation{name: "csv", mediaType: csvType}, representation{name: "jsonl", mediaType: linesType})
	}
	if rt.view == nil {
		return all
	}
	if rt.bare {
		all = nil
	}
	for _, f := range export.Formats() {
		if f.External || !rt.bare && (f.Name == "json" || f.Name == "csv") {
			continue
		}
		all = append(all, representation{name: f.Name, mediaType: f.MediaType, format: &f})
	}
	for i, r := range all { // JSON is the default of each
		if r.name == "json" {
			all[0], all[i] = all[i], all[0]
		}
	}
	return all
}

// choose finds the representation that is asked for: by name, else by the header Accept, else the first.
func (rt *route) choose(format, accept string) (representation, error) {
	all := rt.representations()
	names := make([]string, len(all))
	for i, r := range all {
		if names[i] = r.name; r.name == format {
			return r, nil
		}
	}
	if format != "" {
		return representation{}, wrongParameter("format", "%q is none of %s", format, strings.Join(names, ", "))
	}
	best, most := representation{}, 0.0
	for _, r := range all {
		if q := quality(accept, r.mediaType); q > most {
			best, most = r, q
		}
	}
	if most == 0 {
		return representation{}, problem(http.StatusNotAcceptable, "not-acceptable", "Not acceptable",
			"the answer cannot be had as %q; there are %s", accept, strings.Join(names, ", "))
	}
	return best, nil
}

// quality is how much a header Accept wants a media type, from 0 to 1; the most specific range counts.
// https://www.rfc-editor.org/rfc/rfc9110#section-12.5.1
func quality(accept, mediaType string) float64 {
	if strings.TrimSpace(accept) == "" {
		return 1
	}
	group, _, _ := strings.Cut(mediaType, "/")
	q, specific := 0.0, -1
	for part := range strings.SplitSeq(accept, ",") {
		name, params, err := mime.ParseMediaType(part)
		if err != nil {
			continue
		}
		rank := -1
		switch name {
		case mediaType:
			rank = 2
		case group + "/*":
			rank = 1
		case "*/*":
			rank = 0
		}
		if rank <= specific {
			continue
		}
		specific, q = rank, 1
		if given, ok := params["q"]; ok {
			if q, err = strconv.ParseFloat(given, 64); err != nil || q < 0 || q > 1 {
				q = 0
			}
		}
	}
	return q
}
