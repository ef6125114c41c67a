package street

import (
	"math"

	"reckon/arena"
)

// Equilibrium is a size of the joined public that keeps itself up: a fixed point
// x = size·F(x) [kuran1989]. It is stable when those a little below are drawn up to
// it and those a little above down, which for a smooth law is a slope below 1. At
// the regime-change game it is the state below which the regime falls, and Signal
// the message up to which people attack.
type Equilibrium struct {
	At     float64
	Slope  float64 // of size·F there, by central difference
	Stable bool
	Signal float64 // regime change alone
}

// cells is how finely a smooth stretch of a law is searched for fixed points; two
// that lie in one cell are found by its extremum.
const cells = 2048

// Equilibria lists the fixed points x = size·F(x) from 0 to size in order. Where a
// law makes every x of a stretch a fixed point, its two ends stand for it. A
// tangency is found only as the pair it parts into. Cost: some thousands of Share.
func (l *Law) Equilibria(size float64) ([]Equilibrium, arena.Faults) {
	faults := l.Faults("thresholds")
	sized(&faults, size)
	if len(faults) > 0 {
		return nil, faults
	}
	excess := func(x float64) float64 { return l.joining(x, size) - x }
	var found []Equilibrium
	add := func(x float64) {
		if n := len(found); n == 0 || x-found[n-1].At > 1e-12*size {
			found = append(found, l.equilibrium(x, size))
		}
	}
	edges := l.edges(0, size)
	_, lumps := l.jumps()
	for i := 1; i < len(edges); i++ {
		a, b := edges[i-1], edges[i]
		if lumps { // F is flat up to the next lump
			if c := l.joining(a, size); c >= a && (c < b || c == size && b == size) {
				add(c)
			}
			continue
		}
		last := i == len(edges)-1
		if !last {
			b = math.Nextafter(b, a)
		}
		for _, x := range roots(excess, a, b, max(64, cells/len(edges))) {
			add(x)
		}
	}
	return found, nil
}

func sized(faults *arena.Faults, size float64) {
	faults.Within(size, math.SmallestNonzeroFloat64, 1e15, "size", "must be a number above 0: 1 for shares, else the people there are")
}

// edges are the ends of [low, high] and the lumps between them.
func (l *Law) edges(low, high float64) []float64 {
	edges := []float64{low}
	jumps, _ := l.jumps()
	for _, at := range jumps {
		if at > low && at < high {
			edges = append(edges, at)
		}
	}
	return append(edges, high)
}

func (l *Law) equilibrium(x, size float64) Equilibrium {
	h := float64(1e-6 * size)
	if y := l.joining(x, size); math.Abs(y-x) < 1e-9*size && math.Abs(l.joining(y, size)-y) <= math.Abs(y-x) {
		x = y // one step of the dynamics only ever improves a stable point
	}
	low, high := l.joining(x-h, size), l.joining(x+h, size)
	return Equilibrium{
		At:     x,
		Slope:  (high - low) / (2 * h),
		Stable: (x-h < 0 || low > x-h) && (x+h > size || high < x+h),
	}
}

// roots finds where f vanishes on [a, b]: by bisection where its sign changes
// between cells, and twice where it turns back across zero within one.
func roots(f func(float64) float64, a, b float64, n int) []float64 {
	var found []float64
	at := func(i int) float64 { return a + float64((b-a)*float64(i))/float64(n) }
	before, x := f(a), a
	older := 0.0
	if before == 0 {
		found = append(found, a)
	}
	for i := 1; i <= n; i++ {
		y := at(i)
		if i == n {
			y = b
		}
		now := f(y)
		switch {
		case now == 0:
			if i == n || f(at(i+1)) != 0 || before != 0 {
				found = append(found, y)
			}
		case before != 0 && (now > 0) != (before > 0):
			found = append(found, bisected(f, x, y))
		case i > 1 && older*before > 0 && math.Abs(before) <= math.Abs(older) && math.Abs(before) < math.Abs(now):
			found = append(found, turned(f, at(i-2), y)...)
		}
		older, before, x = before, now, y
	}
	return found
}

// turned finds the two roots around an extremum nearest to zero, if it crosses.
func turned(f func(float64) float64, a, b float64) []float64 {
	sign := math.Copysign(1, f(a))
	m := lowest(func(x float64) float64 { return sign * f(x) }, a, b)
	if sign*f(m) >= 0 {
		return nil
	}
	return []float64{bisected(f, a, m), bisected(f, m, b)}
}

// bisected is where f changes its sign between a and b.
func bisected(f func(float64) float64, a, b float64) float64 {
	positive := f(a) > 0
	for range 200 {
		m := a + float64((b-a)/2)
		if m <= a || m >= b {
			break
		}
		if (f(m) > 0) == positive {
			a = m
		} else {
			b = m
		}
	}
	return b
}

// lowest is where a function with one dip on [a, b] is least, by golden sections.
func lowest(f func(float64) float64, a, b float64) float64 {
	const ratio = 0.6180339887498949
	for range 80 {
		third := float64(ratio * (b - a))
		if f(b-third) < f(a+third) {
			b = a + third
		} else {
			a = b - third
		}
	}
	return a + float64((b-a)/2)
}

// Rise is where a public that starts at a size ends: the next equilibrium upward
// if more are ready to join than have, the next downward if fewer. From 0 it is
// Granovetter's answer to who riots [granovetter1978].
func (l *Law) Rise(from, size float64) (float64, arena.Faults) {
	all, faults := l.Equilibria(size)
	faults.Within(from, 0, max(size, 0), "start", "must lie between 0 and the size")
	if len(faults) > 0 {
		return 0, faults
	}
	pull := l.joining(from, size) - from
	end := from
	for i := range all {
		switch x := all[i].At; {
		case pull > 0 && x > from:
			return x, nil
		case pull < 0 && x < from:
			end = x
		}
	}
	return end, nil
}

// Tipping is how far all thresholds must move together before the public jumps
// [kuran1989]: lowered by up, the small equilibrium is gone and all rise; only when
// they are lowered by less than down is the great one gone again. Their difference
// up − down is the width of the hysteresis. Without a jump anywhere ok is false.
//
// With thresholds lowered by d, x = size·F(x+d); in y = x+d this is
// d = y − size·F(y), whose first peak is up and whose next trough is down.
func (l *Law) Tipping(size float64) (up, down float64, ok bool, faults arena.Faults) {
	faults = l.Faults("thresholds")
	sized(&faults, size)
	if len(faults) == 0 {
		lumps, _ := l.jumps()
		faults.Need(len(lumps) == 0, "thresholds", "every point of a law with points is a jump of its own; give a smooth law")
	}
	if len(faults) > 0 {
		return 0, 0, false, faults
	}
	lowered := func(y float64) float64 { return y - l.joining(y, size) }
	const n = 3 * cells
	at := func(i int) float64 { return float64(size * (float64(3*i)/n - 1)) }
	peak := 0
	for i := 1; i < n; i++ {
		y, before, after := lowered(at(i)), lowered(at(i-1)), lowered(at(i+1))
		switch {
		case peak == 0 && y >= before && y > after:
			up = lowered(lowest(func(x float64) float64 { return -lowered(x) }, at(i-1), at(i+1)))
			peak = i
		case peak > 0 && y <= before && y < after:
			return up, lowered(lowest(lowered, at(i-1), at(i+1))), true, nil
		}
	}
	return 0, 0, false, nil
}

// CriticalSpread is the factor by which thresholds must be spread about a centre
// for the small equilibrium to vanish: below it a few join, above it all do
// [granovetter1978]. Stretched by s, x = size·F(centre + (x−centre)/s); in
// y = centre + (x−centre)/s this is s = (centre − size·F(y))/(centre − y), whose
// greatest value below the centre is the answer.
func (l *Law) CriticalSpread(centre, size float64) (float64, arena.Faults) {
	faults := l.Faults("thresholds")
	sized(&faults, size)
	faults.Within(centre, 0, max(size, 0), "centre", "must lie between 0 and the size")
	if len(faults) > 0 {
		return 0, faults
	}
	least := func(distance float64) float64 {
		return -(centre - l.joining(centre-distance, size)) / distance
	}
	const n = 4 * cells
	at := func(i int) float64 { return float64(size * 2 * float64(i) / n) }
	best := 1
	for i := 2; i < n; i++ {
		if least(at(i)) < least(at(best)) {
			best = i
		}
	}
	return -least(lowest(least, at(best)-float64(size/n), at(best)+float64(2*size/n))), nil
}
