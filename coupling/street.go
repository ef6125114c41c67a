package coupling

import (
	"fmt"
	"math"
	"slices"

	"reckon"
	"reckon/arena/street"
)

// streetModel is an aggregate public.
type streetModel struct {
	movement street.Movement
	strike   *street.Strike // nil where nobody strikes
	perYear  int            // steps
	settings []int
	strikes  []int
}

// The numbers of a street, in the order of streetNumbers.
const (
	streetActive = iota
	streetPace
	streetHardship
	streetLegitimacy
	streetRepression
	streetImported
	streetInformation
	streetShock
	streetArrests
	streetDefection
	streetByHardship
	streetByLegitimacy
	streetByStrike
	streetByForce
	streetByFatigue
	streetTiring
	streetRecovery
	streetRelease
	streetNoise
)

// streetNumbers are what the numbers of a street are called, what they are where
// they are left out, and where they may lie.
var streetNumbers = []ranged{
	{"active", 0, 0, 1, ""},
	{"pace", 0.5, 1e-9, 1, ""},
	{"hardship", 0, 0, 1, ""},
	{"legitimacy", 1, 0, 1, ""},
	{"repression", 0, 0, 1, ""},
	{"imported", 0, 0, 1, ""},
	{"information", 1, 0, 1, ""},
	{"shock", 0, -1, 1, ""},
	{"arrests", 0, 0, 1, ""},
	{"defection", 0, 0, 1, ""},
	{"by_hardship", 0, 0, 1e6, ""},
	{"by_legitimacy", 0, 0, 1e6, ""},
	{"by_strike", 0, 0, 1e6, ""},
	{"by_force", 0, 0, 1e6, ""},
	{"by_fatigue", 0, 0, 1e6, ""},
	{"tiring", 0, 0, 1, ""},
	{"recovery", 0, 0, 1, ""},
	{"release", 0, 0, 1, ""},
	{"noise", 0, 0, 1e6, ""},
}

// The numbers of a strike.
const (
	strikeCalled = iota
	strikeWorkers
	strikeWage
	strikePay
	strikeFund
	strikeSolidarity
	strikeDecay
	strikeAid
)

var strikeNumbers = []ranged{
	{"called", 1, math.Inf(-1), math.Inf(1), ""},
	{"workers", 0, 1e-300, 1e12, ""},
	{"wage", 0, 1e-300, 1e12, ""},
	{"pay", 0, 0, 1e12, ""},
	{"fund", 0, 0, 1e15, ""},
	{"solidarity", 0, 0, 1e15, ""},
	{"decay", 0, 0, 1e3, ""},
	{"aid", 0, 0, 1e15, ""},
}

func newStreet(b *builder) model {
	m := &streetModel{perYear: map[string]int{"": 52, "week": 52, "month": 12, "year": 1}[b.world.kase.Step]}
	if m.perYear == 0 {
		b.fault(b.arena.At, "arena-clock", "A street goes by the week, and the clock of the case by the day",
			"Let the case tick in weeks, months or years: step = \"week\".")
		return nil
	}
	m.movement.Thresholds = b.law(b.arena, "thresholds")
	if b.arena.Setting("nerve") != nil {
		nerve := b.law(b.arena, "nerve")
		m.movement.Nerve = &nerve
	}
	m.movement.Pace = 1
	m.settings = b.numbers(b.arena, streetNumbers)
	parts := b.arena.Kinds("strike")
	if len(parts) > 1 {
		b.fault(parts[1].At, "arena-parts", "A street has one strike", "Put those who strike together into one, or give the other a street of its own.")
		return nil
	}
	if len(parts) == 1 {
		m.strike = &street.Strike{Workers: 1, Wage: 1, Endurance: b.law(parts[0], "endurance")}
		m.strikes = b.numbers(parts[0], strikeNumbers)
		b.faults(m.strike.Faults())
	}
	b.faults(m.movement.Faults())
	if len(b.found) > 0 {
		return nil
	}
	return m
}

// law reads an interval or a law of numbers.
func (b *builder) law(of stated, name string) street.Law {
	var l street.Law
	s := of.Setting(name)
	if s == nil {
		return street.Law{Of: reckon.Exact, Args: []float64{0}} // reported by the language
	}
	l.Of = s.Start.Law
	for i := range s.Start.Args {
		if s.Start.Args[i].Op != "number" {
			b.fault(s.At, "arena-number", fmt.Sprintf("%s hangs on something, and must stay the same", name), "Write numbers here.")
			return street.Law{Of: reckon.Exact, Args: []float64{0}}
		}
		l.Args = append(l.Args, s.Start.Args[i].Number)
	}
	return l
}

// streetQuantities are what a street gives, in the order of its outputs.
var streetQuantities = []string{"turnout", "jailed", "arrested", "refusing", "fatigue", "on_strike", "fund", "lost", "forgone"}

func (m *streetModel) outputs() int { return len(streetQuantities) }

func (m *streetModel) output(quantity, _ string) int { return slices.Index(streetQuantities, quantity) }

// streetRunner carries a public on.
type streetRunner struct {
	*streetModel
	m street.Movement
	s street.Strike
}

func (m *streetModel) runner() runner {
	r := &streetRunner{streetModel: m, m: m.movement}
	if m.strike != nil {
		r.s = *m.strike
	}
	return r
}

// width is the steps taken, whether a strike is on, and the public.
func (r *streetRunner) width() int { return 12 }

// weeks is how many weeks a step has after so many: a year has 52, so that of three
// months one has five.
func (m *streetModel) weeks(steps int) int { return 52*(steps+1)/m.perYear - 52*steps/m.perYear }

func (r *streetRunner) begin(state []float64) { clear(state) }

// drawPush is the draw of a street: what chance adds to the push, by week of a step.
const drawPush = 1

// step lets the weeks of a step pass.
func (r *streetRunner) step(state, in, out []float64, by *chance) *trouble {
	if bad := r.unsound(in); bad != nil {
		return bad
	}
	p := street.Public{
		Active: state[2], Jailed: state[3], Arrested: state[4], Refusing: state[5], Fatigue: state[6],
		OnStrike: state[7], Fund: state[8], Aid: state[9], Lost: state[10], Forgone: state[11],
	}
	steps := int(state[0])
	if state[0]++; steps == 0 {
		p.Active = in[r.settings[streetActive]]
		if r.strike != nil {
			p.Fund = in[r.strikes[strikeFund]]
		}
	}
	week := r.put(in)
	for k := range r.weeks(steps) {
		r.call(state, in, &p)
		r.m.Step(&p, week, by.noise(drawPush+uint32(k)))
	}
	copy(state[2:], []float64{p.Active, p.Jailed, p.Arrested, p.Refusing, p.Fatigue, p.OnStrike, p.Fund, p.Aid, p.Lost, p.Forgone})
	copy(out, []float64{p.Active, p.Jailed, p.Arrested, p.Refusing, p.Fatigue, p.OnStrike, p.Fund, p.Lost, p.Forgone})
	return nil
}

// over is the share on strike below which a strike counts as over.
const over = 1e-3

// call begins a strike where one is called and none is on, and ends one from which
// nearly all have gone back. What is in the fund stays for the next.
func (r *streetRunner) call(state, in []float64, p *street.Public) {
	if r.strike == nil {
		return
	}
	on := state[1] == 1
	switch {
	case on && p.OnStrike < over && p.Lost > 0:
		on = false
	case !on && in[r.strikes[strikeCalled]] > 0.5:
		on = true
		p.Lost, p.Aid = 0, r.s.Solidarity
	}
	state[1], r.m.Strike = 0, nil
	if on {
		state[1], r.m.Strike = 1, &r.s
		return
	}
	p.OnStrike = 0
}

// put takes over the numbers of the present.
func (r *streetRunner) put(in []float64) street.Week {
	at := func(k int) float64 { return in[r.settings[k]] }
	m := &r.m
	m.Pace = at(streetPace)
	m.ByHardship, m.ByLegitimacy, m.ByStrike, m.ByForce, m.ByFatigue = at(streetByHardship), at(streetByLegitimacy), at(streetByStrike), at(streetByForce), at(streetByFatigue)
	m.Tiring, m.Recovery, m.Release, m.Noise = at(streetTiring), at(streetRecovery), at(streetRelease), at(streetNoise)
	week := street.Week{
		Hardship: at(streetHardship), Legitimacy: at(streetLegitimacy), Repression: at(streetRepression), Imported: at(streetImported),
		Information: at(streetInformation), Shock: at(streetShock), Arrests: at(streetArrests), Defection: at(streetDefection),
	}
	if r.strike != nil {
		of := func(k int) float64 { return in[r.strikes[k]] }
		r.s.Workers, r.s.Wage, r.s.Pay = of(strikeWorkers), of(strikeWage), of(strikePay)
		r.s.Solidarity, r.s.Decay, week.Aid = of(strikeSolidarity), of(strikeDecay), of(strikeAid)
	}
	return week
}

// unsound finds a number that lies where it cannot.
func (m *streetModel) unsound(in []float64) *trouble {
	if bad := outside(in, m.settings, streetNumbers); bad != nil || m.strike == nil {
		return bad
	}
	if bad := outside(in, m.strikes, strikeNumbers); bad != nil {
		return bad
	}
	if pay, wage := in[m.strikes[strikePay]], in[m.strikes[strikeWage]]; pay > wage {
		return &trouble{m.strikes[strikePay], fmt.Sprintf("%v, more than the wage of %v, so that nobody would lose by striking", pay, wage)}
	}
	return nil
}
