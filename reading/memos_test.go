package reading

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"reckon/document"
	"reckon/readtest"
)

// memo is a text of testdata/memos with what an analyst would have a reader find.
// The key was made by hand before the first run: the reader is never tuned to it.
type memo struct {
	name, text string
	key        []memoEntry
}

// memoEntry is one line of the key. Fields left out are not scored.
type memoEntry struct {
	ID     string `json:"id"`
	Type   Type   `json:"type"`
	Anchor string `json:"anchor"` // the span's words, which stand once in the memo
	Holder string `json:"holder"` // whose it is, or who speaks
	Kind   string `json:"kind"`   // of claims and priorities
	Status string `json:"status"` // negated or a stance.Status
	Sign   int    `json:"sign"`
	Event  string `json:"event"`
	Actor  string `json:"actor"`
	Date   string `json:"date"`
	Number string `json:"number"`

	start, end int // code points
}

// memoBars are what the reader reached less two findings, rounded down to 0.05: a
// guard against decay, no targets. What is asked fewer than ten times has none.
var memoBars = map[string]float64{
	"quotation recall":    0.85,
	"quotation precision": 0.75,
	"quotation holder":    0.4,
	"term recall":         0.45,
	"claim recall":        0.8,
	"claim precision":     0.8,
	"claim holder":        0.8,
	"claim kind":          0.8,
	"claim status":        0.9,
	"priority recall":     0.5,
	"priority precision":  0.8,
	"priority holder":     0.2,
	"priority kind":       0.45,
	"condition recall":    0.65,
	"condition precision": 0.9,
	"condition holder":    0.7,
	"cause recall":        0.55,
	"cause precision":     0.7,
	"cause holder":        0.8,
	"cause sign":          0.8,
	"event recall":        0.75,
	"event precision":     0.65,
	"event status":        0.85,
	"event event type":    0.85,
	"event actor":         0.65,
	"event date":          0.7,
}

func TestMemosStandWhereTheySay(t *testing.T) {
	for _, m := range readMemos(t) {
		a := Read(document.Plain(m.name, m.text), Settings{})
		points := []rune(m.text)
		for _, it := range a.Items {
			spans := append([]Place{{it.Start, it.End, it.Text}}, slices.Concat(it.Causes, it.Items)...)
			for _, part := range []*Place{it.Content, it.If, it.Then, it.Effect} {
				if part != nil {
					spans = append(spans, *part)
				}
			}
			for _, p := range spans {
				if got := string(points[p.Start:p.End]); got != p.Text {
					t.Errorf("%s %s: text %q, but %q stands there", m.name, it.ID, p.Text, got)
				}
			}
		}
		again := Read(document.Plain(m.name, m.text), Settings{})
		if !bytes.Equal(asJSON(t, a.Items), asJSON(t, again.Items)) {
			t.Errorf("%s: two runs differ", m.name)
		}
	}
}

// TestBarMemos measures the reader on texts that it was not built on. READ_VERBOSE=1
// prints each miss and each item that the key lacks; without it a figure below its bar
// must not show sentences that the rules are never to be built on.
func TestBarMemos(t *testing.T) {
	if testing.Short() {
		t.Skip("the figures need all memos")
	}
	rows := memoRows{}
	for _, m := range readMemos(t) {
		a := Read(document.Plain(m.name, m.text), Settings{})
		rows.recall(t, &m, a)
		rows.precision(t, &m, a)
	}
	for _, ty := range Types() {
		for _, what := range []string{"recall", "precision", "holder", "kind", "sign", "status", "event type", "actor", "date", "number"} {
			name := string(ty) + " " + what
			tally := rows[name]
			if tally == nil {
				continue
			}
			readtest.Check(t, readtest.Row{
				Task: "held-out memos: " + name, Figure: tally.Recall(), Bar: memoBars[name],
				Details: fmt.Sprintf("%d of %d", tally.Right, tally.Key),
			})
		}
	}
}

// tell logs a miss where READ_VERBOSE=1 asks for it.
func tell(t *testing.T, format string, args ...any) {
	t.Helper()
	if os.Getenv("READ_VERBOSE") != "" {
		t.Logf(format, args...)
	}
}

// memoRows counts what is right of what was asked, by type and field.
type memoRows map[string]*readtest.Tally

func (r memoRows) add(name string, right bool) {
	if r[name] == nil {
		r[name] = &readtest.Tally{}
	}
	r[name].Key++
	if right {
		r[name].Right++
	}
}

// recall asks of each entry whether an item of its own answers it, and what that
// item says of it.
func (r memoRows) recall(t *testing.T, m *memo, a *Account) {
	t.Helper()
	answers := m.match(a)
	for i := range m.key {
		e, it := &m.key[i], answers[i]
		r.add(string(e.Type)+" recall", it != nil)
		if it == nil {
			tell(t, "%s missed %s: %s", m.name, e.ID, e.Anchor)
			continue
		}
		ask := func(what string, asked, right bool) {
			if !asked {
				return
			}
			r.add(string(e.Type)+" "+what, right)
			if !right {
				tell(t, "%s %s has the wrong %s: %+v; item %s: %s", m.name, e.ID, what, *e, it.Rule, asJSON(t, it))
			}
		}
		ask("holder", e.Holder != "", e.held(it, a.Author()))
		ask("kind", e.Kind != "", it.Kind == e.Kind)
		ask("sign", e.Sign != 0, it.Sign == e.Sign)
		ask("status", e.Status != "" || e.Type == Event || e.Type == Claim, e.stands(it))
		ask("event type", e.Event != "", it.Event == e.Event)
		ask("actor", e.Actor != "", slices.ContainsFunc(it.Actors, func(s string) bool { return sameName(s, e.Actor) }))
		ask("date", e.Date != "", strings.HasPrefix(it.Date, e.Date))
		ask("number", e.Number != "", it.Number != nil && sameName(it.Number.Text, e.Number))
	}
}

// precision asks of each item whether the key has anything of the kind there.
func (r memoRows) precision(t *testing.T, m *memo, a *Account) {
	t.Helper()
	for i := range a.Items {
		it := &a.Items[i]
		wanted := slices.ContainsFunc(m.key, func(e memoEntry) bool {
			return e.overlap(it) && (e.Type == it.Type || slices.Contains(compatible[it.Type], e.Type))
		})
		r.add(string(it.Type)+" precision", wanted)
		if !wanted {
			tell(t, "%s: the key lacks %s of %s: %s", m.name, it.ID, it.Rule, it.Text)
		}
	}
}

// compatible says which entries excuse an item of another type: what is quoted is
// also claimed, a goal is something wanted, an offer hangs on a condition, and
// "war would ruin them" is a condition as well as a cause.
var compatible = map[Type][]Type{
	Claim:     {Quotation, Priority},
	Priority:  {Claim, Condition},
	Condition: {Priority, Cause},
	Cause:     {Condition},
}

// match gives each entry the item of its type that covers it best, each item to
// one entry only. One of the same kind goes first: "she said she thought" and "she
// thought" stand at one place.
func (m *memo) match(a *Account) []*Item {
	type pair struct {
		entry, item int
		fit         float64
	}
	var pairs []pair
	for i := range m.key {
		for j := range a.Items {
			if e, it := &m.key[i], &a.Items[j]; e.Type == it.Type && e.overlap(it) {
				both := common(e, it)
				fit := float64(both) / float64(e.end-e.start+it.End-it.Start-both)
				if e.Event != "" && e.Event == it.Event || e.Kind != "" && e.Kind == it.Kind {
					fit++
				}
				pairs = append(pairs, pair{i, j, fit})
			}
		}
	}
	slices.SortStableFunc(pairs, func(x, y pair) int { return cmp.Compare(y.fit, x.fit) })
	answers := make([]*Item, len(m.key))
	taken := map[int]bool{}
	for _, p := range pairs {
		if answers[p.entry] == nil && !taken[p.item] {
			answers[p.entry], taken[p.item] = &a.Items[p.item], true
		}
	}
	return answers
}

func common(e *memoEntry, it *Item) int { return max(0, min(e.end, it.End)-max(e.start, it.Start)) }

// overlap holds when half of the shorter of the two is shared.
func (e *memoEntry) overlap(it *Item) bool {
	return 2*common(e, it) >= min(e.end-e.start, it.End-it.Start)
}

func (e *memoEntry) held(it *Item, author string) bool {
	if e.Holder == "author" {
		return it.Holder == author
	}
	return sameName(it.Holder, e.Holder) || sameName(it.Speaker, e.Holder)
}

// stands compares how a statement stands. Where the key says nothing an event has
// to have happened, long ago or not, and a claim's content must be neither rumour
// nor denied nor counterfactual.
func (e *memoEntry) stands(it *Item) bool {
	switch {
	case e.Status == "negated":
		return it.Negated
	case e.Status != "":
		return it.Status == e.Status
	case e.Type == Claim:
		return !slices.Contains([]string{"rumour", "denied", "counterfactual"}, it.Status)
	}
	return !it.Negated && slices.Contains([]string{"", "asserted", "historical"}, it.Status)
}

// sameName takes a part of a name for the name: Robert Kennedy for Robert F.
// Kennedy, Sadat's ministers for ministers of Anwar Sadat.
func sameName(x, y string) bool {
	words := func(s string) []string {
		return strings.FieldsFunc(strings.ReplaceAll(strings.ToLower(s), "'s", ""), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	}
	short, long := words(x), words(y)
	if len(short) > len(long) {
		short, long = long, short
	}
	for _, w := range short {
		if !slices.Contains(long, w) {
			return false
		}
	}
	return len(short) > 0
}

func asJSON(t *testing.T, v any) []byte {
	t.Helper()
	data, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// readMemos reads the memos in the order of their names, two of them with -short,
// and finds the places of the key's entries.
func readMemos(t *testing.T) []memo {
	t.Helper()
	folder := filepath.Join("testdata", "memos")
	data, err := os.ReadFile(filepath.Join(folder, "key.json"))
	if err != nil {
		t.Fatal(err)
	}
	var keys map[string][]memoEntry
	if err := json.Unmarshal(data, &keys); err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob(filepath.Join(folder, "*.txt"))
	if err != nil || len(files) != len(keys) || len(files) == 0 {
		t.Fatalf("%d memos and %d keys: %v", len(files), len(keys), err)
	}
	slices.Sort(files)
	if testing.Short() {
		files = files[:2]
	}
	var memos []memo
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		m := memo{name: filepath.Base(file), text: string(text)}
		m.key = keys[strings.TrimSuffix(m.name, ".txt")]
		for i := range m.key {
			m.key[i].place(t, &m)
		}
		memos = append(memos, m)
	}
	return memos
}

func (e *memoEntry) place(t *testing.T, m *memo) {
	t.Helper()
	if n := strings.Count(m.text, e.Anchor); n != 1 || e.Anchor == "" {
		t.Fatalf("%s: the anchor of %s stands there %d times, not once: %q", m.name, e.ID, n, e.Anchor)
	}
	if !slices.Contains(Types(), e.Type) {
		t.Fatalf("%s: %s has an unknown type %q", m.name, e.ID, e.Type)
	}
	e.start = utf8.RuneCountInString(m.text[:strings.Index(m.text, e.Anchor)])
	e.end = e.start + utf8.RuneCountInString(e.Anchor)
}
