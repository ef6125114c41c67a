package replication

import (
	"strconv"

	"reckon"
	"reckon/coalition"
	"reckon/stability"
)

// groups replicates what coalitions can do: the end of the Elmira dispute
// [kilgour2001], and a case that GMCR+ gets wrong because it treats a coalition
// as one actor who may jump over impossible states.
func groups() []Row {
	k := catalogued("Elmira 1991", "hipel1993/elmira-1991")
	pair := coalition.Of(k.c.Actor("ministry"), k.c.Actor("uniroyal"))
	from := k.state(7)
	rows := []Row{
		row(k.name, "where the ministry and Uniroyal go together from 7", gmcrPlus, "10", together(k.g, pair, from, func(s reckon.State) string { return strconv.Itoa(k.number(s)) })),
		row(k.name, "the same from 5 in nine states", "Kilgour, Hipel, Fang and Peng 2001", "8", together(k.g, pair, from, func(s reckon.State) string { return strconv.Itoa(nineOf(k, s)) })),
	}
	apart := impassable()
	return append(rows, row(apart.name, "where both go together from YY", "GMCR+ 0.3.14", "NN", together(apart.g, coalition.Of(0, 1), apart.state(2), apart.letters),
		"Each actor moves only his own option, so a legal sequence from YY to NN passes YN or NY.",
		"Both are impossible states, so no sequence is legal and the coalition can bring about nothing: R_H(YY) is empty."))
}

// together lists what a coalition can bring about and gains by.
func together(g *stability.Conflict, h coalition.Coalition, s reckon.State, name func(reckon.State) string) string {
	a, err := coalition.Analyse(g, coalition.Settings{})
	if err != nil {
		panic("replication: " + err.Error())
	}
	var list []string
	for _, i := range a.Improvements(h, s) {
		list = append(list, name(i.To))
	}
	return joined(list)
}

// impassable is a conflict whose two states are not joined by legal moves.
func impassable() conflict {
	differ := reckon.Expr{Op: "!=", Args: []reckon.Expr{{Op: "option", Option: 0}, {Op: "option", Option: 1}}}
	c := &reckon.Case{
		Actors:     []reckon.Actor{{Name: "a", Options: []int{0}}, {Name: "b", Options: []int{1}}},
		Options:    []reckon.Option{{Name: "a.x"}, {Name: "b.x", Actor: 1}},
		Impossible: []reckon.Impossible{{Name: "apart", When: differ}},
	}
	order := [][]reckon.State{{0}, {3}} // NN, then YY, for both
	c.Minds = []reckon.Mind{{Actor: "a", Order: order}, {Actor: "b", Order: order}}
	return compiled("Two actors, YN and NY impossible", c)
}
