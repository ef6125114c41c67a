package street

import (
	"math"

	"reckon/arena"
	"reckon/draw"
)

// Strike is a body of workers who stop work and live on a fund, on solidarity from
// outside and on what each can bear to lose. Money is in one unit throughout, time
// in weeks. Each week:
//
//	n     = Workers·(1 − Endurance(Lost))      who is on strike
//	in    = Aid·(1 − e^−Decay)/Decay + extra   money that comes in
//	paid  = min(Pay·n, Fund + in),             Fund ← Fund + in − paid
//	Lost  ← Lost + 1 − paid/(n·Wage),          Forgone ← Forgone + n·Wage
//	Aid   ← Aid·e^−Decay
//
// The balance of a fund is bookkeeping; that workers give up in the order of what
// they can bear is the threshold law of [granovetter1978] run backward. Who has
// gone back does not come out again.
type Strike struct {
	Workers    float64
	Wage       float64 // of a worker a week
	Pay        float64 // of a striker a week while the fund lasts
	Fund       float64 // at the start
	Solidarity float64 // money a week at the start
	Decay      float64 // rate a week at which solidarity dwindles; 0 and it stays
	Endurance  Law     // weeks of wages workers can lose before they go back
}

// Faults lists what makes the strike impossible.
func (s *Strike) Faults() arena.Faults {
	var f arena.Faults
	f.Within(s.Workers, math.SmallestNonzeroFloat64, 1e12, "workers", "there must be some: a number above 0")
	f.Within(s.Wage, math.SmallestNonzeroFloat64, 1e12, "wage", "must be money a week above 0")
	f.Within(s.Pay, 0, 1e12, "strike pay", "must be money a week from 0 on")
	f.Need(!(s.Pay > s.Wage), "strike pay", "exceeds the wage, so that nobody would lose by striking; give at most the wage")
	f.Within(s.Fund, 0, 1e15, "fund", "must be money from 0 on; a debt is no fund")
	f.Within(s.Solidarity, 0, 1e15, "solidarity", "must be money a week from 0 on")
	f.Within(s.Decay, 0, 1e3, "decay", "must be a rate a week from 0 on; 0 where solidarity stays")
	return append(f, s.Endurance.Faults("endurance")...)
}

// Begin is the public before the first week.
func (s *Strike) Begin() (Public, arena.Faults) {
	if faults := s.Faults(); len(faults) > 0 {
		return Public{}, faults
	}
	return Public{Fund: s.Fund, Aid: s.Solidarity}, nil
}

// Step runs a week in which extra money comes in. The public is one of Begin.
func (s *Strike) Step(p *Public, extra float64) {
	striking := 1 - s.Endurance.Share(p.Lost)
	n := s.Workers * striking
	money := p.Fund + extra + float64(p.Aid*lasting(s.Decay, 1))
	paid := min(s.Pay*n, money)
	p.OnStrike, p.Fund = striking, money-paid
	if n > 0 {
		p.Lost += max(1-paid/(n*s.Wage), 0) // rounding must not give back
	}
	p.Forgone += float64(n * s.Wage)
	p.Aid *= draw.Exp(-s.Decay)
}

// lasting is how many weeks' worth of a flow comes in over some weeks if it
// dwindles at a rate: (1 − e^−rt)/r.
func lasting(rate, weeks float64) float64 {
	if x := rate * weeks; x < 1e-4 { // the series, where the difference would cancel
		return weeks * (1 - float64(x/2*(1-float64(x/3*(1-float64(x/4))))))
	}
	return (1 - draw.Exp(-rate*weeks)) / rate
}

// Course gives the public at the end of every week.
func (s *Strike) Course(weeks int) ([]Public, arena.Faults) {
	p, faults := s.Begin()
	faults.Need(weeks >= 1 && weeks <= 1e6, "weeks", "must be 1 to a million")
	if len(faults) > 0 {
		return nil, faults
	}
	out := make([]Public, weeks)
	for i := range out {
		s.Step(&p, 0)
		out[i] = p
	}
	return out, nil
}

// Exhaustion is after how many weeks the fund is gone if nobody goes back before,
// +Inf if it never is. With B = Pay·n for all who come out at first it solves
// Fund + Solidarity·(1 − e^−Decay·t)/Decay = B·t: Fund/(B − Solidarity) where
// solidarity stays, and where it dwindles
//
//	t = c + W₀(−(Solidarity/B)·e^(−Decay·c))/Decay,  c = (Fund + Solidarity/Decay)/B
//
// by the main branch of Lambert's function. Course pays in full for whole weeks up
// to then and no longer.
func (s *Strike) Exhaustion() (float64, arena.Faults) {
	if faults := s.Faults(); len(faults) > 0 {
		return 0, faults
	}
	out := float64(s.Pay * s.Workers * (1 - s.Endurance.Share(0)))
	left := func(t float64) float64 { return s.Fund + float64(s.Solidarity*lasting(s.Decay, t)) - float64(out*t) }
	switch {
	case out == 0 || s.Decay == 0 && s.Solidarity >= out:
		return math.Inf(1), nil
	case s.Decay == 0:
		return s.Fund / (out - s.Solidarity), nil
	case s.Fund == 0 && s.Solidarity <= out:
		return 0, nil
	}
	// The balance is concave and starts up, so that its one root ends this stretch.
	most := (s.Fund + s.Solidarity/s.Decay) / out
	if s.Solidarity < out {
		most = min(most, s.Fund/(out-s.Solidarity))
	}
	least := 0.0
	if s.Solidarity > out { // its peak, beyond a root at 0
		least = draw.Log(s.Solidarity/out) / s.Decay
	}
	if left(most) > 0 {
		return most, nil // rounding alone
	}
	return bisected(left, least, most), nil
}
