package workbench

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
	"pgregory.net/rapid"

	"reckon"
	"reckon/mind"
)

// openText opens the files of an archive as a case.
func openText(tb testing.TB, files []txtar.File) *Bench {
	tb.Helper()
	dir := tb.TempDir()
	for _, f := range files {
		name := filepath.Join(dir, filepath.FromSlash(f.Name))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			tb.Fatal(err)
		}
		if err := os.WriteFile(name, f.Data, 0o644); err != nil {
			tb.Fatal(err)
		}
	}
	b, err := Open(dir)
	if err != nil {
		tb.Fatal(err)
	}
	for _, d := range b.Diagnostics {
		if d.Severity == reckon.Error {
			tb.Fatalf("%s: %s %s", d.At, d.Summary, d.Detail)
		}
	}
	return b
}

// TestSays holds the sentences of solve against testdata/says_*.txtar. A line of
// the archive's comment names the settings: reading, view, state, actor.
func TestSays(t *testing.T) {
	names, err := filepath.Glob("testdata/says_*.txtar")
	if err != nil || len(names) == 0 {
		t.Fatal("no goldens", err)
	}
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			var files []txtar.File
			for _, f := range a.Files {
				if f.Name != "says" {
					files = append(files, f)
				}
			}
			b := openText(t, files)
			var got bytes.Buffer
			for line := range strings.Lines(string(a.Comment)) {
				if words, ok := strings.CutPrefix(strings.TrimSpace(line), "solve"); ok {
					fmt.Fprintf(&got, "solve%s\n", words)
					tell(t, &got, b, strings.Fields(words))
				}
			}
			out := txtar.Format(&txtar.Archive{Comment: a.Comment, Files: append(files, txtar.File{Name: "says", Data: got.Bytes()})})
			want, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			if bytes.Equal(out, want) {
				return
			}
			if os.Getenv("UPDATE") != "" {
				if err := os.WriteFile(name, out, 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			t.Errorf("the sentences are now\n%s", got.Bytes())
		})
	}
}

func tell(t *testing.T, out *bytes.Buffer, b *Bench, words []string) {
	t.Helper()
	var set SolveSettings
	for _, w := range words {
		key, value, _ := strings.Cut(w, "=")
		switch key {
		case "reading":
			set.Reading = value
		case "view":
			set.View = value
		case "state":
			set.State = value
		case "actor":
			set.Actor = value
		default:
			t.Fatalf("unknown setting %s", w)
		}
	}
	s, err := b.Solve(set)
	if err != nil {
		fmt.Fprintf(out, "  error: %v\n", err)
		return
	}
	fmt.Fprintf(out, "  %s, possible %v %s\n", s.State, s.Possible, s.Why)
	for _, h := range s.Holdings {
		fmt.Fprintf(out, "  %s (%s):\n", h.Actor, h.Concept)
		for _, says := range h.Says {
			fmt.Fprintf(out, "    %s\n", says)
		}
	}
	for _, u := range s.Unknown {
		fmt.Fprintf(out, "  unknown: %s\n", u)
	}
}

// TestTruthAgreesWithRanks holds the evaluator of the sentences against the one
// the engine compiles: an actor with one want ranks exactly the states in which
// that want is true above the others.
func TestTruthAgreesWithRanks(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		const options = 4
		e := anyExpr(t, options, 4)
		c := &reckon.Case{Actors: []reckon.Actor{{Name: "a", Options: []int{0, 1, 2, 3}}}}
		for k := range options {
			c.Options = append(c.Options, reckon.Option{Name: fmt.Sprintf("a.o%d", k)})
		}
		c.Minds = []reckon.Mind{{Actor: "a", Temper: reckon.DefaultTemper(), Wants: []reckon.Want{{Name: "w", That: e}}}}
		measures := func(string) float64 { return 3 }
		m, err := mind.New(c, nil, measures)
		if err != nil {
			t.Fatal(err)
		}
		all := m.Base().Levels(0) == 1 // always or never true
		first := truth(&e, 0, measures)
		for s := range reckon.State(1 << options) {
			is := truth(&e, s, measures)
			if all && is != first || !all && m.Base().Rank(0, s) != int(is) {
				t.Fatalf("state %s: truth %v, rank %d of %d", s.Letters(options), is, m.Base().Rank(0, s), m.Base().Levels(0))
			}
		}
	})
}

// anyExpr draws a yes/no expression.
func anyExpr(t *rapid.T, options, depth int) reckon.Expr {
	if depth == 0 {
		return reckon.Expr{Op: "option", Option: rapid.IntRange(0, options-1).Draw(t, "option")}
	}
	arg := func() reckon.Expr { return anyExpr(t, options, depth-1) }
	switch op := rapid.SampledFrom([]reckon.Op{"option", "yes", "no", "!", "&&", "||", "==", "!=", "?", "<", ">="}).Draw(t, "op"); op {
	case "option":
		return anyExpr(t, options, 0)
	case "yes", "no":
		return reckon.Expr{Op: op}
	case "!":
		return reckon.Expr{Op: op, Args: []reckon.Expr{arg()}}
	case "?":
		return reckon.Expr{Op: op, Args: []reckon.Expr{arg(), arg(), arg()}}
	case "<", ">=":
		return reckon.Expr{Op: op, Args: []reckon.Expr{anyNumber(t, 2), anyNumber(t, 2)}}
	default:
		return reckon.Expr{Op: op, Args: []reckon.Expr{arg(), arg()}}
	}
}

// anyNumber draws a number expression; the one measure is 3.
func anyNumber(t *rapid.T, depth int) reckon.Expr {
	ops := []string{"measure", "number", "+", "-", "*", "neg", "min", "max", "abs"}
	if depth == 0 {
		ops = ops[:2]
	}
	arg := func() reckon.Expr { return anyNumber(t, depth-1) }
	switch op := rapid.SampledFrom(ops).Draw(t, "number op"); op {
	case "measure":
		return reckon.Expr{Op: "measure", Name: "m"}
	case "number":
		return reckon.Expr{Op: "number", Number: float64(rapid.IntRange(-3, 5).Draw(t, "number"))}
	case "neg":
		return reckon.Expr{Op: "-", Args: []reckon.Expr{arg()}}
	case "abs":
		return reckon.Expr{Op: "call", Name: op, Args: []reckon.Expr{arg()}}
	case "min", "max":
		return reckon.Expr{Op: "call", Name: op, Args: []reckon.Expr{arg(), arg()}}
	default:
		return reckon.Expr{Op: reckon.Op(op), Args: []reckon.Expr{arg(), arg()}}
	}
}

// TestMeasuresKeepTheAsOfDate: a later observation is not seen, an unknown one is.
func TestMeasuresKeepTheAsOfDate(t *testing.T) {
	b := &Bench{Case: &reckon.Case{
		AsOf:     100,
		Measures: []reckon.Measure{{Name: "oil", Start: reckon.Exactly(7)}, {Name: "fear", Start: reckon.Spread{}}, {Name: "trade", Start: reckon.Exactly(1)}},
		Observations: []reckon.Observation{
			{Date: 90, Measure: "oil", Value: 8},
			{Date: 100, Measure: "oil", Value: 9},
			{Date: 101, Measure: "oil", Value: 10},
			{Date: 99, Measure: "trade", Value: math.NaN()},
			{Date: 99, Measure: "stray", Value: 4},
		},
	}}
	at := b.measures()
	for name, want := range map[string]float64{"oil": 9, "fear": math.NaN(), "trade": math.NaN(), "stray": math.NaN()} {
		if got := at(name); got != want && !(math.IsNaN(got) && math.IsNaN(want)) {
			t.Errorf("%s = %v, want %v", name, got, want)
		}
	}
	b.Case.AsOf = 0
	if got := b.measures()("oil"); got != 10 {
		t.Errorf("without an as-of date oil = %v, want the last, 10", got)
	}
}

// TestStatesJSON: a summary writes the number, a listing the letters.
func TestStatesJSON(t *testing.T) {
	b := &Bench{Case: &reckon.Case{Options: make([]reckon.Option, 3)}}
	set := chosenStates{1, 6}
	for _, c := range []struct {
		summary bool
		want    string
	}{{true, "2"}, {false, `["YNN","NYY"]`}} {
		got, err := json.Marshal(b.states(set, c.summary))
		if err != nil || string(got) != c.want {
			t.Errorf("summary %v: %s, %v; want %s", c.summary, got, err, c.want)
		}
	}
	if got, err := json.Marshal(b.states(chosenStates{}, false)); err != nil || string(got) != "[]" {
		t.Errorf("empty: %s, %v", got, err)
	}
}

// viewedCase is a two-actor conflict in which the second may not be what he seems.
const viewedCase = `case "strait" {
  subject = premier
}
actor "premier" {
  option "close" {}
}
actor "neighbour" {
  option "convoy" {}
  option "embargo" {}
}
`

const premierMind = `  want "no escorts" { that = !neighbour.convoy }
  want "hold the strait" { that = premier.close }
`

const admiral = `want "escort" { that = !premier.close || neighbour.convoy }
    want "trade" { that = !neighbour.embargo }
`

// TestViewIsTheConflictAsSeen: through the eyes of one who is sure what the other
// is, the conflict is the one in which the other is so.
func TestViewIsTheConflictAsSeen(t *testing.T) {
	as := `mind "neighbour" {
  want "lever" { that = neighbour.embargo }
}
`
	one := func(text string) *Bench {
		return openText(t, []txtar.File{{Name: "case.hcl", Data: []byte(viewedCase + text)}})
	}
	seen, err := one("mind \"premier\" {\n" + premierMind + "  believes \"neighbour\" {\n    " + admiral + "  }\n}\n" + as).Solve(SolveSettings{View: "premier"})
	if err != nil {
		t.Fatal(err)
	}
	is, err := one("mind \"premier\" {\n" + premierMind + "}\nmind \"neighbour\" {\n    " + admiral + "}\n").Solve(SolveSettings{})
	if err != nil {
		t.Fatal(err)
	}
	mistaken, err := one("mind \"premier\" {\n" + premierMind + "}\n" + as).Solve(SolveSettings{})
	if err != nil {
		t.Fatal(err)
	}
	text := func(s *Solved) string {
		out, err := json.Marshal([]any{s.Stable, s.Equilibria})
		if err != nil {
			t.Fatal(err)
		}
		return string(out)
	}
	if text(seen) != text(is) {
		t.Errorf("as seen %s\nas it is then %s", text(seen), text(is))
	}
	if text(seen) == text(mistaken) {
		t.Error("the view makes no difference: the test shows nothing")
	}
}

// TestViewOfAView: what one thinks that another sees is the conflict in which
// that other is so and believes so.
func TestViewOfAView(t *testing.T) {
	open := func(text string) *Bench {
		return openText(t, []txtar.File{{Name: "case.hcl", Data: []byte(viewedCase + text)}})
	}
	const proud = "want \"pride\" { that = premier.close }\n"
	nested := open("mind \"premier\" {\n" + premierMind + "  believes \"neighbour\" {\n    " + admiral +
		"    believes \"premier\" {\n      " + proud + "    }\n  }\n}\n")
	seen, err := nested.Solve(SolveSettings{View: "premier/neighbour"})
	if err != nil {
		t.Fatal(err)
	}
	is, err := open("mind \"premier\" {\n  " + proud + "}\nmind \"neighbour\" {\n    " + admiral + "}\n").Solve(SolveSettings{})
	if err != nil {
		t.Fatal(err)
	}
	his, err := nested.Solve(SolveSettings{View: "premier"})
	if err != nil {
		t.Fatal(err)
	}
	text := func(s *Solved) string {
		out, err := json.Marshal([]any{s.Stable, s.Equilibria})
		if err != nil {
			t.Fatal(err)
		}
		return string(out)
	}
	if text(seen) != text(is) || text(seen) == text(his) {
		t.Errorf("as premier thinks that neighbour sees it %s\nas it is then %s\nas premier sees it %s", text(seen), text(is), text(his))
	}
	if !strings.Contains(seen.Viewer, " thinks that ") {
		t.Errorf("viewer %q", seen.Viewer)
	}
	for view, says := range map[string]string{
		"premier/nobody":                      "there is no actor nobody",
		"premier/":                            "there is no actor",
		"premier/neighbour/premier/neighbour": "three actors deep",
	} {
		if _, err := nested.Solve(SolveSettings{View: view}); err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("%s: %v", view, err)
		}
	}
}

// TestTooManyViewsIsAFinding: an engine's refusal is about the author's text.
func TestTooManyViewsIsAFinding(t *testing.T) {
	var text, beliefs strings.Builder
	text.WriteString("case \"wide\" {\n  subject = a\n}\nactor \"a\" {\n  option \"o\" {}\n}\n")
	for k := range 7 {
		fmt.Fprintf(&text, "actor \"b%d\" {\n  option \"o\" {}\n}\n", k)
		fmt.Fprintf(&beliefs, "  believes \"b%d\" {\n", k)
		for kind, not := range []string{"", "!"} {
			fmt.Fprintf(&beliefs, "    kind \"k%d\" {\n      odds = 0.5\n      want \"w\" { that = %sb%d.o }\n    }\n", kind, not, k)
		}
		beliefs.WriteString("  }\n")
	}
	fmt.Fprintf(&text, "mind \"a\" {\n  want \"w\" { that = a.o }\n%s}\n", beliefs.String())
	b := openText(t, []txtar.File{{Name: "case.hcl", Data: []byte(text.String())}})
	if _, err := b.Solve(SolveSettings{}); err == nil || b.Fit() {
		t.Fatalf("error %v, fit %v", err, b.Fit())
	}
	d := b.Diagnostics[len(b.Diagnostics)-1]
	if d.Code != "cannot-solve" || !strings.Contains(d.Detail, "128 combinations") || !strings.HasSuffix(d.Detail, ".") {
		t.Errorf("%s: %s", d.Code, d.Detail)
	}
}
