package lang

import (
	"math"

	"github.com/hashicorp/hcl/v2/hclsyntax"

	"reckon"
)

// where says in which place an expression stands, which decides what it may use.
type where int

const (
	placeNumber     where = iota // a setting: numbers only
	placeImpossible              // options only
	placeWant                    // options and measures
	placeQuestion                // options, measures and the calls over time
	placeStart                   // what measures start from
	placeNow                     // a condition of a run, or a feature
	placeStep                    // what a run works out at every step
)

// uses is a set of things that an expression may use.
type uses uint8

const (
	useOptions  uses = 1 << iota
	useMeasures      // and parameters
	useOutcomes      // calls over the time of a question
	useFormulas      // exp() and its like, and tables
	useClock         // the time in the run
	usePast          // values of earlier steps
)

// allowed says what each place may use.
var allowed = [...]uses{
	placeNumber:     0,
	placeImpossible: useOptions,
	placeWant:       useOptions | useMeasures,
	placeQuestion:   useOptions | useMeasures | useOutcomes,
	placeStart:      useMeasures | useFormulas | useClock,
	placeNow:        useOptions | useMeasures | useFormulas | useClock,
	placeStep:       useOptions | useMeasures | useFormulas | useClock | usePast,
}

// function is a whitelisted call: how many arguments of which sort, and what it
// gives; bad stands for "as its argument".
type function struct {
	name        string
	least, most int
	takes, give sort
	needs       uses
	means       string
}

var functions = []function{
	{"min", 1, 16, aNumber, aNumber, 0, "the least of its numbers"},
	{"max", 1, 16, aNumber, aNumber, 0, "the greatest of its numbers"},
	{"abs", 1, 1, aNumber, aNumber, 0, "a number without its sign"},
	{"ever", 1, 1, aYesNo, aYesNo, useOutcomes, "whether it holds at any step between the question's opening and its closing"},
	{"at_end", 1, 1, bad, bad, useOutcomes, "its value at closing time; yes/no or a number, as its argument"},
	{"first", 1, 1, aYesNo, aNumber, useOutcomes, "how many steps after opening it first holds; infinity when it never does"},
	{"count", 1, 1, aYesNo, aNumber, useOutcomes, "at how many steps it holds"},
	{"exp", 1, 1, aNumber, aNumber, useFormulas, "e to the power of a number"},
	{"ln", 1, 1, aNumber, aNumber, useFormulas, "the natural logarithm"},
	{"log10", 1, 1, aNumber, aNumber, useFormulas, "the logarithm to base 10"},
	{"sqrt", 1, 1, aNumber, aNumber, useFormulas, "the square root"},
	{"pow", 2, 2, aNumber, aNumber, useFormulas, "pow(x, y) is x to the power y"},
	{"mod", 2, 2, aNumber, aNumber, useFormulas, "mod(x, y) is what is left of x after whole ys"},
	{"floor", 1, 1, aNumber, aNumber, useFormulas, "the greatest whole number that is not above it"},
	{"truncate", 1, 1, aNumber, aNumber, useFormulas, "a number without its decimals"},
	{"sin", 1, 1, aNumber, aNumber, useFormulas, "the sine of an angle in radians"},
	{"cos", 1, 1, aNumber, aNumber, useFormulas, "the cosine of an angle in radians"},
	{"tan", 1, 1, aNumber, aNumber, useFormulas, "the tangent of an angle in radians"},
	{"arcsin", 1, 1, aNumber, aNumber, useFormulas, "the angle in radians with that sine"},
	{"arccos", 1, 1, aNumber, aNumber, useFormulas, "the angle in radians with that cosine"},
	{"arctan", 1, 1, aNumber, aNumber, useFormulas, "the angle in radians with that tangent"},
	{"lookup", 2, 2, aNumber, aNumber, useFormulas, "lookup(table, x) is what the lookup block of that name has at x"},
	{"time", 0, 0, aNumber, aNumber, useClock, "steps since the start of the run"},
	{"year", 0, 0, aNumber, aNumber, useClock, "the calendar year with its fraction, such as 2026.5"},
	{"previous", 1, 1, aNumber, aNumber, usePast, "its value one step ago"},
	{"delay", 2, 2, aNumber, aNumber, usePast, "delay(x, n) is x as it was n steps ago; before the start, as it was at the start"},
	{"smooth", 2, 2, aNumber, aNumber, usePast, "smooth(x, n) follows x with a lag of n steps (exponential smoothing of the first order)"},
	{"initial", 1, 1, aNumber, aNumber, usePast, "its value at the start of the run"},
}

// functionNamed returns the row of a function, or nil.
func functionNamed(name string) *function {
	for i := range functions {
		if functions[i].name == name {
			return &functions[i]
		}
	}
	return nil
}

// maxDelay bounds how far back a run remembers.
const maxDelay = 10_000

// call reads one of the whitelisted functions.
func (c *checker) call(e *hclsyntax.FunctionCallExpr, at reckon.Range) (reckon.Expr, sort) {
	fn := functionNamed(e.Name)
	switch {
	case fn == nil && lawNamed(e.Name) != nil:
		c.l.add(lawInExpression(place(e.NameRange), e.Name))
		return reckon.Expr{}, bad
	case fn == nil:
		c.l.add(unknownFunction(place(e.NameRange), e.Name, c.place, c.alone == e))
		return reckon.Expr{}, bad
	case fn.needs == useOutcomes && c.place != placeQuestion:
		c.l.add(onlyInQuestions(place(e.NameRange), e.Name))
		return reckon.Expr{}, bad
	case fn.needs&^allowed[c.place] != 0:
		c.l.add(functionNotHere(place(e.NameRange), fn, c.place))
		return reckon.Expr{}, bad
	case len(e.Args) < fn.least || len(e.Args) > fn.most || e.ExpandFinal:
		c.l.add(wrongArguments(at, fn, len(e.Args)))
		return reckon.Expr{}, bad
	}
	x := reckon.Expr{Op: "call", Name: e.Name, At: at}
	args := e.Args
	if e.Name == "lookup" {
		x.Op, x.Name = "lookup", c.table(args[0])
		args = args[1:]
	}
	give, fine := fn.give, x.Name != ""
	for _, arg := range args {
		a, ok := c.argument(arg, fn, &give)
		x.Args, fine = append(x.Args, a), fine && ok
	}
	if !fine || !c.sound(&x) {
		return reckon.Expr{}, bad
	}
	return x, give
}

// argument checks one argument of a call.
func (c *checker) argument(e hclsyntax.Expression, fn *function, give *sort) (reckon.Expr, bool) {
	if fn.takes != bad {
		return c.need(e, fn.takes, reckon.Op(fn.name+"()"))
	}
	x, is := c.check(e)
	*give = is
	return x, is != bad
}

// table reads the name of a lookup; "" when it is none.
func (c *checker) table(e hclsyntax.Expression) string {
	at := place(e.Range())
	word, _ := c.l.wordOf(e)
	if word == "" {
		c.l.add(wantTable(at))
		return ""
	}
	if c.l.names[word].kind != "lookup" {
		names := c.l.namesOf("lookup")
		c.l.add(unknownLookup(at, word, nearest(word, names), names))
		return ""
	}
	return word
}

// sound checks what a call cannot do with its numbers.
func (c *checker) sound(x *reckon.Expr) bool {
	if len(x.Args) != 2 {
		return true
	}
	last := &x.Args[1]
	n := constant(last)
	switch x.Name {
	case "delay", "smooth":
		switch {
		case math.IsNaN(n):
			c.l.add(delayNotConstant(last.At, x.Name))
		case n < 1 || x.Name == "delay" && n != math.Trunc(n):
			c.l.add(delayTooShort(last.At, x.Name, n))
		case n > maxDelay:
			c.l.add(delayTooLong(last.At, x.Name, n))
		default:
			*last = reckon.Expr{Op: "number", Number: n, At: last.At}
			return true
		}
		return false
	case "mod":
		if x.Op == "call" && n == 0 {
			c.l.add(dividesByZero(last.At))
			return false
		}
	}
	return true
}
