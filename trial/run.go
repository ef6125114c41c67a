package trial

import (
	"cmp"
	"fmt"

	"reckon"
)

// Settings of a trial; the zero value works: 1 000 bootstrap draws, seed 1.
type Settings struct {
	Draws    int
	Seed     uint64
	Progress func(done, total int) // readings heard, of all
}

// bench is a trial in progress: the case, the choices and what was said on each.
type bench struct {
	c        *reckon.Case
	set      Settings
	docket   []hearing
	readings []*witness
	rivals   []*witness
}

// Run tests every reading of the case against every recorded choice. A choice
// tests a reading when it is dated after it; choices on or before the date are
// retrodiction and stay out of every score. The error says which reading cannot
// be computed and why.
func Run(c *reckon.Case, set Settings) (*Report, error) {
	set.Draws = cmp.Or(max(set.Draws, 0), 1000)
	set.Seed = cmp.Or(set.Seed, 1)
	b := &bench{c: c, set: set}
	if err := b.hear(); err != nil {
		return nil, err
	}
	b.rivals = rivals(c, b.docket, b.earliest())
	r := &Report{Case: c.Name, AsOf: c.AsOf, Draws: set.Draws, Seed: set.Seed, Readings: []Score{}, Stages: b.stages()}
	for _, w := range b.readings {
		r.Readings = append(r.Readings, b.reading(w))
	}
	for _, w := range b.rivals {
		r.Rivals = append(r.Rivals, b.score(w, w.tests))
	}
	b.posteriors(r)
	b.list(r)
	r.Standing = standing(r)
	r.Finding = finding(r)
	return r, nil
}

// hear takes down what every reading says on every choice.
func (b *bench) hear() error {
	total := len(b.c.Readings)
	for i := range b.c.Readings {
		b.progress(i, total)
		r := &b.c.Readings[i]
		if isRival(r.Name) {
			return fmt.Errorf("the reading %q has the name of a rival that every reading is compared with; rename it", r.Name)
		}
		w, err := b.listen(r)
		if err != nil {
			return fmt.Errorf("reading %q: %w", r.Name, err)
		}
		b.readings = append(b.readings, w)
	}
	b.progress(total, total)
	if total > 0 {
		return nil
	}
	var err error
	b.docket, err = docket(b.c, nil) // without a reading every choice is skipped before its rules are asked for
	return err
}

func (b *bench) progress(done, total int) {
	if b.set.Progress != nil {
		b.set.Progress(done, total)
	}
}

// earliest returns the date of the oldest reading, 0 when none has a date.
func (b *bench) earliest() reckon.Date {
	var first reckon.Date
	for _, w := range b.readings {
		if w.after != 0 && (first == 0 || w.after < first) {
			first = w.after
		}
	}
	return first
}

// list writes down every choice with what each witness gave to it.
func (b *bench) list(r *Report) {
	r.Choices = make([]Choice, len(b.docket))
	for k := range b.docket {
		h := &b.docket[k]
		e := h.event
		ch := Choice{
			ID: e.ID, Date: e.Date, Title: e.Title, Actor: e.Actor, Basis: e.Basis, Weight: e.Weight,
			State: h.state.Letters(len(b.c.Options)), Took: e.Took.Text(b.c), Alternatives: []string{},
			Merged: h.merged, P: map[string]float64{}, Skipped: h.skipped, Sources: e.Sources,
			Later: b.c.AsOf != 0 && e.Date > b.c.AsOf,
		}
		if e.Weight <= 0 && e.Took.Touches() == 0 {
			ch.Took = "" // left out, and the row does not say what he did: that is not "hold"
		}
		for _, move := range h.moves {
			ch.Alternatives = append(ch.Alternatives, move.Text(b.c))
		}
		if h.moves != nil {
			b.enter(&ch, k)
			if ch.Later {
				r.Later++
			}
		}
		r.Choices[k] = ch
	}
}

// enter adds what readings and rivals gave to a choice.
func (b *bench) enter(ch *Choice, k int) {
	for _, w := range b.readings {
		a, tested := w.said[k], w.tests(ch.Date)
		switch {
		case a.silent && tested:
			ch.Silent = append(ch.Silent, w.name)
		case a.silent:
		case tested:
			ch.P[w.name] = a.p[0]
			ch.Forecasts = append(ch.Forecasts, Forecast{Reading: w.name, P: a.p})
		default:
			if ch.Retro == nil {
				ch.Retro = map[string]float64{}
			}
			ch.Retro[w.name] = a.p[0]
			ch.Forecasts = append(ch.Forecasts, Forecast{Reading: w.name, P: a.p, Retro: true})
		}
	}
	for _, w := range b.rivals {
		if a := w.said[k]; !a.silent && w.tests(ch.Date) {
			ch.P[w.name] = a.p[0]
		}
	}
}
