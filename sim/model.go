package sim

import (
	"fmt"
	"math"
	"slices"

	"reckon"
	"reckon/coupling"
	"reckon/draw"
	"reckon/dynamics"
	"reckon/mind"
	"reckon/stability"
)

// mostLanes is the number of runs that go side by side: blocks of so many runs begin
// at multiples of it, whatever range is asked for. Runs that leave much behind, long
// ones with many measures, go in smaller blocks, so that a block stays near blockRoom
// numbers.
const (
	mostLanes = 256
	blockRoom = 8 << 20
)

// MaxRun is the greatest number of a run, plus one.
const MaxRun = 10_000_000_000

// Settings say over which days a case runs and under what. The zero value runs from
// the as-of date to the end of the case's clock, without a scenario.
type Settings struct {
	From     reckon.Date     // the day of step 0; 0 is the as-of date, without one the day of the last row of the record or the start of the clock
	Until    reckon.Date     // the last day on which a step may end; 0 is the end of the case's clock, without one the last closing day of a question
	Scenario reckon.Scenario // the zero Scenario changes nothing
}

// Model is a case and a reading compiled to run forward. It is immutable: its methods
// may be called from several goroutines, and share what they have solved.
type Model struct {
	given   *reckon.Case
	reading *reckon.Reading // as given
	c       *reckon.Case    // without the episodes that the scenario leaves out
	r       *reckon.Reading // likewise
	mark    uint64          // of case, reading and settings
	dates   []reckon.Date
	lanes   int          // of a block
	state   reckon.State // at the start, before any hold
	plan    plan
	inputs  []Input
	known   []float64 // by measure: as observed by the start; NaN where not
	unknown []bool    // by measure: it has no value and nothing gives it one
	windows []window  // by question
	cast    [][]reckon.Mind
	states  *stability.Set // that the case calls possible
	page    *mind.Page     // at the start
	flow    *dynamics.Model
	world   *coupling.World
	layout  layout
}

// Input is a number that every run draws anew: an uncertain parameter, or the
// uncertain start of a measure. Numbers that a scenario sets throughout stand in the
// place of the case's.
type Input struct {
	Name, Title, Unit string
	Start             bool          // the start of a measure; else a parameter
	Spread            reckon.Spread // what it is drawn from
	index             int           // of the measure or parameter
}

// Quantile returns the number below which a share u of the input's spread lies; NaN
// where the numbers of the spread hang on other inputs.
func (in *Input) Quantile(u float64) float64 {
	args := make([]float64, len(in.Spread.Args))
	for i := range args {
		if in.Spread.Args[i].Op != "number" {
			return math.NaN()
		}
		args[i] = in.Spread.Args[i].Number
	}
	return draw.Quantile(in.Spread.Law, u, args...)
}

// New compiles a case under a reading (nil: the case's own minds). The error says
// what cannot run: a case without steps between its days, measures that cannot be
// computed, minds that cannot be compiled, a scenario that names what is not there
// or holds options at an impossible state.
func New(c *reckon.Case, r *reckon.Reading, set Settings) (*Model, error) {
	from, until, err := days(c, set)
	if err != nil {
		return nil, err
	}
	m := &Model{given: c, reading: r, state: stateOn(c, from), known: c.Observed(from)}
	m.unknown = c.Unmoved(m.known)
	if m.dates, err = calendar(c.Step, from, until); err != nil {
		return nil, err
	}
	m.lanes = mostLanes
	for m.lanes > 1 && m.lanes*len(m.dates)*(1+len(c.Shown())) > blockRoom {
		m.lanes /= 2
	}
	if err = checkShocks(c); err != nil {
		return nil, err
	}
	return m.Under(set.Scenario)
}

// Under returns the model under another scenario in the place of its own, all else
// the same: what New gives. The two share what minds have solved and will solve,
// unless either leaves an episode out by name, so that runs need not solve it again.
func (m *Model) Under(s reckon.Scenario) (*Model, error) {
	other := &Model{
		given: m.given, reading: m.reading, state: m.state, known: m.known, unknown: m.unknown,
		dates: m.dates, lanes: m.lanes,
	}
	for i := range m.given.Questions {
		w := windowOf(&m.given.Questions[i], m.given.Step, m.dates)
		w.covered = w.covered && !other.blind(&m.given.Questions[i].When, &s)
		other.windows = append(other.windows, w)
	}
	if err := other.suppose(&s); err != nil {
		return nil, err
	}
	if other.c == m.c && other.r == m.r {
		other.states, other.page, other.cast = m.states, m.page, m.cast
	} else if err := other.awake(); err != nil {
		return nil, err
	}
	if err := other.startable(); err != nil {
		return nil, err
	}
	return other, other.lay()
}

// suppose takes up a scenario.
func (m *Model) suppose(s *reckon.Scenario) (err error) {
	if m.plan, err = newPlan(m.given, m.reading, s, m.dates); err != nil {
		return err
	}
	m.mark = fingerprint(m.given, m.reading, m.dates, s)
	m.c, m.r = m.plan.forgotten(m.given, m.reading)
	m.inputs = inputs(m.c, m)
	return nil
}

// pageRoom is about how many bytes of solved conflicts a model keeps.
const pageRoom = 256 << 20

// awake finds the minds as the record up to the first day has left them.
func (m *Model) awake() error {
	day := m.dates[0]
	m.cast = m.r.Calendar(m.c)
	minds, err := mind.New(m.c, m.r, m.c.MeasuresOn(day))
	if err != nil {
		return err
	}
	if minds, err = minds.Learned(day, nil); err != nil {
		return err
	}
	m.states = minds.Base().States()
	m.page, err = minds.Page(pageRoom)
	return err
}

// startable refuses a start in a state that the case calls impossible, from which
// nobody could move.
func (m *Model) startable() error {
	if !m.states.Has(m.state) {
		return fmt.Errorf("the state on %s, which the record leads to, is one that the case calls impossible (%s on), so nobody could move; mend the record or the impossible rule", m.dates[0], optionNames(m.c, m.state))
	}
	if m.plan.lasts(0) && !m.states.Has(m.plan.hold.Apply(m.state)) {
		return m.holdImpossible(0, m.state)
	}
	return nil
}

// holdImpossible says that a scenario cannot be held.
func (m *Model) holdImpossible(k int, s reckon.State) error {
	return fmt.Errorf("on %s the scenario %q holds %q while %s on, which the case calls impossible; hold the other options as well", m.dates[k], m.plan.name, m.plan.hold.Text(m.c), optionNames(m.c, s))
}

// Case returns the case that runs.
func (m *Model) Case() *reckon.Case { return m.given }

// Dates returns the day of every step, step 0 first.
func (m *Model) Dates() []reckon.Date { return slices.Clone(m.dates) }

// Inputs returns the numbers that every run draws, parameters first, each in file
// order. Job.Quantiles and Path.Inputs count them in this order.
func (m *Model) Inputs() []Input { return slices.Clone(m.inputs) }

// inputs lists what is uncertain at the start.
func inputs(c *reckon.Case, m *Model) []Input {
	var list []Input
	spread := func(own, set reckon.Spread) reckon.Spread {
		if set.Stated() && m.plan.whole(len(m.dates)) {
			return set
		}
		return own
	}
	for i := range c.Parameters {
		p := &c.Parameters[i]
		if s := spread(p.Value, m.plan.parameters[i]); s.Uncertain() {
			list = append(list, Input{Name: p.Name, Title: p.Title, Unit: p.Unit, Spread: s, index: i})
		}
	}
	for i := range c.Measures {
		own := &c.Measures[i]
		s := spread(own.Start, m.plan.measures[i])
		set := m.plan.measures[i].Stated() && m.plan.whole(len(m.dates))
		if s.Uncertain() && (set || math.IsNaN(m.known[i])) && (set || own.Is.Op == "") {
			list = append(list, Input{Name: own.Name, Title: own.Title, Unit: own.Unit, Start: true, Spread: s, index: i})
		}
	}
	return list
}

// stateOn returns the state on a day: the record replayed up to and including it.
func stateOn(c *reckon.Case, day reckon.Date) reckon.State {
	k := 0
	for k < len(c.Record) && c.Record[k].Date <= day {
		k++
	}
	return c.StateBefore(k)
}

// blind reports whether an expression reads a measure that is unknown throughout, so
// that no run can answer it. A scenario may hold the measure at a number.
func (m *Model) blind(e *reckon.Expr, s *reckon.Scenario) bool {
	return slices.ContainsFunc(e.Measures(), func(name string) bool {
		k := m.given.Measure(name)
		held := s.From == 0 && s.Until == 0 && slices.ContainsFunc(s.Sets, func(a reckon.Assignment) bool { return a.Name == name })
		return k >= 0 && m.unknown[k] && !held
	})
}

// head returns what a tally of the model's runs says of itself.
func (m *Model) head(seed uint64) head {
	h := head{mark: m.mark, seed: seed, dates: m.dates}
	for i := range m.c.Shown() {
		h.measures = append(h.measures, m.c.Measures[i].Name)
	}
	for k := range m.c.Options {
		h.options = append(h.options, m.c.Options[k].Name)
	}
	for i := range m.c.Questions {
		q, w := &m.c.Questions[i], &m.windows[i]
		h.questions = append(h.questions, asking{q.Name, q.When.Op != "" && !q.When.YesNo(), w.covered, w.opened, w.covered && awaited(&q.When) != nil})
	}
	return h
}
