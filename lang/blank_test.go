package lang_test

import (
	"strings"
	"testing"

	"reckon/lang"
)

// TestBlankRows reads tables as spreadsheets save them, with empty rows of
// commas, as if those rows were not there.
func TestBlankRows(t *testing.T) {
	for _, name := range []string{"record.csv", "observations.csv"} {
		files := base(t)
		text := string(files[name])
		head, _, _ := strings.Cut(text, "\n")
		empty := strings.Repeat(",", strings.Count(head, ",")) + "\n"
		files[name] = []byte(strings.ReplaceAll(text, "\n", "\n"+empty) + ", ,\n")
		if _, found := lang.Load(files); len(found) > 0 {
			t.Errorf("%s:\n%s", name, listing(found))
		}
	}
}
