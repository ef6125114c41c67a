package bibliography_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"reckon"
	"reckon/bibliography"
	"reckon/lang"
)

// same compares sources but for where they stand in a file.
var same = cmpopts.IgnoreFields(reckon.Source{}, "At")

func day(tb testing.TB, s string) reckon.Date {
	tb.Helper()
	d, ok := lang.PublishedOn(s)
	if !ok {
		tb.Fatalf("no day %q", s)
	}
	return d
}

func TestReads(t *testing.T) {
	want := func(key, author, date, url string) reckon.Source {
		return reckon.Source{Key: key, Title: "The Dam & Its Enemies", Author: author, Publisher: "Lakeland Review", Date: day(t, date), DateText: date, URL: url}
	}
	for _, c := range []struct {
		name, file string
		format     bibliography.Format
		want       reckon.Source
		left       string
	}{
		{
			"CSL", `[{"id":"http://zotero.org/users/1/items/AB12","type":"article-newspaper","title":"The Dam &amp; Its Enemies","container-title":"Lakeland Review","URL":"https://example.org/a","author":[{"family":"Beek","given":"Ludwig","non-dropping-particle":"van"},{"literal":"River Board"}],"issued":{"date-parts":[["2021",3,4]]},"accessed":{"date-parts":[[2022,1,1]]},"page":"3"}]`,
			bibliography.CSL, want("AB12", "van Beek, Ludwig; River Board", "2021-03-04", "https://example.org/a"), "page",
		},
		{
			"RIS", "TY  - NEWS\r\nTI  - The Dam & Its\r\n Enemies\r\nAU  - van Beek, Ludwig\r\nAU  - River Board\r\nT2  - Lakeland Review\r\nDA  - 2021/03//\r\nDO  - 10.1000/1\r\nSP  - 3\r\nID  - beek_2021\r\nER  - \r\n",
			bibliography.RIS, want("beek_2021", "van Beek, Ludwig; River Board", "2021-03", "https://doi.org/10.1000/1"), "SP",
		},
		{
			"better BibTeX", "@article{beek_2021,\n  title = {The {{Dam}} \\& {{Its Enemies}}},\n  author = {van Beek, Ludwig and {River Board}},\n  date = {2021},\n  journaltitle = {Lakeland Review},\n  shortjournal = {LR},\n  doi = {10.1000/1},\n  urldate = {2022-01-01},\n  langid = {english}\n}\n",
			bibliography.BibTeX, want("beek_2021", "van Beek, Ludwig; River Board", "2021", "https://doi.org/10.1000/1"), "shortjournal",
		},
	} {
		c.file = strings.ReplaceAll(c.file, "&amp;", "&")
		l, err := bibliography.Read(c.name, []byte(c.file))
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if diff := cmp.Diff([]reckon.Source{c.want}, l.Sources, same); diff != "" || l.Format != c.format {
			t.Errorf("%s, %s: %s", c.name, l.Format, diff)
		}
		if notes := strings.Join(l.Notes, " "); !strings.Contains(notes, c.left) || strings.Contains(notes, "accessed") {
			t.Errorf("%s: notes %q", c.name, l.Notes)
		}
	}
}

func TestUnknownStaysUnknown(t *testing.T) {
	for _, file := range []string{
		`{"id":1,"title":"Dams"}`,
		`[{"id":"1","title":"Dams","issued":{"literal":"in spring"}}]`,
		"TY  - GEN\nTI  - Dams\nDA  - in spring\nID  - 1\n",
		"@misc{1, title = {Dams}}",
	} {
		l, err := bibliography.Read("x", []byte(file))
		if err != nil || l.Sources[0].Date != 0 || l.Sources[0].DateText != "" || l.Sources[0].Author != "" {
			t.Errorf("%s: %+v, %v", file, l, err)
			continue
		}
		if strings.Contains(file, "spring") && !strings.Contains(strings.Join(l.Notes, " "), "in spring") {
			t.Errorf("%s: notes %q", file, l.Notes)
		}
	}
}

func TestCannotBeRead(t *testing.T) {
	for file, want := range map[string]string{"": "neither", "hello": "neither", "[": "cut off", "[]": "no source", "\xff": "UTF-8", "[1]": "no source"} {
		if _, err := bibliography.Read("x", []byte(file)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", file, err, want)
		}
	}
}

func TestKeysAreTheirOwn(t *testing.T) {
	l, err := bibliography.Read("x", []byte(`[{"title":"A","author":[{"family":"Beek"}],"issued":{"date-parts":[[2021]]}},{"title":"B","author":[{"family":"Beek"}],"issued":{"date-parts":[[2021]]}},{"title":"C"}]`))
	if err != nil || l.Sources[0].Key != "beek_2021" || l.Sources[1].Key != "beek_2021_2" || l.Sources[2].Key != "source" {
		t.Errorf("%+v, %v", l, err)
	}
}

// someSources draws sources as they come out of a case.
func someSources(t *rapid.T) []reckon.Source {
	word := rapid.StringMatching(`[A-Za-zäßéñøŁ漢م&%$#_{}\\~^"“-]{1,8}`)
	text := func(name string) string {
		s := strings.Join(rapid.SliceOfN(word, 1, 5).Draw(t, name), " ")
		return strings.Join(strings.Fields(strings.TrimLeft(s, `-" `)+"x"), " ")
	}
	plain := rapid.StringMatching(`[A-Z][a-zé]{1,6}`)
	author := rapid.OneOf(
		rapid.Custom(func(t *rapid.T) string { return plain.Draw(t, "family") + ", " + plain.Draw(t, "given") }),
		rapid.Custom(func(t *rapid.T) string { return "van der " + plain.Draw(t, "family") + ", " + plain.Draw(t, "given") }),
		rapid.Custom(func(t *rapid.T) string { return plain.Draw(t, "family") + ", Jr, " + plain.Draw(t, "given") }),
		rapid.Custom(func(t *rapid.T) string { return plain.Draw(t, "a") + " Board of " + plain.Draw(t, "b") }),
	)
	var all []reckon.Source
	for i := range rapid.IntRange(1, 4).Draw(t, "sources") {
		s := reckon.Source{
			Key: "k" + string(rune('a'+i)), Title: text("title"), Author: strings.Join(rapid.SliceOfN(author, 0, 3).Draw(t, "authors"), "; "),
			URL: rapid.SampledFrom([]string{"", "https://example.org/a_b?c=1&d=%20#e"}).Draw(t, "url"),
		}
		if rapid.Bool().Draw(t, "more") {
			s.Publisher, s.Note = text("publisher"), text("note")
		}
		s.DateText = rapid.SampledFrom([]string{"", "2021", "2021-03", "2021-03-04", "1982~", "1982-06-20/1982-06-22"}).Draw(t, "date")
		if s.DateText != "" {
			s.Date, _ = lang.PublishedOn(s.DateText)
		}
		all = append(all, s)
	}
	return all
}

func TestRoundTrip(t *testing.T) {
	for _, format := range []bibliography.Format{bibliography.CSL, bibliography.RIS, bibliography.BibTeX} {
		t.Run(string(format), func(t *testing.T) {
			rapid.Check(t, func(t *rapid.T) {
				sources := someSources(t)
				text, notes := bibliography.Write(format, sources)
				l, err := bibliography.Read("x", text)
				if err != nil {
					t.Fatalf("%v in\n%s", err, text)
				}
				if diff := cmp.Diff(sources, l.Sources, same); diff != "" || l.Format != format || len(notes) > 0 {
					t.Fatalf("%s %q %s\n%s", l.Format, notes, diff, text)
				}
			})
		})
	}
}

func TestWhatIsLost(t *testing.T) {
	sources := []reckon.Source{{Key: "a", Title: "A", Reliability: "B", Origin: "b"}, {Key: "b", Title: "B"}}
	for format, want := range map[bibliography.Format]int{bibliography.CSL: 2, bibliography.RIS: 2, bibliography.BibTeX: 0} {
		text, notes := bibliography.Write(format, sources)
		if len(notes) != want {
			t.Errorf("%s: notes %q", format, notes)
		}
		if l, err := bibliography.Read("x", text); format == bibliography.BibTeX && (err != nil || cmp.Diff(sources, l.Sources, same) != "") {
			t.Errorf("%s: %v", text, err)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(`[{"id":"a","title":"A","issued":{"date-parts":[[2021,3],[2022]],"circa":1},"author":[{"family":"van B","given":"C"}]}]`))
	f.Add([]byte("TY  - X\nAU  - A, B; C\nDA  - 2021/3/\n  more\nER  - "))
	f.Add([]byte("@a{b, title = {C \\'e \\textbackslash{} -{}- d}, author = \"E and F\", date = 1982~}"))
	f.Fuzz(func(t *testing.T, b []byte) {
		l, err := bibliography.Read("x", b)
		if err != nil {
			return
		}
		for _, format := range []bibliography.Format{bibliography.CSL, bibliography.RIS, bibliography.BibTeX} {
			text, _ := bibliography.Write(format, l.Sources)
			again, err := bibliography.Read("y", text)
			if err != nil || len(again.Sources) != len(l.Sources) {
				t.Fatalf("%s: %d sources became %v, %v\n%s", format, len(l.Sources), again, err, text)
			}
		}
	})
}
