package preference

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"strconv"
	"testing"

	"reckon"
	"reckon/casetest"
)

// definition is one kind by the letter: pairwise comparisons and quantifiers. It
// shares only the case with the engine.
type definition struct {
	o        casetest.Oracle
	moves    [][][]reckon.State // by actor and state
	improves func(i int, t, s reckon.State) bool
	harms    func(i int, x, s reckon.State) bool // x sanctions a move away from s
	escapes  func(i int, y, s reckon.State) bool // y is a way out of a sanction
	credible func(j int, q, s reckon.State) bool
}

func (d *definition) stable(i int, foresight reckon.Concept, s reckon.State) bool {
	for _, t := range d.moves[i][s] {
		if d.improves(i, t, s) && !d.met(i, foresight, s, t) {
			return false
		}
	}
	return true
}

func (d *definition) met(i int, foresight reckon.Concept, s, t reckon.State) bool {
	if foresight == reckon.Nash {
		return false
	}
	reply := func(j int, q reckon.State) []reckon.State {
		var list []reckon.State
		for _, x := range d.moves[j][q] {
			if foresight == reckon.GMR || foresight == reckon.SMR || d.credible(j, x, q) {
				list = append(list, x)
			}
		}
		return list
	}
	for _, x := range d.o.Reach(i, t, reply) {
		bad := x != t && d.harms(i, x, s)
		if foresight == reckon.SMR || foresight == reckon.SSEQ {
			for _, y := range d.moves[i][x] {
				bad = bad && !d.escapes(i, y, s)
			}
		}
		if bad {
			return true
		}
	}
	return false
}

// first returns the first want in which two states differ, nil for none, and
// whether it holds in the former. A mind without doubts in the wants is compared by
// the oracle's own order, as one certain want.
func first(o casetest.Oracle, i int, q, s reckon.State) (w *reckon.Want, inFormer bool) {
	m := &o.Minds[i]
	weighed := false
	for k := range m.Wants {
		weighed = weighed || m.Wants[k].Points != 0
	}
	if weighed || len(m.Order) > 0 {
		switch cmp := o.Prefers(i, q, s); {
		case cmp > 0:
			return &reckon.Want{}, true
		case cmp < 0:
			return &reckon.Want{}, false
		}
		return nil, false
	}
	for k := range m.Wants {
		w := &m.Wants[k]
		if x, y := o.Truth(&w.That, q), o.Truth(&w.That, s); x != y {
			return w, x
		}
	}
	return nil, false
}

// probability is P_i(q,s), exactly.
func probability(o casetest.Oracle, i int, q, s reckon.State) *big.Rat {
	w, holds := first(o, i, q, s)
	if w == nil {
		return new(big.Rat)
	}
	odds := big.NewRat(1, 1)
	if w.Odds != 0 {
		odds, _ = new(big.Rat).SetString(strconv.FormatFloat(w.Odds, 'f', -1, 64))
	}
	if holds {
		return odds
	}
	return odds.Sub(big.NewRat(1, 1), odds)
}

func rat(x float64) *big.Rat {
	r, _ := new(big.Rat).SetString(fmt.Sprint(x))
	return r
}

// define writes a kind down as the literature does. strength is general here.
func define(o casetest.Oracle, kind string, set Settings) *definition {
	d := &definition{o: o}
	d.moves = make([][][]reckon.State, len(o.Minds))
	for i := range o.Minds {
		for s := range reckon.State(1) << len(o.Case.Options) {
			var list []reckon.State
			if o.Feasible(s) {
				list = o.Moves(i, s)
			}
			d.moves[i] = append(d.moves[i], list)
		}
	}
	prefers := func(i int, q, s reckon.State) bool { return o.Prefers(i, q, s) > 0 }
	one := big.NewRat(1, 1)
	switch kind {
	case "strength":
		d.improves, d.credible = prefers, prefers
		d.harms = func(i int, x, s reckon.State) bool { return o.Prefers(i, x, s) <= 0 }
		d.escapes = prefers
	case "unknown-a", "unknown-b", "unknown-c", "unknown-d":
		unknown := func(i int, q, s reckon.State) bool {
			w, _ := first(o, i, q, s)
			return w != nil && w.Unknown
		}
		better := func(i int, q, s reckon.State) bool {
			w, holds := first(o, i, q, s)
			return w != nil && !w.Unknown && holds
		}
		open := func(i int, q, s reckon.State) bool { return better(i, q, s) || unknown(i, q, s) }
		worseOrEqual := func(i int, x, s reckon.State) bool {
			w, _ := first(o, i, x, s)
			return w == nil || better(i, s, x)
		}
		d.credible = open
		d.improves = map[string]func(int, reckon.State, reckon.State) bool{
			"unknown-a": open, "unknown-b": better, "unknown-c": open, "unknown-d": better,
		}[kind]
		d.harms, d.escapes = worseOrEqual, open
		if kind == "unknown-c" || kind == "unknown-d" {
			d.harms = func(i int, x, s reckon.State) bool { return worseOrEqual(i, x, s) || unknown(i, x, s) }
			d.escapes = better
		}
	case "probabilistic":
		exceeds := func(x float64) func(int, reckon.State, reckon.State) bool {
			limit := new(big.Rat).Sub(one, rat(x))
			return func(i int, q, s reckon.State) bool { return probability(o, i, q, s).Cmp(limit) > 0 }
		}
		d.improves, d.credible, d.escapes = exceeds(set.Alpha), exceeds(set.Gamma), exceeds(set.Beta)
		d.harms = func(i int, x, s reckon.State) bool { return !d.escapes(i, x, s) }
	case "fuzzy":
		d.improves = func(i int, q, s reckon.State) bool {
			degree := func(a, b reckon.State) *big.Rat {
				if w, _ := first(o, i, a, b); w == nil {
					return big.NewRat(1, 2)
				}
				return probability(o, i, a, b)
			}
			least := set.Threshold
			if x, ok := set.Thresholds[o.Case.Actors[i].Name]; ok {
				least = x
			}
			return new(big.Rat).Sub(degree(q, s), degree(s, q)).Cmp(rat(least)) >= 0
		}
		d.credible, d.escapes = d.improves, d.improves
		d.harms = func(i int, x, s reckon.State) bool { return !d.improves(i, x, s) }
	case "attitudes":
		d.improves = func(i int, q, s reckon.State) bool { return relational(o, set, i, q, s) }
		d.credible, d.escapes = d.improves, d.improves
		d.harms = func(i int, x, s reckon.State) bool { return !d.improves(i, x, s) }
	}
	return d
}

// relational reports whether q is relationally preferred to s by i.
func relational(o casetest.Oracle, set Settings, i int, q, s reckon.State) bool {
	for j := range o.Minds {
		e := 0
		if i == j {
			e = 1
		}
		for _, a := range o.Minds[i].Attitudes {
			if a.Toward == o.Minds[j].Actor {
				e = a.Is
			}
		}
		gain := o.Prefers(j, q, s)
		ok := e == 0 || e > 0 && gain > 0 || e < 0 && gain < 0
		if gain == 0 {
			ok = ok || set.Ties == "both" || set.Ties == "" || set.Ties == "friends" && e > 0
		}
		if !ok {
			return false
		}
	}
	return true
}

// stronger turns general strength into strong: what harms must be far worse.
func stronger(d *definition) *definition {
	much := func(i int, x, s reckon.State) bool {
		if d.o.Prefers(i, s, x) <= 0 || len(d.o.Minds[i].Order) > 0 {
			return false
		}
		for k := range d.o.Minds[i].Wants {
			w := &d.o.Minds[i].Wants[k]
			if w.RedLine && d.o.Truth(&w.That, s) && !d.o.Truth(&w.That, x) {
				return true
			}
		}
		return false
	}
	e := *d
	e.harms = much
	e.escapes = func(i int, y, s reckon.State) bool { return !much(i, y, s) }
	return &e
}

// someMinds draws a case of at most so many options whose minds have what the kinds read.
func someMinds(r *rand.Rand, options int) (*reckon.Case, []reckon.Mind) {
	for {
		c, minds := casetest.Case(r.IntN, 1+r.IntN(4), 1+r.IntN(options), 5, r.IntN(4))
		o := casetest.Oracle{Case: c, Minds: minds}
		feasible := false
		for s := range reckon.State(1) << len(c.Options) {
			feasible = feasible || o.Feasible(s)
		}
		if !feasible {
			continue
		}
		for i := range minds {
			weighed := false
			for k := range minds[i].Wants {
				weighed = weighed || minds[i].Wants[k].Points != 0
			}
			for k := range minds[i].Wants {
				w := &minds[i].Wants[k]
				w.RedLine = r.IntN(3) == 0
				w.Unknown = !weighed && r.IntN(3) == 0
				if !weighed && r.IntN(2) == 0 {
					w.Odds = float64(1+r.IntN(10)) / 10
				}
			}
			for j := range minds {
				if r.IntN(3) == 0 {
					minds[i].Attitudes = append(minds[i].Attitudes, reckon.Attitude{Toward: c.Actors[j].Name, Is: r.IntN(3) - 1})
				}
			}
		}
		return c, minds
	}
}

// someSettings draws settings, all of them stated.
func someSettings(r *rand.Rand, c *reckon.Case) Settings {
	tenth := func() float64 { return float64(1+r.IntN(10)) / 10 }
	set := Settings{Alpha: tenth(), Beta: tenth(), Gamma: tenth(), Threshold: tenth(), Ties: ties[r.IntN(len(ties))]}
	if r.IntN(2) == 0 {
		set.Thresholds = map[string]float64{c.Actors[0].Name: tenth()}
	}
	return set
}

// drawn runs f on random sources with different seeds, fewer of them in short runs.
func drawn(t *testing.T, times int, f func(r *rand.Rand)) {
	t.Helper()
	if testing.Short() {
		times /= 4
	}
	for seed := range uint64(times) {
		func() {
			defer func() {
				if t.Failed() {
					t.Logf("seed %d", seed)
				}
			}()
			f(rand.New(rand.NewPCG(seed, 1)))
		}()
	}
}

func solved(t *testing.T, c *reckon.Case, minds []reckon.Mind, kind string, set Settings) *Result {
	t.Helper()
	r, err := Solve(c, minds, nil, kind, set)
	if err != nil {
		t.Fatalf("%s: %v", kind, err)
	}
	return r
}

func TestEngineAgreesWithDefinitions(t *testing.T) {
	for _, kind := range Kinds() {
		t.Run(kind.Name, func(t *testing.T) {
			drawn(t, 300, func(r *rand.Rand) {
				c, minds := someMinds(r, 6)
				set := someSettings(r, c)
				res := solved(t, c, minds, kind.Name, set)
				o := casetest.Oracle{Case: c, Minds: minds}
				general := define(o, kind.Name, set)
				for _, s := range res.Conflict().States().List() {
					for i := range minds {
						for _, foresight := range kind.Concepts {
							agree(t, res, general, i, foresight, s)
						}
					}
				}
			})
		})
	}
}

// TestManyClasses: more classes than one bundle holds are still all right.
func TestManyClasses(t *testing.T) {
	drawn(t, 40, func(r *rand.Rand) {
		c, minds := someMinds(r, 7)
		for len(c.Options) < 7 || len(minds) < 2 {
			c, minds = someMinds(r, 7)
		}
		for i := range minds {
			strict(r, c, &minds[i])
		}
		for _, kind := range Kinds() {
			set := someSettings(r, c)
			res := solved(t, c, minds, kind.Name, set)
			general := define(casetest.Oracle{Case: c, Minds: minds}, kind.Name, set)
			for _, s := range res.Conflict().States().List() {
				if r.IntN(4) == 0 {
					agree(t, res, general, r.IntN(len(minds)), kind.Concepts[r.IntN(len(kind.Concepts))], s)
				}
			}
		}
	})
}

// agree compares engine and definition on one state, the strong concepts included.
func agree(t *testing.T, res *Result, general *definition, i int, concept reckon.Concept, s reckon.State) {
	t.Helper()
	var want bool
	switch concept {
	case reckon.Nash, reckon.GMR, reckon.SMR, reckon.SEQ, reckon.SSEQ:
		want = general.stable(i, concept, s)
	case strong + reckon.GMR, strong + reckon.SMR, strong + reckon.SEQ, strong + reckon.SSEQ:
		want = stronger(general).stable(i, concept[len(strong):], s)
	default:
		want = general.stable(i, concept[len(weak):], s) && !stronger(general).stable(i, concept[len(weak):], s)
	}
	if got := res.Stable(i, concept).Has(s); got != want {
		t.Fatalf("%s %s, state %b, actor %d: engine says %v, the definition %v", res.Kind.Name, concept, s, i, got, want)
	}
}
