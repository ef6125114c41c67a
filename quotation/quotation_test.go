package quotation

import (
	"testing"

	"reckon/document"
	"reckon/grammar"
	"reckon/names"
)

func find(text string) ([]Quotation, *names.Cast, *grammar.Text) {
	t := grammar.Parse(document.Plain("a", text))
	c := names.Find(t, nil)
	return Find(t, c), c, t
}

func FuzzFind(f *testing.F) {
	f.Add("“We will not,” said the envoy. ‘Never’ — \"not now\".\n\n“And…")
	f.Add("''Yes,'' he added, ''so be it.'' 6'2\" «non»")
	f.Fuzz(func(t *testing.T, text string) {
		found, c, parsed := find(text)
		text = parsed.Document.Text // what is not UTF-8 was mended
		for k, q := range found {
			if q.Start < 0 || q.End > len(text) || q.Start >= q.End || q.Speaker >= len(c.Mentions) || q.Within >= k || q.Kind == "" || q.Rule == "" {
				t.Fatalf("%q: %+v", text, q)
			}
			if q.Cue[0] > q.Cue[1] || q.Cue[1] > len(text) {
				t.Fatalf("%q: cue %v", text, q.Cue)
			}
		}
	})
}
