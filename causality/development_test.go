package causality

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"reckon/readtest"
)

// keyed is a sentence of testdata with what it states.
type keyed struct {
	text       string
	causes     []keyedPair
	conditions []keyedPair
}

// keyedPair is a cause and its effect, or a condition and what hangs on it, in bytes.
type keyedPair struct {
	first, second [2]int
	sign          int
	denied        bool
}

// keyedBars are what was reached, rounded down to 0.05: a guard against decay. Of
// the sentences of check.txt nothing was learned.
var keyedBars = map[string]map[string]float64{
	"development": {"causes recall": 0.9, "causes precision": 0.9, "cause signs": 0.95, "conditions recall": 0.85, "conditions precision": 0.9},
	"check":       {"causes recall": 0.85, "causes precision": 0.85, "cause signs": 0.95, "conditions recall": 0.9, "conditions precision": 0.95},
}

// TestBarKeyedSentences measures causes and conditions on sentences of our own. Of
// the set that the rules are built on READ_VERBOSE=1 prints each fault.
func TestBarKeyedSentences(t *testing.T) {
	for _, set := range []string{"development", "check"} {
		rows := map[string]*readtest.Tally{}
		for name := range keyedBars[set] {
			rows[name] = &readtest.Tally{}
		}
		for _, k := range readKeyed(t, set+".txt") {
			k.score(t, rows, verbose && set == "development")
		}
		for _, name := range []string{"causes recall", "causes precision", "cause signs", "conditions recall", "conditions precision"} {
			readtest.Check(t, readtest.Row{
				Task: set + " sentences: " + name, Figure: rows[name].Recall(), Bar: keyedBars[set][name],
				Details: fmt.Sprintf("%d of %d", rows[name].Right, rows[name].Key),
			})
		}
	}
}

// score counts what is found of what is asked, and what is asked of what is found.
func (k *keyed) score(t *testing.T, rows map[string]*readtest.Tally, verbose bool) {
	t.Helper()
	x := parsed(t, "t", k.text)
	var causes, conditions []keyedPair
	for _, c := range Causes(x) {
		for _, part := range c.Causes {
			causes = append(causes, keyedPair{part, c.Effect, c.Sign, c.Negated})
		}
	}
	for _, c := range Conditions(x) {
		conditions = append(conditions, keyedPair{first: c.If, second: c.Then})
	}
	faults := k.tally(rows, "causes", k.causes, causes) + k.tally(rows, "conditions", k.conditions, conditions)
	for _, want := range k.causes {
		for _, got := range causes {
			if want.same(got) {
				rows["cause signs"].Add(readtest.Tally{Right: b2i(want.sign == got.sign), Key: 1})
				if want.sign != got.sign {
					faults += fmt.Sprintf("  sign %+d\n", got.sign)
				}
				break
			}
		}
	}
	if verbose && faults != "" {
		fmt.Printf("%s\n%s", k.text, faults)
	}
}

// tally counts both ways and tells the faults.
func (k *keyed) tally(rows map[string]*readtest.Tally, what string, want, got []keyedPair) string {
	faults := ""
	count := func(row string, one []keyedPair, other []keyedPair, fault string) {
		for _, p := range one {
			right := false
			for _, o := range other {
				right = right || p.same(o)
			}
			rows[what+" "+row].Add(readtest.Tally{Right: b2i(right), Key: 1})
			if !right {
				faults += fmt.Sprintf("  %s %s: %+d %v %q => %q\n", what, fault, p.sign, p.denied, said(k.text, p.first), said(k.text, p.second))
			}
		}
	}
	count("recall", want, got, "missed")
	count("precision", got, want, "too much")
	return faults
}

// same says whether both parts of two pairs stand at one place, by half of the
// shorter, and both are denied or none.
func (p keyedPair) same(o keyedPair) bool {
	near := func(a, b [2]int) bool {
		return 2*(min(a[1], b[1])-max(a[0], b[0])) >= min(a[1]-a[0], b[1]-b[0])
	}
	return p.denied == o.denied && near(p.first, o.first) && near(p.second, o.second)
}

// readKeyed reads a file of testdata; its head says how one is written.
func readKeyed(t *testing.T, file string) []keyed {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", file))
	if err != nil {
		t.Fatal(err)
	}
	var all []keyed
	for line := range strings.Lines(string(data)) {
		line = strings.TrimRight(line, "\n")
		entry, indented := strings.CutPrefix(line, "  ")
		switch {
		case line == "" || line[0] == '#':
		case !indented:
			all = append(all, keyed{text: line})
		default:
			all[len(all)-1].take(t, entry)
		}
	}
	return all
}

// take reads one line of the key.
func (k *keyed) take(t *testing.T, entry string) {
	t.Helper()
	p := keyedPair{}
	entry, p.denied = strings.CutPrefix(entry, "! ")
	kind, pair, _ := strings.Cut(entry, " ")
	first, second, ok := strings.Cut(pair, " => ")
	i, j := strings.Index(k.text, first), strings.Index(k.text, second)
	if !ok || i < 0 || j < 0 {
		t.Fatalf("%q: the key %q does not stand there", k.text, entry)
	}
	p.first, p.second = [2]int{i, i + len(first)}, [2]int{j, j + len(second)}
	switch kind {
	case "+", "-":
		p.sign = map[string]int{"+": 1, "-": -1}[kind]
		k.causes = append(k.causes, p)
	case "?":
		k.conditions = append(k.conditions, p)
	default:
		t.Fatalf("%q: %q begins no key", k.text, kind)
	}
}
