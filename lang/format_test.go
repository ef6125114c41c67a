package lang_test

import (
	"bytes"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"reckon"
	"reckon/lang"
)

// ignoringRanges compares cases by what they say, not where they say it.
var ignoringRanges = cmp.Options{cmpopts.IgnoreTypes(reckon.Range{}), cmpopts.EquateNaNs()}

// meaning is what formatting must not change: the case, and which messages.
func meaning(files lang.Files) (*reckon.Case, []string) {
	c, found := lang.Load(files)
	return c, codes(found)
}

// checkFormat demands that formatting is idempotent and changes no meaning.
func checkFormat(t interface{ Fatalf(string, ...any) }, files lang.Files, name string) {
	once, found := lang.Format(name, files[name])
	if len(found) > 0 {
		if !bytes.Equal(once, files[name]) {
			t.Fatalf("text with syntax errors was changed")
		}
		return
	}
	twice, _ := lang.Format(name, once)
	if !bytes.Equal(once, twice) {
		t.Fatalf("formatting again changes\n%q\nto\n%q", once, twice)
	}
	formatted := maps.Clone(files)
	formatted[name] = once
	before, codesBefore := meaning(files)
	after, codesAfter := meaning(formatted)
	slices.Sort(codesBefore)
	slices.Sort(codesAfter)
	if d := cmp.Diff(before, after, ignoringRanges); d != "" || !slices.Equal(codesBefore, codesAfter) {
		t.Fatalf("formatting changes the case, or %v to %v:\n%s\n%q", codesBefore, codesAfter, d, once)
	}
}

// mangle spoils the layout of a text and nothing else.
func mangle(t *rapid.T, text string) string {
	space := rapid.StringMatching(`[ \t]{0,5}`)
	var b strings.Builder
	for line := range strings.SplitSeq(text, "\n") {
		for range rapid.IntRange(0, 2).Draw(t, "blank lines") {
			b.WriteString(space.Draw(t, "blank") + "\n")
		}
		if rapid.IntRange(0, 9).Draw(t, "remark") == 0 {
			b.WriteString(space.Draw(t, "indent") + rapid.SampledFrom([]string{"# a remark", "// another", "/* a third */"}).Draw(t, "comment") + "\n")
		}
		line = strings.TrimLeft(line, " ")
		if before, after, ok := strings.Cut(line, " = "); ok && !strings.Contains(before, `"`) && !strings.Contains(before, "#") {
			line = before + space.Draw(t, "before =") + "=" + space.Draw(t, "after =") + after
		}
		b.WriteString(space.Draw(t, "indent") + line + space.Draw(t, "trail") + "\n")
	}
	out := b.String()
	if rapid.Bool().Draw(t, "Windows") {
		out = strings.ReplaceAll(out, "\n", "\r\n")
	}
	return out
}

func TestFormatKeepsMeaning(t *testing.T) {
	files := base(t)
	rapid.Check(t, func(t *rapid.T) {
		name := rapid.SampledFrom([]string{"case.hcl", "readings/third.hcl"}).Draw(t, "file")
		put := maps.Clone(files)
		put[name] = []byte(mangle(t, string(files[name])))
		checkFormat(t, put, name)
	})
}

// TestFormatMendsLayout checks that spoilt layout comes back to the one layout,
// when nothing but white space was spoilt.
func TestFormatMendsLayout(t *testing.T) {
	for in, want := range map[string]string{
		"":          "",
		"\n\n\n":    "",
		"# a":       "# a\n",
		"\ufeff# a": "# a\n",
		"a{\n\n\nx=1  \n\n\n\nlonger=2 # c\n\n}\n\n\nb \"x\" {y=1}": "a {\n  x = 1\n\n  longer = 2 # c\n}\n\nb \"x\" { y = 1 }\n",
		"a {\r\n# c\r\n\r\n\r\nx=y&&!z\r\n}\r\n":                    "a {\n  # c\n\n  x = y && !z\n}\n",
		"a {\n  s = <<EOT\n\n\n  kept  \n\n\nEOT\n}\n":              "a {\n  s = <<EOT\n\n\n  kept  \n\n\nEOT\n}\n",
		"a {\n  s = \"  kept  \\n  \"\n}\n":                         "a {\n  s = \"  kept  \\n  \"\n}\n",
	} {
		got, found := lang.Format("x.hcl", []byte(in))
		if string(got) != want || len(found) > 0 {
			t.Errorf("%q becomes\n%q, want\n%q\n%s", in, got, want, listing(found))
		}
	}
}

// TestShippedTextIsFormatted holds our own case text to its own layout.
func TestShippedTextIsFormatted(t *testing.T) {
	var paths []string
	for _, pattern := range []string{"testdata/base/*.hcl", "testdata/base/*/*.hcl", "../cases/*/*.hcl", "../cases/*/readings/*.hcl", "../cases/catalogue/*/*/*.hcl", "../cases/catalogue/*/*/readings/*.hcl"} {
		more, _ := filepath.Glob(pattern)
		paths = append(paths, more...)
	}
	for _, path := range paths {
		files := folder(t, filepath.Dir(path))
		src := files[filepath.Base(path)]
		got, found := lang.Format(path, src)
		if !bytes.Equal(got, src) || len(found) > 0 {
			t.Errorf("%s is not formatted: run reckon format on it\n%s", path, listing(found))
		}
	}
}

// expression draws the text of an expression of the given sort.
func expression(t *rapid.T, yesNo bool, depth int) string {
	sub := func(yesNo bool) string { return expression(t, yesNo, depth-1) }
	pick := rapid.IntRange(0, 6).Draw(t, "form")
	if depth == 0 {
		pick = 0
	}
	paren := func(s string) string {
		if rapid.Bool().Draw(t, "brackets") {
			return "(" + s + ")"
		}
		return s
	}
	switch {
	case pick == 0 && yesNo:
		return rapid.SampledFrom([]string{"leader.talk", "leader.enrich", "washington.bomb", "true", "false"}).Draw(t, "leaf")
	case pick == 0:
		return rapid.SampledFrom([]string{"oil", "1", "0.25", "1e-7", "12345678901234567890"}).Draw(t, "leaf")
	case pick == 1 && yesNo:
		return "!" + paren(sub(true))
	case pick == 1:
		return "-" + paren(sub(false))
	case pick == 2:
		return paren(sub(true) + " ? " + sub(yesNo) + " : " + sub(yesNo))
	case pick == 3 && !yesNo:
		return fmt.Sprintf("max(%s, abs(%s))", sub(false), sub(false))
	case pick <= 4 && yesNo:
		op := rapid.SampledFrom([]string{" < ", " <= ", " == ", "!=", ">", " >="}).Draw(t, "op")
		return paren(paren(sub(false)) + op + paren(sub(false)))
	case yesNo:
		return paren(paren(sub(true)) + rapid.SampledFrom([]string{"&&", " || ", " == ", " != "}).Draw(t, "op") + paren(sub(true)))
	}
	return paren(paren(sub(false)) + rapid.SampledFrom([]string{" + ", " - ", "*", " / "}).Draw(t, "op") + paren(sub(false)))
}

// TestWrittenReadsBack checks that a statement as we write it means what the
// author wrote: reading it again gives the same expression and the same text.
func TestWrittenReadsBack(t *testing.T) {
	files := base(t)
	rapid.Check(t, func(t *rapid.T) {
		text := expression(t, true, 4)
		read := func(text string) (reckon.Want, []reckon.Diagnostic) {
			put := maps.Clone(files)
			put["extra.hcl"] = fmt.Appendf(nil, "mind \"leader\" {\n  want \"it\" { that = %s }\n}\n", text)
			c, found := lang.Load(put)
			for _, m := range c.Minds {
				if m.Actor == "leader" && len(m.Wants) == 1 {
					return m.Wants[0], found
				}
			}
			return reckon.Want{}, found
		}
		first, found := read(text)
		if len(found) > 0 {
			// HCL reads "a == b ? …" and unbracketed mixtures by its own rules, so a
			// drawn text may mix sorts; it must then say so and yield nothing.
			if first.Text != "" {
				t.Fatalf("%s was reported and used all the same", text)
			}
			return
		}
		second, found := read(first.Text)
		if len(found) > 0 || second.Text != first.Text {
			t.Fatalf("%s is written %s, which is read as %s\n%s", text, first.Text, second.Text, listing(found))
		}
		if d := cmp.Diff(first.That, second.That, ignoringRanges); d != "" {
			t.Fatalf("%s is written %s, which means something else:\n%s", text, first.Text, d)
		}
	})
}
