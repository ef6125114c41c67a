package xmile

import (
	"fmt"
	"math"
	"path"
	"slices"
	"strings"
	"time"

	"reckon"
)

// Read reads an XMILE file as a case without actors: stocks, flows and auxiliaries
// are its measures and parameters, graphical functions its lookups, and one step of
// the case is one dt of the model. The file name gives the case its name. Read never
// fails: what is wrong, or not covered, stands in the diagnostics, and the case is
// then the best that could be made of the file. Its cost is linear in the size of
// the model with arrays, modules and macros written out, which is bounded.
//
// The format is that of [oasis2015].
func Read(name string, text []byte) (*reckon.Case, []reckon.Diagnostic) {
	r := &reader{name: name}
	c := &reckon.Case{Name: caseName(name), At: reckon.Range{File: name}}
	top, wrong := grow(name, text)
	if wrong != nil {
		return c, []reckon.Diagnostic{*wrong}
	}
	root := top.first("xmile")
	if root == nil {
		r.add(reckon.Error, "not-xmile", reckon.Range{File: name}, "This is not an XMILE file", "Its outermost element is not <xmile>. Export the model as XMILE from the program that wrote it.")
		return c, r.found
	}
	f := r.file(root)
	c.Title, c.At = f.title, root.at
	b := &builder{reader: r, f: f, c: c, names: names{stepName: 1}, known: builtins()}
	if f.models[""] == nil {
		r.add(reckon.Error, "not-xmile", root.at, "This file holds no model", "It has no <model>.")
		return c, r.found
	}
	b.calendar()
	c.Parameters = append(c.Parameters, reckon.Parameter{Name: stepName, Title: "Length of a step", Unit: f.unit, Value: reckon.Exactly(f.dt), At: root.at})
	b.whole = b.declare(f.models[""], "", nil, 0)
	b.tables(b.whole)
	b.build(b.whole)
	if len(b.whole.order)+len(b.whole.inner) == 0 {
		r.add(reckon.Error, "not-xmile", root.at, "This model has no variables", "Its <model> holds no <stock>, <flow> or <aux>. Export the model as XMILE from the program that wrote it.")
	}
	b.timekeeping()
	if n := len(c.Measures) + len(c.Parameters) + len(c.Lookups); n > maxSlots {
		r.add(reckon.Error, "too-large", root.at, "The model is too large for a case", fmt.Sprintf("With arrays, macros and delays written out it has %d measures, parameters and tables; a case has %d at most. Use smaller dimensions.", n, maxSlots))
		return c, r.found
	}
	b.settle()
	slices.SortStableFunc(r.found, func(x, y reckon.Diagnostic) int { return x.At.Start.Byte - y.At.Start.Byte })
	return c, r.found
}

// caseName makes the name of a case of that of a file.
func caseName(file string) string {
	base := path.Base(strings.ReplaceAll(file, `\`, "/"))
	return strings.ReplaceAll(reckonName(strings.TrimSuffix(base, path.Ext(base))), "_", "-")
}

// units says which step a time unit makes.
var units = map[string]string{"day": "day", "week": "week", "month": "month", "mo": "month", "year": "year", "yr": "year"}

// firstYear is when a model begins whose own time is not in calendar years.
const firstYear = 2000

// calendar lays the model's clock on days, since every run has dates: a step for
// each dt, of the model's own unit where dt is one unit.
func (b *builder) calendar() {
	unit, known := units[strings.TrimSuffix(key(b.f.unit), "s")]
	steps := int(math.Round((b.f.stop - b.f.start) / b.f.dt))
	year := firstYear
	step := "day"
	if known && b.f.dt == 1 {
		step = unit
	}
	if step == "year" && b.f.start == math.Trunc(b.f.start) && b.f.start >= 1 && b.f.start < 9000 {
		year = int(b.f.start)
	}
	ends := func() time.Time {
		from := time.Date(year, time.January, 1, 0, 0, 0, 0, time.UTC)
		switch step {
		case "year":
			return from.AddDate(steps, 0, 0)
		case "month":
			return from.AddDate(0, steps, 0)
		case "week":
			return from.AddDate(0, 0, 7*steps)
		}
		return from.AddDate(0, 0, steps)
	}
	if ends().Year() > 9999 && step != "day" {
		step, year = "day", firstYear
	}
	b.c.Step = step
	b.c.From = reckon.DateOf(time.Date(year, time.January, 1, 0, 0, 0, 0, time.UTC))
	b.c.AsOf = b.c.From
	if end := ends(); end.Year() <= 9999 {
		b.c.Until = reckon.DateOf(end)
	} else {
		b.c.Until = reckon.DateOf(time.Date(9999, time.December, 31, 0, 0, 0, 0, time.UTC))
		b.add(reckon.Warning, "long-clock", b.f.at, "The model runs for longer than there are dates", fmt.Sprintf("It has %d steps; the case ends in the year 9999. Give it a later start or a larger dt.", steps))
	}
	if !known || b.f.dt != 1 {
		b.add(reckon.Note, "steps-as-days", b.f.at, "The dates of this case only count steps",
			fmt.Sprintf("One step is %s, for which the case language has no word, so every step is shown as one day from %s on.", inUnits(b.f.dt, b.f.unit), b.c.From))
	}
}

func inUnits(dt float64, unit string) string {
	if unit == "" {
		unit = "time units"
	}
	return fmt.Sprintf("%g %s", dt, strings.ToLower(unit))
}

// timekeeping adds the measure of the model's time, if anything reads it.
func (b *builder) timekeeping() {
	if b.clock == "" {
		return
	}
	at := b.f.at
	leaf := func(op reckon.Op, name string) reckon.Expr { return reckon.Expr{Op: op, Name: name, At: at} }
	b.c.Parameters = slices.Insert(b.c.Parameters, 0, reckon.Parameter{Name: b.first, Title: "Start time", Unit: b.f.unit, Value: reckon.Exactly(b.f.start), At: at})
	passed := reckon.Expr{Op: "*", Args: []reckon.Expr{leaf("call", "time"), leaf("measure", stepName)}, At: at}
	b.c.Measures = slices.Insert(b.c.Measures, 0, reckon.Measure{
		Name: b.clock, Title: "Time of the model", Unit: b.f.unit, Low: math.Inf(-1), High: math.Inf(1), At: at,
		Is: reckon.Expr{Op: "+", Args: []reckon.Expr{leaf("measure", b.first), passed}, At: at},
	})
}

// sorted lists the keys of a map in order.
func sorted[V any](m map[string]V) []string {
	var keys []string
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
