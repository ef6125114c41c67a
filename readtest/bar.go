package readtest

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Row is one line of the table that make read-bench prints.
type Row struct {
	Task    string
	Figure  float64
	Bar     float64 // the test fails below it
	Human   string  // agreement of people on the same task; "" unknown
	Peers   string  // what others reach, with the source
	Details string
}

// Check prints a row and fails the test when the figure is below its bar.
func Check(t *testing.T, r Row) {
	t.Helper()
	fmt.Printf("bar\t%s\t%.4g\t%.4g\t%s\t%s\t%s\n", r.Task, r.Figure, r.Bar, dash(r.Human), dash(r.Peers), dash(r.Details))
	if !(r.Figure >= r.Bar) {
		t.Errorf("%s: %.4g is below its bar of %.4g. %s", r.Task, r.Figure, r.Bar, r.Details)
	}
}

func dash(s string) string {
	if s == "" {
		return "–"
	}
	return s
}

// Shared gives the path of a file or folder in ../shared, beside the project,
// and skips the test where there is none: a fresh clone has no corpora.
func Shared(tb testing.TB, name ...string) string {
	tb.Helper()
	root, err := filepath.Abs("..")
	for err == nil {
		if _, missing := os.Stat(filepath.Join(root, "go.mod")); missing == nil {
			break
		}
		if root == filepath.Dir(root) {
			tb.Fatal("no go.mod above the test")
		}
		root = filepath.Dir(root)
	}
	path := filepath.Join(append([]string{root, "..", "shared"}, name...)...)
	if _, err := os.Stat(path); err != nil {
		tb.Skipf("no %s beside the project", strings.Join(append([]string{"shared"}, name...), "/"))
	}
	return path
}
