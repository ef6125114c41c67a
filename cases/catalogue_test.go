package cases_test

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"reckon"
	"reckon/casetest"
	"reckon/lang"
	"reckon/lint"
	"reckon/stability"
	"reckon/trial"
)

// classics are the catalogue cases and the file of the older tool that holds
// the same conflict.
var classics = []struct{ folder, gmcr string }{
	{"tucker1950/prisoners", "Prisoners.gmcr"},
	{"kinsara2015/syria-iraq-1975", "SyriaIraq.gmcr"},
	{"fraserhipel1984/cuba-1962", "Cuban.gmcr"},
	{"hipel1993/elmira-1991", "Elmira.gmcr"},
	{"fraserhipel1984/garrison-1976", "Garrison.gmcr"},
}

var concepts = []reckon.Concept{reckon.Nash, reckon.GMR, reckon.SMR, reckon.SEQ, reckon.SIM}

// later are the concepts that few of the classics were ever published under.
var later = []reckon.Concept{reckon.SSEQ, reckon.Tableau, reckon.Limited(2), reckon.Limited(3), reckon.Limited(5), reckon.NM}

// open loads a case folder and fails on anything that lang or lint calls an error.
func open(t *testing.T, folder string) *reckon.Case {
	t.Helper()
	files := lang.Files{}
	err := filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Base(path) == "expected.txt" {
			return err
		}
		text, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		name, err := filepath.Rel(folder, path)
		files[filepath.ToSlash(name)] = text
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range files {
		if laidOut, _ := lang.Format(name, text); strings.HasSuffix(name, ".hcl") && !bytes.Equal(laidOut, text) {
			t.Errorf("%s/%s is not as reckon format would leave it", folder, name)
		}
	}
	c, found := lang.Load(files)
	for _, d := range found {
		t.Errorf("%s: %s: %s: %s", folder, d.At, d.Code, d.Summary)
	}
	for _, d := range lint.Check(c) {
		if d.Severity != reckon.Note {
			t.Errorf("%s: %s: %s: %s\n%s", folder, d.At, d.Code, d.Summary, d.Detail)
		}
	}
	return c
}

func compile(t *testing.T, c *reckon.Case) *stability.Conflict {
	t.Helper()
	g, err := stability.Compile(c, (*reckon.Reading)(nil).MindsIn(c), nil)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

func letters(states []reckon.State, options int) []string {
	words := make([]string, 0, len(states))
	for _, s := range states {
		words = append(words, s.Letters(options))
	}
	return words
}

// published is what expected.txt says: the number of states and the equilibria.
func published(t *testing.T, folder string) (states int, equilibria map[reckon.Concept][]string) {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(folder, "expected.txt"))
	if err != nil {
		t.Fatal(err)
	}
	equilibria = map[reckon.Concept][]string{}
	for line := range strings.Lines(string(text)) {
		words := strings.Fields(line)
		switch {
		case len(words) == 0 || strings.HasPrefix(line, "#"):
		case words[0] == "states":
			if states, err = strconv.Atoi(words[1]); err != nil {
				t.Fatal(err)
			}
		default:
			equilibria[reckon.Concept(words[0])] = words[1:]
		}
	}
	return states, equilibria
}

func TestCatalogueEquilibria(t *testing.T) {
	for _, k := range classics {
		t.Run(k.folder, func(t *testing.T) {
			folder := filepath.Join("catalogue", filepath.FromSlash(k.folder))
			c := open(t, folder)
			g := compile(t, c)
			states, want := published(t, folder)
			if g.States().Len() != states {
				t.Errorf("%d feasible states, published %d", g.States().Len(), states)
			}
			asked := concepts
			for _, concept := range later {
				if _, ok := want[concept]; ok {
					asked = append(slices.Clip(asked), concept)
				}
			}
			solution := g.Solve(asked...)
			for _, concept := range asked {
				got := letters(solution.Equilibria(concept).List(), g.Options())
				if !slices.Equal(got, want[concept]) {
					t.Errorf("%s: got %v, published %v", concept, got, want[concept])
				}
			}
		})
	}
}

// TestCatalogueByDefinition compares every verdict with the definitions taken
// word for word, over sequences in which nobody moves twice in a row, and has every
// certificate checked.
func TestCatalogueByDefinition(t *testing.T) {
	for _, k := range classics {
		t.Run(k.folder, func(t *testing.T) {
			c := open(t, filepath.Join("catalogue", filepath.FromSlash(k.folder)))
			minds := (*reckon.Reading)(nil).MindsIn(c)
			g := compile(t, c)
			o := casetest.Oracle{Case: c, Minds: minds}.Cached()
			for _, concept := range slices.Concat(concepts, later) {
				solution := g.Solve(concept)
				for i, a := range c.Actors {
					for _, s := range g.States().List() {
						verdict := g.Explain(i, concept, s)
						if want := o.Stable(i, concept, s); verdict.Stable != want || solution.Stable(concept, i).Has(s) != want {
							t.Errorf("%s, %s, %s: stable %t, by definition %t", a.Name, concept, s.Letters(len(c.Options)), !want, want)
						}
						if err := stability.Check(g, verdict); err != nil {
							t.Errorf("%s, %s, %s: %v", a.Name, concept, s.Letters(len(c.Options)), err)
						}
					}
				}
			}
		})
	}
}

// TestCatalogueAgreesWithFiles compares our re-typed cases with the files of the
// older tool, where those are at hand: same states, same verdict for everybody.
func TestCatalogueAgreesWithFiles(t *testing.T) {
	for _, k := range classics {
		t.Run(k.gmcr, func(t *testing.T) {
			text, err := os.ReadFile(filepath.Join("..", "..", "shared", "conflicts", k.gmcr))
			if os.IsNotExist(err) {
				t.Skip("the shared conflict files are not here")
			}
			if err != nil {
				t.Fatal(err)
			}
			theirs, found := lang.ReadGMCR(k.gmcr, text)
			for _, d := range found {
				if d.Severity == reckon.Error {
					t.Fatalf("%s: %s", d.Summary, d.Detail)
				}
			}
			ours := open(t, filepath.Join("catalogue", filepath.FromSlash(k.folder)))
			a, b := compile(t, ours), compile(t, theirs)
			if !slices.Equal(a.States().List(), b.States().List()) {
				t.Fatalf("feasible states differ: ours %v, theirs %v", letters(a.States().List(), a.Options()), letters(b.States().List(), b.Options()))
			}
			sa, sb := a.Solve(concepts...), b.Solve(concepts...)
			for i := range ours.Actors {
				for _, concept := range concepts {
					if x, y := sa.Stable(concept, i).List(), sb.Stable(concept, i).List(); !slices.Equal(x, y) {
						t.Errorf("%s under %s: ours %v, theirs %v", ours.Actors[i].Name, concept, letters(x, a.Options()), letters(y, b.Options()))
					}
				}
			}
		})
	}
}

// TestCompleteClassics tries the two cases that have a record and readings.
func TestCompleteClassics(t *testing.T) {
	cuba := open(t, filepath.Join("catalogue", "fraserhipel1984", "cuba-1962"))
	if got := cuba.Today().Letters(len(cuba.Options)); got != "NNYN" {
		t.Errorf("Cuba ends at %s, not with the missiles gone and the quarantine lifted", got)
	}
	report, err := trial.Run(cuba, trial.Settings{Draws: 50})
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range report.Readings {
		switch s.Name {
		case "board-of-estimates":
			if s.Choices == 0 {
				t.Errorf("the reading of 22 October 1962 is tested on no choice")
			}
		case "conflict-analysis":
			if s.Choices != 0 || s.Retro == nil {
				t.Errorf("the reading of 1984 must only retrodict; it is tested on %d choices", s.Choices)
			}
		}
	}
	elmira := open(t, filepath.Join("catalogue", "hipel1993", "elmira-1991"))
	if got := elmira.Today().Letters(len(elmira.Options)); got != "YNYNY" {
		t.Errorf("Elmira ends at %s, not at the agreement of 1991", got)
	}
	if _, err := trial.Run(elmira, trial.Settings{Draws: 50}); err != nil {
		t.Fatal(err)
	}
}
