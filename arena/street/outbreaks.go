package street

import (
	"math"

	"reckon/arena"
)

// Estimate is a mean over independent runs with its 95 % interval by Student's t.
// Runs says how many had a value: of one alone there is no interval, and both ends
// are the mean; of none all is 0.
type Estimate struct {
	Mean, Low, High float64
	Runs            int
}

// Outbreaks is what runs of one set of inputs came to. An outburst begins with the
// first tick of more actives than Unrest.Outburst and ends with the first that has
// no more; one still going at the end is not counted. Waits run from the end of one
// to the beginning of the next. Tools count otherwise, and numbers of different
// definitions do not compare.
type Outbreaks struct {
	Label     string
	Published string // what the source prints of it, if anything
	Rules     []Rule // the word chosen at every switch
	Ticks     int    // of each run
	Most      int    // most actives at once in any run

	Outbursts        Estimate // in a run
	Wait             Estimate // mean ticks between outbursts of a run
	WaitSpread       Estimate // their standard deviation within a run
	Activation       Estimate // actives summed over the ticks of an outburst
	ActivationSpread Estimate
	Peak             Estimate // most actives at once in a run
	Total            Estimate // actives summed over all ticks
	Arrests          Estimate
	Jailed           Estimate // at the end
	Refusing         Estimate // own forces that had defected at the end
	Extinct          Estimate // model II: share of runs in which a group dies out
	Extinction       Estimate // model II: ticks until it has, in the runs where it does
}

// tally is what one run came to, each number NaN where it had none; the fields of
// Outbreaks in their order.
type tally [12]float64

// estimates are the fields of a tally.
func (o *Outbreaks) estimates() [len(tally{})]*Estimate {
	return [...]*Estimate{&o.Outbursts, &o.Wait, &o.WaitSpread, &o.Activation, &o.ActivationSpread, &o.Peak, &o.Total, &o.Arrests, &o.Jailed, &o.Refusing, &o.Extinct, &o.Extinction}
}

// Outbreaks runs the inputs Runs times and sums them up. Cost: some hundred
// nanoseconds a unit and tick.
func (u *Unrest) Outbreaks() (Outbreaks, arena.Faults) {
	if faults := u.Faults(); len(faults) > 0 {
		return Outbreaks{}, faults
	}
	tallies, most := u.tallies()
	out := u.summed(tallies)
	out.Most = most
	return out, nil
}

func (u *Unrest) tallies() (all []tally, most int) {
	for run := range u.Runs {
		var s score
		f := newField(u, uint32(run))
		for t := range u.Ticks {
			s.add(f.tick(t), u.Outburst)
		}
		all = append(all, s.tally(f))
		most = max(most, s.peak)
		if u.Heard != nil {
			u.Heard(len(all))
		}
	}
	return all, most
}

func (u *Unrest) summed(tallies []tally) Outbreaks {
	chosen, _ := settle(u.Rules)
	out := Outbreaks{Rules: chosen.words(), Ticks: u.Ticks}
	column := make([]float64, len(tallies))
	for i, e := range out.estimates() {
		for run := range tallies {
			column[run] = tallies[run][i]
		}
		*e = estimated(column)
	}
	return out
}

// score follows the outbursts of one run.
type score struct {
	burning              bool
	since, current       int // ticks since the last outburst ended, actives of this one
	ended                int
	peak, total, arrests int
	waits, activations   sums
	last                 moment
	ticks, extinct       int // extinct is the tick after which a group was gone
}

func (s *score) add(m moment, outburst int) {
	s.peak = max(s.peak, m.active)
	s.total += m.active
	s.arrests += m.arrested
	s.last = m
	s.ticks++
	if s.extinct == 0 && min(m.group[0], m.group[1]) == 0 {
		s.extinct = s.ticks
	}
	switch {
	case m.active > outburst:
		if !s.burning && s.ended > 0 {
			s.waits.add(float64(s.since))
		}
		s.burning = true
		s.current += m.active
	case s.burning:
		s.activations.add(float64(s.current))
		s.burning, s.current, s.since = false, 0, 1
		s.ended++
	default:
		s.since++
	}
}

func (s *score) tally(f *field) tally {
	extinct, when := math.NaN(), math.NaN()
	if f.rivals {
		extinct = 0
	}
	if f.rivals && s.extinct > 0 {
		extinct, when = 1, float64(s.extinct)
	}
	return tally{
		float64(s.ended), s.waits.mean(), s.waits.spread(), s.activations.mean(), s.activations.spread(),
		float64(s.peak), float64(s.total), float64(s.arrests), float64(s.last.jailed), float64(s.last.defected), extinct, when,
	}
}

// sums are the moments of numbers as they come, by Welford's recurrence.
type sums struct{ n, middle, square float64 }

func (s *sums) add(x float64) {
	s.n++
	d := x - s.middle
	s.middle += d / s.n
	s.square += float64(d * (x - s.middle))
}

func (s *sums) mean() float64 {
	if s.n == 0 {
		return math.NaN()
	}
	return s.middle
}

// spread is the standard deviation, with one degree of freedom given up.
func (s *sums) spread() float64 {
	if s.n < 2 {
		return math.NaN()
	}
	return math.Sqrt(s.square / (s.n - 1))
}

// student is the 97.5 % point of Student's t by degrees of freedom from 1.
var student = [...]float64{
	12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228,
	2.201, 2.179, 2.160, 2.145, 2.131, 2.120, 2.110, 2.101, 2.093, 2.086,
	2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042,
}

// estimated sums up the values that are numbers.
func estimated(values []float64) Estimate {
	var s sums
	for _, x := range values {
		if !math.IsNaN(x) {
			s.add(x)
		}
	}
	e := Estimate{Mean: s.middle, Low: s.middle, High: s.middle, Runs: int(s.n)}
	if e.Runs < 2 {
		return e
	}
	t := 1.96 + 2.5/(s.n-1) // beyond the table, within 0.005
	if e.Runs-1 <= len(student) {
		t = student[e.Runs-2]
	}
	half := t * s.spread() / math.Sqrt(s.n)
	e.Low, e.High = e.Mean-half, e.Mean+half
	return e
}

// Compare runs the shock of the inputs twice with the same draws: all of it at once
// at the tick At, and in Over equal steps from there (or in 50 where Over is 0 or
// 1). The difference is sudden less gradual, run by run, so that chance both share
// falls out. Epstein's finding that a small sudden fall of legitimacy bursts where a
// large gradual one does not [epstein2002, figures 9 and 10] does not come out of
// his printed rules: in twenty runs of run 4 Paper stays below two dozen actives.
// Under NetLogo's reading some runs burst, but at once and step by step alike, and
// twenty do not tell the two apart.
func (u *Unrest) Compare() (sudden, gradual, difference Outbreaks, faults arena.Faults) {
	faults = u.Faults()
	faults.Need(u.To != nil, "shock", "there is nothing to compare; say what the inputs change to")
	if len(faults) > 0 {
		return sudden, gradual, difference, faults
	}
	jump, ramp := *u, *u
	jump.Over = 1
	if ramp.Over < 2 {
		ramp.Over = 50
	}
	one, most := jump.tallies()
	sudden = u.summed(one)
	sudden.Label, sudden.Most = "at once", most
	other, most := ramp.tallies()
	gradual = u.summed(other)
	gradual.Label, gradual.Most = "step by step", most
	for run := range one {
		for i := range one[run] {
			one[run][i] -= other[run][i]
		}
	}
	difference = u.summed(one)
	difference.Label = "at once less step by step"
	return sudden, gradual, difference, nil
}

// readings are the ways in which the printed rules have been read, with the
// density of cops where a row changes it.
var readings = []struct {
	label string
	rules []Rule
	cops  float64
}{
	{"ratio as printed", []Rule{Paper}, 0},
	{"ratio rounded down", []Rule{Paper, RiskFloor}, 0},
	{"ratio rounded down, at least one active", []Rule{Paper, RiskFloor, SelfAtLeastOne}, 0},
	{"ratio rounded down, 0.05 cops a site", []Rule{Paper, RiskFloor}, 0.05},
	{"ratio rounded to the nearest", []Rule{Paper, RiskRound}, 0},
	{"NetLogo Rebellion", []Rule{NetLogo}, 0},
	{"Mesa 3.3.1", []Rule{Mesa}, 0},
}

// Readings runs the inputs under every reading of the rules that the literature and
// the tools have, for a table of published beside ours. Run 2 carries the paper's
// numbers. Over twenty runs of 3000 ticks none reaches them: the ratio rounded down
// with 0.05 cops a site comes nearest, with waits of 44 ± 25 and activations of
// 739 ± 256; as printed there is no outburst at all. Mesa's waits of 69 ± 60 come of
// drawing the number of cops, and vary by run more than by anything else.
func (u *Unrest) Readings() ([]Outbreaks, arena.Faults) {
	if faults := u.Faults(); len(faults) > 0 {
		return nil, faults
	}
	var rows []Outbreaks
	for _, r := range readings {
		v := *u
		v.Rules = r.rules
		if r.cops > 0 {
			v.Cops = r.cops
		}
		row, faults := v.Outbreaks()
		if len(faults) > 0 {
			return nil, faults
		}
		row.Label = r.label
		if u.isRunTwo() {
			row.Published = "wait 60 ± 55, activation 708 ± 230"
		}
		rows = append(rows, row)
	}
	return rows, nil
}

// isRunTwo reports whether the inputs are those of the paper's waiting times.
func (u *Unrest) isRunTwo() bool {
	v := Paper.Run(2)
	return u.Width == v.Width && u.Height == v.Height && u.Population == v.Population && u.Cops == v.Cops && u.Imported == 0 &&
		u.Rival == 0 && u.Legitimacy == v.Legitimacy && u.Threshold == v.Threshold && u.Deterrence == v.Deterrence &&
		u.Vision == v.Vision && u.CopVision == v.CopVision && u.JailMax == v.JailMax && u.Outburst == v.Outburst && u.To == nil
}
