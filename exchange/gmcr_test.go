package exchange_test

import (
	"fmt"
	"math"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"reckon"
	"reckon/casetest"
	"reckon/exchange"
	"reckon/lang"
)

// TestGMCRRoundTrip: what is written reads as the same options, directions,
// feasible states, moves and ranks, in both key styles.
func TestGMCRRoundTrip(t *testing.T) {
	statements, rankings := 0, 0
	rapid.Check(t, func(t *rapid.T) {
		m, g := drawn(t, 6)
		for _, o := range m.Case.Options {
			if o.Final && o.Lost {
				if _, _, err := m.GMCR(false); err == nil || !strings.Contains(err.Error(), "neither taken nor dropped") {
					t.Fatalf("a fixed option was written: %v", err)
				}
				return
			}
		}
		old := rapid.Bool().Draw(t, "old")
		text, _, err := m.GMCR(old)
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(string(text), `Ranking": true`) || strings.Contains(string(text), `Vectors": true`) {
			rankings++
		} else {
			statements++
		}
		c, found := lang.ReadGMCR("x.gmcr", text)
		place := map[string]int{}
		for k, o := range c.Options {
			_, own, _ := strings.Cut(o.Name, ".")
			place[own] = k
		}
		to := func(s reckon.State) (filed reckon.State) {
			for k, o := range m.Case.Options {
				_, own, _ := strings.Cut(o.Name, ".")
				if s.Has(k) {
					filed |= 1 << uint(place[own])
				}
			}
			return filed
		}
		equal(t, g, reload(t, c, found), to)
	})
	if statements+rankings >= 40 && (statements == 0 || rankings == 0) { // a short run may miss one
		t.Errorf("%d files by statements, %d by ranking: one way was never tried", statements, rankings)
	}
}

// TestGMCRFiles: a file that is read and written reads as the identical case.
func TestGMCRFiles(t *testing.T) {
	files := append(shared(t), "testdata/cube.gmcr")
	for _, file := range files {
		name := filepath.Base(file)
		t.Run(name, func(t *testing.T) {
			c, found := lang.ReadGMCR(name, read(t, file))
			if len(found) > 0 {
				t.Fatal(found)
			}
			for _, old := range []bool{false, true} {
				m := &exchange.Model{Case: c, Minds: c.Minds}
				text, notes, err := m.GMCR(old)
				if err != nil || len(notes) > 0 {
					t.Fatal(err, notes)
				}
				again, found := lang.ReadGMCR(name, text)
				if len(found) > 0 {
					t.Fatalf("%v\n%s", found, text)
				}
				for _, m := range slices.Concat(c.Minds, again.Minds) {
					for _, tied := range m.Order {
						slices.Sort(tied) // within a tie the order means nothing
					}
				}
				if diff := gocmp.Diff(c, again); diff != "" {
					t.Errorf("old %t: the case changed\n%s", old, diff)
				}
			}
		})
	}
}

// TestGMCRSaysIfAndIff: "A if B" and "A iff B" become compounds that mean the
// same, measures become what they are today, and what cannot be said is noted.
func TestGMCRSaysIfAndIff(t *testing.T) {
	a, b := casetest.Opt(0), casetest.Opt(1)
	iff := casetest.Op("==", a, b)
	when := casetest.Op("||", a, casetest.Not(b))
	oil := casetest.Op("&&", a, casetest.Op(">", reckon.Expr{Op: "measure", Name: "oil"}, reckon.Expr{Op: "number", Number: 2}))
	unknown := casetest.Op(">", reckon.Expr{Op: "measure", Name: "gas"}, reckon.Expr{Op: "number", Number: 2})
	c := &reckon.Case{
		Name:    "x",
		Actors:  []reckon.Actor{{Name: "p", Options: []int{0}}, {Name: "q", Options: []int{1}}},
		Options: []reckon.Option{{Name: "p.a"}, {Name: "q.b", Actor: 1, On: true}},
	}
	minds := []reckon.Mind{
		{Actor: "p", Wants: []reckon.Want{{That: iff, RedLine: true}, {That: when}, {That: iff}}},
		{Actor: "q", Wants: []reckon.Want{{That: oil}, {Name: "gas", That: unknown}, {That: casetest.Op("||", a, reckon.Expr{Op: "yes"})}}},
	}
	m := &exchange.Model{Case: c, Minds: minds, Measures: func(name string) float64 {
		if name == "oil" {
			return 3
		}
		return math.NaN()
	}}
	text, notes, err := m.GMCR(false)
	if err != nil {
		t.Fatal(err)
	}
	read, found := lang.ReadGMCR("x.gmcr", text)
	if len(found) > 0 {
		t.Fatal(found)
	}
	var got []string
	for _, m := range read.Minds {
		for _, w := range m.Wants {
			got = append(got, w.Text)
		}
	}
	want := []string{"p.a && q.b || !p.a && !q.b", "p.a || !q.b", "p.a"}
	if !slices.Equal(got, want) {
		t.Errorf("wants %q, want %q", got, want)
	}
	if said := strings.Join(notes, "; "); !strings.Contains(said, "gas") || !strings.Contains(said, "at the start") || !strings.Contains(said, "how strongly") {
		t.Errorf("notes %q", notes)
	}
}

// TestGMCRRefuses what the format cannot hold.
func TestGMCRRefuses(t *testing.T) {
	parity := casetest.Opt(0)
	c := &reckon.Case{Name: "x", Actors: []reckon.Actor{{Name: "p"}}}
	for k := range 18 {
		c.Actors[0].Options = append(c.Actors[0].Options, k)
		c.Options = append(c.Options, reckon.Option{Name: fmt.Sprintf("p.o%d", k)})
		if k > 0 {
			parity = casetest.Op("!=", parity, casetest.Opt(k))
		}
	}
	m := &exchange.Model{Case: c, Minds: []reckon.Mind{{Actor: "p", Wants: []reckon.Want{{That: parity}}}}}
	if _, _, err := m.GMCR(false); err == nil || !strings.Contains(err.Error(), "up to 16") {
		t.Errorf("18 options that need a ranking: %v", err)
	}
	c.Impossible = []reckon.Impossible{{Name: "odd", When: parity}}
	if _, _, err := m.GMCR(false); err == nil || !strings.Contains(err.Error(), `"odd"`) {
		t.Errorf("a rule of 2^17 conditions: %v", err)
	}
	c.Impossible, c.Options[3].Lost, c.Options[3].Final = nil, true, true
	if _, _, err := m.GMCR(false); err == nil || !strings.Contains(err.Error(), "p.o3") {
		t.Errorf("a fixed option: %v", err)
	}
}

// TestTooLargeToList: a conflict whose states nobody could list is still written
// by its statements, as .gmcr and as case text, and refused where states count.
func TestTooLargeToList(t *testing.T) {
	c := &reckon.Case{Name: "large", Actors: []reckon.Actor{{Name: "p"}}}
	minds := []reckon.Mind{{Actor: "p"}}
	for k := range 40 {
		c.Actors[0].Options = append(c.Actors[0].Options, k)
		c.Options = append(c.Options, reckon.Option{Name: fmt.Sprintf("p.o%d", k)})
		minds[0].Wants = append(minds[0].Wants, reckon.Want{That: casetest.Op("||", casetest.Opt(k), casetest.Not(casetest.Opt((k+1)%40)))})
	}
	c.Minds = minds
	m := &exchange.Model{Case: c, Minds: minds}
	text, notes, err := m.GMCR(false)
	if err != nil || len(notes) > 0 {
		t.Fatal(err, notes)
	}
	read, found := lang.ReadGMCR("large.gmcr", text)
	if len(found) > 0 || len(read.Minds[0].Wants) != 40 {
		t.Fatalf("%v", found)
	}
	text, _, err = m.HCL()
	if err != nil {
		t.Fatal(err)
	}
	loaded, _ := lang.Load(lang.Files{"case.hcl": text})
	for k, w := range loaded.Minds[0].Wants {
		if got := lang.Written(loaded, &w.That); got != read.Minds[0].Wants[k].Text {
			t.Errorf("want %d is %s in case text, %s in .gmcr", k, got, read.Minds[0].Wants[k].Text)
		}
	}
	if _, err := m.Game(nil, false); err == nil || !strings.Contains(err.Error(), "40 options") {
		t.Errorf("a table of 2^40 profiles: %v", err)
	}
}
