package coalition

import (
	"reckon"
	"reckon/stability"
)

// walk is what a coalition can get to from a state, nearest first. Among equally
// near states file order of actors, then ascending states.
type walk struct {
	from  reckon.State
	order []arrival
	at    map[reckon.State]int // index in order
}

type arrival struct {
	stability.Step
	before int // index in order; -1 is where the walk began
}

// walk searches breadth first where legal sequences of the coalition lead. The
// start is not among the arrivals. Shortest sequences never have one actor twice
// in a row, since his two moves would be one. until stops it early; nil never.
func (a *Analysis) walk(h Coalition, from reckon.State, until func(reckon.State) bool) *walk {
	w := &walk{from: from, at: map[reckon.State]int{from: -1}}
	seen := a.g.Nothing()
	seen.Add(from)
	members := h.Members()
	for at := -1; at < len(w.order); at++ {
		here := stability.Step{Actor: -1, To: from}
		if at >= 0 {
			here = w.order[at].Step
		}
		for _, j := range members {
			if j == here.Actor {
				continue
			}
			stop := false
			a.g.EachMove(j, here.To, func(t reckon.State) {
				if !stop && !seen.Has(t) {
					seen.Add(t)
					w.at[t] = len(w.order)
					w.order = append(w.order, arrival{stability.Step{Actor: j, To: t}, at})
					stop = until != nil && until(t)
				}
			})
			if stop {
				return w
			}
		}
	}
	return w
}

// path returns the moves that lead to a state of the walk.
func (w *walk) path(to reckon.State) []stability.Step {
	n := 0
	for k := w.at[to]; k >= 0; k = w.order[k].before {
		n++
	}
	path := make([]stability.Step, n)
	for k := w.at[to]; k >= 0; k = w.order[k].before {
		n--
		path[n] = w.order[k].Step
	}
	return path
}
