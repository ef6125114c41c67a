package replication

import (
	"fmt"

	"reckon"
	"reckon/followup"
)

// inverse counts the preference orders of Syria that make state 2 stable for it,
// Iraq's order being as it is, as the user guide of GMCR+ does for the inverse
// approach [kinsara2015].
func inverse() []Row {
	k := catalogued("Syria and Iraq 1975", "kinsara2015/syria-iraq-1975")
	study, err := followup.New(k.c, (*reckon.Reading)(nil).MindsIn(k.c), nil)
	if err != nil {
		panic("replication: " + err.Error())
	}
	var rows []Row
	for _, p := range []struct {
		concept   reckon.Concept
		published string
	}{{reckon.Nash, "240"}, {reckon.GMR, "420"}, {reckon.SMR, "300"}, {reckon.SEQ, "420"}} {
		o, err := study.Orders(0, p.concept, k.state(2))
		if err != nil {
			panic("replication: " + err.Error())
		}
		rows = append(rows, row(k.name, fmt.Sprintf("of %v orders of Syria, those that make state 2 %s stable", o.Total, p.concept),
			"GMCR+ user guide, inverse approach", p.published, o.Count.String(), k.countProof(o, p.concept)...))
	}
	return rows
}

// countProof proves 384 by counting what fails. It holds for the pattern it names
// and no other.
func (k conflict) countProof(o followup.Orders, concept reckon.Concept) []string {
	pattern := fmt.Sprint(k.pattern(o))
	if pattern != fmt.Sprint([][][]int{{{1}, {4}}, {{3}, {6}}}) || o.Count.String() != "384" {
		return nil
	}
	gains := ""
	if iraq := k.c.Actor("iraq"); concept == reckon.SEQ {
		if k.g.Rank(iraq, k.state(4)) <= k.g.Rank(iraq, k.state(1)) || k.g.Rank(iraq, k.state(6)) <= k.g.Rank(iraq, k.state(3)) {
			panic("replication: an answer of Iraq is no gain")
		}
		gains = ", both of them gains for Iraq"
	}
	return []string{
		fmt.Sprintf("Syria can move from 2 to 1 and 3; Iraq answers 1 only with 4 and 3 only with 6%s. So 2 is %s stable iff (1 or 4 lies below 2) and (3 or 6 lies below 2).", gains, concept),
		"State 2 lies below both 1 and 4 in 1/3 of the orders, below both 3 and 6 in 1/3, below all four in 1/5: 720 · (1 − 1/3 − 1/3 + 1/5) = 384.",
	}
}

// pattern writes the groups of states that must lie below, by move, as numbers.
func (k conflict) pattern(o followup.Orders) [][][]int {
	var out [][][]int
	for _, groups := range o.Below {
		var move [][]int
		for _, g := range groups {
			var states []int
			for _, s := range g {
				states = append(states, k.number(s))
			}
			move = append(move, states)
		}
		out = append(out, move)
	}
	return out
}
