package workbench

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"reckon/brief"
	"reckon/disk"
	"reckon/trial"
)

// PageSettings say how a brief is written; the zero value works.
type PageSettings struct {
	Out       string    // the file; "" is brief.html in the case folder
	To        io.Writer // where the page goes instead of a file
	Documents string    // folder with the documents cited; "" is documents/ in the case folder, if it is there
	Handling  string    // handling mark at the top and foot of the page
	Force     bool      // replace a file that reckon did not write
	Version   string    // of the program, printed in the page
	Trial     trial.Settings
	Runs      int    // of each reading, for what comes next; 0 leaves that out
	Seed      uint64 // of the runs
	Progress  func(what string, done, total int)
}

// Page is a brief that was written, and what it shows.
type Page struct {
	File     string        `json:"page,omitempty"` // absent when it went to a writer
	Bytes    int           `json:"bytes"`
	Passages int           `json:"passages"`       // places in documents that were found and are shown
	Runs     int           `json:"runs,omitempty"` // of each reading, behind what comes next
	Trial    *trial.Report `json:"trial"`
}

// pageName is what a brief is called when no name is given.
const pageName = "brief.html"

// Brief writes the page that people read. The case must be fit; a place in a
// document that no longer fits is added to Diagnostics. Nothing is written
// unless the whole page could be; when ctx ends, nothing is.
func (b *Bench) Brief(ctx context.Context, set PageSettings) (*Page, error) {
	if !b.Fit() {
		panic("workbench: brief of a case that is not fit")
	}
	out := ""
	if set.To == nil {
		var err error
		if out, err = disk.Place(b.pageFile(set.Out), set.Force); err != nil {
			return nil, elsewhere(set.Out, err)
		}
	}
	f, p, err := b.pageFindings(ctx, set)
	if err != nil {
		return nil, err
	}
	write := func(w io.Writer) error {
		c := &counter{to: w}
		err := brief.Write(c, f)
		p.Bytes = c.n
		return err
	}
	if set.To != nil {
		if err := write(set.To); err != nil {
			return nil, disk.Unwritten("the page", err)
		}
		return p, nil
	}
	p.File = b.pageFile(set.Out)
	return p, elsewhere(set.Out, disk.Replace(out, 0o644, write))
}

// elsewhere adds the way out to the error of a page that nobody named a place for.
func elsewhere(out string, err error) error {
	if no := (disk.Refused{}); out == "" && errors.As(err, &no) {
		return fmt.Errorf("%w; write it elsewhere with --out FILE", err)
	}
	return err
}

// pageFindings gathers what the page says.
func (b *Bench) pageFindings(ctx context.Context, set PageSettings) (*brief.Findings, *Page, error) {
	p := &Page{}
	passages, err := b.Locate(set.Documents)
	if err != nil {
		return nil, nil, err
	}
	p.Passages = len(passages)
	progress := set.Progress
	if progress == nil {
		progress = func(string, int, int) {}
	}
	set.Trial.Progress = func(done, total int) { progress("readings heard", done, total) }
	if p.Trial, err = b.Trial(set.Trial); err != nil {
		return nil, nil, err
	}
	f, err := findings(b, p.Trial, set.Version, progress)
	if err != nil {
		return nil, nil, b.blame(err)
	}
	f.Handling, f.Passages = set.Handling, passages
	if f.Beliefs, err = b.beliefs(set.Documents); err != nil {
		return nil, nil, err
	}
	if err := b.arenasOn(f); err != nil {
		return nil, nil, err
	}
	if _, err := os.Stat(filepath.Join(filepath.Dir(b.pageFile(set.Out)), DocumentsPage)); err == nil {
		f.Reader = DocumentsPage
	}
	if err := b.ahead(ctx, set, f, progress); err != nil {
		return nil, nil, err
	}
	if f.Outlook != nil {
		p.Runs = f.Outlook.Runs
	}
	return f, p, nil
}

// DocumentsPage is the name of the page of documents, which the brief links to
// when it lies beside it.
const DocumentsPage = "documents.html"

// pageFile is where the page goes when it goes to a file.
func (b *Bench) pageFile(out string) string {
	switch {
	case out != "":
		return out
	case b.Folder:
		return filepath.Join(b.Path, pageName)
	}
	return strings.TrimSuffix(b.Path, filepath.Ext(b.Path)) + "-" + pageName
}

// counter counts the bytes that pass.
type counter struct {
	to io.Writer
	n  int
}

func (c *counter) Write(p []byte) (int, error) {
	n, err := c.to.Write(p)
	c.n += n
	return n, err
}
