package council

import (
	"cmp"
	"fmt"
	"slices"

	"reckon/arena"
)

// Bargain is what two can agree on: any mixture of alternatives and of having no
// deal. A straight frontier is two alternatives, its ends.
type Bargain struct {
	NoDeal       [2]float64   // what each has without a deal
	Alternatives [][2]float64 // what each has under each alternative
}

// maxAlternatives bounds a bargain.
const maxAlternatives = 100_000

// check returns what keeps the bargain from being computed with.
func (b Bargain) check() arena.Faults {
	var f arena.Faults
	judge := func(u [2]float64, at string) {
		for _, x := range u {
			f.Within(x, -1e100, 1e100, at, fmt.Sprintf("a utility is %v. Give numbers that can be compared", x))
		}
	}
	judge(b.NoDeal, "no deal")
	f.Need(len(b.Alternatives) > 0, "alternatives", "there is nothing to agree on. Give at least one alternative")
	f.Need(len(b.Alternatives) <= maxAlternatives, "alternatives", fmt.Sprintf("at most %d are compared. Leave out those that both like less than another", maxAlternatives))
	for i, u := range b.Alternatives {
		judge(u, fmt.Sprintf("alternative %d", i+1))
	}
	return f
}

// Nash returns the agreement with the largest product of gains over no deal
// [nash1950b], and the share of each alternative in it, what is left of 1 being no
// deal. Where not both can gain, it is best for the one who can while the other does
// not lose. Exact but for rounding; cost O(n log n).
func (b Bargain) Nash() (agreement [2]float64, shares []float64, f arena.Faults) {
	return b.solve(func(p, q [2]float64) float64 {
		// On the line from p to q the product is a parabola in the share of q.
		dx, dy := q[0]-p[0], q[1]-p[1]
		return -(float64(p[0]*dy) + float64(p[1]*dx)) / (2 * dx * dy)
	}, func(gain [2]float64) float64 { return gain[0] * gain[1] })
}

// KalaiSmorodinsky returns the best agreement that gives both the same part of the
// most that each could gain while the other does not lose [kalai1975], and shares, as
// Nash does.
func (b Bargain) KalaiSmorodinsky() (agreement [2]float64, shares []float64, f arena.Faults) {
	edge, f := b.frontier()
	if len(f) > 0 {
		return agreement, nil, f
	}
	first, last := edge[0], edge[len(edge)-1]
	most := [2]float64{last.gain[0], first.gain[1]}
	return b.solve(func(p, q [2]float64) float64 {
		// Where the line from p to q meets that of equal parts.
		over := float64(p[1]*most[0]) - float64(p[0]*most[1])
		return over / (over - (float64(q[1]*most[0]) - float64(q[0]*most[1])))
	}, func(gain [2]float64) float64 {
		if most[0] <= 0 || most[1] <= 0 {
			return gain[0] + gain[1]
		}
		return min(gain[0]/most[0], gain[1]/most[1])
	})
}

// corner is a point of the frontier: gains over no deal, and what it is made of.
type corner struct {
	gain   [2]float64
	shares map[int]float64 // by alternative
}

// solve takes the best of the frontier's corners and of the point that crossing
// gives on each of its edges, by the share of the edge's end.
func (b Bargain) solve(crossing func(p, q [2]float64) float64, value func(gain [2]float64) float64) (agreement [2]float64, shares []float64, f arena.Faults) {
	edge, f := b.frontier()
	if len(f) > 0 {
		return agreement, nil, f
	}
	best := edge[0]
	better := func(c corner) {
		v, w := value(c.gain), value(best.gain)
		if v > w || v == w && c.gain[0]+c.gain[1] > best.gain[0]+best.gain[1] {
			best = c
		}
	}
	for i, c := range edge {
		better(c)
		if i > 0 {
			if t := crossing(edge[i-1].gain, c.gain); t > 0 && t < 1 {
				better(mixed(edge[i-1], c, t))
			}
		}
	}
	shares = make([]float64, len(b.Alternatives))
	for i, s := range best.shares {
		if i >= 0 {
			shares[i] = s
		}
	}
	return [2]float64{b.NoDeal[0] + best.gain[0], b.NoDeal[1] + best.gain[1]}, shares, nil
}

// mixed is the mixture of two corners, the second with a share.
func mixed(p, q corner, share float64) corner {
	c := corner{shares: map[int]float64{}}
	for k := range 2 {
		c.gain[k] = float64((1-share)*p.gain[k]) + float64(share*q.gain[k])
	}
	for i, s := range p.shares {
		c.shares[i] += float64((1 - share) * s)
	}
	for i, s := range q.shares {
		c.shares[i] += float64(share * s)
	}
	return c
}

// frontier lists the corners of what can be agreed on without either losing and
// without leaving anything on the table, from the second's best to the first's.
func (b Bargain) frontier() ([]corner, arena.Faults) {
	if f := b.check(); len(f) > 0 {
		return nil, f
	}
	points := []corner{{shares: map[int]float64{-1: 1}}}
	for i, u := range b.Alternatives {
		points = append(points, corner{[2]float64{u[0] - b.NoDeal[0], u[1] - b.NoDeal[1]}, map[int]float64{i: 1}})
	}
	slices.SortStableFunc(points, func(p, q corner) int {
		return cmp.Or(cmp.Compare(p.gain[0], q.gain[0]), cmp.Compare(p.gain[1], q.gain[1]))
	})
	// The upper side of the hull, from left to right.
	var hull []corner
	for _, c := range points {
		for len(hull) > 0 && hull[len(hull)-1].gain[0] == c.gain[0] {
			hull = hull[:len(hull)-1]
		}
		for len(hull) > 1 && turn(hull[len(hull)-2].gain, hull[len(hull)-1].gain, c.gain) >= 0 {
			hull = hull[:len(hull)-1]
		}
		hull = append(hull, c)
	}
	if edge := rational(hull); len(edge) > 0 {
		return edge, nil
	}
	return []corner{{shares: map[int]float64{-1: 1}}}, nil // rounding alone: there is nothing to gain
}

// turn is above 0 where the way over three points bends to the left.
func turn(a, b, c [2]float64) float64 {
	return float64((b[0]-a[0])*(c[1]-a[1])) - float64((b[1]-a[1])*(c[0]-a[0]))
}

// rational cuts the upper side of a hull to where neither loses, and to where it
// falls, so that nothing is left on the table.
func rational(hull []corner) []corner {
	for k := range 2 {
		var kept []corner
		for i, c := range hull {
			if i > 0 {
				p, q := hull[i-1].gain[k], c.gain[k]
				if p < 0 && q > 0 || p > 0 && q < 0 {
					cut := mixed(hull[i-1], c, p/(p-q))
					cut.gain[k] = 0
					kept = append(kept, cut)
				}
			}
			if c.gain[k] >= 0 {
				kept = append(kept, c)
			}
		}
		hull = kept
	}
	top := 0
	for i, c := range hull {
		if c.gain[1] >= hull[top].gain[1] {
			top = i
		}
	}
	return hull[top:]
}
