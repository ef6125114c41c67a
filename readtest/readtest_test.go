package readtest

import "testing"

func TestKeySpansBeginWithTheirAnchors(t *testing.T) {
	docs := Key(t) // fails by itself where a span and its anchor differ
	want := map[string]int{"quotes": 6, "claims": 31, "priorities": 9, "conditionals": 12, "causal": 15, "events": 18, "traps": 14}
	got := map[string]int{}
	for _, d := range docs {
		for _, e := range d.Entries {
			got[e.Group]++
			if e.Start >= e.End || e.ID == "" {
				t.Errorf("entry %q of document %s is empty", e.ID, d.Name)
			}
		}
	}
	for group, n := range want {
		if got[group] != n {
			t.Errorf("%s: %d entries, want %d", group, got[group], n)
		}
	}
}

func TestPolNeARCountsAttributions(t *testing.T) {
	docs := PolNeAR(t, "dev")
	if len(docs) != 84 {
		t.Errorf("%d documents, want 84", len(docs))
	}
	all, sourced := 0, 0
	for _, d := range docs {
		for _, a := range d.Attributions {
			all++
			if len(a.Source) > 0 {
				sourced++
			}
			for _, s := range append(append(a.Source, a.Cue...), a.Content...) {
				if s[0] >= s[1] || s[1] > len(d.Text) {
					t.Fatalf("%s: span %v", d.Name, s)
				}
			}
		}
	}
	if all < 2000 || sourced < all*8/10 {
		t.Errorf("%d attributions, %d with a source", all, sourced)
	}
	t.Logf("%d attributions, %d with a source", all, sourced)
}
