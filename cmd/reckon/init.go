package main

import (
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"reckon/workbench"
)

func initVerb() verb {
	var template string
	return verb{
		use:   "init DIR [--template NAME]",
		short: "Write a small complete case to begin from",
		long: `Writes a small, complete, commented case into DIR, which must be empty or not
exist yet. The case is invented; it can be checked, solved, tried and briefed as
it is. Replace it piece by piece with your own.

Templates: leader (two readings of a leader, with sources, record, observations
and a question), conflict (two actors and what they want, nothing more) and
arenas (the forces around a leader: treasury, palace, council and the others,
coupled).`,
		example: `  reckon init mycase
  reckon init chicken --template conflict
  reckon init forces --template arenas`,
		args: cobra.ExactArgs(1),
		flags: func(f *pflag.FlagSet) {
			f.StringVar(&template, "template", workbench.Templates()[0], strings.Join(workbench.Templates(), ", "))
		},
		offers: func(*desk) map[string]func([]string) []string {
			return map[string]func([]string) []string{"template": func([]string) []string { return workbench.Templates() }}
		},
		run: func(d *desk, args []string) error {
			files, err := workbench.Init(args[0], template)
			if err != nil {
				return err
			}
			if d.json {
				return d.encode(struct {
					Folder string   `json:"folder"`
					Files  []string `json:"files"`
				}{args[0], files})
			}
			for _, f := range files {
				d.print("%s", filepath.Join(args[0], f))
			}
			d.print("")
			d.command("Next:", "reckon check "+quoted(args[0]))
			return nil
		},
	}
}
