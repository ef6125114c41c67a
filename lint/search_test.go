package lint

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"reckon"
	"reckon/stability"
)

const few6 = 6 // options in a random world

// anyYesNo draws a yes/no expression over six options, with some arithmetic and
// a measure now and then when open is true.
func anyYesNo(open bool) *rapid.Generator[reckon.Expr] {
	var yesNo func(t *rapid.T, depth int) reckon.Expr
	var number func(t *rapid.T, depth int) reckon.Expr
	number = func(t *rapid.T, depth int) reckon.Expr {
		switch pick := rapid.IntRange(0, 5).Draw(t, "number"); {
		case pick == 0 && open:
			return reckon.Expr{Op: "measure", Name: "oil"}
		case depth <= 0 || pick < 3:
			return reckon.Expr{Op: "number", Number: float64(rapid.IntRange(-2, 2).Draw(t, "value"))}
		case pick == 3:
			return reckon.Expr{Op: "?", Args: []reckon.Expr{yesNo(t, depth-1), number(t, depth-1), number(t, depth-1)}}
		}
		op := rapid.SampledFrom([]reckon.Op{"+", "-", "*"}).Draw(t, "op")
		return reckon.Expr{Op: op, Args: []reckon.Expr{number(t, depth-1), number(t, depth-1)}}
	}
	yesNo = func(t *rapid.T, depth int) reckon.Expr {
		if depth <= 0 {
			return reckon.Expr{Op: "option", Option: rapid.IntRange(0, few6-1).Draw(t, "option")}
		}
		switch rapid.IntRange(0, 6).Draw(t, "yes/no") {
		case 0:
			return reckon.Expr{Op: "option", Option: rapid.IntRange(0, few6-1).Draw(t, "option")}
		case 1:
			return reckon.Expr{Op: "!", Args: []reckon.Expr{yesNo(t, depth-1)}}
		case 2:
			return reckon.Expr{Op: "?", Args: []reckon.Expr{yesNo(t, depth-1), yesNo(t, depth-1), yesNo(t, depth-1)}}
		case 3:
			op := rapid.SampledFrom([]reckon.Op{"<", "<=", ">", ">=", "==", "!="}).Draw(t, "compare")
			return reckon.Expr{Op: op, Args: []reckon.Expr{number(t, depth-1), number(t, depth-1)}}
		}
		op := rapid.SampledFrom([]reckon.Op{"&&", "||", "==", "!="}).Draw(t, "join")
		return reckon.Expr{Op: op, Args: []reckon.Expr{yesNo(t, depth-1), yesNo(t, depth-1)}}
	}
	return rapid.Custom(func(t *rapid.T) reckon.Expr { return yesNo(t, 4) })
}

// holds is the plain two-valued meaning, with the measure at the given value.
func holds(e reckon.Expr, s reckon.State, oil float64) bool {
	a := func(i int) bool { return holds(e.Args[i], s, oil) }
	x := func(i int) float64 { return worth(e.Args[i], s, oil) }
	switch e.Op {
	case "option":
		return s.Has(e.Option)
	case "!":
		return !a(0)
	case "&&":
		return a(0) && a(1)
	case "||":
		return a(0) || a(1)
	case "?":
		return a(0) && a(1) || !a(0) && a(2)
	case "<":
		return x(0) < x(1)
	case "<=":
		return x(0) <= x(1)
	case ">":
		return x(0) > x(1)
	case ">=":
		return x(0) >= x(1)
	}
	same := false
	if yesNo(&e.Args[0]) {
		same = a(0) == a(1)
	} else {
		same = x(0) == x(1)
	}
	return same == (e.Op == "==")
}

func worth(e reckon.Expr, s reckon.State, oil float64) float64 {
	x := func(i int) float64 { return worth(e.Args[i], s, oil) }
	switch e.Op {
	case "number":
		return e.Number
	case "measure":
		return oil
	case "?":
		if holds(e.Args[0], s, oil) {
			return x(1)
		}
		return x(2)
	case "+":
		return x(0) + x(1)
	case "-":
		return x(0) - x(1)
	}
	return x(0) * x(1)
}

// TestSearchAgreesWithListing compares the search with going through all states.
func TestSearchAgreesWithListing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		statements := rapid.SliceOfN(anyYesNo(false), 1, 4).Draw(t, "statements")
		start := partial{decided: reckon.State(rapid.IntRange(0, 63).Draw(t, "decided"))}
		start.on = start.decided & reckon.State(rapid.IntRange(0, 63).Draw(t, "on"))
		fits := func(s reckon.State) bool {
			return s&start.decided == start.on && !slices.ContainsFunc(statements, func(e reckon.Expr) bool { return !holds(e, s, 0) })
		}
		want := no
		for s := range reckon.State(1 << few6) {
			if fits(s) {
				want = yes
			}
		}
		s, got := possible(start, statements)
		if got != want {
			t.Fatalf("search says %d, listing says %d", got, want)
		}
		if got == yes && !fits(s) {
			t.Fatalf("state %s does not satisfy the statements", s.Letters(few6))
		}
	})
}

// TestOpenIsCautious checks that what a partial state settles stays settled for
// every way to decide the rest and every value of the measure.
func TestOpenIsCautious(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		e := anyYesNo(true).Draw(t, "statement")
		p := partial{decided: reckon.State(rapid.IntRange(0, 63).Draw(t, "decided"))}
		p.on = p.decided & reckon.State(rapid.IntRange(0, 63).Draw(t, "on"))
		said := p.truth(&e)
		for s := range reckon.State(1 << few6) {
			for _, oil := range []float64{-3, 0, 0.5, 3} {
				if s&p.decided == p.on && said != open && holds(e, s, oil) != (said == yes) {
					t.Fatalf("settled as %d, but not so at %s with oil %v", said, s.Letters(few6), oil)
				}
			}
		}
	})
}

// TestCoreIsMinimal checks that the blamed statements cannot hold together and
// that without any one of them they can.
func TestCoreIsMinimal(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		blamed := rapid.SliceOfN(anyYesNo(false), 1, 5).Draw(t, "statements")
		if _, found := possible(partial{}, blamed); found != no {
			return
		}
		which := core(partial{}, nil, blamed)
		if _, found := possible(partial{}, pick(blamed, which)); found != no {
			t.Fatal("the blamed statements can hold together")
		}
		for i := range which {
			if _, found := possible(partial{}, pick(blamed, slices.Delete(slices.Clone(which), i, i+1))); found == no {
				t.Fatalf("statement %d is blamed for nothing", which[i])
			}
		}
	})
}

// TestFeasibleAsInStability checks that lint and the stability engine mean the
// same by an impossible rule.
func TestFeasibleAsInStability(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := &reckon.Case{Actors: []reckon.Actor{{Name: "a"}}}
		for k := range few6 {
			c.Options = append(c.Options, reckon.Option{Name: "a.o"})
			c.Actors[0].Options = append(c.Actors[0].Options, k)
		}
		for _, e := range rapid.SliceOfN(anyYesNo(false), 0, 4).Draw(t, "rules") {
			c.Impossible = append(c.Impossible, reckon.Impossible{When: e})
		}
		is := sightOf(c, nil)
		somewhere := is.somewhere()
		g, err := stability.Compile(c, (*reckon.Reading)(nil).MindsIn(c), nil)
		if somewhere != (err == nil) {
			t.Fatalf("lint finds a state: %t; stability says %v", somewhere, err)
		}
		if err != nil {
			return
		}
		for s := range reckon.State(1 << few6) {
			if (broken(c, s) == nil) != g.States().Has(s) {
				t.Fatalf("lint and stability differ on %s", s.Letters(few6))
			}
		}
	})
}

// TestSearchGivesUp holds the search to its bound where no order of branching
// helps: nine pigeons in seven holes.
func TestSearchGivesUp(t *testing.T) {
	in := func(pigeon, hole int) reckon.Expr { return reckon.Expr{Op: "option", Option: pigeon*7 + hole} }
	var statements []reckon.Expr
	for p := range 9 {
		some := in(p, 0)
		for h := 1; h < 7; h++ {
			some = reckon.Expr{Op: "||", Args: []reckon.Expr{some, in(p, h)}}
		}
		statements = append(statements, some)
		for q := range p {
			for h := range 7 {
				statements = append(statements, not(reckon.Expr{Op: "&&", Args: []reckon.Expr{in(p, h), in(q, h)}}))
			}
		}
	}
	if _, found := possible(partial{}, statements); found != open {
		t.Errorf("the search settled it as %d; make the example harder", found)
	}
}

func TestUnstatedIsOpen(t *testing.T) {
	for _, e := range []reckon.Expr{{}, {Op: "&&"}, {Op: "!"}, {Op: "?"}, {Op: "<"}, {Op: "=="}, {Op: "option", Option: -1}, {Op: "option", Option: 99}, {Op: "call", Name: "ever"}} {
		if got := (partial{}).truth(&e); got != open {
			t.Errorf("%q without its arguments is %d, not open", e.Op, got)
		}
	}
	for _, e := range []reckon.Expr{{}, {Op: "/"}, {Op: "-"}, {Op: "call", Name: "min"}, {Op: "measure", Name: "oil"}} {
		if got := (partial{}).number(&e); !math.IsNaN(got) {
			t.Errorf("%q without its arguments is %v, not unknown", e.Op, got)
		}
	}
}
