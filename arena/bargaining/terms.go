package bargaining

import (
	"cmp"
	"fmt"
	"math"
	"math/bits"
	"slices"

	"reckon/arena"
)

// Terms are what can be in a deal of the form "if they withdraw and abstain, we
// stop": acts of either side, each with what it is worth to both. An act of the other
// is as a rule worth something to me and costs him; an own act the reverse. What acts
// are worth adds up.
type Terms struct {
	Acts   []Item     // at most 20
	NoDeal [2]float64 // what each side has without a deal
}

// mostActs bounds the sets of acts that are listed, 2^20.
const mostActs = 20

// Check says what is wrong; the other methods need what is right.
func (t Terms) Check() arena.Faults {
	var f arena.Faults
	checkItems(&f, t.Acts, -1e100)
	f.Need(len(t.Acts) <= mostActs, "items", fmt.Sprintf("%d acts are too many to try every set of them; bring them down to %d", len(t.Acts), mostActs))
	for i := range 2 {
		f.Within(t.NoDeal[i], -1e100, 1e100, side(i, "no deal"), "it must be a finite number")
	}
	return f
}

// Worth is what a set of acts, one bit each, is worth to both sides.
func (t Terms) Worth(acts uint32) [2]float64 {
	var worth [2]float64
	for rest := acts; rest != 0; rest &= rest - 1 {
		w := t.Acts[bits.TrailingZeros32(rest)].Worth
		worth[0], worth[1] = worth[0]+w[0], worth[1]+w[1]
	}
	return worth
}

// barred are the acts that may not be in a deal.
func (t Terms) barred() uint32 {
	var set uint32
	for k, it := range t.Acts {
		if it.Barred {
			set |= 1 << k
		}
	}
	return set
}

// Accepts reports whether a side has at least as much by a deal as without.
func (t Terms) Accepts(side int, acts uint32) bool { return t.Worth(acts)[side] >= t.NoDeal[side] }

// Acceptable lists the sets of acts, no act included, that both sides accept, in the
// order of their bits. It takes time 2^acts.
func (t Terms) Acceptable() []uint32 {
	var all []uint32
	barred := t.barred()
	for acts := range uint32(1) << len(t.Acts) {
		if acts&barred == 0 && t.Accepts(0, acts) && t.Accepts(1, acts) {
			all = append(all, acts)
		}
	}
	return all
}

// Best is the deal that is best for a side among those that both accept: the cheapest
// that the other takes. Of several it is that with the fewest acts, then with the
// lower bits; ok is false where no deal is accepted by both.
func (t Terms) Best(side int) (acts uint32, ok bool) {
	for i, set := range t.Acceptable() {
		mine, best := t.Worth(set)[side], t.Worth(acts)[side]
		if i == 0 || mine > best || mine == best && bits.OnesCount32(set) < bits.OnesCount32(acts) {
			acts, ok = set, true
		}
	}
	return acts, ok
}

// Degrees is Best where acts may be done in part, from 0 to 1, each worth its share:
// by the least costly concession first, exactly. At most one act is then done in part.
func (t Terms) Degrees(side int) (degrees []float64, ok bool) {
	other := 1 - side
	degrees = make([]float64, len(t.Acts))
	var theirs float64
	var order []int // what can be done for the other
	for k, it := range t.Acts {
		mine, his := it.Worth[side], it.Worth[other]
		switch {
		case it.Barred:
			continue
		case mine > 0 || mine == 0 && his > 0:
			degrees[k], theirs = 1, theirs+his
		}
		if degrees[k] == 1 && his < 0 || degrees[k] == 0 && his > 0 {
			order = append(order, k)
		}
	}
	price := func(k int) float64 { return math.Abs(t.Acts[k].Worth[side] / t.Acts[k].Worth[other]) }
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(price(a), price(b)) })
	for _, k := range order {
		lacking := t.NoDeal[other] - theirs
		if lacking <= 0 {
			break
		}
		gain := math.Abs(t.Acts[k].Worth[other])
		part := math.Min(1, lacking/gain)
		theirs += float64(part * gain)
		if degrees[k] == 1 {
			part = -part
		}
		degrees[k] += part
	}
	var mine float64
	for k, it := range t.Acts {
		mine += float64(degrees[k] * it.Worth[side])
	}
	slack := float64(1e-12 * (1 + math.Abs(t.NoDeal[other])))
	return degrees, theirs >= t.NoDeal[other]-slack && mine >= t.NoDeal[side]
}
