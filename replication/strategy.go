package replication

import (
	"strconv"
	"strings"

	"reckon"
	"reckon/cases"
	"reckon/stability"
)

// Strategy computes the published answers of conflict analysis again.
func Strategy() []Row {
	return parts(prisoners, syriaIraq, cuba, elmira, garrison, games, groups, inverse, misbelief)
}

// conflict is a catalogue case, compiled.
type conflict struct {
	name string
	c    *reckon.Case
	g    *stability.Conflict
}

// catalogued loads a catalogue case.
func catalogued(name, folder string) conflict {
	return compiled(name, loaded(folder, cases.Catalogue(folder)))
}

// compiled compiles a case with its own minds. What does not compile is our bug.
func compiled(name string, c *reckon.Case) conflict {
	g, err := stability.Compile(c, (*reckon.Reading)(nil).MindsIn(c), nil)
	if err != nil {
		panic("replication: " + err.Error())
	}
	return conflict{name, c, g}
}

// numbers writes states by their place among the feasible ones, from 1.
func (k conflict) numbers(states *stability.Set) string {
	var list []string
	for n, s := range k.g.States().List() {
		if states.Has(s) {
			list = append(list, strconv.Itoa(n+1))
		}
	}
	return joined(list)
}

// state returns the feasible state of that number.
func (k conflict) state(number int) reckon.State { return k.g.States().List()[number-1] }

func (k conflict) letters(s reckon.State) string { return s.Letters(k.g.Options()) }

// equilibria makes one row per list of equilibria that GMCR+ finds.
func (k conflict) equilibria(published map[reckon.Concept]string) []Row {
	var rows []Row
	for _, concept := range []reckon.Concept{reckon.Nash, reckon.GMR, reckon.SMR, reckon.SEQ, reckon.SIM} {
		if list, ok := published[concept]; ok {
			ours := k.numbers(k.g.Solve(concept).Equilibria(concept))
			rows = append(rows, row(k.name, string(concept)+" equilibria", gmcrPlus, list, ours))
		}
	}
	return rows
}

func joined(list []string) string {
	if len(list) == 0 {
		return "none"
	}
	return strings.Join(list, ", ")
}
