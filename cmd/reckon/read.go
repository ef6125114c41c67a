package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"reckon"
	"reckon/llm"
	"reckon/reading"
	"reckon/study"
	"reckon/workbench"
)

// readFlags are what read is told.
type readFlags struct {
	casePath string
	types    []string
	force    bool
	page     string
	tagger   string
	llm      llm.Endpoint
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
person completes it and runs reckon adopt. With --json each item is one line.

With --html the documents are written as one page, each finding marked by colour
and letter, with whose it is and how it stands. As documents.html beside the
brief of a case the two pages lead to each other.

With --llm and --model a language model behind any endpoint that speaks OpenAI's
chat completions proposes items too: the documents are sent there. An item
counts only if its quotation stands in the document; the others are counted.`,
		example: `  reckon read memo.txt
  reckon read papers/ --type claim,priority
  reckon read memo.txt --json > items.jsonl
  reckon read memo.txt --case mycase
  reckon read papers/ --case mycase --html mycase/documents.html
  reckon read memo.txt --llm http://localhost:11434/v1 --model qwen3`,
		args: cobra.MinimumNArgs(1),
		flags: func(f *pflag.FlagSet) {
			f.StringVar(&set.casePath, "case", "", "write proposals for this case, and know its actors")
			f.StringSliceVar(&set.types, "type", nil, "only items of these types")
			f.StringVar(&set.page, "html", "", "write a page with each document and its findings to this file")
			f.StringVar(&set.tagger, "tagger", "", "find claims with these weights too, learned with reckon train")
			f.StringVar(&set.llm.URL, "llm", "", "ask a language model too, at this `address` (…/v1); the key is RECKON_LLM_KEY")
			f.StringVar(&set.llm.Model, "model", "", "the language model to ask")
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
	report := d.progress("read", time.Now())
	how := study.Settings{Tagger: set.tagger, Progress: func(done, total int) { report("documents", done, total) }}
	ctx, stop := interruptible()
	defer stop()
	b, err := d.caseFor(ctx, paths, &how, set.casePath)
	if err != nil {
		return err
	}
	s, err := study.Read(ctx, paths, how)
	if err != nil {
		return err
	}
	asked := d.ask(ctx, s, set.llm, report)
	d.wipe()
	if err := d.items(s, set.types); err != nil {
		return err
	}
	if err := d.disagreements(s, set.types); err != nil {
		return err
	}
	if set.page != "" {
		if err := s.Write(b, study.Page{Out: set.page, Force: set.force, Version: version}); err != nil {
			return err
		}
		if !d.json {
			d.print("")
			d.print("The page is at %s. Open it in any browser.", set.page)
		}
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
	case asked != nil:
		return asked
	case len(s.Accounts) == 0:
		return errors.New("none of the documents could be read")
	case len(s.Failed) > 0:
		return errFindings
	}
	return nil
}

// caseFor opens the case that proposals are for. Where there is none yet, one is
// drafted from the documents.
func (d *desk) caseFor(ctx context.Context, paths []string, how *study.Settings, path string) (*workbench.Bench, error) {
	if path == "" {
		return nil, nil
	}
	if _, err := os.Stat(filepath.Join(path, "case.hcl")); errors.Is(err, fs.ErrNotExist) {
		s, err := study.Read(ctx, paths, *how)
		if err != nil {
			return nil, err
		}
		begun, err := s.Begin(path)
		if err != nil {
			return nil, err
		}
		if begun && !d.json {
			d.say("", fmt.Sprintf("There was no case in %s: case.hcl there is drafted from the documents. Give its actors the options that matter.", path))
			d.print("")
		}
	}
	b, err := d.open(path)
	if err == nil {
		how.Known = b.Known()
	}
	return b, err
}

// ask asks a language model, if an address is given, and says what did not count.
func (d *desk) ask(ctx context.Context, s *study.Study, e llm.Endpoint, report func(what string, done, total int)) error {
	if e.URL == "" {
		if e.Model != "" {
			return errors.New("--model names a model and --llm where it answers: give both")
		}
		return nil
	}
	e.Key = os.Getenv("RECKON_LLM_KEY")
	asked, err := s.Ask(ctx, e, reckon.DateOf(time.Now()), func(done, total int) { report("documents asked about", done, total) })
	if err != nil {
		return err
	}
	d.wipe()
	fmt.Fprintf(d.err, "%s proposed %s; %d rejected, because they quote what is not in the text or name a holder who is not; %s sent, %d answered from what was kept.\n",
		asked.Model, count(asked.Items, "item"), len(asked.Rejected), count(asked.Requests, "request"), asked.Cached)
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

// disagreements prints where documents do not go together.
func (d *desk) disagreements(s *study.Study, types []string) error {
	if len(s.Accounts) < 2 || len(types) > 0 {
		return nil
	}
	all := reading.Disagreements(s.Accounts)
	if !d.json && len(all) > 0 {
		d.print("")
		d.print("%s", d.bold("Where the documents disagree"))
	}
	for i := range all {
		x := &all[i]
		if d.json {
			if err := d.encode(x); err != nil {
				return err
			}
			continue
		}
		d.print("")
		d.say("  ", fmt.Sprintf("%s: %s, on %s", x.Kind, x.About, x.On))
		for _, side := range []reading.Side{x.A, x.B} {
			d.say("    ", fmt.Sprintf("%s %s: %s", filepath.Base(side.Document), side.Dated, side.Says))
			for _, at := range side.Places {
				d.say("      ", fmt.Sprintf("[%d–%d] %s", at.Start, at.End, strings.Join(strings.Fields(at.Text), " ")))
			}
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
