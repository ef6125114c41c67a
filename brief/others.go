package brief

import "reckon"

// otherView is the mind of an actor who is not the subject.
type otherView struct {
	Actor, Where string
	Wants        []wantView
	Order        []string
	Foresight    string
	Marks        []mark
}

// others lists the minds of everyone but the subject: the case's own, then
// those that a reading puts in their place.
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
	for _, m := range minds {
		if m.Actor == p.Case.Subject || len(m.Wants) == 0 && len(m.Order) == 0 {
			continue
		}
		name := p.actorNamed(m.Actor)
		list = append(list, otherView{
			Actor: upper(name), Where: where, Wants: p.wants(m.Wants, upper(name)), Order: p.orderWords(m.Order),
			Foresight: upper(foresight(m.Temper.Concept)) + " [" + string(m.Temper.Concept) + "]",
			Marks:     p.marks(m.Cites, upper(name)+": how this actor decides"),
		})
	}
	return list
}
