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
			files, err := workbench.Format(args[0], !only)
			if err != nil {
				return err
			}
			return formatted(d, files, only)
		},
	}
}

func formatted(d *desk, files []workbench.Formatted, only bool) error {
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
		formattedText(d, files, changed, only)
	}
	if wrong > 0 || only && changed > 0 {
		return errFindings
	}
	return nil
}

func formattedText(d *desk, files []workbench.Formatted, changed int, only bool) {
	texts, paths := map[string][]byte{}, map[string]string{}
	for _, f := range files {
		texts[f.File], paths[f.File] = f.Before, f.Path
	}
	report := reporter{out: d.out, colour: d.colour, texts: texts, path: func(file string) string { return paths[file] }}
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
