package street

import (
	"math"

	"reckon"
	"reckon/arena"
	"reckon/draw"
)

// Public is the state of an aggregate public: shares of it, but for what is money.
// A model fills what it knows of.
type Public struct {
	Active   float64 // turned out in this step, those arrested in it among them
	Jailed   float64
	Arrested float64 // in this step
	Refusing float64 // own forces that do not act
	Fatigue  float64

	OnStrike float64 // of the workers
	Fund     float64 // money
	Aid      float64 // solidarity money a week that comes in now
	Lost     float64 // weeks of wages a striker has lost and nobody replaced
	Forgone  float64 // wages all strikers together have lost

	First, Second float64 // model II: what is left of each group
}

// Movement is a public that turns out, tires, is jailed and strikes, in steps of a
// week, small enough for runs of whole systems. Turnout follows Kuran's thresholds
// [kuran1989]; what pushes it adds to what people see of each other:
//
//	seen    = Information·Active
//	refuse  = Defection·Nerve(Active)                      own forces that do not act
//	force   = Repression·(1 − refuse) + Imported
//	push    = ByHardship·Hardship + ByLegitimacy·(1 − Legitimacy) + ByStrike·OnStrike
//	          + Shock + Noise·Φ⁻¹(u) − ByForce·force − ByFatigue·Fatigue
//	ready   = Thresholds(seen + push)·(1 − Jailed)
//	Active  ← stayed + Pace·(ready − stayed),              stayed = Active − Arrested
//	Jailed  ← kept + Arrested,                             kept = (1 − Release)·Jailed
//	Arrested = min(Active, Arrests·force, 1 − kept)
//	Fatigue ← rest + Tiring·Active·(1 − rest),             rest = (1 − Recovery)·Fatigue
//
// and the week of Strike before all that. With nothing pushed, nobody jailed and
// all seen its fixed points are those of Law.Equilibria(1). The additive push is
// the plainest form that keeps that identity; its weights are judgements to be
// stated with ranges, not published constants.
type Movement struct {
	Thresholds Law     // shares of the public seen active at which people join
	Pace       float64 // share of the gap to readiness closed in a week, above 0 to 1

	ByHardship, ByLegitimacy, ByForce, ByFatigue, ByStrike float64 // weights of the push, in units of thresholds

	Tiring, Recovery float64 // rates a week, 0 to 1
	Release          float64 // share of the jailed let out a week
	Noise            float64 // standard deviation of the push
	Nerve            *Law    // shares active at which own forces refuse; nil and none ever does
	Strike           *Strike // nil and nobody strikes
}

// Week is what a movement meets in a week. All but Shock and Aid lie between 0 and
// 1, and Step takes what is outside as the nearer end; what is no number (NaN)
// counts as nothing happening. The week in which nothing happens has Legitimacy and Information 1
// and all else 0.
type Week struct {
	Hardship    float64
	Legitimacy  float64
	Repression  float64 // own forces ordered out
	Information float64 // what people see of each other; 0 in a blackout
	Shock       float64 // added to the push as it is, -1 to 1
	Arrests     float64 // share of the public that a force of 1 can jail in a week
	Imported    float64 // forces from outside, which never refuse
	Defection   float64 // how far own forces follow their Nerve; 0 and they obey
	Aid         float64 // money for the strike fund on top of solidarity
}

// Faults lists what makes the movement none.
func (m *Movement) Faults() arena.Faults {
	f := m.Thresholds.Faults("thresholds")
	f.Need(m.Pace > 0 && m.Pace <= 1, "pace", "must be a share above 0 and at most 1; 1 closes the gap in a week")
	for _, weight := range []struct {
		of string
		is float64
	}{{"hardship", m.ByHardship}, {"legitimacy", m.ByLegitimacy}, {"force", m.ByForce}, {"fatigue", m.ByFatigue}, {"strike", m.ByStrike}, {"noise", m.Noise}} {
		f.Within(weight.is, 0, 1e6, "weight of "+weight.of, "must be a number from 0 on; 0 leaves it out")
	}
	f.Within(m.Tiring, 0, 1, "tiring", "must be a rate a week from 0 to 1")
	f.Within(m.Recovery, 0, 1, "recovery", "must be a rate a week from 0 to 1")
	f.Within(m.Release, 0, 1, "release", "must be the share of the jailed let out a week")
	if m.Nerve != nil {
		f = append(f, m.Nerve.Faults("nerve")...)
	}
	if m.Strike != nil {
		for _, fault := range m.Strike.Faults() {
			f = append(f, arena.Fault{At: "strike: " + fault.At, Message: fault.Message})
		}
	}
	return f
}

// Begin is the public before the first week: a share of it active.
func (m *Movement) Begin(active float64) (Public, arena.Faults) {
	faults := m.Faults()
	faults.Within(active, 0, 1, "active at the start", "must be a share from 0 to 1")
	if len(faults) > 0 {
		return Public{}, faults
	}
	p := Public{Active: active}
	if m.Strike != nil {
		p.Fund, p.Aid = m.Strike.Fund, m.Strike.Solidarity
	}
	return p, nil
}

// Step runs a week. The public is one of Begin on the same movement; u is a uniform
// number in (0, 1) for the noise, anything else is no noise. Cost: two evaluations
// of laws, some hundred nanoseconds; nothing is allocated.
func (m *Movement) Step(p *Public, w Week, u float64) {
	if m.Strike != nil {
		m.Strike.Step(p, within(w.Aid, 0, 1e15, 0))
	}
	stayed := p.Active - p.Arrested
	p.Refusing = m.refusing(p, w)
	force := p.force(w)
	seen := within(w.Information, 0, 1, 1) * p.Active
	ready := float64(m.Thresholds.Share(float64(seen)+m.push(p, w, force, u)) * (1 - p.Jailed))
	p.Active = min(max(stayed+float64(m.Pace*(ready-stayed)), 0), 1-p.Jailed)
	kept := float64((1 - m.Release) * p.Jailed)
	p.Arrested = min(p.Active, float64(within(w.Arrests, 0, 1, 0)*force), 1-kept)
	p.Jailed = min(kept+p.Arrested, 1)
	rest := float64((1 - m.Recovery) * p.Fatigue)
	p.Fatigue = rest + float64(m.Tiring*p.Active*(1-rest))
}

// Push is by how much thresholds are lowered for a public in a week, chance aside.
func (m *Movement) Push(p Public, w Week) float64 {
	p.Refusing = m.refusing(&p, w)
	return m.push(&p, w, p.force(w), 0)
}

// refusing is the share of own forces that do not act.
func (m *Movement) refusing(p *Public, w Week) float64 {
	if m.Nerve == nil {
		return 0
	}
	return float64(within(w.Defection, 0, 1, 0) * m.Nerve.Share(p.Active))
}

// force is what acts against a public: own forces that obey, and those from outside.
func (p *Public) force(w Week) float64 {
	return float64(within(w.Repression, 0, 1, 0)*(1-p.Refusing)) + within(w.Imported, 0, 1, 0)
}

// push is by how much thresholds are lowered this week.
func (m *Movement) push(p *Public, w Week, force, u float64) float64 {
	push := float64(m.ByHardship*within(w.Hardship, 0, 1, 0)) + float64(m.ByLegitimacy*(1-within(w.Legitimacy, 0, 1, 1)))
	push += float64(m.ByStrike*p.OnStrike) + within(w.Shock, -1, 1, 0)
	push -= float64(m.ByForce*force) + float64(m.ByFatigue*p.Fatigue)
	if m.Noise > 0 && u > 0 && u < 1 {
		push += draw.Quantile(reckon.Normal, u, 0, m.Noise)
	}
	return push
}

// within is x, or the nearer end, or what nothing said means.
func within(x, low, high, unsaid float64) float64 {
	if math.IsNaN(x) {
		return unsaid
	}
	return min(max(x, low), high)
}
