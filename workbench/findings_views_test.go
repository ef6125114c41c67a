package workbench

import (
	"path/filepath"
	"slices"
	"testing"

	"reckon"
	"reckon/brief"
	"reckon/mind"
)

// games returns the subject's game in every reading of a shipped case.
func games(t *testing.T, folder string) (*Bench, []*brief.Game) {
	t.Helper()
	b, err := Open(filepath.Join("..", "cases", filepath.FromSlash(folder)))
	if err != nil {
		t.Fatal(err)
	}
	var all []*brief.Game
	for _, r := range b.readings() {
		m, err := mind.New(b.Case, r, b.measures())
		if err != nil {
			t.Fatal(err)
		}
		g, err := gameOf(b, r, m, b.Case.Actor(b.Case.Subject), b.Case.Today())
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, g)
	}
	return b, all
}

// TestWhereHisViewBreaks follows the founding case: what each document says he
// took Washington and Israel for, and the day on which it did not hold.
func TestWhereHisViewBreaks(t *testing.T) {
	b, all := games(t, "supreme-leader")
	for _, x := range []struct {
		reading     int
		kind, about string
		first       string // the row that breaks it first
		tests       bool
	}{
		{0, "can be dealt with", "washington", "us-leaves-jcpoa", false},
		{1, "tires first", "washington", "us-leaves-jcpoa", false},
		{2, "lets it pass", "israel", "fakhrizadeh-killed", false},
		{2, "lets it pass", "washington", "us-bombs-fordow", false},
	} {
		row, tests, ok := firstBreak(b, all[x.reading], x.about, x.kind)
		if !ok || b.Case.Record[row].ID != x.first || tests != x.tests {
			t.Errorf("%s taken for %q by reading %d: broken %v by %+v", x.about, x.kind, x.reading, ok, b.Case.Record[row].ID)
		}
	}
	for i, g := range all {
		for _, x := range g.Broken {
			e := b.Case.Record[x.Row]
			if e.Date > b.Case.AsOf || e.Kind == "state" || x.Tests != (e.Date > b.Case.Readings[i].Dated) {
				t.Errorf("reading %d: row %s of %s, tests %v", i, e.ID, e.Date, x.Tests)
			}
			if slices.ContainsFunc(x.Breaks, func(k mind.Break) bool { return k.Viewer != g.Actor || !k.Irrational && !k.Stands() }) {
				t.Errorf("reading %d: %+v", i, x.Breaks)
			}
		}
	}
	// The second document holds that Washington tires; the bombs of June 2025 came
	// ten days after it was written.
	june := all[1].Broken[len(all[1].Broken)-1]
	if e := b.Case.Record[june.Row]; e.Date.String() != "2025-06-22" || !june.Tests || june.Breaks[0].Kind != "tires first" {
		t.Errorf("the second reading breaks last on %s: %+v", e.Date, june.Breaks)
	}
	if odds := all[1].Learned[0]; !(odds[0] < 0.3) {
		t.Errorf("after it he still takes Washington for one that tires: %v", odds)
	}
	if g := all[1].Today; !slices.Contains(g.Settled, b.Case.Actor("washington")) || all[1].Taken[b.Case.Actor("washington")] > 1e-9 {
		t.Errorf("he should expect Washington to let go: %+v %v", g, all[1].Taken)
	}
}

func firstBreak(b *Bench, g *brief.Game, about, kind string) (row int, tests, ok bool) {
	for _, x := range g.Broken {
		for _, k := range x.Breaks {
			if k.Kind == kind && b.Case.Actors[k.Actor].Name == about {
				return x.Row, x.Tests, true
			}
		}
	}
	return 0, false, false
}

// TestGameAddsUp: what he expects is what lasts, less what he misses, plus where
// he is mistaken; a case in which nobody errs has neither.
func TestGameAddsUp(t *testing.T) {
	for _, folder := range []string{"supreme-leader", "catalogue/fraserhipel1984/cuba-1962", "catalogue/hipel1993/elmira-1991"} {
		b, all := games(t, folder)
		for i, r := range b.readings() {
			m, err := mind.New(b.Case, r, b.measures())
			if err != nil {
				t.Fatal(err)
			}
			g := all[i]
			lasts := m.Equilibria(g.Concept)
			if g.Expects != lasts.Len()-len(g.Missed)+len(g.Mistaken) {
				t.Errorf("%s, reading %d: expects %d of %d, misses %d, mistaken in %d", folder, i, g.Expects, lasts.Len(), len(g.Missed), len(g.Mistaken))
			}
			if slices.ContainsFunc(g.Mistaken, func(s reckon.State) bool { return lasts.Has(s) }) || slices.ContainsFunc(g.Missed, func(s reckon.State) bool { return !lasts.Has(s) }) {
				t.Errorf("%s, reading %d: a state is on the wrong list", folder, i)
			}
			if folder != "supreme-leader" && len(r.MindsIn(b.Case)[g.Actor].Beliefs) == 0 && len(g.Mistaken)+len(g.Missed) > 0 {
				t.Errorf("%s: who believes nothing errs", folder)
			}
		}
	}
}
