package workbench

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"reckon"
	"reckon/mind"
)

// deterred is a conflict in which b would answer a's x by z, unless what a
// thinks that b sees keeps him from it. more stands in for further options.
const deterred = `case "deterred" { subject = a }
actor "a" {
  option "x" {}
}
actor "b" {
  option "z" {}
}
%smind "a" {
  want "no z" { that = !b.z }
  want "x" { that = a.x }
  believes "b" {
    want "z only when x" { that = b.z == a.x }
    sees {
      %s
    }
  }
}
mind "b" {
  want "z only when x" { that = b.z == a.x }
}
`

// bystander has more options than states can be listed of.
func bystander() string {
	var b strings.Builder
	b.WriteString("actor \"c\" {\n")
	for k := range 26 {
		fmt.Fprintf(&b, "  option \"o%d\" {}\n", k)
	}
	return b.String() + "}\n"
}

// TestAnswersInTheirEyes: what solve says of a state, with states listed and
// without, and what follow-up says of it, take the answers of a kind as it sees.
func TestAnswersInTheirEyes(t *testing.T) {
	for sees, moves := range map[string]bool{
		`unaware "a.x" {}`:                                true,
		`impossible "x and z" { when = a.x && b.z }`:      true,
		`option "b.z" { resumable = false }`:              true,
		`option "a.x" { reversible = false }`:             false,
		`impossible "z without x" { when = b.z && !a.x }`: false,
	} {
		for _, more := range []string{"", bystander()} {
			b := openText(t, []txtar.File{{Name: "case.hcl", Data: fmt.Appendf(nil, deterred, more, sees)}})
			solved, err := b.Solve(SolveSettings{Concepts: []reckon.Concept{reckon.SEQ}, Verify: true})
			if err != nil {
				t.Fatal(err)
			}
			if here := solved.Here["a"][reckon.SEQ]; here == moves || solved.Holdings[0].Stable != here {
				t.Errorf("%s, %s: a stays %v", solved.Regime, sees, here)
			}
			if more != "" {
				continue
			}
			asked, err := b.Followup(FollowupSettings{Aspects: []string{"basis", "inverse"}})
			if err != nil {
				t.Fatal(err)
			}
			one := asked.Readings[0]
			if one.Basis[0].Stable == moves || one.Inverse != nil || len(one.Notes) != 1 || !strings.Contains(one.Notes[0], "what would have to be true") {
				t.Errorf("%s: %+v, inverse %+v, notes %q", sees, one.Basis[0], one.Inverse, one.Notes)
			}
		}
	}
}

// shortSighted is a conflict of which a does not see everything.
const shortSighted = `case "short" { subject = a }
actor "a" {
  option "x" {}
}
actor "b" {
  option "z" { on = true }
  option "w" {}
}
mind "a" {
  want "x" { that = a.x }
  sees {
    unaware "b.z" {}
    impossible "x without w" { when = a.x && !b.w }
  }
}
mind "b" {
  want "z" { that = b.z }
}
`

// TestImpossibleInHisEyes: of a state that he holds impossible nobody says that
// he would stay, and what he misjudges there is told.
func TestImpossibleInHisEyes(t *testing.T) {
	b := openText(t, []txtar.File{{Name: "case.hcl", Data: []byte(shortSighted)}})
	solved, err := b.Solve(SolveSettings{State: "YYN"})
	if err != nil {
		t.Fatal(err)
	}
	a := solved.Holdings[0]
	if a.Stable || !a.Views[0].Barred || len(a.Says) != 1 || a.Says[0] != "a holds this state to be impossible, so it is not stable for him." {
		t.Errorf("%+v", a)
	}
	m, err := mind.New(b.Case, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	for s, barred := range map[reckon.State]bool{0b011: true, 0b010: false} { // YYN and NYN
		if h := holdOf(b.Case, m, b.Case.Minds[0], 0, s); h.Barred != barred {
			t.Errorf("state %b: held impossible %v", s, h.Barred)
		}
	}
	for state, says := range map[string]string{
		"YYN": "his view has broken already",
		"NYN": "takes this state for NNN",
	} {
		asked, err := b.Followup(FollowupSettings{View: "a", State: state, Concept: reckon.SEQ})
		if err != nil {
			t.Fatal(err)
		}
		one := asked.Readings[0]
		told := slices.ContainsFunc(one.Views.Says, func(s string) bool { return strings.Contains(s, says) })
		if !told || len(one.Views.Unforeseen) == 0 || one.Basis != nil || len(one.Notes) != 1 || !strings.Contains(one.Notes[0], "only views is answered") {
			t.Errorf("%s: %+v, notes %q", state, one.Views, one.Notes)
		}
		alone, err := b.Followup(FollowupSettings{View: "a", State: state, Aspects: []string{"views"}})
		if err != nil || len(alone.Readings[0].Notes) != 0 {
			t.Errorf("%s: %v, %+v", state, err, alone)
		}
		if _, err := b.Followup(FollowupSettings{View: "a", State: state, Aspects: []string{"basis"}}); err == nil || !strings.Contains(err.Error(), "or ask for views") {
			t.Errorf("%s: %v", state, err)
		}
	}
}

// TestIdleInSharedMinds: a belief of the case's own minds that cannot matter is
// reported once, whatever readings there are.
func TestIdleInSharedMinds(t *testing.T) {
	text := strings.Replace(mistaken, `mind "a" {`, "mind \"a\" {\n  concept = \"Nash\"", 1)
	reading := `reading "%s" {
  says  = "b is as he is"
  dated = "2020-01-02"
  mind "b" {
    want "never z" { that = !b.z }
  }
}
`
	for n := range 3 {
		files := []txtar.File{{Name: "case.hcl", Data: []byte(text)}}
		for k := range n {
			name := string(rune('p' + k))
			files = append(files, txtar.File{Name: "readings/" + name + ".hcl", Data: fmt.Appendf(nil, reading, name)})
		}
		found := 0
		for _, d := range openText(t, files).Diagnostics {
			if d.Code == "belief-cannot-matter" {
				found++
			}
		}
		if found != 1 {
			t.Errorf("with %d readings it is reported %d times", n, found)
		}
	}
}
