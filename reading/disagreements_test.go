package reading

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"reckon"
	"reckon/document"
	"reckon/readtest"
)

// disputeKey is testdata/disagreements/key.json: what a careful reader of the six
// documents would list, and pairs of places that do not disagree. It was made by
// hand before the first run.
type disputeKey struct {
	Dated         map[string]string
	Disagreements []disputeEntry
	Traps         []disputeEntry
	Open          []disputeEntry // on which readers may differ: not scored
}

type disputeEntry struct {
	ID        string
	Kind      Divide
	About, On string
	Why       string
	A, B      disputePlace
}

// disputePlace is one or more stretches of a document; any of them will do.
type disputePlace struct {
	Document string
	Anchors  []string

	spans [][2]int // code points
}

// Bars are what the reader reached less two findings, rounded down to 0.05. What is
// asked fewer than nine times has none.
var (
	disputeBars = map[string]float64{
		"contradiction recall":          0.45,
		"contradiction precision":       0.8,
		"older against newer recall":    0.5,
		"older against newer precision": 0.8,
		"different measure recall":      0.75,
		"different measure precision":   0.75,
		"recall":                        0.6,
		"precision":                     0.9,
		"traps avoided":                 0.9,
	}
	untouchedBars = map[string]float64{"recall": 0.1}
)

// TestBarDisagreements measures where documents are set against each other. With -v
// it prints each miss, each report that the key lacks and each trap.
func TestBarDisagreements(t *testing.T) {
	measureDisputes(t, "disagreements: ", filepath.Join("testdata", "disagreements"), disputeBars)
}

// TestBarUntouchedDisagreements measures a pair for which nothing was mended: what a
// new text may expect.
func TestBarUntouchedDisagreements(t *testing.T) {
	measureDisputes(t, "disagreements of an untouched pair: ", filepath.Join("testdata", "disagreements", "untouched"), untouchedBars)
}

func measureDisputes(t *testing.T, task, folder string, bars map[string]float64) {
	t.Helper()
	key, accounts := readDisputes(t, folder)
	recall, precision := map[Divide]*readtest.Tally{}, map[Divide]*readtest.Tally{}
	kinds := []Divide{Contradiction, OlderNewer, OtherMeasure}
	for _, kind := range kinds {
		recall[kind], precision[kind] = &readtest.Tally{}, &readtest.Tally{}
	}
	given := Disagreements(accounts)
	for i := range key.Disagreements {
		e := &key.Disagreements[i]
		found := slices.ContainsFunc(given, func(d Disagreement) bool { return d.Kind == e.Kind && e.covers(&d) })
		tickIf(recall[e.Kind], found)
		if !found {
			t.Logf("missed %s, %s: %s, %s: %q against %q", e.ID, e.Kind, e.About, e.On, e.A.Anchors[0], e.B.Anchors[0])
		}
	}
	for i := range given {
		d := &given[i]
		if slices.ContainsFunc(key.Open, func(e disputeEntry) bool { return e.covers(d) }) {
			continue
		}
		wanted := slices.ContainsFunc(key.Disagreements, func(e disputeEntry) bool { return d.Kind == e.Kind && e.covers(d) })
		tickIf(precision[d.Kind], wanted)
		if !wanted {
			t.Logf("the key lacks %s: %s, %s: %s against %s: %q against %q", d.Kind, d.About, d.On, d.A.Says, d.B.Says, d.A.Places[0].Text, d.B.Places[0].Text)
		}
	}
	var all, right readtest.Tally
	row := func(name string, tally readtest.Tally) {
		if tally.Key == 0 {
			return
		}
		readtest.Check(t, readtest.Row{Task: task + name, Figure: tally.Recall(), Bar: bars[name], Details: fmt.Sprintf("%d of %d", tally.Right, tally.Key)})
	}
	for _, kind := range kinds {
		row(string(kind)+" recall", *recall[kind])
		row(string(kind)+" precision", *precision[kind])
		all.Add(*recall[kind])
		right.Add(*precision[kind])
	}
	row("recall", all)
	row("precision", right)
	traps(t, task, key, given, bars["traps avoided"])
}

func tickIf(t *readtest.Tally, right bool) {
	t.Key++
	if right {
		t.Right++
	}
}

// traps counts the reports that set places against each other which agree.
func traps(t *testing.T, task string, key *disputeKey, given []Disagreement, bar float64) {
	t.Helper()
	fallen := 0
	for i := range key.Traps {
		e := &key.Traps[i]
		for j := range given {
			if e.covers(&given[j]) {
				fallen++
				t.Logf("trap: %s: %s, %s: %q against %q", e.Why, given[j].About, given[j].On, e.A.Anchors[0], e.B.Anchors[0])
				break
			}
		}
	}
	readtest.Check(t, readtest.Row{
		Task: task + "traps avoided", Figure: 1 - float64(fallen)/float64(len(key.Traps)), Bar: bar, Details: fmt.Sprintf("%d of %d", len(key.Traps)-fallen, len(key.Traps)),
	})
}

// covers says whether a report has both places of an entry, in either order.
func (e *disputeEntry) covers(d *Disagreement) bool {
	return e.A.in(&d.A) && e.B.in(&d.B) || e.A.in(&d.B) && e.B.in(&d.A)
}

func (p *disputePlace) in(s *Side) bool {
	if s.Document != p.Document {
		return false
	}
	for _, at := range s.Places {
		for _, span := range p.spans {
			if 2*(min(at.End, span[1])-max(at.Start, span[0])) >= min(at.End-at.Start, span[1]-span[0]) {
				return true
			}
		}
	}
	return false
}

func readDisputes(t *testing.T, folder string) (*disputeKey, []*Account) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(folder, "key.json"))
	if err != nil {
		t.Fatal(err)
	}
	var key disputeKey
	if err := json.Unmarshal(data, &key); err != nil {
		t.Fatal(err)
	}
	var names []string
	for name := range key.Dated {
		names = append(names, name)
	}
	slices.Sort(names)
	var accounts []*Account
	text := map[string]string{}
	for _, name := range names {
		data, err := os.ReadFile(filepath.Join(folder, name+".txt"))
		if err != nil {
			t.Fatal(err)
		}
		day, err := time.Parse(time.DateOnly, key.Dated[name])
		if err != nil {
			t.Fatal(err)
		}
		text[name] = string(data)
		d := document.Plain(name, text[name])
		d.Language, d.Published = "en", reckon.DateOf(day)
		accounts = append(accounts, Read(d, Settings{}))
	}
	for _, list := range [][]disputeEntry{key.Disagreements, key.Traps, key.Open} {
		for i := range list {
			list[i].A.place(t, text)
			list[i].B.place(t, text)
		}
	}
	return &key, accounts
}

func (p *disputePlace) place(t *testing.T, text map[string]string) {
	t.Helper()
	for _, anchor := range p.Anchors {
		if n := strings.Count(text[p.Document], anchor); n != 1 {
			t.Fatalf("%s: the anchor %q stands there %d times, not once", p.Document, anchor, n)
		}
		start := utf8.RuneCountInString(text[p.Document][:strings.Index(text[p.Document], anchor)])
		p.spans = append(p.spans, [2]int{start, start + utf8.RuneCountInString(anchor)})
	}
}
