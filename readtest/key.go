package readtest

import (
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// KeyDocument is one document that a person has read, with what was found in it.
type KeyDocument struct {
	Name    string // number in the key
	Text    string // as it stands
	Entries []KeyEntry
}

// KeyEntry is one thing that a reader should find, or a trap to stay clear of.
type KeyEntry struct {
	ID         string
	Group      string // quotes, claims, priorities, conditionals, causal, events or traps
	Start, End int    // bytes of the text
	Anchor     string // first words of the span
	Fields     map[string]string
}

// Group lists the entries of one group, in the order of the key.
func (d KeyDocument) Group(name string) []KeyEntry {
	var list []KeyEntry
	for _, e := range d.Entries {
		if e.Group == name {
			list = append(list, e)
		}
	}
	return list
}

// Key reads the answer key with its documents, in the order of their numbers. It
// fails the test when a span does not begin with its anchor, and skips it where
// no key lies beside the project.
func Key(tb testing.TB) []KeyDocument {
	tb.Helper()
	data, err := os.ReadFile(Shared(tb, "answer-key", "seeds-000-002.json"))
	if err != nil {
		tb.Fatal(err)
	}
	var groups map[string]json.RawMessage
	if err := json.Unmarshal(data, &groups); err != nil {
		tb.Fatal(err)
	}
	paths := map[string]string{}
	if err := json.Unmarshal(groups["documents"], &paths); err != nil {
		tb.Fatal(err)
	}
	var docs []KeyDocument
	for name, path := range paths {
		text, err := os.ReadFile(Shared(tb, strings.Split(path, "/")...))
		if err != nil {
			tb.Fatal(err)
		}
		docs = append(docs, KeyDocument{Name: name, Text: string(text)})
	}
	slices.SortFunc(docs, func(a, b KeyDocument) int { return strings.Compare(a.Name, b.Name) })
	for _, group := range []string{"quotes", "claims", "priorities", "conditionals", "causal", "events", "traps"} {
		var rows []map[string]any
		if err := json.Unmarshal(groups[group], &rows); err != nil {
			tb.Fatalf("group %q of the key: %v", group, err)
		}
		for _, row := range rows {
			addEntry(tb, docs, group, row)
		}
	}
	return docs
}

func addEntry(tb testing.TB, docs []KeyDocument, group string, row map[string]any) {
	tb.Helper()
	e := KeyEntry{Group: group, Fields: map[string]string{}}
	for name, value := range row {
		e.Fields[name] = fmt.Sprint(value)
	}
	e.ID, e.Anchor = e.Fields["id"], e.Fields["anchor"]
	k := slices.IndexFunc(docs, func(d KeyDocument) bool { return d.Name == e.Fields["doc"] })
	if k < 0 {
		tb.Fatalf("entry %s of the key: no document %q", e.ID, e.Fields["doc"])
	}
	at := points(docs[k].Text)
	e.Start, e.End = at.byte(tb, e.Fields["start"]), at.byte(tb, e.Fields["end"])
	if !strings.HasPrefix(docs[k].Text[e.Start:], e.Anchor) || e.End < e.Start {
		tb.Fatalf("entry %s of the key: document %s has %q there, not %q", e.ID, docs[k].Name, docs[k].Text[e.Start:e.End], e.Anchor)
	}
	docs[k].Entries = append(docs[k].Entries, e)
}

// starts gives for each code point the byte where it begins, and the length of
// the text at the end.
type starts []int

func points(text string) starts {
	s := make(starts, 0, len(text)+1)
	for i := range text {
		s = append(s, i)
	}
	return append(s, len(text))
}

func (s starts) byte(tb testing.TB, point string) int {
	tb.Helper()
	n, err := strconv.Atoi(point)
	if err != nil || n < 0 || n >= len(s) {
		tb.Fatalf("offset %q lies outside the text of %d code points", point, len(s)-1)
	}
	return s[n]
}
