package coupling

import (
	"errors"
	"fmt"
	"strings"

	"reckon"
	"reckon/draw"
	"reckon/dynamics"
)

// today works out what the arenas read at the start of a run on a day, with the
// options as they stand in a state: every uncertain number in the middle of what is
// held of it.
func (w *World) today(day reckon.Date, s reckon.State) ([]float64, error) {
	b, err := startOn(w.kase, day, s, w.inputs)
	if err != nil {
		return nil, err
	}
	in := make([]float64, len(w.inputs))
	for i, lanes := range b.Eval(0) {
		if in[i] = lanes[0]; in[i]-in[i] != 0 {
			return nil, fmt.Errorf("%s: %w", w.owner(i), b.Explain(0, i, 0))
		}
	}
	return in, nil
}

// Try steps every arena once from a day, with the options as they stand in a state,
// and says what it cannot compute with. What keeps measures from starting at all is
// left to those who examine them.
func (w *World) Try(day reckon.Date, s reckon.State) []reckon.Diagnostic {
	in, err := w.today(day, s)
	if err != nil {
		return nil
	}
	l, lanes := w.Lanes(1), make([][]float64, len(in))
	for i := range in {
		lanes[i] = in[i : i+1]
	}
	l.Begin()
	f, ok := errors.AsType[*Fault](l.Step(lanes, draw.Key{}))
	if !ok {
		return nil
	}
	return []reckon.Diagnostic{{
		Severity: reckon.Error, Code: "arena-fault", At: f.At,
		Summary: fmt.Sprintf("The %s cannot be computed with as it stands on the first day of a run", f.Arena),
		Detail:  strings.TrimPrefix(f.Setting+": "+f.What, ": ") + ".",
	}}
}

// startOn starts the measures of a case with one group of expressions, in one lane.
func startOn(c *reckon.Case, day reckon.Date, s reckon.State, group []reckon.Expr) (*dynamics.Block, error) {
	flow, err := dynamics.Compile(c, group)
	if err != nil {
		return nil, err
	}
	b := flow.NewBlock(1)
	b.States()[0] = s
	known := c.Observed(day)
	for i, none := range c.Unmoved(known) {
		switch {
		case none:
			b.Hold(i, known[i:i+1])
		case known[i] == known[i] && c.Measures[i].Is.Op == "":
			b.Observe(i, known[i:i+1])
		}
	}
	return b, b.Start(day, nil)
}

// owner says whose an input is.
func (w *World) owner(input int) string {
	for i := range w.arenas {
		if a := &w.arenas[i]; input < a.from+len(a.settings) {
			return fmt.Sprintf("%s of the %s %q", a.called[input-a.from], a.arena.Kind, a.arena.Name)
		}
	}
	return ""
}
