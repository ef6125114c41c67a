package exchange_test

import (
	"fmt"
	"math/big"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"reckon"
	"reckon/casetest"
	"reckon/exchange"
	"reckon/lang"
	"reckon/stability"
)

// tester is what testing and rapid have in common.
type tester interface {
	Helper()
	Errorf(format string, args ...any)
	Fatalf(format string, args ...any)
	Fatal(args ...any)
}

// world is a small generator, seeded by rapid: one draw a case is cheap.
func world(seed uint64) casetest.World {
	return func(n int) int {
		seed += 0x9e3779b97f4a7c15 // splitmix64
		z := seed
		z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
		z = (z ^ z>>27) * 0x94d049bb133111eb
		return int((z ^ z>>31) % uint64(n))
	}
}

// drawn draws a case whose states are not all impossible.
func drawn(t *rapid.T, most int) (*exchange.Model, *stability.Conflict) {
	for seed := rapid.Uint64().Draw(t, "seed"); ; seed++ {
		draw := world(seed)
		c, minds := casetest.Case(draw, 2+draw(3), 1+draw(most), 4, draw(4))
		c.Name = "drawn"
		if g, err := stability.Compile(c, minds, nil); err == nil {
			return &exchange.Model{Case: c, Minds: minds}, g
		}
	}
}

// free makes every option change both ways.
func free(m *exchange.Model) *stability.Conflict {
	for k := range m.Case.Options {
		m.Case.Options[k].Final, m.Case.Options[k].Lost = false, false
	}
	g, err := stability.Compile(m.Case, m.Minds, nil)
	if err != nil {
		panic(err)
	}
	return g
}

// reload compiles a case that was read.
func reload(t tester, c *reckon.Case, found []reckon.Diagnostic) *stability.Conflict {
	t.Helper()
	for _, d := range found {
		t.Fatalf("%s: %s (%s)", d.At, d.Summary, d.Detail)
	}
	g, err := stability.Compile(c, (*reckon.Reading)(nil).MindsIn(c), nil)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// rat makes an exact number.
func rat(a, b int64) *big.Rat { return big.NewRat(a, b) }

// shared lists files of the folder beside the repository, where it is at hand.
func shared(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob("../../shared/conflicts/*.gmcr")
	if err != nil || len(files) == 0 {
		t.Skip("the shared folder is not here")
	}
	return files
}

func read(t tester, path string) []byte {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// TestWritesCaseText: a conflict that was read becomes case text that loads as
// the same conflict.
func TestWritesCaseText(t *testing.T) {
	check := func(t tester, c *reckon.Case) {
		minds := (*reckon.Reading)(nil).MindsIn(c)
		one, err := stability.Compile(c, minds, nil)
		if err != nil {
			t.Fatal(err)
		}
		text, notes, err := (&exchange.Model{Case: c, Minds: minds}).HCL()
		if err != nil {
			t.Fatal(err)
		}
		again, found := lang.Load(lang.Files{"case.hcl": text})
		for _, d := range found {
			if d.Severity == reckon.Error {
				t.Fatalf("%s: %s %s\n%s", d.At, d.Summary, d.Detail, text)
			}
		}
		if !slices.EqualFunc(c.Actors, again.Actors, func(a, b reckon.Actor) bool {
			return a.Name == b.Name && (a.Title == b.Title || a.Title == "") && slices.Equal(a.Options, b.Options)
		}) {
			t.Errorf("actors %v became %v", c.Actors, again.Actors)
		}
		if !slices.EqualFunc(c.Options, again.Options, func(a, b reckon.Option) bool {
			return a.Name == b.Name && a.Final == b.Final && a.Lost == b.Lost
		}) {
			t.Errorf("options %v became %v", c.Options, again.Options)
		}
		if today := again.Today(); !one.States().Has(today) || (today == c.Today()) != (len(notes) == 0) {
			t.Errorf("it begins in %b, not %b, with notes %q", today, c.Today(), notes)
		}
		equal(t, one, reload(t, again, nil), func(s reckon.State) reckon.State { return s })
	}
	for _, file := range append(slices.Clone(games(t)), "testdata/cube.gmcr") {
		c, found := exchange.Read(file, read(t, file))
		if len(found) > 0 {
			t.Fatalf("%s: %v", file, found)
		}
		check(t, c)
	}
	rapid.Check(t, func(t *rapid.T) {
		m, _ := drawn(t, 6)
		m.Case.Minds = m.Minds
		m.Case.Title = rapid.SampledFrom([]string{"plain", `a "quote" \ and ${x} %{y}`, "two\nlines\tand\rmore", "Отказ"}).Draw(t, "title")
		grouped(m.Case)
		check(t, m.Case)
	})
}

// grouped gives every option to actors in file order, as case text does.
func grouped(c *reckon.Case) {
	for i := range c.Actors {
		c.Actors[i].Options = nil
	}
	for k := range c.Options {
		o := &c.Options[k]
		o.Actor = k * len(c.Actors) / len(c.Options)
		o.Name = fmt.Sprintf("a%d.o%d", o.Actor, k)
		c.Actors[o.Actor].Options = append(c.Actors[o.Actor].Options, k)
	}
	for i := range c.Impossible {
		c.Impossible[i].Name = fmt.Sprint("rule ", i)
	}
	for i := range c.Minds {
		for k := range c.Minds[i].Wants {
			c.Minds[i].Wants[k].Name = fmt.Sprint("want ", k)
		}
	}
}

// equal demands the same feasible states, moves and ranks, states being
// translated from one conflict to the other.
func equal(t tester, a, b *stability.Conflict, to func(reckon.State) reckon.State) {
	t.Helper()
	if a.States().Len() != b.States().Len() || a.Actors() != b.Actors() {
		t.Fatalf("%d states and %d actors became %d and %d", a.States().Len(), a.Actors(), b.States().Len(), b.Actors())
	}
	for _, s := range a.States().List() {
		for i := range a.Actors() {
			if a.Rank(i, s) != b.Rank(i, to(s)) {
				t.Fatalf("actor %d, state %b: rank %d became %d", i, s, a.Rank(i, s), b.Rank(i, to(s)))
			}
			var moves []reckon.State
			for _, x := range a.Moves(i, s) {
				moves = append(moves, to(x))
			}
			slices.Sort(moves)
			if !slices.Equal(moves, b.Moves(i, to(s))) {
				t.Fatalf("actor %d, state %b: moves %b became %b", i, s, moves, b.Moves(i, to(s)))
			}
		}
	}
}

// games lists the games of testdata.
func games(t tester) []string {
	t.Helper()
	var all []string
	for _, pattern := range []string{"testdata/*.nfg", "testdata/*.efg"} {
		files, err := filepath.Glob(pattern)
		if err != nil || len(files) == 0 {
			t.Fatalf("no %s: %v", pattern, err)
		}
		all = append(all, files...)
	}
	return all
}

// TestMistakes holds the message for each way a file can be wrong.
func TestMistakes(t *testing.T) {
	prisoners := `NFG 1 R "x" { "a" "b" } { 2 2 } `
	tree := `EFG 2 R "x" { "a" "b" } `
	for _, k := range []struct{ file, text, says string }{
		{"x.nfg", "", "not a strategic game"},
		{"x.nfg", "EFG 2 R", "not a strategic game"},
		{"x.nfg", `NFG 2 R "x"`, "another version"},
		{"x.nfg", `NFG 1 R x`, "title of the game in quotes"},
		{"x.nfg", `NFG 1 R "x`, "never ends"},
		{"x.nfg", `NFG 1 R "x" { } { 2 }`, "name of a player"},
		{"x.nfg", `NFG 1 R "x" { "a" } { 0 }`, "from 1 to"},
		{"x.nfg", `NFG 1 R "x" { "a" } { { } }`, "name of a strategy"},
		{"x.nfg", `NFG 1 R "x" { "a" "b" } { 60000 60000 }`, "more than 65536"},
		{"x.nfg", `NFG 1 R "x" { ` + strings.Repeat(`"a" `, 65) + `} {`, "65 players"},
		{"x.nfg", prisoners + `1 1 1 1 1 1 1`, "payoff of b"},
		{"x.nfg", prisoners + `1 1 1 1 1 1 1 1 1`, "end of the file"},
		{"x.nfg", prisoners + `1 1 1 1 1 1 1/0 1`, "payoff of a"},
		{"x.nfg", prisoners + `1 1 1 1 1 1 1e999999999 1`, "payoff of a"},
		{"x.nfg", prisoners + `1 1 1 1 1 1 0x10 1`, "payoff of a"},
		{"x.nfg", prisoners + `{ { "o" 1 2 } } 1 0 1 2`, "from 0 to 1"},
		{"x.nfg", `NFG 1 R "x" { ` + strings.Repeat(`"a" `, 64) + `} { ` + strings.Repeat("1 ", 64) + "} { " + strings.Repeat(`{ "" `+strings.Repeat("0 ", 64)+"} ", 1<<14+1), "more than 1048576 payoffs"},
		{"x.nfg", `NFG 1 R "x" { "a" } { 1 } 1`, "more than one strategy"},
		{"x.nfg", `NFG 1 R "x" { "a" } { 30 } ` + strings.Repeat("1 ", 30), "29 options"},
		{"x.nfg", "NFG 1 R \"\xff\"", "not UTF-8"},
		{"x.efg", "", "not an extensive game"},
		{"x.efg", tree, "a node: c, p or t"},
		{"x.efg", tree + `q "" 1`, "a node: c, p or t"},
		{"x.efg", tree + `p "" 3 1 "" { "l" } 0`, "from 1 to 2"},
		{"x.efg", tree + `p "" 1 1 0`, "actions of the information set"},
		{"x.efg", tree + `p "" 1 1 "" { } 0`, "name of an action"},
		{"x.efg", tree + `p "" 1 1 "" { "l" "r" } 0 t "" 0`, "a node"},
		{"x.efg", tree + `t "" 0 t "" 0`, "end of the file"},
		{"x.efg", tree + `t "" 0 "" { 1 2 }`, "Outcome 0"},
		{"x.efg", tree + `t "" 1`, "payoffs of the outcome"},
		{"x.efg", tree + `t "" 1 "" { 1 }`, "payoff of b"},
		{"x.efg", tree + `c "" 1 "" { "l" 1/2 "r" 1/3 } 0`, "do not sum to 1"},
		{"x.efg", tree + `p "" 1 1 "i" { "l" "r" } 0 p "" 1 1 "j" { "l" "r" } 0`, "another way"},
		{"x.efg", tree + `p "" 1 1 "i" { "l" "r" } 0 t "" 1 "" { 1 2 } t "" 1 "" { 1 3 }`, "another way"},
		{"x.efg", tree + strings.Repeat(`p "" 1 1 "" { "l" } 0 `, 600), "deeper than 500"},
		{"x.efg", tree + `c "" 1 "" { "l" 1 } 0 t "" 1 "" { 1 2 }`, "more than one strategy"},
	} {
		c, found := exchange.Read(k.file, []byte(k.text))
		if c == nil || len(found) != 1 || !strings.Contains(found[0].Summary+" "+found[0].Detail, k.says) {
			t.Errorf("%.60s: want a message saying %q, got %v", k.text, k.says, found)
		}
	}
}
