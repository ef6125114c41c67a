package coupling

import (
	"fmt"
)

// contestResult is what a report of a contest holds for scripts.
type contestResult struct {
	Sides  []contestSide `json:"sides"`
	Length float64       `json:"mean_years"` // until one of them gives in, if neither is resolute
}

// contestSide is one side.
type contestSide struct {
	Name     string    `json:"name"`
	Title    string    `json:"title"`
	Rate     float64   `json:"rate"`     // at which it gives in, a year, if it is not resolute
	First    float64   `json:"first"`    // the chance that it gives in before the other, if neither is resolute
	Beliefs  []float64 `json:"beliefs"`  // that it is resolute, as the other holds after so many years of silence
	Years    []float64 `json:"years"`    // those years
	Offer    float64   `json:"offer"`    // the share that it is best offered now
	Met      bool      `json:"met"`      // which is what a resolute side demands
	Pressure float64   `json:"pressure"` // that it is under, as the other sees it
}

// silences are the years of silence that a report shows.
var silences = []float64{0, 0.5, 1, 2, 5}

// report shows who tires first, and how belief in each side grows with silence.
func (m *contestModel) report(in []float64, r *Report) *trouble {
	if bad := m.unsound(in); bad != nil {
		return bad
	}
	run := m.runner().(*contestRunner)
	run.put([]float64{in[m.sides[0][sideBelief]], in[m.sides[1][sideBelief]]}, in)
	c := run.c
	rates := c.Hazards()
	var res contestResult
	total := rates[0] + rates[1]
	if total > 0 {
		res.Length = 1 / total
	}
	for i, name := range m.names {
		s := contestSide{Name: name, Title: r.Arena.Kinds("side")[i].Title, Rate: rates[i], Pressure: c.Pressure(i), Years: silences}
		if total > 0 {
			s.First = rates[i] / total
		}
		for _, years := range silences {
			s.Beliefs = append(s.Beliefs, c.Held[i].Silent(years, s.Pressure).Belief)
		}
		s.Offer, s.Met = c.Offer(i)
		res.Sides = append(res.Sides, s)
	}
	m.tell(r, &res)
	r.Result = res
	return nil
}

// tell puts the result into sentences and a table.
func (m *contestModel) tell(r *Report, res *contestResult) {
	a, b := &res.Sides[0], &res.Sides[1]
	if a.First < b.First {
		a, b = b, a
	}
	if res.Length == 0 {
		r.say("Holding out costs neither side anything, so neither gives in.")
	} else {
		r.say(fmt.Sprintf("If neither is resolute, one gives in after %s years on the mean, %s before %s with a chance of %s.", figure(res.Length), a.Title, b.Title, figure(a.First)))
	}
	for i := range res.Sides {
		s := &res.Sides[i]
		what := "which gambles that it is not resolute"
		if s.Met {
			what = "which is what it demands when it is resolute"
		}
		r.say(fmt.Sprintf("The best offer now to %s is %s of what is at stake, %s.", s.Title, figure(s.Offer), what))
	}
	head := []string{"side", "gives in, a year"}
	for _, years := range silences {
		head = append(head, fmt.Sprintf("%s years", figure(years)))
	}
	var rows [][]string
	for _, s := range res.Sides {
		row := []string{s.Title, figure(s.Rate)}
		for _, x := range s.Beliefs {
			row = append(row, figure(x))
		}
		rows = append(rows, row)
	}
	r.table("How likely each is held to be resolute, after so long without giving in", head, rows, "At the pressure of the day, as the other side sees it.")
}
