package brief

import (
	"fmt"
	"html/template"
	"strings"

	"reckon/beliefmap"
)

// beliefsView is what the cited documents hold to cause what.
type beliefsView struct {
	Lead   string
	Maps   []mapView
	Beside grid
}

type mapView struct {
	ID, Title, Note string
	Drawing         template.HTML
	Links           grid
	Opposed, Loops  []string
	Merged          []string
}

// mostMapped is how many links a drawing shows before it is only a table.
const mostMapped = 24

func (p *page) beliefsView() any {
	if len(p.Beliefs) == 0 {
		return nil
	}
	statements := 0
	v := &beliefsView{}
	for i, m := range p.Beliefs {
		statements += len(m.Edges)
		v.Maps = append(v.Maps, p.mapView(i, m))
	}
	v.Lead = fmt.Sprintf("The cited documents were read by rules for statements that one thing furthers or hinders another: %s by %s. They are what is said to cause what, not what does. Words that mean one thing are merged; each merge is listed.",
		count(statements, "statement", "statements"), count(len(p.Beliefs), "holder", "holders"))
	if len(p.Beliefs) > 1 {
		v.Beside = beside(p.Beliefs[0], p.Beliefs[1])
	}
	return v
}

func (p *page) mapView(i int, m *beliefmap.Map) mapView {
	v := mapView{
		ID:    fmt.Sprintf("beliefs-%d", i+1),
		Title: fmt.Sprintf("What %s holds to cause what", m.Holder),
		Note:  fmt.Sprintf("%s, %s.", count(len(m.Concepts), "concept", "concepts"), count(len(m.Links), "link", "links")),
		Links: grid{Caption: "Links, with where they stand", Head: []string{"Cause", "Effect", "Where"}, Wide: true},
	}
	if len(m.Links) <= mostMapped {
		svg := strings.ReplaceAll(m.SVG(v.Title), "belief-arrow", v.ID+"-arrow")
		v.Drawing = template.HTML(svg) //nolint:gosec // beliefmap escapes what it draws
	} else {
		v.Note += " Too many to draw; the table has them all."
	}
	for _, l := range m.Links {
		verb := "furthers "
		if l.Sign < 0 {
			verb = "hinders "
		}
		var where []string
		for _, k := range l.Edges {
			e := m.Edges[k]
			where = append(where, fmt.Sprintf("%s, %d–%d", e.Document, e.Start, e.End))
		}
		v.Links.Rows = append(v.Links.Rows, row{Cells: cells(m.Concepts[l.From].Label, verb+m.Concepts[l.To].Label, strings.Join(where, "; "))})
	}
	opposed, _ := m.Opposed()
	for _, o := range opposed {
		v.Opposed = append(v.Opposed, m.Say(o.For)+", but "+m.Say(o.Against))
	}
	loops, _ := m.Loops()
	for _, l := range loops {
		v.Loops = append(v.Loops, m.Say(l))
	}
	for _, g := range m.Merges {
		less := ""
		if g.Sign < 0 {
			less = "less of "
		}
		v.Merged = append(v.Merged, fmt.Sprintf("“%s” stands for %s“%s”: %s", g.Phrase, less, g.Concept, g.Reason))
	}
	return v
}

// beside lists what two maps say of the same pairs, and what only one of them joins.
func beside(a, b *beliefmap.Map) grid {
	x := beliefmap.Compare(a, b)
	g := grid{Caption: fmt.Sprintf("%s beside %s", a.Holder, b.Holder), Head: []string{"", "Cause", "Effect"}, Fixed: true}
	add := func(what string, m *beliefmap.Map, link int) {
		l := m.Links[link]
		verb := "furthers "
		if l.Sign < 0 {
			verb = "hinders "
		}
		g.Rows = append(g.Rows, row{Cells: cells(what, m.Concepts[l.From].Label, verb+m.Concepts[l.To].Label)})
	}
	for _, pair := range x.Opposite {
		add("opposite sign ("+a.Holder+" says)", a, pair[0])
	}
	for _, pair := range x.Same {
		add("both", a, pair[0])
	}
	g.Note = fmt.Sprintf("%s stand only with %s, %d only with %s.", count(len(x.OnlyA), "link", "links"), a.Holder, len(x.OnlyB), b.Holder)
	return g
}
