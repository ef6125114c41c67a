package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"reckon/workbench"
)

func arenasVerb() verb {
	return verb{
		use:   "arenas CASE",
		short: "Show the forces around the leader and how they feed each other",
		long: `Shows every arena of a case as it stands on the as-of date: councils, palaces,
successions, streets, treasuries and contests, each with what it computes and
why. Then who feeds whom: by which measures an effect goes from one arena to
another, with its sign, and the loops it goes in: reinforcing (R), balancing (B)
or either, as circumstances have it (?).

Uncertain numbers are in the middle of what is held of them; reckon run draws
them. A small case with all arenas to try this on, as the examples do:

  reckon init forces --template arenas`,
		example: `  reckon arenas forces
  reckon palace forces
  reckon arenas forces --json`,
		args: cobra.ExactArgs(1),
		run:  func(d *desk, args []string) error { return arenas(d, args[0], "") },
	}
}

// arenas shows the arenas of one kind, or all where it is "".
func arenas(d *desk, path, kind string) error {
	return answer(d, "arenas", path, func(b *workbench.Bench, _ progress) (*workbench.Arenas, error) {
		return b.Arenas(kind)
	}, func(all *workbench.Arenas) {
		d.head(&all.Head, "")
		for i := range all.Arenas {
			d.arena(all, i)
		}
		if kind == "" {
			d.flows(all)
		}
	})
}

// arena tells what one arena shows.
func (d *desk) arena(all *workbench.Arenas, i int) {
	a := &all.Arenas[i]
	d.print("\n%s", d.bold(fmt.Sprintf("%s %s: %s", strings.ToUpper(a.Kind[:1])+a.Kind[1:], a.Name, a.Title)))
	for _, s := range a.Says {
		d.say("", s)
	}
	for _, t := range a.Tables {
		d.print("\n  %s", d.bold(t.Title))
		d.tableIn("  ", t.Head, t.Rows)
		if t.Note != "" {
			d.say("  ", t.Note)
		}
	}
}

// flows tells who feeds whom, and the loops.
func (d *desk) flows(all *workbench.Arenas) {
	var rows [][]string
	for _, f := range all.Flows {
		rows = append(rows, []string{f.From, f.To, strings.Join(f.Through, " → "), moreOrLess(f.Sign)})
	}
	d.print("\n%s", d.bold("Who feeds whom"))
	if len(rows) == 0 {
		d.say("", "No arena reads what another writes.")
		return
	}
	d.table([]string{"from", "to", "by way of", "more there gives"}, rows)
	d.print("\n%s", d.bold("Loops from arena to arena"))
	for _, l := range all.Across {
		d.say("", l.Says)
	}
	if len(all.Across) == 0 {
		d.say("", "None: no effect comes back to the arena it began in.")
	}
	d.print("\n%s", d.bold("Loops through measures, the shortest first"))
	for _, l := range all.Loops[:min(toldLoops, len(all.Loops))] {
		d.say("", l.Says)
	}
	switch more := len(all.Loops) - toldLoops; {
	case more > 0 && all.All:
		d.say("", fmt.Sprintf("And %d more; --json has all.", more))
	case more > 0 || !all.All:
		d.say("", "There are more loops than these.")
	}
}

// toldLoops is how many loops through measures a page takes.
const toldLoops = 5

// moreOrLess is a sign in words; nothing where it hangs on circumstances.
func moreOrLess(sign int) string {
	return map[int]string{1: "more", -1: "less"}[sign]
}
