package brief

import (
	"slices"

	"reckon"
)

// mindOwner names whose mind it is among all that are stated beside it, with the
// change that brings it: "the neighbour, if “the hawk wins” (from 1 February 2025,
// unlikely [40%])". A mind that others follow is his "at first".
func (p *page) mindOwner(m *reckon.Mind, beside []reckon.Mind) string {
	who, when := p.actorNamed(m.Actor), changeWords(&m.Change)
	if when == "" && slices.ContainsFunc(beside, func(x reckon.Mind) bool { return x.Actor == m.Actor && x.Change.Name != "" }) {
		when = "at first"
	}
	if when == "" {
		return who
	}
	return who + ", " + when + ","
}

// changeWords says what brings a mind, when and with which odds; "" for the mind that
// an actor begins with.
func changeWords(c *reckon.Change) string {
	if c.Name == "" {
		return ""
	}
	head, when := "after ", "once "+c.Text
	if c.From != 0 {
		when = "from " + longDate(c.From)
	}
	if c.Odds > 0 && c.Odds < 1 {
		head, when = "if ", when+", "+reckon.Odds(c.Odds).String()
	}
	return head + quote(titleOr(c.Title, c.Name)) + " (" + when + ")"
}

// laterMinds are the minds of the subject that no card of a reading shows: those of
// another day than the as-of date.
func (p *page) laterMinds(minds []reckon.Mind) []reckon.Mind {
	var later []reckon.Mind
	for _, m := range minds {
		shown := slices.ContainsFunc(p.Readings, func(r Reading) bool {
			is := r.mindOf(m.Actor)
			return is != nil && is.At == m.At && is.Change.Name == m.Change.Name
		})
		if m.Actor == p.Case.Subject && m.Change.Name != "" && !shown {
			later = append(later, m)
		}
	}
	return later
}
