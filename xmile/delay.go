package xmile

import (
	"math"

	"reckon"
)

// stepUp is 0 and from a time on its height.
func stepUp(cx *context, t *term) reckon.Expr {
	at := cx.optional(t, 1, cx.constant(cx.b.f.start))
	return cx.op("?", cx.op(">=", cx.time(), cx.sooner(at)), cx.number(t.args[0]), cx.constant(0))
}

// sooner is a time less a sliver, where steps of dt cannot meet it exactly in
// binary numbers.
func (cx *context) sooner(at reckon.Expr) reckon.Expr {
	const fine = 1 << 20
	exact := func(x float64) bool { return x*fine == math.Trunc(x*fine) }
	if exact(cx.b.f.dt) && exact(cx.b.f.start) {
		return at
	}
	return cx.op("-", at, cx.op("/", cx.step(), cx.constant(1000)))
}

// ramp is slope × the time since it began, up to where it ends.
func ramp(cx *context, t *term) reckon.Expr {
	slope, from := cx.number(t.args[0]), cx.optional(t, 1, cx.constant(cx.b.f.start))
	now := cx.time()
	if len(t.args) == 3 {
		now = cx.call("min", now, cx.number(t.args[2]))
	}
	return cx.op("*", slope, cx.call("max", cx.constant(0), cx.op("-", now, from)))
}

// pulse gives its volume within one step at its first time and, where it has an
// interval, again after each.
func pulse(cx *context, t *term) reckon.Expr {
	first := cx.optional(t, 1, cx.constant(cx.b.f.start))
	every := cx.optional(t, 2, cx.constant(0))
	if len(t.args) < 3 {
		every = cx.step()
	}
	half := cx.op("/", cx.step(), cx.constant(2))
	since := cx.op("-", cx.time(), cx.op("-", first, half)) // half a step away from where rounding could matter
	due := cx.op("<", since, cx.step())
	switch {
	case every.Op == "number" && every.Number <= 0:
	case every.Op == "number":
		due = cx.op("<", cx.call("mod", since, every), cx.step())
	default:
		again := cx.op("&&", cx.op(">", every, cx.constant(0)), cx.op("<", cx.call("mod", since, cx.call("max", every, cx.op("/", cx.step(), cx.constant(1000)))), cx.step()))
		due = cx.op("||", due, again)
	}
	on := cx.op("&&", cx.op(">=", since, cx.constant(0)), due)
	return cx.op("?", on, cx.op("/", cx.number(t.args[0]), cx.step()), cx.constant(0))
}

// previous is the value one step ago; before the start what is said, else the value
// at the start.
func previous(cx *context, t *term) reckon.Expr {
	x := cx.number(t.args[0])
	if len(t.args) == 1 {
		return cx.call("previous", x)
	}
	return cx.stock("previous", cx.number(t.args[1]), func(reckon.Expr) reckon.Expr { return x })
}

// delay is the value some time ago. Its number of steps is settled at the end, when
// every constant is known.
func delay(cx *context, t *term) reckon.Expr {
	x, ago := cx.number(t.args[0]), cx.op("/", cx.number(t.args[1]), cx.step())
	if len(t.args) == 2 {
		return cx.call("delay", x, ago)
	}
	last := cx.stock("delay", cx.number(t.args[2]), func(reckon.Expr) reckon.Expr { return x })
	return cx.call("delay", last, cx.op("-", ago, cx.constant(1)))
}

// stages returns how many stages a delay has: n, or what its third argument says.
func (cx *context) stages(t *term, n int) int {
	if n > 0 {
		return n
	}
	v, is := t.args[2].constant()
	if !is && t.args[2].op == "name" {
		if l := cx.lookup(t.args[2]); l != nil && len(l.names) == 1 {
			if own, err := l.equation(l.part(0), 0); err == nil && own != nil {
				v, is = own.constant()
			}
		}
	}
	if n = int(v); !is || float64(n) != v || n < 1 || n > 100 {
		cx.wrong("bad-order", "Write a whole number from 1 to 100.", "the order of %s is not a whole number that is known", t.name)
		return 1
	}
	return n
}

// cascade is a material delay: n stocks in a row, each of which holds what it gets
// for an n-th of the time. Argument init is what flowed before the start.
func cascade(order, init int) func(*context, *term) reckon.Expr {
	return func(cx *context, t *term) reckon.Expr {
		in := cx.let("input", cx.number(t.args[0]))
		before := cx.optional(t, init, in)
		n := cx.stages(t, order)
		each := cx.share(t.args[1], n)
		for range n {
			into := in
			in = cx.op("/", cx.stock("delay", cx.op("*", before, each), func(own reckon.Expr) reckon.Expr {
				return cx.op("+", own, cx.op("*", cx.step(), cx.op("-", into, cx.op("/", own, each))))
			}), each)
		}
		return in
	}
}

// smooth is an information delay: n averages of each other.
func smooth(order, init int) func(*context, *term) reckon.Expr {
	return func(cx *context, t *term) reckon.Expr {
		in := cx.let("input", cx.number(t.args[0]))
		before := cx.optional(t, init, in)
		n := cx.stages(t, order)
		each := cx.share(t.args[1], n)
		for range n {
			in = cx.average("smooth", in, each, before)
		}
		return in
	}
}

// share is the n-th part of a time.
func (cx *context) share(t *term, n int) reckon.Expr {
	x := cx.number(t)
	if n > 1 {
		x = cx.op("/", x, cx.constant(float64(n)))
	}
	return cx.let("time", x)
}

// average is first-order exponential smoothing over some time.
func (cx *context) average(what string, x, over, start reckon.Expr) reckon.Expr {
	return cx.stock(what, start, func(own reckon.Expr) reckon.Expr {
		return cx.op("+", own, cx.op("/", cx.op("*", cx.step(), cx.op("-", x, own)), over))
	})
}

// trend is the fraction by which a number grows in a unit of time, against its
// average.
func trend(cx *context, t *term) reckon.Expr { return cx.growth(t, 2) }

func (cx *context) growth(t *term, init int) reckon.Expr {
	x, over := cx.let("input", cx.number(t.args[0])), cx.let("time", cx.number(t.args[1]))
	before := cx.optional(t, init, cx.constant(0))
	start := cx.op("/", x, cx.op("+", cx.constant(1), cx.op("*", before, over)))
	past := cx.average("average", x, over, start)
	return cx.divide(cx.op("-", x, past), cx.op("*", past, over), cx.constant(0))
}

// forecast carries the trend on over a horizon.
func forecast(cx *context, t *term) reckon.Expr {
	x := cx.let("input", cx.number(t.args[0]))
	ahead := cx.op("*", cx.growth(t, 3), cx.number(t.args[2]))
	return cx.op("*", x, cx.op("+", cx.constant(1), ahead))
}
