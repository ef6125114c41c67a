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
	"reckon/library"
	"reckon/llm"
	"reckon/reading"
	"reckon/study"
	"reckon/workbench"
)

// readFlags are what read is told.
type readFlags struct {
	casePath string
	place    string // of a library
	types    []string
	holder   string
	force    bool
	page     string
	tagger   string
	llm      llm.Endpoint
}

func readVerb() verb {
	var set readFlags
	return verb{
		use:   "read DOCUMENT... [--case DIR] [--library PLACE]",
		short: "List what documents say: claims, priorities, causes, events",
		long: `Reads documents (HTML, PDF with a text layer, DOCX, TXT, Markdown, EML, and
folders of them) by rules and shipped weights: no network, no language model,
the same output each time. English is read; other languages are noted.

Each item has its place in the document (characters, counted as Unicode code
points), whose statement it is and through whom, how it stands (asserted,
reported, rumour, denied, hypothetical, future, counterfactual), and the rule
that found it. Types: ` + strings.Join(typeNames(), ", ") + `.

With --library the documents are those kept there, by name or hash; without one,
all that are in English. Claims that several of them report are listed with how
many origins that makes: a reprint adds none.

With --case a draft of a reading is written for each document into the folder
proposals of the case: wants in the order of the text, red lines, offers,
beliefs, dated events and the source. Nothing of it is part of the case until a
person completes it and runs reckon adopt. With --json each item is one line.

With --html the documents are written as one page, each finding marked by colour
and letter, with whose it is and how it stands. As documents.html beside the
brief of a case the two pages lead to each other.

With --llm and --model a language model behind any endpoint that speaks OpenAI's
chat completions proposes items too: the documents are sent there, with the key
in RECKON_LLM_KEY if one is set. An item counts only if its quotation stands in
the document; the others are counted.`,
		example: `  reckon read mycase/documents
  reckon read mycase/documents --type claim,priority --holder "The premier"
  reckon read mycase/documents --json > items.jsonl
  reckon read mycase/documents --case mycase
  reckon read mycase/documents --case mycase --html mycase/documents.html
  reckon read --library library.db
  reckon read memo.txt --llm http://localhost:11434/v1 --model qwen3`,
		args: func(c *cobra.Command, args []string) error {
			if set.place != "" {
				return nil
			}
			return cobra.MinimumNArgs(1)(c, args)
		},
		flags: func(f *pflag.FlagSet) {
			f.StringVar(&set.casePath, "case", "", "write proposals for this case, and know its actors")
			f.StringVar(&set.place, libraryFlag, "", "read documents kept in this library")
			f.StringSliceVar(&set.types, "type", nil, "print only items of these types")
			f.StringVar(&set.holder, "holder", "", "print only items of this `name`, as items name him")
			f.StringVar(&set.page, "html", "", "write a page with the documents to this `file`")
			f.StringVar(&set.tagger, "tagger", "", "find claims with weights of reckon train too")
			f.StringVar(&set.llm.URL, "llm", "", "ask a language model too, at this `address`")
			f.StringVar(&set.llm.Model, "model", "", "the language model to ask")
			f.BoolVar(&set.force, "force", false, "replace proposals and a page that are there already")
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
	read := func() (*study.Study, error) { return d.study(ctx, paths, set.place, how) }
	b, err := d.caseFor(set.casePath, read)
	if err != nil {
		return err
	}
	if b != nil {
		how.Known = b.Known()
	}
	s, err := read()
	if err != nil {
		return err
	}
	asked := d.ask(ctx, s, set.llm, report)
	d.wipe()
	if notice, err := how.Notice(); err != nil {
		return err
	} else if notice != "" {
		fmt.Fprintf(d.err, "weights of your own: %s\n", notice)
	}
	if err := d.findings(s, filter{set.types, set.holder}); err != nil {
		return err
	}
	if err := d.written(s, b, set); err != nil {
		return err
	}
	for _, f := range s.Failed {
		fmt.Fprintf(d.err, "not read: %s\n", legible(f.Message))
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

// study reads files and folders, or what a library keeps.
func (d *desk) study(ctx context.Context, paths []string, place string, how study.Settings) (s *study.Study, err error) {
	if place == "" {
		return study.Read(ctx, paths, how)
	}
	err = shelved(d, place, func(ctx context.Context, l *library.Library) error {
		s, err = study.ReadKept(ctx, l, paths, how)
		return err
	})
	return s, err
}

// caseFor opens the case that proposals are for. Where there is none yet, one is
// drafted from the documents.
func (d *desk) caseFor(path string, read func() (*study.Study, error)) (*workbench.Bench, error) {
	if path == "" {
		return nil, nil
	}
	if _, err := os.Stat(filepath.Join(path, "case.hcl")); errors.Is(err, fs.ErrNotExist) {
		s, err := read()
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
	return d.open(path)
}

// written writes the page and the proposals that were asked for.
func (d *desk) written(s *study.Study, b *workbench.Bench, set readFlags) error {
	if set.page != "" {
		if err := s.Write(b, study.Page{Out: set.page, Force: set.force, Version: version}); err != nil {
			return err
		}
		if !d.json {
			d.print("")
			d.print("The page is at %s. Open it in any browser.", set.page)
		}
	}
	if b == nil {
		return nil
	}
	return d.propose(s, b, set)
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
	fmt.Fprintf(d.err, "%s proposed %s; %d rejected, since they quote what is not in the text, name a holder who is not, or are no items; %s sent, %d answered from what was kept.\n",
		asked.Model, count(asked.Items, "item"), len(asked.Rejected), count(asked.Requests, "request"), asked.Cached)
	return nil
}

// propose writes the drafts and says where they are.
func (d *desk) propose(s *study.Study, b *workbench.Bench, set readFlags) error {
	all, err := s.Propose(b, set.force)
	if err != nil {
		return err
	}
	next := ""
	for i := range all {
		p := &all[i]
		if d.json {
			err := d.encode(struct {
				Type string `json:"type"`
				*study.Proposed
			}{"proposal", p})
			if err != nil {
				return err
			}
			continue
		}
		d.print("")
		if p.Kept {
			d.say("", fmt.Sprintf("The proposal %s is there already and stays as it is; --force would replace it.", p.Name))
			continue
		}
		next = cmp.Or(next, p.Name)
		d.say("", fmt.Sprintf("Proposed as %s: %s (%s, %s), %s of others, %s for the record.",
			p.Name, count(p.Wants, "want"), count(p.Lines, "red line"), count(p.Offers, "offer"), count(p.Beliefs, "belief"), count(p.Events, "event")))
		for _, f := range p.Files {
			d.print("  %s", f)
		}
	}
	if next != "" {
		d.print("")
		d.command("Complete there what you hold with, then:", "reckon adopt "+quoted(set.casePath)+" "+quoted(next))
	}
	return nil
}
