package workbench

import (
	"cmp"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"reckon"
	"reckon/beliefmap"
	"reckon/document"
	"reckon/names"
	"reckon/reading"
)

// A brief maps the holders with most to say, and not those who say hardly anything.
const (
	mostHolders     = 4
	leastStatements = 3
)

// beliefs reads the cited documents that are at hand and maps what each holder in
// them holds to cause what. dir "" means documents/ in the case folder.
func (b *Bench) beliefs(dir string) ([]*beliefmap.Map, error) {
	if dir == "" {
		dir = filepath.Join(b.Path, documentsFolder)
		if _, err := os.Stat(dir); !b.Folder || errors.Is(err, fs.ErrNotExist) {
			return nil, nil
		}
	}
	texts, err := b.documents(dir)
	if err != nil {
		return nil, err
	}
	var edges []beliefmap.Edge
	known := b.Known()
	for i := range b.Case.Sources {
		s := &b.Case.Sources[i]
		if !isCited(b.Case, s.Key) {
			continue
		}
		for _, name := range documentNames(s) {
			if text, ok := texts[name]; ok {
				d := document.Plain(s.Key, text)
				d.Author = cmp.Or(s.Author, d.Author)
				edges = append(edges, beliefmap.Said(reading.Read(d, reading.Settings{Known: known}))...)
				break
			}
		}
	}
	return beliefMaps(edges), nil
}

func isCited(c *reckon.Case, key string) bool {
	return slices.ContainsFunc(cites(c), func(cite reckon.Cite) bool { return cite.Source == key })
}

// beliefMaps draws one map a holder, of those with enough to say.
func beliefMaps(edges []beliefmap.Edge) []*beliefmap.Map {
	count := map[string]int{}
	for _, e := range edges {
		count[e.Holder]++
	}
	var holders []string
	for name, n := range count {
		if n >= leastStatements {
			holders = append(holders, name)
		}
	}
	slices.SortFunc(holders, func(a, b string) int { return cmp.Or(count[b]-count[a], strings.Compare(a, b)) })
	merges, _ := beliefmap.Synonyms("", "") // no table of the user's, so nothing is wrong with it
	var all []*beliefmap.Map
	for _, name := range holders[:min(len(holders), mostHolders)] {
		all = append(all, beliefmap.Build(name, edges, merges))
	}
	return all
}

// Known makes the actors of a case known to a reader of documents, under the names
// they have there.
func (b *Bench) Known() []names.Entity {
	var all []names.Entity
	for _, a := range b.Case.Actors {
		e := names.Entity{ID: a.Name, Name: cmp.Or(a.Title, a.Name)}
		if a.Title != "" {
			e.Aliases = append(e.Aliases, a.Title)
		}
		all = append(all, e)
	}
	return all
}
