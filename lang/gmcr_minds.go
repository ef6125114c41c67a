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
		if states = g.feasible(); len(states) == 0 {
			g.l.add(gmcrNoStateLeft(anywhere(g.name), len(g.file.Infeasibles)))
			return
		}
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
	if n := len(d.Preferences); n > maxStatements {
		g.l.add(gmcrTooManyStatements(anywhere(g.name), "preference statements of "+d.Name, n))
		return nil
	}
	var wants []reckon.Want
	seen := map[string]bool{}
	for i, raw := range d.Preferences {
		cubes, ok := g.statement(raw, fmt.Sprintf("preference %d of %s", i+1, d.Name))
		if !ok {
			continue
		}
		x := g.expr(cubes)
		text := Written(g.l.c, &x)
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
// option as the lowest bit: the file's state n is the n-th of them. Patterns are
// laid over 64 states at a time.
func (g *gmcrReader) feasible() []reckon.State {
	const inWord = 6
	lows := make([]uint64, len(g.cubes)) // by pattern: the states of a word that fit in its lowest options
	for i, c := range g.cubes {
		for s := range reckon.State(1) << inWord {
			if (s^c.want)&c.care&(1<<inWord-1) == 0 {
				lows[i] |= 1 << s
			}
		}
	}
	n := len(g.l.c.Options)
	var states []reckon.State
	for base := reckon.State(0); base < 1<<n; base += 1 << inWord {
		excluded := uint64(0)
		for i, c := range g.cubes {
			if (base^c.want)&c.care&^(1<<inWord-1) == 0 {
				excluded |= lows[i]
			}
		}
		for k := range reckon.State(min(1<<inWord, 1<<n)) {
			if excluded>>k&1 == 0 {
				states = append(states, base+k)
			}
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
