package main

import (
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
               not fit his view of the others`,
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
	return fmt.Sprintf("As %s sees it, taking %s (%.0f%% of the odds).", all.View, strings.Join(kinds, ", "), 100*one.Odds)
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

func tellRobustness(d *desk, _ *workbench.Followups, one workbench.Followed) {
	if one.Robustness == nil {
		return
	}
	d.part("How far it hangs on the concept")
	d.say("    ", one.Robustness.Here.Says)
	list := one.Robustness.Equilibria
	for _, r := range list[:min(mostListed, len(list))] {
		if r.State != one.Robustness.Here.State {
			d.say("    ", r.Says)
		}
	}
	d.rest(len(list)-mostListed, "less robust")
}

// rest says how many more there are.
func (d *desk) rest(more int, what string) {
	if more > 0 {
		d.print("    … and %d more, %s; --json lists them all", more, what)
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
	d.say("    ", fmt.Sprintf("Improvements lead from here to %d of the %d equilibria under %s.", reached, one.Equilibria, one.Concept))
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

func tellSinks(d *desk, _ *workbench.Followups, one workbench.Followed) {
	if one.Sinks == nil {
		return
	}
	d.part("Where improvements run to")
	for _, k := range one.Sinks[:min(mostListed, len(one.Sinks))] {
		says := k.Says
		if k.Here {
			says += " It can be reached from here."
		}
		d.say("    ", says)
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
		d.say("    ", "• "+strings.Join(edits, " "))
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
	d.part("Where the eyes of " + one.Views.Viewer + " lead astray")
	for _, says := range one.Views.Says {
		d.say("    ", says)
	}
}
