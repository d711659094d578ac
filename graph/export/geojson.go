package export

import (
	"encoding/json"
	"io"
	"slices"
	"strconv"

	"entente.example/graph"
)

// A point of GeoJSON (RFC 7946): a place with coordinates, and one tie that has to do with it.
type geoFeature struct {
	Type     string `json:"type"`
	ID       string `json:"id"`
	Geometry struct {
		Type        string         `json:"type"`
		Coordinates [2]json.Number `json:"coordinates"`
	} `json:"geometry"`
	Properties map[string]any `json:"properties"`
}

// writeGeoJSON writes a point for each tie and place with coordinates: the place at its end (captured, controls), or
// where its sentences say that it holds.
func writeGeoJSON(w io.Writer, v view) error {
	features := []geoFeature{}
	for _, t := range v.ties {
		for _, id := range placesOf(t) {
			place := entityAt(v.graph, id)
			longitude, latitude, ok := position(place)
			if !ok {
				continue
			}
			f := geoFeature{Type: "Feature", ID: t.Fact.String() + "/" + string(t.Polarity) + "/" + string(id)}
			f.Geometry.Type = "Point"
			f.Geometry.Coordinates = [2]json.Number{longitude, latitude}
			f.Properties = typed(v.graph, tieColumns(), t)
			f.Properties["place"], f.Properties["placeId"], f.Properties["title"] = place.Name, string(id), edgeTitle(t)
			f.Properties["start"], f.Properties["end"] = interval(t)
			features = append(features, f)
		}
	}
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", " ")
	return encoder.Encode(struct {
		Type     string       `json:"type"`
		Features []geoFeature `json:"features"`
	}{"FeatureCollection", features})
}

// placesOf lists the places that a tie has to do with.
func placesOf(t graph.Tie) []graph.ID {
	ids := []graph.ID{t.Object}
	for _, s := range t.Statements {
		for _, c := range s.Citations {
			if c.Place != "" {
				ids = append(ids, c.Place)
			}
		}
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

// position gives a place's coordinates, in the order of GeoJSON, or empty ones where they are not on the earth.
func position(e graph.Entity) (longitude, latitude json.Number, ok bool) {
	x, errX := strconv.ParseFloat(e.Longitude, 64)
	y, errY := strconv.ParseFloat(e.Latitude, 64)
	if isOnEarth := errX == nil && errY == nil && x >= -180 && x <= 180 && y >= -90 && y <= 90; !isOnEarth {
		return "", "", false
	}
	// Written anew, since "+7" and "7." are numbers for Go and none for JSON.
	return json.Number(strconv.FormatFloat(x, 'f', -1, 64)), json.Number(strconv.FormatFloat(y, 'f', -1, 64)), true
}
