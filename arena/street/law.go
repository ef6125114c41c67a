package street

import (
	"fmt"
	"math"
	"slices"

	"reckon"
	"reckon/arena"
	"reckon/draw"
)

// Law is how thresholds are spread over a public: who joins once how many have
// joined [granovetter1978]. It is one of three: a named law with its numbers (see
// reckon.Law), a list of points that are each as likely, or a mixture of laws with
// weights. A threshold is counted in people or as a share, as the caller likes; the
// size handed to the methods says which.
type Law struct {
	Of     reckon.Law
	Args   []float64
	Points []float64
	Mix    []Law
	Weight float64 // of a part of a mixture; parts share in proportion
}

// lawArgs is how many numbers each law takes.
var lawArgs = map[reckon.Law]int{
	reckon.Exact: 1, reckon.Between: 2, reckon.Normal: 2, reckon.LogNormal: 2, reckon.Triangular: 3, reckon.Beta: 2,
}

const maxPoints = 1 << 16

// Faults lists what makes the law unusable, under the author's name for it.
func (l *Law) Faults(at string) arena.Faults {
	var faults arena.Faults
	said := 0
	for _, given := range []bool{l.Of != "", len(l.Points) > 0, len(l.Mix) > 0} {
		if given {
			said++
		}
	}
	if !faults.Need(said == 1, at, "a law of thresholds is one of a named law, a list of points or a mixture; give exactly one") {
		return faults
	}
	switch {
	case l.Of != "":
		l.namedFaults(&faults, at)
	case len(l.Points) > 0:
		faults.Need(len(l.Points) <= maxPoints, at, fmt.Sprintf("more than %d points; give a named law", maxPoints))
		for i, p := range l.Points {
			faults.Need(finite(p), fmt.Sprintf("%s: point %d", at, i+1), "is no finite number; give a threshold")
		}
	default:
		total := 0.0
		for i := range l.Mix {
			part := fmt.Sprintf("%s: part %d", at, i+1)
			faults.Within(l.Mix[i].Weight, 0, math.MaxFloat64, part, "its weight must be a number from 0 on")
			faults.Need(len(l.Mix[i].Mix) == 0, part, "a part of a mixture is no mixture; list its parts instead")
			faults = append(faults, l.Mix[i].Faults(part)...)
			total += l.Mix[i].Weight
		}
		faults.Within(total, math.SmallestNonzeroFloat64, math.MaxFloat64, at, "the weights of the mixture must sum to a number above 0; give a part a weight")
	}
	return faults
}

func (l *Law) namedFaults(faults *arena.Faults, at string) {
	n, known := lawArgs[l.Of]
	if !faults.Need(known, at, fmt.Sprintf("there is no law %q; use exact, between, normal, lognormal, triangular or beta", l.Of)) {
		return
	}
	if !faults.Need(len(l.Args) == n, at, fmt.Sprintf("a %s law takes %d numbers", l.Of, n)) {
		return
	}
	for _, x := range l.Args {
		if !faults.Need(finite(x), at, "a number of the law is not finite; give it") {
			return
		}
	}
	middle := draw.Quantile(l.Of, 0.5, l.Args...)
	faults.Need(!math.IsNaN(middle), at, fmt.Sprintf("these numbers make no %s law: a spread must not be negative, ends must be in order, a beta's mean lies in (0, 1) and its deviation below that of a coin", l.Of))
}

func finite(x float64) bool { return !math.IsNaN(x) && !math.IsInf(x, 0) }

// Share is the share of thresholds that lie at or below x. Cost: tens of
// nanoseconds a part, a microsecond for a beta, one comparison a point.
func (l *Law) Share(x float64) float64 { return min(l.joining(x, 1), 1) }

// joining is the size of the public that joins once x have: size·F(x). Points are
// counted before they are scaled, so that whole numbers stay whole.
func (l *Law) joining(x, size float64) float64 {
	switch {
	case l.Of != "":
		return float64(size * draw.CDF(l.Of, x, l.Args...))
	case len(l.Points) > 0:
		n := 0
		for _, p := range l.Points {
			if p <= x {
				n++
			}
		}
		return float64(n) * size / float64(len(l.Points))
	}
	sum, weight := 0.0, 0.0
	for i := range l.Mix {
		sum += float64(l.Mix[i].Weight * l.Mix[i].joining(x, size))
		weight += l.Mix[i].Weight
	}
	return sum / weight
}

// jumps lists where the law has a lump, in order, and whether it is lumps alone.
func (l *Law) jumps() (at []float64, only bool) {
	only = true
	switch {
	case l.Of == reckon.Exact:
		at = append(at, l.Args[0])
	case l.Of != "" && len(l.Args) > 1 && l.Of != reckon.Triangular && l.Args[1] == 0:
		at = append(at, l.Args[0])
	case l.Of == reckon.Between && l.Args[0] == l.Args[1], l.Of == reckon.Triangular && l.Args[0] == l.Args[2]:
		at = append(at, l.Args[0])
	case l.Of != "":
		only = false
	}
	at = append(at, l.Points...)
	for i := range l.Mix {
		more, lumps := l.Mix[i].jumps()
		at = append(at, more...)
		only = only && lumps
	}
	slices.Sort(at)
	return slices.Compact(at), only
}

// maxCrowd bounds Joined: its cost grows with the cube, and beyond it a power of
// one half leaves the range of numbers.
const maxCrowd = 1000

// Joined is the exact law of how many of n people have joined when a cascade that
// nobody pushes ends: the chance of each number from 0 to n, thresholds being drawn
// independently from the law and counted in people. Someone joins once as many
// others have as his threshold says. For thresholds that are equally likely whole
// numbers from 0 to n−1 it is Abel's binomial law, and that all join is that n cars
// park [konheim1966]. Cost: n³/6 products; n up to 1000.
func (l *Law) Joined(n int) ([]float64, arena.Faults) {
	faults := l.Faults("thresholds")
	faults.Need(n >= 1 && n <= maxCrowd, "people", fmt.Sprintf("a crowd has 1 to %d people; take Equilibria for larger ones", maxCrowd))
	if len(faults) > 0 {
		return nil, faults
	}
	// ready[m]: m thresholds are at most j, and the cascade has not ended before.
	ready, next, chance := make([]float64, n+1), make([]float64, n+1), make([]float64, n+1)
	ended := make([]float64, n+1)
	before := l.Share(0)
	binomial(ready, before)
	for j := range n {
		ended[j], ready[j] = ready[j], 0
		if j == n-1 {
			break
		}
		now, p := l.Share(float64(j+1)), 0.0
		if before < 1 {
			p = min(max((now-before)/(1-before), 0), 1)
		}
		clear(next)
		for m := j + 1; m <= n; m++ {
			if ready[m] == 0 {
				continue
			}
			binomial(chance[:n-m+1], p)
			for k, c := range chance[:n-m+1] {
				next[m+k] += float64(ready[m] * c)
			}
		}
		ready, next = next, ready
		before = now
	}
	ended[n] = ready[n]
	return ended, nil
}

// binomial writes the chances of 0 to len−1 successes, from the likelier end so
// that no power vanishes.
func binomial(to []float64, p float64) {
	n := len(to) - 1
	if p > 0.5 {
		binomial(to, 1-p)
		slices.Reverse(to)
		return
	}
	odds, at := p/(1-p), draw.Pow(1-p, float64(n))
	for k := range to {
		to[k] = at
		at *= odds * float64(n-k) / float64(k+1)
	}
}
