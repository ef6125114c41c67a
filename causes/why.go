package causes

import (
	"cmp"
	"context"
	"slices"

	"reckon"
	"reckon/outlook"
	"reckon/sim"
)

// Cause is one thing that can be taken out of the runs: a course an actor may take,
// a shock, a change of mind, an arena, memory, learning or noise. Every run is made again
// without it, all other draws the same, so Needed and Hindered are exact counts
// over those runs, not estimates of a trend.
type Cause struct {
	Name     string    `json:"name"` // as Scenario.Without takes it
	Title    string    `json:"title"`
	Kind     string    `json:"kind"`           // "course", "shock", "change", "arena", "memory", "learning" or "noise"
	Seen     *float64  `json:"seen,omitempty"` // share of the yes-runs in which it is taken up, for courses
	Needed   float64   `json:"needed"`         // share of the yes-runs that are no without it
	Hindered float64   `json:"hindered"`       // share of the no-runs that are yes without it
	P        float64   `json:"p_without"`
	Readings []float64 `json:"needed_by_reading"`
}

// Chain is one run in which the question is answered yes, told by what it needed:
// the events whose causes, taken out of this run, turn it into a no.
type Chain struct {
	Reading int // index of the reading
	Run     int
	Links   []sim.Event
	Like    float64 // share of the yes-runs of all readings that need the same causes
}

// Why is what a question's answer comes from.
type Why struct {
	Question string  `json:"question"`
	P        float64 `json:"p"`
	Runs     int     `json:"runs"`
	Causes   []Cause `json:"causes"` // what is needed most first
	Chains   []Chain `json:"-"`      // the most common sets of needed causes, one run of each
}

// mostChains is how many kinds of runs are told.
const mostChains = 3

// Ask takes every cause out of the runs in turn and sees which answers change.
// Cost: the runs of the job once for each cause.
func Ask(ctx context.Context, e *outlook.Ensemble, j outlook.Job, question string) (*Why, error) {
	q, err := e.Asked(question)
	if err != nil {
		return nil, err
	}
	causes := listed(e)
	seen := lookout(e, causes)
	first := j.Part(0, 1+len(causes))
	first.Each = seen.note
	base, err := e.Answers(ctx, first)
	if err != nil {
		return nil, err
	}
	w := &Why{Question: question, P: yes(e, base, q), Runs: j.To - j.From}
	flips := make([][][]bool, len(causes)) // by cause, reading and run: yes only with it
	for k := range causes {
		other, err := e.Under(leaving(e.Scenario(), causes[k].Name))
		if err != nil {
			return nil, err
		}
		without, err := other.Answers(ctx, j.Part(k+1, 1+len(causes)))
		if err != nil {
			return nil, err
		}
		flips[k] = flipped(e, &causes[k], base, without, seen, k, q)
	}
	w.Chains, err = chains(e, j, base, flips, causes, q)
	w.Causes = causes
	slices.SortStableFunc(w.Causes, func(a, b Cause) int {
		return cmp.Or(cmp.Compare(b.Needed, a.Needed), cmp.Compare(b.Hindered, a.Hindered))
	})
	return w, err
}

// listed is what can be taken out of the runs under the present scenario.
func listed(e *outlook.Ensemble) []Cause {
	var all []Cause
	gone := e.Scenario().Without
	add := func(name, title, kind string) {
		if !slices.Contains(gone, name) && !slices.ContainsFunc(all, func(c Cause) bool { return c.Name == name }) {
			all = append(all, Cause{Name: name, Title: cmp.Or(title, name), Kind: kind})
		}
	}
	c := e.Case
	held := e.Scenario().Hold.Touches()
	for k, o := range c.Options {
		if !held.Has(k) {
			add(o.Name, o.Title, "course")
		}
	}
	for _, s := range c.Shocks {
		add(s.Name, s.Title, "shock")
	}
	for i := range c.Arenas {
		if a := &c.Arenas[i]; a.Kind != "treasury" {
			add(a.Name, a.Title, "arena")
		}
	}
	episodes, beliefs := false, false
	for k := range e.Readings {
		for _, minds := range e.Of(k).Calendar(c) {
			for i, m := range minds {
				if i > 0 {
					add(m.Change.Name, m.Change.Title, "change")
				}
				episodes = episodes || len(m.Episodes) > 0
				beliefs = beliefs || len(m.Beliefs) > 0
			}
		}
	}
	if episodes {
		add("memory", "What past episodes teach", "memory")
	}
	if beliefs {
		add("learning", "Learning from what others do", "learning")
	}
	if slices.ContainsFunc(c.Measures, func(m reckon.Measure) bool { return m.Noise.Stated() }) ||
		slices.ContainsFunc(c.Arenas, func(a reckon.Arena) bool { return a.Setting("noise") != nil }) {
		add("noise", "Chance in the measures", "noise")
	}
	return all
}

// leaving returns a scenario that also leaves one thing out.
func leaving(s reckon.Scenario, name string) reckon.Scenario {
	s.Without = append(slices.Clip(s.Without), name)
	return s
}

// sightings is in which runs each course was taken up, by cause, reading and run.
type sightings struct {
	option []int // by cause; −1 is none
	took   [][][]bool
}

func lookout(e *outlook.Ensemble, causes []Cause) *sightings {
	s := &sightings{took: make([][][]bool, len(causes))}
	for k := range causes {
		option := -1
		if causes[k].Kind == "course" {
			option = e.Case.Option(causes[k].Name)
		}
		s.option = append(s.option, option)
		s.took[k] = make([][]bool, len(e.Readings))
	}
	return s
}

// note sees which courses a run takes up.
func (s *sightings) note(reading int, p *sim.Path) {
	var up reckon.State
	for k := 1; k < len(p.States); k++ {
		up |= p.States[k] &^ p.States[k-1]
	}
	for k, option := range s.option {
		s.took[k][reading] = append(s.took[k][reading], option >= 0 && up.Has(option))
	}
}

// flipped counts what taking a cause out does to the answers of a question, and
// returns in which runs it was needed.
func flipped(e *outlook.Ensemble, c *Cause, base, without [][][]float64, seen *sightings, cause, q int) [][]bool {
	var needed [][]bool
	var lost, gained, yes, saw float64 // pooled shares of runs
	for r := range base {
		n, mine := countFlips(base[r][q], without[r][q], seen.took[cause][r])
		w := e.Readings[r].Weight / float64(len(base[r][q]))
		yes, saw = yes+float64(w*n.yes), saw+float64(w*n.saw)
		lost, gained = lost+float64(w*n.lost), gained+float64(w*n.gained)
		c.P += float64(w * n.after)
		c.Readings = append(c.Readings, ratio(n.lost, n.yes))
		needed = append(needed, mine)
	}
	c.Needed, c.Hindered = ratio(lost, yes), ratio(gained, 1-yes)
	if c.Kind == "course" {
		share := ratio(saw, yes)
		c.Seen = &share
	}
	return needed
}

// flipCounts are numbers of runs.
type flipCounts struct{ yes, saw, lost, gained, after float64 }

// countFlips compares the answers of one reading's runs with and without a cause,
// which took place in some of them, and says which runs are yes only with it.
func countFlips(with, without []float64, took []bool) (n flipCounts, needed []bool) {
	needed = make([]bool, len(with))
	for k, a := range with {
		b := without[k]
		n.yes, n.after = n.yes+a, n.after+b
		switch {
		case a > b:
			n.lost++
			needed[k] = true
		case a < b:
			n.gained++
		}
		if a == 1 && took[k] {
			n.saw++
		}
	}
	return n, needed
}

// ratio is a/b, and 0 of nothing.
func ratio(a, b float64) float64 {
	if b <= 0 {
		return 0
	}
	return a / b
}

// yes is the pooled share of runs that answer yes.
func yes(e *outlook.Ensemble, a [][][]float64, q int) float64 {
	p := 0.0
	for r := range a {
		sum := 0.0
		for _, x := range a[r][q] {
			sum += x
		}
		p += e.Readings[r].Weight * sum / float64(len(a[r][q]))
	}
	return p
}

// chains finds the sets of causes that most yes-runs need, and tells the first run
// that needs each.
func chains(e *outlook.Ensemble, j outlook.Job, base [][][]float64, flips [][][]bool, causes []Cause, q int) ([]Chain, error) {
	type group struct {
		mark         string
		weight       float64
		reading, run int
	}
	var groups []*group
	by := map[string]*group{}
	total := 0.0
	for r := range base {
		share := e.Readings[r].Weight / float64(len(base[r][q]))
		for k, a := range base[r][q] {
			if a != 1 {
				continue
			}
			total += share
			mark := make([]byte, len(causes))
			for c := range causes {
				mark[c] = '0'
				if flips[c][r][k] {
					mark[c] = '1'
				}
			}
			g := by[string(mark)]
			if g == nil {
				g = &group{mark: string(mark), reading: r, run: j.From + k}
				by[g.mark] = g
				groups = append(groups, g)
			}
			g.weight += share
		}
	}
	slices.SortStableFunc(groups, func(a, b *group) int { return cmp.Compare(b.weight, a.weight) })
	var chains []Chain
	for _, g := range groups[:min(len(groups), mostChains)] {
		path, events, err := e.Models()[g.reading].Trace(j.Seed, g.run)
		if err != nil {
			return nil, err
		}
		needs := func(name string) bool {
			c := slices.IndexFunc(causes, func(c Cause) bool { return c.Name == name })
			return c >= 0 && g.mark[c] == '1'
		}
		chains = append(chains, Chain{Reading: g.reading, Run: g.run, Links: links(e, events, needs, decided(e.Models()[g.reading], q, path)), Like: g.weight / total})
	}
	return chains, nil
}

// links keeps the events that a run needed up to the step that decided the answer:
// courses taken up, shocks, changes and memories whose causes were needed.
func links(e *outlook.Ensemble, events []sim.Event, needs func(string) bool, decided int) []sim.Event {
	recalled := map[string]bool{}
	var kept []sim.Event
	for _, x := range events {
		keep := false
		switch x.Kind {
		case "move":
			up := x.To &^ x.From
			for k := range e.Case.Options {
				keep = keep || up.Has(k) && needs(e.Case.Options[k].Name)
			}
		case "shock", "change":
			keep = needs(x.Name)
		case "recall": // an episode that stays in mind is told once
			keep = needs("memory") && !recalled[x.Name]
			recalled[x.Name] = true
		case "falsified":
			keep = needs("learning")
		}
		if keep && x.Step < decided {
			kept = append(kept, x)
		}
	}
	return kept
}
