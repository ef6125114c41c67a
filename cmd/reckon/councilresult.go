package main

import (
	"fmt"
	"slices"

	"reckon/arena"
	"reckon/arena/council"
)

// councilResult is what a table comes to, as JSON shows it: positions, means and
// saliences from 0 to 100.
type councilResult struct {
	From       string          `json:"from"`
	Name       string          `json:"name"`
	Title      string          `json:"title"`
	Dimensions []string        `json:"dimensions"`
	Faults     []councilFault  `json:"faults,omitempty"` // of the file; what is missing was put in the middle
	Model      string          `json:"model"`
	Turns      int             `json:"turns"`
	Means      [][]float64     `json:"weighted_mean"` // by turn and dimension
	Medians    [][]float64     `json:"weighted_median"`
	Positions  [][][]float64   `json:"positions"` // by turn, seat, dimension
	Ended      string          `json:"ended"`
	Beside     []councilBeside `json:"forecasts"` // side by side
	Seats      []councilSeat   `json:"seats"`
	Moves      []councilMove   `json:"moves"`
	Levers     []councilLever  `json:"levers"` // of the mean
	Pivots     []councilLever  `json:"pivots,omitempty"`
	OfModel    []councilLever  `json:"model_levers,omitempty"`
	Switches   [][2]string     `json:"switches"`
	Defect     []string        `json:"sign_defect"` // what KTAB's errors change
	Caveat     string          `json:"caveat"`
}

type councilFault struct {
	At      string `json:"at"`
	Message string `json:"message"`
}

// councilBeside is a forecast by one way.
type councilBeside struct {
	By      string    `json:"by"`
	Outcome []float64 `json:"outcome"` // by dimension
	Turns   int       `json:"turns,omitempty"`
	Ended   string    `json:"ended,omitempty"`
}

type councilSeat struct {
	Name     string    `json:"name"`
	Title    string    `json:"title,omitempty"`
	Power    float64   `json:"power"`
	Position []float64 `json:"position"`
	Salience []float64 `json:"salience"`
	Final    []float64 `json:"final"`
	Shapley  float64   `json:"shapley_shubik"`
	Banzhaf  float64   `json:"banzhaf"`
}

// councilMove is a proposal or challenge, and what came of it.
type councilMove struct {
	Turn   int     `json:"turn"`
	From   string  `json:"from"`
	To     string  `json:"to"`
	Kind   string  `json:"kind"`
	Chance float64 `json:"chance"`
	Gain   float64 `json:"gain"`
	Kept   bool    `json:"kept"`
	Says   string  `json:"says"`
}

// councilLever is a change of one input and where the forecast then lies.
type councilLever struct {
	Seat      string    `json:"seat"`
	Input     string    `json:"input"`
	Dimension string    `json:"dimension,omitempty"`
	From      float64   `json:"from"`
	To        float64   `json:"to"`
	Outcome   []float64 `json:"outcome"`
	Shift     float64   `json:"shift"`
}

// leverStep is by how much an input is tried: of its scale, and of power.
const leverStep = 0.1

// bargained computes all that is asked of a table.
func bargained(t council.Table, ask *councilAsked, report progress) (*councilResult, arena.Faults) {
	spatial, bad := t.Spatial(ask.spatial)
	if len(bad) > 0 {
		return nil, bad
	}
	challenge, bad := challenges(t, ask.challenge)
	if len(bad) > 0 {
		return nil, bad
	}
	told := spatial
	if ask.model == "challenge" {
		told = challenge
	}
	r := &councilResult{
		Name: t.Name, Title: t.Title, Dimensions: t.Dimensions, Model: told.Model, Turns: told.Turns(), Ended: told.Ended,
		Means: percentRows(told.Means), Medians: percentRows(told.Medians), Switches: told.Switches, Caveat: council.Caveat,
		Moves: []councilMove{}, Levers: []councilLever{}, Defect: []string{},
	}
	for _, at := range told.Positions {
		r.Positions = append(r.Positions, percentRows(at))
	}
	r.Beside = []councilBeside{
		{By: "weighted mean", Outcome: percents(t.Mean())},
		{By: "weighted median", Outcome: percents(t.Median())},
		{By: spatial.Model, Outcome: percents(spatial.Outcome()), Turns: spatial.Turns(), Ended: spatial.Ended},
		{By: challenge.Model, Outcome: percents(challenge.Outcome()), Turns: challenge.Turns(), Ended: challenge.Ended},
	}
	for _, m := range told.Moves {
		r.Moves = append(r.Moves, councilMove{
			Turn: m.Turn, From: t.Seats[m.From].Name, To: t.Seats[m.To].Name, Kind: string(m.Kind),
			Chance: m.Chance, Gain: m.Gain, Kept: m.Adopted || m.OtherAdopted || m.Kind != council.Proposal, Says: m.Story(t),
		})
	}
	if bad := r.defect(t, ask, spatial); len(bad) > 0 {
		return nil, bad
	}
	r.seats(t)
	return r, r.pulled(t, ask, report)
}

// challenges runs the group decision model on each dimension by itself; a dimension
// that ends sooner stays where it ended.
func challenges(t council.Table, rules council.ChallengeRules) (*council.Course, arena.Faults) {
	var all *council.Course
	var parts []*council.Course
	for k := range t.Dimensions {
		rules.Dimension = k
		c, bad := t.Challenge(rules)
		if len(bad) > 0 {
			return nil, bad
		}
		if all == nil || c.Turns() > all.Turns() {
			all = c
		}
		parts = append(parts, c)
	}
	if len(parts) == 1 {
		return all, nil
	}
	whole := *all
	whole.Means, whole.Medians, whole.Positions, whole.Moves = nil, nil, nil, nil
	for turn := range all.Positions {
		means, medians, at := []float64{}, []float64{}, make([][]float64, len(t.Seats))
		for _, c := range parts {
			n := min(turn, c.Turns())
			means, medians = append(means, c.Means[n][0]), append(medians, c.Medians[n][0])
			for i := range at {
				at[i] = append(at[i], c.Positions[n][i][0])
			}
			for _, m := range c.Moves {
				if m.Turn == turn {
					whole.Moves = append(whole.Moves, m)
				}
			}
		}
		whole.Means, whole.Medians, whole.Positions = append(whole.Means, means), append(whole.Medians, medians), append(whole.Positions, at)
	}
	return &whole, nil
}

// defect says what KTAB's errors change beside the course as asked.
func (r *councilResult) defect(t council.Table, ask *councilAsked, spatial *council.Course) arena.Faults {
	other := ask.spatial.AsKTAB()
	if ask.as == "ktab" {
		other.ThirdParties, other.CompromiseWeights, other.ReceiverOdds = council.Mended, council.Mended, council.Mended
	}
	course, bad := t.Spatial(other)
	if len(bad) > 0 {
		return bad
	}
	if lines := spatial.Beside(course); lines != nil {
		r.Defect = lines
	}
	return nil
}

// seats says how much each voice counts, where it stands and where it ends.
func (r *councilResult) seats(t council.Table) {
	total := 0.0
	for _, s := range t.Seats {
		total += s.Power
	}
	shapley, banzhaf, bad := t.Voting(total / 2 * (1 + 1e-9))
	last := r.Positions[len(r.Positions)-1]
	for i, s := range t.Seats {
		one := councilSeat{Name: s.Name, Title: s.Title, Power: s.Power, Position: percents(s.Position), Salience: percents(s.Salience), Final: last[i]}
		if len(bad) == 0 {
			one.Shapley, one.Banzhaf = shapley[i], banzhaf[i]
		}
		r.Seats = append(r.Seats, one)
	}
}

// pulled tries what moves the mean, and what moves the model where that is asked.
func (r *councilResult) pulled(t council.Table, ask *councilAsked, report progress) arena.Faults {
	mean := func(t council.Table) []float64 { return t.Mean() }
	_, levers, bad := t.Levers(mean, leverStep, nil)
	r.Levers = r.levers(t, levers)
	if len(bad) > 0 {
		return bad
	}
	if ask.line != nil {
		line := slices.Clone(ask.line)
		for k := range line {
			line[k] /= 100
		}
		pivots, bad := t.Pivots(mean, 0.01, line)
		if len(bad) > 0 {
			return bad
		}
		r.Pivots = r.levers(t, pivots)
	}
	if !ask.levers {
		return nil
	}
	done, total := 0, 1+len(t.Seats)*(2+4*len(t.Dimensions))
	_, levers, bad = t.Levers(func(t council.Table) []float64 {
		report("runs of the model", done, total)
		done++
		run := t.Spatial
		if ask.model == "challenge" {
			c, bad := challenges(t, ask.challenge)
			if len(bad) > 0 {
				return t.Mean()
			}
			return c.Outcome()
		}
		c, bad := run(ask.spatial)
		if len(bad) > 0 {
			return t.Mean()
		}
		return c.Outcome()
	}, leverStep, nil)
	r.OfModel = r.levers(t, levers)
	return bad
}

// levers puts levers in the words and on the scale of the result.
func (r *councilResult) levers(t council.Table, levers []council.Lever) []councilLever {
	list := []councilLever{}
	for _, l := range levers {
		one := councilLever{Seat: t.Seats[l.Seat].Name, Input: string(l.Input), From: l.From, To: l.To, Outcome: percents(l.Outcome), Shift: 100 * l.Shift}
		if l.Input != council.OfPower {
			one.From, one.To = 100*l.From, 100*l.To
			one.Dimension = t.Dimensions[l.Dimension]
		}
		list = append(list, one)
	}
	return list
}

// change is a lever in a line.
func (l *councilLever) change() string {
	return fmt.Sprintf("%s → %s", figure(l.From), figure(l.To))
}

func percents(xs []float64) []float64 {
	out := make([]float64, len(xs))
	for i, x := range xs {
		out[i] = 100 * x
	}
	return out
}

func percentRows(rows [][]float64) [][]float64 {
	out := make([][]float64, len(rows))
	for i, xs := range rows {
		out[i] = percents(xs)
	}
	return out
}
