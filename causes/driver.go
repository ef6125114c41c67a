package causes

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"reckon/experiment"
	"reckon/outlook"
)

// Drivers are the uncertain numbers that a question's answer hangs on. Sobol's
// indices are shares of the variance of the answer over runs, pooled over readings;
// chance, all that is drawn in a run besides its inputs, is one input more and takes
// part in them. Screening changes one number at a time and looks at the mean answer
// of many runs. Of more than 60 numbers the 30 that move the mean answer most have
// indices, and the others count as chance.
type Drivers struct {
	Question string   `json:"question"`
	Points   int      `json:"points"`
	Runs     int      `json:"runs"` // of each reading, all designs together
	P        float64  `json:"p"`
	Inputs   []Driver `json:"inputs"` // what matters most first
}

// Driver is one uncertain number.
type Driver struct {
	Name   string                `json:"name"`
	Title  string                `json:"title"`
	Unit   string                `json:"unit,omitempty"`
	Chance bool                  `json:"chance,omitempty"`
	First  experiment.Estimate   `json:"first"`
	Total  experiment.Estimate   `json:"total"`
	Screen *experiment.Screening `json:"screening,omitempty"` // nil for chance
}

// How many numbers have indices: all up to the first, else the second.
const (
	mostIndexed = 60
	fewIndexed  = 30
)

// Settings of Drive; the zero value works. Where the numbers are too many, Each is a
// quarter.
type Settings struct {
	Points int // of the design of Sobol's indices, a power of two; 0 is 1 024
	Paths  int // of the screening; 0 is 20
	Each   int // runs of a point of the screening; 0 is a sixteenth of Points, at least 4
}

// Drive computes Sobol's indices and Morris's screening of one question. The runs
// of the job are not looked at, its seed is. Cost: Points·(inputs+3) runs of each
// reading for the indices, Paths·Each·(inputs+1) for the screening.
func Drive(ctx context.Context, e *outlook.Ensemble, j outlook.Job, question string, set Settings) (*Drivers, error) {
	q, err := e.Asked(question)
	if err != nil {
		return nil, err
	}
	set.Points, set.Paths = cmp.Or(set.Points, 1024), cmp.Or(set.Paths, 20)
	set.Each = cmp.Or(set.Each, max(4, set.Points/16))
	inputs := e.Models()[0].Inputs()
	few := len(inputs)
	if few > mostIndexed {
		few, set.Each = fewIndexed, max(1, set.Each/4)
	}
	sobol := experiment.Saltelli{Inputs: few + 1, Points: set.Points, Seed: j.Seed}
	screen := experiment.Morris{Inputs: len(inputs), Paths: set.Paths, Levels: 4, Seed: j.Seed}
	if err := sobol.Check(); err != nil {
		return nil, err
	}
	d := &Drivers{Question: question, Points: set.Points}
	for _, in := range inputs {
		d.Inputs = append(d.Inputs, Driver{Name: in.Name, Title: cmp.Or(in.Title, in.Name), Unit: in.Unit})
	}
	parts := sobol.Inputs + 2 + screen.Inputs + 1
	if len(inputs) > 0 {
		if err := d.screening(ctx, e, j, q, screen, set.Each, parts); err != nil {
			return nil, err
		}
	}
	chosen := d.foremost(few)
	indices, err := d.indices(ctx, e, j, q, sobol, chosen, parts)
	if err != nil {
		return nil, err
	}
	d.P = indices.Mean
	list := make([]Driver, 0, few+1)
	for k, input := range chosen {
		in := d.Inputs[input]
		in.First, in.Total = indices.First[k], indices.Total[k]
		list = append(list, in)
	}
	chance := Driver{Name: "chance", Title: "Chance within a run", Chance: true, First: indices.First[few], Total: indices.Total[few]}
	if left := len(inputs) - few; left > 0 {
		chance.Title = fmt.Sprintf("Chance within a run, and the %d numbers that move the answer least", left)
	}
	d.Inputs = append(list, chance)
	slices.SortStableFunc(d.Inputs, func(a, b Driver) int { return cmp.Compare(b.Total.Value, a.Total.Value) })
	return d, nil
}

// foremost gives the inputs that move the mean answer most by the screening, in the
// order of inputs.
func (d *Drivers) foremost(few int) []int {
	list := make([]int, len(d.Inputs))
	for i := range list {
		list[i] = i
	}
	if few < len(list) {
		slices.SortStableFunc(list, func(a, b int) int { return cmp.Compare(d.Inputs[b].Screen.MuStar, d.Inputs[a].Screen.MuStar) })
		list = list[:few]
		slices.Sort(list)
	}
	return list
}

// indices runs the columns of Saltelli's design, one job a column: point A on the
// runs of the first numbers, B on as many others, so that chance is exchanged too,
// and with it the inputs that are not among the chosen.
func (d *Drivers) indices(ctx context.Context, e *outlook.Ensemble, j outlook.Job, q int, design experiment.Saltelli, chosen []int, parts int) (*experiment.Indices, error) {
	columns := design.Inputs + 2
	results := make([]float64, design.Size())
	place := map[int]int{}
	for k, input := range chosen {
		place[input] = k
	}
	for column := range columns {
		job := j.Part(len(d.Inputs)+1+column, parts)
		job.From = 0
		if column == 1 || column == columns-1 { // B, and A with the chance of B
			job.From = design.Points
		}
		job.To = job.From + design.Points
		job.Quantiles = func(run, input int) (float64, bool) {
			k, ok := place[input]
			if !ok {
				return 0, false
			}
			return design.At((run-job.From)*columns+column, k), true
		}
		answers, err := e.Answers(ctx, job)
		if err != nil {
			return nil, err
		}
		for k, x := range mean(e, answers, q) {
			results[k*columns+column] = x
		}
	}
	d.Runs += len(results)
	indices, err := design.Indices(results)
	return &indices, err
}

// screening runs the columns of Morris's design; every path keeps its draws.
func (d *Drivers) screening(ctx context.Context, e *outlook.Ensemble, j outlook.Job, q int, design experiment.Morris, each, parts int) error {
	columns := design.Inputs + 1
	results := make([]float64, design.Size())
	for column := range columns {
		job := j.Part(column, parts)
		job.From, job.To = 0, design.Paths*each
		job.Quantiles = func(run, input int) (float64, bool) {
			return design.At(run/each*columns+column, input), true
		}
		answers, err := e.Answers(ctx, job)
		if err != nil {
			return err
		}
		for k, x := range mean(e, answers, q) {
			results[k/each*columns+column] += x / float64(each)
		}
		d.Runs += job.To
	}
	found, err := design.Screen(results)
	for i := range found {
		d.Inputs[i].Screen = &found[i]
	}
	return err
}

// mean is the answer of every run, pooled over readings.
func mean(e *outlook.Ensemble, answers [][][]float64, q int) []float64 {
	pooled := make([]float64, len(answers[0][q]))
	one := make([]float64, len(answers))
	for k := range pooled {
		for r := range answers {
			one[r] = answers[r][q][k]
		}
		pooled[k] = e.Pooled(one)
	}
	return pooled
}
