package lang

import (
	"path"
	"slices"
	"strings"

	"reckon"
)

// Files are the texts of a case folder by slash-separated path relative to it.
type Files map[string][]byte

// Load reads a case. It never fails: it returns the best case it can, never
// nil, and diagnostics sorted by file and position, at most 100 a file.
//
// It reads *.hcl in the case folder (case.hcl first), readings/*.hcl,
// sources.bib, record.csv and observations.csv; other files are left alone.
func Load(files Files) (*reckon.Case, []reckon.Diagnostic) {
	l := newLoader()
	l.readSources(files["sources.bib"])
	bodies := l.parseAll(files)
	l.decode(files, bodies)
	if text, ok := files["record.csv"]; ok {
		l.readRecord(text)
	}
	if text, ok := files["observations.csv"]; ok {
		l.readObservations(text)
	}
	return l.c, l.found.sorted()
}

// loader carries what decoding needs to know about the whole case.
type loader struct {
	c       *reckon.Case
	found   findings
	seen    map[string]reckon.Range  // "kind name" of what was declared, and where
	options map[string]int           // "actor.option" to its index; -1 when it was dropped
	names   map[string]name          // plain names that share one space: measures, parameters, lookups and features
	causes  []string                 // names of shocks, episodes and changes of mind, which a scenario may leave out
	tempers map[string]reckon.Temper // of the case's own minds, by actor
}

func newLoader() *loader {
	return &loader{
		c:       &reckon.Case{Step: "week", Order: "random"},
		seen:    map[string]reckon.Range{},
		options: map[string]int{},
		names:   map[string]name{},
	}
}

// Limits on what one case may hold: far beyond what people read, near enough that
// looking names up one by one stays quick.
const (
	maxActors  = 200
	maxColumns = 100
	maxNames   = 10_000 // measures, parameters, lookups and features together
	maxSources = 20_000
)

// add notes diagnostics.
func (l *loader) add(d ...reckon.Diagnostic) {
	for _, d := range d {
		l.found.add(d)
	}
}

// declare notes a name, or says where it was used before.
func (l *loader) declare(kind, name string, at reckon.Range) bool {
	key := kind + " " + name
	if first, taken := l.seen[key]; taken {
		l.add(duplicateName(at, kind, name, first))
		if kind == "actor" || kind == "option" {
			l.found.broken = true // it was meant to be another, which is now missing
		}
		return false
	}
	l.seen[key] = at
	return true
}

// caseFiles lists the .hcl files of the case in reading order.
func caseFiles(files Files) []string {
	var names []string
	for name := range files {
		dir, file := path.Split(name)
		if strings.HasSuffix(file, ".hcl") && (dir == "" || dir == "readings/") {
			names = append(names, name)
		}
	}
	slices.SortFunc(names, func(a, b string) int {
		if c := rank(a) - rank(b); c != 0 {
			return c
		}
		return strings.Compare(a, b)
	})
	return names
}

// rank puts case.hcl before the folder's other files, and those before readings.
func rank(name string) int {
	switch {
	case name == "case.hcl":
		return 0
	case !strings.Contains(name, "/"):
		return 1
	}
	return 2
}
