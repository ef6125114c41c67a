package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"reckon/workbench"
)

func coalitionsVerb() verb {
	var set workbench.CoalitionSettings
	return verb{
		use:   "coalitions CASE",
		short: "Say which groups of actors can leave a state together",
		long: `Computes what every group of actors can bring about by moves of its members, one
after the other, and which states no group would leave: the coalitional forms of
Nash, GMR, SMR and SEQ. A group gains when every member likes the end better
(strict), or none likes it less and one more (pareto). A reply counts when where
it ends is no such gain any more. Beliefs are left out: everyone is as the
reading has him.

Whose replies are credible under SEQ is read in more than one way: each opponent
for himself (alone), any group of opponents (coalitions), all as one (together).`,
		example: `  reckon coalitions cases/catalogue/hipel1993/elmira-1991 --state NYNNY
  reckon coalitions cases/catalogue/hipel1993/elmira-1991 --improvement pareto
  reckon coalitions cases/supreme-leader --reading gambler --split guards+street`,
		args: cobra.ExactArgs(1),
		flags: func(f *pflag.FlagSet) {
			f.StringVar(&set.Reading, "reading", "", "only this reading")
			f.StringVar(&set.State, "state", "", "this state (Y/N letters) in place of today's")
			f.StringVar(&set.Improvement, "improvement", "", "strict (default) or pareto")
			f.StringVar(&set.Replies, "replies", "", "alone (default), coalitions or together")
			f.BoolVar(&set.Verify, "verify", false, "re-validate the certificates of the state")
			f.StringVar(&set.Split, "split", "", "judge only these groups, such as a+b,c")
		},
		offers: func(d *desk) map[string]func([]string) []string {
			offers := solveOffers(d)
			return map[string]func([]string) []string{
				"reading":     offers["reading"],
				"improvement": func([]string) []string { return []string{"strict", "pareto"} },
				"replies":     func([]string) []string { return []string{"alone", "coalitions", "together"} },
			}
		},
		run: func(d *desk, args []string) error { return ally(d, args[0], set) },
	}
}

func ally(d *desk, path string, set workbench.CoalitionSettings) error {
	return answer(d, "coalitions", path, func(b *workbench.Bench, progress progress) (*workbench.Coalitions, error) {
		set.Progress = progress
		return b.Coalitions(set)
	}, func(all *workbench.Coalitions) {
		d.head(&all.Head, fmt.Sprintf("Improvements: %s. Replies: %s.", all.Improvement, all.Replies))
		for _, one := range all.Readings {
			d.print("")
			alliedText(d, all, one)
		}
	})
}

func alliedText(d *desk, all *workbench.Coalitions, one workbench.Allied) {
	d.reading(one.Reading, one.Heading)
	heads := []string{"states stable for"}
	rows := [][]string{{"every actor alone"}, {map[bool]string{true: "every group", false: "every group of the split"}[all.Split == nil]}}
	for _, k := range all.Concepts {
		heads = append(heads, string(k))
		rows[0] = append(rows[0], fmt.Sprint(one.Alone[k]))
		rows[1] = append(rows[1], fmt.Sprint(one.Stable[k]))
	}
	d.table(heads, rows)
	d.print("")
	if one.Unheard != "" {
		d.say("  ", one.Unheard)
		d.print("")
	}
	leaversTable(d, all, one)
	tellJumps(d, all, one)
	d.certified(one.Verified, "group and concept")
	d.leftOut(one.Unknown)
}

// leaversTable lists the groups that would leave the state asked about.
func leaversTable(d *desk, all *workbench.Coalitions, one workbench.Allied) {
	heads := byConcept("would leave "+all.State, all.Concepts)
	var rows [][]string
	for _, g := range one.Here {
		row := []string{strings.Join(g.Members, " + ")}
		for _, k := range all.Concepts {
			row = append(row, map[bool]string{true: "stays", false: "leaves"}[g.Stable[k]])
		}
		if slices.Contains(row, "leaves") {
			rows = append(rows, row)
		}
	}
	if len(rows) == 0 {
		d.say("  ", fmt.Sprintf("No group would leave %s.", all.State))
		return
	}
	slices.SortStableFunc(rows, func(a, b []string) int {
		return strings.Count(a[0], "+") - strings.Count(b[0], "+")
	})
	shown := rows[:min(2*mostListed, len(rows))]
	d.table(heads, shown)
	if more := len(rows) - len(shown); more > 0 {
		d.print("  … and %d larger groups; --json lists them all", more)
	}
}

func tellJumps(d *desk, all *workbench.Coalitions, one workbench.Allied) {
	told := 0
	for _, here := range []bool{true, false} {
		for _, j := range one.Jumps {
			if (j.From == all.State) != here || told >= mostListed {
				continue
			}
			if told == 0 {
				d.part("How groups leave together")
			}
			told++
			d.say("    ", j.Says)
		}
	}
	d.rest(len(one.Jumps)-told, "from this state or from states stable for each actor alone")
}
