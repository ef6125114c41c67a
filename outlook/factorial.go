package outlook

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"reckon"
	"reckon/experiment"
)

// Factorial is a full factorial design: every combination of levers is run with the
// same random draws, so that each effect is a contrast within runs [box2005].
type Factorial struct {
	Levers    []string  `json:"levers"`
	Says      []string  `json:"says"` // what each changes, in words
	Points    []point   `json:"points"`
	Questions []effects `json:"questions"`
}

// point is one combination of levers, and the questions' probabilities under it.
type point struct {
	On []bool             `json:"on"` // by lever
	P  map[string]float64 `json:"p"`
}

// effects are what levers do to one question. By itself an effect is the mean
// difference between a lever pulled and not pulled, over all settings of the others;
// of several levers, half the difference of the effect of one when the others are
// pulled and when they are not. Together, Alone and Beyond read the corners: what all
// levers do at once, the sum of what each does alone, and the difference.
type effects struct {
	Name     string   `json:"name"`
	Ask      string   `json:"ask"`
	Effects  []effect `json:"effects"`
	Together effect   `json:"together"`
	Alone    effect   `json:"alone"`
	Beyond   effect   `json:"beyond"`
	Says     string   `json:"says"`
}

type effect struct {
	Levers []string   `json:"levers"`
	By     float64    `json:"by"`
	StdErr float64    `json:"stderr"`
	Range  [2]float64 `json:"interval"`               // 90%
	Apart  float64    `json:"stderr_apart,omitempty"` // had the combinations not shared their draws
}

// Factorial runs every combination of up to six levers, each with the same draws.
// Cost: the runs of the job, twice for every lever.
func (e *Ensemble) Factorial(ctx context.Context, j Job, levers []reckon.Scenario) (*Factorial, error) {
	f := &Factorial{}
	for _, l := range levers {
		f.Levers, f.Says = append(f.Levers, l.Name), append(f.Says, Describe(e.Case, &l))
	}
	results := make([][][]float64, len(e.Case.Questions)) // by question, point and run
	for x := range 1 << len(levers) {
		answers, on, err := e.at(ctx, j.Part(x, 1<<len(levers)), levers, x)
		if err != nil {
			return nil, err
		}
		at := point{On: on, P: map[string]float64{}}
		for q := range e.Case.Questions {
			if e.settles(q) == nil {
				pooled := e.byRun(answers, q)
				results[q] = append(results[q], pooled)
				at.P[e.Case.Questions[q].Name] = average(pooled)
			}
		}
		f.Points = append(f.Points, at)
	}
	for q, points := range results {
		if points == nil {
			continue
		}
		found, err := f.effects(&e.Case.Questions[q], points)
		if err != nil {
			return nil, err
		}
		f.Questions = append(f.Questions, found)
	}
	return f, nil
}

// at runs the combination in which lever k is pulled iff bit k of x is set.
func (e *Ensemble) at(ctx context.Context, j Job, levers []reckon.Scenario, x int) (answers [][][]float64, on []bool, err error) {
	var pulled []reckon.Scenario
	for k, l := range levers {
		on = append(on, x>>k&1 == 1)
		if on[k] {
			pulled = append(pulled, l)
		}
	}
	there, err := e.with(pulled...)
	if err != nil {
		return nil, nil, err
	}
	answers, err = there.Answers(ctx, j)
	return answers, on, err
}

// byRun is the answer of every run, pooled over readings.
func (e *Ensemble) byRun(answers [][][]float64, q int) []float64 {
	pooled := make([]float64, len(answers[0][q]))
	for r := range answers {
		for k, x := range answers[r][q] {
			pooled[k] += float64(e.Readings[r].Weight * x)
		}
	}
	return pooled
}

func average(x []float64) float64 {
	sum := 0.0
	for _, v := range x {
		sum += v
	}
	return sum / float64(len(x))
}

// effects works out one question from its answers by point and run.
func (f *Factorial) effects(q *reckon.Question, points [][]float64) (effects, error) {
	out := effects{Name: q.Name, Ask: q.Ask}
	found, err := experiment.Factorial(points)
	if err != nil {
		return out, err
	}
	for _, x := range found {
		if x.Factors == 0 {
			continue
		}
		one := named(x.Estimate)
		one.Apart = x.Unpaired
		for k, lever := range f.Levers {
			if x.Factors>>k&1 == 1 {
				one.Levers = append(one.Levers, lever)
			}
		}
		out.Effects = append(out.Effects, one)
	}
	slices.SortStableFunc(out.Effects, func(a, b effect) int { return cmp.Compare(len(a.Levers), len(b.Levers)) })
	return out, out.corners(f.Levers, points)
}

// corners compares all levers at once with the sum of each alone, run by run.
func (out *effects) corners(levers []string, points [][]float64) error {
	none, all := points[0], points[len(points)-1]
	together, alone, beyond := make([]float64, len(none)), make([]float64, len(none)), make([]float64, len(none))
	for r := range none {
		together[r] = all[r] - none[r]
		for k := range levers {
			alone[r] += points[1<<k][r] - none[r]
		}
		beyond[r] = together[r] - alone[r]
	}
	for _, one := range []struct {
		to   *effect
		from []float64
	}{{&out.Together, together}, {&out.Alone, alone}, {&out.Beyond, beyond}} {
		found, err := experiment.Mean(one.from)
		if err != nil {
			return err
		}
		*one.to = named(found)
		one.to.Levers = levers
	}
	out.Says = out.sentence(len(levers))
	return nil
}

func named(x experiment.Estimate) effect {
	return effect{By: x.Value, StdErr: x.Error, Range: [2]float64{x.Low, x.High}}
}

// sentence says whether levers do more together than each alone.
func (out *effects) sentence(levers int) string {
	points := reckon.Points
	if levers < 2 {
		return fmt.Sprintf("Pulled, it moves the share of yes by %s points (90%%: %s to %s).", points(out.Together.By), points(out.Together.Range[0]), points(out.Together.Range[1]))
	}
	how := "which cannot be told from the sum of each alone"
	switch {
	case out.Beyond.Range[0] > 0:
		how = "which is above the sum of each alone"
	case out.Beyond.Range[1] < 0:
		how = "which is below the sum of each alone"
	}
	return fmt.Sprintf("All together move the share of yes by %s points, %s, %s: the difference is %s points (90%%: %s to %s).",
		points(out.Together.By), how, points(out.Alone.By), points(out.Beyond.By), points(out.Beyond.Range[0]), points(out.Beyond.Range[1]))
}
