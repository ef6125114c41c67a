package lang

import (
	"encoding/json"
	"fmt"

	"reckon"
)

// maxRanked bounds the options of a file whose states are numbered one by one.
const maxRanked = 22

// minds reads every actor's preferences, by statements or by direct ranking.
func (g *gmcrReader) minds() {
	manual := g.file.UseManualPreferenceVectors || g.file.UseManualPreferenceRanking
	var states []reckon.State
	if manual {
		if len(g.l.c.Options) > maxRanked {
			g.l.add(gmcrRankedTooMany(anywhere(g.name), len(g.l.c.Options)))
			return
		}
		states = g.feasible()
	}
	for i, d := range g.file.DecisionMakers {
		m := reckon.Mind{Actor: g.l.c.Actors[i].Name, Temper: reckon.DefaultTemper(), At: anywhere(g.name)}
		if manual {
			m.Order = g.ranking(d, states)
		} else {
			m.Wants = g.wants(d)
		}
		g.l.c.Minds = append(g.l.c.Minds, m)
	}
}

// wants reads preference statements, the most important first. A repeated
// statement changes no comparison and is left out.
func (g *gmcrReader) wants(d gmcrActor) []reckon.Want {
	var wants []reckon.Want
	seen := map[string]bool{}
	for i, raw := range d.Preferences {
		cubes, ok := g.statement(raw, fmt.Sprintf("preference %d of %s", i+1, d.Name))
		if !ok {
			continue
		}
		x := g.expr(cubes)
		text := written(g.l.c, &x)
		if seen[text] {
			g.l.add(gmcrRepeated(anywhere(g.name), d.Name, text))
			continue
		}
		seen[text] = true
		wants = append(wants, reckon.Want{Name: text, Title: text, That: x, Text: text, At: anywhere(g.name)})
	}
	return wants
}

// feasible lists the states that no pattern excludes, ascending, with the first
// option as the lowest bit: the file's state n is the n-th of them.
func (g *gmcrReader) feasible() []reckon.State {
	var states []reckon.State
	for s := range reckon.State(1) << uint(len(g.l.c.Options)) {
		excluded := false
		for _, c := range g.cubes {
			if s&c.care == c.want {
				excluded = true
				break
			}
		}
		if !excluded {
			states = append(states, s)
		}
	}
	return states
}

// ranking reads state numbers, best first; a nested list is a tie.
func (g *gmcrReader) ranking(d gmcrActor, states []reckon.State) [][]reckon.State {
	entries := d.PreferenceRanking
	if len(entries) == 0 {
		entries = d.PreferenceVector
	}
	var order [][]reckon.State
	seen := map[int]bool{}
	for _, raw := range entries {
		var numbers []int
		if json.Unmarshal(raw, &numbers) != nil {
			numbers = []int{0}
			if json.Unmarshal(raw, &numbers[0]) != nil {
				g.l.add(gmcrRankEntry(anywhere(g.name), d.Name, string(raw)))
				continue
			}
		}
		var group []reckon.State
		for _, n := range numbers {
			switch {
			case n < 1 || n > len(states):
				g.l.add(gmcrNoState(anywhere(g.name), d.Name, n, len(states)))
			case seen[n]:
				g.l.add(gmcrStateTwice(anywhere(g.name), d.Name, n))
			default:
				seen[n] = true
				group = append(group, states[n-1])
			}
		}
		if group != nil {
			order = append(order, group)
		}
	}
	if missing := len(states) - len(seen); missing > 0 {
		g.l.add(gmcrUnranked(anywhere(g.name), d.Name, missing))
	}
	return order
}
