package coupling

import (
	"fmt"
	"slices"
	"strings"

	"reckon/arena/council"
)

// councilResult is what a report of a council holds for scripts, on its own scale.
type councilResult struct {
	Mean      float64        `json:"mean"`
	Median    float64        `json:"median"`
	Spatial   councilCourse  `json:"spatial"`
	Challenge councilCourse  `json:"challenge"`
	Seats     []councilSeat  `json:"seats"`
	Levers    []councilLever `json:"levers"`
	Caveat    string         `json:"caveat"`
}

// councilCourse is what rounds of bargaining come to.
type councilCourse struct {
	Turns     int         `json:"turns"`
	Means     []float64   `json:"weighted_mean"` // by turn
	Positions [][]float64 `json:"positions"`     // by turn and seat
	Moves     []string    `json:"moves"`         // who moved whom, in sentences
	Ended     string      `json:"ended"`
}

// councilSeat is one voice.
type councilSeat struct {
	Name     string  `json:"name"`
	Title    string  `json:"title"`
	Power    float64 `json:"power"`
	Position float64 `json:"position"`
	Salience float64 `json:"salience"`
	Shapley  float64 `json:"shapley_shubik"`
	Banzhaf  float64 `json:"banzhaf"`
}

// councilLever is a change of one input and what it does to the outcome.
type councilLever struct {
	Seat    string  `json:"seat"`
	Input   string  `json:"input"`
	From    float64 `json:"from"`
	To      float64 `json:"to"`
	Outcome float64 `json:"outcome"`
	Shift   float64 `json:"shift"`
}

// shownLevers and shownMoves bound the tables of a report.
const (
	shownLevers = 8
	shownMoves  = 12
	leverStep   = 0.1 // of the scale
)

// report shows forecasts side by side, who counts and what would move the outcome.
func (m *councilModel) report(in []float64, r *Report) *trouble {
	t := m.filled(in)
	if bad := t.Check(); len(bad) > 0 {
		if one := m.runner().(*councilRunner).unsound(in); one.input >= 0 {
			return one
		}
		return &trouble{-1, bad[0].At + ": " + bad[0].Message}
	}
	res := councilResult{Mean: m.scaled(t.Mean()[0]), Median: m.scaled(t.Median()[0]), Caveat: council.Caveat}
	spatial, _ := t.Spatial(council.SpatialRules{})
	challenge, _ := t.Challenge(council.ChallengeRules{})
	res.Spatial, res.Challenge = m.course(t, spatial), m.course(t, challenge)
	m.seats(t, in, &res)
	m.levers(t, &res)
	m.tell(r, &res)
	r.Result, r.Input = res, t
	return nil
}

// scaled puts a position on the scale of the council.
func (m *councilModel) scaled(x float64) float64 { return m.low + float64(x*m.width) }

// filled is the table with the numbers of a day.
func (m *councilModel) filled(in []float64) council.Table {
	t := m.table
	t.Seats = slices.Clone(t.Seats)
	for i := range t.Seats {
		s := &t.Seats[i]
		s.Power = in[m.power[i]]
		s.Position = []float64{m.share(in[m.position[i]])}
		s.Salience = []float64{in[m.salience[i]] / 100}
	}
	return t
}

// course puts what a model made of the table on the scale of the council.
func (m *councilModel) course(t council.Table, c *council.Course) councilCourse {
	if c == nil {
		return councilCourse{}
	}
	out := councilCourse{Turns: c.Turns(), Ended: c.Ended}
	for turn := range c.Means {
		out.Means = append(out.Means, m.scaled(c.Means[turn][0]))
		var at []float64
		for _, x := range c.Positions[turn] {
			at = append(at, m.scaled(x[0]))
		}
		out.Positions = append(out.Positions, at)
	}
	for _, move := range c.Moves {
		if move.Adopted || move.OtherAdopted {
			out.Moves = append(out.Moves, move.Story(t))
		}
	}
	return out
}

// seats says how much each voice counts: as stated, and how often it would turn a
// vote that takes more than half of all power.
func (m *councilModel) seats(t council.Table, in []float64, res *councilResult) {
	total := 0.0
	for _, s := range t.Seats {
		total += s.Power
	}
	shapley, banzhaf, bad := t.Voting(total / 2 * (1 + 1e-9))
	for i, s := range t.Seats {
		one := councilSeat{Name: s.Name, Title: s.Title, Power: s.Power, Position: in[m.position[i]], Salience: in[m.salience[i]]}
		if len(bad) == 0 {
			one.Shapley, one.Banzhaf = shapley[i], banzhaf[i]
		}
		res.Seats = append(res.Seats, one)
	}
}

// levers finds the inputs that the mean hangs on most.
func (m *councilModel) levers(t council.Table, res *councilResult) {
	_, levers, bad := t.Levers(func(t council.Table) []float64 { return t.Mean() }, leverStep, nil)
	if len(bad) > 0 {
		return
	}
	for _, l := range levers[:min(len(levers), shownLevers)] {
		one := councilLever{Seat: t.Seats[l.Seat].Name, From: l.From, To: l.To, Outcome: m.scaled(l.Outcome[0]), Shift: l.Shift * m.width}
		switch l.Input {
		case council.OfPosition:
			one.Input, one.From, one.To = "position", m.scaled(l.From), m.scaled(l.To)
		case council.OfSalience:
			one.Input, one.From, one.To = "salience", 100*l.From, 100*l.To
		default:
			one.Input = "power"
		}
		res.Levers = append(res.Levers, one)
	}
}

// tell puts the result into sentences and tables.
func (m *councilModel) tell(r *Report, res *councilResult) {
	r.say(fmt.Sprintf("On the scale from %s to %s the mean weighted by power and salience is %s; the weighted median is %s.",
		figure(m.low), figure(m.low+m.width), figure(res.Mean), figure(res.Median)))
	for _, c := range []struct {
		name string
		of   *councilCourse
	}{{"spatial model of politics", &res.Spatial}, {"group decision model", &res.Challenge}} {
		switch n := len(c.of.Means); {
		case n == 0:
		case c.of.Turns == 0:
			r.say(fmt.Sprintf("By the %s nobody moves.", c.name))
		default:
			r.say(fmt.Sprintf("By the %s the mean ends at %s after %s.", c.name, figure(c.of.Means[n-1]), counted(c.of.Turns, "round")))
		}
	}
	r.say(map[string]string{
		"mean": "In runs its outcome is the mean.", "median": "In runs its outcome is the median.",
		"spatial":   fmt.Sprintf("In runs a round of the spatial model is held every %s, and the outcome is the mean of where all then stand.", counted(m.every, "step")),
		"challenge": fmt.Sprintf("In runs a round of the group decision model is held every %s, and the outcome is the mean of where all then stand.", counted(m.every, "step")),
	}[m.how])
	var rows [][]string
	for _, s := range res.Seats {
		rows = append(rows, []string{s.Title, figure(s.Power), figure(s.Position), figure(s.Salience), figure(s.Shapley), figure(s.Banzhaf)})
	}
	r.table("Who sits there", []string{"seat", "power", "position", "salience", "Shapley–Shubik", "Banzhaf"}, rows,
		"The last two say how often a seat would turn a vote that takes more than half of all power.")
	rows = nil
	for _, l := range res.Levers {
		rows = append(rows, []string{m.titleOf(l.Seat), l.Input, figure(l.From) + " → " + figure(l.To), figure(l.Outcome), figure(l.Shift)})
	}
	r.table("What the mean hangs on", []string{"seat", "input", "change", "mean then", "moved by"}, rows, "One input at a time, by a tenth of its scale; power by a tenth of itself.")
	rows = nil
	for _, move := range res.Spatial.Moves[:min(len(res.Spatial.Moves), shownMoves)] {
		rows = append(rows, []string{strings.TrimSpace(move)})
	}
	if rows != nil {
		r.table("Who moves whom in the spatial model", []string{""}, rows, "")
	}
	r.say(council.Caveat)
}

// titleOf is how a seat is called.
func (m *councilModel) titleOf(name string) string {
	for i := range m.table.Seats {
		if m.table.Seats[i].Name == name {
			return m.titles[i]
		}
	}
	return name
}

// counted writes a number with its noun.
func counted(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
