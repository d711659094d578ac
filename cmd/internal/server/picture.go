package server

import (
	"cmp"
	"fmt"
	"html/template"
	"slices"
	"strings"
	"unicode/utf8"

	"entente.example/graph"
	"entente.example/queries"
)

// picture is the view of one name in layers: its patrons on the left, its clients on the right, its allies above, its
// foes below. Lengths are in pixels of the drawing.
type picture struct {
	Left, Width, Height int
	Nodes               []pictureNode
	Lines               []pictureLine
	// More tell of those for whom there is no room.
	More []pictureText
	// Heads stand over the sides.
	Heads []pictureText
}

// Empty says that there is nobody but the name itself.
func (p picture) Empty() bool { return len(p.Lines) == 0 }

type pictureNode struct {
	X, Y, W, H int
	Ref        queries.Ref
	Text       []pictureText
	Look       string
	Center     bool
}

type pictureLine struct {
	Tie    tieView
	Path   string
	Width  string
	Badges []pictureBadge
	Notes  []pictureText
}

type pictureBadge struct {
	X, Y, W, H, TextX, TextY int
	Text, Look               string
}

type pictureText struct {
	X, Y         int
	Text, Anchor string
	Look, Link   string
}

// Measures of the drawing.
const (
	pictureWidth = 1180
	cardWidth    = 200
	cardHeight   = 48
	laneHeight   = 40
	cardGap      = 12
	laneLength   = 195
	rowCards     = 5
	sideCards    = 12
	rowRoom      = 128
	headRoom     = 30
)

// neighbour is one on one side of the name, with the ties to it.
type neighbour struct {
	ref  queries.Ref
	ties []tieView
}

// layered lays out the ties of a name. Where there is nobody on one side, the drawing is narrower.
func layered(center queries.Ref, ties []tieView) picture {
	sides := map[string][]neighbour{}
	for _, t := range ties {
		side, other := sideOf(center.ID, t)
		if side == "" {
			continue
		}
		i := slices.IndexFunc(sides[side], func(n neighbour) bool { return n.ref.ID == other.ID })
		if i < 0 {
			i = len(sides[side])
			sides[side] = append(sides[side], neighbour{ref: other})
		}
		sides[side][i].ties = append(sides[side][i].ties, t)
	}
	p := &picture{Width: pictureWidth}
	top := 0
	if len(sides["ally"]) > 0 {
		top = rowRoom + cardHeight
	}
	left, right := sideHeight(sides["patron"]), sideHeight(sides["client"])
	middle := max(left, right, cardHeight+24) + headRoom
	centerH := min(max(cardHeight+16, middle*2/5), 220)
	card := pictureNode{
		X: (pictureWidth - cardWidth) / 2, Y: top + headRoom + (middle-headRoom-centerH)/2, W: cardWidth, H: centerH,
		Ref: center, Look: lookOf(center), Center: true,
	}
	card.write(22)
	p.column(sides["patron"], "patron", card, top+headRoom+(middle-headRoom-left)/2)
	p.column(sides["client"], "client", card, top+headRoom+(middle-headRoom-right)/2)
	p.row(sides["ally"], "ally", card, 0)
	p.Height = top + middle + 8
	if len(sides["foe"]) > 0 {
		p.row(sides["foe"], "foe", card, p.Height+rowRoom-cardHeight/2)
		p.Height += rowRoom + cardHeight
	}
	p.Nodes = append(p.Nodes, card)
	p.crop(len(sides["patron"]) == 0, len(sides["client"]) == 0, max(len(sides["ally"]), len(sides["foe"])))
	return *p
}

// crop takes away sides on which nobody stands, as far as the rows above and below leave them empty.
func (p *picture) crop(left, right bool, row int) {
	needed := pictureWidth / rowCards * min(row, rowCards) / 2
	half := max(cardWidth/2+20, needed)
	if left {
		p.Left = pictureWidth/2 - half
	}
	if right {
		p.Width = pictureWidth/2 + half
	}
	p.Width -= p.Left
}

// sideOf says on which side of the center the other end of a tie stands; empty: in the table alone.
func sideOf(center graph.ID, t tieView) (side string, other queries.Ref) {
	other = t.Object
	if t.Object.ID == center {
		other = t.Subject
	}
	switch t.Relation {
	case graph.Backs:
		if t.Object.ID == center {
			return "patron", other
		}
		return "client", other
	case graph.Fights, graph.Opposes:
		return "foe", other
	case graph.AlliedWith:
		return "ally", other
	}
	return "", other
}

func (n neighbour) height() int { return max(cardHeight, laneHeight*len(n.ties)) }

func sideHeight(side []neighbour) int {
	h := 0
	for _, n := range side[:min(sideCards, len(side))] {
		h += n.height() + cardGap
	}
	if len(side) > sideCards {
		h += headRoom
	}
	return max(h-cardGap, 0)
}

// column draws patrons or clients from y on, each with its lines to the card in the middle.
func (p *picture) column(side []neighbour, name string, center pictureNode, y int) {
	if len(side) == 0 {
		return
	}
	x, from, turn, to, head := 0, cardWidth, cardWidth+laneLength, center.X, "Backed by"
	if name == "client" {
		x, from, to, head = pictureWidth-cardWidth, pictureWidth-cardWidth, center.X+center.W, "Backs"
		turn = from - laneLength
	}
	p.Heads = append(p.Heads, pictureText{X: x + cardWidth/2, Y: y - 12, Text: head, Anchor: "middle"})
	shown := side[:min(sideCards, len(side))]
	lanes, lane := 0, 0
	for _, n := range shown {
		lanes += len(n.ties)
	}
	for _, n := range shown {
		node := pictureNode{X: x, Y: y, W: cardWidth, H: n.height(), Ref: n.ref, Look: lookOf(n.ref)}
		node.write(22)
		p.Nodes = append(p.Nodes, node)
		for i, t := range n.ties {
			at := y + n.height()*(2*i+1)/(2*len(n.ties))
			port := center.Y + center.H*(lane+1)/(lanes+1)
			line := pictureLine{Tie: t, Width: strokeOf(t)}
			end := to - 2
			if name == "client" {
				end = to + 2
			}
			line.Path = fmt.Sprintf("M%d %d H%d C%d %d %d %d %d %d", from, at, turn, (turn+to)/2, at, (turn+to)/2, port, end, port)
			if name == "client" { // the arrow is at the client
				line.Path = fmt.Sprintf("M%d %d C%d %d %d %d %d %d H%d", end, port, (turn+to)/2, port, (turn+to)/2, at, turn, at, from-2)
			}
			line.label(min(from, turn)+8, at, false)
			p.Lines = append(p.Lines, line)
			lane++
		}
		y += n.height() + cardGap
	}
	if more := len(side) - len(shown); more > 0 {
		p.More = append(p.More, pictureText{X: x + cardWidth/2, Y: y + 12, Text: fmt.Sprintf("and %d more in the table", more), Anchor: "middle", Link: "#" + name + "s"})
	}
}

// row draws allies or foes beside each other at y, each with its lines to the card in the middle.
func (p *picture) row(side []neighbour, name string, center pictureNode, y int) {
	shown := side[:min(rowCards, len(side))]
	room := pictureWidth / rowCards
	left := (pictureWidth - room*len(shown)) / 2
	lanes, lane := 0, 0
	for _, n := range shown {
		lanes += len(n.ties)
	}
	for i, n := range shown {
		node := pictureNode{X: left + i*room + (room-cardWidth)/2, Y: y, W: cardWidth, H: cardHeight, Ref: n.ref, Look: lookOf(n.ref)}
		node.write(22)
		p.Nodes = append(p.Nodes, node)
		for j, t := range n.ties {
			at := node.X + cardWidth*(2*j+1)/(2*len(n.ties))
			port := center.X + center.W*(lane+1)/(lanes+1)
			line := pictureLine{Tie: t, Width: strokeOf(t)}
			from, begin := node.Y-2, center.Y+center.H
			turn := from - 40
			if name == "ally" {
				from, begin = node.Y+node.H+2, center.Y
				turn = from + 40
			}
			edge := p.Height // below the columns, or above them, the line may leave its own
			if name == "ally" {
				edge = node.Y + node.H + rowRoom - 20
			}
			line.Path = fmt.Sprintf("M%d %d V%d C%d %d %d %d %d %d V%d", port, begin, edge, port, (edge+turn)/2, at, (edge+turn)/2, at, turn, from)
			line.label(at, (from+turn)/2, true)
			p.Lines = append(p.Lines, line)
			lane++
		}
	}
	if more := len(side) - len(shown); more > 0 {
		p.More = append(p.More, pictureText{X: left + room*len(shown), Y: y + cardHeight + 18, Text: fmt.Sprintf("and %d more in the table", more), Anchor: "end", Link: "#" + name + "s"})
	}
}

// label puts the kinds of support on a line as badges, and under it what there is to mind.
func (l *pictureLine) label(x, y int, centered bool) {
	words := []string{}
	for _, kind := range l.Tie.Kinds {
		words = append(words, string(kind))
	}
	if l.Tie.Relation == graph.Opposes {
		words = append([]string{"opposes"}, words...)
	}
	if len(words) > 3 {
		words = append(words[:2], fmt.Sprintf("+%d", len(words)-2))
	}
	width := 0
	for _, word := range words {
		width += badgeWidth(word) + 4
	}
	at, below := x, y+13
	if centered {
		at = x - width/2
		below = y + 16
	}
	for _, word := range words {
		w := badgeWidth(word)
		badge := pictureBadge{X: at, Y: y - 18, W: w, H: 15, TextX: at + w/2, TextY: y - 7, Text: word, Look: word}
		if centered {
			badge.Y, badge.TextY = y-10, y+1
		}
		l.Badges = append(l.Badges, badge)
		at += w + 4
	}
	anchor, room := "start", 36
	if centered {
		anchor, room = "middle", 25
	}
	if note := l.Tie.Note(); note != "" {
		l.Notes = append(l.Notes, pictureText{X: x, Y: below, Text: shortened(note, room), Anchor: anchor, Look: string(l.Tie.Polarity)})
	}
}

func badgeWidth(word string) int { return 6*utf8.RuneCountInString(word) + 12 }

// strokeOf grows with the sources, ever more slowly: the second says more than the tenth.
func strokeOf(t tieView) string {
	widths := []string{"1.4", "1.4", "2.2", "2.8", "3.3", "3.7", "4.0", "4.3", "4.6", "5.0"}
	return widths[min(len(t.Sources), len(widths)-1)]
}

// write puts the name on the card, in at most two lines of so many letters.
func (n *pictureNode) write(width int) {
	lines := twoLines(n.Ref.Name, width)
	y := n.Y + n.H/2 + 5 - 8*(len(lines)-1)
	if n.Center {
		y -= 2
	}
	for _, line := range lines {
		n.Text = append(n.Text, pictureText{X: n.X + n.W/2, Y: y, Text: line, Anchor: "middle"})
		y += 17
	}
}

// twoLines breaks a name at a blank near the middle where it is too long for one line, and cuts what is too long for two.
func twoLines(name string, width int) []string {
	name = strings.Join(strings.Fields(name), " ")
	if utf8.RuneCountInString(name) <= width {
		return []string{name}
	}
	first, rest := "", name
	for word := range strings.FieldsSeq(name) {
		longer := strings.TrimSpace(first + " " + word)
		if utf8.RuneCountInString(longer) > width {
			break
		}
		first = longer
		rest = strings.TrimSpace(strings.TrimPrefix(name, first))
	}
	if first == "" {
		return []string{shortened(name, width)}
	}
	return []string{first, shortened(rest, width)}
}

func shortened(text string, most int) string {
	if utf8.RuneCountInString(text) <= most {
		return text
	}
	return strings.TrimSpace(string([]rune(text)[:most-1])) + "…"
}

// lookOf is the class of an entity, by which style.css colours it.
func lookOf(e queries.Ref) string {
	switch {
	case e.IsState && e.Type != graph.Place:
		return "state"
	case e.Type == graph.Government, e.Type == graph.Military:
		return "government"
	case e.Type == graph.ArmedGroup, e.Type == graph.Militia, e.Type == graph.Unit:
		return "armed"
	case e.Type == graph.Person:
		return "person"
	case e.Type == graph.Place:
		return "place"
	}
	return cmp.Or(map[bool]string{true: "organisation"}[e.Type != ""], "unknown")
}

// Arrow is the marker at the end of a line, if it has a direction.
func (l pictureLine) Arrow() template.URL {
	if l.Tie.Relation == graph.Backs {
		return template.URL("url(#arrow-" + l.Tie.Look() + ")")
	}
	return ""
}

// Arrows lists the looks of lines that end in an arrow.
func (p picture) Arrows() []string {
	var looks []string
	for _, l := range p.Lines {
		if l.Arrow() != "" && !slices.Contains(looks, l.Tie.Look()) {
			looks = append(looks, l.Tie.Look())
		}
	}
	return looks
}
