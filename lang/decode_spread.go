package lang

import (
	"math"

	"github.com/hashicorp/hcl/v2/hclsyntax"

	"reckon"
)

// law is a row of the laws of chance: what its numbers mean.
type law struct {
	law   reckon.Law
	args  []string
	means string
}

var laws = []law{
	{reckon.Normal, []string{"mean", "sd"}, "the normal law with that mean and standard deviation"},
	{reckon.LogNormal, []string{"median", "sd"}, "above 0: that median, and the standard deviation of the natural logarithm"},
	{reckon.Triangular, []string{"least", "likeliest", "greatest"}, "between the least and the greatest, rising and falling in a line around the likeliest"},
	{reckon.Beta, []string{"mean", "sd"}, "between 0 and 1, with that mean and standard deviation"},
}

// lawNamed returns the law that is written so, or nil.
func lawNamed(word string) *law {
	for i := range laws {
		if string(laws[i].law) == word {
			return &laws[i]
		}
	}
	return nil
}

// spread reads a number, an interval or a law. A single number may be worked out
// in the place exact, the numbers of intervals and laws in the place inLaw. The
// zero Spread when absent or wrong.
func (f fields) spread(name string, exact, inLaw where) reckon.Spread {
	e := f.value(name)
	if e == nil {
		return reckon.Spread{}
	}
	s := reckon.Spread{Law: reckon.Exact, At: place(e.Range())}
	args, in := []hclsyntax.Expression{e}, exact
	switch e := e.(type) {
	case *hclsyntax.TupleConsExpr:
		if len(e.Exprs) != 2 {
			f.l.add(wantInterval(s.At, name))
			return reckon.Spread{}
		}
		s.Law, args, in = reckon.Between, e.Exprs, inLaw
	case *hclsyntax.FunctionCallExpr:
		if row := lawNamed(e.Name); row != nil {
			if len(e.Args) != len(row.args) || e.ExpandFinal {
				f.l.add(wrongLawArguments(s.At, row, len(e.Args)))
				return reckon.Spread{}
			}
			s.Law, args, in = row.law, e.Args, inLaw
		}
	}
	for _, arg := range args {
		x, ok := f.numberIn(name, arg, in, e)
		if !ok {
			return reckon.Spread{}
		}
		s.Args = append(s.Args, x)
	}
	if wrong, is := wrongSpread(&s); is {
		f.l.add(wrong)
		return reckon.Spread{}
	}
	return s
}

// numberIn reads one number of a spread; what can be worked out at once is. Where
// the number is the whole setting, a law could stand in its place.
func (f fields) numberIn(name string, e hclsyntax.Expression, in where, setting hclsyntax.Expression) (reckon.Expr, bool) {
	at := place(e.Range())
	if word, quoted := f.l.wordOf(e); quoted || word == "infinity" || word == "unknown" && f.l.names[word].kind == "" {
		f.l.add(wantFinite(at, name, word, f.percent()))
		return reckon.Expr{}, false
	}
	c := checker{l: f.l, place: in, alone: setting}
	x, is := c.check(e)
	if is == aYesNo {
		f.l.add(yesNoForNumber(at, name, Written(f.l.c, &x)))
	}
	if is != aNumber {
		return x, false
	}
	v := constant(&x)
	switch {
	case !math.IsNaN(v) && !math.IsInf(v, 0):
		return reckon.Expr{Op: "number", Number: v, At: at}, true
	case in == placeNumber || math.IsInf(v, 0):
		f.l.add(numberTooLarge(at))
		return x, false
	}
	return x, true
}

// wrongSpread says what is impossible about the numbers of a law, as far as they
// are known.
func wrongSpread(s *reckon.Spread) (reckon.Diagnostic, bool) {
	v := make([]float64, len(s.Args)) // NaN, which compares as nothing, where it is not known
	for i := range s.Args {
		v[i] = constant(&s.Args[i])
	}
	switch s.Law {
	case reckon.Between:
		if v[0] >= v[1] {
			return intervalReversed(s.At, v[0], v[1]), true
		}
	case reckon.Normal, reckon.LogNormal, reckon.Beta:
		switch {
		case v[1] <= 0:
			return spreadWithoutWidth(s.Args[1].At, s.Law, v[0], v[1]), true
		case s.Law == reckon.LogNormal && v[0] <= 0:
			return medianNotPositive(s.Args[0].At, v[0]), true
		case s.Law == reckon.Beta && (v[0] <= 0 || v[0] >= 1):
			return meanOutside(s.Args[0].At, v[0]), true
		case s.Law == reckon.Beta && v[1]*v[1] >= v[0]*(1-v[0]):
			return betaTooWide(s.Args[1].At, v[0], v[1]), true
		}
	case reckon.Exact:
	case reckon.Triangular:
		if v[0] >= v[1] || v[1] >= v[2] || v[0] >= v[2] {
			return triangleOutOfOrder(s.At, v), true
		}
	}
	return reckon.Diagnostic{}, false
}

// likelihood reads a probability above 0 and at most 1; 0 when absent or wrong.
func (f fields) likelihood(name string, zero func(reckon.Range) reckon.Diagnostic) float64 {
	before := len(f.l.found.all)
	v, at := f.number(name, 0)
	switch {
	case !f.has(name) || len(f.l.found.all) > before:
	case v > 1:
		f.l.add(oddsAboveOne(at, name, v))
	case v < 0:
		f.l.add(oddsNegative(at, name, v))
	case v == 0:
		f.l.add(zero(at))
	default:
		return v
	}
	return 0
}
