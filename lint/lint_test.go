package lint_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"reckon"
	"reckon/lang"
	"reckon/lint"
)

var update = os.Getenv("UPDATE") == "1"

// archive reads the txtar golden of a rule; base.txtar is the case that every
// example adds to.
func archive(t *testing.T, path string) *txtar.Archive {
	t.Helper()
	a, err := txtar.ParseFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// caseIn returns the base case overlaid by the files in one folder of an archive.
func caseIn(t *testing.T, a *txtar.Archive, folder string) lang.Files {
	t.Helper()
	files := lang.Files{}
	for _, f := range archive(t, filepath.Join("testdata", "base.txtar")).Files {
		files[f.Name] = f.Data
	}
	for _, f := range a.Files {
		for _, under := range []string{"both/", folder + "/"} {
			if name, ok := strings.CutPrefix(f.Name, under); ok {
				files[name] = f.Data
			}
		}
	}
	return files
}

// load loads files that lang must find no error in.
func load(t *testing.T, files lang.Files) *reckon.Case {
	t.Helper()
	c, found := lang.Load(files)
	for _, d := range found {
		if d.Severity == reckon.Error {
			t.Errorf("lang: %s: %s: %s. %s", d.At, d.Code, d.Summary, d.Detail)
		}
	}
	return c
}

// said writes the diagnostics of one rule.
func said(c *reckon.Case, rule string) string {
	var b strings.Builder
	for _, d := range lint.Check(c) {
		if d.Code == rule {
			fmt.Fprintf(&b, "%s[%s] %s\n%s\n%s\n", d.Severity, d.Code, d.At, d.Summary, wrapped(d.Detail))
		}
	}
	return b.String()
}

// wrapped breaks a text into lines of at most 100 letters.
func wrapped(text string) string {
	var b strings.Builder
	length := 0
	for word := range strings.FieldsSeq(text) {
		if n := len([]rune(word)); length > 0 && length+1+n > 96 {
			b.WriteByte('\n')
			length = 0
		} else if length > 0 {
			b.WriteByte(' ')
			length++
		}
		if length == 0 {
			b.WriteString("    ")
		}
		b.WriteString(word)
		length += len([]rune(word))
	}
	return b.String()
}

func golden(rule lint.Rule) string {
	return filepath.Join("testdata", "rule_"+strings.ReplaceAll(rule.Name, "-", "_")+".txtar")
}

// TestRules checks each rule on its golden: the bad text gets the message, the
// mended text gets none from this rule.
func TestRules(t *testing.T) {
	for _, r := range lint.Rules() {
		t.Run(r.Name, func(t *testing.T) {
			a := archive(t, golden(r))
			i := slices.IndexFunc(a.Files, func(f txtar.File) bool { return f.Name == "message" })
			if i < 0 {
				t.Fatal("the golden has no message")
			}
			got := said(load(t, caseIn(t, a, "bad")), r.Name)
			if got == "" {
				t.Error("the rule finds nothing in the bad text")
			}
			if want := string(a.Files[i].Data); got != want {
				if update {
					a.Files[i].Data = []byte(got)
					if err := os.WriteFile(golden(r), txtar.Format(a), 0o644); err != nil {
						t.Fatal(err)
					}
				} else {
					t.Errorf("message:\n%s\nwant:\n%s", got, want)
				}
			}
			if again := said(load(t, caseIn(t, a, "fixed")), r.Name); again != "" {
				t.Errorf("the mended text still gets:\n%s", again)
			}
		})
	}
}

// TestExamplesAreLaidOut keeps the examples as reckon format would leave them.
func TestExamplesAreLaidOut(t *testing.T) {
	for _, path := range append(goldens(), filepath.Join("testdata", "base.txtar")) {
		a := archive(t, path)
		changed := false
		for i, f := range a.Files {
			if !strings.HasSuffix(f.Name, ".hcl") {
				continue
			}
			text, _ := lang.Format(f.Name, f.Data)
			if bytes.Equal(text, f.Data) {
				continue
			}
			changed = true
			a.Files[i].Data = text
			if !update {
				t.Errorf("%s: %s is not laid out; run UPDATE=1 go test ./lint/", path, f.Name)
			}
		}
		if changed && update {
			if err := os.WriteFile(path, txtar.Format(a), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// TestBaseIsClean keeps the case that every example adds to free of findings.
func TestBaseIsClean(t *testing.T) {
	c := load(t, caseIn(t, &txtar.Archive{}, "bad"))
	for _, d := range lint.Check(c) {
		t.Errorf("%s: %s: %s", d.At, d.Code, d.Summary)
	}
}

// TestMendedTextsAreClean keeps one mistake from being mended by another: no
// mended example may hold an error of any rule.
func TestMendedTextsAreClean(t *testing.T) {
	for _, r := range lint.Rules() {
		for _, d := range lint.Check(load(t, caseIn(t, archive(t, golden(r)), "fixed"))) {
			if d.Severity == reckon.Error {
				t.Errorf("%s, mended: %s: %s: %s", r.Name, d.At, d.Code, d.Detail)
			}
		}
	}
}

func TestReference(t *testing.T) {
	examples := map[string]string{}
	for _, path := range append([]string{filepath.Join("testdata", "base.txtar")}, goldens()...) {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		name := strings.TrimPrefix(strings.TrimSuffix(filepath.Base(path), ".txtar"), "rule_")
		examples[strings.ReplaceAll(name, "_", "-")] = string(text)
	}
	path := filepath.Join("..", "docs", "rules.md")
	got := lint.Reference(examples)
	if update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Error("docs/rules.md is not what the rules say; run UPDATE=1 go test ./lint/")
	}
}

func goldens() []string {
	var paths []string
	for _, r := range lint.Rules() {
		paths = append(paths, golden(r))
	}
	return paths
}

// TestEveryRuleHasItsFile keeps the habit: one rule, one file, one golden.
func TestEveryRuleHasItsFile(t *testing.T) {
	want := map[string]bool{}
	for _, r := range lint.Rules() {
		want[strings.ReplaceAll(r.Name, "-", "_")] = true
	}
	for _, pattern := range []string{"rule_*.go", filepath.Join("testdata", "rule_*.txtar")} {
		paths, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		seen := map[string]bool{}
		for _, p := range paths {
			name := strings.TrimPrefix(strings.TrimSuffix(filepath.Base(p), filepath.Ext(p)), "rule_")
			seen[name] = true
			if !want[name] {
				t.Errorf("%s belongs to no rule", p)
			}
		}
		for name := range want {
			if !seen[name] {
				t.Errorf("rule %s has no %s", name, strings.Replace(pattern, "*", name, 1))
			}
		}
	}
}
