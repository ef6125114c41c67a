package profile

import "math"

// tally counts coded verbs by subject and category. It holds no neutral ones.
type tally [2][6]int

// Subjects of a tally.
const (
	self  = 0
	other = 1
)

// subjects names them.
var subjects = [2]string{"self", "other"}

// categories name the columns of a tally; values are their weights. Deeds are
// the outermost, the others are words.
var (
	categories = [6]string{"punish", "threaten", "oppose", "appeal", "promise", "reward"}
	values     = [6]int{-3, -2, -1, 1, 2, 3}
)

// column gives the column of a value in −3 … +3 without 0.
func column(value int) int {
	if value < 0 {
		return value + 3
	}
	return value + 2
}

// The indices of the operational code, in the order of print.
const (
	p1 = iota
	p2
	p3
	p4
	p5
	i1
	i2
	i3
	i4a
	i4b
	i5 // the first of six
)

const summary = i5 + len(categories)

const vicsCount = summary + 1

// vicsNames are the indices with what they say.
var vicsNames = [vicsCount][2]string{
	{"P-1", "nature of the political universe, −1 hostile to +1 friendly"},
	{"P-2", "realisation of values, −1 pessimism to +1 optimism"},
	{"P-3", "predictability of the political future, 0 to 1"},
	{"P-4", "control over historical development, 0 to 1"},
	{"P-5", "role of chance, 0 to 1"},
	{"I-1", "strategy, −1 conflict to +1 cooperation"},
	{"I-2", "tactics, −1 conflict to +1 cooperation"},
	{"I-3", "risk orientation, 0 averse to 1 acceptant"},
	{"I-4a", "flexibility between cooperation and conflict, 0 to 1"},
	{"I-4b", "flexibility between words and deeds, 0 to 1"},
	{"I-5 punish", "share of own acts"},
	{"I-5 threaten", "share of own acts"},
	{"I-5 oppose", "share of own acts"},
	{"I-5 appeal", "share of own acts"},
	{"I-5 promise", "share of own acts"},
	{"I-5 reward", "share of own acts"},
	{"Summary", "half of I-1 less P-1"},
}

// sums are what the formulas need of one row.
type sums struct {
	n, plus, weight, deeds, squares int
}

func (t *tally) of(subject int) sums {
	var s sums
	for k, n := range t[subject] {
		s.n += n
		s.weight += n * values[k]
		s.squares += n * n
		if values[k] > 0 {
			s.plus += n
		}
		if k == 0 || k == len(values)-1 {
			s.deeds += n
		}
	}
	return s
}

// balance is the share of friendly acts less that of hostile ones.
func (s sums) balance() float64 { return ratio(2*s.plus-s.n, s.n) }

// mean is the mean weight in thirds.
func (s sums) mean() float64 { return ratio(s.weight, 3*s.n) }

// order is 1 − IQV, with the index of qualitative variation over six categories:
// 1 when all acts are of one category, 0 when they are spread evenly.
func (s sums) order() float64 {
	return 1 - ratio(6*(s.n*s.n-s.squares), 5*s.n*s.n)
}

// spread is 1 less the distance of two shares of one whole: 1 when they are even.
func spread(part, of int) float64 { return 1 - math.Abs(ratio(2*part-of, of)) }

// ratio is NaN, unknown, where there is nothing to divide by.
func ratio(a, b int) float64 {
	if b == 0 {
		return math.NaN()
	}
	return float64(a) / float64(b)
}

// indices computes the operational code by the formulas of [walker1998]; an index
// over nothing is NaN.
func (t *tally) indices() (x [vicsCount]float64) {
	o, s := t.of(other), t.of(self)
	x[p1], x[p2], x[p3] = o.balance(), o.mean(), o.order()
	x[p4] = ratio(s.n, s.n+o.n)
	x[p5] = 1 - float64(x[p3]*x[p4])
	x[i1], x[i2], x[i3] = s.balance(), s.mean(), s.order()
	x[i4a], x[i4b] = spread(s.plus, s.n), spread(s.deeds, s.n)
	for k, n := range t[self] {
		x[i5+k] = ratio(n, s.n)
	}
	x[summary] = (x[i1] - x[p1]) / 2
	return x
}

// signs is the pair of signs of strategy and universe, self first; "" unknown.
func (t *tally) signs() string {
	x := t.indices()
	a, b := sign(x[i1]), sign(x[p1])
	if a == "" || b == "" {
		return ""
	}
	return a + b
}

func sign(x float64) string {
	switch {
	case x > 0:
		return "+"
	case x < 0:
		return "−"
	case x == 0:
		return "0"
	}
	return ""
}

// lacking says why an index of the operational code is unknown.
func (t *tally) lacking(index int) string {
	o, s := t.of(other).n, t.of(self).n
	switch {
	case o == 0 && s == 0:
		return "no coded verb"
	case index == p4:
		return ""
	case o == 0 && (index <= p5 || index == summary):
		return "no coded verb of others"
	case s == 0 && index > p5:
		return "no coded verb of his own"
	}
	return ""
}

func (t *tally) add(o *tally) {
	for s := range t {
		for k := range t[s] {
			t[s][k] += o[s][k]
		}
	}
}
