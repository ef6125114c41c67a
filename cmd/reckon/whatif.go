package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"reckon"
	"reckon/outlook"
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
--set, --hold and --without take.`,
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
	for i := range w.Scenarios {
		contrastText(d, &w.Scenarios[i])
	}
	if w.Factorial != nil {
		factorialText(d, w.Factorial)
	}
	d.caveat(b)
	return nil
}

// contrastText tells what a scenario does to every question.
func contrastText(d *desk, c *outlook.Contrast) {
	d.print("")
	d.say("", c.Title+": "+c.Says+".")
	var rows [][]string
	for _, q := range c.Questions {
		rows = append(rows, []string{
			q.Name, percent(q.Base), reckon.Odds(q.P).String(), signed(q.By),
			signed(q.Range[0]) + " to " + signed(q.Range[1]), percent(q.Gained), percent(q.Lost),
		})
	}
	d.table([]string{"question", "else", "then", "points", "90%", "to yes", "to no"}, rows)
}

// signed writes a difference of shares in points, with its sign.
func signed(p float64) string { return fmt.Sprintf("%+.1f", 100*p) }

// factorialText tells what levers do by themselves and together.
func factorialText(d *desk, f *outlook.Factorial) {
	for _, q := range f.Questions {
		d.print("")
		d.say("", q.Name)
		var rows [][]string
		for _, e := range q.Effects {
			rows = append(rows, []string{strings.Join(e.Levers, " × "), signed(e.By), signed(e.Range[0]) + " to " + signed(e.Range[1])})
		}
		d.table([]string{"lever", "points", "90%"}, rows)
		d.say("  ", q.Says)
	}
	d.print("")
	d.say("  ", "points: for one lever, how far it moves the share of yes on average over all settings of the others; for several, how far their joint setting moves it beyond that.")
}
