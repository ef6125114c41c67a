package main

import "github.com/spf13/cobra"

func successionVerb() verb {
	return verb{
		use:   "succession CASE",
		short: "Show how an office falls vacant and who would follow",
		long: `Shows every succession of a case as it stands on the as-of date: how likely the
office falls vacant by each cause, who would follow by the rule of the case (an
assembly, a designated heir, or a council of the organs that can rule together),
and whether those who follow would give way more than the one who leaves.

docs/arenas.md says how a succession is stated and what not to believe.`,
		example: `  reckon succession forces
  reckon succession forces --json`,
		args: cobra.ExactArgs(1),
		run:  func(d *desk, args []string) error { return arenas(d, args[0], "succession") },
	}
}
