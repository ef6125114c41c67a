package replication

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"reckon"
	"reckon/stability"
)

// gmcrPlus is the program whose example files hold these conflicts.
const gmcrPlus = "GMCR+ 0.3.14, example file"

// prisoners is the prisoner's dilemma of Tucker.
func prisoners() []Row {
	return catalogued("Prisoner's dilemma", "tucker1950/prisoners").equilibria(map[reckon.Concept]string{
		reckon.Nash: "1", reckon.GMR: "1, 4", reckon.SMR: "1, 4", reckon.SEQ: "1, 4", reckon.SIM: "1, 4",
	})
}

// syriaIraq is the dispute over the Euphrates [kinsara2015].
func syriaIraq() []Row {
	return catalogued("Syria and Iraq 1975", "kinsara2015/syria-iraq-1975").equilibria(map[reckon.Concept]string{
		reckon.Nash: "6", reckon.GMR: "1, 6", reckon.SMR: "6", reckon.SEQ: "6", reckon.SIM: "6",
	})
}

// cuba is the missile crisis of 1962 [fraserhipel1979].
func cuba() []Row {
	return catalogued("Cuba 1962", "fraserhipel1984/cuba-1962").equilibria(map[reckon.Concept]string{
		reckon.Nash: "6", reckon.GMR: "1, 2, 3, 5, 6, 7, 8", reckon.SMR: "1, 2, 3, 5, 6, 7, 8", reckon.SEQ: "5, 6, 7", reckon.SIM: "6",
	})
}

// elmira is the groundwater dispute of 1991. The papers merge the four states in
// which the plant is abandoned, and so number nine states.
func elmira() []Row {
	k := catalogued("Elmira 1991", "hipel1993/elmira-1991")
	rows := k.equilibria(map[reckon.Concept]string{
		reckon.Nash: "5, 6, 7, 10, 11, 12", reckon.GMR: "1, 4, 5, 6, 7, 10, 11, 12", reckon.SMR: "1, 4, 5, 6, 7, 10, 11, 12",
		reckon.SEQ: "5, 6, 7, 10, 11, 12", reckon.SIM: "5, 6, 7, 10, 11, 12",
	})
	for _, p := range []struct {
		concept   reckon.Concept
		published string
	}{{reckon.Nash, "5, 8, 9"}, {reckon.GMR, "1, 4, 5, 8, 9"}, {reckon.SMR, "1, 4, 5, 8, 9"}, {reckon.SEQ, "5, 8, 9"}} {
		ours := nine(k, k.g.Solve(p.concept).Equilibria(p.concept))
		rows = append(rows, row(k.name, string(p.concept)+" equilibria, nine states", "Hipel, Fang, Kilgour and Haight 1993", p.published, ours))
	}
	return rows
}

// nine writes states of Elmira in the numbering of the papers.
func nine(k conflict, states *stability.Set) string {
	var numbers []int
	states.Each(func(s reckon.State) { numbers = append(numbers, nineOf(k, s)) })
	slices.Sort(numbers)
	var list []string
	for _, n := range slices.Compact(numbers) {
		list = append(list, strconv.Itoa(n))
	}
	return joined(list)
}

func nineOf(k conflict, s reckon.State) int {
	is := func(option string) int {
		if s.Has(k.c.Option(option)) {
			return 1
		}
		return 0
	}
	if is("uniroyal.abandon") == 1 {
		return 9
	}
	return 1 + is("ministry.modify") + 2*is("uniroyal.accept") + 4*is("local_government.insist")
}

// garrison is the Garrison Diversion Unit of 1976 [fraserhipel1984]. GMCR+ lets
// each opponent answer at most once and so misses state 6.
func garrison() []Row {
	k := catalogued("Garrison 1976", "fraserhipel1984/garrison-1976")
	rows := k.equilibria(map[reckon.Concept]string{
		reckon.Nash: "2, 3, 11, 17, 18, 21, 22", reckon.SEQ: "2, 3, 11, 17, 18, 21, 22", reckon.SIM: "2, 3, 11, 17, 18, 21, 22",
	})
	for _, concept := range []reckon.Concept{reckon.GMR, reckon.SMR} {
		ours := k.numbers(k.g.Solve(concept).Equilibria(concept))
		rows = append(rows, row(k.name, string(concept)+" equilibria", gmcrPlus, "2, 3, 4, 8, 10, 11, 13, 14, 15, 17, 18, 19, 21, 22", ours, k.sanctioned(6, concept)...))
	}
	return rows
}

// sanctioned proves in two lines that a state is stable for all: it names the one
// improvement that needs more than one answer, and the legal sequence that meets
// it. The certificate is re-validated first.
func (k conflict) sanctioned(number int, concept reckon.Concept) []string {
	s := k.state(number)
	var longest []string
	moves := 0
	for i, actor := range k.c.Actors {
		v := k.g.Explain(i, concept, s)
		if err := stability.Check(k.g, v); err != nil || !v.Stable {
			panic(fmt.Sprintf("replication: %s, state %d is not %s stable for %s: %v", k.name, number, concept, actor.Name, err))
		}
		for _, a := range v.Answers {
			if len(a.Path) <= moves {
				continue
			}
			moves = len(a.Path)
			var steps []string
			for _, step := range a.Path {
				steps = append(steps, fmt.Sprintf("%s to %d", k.c.Actors[step.Actor].Title, k.number(step.To)))
			}
			longest = []string{
				fmt.Sprintf("State %d is %s: an improvement of %s leads to %d. It is met by %s; nobody moves twice in a row.", number, k.letters(s), actor.Title, k.number(a.To), strings.Join(steps, ", then ")),
				fmt.Sprintf("For %s state %d has rank %d and state %d rank %d, no better, so the improvement is sanctioned%s. Every other improvement from %d is met too.", actor.Title, k.number(a.Sanction), k.g.Rank(i, a.Sanction), number, k.g.Rank(i, s), k.noWayOut(i, concept, a.Sanction, s), number),
			}
		}
	}
	return longest
}

// noWayOut says that the actor has no move from a sanction to a state that he
// likes better than s, which SMR demands too.
func (k conflict) noWayOut(actor int, concept reckon.Concept, sanction, s reckon.State) string {
	if concept != reckon.SMR {
		return ""
	}
	for _, y := range k.g.Moves(actor, sanction) {
		if k.g.Rank(actor, y) > k.g.Rank(actor, s) {
			panic("replication: a sanction with a way out")
		}
	}
	return fmt.Sprintf(", and none of the moves from %d leads to a state above rank %d", k.number(sanction), k.g.Rank(actor, s))
}

func (k conflict) number(s reckon.State) int {
	return slices.Index(k.g.States().List(), s) + 1
}
