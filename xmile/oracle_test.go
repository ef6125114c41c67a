package xmile_test

import (
	"math"

	"reckon"
)

// oracle computes measures by their definition: every value is worked out by
// recursion over steps, with nothing kept but what was worked out before.
type oracle struct {
	c     *reckon.Case
	known map[string][]float64 // by step
}

func newOracle(c *reckon.Case) *oracle {
	return &oracle{c: c, known: map[string][]float64{}}
}

// at is the value of a measure or parameter at step k.
func (o *oracle) at(name string, k int) float64 {
	if p := o.c.Parameter(name); p >= 0 {
		return o.c.Parameters[p].Value.Middle()
	}
	i := o.c.Measure(name)
	if i < 0 {
		panic("oracle: no measure " + name)
	}
	for past := len(o.known[name]); past < k; past++ { // so that long runs do not nest deep
		o.at(name, past)
	}
	if len(o.known[name]) > k {
		return o.known[name][k]
	}
	m := &o.c.Measures[i]
	var v float64
	switch {
	case m.Is.Op != "":
		v = o.value(&m.Is, k)
	case k == 0:
		v = o.value(&m.Start.Args[0], 0)
	case m.Next.Op == "":
		v = o.at(name, 0)
	default:
		v = o.value(&m.Next, k-1)
	}
	if m.Low != m.High {
		v = max(m.Low, min(m.High, v))
	}
	o.known[name] = append(o.known[name], v)
	return v
}

func (o *oracle) yes(x *reckon.Expr, k int) bool {
	switch x.Op {
	case "yes":
		return true
	case "no":
		return false
	case "option":
		return o.c.Options[x.Option].On
	case "!":
		return !o.yes(&x.Args[0], k)
	case "&&":
		return o.yes(&x.Args[0], k) && o.yes(&x.Args[1], k)
	case "||":
		return o.yes(&x.Args[0], k) || o.yes(&x.Args[1], k)
	}
	a, b := o.value(&x.Args[0], k), o.value(&x.Args[1], k)
	switch x.Op {
	case "==":
		return a == b
	case "!=":
		return a != b
	case "<":
		return a < b
	case "<=":
		return a <= b
	case ">":
		return a > b
	case ">=":
		return a >= b
	}
	panic("oracle: condition " + string(x.Op))
}

func (o *oracle) value(x *reckon.Expr, k int) float64 {
	arg := func(i int) float64 { return o.value(&x.Args[i], k) }
	switch x.Op {
	case "number":
		return x.Number
	case "option", "yes", "no", "!", "&&", "||", "==", "!=", "<", "<=", ">", ">=":
		if o.yes(x, k) {
			return 1
		}
		return 0
	case "measure":
		return o.at(x.Name, k)
	case "?":
		if o.yes(&x.Args[0], k) {
			return arg(1)
		}
		return arg(2)
	case "+":
		return arg(0) + arg(1)
	case "-":
		if len(x.Args) == 1 {
			return -arg(0)
		}
		return arg(0) - arg(1)
	case "*":
		return arg(0) * arg(1)
	case "/":
		return arg(0) / arg(1)
	case "lookup":
		return o.read(x.Name, arg(0))
	case "call":
		return o.call(x, k)
	}
	panic("oracle: operator " + string(x.Op))
}

func (o *oracle) call(x *reckon.Expr, k int) float64 {
	one := map[string]func(float64) float64{
		"abs": math.Abs, "exp": math.Exp, "ln": math.Log, "log10": math.Log10, "sqrt": math.Sqrt, "sin": math.Sin, "cos": math.Cos,
		"tan": math.Tan, "arcsin": math.Asin, "arccos": math.Acos, "arctan": math.Atan, "floor": math.Floor, "truncate": math.Trunc,
	}
	two := map[string]func(x, y float64) float64{"pow": math.Pow, "mod": floorMod}
	switch x.Name {
	case "time":
		return float64(k)
	case "initial":
		return o.value(&x.Args[0], 0)
	case "previous":
		return o.value(&x.Args[0], max(0, k-1))
	case "delay":
		return o.value(&x.Args[0], max(0, k-int(x.Args[1].Number)))
	case "min", "max":
		v := o.value(&x.Args[0], k)
		for i := range x.Args {
			if w := o.value(&x.Args[i], k); x.Name == "min" && w < v || x.Name == "max" && w > v {
				v = w
			}
		}
		return v
	case "smooth":
		v := o.value(&x.Args[0], 0)
		for past := range k {
			v += (o.value(&x.Args[0], past) - v) / o.value(&x.Args[1], 0)
		}
		return v
	}
	if f := one[x.Name]; f != nil {
		return f(o.value(&x.Args[0], k))
	}
	if f := two[x.Name]; f != nil {
		return f(o.value(&x.Args[0], k), o.value(&x.Args[1], k))
	}
	panic("oracle: function " + x.Name)
}

// floorMod is what is left of x after whole ys, with the sign of y.
func floorMod(x, y float64) float64 {
	r := math.Mod(x, y)
	if r*y < 0 {
		return r + y
	}
	return r
}

func (o *oracle) read(table string, x float64) float64 {
	for _, l := range o.c.Lookups {
		if l.Name != table {
			continue
		}
		p, last := l.Points, len(l.Points)-1
		k := 0
		for k < last-1 && x >= p[k+1][0] {
			k++
		}
		line := p[k][1] + (x-p[k][0])*(p[k+1][1]-p[k][1])/(p[k+1][0]-p[k][0])
		switch {
		case l.Shape == "step" && x >= p[last][0]:
			return p[last][1]
		case l.Shape == "step":
			return p[k][1]
		case l.Shape == "line" && x <= p[0][0]:
			return p[0][1]
		case l.Shape == "line" && x >= p[last][0]:
			return p[last][1]
		}
		return line
	}
	panic("oracle: no table " + table)
}
