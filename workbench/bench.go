package workbench

import (
	"cmp"
	"os"
	"path/filepath"
	"slices"

	"reckon"
	"reckon/exchange"
	"reckon/lang"
	"reckon/mind"
	"reckon/xmile"
)

// Bench is an opened case: what the folder says, what is wrong with it, and the
// texts themselves, so that a message can show the line it speaks of. It is not
// safe for use by several goroutines.
type Bench struct {
	Path        string // as given to Open
	Folder      bool   // Path is a folder, not a single file
	Case        *reckon.Case
	Texts       lang.Files
	Diagnostics []reckon.Diagnostic // sorted by file and place

	nearest *reckon.State // to a start that is impossible, once it was looked for
}

// Open reads a case folder, or a single .hcl, .gmcr, .nfg, .efg, .xmile or .stmx
// file, and examines it.
// The error is about the world: nothing there, not readable, too large. What is
// wrong with the author's text stands in Diagnostics, and the case is then the
// best that could be made of it.
func Open(path string) (*Bench, error) {
	texts, folder, err := gather(path)
	if err != nil {
		return nil, err
	}
	b := &Bench{Path: path, Folder: folder, Texts: texts}
	b.load()
	return b, nil
}

// Try is a case folder as it would be with other texts. Nothing is written.
func (b *Bench) Try(texts lang.Files) *Bench {
	tried := &Bench{Path: b.Path, Folder: b.Folder, Texts: texts}
	tried.load()
	return tried
}

// PathOf returns where a file of the case lies on disk.
func (b *Bench) PathOf(file string) string {
	switch {
	case b.Folder:
		return filepath.Join(b.Path, filepath.FromSlash(file))
	case filepath.Base(b.Path) == file:
		return b.Path
	}
	return file
}

// load turns texts into a case. Rules and idle beliefs are looked at only once
// the language is right: what a misspelt line leaves out would else be reported
// a second time.
func (b *Bench) load() {
	var found []reckon.Diagnostic
	if name, text := b.conflictFile(); name != "" {
		if b.isModel() {
			b.Case, found = xmile.Read(name, text)
		} else {
			b.Case, found = exchange.Read(name, text)
		}
	} else {
		b.Case, found = lang.Load(b.Texts)
	}
	if part := b.part(); part != nil {
		b.Diagnostics = []reckon.Diagnostic{*part}
		return
	}
	if !hasError(found) {
		found = append(found, b.arenas()...)
	}
	if !hasError(found) {
		found = append(found, b.rules()...)
	}
	if !hasError(found) {
		found = append(found, b.idle()...)
	}
	b.Diagnostics = append(found, b.unread()...)
	b.sort()
}

// part finds out whether what was opened is one file of a case folder, which
// means nothing without the others.
func (b *Bench) part() *reckon.Diagnostic {
	name := filepath.Base(b.Path)
	if b.Folder || b.conflictOnly() || name == caseFile {
		return nil
	}
	folder, what := filepath.Dir(b.Path), "one file"
	if abs, err := filepath.Abs(b.Path); err == nil && filepath.Base(filepath.Dir(abs)) == readingsFolder {
		folder, what = filepath.Dir(folder), "one reading"
		if filepath.Dir(b.Path) == "." {
			folder = ".."
		}
	}
	if _, err := os.Stat(filepath.Join(folder, caseFile)); err != nil {
		return nil
	}
	return &reckon.Diagnostic{
		Severity: reckon.Error,
		Code:     "part-of-case",
		Summary:  "This is " + what + " of a case",
		Detail:   "It speaks of actors and sources that stand in other files, so only the case as a whole can be read. Give its folder in place of the file: " + folder,
		At:       reckon.Range{File: name},
	}
}

// sort puts the findings in the order of the files and of the places in them.
func (b *Bench) sort() {
	slices.SortStableFunc(b.Diagnostics, func(x, y reckon.Diagnostic) int {
		return cmp.Or(
			inOrder(x.At.File, y.At.File),
			cmp.Compare(x.At.Start.Byte, y.At.Start.Byte))
	})
}

// idle gathers the beliefs that cannot matter, once each: a mind shared by
// several readings is reported once.
func (b *Bench) idle() []reckon.Diagnostic {
	var all []reckon.Diagnostic
	seen := map[reckon.Range]bool{}
	for _, r := range append([]*reckon.Reading{nil}, b.readings()...) { // nil: the minds that readings share
		for _, d := range mind.Idle(b.Case, r) {
			if !seen[d.At] {
				seen[d.At] = true
				all = append(all, d)
			}
		}
	}
	return all
}

// readings returns the readings of the case; without any, one nil reading, which
// stands for the case's own minds.
func (b *Bench) readings() []*reckon.Reading {
	if len(b.Case.Readings) == 0 {
		return []*reckon.Reading{nil}
	}
	all := make([]*reckon.Reading, len(b.Case.Readings))
	for i := range b.Case.Readings {
		all[i] = &b.Case.Readings[i]
	}
	return all
}

// Fit reports whether numbers may be printed: no diagnostic is an error.
func (b *Bench) Fit() bool { return !hasError(b.Diagnostics) }

func hasError(found []reckon.Diagnostic) bool {
	return slices.ContainsFunc(found, func(d reckon.Diagnostic) bool { return d.Severity == reckon.Error })
}

// Checked is what check reports.
type Checked struct {
	Case        string              `json:"case"`
	Title       string              `json:"title"`
	AsOf        reckon.Date         `json:"as_of"`
	Actors      int                 `json:"actors"`
	Options     int                 `json:"options"`
	Measures    int                 `json:"measures"`
	Parameters  int                 `json:"parameters"`
	Readings    int                 `json:"readings"`
	Events      int                 `json:"events"`
	Choices     int                 `json:"choices"`
	Sources     int                 `json:"sources"`
	Questions   int                 `json:"questions"`
	Errors      int                 `json:"errors"`
	Warnings    int                 `json:"warnings"`
	Notes       int                 `json:"notes"`
	Diagnostics []reckon.Diagnostic `json:"diagnostics"`
}

// Check counts what the case holds and what is wrong with it.
func (b *Bench) Check() Checked {
	c := b.Case
	k := Checked{
		Case: c.Name, Title: c.Title, AsOf: c.AsOf,
		Actors: len(c.Actors), Options: len(c.Options), Readings: len(c.Readings),
		Measures: len(c.Shown()), Parameters: len(c.Parameters),
		Events: len(c.Record), Sources: len(c.Sources), Questions: len(c.Questions),
		Diagnostics: append([]reckon.Diagnostic{}, b.Diagnostics...),
	}
	for _, e := range c.Record {
		if e.Choice {
			k.Choices++
		}
	}
	for _, d := range b.Diagnostics {
		switch d.Severity {
		case reckon.Error:
			k.Errors++
		case reckon.Warning:
			k.Warnings++
		case reckon.Note:
			k.Notes++
		}
	}
	return k
}
