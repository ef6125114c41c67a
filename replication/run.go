package replication

import (
	"context"
	"fmt"
	"strconv"

	"reckon"
	"reckon/experiment"
	"reckon/lang"
	"reckon/mind"
	"reckon/sim"
)

// runs is how many runs estimate an answer: the standard error of a share is then
// 0.003 at most.
const runs = 1 << 15

// loaded reads a case. One that does not load is our bug.
func loaded(name string, files lang.Files) *reckon.Case {
	c, found := lang.Load(files)
	for _, d := range found {
		if d.Severity == reckon.Error {
			panic(fmt.Sprintf("replication: %s: %s", name, d.Summary))
		}
	}
	return c
}

// day is the day on which a case is after so many daily steps.
func day(steps int) reckon.Date {
	start, err := reckon.ParseDate("2026-01-01")
	if err != nil {
		panic("replication: " + err.Error())
	}
	return start + reckon.Date(steps)
}

// timed reads a case of so many daily steps from the text of what moves in it.
func timed(steps int, text string) *reckon.Case {
	head := fmt.Sprintf("case \"x\" {\n  as_of = %[1]q\n  from = %[1]q\n  until = %[2]q\n  step = \"day\"\n}\n", day(0).String(), day(steps).String())
	return loaded("a case of ours", lang.Files{"case.hcl": []byte(head + text)})
}

// asked adds to the text of a case a question over all of its steps.
func asked(steps int, name, when string) string {
	return fmt.Sprintf("question %q {\n  closes = \"%vT23:00:00Z\"\n  when = %s\n}\n", name, day(steps), when)
}

// modelled makes a case ready to run under one of its scenarios, or none.
func modelled(c *reckon.Case, scenario string) *sim.Model {
	set := sim.Settings{}
	for _, s := range c.Scenarios {
		if s.Name == scenario {
			set.Scenario = s
		}
	}
	m, err := sim.New(c, nil, set)
	if err != nil {
		panic("replication: " + err.Error())
	}
	return m
}

// walked makes one run, and returns what a measure is at a step of it.
func walked(c *reckon.Case, scenario string) func(measure string, step int) float64 {
	path, _, err := modelled(c, scenario).Trace(1, 0)
	if err != nil {
		panic("replication: " + err.Error())
	}
	return func(measure string, step int) float64 { return path.Values[c.Measure(measure)][step] }
}

// tallied makes the runs of a case.
func tallied(c *reckon.Case) *sim.Tally {
	t, err := modelled(c, "").Run(context.Background(), sim.Job{Seed: 1, To: runs})
	if err != nil {
		panic("replication: " + err.Error())
	}
	return t
}

// minded compiles the minds of a case.
func minded(c *reckon.Case) *mind.Minds {
	m, err := mind.New(c, nil, nil)
	if err != nil {
		panic("replication: " + err.Error())
	}
	return m
}

// shareOf estimates the chance of what so many runs had.
func shareOf(hits, of int) experiment.Estimate {
	return experiment.Proportion{Hits: hits, Of: of}.Wilson()
}

// places compares numbers by so many places.
func places(of, answer, source string, published, ours float64, n int) Row {
	return row(of, answer, source, fixed(published, n), fixed(ours, n))
}

// within compares a number with one that steps put off by a bounded amount.
func within(of, answer, source string, published, ours, bound float64) Row {
	r := Row{Of: of, Answer: answer, Source: source, Published: fixed(published, 5), Ours: fmt.Sprintf("%s within %.5f", fixed(ours, 5), bound), Verdict: Misses}
	if off := ours - published; max(off, -off) <= bound {
		r.Verdict = Agrees
	}
	return r
}

func fixed(x float64, places int) string { return signed(strconv.FormatFloat(x, 'f', places, 64)) }

func count(n int) string { return strconv.Itoa(n) }
