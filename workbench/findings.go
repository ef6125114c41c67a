package workbench

import (
	"cmp"
	"slices"

	"reckon"
	"reckon/brief"
	"reckon/mind"
	"reckon/stability"
	"reckon/trial"
)

// findings gathers what a brief says of a case that is fit: today's state as
// each reading sees it, what would have to be true, and the trial's report (nil
// when none was held). The error says which reading cannot be computed and why.
func findings(b *Bench, rep *trial.Report, version string, progress func(what string, done, total int)) (*brief.Findings, error) {
	c := b.Case
	f := &brief.Findings{Case: c, Version: version, Diagnostics: b.Diagnostics, Trial: rep, Today: c.Today()}
	weights, basis, err := weightsAsOf(c)
	if err != nil {
		return nil, err
	}
	f.Basis = basis
	minds := make([]*mind.Minds, 0, max(len(c.Readings), 1))
	for i, r := range b.readings() {
		m, err := mind.New(c, r, b.measures())
		if err != nil {
			return nil, err
		}
		minds = append(minds, m)
		f.States = m.Base().States().Len()
		f.Readings = append(f.Readings, readingFindings(c, r, m, f.Today))
		f.Readings[i].Weight = weights[i]
		if subject := c.Actor(c.Subject); subject >= 0 {
			if f.Readings[i].Game, err = gameOf(b, r, m, subject, f.Today); err != nil {
				return nil, err
			}
		}
	}
	f.Outcomes, err = outcomes(b, f, minds, progress)
	return f, err
}

// weightsAsOf returns the readings' weights on what was known at the as-of date:
// the trial is held again without the later rows, so that no forecast leans on
// them. basis is the number of choices behind the weights, 0 for stated priors.
func weightsAsOf(c *reckon.Case) (weights []float64, basis int, err error) {
	if len(c.Readings) == 0 {
		return []float64{1}, 0, nil
	}
	known := *c
	known.Record = slices.Clone(c.Record)
	if c.AsOf != 0 {
		known.Record = slices.DeleteFunc(known.Record, func(e reckon.Event) bool { return e.Date > c.AsOf })
	}
	rep, err := trial.Run(&known, trial.Settings{Draws: 1})
	if err != nil {
		return nil, 0, err
	}
	total := 0.0
	for _, s := range rep.Readings {
		weights = append(weights, s.Posterior)
		total += s.Posterior
	}
	for i := range weights {
		if total > 0 {
			weights[i] /= total
		} else {
			weights[i] = 1 / float64(len(weights))
		}
	}
	if n := len(rep.Stages); n > 0 && len(rep.Stages[n-1].Readings) == len(c.Readings) {
		basis = rep.Stages[n-1].Choices
	}
	return weights, basis, nil
}

// readingFindings is what one reading holds of today's state. When the record
// has led into a state that the case calls impossible, there is nothing to hold.
func readingFindings(c *reckon.Case, r *reckon.Reading, m *mind.Minds, today reckon.State) brief.Reading {
	base := m.Base()
	out := brief.Reading{Of: r, Minds: r.MindsIn(c), Left: base.Unknown()}
	if !base.States().Has(today) {
		return out
	}
	for i, a := range c.Actors {
		if len(a.Options) == 0 {
			continue
		}
		out.Holds = append(out.Holds, holdOf(c, m, out.Minds[i], i, today))
		out.Nexts = append(out.Nexts, nextOf(m, i, today))
		for _, to := range base.Moves(i, today) {
			out.Arcs = append(out.Arcs, brief.Arc{Actor: i, To: to, Gain: base.Rank(i, to) - base.Rank(i, today)})
		}
	}
	if s := c.Actor(c.Subject); s >= 0 {
		out.Equilibria = m.Equilibria(out.Minds[s].Temper.Concept).Len()
	}
	return out
}

// holdOf explains today's state to an actor in his most likely view on the side
// of the verdict.
func holdOf(c *reckon.Case, m *mind.Minds, own reckon.Mind, actor int, today reckon.State) brief.Hold {
	concept := own.Temper.Concept
	h := brief.Hold{Share: m.Share(actor, concept, today)}
	views := m.Views(actor)
	told, agrees := -1, false
	var verdict stability.Verdict
	for i, v := range views {
		x := explain(&v, actor, concept, today)
		same := x.Stable == (h.Share >= 0.5)
		if told < 0 || same && !agrees || same == agrees && v.Odds > views[told].Odds {
			told, agrees, verdict = i, same, x
		}
	}
	_, possible := views[told].Sees(today)
	h.Barred = !possible
	h.Verdict, h.Odds, h.View = verdict, views[told].Odds, viewWords(c, views[told])
	return h
}

// viewWords says what kinds a view takes the others for.
func viewWords(c *reckon.Case, v mind.View) string {
	words := ""
	for i, kind := range v.Kinds {
		if kind == "" {
			continue
		}
		if words != "" {
			words += ", "
		}
		words += within(cmp.Or(c.Actors[i].Title, c.Actors[i].Name)) + " as “" + kind + "”"
	}
	return words
}

// nextOf is the actor's choice among staying and the smallest steps, likeliest
// first. With ten options there are a thousand legal combinations; over all of
// them the probability of any one would say more about their number than about
// the man.
func nextOf(m *mind.Minds, actor int, today reckon.State) brief.Next {
	choice := m.Choose(actor, today, m.Steps(actor, today, false))
	n := brief.Next{Actor: actor, Silent: choice.Silent}
	order := make([]int, len(choice.States))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(choice.P[b], choice.P[a]) })
	for _, i := range order {
		n.To, n.P = append(n.To, choice.States[i]), append(n.P, choice.P[i])
	}
	return n
}
