package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"reckon"
	"reckon/outlook"
	"reckon/workbench"
)

func whatifVerb() verb {
	var r running
	var levers []string
	return verb{
		use:   "whatif CASE",
		short: "Compare scenarios run by run, or combine levers",
		long: `Sets scenarios beside what is expected else. Both sides share every random draw
that they can, so a difference has a far smaller error than either side: of each
it says in how many runs the answer turns to yes, and in how many to no.

With --lever, up to six levers are combined in every way: what each does by
itself on average, what pairs and more do beyond that, and whether all together
do more than the sum of each alone. A lever is the name of a scenario, or what
--set, --hold and --without take. Those flags themselves change both sides.`,
		example: `  reckon whatif cases/supreme-leader
  reckon whatif cases/supreme-leader --scenario relief --json
  reckon whatif CASE --lever +washington.sanction --lever +street.rise
  reckon whatif CASE --lever price=40 --lever "without memory"`,
		args: cobra.ExactArgs(1),
		flags: func(f *pflag.FlagSet) {
			r.flags(f, 2000)
			f.StringArrayVar(&levers, "lever", nil, "a `change` to combine with others; up to six")
		},
		offers: runOffers,
		run:    func(d *desk, args []string) error { return whatif(d, args[0], r, levers) },
	}
}

func whatif(d *desk, path string, r running, levers []string) error {
	if err := r.settle(d, "whatif"); err != nil {
		return err
	}
	b, err := d.open(path)
	if err != nil {
		return err
	}
	// What --scenario names is compared; what else is changed holds on both sides.
	scenarios := r.set.Changes.Scenarios
	if len(levers) == 0 {
		r.set.Changes.Scenarios = nil
	}
	ctx, stop := interruptible()
	defer stop()
	w, err := b.WhatIf(ctx, r.set, scenarios, levers)
	if err != nil {
		return d.failed(b, err)
	}
	if d.json {
		return d.encode(w)
	}
	d.print("%s", d.bold(heading(b.Case.Title, b.Case.Name, b.Case.AsOf)))
	d.say("", fmt.Sprintf("%s of each reading, seed %d. %s", count(w.Runs, "run"), w.Seed, w.Weights))
	if w.Base != "" {
		d.say("", "On both sides: "+w.Base+".")
	}
	if w.Factorial != nil {
		factorialText(d, w.Factorial)
	}
	for i := range w.Scenarios {
		contrastText(d, w, &w.Scenarios[i])
	}
	if len(w.Scenarios) > 0 {
		d.print("")
		d.say("  ", "points: how far the share of runs with yes moves; in brackets the interval of 90%, for the number of runs alone.")
	}
	if len(w.Numbers) > 0 {
		d.print("")
		d.say("", "Not compared, since they ask for a number: "+strings.Join(w.Numbers, ", ")+". See them with reckon run and the same changes.")
	}
	d.caveat(b)
	return nil
}

// contrastText tells what a scenario does to the questions it does anything to.
func contrastText(d *desk, w *workbench.WhatIf, c *outlook.Contrast) {
	d.print("")
	d.print("%s", d.bold(fmt.Sprintf("%s: %s.", c.Title, c.Says)))
	var same, blurred []string
	for i := range c.Questions {
		switch q := &c.Questions[i]; {
		case q.Gained == 0 && q.Lost == 0:
			same = append(same, q.Name)
		case within(q.Range):
			blurred = append(blurred, q.Name)
		default:
			differenceText(d, w, c, i)
		}
	}
	if len(blurred) > 0 {
		d.say("  ", "Too little to tell from chance: "+strings.Join(blurred, ", ")+".")
	}
	switch {
	case len(same) == len(c.Questions):
		d.say("  ", "Not one run answers any question otherwise.")
	case len(same) > 0:
		d.say("  ", "Not one run answers otherwise: "+strings.Join(same, ", ")+".")
	}
}

// within reports whether an interval holds 0.
func within(span [2]float64) bool { return span[0] <= 0 && span[1] >= 0 }

// differenceText tells what a scenario does to one question.
func differenceText(d *desk, w *workbench.WhatIf, c *outlook.Contrast, question int) {
	q := &c.Questions[question]
	d.say("  ", q.Ask)
	d.say("    ", fmt.Sprintf("%s without it, %s with it: %s points (%s to %s).",
		capital(reckon.Odds(q.Base).String()), reckon.Odds(q.P), reckon.Points(q.By), reckon.Points(q.Range[0]), reckon.Points(q.Range[1])))
	d.say("    ", fmt.Sprintf("Of all runs, %s turn to yes and %s to no.", ofRuns(q.Gained), ofRuns(q.Lost)))
	if len(q.Readings) > 1 {
		var parts []string
		for r, by := range q.Readings {
			parts = append(parts, w.Readings[r].Name+" "+reckon.Points(by))
		}
		d.say("    ", "By reading: "+strings.Join(parts, ", ")+".")
	}
}

// factorialText tells what levers do by themselves and together.
func factorialText(d *desk, f *outlook.Factorial) {
	d.print("")
	for k, name := range f.Levers {
		if f.Says[k] != name {
			d.say("", name+": "+f.Says[k]+".")
		}
	}
	var idle []string
	for _, q := range f.Questions {
		var rows [][]string
		told := false
		for _, e := range q.Effects {
			told = told || !within(e.Range)
			rows = append(rows, []string{strings.Join(e.Levers, " × "), reckon.Points(e.By), reckon.Points(e.Range[0]) + " to " + reckon.Points(e.Range[1])})
		}
		if !told {
			idle = append(idle, q.Name)
			continue
		}
		d.print("")
		d.say("", q.Ask)
		d.table([]string{"lever", "points", "90%"}, rows)
		d.say("  ", q.Says)
	}
	if len(idle) > 0 {
		d.print("")
		d.say("", "No lever can be told from chance: "+strings.Join(idle, ", ")+".")
	}
	d.print("")
	d.say("  ", "points: for one lever, how far it moves the share of yes on average over all settings of the others; for several, how far their joint setting moves it beyond that. 90%: the interval, for the number of runs alone.")
}
