package sim

import (
	"context"
	"errors"
	"fmt"
	"math"
	"reflect"
	"slices"
	"strings"
	"testing"

	"reckon"
)

// TestWorkersAndShards: the same bytes on any number of workers, and from parts made
// apart and merged in any order.
func TestWorkersAndShards(t *testing.T) {
	end := 1500
	if testing.Short() {
		end = 800
	}
	m := model(t, newWild(5).c, Settings{})
	whole := bytesOf(t, tallied(t, m, Job{Seed: 3, From: 100, To: end, Workers: 1}))
	for _, workers := range []int{2, 8} {
		if got := bytesOf(t, tallied(t, m, Job{Seed: 3, From: 100, To: end, Workers: workers})); got != whole {
			t.Errorf("%d workers make another tally", workers)
		}
	}
	for _, lanes := range []int{1, 16} {
		narrow := model(t, newWild(5).c, Settings{})
		narrow.lanes = lanes
		if got := bytesOf(t, tallied(t, narrow, Job{Seed: 3, From: 100, To: end, Workers: 2})); got != whole {
			t.Errorf("blocks of %d make another tally", lanes)
		}
	}
	var parts []*Tally
	for _, r := range [][2]int{{700, end}, {100, 101}, {101, 512}, {512, 700}} {
		parts = append(parts, tallied(t, m, Job{Seed: 3, From: r[0], To: r[1], Workers: 2}))
	}
	for _, order := range [][]int{{0, 1, 2, 3}, {3, 1, 0, 2}, {2, 0, 3, 1}} {
		sum := newTally(m.head(3))
		for _, i := range order {
			var part Tally
			if err := part.UnmarshalBinary([]byte(bytesOf(t, parts[i]))); err != nil {
				t.Fatal(err)
			}
			if err := sum.Merge(&part); err != nil {
				t.Fatal(err)
			}
		}
		if got := bytesOf(t, sum); got != whole {
			t.Errorf("parts in the order %v make another tally", order)
		}
		if !reflect.DeepEqual(sum.Ranges(), [][2]int{{100, end}}) {
			t.Errorf("ranges %v", sum.Ranges())
		}
	}
}

// TestMergeRefuses: runs counted twice, and runs of something else.
func TestMergeRefuses(t *testing.T) {
	c := newWild(5).c
	m := model(t, c, Settings{})
	a := tallied(t, m, Job{Seed: 3, To: 300})
	other := model(t, c, Settings{Scenario: reckon.Scenario{Without: []string{"noise"}}})
	edited := newWild(5).c
	edited.Parameters[0].Value = exactly(0.25)
	for what, b := range map[string]*Tally{
		"both tallies count the runs 299 to 299": tallied(t, m, Job{Seed: 3, From: 299, To: 301}),
		"one tally has seed 3, the other 4":      tallied(t, m, Job{Seed: 4, From: 300, To: 301}),
		"the runs are of another":                tallied(t, other, Job{Seed: 3, From: 300, To: 301}),
		"edited in between":                      tallied(t, model(t, edited, Settings{}), Job{Seed: 3, From: 300, To: 301}),
	} {
		before := bytesOf(t, a)
		if err := a.Merge(b); err == nil || !strings.Contains(err.Error(), what) {
			t.Errorf("error %v, want %q", err, what)
		}
		if bytesOf(t, a) != before {
			t.Errorf("a refused tally was added: %s", what)
		}
	}
}

// TestMark: runs of the same text have the same mark, and those of another reading,
// another mind or a later day of writing have another.
func TestMark(t *testing.T) {
	mark := func(edit func(*reckon.Reading)) uint64 {
		c := newWild(5).c
		r := &reckon.Reading{Name: "r", Dated: day("2026-01-10"), Minds: newWild(5).c.Minds}
		edit(r)
		m, err := New(c, r, Settings{})
		must(err)
		return m.mark
	}
	seen := map[uint64]string{mark(func(*reckon.Reading) {}): "as it is"}
	for what, edit := range map[string]func(*reckon.Reading){
		"name":   func(r *reckon.Reading) { r.Name = "other" },
		"day":    func(r *reckon.Reading) { r.Dated++ },
		"temper": func(r *reckon.Reading) { r.Minds[0].Temper.Caution = 0.75 },
		"want":   func(r *reckon.Reading) { r.Minds[0].Wants[0].That = opt(1) },
		"view": func(r *reckon.Reading) {
			r.Minds[0].View.Overrides = append(r.Minds[0].View.Overrides, reckon.Override{Unaware: true, Option: 2})
		},
		"kind": func(r *reckon.Reading) {
			r.Minds[0].Beliefs = []reckon.Belief{{About: "b", Kinds: []reckon.Kind{{Name: "k", Odds: 1, Temper: best()}}}}
		},
	} {
		x := mark(edit)
		if was, found := seen[x]; found {
			t.Errorf("%s: the mark is that of %s", what, was)
		}
		if seen[x] = what; mark(edit) != x {
			t.Errorf("%s: another mark at the second time", what)
		}
	}
}

// TestEachInOrder: paths come in the order of their numbers, and their answers are
// those of Answers and of the tally.
func TestEachInOrder(t *testing.T) {
	m := model(t, newWild(8).c, Settings{})
	next, yes := 10, make([]int, len(m.c.Questions))
	job := Job{Seed: 9, From: 10, To: 900, Workers: 4}
	var done []int
	job.Progress = func(n, total int) {
		if done = append(done, n); total != 890 {
			t.Errorf("%d of %d", n, total)
		}
	}
	var all [][]float64
	job.Each = func(p *Path) {
		if p.Run != next {
			t.Errorf("run %d after run %d", p.Run, next-1)
		}
		next++
		all = append(all, slices.Clone(p.Answers))
		for q, x := range p.Answers {
			if x == 1 {
				yes[q]++
			}
		}
	}
	tally := tallied(t, m, job)
	if next != 900 || !slices.IsSorted(done) || done[len(done)-1] != 890 {
		t.Errorf("%d runs, progress %v", next-10, done)
	}
	for q, has := range tally.Questions() {
		if !has.Number && has.Yes != yes[q] {
			t.Errorf("%s: %d yes, by path %d", has.Name, has.Yes, yes[q])
		}
	}
	job.Each = nil
	answers, err := m.Answers(context.Background(), job)
	if err != nil {
		t.Fatal(err)
	}
	for q := range answers {
		for run, x := range answers[q] {
			if y := all[run][q]; x != y && !(math.IsNaN(x) && math.IsNaN(y)) {
				t.Fatalf("question %d, run %d: %v and %v", q, run, x, y)
			}
		}
	}
	pairsAddUp(t, tally, answers)
}

// pairsAddUp: yes to both questions is counted right, so that conditional pairs add up.
func pairsAddUp(t *testing.T, tally *Tally, answers [][]float64) {
	t.Helper()
	for a, qa := range tally.Questions() {
		for b, qb := range tally.Questions() {
			n := 0
			for run := range answers[a] {
				if !qa.Number && !qb.Number && answers[a][run] == 1 && answers[b][run] == 1 {
					n++
				}
			}
			if got := tally.Both(a, b); got != n {
				t.Errorf("%s and %s: %d, counted %d", qa.Name, qb.Name, got, n)
			}
		}
	}
}

// TestRefusedJobs: numbers of runs that make no sense.
func TestRefusedJobs(t *testing.T) {
	m := model(t, still(2), Settings{})
	for _, job := range []Job{{}, {To: -3}, {From: -1, To: 4}, {To: MaxRun + 1}, {From: 5, To: 5}, {From: 6, To: 5}} {
		if tally, err := m.Run(context.Background(), job); err == nil || tally != nil {
			t.Errorf("%+v was run", job)
		}
	}
	if _, _, err := m.Trace(1, -1); err == nil {
		t.Error("run −1 was traced")
	}
	top := tallied(t, m, Job{From: MaxRun - 3, To: MaxRun})
	if top.Runs() != 3 {
		t.Errorf("%d runs at the top", top.Runs())
	}
}

// TestCancel: what is done so far is kept, a stretch from the first run on.
func TestCancel(t *testing.T) {
	m := model(t, newWild(5).c, Settings{})
	ctx, cancel := context.WithCancelCause(context.Background())
	why := errors.New("the user left")
	job := Job{Seed: 3, From: 100, To: 50_000, Workers: 2, Progress: func(done, _ int) {
		if done > 600 {
			cancel(why)
		}
	}}
	tally, err := m.Run(ctx, job)
	if !errors.Is(err, why) || !strings.Contains(err.Error(), fmt.Sprintf("after %d of 49900 runs", tally.Runs())) {
		t.Fatalf("error %v after %d runs", err, tally.Runs())
	}
	if tally.Asked() != 49_900 || len(tally.Ranges()) != 1 || tally.Ranges()[0][0] != 100 || tally.Runs() < 600 {
		t.Fatalf("%d asked, ranges %v", tally.Asked(), tally.Ranges())
	}
	part := tallied(t, m, Job{Seed: 3, From: 100, To: tally.Ranges()[0][1]})
	part.asked = tally.asked
	if bytesOf(t, part) != bytesOf(t, tally) {
		t.Error("what was kept is not what those runs are")
	}
}

// TestFaults: a run that cannot go on says why, and the whole blocks before it stay.
func TestFaults(t *testing.T) {
	c := still(8)
	m := free("m")
	m.At = reckon.Range{File: "case.hcl", Start: reckon.Pos{Line: 7}}
	m.Start = spread(reckon.Between, 0, 1)
	m.Next = with("/", num(1), with("?", with("<", ref("m"), num(0.0015)), num(0), ref("m")))
	m.Next.At = m.At
	c.Measures = []reckon.Measure{m}
	model := model(t, c, Settings{})
	tally, err := model.Run(context.Background(), Job{Seed: 1, To: 5000, Workers: 2})
	if err == nil {
		t.Fatal("no error")
	}
	for _, want := range []string{"run ", "measure m", "case.hcl, line 7", "at step ", "2026-", "m = 0.00"} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("%q is not in: %v", want, err)
		}
	}
	var run int
	if _, err := fmt.Sscanf(err.Error(), "run %d:", &run); err != nil {
		t.Fatal(err)
	}
	if tally.Runs() != run/mostLanes*mostLanes || tally.Asked() != 5000 {
		t.Errorf("%d runs are kept where run %d fails", tally.Runs(), run)
	}
	if _, _, err := model.Trace(1, run); err == nil {
		t.Error("its trace goes on")
	}
}

// TestChanceOutOfRange: a chance above 1 is an error with a way out.
func TestChanceOutOfRange(t *testing.T) {
	for _, s := range []reckon.Shock{{Chance: with("*", num(0.5), call("time"))}, {Rate: with("-", num(2), call("time"))}} {
		m := model(t, quake(still(6), s), Settings{})
		tally, err := m.Run(context.Background(), Job{Seed: 1, To: 10})
		if err == nil || !strings.Contains(err.Error(), "in run ") || !strings.Contains(err.Error(), "at step 3 (2026-01-22)") || !strings.Contains(err.Error(), "max(0, …)") {
			t.Errorf("%v", err)
		}
		if tally == nil || tally.Runs() != 0 {
			t.Error("a failed block is in the tally")
		}
	}
}

// TestQuantiles: a fixed input has the quantile that was asked for, at the ends the
// outermost that can be drawn; the others are drawn as ever.
func TestQuantiles(t *testing.T) {
	c := still(2)
	c.Parameters = []reckon.Parameter{
		{Name: "p", Value: spread(reckon.Between, 10, 20)}, {Name: "q", Value: spread(reckon.Normal, 0, 1)},
	}
	c.Measures = []reckon.Measure{free("m")}
	c.Measures[0].Start = spread(reckon.Triangular, 0, 1, 2)
	m := model(t, c, Settings{})
	if in := m.Inputs(); len(in) != 3 || in[0].Name != "p" || in[0].Quantile(0.25) != 12.5 || !in[2].Start {
		t.Fatalf("inputs %+v", in)
	}
	drawn := paths(t, m, Job{Seed: 5, To: 3})
	fixed := paths(t, m, Job{Seed: 5, To: 3, Quantiles: func(run, input int) (float64, bool) {
		return []float64{0, 0.25, 1}[run], input == 0 || input == 1 && run == 2
	}})
	for run, p := range []float64{10, 12.5, 20} {
		if got := fixed[run].Inputs; math.Abs(got[0]-p) > 1e-12 || got[2] != drawn[run].Inputs[2] || run < 2 && got[1] != drawn[run].Inputs[1] {
			t.Errorf("run %d: %v, drawn %v", run, got, drawn[run].Inputs)
		}
	}
	if z := fixed[2].Inputs[1]; !(z > 8 && z < 9) {
		t.Errorf("the far end of a normal is %v", z)
	}
}

// TestArenasInShards: with an arena of any kind, too, a run is the same on any number
// of workers, in blocks of any width and in whatever parts runs are asked for.
func TestArenasInShards(t *testing.T) {
	end := 400
	if testing.Short() {
		end = 300
	}
	kinds := map[string]bool{}
	for seed := uint64(0); len(kinds) < 5; seed++ {
		c := newWild(seed).c
		if len(c.Arenas) == 0 || kinds[c.Arenas[0].Kind] {
			continue
		}
		kind := c.Arenas[0].Kind
		kinds[kind] = true
		m, narrow := model(t, c, Settings{}), model(t, c, Settings{})
		narrow.lanes = 16
		whole := bytesOf(t, tallied(t, m, Job{Seed: seed, To: end, Workers: 1}))
		for name, other := range map[string]*Tally{
			"two workers": tallied(t, m, Job{Seed: seed, To: end, Workers: 2}), "narrow blocks": tallied(t, narrow, Job{Seed: seed, To: end, Workers: 2}),
		} {
			if bytesOf(t, other) != whole {
				t.Errorf("%s: %s make another tally", kind, name)
			}
		}
		sum := tallied(t, narrow, Job{Seed: seed, From: 129, To: end, Workers: 2})
		if err := sum.Merge(tallied(t, m, Job{Seed: seed, To: 129, Workers: 1})); err != nil || bytesOf(t, sum) != whole {
			t.Errorf("%s: parts make another tally (%v)", kind, err)
		}
	}
}
