package xmile

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"reckon"
)

// context is the element whose equation is compiled.
type context struct {
	b     *builder
	s     *scope
	title string
	base  string          // the element's name, from which the names of what it needs are made
	here  map[*dim]int    // the element's place in its dimensions, and in those that a sum runs over
	stars map[starred]int // the place of each wildcard that a sum runs over
	at    reckon.Range
}

// starred is the n-th wildcard over a dimension in one reference.
type starred struct {
	d *dim
	n int
}

// value is a compiled term: a number, or yes or no.
type value struct {
	x   reckon.Expr
	yes bool
}

func (b *builder) context(l *slot, i int, p *part) *context {
	cx := &context{b: b, s: l.s, title: l.title(i), base: l.names[i], at: p.at, here: map[*dim]int{}}
	for _, d := range slices.Backward(l.v.dims) {
		cx.here[d] = i % len(d.elems)
		i /= len(d.elems)
	}
	return cx
}

// op makes an expression of ours, and keeps count of its size.
func (cx *context) op(op reckon.Op, args ...reckon.Expr) reckon.Expr {
	if cx.b.size++; cx.b.size > maxSize && !cx.b.exceeded {
		cx.b.exceeded = true
		cx.b.add(reckon.Error, "too-large", cx.at, "The equations of this model grow too large", fmt.Sprintf("With arrays, macros and delays written out they have more than %d parts, at %q. Use smaller dimensions.", maxSize, cx.title))
	}
	return reckon.Expr{Op: op, Args: args, At: cx.at}
}

func (cx *context) call(name string, args ...reckon.Expr) reckon.Expr {
	x := cx.op("call", args...)
	x.Name = name
	return x
}

func (cx *context) constant(v float64) reckon.Expr {
	x := cx.op("number")
	x.Number = v
	return x
}

func (cx *context) ref(name string) reckon.Expr {
	x := cx.op("measure")
	x.Name = name
	return x
}

// wrong reports something about the element and gives a number to go on with.
func (cx *context) wrong(code, detail, format string, args ...any) value {
	cx.b.add(reckon.Error, code, cx.at, fmt.Sprintf("In the equation of %q: ", cx.title)+fmt.Sprintf(format, args...), detail)
	return value{x: cx.constant(0)}
}

// number compiles a term to a number: yes is 1 and no is 0.
func (cx *context) number(t *term) reckon.Expr {
	v := cx.value(t)
	if v.yes {
		return cx.op("?", v.x, cx.constant(1), cx.constant(0))
	}
	return v.x
}

// condition compiles a term to yes or no: any number but 0 is yes.
func (cx *context) condition(t *term) reckon.Expr {
	v := cx.value(t)
	if !v.yes {
		return cx.op("!=", v.x, cx.constant(0))
	}
	return v.x
}

// ours says how the operators of XMILE are written here.
var ours = map[string]reckon.Op{
	"=": "==", "<>": "!=", "<": "<", "<=": "<=", ">": ">", ">=": ">=", "AND": "&&", "OR": "||",
	"+": "+", "-": "-", "*": "*", "/": "/",
}

func (cx *context) value(t *term) value {
	if cx.b.exceeded {
		return value{x: reckon.Expr{Op: "number", At: cx.at}}
	}
	switch t.op {
	case "number":
		return value{x: cx.constant(t.num)}
	case "name":
		return cx.reference(t)
	case "call":
		return cx.function(t)
	case "if":
		return value{x: cx.op("?", cx.condition(t.args[0]), cx.number(t.args[1]), cx.number(t.args[2]))}
	case "AND", "OR":
		return value{x: cx.op(ours[t.op], cx.condition(t.args[0]), cx.condition(t.args[1])), yes: true}
	case "NOT":
		return value{x: cx.op("!", cx.condition(t.args[0])), yes: true}
	case "^":
		return value{x: cx.call("pow", cx.number(t.args[0]), cx.number(t.args[1]))}
	case "MOD":
		return value{x: cx.remainder(cx.number(t.args[0]), cx.number(t.args[1]))}
	case "//":
		return value{x: cx.divide(cx.number(t.args[0]), cx.number(t.args[1]), cx.constant(0))}
	case "*":
		if len(t.args) == 0 {
			return cx.wrong("bad-subscript", "A * stands between square brackets, within SUM and its like.", "a * is out of place")
		}
	}
	x := cx.number(t.args[0])
	if len(t.args) == 1 {
		switch {
		case t.op == "+":
			return value{x: x}
		case x.Op == "number":
			return value{x: cx.constant(-x.Number)}
		}
		return value{x: cx.op("-", x)}
	}
	y := cx.number(t.args[1])
	return value{x: cx.op(ours[t.op], x, y), yes: strings.ContainsAny(t.op, "=<>")}
}

// remainder is what is left of x after whole ys, with the sign of x; a case's mod has
// the sign of y.
func (cx *context) remainder(x, y reckon.Expr) reckon.Expr {
	if y.Op != "number" || y.Number < 0 {
		y = cx.call("abs", y)
	}
	below := cx.op("-", cx.call("mod", cx.op("-", x), y))
	return cx.op("?", cx.op("<", x, cx.constant(0)), below, cx.call("mod", x, y))
}

// divide is x / y, or instead where y is 0.
func (cx *context) divide(x, y, instead reckon.Expr) reckon.Expr {
	switch {
	case y.Op == "number" && y.Number == 0:
		return instead
	case y.Op == "number":
		return cx.op("/", x, y)
	}
	return cx.op("?", cx.op("==", y, cx.constant(0)), instead, cx.op("/", x, y))
}

// reference compiles a name: a variable, a number that XMILE knows, or a dimension.
func (cx *context) reference(t *term) value {
	if x, bound := cx.s.bound[key(t.name)]; bound && t.subs == nil {
		return value{x: x}
	}
	if l := cx.lookup(t); l != nil {
		return cx.variable(t, l)
	}
	switch key(t.name) {
	case "time":
		return value{x: cx.time()}
	case "dt":
		return value{x: cx.step()}
	case "starttime":
		return value{x: cx.constant(cx.b.f.start)}
	case "stoptime":
		return value{x: cx.constant(cx.b.f.stop)}
	case "pi":
		return value{x: cx.constant(math.Pi)}
	case "inf":
		return value{x: cx.constant(math.MaxFloat64)}
	}
	if d := cx.b.f.dims[key(t.name)]; d != nil {
		if at, in := cx.here[d]; in {
			return value{x: cx.constant(float64(at + 1))}
		}
	}
	return cx.wrong("unknown-name", "Every name is a variable of the model, of the same module unless it says module.name.", "there is no variable %q", t.name)
}

// lookup finds the variable of a name, through the uses of macros and modules.
func (cx *context) lookup(t *term) *slot {
	if l := cx.s.find(t.name, t.dot); l != nil {
		return l.source()
	}
	return nil
}

// variable compiles a reference to a variable, of which subscripts pick an element.
func (cx *context) variable(t *term, l *slot) value {
	i, bad := cx.pick(t, l)
	switch {
	case bad != "":
		return cx.wrong("bad-subscript", "A reference to an array picks one element: by its name, by a dimension of the variable it stands in, or by * within SUM, MEAN, MIN, MAX, PROD and SIZE.", "%s", bad)
	case l.v.kind == "gf":
		return cx.wrong("table-without-argument", "Write "+l.v.name+"(x), with what it is read at.", "%q is a table", l.v.name)
	}
	return value{x: cx.ref(l.names[i])}
}

// pick returns which element of an array a reference means, or what is wrong.
func (cx *context) pick(t *term, l *slot) (int, string) {
	if t.subs != nil && len(t.subs) != len(l.v.dims) {
		return 0, fmt.Sprintf("%q has %d dimensions and %d subscripts", l.v.name, len(l.v.dims), len(t.subs))
	}
	at, seen := 0, map[*dim]int{}
	for k, d := range l.v.dims {
		sub := &term{op: "*"}
		if t.subs != nil {
			sub = t.subs[k]
		}
		i, bad := cx.subscript(sub, d, seen, t.subs == nil)
		if bad != "" {
			return 0, fmt.Sprintf("in %s, %s", l.v.name, bad)
		}
		at = at*len(d.elems) + i
	}
	return at, ""
}

// subscript returns the place that one subscript means in a dimension. One that is
// left out means the variable's own place, else what a sum runs over.
func (cx *context) subscript(sub *term, d *dim, seen map[*dim]int, omitted bool) (int, string) {
	switch {
	case sub.op == "*":
		if i, in := cx.here[d]; in && omitted {
			return i, ""
		}
		n := seen[d]
		seen[d]++
		if i, in := cx.stars[starred{d, n}]; in {
			return i, ""
		}
		return 0, fmt.Sprintf("nothing says which element of %q is meant", d.name)
	case sub.op == "number":
		i := int(sub.num) - 1
		if float64(i+1) != sub.num || i < 0 || i >= len(d.elems) {
			return 0, fmt.Sprintf("%q has no element number %g", d.name, sub.num)
		}
		return i, ""
	case sub.op == "name" && sub.subs == nil:
		name := sub.name
		if dot := strings.LastIndexByte(name, '.'); sub.dot && dot > 0 && key(name[:dot]) == key(d.name) {
			name = name[dot+1:]
		}
		if i, is := d.index[key(name)]; is {
			return i, ""
		}
		return cx.across(name, d)
	}
	return 0, "a subscript is worked out during the run, which is not covered"
}

// across returns the place in d that a dimension stands at, which may be another one
// that has the same elements, or as many.
func (cx *context) across(name string, d *dim) (int, string) {
	other := cx.b.f.dims[key(name)]
	if other == nil {
		return 0, fmt.Sprintf("%q is neither an element of %q nor a dimension", name, d.name)
	}
	i, in := cx.here[other]
	if !in {
		return 0, fmt.Sprintf("nothing says which element of %q is meant", other.name)
	}
	if j, is := d.index[key(other.elems[i])]; is {
		return j, ""
	}
	if len(other.elems) == len(d.elems) {
		return i, ""
	}
	return 0, fmt.Sprintf("%q of %q is no element of %q", other.elems[i], other.name, d.name)
}

// time is the model's clock, a measure of its own once anything reads it.
func (cx *context) time() reckon.Expr {
	b := cx.b
	if b.clock == "" {
		b.clock, b.first = b.names.take("model_time"), b.names.take("start_time")
	}
	return cx.ref(b.clock)
}

// step is the length of a step.
func (cx *context) step() reckon.Expr { return cx.ref(stepName) }

// flows is what a stock is a step later; not stated where nothing flows.
func (cx *context) flows(l *slot, i int) reckon.Expr {
	own := cx.ref(l.names[i])
	in, out := cx.total(l.v.in), cx.total(l.v.out)
	switch {
	case len(l.v.in)+len(l.v.out) == 0:
		return reckon.Expr{}
	case len(l.v.out) == 0:
		return cx.op("+", own, cx.op("*", cx.step(), in))
	case len(l.v.in) == 0:
		return cx.op("-", own, cx.op("*", cx.step(), out))
	}
	return cx.op("+", own, cx.op("*", cx.step(), cx.op("-", in, out)))
}

// total is the sum of flows.
func (cx *context) total(flows []string) reckon.Expr {
	var sum reckon.Expr
	for _, name := range flows {
		var x reckon.Expr
		if whole := (&term{op: "name", name: name, dot: true}); cx.lookup(whole) != nil {
			x = cx.number(whole)
		} else if t, err := parse(name); err == nil && len(t) == 1 && t[0].op == "name" {
			x = cx.number(t[0])
		} else {
			x = cx.wrong("bad-flow", "Name the flow as its own element does.", "%q does not name a flow", name).x
		}
		if sum.Op == "" {
			sum = x
		} else {
			sum = cx.op("+", sum, x)
		}
	}
	return sum
}

// active is an expression with another equation at the start.
func (cx *context) active(x reckon.Expr, start string) reckon.Expr {
	t, err := parse(start)
	if err != nil || len(t) != 1 {
		return cx.wrong("bad-equation", "Mend it in the program that wrote the model.", "what it starts from, %.60q, cannot be read", start).x
	}
	return cx.op("?", cx.op("<", cx.call("time"), cx.constant(1)), cx.number(t[0]), x)
}
