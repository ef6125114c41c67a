package document_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"reckon/document"
)

func TestFold(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"empty", "", ""},
		{"case", "The LEADER Straße", "the leader strasse"},
		{"final sigma", "ΟΔΟΣ οδός", "οδοσ οδόσ"},
		{"quotes", "“a” ‘b’ «c» `d´ „e‟", `"a" 'b' "c" 'd' "e"`},
		{"dashes", "a–b — c‑d −1", "a-b - c-d -1"},
		{"spaces", "a\u00a0\u2009 b\r\n\t c", "a b c"},
		{"space at the ends", "  a  ", " a "},
		{"decomposed", "Re\u0301sume\u0301", "résumé"},
		{"first letter decomposed", "E\u0301tat", "état"},
		{"soft hyphen and joiners", "co\u00adop\u200berate\ufeff", "cooperate"},
		{"marks of direction", "\u200fa\u202a b\u2069", "a b"},
		{"space around a dropped mark", "a \u200f b", "a b"},
		{"Persian half space", "می\u200cخواهم", "میخواهم"},
		{"Arabic keyboard", "علي كتاب", "علی کتاب"},
		{"alef, ta marbuta", "أإآا ة", "اااا ه"},
		{"vowel marks, tatweel", "مُحَمَّد ســلام", "محمد سلام"},
		{"digits", "۱۳۹۹ ١٤٠٠", "1399 1400"},
		{"ligature and shapes", "ﬁre ﻼ", "fire لا"},
		{"ellipsis", "so…", "so..."},
		{"broken", "a\xffb", "a\ufffdb"},
	} {
		got, _ := document.Fold(c.in)
		if got != c.want {
			t.Errorf("%s: Fold(%q) = %q, want %q", c.name, c.in, got, c.want)
		}
	}
}

// TestFoldFinds looks up what a person types and shows the original.
func TestFoldFinds(t *testing.T) {
	text := "He said: “We  will\u00a0not re\u0301treat – never.” می\u200cخواهیم"
	folded, at := document.Fold(text)
	for typed, want := range map[string]string{
		`"we will not retreat`:   "",
		`"We will not rétreat -`: "“We  will\u00a0not re\u0301treat –",
		"میخواهیم":               "می\u200cخواهیم",
	} {
		q, _ := document.Fold(typed)
		i := strings.Index(folded, q)
		got := ""
		if i >= 0 {
			got = text[at[i]:at[i+len(q)]]
		}
		if got != want {
			t.Errorf("looking for %q: %q, want %q", typed, got, want)
		}
	}
}

// letters are what the properties draw from: all that folding knows of, and more.
var letters = rapid.StringOf(rapid.OneOf(
	rapid.SampledFrom([]rune("aZß İıſ“”’–\u00a0\u200c\u00ad\u0301\u0327کكيیىأآةـُ۱٣ﬁﻼ…\n\t漢\u202e")),
	rapid.Rune(),
))

func TestFoldMapIsSound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) { checkFold(t, letters.Draw(t, "text")) })
}

// checkFold demands a map that never falls and never splits a character.
func checkFold(t interface{ Fatalf(string, ...any) }, s string) {
	folded, at := document.Fold(s)
	if !utf8.ValidString(folded) || len(at) != len(folded)+1 || at[len(folded)] != len(s) {
		t.Fatalf("Fold(%q) = %q with a map of %d", s, folded, len(at))
	}
	for i := range folded {
		if at[i] > at[i+1] || at[i] >= len(s) {
			t.Fatalf("Fold(%q): place %d of byte %d", s, at[i], i)
		}
		if utf8.ValidString(s) && !utf8.RuneStart(s[at[i]]) {
			t.Fatalf("Fold(%q): byte %d points into a character", s, i)
		}
	}
	if strings.Contains(folded, "  ") {
		t.Fatalf("Fold(%q) = %q has two spaces", s, folded)
	}
}

// TestFoldJoins: what is folded in two parts, cut at a space, is folded alike.
func TestFoldJoins(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := letters.Draw(t, "a"), letters.Draw(t, "b")
		whole, _ := document.Fold(a + " x" + b)
		left, _ := document.Fold(a + " ")
		right, _ := document.Fold("x" + b)
		if whole != left+right {
			t.Fatalf("%q, but %q and %q", whole, left, right)
		}
	})
}

func FuzzFold(f *testing.F) {
	f.Add("“Re\u0301sumé” – می\u200cخواهیم ﬁ")
	f.Add("a\xff\u0301\u0301")
	f.Fuzz(func(t *testing.T, s string) { checkFold(t, s) })
}

func BenchmarkFold(b *testing.B) {
	for name, text := range map[string]string{
		"english": strings.Repeat("The council’s “final” offer of 3 March was refused – at once, and in public. ", 1000),
		"persian": strings.Repeat("شورا پیشنهاد نهایی را نمی\u200cپذیرد و این را آشکارا گفت. ", 1000),
	} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				document.Fold(text)
			}
		})
	}
}
