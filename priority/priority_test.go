package priority

import (
	"testing"

	"reckon/document"
	"reckon/grammar"
	"reckon/names"
)

func find(text string) ([]Finding, *names.Cast, *grammar.Text) {
	t := grammar.Parse(document.Plain("a", text))
	c := names.Find(t, nil)
	return Find(t, c), c, t
}

func FuzzFind(f *testing.F) {
	f.Add("Norway's top priorities are:\n\n- fish\n- oil\n\nFirst, it will not accept quotas. Second, it will stop sales if Sweden pays.")
	f.Add("The main goal for Oslo is to (1) win, (2) rest; and (3) sleep. Two areas: land and sea. namely a) b) c")
	f.Fuzz(func(t *testing.T, text string) {
		found, c, parsed := find(text)
		text = parsed.Document.Text // what is not UTF-8 was mended
		for k, q := range found {
			if q.Start < 0 || q.End > len(text) || q.Start >= q.End || q.Holder >= len(c.Mentions) || q.Parent >= k || q.Kind == "" || q.Rule == "" {
				t.Fatalf("%q: %+v", text, q)
			}
			for _, p := range found[:k] {
				if q.Start < p.Start || q.Start < p.End && q.End > p.End {
					t.Fatalf("%q: %+v crosses %+v", text, q, p)
				}
			}
			for n, i := range q.Items {
				if i.Start > i.End || i.Start < q.Start || i.End > q.End || n > 0 && i.Start < q.Items[n-1].End {
					t.Fatalf("%q: item %v of %+v", text, i, q)
				}
			}
			if p := q.Parent; p >= 0 && (found[p].Start > q.Start || found[p].End < q.End) {
				t.Fatalf("%q: %+v is no parent of %+v", text, found[p], q)
			}
		}
	})
}
