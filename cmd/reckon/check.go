package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"reckon"
	"reckon/workbench"
)

func checkVerb() verb {
	var documents string
	return verb{
		use:   "check CASE",
		short: "Say what is wrong with a case",
		long: `Reads a case and says what is wrong with it, line by line: where, why it
matters and the way out. CASE is a case folder, or one
.hcl, .gmcr, .nfg, .efg, .xmile or .stmx file.

Errors stop every other verb from printing numbers; warnings do not.
Exit code 1 when there is an error. With the cited documents at hand
(--documents, or documents/ in the case folder) every place cited in them is
looked up.`,
		example: `  reckon check cases/supreme-leader
  reckon check cases/supreme-leader --documents ~/papers --json`,
		args:  cobra.ExactArgs(1),
		flags: func(f *pflag.FlagSet) { f.StringVar(&documents, "documents", "", "folder with the cited documents") },
		run:   func(d *desk, args []string) error { return check(d, args[0], documents) },
	}
}

func check(d *desk, path, documents string) error {
	b, err := workbench.Open(path)
	if err != nil {
		return err
	}
	if _, err := b.Locate(documents); err != nil {
		return err
	}
	k := b.Check()
	if d.json {
		err = d.encode(k)
	} else {
		checkText(d, b, k)
	}
	if err == nil && k.Errors > 0 {
		return errFindings
	}
	return err
}

func checkText(d *desk, b *workbench.Bench, k workbench.Checked) {
	if name := heading(k.Title, k.Case, k.AsOf); name != "" {
		d.print("%s", d.bold(name))
		d.say("", holdings(k)+".")
		d.print("")
	}
	report := reporter{out: d.out, colour: d.colour, width: d.width, bench: b}
	// What must be mended comes first; JSON keeps the order of the files.
	for _, f := range slices.SortedStableFunc(slices.Values(b.Diagnostics), bySeverity) {
		report.print(f)
	}
	switch {
	case len(b.Diagnostics) == 0:
		d.print("Nothing to mend.")
	case k.Errors == 0:
		d.print("%s. Numbers may be printed.", tally(k))
	default:
		d.print("%s. No numbers are printed while an error stands.", tally(k))
	}
}

// bySeverity puts errors before warnings and warnings before notes.
func bySeverity(x, y reckon.Diagnostic) int { return cmp.Compare(x.Severity, y.Severity) }

// heading names a case in one line.
func heading(title, name string, asOf reckon.Date) string {
	if title == "" {
		title = name
	}
	if asOf == 0 {
		return title
	}
	return fmt.Sprintf("%s (as of %s)", title, asOf)
}

// holdings counts what a case is made of.
func holdings(k workbench.Checked) string {
	parts := []string{count(k.Actors, "actor"), count(k.Options, "option")}
	if k.Actors == 0 && k.Measures > 0 { // a model that nobody decides in
		parts = []string{count(k.Measures, "measure"), count(k.Parameters, "parameter")}
	}
	for _, p := range []struct {
		n    int
		what string
	}{
		{k.Readings, "reading"},
		{k.Events, "event"},
		{k.Choices, "choice"},
		{k.Sources, "source"},
		{k.Questions, "question"},
	} {
		if p.n > 0 {
			parts = append(parts, count(p.n, p.what))
		}
	}
	return strings.Join(parts, ", ")
}
