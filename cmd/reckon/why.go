package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"reckon"
	"reckon/causes"
	"reckon/workbench"
)

func whyVerb() verb {
	var r running
	var ask workbench.WhySettings
	return verb{
		use:   "why CASE --question NAME",
		short: "Ask what the answer to a question comes from",
		long: `Takes what can happen out of the runs, one thing at a time, with all other
draws the same, and sees which answers change: the courses, shocks, changes of
mind and memories that the answer needs. The most common ways to yes are told
event by event, each with the want it serves and the sources of that want.

Then the uncertain numbers that the answer hangs on, as shares of its variance,
chance within a run beside them; and what to watch for in the next weeks,
because it would tell the readings apart.`,
		example: `  reckon why cases/supreme-leader --question us-strike-by-june
  reckon why cases/supreme-leader --question talks-by-april --quick
  reckon why cases/supreme-leader --question office-by-year-end --json`,
		args: cobra.ExactArgs(1),
		flags: func(f *pflag.FlagSet) {
			f.StringVarP(&ask.Question, "question", "q", "", "the `name` of the question")
			r.flags(f, 1000)
			f.IntVar(&ask.Points, "points", 1024, "points of the design, a power of two")
			f.IntVar(&ask.Ahead, "ahead", 31, "days within which to watch")
			f.BoolVar(&ask.Quick, "quick", false, "leave the uncertain numbers out")
		},
		offers: func(d *desk) map[string]func([]string) []string {
			offers := runOffers(d)
			offers["question"] = func(args []string) []string {
				var names []string
				if len(args) > 0 {
					if b, err := workbench.Open(args[0]); err == nil {
						for _, q := range b.Case.Questions {
							names = append(names, q.Name)
						}
					}
				}
				return names
			}
			return offers
		},
		run: func(d *desk, args []string) error { return askWhy(d, args[0], r, ask) },
	}
}

func askWhy(d *desk, path string, r running, ask workbench.WhySettings) error {
	if err := r.settle(d, "why"); err != nil {
		return err
	}
	b, err := d.open(path)
	if err != nil {
		return err
	}
	ctx, stop := interruptible()
	defer stop()
	w, err := b.Why(ctx, r.set, ask)
	if err != nil {
		return d.failed(b, err)
	}
	if d.json {
		return d.encode(w)
	}
	d.print("%s", d.bold(heading(b.Case.Title, b.Case.Name, b.Case.AsOf)))
	d.say("", w.Ask)
	d.say("", fmt.Sprintf("%s on %s of each reading, seed %d. %s", capital(reckon.Odds(w.P).String()), count(w.Runs, "run"), w.Seed, w.Weights))
	causeText(d, w.Causes)
	for _, t := range w.Told {
		chainText(d, &t)
	}
	driverText(d, w.Drivers)
	signalText(d, w)
	d.caveat(b)
	return nil
}

// mostCauses is how many causes are listed; JSON has all.
const mostCauses = 12

func causeText(d *desk, all []causes.Cause) {
	var rows [][]string
	for _, c := range all {
		if len(rows) < mostCauses && (c.Needed > 0 || c.Hindered > 0) {
			seen := "–"
			if c.Kind == "course" {
				seen = ofRuns(*c.Seen)
			}
			rows = append(rows, []string{c.Title, seen, ofRuns(c.Needed), ofRuns(c.Hindered), reckon.Odds(c.P).String()})
		}
	}
	d.print("")
	if rows == nil {
		d.say("", "Nothing that can be taken out of the runs changes any answer.")
		return
	}
	d.table([]string{"without", "seen", "needed", "hinders", "then"}, rows)
	d.say("  ", "seen: share of the runs with yes in which it is taken up. needed: share of these that are no without it. hinders: share of the runs with no that are yes without it. then: how likely a yes is without it.")
}

func chainText(d *desk, t *workbench.Told) {
	d.print("")
	one := fmt.Sprintf("run %d", t.Run)
	if t.Reading != "" {
		one = t.Reading + ", " + one
	}
	if len(t.Links) == 0 {
		d.say("", fmt.Sprintf("In %s of the runs with yes no single event is needed: whatever one leaves out, it comes about another way.", ofRuns(t.Share)))
		return
	}
	d.say("", fmt.Sprintf("In %s of the runs with yes the same is needed. One of them (%s):", ofRuns(t.Share), one))
	for _, l := range t.Links {
		text := fmt.Sprintf("%s  %s. %s", l.Date, l.Says, l.Because)
		if len(l.Sources) > 0 {
			text += " [" + strings.Join(l.Sources, ", ") + "]"
		}
		d.say("  ", strings.TrimSpace(text))
	}
}

// driverText tells which uncertain numbers an answer hangs on.
func driverText(d *desk, all *causes.Drivers) {
	if all == nil {
		return
	}
	var rows [][]string
	idle := 0
	for i := range all.Inputs {
		in := &all.Inputs[i]
		if idles(in) {
			idle++
			continue
		}
		screen := "–"
		if in.Screen != nil {
			screen = reckon.Points(in.Screen.Mu)
		}
		rows = append(rows, []string{
			in.Title, fmt.Sprintf("%.2f", in.First.Value), fmt.Sprintf("%.2f [%.2f, %.2f]", in.Total.Value, in.Total.Low, in.Total.High), screen,
		})
	}
	d.print("")
	if len(rows) == 0 {
		d.say("", fmt.Sprintf("The answer was the same on all %d points: it hangs on nothing that is uncertain.", all.Points))
		return
	}
	d.say("", fmt.Sprintf("What it hangs on, of %s and chance:", count(len(all.Inputs)-1, "uncertain number")))
	d.table([]string{"uncertain", "alone", "with others", "points"}, rows[:min(len(rows), mostCauses)])
	if idle > 0 {
		d.say("  ", fmt.Sprintf("%s made no difference at all.", capital(count(idle, "other"))))
	}
	d.say("  ", "alone, with others: share of the variance of the answer over runs, by itself and in all that it takes part in (Sobol), 90% in brackets. points: how far the share of yes moves when it goes from the low to the high end of what it may be (Morris). Shares a little below 0 or above 1 are errors of the estimate.")
}

// idles reports whether an uncertain number changed nothing.
func idles(in *causes.Driver) bool {
	return in.First.Value == 0 && in.Total.Value == 0 && (in.Screen == nil || in.Screen.MuStar == 0)
}

// mostSignals is how many things to watch are told; JSON has all.
const mostSignals = 5

func signalText(d *desk, w *workbench.Why) {
	if len(w.Readings) < 2 {
		return
	}
	d.print("")
	if len(w.Signals) == 0 {
		d.say("", "Nothing within that time would tell the readings apart.")
		return
	}
	d.say("", fmt.Sprintf("What to watch until %s, since it would tell the readings apart:", w.Signals[0].By))
	told := map[string]bool{}
	for _, s := range w.Signals {
		if told[s.Name] || len(told) == mostSignals { // begun and ended say much the same
			continue
		}
		told[s.Name] = true
		var parts []string
		for r, p := range s.P {
			parts = append(parts, fmt.Sprintf("%s %s", w.Readings[r].Name, reckon.Odds(p)))
		}
		d.say("  ", fmt.Sprintf("%s: %s (%.3f bits)", s.Title, s.What, s.Bits))
		d.say("    ", strings.Join(parts, "; "))
	}
	d.say("  ", "bits: what seeing whether it happens is expected to tell about which reading is right; 1 bit settles it between two that are as likely.")
}
