package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"reckon/replication"
)

func replicateVerb() verb {
	var markdown, long bool
	return verb{
		use:   "replicate [AREA]",
		short: "Print published answers beside ours",
		long: `Computes published answers again and prints them beside ours. Misses are shown,
with what was tried; where a model leaves something open, the switch that gives
what was published; where a published answer is wrong, a proof short enough to
check by hand. Needs no files. Without an area, all:
` + strings.Join(replication.Areas(), ", ") + `.`,
		example: `  reckon replicate strategy
  reckon replicate strategy --json
  reckon replicate --markdown > replication.md`,
		args:  cobra.MaximumNArgs(1),
		takes: replication.Areas(),
		flags: func(f *pflag.FlagSet) {
			f.BoolVar(&long, "long", false, "make many more runs of civil violence, which takes minutes")
			f.BoolVar(&markdown, "markdown", false, "write the page docs/replication.md")
		},
		run: func(d *desk, args []string) error {
			areas := replication.Areas()
			if len(args) == 1 {
				if !slices.Contains(areas, args[0]) {
					return fmt.Errorf("there is no area %s; there are: %s", args[0], strings.Join(areas, ", "))
				}
				areas = args
			}
			if markdown {
				if d.json || long || len(args) > 0 {
					return fmt.Errorf("--markdown writes the whole page: give neither an area nor --json nor --long with it")
				}
				fmt.Fprint(d.out, replication.Page())
				return nil
			}
			return replicate(d, areas, long)
		},
	}
}

func replicate(d *desk, areas []string, long bool) error {
	var all []replication.Row
	for _, a := range areas {
		rows := replication.Rows(a, long)
		all = append(all, rows...)
		if !d.json {
			d.say("", replication.Says(a))
			d.print("")
			d.replicated(rows)
		}
	}
	if d.json {
		return d.encode(struct {
			Areas []string          `json:"areas"`
			Rows  []replication.Row `json:"rows"`
		}{areas, all})
	}
	d.say("", replication.Summary(all))
	return nil
}

// replicated prints rows as tables, and below them what is to be said of single ones.
func (d *desk) replicated(rows []replication.Row) {
	for at := 0; at < len(rows); {
		var lines [][]string
		of, source := rows[at].Of, rows[at].Source
		for ; at < len(rows) && rows[at].Of == of && rows[at].Source == source; at++ {
			r := rows[at]
			lines = append(lines, []string{r.Answer, r.Published, r.Both(), r.Finding()})
		}
		d.print("%s", wrap(d.bold(of)+" ("+source+")", d.width))
		d.table([]string{"answer", "published", "ours", ""}, lines)
		d.print("")
	}
	for _, r := range rows {
		if r.Remark() != "" {
			about := r.Of + ", " + r.Answer + ":"
			if r.Verdict == replication.Wrong {
				about += " " + r.Source + " is wrong."
			}
			d.say("", about)
			d.say("  ", strings.ReplaceAll(r.Remark(), "\n", " "))
			d.print("")
		}
	}
}
