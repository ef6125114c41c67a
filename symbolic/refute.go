package symbolic

import (
	"slices"

	"github.com/crillab/gophersat/solver"

	"reckon"
)

// refutation collects clauses that should have no solution. Literals are numbers
// as in DIMACS, variable 1 is "yes".
type refutation struct {
	p       *Problem
	clauses [][]int
	top     int
}

const yes = 1

func (p *Problem) refute() *refutation {
	return &refutation{p: p, clauses: [][]int{{yes}}, top: yes}
}

func (f *refutation) add(clause ...int) { f.clauses = append(f.clauses, clause) }

func (f *refutation) fresh() int {
	f.top++
	return f.top
}

// state writes a known state.
func (f *refutation) state(s reckon.State) []int {
	x := make([]int, f.p.options)
	for k := range x {
		x[k] = -yes
		if s.Has(k) {
			x[k] = yes
		}
	}
	return x
}

// open leaves the options of the mask open.
func (f *refutation) open(x []int, mask reckon.State) []int {
	y := slices.Clone(x)
	for k := range y {
		if mask.Has(k) {
			y[k] = f.fresh()
		}
	}
	return y
}

// set gives the options of the mask the values they have in s.
func (f *refutation) set(x []int, mask, s reckon.State) []int {
	y, fixed := slices.Clone(x), f.state(s)
	for k := range y {
		if mask.Has(k) {
			y[k] = fixed[k]
		}
	}
	return y
}

// from leaves open what the actor may change at s, staying included.
func (f *refutation) from(actor int, s reckon.State) []int {
	who := &f.p.players[actor]
	y := f.open(f.state(s), who.own)
	for k := range y {
		switch {
		case who.final.Has(k) && s.Has(k):
			f.add(y[k])
		case who.lost.Has(k) && !s.Has(k):
			f.add(-y[k])
		}
	}
	return y
}

// all is a literal that holds iff all of the literals hold.
func (f *refutation) all(of []int) int {
	out := f.fresh()
	back := []int{out}
	for _, m := range of {
		f.add(-out, m)
		back = append(back, -m)
	}
	f.add(back...)
	return out
}

// differ is a literal that holds iff a and b differ.
func (f *refutation) differ(a, b int) int {
	out := f.fresh()
	f.add(-out, a, b)
	f.add(-out, -a, -b)
	f.add(out, -a, b)
	f.add(out, a, -b)
	return out
}

// inside is a literal that holds iff x is in the cube.
func (f *refutation) inside(x []int, c Cube) int {
	var of []int
	for k, m := range x {
		if c.Care.Has(k) {
			if !c.Value.Has(k) {
				m = -m
			}
			of = append(of, m)
		}
	}
	return f.all(of)
}

// holds is a literal for a circuit.
func (f *refutation) holds(c reckon.Circuit, x []int) int {
	v := make([]int, len(c))
	for i, g := range c {
		switch g.Op {
		case 'o':
			v[i] = x[g.A]
		case '1':
			v[i] = yes
		case '0':
			v[i] = -yes
		case '!':
			v[i] = -v[g.A]
		case '&':
			v[i] = f.all([]int{v[g.A], v[g.B]})
		case '|':
			v[i] = -f.all([]int{-v[g.A], -v[g.B]})
		case '^':
			v[i] = f.differ(v[g.A], v[g.B])
		}
	}
	return v[len(v)-1]
}

func (f *refutation) feasible(x []int) int {
	var of []int
	for _, rule := range f.p.impossible {
		of = append(of, -f.holds(rule, x))
	}
	return f.all(of)
}

// better is a literal that holds iff the actor likes x better than y.
func (f *refutation) better(actor int, x, y []int) int {
	var ways, alike []int
	for _, want := range f.p.players[actor].wants {
		a, b := f.holds(want, x), f.holds(want, y)
		ways = append(ways, -f.all(append([]int{a, -b}, alike...)))
		alike = append(alike, -f.differ(a, b))
	}
	return -f.all(ways)
}

// possible reports whether the clauses have a solution.
func (f *refutation) possible() bool {
	for _, c := range f.clauses {
		if len(c) == 0 {
			return false
		}
	}
	return solver.New(solver.ParseSlice(f.clauses)).Solve() == solver.Sat
}
