package lang_test

import (
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"reckon"
	"reckon/lang"
)

// written compares cases as Text promises: what they say, not where.
var written = cmp.Options{
	ignoringRanges, cmpopts.IgnoreFields(reckon.Reading{}, "File"), cmpopts.EquateApprox(1e-15, 0), cmpopts.EquateEmpty(),
}

// checkText demands that a case written as text is the same case.
func checkText(t *testing.T, files lang.Files) {
	t.Helper()
	c, _ := lang.Load(files)
	put := maps.Clone(files)
	for name := range put {
		if strings.HasSuffix(name, ".hcl") {
			delete(put, name)
		}
	}
	put["case.hcl"] = lang.Text(c)
	again, found := lang.Load(put)
	if slices.ContainsFunc(found, func(d reckon.Diagnostic) bool { return d.Severity == reckon.Error }) {
		t.Fatalf("the text has findings:\n%s\n%s", listing(found), put["case.hcl"])
	}
	if d := cmp.Diff(c, again, written); d != "" {
		t.Fatalf("the text says something else:\n%s\n%s", d, put["case.hcl"])
	}
	if laid, _ := lang.Format("case.hcl", put["case.hcl"]); string(laid) != string(put["case.hcl"]) {
		t.Error("the text is not laid out")
	}
}

// TestText writes and reads back the small case, the manual's examples, every
// block of views and of time, and the shipped cases.
func TestText(t *testing.T) {
	t.Run("base", func(t *testing.T) { checkText(t, base(t)) })
	t.Run("manual", func(t *testing.T) { checkText(t, examples(t)) })
	for name, text := range map[string]string{"time": inTime, "views": views} {
		files := base(t)
		files["extra.hcl"] = []byte(text)
		t.Run(name, func(t *testing.T) { checkText(t, files) })
	}
	roots, err := filepath.Glob(filepath.Join("..", "cases", "catalogue", "*", "*"))
	if err != nil {
		t.Fatal(err)
	}
	if !testing.Short() {
		roots = append(roots, filepath.Join("..", "cases", "supreme-leader"))
	}
	for _, root := range roots {
		if _, err := os.Stat(filepath.Join(root, "case.hcl")); err == nil {
			t.Run(filepath.Base(root), func(t *testing.T) { checkText(t, folder(t, root)) })
		}
	}
}
