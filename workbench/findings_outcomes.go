package workbench

import (
	"cmp"
	"fmt"
	"math/bits"
	"slices"
	"strconv"

	"reckon"
	"reckon/brief"
	"reckon/mind"
)

// mostOutcomes is how many outcomes a brief asks about.
const mostOutcomes = 3

// outcome is one thing asked about: a test on states and where it comes from.
type outcome struct {
	brief.Outcome
	holds func(reckon.State) bool
}

// outcomes asks what would have to be true of the subject for an outcome to
// last. It solves every reading again with one want or belief of the subject
// changed at a time: an inverse question [kinsara2015] answered by trying the
// single changes, not by search for the least.
func outcomes(b *Bench, f *brief.Findings, minds []*mind.Minds, progress func(string, int, int)) ([]brief.Outcome, error) {
	subject := b.Case.Actor(b.Case.Subject)
	if subject < 0 || !minds[0].Base().States().Has(f.Today) {
		return nil, nil
	}
	asked := asked(b, f, minds[0], subject)
	for i, r := range b.readings() {
		t := probe{b: b, f: f, subject: subject, today: f.Today, reading: i, progress: progress}
		if err := t.try(r, minds[i], f.Readings[i].Minds[subject], asked); err != nil {
			return nil, err
		}
	}
	var out []brief.Outcome
	for _, a := range asked {
		out = append(out, a.Outcome)
	}
	return out, nil
}

// asked picks the outcomes: what the case's questions ask of options, where it
// is not so today; failing those, each option of the subject turned round.
func asked(b *Bench, f *brief.Findings, m *mind.Minds, subject int) []*outcome {
	var all []*outcome
	add := func(name, ask string, holds func(reckon.State) bool) {
		s, ok := nearestState(b.Case, m, f.Today, holds)
		if holds(f.Today) || !ok {
			return
		}
		o := &outcome{holds: holds}
		o.Ask, o.Question, o.State = ask, name, s
		o.Mine = slices.ContainsFunc(m.Base().Moves(subject, f.Today), holds)
		all = append(all, o)
	}
	measures := b.measures()
	for i := range b.Case.Questions {
		q := &b.Case.Questions[i]
		if overOptions(&q.When) {
			add(q.Name, cmp.Or(q.Ask, q.Name), func(s reckon.State) bool { return truth(&q.When, s, measures) == 1 })
		}
	}
	if all != nil {
		return first(all)
	}
	for _, k := range b.Case.Actors[subject].Options {
		verb := "takes up"
		if f.Today.Has(k) {
			verb = "drops"
		}
		title := cmp.Or(b.Case.Options[k].Title, b.Case.Options[k].Name)
		add("", fmt.Sprintf("%s %s “%s”", b.title(subject), verb, title), func(s reckon.State) bool { return s.Has(k) != f.Today.Has(k) })
	}
	return first(all)
}

// first keeps as many outcomes as a brief shows, those in the subject's own
// hands before the others.
func first(all []*outcome) []*outcome {
	slices.SortStableFunc(all, func(a, b *outcome) int {
		switch {
		case a.Mine && !b.Mine:
			return -1
		case b.Mine && !a.Mine:
			return 1
		}
		return 0
	})
	return all[:min(len(all), mostOutcomes)]
}

// overOptions reports whether an expression asks of options alone, at some time
// or at the end: then a single state can answer it.
func overOptions(e *reckon.Expr) bool {
	if !e.YesNo() {
		return false
	}
	ok := true
	e.Walk(func(x *reckon.Expr) {
		if x.Op == "measure" || x.Op == "call" && x.Name != "ever" && x.Name != "at_end" {
			ok = false
		}
	})
	return ok && e.Reads() != 0
}

// nearestState is the feasible state nearest to today's that passes the test
// without undoing what cannot be undone; ties go to the lowest.
func nearestState(c *reckon.Case, m *mind.Minds, today reckon.State, holds func(reckon.State) bool) (best reckon.State, ok bool) {
	var fixed reckon.State
	for k, o := range c.Options {
		if o.Final && today.Has(k) || o.Lost && !today.Has(k) {
			fixed |= 1 << uint(k)
		}
	}
	near := 65
	for _, s := range m.Base().States().List() {
		if d := bits.OnesCount64(uint64(s ^ today)); d < near && (s^today)&fixed == 0 && holds(s) {
			best, near, ok = s, d, true
		}
	}
	return best, ok
}

// probe tries the single changes of one reading: on the outcomes asked about and
// on the subject's next decision.
type probe struct {
	b        *Bench
	f        *brief.Findings // gathers the probes
	subject  int
	today    reckon.State
	reading  int
	progress func(what string, done, total int)
}

// try fills in the flips of one reading for every outcome.
func (t *probe) try(r *reckon.Reading, m *mind.Minds, own reckon.Mind, asked []*outcome) error {
	flips := make([]brief.Flip, len(asked))
	for i, o := range asked {
		flips[i] = brief.Flip{Reading: t.reading, Stable: t.stable(m, own, o), Best: t.best(m, o)}
	}
	changes := singleChanges(t.b, own)
	for n, c := range changes {
		t.progress("changes tried on reading "+strconv.Itoa(t.reading+1), n, len(changes))
		m, err := m.Otherwise(withMind(t.b.Case, r, c.mind))
		if err != nil {
			return err
		}
		t.f.Probes = append(t.f.Probes, brief.Probe{What: c.what, Reading: t.reading, Next: nextOf(m, t.subject, t.today)})
		for i, o := range asked {
			f := &flips[i]
			f.Tried++
			x := brief.Change{What: c.what, Stable: t.stable(m, c.mind, o), Best: t.best(m, o)}
			if x.Stable && !f.Stable || x.Best && !f.Best && o.Mine {
				f.Changes = append(f.Changes, x)
			}
		}
	}
	for i, o := range asked {
		o.Flips = append(o.Flips, flips[i])
	}
	return nil
}

func (t *probe) stable(m *mind.Minds, own reckon.Mind, o *outcome) bool {
	return m.Share(t.subject, own.Temper.Concept, o.State) >= 0.5
}

// best reports whether the subject's best course from today's state leads to
// the outcome.
func (t *probe) best(m *mind.Minds, o *outcome) bool {
	if !o.Mine {
		return false
	}
	choice := m.Choose(t.subject, t.today, m.Steps(t.subject, t.today, true))
	if choice.Silent {
		return false
	}
	top := 0
	for i, v := range choice.Value {
		if choice.Possible[i] && v > choice.Value[top]+1e-12 {
			top = i
		}
	}
	return o.holds(choice.States[top])
}

// withMind is the reading with the subject's mind replaced, and without what
// cannot bear on the subject's verdict: beliefs of others, and the subject's own
// where the concept does not ask what others want. That saves compiling views.
func withMind(c *reckon.Case, r *reckon.Reading, m reckon.Mind) *reckon.Reading {
	out := &reckon.Reading{Minds: r.MindsIn(c)}
	for i := range out.Minds {
		if out.Minds[i].Actor == m.Actor {
			out.Minds[i] = m
		}
		if out.Minds[i].Actor != m.Actor || !m.Temper.Concept.AsksOthers() {
			out.Minds[i].Beliefs = nil
		}
	}
	return out
}

// change is one want or belief altered.
type change struct {
	what string
	mind reckon.Mind
}

// singleChanges lists the changes tried: each want without weight, each want
// moved up by one, each kind taken for granted, each belief given up.
func singleChanges(b *Bench, own reckon.Mind) []change {
	var out []change
	name := func(i int) string { return "“" + cmp.Or(own.Wants[i].Title, own.Wants[i].Name) + "”" }
	for i := range own.Wants {
		m := own
		m.Wants = slices.Delete(slices.Clone(own.Wants), i, i+1)
		out = append(out, change{name(i) + " did not matter", m})
	}
	for i := 1; i < len(own.Wants); i++ {
		m := own
		m.Wants = slices.Clone(own.Wants)
		m.Wants[i-1], m.Wants[i] = m.Wants[i], m.Wants[i-1]
		out = append(out, change{name(i) + " mattered more than " + name(i-1), m})
	}
	if !own.Temper.Concept.AsksOthers() {
		return out
	}
	for i, belief := range own.Beliefs {
		about := within(b.title(b.Case.Actor(belief.About)))
		for _, k := range belief.Kinds {
			if len(belief.Kinds) < 2 {
				break
			}
			m := own
			m.Beliefs = slices.Clone(own.Beliefs)
			k.Odds = 1
			m.Beliefs[i].Kinds = []reckon.Kind{k}
			out = append(out, change{about + " were taken for “" + cmp.Or(k.Title, k.Name) + "” beyond doubt", m})
		}
		m := own
		m.Beliefs = slices.Delete(slices.Clone(own.Beliefs), i, i+1)
		out = append(out, change{about + " were seen as the case itself describes it", m})
	}
	return out
}
