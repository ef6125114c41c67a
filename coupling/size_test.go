package coupling_test

import (
	"fmt"
	"strings"
	"testing"

	"reckon/coupling"
	"reckon/lang"
)

// TestArenasOfOddSizes has what is too few, too many, twice or of an odd name: all is
// refused beside a line with a way out, or works.
func TestArenasOfOddSizes(t *testing.T) {
	organs := func(n int) string {
		var b strings.Builder
		b.WriteString("palace \"p\" {\n")
		for i := range n {
			fmt.Fprintf(&b, "  organ \"o%d\" { force = 1 }\n", i)
		}
		return b.String() + "}\n"
	}
	seat := func(name string) string {
		return "  seat \"" + name + "\" {\n    power = 1\n    position = 1\n  }\n"
	}
	for name, one := range map[string]struct{ text, want string }{
		"no organ":      {organs(0), "takes at least 2"},
		"one organ":     {organs(1), "takes at least 2"},
		"16 organs":     {organs(16), ""},
		"17 organs":     {"measure \"w\" { start = 0 }\n" + strings.TrimSuffix(organs(17), "}\n") + "  writes \"w\" { from = \"risk\" }\n}\n", "17 organs are too many to solve at every step of a run: at most 16"},
		"10000 organs":  {organs(10000), "at most 60"},
		"no force":      {strings.ReplaceAll(organs(3), "= 1", "= 0"), ""},
		"no seat":       {"council \"c\" {}\n", "takes at least 2"},
		"one seat":      {"council \"c\" {\n" + seat("a") + "}\n", "takes at least 2"},
		"the same seat": {"council \"c\" {\n" + seat("a") + seat("a") + seat("b") + "}\n", "there twice"},
		"no scale":      {"council \"c\" {\n  low = 1\n  high = 1\n" + seat("a") + seat("b") + "}\n", "no width"},
		"odd names":     {"council \"Совет 会议 \" {\n" + seat("Ä b") + seat("é") + "}\n", ""},
		"one side":      {"contest \"c\" {\n  side \"a\" {\n    stake = 1\n    strain = 1\n    belief = 0.5\n    soft = 1\n  }\n}\n", "takes two"},
		"no candidate":  {"succession \"s\" {\n  exit \"x\" { rate = 1 }\n}\n", "takes at least 1"},
		"same name":     {"succession \"p\" {\n  exit \"x\" { rate = 1 }\n  candidate \"y\" {}\n}\n" + organs(2), "The arena \"p\" is there twice"},
		"no such":       {"council \"c\" {\n" + seat("a") + seat("b") + "  writes \"gone\" { from = \"mean\" }\n}\n", "gone"},
		"like measure":  {"measure \"p\" { start = 1 }\n" + organs(2), ""},
	} {
		files := lang.Files{"case.hcl": []byte(clock + one.text)}
		c, found := lang.Load(files)
		if len(found) == 0 {
			_, found = coupling.New(c)
		}
		said := ""
		for _, d := range found {
			said += d.Summary + " " + d.Detail + "\n"
			if d.At.File != "case.hcl" || d.At.Start.Line == 0 {
				t.Errorf("%s: %+v has no place", name, d)
			}
		}
		if one.want == "" && said != "" || !strings.Contains(said, one.want) {
			t.Errorf("%s: %s", name, said)
		}
	}
}
