package coupling

import (
	"math"

	"reckon"
	"reckon/arena/street"
	"reckon/draw"
)

// Figure is what a page draws of an arena on a day, as numbers. Kind says how: "line",
// marks on a scale with uprights; "watch", marks that point at each other; "bars", marks
// in groups; "curve", lines over a scale with points on them.
type Figure struct {
	Kind     string
	Of       string  // what the scale, or a curve, is of
	Along    string  // what runs along a curve's foot
	Unit     string  // of bars
	Low      float64 // ends of the scale, or of the foot of a curve
	High     float64
	Marks    []figureMark
	Uprights []figureUpright
	Links    []figureLink
	Curves   []figureCurve
}

// figureMark is a seat, an organ, a bar or a point of a curve.
type figureMark struct {
	Name, Group string
	At          float64 // on the scale; the length of a bar
	Weight      float64 // its size; the height of a point
	Sort        string  // "in" the riskiest plot; "in", "out" or "lost" of a flow; "stable" or "tipping" of a point
}

// figureUpright is a place on a scale that has a name.
type figureUpright struct {
	Name string
	At   float64
}

// figureLink points from one mark to another.
type figureLink struct {
	From, To int
	Weight   float64
}

// figureCurve is a line through points.
type figureCurve struct {
	Name   string
	Points [][2]float64
}

// pictured is a model that has something to draw.
type pictured interface {
	figures(in []float64, a *reckon.Arena) []Figure
}

// titled is a part in words.
func titled(p *reckon.ArenaPart) string {
	if p.Title != "" {
		return p.Title
	}
	return p.Name
}

// figures sets the seats on their scale.
func (m *councilModel) figures(in []float64, a *reckon.Arena) []Figure {
	r := m.runner().(*councilRunner)
	n := len(m.power)
	at := make([]float64, n)
	f := Figure{Kind: "line", Of: "position", Low: m.low, High: m.low + m.width}
	for i, p := range a.Kinds("seat") {
		at[i] = (in[m.position[i]] - m.low) / m.width
		r.power[i], r.salience[i] = in[m.power[i]], in[m.salience[i]]/100
		f.Marks = append(f.Marks, figureMark{Name: titled(p), At: in[m.position[i]], Weight: float64(r.power[i] * r.salience[i])})
	}
	if !r.room.Forecast(r.mean, r.median, at, r.power, r.salience) {
		return nil
	}
	f.Uprights = []figureUpright{{"mean", m.low + float64(r.mean[0]*m.width)}, {"median", m.low + float64(r.median[0]*m.width)}}
	return []Figure{f}
}

// figures shows who watches whom, and the riskiest plot.
func (m *palaceModel) figures(in []float64, a *reckon.Arena) []Figure {
	r, ok := m.runner().(*palaceRunner)
	if !ok {
		return nil // too many to draw
	}
	r.read(in)
	_, _, members, ok := r.solver.Risk(r.forces, r.doubts, r.eyes)
	if !ok {
		return nil
	}
	f := Figure{Kind: "watch"}
	for i, p := range a.Kinds("organ") {
		one := figureMark{Name: titled(p), Weight: r.forces[i]}
		if members>>i&1 == 1 {
			one.Sort = "in"
		}
		f.Marks = append(f.Marks, one)
	}
	place := map[string]int{}
	for i := range m.capital.Organs {
		place[m.capital.Organs[i].Name] = i
	}
	for i, w := range m.capital.Watches {
		f.Links = append(f.Links, figureLink{place[w.By], place[w.Of], r.eyes[i]})
	}
	return []Figure{f}
}

// figures shows who would follow, and how the office would fall vacant within a year.
func (m *successionModel) figures(in []float64, _ *reckon.Arena) []Figure {
	r := m.runner().(*successionRunner)
	if r.put(in) != nil {
		return nil
	}
	chances, bad := r.own.Chances()
	if len(bad) > 0 {
		return nil
	}
	f := Figure{Kind: "bars"}
	for i, p := range m.candidates {
		f.Marks = append(f.Marks, figureMark{Name: titled(p), Group: "Who would follow", At: chances[i]})
	}
	by, stays := r.withinYear(in)
	for k, cause := range m.causes {
		f.Marks = append(f.Marks, figureMark{Name: cause, Group: "How the office falls vacant within a year", At: by[k], Sort: "out"})
	}
	f.Marks = append(f.Marks, figureMark{Name: "it does not", Group: "How the office falls vacant within a year", At: stays})
	return []Figure{f}
}

// withinYear is the chance of each cause within a year if its numbers stay, and that of
// none: chances come first in a step, then rates share what is left.
func (r *successionRunner) withinYear(in []float64) (by []float64, stays float64) {
	by = make([]float64, len(r.causes))
	left, total := 1.0, 0.0
	for k := range by {
		by[k] = float64(left * in[r.chance[k]])
		left -= by[k]
		total += in[r.rate[k]]
	}
	if total > 0 {
		vacant := float64(left * (1 - draw.Exp(-float64(total*r.years))))
		for k := range by {
			by[k] += float64(vacant * in[r.rate[k]] / total)
		}
	}
	vacant := 0.0 // in a step
	for _, x := range by {
		vacant += x
	}
	stays = 1
	for range int(math.Round(1 / r.years)) {
		stays *= 1 - vacant
	}
	if vacant > 0 {
		for k := range by {
			by[k] *= (1 - stays) / vacant
		}
	}
	return by, stays
}

// contestYears is how far ahead a contest is drawn.
const contestYears = 3

// figures draws how belief in each side's resolve goes on as long as nobody gives in and
// nothing else changes: the closed form.
func (m *contestModel) figures(in []float64, a *reckon.Arena) []Figure {
	r := m.runner().(*contestRunner)
	beliefs := []float64{in[m.sides[0][sideBelief]], in[m.sides[1][sideBelief]]}
	if r.unsound(in) != nil {
		return nil
	}
	r.put(beliefs, in)
	f := Figure{Kind: "curve", Of: "belief that it is resolute", Along: "years of silence", High: contestYears}
	const points = 36
	for i, p := range a.Kinds("side") {
		c := figureCurve{Name: titled(p)}
		held := r.c.Held[i]
		pressure := r.c.Pressure(i)
		for k := range points + 1 {
			years := contestYears * float64(k) / points
			c.Points = append(c.Points, [2]float64{years, held.Silent(years, pressure).Belief})
		}
		f.Curves = append(f.Curves, c)
	}
	return []Figure{f}
}

// figures draws who is ready to turn out by who is seen to have.
func (m *streetModel) figures(in []float64, _ *reckon.Arena) []Figure {
	if m.unsound(in) != nil {
		return nil
	}
	run := m.runner().(*streetRunner)
	week := run.put(in)
	push := run.m.Push(street.Public{}, week)
	ready := func(x float64) float64 { return run.m.Thresholds.Share(float64(week.Information*x) + push) }
	f := Figure{Kind: "curve", Of: "share who are ready to turn out", Along: "share who have", High: 1}
	c := figureCurve{Name: "ready"}
	for k := range curvePoints + 1 {
		x := float64(k) / curvePoints
		c.Points = append(c.Points, [2]float64{x, ready(x)})
	}
	f.Curves = append(f.Curves, c, figureCurve{Name: "as many as have", Points: [][2]float64{{0, 0}, {1, 1}}})
	for _, e := range crossings(ready) {
		sort := "tipping"
		if e.Stable {
			sort = "stable"
		}
		f.Marks = append(f.Marks, figureMark{At: e.At, Weight: e.At, Sort: sort})
	}
	return []Figure{f}
}

// flows are the bars of a treasury.
var flows = []struct{ group, name, sort string }{
	{"Foreign money", "usable", "in"},
	{"Foreign money", "freed", "in"},
	{"Foreign money", "other_exports", "in"},
	{"Foreign money", "imports", "out"},
	{"Foreign money", "foreign_paid", "out"},
	{"Foreign money", "flight_paid", "out"},
	{"Foreign money", "leaked", "lost"},
	{"Foreign money", "withheld", "lost"},
	{"Budget", "oil_income", "in"},
	{"Budget", "taxes", "in"},
	{"Budget", "drawn", "in"},
	{"Budget", "borrowed", "in"},
	{"Budget", "printed", "in"},
	{"Budget", "spending", "out"},
	{"Budget", "unpaid", "lost"},
}

// figures shows what comes in, goes out and is lost.
func (l *ledger) figures() []Figure {
	f := Figure{Kind: "bars", Unit: "billion dollars a year"}
	for _, one := range flows {
		k := l.c.Measure(l.prefix + one.name)
		if k < 0 {
			continue
		}
		f.Marks = append(f.Marks, figureMark{Name: l.c.Measures[k].Title, Group: one.group, At: l.value(one.name), Sort: one.sort})
	}
	return []Figure{f}
}
