package xmile

import (
	"fmt"
	"math"

	"reckon"
)

// measure writes one measure: as an aux or flow what is worked out, as a stock what
// moves or keeps its value.
func (w *writer) measure(m *reckon.Measure) error {
	if m.Name == w.clock {
		return nil
	}
	w.owner = m.Name
	if m.Is.Op != "" {
		if m.Start.Stated() {
			w.note(onStart, m.Name)
		}
		kind := "aux"
		if w.isFlow(m.Name) {
			kind = "flow"
		}
		w.variable(kind, m.Name, m.Title, m.Unit, w.held(m, w.text(&m.Is, 0)), nil)
		return nil
	}
	start, err := w.begins(m)
	if err != nil {
		return err
	}
	if m.Noise.Stated() {
		w.note(onNoise, m.Name)
	}
	if m.Arena != "" && !m.Derived {
		w.note(onArena, m.Name)
	}
	if m.Next.Op == "" {
		w.variable("stock", m.Name, m.Title, m.Unit, start, nil)
		return nil
	}
	var more [][2]string
	for _, f := range w.moving(m) {
		more = append(more, [2]string{f.tag, f.name})
	}
	if m.Low == 0 && math.IsInf(m.High, 1) {
		more = append(more, [2]string{"non_negative", ""})
	}
	w.variable("stock", m.Name, m.Title, m.Unit, start, more)
	return nil
}

// begins writes what a stock starts from.
func (w *writer) begins(m *reckon.Measure) (string, error) {
	first := w.first()
	observed, day := math.NaN(), reckon.Date(0)
	for i := range w.c.Observations {
		if o := &w.c.Observations[i]; o.Measure == m.Name && (first == 0 || o.Date <= first) && o.Date >= day {
			observed, day = o.Value, o.Date
		}
	}
	switch {
	case !math.IsNaN(observed):
		return exact(observed), nil
	case m.Start.Law == reckon.Exact:
		return w.text(&m.Start.Args[0], 0), nil
	case m.Start.Stated():
		w.note(onMiddle, m.Name)
		return exact(m.Start.Middle()), nil
	}
	return "", fmt.Errorf("%v: nothing says what the measure %s starts from; give it start = …, or an observation", m.At, m.Name)
}

// flow is what moves a stock.
type flow struct{ tag, name string }

// moving writes what moves a stock: the flows that its next value adds and takes
// away, or one flow for all that it changes by.
func (w *writer) moving(m *reckon.Measure) []flow {
	plain := math.IsInf(m.High, 1) && (m.Low == 0 || math.IsInf(m.Low, -1))
	by, sign := w.change(m)
	var all []flow
	if plain && by != nil && w.sum(by, sign, &all) {
		return all
	}
	name := w.names.take(w.written[m.Name] + "_change")
	var eqn string
	switch {
	case plain && by != nil && sign:
		eqn = w.text(by, 0)
	case plain && by != nil:
		eqn = "-" + w.text(by, 8)
	case plain:
		eqn = fmt.Sprintf("(%s - %s) / DT", w.text(&m.Next, 5), w.written[m.Name])
	default:
		eqn = fmt.Sprintf("(%s - %s) / DT", w.held(m, w.text(&m.Next, 0)), w.written[m.Name])
	}
	w.variable("flow", name, "", "", eqn, nil)
	return []flow{{"inflow", name}}
}

// change finds what is added to a measure at every step, in one unit of the file's
// time, if its next value is written so. The sign says whether it is added.
func (w *writer) change(m *reckon.Measure) (by *reckon.Expr, sign bool) {
	x := &m.Next
	if len(x.Args) != 2 || x.Op != "+" && x.Op != "-" || x.Args[0].Op != "measure" || x.Args[0].Name != m.Name {
		return nil, false
	}
	by = &x.Args[1]
	switch {
	case !w.ownStep:
		return by, x.Op == "+"
	case by.Op == "*" && by.Args[0].Op == "measure" && by.Args[0].Name == stepName:
		return &by.Args[1], x.Op == "+"
	}
	return nil, false
}

// sum takes apart what is added to a measure, if it is made of flows alone.
func (w *writer) sum(x *reckon.Expr, sign bool, all *[]flow) bool {
	switch {
	case len(x.Args) == 2 && (x.Op == "+" || x.Op == "-"):
		return w.sum(&x.Args[0], sign, all) && w.sum(&x.Args[1], sign == (x.Op == "+"), all)
	case x.Op == "measure" && x.Name != w.clock:
		if i := w.c.Measure(x.Name); i < 0 || w.c.Measures[i].Is.Op == "" {
			return false
		}
		tag := "outflow"
		if sign {
			tag = "inflow"
		}
		*all = append(*all, flow{tag, w.written[x.Name]})
		return true
	}
	return false
}

// isFlow reports whether a measure moves some stock.
func (w *writer) isFlow(name string) bool {
	if len(w.flows) == 0 {
		w.flows[""] = true
		for i := range w.c.Measures {
			m := &w.c.Measures[i]
			var all []flow
			if by, sign := w.change(m); by != nil && w.sum(by, sign, &all) {
				for _, f := range all {
					w.flows[f.name] = true
				}
			}
		}
	}
	return w.flows[w.written[name]]
}

// held writes an expression within the bounds of its measure.
func (w *writer) held(m *reckon.Measure, text string) string {
	if !math.IsInf(m.High, 1) {
		text = fmt.Sprintf("MIN(%s, %s)", exact(m.High), text)
	}
	if !math.IsInf(m.Low, -1) {
		text = fmt.Sprintf("MAX(%s, %s)", exact(m.Low), text)
	}
	return text
}
