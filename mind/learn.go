package mind

import (
	"math"
	"slices"

	"reckon"
)

// leastOdds keeps every kind in play: a belief at 0 or 1 could never change
// again, whatever the other does.
const leastOdds = 1e-6

// Observe returns minds in which everyone has learned from the actor's move at
// s: odds ∝ odds · P_kind(took)^(1 − stubborn), where P_kind is how the kind, with
// its own temper, would choose in the believer's view, and stubborn is the
// believer's. Where he is also unsure of third parties, P_kind is averaged over
// his views of them. instead lists what else was open to the actor; empty means
// every legal move. Odds stay at or above about one in a million. A move that
// no kind could have made teaches nothing.
func (m *Minds) Observe(actor int, s reckon.State, took reckon.Move, instead []reckon.Move) *Minds {
	had := m.open(actor, s, m.alternatives(actor, s, took, instead))
	if !had.Possible[0] {
		return m
	}
	learned := *m
	learned.beliefs = slices.Clone(m.beliefs)
	for i := range m.minds {
		b := m.belief(i, actor)
		keen := 1 - m.minds[i].Temper.Stubborn
		if b < 0 || len(m.beliefs[i][b].kinds) < 2 || keen <= 0 {
			continue
		}
		own := slices.Clone(m.beliefs[i])
		own[b].odds = revised(own[b].odds, m.likelihoods(i, b, s, had), keen)
		learned.beliefs[i] = own
	}
	return &learned
}

// alternatives lists the distinct states the actor could have chosen, the one
// he took first.
func (m *Minds) alternatives(actor int, s reckon.State, took reckon.Move, instead []reckon.Move) []reckon.State {
	states := []reckon.State{took.Apply(s)}
	add := func(to reckon.State) {
		if !slices.Contains(states, to) {
			states = append(states, to)
		}
	}
	for _, move := range instead {
		add(move.Apply(s))
	}
	if len(instead) == 0 && m.tables.base.States().Has(s) {
		add(s)
		for _, to := range m.tables.base.Moves(actor, s) {
			add(to)
		}
	}
	return states
}

// likelihoods returns, for each kind of one belief, the probability that it
// would have taken the first of the alternatives.
func (m *Minds) likelihoods(believer, b int, s reckon.State, had Choice) []float64 {
	about := &m.beliefs[believer][b]
	p := make([]float64, len(about.kinds))
	for _, v := range m.tables.sights[believer] {
		k := v.kinds[b]
		temper := about.kinds[k].Temper
		choice := had
		choice.Value = make([]float64, len(had.States))
		m.weigh(&choice, v.conflict, about.about, temper, s, 1)
		p[k] += m.oddsBut(believer, v, b) * choice.settled(temper.Precision).P[0]
	}
	return p
}

// revised applies Bayes' rule with the likelihoods raised to a power, in logs so
// that nothing underflows.
func revised(odds, likelihood []float64, power float64) []float64 {
	logs := make([]float64, len(odds))
	best := math.Inf(-1)
	for k := range odds {
		logs[k] = math.Log(odds[k]) + power*math.Log(likelihood[k])
		best = max(best, logs[k])
	}
	if math.IsInf(best, -1) {
		return odds
	}
	next := make([]float64, len(odds))
	for k := range next {
		next[k] = math.Exp(logs[k] - best)
	}
	normalised(next)
	for k := range next {
		next[k] = max(next[k], leastOdds)
	}
	return normalised(next)
}
