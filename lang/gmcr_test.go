package lang_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"reckon"
	"reckon/lang"
)

// shared reads a file of the folder beside the repository, where it is at hand.
func shared(t *testing.T, path ...string) []byte {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(append([]string{"..", "..", "shared"}, path...)...))
	if os.IsNotExist(err) {
		t.Skip("the shared folder is not here")
	}
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// TestReadsPublishedConflicts reads five published files. The counts of options
// and feasible states are those of the literature the files were typed from.
func TestReadsPublishedConflicts(t *testing.T) {
	for _, want := range []struct {
		file            string
		actors, options int
		wants, order    string // per actor: wants, groups of the direct ranking
	}{
		{"Prisoners", 2, 2, "2 2", "0 0"},
		{"SyriaIraq", 2, 3, "4 5", "0 0"},
		{"Cuban", 2, 4, "9 8", "0 0"},
		{"Elmira", 3, 5, "0 0 0", "9 9 9"},
		{"Garrison", 4, 9, "0 0 0 0", "21 17 18 1"},
	} {
		t.Run(want.file, func(t *testing.T) {
			c, found := lang.ReadGMCR(want.file+".gmcr", shared(t, "conflicts", want.file+".gmcr"))
			if len(found) > 0 {
				t.Errorf("findings:\n%s", listing(found))
			}
			var wants, order []string
			for _, m := range c.Minds {
				wants = append(wants, fmt.Sprint(len(m.Wants)))
				order = append(order, fmt.Sprint(len(m.Order)))
			}
			if len(c.Actors) != want.actors || len(c.Options) != want.options ||
				strings.Join(wants, " ") != want.wants || strings.Join(order, " ") != want.order {
				t.Errorf("got %d actors, %d options, wants %v, order %v; want %+v", len(c.Actors), len(c.Options), wants, order, want)
			}
		})
	}
}

// TestGMCR covers the traps of the format: options listed in another order than
// their owners', both key styles, ties, directions, compound statements,
// decision makers without options, state numbers of feasible states.
func TestGMCR(t *testing.T) {
	const text = `{"program": "gmcr-py", "useManualPreferenceVectors": %t,
		"options": [{"name": "Full", "permittedDirection": "both"}, {"name": "Full", "permittedDirection": "fwd"}, {"name": "Отказ", "permittedDirection": "back"}],
		"decisionMakers": [
			{"name": "Third Party", "options": []},
			{"name": "B & Co", "options": [2, 1], "preferences": [[[0, "N"]], {"compound": true, "members": [[[0, "Y"], [1, "N"]], [[2, "Y"]]]}, [[0, "N"]]], %q: [2, [1, 3], 4, 5, 6]},
			{"name": "A", "options": [0], "preferences": [], %q: [[1, 2, 3, 4, 5, 6]]}],
		"infeasibles": [[[1, "Y"], [2, "Y"]]]}`
	c, found := lang.ReadGMCR("x.gmcr", fmt.Appendf(nil, text, false, "preferenceVector", "preferenceVector"))
	if got := codes(found); !slices.Equal(got, []string{"gmcr-repeated"}) {
		t.Errorf("findings %v:\n%s", got, listing(found))
	}
	var options []string
	for _, o := range c.Options {
		options = append(options, fmt.Sprintf("%s %t%t%t", o.Name, o.On, o.Final, o.Lost))
	}
	if got, want := strings.Join(options, ", "), "b_co.option_3 truefalsetrue, b_co.full falsetruefalse, a.full falsefalsefalse"; got != want {
		t.Errorf("options %s, want %s", got, want)
	}
	var wants []string
	for _, w := range c.Minds[1].Wants {
		wants = append(wants, w.Text)
	}
	if got, want := strings.Join(wants, "; "), "!a.full; !b_co.full && a.full || b_co.option_3"; got != want {
		t.Errorf("wants %s, want %s", got, want)
	}
	if got, want := c.Impossible[0].Text, "b_co.option_3 && b_co.full"; got != want {
		t.Errorf("impossible %s, want %s", got, want)
	}
	for _, key := range []string{"preferenceVector", "preferenceRanking"} {
		c, _ := lang.ReadGMCR("x.gmcr", fmt.Appendf(nil, text, true, key, key))
		// Feasible by number: 1 NNN, 2 YNN, 3 NYN, 4 NNY, 5 YNY, 6 NYY.
		want := [][]reckon.State{{1}, {0, 2}, {4}, {5}, {6}}
		if got := c.Minds[1].Order; !slices.EqualFunc(got, want, slices.Equal) {
			t.Errorf("%s: order %v, want %v", key, got, want)
		}
	}
}

// TestGMCRMistakes holds the message for each way a file can be wrong.
func TestGMCRMistakes(t *testing.T) {
	one := `"options": [{"name": "x"}], "decisionMakers": [{"name": "A", "options": [0]%s}]`
	for _, k := range []struct{ text, code, says string }{
		{`{"options": [`, "gmcr-broken", "ends too early"},
		{`[1, 2]`, "gmcr-broken", "wrong kind"},
		{"option a = b", "gmcr-broken", "not a .gmcr file"},
		{`{}`, "gmcr-empty", "no options"},
		{"\xff\xfe{\x00}\x00", "wrong-encoding", "UTF-16"},
		{"{" + fmt.Sprintf(one, `, "preferences": [[[3, "Y"]]]`) + "}", "gmcr-condition", "preference 1 of A"},
		{"{" + fmt.Sprintf(one, `, "preferences": [[[0, "Q"]]]`) + "}", "gmcr-condition", "preference 1 of A"},
		{"{" + fmt.Sprintf(one, `, "preferenceRanking": [1, 3]`) + `, "useManualPreferenceRanking": true}`, "gmcr-ranking", "state 3"},
		{"{" + fmt.Sprintf(one, `, "preferenceRanking": [1, 1]`) + `, "useManualPreferenceRanking": true}`, "gmcr-ranking", "state 1 twice"},
		{"{" + fmt.Sprintf(one, `, "preferenceRanking": [1]`) + `, "infeasibles": [[[0, "Y"]], [[0, "N"]]], "useManualPreferenceRanking": true}`, "gmcr-no-state-left", "2 infeasible conditions together exclude every state"},
		{"{" + fmt.Sprintf(one, `, "preferenceRanking": [1, "x"]`) + `, "useManualPreferenceRanking": true}`, "gmcr-ranking", `holds "x"`},
		{"{" + fmt.Sprintf(one, `, "preferenceRanking": [1]`) + `, "useManualPreferenceRanking": true}`, "gmcr-unranked", "leaves out 1"},
		{"{" + fmt.Sprintf(one, `, "misperceptions": [1]`) + `}`, "gmcr-left-out", "misperceptions"},
		{"{" + fmt.Sprintf(one, "") + `, "coalitions": [[0, 1]]}`, "gmcr-left-out", "coalitions"},
		{`{"options": [{"name": "x"}, {"name": "y"}], "decisionMakers": [{"name": "A", "options": [0]}]}`, "gmcr-option", "no decision maker"},
		{`{"options": [{"name": "x"}], "decisionMakers": [{"name": "A", "options": [0]}, {"name": "B", "options": [0]}]}`, "gmcr-option", "two decision makers"},
		{`{"options": [{"name": "x"}], "decisionMakers": [{"name": "A", "options": [0, 7]}]}`, "gmcr-option", "number 7"},
		{`{"options": [{"name": "x", "permittedDirection": "up"}], "decisionMakers": [{"name": "A", "options": [0]}]}`, "gmcr-direction", "up"},
		{`{"options": [` + strings.Repeat(`{"name": "x"},`, 64) + `{"name": "y"}], "decisionMakers": [{"name": "A", "options": [0]}]}`, "too-many-options", "65"},
		{"{" + fmt.Sprintf(one, `, "preferences": [{"compound": true, "members": [`+strings.Repeat(`[[0, "Y"]], `, 900_000)+`[[0, "N"]]]}]`) + "}", "file-too-large", "too large"},
		{"{" + fmt.Sprintf(one, `, "preferences": [{"compound": true, "members": [`+strings.Repeat(`[[0,"Y"]],`, 90_000)+`[[0, "N"]]]}]`) + "}", "gmcr-too-many", "90001 conditions"},
		{"{" + fmt.Sprintf(one, `, "preferences": [`+strings.Repeat(`[[0,"Y"]],`, 90_000)+`[[0, "N"]]]`) + "}", "gmcr-too-many", "90001 preference statements"},
		{"{" + fmt.Sprintf(one, "") + `, "infeasibles": [` + strings.Repeat(`[[0,"Y"]],`, 90_000) + `[[0, "N"]]]}`, "gmcr-too-many", "90001 infeasible"},
	} {
		c, found := lang.ReadGMCR("x.gmcr", []byte(k.text))
		if c == nil || !slices.Contains(codes(found), k.code) || !strings.Contains(listing(found), k.says) {
			t.Errorf("%.60s: want %s saying %q, got:\n%s", k.text, k.code, k.says, listing(found))
		}
	}
}

func codes(found []reckon.Diagnostic) []string {
	var list []string
	for _, d := range found {
		list = append(list, d.Code)
	}
	return list
}
