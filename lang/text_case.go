package lang

import (
	"math"
	"strings"

	"reckon"
)

// caseBlock writes the title and the clock.
func (w *writer) caseBlock() {
	c := w.c
	w.block("case", c.Name, func(in *writer) {
		in.text("title", either(c.Title, c.Name))
		if c.Subject != "" {
			in.line("subject", c.Subject)
		}
		in.date("as_of", c.AsOf)
		in.date("from", c.From)
		in.date("until", c.Until)
		if c.Step != "week" {
			in.text("step", c.Step)
		}
		if c.Order != "random" {
			in.text("order", c.Order)
		}
	})
}

// actor writes an actor and his options.
func (w *writer) actor(a *reckon.Actor) {
	w.block("actor", a.Name, func(in *writer) {
		in.text("title", either(a.Title, a.Name))
		in.number("pace", a.Pace, 0)
		if a.Wide {
			in.text("considers", "any move")
		}
		for _, k := range a.Options {
			o := &w.c.Options[k]
			_, own, _ := strings.Cut(o.Name, ".")
			in.block("option", own, func(in *writer) {
				in.text("title", either(o.Title, own))
				in.yes("on", o.On)
				in.no("reversible", o.Final)
				in.no("resumable", o.Lost)
				in.text("posture", map[int]string{1: "hard", -1: "soft"}[o.Posture])
				in.cites(o.Cites)
			})
		}
	})
}

// numbers writes measures, parameters and lookups.
func (w *writer) numbers() {
	for i := range w.c.Measures {
		m := &w.c.Measures[i]
		if m.Derived {
			continue
		}
		w.block("measure", m.Name, func(in *writer) {
			in.title(m.Title, m.Name)
			in.text("unit", m.Unit)
			in.number("low", m.Low, math.Inf(-1))
			in.number("high", m.High, math.Inf(1))
			in.spread("start", &m.Start)
			if m.Arena == "" {
				in.expr("is", &m.Is) // else it comes of its arena
			}
			in.expr("next", &m.Next)
			in.spread("noise", &m.Noise)
			in.cites(m.Cites)
		})
	}
	for i := range w.c.Parameters {
		p := &w.c.Parameters[i]
		w.block("parameter", p.Name, func(in *writer) {
			in.title(p.Title, p.Name)
			in.text("unit", p.Unit)
			in.spread("value", &p.Value)
			in.cites(p.Cites)
		})
	}
	for i := range w.c.Lookups {
		t := &w.c.Lookups[i]
		w.block("lookup", t.Name, func(in *writer) {
			in.title(t.Title, t.Name)
			points := make([]string, len(t.Points))
			for k, p := range t.Points {
				points[k] = "[" + number(p[0]) + ", " + number(p[1]) + "]"
			}
			in.line("points", "["+strings.Join(points, ", ")+"]")
			if t.Shape != "line" {
				in.text("shape", t.Shape)
			}
			in.text("unit", t.Unit)
			in.cites(t.Cites)
		})
	}
}

// causes writes shocks and features.
func (w *writer) causes() {
	for i := range w.c.Shocks {
		s := &w.c.Shocks[i]
		w.block("shock", s.Name, func(in *writer) {
			in.title(s.Title, s.Name)
			in.expr("rate", &s.Rate)
			in.text("per", s.Per)
			in.expr("chance", &s.Chance)
			in.expr("when", &s.When)
			in.yes("once", s.Once)
			in.moves("moves", s.Moves)
			for k := range s.Effects {
				e := &s.Effects[k]
				in.block("effect", e.Measure, func(in *writer) { in.expr("to", &e.To) })
			}
			in.cites(s.Cites)
		})
	}
	for i := range w.c.Features {
		f := &w.c.Features[i]
		w.block("feature", f.Name, func(in *writer) {
			in.title(f.Title, f.Name)
			in.expr("now", &f.Now)
		})
	}
}

// question writes a question with its reference classes.
func (w *writer) question(q *reckon.Question) {
	w.block("question", q.Name, func(in *writer) {
		in.text("ask", q.Ask)
		in.date("opens", q.Opens)
		in.text("closes", q.Closes)
		in.text("yes_if", q.YesIf)
		in.text("no_if", q.NoIf)
		in.text("void_if", q.VoidIf)
		in.texts("decided_by", q.DecidedBy)
		in.expr("when", &q.When)
		for i := range q.Classes {
			r := &q.Classes[i]
			in.block("reference", r.Name, func(in *writer) {
				in.line("hits", number(float64(r.Hits)))
				in.number("of", float64(r.Of), 0)
				in.number("years", r.Years, 0)
				in.cites(r.Cites)
			})
		}
	})
}

// scenario writes a scenario.
func (w *writer) scenario(s *reckon.Scenario) {
	w.block("scenario", s.Name, func(in *writer) {
		in.title(s.Title, s.Name)
		in.text("says", s.Says)
		in.date("from", s.From)
		in.date("until", s.Until)
		in.moves("hold", s.Hold)
		in.texts("without", s.Without)
		for i := range s.Sets {
			a := &s.Sets[i]
			in.block("set", a.Name, func(in *writer) { in.spread("to", &a.To) })
		}
		in.cites(s.Cites)
	})
}
