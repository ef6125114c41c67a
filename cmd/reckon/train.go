package main

import (
	"errors"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"reckon/study"
)

func trainVerb() verb {
	var out, notice string
	var force bool
	return verb{
		use:   "train FOLDER --out FILE",
		short: "Learn to find claims from texts that people have marked",
		long: `Learns from a folder of texts in which people have marked who is the source of
what, in the standoff format of brat (pairs of X.txt and X.ann with spans
Source, Cue and Content) or in the layout of PolNeAR. The weights go to a file
that reckon read takes with --tagger. The same texts give the same weights.

Weights carry what they learned from: mind the licence of the texts before you
pass them on, and say what it is with --notice.`,
		example: `  reckon train marked --out my.weights --notice "marked by us; may be passed on"
  reckon read mycase/documents --tagger my.weights`,
		args: cobra.ExactArgs(1),
		flags: func(f *pflag.FlagSet) {
			f.StringVar(&out, "out", "", "the file for the weights (needed)")
			f.StringVar(&notice, "notice", "", "what the texts are and under which licence")
			f.BoolVar(&force, "force", false, "replace a file that holds something else")
		},
		run: func(d *desk, args []string) error {
			if out == "" {
				return errors.New("--out names the file for the weights")
			}
			t, err := study.Train(args[0], out, notice, force)
			if err != nil {
				return err
			}
			if d.json {
				return d.encode(t)
			}
			d.print("Learned from %s with %s: %s", count(t.Texts, "text"), count(t.Triples, "attribution"), t.File)
			d.command("Next:", "reckon read DOCUMENT --tagger "+quoted(t.File))
			return nil
		},
	}
}
