package council

import (
	"fmt"
	"math"
	"strings"

	"reckon/arena"
)

// Move is a proposal of the spatial model or a challenge of the group decision
// model: who would move whom, what both expect of it and what came of it. Seats are
// by their place at the table. Chances are the initiator's to prevail if the other
// resists; gains are in utility beyond things as they stand.
type Move struct {
	Turn     int
	Kind     Rule // Proposal; of the group decision model Confrontation, Compromise or Capitulation
	From, To int  // who proposes, and to whom

	Chance, Gain, OtherGain             float64 // as From sees it: his chance, his gain, the gain of To
	SeenChance, SeenGain, SeenOtherGain float64 // the same as To sees it

	Offer, OtherOffer []float64 // where From and To would stand, by dimension
	// Support is the chance of this among all that From, and To, may be bound to;
	// Adopted whether From, and To, took up his half. A deal may be half kept.
	Support, OtherSupport float64
	Adopted, OtherAdopted bool
}

// Course is what a model made of a table, turn by turn, turn 0 being as given. The
// rules used are in Switches, the default words written out.
type Course struct {
	Model     string
	Switches  [][2]string
	Positions [][][]float64 // by turn, seat, dimension
	Means     [][]float64   // by turn and dimension, weighted by power times salience
	Medians   [][]float64
	// Chances are, by turn and seat, those of his position to win an election among
	// all positions held; who stand together share one. Of the spatial model.
	Chances [][]float64
	Risk    [][]float64 // attitudes by turn and seat: of the spatial model from −1 to 1 (bold), of the group decision model exponents from 0.5 (bold) to 2
	Change  []float64   // of the spatial model, by turn from 1: what it moved as a share of the first
	Moves   []Move
	Ended   string // why there is no further turn
}

// Outcome is where the course ends: the mean weighted by power times salience.
func (c *Course) Outcome() []float64 { return c.Means[len(c.Means)-1] }

// Turns is how many turns were taken.
func (c *Course) Turns() int { return len(c.Positions) - 1 }

// Beside says which switches differ from another course of the same table and what
// that changes, a line each; nothing if no switch differs.
func (c *Course) Beside(other *Course) []string {
	var lines []string
	for i, s := range c.Switches {
		if i < len(other.Switches) && other.Switches[i] != s {
			lines = append(lines, fmt.Sprintf("%s: %s here, %s there", s[0], s[1], other.Switches[i][1]))
		}
	}
	if len(lines) == 0 || len(c.Outcome()) != len(other.Outcome()) {
		return lines
	}
	lines = append(lines, fmt.Sprintf("turns: %d here, %d there", c.Turns(), other.Turns()))
	for k, x := range c.Outcome() {
		lines = append(lines, fmt.Sprintf("final mean on dimension %d: %.2f of 100 here, %.2f there", k+1, 100*x, 100*other.Outcome()[k]))
	}
	return lines
}

// ledger keeps the proposals of a course.
type ledger struct {
	course *Course
	turn   int
}

func (l *ledger) add(m Move) int {
	m.Turn = l.turn
	l.course.Moves = append(l.course.Moves, m)
	return len(l.course.Moves) - 1
}

func (l *ledger) vote(move int, initiator bool, support float64, adopted bool) {
	m := &l.course.Moves[move]
	if initiator {
		m.Support, m.Adopted = support, adopted
	} else {
		m.OtherSupport, m.OtherAdopted = support, adopted
	}
}

// Spatial runs the spatial model of politics [ktab2019]: each turn every seat
// challenges whom it expects to gain most from, challenges become bargains, and all
// vote on which bargain binds each. It ends when little moves any more. See Caveat.
// Cost: O(seats³) a turn and dimension.
func (t Table) Spatial(rules SpatialRules) (*Course, arena.Faults) {
	f := t.Check()
	rules, switches := rules.settled(&f)
	if len(f) > 0 {
		return nil, f
	}
	r := newRoom(t)
	r.spatial = rules
	positions, power, salience := t.flat()
	r.sound(positions, power, salience)
	c := &Course{Model: "spatial model of politics", Switches: switches}
	first := 0.0
	for turn := 0; ; turn++ {
		r.look(positions)
		c.record(t, r, positions)
		if turn > 0 && c.stops(turn, &first, rules) {
			return c, nil
		}
		r.bargain(positions, &ledger{c, turn})
		copy(positions, r.next)
	}
}

// stops appends the change of a turn and says whether it is the last.
func (c *Course) stops(turn int, first *float64, rules SpatialRules) bool {
	moved := 0.0
	for i, at := range c.Positions[turn] {
		sum := 0.0
		for k, x := range at {
			gap := x - c.Positions[turn-1][i][k]
			sum += float64(gap * gap)
		}
		moved += math.Sqrt(sum)
	}
	if turn == 1 {
		*first = moved + 1e-4
	}
	change := moved / *first
	c.Change = append(c.Change, change)
	switch {
	case turn >= 2 && change < rules.Quiet:
		c.Ended = fmt.Sprintf("the last turn moved less than %g of what the first did", rules.Quiet)
	case turn >= rules.MaxTurns:
		c.Ended = fmt.Sprintf("%d turns are the limit; positions still move", rules.MaxTurns)
	}
	return c.Ended != ""
}

// flat lays the table out as Room takes it.
func (t Table) flat() (positions, power, salience []float64) {
	for _, s := range t.Seats {
		positions, power, salience = append(positions, s.Position...), append(power, s.Power), append(salience, s.Salience...)
	}
	return positions, power, salience
}

// record appends the present turn: positions, forecasts, risk and chances.
func (c *Course) record(t Table, r *Room, positions []float64) {
	n, d := r.seats, r.dimensions
	at := make([][]float64, n)
	for i := range at {
		at[i] = append([]float64(nil), positions[i*d:i*d+d]...)
	}
	means, medians := make([]float64, d), make([]float64, d)
	_, power, salience := t.flat()
	r.Forecast(means, medians, positions, power, salience)
	c.Positions, c.Means, c.Medians = append(c.Positions, at), append(c.Means, means), append(c.Medians, medians)
	c.Risk = append(c.Risk, append([]float64(nil), r.risk...))
	c.Chances = append(c.Chances, r.standing(positions))
}

// standing is the chance of each position to win. Positions nearer than a
// thousandth are one.
func (r *Room) standing(positions []float64) []float64 {
	n, d := r.seats, r.dimensions
	var unique []int
	stands := make([]int, n)
	for i := range n {
		stands[i] = len(unique)
		for u, j := range unique {
			sum := 0.0
			for k := range d {
				gap := positions[i*d+k] - positions[j*d+k]
				sum += float64(gap * gap)
			}
			if math.Sqrt(sum) < 1e-3 {
				stands[i] = u
				break
			}
		}
		if stands[i] == len(unique) {
			unique = append(unique, i)
		}
	}
	utilities := make([]float64, 0, n*len(unique))
	for i := range n {
		for _, j := range unique {
			utilities = append(utilities, r.own[i*n+j])
		}
	}
	p := r.elect(r.spatial.Election, r.spatial.Vote, r.spatial.Victory, r.power, utilities, len(unique))
	chances := make([]float64, n)
	for i, u := range stands {
		chances[i] = p[u]
	}
	return chances
}

// Story says in a line who moved whom and why, with the names of the table.
func (m Move) Story(t Table) string {
	from, to := t.Seats[m.From].Name, t.Seats[m.To].Name
	if m.Kind != Proposal {
		return fmt.Sprintf("turn %d: %s moves to %s by %s with %s (own gain %+.3f, the other's %+.3f)", m.Turn, to, places(m.OtherOffer), m.Kind, from, m.OtherGain, m.Gain)
	}
	kept := "neither keeps it"
	switch {
	case m.Adopted && m.OtherAdopted:
		kept = "both keep it"
	case m.Adopted:
		kept = from + " alone keeps it"
	case m.OtherAdopted:
		kept = to + " alone keeps it"
	}
	return fmt.Sprintf("turn %d: %s proposes %s to %s, expecting %+.3f with a chance of %.2f if resisted; %s", m.Turn, from, places(m.OtherOffer), to, m.Gain, m.Chance, kept)
}

// places writes positions on the scale of files.
func places(at []float64) string {
	words := make([]string, len(at))
	for k, x := range at {
		words[k] = fmt.Sprintf("%.1f", 100*x)
	}
	return strings.Join(words, ", ")
}
