package treasury

import (
	"math"

	"reckon/arena"
	"reckon/draw"
)

// Bank is a bank that turns deposits, which can be asked for at any time, into
// investments that ripen late [diamonddybvig1983]. Utility has constant relative risk
// aversion.
type Bank struct {
	Impatient float64 // share of depositors who need their money early, between 0 and 1
	Return    float64 // of a unit left until late, above 1
	Aversion  float64 // relative aversion to risk, above 0; above 1 the bank insures
}

// Check says what is wrong; the other methods need what is right.
func (b Bank) Check() arena.Faults {
	var f arena.Faults
	f.Need(b.Impatient > 0 && b.Impatient < 1, "impatient", "it must be a share between 0 and 1, the ends left out: else there is nobody to insure")
	f.Need(b.Return > 1 && !math.IsInf(b.Return, 0), "return", "a unit left until late must come to more than 1, such as 1.5; else nobody waits")
	positive(&f, b.Aversion, "aversion")
	return f
}

// Contract is what the best contract pays for a unit deposited, early and late.
func (b Bank) Contract() (early, late float64) {
	saved := draw.Pow(b.Return, (1-b.Aversion)/b.Aversion)
	early = 1 / (b.Impatient + float64((1-b.Impatient)*saved))
	return early, draw.Pow(b.Return, 1/b.Aversion) * early
}

// CanRun reports whether a run is an equilibrium too: early pay is promised beyond
// what all deposits fetch when called in at once.
func (b Bank) CanRun() bool {
	early, _ := b.Contract()
	return early > 1
}

// Stampede is a run, or an attack on a regime, by many who each see its strength
// with a small error: it succeeds where the share of those who run is above the
// strength [morrisshin1998]. Before their signals they hold any strength as likely as
// any other, or have a public signal.
type Stampede struct {
	Cost      float64 // of running in vain, as a share of what success brings, between 0 and 1
	Precision float64 // of a private signal: 1/variance
	Public    float64 // precision of the public signal; 0 is none
}

// Check says what is wrong; the other methods need what is right.
func (s Stampede) Check() arena.Faults {
	var f arena.Faults
	f.Need(s.Cost > 0 && s.Cost < 1, "cost", "it must be a share between 0 and 1, the ends left out: at 0 all run, at 1 nobody does")
	positive(&f, s.Precision, "precision")
	f.Within(s.Public, 0, math.Inf(1), "public precision", "it must be a number of at least 0; 0 means that there is no public signal")
	return f
}

// Unique reports whether one outcome follows from the strength alone: the public
// signal is weak beside the private one, Public/√Precision ≤ √(2π).
func (s Stampede) Unique() bool { return s.Public <= math.Sqrt(2*math.Pi*s.Precision) }

// Threshold is, without a public signal, the strength below which the run succeeds,
// which is 1 − Cost at every precision, and the signal below which one runs.
func (s Stampede) Threshold() (strength, signal float64) {
	strength = 1 - s.Cost
	return strength, strength - float64(draw.Quantile("normal", s.Cost, 0, 1)/math.Sqrt(s.Precision))
}
