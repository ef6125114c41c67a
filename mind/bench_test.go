package mind_test

import (
	"io/fs"
	"os"
	"testing"

	"reckon"
	"reckon/lang"
	"reckon/mind"
)

// founding loads the case of the Supreme Leader.
func founding(tb testing.TB) *reckon.Case {
	tb.Helper()
	root := os.DirFS("../cases/supreme-leader")
	files := lang.Files{}
	err := fs.WalkDir(root, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		files[path], err = fs.ReadFile(root, path)
		return err
	})
	if err != nil {
		tb.Fatal(err)
	}
	c, diagnostics := lang.Load(files)
	for _, d := range diagnostics {
		if d.Severity == reckon.Error {
			tb.Fatalf("%s: %s", d.At, d.Summary)
		}
	}
	return c
}

// BenchmarkPage sets the choices and the learning of a page beside those of minds,
// on the founding case: a turn of every actor at a state among a thousand.
func BenchmarkPage(b *testing.B) {
	c := founding(b)
	for r := range c.Readings {
		m, err := mind.New(c, &c.Readings[r], c.MeasuresOn(c.AsOf))
		if err != nil {
			b.Fatal(err)
		}
		p, err := m.Page(256 << 20)
		if err != nil {
			b.Fatal(err)
		}
		states := m.Base().States().List()
		odds, turns := p.Odds(), len(c.Actors)
		start := p.Odds()
		var choice mind.Choice
		turn := func(n int) (int, reckon.State) { return n % turns, states[n/turns*7919%1000*61%len(states)] }
		b.Run(c.Readings[r].Name+"/choose", func(b *testing.B) {
			b.ReportAllocs()
			for n := 0; b.Loop(); n++ {
				actor, s := turn(n)
				p.Choose(&choice, actor, s, odds, nil)
			}
		})
		b.Run(c.Readings[r].Name+"/turn", func(b *testing.B) {
			b.ReportAllocs()
			for n := 0; b.Loop(); n++ {
				actor, s := turn(n)
				copy(odds, start)
				p.Choose(&choice, actor, s, odds, nil)
				to := choice.Pick(float64(n%1000) / 1000)
				p.Learn(&choice, actor, s, to, odds, nil)
			}
		})
		b.Run(c.Readings[r].Name+"/silence", func(b *testing.B) {
			b.ReportAllocs()
			for n := 0; b.Loop(); n++ {
				actor, s := turn(n % 800)
				p.Learn(&choice, actor, s, s, odds, nil)
			}
		})
		b.Run(c.Readings[r].Name+"/minds choose", func(b *testing.B) {
			for n := 0; b.Loop(); n++ {
				actor, s := turn(n)
				m.Choose(actor, s, m.Steps(actor, s, false))
			}
		})
		b.Run(c.Readings[r].Name+"/minds observe", func(b *testing.B) {
			for n := 0; b.Loop(); n++ {
				actor, s := turn(n)
				m.Observe(actor, s, reckon.Move{}, m.Steps(actor, s, false))
			}
		})
	}
}

// BenchmarkNewPage compiles the minds of the founding case, and their first page.
func BenchmarkNewPage(b *testing.B) {
	c := founding(b)
	for b.Loop() {
		m, err := mind.New(c, &c.Readings[0], c.MeasuresOn(c.AsOf))
		if err != nil {
			b.Fatal(err)
		}
		if _, err := m.Page(256 << 20); err != nil {
			b.Fatal(err)
		}
	}
}
