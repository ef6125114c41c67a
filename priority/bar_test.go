package priority

import (
	"fmt"
	"strings"
	"testing"

	"reckon/document"
	"reckon/grammar"
	"reckon/names"
	"reckon/readtest"
)

// TestBarPriorities counts the entries of the answer key that a finding overlaps.
// Where the key counts the entries of a list, so must a finding there. No cue may
// lie in a trap.
func TestBarPriorities(t *testing.T) {
	if testing.Short() {
		t.Skip("needs the corpora")
	}
	counts := map[string]int{"P1": 2, "P2": 3, "P3": 2} // as the key says in words
	right, all, given, wrong := 0, 0, 0, []string{}
	for _, d := range readtest.Key(t) {
		parsed := grammar.Parse(document.Plain(d.Name, d.Text))
		found := Find(parsed, names.Find(parsed, nil))
		given += len(found)
		for _, e := range d.Group("priorities") {
			all++
			hit := false
			for _, f := range found {
				hit = hit || f.Start < e.End && e.Start < f.End && (counts[e.ID] == 0 || len(f.Items) == counts[e.ID])
			}
			if hit {
				right++
			} else {
				wrong = append(wrong, e.ID)
			}
		}
		for _, e := range d.Group("traps") {
			for _, f := range found {
				if f.Cue[0] >= e.Start && f.Cue[1] <= e.End {
					wrong = append(wrong, e.ID)
					right--
				}
			}
		}
	}
	readtest.Check(t, readtest.Row{
		Task: "priorities, limits, goals and lists of the answer key", Figure: float64(right) / float64(all), Bar: 1, Human: "1",
		Details: fmt.Sprintf("%d of %d; %d findings in all %s", right, all, given, strings.Join(wrong, " ")),
	})
}
