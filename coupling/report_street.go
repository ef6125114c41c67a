package coupling

import (
	"fmt"
	"math"

	"reckon/arena/street"
)

// streetResult is what a report of a street holds for scripts.
type streetResult struct {
	Push       float64             `json:"push"` // what lowers thresholds now, in units of thresholds
	Seen       float64             `json:"information"`
	Equilibria []streetEquilibrium `json:"equilibria"` // turnouts that keep themselves up
	Curve      [][2]float64        `json:"curve"`      // turnout seen, and who is ready then
	Course     []streetWeek        `json:"course"`     // the weeks ahead if nothing changes, without chance
	Exhausted  *float64            `json:"fund_lasts_weeks,omitempty"`
}

// streetEquilibrium is a turnout at which as many are ready as are out.
type streetEquilibrium struct {
	At     float64 `json:"at"`
	Stable bool    `json:"stable"`
}

// streetWeek is a week of the course.
type streetWeek struct {
	Week     int     `json:"week"`
	Turnout  float64 `json:"turnout"`
	Jailed   float64 `json:"jailed"`
	Refusing float64 `json:"refusing"`
	OnStrike float64 `json:"on_strike"`
	Fund     float64 `json:"fund"`
}

// Of a report: how fine the curve is, and how far ahead the course looks.
const (
	curvePoints = 50
	courseWeeks = 26
)

// shownWeeks are the weeks that the table of a course shows.
var shownWeeks = []int{1, 2, 4, 8, 13, 26}

// report shows which turnouts keep themselves up as things stand, and what the next
// weeks would bring if nothing changed.
func (m *streetModel) report(in []float64, r *Report) *trouble {
	if bad := m.unsound(in); bad != nil {
		return bad
	}
	run := m.runner().(*streetRunner)
	week := run.put(in)
	res := streetResult{Seen: week.Information}
	res.Push = run.m.Push(street.Public{}, week)
	ready := func(x float64) float64 { return run.m.Thresholds.Share(float64(week.Information*x) + res.Push) }
	for k := range curvePoints + 1 {
		x := float64(k) / curvePoints
		res.Curve = append(res.Curve, [2]float64{x, ready(x)})
	}
	res.Equilibria = crossings(ready)
	run.ahead(in, &res)
	if m.strike != nil {
		s := run.s
		s.Fund = in[m.strikes[strikeFund]]
		if weeks, bad := s.Exhaustion(); len(bad) == 0 && !math.IsInf(weeks, 1) { // nothing is paid out, or solidarity pays it all
			res.Exhausted = &weeks
		}
	}
	m.tell(r, &res)
	r.Result = res
	return nil
}

// crossings finds the turnouts x with ready(x) = x: stable where more are ready just
// below than are out, and fewer just above.
func crossings(ready func(float64) float64) []streetEquilibrium {
	const cells = 2000
	var list []streetEquilibrium
	gap := func(x float64) float64 { return ready(x) - x }
	if gap(0) <= 0 {
		list = append(list, streetEquilibrium{0, true})
	}
	for k := range cells {
		a, b := float64(k)/cells, float64(k+1)/cells
		down, up := gap(a) > 0 && gap(b) <= 0, gap(a) < 0 && gap(b) >= 0
		if !down && !up {
			continue
		}
		for range 60 {
			middle := float64((a + b) / 2)
			if (gap(middle) > 0) == down {
				a = middle
			} else {
				b = middle
			}
		}
		list = append(list, streetEquilibrium{(a + b) / 2, down})
	}
	return list
}

// ahead lets the next weeks pass without chance.
func (r *streetRunner) ahead(in []float64, res *streetResult) {
	p := street.Public{Active: in[r.settings[streetActive]]}
	if r.strike != nil {
		p.Fund = in[r.strikes[strikeFund]]
	}
	state := make([]float64, r.width())
	week := r.put(in)
	for k := range courseWeeks {
		r.call(state, in, &p)
		r.m.Step(&p, week, 0)
		res.Course = append(res.Course, streetWeek{k + 1, p.Active, p.Jailed, p.Refusing, p.OnStrike, p.Fund})
	}
}

// tell puts the result into sentences and tables.
func (m *streetModel) tell(r *Report, res *streetResult) {
	way, by := "lowered", res.Push
	if by < 0 {
		way, by = "raised", -by
	}
	r.say(fmt.Sprintf("As things stand, thresholds are %s by %s.", way, figure(by)))
	if len(res.Equilibria) > 0 {
		r.say("Arrests, fatigue and strikes left out, thresholds alone have it so:")
	}
	for _, e := range res.Equilibria {
		how := "a tipping point: below it the movement fades, above it it grows"
		if e.Stable {
			how = "where the movement settles"
		}
		r.say(fmt.Sprintf("A turnout of %s is %s.", figure(e.At), how))
	}
	if res.Exhausted != nil {
		r.say(fmt.Sprintf("If nobody goes back before, the fund of the strike is gone after %s weeks.", figure(*res.Exhausted)))
	}
	head := []string{"week", "out", "jailed", "forces refusing"}
	if m.strike != nil {
		head = append(head, "on strike", "fund")
	}
	var rows [][]string
	for _, k := range shownWeeks {
		w := res.Course[k-1]
		row := []string{fmt.Sprint(w.Week), figure(w.Turnout), figure(w.Jailed), figure(w.Refusing)}
		if m.strike != nil {
			row = append(row, figure(w.OnStrike), figure(w.Fund))
		}
		rows = append(rows, row)
	}
	r.table("The weeks ahead if nothing changed", head, rows, "Shares of the public, of forces and of workers; without chance, force and fatigue as their weights have them.")
}
