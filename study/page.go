package study

import (
	"io"
	"path/filepath"
	"strconv"
	"strings"

	"reckon/disk"
	"reckon/margin"
	"reckon/workbench"
)

// Page is where documents with their findings are written.
type Page struct {
	Out     string // file
	Force   bool   // replace a file that reckon did not write
	Version string
}

// Write writes the documents with what was read in the margin. With a case, places
// that it cites lead to its brief.
func (s *Study) Write(b *workbench.Bench, set Page) error {
	file, err := disk.Place(set.Out, set.Force)
	if err != nil {
		return err
	}
	p := &margin.Page{Title: s.title(b), Accounts: s.Accounts, Version: set.Version}
	if b != nil {
		p.Cited = s.cited(b)
		if len(p.Cited) > 0 {
			p.Brief = briefFrom(b, file)
		}
	}
	return disk.Replace(file, 0o644, func(w io.Writer) error { return margin.Write(w, p) })
}

func (s *Study) title(b *workbench.Bench) string {
	switch {
	case b != nil && b.Case.Title != "":
		return b.Case.Title
	case len(s.Accounts) == 1 && s.Accounts[0].Document.Title != "":
		return s.Accounts[0].Document.Title
	case len(s.Accounts) == 1:
		return filepath.Base(s.Accounts[0].Document.Name)
	}
	return strconv.Itoa(len(s.Accounts)) + " documents"
}

// briefFrom is the way from the page to the brief of the case.
func briefFrom(b *workbench.Bench, page string) string {
	to := b.PathOf("brief.html")
	from, err1 := filepath.Abs(filepath.Dir(page))
	abs, err2 := filepath.Abs(to)
	if err1 == nil && err2 == nil {
		if rel, err := filepath.Rel(from, abs); err == nil {
			to = rel
		}
	}
	return strings.ReplaceAll(filepath.ToSlash(to), " ", "%20")
}

// cited lists the places in the documents that the case cites.
func (s *Study) cited(b *workbench.Bench) []margin.Cited {
	var all []margin.Cited
	seen := map[margin.Cited]bool{}
	for i, a := range s.Accounts {
		base := filepath.Base(a.Document.Name)
		for _, c := range b.Cites() {
			source := b.Case.Source(c.Source)
			if source == nil || c.To == 0 || filepath.Base(source.File) != base {
				continue
			}
			at := margin.Cited{Document: i, Source: c.Source, From: c.From, To: c.To, For: c.Says}
			if !seen[at] {
				seen[at] = true
				all = append(all, at)
			}
		}
	}
	return all
}
