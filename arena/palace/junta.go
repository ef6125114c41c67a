package palace

import (
	"cmp"
	"fmt"
	"math/bits"
	"slices"

	"reckon/arena"
)

// Junta is who of the organs can rule together for good [acemoglu2008]. A coalition
// X is self-enforcing when no part of it that outweighs the rest of it, by more than
// Majority of its force, is self-enforcing: such a part would throw out the rest
// and could be sure not to be next. What comes about is the weakest self-enforcing
// coalition that outweighs the rest of all, or all.
type Junta struct {
	Members  []string   // the ruling coalition; of several the one named first
	Several  [][]string // all of them, where equally weak ones tie; else nothing
	Force    float64    // of the members, as a share of all force
	Majority float64    // α
	Organs   int        // among how many
	Needed   []string   // without which others would rule, member or not
	Capital  Capital    // as it was solved, the defaults of its switches stated

	sets []uint64
}

// Junta gives the ruling coalition among the organs by their forces; watches and
// distrust are no matter here. Cost: n·2ⁿ steps, some milliseconds for 16 organs,
// and 20 are the most.
func (c Capital) Junta() (*Junta, arena.Faults) {
	c = c.filled()
	faults := c.faults()
	faults.Need(len(c.Organs) <= maxJunta, "organs", fmt.Sprintf("%d organs are too many to find who rules: at most %d. Merge those that act as one", len(c.Organs), maxJunta))
	if len(faults) > 0 {
		return nil, faults
	}
	a := c.numbers()
	r := newRegime(a.force, c.Majority)
	j := &Junta{Capital: c, Majority: c.Majority, Organs: a.n}
	all := uint64(1)<<a.n - 1
	j.sets = r.rulers(all)
	j.Members = c.names(j.sets[0])
	j.Force = a.fit(j.sets[0]) / a.total
	if len(j.sets) > 1 {
		for _, s := range j.sets {
			j.Several = append(j.Several, c.names(s))
		}
	}
	for k, o := range c.Organs {
		if !slices.Equal(j.sets, r.rulers(all&^(1<<k))) {
			j.Needed = append(j.Needed, o.Name)
		}
	}
	return j, nil
}

// Spending is what a ruler pays his coalition of W members among S organs in each
// period where only private goods keep them and a challenger cannot promise to keep
// them: z = R·v·(1−δ)/(1−δ·W/S), of revenue R, with v the value of a unit of it and
// δ how much the next period counts [buenodemesquita2003]. He keeps the rest.
func (j *Junta) Spending(revenue, value, patience float64) float64 {
	share := float64(len(j.Members)) / float64(j.Organs)
	if patience >= 1 && share >= 1 {
		return revenue * value
	}
	return revenue * value * (1 - patience) / (1 - float64(patience*share))
}

// regime is the table of who is self-enforcing.
type regime struct {
	n       int
	power   []float64
	alpha   float64
	sum     []float64 // power of each coalition
	best    []float64 // the greatest power of a self-enforcing coalition within each
	lasting []bool    // whether each is self-enforcing
	ties    float64   // differences that count as none
}

func newRegime(power []float64, alpha float64) *regime {
	size := 1 << len(power)
	r := &regime{
		n: len(power), power: slices.Clone(power), alpha: alpha,
		sum: make([]float64, size), best: make([]float64, size), lasting: make([]bool, size),
	}
	r.fill()
	return r
}

// fill computes the table. A coalition is self-enforcing when the most powerful
// self-enforcing part of it does not outweigh the rest; and that part is the best
// of what one member less leaves.
func (r *regime) fill() {
	total := 0.0
	for _, p := range r.power {
		total += p
	}
	r.ties = slack * total
	for s := 1; s < len(r.sum); s++ {
		r.sum[s] = r.sum[s&(s-1)] + r.power[bits.TrailingZeros(uint(s))]
		part := 0.0
		for m := s; m != 0; m &= m - 1 {
			part = max(part, r.best[s&^(m&-m)])
		}
		r.lasting[s], r.best[s] = true, r.sum[s]
		if r.outweighs(part, r.sum[s]) {
			r.lasting[s], r.best[s] = false, part
		}
	}
}

// rulers gives the ruling coalitions within a set, those whose organs were named
// first in front: more than one where the weakest tie.
func (r *regime) rulers(within uint64) []uint64 {
	least, found := r.sum[within], []uint64{within}
	for s := (within - 1) & within; s != 0; s = (s - 1) & within {
		if !r.lasting[s] || r.sum[s] > least+r.ties || !r.outweighs(r.sum[s], r.sum[within]) {
			continue
		}
		if r.sum[s] < least-r.ties || found[0] == within {
			least, found = r.sum[s], nil // a part as powerful as all throws out who has no force
		}
		found = append(found, s)
	}
	slices.SortFunc(found, func(a, b uint64) int { return cmp.Compare(bits.Reverse64(b), bits.Reverse64(a)) })
	return found
}

// outweighs reports whether a part has more than α of the whole.
func (r *regime) outweighs(part, whole float64) bool {
	return part > float64(r.alpha*whole)+r.ties
}
