package reading

import (
	"testing"

	"reckon/document"
	"reckon/readtest"
)

// TestJoinOnSeeds reads the documents of the answer key and checks what must hold
// of every item: its text stands where it says.
func TestJoinOnSeeds(t *testing.T) {
	for _, k := range readtest.Key(t) {
		a := Read(document.Plain(k.Name, k.Text), Settings{})
		points := []rune(k.Text)
		for _, it := range a.Items {
			if got := string(points[it.Start:it.End]); got != it.Text {
				t.Errorf("%s %s: text %q, but %q stands there", k.Name, it.ID, it.Text, got)
			}
			if it.Holder == "" {
				t.Errorf("%s %s has no holder", k.Name, it.ID)
			}
		}
	}
}
