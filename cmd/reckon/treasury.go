package main

import "github.com/spf13/cobra"

func treasuryVerb() verb {
	return verb{
		use:   "treasury CASE",
		short: "Show what a state can pay for, and for how long",
		long: `Shows every treasury of a case as it stands on the as-of date: what oil brings
in, what is blocked, spent, printed and left unpaid, the price that balances the
budget, how long reserves last, and the loops among them.

Its equations are measures: reckon run carries them forward, and reckon convert
CASE case.xmile gives them to tools of system dynamics. docs/arenas.md lists
them.`,
		example: `  reckon treasury forces
  reckon treasury forces --json`,
		args: cobra.ExactArgs(1),
		run:  func(d *desk, args []string) error { return arenas(d, args[0], "treasury") },
	}
}
