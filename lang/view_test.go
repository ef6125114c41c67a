package lang_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"reckon"
	"reckon/casetest"
	"reckon/lang"
	"reckon/stability"
)

// views is one mind that uses every part of views, attitudes and nested beliefs.
const views = `
mind "leader" {
  concept = "L3"
  want "talks if they lift" {
    that   = leader.talk
    if     = !washington.sanction
    points = 2.5
  }
  want "enrich iff they bomb" {
    that    = leader.enrich
    iff     = washington.bomb || washington.sanction
    points  = -1
    unknown = true
  }
  want "no war" {
    that   = !washington.bomb
    points = 1
    odds   = 1
  }
  attitude "washington" {
    is = "negative"
    cite "press" { says = "He wishes them ill" }
  }
  attitude "leader" { is = "neutral" }
  sees {
    unaware "washington.sanction" {
      cite "press" { says = "He did not know" }
    }
    option "washington.bomb" { resumable = true }
    impossible "no program" { when = !leader.enrich }
    possible "no talks under bombs" {}
  }
  believes "washington" {
    concept = "SSEQ"
    attitude "leader" { is = "positive" }
    sees {
      aware "washington.sanction" {}
      option "washington.bomb" { reversible = true }
      possible "no program" {}
    }
    believes "leader" {
      kind "dove" {
        odds    = 0.5
        concept = "NM"
        want "talk" { that = leader.talk }
        sees {
          option "washington.bomb" { resumable = false }
        }
        believes "street" {
          want "calm" { that = !leader.enrich }
        }
      }
      kind "as he is" { odds = 0.5 }
    }
  }
}
`

// TestViews holds what views, attitudes, conditions and nested beliefs are read
// as, to the last field. UPDATE=1 rewrites it.
func TestViews(t *testing.T) {
	files := base(t)
	files["extra.hcl"] = []byte(views)
	c, found := lang.Load(files)
	if len(found) > 0 {
		t.Fatalf("findings:\n%s", listing(found))
	}
	var b strings.Builder
	for _, m := range c.Minds {
		if m.Actor == "leader" {
			dump(&b, "Mind", reflect.ValueOf(m), "")
		}
	}
	golden(t, "testdata/views.golden", b.String())
	checkFormat(t, files, "extra.hcl")
}

// TestConditions holds the meaning of if and iff: A if B is false only where B
// holds without A, A iff B just where one holds without the other.
func TestConditions(t *testing.T) {
	for word, holds := range map[string]func(a, b bool) bool{
		"if":  func(a, b bool) bool { return !b || a },
		"iff": func(a, b bool) bool { return a == b },
	} {
		w := onlyWant(t, "that = leader.talk || leader.enrich\n"+word+" = washington.bomb")
		if want := "leader.talk || leader.enrich " + word + " washington.bomb"; w.Text != want {
			t.Errorf("%s is written %q, want %q", word, w.Text, want)
		}
		for s := range reckon.State(16) {
			if got, want := (casetest.Oracle{}).Truth(&w.That, s), holds(s.Has(1) || s.Has(0), s.Has(3)); got != want {
				t.Errorf("%s in %s is %t, want %t", word, s.Letters(4), got, want)
			}
		}
	}
}

// onlyWant reads the one want of a mind.
func onlyWant(t *testing.T, settings string) reckon.Want {
	t.Helper()
	files := base(t)
	files["extra.hcl"] = fmt.Appendf(nil, "mind \"leader\" {\n  want \"it\" {\n%s\n}\n}\n", settings)
	c, found := lang.Load(files)
	for _, m := range c.Minds {
		if m.Actor == "leader" && len(m.Wants) == 1 && len(found) == 0 {
			return m.Wants[0]
		}
	}
	t.Fatalf("not one want:\n%s", listing(found))
	return reckon.Want{}
}

// TestManyWants reads minds of 64 and of 200 wants, past what a machine word
// holds, and demands that the first want that tells two states apart decides.
func TestManyWants(t *testing.T) {
	for _, n := range []int{2, 63, 64, 65, 200} {
		for decides := range []int{0, 1} {
			var b strings.Builder
			b.WriteString("case \"x\" {}\nactor \"a\" {\n  option \"x\" {}\n  option \"y\" {}\n}\nmind \"a\" {\n")
			for k := range n {
				that := "a.x || !a.x || a.y" // true everywhere
				switch {
				case k == 0 && decides == 0, k == n-1 && decides == 1:
					that = "a.x"
				case k == n-1 && decides == 0, k == n-2 && decides == 1:
					that = "a.y"
				}
				fmt.Fprintf(&b, "  want \"w%d\" { that = %s }\n", k, that)
			}
			b.WriteString("}\n")
			c, found := lang.Load(lang.Files{"case.hcl": []byte(b.String())})
			if len(found) > 0 || len(c.Minds[0].Wants) != n {
				t.Fatalf("%d wants: %d read\n%s", n, len(c.Minds[0].Wants), listing(found))
			}
			g, err := stability.Compile(c, (*reckon.Reading)(nil).MindsIn(c), nil)
			if err != nil {
				t.Fatal(err)
			}
			// x is bit 0 and y bit 1; when x decides, only x beats only y.
			if got := g.Rank(0, 1) > g.Rank(0, 2); got != (decides == 0) {
				t.Errorf("%d wants: x without y beats y without x: %t, want %t", n, got, decides == 0)
			}
			for s := range reckon.State(4) {
				if s != 3 && g.Rank(0, 3) <= g.Rank(0, s) || s != 0 && g.Rank(0, 0) >= g.Rank(0, s) {
					t.Errorf("%d wants: both or neither is out of place beside %s", n, s.Letters(2))
				}
			}
		}
	}
}
