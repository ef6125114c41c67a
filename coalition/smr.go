package coalition

import (
	"reckon"
	"reckon/stability"
)

// smr is coalitional symmetric metarationality [inohara2008]: as CGMR, and from
// the sanction x the coalition cannot move on to an improvement on s: no
// y ∈ R_H(x) is in the class of improvements on s. That y beats x, which some
// tools demand of an escape, is not asked for.
func smr() rule {
	return rule{concept: reckon.SMR, stable: smrStable, replies: opponents, escape: true}
}

// escapes decides CSMR for one coalition. A reply x is without escape, and the
// coalition caught, when nothing it can get to from x meets its need; that hangs
// only on its own piece at x. An improvement q is free when no reply to it
// catches the coalition; that hangs only on the opponents' piece at q. Both are
// looked up when first asked for, once a need.
type escapes struct {
	*side
	other  *reach
	bound  [][]int32 // at q no more can be free than this
	need   []int32
	caught []answer // by own piece
	met    []answer // by the opponents' piece
	round  int32
}

// answer is what was found in a round; an earlier round says nothing.
type answer struct {
	round int32
	yes   bool
}

// smrStable returns the states stable under CSMR. What neither CNash nor a bound
// decides is decided need by need. The bound takes, at each reply, the best that
// each member could get by himself of what all can get to.
func smrStable(a *Analysis, b *side) *stability.Set {
	own, other := b.own, a.reach(b.others)
	e := escapes{side: b, other: other, caught: make([]answer, len(own.states)), met: make([]answer, len(other.states))}
	e.bound = other.bound(own, e.values)
	chance := own.frontiers(e.bound)
	stable := a.g.Nothing()
	open := map[string][]reckon.State{}
	var order []string
	var need []int32
	a.g.States().Each(func(s reckon.State) {
		need = a.need(e.values, s, need)
		if !chance[own.piece[s]].meets(need) {
			stable.Add(s)
			return
		}
		key := keyOf(need)
		if open[key] == nil {
			order = append(order, key)
		}
		open[key] = append(open[key], s)
	})
	for _, key := range order {
		e.need = a.need(e.values, open[key][0], e.need)
		e.round++
		free := map[int32]bool{} // by own piece
		for _, s := range open[key] {
			p := own.piece[s]
			if _, known := free[p]; !known {
				free[p] = e.free(p)
			}
			if !free[p] {
				stable.Add(s)
			}
		}
	}
	return stable
}

// bound returns at each state the least, among its own value and the opponents'
// replies, of the greatest value that the coalition can get to from there.
func (r *reach) bound(own *reach, values [][]int32) [][]int32 {
	bound := make([][]int32, len(values))
	for k, v := range values {
		bound[k] = r.least(own.most(v))
		for q := range v {
			bound[k][q] = min(bound[k][q], v[q])
		}
	}
	return bound
}

// free reports whether the coalition can get from the piece to an improvement
// that no reply without escape meets.
func (e *escapes) free(piece int32) bool {
	found := false
	e.own.ahead(piece, func(q reckon.State) bool {
		found = reaches(e.bound, q, e.need) && !e.isMet(e.other.piece[q])
		return !found
	})
	return found
}

func (e *escapes) isMet(piece int32) bool {
	m := &e.met[piece]
	if m.round != e.round {
		*m = answer{round: e.round}
		e.other.ahead(piece, func(x reckon.State) bool {
			m.yes = e.isCaught(e.own.piece[x])
			return !m.yes
		})
	}
	return m.yes
}

func (e *escapes) isCaught(piece int32) bool {
	c := &e.caught[piece]
	if c.round != e.round {
		*c = answer{e.round, !e.hope[piece].meets(e.need)}
	}
	return c.yes
}

// reaches reports whether the state itself meets the need.
func reaches(values [][]int32, q reckon.State, need []int32) bool {
	for k, v := range values {
		if v[q] < need[k] {
			return false
		}
	}
	return true
}

func keyOf(need []int32) string {
	b := make([]byte, 0, 4*len(need))
	for _, n := range need {
		b = append(b, byte(n), byte(n>>8), byte(n>>16), byte(n>>24))
	}
	return string(b)
}
