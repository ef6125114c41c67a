package followup

import (
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"pgregory.net/rapid"

	"reckon"
	"reckon/casetest"
	"reckon/lang"
)

// someStudy draws a small conflict that has a state left, evenly from a seed.
func someStudy(t *rapid.T, actors, options, wants int) *Study {
	draw := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 0)).IntN
	for {
		c, minds := casetest.Case(draw, 1+draw(actors), 1+draw(options), wants, draw(4))
		if s, err := New(c, minds, nil); err == nil {
			return s
		}
	}
}

// published opens a case of the catalogue.
func published(tb testing.TB, name string) *Study {
	tb.Helper()
	folder := filepath.Join("..", "cases", "catalogue", name)
	files := lang.Files{}
	err := filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Base(path) == "expected.txt" {
			return err
		}
		text, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		in, err := filepath.Rel(folder, path)
		files[filepath.ToSlash(in)] = text
		return err
	})
	if err != nil {
		tb.Fatal(err)
	}
	c, found := lang.Load(files)
	for _, d := range found {
		tb.Fatalf("%s: %s", d.At, d.Summary)
	}
	s, err := New(c, (*reckon.Reading)(nil).MindsIn(c), nil)
	if err != nil {
		tb.Fatal(err)
	}
	return s
}

// at reads "YN" as a state, the first letter option 0.
func at(letters string) reckon.State {
	var s reckon.State
	for k, r := range letters {
		if r == 'Y' {
			s |= 1 << k
		}
	}
	return s
}

// improvements lists what an actor improves to, by definition.
func (s *Study) improvements(actor int, x reckon.State) []reckon.State {
	var list []reckon.State
	for _, y := range s.Conflict.States().List() {
		if s.Conflict.Can(actor, x, y) && s.Conflict.Rank(actor, y) > s.Conflict.Rank(actor, x) {
			list = append(list, y)
		}
	}
	return list
}
