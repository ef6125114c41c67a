package mind

import (
	"math"
	"math/bits"
	"slices"
	"strconv"
	"strings"

	"reckon"
)

// terms are all that a reading's wants and rules ask of measures. Each condition
// reads measures and no options, so it is one bit of what holds at a time. A comparison
// of numbers that hang on a few options as well is one condition for each way that they
// can stand; where it hangs on many, the exact values of its measures matter.
type terms struct {
	conditions []reckon.Expr
	exact      []string
	few        int            // the most options that a condition is made for each way of
	place      map[string]int // of each condition, by its text
}

// note adds what one want or rule asks. One that reads an unknown measure is left
// out, so whether each is known is a condition too: what is unknown is not even
// equal to itself.
func (t *terms) note(e *reckon.Expr) {
	for _, name := range e.Measures() {
		t.condition(known(name))
	}
	t.visit(e)
}

func known(name string) reckon.Expr {
	leaf := reckon.Expr{Op: "measure", Name: name}
	return reckon.Expr{Op: "==", Args: []reckon.Expr{leaf, leaf}}
}

func (t *terms) visit(e *reckon.Expr) {
	switch t.partOf(e) {
	case condition:
		t.condition(*e)
	case fewWays:
		way := split(e)
		t.visit(&way.Args[1])
		t.visit(&way.Args[2])
	case mixture:
		for _, name := range e.Measures() {
			if !slices.Contains(t.exact, name) {
				t.exact = append(t.exact, name)
			}
		}
	case compound:
		for i := range e.Args {
			t.visit(&e.Args[i])
		}
	default:
	}
}

// part says what measures are to a yes/no expression.
type part int

const (
	free      part = iota // reads none
	condition             // reads nothing else
	fewWays               // a comparison of numbers that hang on both, and on few options
	mixture               // the same with many options
	compound              // anything put together from yes/no parts
)

// fewOptions are so few that a condition for each way they can stand costs little.
const fewOptions = 6

// split writes an expression that reads options as "lowest option ? where it is on :
// where it is off".
func split(e *reckon.Expr) reckon.Expr {
	k := bits.TrailingZeros64(uint64(e.Reads()))
	return reckon.Expr{Op: "?", At: e.At, Args: []reckon.Expr{
		{Op: "option", Option: k}, standing(*e, k, "yes"), standing(*e, k, "no"),
	}}
}

// standing returns an expression as it reads while an option stands as said.
func standing(e reckon.Expr, option int, as reckon.Op) reckon.Expr {
	if e.Op == "option" && e.Option == option {
		return reckon.Expr{Op: as}
	}
	e.Args = slices.Clone(e.Args)
	for i := range e.Args {
		e.Args[i] = standing(e.Args[i], option, as)
	}
	return e
}

func (t *terms) partOf(e *reckon.Expr) part {
	switch {
	case len(e.Measures()) == 0:
		return free
	case e.Reads() == 0:
		return condition
	case len(e.Args) == 2 && e.YesNo() && !e.Args[0].YesNo():
		if bits.OnesCount64(uint64(e.Reads())) <= t.few {
			return fewWays
		}
		return mixture
	}
	return compound
}

func (t *terms) condition(e reckon.Expr) {
	text := spelt(&e)
	if _, met := t.place[text]; !met {
		t.place[text] = len(t.conditions)
		t.conditions = append(t.conditions, e)
	}
}

// spelt writes an expression with the names of its measures.
func spelt(e *reckon.Expr) string {
	var b strings.Builder
	b.WriteString("(" + string(e.Op) + " " + e.Name)
	switch e.Op {
	case "option":
		b.WriteString(strconv.Itoa(e.Option))
	case "number":
		writeNumber(&b, e.Number)
	}
	for i := range e.Args {
		b.WriteString(spelt(&e.Args[i]))
	}
	b.WriteByte(')')
	return b.String()
}

// facts adds the facts under some values of the measures.
func (t *terms) facts(into []uint64, measures func(name string) float64) []uint64 {
	start := len(into)
	for i := range t.conditions {
		if i%64 == 0 {
			into = append(into, 0)
		}
		if truth(&t.conditions[i], measures) {
			into[start+i/64] |= 1 << (i % 64)
		}
	}
	for _, name := range t.exact {
		into = append(into, math.Float64bits(measures(name)))
	}
	return into
}

// holds reports whether a condition is among the facts.
func (t *terms) holds(e *reckon.Expr, facts []uint64) bool {
	k := t.place[spelt(e)]
	return facts[k/64]>>(k%64)&1 == 1
}

// under returns an expression with conditions replaced by what the facts say, the
// zero Expr when it reads an unknown measure.
func (t *terms) under(e reckon.Expr, facts []uint64) reckon.Expr {
	for _, name := range e.Measures() {
		if k := known(name); !t.holds(&k, facts) {
			return reckon.Expr{}
		}
	}
	return t.replaced(e, facts)
}

func (t *terms) replaced(e reckon.Expr, facts []uint64) reckon.Expr {
	switch t.partOf(&e) {
	case condition:
		if t.holds(&e, facts) {
			return reckon.Expr{Op: "yes", At: e.At}
		}
		return reckon.Expr{Op: "no", At: e.At}
	case fewWays:
		way := split(&e)
		return t.replaced(way, facts)
	case compound:
		e.Args = slices.Clone(e.Args)
		for i := range e.Args {
			e.Args[i] = t.replaced(e.Args[i], facts)
		}
	default:
	}
	return e
}

// value returns an exact value out of the facts; every other measure is unknown.
func (t *terms) value(facts []uint64) func(name string) float64 {
	return func(name string) float64 {
		if k := slices.Index(t.exact, name); k >= 0 {
			return math.Float64frombits(facts[len(facts)-len(t.exact)+k])
		}
		return math.NaN()
	}
}

// truth evaluates a yes/no expression without options.
func truth(e *reckon.Expr, measures func(string) float64) bool {
	switch e.Op {
	case "yes":
		return true
	case "!":
		return !truth(&e.Args[0], measures)
	case "&&":
		return truth(&e.Args[0], measures) && truth(&e.Args[1], measures)
	case "||":
		return truth(&e.Args[0], measures) || truth(&e.Args[1], measures)
	case "?":
		if truth(&e.Args[0], measures) {
			return truth(&e.Args[1], measures)
		}
		return truth(&e.Args[2], measures)
	}
	if len(e.Args) < 2 {
		return false // "no"
	}
	if (e.Op == "==" || e.Op == "!=") && e.Args[0].YesNo() {
		return (truth(&e.Args[0], measures) == truth(&e.Args[1], measures)) == (e.Op == "==")
	}
	return compared(e.Op, amount(&e.Args[0], measures), amount(&e.Args[1], measures))
}

// amount evaluates a numeric expression without options.
func amount(e *reckon.Expr, measures func(string) float64) float64 {
	switch {
	case e.Op == "number":
		return e.Number
	case e.Op == "measure":
		return measures(e.Name)
	case e.Op == "?":
		if truth(&e.Args[0], measures) {
			return amount(&e.Args[1], measures)
		}
		return amount(&e.Args[2], measures)
	case e.Op == "-" && len(e.Args) == 1:
		return -amount(&e.Args[0], measures)
	case e.Name == "abs":
		return math.Abs(amount(&e.Args[0], measures))
	}
	x := amount(&e.Args[0], measures)
	for i := range e.Args[1:] {
		x, _ = arithmetic(e, x, amount(&e.Args[i+1], measures))
	}
	return x
}
