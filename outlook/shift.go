package outlook

import (
	"cmp"
	"math"
	"slices"

	"reckon/experiment"
	"reckon/sim"
)

// shift is what a scenario does to a measure that an arena writes, at the end of the
// runs.
type shift struct {
	Name   string     `json:"name"`
	Title  string     `json:"title"`
	Unit   string     `json:"unit"`
	Base   float64    `json:"base"` // mean over runs
	With   float64    `json:"with"`
	By     float64    `json:"difference"`
	StdErr float64    `json:"stderr"`
	Range  [2]float64 `json:"interval"` // 90%
	Spread float64    `json:"spread"`   // of nine in ten runs without the scenario
}

// ends gathers how measures stand at the end of every run.
type ends struct {
	measures []int
	values   [][][]float64 // by reading, measure and run
}

// ends looks out for the measures that arenas write.
func (e *Ensemble) ends() *ends {
	g := &ends{}
	for k := range e.Case.Shown() {
		if e.Case.Measures[k].Arena != "" {
			g.measures = append(g.measures, k)
		}
	}
	return g
}

// watching returns the job with its runs noted.
func (g *ends) watching(e *Ensemble, j Job) Job {
	g.values = make([][][]float64, len(e.models))
	for r := range g.values {
		g.values[r] = make([][]float64, len(g.measures))
	}
	if len(g.measures) == 0 {
		return j
	}
	own := j.Each
	j.Each = func(reading int, p *sim.Path) {
		for i, k := range g.measures {
			course := p.Values[k]
			g.values[reading][i] = append(g.values[reading][i], course[len(course)-1])
		}
		if own != nil {
			own(reading, p)
		}
	}
	return j
}

// shifts compares the ends of the same runs, pooled over readings.
func (e *Ensemble) shifts(base, with *ends) ([]shift, error) {
	var all []shift
	for i, k := range base.measures {
		m := &e.Case.Measures[k]
		one := shift{Name: m.Name, Title: cmp.Or(m.Title, m.Name), Unit: m.Unit}
		if one.Unit == "1" {
			one.Unit = ""
		}
		by := make([]float64, len(base.values[0][i]))
		for r := range base.values {
			w := e.Readings[r].Weight
			for n, x := range base.values[r][i] {
				y := with.values[r][i][n]
				by[n] += float64(w * (y - x))
				one.Base += float64(w * x)
				one.With += float64(w * y)
			}
		}
		one.Base, one.With = one.Base/float64(len(by)), one.With/float64(len(by))
		if sum := one.Base + one.With; math.IsNaN(sum) || math.IsInf(sum, 0) {
			continue // it is unknown in some run
		}
		found, err := experiment.Mean(by)
		if err != nil {
			return nil, err
		}
		one.By, one.StdErr, one.Range = found.Value, found.Error, [2]float64{found.Low, found.High}
		one.Spread = e.spread(base, i)
		all = append(all, one)
	}
	return all, nil
}

// spread is how far apart the ends of the middle nine in ten runs lie.
func (e *Ensemble) spread(g *ends, measure int) float64 {
	type end struct{ x, w float64 }
	var list []end
	all := 0.0
	for r := range g.values {
		for _, x := range g.values[r][measure] {
			list = append(list, end{x, e.Readings[r].Weight})
			all += e.Readings[r].Weight
		}
	}
	slices.SortFunc(list, func(a, b end) int { return cmp.Compare(a.x, b.x) })
	at := func(q float64) float64 {
		sum := 0.0
		for _, one := range list {
			if sum += one.w; sum >= q*all {
				return one.x
			}
		}
		return list[len(list)-1].x
	}
	return at(0.95) - at(0.05)
}
