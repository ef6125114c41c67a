package mind

import (
	"math"
	"sync"

	"reckon"
	"reckon/draw"
	"reckon/stability"
)

// steepest is the largest precision at which exp(−precision) is far from
// underflow, so that the weights of values can be kept in place of the values.
const steepest = 256

// weigher is how one actor, at one temper, weighs moves in one view. Tables are by
// rank, of where he is or goes and, for worst, of what may come of it. The odds of
// a move are as the product of its weights, its value is the sum of its values.
type weigher struct {
	eyes
	rank     func(reckon.State) int
	security func(from, to reckon.State) int
	value    worth
	weight   worth // empty where precision is too great
}

// worth are values or weights. worst is nil for who heeds no answer.
type worth struct {
	stay, move, worst []float64
}

// newWeigher returns a weigher that does not know security yet.
func newWeigher(v *sight, actor int, t reckon.Temper) *weigher {
	k := v.conflict
	w := &weigher{eyes: eyes{v.Hidden, k.States()}, rank: k.RankTable(actor)}
	u := k.Utility(actor, t.Emphasis)
	w.value = worth{stay: u, move: u}
	if t.Caution > 0 {
		w.value.move, w.value.worst = scaled(u, 1-t.Caution), scaled(u, t.Caution)
	}
	if t.Precision <= steepest {
		w.weight.stay = exponentials(w.value.stay, t.Precision, 1)
		w.weight.move = exponentials(w.value.move, t.Precision, 1)
		if t.Caution > 0 {
			w.weight.worst = exponentials(w.value.worst, t.Precision, 0)
		}
	}
	return w
}

// securityOf returns what several goroutines may ask for security. mu guards the
// conflict, which is asked anew where security depends on where a move starts; alone
// says that it is so, and that the conflict and single moves are therefore kept.
func securityOf(k *stability.Conflict, actor int, concept reckon.Concept, mu *sync.Mutex) (security func(from, to reckon.State) int, alone bool) {
	if table := k.SecurityTable(actor, concept); table != nil {
		return func(_, to reckon.State) int { return table(to) }, false
	}
	type move struct{ from, to reckon.State }
	known := map[move]int{}
	return func(from, to reckon.State) int {
		mu.Lock()
		defer mu.Unlock()
		worst, ok := known[move{from, to}]
		if !ok {
			worst = k.Security(actor, concept, from, to)
			if len(known) < mostKnown {
				known[move{from, to}] = worst
			}
		}
		return worst
	}, true
}

// bytes is about what a weigher takes: of each state its rank, its security and whether
// it is possible.
func (w *weigher) bytes(c *reckon.Case) int {
	levels, wide := len(w.value.stay), 1
	for reach := 1 << 7; wide < 4 && levels >= reach; reach <<= 8 * wide {
		wide *= 2
	}
	return 2*wide<<len(c.Options) + 1<<len(c.Options)/8 + 6*8*levels
}

// mostKnown bounds what is remembered of single moves.
const mostKnown = 1 << 16

func scaled(u []float64, by float64) []float64 {
	v := make([]float64, len(u))
	for r := range u {
		v[r] = by * u[r]
	}
	return v
}

// exponentials returns exp(precision·(x−top)). With the greatest value there is for
// top no product of them is above 1.
func exponentials(x []float64, precision, top float64) []float64 {
	w := make([]float64, len(x))
	for r := range x {
		w[r] = draw.Exp(precision * (x[r] - top))
	}
	return w
}

// worthOf returns the value of a move between states of the world, s to s being to
// stay.
func (w *weigher) worthOf(s, to reckon.State) float64 {
	here, to := s&^w.hidden, to&^w.hidden
	r := w.rank(to)
	switch {
	case to == here:
		return w.value.stay[r]
	case w.value.worst == nil:
		return w.value.move[r]
	}
	return w.value.move[r] + w.value.worst[w.security(here, to)]
}

// weightOf returns the weight of a move as worthOf its value.
func (w *weigher) weightOf(s, to reckon.State) float64 {
	here, to := s&^w.hidden, to&^w.hidden
	r := w.rank(to)
	switch {
	case to == here:
		return w.weight.stay[r]
	case w.weight.worst == nil:
		return w.weight.move[r]
	}
	return w.weight.move[r] * w.weight.worst[w.security(here, to)]
}

// panel are the views in which someone weighs moves.
type panel struct {
	precision float64
	views     []*weigher
}

// weigh fills weights with the probability, times a constant, of each of the states
// that someone can go to from s, given the odds of his views.
func (p *panel) weigh(s reckon.State, states []reckon.State, odds, weights []float64) {
	if len(p.views) > 1 || p.views[0].weight.stay == nil {
		p.average(s, states, odds, weights)
		return
	}
	only := p.views[0]
	if !only.possible(s) {
		for k := range weights {
			weights[k] = 1
		}
		return
	}
	for k, to := range states {
		weights[k] = only.weightOf(s, to)
	}
}

// average weighs by the average of values over the views.
func (p *panel) average(s reckon.State, states []reckon.State, odds, weights []float64) {
	clear(weights)
	for v, w := range p.views {
		if !w.possible(s) {
			continue
		}
		for k, to := range states {
			weights[k] += float64(odds[v] * w.worthOf(s, to))
		}
	}
	best := math.Inf(-1)
	for _, x := range weights {
		best = max(best, x)
	}
	for k, x := range weights {
		weights[k] = weight(p.precision, x-best)
	}
}

// eyes see some options off and some states as impossible.
type eyes struct {
	hidden   reckon.State
	feasible *stability.Set
}

func (e *eyes) possible(s reckon.State) bool { return e.feasible.Has(s &^ e.hidden) }

// sieve strikes out what is out of the question for someone in a view.
type sieve struct {
	open        bool // nothing is
	shut        reckon.State
	final, lost reckon.State
	eyes        []eyes // of the view, and of what the mover is thought to see
}

func sieveOf(v *sight, mover int) sieve {
	f := sieve{eyes: []eyes{{v.Hidden, v.conflict.States()}}, shut: v.Hidden, final: v.Final, lost: v.Lost, open: !v.other}
	if inner := v.of(mover); inner != nil {
		theirs := &inner[0]
		f.eyes = append(f.eyes, eyes{theirs.Hidden, theirs.conflict.States()})
		f.shut, f.final, f.lost = f.shut|theirs.Hidden, f.final|theirs.Final, f.lost|theirs.Lost
		f.open = f.open && !theirs.other
	}
	return f
}

// passes reports whether a move is thinkable.
func (f *sieve) passes(s, to reckon.State) bool {
	if f.open || s == to {
		return true
	}
	if (s^to)&f.shut != 0 || s&^to&f.final != 0 || to&^s&f.lost != 0 {
		return false
	}
	for i := range f.eyes {
		if v := &f.eyes[i]; v.possible(s) && !v.possible(to) {
			return false
		}
	}
	return true
}

// kept adds the states that a move may lead to.
func (f *sieve) kept(s reckon.State, states, into []reckon.State) []reckon.State {
	if f.open {
		return append(into, states...)
	}
	for _, to := range states {
		if f.passes(s, to) {
			into = append(into, to)
		}
	}
	return into
}
