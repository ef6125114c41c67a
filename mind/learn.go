package mind

import (
	"math"
	"slices"

	"reckon"
	"reckon/draw"
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
	return learned.corrected(s, had.States[0])
}

// corrected returns minds without the overrides that a move from s to a state
// refutes.
func (m *Minds) corrected(s, to reckon.State) *Minds {
	dropped, wrong := slices.Clone(m.dropped), false
	for i := range m.minds {
		dropped[i] = slices.Clone(m.dropped[i])
		w := &m.scene.sights[i][0].setting
		for n, o := range m.minds[i].View.Overrides {
			if !dropped[i][n] && m.refuted(o, w.Hidden&^(s^to), s, to) {
				dropped[i][n], wrong = true, true
			}
		}
	}
	if !wrong {
		return m
	}
	after := *m
	after.dropped = dropped
	var err error
	if after.scene, err = m.shelf.at(&after); err != nil {
		panic("mind: a view with less in it does not compile: " + err.Error())
	}
	return &after
}

// refuted reports whether a move from s to a state, of which hidden options
// still remain unseen, shows an override to be false.
func (m *Minds) refuted(o reckon.Override, hidden, s, to reckon.State) bool {
	switch {
	case o.Impossible != nil:
		rule := blind(o.Impossible.When, hidden)
		where, known := m.scene.base.Where(&rule, m.measures)
		return known && rule.Op != "" && where.Has(to)
	case o.Possible != "" || o.Aware:
		return false
	case o.Unaware:
		return (s ^ to).Has(o.Option)
	case o.Directed:
		return o.Final && (s&^to).Has(o.Option) || o.Lost && (to&^s).Has(o.Option)
	}
	return false
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
	if len(instead) == 0 && m.scene.base.States().Has(s) {
		add(s)
		for _, to := range m.scene.base.Moves(actor, s) {
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
	for i := range m.scene.sights[believer] {
		v := &m.scene.sights[believer][i]
		k := v.kinds[b]
		choice := m.chosenBy(v, b, s, had)
		p[k] += float64(m.oddsBut(believer, v, b) * choice.settled(about.kinds[k].Temper.Precision).P[0])
	}
	return p
}

// chosenBy weighs the alternatives as the kind that one belief has in a view
// would, in what the viewer thinks that it sees.
func (m *Minds) chosenBy(v *sight, b int, s reckon.State, had Choice) Choice {
	choice := had
	choice.Possible = slices.Clone(had.Possible)
	choice.Value = make([]float64, len(had.States))
	about, temper := v.beliefs[b].about, v.beliefs[b].kinds[v.kinds[b]].Temper
	theirs := v.inner[b]
	if theirs == nil {
		theirs = []sight{*v}
		theirs[0].odds = 1
	}
	choice.keep(v, about, s)
	for i := range theirs {
		m.weigh(&choice, &theirs[i], about, temper, s, theirs[i].odds)
	}
	return choice
}

// revised applies Bayes' rule with the likelihoods raised to a power, in logs so
// that nothing underflows. What all kinds are as likely to do teaches nothing.
func revised(odds, likelihood []float64, power float64) []float64 {
	if slices.Max(likelihood) == slices.Min(likelihood) {
		return odds
	}
	logs := make([]float64, len(odds))
	best := math.Inf(-1)
	for k := range odds {
		logs[k] = draw.Log(odds[k]) + float64(power*draw.Log(likelihood[k]))
		best = max(best, logs[k])
	}
	if math.IsInf(best, -1) {
		return odds
	}
	next := make([]float64, len(odds))
	for k := range next {
		next[k] = draw.Exp(logs[k] - best)
	}
	normalised(next)
	for k := range next {
		next[k] = max(next[k], leastOdds)
	}
	return normalised(next)
}
