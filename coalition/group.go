package coalition

import (
	"cmp"
	"slices"

	"reckon"
)

// solo is what one actor alone can bring about, with edges saved where his moves
// are many: states between which he can go to and fro form a part, a ring runs
// through it, and its head leads on to what he cannot come back from.
type solo struct {
	head  []reckon.State   // by state: the one that stands for its part
	ring  []reckon.State   // by state: the next of its part
	above [][]reckon.State // by state: those of its part one level better for him
	later [][]reckon.State // by state: where he can go without return
}

// solos returns the parts of every actor, made at first use. Cost: one list of
// moves a part.
func (a *Analysis) solos() []solo {
	if a.own != nil {
		return a.own
	}
	a.own = make([]solo, a.g.Actors())
	size := reckon.State(1) << a.g.Options()
	for j := range a.own {
		p := solo{make([]reckon.State, size), make([]reckon.State, size), make([][]reckon.State, size), make([][]reckon.State, size)}
		seen := a.g.Nothing()
		a.g.States().Each(func(s reckon.State) {
			if seen.Has(s) {
				return
			}
			part := []reckon.State{s}
			var later []reckon.State
			a.g.EachMove(j, s, func(t reckon.State) {
				if a.g.Can(j, t, s) {
					part = append(part, t)
					seen.Add(t)
				} else {
					later = append(later, t)
				}
			})
			if len(part)+len(later) > 1 {
				a.movers |= Of(j)
			}
			p.add(part, later, func(x reckon.State) int { return a.g.Rank(j, x) })
		})
		a.own[j] = p
	}
	return a.own
}

// add notes a part of states between which the actor can go to and fro, and the
// states he can go to from there without return.
func (p *solo) add(part, later []reckon.State, rank func(reckon.State) int) {
	slices.SortFunc(part, func(x, y reckon.State) int { return cmp.Or(cmp.Compare(rank(x), rank(y)), cmp.Compare(x, y)) })
	from, to := len(part), len(part) // the level above
	for k, x := range slices.Backward(part) {
		if k+1 < len(part) && rank(x) < rank(part[k+1]) {
			from, to = k+1, from
		}
		p.head[x], p.ring[x] = part[0], part[(k+1)%len(part)]
		p.above[x], p.later[x] = part[from:to], later
	}
}

// reach returns what the coalition can bring about by legal sequences, R_H: its
// members move one after the other through feasible states, nobody twice in a
// row [fang1993]. In option form two moves of one actor in a row are one move of
// his, so that is plain reachability; only s itself is not a move from s.
func (a *Analysis) reach(h Coalition) *reach {
	solos := a.solos()
	h &= a.movers
	if r := a.groups[h]; r != nil {
		return r
	}
	members := h.Members()
	r := condense(a.g.Options(), a.g.States().List(), graph{
		kinds: 2 * len(members),
		out: func(s reckon.State, k int) []reckon.State {
			p := &solos[members[k/2]]
			switch {
			case k%2 == 0:
				return p.ring[s : s+1]
			case p.head[s] == s:
				return p.later[s]
			}
			return nil
		},
	})
	a.groups[h] = r
	return r
}

// replies returns what the opponents can bring about by moves that are credible
// under the settings: R⁺ of each alone, or R⁺⁺ of each group of them. Both are
// transitive for one actor or group, so legal sequences are plain reachability.
// Cost: for groups of two and more, a look at every state and state it leads to.
func (a *Analysis) replies(opponents Coalition) *reach {
	if a.set.Replies == "alone" {
		a.solos()
		opponents &= a.movers
	}
	groups := a.set.groups(opponents)
	if r := a.credible[opponents]; r != nil {
		return r
	}
	kinds := make([]func(s reckon.State, first bool) []reckon.State, len(groups))
	for k, group := range groups {
		kinds[k] = a.lists(group)
	}
	r := condense(a.g.Options(), a.g.States().List(), graph{
		kinds: 2 * len(groups),
		out:   func(s reckon.State, k int) []reckon.State { return kinds[k/2](s, k%2 == 0) },
		keep: func(s reckon.State, k int, t reckon.State) bool {
			return a.set.improves(a.g, groups[k/2], s, t)
		},
	})
	a.credible[opponents] = r
	return r
}

// lists returns the two lists of states, by state, in which all improvements of
// the group from there, or first ones of a chain to them, are found.
func (a *Analysis) lists(group Coalition) func(s reckon.State, first bool) []reckon.State {
	if members := group.Members(); len(members) == 1 {
		p := &a.solos()[members[0]]
		return func(s reckon.State, first bool) []reckon.State {
			if first {
				return p.above[s]
			}
			return p.later[s]
		}
	}
	r := a.reach(group)
	ahead := make([][]reckon.State, len(r.states))
	for p := range ahead {
		r.ahead(int32(p), func(t reckon.State) bool {
			ahead[p] = append(ahead[p], t)
			return true
		})
	}
	return func(s reckon.State, first bool) []reckon.State {
		if first {
			return ahead[r.piece[s]]
		}
		return nil
	}
}
