package causes

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"reckon"
	"reckon/experiment"
	"reckon/outlook"
	"reckon/sim"
)

// Signal is something that can be observed by a day, and how well it would tell the
// readings apart: the information that seeing whether it happens carries about which
// reading is right, I = H(w) − Σ P(o)·H(w | o), in bits, H being the entropy of the
// readings' weights before and after [lindley1956].
type Signal struct {
	Name   string      `json:"name"` // option or measure
	Title  string      `json:"title"`
	What   string      `json:"what"` // "taken up", "dropped", or "above 12.5"
	By     reckon.Date `json:"by"`
	Bits   float64     `json:"bits"`
	P      []float64   `json:"p"`       // by reading
	IfSeen []float64   `json:"if_seen"` // the readings' weights when it is seen
	IfNot  []float64   `json:"if_not"`
}

// Telling finds what would separate the readings best if it were watched for some
// days from the start of the runs: every option that is taken up or dropped by then,
// and every measure above the middle of what the readings expect then. Best first;
// what carries less than a thousandth of a bit is left out, and so is what happens,
// or fails to happen, in fewer than 30 runs of all readings together. Information and
// weights are of (hits + ½)/(runs + 1), so that nothing is certain. Fewer than two
// readings have nothing to tell apart.
func Telling(ctx context.Context, e *outlook.Ensemble, j outlook.Job, days int) ([]Signal, error) {
	signals := []Signal{}
	if len(e.Readings) < 2 {
		return signals, nil
	}
	dates := e.Models()[0].Dates()
	last := 0
	for last+1 < len(dates) && dates[last+1] <= dates[0]+reckon.Date(days) {
		last++
	}
	seen := make([]tell, len(e.Readings))
	j.Each = func(reading int, p *sim.Path) { seen[reading].note(e.Case, p, last) }
	tallies, err := e.Tallies(ctx, j)
	if err != nil {
		return nil, err
	}
	weights := make([]float64, len(e.Readings))
	for i := range weights {
		weights[i] = e.Readings[i].Weight
	}
	runs := float64(j.To - j.From)
	add := func(s Signal) {
		s.By = dates[last]
		if s.weigh(weights, runs); s.Bits >= leastBits {
			signals = append(signals, s)
		}
	}
	for k, o := range e.Case.Options {
		for way, what := range []string{"taken up", "dropped"} {
			s := Signal{Name: o.Name, Title: o.Title, What: what}
			for r := range seen {
				s.P = append(s.P, float64(seen[r].turned[way][k])/runs)
			}
			add(s)
		}
	}
	for k := range e.Case.Shown() {
		add(aboveMiddle(e, tallies, seen, k, last, runs))
	}
	slices.SortStableFunc(signals, func(a, b Signal) int { return cmp.Compare(b.Bits, a.Bits) })
	return signals, nil
}

// What is not worth naming: too little information, and too few runs to say.
const (
	leastBits = 1e-3
	leastRuns = 30
)

// weigh works out what a signal would tell from its shares of so many runs of each
// reading; nothing where too few runs show it.
func (s *Signal) weigh(weights []float64, runs float64) {
	hits, all := 0.0, runs*float64(len(s.P))
	likely, chances := make([]float64, len(s.P)), make([][]float64, len(s.P))
	for i, p := range s.P {
		hits += p * runs
		likely[i] = (p*runs + 0.5) / (runs + 1)
		chances[i] = []float64{likely[i], 1 - likely[i]}
	}
	s.IfSeen, s.IfNot = revised(weights, likely)
	if hits < leastRuns || all-hits < leastRuns {
		return
	}
	var err error
	if s.Bits, err = experiment.Information(weights, chances); err != nil {
		panic("causes: " + err.Error()) // shares of runs add up to 1
	}
}

// tell counts, of one reading's runs, which options turned by the last step looked
// at, and keeps the measures then.
type tell struct {
	turned [2][]int // taken up, dropped; by option
	values [][]float64
}

func (t *tell) note(c *reckon.Case, p *sim.Path, last int) {
	if t.values == nil {
		t.turned = [2][]int{make([]int, len(c.Options)), make([]int, len(c.Options))}
		t.values = make([][]float64, len(c.Shown()))
	}
	var up, down reckon.State
	for k := 1; k <= last; k++ {
		up |= p.States[k] &^ p.States[k-1]
		down |= p.States[k-1] &^ p.States[k]
	}
	for k := range c.Options {
		if up.Has(k) {
			t.turned[0][k]++
		}
		if down.Has(k) {
			t.turned[1][k]++
		}
	}
	for k := range c.Shown() {
		t.values[k] = append(t.values[k], p.Values[k][last])
	}
}

// aboveMiddle is whether a measure lies above the mean of the readings' medians.
func aboveMiddle(e *outlook.Ensemble, tallies []*sim.Tally, seen []tell, measure, last int, runs float64) Signal {
	m := &e.Case.Measures[measure]
	middle := make([]float64, len(tallies))
	for r, t := range tallies {
		middle[r] = t.Quantile(measure, last, 0.5)
	}
	line := e.Pooled(middle)
	s := Signal{Name: m.Name, Title: m.Title, What: fmt.Sprintf("above %.3g %s", line, m.Unit)}
	for r := range seen {
		above := 0.0
		for _, x := range seen[r].values[measure] {
			if x > line {
				above++
			}
		}
		s.P = append(s.P, above/runs)
	}
	return s
}

// revised is what the weights of the readings become when something with these
// probabilities is seen, and when it is not; unchanged where that cannot be.
func revised(w, p []float64) (seen, not []float64) {
	bayes := func(likelihood func(float64) float64) []float64 {
		after, total := make([]float64, len(w)), 0.0
		for i := range w {
			after[i] = w[i] * likelihood(p[i])
			total += after[i]
		}
		if total == 0 {
			return slices.Clone(w)
		}
		for i := range after {
			after[i] /= total
		}
		return after
	}
	return bayes(func(p float64) float64 { return p }), bayes(func(p float64) float64 { return 1 - p })
}
