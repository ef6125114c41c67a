package sim

import "math"

// Mixture is the distribution of several tallies of one case, each with a weight: of
// rival readings, say. The tallies count the same measures and questions at the same
// steps; weights are not negative and sum to 1.
type Mixture struct {
	Tallies []*Tally
	Weights []float64
}

// Quantiles returns quantiles of a measure at a step, as Tally.Quantile does of one
// tally: for each q the least value that a share q of the weight does not exceed. To
// ask for several at once costs hardly more than for one.
func (m Mixture) Quantiles(measure, step int, q ...float64) []float64 {
	return m.quantiles(q, func(t *Tally) *histogram { return &t.values[measure*len(t.dates)+step] })
}

// Numbers returns quantiles of the numbers that a question was answered with.
func (m Mixture) Numbers(question int, q ...float64) []float64 {
	return m.quantiles(q, func(t *Tally) *histogram { return &t.numbers[question] })
}

// weighed is what all histograms hold of one bin: its share of the weight and its ends.
type weighed struct {
	lead      uint32
	weight    float64
	low, high float64
}

func (m Mixture) quantiles(q []float64, of func(*Tally) *histogram) []float64 {
	list := make([]float64, len(q))
	if len(m.Tallies) == 1 {
		for i := range q {
			list[i] = of(m.Tallies[0]).quantile(q[i])
		}
		return list
	}
	parts, total := m.parts(of)
	for i := range q {
		list[i] = reached(parts, float64(q[i]*total))
	}
	return list
}

// parts lists what the tallies hold together, ascending, and its weight.
func (m Mixture) parts(of func(*Tally) *histogram) (all []weighed, total float64) {
	var each [][]weighed
	room := 0
	for i, t := range m.Tallies {
		if h := of(t); h.total > 0 && m.Weights[i] > 0 {
			total += m.Weights[i]
			room += h.filled
			each = append(each, h.weighed(m.Weights[i]))
		}
	}
	for all = make([]weighed, 0, room); ; {
		least := -1
		for i := range each {
			if len(each[i]) > 0 && (least < 0 || each[i][0].lead < each[least][0].lead) {
				least = i
			}
		}
		if least < 0 {
			return all, total
		}
		all = adding(all, each[least][0])
		each[least] = each[least][1:]
	}
}

// weighed lists the bins with their share of a weight, ascending.
func (h *histogram) weighed(weight float64) []weighed {
	list := make([]weighed, 0, h.filled)
	h.bins(func(b bin) bool {
		share := float64(weight * (float64(b.count) / float64(h.total)))
		list = append(list, weighed{lead(b.low), share, b.low, b.high})
		return true
	})
	return list
}

// adding puts a part at the end, or to the last where that is of the same bin.
func adding(all []weighed, p weighed) []weighed {
	if n := len(all); n > 0 && all[n-1].lead == p.lead {
		had := &all[n-1]
		had.weight += p.weight
		had.low, had.high = min(had.low, p.low), max(had.high, p.high)
		return all
	}
	return append(all, p)
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
