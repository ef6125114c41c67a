package coalition

import (
	"io/fs"
	"os"
	"reflect"
	"strings"
	"testing"

	"reckon"
	"reckon/casetest"
	"reckon/lang"
	"reckon/stability"
)

func folder(tb testing.TB, path string) (*reckon.Case, *stability.Conflict) {
	tb.Helper()
	files := lang.Files{}
	tree := os.DirFS(path)
	err := fs.WalkDir(tree, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(name, ".hcl") && !strings.HasSuffix(name, ".bib") {
			return err
		}
		files[name], err = fs.ReadFile(tree, name)
		return err
	})
	if err != nil {
		tb.Fatal(err)
	}
	c, _ := lang.Load(files)
	var reading *reckon.Reading
	if len(c.Readings) > 0 {
		reading = &c.Readings[0]
	}
	g, err := stability.Compile(c, reading.MindsIn(c), nil)
	if err != nil {
		tb.Fatal(err)
	}
	return c, g
}

func state(letters string) (s reckon.State) {
	for k, c := range letters {
		if c == 'Y' {
			s |= 1 << k
		}
	}
	return s
}

// TestElmira: the ministry and Uniroyal leave state 5 for state 8 of the
// published nine, the agreement of 1991. Two of their moves are needed: the
// ministry modifies the order, Uniroyal accepts it.
func TestElmira(t *testing.T) {
	_, g := folder(t, "../cases/catalogue/hipel1993/elmira-1991")
	a := analyse(t, g, Settings{})
	five, eight := state("NYNNY"), state("YNYNY")
	pair := Of(0, 1)
	found := a.Improvements(pair, five)
	if len(found) != 1 || found[0].To != eight || len(found[0].Path) != 2 || !reflect.DeepEqual(found[0].Gains, []int{1, 1}) {
		t.Errorf("from 5 the ministry and Uniroyal improve to %+v", found)
	}
	res := solve(t, a)
	for _, concept := range a.Concepts() {
		if res.Stable(pair, concept).Has(five) {
			t.Errorf("state 5 is %s stable for the pair, although the local governments would not undo state 8", concept)
		}
		for _, h := range []Coalition{Of(0), Of(1), Of(2), Of(0, 2), Of(1, 2), a.everyone} {
			if !res.Stable(h, concept).Has(five) {
				t.Errorf("state 5 is not %s stable for %v", concept, h.Members())
			}
		}
		if all := res.Everywhere(concept); all.Has(five) || !all.Has(eight) {
			t.Errorf("%s: coalitionally stable are %v; 8 should be and 5 not", concept, all.List())
		}
	}
	jumps, err := a.Jumps(g.Solve(reckon.Nash).Equilibria(reckon.Nash))
	if err != nil {
		t.Fatal(err)
	}
	if len(jumps) != 1 || jumps[0].From != five || jumps[0].To != eight || jumps[0].Coalition != pair || !jumps[0].Lands || len(jumps[0].Unmet) != 4 {
		t.Errorf("the equilibria are left by %+v", jumps)
	}
}

// TestNoWayThroughInfeasible: YY and NN are connected only through YN and NY,
// which are impossible. One super-actor with both options would jump; the two
// actors cannot, so R_H is empty and NN stands although both prefer YY.
func TestNoWayThroughInfeasible(t *testing.T) {
	both := casetest.Op("&&", casetest.Opt(0), casetest.Opt(1))
	c := &reckon.Case{
		Actors:     []reckon.Actor{{Name: "one", Options: []int{0}}, {Name: "two", Options: []int{1}}},
		Options:    []reckon.Option{{Name: "one.go"}, {Name: "two.go", Actor: 1}},
		Impossible: []reckon.Impossible{{When: casetest.Op("!=", casetest.Opt(0), casetest.Opt(1))}},
	}
	wants := []reckon.Want{{That: both}}
	g, err := stability.Compile(c, []reckon.Mind{{Wants: wants}, {Wants: wants}}, nil)
	if err != nil {
		t.Fatal(err)
	}
	a := analyse(t, g, Settings{})
	if got := a.Improvements(Of(0, 1), 0); got != nil {
		t.Errorf("the pair gets to %v", got)
	}
	if !solve(t, a).Everywhere(reckon.Nash).Has(0) {
		t.Errorf("NN is left by a jump through impossible states")
	}
}

// TestParetoAsksLess: two actors move their own options; the first gains by both
// on, the second does not mind. Strictly the pair has no improvement, since the
// second gains nothing; in the sense of Pareto it has.
func TestParetoAsksLess(t *testing.T) {
	both := casetest.Op("&&", casetest.Opt(0), casetest.Opt(1))
	c := &reckon.Case{
		Actors:  []reckon.Actor{{Name: "one", Options: []int{0}}, {Name: "two", Options: []int{1}}},
		Options: []reckon.Option{{Name: "one.go"}, {Name: "two.go", Actor: 1}},
	}
	g, err := stability.Compile(c, []reckon.Mind{{Wants: []reckon.Want{{That: both}}}, {}}, nil)
	if err != nil {
		t.Fatal(err)
	}
	strict, pareto := analyse(t, g, Settings{}), analyse(t, g, Settings{Improvement: "pareto"})
	if !solve(t, strict).Stable(Of(0, 1), reckon.Nash).Has(0) || solve(t, pareto).Stable(Of(0, 1), reckon.Nash).Has(0) {
		t.Errorf("only the Pareto reading lets the pair leave NN")
	}
}
