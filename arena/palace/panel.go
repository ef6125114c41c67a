package palace

import (
	"slices"
	"strconv"

	"reckon/arena"
	"reckon/draw"
)

// How a proposition came out.
const (
	Holds    Rule = "holds"    // on average and in two palaces of three the sign is the expected one
	Fails    Rule = "fails"    // it is not
	Rejected Rule = "rejected" // it is not, and the analyst set the weight it rests on
	Missing  Rule = "missing"  // the model does not represent it
)

// Proposition is what the literature holds about palaces, and whether this model
// agrees, computed over random palaces.
type Proposition struct {
	ID, Says, Source string
	Change           string  // what is changed, and what is looked at
	Expected         string  // its sign: "+", "−", or "not −"
	Rests            string  // "plot" where it follows from who watches whom, "weight" where from a factor's weight, "form" where from a formula
	Effect           float64 // mean change
	Share            float64 // of palaces where the sign is the expected one
	Verdict          Rule
}

// trial is one random palace with random circumstances.
type trial struct {
	capital Capital
	h       Hazards
	x       []float64
	u       func(purpose uint32) float64
}

// proposal is a proposition and how to test it.
type proposal struct {
	Proposition
	factor string // whose weight it rests on
	effect func(*trial) float64
}

// proposals is the panel; an effect that is missing is not represented: war between
// counterweights [debruin2020], since a plot ends with its coup; that leaders under
// threat dare little [sudduth2017] and prefer loyalty to ability [egorov2011], since
// coup-proofing and the organs are put in, not chosen.
var proposals = []proposal{
	{Proposition{ID: "P1 success", Says: "counterweights make coups fail", Source: "debruin2018", Change: "an armed organ more: success of an attempt", Expected: "−", Rests: "plot"}, "strength", func(t *trial) float64 {
		_, before := t.coup(t.capital, t.x)
		_, after := t.coup(t.counterweight(), t.x)
		return after - before
	}},
	{Proposition{ID: "P1 attempts", Says: "counterweights do not deter attempts", Source: "debruin2018", Change: "an armed organ more, after its first year: ln attempts", Expected: "not −", Rests: "plot"}, "opportunity", func(t *trial) float64 {
		before, _ := t.coup(t.capital, t.x)
		after, _ := t.coup(t.counterweight(), t.x)
		return draw.Log(after / before)
	}},
	{Proposition{ID: "P1 first year", Says: "a new counterweight raises attempts in the next year", Source: "debruin2018", Change: "an armed organ more, in its first year: ln attempts", Expected: "+", Rests: "weight"}, "new counterweight", func(t *trial) float64 {
		before, _ := t.coup(t.capital, t.with("new counterweight", 0))
		after, _ := t.coup(t.counterweight(), t.with("new counterweight", 1))
		return draw.Log(after / before)
	}},
	{Proposition{ID: "P1 war", Says: "fighting between counterweights may grow into civil war", Source: "debruin2020"}, "", nil},
	weighted("P2 coup-proofing", "structural coup-proofing deters attempts", "powell2012", "coup-proofing", "−", attempts),
	weighted("P2 spoils", "spoils deter attempts", "powell2012", "spoils", "−", attempts),
	weighted("P2 resources", "resources make attempts succeed", "powell2012", "resources", "+", successes),
	{Proposition{ID: "P3", Says: "leaders who fear coups most dare least to guard against them", Source: "sudduth2017"}, "", nil},
	weighted("P4 threat", "a stronger threat from abroad makes guardians loyal", "mcmahon2015", "external threat", "−", attempts),
	weighted("P4 doubt", "disloyalty comes from doubt about that threat", "mcmahon2015", "threat unclear", "+", attempts),
	{Proposition{ID: "P5", Says: "the military steps in most where repression rests on it halfway", Source: "svolik2013", Change: "reliance a half, against a tenth and nine tenths: attempts", Expected: "+", Rests: "weight"}, "reliance", func(t *trial) float64 {
		at := func(x float64) float64 { a, _ := t.coup(t.capital, t.with("reliance", x)); return a }
		return at(0.5) - max(at(0.1), at(0.9))
	}},
	{Proposition{ID: "P6", Says: "insiders remove a leader ever less as he stays", Source: "svolik2009", Change: "tenure of 20 years against 1: successful coups a year", Expected: "−", Rests: "weight"}, "tenure", func(t *trial) float64 {
		at := func(x float64) float64 { a, s := t.coup(t.capital, t.with("tenure", x)); return float64(a * s) }
		return at(20) - at(1)
	}},
	weighted("P7", "a settled succession deters attempts: some have a reason to wait", "frantz2016", "succession settled", "−", attempts),
	{Proposition{ID: "P8", Says: "ruler and heir clash most in the middle of their time together", Source: "zhou2021", Change: "a month halfway, against the first and one three times later: chance that the heir takes over", Expected: "+", Rests: "form"}, "", func(t *trial) float64 {
		h := t.h.filled()
		h.Usurpation = 0.001 + float64(0.05*t.u(9))
		at := func(years float64) float64 { return h.Step(0, 1./12, 0, years)[heir] }
		return at(h.Peak) - max(at(0), at(3*h.Peak))
	}},
	{Proposition{ID: "P9", Says: "loyal men are chosen over able ones", Source: "egorov2011"}, "", nil},
	{Proposition{ID: "P10", Says: "the larger the coalition that must be kept, the more is spent on it", Source: "buenodemesquita2003", Change: "a ruler's coalition of one member more: spending", Expected: "+", Rests: "form"}, "", func(t *trial) float64 {
		j, _ := t.capital.Junta()
		smaller := Junta{Members: j.Members[:len(j.Members)-1], Organs: j.Organs}
		patience := 0.5 + float64(0.45*t.u(10))
		return j.Spending(1, 1, patience) - smaller.Spending(1, 1, patience)
	}},
}

func attempts(a, _ float64) float64 { return draw.Log(a) }

func successes(_, s float64) float64 { return s }

// weighted is a proposition about a factor that goes from nothing to all.
func weighted(id, says, source, name, expected string, of func(a, s float64) float64) proposal {
	looked := "ln attempts"
	if expected == "+" && name == "resources" {
		looked = "success of an attempt"
	}
	return proposal{Proposition{ID: id, Says: says, Source: source, Change: name + " from 0 to 1: " + looked, Expected: expected, Rests: "weight"}, name, func(t *trial) float64 {
		return of(t.coup(t.capital, t.with(name, 1))) - of(t.coup(t.capital, t.with(name, 0)))
	}}
}

// Panel tests ten propositions of the literature on random palaces with random
// circumstances under these hazards, force deciding by Contest: each with what is
// expected, what comes out, and what it rests on. What the model does not represent
// is said, not scored. The same seed gives the same panel.
func (h Hazards) Panel(seed uint64, palaces int) ([]Proposition, arena.Faults) {
	h = h.filled()
	faults := h.faults()
	faults.Need(palaces > 0 && palaces <= 1e6, "palaces", "a panel needs between one palace and a million; 200 tell")
	if len(faults) > 0 {
		return nil, faults
	}
	list := make([]Proposition, len(proposals))
	for k, p := range proposals {
		list[k] = p.Proposition
	}
	for i := range palaces {
		t := invent(h, seed, uint64(i))
		for k, p := range proposals {
			if p.effect == nil {
				continue
			}
			e := p.effect(t)
			list[k].Effect += e / float64(palaces)
			if agrees(p.Expected, e) {
				list[k].Share += 1 / float64(palaces)
			}
		}
	}
	for k, p := range proposals {
		list[k].Verdict = h.verdict(p, list[k])
	}
	return list, nil
}

func (h Hazards) verdict(p proposal, got Proposition) Rule {
	_, own := h.Weights[p.factor]
	switch {
	case p.effect == nil:
		return Missing
	case agrees(p.Expected, got.Effect) && got.Share >= 2./3:
		return Holds
	case own:
		return Rejected
	}
	return Fails
}

// agrees reports whether an effect has the sign. "Not −" bears a fall of a thousandth.
func agrees(expected string, effect float64) bool {
	const none = 1e-9
	switch expected {
	case "+":
		return effect > none
	case "−":
		return effect < -none
	}
	return effect >= -1e-3
}

// invent makes a palace of five to eight organs and circumstances.
func invent(h Hazards, seed, run uint64) *trial {
	const module = 0x70616c // palace
	u := func(purpose uint32, entity int) float64 {
		return draw.Key{Seed: seed, Run: run, Module: module, Purpose: purpose, Entity: uint64(entity)}.Uniform()
	}
	t := &trial{h: h, x: make([]float64, len(factors)-derived), u: func(purpose uint32) float64 { return u(purpose, 0) }}
	t.capital.Success = Contest
	n := 5 + int(4*u(1, 0))
	for i := range n {
		t.capital.Organs = append(t.capital.Organs, Organ{Name: strconv.Itoa(i), Force: 0.5 + u(2, i), Distrust: 0.05 + float64(0.3*u(3, i))})
		for j := range n {
			if i != j && u(4, i*n+j) < 0.4 {
				t.capital.Watches = append(t.capital.Watches, Watch{strconv.Itoa(i), strconv.Itoa(j), 0.5 * u(5, i*n+j)})
			}
		}
	}
	for k := range t.x {
		if t.x[k] = u(6, k); factors[k+derived].name == "tenure" {
			t.x[k] *= 20
		}
	}
	return t
}

// counterweight is the palace with one armed organ more, of average force and
// distrust, that neither watches nor is watched.
func (t *trial) counterweight() Capital {
	c := t.capital
	force, distrust, n := 0.0, 0.0, float64(len(c.Organs))
	for _, o := range c.Organs {
		force += o.Force / n
		distrust += o.Distrust / n
	}
	c.Organs = append(slices.Clip(c.Organs), Organ{Name: "counterweight", Force: force, Distrust: distrust})
	return c
}

// with is the circumstances with one factor set.
func (t *trial) with(name string, x float64) []float64 {
	list := append([]float64(nil), t.x...)
	for k := range list {
		if factors[k+derived].name == name {
			list[k] = x
		}
	}
	return list
}

// coup solves a palace and gives attempts a year and their success.
func (t *trial) coup(c Capital, x []float64) (attempts, success float64) {
	s, faults := c.Solver(t.h)
	if len(faults) > 0 {
		panic("palace: an invented palace has faults: " + faults[0].Message)
	}
	undetected, wins, _, _ := s.Risk(nil, nil, nil)
	return s.Coup(undetected, wins, x)
}
