package reading

import (
	"slices"
	"strings"
	"testing"
	"time"

	"reckon"
	"reckon/document"
)

// first gives the first item of a type whose text holds some words.
func first(t *testing.T, a *Account, kind Type, words string) *Item {
	t.Helper()
	for i := range a.Items {
		if it := &a.Items[i]; it.Type == kind && strings.Contains(it.Text, words) {
			return it
		}
	}
	t.Fatalf("no %s with %q in %+v", kind, words, a.Items)
	return nil
}

func TestHolderIsInherited(t *testing.T) {
	a := read("memo.txt", "President Vladimir Putin believes that the sanctions have caused the shortage of bread. The drought has caused a shortage of water.", 2024)
	inside := first(t, a, Cause, "bread")
	if want := []string{"author", "Vladimir Putin"}; !slices.Equal(inside.Chain(), want) || inside.Holder != "Vladimir Putin" {
		t.Errorf("a cause inside a belief is held by %v, want %v", inside.Chain(), want)
	}
	outside := first(t, a, Cause, "water")
	if outside.Holder != "author" || len(outside.Chain()) != 1 {
		t.Errorf("a cause of the author's own is held by %v", outside.Chain())
	}
}

func TestAuthorIsTheOutermostHolder(t *testing.T) {
	d := document.Plain("memo.txt", "President Vladimir Putin believes that the sanctions will fail.")
	d.Author = "Jane Writer"
	a := Read(d, Settings{})
	if got := first(t, a, Claim, "believes").Chain(); !slices.Equal(got, []string{"Jane Writer", "Vladimir Putin"}) {
		t.Errorf("the chain is %v", got)
	}
}

func TestWhatIsInARumourIsARumour(t *testing.T) {
	a := read("memo.txt", "There are rumours that the embargo has caused riots in the harbour. The embargo has caused hunger in the hills.", 2024)
	if got := first(t, a, Cause, "riots").Status; got != "rumour" {
		t.Errorf("a cause in a rumour is %q", got)
	}
	if got := first(t, a, Cause, "hunger").Status; got != "asserted" {
		t.Errorf("a cause beside a rumour is %q", got)
	}
}

func TestSpan(t *testing.T) {
	day := func(y, m, d int) reckon.Date {
		return reckon.DateOf(time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC))
	}
	for _, c := range []struct {
		first, last reckon.Date
		from, until string
	}{
		{day(2024, 1, 1), day(2024, 12, 31), "2024", ""},
		{day(2024, 2, 1), day(2024, 2, 29), "2024-02", ""},
		{day(2024, 2, 1), day(2024, 2, 28), "2024-02-01", "2024-02-28"},
		{day(2024, 2, 3), day(2024, 2, 3), "2024-02-03", ""},
		{day(2024, 2, 3), 0, "2024-02-03", ""},
		{day(2024, 1, 1), day(2025, 12, 31), "2024-01-01", "2025-12-31"},
		{day(2023, 12, 30), day(2024, 1, 2), "2023-12-30", "2024-01-02"},
	} {
		if from, until := span(c.first, c.last); from != c.from || until != c.until {
			t.Errorf("%s to %s: %q %q, want %q %q", c.first, c.last, from, until, c.from, c.until)
		}
	}
}

func TestEventsHaveTheDateOfTheText(t *testing.T) {
	for words, want := range map[string]string{"On 3 May 2022": "2022-05-03", "In May 2022": "2022-05", "In 2022": "2022"} {
		a := read("memo.txt", words+" Russia arrested the governor of the harbour.", 2024)
		if got := first(t, a, Event, "arrested").Date; got != want {
			t.Errorf("%s: %q, want %q", words, got, want)
		}
	}
}

func TestPages(t *testing.T) {
	text := "Russia arrested the governor.\n\nUkraine arrested the mayor.\n"
	d := document.Plain("memo.txt", text)
	if len(d.Blocks) != 2 {
		t.Fatalf("%d blocks", len(d.Blocks))
	}
	d.Blocks[0].Page, d.Blocks[1].Page = 4, 5
	a := Read(d, Settings{})
	for words, want := range map[string]int{"governor": 4, "mayor": 5} {
		if got := first(t, a, Event, words).Page; got != want {
			t.Errorf("the %s stands on page %d, want %d", words, got, want)
		}
	}
	if got := first(t, read("memo.txt", text, 2024), Event, "mayor").Page; got != 0 {
		t.Errorf("a text without pages has page %d", got)
	}
}

// TestOddDocuments reads what nobody writes; the items must stand in their text.
func TestOddDocuments(t *testing.T) {
	for name, text := range map[string]string{
		"empty": "", "one token": "x", "headings": "ONE\n\nTWO\n\n# Three\n", "marks": "… “ ” ( — \n\n\"", "bytes": "a\x00b \xff\xfe said",
		"persian": "رهبر گفت که صلح را می خواهد.", "one sentence": strings.Repeat("the king wants grain and ", 500), "nested": strings.Repeat("“he said ", 100),
	} {
		a := Read(document.Plain(name, text), Settings{})
		points := []rune(a.Document.Text)
		for _, it := range a.Items {
			if it.Start > it.End || it.End > len(points) || string(points[it.Start:it.End]) != it.Text {
				t.Errorf("%s: %s does not stand at %d to %d", name, it.ID, it.Start, it.End)
			}
			a.Mentions(it.Start, it.End)
			a.Opening(it.Start, it.End, 5)
			a.Sentence(it.Start)
		}
		Disagreements([]*Account{a, a})
	}
}

func TestOpening(t *testing.T) {
	for _, c := range []struct {
		text string
		most int
		want string
	}{
		{"To bring back the trade that the embargo took away", 7, "bring back the trade"},
		{"The survival of the small northern towns", 5, "survival"},
		{"He wants peace.", 5, "wants peace"},
		{"Not one ship passed the strait that year.", 4, "Not one ship passed"},
		{"", 4, ""},
		{"…", 4, ""},
	} {
		a := Read(document.Plain("memo.txt", c.text), Settings{})
		if got := a.Opening(0, len([]rune(c.text)), c.most); strings.TrimSuffix(got, ".") != c.want {
			t.Errorf("%q: %q, want %q", c.text, got, c.want)
		}
	}
}
