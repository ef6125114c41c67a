package mind

import (
	"slices"

	"reckon"
	"reckon/stability"
)

// Page is the minds of a reading made ready for many runs at once: everything that
// stays the same while no condition on measures changes that a want or a rule asks,
// nobody has another mind, and no view is refuted. It is immutable, and any number of
// goroutines may use it; what differs from run to run is a vector of odds, and which
// page the run is on. In the vector stand one after the other, for every believer in
// the order of the case's actors, each of the minds that he may come to have in the
// order of reckon.Reading.Calendar, each of its beliefs and each of their kinds, the
// odds of that kind; Page.Slot finds a place.
//
// Pages are made when a run first needs them, and found again by all. What is kept
// is bounded; beyond it pages are forgotten and made anew, with the same results.
type Page struct {
	affairs
	book     *book
	feasible *stability.Set
	reaches  []reach     // by actor
	choosers []chooser   // by actor
	learners [][]learner // by actor who is seen to move
	memory   [][]episode // by actor
	guards   []guard
}

// Page returns the page that minds are on under their measures, first of a new book
// of which at most about so many bytes are kept.
func (m *Minds) Page(bytes int) (*Page, error) {
	return newBook(m, bytes, fewOptions).first(m)
}

// Odds returns a vector of the odds that the minds had of whom the first page was
// made; for minds that nobody has yet, the odds that they state.
func (p *Page) Odds() []float64 { return slices.Clone(p.book.start) }

// Slot returns where in a vector of odds the kinds of a believer's belief about an
// actor start, in the mind that he has on this page; −1 without a belief.
func (p *Page) Slot(believer, about int) int {
	k := p.now[believer]
	for n, b := range beliefsOf(p.book.c, believer, p.book.minds.cast[believer][k].Beliefs) {
		if b.about == about {
			return p.book.odds[believer][k][n]
		}
	}
	return -1
}

// Conditions returns the conditions that wants and rules set on measures, without
// options; Exact the measures whose exact values matter because a comparison mixes
// them with options. Facts are a bit for each condition, 64 to a word from the
// lowest on, and then for each exact measure a word of its floating-point bits.
func (p *Page) Conditions() []reckon.Expr { return p.book.terms.conditions }

// Exact stands beside Conditions.
func (p *Page) Exact() []string { return p.book.terms.exact }

// Facts adds to a slice the facts under some values of the measures, NaN being
// unknown. Cost: an evaluation of every condition; without a measure in any want,
// nothing.
func (p *Page) Facts(into []uint64, measures func(name string) float64) []uint64 {
	return p.book.terms.facts(into, measures)
}

// Under returns the page under some facts: the same one while they are the same.
// The error says why a conflict cannot be computed under them.
func (p *Page) Under(facts []uint64) (*Page, error) {
	if slices.Equal(facts, p.facts) {
		return p, nil
	}
	a := p.affairs
	a.facts = facts
	return p.book.page(a)
}

// Turn returns the page on which an actor has another of the minds of his calendar,
// and starts his beliefs and what others have learned of him again in the odds of a
// run.
func (p *Page) Turn(actor, mind int, odds []float64) (*Page, error) {
	b := p.book
	a := p.affairs
	a.now, a.dropped = slices.Clone(a.now), slices.Clone(a.dropped)
	a.now[actor] = mind
	for n := range b.minds.cast[actor][mind].View.Overrides {
		at := b.ruled[actor][mind] + n
		a.dropped[at/64] &^= 1 << (at % 64)
	}
	for i, cast := range b.minds.cast {
		for k := range cast {
			for n, of := range beliefsOf(b.c, i, cast[k].Beliefs) {
				if i == actor && k == mind || of.about == actor {
					at := b.odds[i][k][n]
					copy(odds[at:at+len(of.kinds)], b.as[at:])
				}
			}
		}
	}
	return b.page(a)
}

// Now returns the place in his calendar of the mind that an actor has.
func (p *Page) Now(actor int) int { return p.now[actor] }

// Minds returns the minds of the page with the odds of a run, for explaining it. They
// share what has been compiled with all others that pages of this book have returned,
// so that together they belong to one goroutine; runs on pages are not disturbed.
func (p *Page) Minds(odds []float64) (*Minds, error) {
	told, err := p.book.told(p)
	if err != nil {
		return nil, err
	}
	m := *told
	m.beliefs = make([][]belief, len(told.beliefs))
	for i, k := range p.now {
		m.beliefs[i] = slices.Clone(told.beliefs[i])
		for n := range m.beliefs[i] {
			at := p.book.odds[i][k][n]
			m.beliefs[i][n].odds = slices.Clone(odds[at : at+len(m.beliefs[i][n].kinds)])
		}
	}
	return &m, nil
}

// guard is an override of somebody's view that facts may refute.
type guard struct {
	reckon.Override
	at     int            // its place among all overrides
	hidden reckon.State   // what its owner does not know of
	holds  reckon.Circuit // when an impossible rule, as he sees it, would
}

// guards lists the overrides of an actor's view that facts may still refute.
func (b *book) guards(m *Minds, actor int) []guard {
	var list []guard
	for n, o := range m.minds[actor].View.Overrides {
		g := guard{Override: o, at: b.ruled[actor][m.now[actor]] + n, hidden: m.scene.sights[actor][0].Hidden}
		if o.Impossible != nil {
			g.holds = seen(o.Impossible.When, g.hidden, m.measures)
		}
		if !m.dropped[actor][n] && o.Possible == "" && !o.Aware && (o.Impossible == nil || g.holds != nil) {
			list = append(list, g)
		}
	}
	return list
}

// seen returns when a rule holds for someone who does not know of some options; nil
// for a rule that unknown measures leave out.
func seen(rule reckon.Expr, hidden reckon.State, measures func(string) float64) reckon.Circuit {
	if rule.Op == "" {
		return nil
	}
	rule = blind(rule, hidden)
	circuit, _ := rule.Circuit(measures)
	return circuit
}

// refutes reports whether a move shows an override to be false.
func (p *Page) refutes(g *guard, s, to reckon.State) bool {
	switch {
	case g.Unaware:
		return (s ^ to).Has(g.Option)
	case g.Directed:
		return g.Final && (s&^to).Has(g.Option) || g.Lost && (to&^s).Has(g.Option)
	}
	holds := g.holds
	if known := (s ^ to) & g.hidden; known != 0 { // what moves before his eyes he knows of from now on
		holds = seen(g.Impossible.When, g.hidden&^known, p.book.terms.value(p.facts))
	}
	return holds.Holds(to)
}

// After returns the page that follows when anybody's turn from s to a state has been
// seen: without the overrides of views that it refutes. Holding refutes who takes the
// very state to be impossible.
func (p *Page) After(s, to reckon.State) (*Page, error) {
	if len(p.guards) == 0 {
		return p, nil
	}
	var gone []int
	for i := range p.guards {
		if p.refutes(&p.guards[i], s, to) {
			gone = append(gone, p.guards[i].at)
		}
	}
	if gone == nil {
		return p, nil
	}
	a := p.affairs
	a.dropped = slices.Clone(a.dropped)
	for _, at := range gone {
		a.dropped[at/64] |= 1 << (at % 64)
	}
	return p.book.page(a)
}
