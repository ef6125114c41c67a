package main

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"reckon"
	"reckon/workbench"
)

func followupVerb() verb {
	var set workbench.FollowupSettings
	var concept string
	return verb{
		use:   "followup CASE [ASPECT...]",
		short: "Say what a verdict rests on and what would flip it",
		long: `Asks what analysts ask once they know what is stable. Aspects, all by default:

  basis        what each actor's verdict on the state rests on: no move, no
               gain, or answers of the others
  robustness   under how many concepts the state, and each equilibrium, holds
  paths        legal sequences from the state to each equilibrium, by
               improvements and by any moves: who opens, where no way leads back
  sinks        where improvements run to and stay
  sensitivity  the smallest change of an actor's wants that flips each verdict
  inverse      what would have to be true for a state to be stable for everyone
  views        what the subject misjudges there, and the recorded moves that did
               not fit his view of the others

Verdicts are in each actor's own views, as those of solve; paths and sinks
follow everybody's own wants.`,
		example: `  reckon followup cases/supreme-leader basis robustness --reading third-path
  reckon followup cases/catalogue/fraserhipel1984/cuba-1962 paths --state NNYN
  reckon followup cases/catalogue/hipel1993/elmira-1991 inverse --for YNYNY`,
		args: cobra.MinimumNArgs(1),
		flags: func(f *pflag.FlagSet) {
			f.StringVar(&set.Reading, "reading", "", "only this reading")
			f.StringVar(&set.View, "view", "", "as this actor sees it, in his likeliest view")
			f.StringVar(&concept, "concept", "", "this concept in place of the subject's own")
			f.StringVar(&set.State, "state", "", "this state (Y/N letters) in place of today's")
			f.StringVar(&set.For, "for", "", "inverse: the state to be made stable")
			f.IntVar(&set.Within, "within", 2, "inverse: the most changes to look for")
		},
		offers: solveOffers,
		run: func(d *desk, args []string) error {
			if set.Within < 1 || set.Within > 4 {
				return fmt.Errorf("--within wants a number from 1 to 4")
			}
			set.Concept, set.Aspects = reckon.Concept(concept), args[1:]
			return follow(d, args[0], set)
		},
	}
}

func follow(d *desk, path string, set workbench.FollowupSettings) error {
	return answer(d, "followup", path, func(b *workbench.Bench, progress progress) (*workbench.Followups, error) {
		set.Progress = progress
		return b.Followup(set)
	}, func(all *workbench.Followups) {
		d.head(&all.Head, "")
		for _, one := range all.Readings {
			d.print("")
			tellFollowed(d, all, one)
		}
	})
}

func tellFollowed(d *desk, all *workbench.Followups, one workbench.Followed) {
	title := "Concept " + string(one.Concept)
	if one.Reading != "" {
		title = fmt.Sprintf("Reading %s: %s [%s]", one.Reading, one.Heading, one.Concept)
	}
	d.print("%s", d.bold(title))
	if all.View != "" {
		d.say("  ", asSeen(all, one))
	}
	for _, tell := range []func(*desk, *workbench.Followups, workbench.Followed){
		tellBasis, tellRobustness, tellPaths, tellSinks, tellSensitivity, tellInverse, tellViews,
	} {
		tell(d, all, one)
	}
	for _, n := range one.Notes {
		d.say("  ", "Not answered: "+n+".")
	}
	d.leftOut(one.Unknown)
}

// asSeen names the view asked about.
func asSeen(all *workbench.Followups, one workbench.Followed) string {
	var kinds []string
	for _, actor := range all.Actors {
		if kind, ok := one.Kinds[actor]; ok {
			kinds = append(kinds, fmt.Sprintf("%s for %q", actor, kind))
		}
	}
	if kinds == nil {
		return fmt.Sprintf("As %s sees it.", all.View)
	}
	return fmt.Sprintf("As %s sees it, taking %s (%s of the odds).", all.View, strings.Join(kinds, ", "), percent(one.Odds))
}

// part begins an aspect.
func (d *desk) part(title string) { d.print("\n  %s", d.bold(title)) }

func tellBasis(d *desk, _ *workbench.Followups, one workbench.Followed) {
	if one.Basis == nil {
		return
	}
	d.part("What the verdicts rest on")
	for _, r := range one.Basis {
		d.say("    ", r.Says)
	}
}

func tellRobustness(d *desk, all *workbench.Followups, one workbench.Followed) {
	if one.Robustness == nil {
		return
	}
	d.part("How far it hangs on the concept")
	d.say("    ", one.Robustness.Here.Says)
	list := one.Robustness.Equilibria
	if len(list) == 0 {
		return
	}
	var rows [][]string
	for _, r := range list[:min(mostListed, len(list))] {
		rows = append(rows, []string{r.State, words(r.Equilibrium), change(all, r.State)})
	}
	d.print("")
	d.tableIn("    ", []string{"stable for everyone", "under", changeHeading}, rows)
	d.rest(len(list)-mostListed, "less robust")
}

const changeHeading = "change from here"

// change writes what would have to change for another state. Options are named
// without their actor where one alone has that name.
func change(all *workbench.Followups, letters string) string {
	list := changes(&all.Head, letters)
	for i, signed := range list {
		_, own, _ := strings.Cut(signed, ".")
		alike := 0
		for _, name := range all.Options {
			if strings.HasSuffix(name, "."+own) {
				alike++
			}
		}
		if alike == 1 {
			list[i] = signed[:1] + own
		}
	}
	return cmp.Or(strings.Join(list, " "), "none")
}

// words joins the names of concepts.
func words(concepts []reckon.Concept) string {
	names := make([]string, len(concepts))
	for i, k := range concepts {
		names[i] = string(k)
	}
	return strings.Join(names, " ")
}

// rest says how many more there are.
func (d *desk) rest(more int, what string) {
	if more > 0 {
		d.say("    ", fmt.Sprintf("… and %d more, %s; --json lists them all", more, what))
	}
}

func tellPaths(d *desk, _ *workbench.Followups, one workbench.Followed) {
	if one.Paths == nil {
		return
	}
	d.part("How to get to an equilibrium")
	if one.Equilibria == 0 {
		d.say("    ", fmt.Sprintf("No state is stable for everyone under %s.", one.Concept))
		return
	}
	reached := 0
	for _, w := range one.Paths.ByImprovements {
		if w.Reached {
			reached++
		}
	}
	d.say("    ", fmt.Sprintf("Of %s stable for everyone under %s, improvements lead from here to %d.", count(one.Equilibria, "state"), one.Concept, reached))
	ways := one.Paths.ByImprovements
	if reached == 0 {
		d.say("    ", "By moves of any kind:")
		ways = one.Paths.ByMoves
	}
	told := 0
	for _, w := range ways {
		if w.Reached && told < mostListed {
			told++
			d.say("    ", w.Says)
		}
	}
	d.rest(max(reached, told)-told, "farther away")
}

func tellSinks(d *desk, all *workbench.Followups, one workbench.Followed) {
	if one.Sinks == nil {
		return
	}
	d.part("Where improvements run to")
	var rows [][]string
	near, round := false, false
	for _, k := range one.Sinks[:min(mostListed, len(one.Sinks))] {
		of := "1"
		if k.Cycle {
			of = fmt.Sprintf("%d in turn", len(k.States))
		}
		near, round = near || k.Here, round || k.Cycle
		rows = append(rows, []string{k.States[0] + mark(k.Here), of, fmt.Sprint(k.May), fmt.Sprint(k.Sure), change(all, k.States[0])})
	}
	d.tableIn("    ", []string{"end", "states", "from", "sure", changeHeading}, rows)
	d.say("      ", "from: from how many states improvements may end there; sure: from how many nowhere else")
	if round {
		d.say("      ", "in turn: improvements never end, they go round among so many states")
	}
	if near {
		d.say("      ", "* improvements lead there from here")
	}
	d.rest(len(one.Sinks)-mostListed, "not reached from here or reached from fewer states")
}

func tellSensitivity(d *desk, _ *workbench.Followups, one workbench.Followed) {
	if one.Sensitivity == nil {
		return
	}
	d.part("What would flip the verdicts")
	for _, f := range one.Sensitivity {
		d.say("    ", f.Says)
	}
}

func tellInverse(d *desk, all *workbench.Followups, one workbench.Followed) {
	if one.Inverse == nil {
		return
	}
	d.part(fmt.Sprintf("What would have to be true for %s to be stable for everyone", all.For))
	d.say("    ", one.Inverse.Says)
	for _, set := range one.Inverse.Sets[:min(mostListed, len(one.Inverse.Sets))] {
		var edits []string
		for _, e := range set {
			says := e.Says
			if len(e.Sources) > 0 {
				says += " [" + strings.Join(e.Sources, ", ") + "]"
			}
			edits = append(edits, says)
		}
		d.say("    ", "• "+strings.Join(edits, "; and ")+".")
	}
	d.rest(len(one.Inverse.Sets)-mostListed, "of the same size")
	for _, o := range one.Inverse.Orders {
		d.say("    ", o.Says)
	}
}

func tellViews(d *desk, _ *workbench.Followups, one workbench.Followed) {
	if one.Views == nil {
		return
	}
	d.part("What " + one.Views.Viewer + " misjudges")
	for _, says := range one.Views.Says {
		d.say("    ", says)
	}
}
