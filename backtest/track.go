package backtest

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"reckon"
	"reckon/experiment"
)

// leastP keeps a log score finite, as in the trial.
const leastP = 0.001

// score sums up the outcomes for each reading.
func (b *Report) score(readings []*reckon.Reading) {
	for _, r := range readings {
		t := Track{}
		if r != nil {
			t.Name, t.Title = r.Name, r.Title
		}
		b.track(&t)
		b.Readings = append(b.Readings, t)
	}
	b.Finding = b.finding()
}

// track scores one reading on the windows that start on its date or later.
func (b *Report) track(t *Track) {
	var leads []float64 // by window, so that options that move together count once
	var at reckon.Date
	lead, n := 0.0, 0.0
	flush := func() {
		if n > 0 {
			leads = append(leads, lead/n)
		}
		lead, n = 0, 0
	}
	for _, o := range b.Outcomes {
		if slices.Contains(o.Retro, t.Name) {
			t.Retro++
			continue
		}
		if o.From != at {
			flush()
			at = o.From
		}
		is := 0.0
		if o.Changed {
			is = 1
		}
		off := func(p float64) float64 { return (p - is) * (p - is) }
		logOf := func(p float64) float64 { return math.Log(max(1-math.Abs(p-is), leastP)) }
		p := o.P[t.Name]
		t.Outcomes++
		t.Brier, t.Base, t.Even = t.Brier+off(p), t.Base+off(o.Base), t.Even+0.25
		t.LogScore, t.BaseLog = t.LogScore+logOf(p), t.BaseLog+logOf(o.Base)
		lead, n = lead+off(o.Base)-off(p), n+1
	}
	flush()
	for _, h := range b.Measures {
		if slices.Contains(h.Retro, t.Name) {
			continue
		}
		t.Measured++
		if band := h.Bands[t.Name]; band[0] <= h.Value && h.Value <= band[2] {
			t.Inside++
		}
	}
	if n := float64(t.Outcomes); n > 0 {
		t.Brier, t.Base, t.Even, t.LogScore, t.BaseLog = t.Brier/n, t.Base/n, t.Even/n, t.LogScore/n, t.BaseLog/n
	}
	t.Lead = t.Base - t.Brier
	t.LeadSpan, t.Windows = spanOf(leads), len(leads)
}

// spanOf is Student's 90% interval of a lead from that of each window; of fewer than
// two windows nothing is known, and it is as wide as Brier scores can differ.
func spanOf(leads []float64) [2]float64 {
	found, err := experiment.Mean(leads)
	if err != nil {
		return [2]float64{-1, 1}
	}
	return [2]float64{found.Low, found.High}
}

// leastWindows is how many windows it takes to say that a reading beats anything.
const leastWindows = 8

// finding says in a sentence or two a reading how it did beside the base rate on what
// the others did, and how often its bands held what was measured.
func (b *Report) finding() string {
	var all []string
	for i := range b.Readings {
		t := &b.Readings[i]
		name := "The case's own view"
		if t.Name != "" {
			name = "“" + t.Title + "”"
		}
		how := "cannot be told from the base rate"
		switch {
		case t.Outcomes == 0:
			all = append(all, name+" is later than every window: nothing tests it here.")
			continue
		case t.Windows < leastWindows:
			how = fmt.Sprintf("has too few windows, %d, to be told from the base rate", t.Windows)
		case t.LeadSpan[0] > 0:
			how = "beats the base rate"
		case t.LeadSpan[1] < 0:
			how = "is worse than the base rate"
		}
		all = append(all, fmt.Sprintf("%s %s on %d outcomes of what the others did.", name, how, t.Outcomes))
		if t.Measured > 0 {
			all = append(all, fmt.Sprintf("Of %d observed numbers %d fell into its 90%% bands.", t.Measured, t.Inside))
		}
	}
	return strings.Join(all, " ")
}
