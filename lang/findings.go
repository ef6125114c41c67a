package lang

import (
	"cmp"
	"slices"

	"reckon"
)

// maxPerFile bounds the diagnostics of one file: past a hundred nobody reads on.
const maxPerFile = 100

// findings collects diagnostics while a case is read.
type findings struct {
	all    []reckon.Diagnostic
	first  []reckon.Diagnostic // syntax errors
	lines  map[lineOf]bool     // lines with a syntax error, on which nothing else is reported
	late   bool                // an error came after maxCollected findings
	broken bool                // a file could not be read whole, so names may be missing through no fault of the text
}

// lineOf is one line of a file.
type lineOf struct {
	file string
	line int
}

// maxCollected bounds what is kept while reading: a file of a million mistakes
// must not fill the memory with messages that nobody will see.
const maxCollected = 20_000

// add keeps a diagnostic; past maxCollected only the first error still counts,
// because it keeps every number back.
func (f *findings) add(d reckon.Diagnostic) {
	if len(f.all) >= maxCollected {
		if d.Severity != reckon.Error || f.late {
			return
		}
		f.late = true
	}
	f.all = append(f.all, d)
}

// syntax notes a syntax error, which silences what it causes on its own line.
func (f *findings) syntax(d reckon.Diagnostic) {
	at := lineOf{d.At.File, d.At.Start.Line}
	if f.lines == nil {
		f.lines = map[lineOf]bool{}
	}
	if !f.lines[at] {
		f.lines[at] = true
		f.first = append(f.first, d)
	}
}

// followOn are the messages that a text which could not be read whole causes
// elsewhere; they would only hide its own message.
var followOn = map[string]bool{
	"missing-case": true, "missing-attribute": true, "missing-subject": true,
	"unknown-actor": true, "unknown-option": true, "unknown-name": true,
	"unknown-source": true, "unknown-measure": true, "option-without-actor": true,
	"actor-without-option": true, "unknown-move": true, "move-of-another": true,
	"odds-sum": true, "order-length": true, "order-incomplete": true, "missing-odds": true,
	"reading-undated": true, "belief-empty": true, "unknown-rule": true,
}

// has reports whether a message of that code was given about the file.
func (f *findings) has(code, file string) bool {
	return slices.ContainsFunc(f.all, func(d reckon.Diagnostic) bool {
		return d.Code == code && d.At.File == file
	})
}

// sorted returns the diagnostics by file and position, without repeats.
func (f *findings) sorted() []reckon.Diagnostic {
	kept := slices.DeleteFunc(slices.Clone(f.all), func(d reckon.Diagnostic) bool {
		return f.broken && followOn[d.Code] || f.lines[lineOf{d.At.File, d.At.Start.Line}]
	})
	kept = append(kept, f.first...)
	slices.SortStableFunc(kept, func(a, b reckon.Diagnostic) int {
		return cmp.Or(
			cmp.Compare(a.At.File, b.At.File),
			cmp.Compare(a.At.Start.Byte, b.At.Start.Byte),
			cmp.Compare(a.Code, b.Code),
			cmp.Compare(a.Summary, b.Summary),
		)
	})
	return capped(slices.Compact(kept))
}

// capped keeps the first hundred of each file and says how many more there are.
func capped(sorted []reckon.Diagnostic) []reckon.Diagnostic {
	var out []reckon.Diagnostic
	for start := 0; start < len(sorted); {
		end := start
		for end < len(sorted) && sorted[end].At.File == sorted[start].At.File {
			end++
		}
		if n := end - start; n > maxPerFile {
			rest := sorted[start+maxPerFile-1 : end]
			out = append(out, sorted[start:start+maxPerFile-1]...)
			out = append(out, manyMore(rest))
		} else {
			out = append(out, sorted[start:end]...)
		}
		start = end
	}
	return out
}

// anywhere is the range of a whole file.
func anywhere(file string) reckon.Range { return reckon.Range{File: file} }
