package brief

import (
	"slices"
	"strings"

	"reckon"
)

// otherView is the mind of an actor who is not the subject.
type otherView struct {
	Actor, Where string
	Wants        []wantView
	Order        []string
	Foresight    string
	Marks        []mark
}

// others lists the minds of everyone but the subject, and those that he may come to
// have: the case's own, then those that a reading puts in their place.
func (p *page) others() []otherView {
	list := p.othersIn("", p.Case.Minds)
	for i := range p.Case.Readings {
		r := &p.Case.Readings[i]
		list = append(list, p.othersIn("in "+quote(titleOr(r.Title, r.Name)), r.Minds)...)
	}
	return list
}

func (p *page) othersIn(where string, minds []reckon.Mind) []otherView {
	var list []otherView
	others := slices.DeleteFunc(slices.Clone(minds), func(m reckon.Mind) bool { return m.Actor == p.Case.Subject })
	for _, m := range append(others, p.laterMinds(minds)...) {
		if len(m.Wants) == 0 && len(m.Order) == 0 && m.Change.Name == "" {
			continue
		}
		name := strings.TrimSuffix(p.mindOwner(&m, minds), ",")
		list = append(list, otherView{
			Actor: upper(name), Where: where, Wants: p.wants(m.Wants, upper(name)), Order: p.orderWords(m.Order),
			Foresight: upper(foresight(m.Temper.Concept)) + " [" + string(m.Temper.Concept) + "]",
			Marks:     p.marks(m.Cites, upper(name)+": how this actor decides"),
		})
	}
	return list
}
