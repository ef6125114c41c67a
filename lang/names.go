package lang

import (
	"slices"

	"github.com/hashicorp/hcl/v2/hclsyntax"

	"reckon"
)

// name is what a plain name stands for: "measure", "parameter", "lookup" or
// "feature", where it was declared, and the place of a measure that has been read.
type name struct {
	kind  string
	at    reckon.Range
	index int
}

// named opens the blocks of one kind that have a plain name and declares the
// names, before anything reads them.
func (l *loader) named(blocks []*hclsyntax.Block, kind string) []fields {
	var list []fields
	l.each(blocks, kind, func(f fields) {
		if f.label != "" && l.declareName(kind, f) {
			list = append(list, f)
		}
	})
	return list
}

// declareName notes a plain name, or says what else has it.
func (l *loader) declareName(kind string, f fields) bool {
	if first, taken := l.names[f.label]; taken {
		if first.kind == kind {
			l.add(duplicateName(f.named, kind, f.label, first.at))
		} else {
			l.add(nameTaken(f.named, kind, f.label, first))
		}
		return false
	}
	if _, taken := l.seen["actor "+f.label]; taken && (kind == "measure" || kind == "parameter") {
		l.add(nameOfActor(f.named, kind, f.label))
	}
	if len(l.names) == maxNames {
		if !l.found.broken {
			l.add(tooMany(f.named, "measures, parameters, lookups and features", maxNames))
		}
		l.found.broken = true // what reads a name that was left out is no mistake
		return false
	}
	l.names[f.label] = name{kind: kind, at: f.named}
	return true
}

// eachOf hands opened blocks on.
func (l *loader) eachOf(list []fields, read func(fields)) {
	for _, f := range list {
		read(f)
	}
}

// maxAdvised is how many findings are looked at closely enough to guess what was
// meant: as many as are shown of one file.
const maxAdvised = 100

// advised returns the names among which a message may guess; none past maxAdvised
// findings.
func (l *loader) advised(names []string) []string {
	if len(l.found.all) > maxAdvised {
		return nil
	}
	return names
}

// namesOf lists the declared names of some kinds, in the order of the files, for a
// message; none past maxAdvised findings.
func (l *loader) namesOf(kinds ...string) []string {
	if len(l.found.all) > maxAdvised {
		return nil
	}
	var names []string
	for n, what := range l.names {
		if slices.Contains(kinds, what.kind) {
			names = append(names, n)
		}
	}
	slices.SortFunc(names, func(a, b string) int { return compareRanges(l.names[a].at, l.names[b].at) })
	return names
}
