package coupling_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"reckon/arena/palace"
	"reckon/coupling"
	"reckon/draw"
	"reckon/lang"
)

const threeOrgans = `measure "risk" { start = 0 }
measure "rate" { start = 0 }
measure "coup" { start = 0 }
measure "army_in" { start = 0 }
palace "capital" {
  attempts  = 2
  grievance = 0.5
  organ "guard" {
    force    = 45
    distrust = 0.1
  }
  organ "army" { force = 40 }
  organ "police" { force = 15 }
  watch "guard" {
    over   = ["army", "police"]
    chance = 0.3
  }
  watch "army" {
    over   = ["guard"]
    chance = 0.1
  }
  writes "risk" { from = "risk" }
  writes "rate" { from = "attempts" }
  writes "coup" { from = "coup" }
  writes "army_in" {
    from = "member"
    of   = "army"
  }
}
`

// TestPalaceIsThePackages holds what runs see against the package's own answer.
func TestPalaceIsThePackages(t *testing.T) {
	capital := palace.Capital{
		Organs: []palace.Organ{{Name: "guard", Force: 45, Distrust: 0.1}, {Name: "army", Force: 40}, {Name: "police", Force: 15}},
		Watches: []palace.Watch{
			{By: "guard", Of: "army", Chance: 0.3}, {By: "guard", Of: "police", Chance: 0.3}, {By: "army", Of: "guard", Chance: 0.1},
		},
	}
	plot, bad := capital.Weakest()
	if len(bad) > 0 {
		t.Fatal(bad)
	}
	w := world(t, threeOrgans)
	l := w.Lanes(1)
	in, coups, runs := constants(t, w), 0.0, 4000
	for run := range uint64(runs) {
		l.Begin()
		must(t, l.Step(in, draw.Key{Run: run}))
		coups += l.Value(2)[0]
	}
	if got := l.Value(0)[0]; math.Abs(got-plot.Risk) > 1e-12 || plot.Risk == 0 {
		t.Errorf("the risk is %v, not %v", got, plot.Risk)
	}
	if got, want := l.Value(3)[0], map[bool]float64{true: 1}[plot.Members&2 != 0]; got != want {
		t.Errorf("the army is in it: %v, not %v", got, want)
	}
	rate := l.Value(1)[0]
	if got, want := coups/float64(runs), (1-math.Exp(-rate*7/365.2425))/2; math.Abs(got-want) > 4*math.Sqrt(want/float64(runs)) {
		t.Errorf("a share %v of runs have a coup in a week, not %v", got, want)
	}
}

// TestPalaceMistakes puts messages beside their blocks.
func TestPalaceMistakes(t *testing.T) {
	for code, change := range map[string][2]string{
		"unknown-organ":    {`over   = ["guard"]`, `over   = ["guards"]`},
		"watches-itself":   {`over   = ["guard"]`, `over   = ["army"]`},
		"duplicate-name":   {`over   = ["guard"]`, `over   = ["guard", "guard"]`},
		"no-such-quantity": {`of   = "army"`, `of   = "navy"`},
		"arena-number":     {"attempts  = 2", "attempts  = 2 + coup"},
		"arena-palace":     {"attempts  = 2", "attempts  = -2"},
	} {
		c, found := lang.Load(lang.Files{"case.hcl": []byte(clock + strings.Replace(threeOrgans, change[0], change[1], 1))})
		if len(found) > 0 {
			t.Fatalf("%s: %+v", code, found)
		}
		if _, found = coupling.New(c); len(found) != 1 || found[0].Code != code || found[0].At.Start.Line == 0 {
			t.Errorf("%s: %+v", code, found)
		}
	}
}

// TestPalaceFaults stops a run with the line.
func TestPalaceFaults(t *testing.T) {
	w := world(t, threeOrgans)
	in := constants(t, w)
	for i := palaceSettings; i < len(in); i++ {
		in[i][0] = -1
	}
	l := w.Lanes(1)
	l.Begin()
	if err := l.Step(in, draw.Key{}); err == nil || !strings.Contains(err.Error(), "force is a number from 0 up") || !strings.Contains(err.Error(), "line") {
		t.Error(err)
	}
}

const office = `measure "holder" { start = 0 }
measure "cause" { start = 0 }
measure "will" { start = 0 }
measure "more" { start = 0 }
succession "leadership" {
  vacancy   = "heir"
  heir      = "son"
  contested = 0.4
  will      = 0.3
  exit "illness" { rate = 0.6 }
  exit "resignation" { rate = 0.2 }
  exit "vote" { chance = 0.01 }
  candidate "son" {
    support  = 10
    position = 0.1
    will     = 0.1
  }
  candidate "reformer" {
    support  = 30
    position = 0.8
    will     = 0.7
    doubt    = 0.1
  }
  writes "holder" { from = "holder" }
  writes "cause" { from = "cause" }
  writes "will" { from = "will" }
  writes "more" { from = "more_willing" }
}
`

// TestSuccessionCompetes holds causes against the closed form of competing risks
// after a year of weeks, and who follows against the package's chances.
func TestSuccessionCompetes(t *testing.T) {
	w := world(t, office)
	const runs, steps = 4000, 52
	l := w.Lanes(1)
	in := constants(t, w)
	by, who, more := map[float64]float64{}, map[float64]float64{}, 0.0
	for run := range uint64(runs) {
		l.Begin()
		for k := range uint32(steps) {
			must(t, l.Step(in, draw.Key{Run: run, Step: k}))
			if l.Value(1)[0] > 0 {
				break
			}
		}
		by[l.Value(1)[0]]++
		if l.Value(1)[0] > 0 {
			who[l.Value(0)[0]]++
			more += l.Value(3)[0]
		}
	}
	week := 7 / 365.2425
	stay := 0.99 * math.Exp(-0.8*week)
	gone := (1 - math.Pow(stay, steps)) / (1 - stay) // expected steps in which the office is held
	for cause, p := range map[float64]float64{1: 0.99 * (1 - math.Exp(-0.8*week)) * 0.75, 2: 0.99 * (1 - math.Exp(-0.8*week)) * 0.25, 3: 0.01} {
		near(t, "cause", by[cause]/runs, p*gone, runs)
	}
	s := palace.Succession{Rule: palace.Heir, Heir: "son", Contested: 0.4, Stance: 0.3, Candidates: []palace.Candidate{
		{Name: "son", Weight: 10, Position: 0.1, Stance: 0.1}, {Name: "reformer", Weight: 30, Position: 0.8, Stance: 0.7, Doubt: 0.1},
	}}
	chances, bad := s.Chances()
	if len(bad) > 0 {
		t.Fatal(bad)
	}
	ended := runs - by[0]
	for i, p := range chances {
		near(t, "candidate", who[float64(i+1)]/ended, p, ended)
	}
	_, bends := s.Bends(chances)
	near(t, "more willing", more/ended, bends, ended)
}

// TestHolderDoesNotFollowHimself lets the office fall vacant at every step: who holds
// it is never drawn again, whatever the rule, and is where nobody else could follow.
func TestHolderDoesNotFollowHimself(t *testing.T) {
	three := `
  candidate "a" { support = 10 }
  candidate "b" { support = 1 }
  candidate "c" { support = 5 }
`
	for _, rule := range []string{three, three + `  vacancy = "heir"
  heir = "a"
`, `  candidate "a" {}
`} {
		text := "succession \"office\" {\n  exit \"vote\" { chance = 1 }\n" + rule + "  writes \"holder\" { from = \"holder\" }\n}\nmeasure \"holder\" { start = 0 }\n"
		w := world(t, text)
		l, in := w.Lanes(1), constants(t, w)
		for run := range uint64(50) {
			l.Begin()
			last := 0.0
			for k := range uint32(10) {
				must(t, l.Step(in, draw.Key{Run: run, Step: k}))
				holder := l.Value(0)[0]
				if alone := !strings.Contains(rule, `"b"`); holder == 0 || (holder == last) != (alone && last > 0) {
					t.Fatalf("after the holder %v came %v under %s", last, holder, rule)
				}
				last = holder
			}
		}
	}
}

// near allows four standard errors.
func near(t *testing.T, what string, got, want, n float64) {
	t.Helper()
	if math.Abs(got-want) > 4*math.Sqrt(want*(1-want)/n)+1e-9 {
		t.Errorf("%s: a share of %v, not %v", what, got, want)
	}
}

// TestSuccessionMistakes puts messages beside the office.
func TestSuccessionMistakes(t *testing.T) {
	for code, change := range map[string][2]string{
		"arena-succession": {`heir      = "son"`, `heir      = "sun"`},
		"unknown-palace":   {`vacancy   = "heir"`, `vacancy   = "council"`},
		"arena-parts":      {"exit \"illness\" { rate = 0.6 }\n  exit \"resignation\" { rate = 0.2 }\n  exit \"vote\" { chance = 0.01 }\n", ""},
	} {
		c, found := lang.Load(lang.Files{"case.hcl": []byte(clock + strings.Replace(office, change[0], change[1], 1))})
		if len(found) > 0 {
			t.Fatalf("%s: %+v", code, found)
		}
		if _, found = coupling.New(c); len(found) == 0 || found[0].Code != code {
			t.Errorf("%s: %+v", code, found)
		}
	}
}

// palaceSettings are the inputs of a palace before those of its organs.
const palaceSettings = 10

// TestFactorsAreShares refuses what is percent by mistake: a coup would be all but
// certain, or never tried, and no message would say so.
func TestFactorsAreShares(t *testing.T) {
	for _, setting := range []string{"spoils = 60", "grievance = 1.5", "tenure = -1", "coup_proofing = 0 - 0.5"} {
		c := load(t, strings.Replace(strings.Replace(threeOrgans, "palace \"capital\" {\n", "palace \"capital\" {\n  "+setting+"\n", 1), "  grievance = 0.5\n", "", 1))
		w, found := coupling.New(c)
		if len(found) > 0 {
			t.Fatalf("%+v", found)
		}
		if bad := w.Try(c.AsOf, 0); len(bad) != 1 || !strings.Contains(bad[0].Detail, strings.Fields(setting)[0]) || bad[0].At.Start.Line == 0 {
			t.Errorf("%s: %+v", setting, bad)
		}
	}
}

// TestSuccessionIsCheckedAtOnce finds what is wrong with a candidate when the case is
// checked, though the office falls vacant in a later step of some run.
func TestSuccessionIsCheckedAtOnce(t *testing.T) {
	for _, wrong := range []string{"will = 7", "support = 0 - 1", "position = 2"} {
		text := `succession "office" {
  exit "illness" { rate = 0.0001 }
  candidate "a" { ` + wrong + ` }
}
`
		if wrong == "will = 7" {
			text = strings.Replace(text, "{\n", "{\n  will = 3\n", 1)
		}
		c := load(t, text)
		w, found := coupling.New(c)
		if len(found) > 0 {
			t.Fatalf("%+v", found)
		}
		if bad := w.Try(c.AsOf, 0); len(bad) != 1 || bad[0].At.Start.Line == 0 {
			t.Errorf("%s: %+v", wrong, bad)
		}
	}
}

// TestLargePalaceStandsAlone solves thirty organs where the palace writes nothing, and
// refuses them where a run would have to.
func TestLargePalaceStandsAlone(t *testing.T) {
	text := "measure \"risk\" { start = 0 }\npalace \"big\" {\n"
	for i := range 30 {
		text += fmt.Sprintf("  organ \"o%d\" {\n    force    = %d\n    distrust = 0.05\n  }\n", i, 1+i%7)
	}
	c := load(t, text+"}\n")
	w, found := coupling.New(c)
	if len(found) > 0 {
		t.Fatalf("%+v", found)
	}
	if bad := w.Try(c.AsOf, 0); len(bad) > 0 {
		t.Errorf("%+v", bad)
	}
	reports, err := w.Reports(c.AsOf, 0)
	if err != nil || !strings.Contains(strings.Join(reports[0].Says, " "), "proven to be the riskiest") {
		t.Errorf("%v: %v", err, reports)
	}
	c = load(t, text+"  writes \"risk\" { from = \"risk\" }\n}\n")
	if _, found = coupling.New(c); len(found) != 1 || !strings.Contains(found[0].Summary, "let the palace write nothing") {
		t.Errorf("%+v", found)
	}
	c = load(t, strings.Replace(text, "force    = 3", "force    = -3", 1)+"}\n")
	if w, _ = coupling.New(c); len(w.Try(c.AsOf, 0)) != 1 {
		t.Error("a force below 0 passes in a large palace")
	}
}
