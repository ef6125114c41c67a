package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"reckon/arena"
	"reckon/arena/council"
	"reckon/disk"
)

// mostRounds is as many as package council plays.
const mostRounds = 10000

// councilAsked is what is asked of a table.
type councilAsked struct {
	name, as, model string
	switches        []string
	rounds          int
	turns, levers   bool
	line            []float64
	spatial         council.SpatialRules
	challenge       council.ChallengeRules
}

func councilVerb() verb {
	var ask councilAsked
	return verb{
		use:   "council CASE|FILE.csv|FILE.xml [--model MODEL] [--switch NAME=WORD]",
		short: "Forecast what elites who bargain settle on, models side by side",
		long: `Shows what a council of a case, or a file of KTAB (CSV or XML), comes to: mean
and median weighted by power and salience, the spatial model of politics and the
group decision model side by side; then, of the model asked for, who moved whom
and why, where all stand turn by turn, how often each seat would turn a vote,
and what moves the mean. Positions and saliences run from 0 to 100.

Nothing is known to forecast better than the weighted mean: models are for
paths, pivots and what-ifs.

KTAB lends the weight of third parties to the side they dislike. Here that is
mended, and what it changes is shown; --as ktab computes as KTAB does.

Every ambiguity of the published models is a switch, the default first:
` + councilSwitchList(),
		example: `  reckon council forces
  reckon council forces --model challenge --switch compromise=LeastMove
  reckon council table.csv --turns --line 40
  reckon council table.csv --as ktab --json`,
		args: cobra.ExactArgs(1),
		flags: func(f *pflag.FlagSet) {
			f.StringVar(&ask.model, "model", "spatial", "whose course; or challenge")
			f.StringVar(&ask.as, "as", "", "ktab: with the errors of KTAB left in")
			f.StringArrayVar(&ask.switches, "switch", nil, "set a switch, `NAME=WORD` (repeat)")
			f.IntVar(&ask.rounds, "rounds", 0, "at most so many turns (spatial 100, challenge 8)")
			f.BoolVar(&ask.turns, "turns", false, "say where all stand after every turn")
			f.BoolVar(&ask.levers, "levers", false, "try what moves the model's outcome, too")
			f.Float64SliceVar(&ask.line, "line", nil, "what brings the mean across this `LINE`")
			f.Lookup("line").DefValue = "" // not "[]"
			f.StringVar(&ask.name, "council", "", "which council of the case, by name")
		},
		run: func(d *desk, args []string) error { return councilOf(d, args[0], ask) },
		offers: func(*desk) map[string]func([]string) []string {
			return map[string]func([]string) []string{
				"model":  func([]string) []string { return []string{"spatial", "challenge"} },
				"as":     func([]string) []string { return []string{"ktab"} },
				"switch": func([]string) []string { return councilSwitches() },
			}
		},
	}
}

// councilSwitchesOf lists the switches of both models.
func councilSwitchesOf(f func(model, name string, words []string)) {
	for _, s := range (council.SpatialRules{}).Switches() {
		f("spatial", flagged(s.Name), plainWords(s.Words))
	}
	for _, s := range (council.ChallengeRules{}).Switches() {
		f("challenge", flagged(s.Name), plainWords(s.Words))
	}
}

// councilSwitchList is the switches as the help shows them.
func councilSwitchList() string {
	var b strings.Builder
	last := ""
	councilSwitchesOf(func(model, name string, words []string) {
		if model != last {
			fmt.Fprintf(&b, "of the %s model\n", model)
			last = model
		}
		line := "  " + name + "="
		b.WriteString(strings.ReplaceAll(wrap(line+strings.Join(words, " | "), widest-6), "\n", "\n      ") + "\n")
	})
	return strings.TrimRight(b.String(), "\n")
}

// councilSwitches is every switch with every word, for completion.
func councilSwitches() (all []string) {
	councilSwitchesOf(func(_, name string, words []string) {
		for _, w := range words {
			all = append(all, name+"="+w)
		}
	})
	return all
}

// flagged is a name of several words as one.
func flagged(name string) string { return strings.ReplaceAll(name, " ", "-") }

func plainWords[T ~string](words []T) []string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = string(w)
	}
	return out
}

// set takes up the switches; rules are those that a file states.
func (ask *councilAsked) set(rules council.SpatialRules) error {
	ask.spatial = rules
	switch {
	case ask.model != "spatial" && ask.model != "challenge":
		return fmt.Errorf("there is no model %q; models: spatial, challenge", ask.model)
	case ask.as != "" && ask.as != "ktab":
		return fmt.Errorf("there is no --as %q; write --as ktab, or leave it out", ask.as)
	case ask.as == "ktab" && ask.model == "challenge":
		return fmt.Errorf("KTAB's model is the spatial one: leave out --as ktab or --model challenge")
	case ask.rounds < 0 || ask.rounds > mostRounds:
		return fmt.Errorf("--rounds wants a number from 1 to %d, not %d", mostRounds, ask.rounds)
	case slices.ContainsFunc(ask.line, func(x float64) bool { return !(x >= 0 && x <= 100) }):
		return fmt.Errorf("--line wants a position from 0 to 100, not %v", ask.line)
	case ask.as == "ktab":
		ask.spatial = ask.spatial.AsKTAB()
	}
	ask.spatial.MaxTurns, ask.challenge.Rounds = ask.rounds, ask.rounds
	for _, s := range ask.switches {
		name, word, _ := strings.Cut(s, "=")
		set := func(to council.Rule, list []struct {
			Name  string
			Words []council.Rule
		}, put func(string, council.Rule) bool,
		) bool {
			for _, one := range list {
				if k := slices.IndexFunc(one.Words, func(w council.Rule) bool { return strings.EqualFold(string(w), string(to)) }); flagged(one.Name) == flagged(name) && k >= 0 {
					return put(one.Name, one.Words[k])
				}
			}
			return false
		}
		if !set(council.Rule(word), ask.spatial.Switches(), ask.spatial.Set) && !set(council.Rule(word), ask.challenge.Switches(), ask.challenge.Set) {
			return noSwitch(s, councilSwitches())
		}
	}
	return nil
}

// noSwitch says what a switch could be.
func noSwitch(given string, all []string) error {
	name, _, _ := strings.Cut(given, "=")
	var words, names []string
	for _, s := range all {
		n, w, _ := strings.Cut(s, "=")
		if n == name {
			words = append(words, w)
		}
		if !slices.Contains(names, n) {
			names = append(names, n)
		}
	}
	if words != nil {
		return fmt.Errorf("%q sets nothing; words of %s: %s", given, name, strings.Join(words, ", "))
	}
	return fmt.Errorf("%q sets nothing; switches: %s", given, strings.Join(names, ", "))
}

// councilOf answers for a file or for a council of a case.
func councilOf(d *desk, path string, ask councilAsked) error {
	start := time.Now()
	ext := strings.ToLower(filepath.Ext(path))
	if ext != ".csv" && ext != ".xml" {
		b, err := d.open(path)
		if err != nil {
			return err
		}
		table, err := b.Table(ask.name)
		if err != nil {
			return d.failed(b, err)
		}
		if err := ask.set(council.SpatialRules{}); err != nil {
			return err
		}
		if err := d.council(path, table, nil, &ask, start); err != nil {
			return err
		}
		if !d.json {
			d.caveat(b)
		}
		return nil
	}
	text, err := os.ReadFile(path)
	if err != nil {
		return disk.Unread(path, err)
	}
	table, rules, faults, err := council.Read(bytes.NewReader(text))
	if err != nil {
		return err
	}
	if err := ask.set(rules); err != nil {
		return err
	}
	if len(table.Check()) > 0 {
		lines := []string{path + " is not a table that can be computed with:"}
		for _, f := range faults {
			lines = append(lines, "  "+f.At+": "+f.Message+".")
		}
		return fmt.Errorf("%s", strings.Join(lines, "\n"))
	}
	return d.council(path, table, faults, &ask, start)
}

// council computes and shows; faults are of a file, whose values were mended.
func (d *desk) council(path string, t council.Table, faults arena.Faults, ask *councilAsked, start time.Time) error {
	r, bad := bargained(t, ask, d.progress("council", start))
	if len(bad) > 0 {
		return fmt.Errorf("%s: %s", bad[0].At, bad[0].Message)
	}
	d.wipe()
	r.From = path
	for _, f := range faults {
		r.Faults = append(r.Faults, councilFault{f.At, f.Message})
	}
	if d.json {
		if err := d.encode(r); err != nil {
			return err
		}
	} else {
		d.bargained(r, ask)
	}
	if len(faults) > 0 {
		return errFindings
	}
	return nil
}

// hundredth writes a position.
func hundredth(x float64) string { return strconv.FormatFloat(x, 'f', 2, 64) }
