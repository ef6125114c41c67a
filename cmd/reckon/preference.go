package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"reckon/preference"
	"reckon/workbench"
)

func preferenceVerb() verb {
	var set workbench.PreferenceSettings
	var given *pflag.FlagSet
	var kinds []string
	for _, k := range preference.Kinds() {
		kinds = append(kinds, k.Name)
	}
	return verb{
		use:   "preference CASE KIND",
		short: "Say what is stable when preference is graded or in doubt",
		long: `Solves a case with preference read as more than one certain order. Kinds:

  strength       breaching a red line is strongly worse: strong and weak forms
  unknown-a…d    wants marked unknown: four ways to reckon with not knowing
  probabilistic  wants with odds; moves by the odds of a gain
  fuzzy          wants with odds; moves where preference is sure enough
  attitudes      how actors feel about how others fare`,
		example: `  reckon preference cases/catalogue/hipel1993/elmira-1991 strength
  reckon preference cases/catalogue/fraserhipel1984/cuba-1962 unknown-a
  reckon preference cases/catalogue/tucker1950/prisoners fuzzy --threshold 0.8`,
		args:  cobra.ExactArgs(2),
		takes: kinds,
		flags: func(f *pflag.FlagSet) {
			given = f
			f.StringVar(&set.Reading, "reading", "", "only this reading")
			f.StringVar(&set.State, "state", "", "explain this state in place of today's")
			f.Float64Var(&set.Settings.Alpha, "alpha", 0, "probabilistic: for moves (0.5)")
			f.Float64Var(&set.Settings.Beta, "beta", 0, "probabilistic: for sanctions (0.5)")
			f.Float64Var(&set.Settings.Gamma, "gamma", 0, "probabilistic: for answers (0.5)")
			f.Float64Var(&set.Settings.Threshold, "threshold", 0, "fuzzy: how sure is enough (0.5)")
			f.StringVar(&set.Settings.Ties, "ties", "", "attitudes: both (default), friends or never")
			f.BoolVar(&set.Verify, "verify", false, "re-validate the certificates of the state")
			f.BoolVar(&set.Summary, "summary", false, "count states in place of listing them")
		},
		offers: func(d *desk) map[string]func([]string) []string {
			return map[string]func([]string) []string{"reading": solveOffers(d)["reading"]}
		},
		run: func(d *desk, args []string) error {
			at := &set.Settings
			for k, x := range []float64{at.Alpha, at.Beta, at.Gamma, at.Threshold} {
				name := []string{"alpha", "beta", "gamma", "threshold"}[k]
				if given.Changed(name) && !(x > 0 && x <= 1) {
					return fmt.Errorf("--%s is %v; it wants a number above 0 and at most 1", name, x)
				}
			}
			set.Kind = args[1]
			return prefer(d, args[0], set)
		},
	}
}

func prefer(d *desk, path string, set workbench.PreferenceSettings) error {
	return answer(d, "preference", path, func(b *workbench.Bench, progress progress) (*workbench.Preferences, error) {
		set.Progress = progress
		return b.Preference(set)
	}, func(all *workbench.Preferences) {
		d.head(&all.Head, "")
		d.say("", fmt.Sprintf("Preference, %s: %s.", all.Kind.Name, strings.TrimSuffix(all.Kind.Says, ".")))
		for _, s := range all.Switches {
			if who, of := strings.CutPrefix(s.Name, "attitudes of "); of && s.Value == "+"+who {
				continue // he minds himself alone
			}
			d.say("  ", fmt.Sprintf("%s = %s: %s.", s.Name, s.Value, strings.TrimSuffix(s.Says, ".")))
		}
		for _, one := range all.Readings {
			d.print("")
			preferredText(d, all, one)
		}
	})
}

func preferredText(d *desk, all *workbench.Preferences, one workbench.Preferred) {
	d.reading(one.Reading, one.Heading)
	for _, v := range one.Verdicts {
		d.say("  ", fmt.Sprintf("%s [%s]", v.Says, v.Concept))
	}
	for _, n := range together(one.Notes, all.Actors) {
		d.say("  ", n)
	}
	if one.Unheard != "" {
		d.say("  ", one.Unheard)
	}
	d.leftOut(one.Unknown)
	d.print("")
	heads := []string{"states"}
	for _, v := range one.Verdicts {
		heads = append(heads, v.Actor)
	}
	var rows [][]string
	for _, k := range all.Kind.Concepts {
		row := []string{string(k)}
		everyone := true
		for _, a := range all.Actors {
			everyone = everyone && one.Here[a][k]
		}
		for _, v := range one.Verdicts {
			row = append(row, fmt.Sprintf("%d%s", one.Stable[v.Actor][k].Count, mark(one.Here[v.Actor][k])))
		}
		rows = append(rows, append(row, fmt.Sprintf("%d%s", one.Equilibria[k].Count, mark(everyone))))
	}
	d.table(append(heads, "everyone"), rows)
	d.print("  * the state explained is among them")
	d.certified(one.Verified, "actor and concept")
}

// together joins notes that say the same of several actors.
func together(notes, actors []string) []string {
	var says []string
	who := map[string][]string{}
	for _, n := range notes {
		name, rest, _ := strings.Cut(n, " ")
		if !slices.Contains(actors, name) {
			says = append(says, n)
			continue
		}
		if who[rest] == nil {
			says = append(says, rest)
		}
		who[rest] = append(who[rest], name)
	}
	for i, rest := range says {
		says[i] = strings.ToUpper(rest[:1]) + rest[1:] + "."
		if names := who[rest]; names != nil {
			says[i] = strings.Join(names, ", ") + ": " + rest + "."
		}
	}
	return says
}
