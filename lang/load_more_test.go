package lang_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"reckon"
	"reckon/lang"
)

// wide writes text as UTF-16, little or big end first.
func wide(text string, mark, big bool) []byte {
	var out []byte
	put := func(u uint16) {
		if big {
			out = append(out, byte(u>>8), byte(u))
		} else {
			out = append(out, byte(u), byte(u>>8))
		}
	}
	if mark {
		put(0xfeff)
	}
	for _, u := range utf16.Encode([]rune(text)) {
		put(u)
	}
	return out
}

// TestEncodings says what a file in another encoding gets, in each kind of file.
func TestEncodings(t *testing.T) {
	for _, name := range []string{"case.hcl", "readings/third.hcl", "sources.bib", "record.csv", "observations.csv"} {
		files := base(t)
		text := string(files[name])
		for _, k := range []struct {
			what string
			text []byte
			code string
			line int
		}{
			{"with a byte order mark", []byte("\ufeff" + text), "", 0},
			{"with Windows line ends", []byte(strings.ReplaceAll(text, "\n", "\r\n")), "", 0},
			{"UTF-16, marked", wide(text, true, false), "wrong-encoding", 0},
			{"UTF-16, marked, big end first", wide(text, true, true), "wrong-encoding", 0},
			{"UTF-16, not marked", wide(text, false, false), "wrong-encoding", 0},
			{"Latin-1", []byte(text + "# caf\xe9\n"), "wrong-encoding", strings.Count(text, "\n") + 1},
			{"binary", append([]byte("PK\x03\x04\x00\x00\xff\xfe\x00\x01"), text...), "binary-file", 0},
			{"binary without zeros", []byte(strings.Repeat("\x01\x02\xff\x07", 99)), "binary-file", 0},
			{"11 MB", []byte(text + strings.Repeat(" ", 11<<20)), "file-too-large", 0},
		} {
			files[name] = k.text
			_, found := lang.Load(files)
			got := codes(found)
			if k.code == "" && len(got) > 0 || k.code != "" && !slices.Equal(got, []string{k.code}) {
				t.Errorf("%s, %s: want %q alone, got:\n%s", name, k.what, k.code, listing(found))
			} else if k.code != "" && (found[0].At.Start.Line != k.line || found[0].At.File != name) {
				t.Errorf("%s, %s: reported at %v", name, k.what, found[0].At)
			}
		}
	}
}

// TestMarkMovesNoColumns checks that ranges after a byte order mark still point
// at the text that they are about.
func TestMarkMovesNoColumns(t *testing.T) {
	files := base(t)
	for _, mark := range []string{"", "\ufeff"} {
		text := mark + `impossible "it" { when = !wasington.bomb }`
		files["extra.hcl"] = []byte(text)
		_, found := lang.Load(files)
		if len(found) != 1 {
			t.Fatalf("want one finding, got:\n%s", listing(found))
		}
		if at := found[0].At; text[at.Start.Byte:at.End.Byte] != "wasington" || at.Start.Column != 27 {
			t.Errorf("mark %q: points at %q, column %d", mark, text[at.Start.Byte:at.End.Byte], at.Start.Column)
		}
	}
}

// TestLongFile refuses a file that no person could read, before it costs memory.
func TestLongFile(t *testing.T) {
	files := base(t)
	files["extra.hcl"] = []byte(strings.Repeat("x\n", 4<<20))
	if _, found := lang.Load(files); !slices.Equal(codes(found), []string{"file-too-long"}) {
		t.Errorf("got:\n%s", listing(found))
	}
}

// TestManyMistakes checks that a file reports a hundred at most, and how many
// more there are.
func TestManyMistakes(t *testing.T) {
	files := base(t)
	var b strings.Builder
	b.WriteString("mind \"leader\" {\n")
	for i := range 150 {
		fmt.Fprintf(&b, "  want \"w%d\" { that = washington.bomp }\n", i)
	}
	b.WriteString("}\n")
	files["extra.hcl"] = []byte(b.String())
	files["other.hcl"] = []byte(`measure "x" { lou = 1 }`)
	_, found := lang.Load(files)
	if len(found) != 101 {
		t.Fatalf("%d findings, want 100 of one file and 1 of the other", len(found))
	}
	last := found[99]
	if last.Code != "more" || last.Severity != reckon.Error || !strings.Contains(last.Summary, "51 more") {
		t.Errorf("the hundredth is:\n%s", listing(found[99:100]))
	}
}

// TestErrorOutOfSight: an error behind a hundred warnings, or behind more than
// are kept, still shows as one.
func TestErrorOutOfSight(t *testing.T) {
	for _, warnings := range []int{150, 30_000} {
		files := base(t)
		var b strings.Builder
		for i := range warnings {
			fmt.Fprintf(&b, "@misc{k%d, titel = {x}}\n", i)
		}
		b.WriteString("@misc{bad, date = {notadate}}\n")
		files["sources.bib"] = append(files["sources.bib"], b.String()...)
		_, found := lang.Load(files)
		if !slices.ContainsFunc(found, func(d reckon.Diagnostic) bool { return d.Severity == reckon.Error }) {
			t.Errorf("after %d warnings the error is gone", warnings)
		}
	}
}

// TestMacrosStopGrowing: forty doublings in 800 bytes must not fill the memory.
func TestMacrosStopGrowing(t *testing.T) {
	files := base(t)
	text := "@string{a = \"xxxxxxxxxx\"}\n" + strings.Repeat("@string{a = a # a}\n", 40)
	files["sources.bib"] = append(files["sources.bib"], text...)
	if _, found := lang.Load(files); !slices.Contains(codes(found), "bib-too-long") {
		t.Errorf("got:\n%s", listing(found))
	}
}

// TestTooMany refuses more actors or sources than any person wrote.
func TestTooMany(t *testing.T) {
	many := func(n int, text string) []byte {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, text+"\n", i, i+1)
		}
		return []byte(b.String())
	}
	for name, text := range map[string][]byte{
		"extra.hcl":   many(201, "actor \"a%d\" {}  # %d"),
		"sources.bib": many(20_001, "@misc{k%d, title = {x}, derives_from = {k%d}}"),
	} {
		files := base(t)
		files[name] = append(files[name], text...)
		if _, found := lang.Load(files); !slices.Contains(codes(found), "too-many") {
			t.Errorf("%s: got:\n%s", name, listing(found))
		}
	}
	for what, text := range map[string]string{
		"measures that read others": "measure \"m%d\" { is = m%d }",
		"misspelt measures":         "measure \"m%d\" { is = n%d }",
		"misspelt causes":           "shock \"storm%d\" { chance = 0.1 }\nscenario \"s%[1]d\" { without = [\"stroms%[2]d\"] }",
	} {
		if testing.Short() {
			break
		}
		start := time.Now()
		files := base(t)
		files["extra.hcl"] = many(10_001, text)
		if _, found := lang.Load(files); !slices.Contains(codes(found), "too-many") && !slices.Contains(codes(found), "more") {
			t.Errorf("%s: got:\n%s", what, listing(found))
		}
		if spent := time.Since(start); spent > 10*time.Second {
			t.Errorf("%s took %v", what, spent)
		}
	}
	files := base(t)
	files["record.csv"] = []byte(strings.Repeat(",", 1<<17))
	if _, found := lang.Load(files); !slices.Contains(codes(found), "too-many") {
		t.Errorf("columns: got:\n%s", listing(found))
	}
	gmcr := `{"options":[{"name":"o"}],"decisionMakers":[` + strings.Repeat(`{"name":"a","options":[]},`, 200) + `{"name":"a","options":[0]}]}`
	if _, found := lang.ReadGMCR("x.gmcr", []byte(gmcr)); !slices.Contains(codes(found), "too-many") {
		t.Errorf(".gmcr: got:\n%s", listing(found))
	}
}

// TestNothing loads what holds no case at all.
func TestNothing(t *testing.T) {
	for _, k := range []struct {
		files lang.Files
		says  string
	}{
		{nil, "has no case.hcl"},
		{lang.Files{"case.hcl": nil}, "no case block"},
		{lang.Files{"garrison.hcl": []byte("actor \"a\" {\n  option \"x\" {}\n}\n")}, "top of garrison.hcl"},
		{lang.Files{"case.hcl.txt": []byte("case")}, "rename it"},
		{lang.Files{"readings/a.hcl": []byte("reading \"a\" {\n  source = b\n  mind \"c\" {}\n}\n")}, "has no case.hcl"},
		{lang.Files{"documents/case.hcl": []byte("case \"x\" {}")}, "has no case.hcl"},
	} {
		c, found := lang.Load(k.files)
		if c == nil || !slices.Equal(codes(found), []string{"missing-case"}) || !strings.Contains(listing(found), k.says) {
			t.Errorf("%v: want %q, got:\n%s", k.files, k.says, listing(found))
		}
	}
}

// TestAloneBroken: a file given alone whose syntax is broken gets that message
// only, since the case block may stand in what could not be read.
func TestAloneBroken(t *testing.T) {
	_, found := lang.Load(lang.Files{"garrison.hcl": []byte("case \"garrison\" {\n  title = \"x\n}\n")})
	if got := codes(found); !slices.Equal(got, []string{"missing-quote"}) {
		t.Errorf("got:\n%s", listing(found))
	}
}
