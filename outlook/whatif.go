package outlook

import (
	"context"
	"math"

	"reckon"
)

// Contrast is one scenario beside the base.
type Contrast struct {
	Name      string       `json:"name"`
	Title     string       `json:"title"`
	Says      string       `json:"says"`
	Questions []difference `json:"questions"`
}

// difference is what a scenario does to one question. P − Base = Gained − Lost.
type difference struct {
	Name     string     `json:"name"`
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

// z90 is the normal quantile of a two-sided interval of 90%.
const z90 = 1.6448536269514722

// Compare sets scenarios beside what is expected else, run by run: both sides share
// every random draw that they can, so their difference has a far smaller error than
// either side. Cost: the runs of the job once more for each scenario.
func (e *Ensemble) Compare(ctx context.Context, j Job, scenarios []reckon.Scenario) ([]Contrast, error) {
	base, err := e.Answers(ctx, j.Part(0, 1+len(scenarios)))
	if err != nil {
		return nil, err
	}
	var all []Contrast
	for k, s := range scenarios {
		other, err := e.Under(s)
		if err != nil {
			return nil, err
		}
		with, err := other.Answers(ctx, j.Part(k+1, 1+len(scenarios)))
		if err != nil {
			return nil, err
		}
		all = append(all, Contrast{Name: s.Name, Title: s.Title, Says: Describe(e.Case, &s), Questions: contrast(e, base, with)})
	}
	return all, nil
}

// yesNo reports whether an expression is yes/no rather than a number.
func yesNo(e *reckon.Expr) bool {
	switch e.Op {
	case "option", "yes", "no", "!", "&&", "||", "==", "!=", "<", "<=", ">", ">=":
		return true
	case "call":
		return e.Name == "ever" || e.Name == "at_end" && yesNo(&e.Args[0])
	case "?":
		return yesNo(&e.Args[1])
	}
	return false
}

// contrast compares two sets of answers: by reading, question and run.
func contrast(e *Ensemble, base, with [][][]float64) []difference {
	var all []difference
	for q := range e.Case.Questions {
		if e.settles(q) != nil {
			continue
		}
		d := difference{Name: e.Case.Questions[q].Name}
		var variance, apart float64
		for r, w := range e.weights() {
			a, b := base[r][q], with[r][q]
			n := float64(min(len(a), len(b)))
			var gained, lost, yes, had float64
			for k := range int(n) {
				gained += b[k] * (1 - a[k])
				lost += a[k] * (1 - b[k])
				had += a[k]
				yes += b[k]
			}
			diff := (gained - lost) / n
			d.Base, d.P = d.Base+w*had/n, d.P+w*yes/n
			d.Gained, d.Lost = d.Gained+w*gained/n, d.Lost+w*lost/n
			variance += w * w * ((gained+lost)/n - diff*diff) / n
			apart += w * w * (had/n*(1-had/n) + yes/n*(1-yes/n)) / n
			d.Readings = append(d.Readings, diff)
		}
		d.By = d.Gained - d.Lost
		d.StdErr, d.Apart = math.Sqrt(variance), math.Sqrt(apart)
		d.Range = [2]float64{d.By - z90*d.StdErr, d.By + z90*d.StdErr}
		all = append(all, d)
	}
	return all
}
