package brief

import (
	"math"
	"slices"

	"reckon"
)

// Readings are rival models with assumptions that exclude each other, so they
// are pooled by the arithmetic mean of their probabilities, weights shown.

// next returns the actor's next decision in a reading, or nil.
func (r *Reading) next(actor int) *Next {
	for i := range r.Nexts {
		if r.Nexts[i].Actor == actor {
			return &r.Nexts[i]
		}
	}
	return nil
}

// hold returns whether today's state is stable for the actor in a reading, or nil.
func (r *Reading) hold(actor int) *Hold {
	for i := range r.Holds {
		if r.Holds[i].Verdict.Actor == actor {
			return &r.Holds[i]
		}
	}
	return nil
}

// where is the probability that a next decision leads to a state that the test
// accepts; ok is false when there is no forecast.
func (n *Next) where(test func(reckon.State) bool) (p float64, ok bool) {
	if n == nil || n.Silent {
		return 0, false
	}
	for i, t := range n.To {
		if test(t) {
			p += n.P[i]
		}
	}
	return min(p, 1), true
}

// pooled is a probability over the readings and the range they span.
type pooled struct {
	P, Low, High float64
	By           []float64 // by reading; NaN where it gives no forecast
	Voices       int       // readings that give one
}

// pool averages over the readings that give a forecast, by their weights.
func (p *page) pool(actor int, test func(reckon.State) bool) pooled {
	return p.poolWith(actor, test, nil)
}

// poolWith does so with the next decisions of some readings replaced.
func (p *page) poolWith(actor int, test func(reckon.State) bool, instead map[int]*Next) pooled {
	out := pooled{Low: 1}
	total := 0.0
	for i := range p.Readings {
		r := &p.Readings[i]
		n := r.next(actor)
		if instead[i] != nil {
			n = instead[i]
		}
		x, ok := n.where(test)
		if !ok {
			out.By = append(out.By, math.NaN())
			continue
		}
		out.By = append(out.By, x)
		out.Voices++
		out.P += r.Weight * x
		total += r.Weight
		out.Low, out.High = min(out.Low, x), max(out.High, x)
	}
	if total > 0 {
		out.P /= total
	}
	return out
}

// course is the probability that the actor leaves today's state as it is.
func (p *page) course(actor int) pooled {
	return p.pool(actor, p.stays)
}

// stays accepts the state of today alone.
func (p *page) stays(s reckon.State) bool { return s == p.Today }

// flips accepts the states in which option k is not as today.
func (p *page) flips(k int) func(reckon.State) bool {
	return func(s reckon.State) bool { return s.Has(k) != p.Today.Has(k) }
}

// flip is the probability that option k is changed by the actor's next decision.
func (p *page) flip(actor, k int) pooled {
	return p.pool(actor, p.flips(k))
}

// likeliestFlip is the option of the actor most likely to change, or -1.
func (p *page) likeliestFlip(actor int) (int, pooled) {
	best, at := -1, pooled{}
	for _, k := range p.Case.Actors[actor].Options {
		if x := p.flip(actor, k); x.Voices > 0 && (best < 0 || x.P > at.P) {
			best, at = k, x
		}
	}
	return best, at
}

// widestSplit is the subject's option on which the readings differ most, or -1.
func (p *page) widestSplit() (int, pooled) {
	s := p.subject()
	if s < 0 {
		return -1, pooled{}
	}
	best, at := -1, pooled{}
	for _, k := range p.Case.Actors[s].Options {
		if x := p.flip(s, k); x.Voices > 1 && (best < 0 || x.High-x.Low > at.High-at.Low) {
			best, at = k, x
		}
	}
	return best, at
}

// leading is the index of the reading with the most weight, or -1.
func (p *page) leading() int {
	best := -1
	for i := range p.Readings {
		if best < 0 || p.Readings[i].Weight > p.Readings[best].Weight {
			best = i
		}
	}
	return best
}

// restless is the actor other than the subject most likely to move, or -1.
func (p *page) restless() (int, pooled) {
	best, at := -1, pooled{P: 2}
	for i := range p.Case.Actors {
		if i == p.subject() {
			continue
		}
		if x := p.course(i); x.Voices > 0 && x.P < at.P {
			best, at = i, x
		}
	}
	for i := range at.By {
		at.By[i] = 1 - at.By[i]
	}
	at.P, at.Low, at.High = 1-at.P, 1-at.High, 1-at.Low
	return best, at
}

// gains reports whether some small step is better for the actor in some reading.
func (p *page) gains(actor int) bool {
	for i := range p.Readings {
		n := p.Readings[i].next(actor)
		for _, a := range p.Readings[i].Arcs {
			if n != nil && a.Actor == actor && a.Gain > 0 && slices.Contains(n.To, a.To) {
				return true
			}
		}
	}
	return false
}

// ofActors returns the actors that have options, the subject first.
func (p *page) ofActors() []int {
	var out []int
	for i, a := range p.Case.Actors {
		if len(a.Options) > 0 {
			out = append(out, i)
		}
	}
	s := p.subject()
	slices.SortStableFunc(out, func(a, b int) int {
		switch {
		case a == s && b != s:
			return -1
		case b == s && a != s:
			return 1
		}
		return 0
	})
	return out
}
