package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"reckon"
	"reckon/study"
)

func adoptVerb() verb {
	return verb{
		use:   "adopt CASE PROPOSAL",
		short: "Take over what you completed in a proposal",
		long: `Moves from a proposal that reckon read wrote into the case what you completed:
wants with their statement (that = …), kinds of belief with their wants, rows of
the proposed record with yes in the column adopt, and the source they cite.
Remarks go along. What is not complete stays proposed, and can be adopted later.

The case is tried first: if it would have errors they are shown and nothing is
written.`,
		example: `  reckon adopt mycase ledger-2022`,
		args:    cobra.ExactArgs(2),
		run:     func(d *desk, args []string) error { return adopt(d, args[0], args[1]) },
	}
}

func adopt(d *desk, path, name string) error {
	b, err := d.open(path)
	if err != nil {
		return err
	}
	a, err := study.Adopt(b, name)
	if err != nil {
		return err
	}
	failed := a.Tried != nil && !a.Tried.Fit()
	if d.json {
		out := struct {
			*study.Adopted
			Diagnostics []reckon.Diagnostic `json:"diagnostics"`
		}{Adopted: a, Diagnostics: []reckon.Diagnostic{}}
		if a.Tried != nil {
			out.Diagnostics = a.Tried.Diagnostics
		}
		if err := d.encode(out); err != nil {
			return err
		}
	} else if !failed {
		adopted(d, path, a)
	}
	switch {
	case failed && !d.json:
		err := d.refuse(a.Tried)
		fmt.Fprintln(d.err, "Nothing was written; the lines are those of the case as it would be. Mend the proposal and adopt it again.")
		return err
	case failed, a.Parts == 0 && a.Rows == 0:
		return errFindings
	}
	return nil
}

func adopted(d *desk, path string, a *study.Adopted) {
	if a.Parts == 0 && a.Rows == 0 {
		d.say("", fmt.Sprintf("Nothing in proposal %s is complete yet: give wants their statement (that = …), kinds their wants, or rows a yes in the column adopt.", a.Name))
		return
	}
	d.print("Adopted from %s: %s of wants and beliefs, %s of the record.", a.Name, count(a.Parts, "part"), count(a.Rows, "row"))
	for _, f := range a.Files {
		d.print("  %s", f)
	}
	if a.Left {
		d.print("The rest stays proposed.")
	}
	d.command("Next:", "reckon check "+quoted(path))
}
