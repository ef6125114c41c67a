package coupling_test

import (
	"encoding/json"
	"fmt"
	"math"
	"regexp"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"reckon"
	"reckon/coupling"
	"reckon/draw"
	"reckon/dynamics"
	"reckon/lang"
)

// everyArena has one arena of each kind, which read and write each other's measures.
const everyArena = oilState + `
measure "course" { start = 40 }
measure "risk" { start = 0 }
measure "coup" { start = 0 }
measure "holder" { start = 0 }
measure "turnout" { start = 0.001 }
measure "resolve" { start = 0.3 }
council "inner circle" {
  model = "challenge"
  every = 2
  seat "clerics" {
    power    = 30
    position = 20
  }
  seat "guard" {
    power    = 45
    position = 25
    salience = 80
  }
  seat "ministries" {
    power    = 25
    position = 70 - 10 * turnout
  }
  writes "course" { from = "outcome" }
}
palace "capital" {
  success  = "contest"
  attempts = 0.5
  tenure   = year() - 1989
  organ "guard" {
    force    = 45
    distrust = 0.1
  }
  organ "army" { force = 40 * (1 - turnout) }
  organ "police" { force = 15 }
  watch "guard" {
    over   = ["army", "police"]
    chance = 0.3
  }
  writes "risk" { from = "risk" }
  writes "coup" { from = "coup" }
}
succession "leadership" {
  vacancy = "council"
  palace  = "capital"
  will    = 0.1
  exit "illness" { rate = 0.5 }
  exit "coup" { chance = coup }
  candidate "a cleric" {
    support  = 60
    position = 0.2
    backers  = ["guard", "army"]
  }
  candidate "a minister" {
    support = 25
    will    = 0.6
    doubt   = 0.2
    backers = ["police"]
  }
  writes "holder" { from = "holder" }
}
street "cities" {
  thresholds  = normal(0.3, 0.12)
  nerve       = [0.2, 0.6]
  hardship    = min(1, oil / 5)
  by_hardship = 0.5
  repression  = 0.5
  defection   = 0.5
  noise       = 0.05
  strike "truck drivers" {
    called    = course > 30 ? 1 : 0
    workers   = 350000
    wage      = 60
    pay       = 20
    fund      = 2000000
    endurance = [1, 8]
  }
  writes "turnout" { from = "turnout" }
}
contest "nerves" {
  side "washington" {
    stake  = 10
    strain = 1
    belief = 0.3
    soft   = 0.6
    demand = 0.7
    floor  = 0.4
  }
  side "leader" {
    stake  = 20
    strain = washington.sanction ? 4 : 1
    belief = 0.5
    soft   = 0.4
    demand = 0.6
    floor  = 0.3
  }
  writes "resolve" {
    from = "resolve"
    of   = "washington"
  }
}
`

var plainNumber = regexp.MustCompile(`= [0-9.]+$`)

// TestOddArenasAreSaid breaks cases with an arena of every kind at random. Nothing
// panics; what is refused is refused beside a line, with a way out; what is not runs
// to finite numbers or to a fault.
func TestOddArenasAreSaid(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		lines := strings.Split(everyArena, "\n")
		for range rapid.IntRange(1, 3).Draw(t, "changes") {
			i := rapid.IntRange(0, len(lines)-1).Draw(t, "line")
			switch rapid.IntRange(0, 4).Draw(t, "change") {
			case 0:
				lines[i] = ""
			case 1:
				lines[i] += "\n" + lines[i]
			default:
				odd := rapid.SampledFrom([]string{"0", "-1", "1", "0.5", "17", "1e300", "1 / 0", "oil - oil", "-45 + oil", "1e-300", "2 * turnout"}).Draw(t, "number")
				lines[i] = plainNumber.ReplaceAllString(lines[i], "= "+odd)
			}
		}
		step := rapid.SampledFrom([]string{"day", "week", "month", "year"}).Draw(t, "step")
		examine(t, strings.Replace(clock, `"week"`, `"`+step+`"`, 1)+strings.Join(lines, "\n"))
	})
}

// TestEveryArenaRuns holds the case that is broken above: whole, nothing is amiss.
func TestEveryArenaRuns(t *testing.T) {
	c := load(t, everyArena)
	w, found := coupling.New(c)
	if len(found) > 0 {
		t.Fatalf("%+v", found)
	}
	if bad := w.Try(c.AsOf, 1); len(bad) > 0 {
		t.Errorf("%+v", bad)
	}
}

// TestUnpaidStrikeIsReported: a fund that nothing is paid from is never gone, and
// never is no number.
func TestUnpaidStrikeIsReported(t *testing.T) {
	examine(t, clock+strings.Replace(everyArena, "    pay       = 20\n", "", 1))
}

// fataler is what tests and properties share.
type fataler interface {
	Fatalf(format string, args ...any)
}

// examine does all that can be done with the arenas of a text.
func examine(t fataler, text string) {
	files := lang.Files{"case.hcl": []byte(text)}
	c, found := lang.Load(files)
	if slices.ContainsFunc(found, func(d reckon.Diagnostic) bool { return d.Severity == reckon.Error }) {
		_, _ = coupling.New(c) // half a case must not panic either
		_, _ = coupling.Expand(files, c)
		return
	}
	c, more := coupling.Expand(files, c)
	said(t, more)
	w, more := coupling.New(c)
	if said(t, more); len(more) > 0 {
		return
	}
	said(t, w.Try(c.AsOf, 1))
	if _, err := w.Diagram(c.AsOf, 1); err != nil && err.Error() == "" {
		t.Fatalf("an error says nothing")
	}
	reports, err := w.Reports(c.AsOf, 1)
	if err != nil && err.Error() == "" {
		t.Fatalf("an error says nothing")
	}
	for i := range reports {
		if _, err := json.Marshal(reports[i].Result); err != nil {
			t.Fatalf("%s: %v\n%s", reports[i].Arena.Name, err, text)
		}
	}
	m, err := dynamics.Compile(c, w.Inputs())
	if err != nil {
		return
	}
	l, b := w.Lanes(1), m.NewBlock(1)
	if b.States()[0] = 1; b.Start(c.AsOf, nil) != nil {
		return
	}
	l.Begin()
	in := b.Eval(0)
	if slices.ContainsFunc(in, func(x []float64) bool { return x[0]-x[0] != 0 }) {
		return
	}
	for k := range 5 {
		if l.Step(in, draw.Key{Step: uint32(k)}) != nil {
			return
		}
		for i := range w.Writes() {
			if x := l.Value(i)[0]; math.IsNaN(x) || math.IsInf(x, 0) {
				t.Fatalf("step %d: write %d is %v\n%s", k, i, x, text)
			}
		}
	}
}

// said checks that diagnostics say where and what.
func said(t fataler, found []reckon.Diagnostic) {
	for _, d := range found {
		if d.At.File != "case.hcl" || d.Summary == "" || d.Code == "" {
			t.Fatalf("%s", fmt.Sprintf("%+v", d))
		}
	}
}
