package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"reckon/reading"
	"reckon/study"
	"reckon/workbench"
)

// readFlags are what read is told.
type readFlags struct {
	casePath string
	types    []string
	force    bool
}

func readVerb() verb {
	var set readFlags
	return verb{
		use:   "read DOCUMENT... [--case DIR]",
		short: "List what documents say: quotations, claims, priorities, conditions, causes, events",
		long: `Reads documents (HTML, PDF with a text layer, DOCX, TXT, Markdown, EML, and
folders of them) by rules and shipped weights: no network, no language model,
the same output each time. English is read; other languages are noted.

Each item has its place in the document (characters, counted as Unicode code
points), whose statement it is and through whom, how it stands (asserted,
reported, rumour, denied, hypothetical, future, counterfactual), and the rule
that found it. Types: ` + strings.Join(typeNames(), ", ") + `.

With --case a draft of a reading is written for each document into the folder
proposals of the case: wants in the order of the text, red lines, offers,
beliefs, dated events and the source. Nothing of it is part of the case until a
person completes it and runs reckon adopt. With --json each item is one line.`,
		example: `  reckon read memo.txt
  reckon read papers/ --type claim,priority
  reckon read memo.txt --json > items.jsonl
  reckon read memo.txt --case mycase`,
		args: cobra.MinimumNArgs(1),
		flags: func(f *pflag.FlagSet) {
			f.StringVar(&set.casePath, "case", "", "write proposals for this case, and know its actors")
			f.StringSliceVar(&set.types, "type", nil, "only items of these types")
			f.BoolVar(&set.force, "force", false, "replace proposals that are there already")
		},
		offers: func(*desk) map[string]func([]string) []string {
			return map[string]func([]string) []string{"type": func([]string) []string { return typeNames() }}
		},
		run: func(d *desk, args []string) error { return readDocuments(d, args, set) },
	}
}

func typeNames() []string {
	var names []string
	for _, t := range reading.Types() {
		names = append(names, string(t))
	}
	return names
}

func readDocuments(d *desk, paths []string, set readFlags) error {
	for _, name := range set.types {
		if !slices.Contains(typeNames(), name) {
			return fmt.Errorf("there is no type %s; there are: %s", name, strings.Join(typeNames(), ", "))
		}
	}
	var b *workbench.Bench
	how := study.Settings{}
	if set.casePath != "" {
		var err error
		if b, err = d.open(set.casePath); err != nil {
			return err
		}
		how.Case = b.Case
	}
	report := d.progress("read", time.Now())
	how.Progress = func(done, total int) { report("documents", done, total) }
	ctx, stop := interruptible()
	defer stop()
	s, err := study.Read(ctx, paths, how)
	if err != nil {
		return err
	}
	d.wipe()
	if err := d.items(s, set.types); err != nil {
		return err
	}
	if b != nil {
		if err := d.propose(s, b, set); err != nil {
			return err
		}
	}
	for _, f := range s.Failed {
		fmt.Fprintf(d.err, "not read: %s\n", f.Message)
	}
	switch {
	case len(s.Accounts) == 0:
		return fmt.Errorf("none of the documents could be read")
	case len(s.Failed) > 0:
		return errFindings
	}
	return nil
}

// items prints what was found, as text by document or as one JSON object a line.
func (d *desk) items(s *study.Study, types []string) error {
	for n, a := range s.Accounts {
		if !d.json {
			if n > 0 {
				d.print("")
			}
			d.account(a)
		}
		for _, it := range a.Items {
			if len(types) > 0 && !slices.Contains(types, string(it.Type)) {
				continue
			}
			if d.json {
				if err := d.encode(it); err != nil {
					return err
				}
				continue
			}
			d.item(&it)
		}
	}
	return nil
}

// account prints what is known of a document and how much was found.
func (d *desk) account(a *reading.Account) {
	doc := a.Document
	d.print("%s", d.bold(cmp.Or(doc.Title, doc.Name)))
	known := []string{cmp.Or(doc.Author, "author not found")}
	if doc.Publisher != "" {
		known = append(known, doc.Publisher)
	}
	if doc.Published != 0 {
		known = append(known, doc.Published.String())
	} else {
		known = append(known, "date not found")
	}
	d.say("  ", fmt.Sprintf("%s; %d words, %s", strings.Join(known, ", "), a.Words, a.Count()))
	for _, note := range doc.Notes {
		d.say("  ", "Note: "+note)
	}
}

// item prints one finding: its name, kind and holder, and the words.
func (d *desk) item(it *reading.Item) {
	what := string(it.Type)
	switch {
	case it.Type == reading.Event:
		what = strings.TrimSpace(it.Event + " " + it.Mode)
	case it.Kind != "" && it.Kind != what:
		what += ", " + it.Kind
	}
	line := fmt.Sprintf("%-4s %s; %s", it.ID, what, strings.Join(it.Chain(), " → "))
	if stands := it.Stands(); stands != "" {
		line += "; " + stands
	}
	if it.Date != "" {
		line += "; " + it.Date
	}
	d.print("")
	d.say("  ", line)
	d.say("       ", fmt.Sprintf("[%d–%d] %s", it.Start, it.End, strings.Join(strings.Fields(it.Text), " ")))
}

// propose writes the drafts and says where they are.
func (d *desk) propose(s *study.Study, b *workbench.Bench, set readFlags) error {
	all, err := s.Propose(b, set.force)
	if err != nil || d.json {
		return err
	}
	for _, p := range all {
		d.print("")
		d.say("", fmt.Sprintf("Proposed as %s: %s (%s, %s), %s of others, %s for the record.",
			p.Name, count(p.Wants, "want"), count(p.Lines, "red line"), count(p.Offers, "offer"), count(p.Beliefs, "belief"), count(p.Events, "event")))
		for _, f := range p.Files {
			d.print("  %s", f)
		}
		d.command("Complete what you hold with, then:", "reckon adopt "+quoted(set.casePath)+" "+quoted(p.Name))
	}
	return nil
}
