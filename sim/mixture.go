package sim

import (
	"cmp"
	"math"
	"slices"
)

// Mixture is the distribution of several tallies of one case, each with a weight: of
// rival readings, say. The tallies count the same measures and questions at the same
// steps; weights are not negative and sum to 1.
type Mixture struct {
	Tallies []*Tally
	Weights []float64
}

// Quantile returns the quantile q of a measure at a step, as Tally.Quantile does of
// one tally: the least value that a share q of the weight does not exceed.
func (m Mixture) Quantile(measure, step int, q float64) float64 {
	return m.quantile(q, func(t *Tally) *histogram { return &t.values[measure*len(t.dates)+step] })
}

// Number returns the quantile q of the numbers that a question was answered with.
func (m Mixture) Number(question int, q float64) float64 {
	return m.quantile(q, func(t *Tally) *histogram { return &t.numbers[question] })
}

// weighed is what all histograms hold of one bin: its share of the weight and its ends.
type weighed struct {
	lead      uint32
	weight    float64
	low, high float64
}

func (m Mixture) quantile(q float64, of func(*Tally) *histogram) float64 {
	if len(m.Tallies) == 1 {
		return of(m.Tallies[0]).quantile(q)
	}
	var parts []weighed
	total := 0.0
	for i, t := range m.Tallies {
		h := of(t)
		if h.total == 0 || m.Weights[i] == 0 {
			continue
		}
		total += m.Weights[i]
		h.bins(func(b bin) bool {
			w := float64(m.Weights[i] * (float64(b.count) / float64(h.total)))
			parts = append(parts, weighed{lead(b.low), w, b.low, b.high})
			return true
		})
	}
	slices.SortStableFunc(parts, func(a, b weighed) int { return cmp.Compare(a.lead, b.lead) })
	return reached(joined(parts), float64(q*total))
}

// joined puts the parts of one bin together.
func joined(parts []weighed) []weighed {
	var all []weighed
	for _, p := range parts {
		if n := len(all); n > 0 && all[n-1].lead == p.lead {
			had := &all[n-1]
			had.weight += p.weight
			had.low, had.high = min(had.low, p.low), max(had.high, p.high)
			continue
		}
		all = append(all, p)
	}
	return all
}

// reached finds where so much of the weight is reached. Within a bin the weight is
// taken to be evenly spread between its ends.
func reached(parts []weighed, weight float64) float64 {
	for _, p := range parts {
		if weight <= p.weight*(1+1e-12) {
			return p.low + float64((p.high-p.low)*min(max(weight/p.weight, 0), 1))
		}
		weight -= p.weight
	}
	if len(parts) == 0 {
		return math.NaN()
	}
	return parts[len(parts)-1].high
}
