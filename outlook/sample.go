package outlook

import (
	"cmp"
	"context"
	"math"
	"slices"

	"reckon/sim"
)

// Sample adds n whole runs to the measures of an outlook, shared out over the readings
// by weight. No two are of the same number: readings share their draws, so that where
// nobody's decision matters, runs of one number would be the same line. They are among
// the runs that were pooled when the job is the same and holds n runs. Cost: n runs.
func (e *Ensemble) Sample(ctx context.Context, j Job, o *Outlook, n int) error {
	from := j.From
	for i, k := range portions(e.weights(), n) {
		if k == 0 {
			continue
		}
		part := j
		part.From, part.To, part.Progress = from, from+k, nil
		part.Each = func(_ int, p *sim.Path) { o.keep(e, p) }
		if _, err := e.models[i].Run(ctx, part.of(e, i)); err != nil {
			return err
		}
		from += k
	}
	return nil
}

// keep adds a run to the measures that are shown.
func (o *Outlook) keep(e *Ensemble, p *sim.Path) {
	for m := range e.Case.Measures {
		name := e.Case.Measures[m].Name
		if s, shown := o.Measures[name]; shown {
			s.Samples = append(s.Samples, slices.Clone(p.Values[m]))
			o.Measures[name] = s
		}
	}
}

// portions shares n out by weights that sum to 1: the whole parts first, then one
// each to the greatest remainders.
func portions(w []float64, n int) []int {
	out, order, remains, left := make([]int, len(w)), make([]int, len(w)), make([]float64, len(w)), n
	for i := range w {
		part := w[i] * float64(n)
		out[i], order[i] = int(math.Floor(part+1e-9)), i
		remains[i] = part - float64(out[i])
		left -= out[i]
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(remains[b], remains[a]) })
	for _, i := range order[:max(0, min(left, len(order)))] {
		out[i]++
	}
	return out
}
