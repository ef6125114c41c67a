package xmile

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"reckon"
)

// builtin is a function of XMILE: how many arguments it takes and what it becomes.
type builtin struct {
	least, most int
	make        func(cx *context, t *term) reckon.Expr
}

// same is a function that a case has too, under some name.
func same(name string, n int) builtin {
	return builtin{n, n, func(cx *context, t *term) reckon.Expr { return cx.call(name, cx.numbers(t)...) }}
}

// builtins lists the functions that are covered.
func builtins() map[string]builtin {
	return map[string]builtin{
		"abs": same("abs", 1), "exp": same("exp", 1), "ln": same("ln", 1), "log10": same("log10", 1), "sqrt": same("sqrt", 1),
		"sin": same("sin", 1), "cos": same("cos", 1), "tan": same("tan", 1),
		"arcsin": same("arcsin", 1), "arccos": same("arccos", 1), "arctan": same("arctan", 1),
		"int": same("truncate", 1), "power": same("pow", 2),
		"modulo": {2, 2, func(cx *context, t *term) reckon.Expr {
			return cx.remainder(cx.number(t.args[0]), cx.number(t.args[1]))
		}},
		"round":   {1, 1, round},
		"percent": {1, 1, func(cx *context, t *term) reckon.Expr { return cx.op("*", cx.constant(100), cx.number(t.args[0])) }},
		"sinh":    {1, 1, hyperbolic("-")}, "cosh": {1, 1, hyperbolic("+")}, "tanh": {1, 1, tanh},
		"sinwave": {2, 2, wave("sin")}, "coswave": {2, 2, wave("cos")},
		"rootn": {2, 2, func(cx *context, t *term) reckon.Expr {
			n := cx.numbers(t)
			return cx.call("pow", n[0], cx.op("/", cx.constant(1), n[1]))
		}},
		"pi":      {0, 0, func(cx *context, _ *term) reckon.Expr { return cx.constant(math.Pi) }},
		"inf":     {0, 0, func(cx *context, _ *term) reckon.Expr { return cx.constant(math.MaxFloat64) }},
		"time":    {0, 0, func(cx *context, _ *term) reckon.Expr { return cx.time() }},
		"dt":      {0, 0, func(cx *context, _ *term) reckon.Expr { return cx.step() }},
		"safediv": {2, 3, safeDivide},
		"min":     {1, 99, over("min")}, "max": {1, 99, over("max")}, "sum": {1, 1, over("+")}, "prod": {1, 1, over("*")},
		"mean": {1, 99, mean}, "size": {1, 1, size},
		"lookup": {2, 2, lookupCall},
		"init":   {1, 1, func(cx *context, t *term) reckon.Expr { return cx.call("initial", cx.number(t.args[0])) }},
		"step":   {1, 2, stepUp}, "ramp": {1, 3, ramp}, "pulse": {1, 3, pulse},
		"previous": {1, 2, previous}, "delay": {2, 3, delay},
		"delay1": {2, 3, cascade(1, 2)}, "delay3": {2, 3, cascade(3, 2)}, "delayn": {3, 4, cascade(0, 3)},
		"smth1": {2, 3, smooth(1, 2)}, "smth3": {2, 3, smooth(3, 2)}, "smthn": {3, 4, smooth(0, 3)},
		"trend": {2, 3, trend}, "forcst": {3, 4, forecast},
	}
}

// chance lists functions that draw random numbers.
var chance = strings.Fields("random uniform normal lognormal poisson exprnd exprand binomial beta gamma geometric invnorm logistic montecarlo negbinomial pareto triangular weibull")

// function compiles a call: of a table, a macro or a builtin.
func (cx *context) function(t *term) value {
	name := key(t.name)
	f, known := cx.b.known[name]
	m := cx.b.f.macros[name]
	if l := cx.lookup(t); l != nil && (!known && m == nil || strings.Join(l.tables, "") != "") { // a variable may have a function's name
		return cx.table(t, l, t.args)
	}
	if m != nil {
		return cx.macro(t, m)
	}
	switch {
	case slices.Contains(chance, name):
		return cx.wrong("random-function", "Numbers of chance are not part of a case's equations: use the mean here, and after converting write noise = … on the measure, or give a parameter a spread.", "%s draws random numbers, which is not covered", strings.ToUpper(t.name))
	case !known:
		return cx.wrong("unknown-function", "It is no function that is covered, no macro of this file and no table. docs/xmile.md lists what is covered; write it out with those, or put the macro into the file.", "there is no function %s", t.name)
	case len(t.args) < f.least || len(t.args) > f.most:
		return cx.wrong("arguments", "Add or take away arguments.", "%s takes %s arguments and has %d", strings.ToUpper(t.name), between(f.least, f.most), len(t.args))
	}
	return value{x: f.make(cx, t)}
}

func between(least, most int) string {
	switch {
	case least == most:
		return fmt.Sprint(least)
	case most > 9:
		return fmt.Sprintf("%d or more", least)
	}
	return fmt.Sprintf("%d to %d", least, most)
}

// numbers compiles the arguments of a call.
func (cx *context) numbers(t *term) []reckon.Expr {
	all := make([]reckon.Expr, len(t.args))
	for i, a := range t.args {
		all[i] = cx.number(a)
	}
	return all
}

// table reads a table at an argument.
func (cx *context) table(t *term, l *slot, args []*term) value {
	i, bad := cx.pick(t, l)
	switch {
	case bad != "":
		return cx.wrong("bad-subscript", "A table of an array is called as name[element](x).", "%s", bad)
	case l.tables[i] == "":
		return cx.wrong("no-table", "Only a graphical function can be read at a number.", "%q is not a table", l.v.name)
	case len(args) != 1:
		return cx.wrong("arguments", "Write the one number it is read at.", "the table %q takes 1 argument and has %d", l.v.name, len(args))
	}
	x := cx.op("lookup", cx.number(args[0]))
	x.Name = l.tables[i]
	return value{x: x}
}

func lookupCall(cx *context, t *term) reckon.Expr {
	if l := cx.lookup(t.args[0]); l != nil && t.args[0].op == "name" {
		return cx.table(t.args[0], l, t.args[1:]).x
	}
	return cx.wrong("no-table", "Its first argument is the name of a graphical function.", "LOOKUP reads no table").x
}

// macro expands one use of a macro: its variables become measures of their own.
func (cx *context) macro(t *term, m *macro) value {
	b := cx.b
	if len(t.args) > len(m.params) {
		return cx.wrong("arguments", "Take arguments away.", "the macro %s takes %d arguments and has %d", m.name, len(m.params), len(t.args))
	}
	if b.macros >= maxMacros {
		return cx.wrong("endless-macro", "A macro must not use itself.", "macros stand in each other more than %d deep", maxMacros)
	}
	if b.uses++; b.uses > maxUses {
		b.exceeded = true
		return cx.wrong("too-large", "Write some of them out.", "macros are used more than %d times", maxUses)
	}
	bound := map[string]reckon.Expr{}
	for i, p := range m.params {
		switch {
		case i < len(t.args):
			bound[p] = cx.let(reckonName(m.name+" "+p), cx.number(t.args[i]))
		case m.defaults[i] == "":
			return cx.wrong("arguments", "Add what is missing, or give the parameter a default.", "the macro %s takes %d arguments and has %d", m.name, len(m.params), len(t.args))
		default:
			bound[p] = cx.text(m.defaults[i])
		}
	}
	b.macros++
	defer func() { b.macros-- }()
	s := b.declare(&m.inside, cx.title+" "+m.name+".", nil, 0)
	s.bound = bound
	b.tables(s)
	b.build(s)
	inner := &context{b: b, s: s, title: cx.title + " " + m.name, base: cx.base + "_" + reckonName(m.name), at: m.at, here: map[*dim]int{}}
	return value{x: inner.text(m.eqn)}
}

// text compiles an equation that stands elsewhere.
func (cx *context) text(eqn string) reckon.Expr {
	terms, err := parse(eqn)
	if err != nil || len(terms) != 1 {
		return cx.wrong("bad-equation", "Mend it in the program that wrote the model.", "%.60q cannot be read as one number", eqn).x
	}
	return cx.number(terms[0])
}

// let gives an expression a measure of its own, unless it is a leaf.
func (cx *context) let(what string, x reckon.Expr) reckon.Expr {
	if x.Op == "measure" || x.Op == "number" {
		return x
	}
	name := cx.b.names.take(cx.base + "_" + what)
	cx.b.measure(reckon.Measure{Name: name, Title: cx.title + ": " + strings.ReplaceAll(what, "_", " "), Is: x, At: cx.at})
	return cx.ref(name)
}

// stock adds a measure that moves, whose next value may read itself.
func (cx *context) stock(what string, start reckon.Expr, next func(own reckon.Expr) reckon.Expr) reckon.Expr {
	name := cx.b.names.take(cx.base + "_" + what)
	m := reckon.Measure{Name: name, Title: cx.title + ": " + strings.ReplaceAll(what, "_", " "), At: cx.at}
	m.Start = reckon.Spread{Law: reckon.Exact, Args: []reckon.Expr{start}, At: cx.at}
	m.Next = next(cx.ref(name))
	cx.b.measure(m)
	return cx.ref(name)
}

// optional compiles argument i, or gives what stands for it.
func (cx *context) optional(t *term, i int, otherwise reckon.Expr) reckon.Expr {
	if i < len(t.args) {
		return cx.number(t.args[i])
	}
	return otherwise
}

func round(cx *context, t *term) reckon.Expr {
	return cx.call("floor", cx.op("+", cx.number(t.args[0]), cx.constant(0.5)))
}

// hyperbolic is (e^x ± e^−x) / 2.
func hyperbolic(sign reckon.Op) func(*context, *term) reckon.Expr {
	return func(cx *context, t *term) reckon.Expr {
		x := cx.number(t.args[0])
		return cx.op("/", cx.op(sign, cx.call("exp", x), cx.call("exp", cx.op("-", x))), cx.constant(2))
	}
}

// tanh is 1 − 2 / (e^2x + 1), which does not overflow into a wrong number.
func tanh(cx *context, t *term) reckon.Expr {
	twice := cx.call("exp", cx.op("*", cx.constant(2), cx.number(t.args[0])))
	return cx.op("-", cx.constant(1), cx.op("/", cx.constant(2), cx.op("+", twice, cx.constant(1))))
}

// wave is amplitude × sin(2π time / period).
func wave(f string) func(*context, *term) reckon.Expr {
	return func(cx *context, t *term) reckon.Expr {
		n := cx.numbers(t)
		turn := cx.op("/", cx.op("*", cx.constant(2*math.Pi), cx.time()), n[1])
		return cx.op("*", n[0], cx.call(f, turn))
	}
}

func safeDivide(cx *context, t *term) reckon.Expr {
	return cx.divide(cx.number(t.args[0]), cx.number(t.args[1]), cx.optional(t, 2, cx.constant(0)))
}
