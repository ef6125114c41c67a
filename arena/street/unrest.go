package street

import (
	"fmt"
	"math"

	"reckon/arena"
)

// Unrest is the inputs of Epstein's civil violence [epstein2002] on a torus of
// sites: citizens with hardship and risk aversion drawn evenly from 0 to 1, cops
// who arrest, in the second model two groups that kill each other. A citizen is
// active when hardship·(1−Legitimacy) less his aversion times the estimated risk of
// arrest exceeds Threshold. Sites are no places and units no persons: all that is
// given out are shares. The zero value is faulty; take a run of the paper and
// change it.
type Unrest struct {
	Width, Height  int     // sites, up to 64 a side; vision sees none twice
	Population     float64 // citizens a site
	Rival          float64 // share of the citizens in the second group; above 0 it is model II
	Cops, Imported float64 // own and imported forces a site; imported never defect
	Legitimacy     float64 // of the rule, or in model II of the other group
	Threshold      float64
	Deterrence     float64 // k in the estimate of risk; 2.3 makes it 0.9 for one cop and one active
	Vision         float64 // of citizens: an information radius that a blackout shortens
	CopVision      float64
	JailMax        float64 // longest term in ticks; +Inf is for life
	Clone, MaxAge  float64 // model II: chance of an offspring a tick, longest life in ticks
	Nerve          float64 // Defecting: a cop who sees a actives and c other cops defects for good when Nerve·a/(a+c+1) exceeds what he bears, drawn evenly from 0 to 1

	Rules    []Rule
	Outburst int // more actives than this are an outburst; the paper's waits use 50

	Ticks, Runs int
	Seed        uint64
	Heard       func(runs int) // if given, is told after every run how many are done

	// To, if given, is what the inputs have changed to at the end of a shock that
	// begins at the tick At: at once, or in Over equal steps. Legitimacy, Cops,
	// Imported, Vision, CopVision and Nerve may differ; nothing else is read of it.
	To       *Unrest
	At, Over int
}

// Run gives the inputs of a numbered run of the paper under the rules the word
// stands for: 1 to 5 are model I, 6 to 8 model II. What the paper leaves open is
// ours: that in run 3 legitimacy begins to fall at once, that in run 5 cops go one
// a tick, and for 6 to 8 the densities. Another number gives nothing.
func (r Rule) Run(number int) Unrest {
	u := Unrest{
		Width: 40, Height: 40, Population: 0.7, Cops: 0.04, Legitimacy: 0.82, Threshold: 0.1,
		Deterrence: 2.3, Vision: 7, CopVision: 7, JailMax: 30, Outburst: 50,
		Rules: []Rule{r}, Ticks: 3000, Runs: 20, Seed: 1,
	}
	switch number {
	case 1:
		u.Vision, u.CopVision, u.Legitimacy, u.JailMax = 1.7, 1.7, 0.89, 15
	case 2:
	case 3, 4:
		u.Legitimacy, u.JailMax, u.Cops, u.Ticks = 0.9, math.Inf(1), 0.074, 200
		to := u
		to.Legitimacy, u.Over = 0.2, 70
		if number == 4 {
			to.Legitimacy, u.At, u.Over = 0.7, 77, 0
		}
		u.To = &to
	case 5:
		u.Legitimacy, u.JailMax, u.Cops, u.Ticks = 0.8, math.Inf(1), 0.074, 200
		to := u
		to.Cops, u.Over = 0, 118
		u.To = &to
	case 6, 7, 8:
		u.Vision, u.CopVision, u.Rival, u.JailMax, u.Clone, u.MaxAge = 1.7, 1.7, 0.5, 15, 0.05, 200
		u.Legitimacy, u.Cops, u.Ticks = 0.8, 0, 1000
		if number == 6 {
			u.Legitimacy = 0.9
		}
		if number == 8 {
			u.Cops = 0.04
		}
	default:
		return Unrest{}
	}
	return u
}

// maxWork bounds unit-turns of all runs together: some ten minutes of one core.
const maxWork = 5e9

// Faults lists everything in the inputs that cannot be computed with.
func (u *Unrest) Faults() arena.Faults {
	var f arena.Faults
	sized := f.Need(u.Width >= 3 && u.Width <= 64, "width", "must be 3 to 64 sites")
	sized = f.Need(u.Height >= 3 && u.Height <= 64, "height", "must be 3 to 64 sites") && sized
	f.Within(u.Population, 0, 1, "population", "must be citizens a site, from 0 to 1")
	f.Within(u.Rival, 0, 1, "rival", "must be a share from 0 to 1; 0 for one public")
	f.Within(u.Threshold, 0, 1, "threshold", "must be a number from 0 to 1")
	f.Within(u.Deterrence, 0, 1e12, "deterrence", "must be a number from 0 on; 2.3 is the paper's")
	f.Need(u.JailMax >= 0 && (u.JailMax <= 1e6 || math.IsInf(u.JailMax, 1)), "jail", "the longest term must be 0 to a million ticks, or infinite")
	f.Within(u.Clone, 0, 1, "clone", "must be a chance a tick")
	f.Within(u.MaxAge, 0, 1e6, "age", "the longest life must be 0 to a million ticks")
	if u.Rival > 0 {
		f.Need(u.MaxAge >= 1, "age", "two groups need a longest life of a tick or more; 200 is the paper's")
	}
	f.Need(u.Outburst >= 0, "outburst", "must be a number of actives from 0 on; 50 is the usual")
	f.Need(u.Ticks >= 1 && u.Ticks <= 1e6, "ticks", "must be 1 to a million")
	f.Need(u.Runs >= 1 && u.Runs <= 1e6, "runs", "must be 1 to a million")
	f.Need(u.At >= 0 && u.Over >= 0, "shock", "begins at tick 0 or later and takes 0 ticks or more")
	_, rules := settle(u.Rules)
	f = append(f, rules...)
	most := 31.0
	if sized {
		most = float64((min(u.Width, u.Height) - 1) / 2)
	}
	u.changing(&f, most, "")
	if u.To != nil {
		u.To.changing(&f, most, "after the shock: ")
	}
	if len(f) > 0 {
		return f
	}
	sites := u.Width * u.Height
	citizens := portion(u.Population, sites)
	f.Need(citizens > 0, "population", "the street is empty; give citizens a site")
	after := u.after()
	forces := max(portion(u.Cops, sites)+portion(u.Imported, sites), portion(after.Cops, sites)+portion(after.Imported, sites))
	f.Need(citizens+forces <= sites, "population", fmt.Sprintf("%d citizens and %d forces find no place on %d sites; give fewer", citizens, forces, sites))
	units := citizens + forces
	if u.Rival > 0 {
		units = 2 * sites // groups grow
	}
	f.Need(float64(units)*float64(u.Ticks)*float64(u.Runs) <= maxWork, "runs", "more than five thousand million turns; give fewer runs or ticks")
	return f
}

// changing checks what a shock may change.
func (u *Unrest) changing(f *arena.Faults, most float64, when string) {
	f.Within(u.Cops, 0, 1, when+"cops", "must be forces a site, from 0 to 1")
	f.Within(u.Imported, 0, 1, when+"imported", "must be forces a site, from 0 to 1")
	f.Within(u.Legitimacy, 0, 1, when+"legitimacy", "must be a share from 0 to 1")
	f.Within(u.Nerve, 0, 1, when+"nerve", "must be a share from 0 to 1; 0 and no cop defects")
	f.Within(u.Vision, 0, most, when+"vision", fmt.Sprintf("must be 0 to %v sites, less than half a side", most))
	f.Within(u.CopVision, 0, most, when+"cop vision", fmt.Sprintf("must be 0 to %v sites, less than half a side", most))
}

// after is the inputs when a shock is over.
func (u *Unrest) after() *Unrest {
	if u.To == nil {
		return u
	}
	return u.To
}

// portion is how many units a density gives.
func portion(density float64, sites int) int { return int(math.Round(density * float64(sites))) }

// Course runs the model once and gives the public after every tick, shares being
// of the citizens there were at the start. Equal seeds, runs and inputs give equal
// bits anywhere; runs that differ in a shock share all draws.
func (u *Unrest) Course(run uint32) ([]Public, arena.Faults) {
	if faults := u.Faults(); len(faults) > 0 {
		return nil, faults
	}
	f := newField(u, run)
	out := make([]Public, u.Ticks)
	for t := range out {
		m := f.tick(t)
		n, own := float64(max(f.citizens, 1)), float64(max(m.own, 1))
		out[t] = Public{
			Active: float64(m.active) / n, Jailed: float64(m.jailed) / n, Arrested: float64(m.arrested) / n,
			Refusing: float64(m.defected) / own,
			First:    float64(m.group[0]) / n, Second: float64(m.group[1]) / n,
		}
	}
	return out, nil
}
