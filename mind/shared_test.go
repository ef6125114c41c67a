package mind

import (
	"slices"
	"sync"
	"testing"

	"reckon"
)

// story plays one run on pages and returns every number that comes up.
func story(p *Page, c *reckon.Case, seed int) []float64 {
	draw := seeded(seed)
	odds, tilt := p.Odds(), make([]float64, len(p.Odds()))
	var choice Choice
	var all []float64
	var facts []uint64
	s := reckon.State(draw(1 << len(c.Options)))
	follow := func(next *Page, err error) {
		if err == nil {
			p = next
		} else {
			all = append(all, -1) // no conflict is left under these rules
		}
	}
	for range 60 {
		actor := draw(len(c.Actors))
		x, y := float64(draw(3)), float64(draw(2))
		facts = p.Facts(facts[:0], func(name string) float64 { return map[string]float64{"x": x, "y": y}[name] })
		follow(p.Under(facts))
		if k := draw(8); k < len(p.book.minds.cast[actor])-1 {
			follow(p.Turn(actor, k, odds))
		}
		for k := range tilt {
			tilt[k] = 1 + float64(draw(3))
		}
		p.Choose(&choice, actor, s, odds, tilt)
		to := choice.Pick(float64(draw(100)) / 100)
		p.Learn(&choice, actor, s, to, odds, tilt)
		follow(p.After(s, to))
		all = append(append(all, choice.P...), odds...)
		s = to
	}
	return all
}

// TestManyRunsShareABook: runs on several goroutines that share pages, and forget and
// make them anew all the time, give the same bits as each run alone with a book of its
// own that keeps everything.
func TestManyRunsShareABook(t *testing.T) {
	compared := 0
	cases := 12
	if testing.Short() {
		cases = 3
	}
	for seed := range cases {
		c := inTime(seeded(seed))
		m, err := New(c, nil, func(string) float64 { return 1 })
		if err != nil {
			continue
		}
		shared, err := m.Page(1 << 16)
		if err != nil {
			t.Fatal(err)
		}
		got := make([][]float64, 16)
		var workers sync.WaitGroup
		for w := range 4 {
			workers.Go(func() {
				for run := w; run < len(got); run += 4 {
					got[run] = story(shared, c, run)
				}
			})
		}
		for _, s := range m.Base().States().List() { // the minds themselves go on meanwhile
			m.Choose(0, s, m.Steps(0, s, false))
			m.Observe(0, s, hold, nil)
		}
		workers.Wait()
		for run := range got {
			alone, err := m.Page(1 << 30)
			if err != nil {
				t.Fatal(err)
			}
			if want := story(alone, c, run); !slices.Equal(got[run], want) {
				t.Fatalf("seed %d, run %d: %v, want %v", seed, run, got[run], want)
			}
			compared += len(got[run])
		}
	}
	if compared == 0 {
		t.Error("nothing was compared")
	}
}

// TestRoomIsBounded: however many pages come and go, no more is kept than allowed, but
// for the page just made.
func TestRoomIsBounded(t *testing.T) {
	c := world(4, 4)
	var sum reckon.Expr
	for k := range 8 { // hangs on so many options that the exact value of x matters
		e := op("?", opt(k), number(float64(k)), measure("x"))
		if k == 0 {
			sum = e
		} else {
			sum = op("+", sum, e)
		}
	}
	c.Minds = []reckon.Mind{{Actor: "a", Temper: reckon.DefaultTemper(), Wants: wants(op(">", sum, number(9)), opt(0), opt(1))}}
	m, err := New(c, nil, func(string) float64 { return 0 })
	if err != nil {
		t.Fatal(err)
	}
	const room = 1 << 18
	p, err := m.Page(room)
	if err != nil {
		t.Fatal(err)
	}
	if len(p.Exact()) != 1 || len(p.Conditions()) != 1 {
		t.Fatalf("conditions %v, exact %v", p.Conditions(), p.Exact())
	}
	most := 0
	for n := range 200 {
		if p, err = p.Under(p.Facts(nil, func(string) float64 { return float64(n) })); err != nil {
			t.Fatal(err)
		}
		most = max(most, len(*p.book.pages.Load()))
		if p.book.kept > room {
			t.Fatalf("%d bytes are kept of %d", p.book.kept, room)
		}
	}
	if most < 2 || most > room/pageBytes {
		t.Errorf("at most %d pages were kept", most)
	}
}

// TestPagesAreFree: once made, finding a page, choosing and learning allocate nothing.
func TestPagesAreFree(t *testing.T) {
	measured := 0
	for seed := range 20 {
		c := inTime(seeded(seed))
		for i := range c.Minds { // these two are worked out move by move
			if k := &c.Minds[i].Temper.Concept; *k == reckon.SIM || *k == reckon.Tableau {
				*k = reckon.SEQ
			}
		}
		m, err := New(c, nil, func(string) float64 { return 1 })
		if err != nil {
			continue
		}
		p, err := m.Page(1 << 30)
		if err != nil {
			t.Fatal(err)
		}
		odds, tilt, facts, x := p.Odds(), p.Odds(), []uint64(nil), 0.0
		if _, err := p.Under(p.Facts(nil, func(string) float64 { return 0 })); err != nil {
			continue
		}
		measured++
		var choice Choice
		run := func() {
			for s := range reckon.State(1 << len(c.Options)) {
				x = 1 - x
				facts = p.Facts(facts[:0], func(string) float64 { return x })
				p, _ = p.Under(facts)
				for i := range c.Actors {
					p.Choose(&choice, i, s, odds, tilt)
					p.Learn(&choice, i, s, choice.Pick(0.7), odds, tilt)
				}
			}
		}
		run()
		if n := testing.AllocsPerRun(1, run); n > 0 {
			t.Fatalf("seed %d: %v allocations", seed, n)
		}
	}
	if measured == 0 {
		t.Error("nothing was measured")
	}
}
