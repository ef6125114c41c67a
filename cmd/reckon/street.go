package main

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"reckon/arena"
	"reckon/arena/street"
)

// streetAsked is what is asked of the grid of civil violence.
type streetAsked struct {
	model, preset          string
	switches               []string
	number, runs, ticks    int
	seed                   uint64
	experiment             bool
	over                   int
	to, legitimacy         float64
	cops, imported, vision float64
	nerve                  float64
	set                    func(string) bool // whether a flag was given
}

func streetVerb() verb {
	ask := streetAsked{}
	return verb{
		use:   "street CASE | --model epstein [--preset PRESET] [--switch NAME=WORD]",
		short: "Show how a public rises and tires; civil violence on a grid",
		long: `Shows every street of a case as it stands on the as-of date: where turnout comes
to rest, how far it is from a jump, and how long strikers last.

With --model epstein, without a case: Epstein's civil violence (2002) on a grid,
so many runs, and what outbursts they had, with 95% intervals. The printed rules
leave much open, and every tool fills it in otherwise; a preset is one tool's
reading, a switch one choice. As printed there are no outbursts at all, and no
reading gives the paper's waits of 60 ± 55: docs/replication.md.

--experiment compares a fall of legitimacy at once and step by step, with the
same draws. Epstein's jump does not come out of his printed rules. Sites of the
grid are no places, units no persons.

Switches, the default (paper) first:
` + streetSwitchList(),
		example: `  reckon street forces
  reckon street --model epstein --preset netlogo -n 3 --ticks 300
  reckon street --model epstein --switch risk=floor --cops 0.03 -n 3 --ticks 300
  reckon street --model epstein --experiment --over 70 -n 3 --json`,
		args: cobra.MaximumNArgs(1),
		flags: func(f *pflag.FlagSet) {
			f.StringVar(&ask.model, "model", "", "epstein: civil violence on a grid, without a case")
			f.StringVar(&ask.preset, "preset", "paper", "paper, netlogo or mesa")
			f.StringArrayVar(&ask.switches, "switch", nil, "set a switch, `NAME=WORD` (repeat)")
			f.IntVar(&ask.number, "run", 2, "a run of the paper, 1 to 8")
			f.IntVarP(&ask.runs, "runs", "n", 10, "how many runs")
			f.IntVar(&ask.ticks, "ticks", 0, "how long (default: the paper's)")
			f.Uint64Var(&ask.seed, "seed", 1, "seed of all draws")
			f.Float64Var(&ask.legitimacy, "legitimacy", 0, "legitimacy of the rule, 0 to 1")
			f.Float64Var(&ask.cops, "cops", 0, "own forces a site, 0 to 1")
			f.Float64Var(&ask.imported, "imported", 0, "imported forces a site; they never defect")
			f.Float64Var(&ask.vision, "vision", 0, "how far citizens see; a blackout shortens it")
			f.Float64Var(&ask.nerve, "nerve", 0, "how readily forces defect, with cops=defecting")
			f.BoolVar(&ask.experiment, "experiment", false, "compare a sudden with a gradual fall of legitimacy")
			f.Float64Var(&ask.to, "to", 0.7, "what legitimacy falls to")
			f.IntVar(&ask.over, "over", 50, "steps of the gradual fall")
			ask.set = func(name string) bool { return f.Changed(name) }
		},
		run: func(d *desk, args []string) error {
			switch {
			case ask.experiment && ask.model == "":
				ask.model = "epstein"
			case ask.model == "" && len(args) == 1:
				return arenas(d, args[0], "street")
			}
			switch {
			case ask.model == "":
				return fmt.Errorf("street takes a case, or --model epstein\nSee: reckon street --help")
			case ask.model != "epstein":
				return fmt.Errorf("there is no model %q; models: epstein", ask.model)
			case len(args) > 0:
				return fmt.Errorf("--model epstein takes no case")
			}
			return streetOf(d, &ask)
		},
		offers: func(*desk) map[string]func([]string) []string {
			return map[string]func([]string) []string{
				"model":  func([]string) []string { return []string{"epstein"} },
				"preset": func([]string) []string { return plainWords(streetPresets) },
				"switch": func([]string) []string { return streetSwitches() },
			}
		},
	}
}

var streetPresets = []street.Rule{street.Paper, street.NetLogo, street.Mesa}

// named is a word of the grid's rules as NAME=WORD: the name is what all words of
// its switch begin with, or "turn" where they do not.
func named(r street.Rule) string {
	first, rest, _ := strings.Cut(string(r), " ")
	for _, other := range r.Switch() {
		if !strings.HasPrefix(string(other), first+" ") {
			return "turn=" + flagged(string(r))
		}
	}
	return first + "=" + flagged(rest)
}

// streetSwitches is every switch with every word, in the paper's order.
func streetSwitches() (all []string) {
	for _, r := range street.Paper.Words() {
		for _, w := range r.Switch() {
			all = append(all, named(w))
		}
	}
	return all
}

// streetSwitchList is the switches as the help shows them.
func streetSwitchList() string {
	var lines []string
	for _, r := range street.Paper.Words() {
		name, _, _ := strings.Cut(named(r), "=")
		var words []string
		for _, w := range r.Switch() {
			_, word, _ := strings.Cut(named(w), "=")
			words = append(words, word)
		}
		lines = append(lines, "  "+name+"="+strings.Join(words, " | "))
	}
	return strings.Join(lines, "\n")
}

// inputs are those of the paper's run with what was asked for put in.
func (ask *streetAsked) inputs() (street.Unrest, error) {
	var none street.Unrest
	if !slices.Contains(streetPresets, street.Rule(ask.preset)) {
		return none, fmt.Errorf("there is no preset %q; presets: %s", ask.preset, strings.Join(plainWords(streetPresets), ", "))
	}
	if ask.number < 1 || ask.number > 8 {
		return none, fmt.Errorf("the paper has no run %d; there are 1 to 8", ask.number)
	}
	number := ask.number
	if ask.experiment && !ask.set("run") {
		number = 4
	}
	u := street.Rule(ask.preset).Run(number)
	u.Runs, u.Seed = ask.runs, ask.seed
	if ask.set("ticks") {
		u.Ticks = ask.ticks
	}
	for _, s := range ask.switches {
		k := slices.IndexFunc(streetSwitches(), func(w string) bool { return strings.EqualFold(w, s) })
		if k < 0 {
			return none, noSwitch(s, streetSwitches())
		}
		u.Rules = append(u.Rules, streetWords()[k])
	}
	ask.change(&u)
	if u.To != nil {
		to := *u.To
		legitimacy, cops := to.Legitimacy, to.Cops
		ask.change(&to)
		if number == 5 {
			to.Cops = cops // what the run is about
		} else {
			to.Legitimacy = legitimacy
		}
		u.To = &to
	}
	if ask.experiment {
		to := u
		to.Legitimacy, to.To = ask.to, nil
		u.To, u.Over = &to, ask.over
	}
	return u, nil
}

// streetWords are the rules in the order of streetSwitches.
func streetWords() (all []street.Rule) {
	for _, r := range street.Paper.Words() {
		all = append(all, r.Switch()...)
	}
	return all
}

// change puts in the numbers that were given.
func (ask *streetAsked) change(u *street.Unrest) {
	for name, to := range map[string]struct{ from, into *float64 }{
		"legitimacy": {&ask.legitimacy, &u.Legitimacy}, "cops": {&ask.cops, &u.Cops}, "imported": {&ask.imported, &u.Imported},
		"vision": {&ask.vision, &u.Vision}, "nerve": {&ask.nerve, &u.Nerve},
	} {
		if ask.set(name) {
			*to.into = *to.from
		}
	}
}

// streetOf runs the grid and shows what came of it.
func streetOf(d *desk, ask *streetAsked) error {
	u, err := ask.inputs()
	if err != nil {
		return err
	}
	report, total, base := d.progress("street", time.Now()), u.Runs, 0
	if ask.experiment {
		total *= 2
	}
	u.Heard = func(runs int) {
		report("runs", base+runs, total)
		if runs == u.Runs {
			base += runs
		}
	}
	var outs []street.Outbreaks
	var faults arena.Faults
	if ask.experiment {
		var sudden, gradual, difference street.Outbreaks
		sudden, gradual, difference, faults = u.Compare()
		outs = []street.Outbreaks{sudden, gradual, difference}
	} else {
		var one street.Outbreaks
		one, faults = u.Outbreaks()
		outs = []street.Outbreaks{one}
	}
	d.wipe()
	if len(faults) > 0 {
		var lines []string
		for _, f := range faults {
			lines = append(lines, f.At+" "+f.Message)
		}
		return fmt.Errorf("%s", strings.Join(lines, "\n"))
	}
	r := streetTold(&u, ask, outs)
	if d.json {
		return d.encode(r)
	}
	d.street(r)
	return nil
}
