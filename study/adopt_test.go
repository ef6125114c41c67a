package study

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"reckon/workbench"
)

// begun is a case of the template with a proposal in it.
func begun(t *testing.T, proposal, source, rows string) (string, *workbench.Bench) {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "case")
	if _, err := workbench.Init(dir, "leader"); err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(filepath.Join(dir, proposals), 0o755); err != nil {
		t.Fatal(err)
	}
	for ext, text := range map[string]string{".hcl": proposal, ".bib": source, ".csv": rows} {
		if text != "" {
			if err := os.WriteFile(filepath.Join(dir, proposals, "memo"+ext), []byte(text), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	return dir, open1(t, dir)
}

func open1(t *testing.T, dir string) *workbench.Bench {
	t.Helper()
	b, err := workbench.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	if !b.Fit() {
		t.Fatal(b.Diagnostics)
	}
	return b
}

func text(t *testing.T, parts ...string) string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(parts...))
	if err != nil {
		return ""
	}
	return string(b)
}

const source = "@misc{memo_2026,\n  title = {A memo},\n  date = {2024-01-02},\n}\n"

// memo holds a want that is ready and one that is not.
func memo(b *workbench.Bench) string {
	option := b.Case.Options[0].Name
	return `# Proposed from memo.txt.

# Nothing here is part of the case yet. Fill it in.

reading "memo" {
  source = "memo_2026"
  mind "` + b.Case.Subject + `" {
    # my own remark
    want "ready" {
      that = ` + option + `
      cite "memo_2026" {
        chars = [3, 9]
      }
    }
    want "not ready" {
    }
  }
}
`
}

func TestAdoptTakesWhatIsComplete(t *testing.T) {
	_, b := begun(t, "", "", "")
	dir, b := begun(t, memo(b), source, "adopt,id,date,until,actor,kind,title,took,instead,choice,basis,weight,sources,note\nyes,parade-2024,2024-01-03,,others,other,A parade,,,false,,,memo_2026,\n,rally-2024,2024-01-04,,others,other,A rally,,,false,,,memo_2026,\n")
	a, err := Adopt(b, "memo")
	if err != nil {
		t.Fatal(err)
	}
	if a.Parts != 1 || a.Rows != 1 || !a.Left || len(a.Files) != 3 {
		t.Fatalf("%+v, %v", a, a.Tried.Diagnostics)
	}
	after := open1(t, dir)
	if after.Case.Source("memo_2026") == nil {
		t.Error("the source did not come along")
	}
	reading := text(t, dir, "readings", "memo.hcl")
	if !strings.Contains(reading, "# my own remark") || strings.Contains(reading, "not ready") || strings.Contains(reading, "Nothing here") {
		t.Errorf("reading:\n%s", reading)
	}
	if left := text(t, dir, proposals, "memo.hcl"); !strings.Contains(left, "not ready") || strings.Contains(left, `"ready"`) {
		t.Errorf("left:\n%s", left)
	}
	if record := text(t, dir, "record.csv"); !strings.Contains(record, "parade-2024") || strings.Contains(record, "rally-2024") {
		t.Errorf("record:\n%s", record)
	}
	if rows := text(t, dir, proposals, "memo.csv"); strings.Contains(rows, "parade") || !strings.Contains(rows, "rally") {
		t.Errorf("rows left:\n%s", rows)
	}

	again, err := Adopt(after, "memo")
	if err != nil || again.Parts != 0 || again.Rows != 0 {
		t.Errorf("a second time took %+v, %v", again, err)
	}
}

func TestAdoptTriesFirst(t *testing.T) {
	_, b := begun(t, "", "", "")
	bad := strings.Replace(memo(b), "that = ", "that = nobody.nothing || ", 1)
	dir, b := begun(t, bad, source, "")
	a, err := Adopt(b, "memo")
	if err != nil {
		t.Fatal(err)
	}
	if len(a.Files) != 0 || a.Tried.Fit() {
		t.Errorf("wrote %v", a.Files)
	}
	if text(t, dir, "readings", "memo.hcl") != "" || text(t, dir, proposals, "memo.hcl") != bad {
		t.Error("a failed adoption changed files")
	}
}

// Spreadsheets and editors on Windows put a mark in front and end lines their way.
func TestAdoptFromWindows(t *testing.T) {
	_, b := begun(t, "", "", "")
	windows := func(s string) string { return "\ufeff" + strings.ReplaceAll(s, "\n", "\r\n") }
	rows := "adopt,id,date,until,actor,kind,title,took,instead,choice,basis,weight,sources,note\nYES,parade-2024,2024-01-03,,others,other,A parade,,,false,,,memo_2026,\n"
	dir, b := begun(t, windows(memo(b)), source, windows(rows))
	a, err := Adopt(b, "memo")
	if err != nil {
		t.Fatal(err)
	}
	if a.Parts != 1 || a.Rows != 1 || !a.Tried.Fit() {
		t.Fatalf("%+v, %v", a, a.Tried.Diagnostics)
	}
	open1(t, dir)
	if record := text(t, dir, "record.csv"); !strings.Contains(record, "parade-2024") {
		t.Errorf("record:\n%s", record)
	}
}

func TestAdoptSaysWhatIsThere(t *testing.T) {
	dir, b := begun(t, "reading \"memo\" {\n", "", "")
	if _, err := Adopt(b, "letter"); err == nil || !strings.Contains(err.Error(), "there are: memo") {
		t.Error(err)
	}
	if _, err := Adopt(b, "memo"); err == nil || !strings.Contains(err.Error(), "line ") {
		t.Error(err)
	}
	if err := os.RemoveAll(filepath.Join(dir, proposals)); err != nil {
		t.Fatal(err)
	}
	if _, err := Adopt(b, "memo"); err == nil || !strings.Contains(err.Error(), "reckon read") {
		t.Error(err)
	}
}
