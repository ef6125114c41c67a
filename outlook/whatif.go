package outlook

import (
	"cmp"
	"context"
	"math"

	"reckon"
	"reckon/experiment"
)

// Contrast is one scenario beside the base.
type Contrast struct {
	Name      string       `json:"name"`
	Title     string       `json:"title"`
	Says      string       `json:"says"`
	Questions []difference `json:"questions"`
	Measures  []shift      `json:"measures,omitempty"` // those that arenas write
}

// difference is what a scenario does to one question. P − Base = Gained − Lost.
type difference struct {
	Name     string     `json:"name"`
	Ask      string     `json:"ask"`
	Base     float64    `json:"base"`
	P        float64    `json:"p"`
	Gained   float64    `json:"gained"` // share of runs that become yes
	Lost     float64    `json:"lost"`   // share of runs that become no
	By       float64    `json:"difference"`
	StdErr   float64    `json:"stderr"`
	Range    [2]float64 `json:"interval"`     // 90%
	Apart    float64    `json:"stderr_apart"` // the error had the two sides not shared their draws
	Readings []float64  `json:"by_reading"`   // difference in each reading
}

// Compare sets scenarios beside what is expected else, run by run: both sides share
// every random draw that they can, so their difference has a far smaller error than
// either side. What the ensemble itself changes holds on both. Cost: the runs of the job once more for each scenario.
func (e *Ensemble) Compare(ctx context.Context, j Job, scenarios []reckon.Scenario) ([]Contrast, error) {
	before := e.ends()
	base, err := e.Answers(ctx, before.watching(e, j.Part(0, 1+len(scenarios))))
	if err != nil {
		return nil, err
	}
	var all []Contrast
	for k, s := range scenarios {
		other, err := e.with(s)
		if err != nil {
			return nil, err
		}
		after := other.ends()
		with, err := other.Answers(ctx, after.watching(e, j.Part(k+1, 1+len(scenarios))))
		if err != nil {
			return nil, err
		}
		found, err := contrast(e, base, with)
		if err != nil {
			return nil, err
		}
		shifts, err := e.shifts(before, after)
		if err != nil {
			return nil, err
		}
		all = append(all, Contrast{Name: s.Name, Title: cmp.Or(s.Title, s.Name), Says: Describe(e.Case, &s), Questions: found, Measures: shifts})
	}
	return all, nil
}

// contrast compares two sets of answers: by reading, question and run.
func contrast(e *Ensemble, base, with [][][]float64) ([]difference, error) {
	var all []difference
	for q := range e.Case.Questions {
		if e.settles(q) != nil {
			continue
		}
		d, err := e.difference(q, base, with)
		if err != nil {
			return nil, err
		}
		all = append(all, d)
	}
	return all, nil
}

// difference pools the answers run by run and takes the mean of what they differ by.
func (e *Ensemble) difference(q int, base, with [][][]float64) (difference, error) {
	d := difference{Name: e.Case.Questions[q].Name, Ask: e.Case.Questions[q].Ask}
	runs := len(base[0][q])
	by := make([]float64, runs)
	n := float64(runs)
	for r := range base {
		var had, has, gained, lost float64 // runs
		w := e.Readings[r].Weight
		for k, a := range base[r][q] {
			b := with[r][q][k]
			had, has = had+a, has+b
			if b > a {
				gained++
			}
			if b < a {
				lost++
			}
			by[k] += float64(w * (b - a))
		}
		d.Base, d.P = d.Base+float64(w*(had/n)), d.P+float64(w*(has/n))
		d.Gained, d.Lost = d.Gained+float64(w*(gained/n)), d.Lost+float64(w*(lost/n))
		d.Readings = append(d.Readings, (has-had)/n)
	}
	found, err := experiment.Mean(by)
	d.By, d.StdErr, d.Range = found.Value, found.Error, [2]float64{found.Low, found.High}
	d.Apart = math.Hypot(math.Sqrt(d.Base*(1-d.Base)/n), math.Sqrt(d.P*(1-d.P)/n))
	return d, err
}
