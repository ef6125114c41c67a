package xmile

import (
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"

	"reckon"
	"reckon/lang"
)

// Text writes a case of measures, parameters and lookups alone, as Read gives it, in
// the case language. Loading the text gives the same numbers at every step. A case
// that holds more is refused: it is case text already.
func Text(c *reckon.Case) ([]byte, error) {
	if len(c.Actors)+len(c.Readings)+len(c.Sources)+len(c.Record)+len(c.Questions)+len(c.Shocks)+len(c.Features)+len(c.Scenarios)+len(c.Observations) > 0 {
		return nil, errors.New("this is a whole case, and is case text already; only a system dynamics model, such as a .xmile or .stmx file, can be written so")
	}
	var b strings.Builder
	fmt.Fprintf(&b, "case %s {\n", quoted(c.Name))
	line(&b, "title", c.Title)
	for _, d := range []struct {
		name string
		day  reckon.Date
	}{{"as_of", c.AsOf}, {"from", c.From}, {"until", c.Until}} {
		if d.day != 0 {
			fmt.Fprintf(&b, "%s = %q\n", d.name, d.day)
		}
	}
	line(&b, "step", c.Step)
	b.WriteString("}\n")
	for i := range c.Parameters {
		p := &c.Parameters[i]
		fmt.Fprintf(&b, "\nparameter %s {\n", quoted(p.Name))
		named(&b, p.Name, p.Title, p.Unit)
		fmt.Fprintf(&b, "value = %s\n}\n", spreadText(c, &p.Value))
	}
	for i := range c.Lookups {
		writeLookup(&b, &c.Lookups[i])
	}
	for i := range c.Measures {
		writeMeasure(&b, c, &c.Measures[i])
	}
	text, found := lang.Format("case.hcl", []byte(b.String()))
	if len(found) > 0 {
		return nil, fmt.Errorf("an equation is too deep for case text (%s, line %d of it); split it into several", found[0].Summary, found[0].At.Start.Line)
	}
	return text, nil
}

// line writes a text, unless there is none.
func line(b *strings.Builder, name, text string) {
	if text != "" {
		fmt.Fprintf(b, "%s = %s\n", name, quoted(text))
	}
}

func named(b *strings.Builder, name, title, unit string) {
	if title != name {
		line(b, "title", title)
	}
	line(b, "unit", unit)
}

func writeLookup(b *strings.Builder, l *reckon.Lookup) {
	fmt.Fprintf(b, "\nlookup %s {\n", quoted(l.Name))
	named(b, l.Name, l.Title, l.Unit)
	if l.Shape != "line" {
		line(b, "shape", l.Shape)
	}
	b.WriteString("points = [")
	for i, p := range l.Points {
		if i > 0 {
			b.WriteString(", ")
		}
		fmt.Fprintf(b, "[%s, %s]", plainNumber(p[0]), plainNumber(p[1]))
	}
	b.WriteString("]\n}\n")
}

func writeMeasure(b *strings.Builder, c *reckon.Case, m *reckon.Measure) {
	fmt.Fprintf(b, "\nmeasure %s {\n", quoted(m.Name))
	named(b, m.Name, m.Title, m.Unit)
	if !math.IsInf(m.Low, 0) {
		fmt.Fprintf(b, "low = %s\n", plainNumber(m.Low))
	}
	if !math.IsInf(m.High, 0) {
		fmt.Fprintf(b, "high = %s\n", plainNumber(m.High))
	}
	if m.Start.Stated() {
		fmt.Fprintf(b, "start = %s\n", spreadText(c, &m.Start))
	}
	if m.Is.Op != "" {
		fmt.Fprintf(b, "is = %s\n", lang.Written(c, &m.Is))
	}
	if m.Next.Op != "" {
		fmt.Fprintf(b, "next = %s\n", lang.Written(c, &m.Next))
	}
	if m.Noise.Stated() {
		fmt.Fprintf(b, "noise = %s\n", spreadText(c, &m.Noise))
	}
	b.WriteString("}\n")
}

// spreadText writes a spread as case text does.
func spreadText(c *reckon.Case, s *reckon.Spread) string {
	return s.Text(func(x *reckon.Expr) string { return lang.Written(c, x) })
}

// plainNumber writes a number so that reading it gives the same one.
func plainNumber(v float64) string {
	s := strconv.FormatFloat(v, 'f', -1, 64)
	if len(s) > 21 {
		return strconv.FormatFloat(v, 'g', -1, 64)
	}
	return s
}

// quoted writes a text in quotes as case text reads it.
func quoted(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`, "\r", `\r`, "\t", `\t`, "${", "$${", "%{", "%%{").Replace(s) + `"`
}
