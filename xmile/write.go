package xmile

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"

	"reckon"
)

// writer turns a case into an XMILE file.
type writer struct {
	c       *reckon.Case
	b       bytes.Buffer
	names   names             // taken in the file
	written map[string]string // what a measure, parameter, lookup or option of the case is called in it
	flows   map[string]bool   // measures that flow into or out of a stock
	dt      float64           // of the file
	ownStep bool              // the case has a parameter for it
	clock   string            // the measure that is the model's own time, if there is one
	start   float64           // of the file
	startAt string            // the parameter of it
	owner   string            // the measure being written
	notes   []string
	lists   map[string][]string // what has the same said of it
}

// Write writes the measures, parameters and lookups of a case as an XMILE file. What
// actors choose is not part of such a file: options are constants there, as they
// stand when a run starts, and of a number that is not known exactly the middle is
// written. Notes say in sentences what was so changed or left out; an error says
// what keeps the case from being written, and what can be done. What Read makes of
// the file has the same values at every step.
//
// The format is that of [oasis2015].
func Write(c *reckon.Case) (text []byte, notes []string, err error) {
	if len(c.Measures) == 0 {
		return nil, nil, fmt.Errorf("the case has no measures, and XMILE holds nothing else; declare some with measure \"name\" { … }")
	}
	w := &writer{c: c, names: names{}, written: map[string]string{}, flows: map[string]bool{}, dt: 1, lists: map[string][]string{}}
	w.timing()
	w.naming()
	w.b.WriteString(`<?xml version="1.0" encoding="utf-8"?>` + "\n" +
		`<xmile version="1.0" xmlns="http://docs.oasis-open.org/xmile/ns/XMILE/v1.0">` + "\n" +
		"\t<header>\n\t\t<vendor>reckon</vendor>\n\t\t<product version=\"1.0\">reckon</product>\n")
	w.line(2, "name", c.Title)
	w.b.WriteString("\t</header>\n")
	w.specs()
	w.b.WriteString("\t<model>\n\t\t<variables>\n")
	w.options()
	for i := range c.Parameters {
		w.parameter(&c.Parameters[i])
	}
	for i := range c.Lookups {
		w.table(&c.Lookups[i])
	}
	for i := range c.Measures {
		if err := w.measure(&c.Measures[i]); err != nil {
			return nil, nil, err
		}
	}
	w.b.WriteString("\t\t</variables>\n\t</model>\n</xmile>\n")
	w.lost()
	return w.b.Bytes(), w.said(), nil
}

// note says something once of all that it holds of.
func (w *writer) note(what string, of ...string) {
	if _, said := w.lists[what]; !said {
		w.notes = append(w.notes, what)
	}
	w.lists[what] = append(w.lists[what], of...)
}

// said gives the notes, each with what it holds of.
func (w *writer) said() []string {
	for i, n := range w.notes {
		if of := w.lists[n]; len(of) > 0 {
			w.notes[i] = n + ": " + strings.Join(of, ", ")
		}
	}
	return w.notes
}

// What is said of several.
const (
	onConstant = "options are constants in the file, as they stand at the start, since what actors choose is no part of it"
	onMiddle   = "a number that is not known exactly is written at its middle"
	onNoise    = "the file has no place for what chance adds to a measure"
	onName     = "a name that means something else in XMILE has _value behind it in the file"
	onStart    = "what a measure was before the run is not written, since it is worked out from the start on"
	onArena    = "what an arena writes stands still in the file, as at the start"
	onLost     = "the file has no place for"
)

// timing finds the length of a step and the model's own clock, where the case was
// made from a model that has them.
func (w *writer) timing() {
	if p := w.c.Parameter(stepName); p >= 0 && w.c.Parameters[p].Value.Law == reckon.Exact && w.c.Parameters[p].Value.Middle() > 0 {
		w.dt, w.ownStep = w.c.Parameters[p].Value.Middle(), true
	}
	for i := range w.c.Measures {
		m := &w.c.Measures[i]
		x := &m.Is
		if !w.ownStep || x.Op != "+" || x.Args[0].Op != "measure" || x.Args[1].Op != "*" || len(m.Start.Args) > 0 || !math.IsInf(m.Low, -1) || !math.IsInf(m.High, 1) {
			continue
		}
		p, passed := w.c.Parameter(x.Args[0].Name), x.Args[1]
		if p >= 0 && w.c.Parameters[p].Value.Law == reckon.Exact && passed.Args[0].Name == "time" && passed.Args[1].Name == stepName {
			w.clock, w.startAt, w.start = m.Name, x.Args[0].Name, w.c.Parameters[p].Value.Middle()
			return
		}
	}
}

// taken are words that a variable of a file must not be called.
func taken() names {
	all := names{"time": 1, "dt": 1, "starttime": 1, "stoptime": 1, "pi": 1, "inf": 1}
	for name := range builtins() {
		all[name] = 1
	}
	for _, name := range chance {
		all[name] = 1
	}
	for word := range keywords {
		all[strings.ToLower(word)] = 1
	}
	return all
}

// naming gives everything that is written a name.
func (w *writer) naming() {
	w.names = taken()
	if w.clock != "" {
		w.written[w.clock], w.written[w.startAt] = "TIME", "STARTTIME"
	}
	if w.ownStep {
		w.written[stepName] = "DT"
	}
	add := func(name string) {
		if w.written[name] != "" {
			return
		}
		free := strings.ReplaceAll(name, ".", "_")
		if w.names[free] > 0 {
			free += "_value"
			w.note(onName, name)
		}
		w.written[name] = w.names.take(free)
	}
	for i := range w.c.Measures {
		add(w.c.Measures[i].Name)
	}
	for i := range w.c.Parameters {
		add(w.c.Parameters[i].Name)
	}
	for i := range w.c.Lookups {
		add(w.c.Lookups[i].Name)
	}
	for i := range w.c.Options {
		add(w.c.Options[i].Name)
	}
}

// specs writes the clock.
func (w *writer) specs() {
	steps, unit := w.steps(), w.c.Step
	if w.ownStep {
		unit = w.c.Parameters[w.c.Parameter(stepName)].Unit
	}
	w.b.WriteString("\t<sim_specs method=\"Euler\"")
	if unit != "" {
		fmt.Fprintf(&w.b, " time_units=%q", escaped(unit))
	}
	fmt.Fprintf(&w.b, ">\n\t\t<start>%s</start>\n\t\t<stop>%s</stop>\n\t\t<dt>%s</dt>\n\t</sim_specs>\n", exact(w.start), exact(w.start+float64(steps)*w.dt), exact(w.dt))
}

// first is the day that a run starts on.
func (w *writer) first() reckon.Date {
	if w.c.AsOf != 0 {
		return w.c.AsOf
	}
	return w.c.From
}

// steps counts the steps from where a run starts to where the case ends.
func (w *writer) steps() int {
	from, until := w.first(), w.c.Until
	if from == 0 || until < from {
		w.note("the case does not say from when until when it runs, so the file runs for 100 steps")
		return 100
	}
	days := int(until - from)
	switch w.c.Step {
	case "week":
		return days / 7
	case "month", "year":
		each := 1
		if w.c.Step == "year" {
			each = 12
		}
		a, b := from.Time(), until.Time()
		months := 12*(b.Year()-a.Year()) + int(b.Month()) - int(a.Month())
		if months%each == 0 && b.Day() < a.Day() && b.AddDate(0, 0, 1).Month() == b.Month() {
			months--
		}
		return months / each
	}
	return days
}

// options writes what is on and off when a run starts.
func (w *writer) options() {
	read := reckon.State(0)
	for i := range w.c.Measures {
		read |= w.c.Measures[i].Is.Reads() | w.c.Measures[i].Next.Reads()
	}
	for i := range w.c.Options {
		if !read.Has(i) {
			continue
		}
		o := &w.c.Options[i]
		w.note(onConstant, o.Name)
		v := 0.0
		if w.c.Today().Has(i) {
			v = 1
		}
		w.variable("aux", o.Name, o.Title, "", exact(v), nil)
	}
}

func (w *writer) parameter(p *reckon.Parameter) {
	if p.Name == w.startAt || p.Name == stepName && w.ownStep {
		return
	}
	if p.Value.Uncertain() {
		w.note(onMiddle, p.Name)
	}
	w.variable("aux", p.Name, p.Title, p.Unit, exact(p.Value.Middle()), nil)
}

// table writes a lookup as a graphical function that is called by its name.
func (w *writer) table(l *reckon.Lookup) {
	kind := map[string]string{"line": "continuous", "extend": "extrapolate", "step": "discrete"}[l.Shape]
	fmt.Fprintf(&w.b, "\t\t\t<gf name=%q type=%q>\n", w.written[l.Name], kind)
	if l.Title != l.Name {
		w.line(4, "doc", l.Title)
	}
	w.line(4, "units", l.Unit)
	for k, tag := range []string{"xpts", "ypts"} {
		all := make([]string, len(l.Points))
		for i, p := range l.Points {
			all[i] = exact(p[k])
		}
		w.line(4, tag, strings.Join(all, ","))
	}
	w.b.WriteString("\t\t\t</gf>\n")
}

// variable writes one stock, flow or aux. Its title is its name where XMILE takes the
// two for the same, else its description.
func (w *writer) variable(kind, name, title, unit, eqn string, more [][2]string) {
	as := w.written[name]
	if as == "" {
		as = name
	}
	if key(title) == key(as) {
		as, title = title, ""
	}
	if title == name {
		title = ""
	}
	fmt.Fprintf(&w.b, "\t\t\t<%s name=\"%s\">\n", kind, escaped(as))
	w.line(4, "doc", title)
	w.line(4, "eqn", eqn)
	for _, m := range more {
		if m[0] == "non_negative" {
			w.b.WriteString("\t\t\t\t<non_negative/>\n")
			continue
		}
		w.line(4, m[0], m[1])
	}
	w.line(4, "units", unit)
	fmt.Fprintf(&w.b, "\t\t\t</%s>\n", kind)
}

// line writes an element that holds a text, unless there is none.
func (w *writer) line(depth int, tag, text string) {
	if text != "" {
		fmt.Fprintf(&w.b, "%s<%s>%s</%s>\n", strings.Repeat("\t", depth), tag, escaped(text), tag)
	}
}

func escaped(s string) string {
	var b bytes.Buffer
	_ = xml.EscapeText(&b, []byte(s)) // a buffer takes everything
	return b.String()
}

// exact writes a number so that reading it gives the same one.
func exact(v float64) string { return strconv.FormatFloat(v, 'g', -1, 64) }

// lost says what has no place in the file.
func (w *writer) lost() {
	for _, part := range []struct {
		n    int
		what string
	}{
		{len(w.c.Shocks), "shocks"},
		{len(w.c.Scenarios), "scenarios"},
		{len(w.c.Features), "what actors remember"},
		{len(w.c.Minds) + len(w.c.Readings), "minds and readings"},
		{len(w.c.Questions), "questions"},
	} {
		if part.n > 0 {
			w.note(onLost, part.what)
		}
	}
}

// calendarYear is the year that a run starts in, with its fraction, and how long a
// step is in years.
func (w *writer) calendarYear() (start, step float64) {
	first := w.first()
	if first == 0 {
		first = reckon.DateOf(time.Date(firstYear, time.January, 1, 0, 0, 0, 0, time.UTC))
	}
	t := first.Time()
	whole := time.Date(t.Year()+1, time.January, 1, 0, 0, 0, 0, time.UTC).Sub(time.Date(t.Year(), time.January, 1, 0, 0, 0, 0, time.UTC)).Hours()
	passed := t.Sub(time.Date(t.Year(), time.January, 1, 0, 0, 0, 0, time.UTC)).Hours()
	length := map[string]float64{"week": 7 / 365.2425, "month": 1.0 / 12, "year": 1}[w.c.Step]
	if length == 0 {
		length = 1 / 365.2425
	}
	return float64(t.Year()) + passed/whole, length
}
