package main

import (
	"fmt"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"reckon/workbench"
)

func workerVerb() verb {
	var slots int
	return verb{
		use:   "worker DATABASE",
		short: "Make runs for others on this machine",
		long: `Takes parts of ensembles from a PostgreSQL database and gives the tallies back,
until it is stopped. Start one on every machine; begin an ensemble on any with
reckon run CASE --workers DATABASE. What a lost worker had in hand goes to
another; a worker takes only work of its own version of reckon.`,
		example: "  reckon worker postgres://reckon@db.example/reckon\n  reckon worker postgres://db/reckon --at-once 2",
		args:    cobra.ExactArgs(1),
		flags:   func(f *pflag.FlagSet) { f.IntVar(&slots, "at-once", 1, "parts at once; each uses every processor") },
		run: func(d *desk, args []string) error {
			if slots < 1 {
				return fmt.Errorf("--at-once wants a number of at least 1")
			}
			ctx, stop := interruptible()
			defer stop()
			fmt.Fprintln(d.err, "worker: waiting for work; Ctrl-C ends it")
			return workbench.Worker(ctx, args[0], version, slots, d.remark("worker"))
		},
	}
}

// remark returns a callback that writes a line to the screen.
func (d *desk) remark(verb string) func(string) {
	return func(text string) { fmt.Fprintf(d.err, "%s: %s\n", verb, legible(text)) }
}
