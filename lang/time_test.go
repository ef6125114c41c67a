package lang_test

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"reckon"
	"reckon/lang"
)

// inTime uses every block and setting of the language of time, each before what
// it speaks of.
const inTime = `
scenario "maximum pressure" {
  title   = "Maximum pressure"
  says    = "Sanctions stay"
  from    = "2026-03-01"
  until   = "2026-09-01"
  hold    = "+washington.sanction -leader.talk"
  without = ["memory", "illness", "the election", "1988"]
  set "gain" { to = [0.4, 0.6] }
  set "income" { to = 40 }
  cite "press" { says = "It was announced" }
}

shock "illness" {
  title = "He falls ill"
  rate  = 0.1 * exp(0.09 * (year() - 2026)) + delay(debt, 3)
  per   = "year"
  when  = debt > 1 && time() > 2
  once  = true
  moves = "+washington.bomb -leader.talk"
  effect "debt" { to = pow(debt, 2) + oil }
  cite "press" { says = "He is old" }
}

shock "fire" { chance = min(0.01, debt) }

measure "income" {
  unit = "million dollars a day"
  is   = oil * lookup(price, mod(oil, 3)) * (washington.bomb ? -gain : 1 / 3)
}

measure "debt" {
  low   = 0
  high  = 9
  start = (gain + income) / 2
  next  = max(previous(debt), initial(debt)) - smooth(income, 2.5) * ln(2 + abs(debt)) + floor(debt)
  noise = triangular(-debt, 0, debt)
  cite "press" { says = "It grows" }
}

measure "before" {
  start = lognormal(2, 0.5)
  is    = previous(after)
}

measure "after" {
  start = 1 / 4
  is    = before
}

parameter "gain" {
  title = "Gain"
  unit  = "per week"
  value = beta(0.3, 1 / 10)
  cite "press" { says = "About a third" }
}

lookup "price" {
  title  = "Price"
  points = [[-1, 90], [0, 1 / 2], [4, 55]]
  shape  = "step"
  unit   = "dollars / barrel"
  cite "press" { says = "As listed" }
}

feature "war" {
  title = "War"
  now   = washington.bomb || leader.enrich
}

feature "squeeze" { now = debt / 9 }

actor "army" {
  pace      = 0.2
  considers = "any move"
}

mind "leader" {
  change = "the illness"
  when   = debt < gain && year() > 2026.5
  odds   = 0.5
  want "debt" { that = debt > gain }
}

mind "leader" {
  believes "washington" {
    kind "changer" { odds = 0.5 }
    kind "dealer" { odds = 0.5 }
  }
  episode "1988" {
    title = "The poison"
    date  = "1988-07-20"
    above = 0.5
    feature "war" {
      was    = 1
      weight = 2
    }
    feature "squeeze" { was = 0.25 }
    lesson "washington" {
      kind     = "changer"
      strength = -1.2
      cite "press" { says = "Never again" }
    }
    cite "press" { says = "He says so" }
  }
}

mind "washington" {
  change = "the election"
  from   = "2024-11-05"
}

question "debt" {
  when = at_end(debt) > gain
  reference "debts since 1900" {
    hits = 3
    of   = 40
    cite "press" { says = "Three" }
  }
  reference "by year" {
    hits  = 0
    years = 12.5
  }
}
`

// TestTime holds what the language of time is read as, to the last field.
// UPDATE=1 rewrites it.
func TestTime(t *testing.T) {
	files := base(t)
	files["extra.hcl"] = []byte(inTime)
	c, found := lang.Load(files)
	if len(found) > 0 {
		t.Fatalf("findings:\n%s", listing(found))
	}
	for i := range c.Measures {
		if m := &c.Measures[i]; m.Name == "oil" {
			c.Measures = append(c.Measures[:i], c.Measures[i+1:]...)
			break
		}
	}
	var b strings.Builder
	dump(&b, "Case", reflect.ValueOf(reckon.Case{
		Actors: c.Actors[3:], Measures: c.Measures, Parameters: c.Parameters, Lookups: c.Lookups, Shocks: c.Shocks,
		Features: c.Features, Scenarios: c.Scenarios, Minds: c.Minds[1:], Questions: c.Questions[1:],
	}), "")
	golden(t, "testdata/time.golden", b.String())
	checkFormat(t, files, "extra.hcl")
}

// TestOrderIsFree checks that blocks may stand in any order and in any file: only
// the order of what they make differs.
func TestOrderIsFree(t *testing.T) {
	blocks := strings.Split(strings.TrimSpace(inTime), "\n}\n\n")
	for i := range blocks[:len(blocks)-1] {
		blocks[i] += "\n}"
	}
	files := base(t)
	files["extra.hcl"] = []byte(inTime)
	c, _ := lang.Load(files)
	want := inOrder(c)
	rapid.Check(t, func(t *rapid.T) {
		drawn := rapid.Permutation(blocks).Draw(t, "order")
		cut := rapid.IntRange(0, len(drawn)).Draw(t, "cut")
		put := maps.Clone(files)
		put["extra.hcl"] = []byte(strings.Join(drawn[:cut], "\n\n") + "\n")
		put["another.hcl"] = []byte(strings.Join(drawn[cut:], "\n\n") + "\n")
		got, found := lang.Load(put)
		if len(found) > 0 {
			t.Fatalf("findings:\n%s", listing(found))
		}
		if d := cmp.Diff(want, inOrder(got), ignoringRanges); d != "" {
			t.Fatalf("the order matters:\n%s", d)
		}
	})
}

// inOrder sorts what a case holds by name.
func inOrder(c *reckon.Case) *reckon.Case {
	slices.SortFunc(c.Measures, func(a, b reckon.Measure) int { return strings.Compare(a.Name, b.Name) })
	slices.SortFunc(c.Parameters, func(a, b reckon.Parameter) int { return strings.Compare(a.Name, b.Name) })
	slices.SortFunc(c.Shocks, func(a, b reckon.Shock) int { return strings.Compare(a.Name, b.Name) })
	slices.SortFunc(c.Features, func(a, b reckon.Feature) int { return strings.Compare(a.Name, b.Name) })
	slices.SortFunc(c.Questions, func(a, b reckon.Question) int { return strings.Compare(a.Name, b.Name) })
	slices.SortFunc(c.Minds, func(a, b reckon.Mind) int {
		return strings.Compare(a.Actor+a.Change.Name, b.Actor+b.Change.Name)
	})
	return c
}

// formulaText draws what a run may work out.
func formulaText(t *rapid.T, depth int) string {
	if depth == 0 {
		return rapid.SampledFrom([]string{"oil", "gain", "time()", "year()", "-2.5", "1e-9", "3"}).Draw(t, "leaf")
	}
	sub := func() string { return formulaText(t, depth-1) }
	switch rapid.IntRange(0, 6).Draw(t, "form") {
	case 0:
		return rapid.SampledFrom([]string{"exp", "ln", "sqrt", "floor", "previous", "initial", "abs", "arctan"}).Draw(t, "function") + "(" + sub() + ")"
	case 1:
		return "lookup(effect, " + sub() + ")"
	case 2:
		return rapid.SampledFrom([]string{"delay", "smooth"}).Draw(t, "function") + "(" + sub() + ", " + rapid.SampledFrom([]string{"1", "4", "2 * 26"}).Draw(t, "steps") + ")"
	case 3:
		return "pow(" + sub() + ", " + sub() + ")"
	case 4:
		return "(" + sub() + " > " + sub() + " && !washington.bomb ? " + sub() + " : " + sub() + ")"
	case 5:
		return "-(" + sub() + ")"
	}
	return "(" + sub() + ")" + rapid.SampledFrom([]string{" + ", " - ", "*", " / "}).Draw(t, "sign") + "(" + sub() + ")"
}

// TestFormulasReadBack checks that a formula as we write it is the one the author
// wrote.
func TestFormulasReadBack(t *testing.T) {
	files := base(t)
	read := func(text string) (reckon.Measure, []reckon.Diagnostic) {
		put := maps.Clone(files)
		put["extra.hcl"] = []byte("parameter \"gain\" { value = 1 }\nlookup \"effect\" { points = [[0, 0], [1, 1]] }\nmeasure \"x\" {\n  start = 1\n  next = " + text + "\n}\n")
		c, found := lang.Load(put)
		return c.Measures[c.Measure("x")], found
	}
	rapid.Check(t, func(t *rapid.T) {
		text := formulaText(t, 4)
		first, found := read(text)
		if len(found) > 0 {
			if slices.Compact(codes(found))[0] != "divides-by-zero" || first.Text != "" {
				t.Fatalf("%s:\n%s", text, listing(found))
			}
			return
		}
		second, found := read(first.Text)
		if d := cmp.Diff(first, second, ignoringRanges); d != "" || len(found) > 0 {
			t.Fatalf("%s is written %s, which is read otherwise:\n%s%s", text, first.Text, listing(found), d)
		}
	})
}

// TestLeftOut: a scenario may leave out an option or an actor, as docs/simulation.md
// says, and nothing of another name.
func TestLeftOut(t *testing.T) {
	text := "case \"x\" {\n  title = \"X\"\n}\nactor \"a\" {\n  option \"b\" { title = \"B\" }\n}\nscenario \"s\" { without = [%q] }\n"
	for name, known := range map[string]bool{"a.b": true, "a": true, "memory": true, "b": false, "a.c": false} {
		_, found := lang.Load(lang.Files{"case.hcl": fmt.Appendf(nil, text, name)})
		refused := slices.ContainsFunc(found, func(d reckon.Diagnostic) bool { return d.Code == "unknown-cause" })
		if refused == known {
			t.Errorf("without %q: %v", name, found)
		}
	}
}
