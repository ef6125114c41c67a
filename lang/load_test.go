package lang_test

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"reckon"
	"reckon/lang"
)

// base reads the small case that every mistake is made in.
func base(tb testing.TB) lang.Files {
	tb.Helper()
	return folder(tb, filepath.Join("testdata", "base"))
}

// folder reads the files of a case folder.
func folder(tb testing.TB, root string) lang.Files {
	tb.Helper()
	files := lang.Files{}
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := os.ReadFile(path)
		name, _ := filepath.Rel(root, path)
		files[filepath.ToSlash(name)] = text
		return err
	})
	if err != nil {
		tb.Fatal(err)
	}
	return files
}

// listing writes diagnostics as goldens keep them.
func listing(found []reckon.Diagnostic) string {
	var b strings.Builder
	for _, d := range found {
		place := d.At.File
		if d.At.Start.Line > 0 {
			place = fmt.Sprintf("%s:%d:%d", place, d.At.Start.Line, d.At.Start.Column)
		}
		fmt.Fprintf(&b, "%s: %s %s\n  %s.\n  %s\n", place, d.Severity, d.Code, d.Summary, d.Detail)
		if d.Suggestion != "" {
			fmt.Fprintf(&b, "  put: %q\n", d.Suggestion)
		}
	}
	return b.String()
}

func TestBaseIsClean(t *testing.T) {
	_, found := lang.Load(base(t))
	if len(found) > 0 {
		t.Errorf("the base case has findings:\n%s", listing(found))
	}
}
