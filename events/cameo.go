package events

import (
	_ "embed"
	"fmt"
	"strings"
)

//go:embed words/cameo.txt
var cameoText string

// cameo is the meaning of each CAMEO code in the terms of PLOVER.
var cameo = readCAMEO(cameoText)

type meaning struct {
	kind, mode string
	contexts   []string
}

func readCAMEO(text string) map[string]meaning {
	codes := map[string]meaning{}
	for line := range strings.Lines(text) {
		f := strings.Fields(line)
		if len(f) == 0 || f[0] == "#" || strings.HasPrefix(f[0], "#") {
			continue
		}
		if len(f) < 3 || kindOf(f[1]) == nil {
			panic(fmt.Sprintf("events: bad line in cameo.txt: %q", line))
		}
		codes[f[0]] = meaning{f[1], strings.Trim(f[2], "-"), f[3:]}
	}
	return codes
}

// FromCAMEO gives type, mode and contexts of a CAMEO code; a code that the table
// lacks is read as the longest of its beginnings that it has.
func FromCAMEO(code string) (name, mode string, contexts []string, ok bool) {
	for n := len(code); n >= 2; n-- {
		if m, found := cameo[code[:n]]; found {
			return m.kind, m.mode, append([]string(nil), m.contexts...), true
		}
	}
	return "", "", nil, false
}
