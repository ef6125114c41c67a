package workbench

import (
	"fmt"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"reckon"
)

// TestFollowupRefusesWhatDoesNotFit: looking 99 moves ahead over twenty options
// passes what tables may take; that is said, in views too.
func TestFollowupRefusesWhatDoesNotFit(t *testing.T) {
	for _, belief := range []string{"", "  believes \"p1\" {\n    want \"z\" { that = p1.o1 }\n  }\n"} {
		var text strings.Builder
		text.WriteString("case \"big\" {}\n")
		for a := range 5 {
			fmt.Fprintf(&text, "actor \"p%d\" {\n", a)
			for k := range 4 {
				fmt.Fprintf(&text, "  option \"o%d\" {}\n", k)
			}
			text.WriteString("}\n")
		}
		for a := range 5 {
			fmt.Fprintf(&text, "mind \"p%d\" {\n  want \"w\" { that = p%d.o0 != p0.o1 }\n%s}\n", a, (a+1)%5, map[bool]string{true: belief}[a == 0])
		}
		b := openText(t, []txtar.File{{Name: "case.hcl", Data: []byte(text.String())}})
		_, err := b.Followup(FollowupSettings{Concept: reckon.Limited(99), Aspects: []string{"basis"}})
		if err == nil || !strings.Contains(err.Error(), "fit into memory") {
			t.Errorf("belief %q: %v", belief, err)
		}
	}
}
