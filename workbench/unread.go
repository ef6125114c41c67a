package workbench

import (
	"cmp"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/agext/levenshtein"

	"reckon"
	"reckon/lint"
)

// fileOrder is the order in which the files of a case are shown: case.hcl, the
// other HCL files, readings, then the tables.
func fileOrder(name string) int {
	switch i := slices.Index(tables, name); {
	case name == caseFile:
		return 0
	case i >= 0:
		return 3 + i
	case strings.HasPrefix(name, readingsFolder+"/"):
		return 2
	}
	return 1
}

// inOrder compares two file names of a case by the order they are shown in.
func inOrder(a, b string) int {
	return cmp.Or(cmp.Compare(fileOrder(a), fileOrder(b)), cmp.Compare(a, b))
}

// conflictFile returns the file of another tool, if that is what was opened.
func (b *Bench) conflictFile() (string, []byte) {
	for name, text := range b.Texts {
		if isForeign(name) {
			return name, text
		}
	}
	return "", nil
}

// conflictOnly reports whether the case is a bare conflict, which has no sources,
// dates or readings that the rules could ask about.
func (b *Bench) conflictOnly() bool {
	name, _ := b.conflictFile()
	return name != ""
}

// bareRules are the rules that make sense for a bare conflict.
var bareRules = []string{"clashing-wants", "constant-want", "idle-impossible", "no-state-left"}

// rules examines a case whose language is right.
func (b *Bench) rules() []reckon.Diagnostic {
	found := lint.Check(b.Case)
	if !b.conflictOnly() {
		return found
	}
	return slices.DeleteFunc(found, func(d reckon.Diagnostic) bool { return !slices.Contains(bareRules, d.Code) })
}

// unread warns of files whose names are nearly those that a case is read from: a
// record that nobody reads would leave every reading untested without a word.
func (b *Bench) unread() []reckon.Diagnostic {
	if !b.Folder {
		return nil
	}
	var found []reckon.Diagnostic
	for _, e := range entries(b.Path) {
		known := tables
		if e.IsDir() {
			known = []string{readingsFolder}
		}
		want := nearest(e.Name(), known)
		if want == "" && !e.IsDir() {
			want = disguised(e.Name())
		}
		if want == "" || e.Name() == want {
			continue
		}
		if _, err := os.Lstat(filepath.Join(b.Path, want)); err != nil {
			found = append(found, notRead(e.Name(), want))
		}
	}
	folder := filepath.Join(b.Path, readingsFolder)
	for _, e := range entries(folder) {
		want := disguised(e.Name())
		if e.IsDir() || !strings.HasSuffix(want, ".hcl") {
			continue
		}
		if _, err := os.Lstat(filepath.Join(folder, want)); err != nil || strings.EqualFold(want, e.Name()) {
			found = append(found, notRead(path.Join(readingsFolder, e.Name()), path.Join(readingsFolder, want)))
		}
	}
	return found
}

// entries lists a folder; what cannot be listed holds nothing to warn of, since
// the case was read a moment ago.
func entries(folder string) []os.DirEntry {
	list, err := os.ReadDir(folder)
	if err != nil {
		return nil
	}
	return list
}

func notRead(name, want string) reckon.Diagnostic {
	return reckon.Diagnostic{
		Severity: reckon.Warning,
		Code:     "file-not-read",
		Summary:  name + " is not read",
		Detail:   "A case is read from " + want + ", and there is none here. What stands in " + name + " has no effect. Rename it to " + want + " if it belongs to the case.",
		At:       reckon.Range{File: name},
	}
}

// disguised returns what a name of a case file would be without the ending that
// a text editor put behind it, or with its ending in lower case; "" when the
// name is no such thing.
func disguised(name string) string {
	if strings.HasPrefix(name, ".") || strings.HasSuffix(name, ".hcl") {
		return ""
	}
	low := strings.ToLower(name)
	for _, ending := range []string{".txt", ".rtf", ".doc", ".docx", ""} {
		bare, ok := strings.CutSuffix(low, ending)
		if !ok {
			continue
		}
		if stem, ok := strings.CutSuffix(bare, ".hcl"); ok && stem != "" {
			return name[:len(stem)] + ".hcl"
		}
		if slices.Contains(tables, bare) {
			return bare
		}
	}
	return ""
}

// nearest returns the known name that a name is probably meant to be, or "": one
// with at most two letters changed, and not all of them.
func nearest(name string, known []string) string {
	for _, want := range known {
		if d := levenshtein.Distance(strings.ToLower(name), want, nil); d > 0 && d <= 2 && d < len(name) || name != want && strings.EqualFold(name, want) {
			return want
		}
	}
	return ""
}
