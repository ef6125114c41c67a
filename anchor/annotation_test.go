package anchor_test

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"reckon/anchor"
)

const noted = `{
  "@context": "http://www.w3.org/ns/anno.jsonld",
  "id": "http://example.org/anno7",
  "type": "Annotation",
  "motivation": ["commenting", "classifying"],
  "creator": {"id": "http://example.org/u4", "type": "Person", "name": "Reader Four"},
  "created": "2025-10-13T13:00:00Z",
  "rights": "https://creativecommons.org/publicdomain/zero/1.0/",
  "body": [
    {"type": "TextualBody", "value": "Is this <his> view?", "language": "en", "purpose": "commenting"},
    {"type": "TextualBody", "value": "doubt", "purpose": "tagging"},
    {"type": "Video", "id": "http://example.org/video"}
  ],
  "target": {
    "source": {"id": "http://example.org/speech.pdf", "format": "application/pdf"},
    "styleClass": "red",
    "selector": [
      {"type": "FragmentSelector", "conformsTo": "http://tools.ietf.org/rfc/rfc3778", "value": "page=3",
       "refinedBy": {"type": "TextQuoteSelector", "exact": "at that table", "prefix": "not sit ", "suffix": " again"}},
      {"type": "TextPositionSelector", "start": 51, "end": 64},
      {"type": "SvgSelector", "value": "<svg/>"}
    ]
  }
}`

const exported = `{"total": 1, "rows": [{
  "id": "Nx1", "created": "2025-02-01T10:00:00.1+00:00", "updated": "2025-02-01T10:00:00.1+00:00",
  "user": "acct:reader@hypothes.is", "uri": "https://example.org/a", "text": "compare May", "tags": ["port", "cost"],
  "document": {"title": ["A speech"]},
  "target": [{"source": "https://example.org/a", "selector": [
    {"type": "RangeSelector", "startContainer": "/p[1]", "endContainer": "/p[1]", "startOffset": 3, "endOffset": 9},
    {"type": "TextPositionSelector", "start": 10, "end": 17},
    {"type": "TextQuoteSelector", "exact": "open in May", "prefix": "would ", "suffix": "."}]}]
}]}`

func read(tb testing.TB, s string) []anchor.Annotation {
	tb.Helper()
	all, err := anchor.ReadAnnotations(strings.NewReader(s))
	if err != nil {
		tb.Fatal(err)
	}
	return all
}

func written(tb testing.TB, all []anchor.Annotation) string {
	tb.Helper()
	var out bytes.Buffer
	if err := anchor.WriteAnnotations(&out, all); err != nil {
		tb.Fatal(err)
	}
	return out.String()
}

var fields = cmpopts.IgnoreUnexported(anchor.Annotation{})

func TestReadW3C(t *testing.T) {
	want := []anchor.Annotation{{
		ID: "http://example.org/anno7", Document: "http://example.org/speech.pdf", Text: "Is this <his> view?", Tags: []string{"doubt"},
		Motivation: "commenting", Creator: "Reader Four", Created: "2025-10-13T13:00:00Z",
		Locator: anchor.Locator{Prefix: "not sit ", Exact: "at that table", Suffix: " again", Start: 51, End: 64, Page: 3},
	}}
	for _, form := range []string{noted, "[" + noted + "]", `{"type": "AnnotationPage", "items": [` + noted + `]}`, `{"type": "AnnotationCollection", "first": {"items": [` + noted + `]}}`} {
		if diff := cmp.Diff(want, read(t, form), fields); diff != "" {
			t.Error(diff)
		}
	}
}

func TestReadHypothesis(t *testing.T) {
	want := []anchor.Annotation{{
		ID: "Nx1", Document: "https://example.org/a", Text: "compare May", Tags: []string{"port", "cost"},
		Creator: "acct:reader@hypothes.is", Created: "2025-02-01T10:00:00.1+00:00",
		Locator: anchor.Locator{Prefix: "would ", Exact: "open in May", Suffix: ".", Start: 10, End: 17},
	}}
	got := read(t, exported)
	if diff := cmp.Diff(want, got, fields); diff != "" {
		t.Error(diff)
	}
	again := written(t, got)
	if diff := cmp.Diff(want, read(t, again), fields); diff != "" {
		t.Error(diff)
	}
	for _, kept := range []string{"RangeSelector", "A speech", "updated"} {
		if !strings.Contains(again, kept) {
			t.Errorf("%s was lost on the way: %s", kept, again)
		}
	}
}

// TestUnchanged demands that what is only read and written stays the same JSON.
func TestUnchanged(t *testing.T) {
	var page struct{ Items []any }
	if err := json.Unmarshal([]byte(written(t, read(t, noted))), &page); err != nil {
		t.Fatal(err)
	}
	var want any
	if err := json.Unmarshal([]byte(noted), &want); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]any{want}, page.Items); diff != "" {
		t.Error(diff)
	}
}

// TestEdited changes every field and demands that the rest stays.
func TestEdited(t *testing.T) {
	a := read(t, noted)[0]
	a.Text, a.Tags, a.Motivation, a.Creator = "No.", []string{"settled", "read"}, "assessing", "Reader Five"
	a.Locator = anchor.Locator{Exact: "the port", Start: 4, End: 12}
	out := written(t, []anchor.Annotation{a})
	if diff := cmp.Diff([]anchor.Annotation{a}, read(t, out), fields); diff != "" {
		t.Error(diff)
	}
	for _, kept := range []string{"rights", "styleClass", "SvgSelector", "application/pdf", "video"} {
		if !strings.Contains(out, kept) {
			t.Errorf("%s was lost on the way: %s", kept, out)
		}
	}
	if strings.Contains(out, "page=3") || strings.Contains(out, "his>") {
		t.Errorf("what was replaced is still there: %s", out)
	}
}

func TestFresh(t *testing.T) {
	all := []anchor.Annotation{
		{ID: "urn:x:1", Document: "a.pdf", Locator: anchor.Locator{Exact: "ا\u200cب", Start: 3, End: 6, Page: 2}, Text: "note", Tags: []string{"t"}, Motivation: "commenting", Creator: "R", Created: "2025-01-01T00:00:00Z"},
		{Document: "b.txt"},
	}
	if diff := cmp.Diff(all, read(t, written(t, all)), fields); diff != "" {
		t.Error(diff)
	}
}

func TestRefused(t *testing.T) {
	for text, says := range map[string]string{
		"":                   "not JSON",
		"{":                  "not JSON",
		`{"a": 1}`:           "no annotation here",
		`[1]`:                "annotation 1 is not a JSON object",
		`[null]`:             "annotation 1 is not a JSON object",
		`{"rows": 3}`:        "not a list",
		`[{"target": null}]`: "names no document",
	} {
		if _, err := anchor.ReadAnnotations(strings.NewReader(text)); err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("%s: error %v, want one that says %q", text, err, says)
		}
	}
}

// FuzzReadAnnotations demands that what is read can be written and read again.
func FuzzReadAnnotations(f *testing.F) {
	f.Add(noted)
	f.Add(exported)
	f.Add(`{"target": {"selector": {"type": "FragmentSelector", "value": "page=99999999999999999999"}}}`)
	f.Add(`[{"target": "x", "body": [null, {"value": "\ud800"}], "creator": [[]], "motivation": {}}]`)
	f.Fuzz(func(t *testing.T, s string) {
		all, err := anchor.ReadAnnotations(strings.NewReader(s))
		if err != nil {
			return
		}
		again := read(t, written(t, all))
		if len(all) != len(again) {
			t.Fatalf("%d annotations became %d", len(all), len(again))
		}
		for k := range all {
			if diff := cmp.Diff(all[k], again[k], fields); diff != "" && !strings.Contains(s, `"user"`) {
				t.Fatal(diff)
			}
		}
		if !reflect.DeepEqual(written(t, again), written(t, all)) && !strings.Contains(s, `"user"`) && !strings.Contains(s, `"uri"`) {
			t.Fatal("written again it differs")
		}
		for _, a := range all {
			text(speech).Find(a.Locator)
		}
	})
}
