package study

import (
	"context"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"reckon/workbench"
)

// readIn reads the documents of a case of the template, as its actors know them.
func readIn(t *testing.T, dir string) (*workbench.Bench, *Study) {
	t.Helper()
	b := open1(t, dir)
	s, err := Read(context.Background(), []string{filepath.Join(dir, "documents")}, Settings{Known: b.Known()})
	if err != nil || len(s.Accounts) == 0 || len(s.Failed) != 0 {
		t.Fatalf("%d documents read, %v failed: %v", len(s.Accounts), s.Failed, err)
	}
	return b, s
}

// TestProposeAndAdopt goes the whole way: what is read is proposed, completed,
// adopted, and the case stays without errors.
func TestProposeAndAdopt(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "case")
	if _, err := workbench.Init(dir, "leader"); err != nil {
		t.Fatal(err)
	}
	b, s := readIn(t, dir)
	all, err := s.Propose(b, false)
	if err != nil || len(all) != len(s.Accounts) {
		t.Fatalf("%d proposals of %d documents: %v", len(all), len(s.Accounts), err)
	}
	want := regexp.MustCompile(`(?m)^(\s*)want "[^"]*" \{$`)
	adopted := 0
	for _, p := range all {
		if p.Wants == 0 {
			continue
		}
		file := filepath.Join(dir, proposals, p.Name+".hcl")
		filled := want.ReplaceAllString(text(t, file), "$0\n$1  that = !premier.close")
		if err := os.WriteFile(file, []byte(filled), 0o644); err != nil {
			t.Fatal(err)
		}
		got, err := Adopt(open1(t, dir), p.Name)
		if err != nil || got.Parts != p.Wants || !got.Tried.Fit() {
			t.Fatalf("%s: %+v, %v", p.Name, got, err)
		}
		adopted += got.Parts
	}
	if adopted == 0 {
		t.Error("nothing was proposed that could be adopted")
	}
	open1(t, dir)
}

func TestProposeKeepsWork(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "case")
	if _, err := workbench.Init(dir, "leader"); err != nil {
		t.Fatal(err)
	}
	b, s := readIn(t, dir)
	all, err := s.Propose(b, false)
	if err != nil {
		t.Fatal(err)
	}
	mine := filepath.Join(dir, proposals, all[0].Name+".hcl")
	if err := os.WriteFile(mine, []byte("# my work\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if again, err := s.Propose(b, false); err != nil || !again[0].Kept || text(t, mine) != "# my work\n" {
		t.Errorf("work was replaced unasked: %v", err)
	}
	if _, err := s.Propose(b, true); err != nil || text(t, mine) == "# my work\n" {
		t.Errorf("force did not replace: %v", err)
	}
}

func TestBegin(t *testing.T) {
	memo := filepath.Join(t.TempDir(), "memo.txt")
	if err := os.WriteFile(memo, []byte("President Vladimir Putin wants a quiet border. Putin believes that Ukraine will give way.\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	s, err := Read(context.Background(), []string{memo}, Settings{})
	if err != nil {
		t.Fatal(err)
	}
	dir := filepath.Join(t.TempDir(), "new")
	if begun, err := s.Begin(dir); !begun || err != nil {
		t.Fatalf("begun %t: %v", begun, err)
	}
	first := text(t, dir, "case.hcl")
	if !strings.Contains(first, "subject = putin") {
		t.Errorf("the case is\n%s", first)
	}
	if begun, err := s.Begin(dir); begun || err != nil || text(t, dir, "case.hcl") != first {
		t.Errorf("a case that is there was begun again: %t, %v", begun, err)
	}
	none := &Study{}
	if _, err := none.Begin(filepath.Join(dir, "empty")); err == nil || !strings.Contains(err.Error(), "reckon init") {
		t.Errorf("nothing read: %v", err)
	}
}

// TestProposeTellsSourcesApart checks that two papers of one author and year do not
// share a key: the cites of the second would point into the first.
func TestProposeTellsSourcesApart(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "case")
	if _, err := workbench.Init(dir, "leader"); err != nil {
		t.Fatal(err)
	}
	papers := t.TempDir()
	for name, title := range map[string]string{"a.txt": "On the strait", "b.txt": "On the embargo"} {
		paper := title + "\n\nJane Writer\n\n2 March 2023\n\nThe premier wants calm. " + strings.Repeat("The ships in the harbour wait for the tide and for word from the capital. ", 8) + "\n\nHe believes that the neighbour will wait.\n"
		if err := os.WriteFile(filepath.Join(papers, name), []byte(paper), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	b := open1(t, dir)
	s, err := Read(context.Background(), []string{papers}, Settings{Known: b.Known()})
	if err != nil {
		t.Fatal(err)
	}
	all, err := s.Propose(b, false)
	if err != nil || len(all) != 2 {
		t.Fatalf("%d proposals: %v", len(all), err)
	}
	for i, key := range []string{"writer_2023", "writer_2023_2"} {
		p := all[i]
		if p.Key != key || !strings.Contains(string(p.Source), "{"+key+",") || !strings.Contains(string(p.Reading), `reading "`+p.Name+`"`) || !strings.Contains(string(p.Reading), `cite "`+key+`"`) {
			t.Errorf("%s has key %s, want %s:\n%s%s", p.Name, p.Key, key, p.Source, p.Reading)
		}
	}
}
