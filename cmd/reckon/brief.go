package main

import (
	"fmt"
	"io"
	"os"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"reckon"
	"reckon/workbench"
)

func briefVerb() verb {
	set := workbench.PageSettings{Version: version}
	return verb{
		use:   "brief CASE",
		short: "Write the page that people read",
		long: `Writes one self-contained HTML page: judgements, the readings side by side, the
trial, what is stable from today's state and why, assumptions, sources, limits.
It needs no network and prints well. Where the case has a clock it is run
forward, and the page shows what comes next: odds for the questions, measures
in time, the scenarios of the case, and what would tell the readings apart.

The page goes to brief.html in the case folder, or where --out says (- is
standard output). A file that reckon did not write is never replaced unless you
say --force. With the cited documents at hand (--documents, or documents/ in the
case folder) the passages are checked and shown.`,
		example: `  reckon brief cases/supreme-leader
  reckon brief cases/supreme-leader --out /tmp/page.html --documents ~/papers`,
		args: cobra.ExactArgs(1),
		flags: func(f *pflag.FlagSet) {
			f.StringVar(&set.Out, "out", "", "write the page to this file")
			f.StringVar(&set.Documents, "documents", "", "folder with the cited documents")
			f.StringVar(&set.Handling, "handling", "", "handling mark to print on the page")
			f.IntVarP(&set.Runs, "runs", "n", 2000, "runs ahead of each reading; 0 is none")
			f.Uint64Var(&set.Seed, "seed", 1, "the same `seed` gives the same page")
			f.BoolVar(&set.Force, "force", false, "replace a file that reckon did not write")
		},
		run: func(d *desk, args []string) error { return writeBrief(d, args[0], set) },
	}
}

// maxPageRuns bounds the runs behind a page: a thousandth of a point needs no more.
const maxPageRuns = 1_000_000

func writeBrief(d *desk, path string, set workbench.PageSettings) error {
	if set.Runs < 0 || set.Runs > maxPageRuns {
		return fmt.Errorf("--runs wants a number from 0 to %d, not %d; more are for reckon run, which can be stopped and shared out", maxPageRuns, set.Runs)
	}
	b, err := d.open(path)
	if err != nil {
		return err
	}
	if set.Out == "-" {
		set.To = d.out
		if d.json {
			set.To = io.Discard // JSON has the place of the page
		}
	}
	if d.errTTY {
		set.Progress = d.progress("brief", time.Now())
	}
	ctx, stop := interruptible()
	defer stop()
	p, err := b.Brief(ctx, set)
	if err != nil {
		return d.failed(b, err)
	}
	switch {
	case d.json:
		s, err := b.Solve(workbench.SolveSettings{Summary: true})
		if err != nil {
			return d.failed(b, err)
		}
		return d.encode(struct {
			*workbench.Page
			Solved      *workbench.Solved   `json:"solve"`
			Diagnostics []reckon.Diagnostic `json:"diagnostics"`
		}{p, s, b.Diagnostics})
	case set.To != nil:
		return nil
	}
	d.print("The brief is at %s (%d KB). Open it in any browser.", p.File, (p.Bytes+1023)/1024)
	if abs := link(p.File); abs != "" && d.colour {
		d.print("%s", abs)
	}
	if p.Passages > 0 {
		d.print("%s shown from the documents.", count(p.Passages, "passage"))
	}
	d.caveat(b)
	return nil
}

// link is the address that a terminal turns into a click.
func link(file string) string {
	dir, err := os.Getwd()
	if err != nil {
		return ""
	}
	if file[0] != '/' {
		file = dir + "/" + file
	}
	return fmt.Sprintf("file://%s", file)
}
