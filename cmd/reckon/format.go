package main

import (
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"reckon/workbench"
)

func formatVerb() verb {
	var only bool
	return verb{
		use:   "format CASE [--check]",
		short: "Lay out the text of a case, keeping comments",
		long: `Lays out every .hcl file of a case in place: aligned, indented, comments kept.
A file with a syntax error is left as it is and reported. With --check nothing
is written: the files that would change are listed, and the exit code is 1.`,
		example: `  reckon format cases/supreme-leader
  reckon format cases/supreme-leader --check`,
		args:  cobra.ExactArgs(1),
		flags: func(f *pflag.FlagSet) { f.BoolVar(&only, "check", false, "write nothing, list what would change") },
		run: func(d *desk, args []string) error {
			b, err := workbench.Open(args[0])
			if err != nil {
				return err
			}
			files, err := b.Format(!only)
			if err != nil {
				return err
			}
			return formatted(d, b, files, only)
		},
	}
}

func formatted(d *desk, b *workbench.Bench, files []workbench.Formatted, only bool) error {
	changed, wrong := 0, 0
	for _, f := range files {
		if f.Changed {
			changed++
		}
		wrong += len(f.Diagnostics)
	}
	if d.json {
		if err := d.encode(struct {
			Files []workbench.Formatted `json:"files"`
		}{files}); err != nil {
			return err
		}
	} else {
		formattedText(d, b, files, changed, only)
	}
	if wrong > 0 || only && changed > 0 {
		return errFindings
	}
	return nil
}

func formattedText(d *desk, b *workbench.Bench, files []workbench.Formatted, changed int, only bool) {
	report := reporter{out: d.out, colour: d.colour, width: d.width, bench: b}
	for _, f := range files {
		for _, wrong := range f.Diagnostics {
			report.print(wrong)
		}
		if f.Changed {
			d.print("%s", f.File)
		}
	}
	verb := "laid out"
	if only {
		verb = "would change"
	}
	d.print("%d of %s %s.", changed, count(len(files), "file"), verb)
}
