package palace

import (
	"cmp"
	"math"
	"slices"
)

// Estimate is one number that somebody put in, and what the answer owes to it.
type Estimate struct {
	Kind    Rule    // Force, Distrust or Watching
	Organ   string  // whose it is; the organ watched
	Watcher string  // of a watch
	Value   float64 // as it was put in
	Cost    float64 // what it adds to the plot's −ln U; 0 where it adds nothing
	// Low and High are how far the estimate alone can move, all others as they are,
	// before another answer is better, within what it may be. Force has no upper
	// bound: +Inf says that no force changes the answer.
	Low, High float64
	// Exact says that the answer stays within and changes beyond. Otherwise it is
	// only proven to stay within; but force under a Contest was moved in steps, and
	// of what lies between two steps nothing is claimed.
	Exact bool
	Risk  float64 // of the palace without it: no such watch, no distrust, no such organ
}

// least is the lowest value among some coalitions: a number that it is not below,
// and the lowest that was found; the same where it is exact.
type least struct {
	value, found float64
	exact        bool
}

// among gives the least value of the coalitions with in and without out.
func (a *numbers) among(in, out uint64, budget int) least {
	if a.n <= maxListed {
		l := listing{best: make([]found, 0, 1), limit: impossible}
		a.enumerator().list(in, out, &l)
		if len(l.best) == 0 {
			return least{impossible, impossible, true}
		}
		return least{l.best[0].value, l.best[0].value, true}
	}
	b := a.brancher(budget, 1)
	l := least{value: b.search(in, out), found: impossible, exact: len(b.queue) == 0}
	if len(b.found.best) > 0 {
		l.found = b.found.best[0].value
	}
	return l
}

const (
	partBudget  = 60 // families opened for each organ in or out, where not all is listed
	watchBudget = 20 // the same for each watch
)

// sides fills in the best coalition with each organ, were it without distrust, and
// the best without it.
func (p *Plot) sides() {
	if p.with != nil {
		return
	}
	a := p.numbers
	for j := range a.n {
		doubt := a.distrust[j]
		a.distrust[j] = 0
		p.with = append(p.with, a.among(1<<j, 0, partBudget))
		a.distrust[j] = doubt
		p.without = append(p.without, a.among(0, 1<<j, partBudget))
	}
}

// value is −ln of the risk; impossible where there is no plot.
func (p *Plot) value() float64 {
	if len(p.found) == 0 {
		return impossible
	}
	return p.found[0].value
}

// joined is the best coalition with an organ, its distrust counted.
func (p *Plot) joined(j int) least {
	w, doubt := p.with[j], p.numbers.distrust[j]
	return least{w.value + doubt, w.found + doubt, w.exact}
}

// exposed reports whether the plot bears the watch by i of j.
func (p *Plot) exposed(i, j int) bool { return p.Members>>j&1 == 1 && p.Members>>i&1 == 0 }

// Estimates lists what was put in, organ by organ and then watch by watch, each with
// how far it can move before another coalition is the riskiest and with what the
// risk would be without it. The cost of a coalition is linear in each distrust and
// watch, so their ends come from the best coalitions with and without an organ: two
// solutions an organ and one a watch. Up to 24 organs all is exact but what Estimate
// says of force; beyond, ends are proven to be safe, risks are those found, and under
// a Contest nothing is claimed of force: its ends are its value. 20 organs with 160
// watches take a tenth of a second, or one under a Contest; 60 with 700, some four.
func (p *Plot) Estimates() []Estimate {
	p.sides()
	forces := p.forceRanges()
	var list []Estimate
	for j, o := range p.Capital.Organs {
		e := forces[j]
		e.Kind, e.Organ, e.Value, e.Risk = Force, o.Name, o.Force, p.lacking(j)
		list = append(list, e, p.doubt(j))
	}
	for _, w := range p.Capital.Watches {
		list = append(list, p.watchRange(w))
	}
	return list
}

// doubt is the estimate of an organ's distrust.
func (p *Plot) doubt(j int) Estimate {
	o, cost, v := p.Capital.Organs[j], p.numbers.distrust[j], p.value()
	e := Estimate{Kind: Distrust, Organ: o.Name, Value: o.Distrust, High: 1}
	if p.Members>>j&1 == 1 {
		e.Cost, e.Exact = cost, p.without[j].exact
		e.High = farther(o.Distrust, cost, p.without[j].value-v)
		e.Risk = risk(v - cost)
		return e
	}
	with := p.with[j]
	e.Exact = with.exact
	e.Low = nearer(o.Distrust, cost, with.value+cost-v)
	e.Risk = risk(min(v, with.found))
	return e
}

// watchRange is the estimate of a watch.
func (p *Plot) watchRange(w Watch) Estimate {
	i, j, v := p.Capital.place(w.By), p.Capital.place(w.Of), p.value()
	at := &p.numbers.watch[i*p.numbers.n+j]
	cost := *at
	e := Estimate{Kind: Watching, Organ: w.Of, Watcher: w.By, Value: w.Chance, High: 1}
	if p.exposed(i, j) {
		other := p.avoiding(i, j)
		e.Cost, e.Exact = cost, other.exact
		e.High = farther(w.Chance, cost, other.value-v)
		e.Risk = risk(v - cost)
		return e
	}
	*at = 0
	best := p.numbers.among(1<<j, 1<<i, watchBudget)
	*at = cost
	e.Exact = best.exact
	e.Low = nearer(w.Chance, cost, best.value+cost-v)
	e.Risk = risk(min(v, best.found))
	return e
}

// avoiding is the best coalition that a watch by i of j does not reach.
func (p *Plot) avoiding(i, j int) least {
	a, b := p.without[j], p.joined(i)
	return least{min(a.value, b.value), min(a.found, b.found), a.exact && b.exact}
}

// farther is the chance d, which costs so much, raised until it costs gap more.
func farther(d, cost, gap float64) float64 {
	if gap < quantum {
		return d
	}
	return max(d, chance(min(cost+gap, certain)))
}

// nearer is the chance d lowered until it costs gap less.
func nearer(d, cost, gap float64) float64 {
	switch {
	case gap < quantum:
		return d
	case gap >= cost:
		return 0
	}
	return min(d, chance(cost-gap))
}

// lacking is the risk of the palace without an organ.
func (p *Plot) lacking(k int) float64 {
	a := p.numbers
	n := a.n - 1
	b := &numbers{n: n, rule: a.rule, share: a.share, power: a.power, watch: make([]float64, 0, n*n)}
	for i := range a.n {
		if i == k {
			continue
		}
		b.force, b.distrust = append(b.force, a.force[i]), append(b.distrust, a.distrust[i])
		b.total += a.force[i]
		for j := range a.n {
			if j != k {
				b.watch = append(b.watch, a.watch[i*a.n+j])
			}
		}
	}
	if b.total == 0 {
		return 0
	}
	return risk(b.among(0, 0, partBudget).found)
}

// NewWatches gives what one new watch, or a stronger one where there is one, of this
// chance would make of the risk: the watches that lower it, the best first. Where
// none is listed no single watch helps: the plot is all organs, or another as risky
// avoids the watch. It needs no more than two solutions an organ.
func (p *Plot) NewWatches(chance float64) []Estimate {
	if !(chance > 0 && chance <= 1) || p.Members == 0 {
		return nil
	}
	p.sides()
	var list []Estimate
	a, v := p.numbers, p.value()
	for i, by := range p.Capital.Organs {
		for j, of := range p.Capital.Organs {
			has, cost := a.watch[i*a.n+j], loss(chance)
			if !p.exposed(i, j) || has >= cost {
				continue
			}
			other := p.avoiding(i, j)
			value := min(v-has+cost, max(v, other.found))
			if value <= v+quantum {
				continue
			}
			list = append(list, Estimate{
				Kind: Watching, Organ: of.Name, Watcher: by.Name, Value: chance, Cost: cost,
				Exact: other.exact || v-has+cost <= other.value, Risk: risk(value),
			})
		}
	}
	slices.SortStableFunc(list, func(x, y Estimate) int {
		if math.Abs(x.Risk-y.Risk) <= quantum*y.Risk {
			return 0
		}
		return cmp.Compare(x.Risk, y.Risk)
	})
	return list
}

// forceRanges is how far each force can move.
func (p *Plot) forceRanges() []Estimate {
	switch {
	case p.numbers.rule == Contest:
		return p.forceSteps()
	case p.numbers.n > maxListed:
		return p.quotaRanges(p.cheaperBounds())
	}
	return p.quotaRanges(p.cheaper())
}

// cheaper gives the greatest force of the coalitions that cost less than the plot,
// all of them too weak: of those with each organ, and of those without it; −1 where
// there is none.
func (p *Plot) cheaper() (with, without []float64) {
	n := p.numbers.n
	with, without = slices.Repeat([]float64{-1}, n), slices.Repeat([]float64{-1}, n)
	e := p.numbers.enumerator()
	e.least = -1
	l := listing{limit: p.value() - quantum, visit: func(force float64, set uint64) {
		for k := range n {
			if set>>k&1 == 1 {
				with[k] = max(with[k], force)
			} else {
				without[k] = max(without[k], force)
			}
		}
		e.least = min(slices.Min(with), slices.Min(without))
	}}
	e.list(0, 0, &l)
	return with, without
}

// cheaperBounds gives numbers that those of cheaper are not above: cost(S) is at
// least least(μ) + μ·share(S) for every price μ, so a share beyond (v − least(μ))/μ
// costs v or more.
func (p *Plot) cheaperBounds() (with, without []float64) {
	n := p.numbers.n
	net := p.numbers.network()
	most := func(in, out uint64) float64 {
		net.fix(in, out)
		share := math.Inf(1)
		for mu := 0.25; mu < 200; mu *= 1.5 {
			bound, _, _ := net.least(mu)
			share = min(share, (p.value()-bound)/mu)
		}
		return share * p.numbers.total
	}
	for k := range n {
		with, without = append(with, most(1<<k, 0)), append(without, most(0, 1<<k))
	}
	return with, without
}

// quotaRanges turns what the strongest cheaper coalitions lack into how far forces
// can move. Where force k grows by t, the quota grows by share·t: a member's
// coalition gains (1−share)·t on it, another loses share·t.
func (p *Plot) quotaRanges(with, without []float64) []Estimate {
	a := p.numbers
	need, own := float64(a.share*a.total), a.fit(p.Members)
	list := make([]Estimate, a.n)
	for k := range list {
		up, down := math.Inf(1), a.force[k]
		if with[k] >= 0 && a.share < 1 {
			up = (need - with[k]) / (1 - a.share)
		}
		if without[k] >= 0 {
			down = min(down, (need-without[k])/a.share)
		}
		if p.Members>>k&1 == 1 {
			if a.share < 1 {
				down = min(down, (own-need)/(1-a.share))
			}
		} else if p.Members != 0 {
			up = min(up, (own-need)/a.share)
		}
		if !p.Proven {
			up, down = 0, 0
		}
		list[k] = Estimate{Low: a.force[k] - max(0, down), High: a.force[k] + max(0, up), Exact: a.n <= maxListed}
	}
	return list
}

// forceSteps moves each force until another coalition is better, in steps, and
// closes in on where that begins.
func (p *Plot) forceSteps() []Estimate {
	a := p.numbers
	list := make([]Estimate, a.n)
	if a.n > maxListed || p.Members == 0 {
		for k := range list {
			list[k] = Estimate{Low: a.force[k], High: a.force[k]}
		}
		return list
	}
	for k := range list {
		now := a.force[k]
		holds := func(force float64) bool {
			b := *a
			b.force = slices.Clone(a.force)
			b.force[k] = force
			b.total = a.total - now + force
			if b.total <= 0 {
				return false
			}
			own := b.fit(p.Members)
			return own > 0 && b.cost(p.Members)+b.struggle(own) <= b.among(0, 0, 0).value+quantum
		}
		e := Estimate{Low: 0, High: math.Inf(1)}
		for step, at := 1.0/16, now; step <= 1; step += 1.0 / 16 {
			next := now * (1 - step)
			if !holds(next) {
				e.Low = closeIn(at, next, holds)
				break
			}
			at = next
		}
		for grown, at := max(now, a.total/64)/8, now; grown < 4096*a.total; grown *= 1.5 {
			if !holds(now + grown) {
				e.High = closeIn(at, now+grown, holds)
				break
			}
			at = now + grown
		}
		list[k] = e
	}
	return list
}

// closeIn halves the way between a number that holds and one that does not, and
// gives the last that holds.
func closeIn(holding, failing float64, holds func(float64) bool) float64 {
	for range 30 {
		if middle := holding + float64((failing-holding)/2); holds(middle) {
			holding = middle
		} else {
			failing = middle
		}
	}
	return holding
}
