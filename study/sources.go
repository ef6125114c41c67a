package study

import (
	"fmt"
	"maps"
	"os"
	"slices"

	"reckon"
	"reckon/bibliography"
	"reckon/disk"
	"reckon/document"
	"reckon/workbench"
)

// sourcesFile holds the sources of a case.
const sourcesFile = "sources.bib"

// Gained is what a file of sources, exported from elsewhere, brought into a case.
type Gained struct {
	Format bibliography.Format `json:"format"`
	Added  []string            `json:"added"` // keys of sources that are new
	Kept   []string            `json:"kept"`  // keys that the case has already; its own entries stay
	Notes  []string            `json:"notes"` // what was mended, or has no place in a source

	// Tried is the case as it would be; nil when nothing is new. When its
	// diagnostics hold errors nothing was written.
	Tried *workbench.Bench `json:"-"`
}

// Gain takes sources from a file of CSL-JSON, RIS or BibTeX into sources.bib, behind
// what stands there. The case is tried first; with errors in it nothing is written.
func Gain(b *workbench.Bench, file string) (*Gained, error) {
	if !b.Folder {
		return nil, fmt.Errorf("sources are added to a case folder, and %s is a file", b.Path)
	}
	text, err := read(file)
	if err != nil {
		return nil, err
	}
	list, err := bibliography.Read(file, text)
	if err != nil {
		return nil, err
	}
	g := &Gained{Format: list.Format, Added: []string{}, Kept: []string{}, Notes: append([]string{}, list.Notes...)}
	added := slices.Clone(list.Sources)[:0]
	for _, s := range list.Sources {
		if b.Case.Source(s.Key) != nil {
			g.Kept = append(g.Kept, s.Key)
			continue
		}
		if twin := twin(b.Case.Sources, s); twin != "" {
			g.Notes = append(g.Notes, fmt.Sprintf("%s may be %s, which has the same title or address.", s.Key, twin))
		}
		g.Added = append(g.Added, s.Key)
		added = append(added, s)
	}
	if len(added) == 0 {
		return g, nil
	}
	more, notes := bibliography.Write(bibliography.BibTeX, added)
	g.Notes = append(g.Notes, notes...)
	texts := maps.Clone(b.Texts)
	texts[sourcesFile] = appended(texts[sourcesFile], more)
	if g.Tried = b.Try(texts); !g.Tried.Fit() {
		return g, nil
	}
	return g, put(b.PathOf(sourcesFile), texts[sourcesFile])
}

// twin is the key of a source that looks like another under a key of its own.
func twin(there []reckon.Source, s reckon.Source) string {
	title, _ := document.Fold(s.Title)
	for _, old := range there {
		known, _ := document.Fold(old.Title)
		if s.URL != "" && s.URL == old.URL || title != "" && title == known && s.Date == old.Date {
			return old.Key
		}
	}
	return ""
}

// read reads a file of sources, refused by its size before it is in memory.
func read(file string) ([]byte, error) {
	is, err := os.Stat(file)
	switch {
	case err != nil:
		return nil, disk.Unread(file, err)
	case !is.Mode().IsRegular():
		return nil, fmt.Errorf("%s is not a plain file", file)
	case is.Size() > bibliography.Limit:
		return nil, fmt.Errorf("%s is larger than %d MB; export it in parts", file, bibliography.Limit>>20)
	}
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, disk.Unread(file, err)
	}
	return text, nil
}
