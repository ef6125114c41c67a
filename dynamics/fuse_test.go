package dynamics

import (
	"math"
	"testing"

	"reckon"
)

// fusedAs has for every instruction that does more than one operation expressions
// that become it, and it alone.
var fusedAs = map[op][]string{
	opAddK: {"x + 3", "x - 3", "3 + x"}, opMulK: {"x * 3", "x / 4", "0.1 * x"}, opSubFromK: {"3 - x"}, opDivK: {"x / 3"}, opKOver: {"3 / x"},
	opKOverPlusL: {"3 / (x + 2)", "3 / (2 + x)"}, opTimesPlus: {"x*y + z", "z + x*y"}, opTimesMinus: {"x*y - z"}, opMinusTimes: {"x - y*z"},
	opTimesPlusK: {"x*y + 3", "x*y - 3", "3 + x*y"}, opTimesKPlus: {"x*3 + y", "y + 3*x", "y - 3*x"}, opTimesKMinus: {"3*x - y"},
	opTimesKPlusL: {"3*x + 2", "2 - 3*x", "3*x - 2"}, opTimesKPlusTimesL: {"3*x + 2*y"}, opTimesTimesK: {"x * y * 3"}, opTimesKTimes: {"3 * x * y", "y * (x * 3)"},
	opProduct3: {"x * y * z"}, opSum3: {"x + y + z"}, opSumTimes: {"(x + y) * z"}, opDifferenceTimes: {"(x - y) * z", "z * (x - y)"},
	opDifferenceTimesK: {"(x - y) * 3"}, opDifferenceTimesKPlus: {"(x-y)*3 + z", "z - 3*(x-y)"}, opDifferenceTimesPlus: {"(x-y)*z + w", "w + z*(x-y)"},
	opKMinusTimes: {"(3 - x) * y", "y * (3 - x)"}, opTimesKTimesPlus: {"3*x*y + z", "z - 3*x*y"},
	opTimesKTimesRestPlus: {"3*x*(2-y) + z", "z - 3*x*(2-y)", "z - (2-y)*(x*3)"}, opTimesLMinusTimesKPlus: {"3*(2*x-y) + z", "z - 3*(2*x-y)"},
	opTimesMinusTimesKPlus: {"3*(x*y-z) + w", "w - (x*y-z)*3"}, opExcess: {"max(x-y, 0)", "max(2, x-y)"},
	opExcessTimesKPlus: {"3*max(x-y, 0) + z", "z - max(1, x-y)*3"}, opMinK: {"min(x, 0)", "min(2, x)"}, opMaxK: {"max(x, 0)", "max(-2, x)"},
	opClamp:      {"min(max(x, 0), 1)", "max(0, min(x, 1))", "max(min(x, 0), -1)"},
	opChooseLess: {"if_(x < y, z, w)", "if_(y > x, z, 2)"}, opChooseAtMost: {"if_(x <= y, z, w)", "if_(y >= x, 1, w)"}, opChooseLessK: {"if_(x < 1, y, z)"},
	opChooseMoreK: {"if_(x > 1, y, z)", "if_(1 < x, y, 3)"}, opChooseAtMostK: {"if_(x <= 1, y, z)"}, opChooseAtLeastK: {"if_(x >= 1, y, z)", "if_(1 <= x, 2, z)"},
	opExp: {"exp(x)"},
}

// comparedAs does so for instructions that give yes or no.
var comparedAs = map[op][]string{
	opLessK: {"x < 1"}, opMoreK: {"x > 1"}, opAtMostK: {"x <= 1"}, opAtLeastK: {"x >= 1", "1 <= x"},
	opLess: {"x < y", "y > x"}, opAtMost: {"x <= y"}, opEqual: {"x == y", "x == 0"}, opDiffer: {"x != y"},
}

// TestEveryFusion: each instruction arises where it should, and gives the bits of
// the operations apart, for zeros of either sign, tiny, huge and other numbers.
func TestEveryFusion(t *testing.T) {
	c := &reckon.Case{}
	for _, name := range []string{"x", "y", "z", "w"} {
		c.Measures = append(c.Measures, stockOf(t, name, "x"))
		c.Measures[len(c.Measures)-1].Next = reckon.Expr{}
	}
	w, _ := newCase(3)
	const lanes = 301
	check := func(o op, text string) {
		e := read(t, text)
		m := compiled(t, c, []reckon.Expr{e})
		if code := m.groups[0].code; len(code) != 1 || code[0].op != o {
			t.Errorf("%s became %d instructions, the first of op %d, not one of op %d", text, len(code), code[0].op, o)
		}
		b := m.NewBlock(lanes)
		must(t, b.Start(day0, nil))
		for i := range c.Measures {
			for lane := range lanes {
				b.Value(i)[lane] = w.odd()
			}
		}
		b.Value(0)[lanes-1], b.Value(1)[lanes-2] = math.NaN(), math.NaN()
		for lane, x := range b.Eval(0)[0] {
			if slow := b.scene(atPresent, lane).value(&e); !sameBits(slow, x) {
				t.Errorf("%s is %v by definition, %v compiled", text, slow, x)
				return
			}
		}
	}
	for o := opAddK; o <= opExp; o++ {
		if len(fusedAs[o]) == 0 && len(comparedAs[o]) == 0 {
			t.Errorf("nothing shows op %d", o)
		}
		for _, text := range append(fusedAs[o], comparedAs[o]...) {
			check(o, text)
		}
	}
	for _, o := range []op{opLess, opAtMost, opEqual, opDiffer} {
		for _, text := range comparedAs[o] {
			check(o, text)
		}
	}
}

// TestAwkwardBounds: the signs of zeros, and what is not a number, come out of min
// and max as they are defined.
func TestAwkwardBounds(t *testing.T) {
	c := &reckon.Case{Measures: []reckon.Measure{stockOf(t, "x", "x"), stockOf(t, "y", "y")}}
	special := []float64{0, math.Copysign(0, -1), 1, math.NaN(), math.Inf(-1)}
	var group []reckon.Expr
	for _, k := range special {
		for _, l := range special {
			group = append(group, call("min", call("max", ref("x"), num(k)), num(l)), call("max", call("min", ref("x"), num(k)), num(l)))
		}
		d := with("-", ref("x"), ref("y"))
		group = append(group, call("max", d, num(k)), with("+", ref("y"), with("*", num(3), call("max", num(k), d))))
	}
	alone := make([][]reckon.Expr, len(group)) // so that nothing is shared, and all is fused
	for i := range group {
		alone[i] = group[i : i+1]
	}
	b := compiled(t, c, alone...).NewBlock(len(special) * len(special))
	must(t, b.Start(day0, nil))
	for i, x := range special {
		for j, y := range special {
			b.Value(0)[i*len(special)+j], b.Value(1)[i*len(special)+j] = x, y
		}
	}
	for i := range group {
		for lane, got := range b.Eval(i)[0] {
			if slow := b.scene(atPresent, lane).value(&group[i]); !sameBits(slow, got) {
				t.Errorf("expression %d, lane %d: %v by definition, %v compiled", i, lane, slow, got)
			}
		}
	}
}
