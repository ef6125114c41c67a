package brief

import (
	"strings"

	"reckon"
)

// assumptionsView lists what the brief rests on without a source.
type assumptionsView struct {
	Lead    string
	Uncited *grid
	Temper  *grid
	Silent  []string // actors of whom nothing is stated
	Counted string   // what of Assumed cites a source
	Assumed []assumedView
}

func (p *page) assumptionsView() *assumptionsView {
	t := p.cited()
	v := &assumptionsView{Lead: upper(t.words()) + "; the rest is listed here."}
	if t.citedWants+t.citedBeliefs == t.wants+t.beliefs {
		v.Lead = upper(t.words()) + ": all of them."
	}
	if t.wants+t.beliefs == 0 {
		v.Lead = "The case states no want and no belief, so nothing is cited and nothing could be."
	}
	v.Assumed = p.assumed()
	v.Counted = assumedWords(v.Assumed)
	g := grid{Caption: "Wants and beliefs without a source", Head: []string{"Statement", "Holds in"}, Fixed: true}
	p.statements(func(s statement) {
		if !s.rests {
			g.Rows = append(g.Rows, row{Cells: cells(upper(s.what), s.where)})
		}
	})
	v.Uncited, v.Temper = orNil(g), orNil(p.temperGrid())
	stated := map[string]bool{}
	for _, r := range p.Readings {
		for _, m := range r.Minds {
			if len(m.Wants) > 0 || len(m.Order) > 0 {
				stated[m.Actor] = true
			}
		}
	}
	for _, a := range p.ofActors() {
		if !stated[p.Case.Actors[a].Name] {
			v.Silent = append(v.Silent, p.actor(a))
		}
	}
	return v
}

// temperGrid lists the settings of how actors decide that nobody chose.
func (p *page) temperGrid() grid {
	g := grid{Caption: "How actors decide: settings left at their default", Head: []string{"Actor", "In", "Left at default", "Cited"}, Fixed: true}
	add := func(where string, minds []reckon.Mind) {
		for _, m := range minds {
			if len(m.Temper.Assumed) == 0 {
				continue
			}
			cited := "no"
			if len(m.Cites) > 0 {
				cited = "yes"
			}
			g.Rows = append(g.Rows, row{Cells: cells(upper(strings.TrimSuffix(p.mindOwner(&m, minds), ",")), where, list(m.Temper.Assumed), cited)})
		}
	}
	add(p.everywhere(), p.Case.Minds)
	for _, r := range p.Case.Readings {
		add(titleOr(r.Title, r.Name), r.Minds)
	}
	return g
}
