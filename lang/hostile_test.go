package lang_test

import (
	"maps"
	"strings"
	"testing"
	"time"

	"reckon/lang"
)

// TestHostileText loads texts made to exhaust a reader. Each must come back
// soon, with a message; the bound only catches what grows with the square.
func TestHostileText(t *testing.T) {
	size := 64 << 10
	if testing.Short() {
		size = 24 << 10 // a chain of more parts than are read
	}
	fill := func(s string) string { return strings.Repeat(s, size/len(s)) }
	for what, text := range map[string]string{
		"brackets":         "x {\n y = " + fill("(") + "\n}",
		"lists":            "x {\n y = " + fill("[") + "\n}",
		"braces":           fill("{"),
		"blocks":           fill("a {\n"),
		"negations":        "x {\n y = " + fill("!") + "a\n}",
		"minus signs":      "x {\n y = " + fill("- ") + "a\n}",
		"conditions":       "x {\n y = " + fill("a ? b : ") + "c\n}",
		"a long chain":     "mind \"leader\" {\n want \"x\" {\n that = leader.talk" + fill(" && leader.talk") + "\n}\n}",
		"a long sum":       "mind \"leader\" {\n caution = 1" + fill("+1") + "\n}",
		"templates":        "x {\n y = \"" + fill("${\"") + "\n}",
		"template ifs":     "x {\n y = \"" + fill("%{ if a }") + "\"\n}",
		"a huge number":    "mind \"leader\" {\n precision = 1e999999999\n}",
		"many digits":      "mind \"leader\" {\n precision = 1" + strings.Repeat("0", 1<<16) + "\n}",
		"many mistakes":    fill("x\n"),
		"many settings":    fill("x = 1\n"),
		"many open quotes": fill("x = \"\n"),
		"many dots":        "mind \"leader\" {\n want \"x\" {\n that = leader" + fill(".talk") + "\n}\n}",
	} {
		t.Run(what, func(t *testing.T) {
			start := time.Now()
			files := base(t)
			files["extra.hcl"] = []byte(text)
			_, found := lang.Load(files)
			if len(found) == 0 {
				t.Error("no message")
			}
			if spent := time.Since(start); spent > 10*time.Second {
				t.Errorf("took %v", spent)
			}
			checkFindings(t, found, files)
			lang.Format("extra.hcl", []byte(text))
		})
	}
	for what, files := range map[string]lang.Files{
		"quotes in a table":     {"record.csv": []byte("id,date,title\n" + fill("\"a\n"))},
		"cells in a table":      {"record.csv": []byte("id,date,title\n" + fill("x,"))},
		"rows in a table":       {"record.csv": []byte("id,date,title\n" + fill("x,,\n"))},
		"braces in sources":     {"sources.bib": []byte(fill("@a{x, title={"))},
		"entries in sources":    {"sources.bib": []byte(fill("@a{x}\n"))},
		"open values":           {"sources.bib": []byte(fill("@a{x, title={\n"))},
		"a chain of origins":    {"sources.bib": []byte(fill("@a{x, derives_from={x}}\n"))},
		"open brackets of gmcr": {"x.gmcr": []byte(fill("["))},
	} {
		t.Run(what, func(t *testing.T) {
			start := time.Now()
			if text, ok := files["x.gmcr"]; ok {
				if _, found := lang.ReadGMCR("x.gmcr", text); len(found) == 0 {
					t.Error("no message")
				}
				return
			}
			all := base(t)
			maps.Copy(all, files)
			_, found := lang.Load(all)
			if len(found) == 0 {
				t.Error("no message")
			}
			if spent := time.Since(start); spent > 10*time.Second {
				t.Errorf("took %v", spent)
			}
		})
	}
}
