package main

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"reckon"
	"reckon/bibliography"
	"reckon/study"
	"reckon/workbench"
)

// sourceFlags are what sources is told.
type sourceFlags struct {
	to, out, add string
	force        bool
}

func sourcesVerb() verb {
	var set sourceFlags
	return verb{
		use:   "sources CASE [--to FORMAT | --add FILE]",
		short: "List the sources of a case, write them out, or take some in",
		long: `Lists the sources of a case, with how many places cite each.

With --to they are written as csl-json, ris or bibtex, which Zotero, Mendeley,
EndNote and pandoc read. What a format has no place for is said.

With --add sources come from a file that one of these wrote; its format is told
by its content. They are written behind what stands in sources.bib: a source
whose key the case has is left out and named. The case is tried first: if it
would have errors they are shown and nothing is written.`,
		example: `  reckon sources mycase
  reckon sources mycase --to csl-json --out mycase.json
  reckon sources mycase --add zotero.ris`,
		args: cobra.ExactArgs(1),
		flags: func(f *pflag.FlagSet) {
			f.StringVar(&set.to, "to", "", "write them in this format: "+strings.Join(bibliographyFormats(), ", "))
			f.StringVarP(&set.out, "out", "o", "", "write to this file; without it to the screen")
			f.StringVar(&set.add, "add", "", "take in the sources of this `file`")
			f.BoolVar(&set.force, "force", false, "replace a file that is there already")
		},
		offers: func(*desk) map[string]func([]string) []string {
			return map[string]func([]string) []string{"to": func([]string) []string { return bibliographyFormats() }}
		},
		run: func(d *desk, args []string) error {
			switch {
			case set.add != "" && (set.to != "" || set.out != ""):
				return fmt.Errorf("--add takes sources in and --to writes them out: run reckon sources twice")
			case set.to == "" && set.out != "":
				return fmt.Errorf("say in which format to write with --to: %s", strings.Join(bibliographyFormats(), ", "))
			}
			b, err := d.open(args[0])
			switch {
			case err != nil:
				return err
			case set.add != "":
				return d.addSources(b, set.add)
			case set.to != "":
				return d.writeSources(b, set)
			}
			return d.listSources(b)
		},
	}
}

func bibliographyFormats() []string {
	return []string{string(bibliography.CSL), string(bibliography.RIS), string(bibliography.BibTeX)}
}

// sourceJSON is one source as scripts get it.
type sourceJSON struct {
	Key         string `json:"key"`
	Title       string `json:"title"`
	Author      string `json:"author"`
	Publisher   string `json:"publisher"`
	Date        string `json:"date"` // as sources.bib has it
	URL         string `json:"url"`
	Reliability string `json:"reliability"`
	File        string `json:"file"`
	Origin      string `json:"derives_from"`
	Note        string `json:"note"`
	Cited       int    `json:"cited"`
}

func (d *desk) listSources(b *workbench.Bench) error {
	cited := map[string]int{}
	for _, c := range b.Cites() {
		cited[c.Source]++
	}
	all := []sourceJSON{}
	for _, s := range b.Case.Sources {
		all = append(all, sourceJSON{s.Key, s.Title, s.Author, s.Publisher, s.DateText, s.URL, s.Reliability, s.File, s.Origin, s.Note, cited[s.Key]})
	}
	if d.json {
		return d.encode(struct {
			Sources []sourceJSON `json:"sources"`
		}{all})
	}
	if len(all) == 0 {
		d.command("The case has no sources yet. To take some in:", "reckon sources "+quoted(b.Path)+" --add FILE")
		return nil
	}
	var rows [][]string
	for _, s := range all {
		what := cmp.Or(s.Title, "no title")
		if s.Author != "" {
			what = s.Author + ": " + what
		}
		rows = append(rows, []string{s.Key, cmp.Or(s.Date, "–"), what, cmp.Or(s.Reliability, "–"), fmt.Sprint(s.Cited)})
	}
	d.table([]string{"key", "dated", "source", "grade", "cited"}, rows)
	return nil
}

func (d *desk) writeSources(b *workbench.Bench, set sourceFlags) error {
	format := bibliography.Format("")
	for _, name := range bibliographyFormats() {
		if strings.EqualFold(name, set.to) {
			format = bibliography.Format(name)
		}
	}
	if format == "" {
		return fmt.Errorf("there is no format %s; there are: %s", set.to, strings.Join(bibliographyFormats(), ", "))
	}
	text, notes := bibliography.Write(format, b.Case.Sources)
	if set.out != "" {
		if err := study.Put(set.out, text, set.force); err != nil {
			return err
		}
	}
	switch {
	case d.json:
		out := converted{Format: string(format), File: set.out, Notes: append([]string{}, notes...)}
		if set.out == "" {
			out.Text = string(text)
		}
		return d.encode(out)
	case set.out == "":
		_, _ = d.out.Write(text) // the desk keeps the error of its output for the end
		for _, n := range notes {
			fmt.Fprintln(d.err, wrap("Note: "+n, d.width))
		}
	default:
		d.print("%s", set.out)
		for _, n := range notes {
			d.say("", "Note: "+n)
		}
	}
	return nil
}

func (d *desk) addSources(b *workbench.Bench, file string) error {
	g, err := study.Gain(b, file)
	if err != nil {
		return err
	}
	failed := g.Tried != nil && !g.Tried.Fit()
	if d.json {
		out := struct {
			*study.Gained
			Diagnostics []reckon.Diagnostic `json:"diagnostics"`
		}{Gained: g, Diagnostics: []reckon.Diagnostic{}}
		if g.Tried != nil {
			out.Diagnostics = append(out.Diagnostics, g.Tried.Diagnostics...)
		}
		if failed {
			out.Added = []string{}
		}
		err = d.encode(out)
	} else if !failed {
		d.gained(b, g)
	}
	switch {
	case err != nil:
		return err
	case failed && !d.json:
		return d.refuse(g.Tried)
	case failed, len(g.Added) == 0:
		return errFindings
	}
	return nil
}

func (d *desk) gained(b *workbench.Bench, g *study.Gained) {
	if len(g.Added) == 0 {
		d.print("Nothing new: the case has all these keys.")
	} else {
		d.print("%s added to %s:", count(len(g.Added), "source"), b.PathOf("sources.bib"))
		for _, key := range g.Added {
			d.print("  %s", legible(key))
		}
	}
	if len(g.Kept) > 0 {
		d.say("", "Left as the case has them: "+strings.Join(g.Kept, ", "))
	}
	for _, n := range g.Notes {
		d.say("", "Note: "+n)
	}
	if len(g.Added) > 0 {
		d.command("Next:", "reckon check "+quoted(b.Path))
	}
}
