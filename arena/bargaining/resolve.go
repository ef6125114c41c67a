package bargaining

import (
	"math"

	"reckon/arena"
	"reckon/draw"
)

// Resolve is what one side holds of the other: that he is either resolute or not, and
// that he who is not gives in sooner [abreugul2000]. Silence makes it likelier that he
// is resolute, a concession less likely.
type Resolve struct {
	Belief float64 // that he is resolute
	Firm   float64 // rate at which one who is resolute gives in under full pressure, a unit of time
	Soft   float64 // the same of one who is not
	// Blind is the fundamental error of attribution, from 0 to 1: at 0 silence counts
	// by the pressure he was under, at 1 as if it had been full [ross1977].
	Blind float64
}

// Check says what is wrong; the other methods need what is right.
func (r Resolve) Check() arena.Faults { return r.check("") }

func (r Resolve) check(of string) arena.Faults {
	var f arena.Faults
	f.Within(r.Belief, 0, 1, of+"belief", "it must be a chance from 0 to 1")
	f.Within(r.Blind, 0, 1, of+"blind", "it must be a share from 0 (weighs the situation) to 1 (sees character alone)")
	if f.Within(r.Firm, 0, math.Inf(1), of+"firm", "it must be a rate of at least 0") {
		f.Within(r.Soft, r.Firm, math.Inf(1), of+"soft", "it must be a rate of at least that of one who is resolute; else a concession would speak for resolve")
	}
	return f
}

// Silent is what is held after he has not given in for a time, under a pressure from
// 0 to 1: πe^(−h_T·t)/(πe^(−h_T·t) + (1−π)e^(−h_W·t)).
func (r Resolve) Silent(time, pressure float64) Resolve {
	counted := time * (pressure + float64(r.Blind*(1-pressure)))
	odds := draw.Exp(-float64((r.Soft - r.Firm) * counted)) // of silence, soft to firm
	if under := r.Belief + float64((1-r.Belief)*odds); under > 0 {
		r.Belief /= under
	}
	return r
}

// Conceded is what is held just after he has given in. Where neither kind ever would,
// nothing is learned from it.
func (r Resolve) Conceded() Resolve {
	firm, soft := float64(r.Belief*r.Firm), float64((1-r.Belief)*r.Soft)
	if firm+soft > 0 {
		r.Belief = firm / (firm + soft)
	}
	return r
}

// GivesIn is the chance, as it is held, that he gives in within a time under full
// pressure.
func (r Resolve) GivesIn(time float64) float64 {
	firm, soft := draw.Exp(-float64(r.Firm*time)), draw.Exp(-float64(r.Soft*time))
	return 1 - float64(r.Belief*firm) - float64((1-r.Belief)*soft)
}

// Outlasted is the chance, as it is held, that he gives in before one who himself
// would give in at a rate: "they tire first". One who never gives in, at rate 0,
// outlasts all who ever do.
func (r Resolve) Outlasted(own float64) float64 {
	before := func(rate float64) float64 {
		if rate <= 0 {
			return 0
		}
		return rate / (rate + math.Max(0, own))
	}
	return float64(r.Belief*before(r.Firm)) + float64((1-r.Belief)*before(r.Soft))
}

// Counts is what is held of how often somebody gives in when it comes to it: a beta
// law that has seen so many cases, with what was held before counted as cases too.
type Counts struct{ Gave, Held float64 }

// Check says what is wrong; the other methods need what is right.
func (c Counts) Check() arena.Faults {
	var f arena.Faults
	positive(&f, c.Gave, "times he gave in")
	positive(&f, c.Held, "times he held out")
	return f
}

// Seen adds cases.
func (c Counts) Seen(gave, held int) Counts {
	return Counts{c.Gave + float64(gave), c.Held + float64(held)}
}

// Chance is the chance that he gives in the next time.
func (c Counts) Chance() float64 { return c.Gave / (c.Gave + c.Held) }

// Next is the chance of each number of times that he gives in among the next n: the
// beta–binomial law.
func (c Counts) Next(n int) []float64 {
	chances := make([]float64, n+1)
	// P(0) = Π (Held+i)/(Gave+Held+i); then P(k+1)/P(k). Logarithms keep a long row from vanishing.
	var log float64
	for i := range n {
		log += draw.Log((c.Held + float64(i)) / (c.Gave + c.Held + float64(i)))
	}
	for k := range chances {
		chances[k] = draw.Exp(log)
		if k < n {
			log += draw.Log(float64(n-k) / float64(k+1) * (c.Gave + float64(k)) / (c.Held + float64(n-k-1)))
		}
	}
	return chances
}
