package dynamics

import (
	"fmt"
	"math"
	"math/rand/v2"

	"reckon"
)

// wild makes random cases and expressions for the properties.
type wild struct {
	*rand.Rand
	names []string // of measures and parameters that may be read
	past  bool     // whether memory may be read
	kase  *reckon.Case
}

func num(x float64) reckon.Expr { return reckon.Expr{Op: "number", Number: x} }
func ref(name string) reckon.Expr {
	return reckon.Expr{Op: "measure", Name: name}
}

func with(o reckon.Op, args ...reckon.Expr) reckon.Expr { return reckon.Expr{Op: o, Args: args} }
func call(name string, args ...reckon.Expr) reckon.Expr {
	return reckon.Expr{Op: "call", Name: name, Args: args}
}

func (w *wild) pick(words ...string) string { return words[w.IntN(len(words))] }

func (w *wild) constant() reckon.Expr {
	if w.IntN(2) == 0 {
		return num([]float64{0, 1, -1, 2, 0.5, 3, 10, -0.25}[w.IntN(8)])
	}
	return num(math.Round(w.NormFloat64()*300) / 100)
}

func (w *wild) number(depth int) reckon.Expr {
	if depth == 0 || w.IntN(8) == 0 {
		if len(w.names) == 0 || w.IntN(3) == 0 {
			return w.constant()
		}
		return ref(w.names[w.IntN(len(w.names))])
	}
	d := depth - 1
	switch n := w.IntN(24); {
	case n < 10:
		return with(reckon.Op(w.pick("+", "-", "*", "*", "+", "-", "/")), w.number(d), w.number(d))
	case n < 11:
		return with("-", w.number(d))
	case n < 14:
		return call(w.pick("min", "max"), w.number(d), w.number(d))
	case n < 15:
		return call(w.pick("min", "max"), w.constant(), call(w.pick("min", "max"), w.number(d), w.constant()))
	case n < 18:
		return call(functions[w.IntN(len(functions))], w.number(d))
	case n < 19:
		return call(w.pick("pow", "mod"), w.number(d), w.number(d))
	case n < 20:
		return reckon.Expr{Op: "lookup", Name: w.kase.Lookups[w.IntN(len(w.kase.Lookups))].Name, Args: []reckon.Expr{w.number(d)}}
	case n < 21:
		return call(w.pick("time", "year"))
	case n < 22 && w.past:
		switch w.IntN(4) {
		case 0:
			return call("delay", w.number(d), num(float64(1+w.IntN(4))))
		case 1:
			return call("smooth", w.number(d), num(1+float64(w.IntN(5))/2))
		}
		return call(w.pick("previous", "initial"), w.number(d))
	}
	return with("?", w.yesNo(d), w.number(d), w.number(d))
}

func (w *wild) yesNo(depth int) reckon.Expr {
	if depth == 0 {
		switch w.IntN(4) {
		case 0:
			return with(reckon.Op(w.pick("yes", "no")))
		}
		return reckon.Expr{Op: "option", Option: w.IntN(len(w.kase.Options))}
	}
	d := depth - 1
	switch w.IntN(10) {
	case 0:
		return with("!", w.yesNo(d))
	case 1, 2:
		return with(reckon.Op(w.pick("&&", "||")), w.yesNo(d), w.yesNo(d))
	case 3:
		return with(reckon.Op(w.pick("==", "!=")), w.yesNo(d), w.yesNo(d))
	case 4:
		return with("?", w.yesNo(d), w.yesNo(d), w.yesNo(d))
	}
	return with(reckon.Op(w.pick("<", "<=", ">", ">=", "==", "!=")), w.number(d), w.number(d))
}

func (w *wild) spread(depth int) reckon.Spread {
	switch w.IntN(4) {
	case 0:
		return reckon.Spread{Law: reckon.Normal, Args: []reckon.Expr{w.number(depth), num(0.5)}}
	case 1:
		return reckon.Spread{Law: reckon.Between, Args: []reckon.Expr{num(-1), num(2)}}
	case 2:
		return reckon.Spread{Law: reckon.Triangular, Args: []reckon.Expr{num(-1), num(0), num(2)}}
	}
	return reckon.Spread{Law: reckon.Exact, Args: []reckon.Expr{w.number(depth)}}
}

// newCase is a random case with parameters, tables, stocks and measures worked
// out, in an order that is not that of their dependence.
func newCase(seed uint64) (*wild, *reckon.Case) {
	w := &wild{Rand: rand.New(rand.NewPCG(seed, 1))}
	c := &reckon.Case{Options: []reckon.Option{{Name: "a.x"}, {Name: "a.y"}, {Name: "b.z"}}}
	w.kase = c
	for i := range 2 {
		c.Parameters = append(c.Parameters, reckon.Parameter{Name: fmt.Sprintf("p%d", i), Value: reckon.Exactly(w.NormFloat64())})
		w.names = append(w.names, fmt.Sprintf("p%d", i))
	}
	for i, shape := range []string{"line", "extend", "step"} {
		l := reckon.Lookup{Name: fmt.Sprintf("t%d", i), Shape: shape}
		for x := -2.0; x < 3; x += 0.5 + w.Float64() {
			l.Points = append(l.Points, [2]float64{x, w.NormFloat64()})
		}
		c.Lookups = append(c.Lookups, l)
	}
	stocks := 1 + w.IntN(4)
	for i := range stocks {
		m := w.measure(fmt.Sprintf("s%d", i))
		m.Start = w.spread(2)
		w.names = append(w.names, m.Name)
		c.Measures = append(c.Measures, m)
	}
	w.past = true
	for i := range w.IntN(4) {
		m := w.measure(fmt.Sprintf("v%d", i))
		if w.IntN(2) == 0 {
			w.past = false
			m.Start = w.spread(1)
			w.past = true
		}
		m.Is = w.number(3)
		w.names = append(w.names, m.Name)
		c.Measures = append(c.Measures, m)
	}
	for i := range stocks {
		if w.IntN(5) > 0 {
			c.Measures[i].Next = w.number(4)
		}
		if w.IntN(3) == 0 {
			c.Measures[i].Noise = w.spread(1)
		}
	}
	w.Shuffle(len(c.Measures), func(i, j int) { c.Measures[i], c.Measures[j] = c.Measures[j], c.Measures[i] })
	return w, c
}

func (w *wild) measure(name string) reckon.Measure {
	m := reckon.Measure{Name: name, Low: math.Inf(-1), High: math.Inf(1)}
	if w.IntN(4) > 0 {
		m.Low, m.High = -5, 5
	} else if w.IntN(2) == 0 {
		m.Low = 0
	}
	return m
}
