package sim

import (
	"context"
	"math"
	"slices"
	"testing"
)

// TestEngineOracle holds the lanes against the plain version: the same draws give
// the same states, the same values to the last bit and the same answers.
func TestEngineOracle(t *testing.T) {
	cases := 60
	if testing.Short() {
		cases = 8
	}
	for seed := range uint64(cases) {
		w := newWild(seed)
		set := Settings{}
		if seed%2 == 1 {
			set.Scenario = w.scenario()
		}
		m, err := New(w.c, nil, set)
		if err != nil {
			t.Fatalf("case %d: %v", seed, err)
		}
		job := Job{Seed: seed, From: 253, To: 259, Workers: 1}
		if seed%5 == 0 {
			job.Quantiles = func(run, input int) (float64, bool) { return 0.25, input == 0 && run%2 == 0 }
		}
		compare(t, m, job, seed)
	}
}

func compare(t *testing.T, m *Model, job Job, seed uint64) {
	t.Helper()
	all, refused := m.runPlain(&job)
	i := 0
	job.Each = func(p *Path) {
		if i >= len(all) {
			t.Errorf("case %d: run %d goes on where the plain one stops: %v", seed, p.Run, refused)
			return
		}
		same(t, m, p, all[i], seed)
		i++
	}
	_, err := m.Run(context.Background(), job)
	if (err == nil) != (refused == nil) {
		t.Fatalf("case %d: %v, plainly: %v", seed, err, refused)
	}
	if err == nil {
		believed(t, m, &job, all, seed)
	}
}

// believed compares what everybody holds everybody to be when the runs end.
func believed(t *testing.T, m *Model, job *Job, all []*plain, seed uint64) {
	t.Helper()
	e, b := m.newEngine(len(all)), m.newBlock(len(all))
	b.run, b.n = job.From, len(all)
	must(e.fill(b, job))
	for lane, p := range all {
		if got := e.odds[lane*e.width:][:e.width]; !slices.Equal(got, p.odds) {
			t.Fatalf("case %d, run %d: the odds are %v, plainly %v", seed, job.From+lane, got, p.odds)
		}
	}
}

func same(t *testing.T, m *Model, p *Path, by *plain, seed uint64) {
	t.Helper()
	for k := range p.States {
		if p.States[k] != by.states[k] {
			t.Errorf("case %d, run %d, step %d: options %b, plainly %b", seed, p.Run, k, p.States[k], by.states[k])
			return
		}
		for i := range p.Values {
			if a, b := p.Values[i][k], by.values[k][i]; math.Float64bits(a) != math.Float64bits(b) {
				t.Errorf("case %d, run %d, step %d: %s is %v, plainly %v", seed, p.Run, k, m.c.Measures[i].Name, a, b)
				return
			}
		}
	}
	for q := range p.Answers {
		want, _ := by.answer(q)
		if a := p.Answers[q]; a != want && !(math.IsNaN(a) && math.IsNaN(want)) {
			t.Errorf("case %d, run %d: %s is answered %v, plainly %v", seed, p.Run, m.c.Questions[q].Name, a, want)
		}
	}
}
