package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"reckon"
	"reckon/anchor"
	"reckon/disk"
	"reckon/library"
	"reckon/study"
)

// libraryFlag says where the library is.
const libraryFlag = "library"

func libraryVerb() verb {
	return verb{
		use:   "library VERB",
		short: "Keep documents: import, search, annotate, group by origin",
		long: `Keeps documents with their original bytes, text, what is known of them, and a
full-text index, in one SQLite file, or in PostgreSQL for a team. A document is
named by its file name, with or without its folder, by its SHA-256, or by the
first eight digits of that.

The library is library.db in the present folder, or where --library or the
environment variable RECKON_LIBRARY says: a file, or postgres://user@host/name.`,
		example: `  reckon library import mycase/documents
  reckon library search '"open strait" OR embargo -war'
  reckon library list`,
		args: cobra.NoArgs,
		verbs: func() []verb {
			return []verb{
				libraryImport(), libraryList(), librarySearch(), libraryShow(), libraryDescribe(), libraryOrigins(),
				libraryAnnotate(), libraryAnnotations(), libraryExport(), libraryRemove(), libraryVerify(),
			}
		},
	}
}

// shelved opens the library for one verb and closes it after.
func shelved(d *desk, place string, use func(ctx context.Context, l *library.Library) error) error {
	place = libraryAt(place)
	if file, server := libraryFile(place); !server {
		if _, err := os.Stat(file); errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("there is no library at %s; one is made by: reckon library import FILE --library %s", file, quoted(place))
		}
	}
	return opened(d, place, use)
}

// libraryAt is where the library is when the flag does not say.
func libraryAt(place string) string {
	return cmp.Or(place, os.Getenv("RECKON_LIBRARY"), "library.db")
}

// libraryFile is the file of a library that is no server.
func libraryFile(place string) (file string, server bool) {
	scheme, rest, ok := strings.Cut(place, ":")
	switch {
	case ok && scheme == "sqlite":
		return rest, false
	case ok && strings.HasPrefix(scheme, "postgres"):
		return "", true
	}
	return place, false
}

// opened is shelved, where there may be no library yet.
func opened(d *desk, place string, use func(ctx context.Context, l *library.Library) error) error {
	ctx, stop := interruptible()
	defer stop()
	l, err := library.Open(ctx, place)
	if err != nil {
		return err
	}
	err = use(ctx, l)
	d.wipe()
	if shut := l.Close(); err == nil {
		err = shut
	}
	return err
}

// onShelf makes a verb of the library: where it is comes with a flag of its own.
func onShelf(v verb, do func(ctx context.Context, d *desk, l *library.Library, args []string) error) verb {
	var place string
	own := v.flags
	v.flags = func(f *pflag.FlagSet) {
		if own != nil {
			own(f)
		}
		f.StringVar(&place, libraryFlag, "", "the library: a file, or postgres://user@host/name")
	}
	v.run = func(d *desk, args []string) error {
		open := shelved
		if strings.HasPrefix(v.use, "import") {
			open = func(d *desk, place string, use func(context.Context, *library.Library) error) error {
				return opened(d, libraryAt(place), use)
			}
		}
		return open(d, place, func(ctx context.Context, l *library.Library) error { return do(ctx, d, l, args) })
	}
	return v
}

func libraryImport() verb {
	return onShelf(verb{
		use:   "import FILE...",
		short: "Take in files, and folders of them",
		long: `Takes in HTML, PDF with a text layer, DOCX, TXT, Markdown and EML. A file that
cannot be read is reported and the others go on. What was reported is safely on
disk. The same bytes are kept once; a near copy is named with what it repeats;
a file that has changed since is a new version beside the old one.`,
		example: `  reckon library import mycase/documents`,
		args:    cobra.MinimumNArgs(1),
	}, func(ctx context.Context, d *desk, l *library.Library, args []string) error {
		count := map[library.Outcome]int{}
		var wrong error
		err := l.Import(ctx, args, func(it library.Item) {
			count[it.Outcome]++
			if it.Outcome == library.Failed {
				wrong = errFindings
			}
			if d.json {
				_ = d.encode(it) // the desk keeps the error of its output for the end
				return
			}
			d.imported(it)
		})
		if err != nil {
			return err
		}
		if !d.json {
			d.print("")
			near := "near copies"
			if count[library.Near] == 1 {
				near = "near copy"
			}
			d.print("%d added, %d %s, %d known already, %d failed.", count[library.Added], count[library.Near], near, count[library.Known], count[library.Failed])
		}
		return wrong
	})
}

// imported prints what became of one file.
func (d *desk) imported(it library.Item) {
	key := "        "
	if it.SHA256 != "" {
		key = it.SHA256[:8]
	}
	d.print("%-6s %s %s", it.Outcome, key, legible(it.Name)) // a path is never broken: it can be copied
	if it.Like != "" {
		d.say("       ", fmt.Sprintf("It repeats %s: %.0f%% of the shorter.", it.Like[:8], 100*it.Share))
	}
	if it.Message != "" {
		d.say("       ", it.Message)
	}
	for _, note := range it.Notes {
		d.say("       ", "Note: "+note)
	}
	if it.Older != "" {
		d.say("       ", fmt.Sprintf("A new version of %s: %d annotations found again, %d lost.", it.Older[:8], it.Carried, len(it.Orphans)))
	}
	for _, o := range it.Orphans {
		d.say("       ", fmt.Sprintf("Lost: “%s”", o.Locator.Exact))
	}
}

func libraryList() verb {
	return onShelf(verb{
		use: "list", short: "List the documents", long: "Lists all documents, those taken in last first.",
		example: `  reckon library list --json`, args: cobra.NoArgs,
	}, func(ctx context.Context, d *desk, l *library.Library, _ []string) error {
		all, err := l.List(ctx)
		if err != nil {
			return err
		}
		if d.json {
			return d.encode(append([]library.Entry{}, all...))
		}
		var rows [][]string
		for _, e := range all {
			k := e.Described()
			rows = append(rows, []string{e.SHA256[:8], dated(k.Published), cmp.Or(k.Author, "–"), cmp.Or(k.Title, filepath.Base(e.Names[0])), e.Language, fmt.Sprint(e.Words)})
		}
		d.table([]string{"", "dated", "author", "title", "", "words"}, rows)
		return nil
	})
}

func dated(day reckon.Date) string {
	if day == 0 {
		return "–"
	}
	return day.String()
}

func librarySearch() verb {
	var limit int
	return onShelf(verb{
		use:   "search QUERY",
		short: "Find documents by their words",
		long: `Finds the documents that hold all the words asked for, best first. "A phrase"
stands in quotation marks, OR between words asks for either, a minus sign before
a word excludes it. Capitals, kinds of quotation marks and digits, and the forms
of Persian and Arabic letters do not matter.`,
		example: `  reckon library search 'embargo ports'
  reckon library search '"third time" -war' --json`,
		args:  cobra.ExactArgs(1),
		flags: func(f *pflag.FlagSet) { f.IntVar(&limit, "limit", 20, "how many to show at most") },
	}, func(ctx context.Context, d *desk, l *library.Library, args []string) error {
		if limit < 1 {
			return fmt.Errorf("--limit wants a number of at least 1, not %d", limit)
		}
		hits, err := l.Search(ctx, args[0], limit)
		if err != nil {
			return err
		}
		if d.json {
			return d.encode(append([]library.Hit{}, hits...))
		}
		for _, h := range hits {
			k := h.Entry.Described()
			d.print("%s %s", h.Entry.SHA256[:8], d.bold(cmp.Or(k.Title, filepath.Base(h.Entry.Names[0]))))
			d.say("         ", fmt.Sprintf("[%d–%d] %s", h.Start, h.End, strings.Join(strings.Fields(h.Text), " ")))
		}
		d.print("%s.", count(len(hits), "document"))
		return nil
	})
}

func libraryShow() verb {
	return onShelf(verb{
		use: "show DOCUMENT", short: "Say what is known of a document, and show its text",
		long:    "Says what is known of a document and where each was found, and prints its text.",
		example: `  reckon library show coast_2024.txt`, args: cobra.ExactArgs(1),
	}, func(ctx context.Context, d *desk, l *library.Library, args []string) error {
		e, err := l.Entry(ctx, args[0])
		if err != nil {
			return err
		}
		doc, err := l.Document(ctx, args[0])
		if err != nil {
			return err
		}
		if d.json {
			return d.encode(struct {
				library.Entry
				Text string `json:"text"`
			}{e, doc.Text})
		}
		d.described(&e)
		d.print("")
		for _, b := range doc.Blocks {
			d.say("", doc.Text[b.Start:b.End])
			d.print("")
		}
		return nil
	})
}

// described prints what is known of a document.
func (d *desk) described(e *library.Entry) {
	d.print("%s %s", e.SHA256[:8], d.bold(strings.Join(e.Names, ", ")))
	k := e.Described()
	for _, f := range []struct{ name, value, told string }{
		{"title", k.Title, e.Told.Title},
		{"author", k.Author, e.Told.Author},
		{"publisher", k.Publisher, e.Told.Publisher},
		{"published", dated(k.Published), dated(e.Told.Published)},
	} {
		from := e.FoundIn[f.name]
		if f.told != "" && f.told != "–" {
			from = "told"
		}
		if f.value == "" || f.value == "–" {
			f.value, from = "not found", ""
		}
		if from != "" {
			from = " (" + from + ")"
		}
		d.say("  ", f.name+": "+f.value+from)
	}
	d.say("  ", fmt.Sprintf("%s, %s, %d words, %d bytes", e.Format, cmp.Or(e.Language, "language unknown"), e.Words, e.Size))
	for _, n := range e.Notes {
		d.say("  ", "Note: "+n)
	}
	if e.Newer != "" {
		d.say("  ", "There is a newer version: "+e.Newer[:8])
	}
}

func libraryDescribe() verb {
	var told library.Described
	var published string
	return onShelf(verb{
		use:   "describe DOCUMENT [--author TEXT] [--published DATE] …",
		short: "Say what a document does not say of itself",
		long: `Keeps title, author, publisher and date as you say them, apart from what was
found in the document. A field that is not given takes back what was said of it.`,
		example: `  reckon library describe ledger_2022.txt --author "Ines Halvorsen"`,
		args:    cobra.ExactArgs(1),
		flags: func(f *pflag.FlagSet) {
			f.StringVar(&told.Title, "title", "", "the title")
			f.StringVar(&told.Author, "author", "", "the author")
			f.StringVar(&told.Publisher, "publisher", "", "the publisher")
			f.StringVar(&published, "published", "", "the day of publication, as 2025-06-01")
		},
	}, func(ctx context.Context, d *desk, l *library.Library, args []string) error {
		if published != "" {
			day, err := reckon.ParseDate(published)
			if err != nil {
				return fmt.Errorf("--published wants a day as 2025-06-01, not %q", published)
			}
			told.Published = day
		}
		if err := l.Describe(ctx, args[0], told); err != nil {
			return err
		}
		e, err := l.Entry(ctx, args[0])
		if err != nil {
			return err
		}
		if d.json {
			return d.encode(e)
		}
		d.described(&e)
		return nil
	})
}

func libraryOrigins() verb {
	return onShelf(verb{
		use:   "origins",
		short: "Group documents that go back to one text",
		long: `Groups documents that are the same, or nearly all of one within the other: a
reprint, a wire report in two papers. Corroboration counts origins, not copies.`,
		example: `  reckon library origins`, args: cobra.NoArgs,
	}, func(ctx context.Context, d *desk, l *library.Library, _ []string) error {
		all, err := l.Origins(ctx)
		if err != nil {
			return err
		}
		if d.json {
			return d.encode(append([]library.Origin{}, all...))
		}
		n := 0
		for _, o := range all {
			n += len(o.Documents)
			if len(o.Documents) < 2 {
				continue
			}
			d.print("%s of one origin:", count(len(o.Documents), "document"))
			for _, key := range o.Documents {
				e, err := l.Entry(ctx, key)
				if err != nil {
					return err
				}
				d.say("  ", key[:8]+" "+cmp.Or(e.Described().Title, e.Names[0]))
			}
		}
		d.print("%s, %s.", count(n, "document"), count(len(all), "origin"))
		return nil
	})
}

func libraryAnnotate() verb {
	return onShelf(verb{
		use:   "annotate DOCUMENT FILE",
		short: "Take in annotations of a document",
		long: `Takes in W3C Web Annotations (JSON-LD), or what Hypothesis exports. Quotations
are found by their words, then by the words around them; those that are not
found are reported and kept.`,
		example: `  reckon library annotate coast_2024.txt notes.jsonld`, args: cobra.ExactArgs(2),
	}, func(ctx context.Context, d *desk, l *library.Library, args []string) error {
		f, err := os.Open(args[1])
		if err != nil {
			return disk.Unread(args[1], err)
		}
		notes, err := anchor.ReadAnnotations(f)
		_ = f.Close() // it was only read
		if err != nil {
			return fmt.Errorf("%s: %w", args[1], err)
		}
		lost, err := l.Annotate(ctx, args[0], notes)
		if err != nil {
			return err
		}
		if d.json {
			err = d.encode(struct {
				Annotations int             `json:"annotations"`
				Orphans     []anchor.Orphan `json:"orphans"`
			}{len(notes), append([]anchor.Orphan{}, lost...)})
		} else {
			d.print("%s taken in, %d not found in the document.", count(len(notes), "annotation"), len(lost))
			for _, o := range lost {
				d.say("  ", fmt.Sprintf("Lost: “%s”", o.Locator.Exact))
			}
		}
		if err == nil && len(lost) > 0 {
			return errFindings
		}
		return err
	})
}

func libraryAnnotations() verb {
	var out string
	var force bool
	return onShelf(verb{
		use: "annotations DOCUMENT", short: "Give out the annotations of a document",
		long:    "Writes the annotations of a document as W3C Web Annotations (JSON-LD).",
		example: `  reckon library annotations coast_2024.txt --out copy.jsonld`, args: cobra.ExactArgs(1),
		flags: func(f *pflag.FlagSet) {
			f.StringVar(&out, "out", "", "write to this file")
			f.BoolVar(&force, "force", false, "replace a file that is there already")
		},
	}, func(ctx context.Context, d *desk, l *library.Library, args []string) error {
		notes, err := l.Annotations(ctx, args[0])
		if err != nil {
			return err
		}
		if out == "" {
			return anchor.WriteAnnotations(d.out, notes)
		}
		var b strings.Builder
		if err := anchor.WriteAnnotations(&b, notes); err != nil {
			return err
		}
		return study.Put(out, []byte(b.String()), force)
	})
}

func libraryExport() verb {
	var out string
	return onShelf(verb{
		use: "export DOCUMENT --out FILE", short: "Write the original of a document",
		long:    "Writes the bytes of a document as they were taken in.",
		example: `  reckon library export coast_2024.txt --out copy.txt`, args: cobra.ExactArgs(1),
		flags: func(f *pflag.FlagSet) { f.StringVar(&out, "out", "", "write to this file, which must not exist") },
	}, func(ctx context.Context, _ *desk, l *library.Library, args []string) error {
		if out == "" {
			return fmt.Errorf("--out names the file to write")
		}
		if _, err := os.Lstat(out); err == nil {
			return fmt.Errorf("%s is there already; choose another name", out)
		}
		return disk.Replace(out, 0o644, func(w io.Writer) error { return l.Original(ctx, args[0], w) })
	})
}

func libraryRemove() verb {
	return onShelf(verb{
		use: "remove DOCUMENT...", short: "Take documents out for good",
		long:    "Takes documents out for good, with their originals and annotations.",
		example: `  reckon library remove review_2022.txt`, args: cobra.MinimumNArgs(1),
	}, func(ctx context.Context, d *desk, l *library.Library, args []string) error {
		for _, key := range args {
			if err := l.Remove(ctx, key); err != nil {
				return fmt.Errorf("%s: %w", key, err)
			}
			if !d.json {
				d.print("removed %s", key)
			}
		}
		if d.json {
			return d.encode(struct {
				Removed []string `json:"removed"`
			}{args})
		}
		return nil
	})
}

func libraryVerify() verb {
	return onShelf(verb{
		use: "verify", short: "Read everything again and say whether it is as it was",
		long:    "Reads every original, text and index entry again and compares them with the\nhashes they were kept under.",
		example: `  reckon library verify`, args: cobra.NoArgs,
	}, func(ctx context.Context, d *desk, l *library.Library, _ []string) error {
		start := time.Now()
		faults, err := l.Verify(ctx)
		if err != nil {
			return err
		}
		if d.json {
			err = d.encode(append([]library.Fault{}, faults...))
		} else {
			for _, f := range faults {
				d.say("", strings.TrimSpace(f.SHA256+" "+f.Message))
			}
			if len(faults) == 0 {
				d.print("All is as it was taken in (%.1f s).", time.Since(start).Seconds())
			}
		}
		if err == nil && len(faults) > 0 {
			return errFindings
		}
		return err
	})
}
