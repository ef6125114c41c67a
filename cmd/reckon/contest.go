package main

import "github.com/spf13/cobra"

func contestVerb() verb {
	return verb{
		use:   "contest CASE",
		short: "Show who tires first in a war of nerves",
		long: `Shows every contest of a case as it stands on the as-of date: what holding out
costs each side, how resolute each is held to be by the other and how that grows
with every week of silence, who is expected to give in first, and what each is
best offered.

The closed forms behind it, without a case: reckon bargain.`,
		example: `  reckon contest forces
  reckon contest forces --json`,
		args: cobra.ExactArgs(1),
		run:  func(d *desk, args []string) error { return arenas(d, args[0], "contest") },
	}
}
