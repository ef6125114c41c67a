package sim

import (
	"cmp"
	"errors"
	"math"
	"math/bits"
	"slices"

	"reckon"
	"reckon/coupling"
	"reckon/draw"
	"reckon/mind"
)

// plain is one run, made by definition: one actor, one expression, one number after
// the other.
type plain struct {
	m     *Model
	job   *Job
	run   int
	page  *mind.Page
	odds  []float64 // of page
	tilt  []float64 // what is recalled makes of the odds in this step; nil for nothing
	spent map[*reckon.Change]bool
	once  []bool // by shock: it has happened

	k        int
	state    reckon.State
	now      []float64 // by measure
	own, set []float64 // by parameter: its value, and the scenario's
	holds    []float64 // by measure: what the scenario holds it at
	starting bool
	states   []reckon.State
	values   [][]float64 // by step and measure
	world    *coupling.Lanes
}

// uniform is the number drawn for something at a step.
func (p *plain) uniform(purpose uint32, name string, step int) float64 {
	return draw.Key{Seed: p.job.Seed, Run: uint64(p.run), Module: module, Purpose: purpose, Entity: draw.Entity(name), Step: uint32(step)}.Uniform()
}

// steps makes the run.
func (p *plain) steps() error {
	if err := p.start(); err != nil {
		return err
	}
	for p.k = 0; p.k+1 < len(p.m.dates); p.k++ {
		if err := p.step(); err != nil {
			return err
		}
	}
	return nil
}

// start draws the inputs and works out the measures.
func (p *plain) start() error {
	m := p.m
	p.page, p.odds, p.state, p.starting = m.page, m.page.Odds(), m.state, true
	p.spent, p.once = map[*reckon.Change]bool{}, make([]bool, len(m.c.Shocks))
	for i := range m.c.Parameters {
		p.own = append(p.own, p.drawn(&m.c.Parameters[i].Value, m.c.Parameters[i].Name, moment{}))
		p.set = append(p.set, p.drawn(&m.plan.parameters[i], m.c.Parameters[i].Name, moment{}))
	}
	if m.plan.lasts(0) {
		p.state = m.plan.hold.Apply(p.state)
	}
	free := moment{0, p.state, p.startValues(nil)}
	for i := range m.c.Measures {
		p.holds = append(p.holds, p.drawn(&m.plan.measures[i], m.c.Measures[i].Name, free))
	}
	p.now = p.startValues(p.holds)
	p.starting = false
	p.world = m.world.Lanes(1)
	if p.world.Begin(); m.plan.noise {
		p.world.Calm()
	}
	return p.keep()
}

// startValues works out every measure at the start, where some may be held.
func (p *plain) startValues(holds []float64) []float64 {
	values, done := make([]float64, len(p.m.c.Measures)), make([]bool, len(p.m.c.Measures))
	var settle func(i int)
	reads := func(e *reckon.Expr) {
		for _, name := range e.Measures() {
			if j := p.m.c.Measure(name); j >= 0 && !done[j] {
				settle(j)
			}
		}
	}
	settle = func(i int) {
		done[i] = true
		own := &p.m.c.Measures[i]
		now := moment{0, p.state, values}
		switch {
		case holds != nil && p.m.plan.lasts(0) && p.m.plan.measures[i].Stated():
			values[i] = within(own, holds[i])
		case !math.IsNaN(p.m.known[i]) && own.Is.Op == "":
			values[i] = within(own, p.m.known[i])
		case own.Is.Op != "":
			reads(&own.Is)
			values[i] = within(own, p.value(&own.Is, now))
		default:
			for a := range own.Start.Args {
				reads(&own.Start.Args[a])
			}
			values[i] = within(own, p.drawn(&own.Start, own.Name, now))
		}
	}
	for i := range values {
		if !done[i] {
			settle(i)
		}
	}
	return values
}

// drawn is the number of a spread, at the quantile of what it is the spread of.
func (p *plain) drawn(s *reckon.Spread, name string, now moment) float64 {
	if !s.Stated() {
		return math.NaN()
	}
	args := make([]float64, len(s.Args))
	for i := range args {
		args[i] = p.value(&s.Args[i], now)
	}
	return draw.Quantile(s.Law, p.m.quantile(p.job, p.run, name), args...)
}

// parameter is the value of a parameter at a step.
func (p *plain) parameter(i, k int) float64 {
	if p.m.plan.parameters[i].Stated() && p.m.plan.lasts(k) {
		return p.set[i]
	}
	return p.own[i]
}

// step goes from step k to the next.
func (p *plain) step() error {
	if err := p.changes(); err != nil {
		return err
	}
	now := p.at(p.k)
	var err error
	if p.page, err = p.page.Under(p.page.Facts(nil, func(name string) float64 { return p.named(name, now) })); err != nil {
		return err
	}
	p.recall(now)
	if err := p.decisions(); err != nil {
		return err
	}
	if err := p.shocks(); err != nil {
		return err
	}
	return p.measures()
}

// changes gives actors the minds that are due.
func (p *plain) changes() error {
	for a, cast := range p.m.cast {
		var days []reckon.Date
		for j := range cast {
			if from := cast[j].Change.From; from > p.m.dates[0] && from <= p.m.dates[p.k] && !slices.Contains(days, from) {
				days = append(days, from)
			}
		}
		slices.Sort(days)
		for _, day := range days {
			err := p.turn(a, drawChange, int(day), func(c *reckon.Change) bool { return c.From == day })
			if err != nil {
				return err
			}
		}
		err := p.turn(a, drawTurn, p.k, func(c *reckon.Change) bool {
			return c.When.Op != "" && p.value(&c.When, p.at(p.k)) != 0
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// turn draws which of the changes of an actor that are due happens, once for all.
func (p *plain) turn(actor int, purpose uint32, step int, due func(*reckon.Change) bool) error {
	u, sum := p.uniform(purpose, p.m.c.Actors[actor].Name, step), 0.0
	for j := range p.m.cast[actor] {
		c := &p.m.cast[actor][j].Change
		if p.spent[c] || !due(c) {
			continue
		}
		p.spent[c] = true
		before := sum
		sum += c.Likelihood()
		if u >= before && u < sum && !p.m.plan.names[c.Name] {
			var err error
			if p.page, err = p.page.Turn(actor, j, p.odds); err != nil {
				return err
			}
		}
	}
	return nil
}

// decisions lets every actor who has options consider his moves.
func (p *plain) decisions() error {
	var actors []int
	place := make([]float64, len(p.m.c.Actors))
	for a := range p.m.c.Actors {
		if len(p.m.c.Actors[a].Options) > 0 {
			actors = append(actors, a)
			place[a] = p.uniform(drawOrder, p.m.c.Actors[a].Name, p.k)
		}
	}
	if p.m.c.Order != "stated" {
		slices.SortStableFunc(actors, func(a, b int) int { return cmp.Compare(place[a], place[b]) })
	}
	for _, a := range actors {
		if err := p.decide(a); err != nil {
			return err
		}
	}
	return nil
}

// recall finds what the present brings back.
func (p *plain) recall(now moment) {
	p.tilt = nil
	if p.m.plan.memory || len(p.m.c.Features) == 0 {
		return
	}
	var features []float64
	for i := range p.m.c.Features {
		features = append(features, p.value(&p.m.c.Features[i].Now, now))
	}
	if tilt := make([]float64, len(p.odds)); p.page.Recall(tilt, features) {
		p.tilt = tilt
	}
}

// decide lets one actor consider his moves, and the others learn from what he does.
func (p *plain) decide(a int) error {
	actor := &p.m.c.Actors[a]
	minds, err := p.page.Minds(tilted(p.m, p.page, p.odds, p.tilt))
	if err != nil {
		return err
	}
	to := p.state
	if pace := paceOf(actor); p.uniform(drawPace, actor.Name, p.k) < pace && !p.m.plan.still[a] {
		choice := minds.Choose(a, p.state, p.open(minds, a))
		to = choice.States[pick(choice.P, p.uniform(drawMove, actor.Name, p.k))]
	}
	from := p.state
	p.state = to
	if p.m.plan.learning {
		return nil
	}
	var choice mind.Choice
	p.page.Learn(&choice, a, from, to, p.odds, p.tilt)
	p.page, err = p.page.After(from, to)
	return err
}

// open lists the moves that an actor may make: staying, and those that touch no
// option that is held and take up none that is cut.
func (p *plain) open(minds *mind.Minds, a int) []reckon.Move {
	var list []reckon.Move
	for _, move := range p.menu(minds, a) {
		if move.Touches()&p.m.plan.held(p.k) == 0 && move.On&p.m.plan.never == 0 {
			list = append(list, move)
		}
	}
	return list
}

// menu lists staying and then the moves that an actor has by the rules: the smallest,
// of which no part is a legal move, those of fewest options first; or all. Both
// ascend by the state they lead to.
func (p *plain) menu(minds *mind.Minds, a int) []reckon.Move {
	base := minds.Base()
	legal := base.Moves(a, p.state)
	moves := []reckon.Move{{}}
	for _, to := range legal {
		part := func(t reckon.State) bool { return t != to && (t^p.state)&^(to^p.state) == 0 }
		if p.m.c.Actors[a].Wide || !slices.ContainsFunc(legal, part) {
			moves = append(moves, reckon.Move{On: to &^ p.state, Off: p.state &^ to})
		}
	}
	if !p.m.c.Actors[a].Wide {
		slices.SortStableFunc(moves, func(x, y reckon.Move) int {
			return cmp.Compare(bits.OnesCount64(uint64(x.Touches())), bits.OnesCount64(uint64(y.Touches())))
		})
	}
	return moves
}

// pick is the first of some odds at which their sum exceeds u.
func pick(odds []float64, u float64) int {
	sum, last := 0.0, 0
	for i, p := range odds {
		if p > 0 {
			last = i
		}
		if sum += p; u < sum {
			return i
		}
	}
	return last
}

// shocks lets happen what happens by chance.
func (p *plain) shocks() error {
	for i := range p.m.c.Shocks {
		s := &p.m.c.Shocks[i]
		now := moment{p.k, p.state, p.now}
		if p.m.plan.shocks || p.m.plan.shock[i] || s.Once && p.once[i] || p.value(&s.When, now) == 0 {
			continue
		}
		e := strengthOf(s)
		x := p.value(e, now)
		if what := unfit(s, x); what != "" {
			return p.m.fault(p.run, p.k, what, s.At, p.reads(e, now))
		}
		odds := x
		if s.Rate.Op != "" {
			odds = 1 - draw.Exp(-x*stepsPer(p.m.c.Step, s.Per))
		}
		if p.uniform(drawShock, s.Name, p.k) >= odds {
			continue
		}
		p.once[i] = true
		if err := p.strike(s); err != nil {
			return err
		}
	}
	return nil
}

// strike does what a shock does.
func (p *plain) strike(s *reckon.Shock) error {
	held := p.m.plan.held(p.k)
	move := reckon.Move{On: s.Moves.On &^ held, Off: s.Moves.Off &^ held}
	if to := move.Apply(p.state); p.m.states.Has(to) {
		p.state = to
	}
	before := moment{p.k, p.state, slices.Clone(p.now)}
	for i := range s.Effects {
		e := &s.Effects[i]
		k := p.m.c.Measure(e.Measure)
		if p.m.plan.measures[k].Stated() && p.m.plan.lasts(p.k) {
			continue
		}
		p.now[k] = within(&p.m.c.Measures[k], p.value(&e.To, before))
		if err := p.finite(k, p.now[k], &e.To, before); err != nil {
			return err
		}
	}
	return nil
}

// measures carries the measures to the next step.
func (p *plain) measures() error {
	if p.m.plan.lasts(p.k+1) && !p.m.plan.lasts(p.k) {
		to := p.m.plan.hold.Apply(p.state)
		if !p.m.states.Has(to) {
			return p.m.holdImpossible(p.k+1, p.state)
		}
		p.state = to
	}
	p.now = p.workedOut(moment{p.k, p.state, p.now})
	now := moment{p.k, p.state, p.now}
	next := slices.Clone(p.now)
	if err := p.arenas(now, next); err != nil {
		return err
	}
	for i := range p.m.c.Measures {
		own := &p.m.c.Measures[i]
		if own.Next.Op != "" {
			next[i] = p.value(&own.Next, now)
		}
		if own.Noise.Stated() && !p.m.plan.noise {
			next[i] += p.noise(own, now)
		}
		if own.Next.Op != "" || own.Noise.Stated() {
			next[i] = within(own, next[i])
		}
		if p.m.plan.measures[i].Stated() && p.m.plan.lasts(p.k+1) {
			next[i] = within(own, p.holds[i])
		}
		if err := p.finite(i, next[i], &own.Next, now); err != nil {
			return err
		}
	}
	p.now = p.workedOut(moment{p.k + 1, p.state, next})
	return p.keep()
}

// arenas has the measures that arenas write take what these make of the present.
func (p *plain) arenas(now moment, next []float64) error {
	in := make([][]float64, len(p.m.world.Inputs()))
	for i := range in {
		x := p.value(&p.m.world.Inputs()[i], now)
		if math.IsNaN(x) || math.IsInf(x, 0) {
			return errors.New("an arena reads no finite number")
		}
		in[i] = []float64{x}
	}
	if err := p.world.Step(in, draw.Key{Seed: p.job.Seed, Run: uint64(p.run), Step: uint32(p.k)}); err != nil {
		return err
	}
	for w, i := range p.m.world.Writes() {
		if p.m.plan.silent[i] {
			continue
		}
		next[i] = within(&p.m.c.Measures[i], p.world.Value(w)[0])
	}
	return nil
}

// noise is what chance adds to a measure.
func (p *plain) noise(own *reckon.Measure, now moment) float64 {
	args := make([]float64, len(own.Noise.Args))
	for i := range args {
		args[i] = p.value(&own.Noise.Args[i], now)
	}
	return draw.Quantile(own.Noise.Law, p.uniform(drawNoise, own.Name, p.k), args...)
}

// workedOut returns the values with those that are worked out from the others.
func (p *plain) workedOut(now moment) []float64 {
	values, done := slices.Clone(now.values), make([]bool, len(now.values))
	now.values = values
	var settle func(i int)
	settle = func(i int) {
		own := &p.m.c.Measures[i]
		if done[i] {
			return
		}
		done[i] = true
		if own.Is.Op == "" || p.m.plan.measures[i].Stated() && p.m.plan.lasts(now.k) {
			if own.Is.Op != "" {
				values[i] = within(own, p.holds[i])
			}
			return
		}
		for _, name := range own.Is.Measures() {
			if j := p.m.c.Measure(name); j >= 0 {
				settle(j)
			}
		}
		values[i] = within(own, p.value(&own.Is, now))
	}
	for i := range values {
		settle(i)
	}
	return values
}

// keep records the step that has been reached.
func (p *plain) keep() error {
	k := len(p.states)
	p.states = append(p.states, p.state)
	p.values = append(p.values, slices.Clone(p.now))
	for i := range p.m.c.Measures {
		if err := p.finite(i, p.now[i], &p.m.c.Measures[i].Is, p.at(k)); err != nil {
			return err
		}
	}
	return nil
}

// finite refuses a measure that is not a number, or infinite without a bound.
func (p *plain) finite(i int, x float64, e *reckon.Expr, now moment) error {
	own := &p.m.c.Measures[i]
	if p.m.unknown[i] || !math.IsNaN(x) && !math.IsInf(x, 0) {
		return nil
	}
	at := e.At
	if e.Op == "" {
		at = own.At
	}
	return p.m.fault(p.run, p.k, "measure "+own.Name+" is no finite number", at, p.reads(e, now))
}

// reads lists the measures and parameters that an expression reads.
func (p *plain) reads(e *reckon.Expr, now moment) []Read {
	var list []Read
	for _, name := range e.Measures() {
		list = append(list, Read{name, p.named(name, now)})
	}
	return list
}

// runPlain makes runs by definition, in blocks as the engine does.
func (m *Model) runPlain(job *Job) ([]*plain, error) {
	var all []*plain
	for run := job.From; run < job.To; run++ {
		p := &plain{m: m, job: job, run: run}
		if err := p.steps(); err != nil {
			return all, err
		}
		all = append(all, p)
	}
	return all, nil
}

// quantile is the quantile at which an input is drawn in a run. A spread that is no
// input of its own, because a scenario sets it for some of the time, has the draw of
// its name.
func (m *Model) quantile(job *Job, run int, name string) float64 {
	if job.Quantiles != nil {
		for i := range m.inputs {
			if m.inputs[i].Name == name {
				if u, fixed := job.Quantiles(run, i); fixed {
					return u
				}
			}
		}
	}
	return draw.Key{Seed: job.Seed, Run: uint64(run), Module: module, Purpose: drawInput, Entity: draw.Entity(name)}.Uniform()
}
