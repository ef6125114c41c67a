package main

import (
	"bytes"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"reckon"
	"reckon/exchange"
	"reckon/workbench"
)

// conversion is what the flags of convert say.
type conversion struct {
	set        exchange.Settings
	names      workbench.SolveSettings
	concepts   []string
	impossible string
	staying    string
	out        string
	force      bool
}

func convertVerb() verb {
	var c conversion
	return verb{
		use:   "convert CASE [--to FORMAT] [--out FILE]",
		short: "Write the conflict for another tool, or read one of its files",
		long: `Writes one reading of a case in the format of another tool. CASE may be such a
file itself: .gmcr, Gambit's .nfg and .efg, and system dynamics models as .xmile
or .stmx are read like a case folder.

Formats: ` + strings.Join(workbench.Formats(), ", ") + `.
gmcr is for GMCR+; nfg and efg are games for Gambit, as a table or as a tree of
moves in turn; graphml and dot hold the graph of states; csv has a row for each
state, actor and concept, equilibria one for each equilibrium; case is text.
xmile holds the measures for Stella, Vensim and the like (docs/xmile.md).

Payoffs in games are ranks: only their order means anything. What a format has
no place for is said, not dropped in silence; docs/exchange.md has the rules.`,
		example: `  reckon convert cases/catalogue/hipel1993/elmira-1991 --to gmcr
  reckon convert cases/catalogue/tucker1950/prisoners.gmcr --out game.nfg
  reckon convert cases/catalogue/tucker1950/prisoners --to efg --turns 3
  reckon convert cases/supreme-leader --reading gambler --to equilibria
  reckon convert cases/catalogue/tucker1950/prisoners.gmcr --to case --out new
  reckon convert cases/supreme-leader --out leader.xmile`,
		args:  cobra.ExactArgs(1),
		flags: c.flags,
		offers: func(d *desk) map[string]func([]string) []string {
			offers := solveOffers(d)
			return map[string]func([]string) []string{
				"to":      func([]string) []string { return workbench.Formats() },
				"reading": offers["reading"], "first": offers["actor"],
			}
		},
		run: func(d *desk, args []string) error { return convert(d, args[0], c) },
	}
}

func (c *conversion) flags(f *pflag.FlagSet) {
	f.StringVar(&c.set.To, "to", "", "the format; else the ending of --out")
	f.StringVarP(&c.out, "out", "o", "", "write to this file")
	f.StringVar(&c.names.Reading, "reading", "", "the reading to write")
	f.StringVar(&c.names.State, "from", "", "begin from this state (Y/N letters): nfg, efg")
	f.IntVar(&c.set.Turns, "turns", 2, "turns of the longest path: efg")
	f.StringVar(&c.names.Actor, "first", "", "the actor whose turn is first: efg")
	f.StringVar(&c.staying, "staying", "", "ends the game (unless said) or passes the turn: efg")
	f.StringVar(&c.impossible, "impossible", "", "penalty (unless said: worth -1) or refuse: nfg")
	f.BoolVar(&c.set.Table, "table", false, "the version of bare payoffs, without names: nfg")
	f.BoolVar(&c.set.Old, "old", false, "the names of the older files: gmcr")
	f.BoolVar(&c.set.Improvements, "improvements", false, "only moves that are improvements: graphml, dot")
	f.StringSliceVar(&c.concepts, "concept", nil, "only these concepts, separated by commas")
	f.BoolVar(&c.force, "force", false, "replace a file that is there")
}

// endings says which format a file is in by the end of its name.
var endings = map[string]string{
	".gmcr": "gmcr", ".nfg": "nfg", ".efg": "efg", ".graphml": "graphml", ".dot": "dot", ".gv": "dot", ".csv": "csv", ".hcl": "case",
	".xmile": "xmile", ".stmx": "xmile",
}

// settle reads the flags that are words.
func (c *conversion) settle() error {
	if c.out == "-" {
		c.out = ""
	}
	if c.set.To == "" {
		c.set.To = endings[strings.ToLower(filepath.Ext(c.out))]
	}
	if c.set.To == "" {
		return fmt.Errorf("say in which format to write with --to: %s", strings.Join(workbench.Formats(), ", "))
	}
	var known bool
	if c.set.Passing, known = map[string]bool{"": false, "ends": false, "passes": true}[c.staying]; !known {
		return fmt.Errorf("--staying is ends or passes, not %s", c.staying)
	}
	if c.set.Strict, known = map[string]bool{"": false, "penalty": false, "refuse": true}[c.impossible]; !known {
		return fmt.Errorf("--impossible is penalty or refuse, not %s", c.impossible)
	}
	for _, k := range c.concepts {
		c.names.Concepts = append(c.names.Concepts, reckon.Concept(k))
	}
	if c.set.To == "case" && c.out != "" && filepath.Ext(c.out) != ".hcl" {
		c.out = filepath.Join(c.out, "case.hcl")
	}
	return nil
}

func convert(d *desk, path string, c conversion) error {
	if err := c.settle(); err != nil {
		return err
	}
	b, err := d.open(path)
	if err != nil {
		return err
	}
	var notes []string
	write := func(w io.Writer) error {
		var err error
		notes, err = b.Convert(w, c.set, c.names)
		return err
	}
	var text bytes.Buffer
	switch {
	case c.out != "":
		err = b.Save(c.out, c.force, write)
	case d.json:
		err = write(&text)
	default:
		err = write(d.out)
	}
	if err != nil {
		return d.failed(b, err)
	}
	if d.json {
		return d.encode(converted{Format: c.set.To, File: c.out, Text: text.String(), Notes: append([]string{}, notes...)})
	}
	if c.out == "" {
		for _, n := range notes {
			fmt.Fprintln(d.err, wrap("Note: "+n, d.width))
		}
		return nil
	}
	d.print("%s", c.out)
	for _, n := range notes {
		d.say("", "Note: "+n)
	}
	return nil
}

// converted is the result of convert in JSON.
type converted struct {
	Format string   `json:"format"`
	File   string   `json:"file"` // "" when the text is here
	Text   string   `json:"text,omitempty"`
	Notes  []string `json:"notes"`
}
