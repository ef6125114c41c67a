package sim

import (
	"math"

	"reckon"
)

// answer returns what a run answers to a question, and the step at which what it
// waits for first came, −1 for never; NaN where the run does not cover it.
func (p *plain) answer(q int) (float64, int) {
	w, e := p.m.windows[q], &p.m.c.Questions[q].When
	if !w.covered {
		return math.NaN(), -1
	}
	at := -1
	if first := awaited(e); first != nil {
		for k := w.last; k >= w.first; k-- {
			if p.asked(&first.Args[0], w, k) != 0 {
				at = k
			}
		}
	}
	return p.asked(e, w, w.last), at
}

// asked is what an expression of a question gives at a step, its calls over time
// looking from the opening of its window to that step.
func (p *plain) asked(e *reckon.Expr, w window, k int) float64 {
	if !overTime(e) {
		args := make([]reckon.Expr, len(e.Args))
		for i := range args {
			args[i] = reckon.Expr{Op: "number", Number: p.asked(&e.Args[i], w, k)}
		}
		leaf := *e
		leaf.Args = args
		return p.value(&leaf, p.at(k))
	}
	x := &e.Args[0]
	n := 0
	for j := w.first; j <= k; j++ {
		if e.Name == "at_end" || p.asked(x, w, j) == 0 {
			continue
		}
		switch n++; e.Name {
		case "ever":
			return 1
		case "first":
			return float64(j - w.opening)
		}
	}
	switch e.Name {
	case "at_end":
		return p.asked(x, w, k)
	case "ever":
		return 0
	case "first":
		return math.Inf(1)
	}
	return float64(n)
}
