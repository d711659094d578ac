package export

import (
	"cmp"

	"entente.example/graph"
)

// Measures of text in a drawing, in characters.
const (
	nameWidth  = 18
	maxName    = 72
	titleWidth = 60
	maxTitle   = 180
)

const (
	backingColor = "#1d5fa8"
	fightsColor  = "#c4510e"
	opposesColor = "#dd9a52"
	alliedColor  = "#23855a"
	otherColor   = "#66717e"
	deniedColor  = "#c3202f"
	endedColor   = "#9aa2ab"
	inkColor     = "#1f2933"
	paleColor    = "#5c6773"
)

const fontName = "Helvetica,Arial,sans-serif"

// dotDefaults hold for every drawing. Edges come first so that no line crosses a name.
const dotDefaults = `  graph [rankdir=LR, outputorder=edgesfirst, nodesep=0.32, ranksep=0.9, pad=0.3, bgcolor="#ffffff",
    fontname="` + fontName + `", fontcolor="` + inkColor + `"]
  node [fontname="` + fontName + `", fontsize=12, margin="0.14,0.07", height=0.4, penwidth=1.1]
  edge [fontname="` + fontName + `", fontsize=9.5, arrowsize=0.75, decorate=true]
`

// pen is how a tie is drawn.
type pen struct {
	color, style, width string
	// named ties say their relation in the label, since no colour stands for it.
	named bool
}

// penOf chooses colour by relation, line by polarity and width by the number of distinct sources.
func penOf(t graph.Tie) pen {
	p := pen{color: otherColor, style: "solid", width: penWidth(len(t.Sources))}
	switch t.Relation {
	case graph.Backs:
		p.color = backingColor
	case graph.Fights:
		p.color = fightsColor
	case graph.Opposes:
		p.color = opposesColor
	case graph.AlliedWith:
		p.color = alliedColor
	default:
		p.named = true
	}
	if t.Ended() {
		p.color = endedColor
	}
	switch t.Polarity {
	case graph.Alleged:
		p.style = "dashed"
	case graph.Denied:
		p.color, p.style, p.named = deniedColor, "dotted", t.Relation != graph.Backs
	}
	return p
}

// penWidth grows with the sources, ever more slowly: the second source says more than the tenth. It is a table of
// decimals, not arithmetic, so that every machine writes the same.
func penWidth(sources int) string {
	widths := []string{"1.2", "1.2", "1.9", "2.4", "2.8", "3.1", "3.4", "3.6", "3.8", "4.0"}
	return widths[min(sources, len(widths)-1)]
}

// look is how an entity is drawn.
type look struct {
	// name stands in the legend.
	name                             string
	shape, style, fill, border, text string
}

// looks lists the ways in which entities are drawn, in the order of the legend.
func looks() []look {
	return []look{
		{"state", "box", "filled", "#2f4b6e", "#22384f", "#ffffff"},
		{"government, military", "box", "filled", "#d6e0ec", "#5b7796", inkColor},
		{"armed group", "box", "rounded,filled", "#f7e3c8", "#b07d3b", inkColor},
		{"organisation", "box", "rounded,filled", "#e7e2f1", "#7d6ba5", inkColor},
		{"person", "ellipse", "filled", "#fdfdfd", "#5c6773", inkColor},
		{"place", "hexagon", "filled", "#dcecdd", "#5b8f63", inkColor},
		{"unknown", "box", "filled", "#f1f2f4", "#9aa2ab", inkColor},
	}
}

// lookOf chooses by the entity's type.
func lookOf(e graph.Entity) look {
	name := "unknown"
	switch e.Type {
	case graph.State:
		name = "state"
	case graph.Government, graph.Military:
		name = "government, military"
	case graph.ArmedGroup, graph.Militia, graph.Unit:
		name = "armed group"
	case graph.Company, graph.Party, graph.Coalition, graph.Organisation:
		name = "organisation"
	case graph.Person, graph.Place:
		name = string(e.Type)
	}
	if e.IsState && e.Type != graph.Place {
		name = "state"
	}
	var found look
	for _, l := range looks() {
		if l.name == name {
			found = l
		}
	}
	return cmp.Or(found, looks()[len(looks())-1])
}
