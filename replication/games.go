package replication

import (
	"strings"

	"reckon"
)

// games are the classical two by two games under limited foresight [kilgour1985] [kilgour1984].
// The answers were derived by hand from the definition for two actors and strict
// orders. C is to cooperate, D not to; the row player's letter comes first.
func games() []Row {
	var rows []Row
	for _, g := range []struct {
		name      string
		order     string // the row player's outcomes, best first; the column player's are their mirror
		published map[reckon.Concept]string
	}{
		{"Prisoner's dilemma", "DC CC DD CD", map[reckon.Concept]string{"L1": "DD", "L2": "CC, DD", "L3": "CC, DD", reckon.NM: "CC, DD"}},
		{"Chicken", "DC CC CD DD", map[reckon.Concept]string{"L1": "DC, CD", "L2": "none", "L3": "CC", reckon.NM: "CC"}},
		{"Stag hunt", "CC DC DD CD", map[reckon.Concept]string{"L1": "CC, DD", "L2": "CC", "L3": "CC", reckon.NM: "CC"}},
		{"Leader", "DC CD CC DD", map[reckon.Concept]string{"L1": "DC, CD", "L2": "none", "L3": "none", reckon.NM: "none"}},
	} {
		k := compiled(g.name, twoByTwo(g.order))
		for _, concept := range []reckon.Concept{"L1", "L2", "L3", reckon.NM} {
			ours := outcomes(k.g.Solve(concept).Equilibria(concept))
			rows = append(rows, row(k.name, string(concept)+" equilibria", byHand+", Kilgour 1985", g.published[concept], ours))
		}
	}
	return rows
}

// outcome is the state of a pair such as "DC": the row player's option 0 and the
// column player's option 1 are to cooperate.
func outcome(pair string) reckon.State {
	var s reckon.State
	for k := range 2 {
		if pair[k] == 'C' {
			s |= 1 << k
		}
	}
	return s
}

func outcomes(states interface{ Has(reckon.State) bool }) string {
	var list []string
	for _, pair := range []string{"CC", "DC", "CD", "DD"} {
		if states.Has(outcome(pair)) {
			list = append(list, pair)
		}
	}
	return joined(list)
}

// orderOf reads the row player's order of outcomes, best first, and mirrors it
// for the column player.
func orderOf(order string) (both [2][][]reckon.State) {
	for pair := range strings.FieldsSeq(order) {
		both[0] = append(both[0], []reckon.State{outcome(pair)})
		both[1] = append(both[1], []reckon.State{outcome(pair[1:] + pair[:1])})
	}
	return both
}

// twoByTwo is a symmetric game, with a mind for each player.
func twoByTwo(order string) *reckon.Case {
	both := orderOf(order)
	c := &reckon.Case{
		Actors:  []reckon.Actor{{Name: "row", Options: []int{0}}, {Name: "column", Options: []int{1}}},
		Options: []reckon.Option{{Name: "row.cooperate"}, {Name: "column.cooperate", Actor: 1}},
	}
	for i, a := range c.Actors {
		c.Minds = append(c.Minds, reckon.Mind{Actor: a.Name, Temper: reckon.DefaultTemper(), Order: both[i]})
	}
	return c
}
