package causes_test

import (
	"context"
	"math"
	"testing"

	"reckon"
	"reckon/causes"
	"reckon/lang"
	"reckon/outlook"
	"reckon/sim"
)

// fort is a world in which the causes are known: the wall falls where the storm has
// come and the guard has left; the guard leaves at once, the moon does nothing.
const fort = `
case "fort" {
  title   = "Fort"
  subject = guard
  as_of   = "2026-01-01"
  from    = "2025-01-01"
  until   = "2026-02-05"
  order   = "stated"
}
actor "guard" {
  option "leave" { title = "Leaves" }
}
actor "wall" {
  option "fall" {
    title     = "Falls"
    resumable = false
  }
}
mind "guard" {
  precision = infinity
  caution   = 0
  want "home" { that = guard.leave }
}
mind "wall" {
  precision = infinity
  want "rest" { that = wall.fall }
}
parameter "depth" {
  title = "Depth"
  value = [0, 1]
}
parameter "moon" {
  title = "Moon"
  value = [0, 1]
}
shock "storm" {
  chance = 0.2
  when   = guard.leave
  moves  = "+wall.fall"
}
question "fall" {
  ask    = "Does it fall?"
  opens  = "2026-01-01"
  closes = "2026-02-05T00:00:00Z"
  when   = ever(wall.fall)
}
question "deep" {
  ask    = "Is it deep?"
  opens  = "2026-01-01"
  closes = "2026-02-05T00:00:00Z"
  when   = at_end(depth > 0.3)
}
`

func open(t *testing.T, files lang.Files, weights ...float64) *outlook.Ensemble {
	t.Helper()
	c, found := lang.Load(files)
	for _, d := range found {
		if d.Severity == reckon.Error {
			t.Fatalf("%s: %s %s", d.At.File, d.Summary, d.Detail)
		}
	}
	readings := []*reckon.Reading{nil}
	if len(c.Readings) > 0 {
		readings = nil
		for i := range c.Readings {
			readings = append(readings, &c.Readings[i])
		}
	}
	e, err := outlook.Open(c, readings, weights, "", sim.Settings{})
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// TestAsk: what a yes needs is needed in every run with yes, what it does not need
// in none, and the chain tells the two needed events in order.
func TestAsk(t *testing.T) {
	e := open(t, lang.Files{"case.hcl": []byte(fort)}, 1)
	w, err := causes.Ask(context.Background(), e, outlook.Job{Seed: 2, To: 1000}, "fall")
	if err != nil {
		t.Fatal(err)
	}
	if want := 1 - math.Pow(0.8, 5); math.Abs(w.P-want) > 0.06 {
		t.Errorf("falls in %v, exactly %v", w.P, want)
	}
	by := map[string]causes.Cause{}
	for _, c := range w.Causes {
		by[c.Name] = c
	}
	for _, name := range []string{"storm", "guard.leave"} {
		if c := by[name]; c.Needed != 1 || c.Hindered != 0 || c.P != 0 {
			t.Errorf("%s: %+v", name, c)
		}
	}
	if c := by["wall.fall"]; c.Needed != 0 || *c.Seen != 1 { // nobody chooses it: the storm takes it up
		t.Errorf("wall.fall: %+v", c)
	}
	if *by["guard.leave"].Seen != 1 || by["storm"].Seen != nil || by["guard.leave"].Kind != "course" || by["storm"].Kind != "shock" {
		t.Errorf("seen: %+v", by)
	}
	if len(w.Chains) != 1 || w.Chains[0].Like != 1 {
		t.Fatalf("chains: %+v", w.Chains)
	}
	links := w.Chains[0].Links
	if len(links) < 2 || links[0].Kind != "move" || links[0].Actor != e.Case.Actor("guard") || links[1].Kind != "shock" || links[1].Name != "storm" || links[0].Step > links[1].Step {
		t.Errorf("links: %+v", links)
	}
	for _, x := range links { // what comes after the fall did not bring it about
		if x.Step >= links[1].Step+1 {
			t.Errorf("after the answer was decided: %+v", x)
		}
	}
	if _, err := causes.Ask(context.Background(), e, outlook.Job{Seed: 2, To: 10}, "rise"); err == nil {
		t.Error("a question that nobody asks has no causes")
	}
}

// TestDrive: an answer that hangs on one number alone owes it all of its variance; an
// answer that hangs on chance owes it to chance.
func TestDrive(t *testing.T) {
	e := open(t, lang.Files{"case.hcl": []byte(fort)}, 1)
	set := causes.Settings{Points: 256, Paths: 8, Each: 4}
	deep, err := causes.Drive(context.Background(), e, outlook.Job{Seed: 2}, "deep", set)
	if err != nil {
		t.Fatal(err)
	}
	first := deep.Inputs[0]
	if first.Name != "depth" || math.Abs(first.First.Value-1) > 0.05 || math.Abs(first.Total.Value-1) > 0.05 || math.Abs(deep.P-0.7) > 0.02 {
		t.Errorf("deep: %+v", first)
	}
	if first.Screen == nil || first.Screen.Mu <= 0 {
		t.Errorf("screening: %+v", first.Screen)
	}
	for _, in := range deep.Inputs[1:] {
		if in.Total.Value != 0 || in.Screen != nil && in.Screen.MuStar != 0 {
			t.Errorf("idle: %+v", in)
		}
	}
	fall, err := causes.Drive(context.Background(), e, outlook.Job{Seed: 2}, "fall", set)
	if err != nil {
		t.Fatal(err)
	}
	if in := fall.Inputs[0]; !in.Chance || math.Abs(in.Total.Value-1) > 0.25 || fall.Inputs[1].Total.Value != 0 {
		t.Errorf("chance: %+v", fall.Inputs)
	}
}

// TestTelling: one reading moves at once and the other never, so seeing it settles
// which is right: a whole bit at even weights.
func TestTelling(t *testing.T) {
	reading := func(name, that string) []byte {
		return []byte("reading \"" + name + "\" {\n  title = \"" + name + "\"\n  says = \"x\"\n  dated = \"2025-06-01\"\n  mind \"guard\" {\n    precision = infinity\n    want \"w\" { that = " + that + " }\n  }\n}\n")
	}
	e := open(t, lang.Files{"case.hcl": []byte(fort), "readings/a.hcl": reading("goes", "guard.leave"), "readings/b.hcl": reading("stays", "!guard.leave")}, 0.5, 0.5)
	found, err := causes.Telling(context.Background(), e, outlook.Job{Seed: 1, To: 200}, 31)
	if err != nil {
		t.Fatal(err)
	}
	best := found[0]
	if best.Name != "guard.leave" || best.What != "taken up" || math.Abs(best.Bits-1) > 0.03 || best.By.String() != "2026-01-29" {
		t.Errorf("best: %+v", best)
	}
	if best.IfSeen[0] < 0.99 || best.IfSeen[0] == 1 || best.IfNot[0] > 0.01 || best.IfNot[0] == 0 {
		t.Errorf("after seeing it: %v, else %v", best.IfSeen, best.IfNot)
	}
	for _, s := range found {
		if s.Bits < 0 || s.Bits > 1+1e-12 {
			t.Errorf("%s carries %v bits", s.Name, s.Bits)
		}
	}
	few, err := causes.Telling(context.Background(), e, outlook.Job{Seed: 1, To: 20}, 31)
	if err != nil || len(few) != 0 {
		t.Errorf("twenty runs tell something: %v %v", few, err)
	}
	alone := open(t, lang.Files{"case.hcl": []byte(fort)}, 1)
	if found, err := causes.Telling(context.Background(), alone, outlook.Job{Seed: 1, To: 10}, 31); err != nil || len(found) != 0 {
		t.Errorf("one reading alone: %v %v", found, err)
	}
}

// TestArenasAreCauses: what an arena alone brings about needs it in every run, and
// street noise counts among what chance adds.
func TestArenasAreCauses(t *testing.T) {
	const office = `
measure "gone" { start = 0 }
measure "turnout" { start = 0.1 }
succession "office" {
  exit "illness" { rate = 20 }
  candidate "another" { support = 1 }
  writes "gone" { from = "holder" }
}
street "cities" {
  thresholds = normal(0.5, 0.1)
  noise      = 0.1
  writes "turnout" { from = "turnout" }
}
question "vacant" {
  ask    = "Does the office fall vacant?"
  opens  = "2026-01-01"
  closes = "2026-02-05T00:00:00Z"
  when   = ever(gone > 0)
}
`
	e := open(t, lang.Files{"case.hcl": []byte(fort + office)}, 1)
	w, err := causes.Ask(context.Background(), e, outlook.Job{Seed: 2, To: 300}, "vacant")
	if err != nil {
		t.Fatal(err)
	}
	kinds := map[string]string{}
	for _, c := range w.Causes {
		kinds[c.Name] = c.Kind
		if needed := c.Name == "office"; (c.Needed == 1) != needed || (c.Needed == 0) == needed {
			t.Errorf("%+v", c)
		}
	}
	if w.P == 0 || kinds["office"] != "arena" || kinds["cities"] != "arena" || kinds["noise"] != "noise" {
		t.Errorf("%v: %v", w.P, kinds)
	}
}
