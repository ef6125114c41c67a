package dates_test

import (
	"fmt"
	"reflect"
	"testing"

	"pgregory.net/rapid"

	"reckon"
	"reckon/dates"
	"reckon/document"
	"reckon/grammar"
)

// find reads a text published on a day, "" for an unknown one.
func find(tb testing.TB, text, published string) (*grammar.Text, []dates.Expression) {
	tb.Helper()
	var day reckon.Date
	if published != "" {
		if err := day.UnmarshalText([]byte(published)); err != nil {
			tb.Fatal(err)
		}
	}
	g := grammar.Parse(document.Plain("test", text))
	return g, dates.Find(g, day)
}

func write(g *grammar.Text, list []dates.Expression) string {
	out := ""
	for _, e := range list {
		days := e.First.String()
		switch {
		case e.First == 0:
			days = "?"
		case e.Last == 0:
			days += ".."
		case e.Last != e.First:
			days += ".." + e.Last.String()
		}
		out += fmt.Sprintf("[%s = %s]", g.Sentences[e.Sentence].Words(e.From, e.To), days)
	}
	return out
}

func TestFind(t *testing.T) {
	const none = ""
	for _, row := range []struct{ text, published, want string }{
		// What is foretold in somebody's words says nothing of when he spoke.
		{"The talks failed in 2022. “We will give them all,” he said in March.", "2024-05-20", "[2022 = 2022-01-01..2022-12-31][March = 2022-03-01..2022-03-31]"},
		{"The talks failed in 2022. “They failed,” and he will speak in September.", "2024-05-20", "[2022 = 2022-01-01..2022-12-31][September = 2024-09-01..2024-09-30]"},
		// Absolute.
		{"They met on January 17, 2026 in Oslo.", none, "[January 17, 2026 = 2026-01-17]"},
		{"They met on 17 January 2026.", none, "[17 January 2026 = 2026-01-17]"},
		{"They met on the 3rd of March 2011.", none, "[3rd of March 2011 = 2011-03-03]"},
		{"Signed 2026-01-17 in Oslo.", none, "[2026-01-17 = 2026-01-17]"},
		{"The vote in November 2023 failed.", none, "[November 2023 = 2023-11-01..2023-11-30]"},
		{"In 2018 the deal fell.", none, "[2018 = 2018-01-01..2018-12-31]"},
		{"In the 1980s the war went on.", none, "[the 1980s = 1980-01-01..1989-12-31]"},
		{"Iran's 1979 revolution changed much.", none, "[1979 = 1979-01-01..1979-12-31]"},
		{"It began in the twentieth century.", none, "[the twentieth century = 1901-01-01..2000-12-31]"},
		{"In early 2020 prices fell.", none, "[early 2020 = 2020-01-01..2020-05-01]"},
		{"In the summer of 2019 tankers were seized.", none, "[the summer of 2019 = 2019-06-01..2019-08-31]"},
		// Spans.
		{"Since 2017 there were strikes.", "2020-06-01", "[Since 2017 = 2017-01-01..2020-06-01]"},
		{"Since 2017 there were strikes.", none, "[Since 2017 = 2017-01-01..]"},
		{"It fell between 2017 and 2019.", none, "[between 2017 and 2019 = 2017-01-01..2019-12-31]"},
		{"Closed from March to May 2020.", none, "[from March to May 2020 = 2020-03-01..2020-05-31]"},
		{"Talks lasted from November 2014 to January 2015.", none, "[from November 2014 to January 2015 = 2014-11-01..2015-01-31]"},
		{"The war of 1980-88 cost much.", none, "[1980-88 = 1980-01-01..1988-12-31]"},
		// Anchored.
		{"In January 2026 crowds came. On January 17 he spoke.", none, "[January 2026 = 2026-01-01..2026-01-31][January 17 = 2026-01-17]"},
		{"On December 28, 2025 it began. By January 3 it was over.", none, "[December 28, 2025 = 2025-12-28][January 3 = 2026-01-03]"},
		{"He spoke on Jan. 17.", "2026-01-20", "[Jan. 17 = 2026-01-17]"},
		{"He spoke on December 30.", "2026-01-20", "[December 30 = 2025-12-30]"},
		{"He spoke on December 30.", none, "[December 30 = ?]"},
		{"In 2018 he left the deal. On May 8 he signed.", none, "[2018 = 2018-01-01..2018-12-31][May 8 = 2018-05-08]"},
		{"In 2018 he left the deal. The envoys will meet on May 8.", "2021-04-20", "[2018 = 2018-01-01..2018-12-31][May 8 = 2021-05-08]"},
		{"In 2018 he left the deal. The envoys will meet on May 8.", "2021-06-20", "[2018 = 2018-01-01..2018-12-31][May 8 = 2022-05-08]"},
		{"In 2018 he left the deal. The envoys will meet on May 8.", none, "[2018 = 2018-01-01..2018-12-31][May 8 = ?]"},
		{"In 2018 he left the deal. The envoys met on May 8.", "2021-04-20", "[2018 = 2018-01-01..2018-12-31][May 8 = 2018-05-08]"},
		{"In 2018 he left the deal. The envoys will meet on Friday.", "2021-04-20", "[2018 = 2018-01-01..2018-12-31][Friday = 2021-04-23]"},
		// Relative.
		{"He spoke yesterday.", "2026-03-01", "[yesterday = 2026-02-28]"},
		{"He spoke last week.", "2026-01-14", "[last week = 2026-01-05..2026-01-11]"},
		{"It changed two years ago.", "2026-01-14", "[two years ago = 2024-01-01..2024-12-31]"},
		{"It happens this month.", "2026-01-14", "[this month = 2026-01-01..2026-01-31]"},
		{"On Monday he spoke.", "2026-01-14", "[Monday = 2026-01-12]"},
		{"They will meet on Monday.", "2026-01-14", "[Monday = 2026-01-19]"},
		{"The strike was on March 3, 2011. Four days later the army moved.", none, "[March 3, 2011 = 2011-03-03][Four days later = 2011-03-07]"},
		{"The strike was on March 3, 2011. On the same day the army moved.", none, "[March 3, 2011 = 2011-03-03][the same day = 2011-03-03]"},
		{"He ruled in the past five or six years.", "2026-01-14", "[in the past five or six years = 2020-01-14..2026-01-14]"},
		{"Talks over the next four years may fail.", "2020-10-23", "[over the next four years = 2020-10-23..2024-10-23]"},
		{"Years ago it was calm.", "2026-01-14", "[Years ago = ?]"},
		{"He was jailed last October.", "2026-01-14", "[last October = 2025-10-01..2025-10-31]"},
		// The Iranian calendar only where the text says so.
		{"The Iranian year 1404 began calmly.", none, "[The Iranian year 1404 = 2025-03-21..2026-03-20]"},
		{"On 22 Bahman 1357 the old order fell.", none, "[22 Bahman 1357 = 1979-02-11]"},
		{"The museum has 1404 paintings.", none, ""},
		// No dates.
		{"Some 2,000 people came.", none, ""},
		{"1979 people signed.", none, ""},
		{"Nearly 2000 troops left.", none, ""},
		{"He paid $1999 for it.", none, ""},
		{"They may march if it rains.", none, ""},
		{"Theresa May spoke.", none, ""},
	} {
		g, got := find(t, row.text, row.published)
		if s := write(g, got); s != row.want {
			t.Errorf("%s (%s):\n got  %s\n want %s", row.text, row.published, s, row.want)
		}
	}
}

func TestHistorical(t *testing.T) {
	g, got := find(t, "In the 1960s and in 1979 all was different. Decades ago it was calm. In 2024 it changed.", "2026-01-01")
	want := map[string]bool{"the 1960s": true, "1979": true, "Decades ago": true, "2024": false}
	for _, e := range got {
		words := g.Sentences[e.Sentence].Words(e.From, e.To)
		if h, ok := want[words]; !ok || h != e.Historical {
			t.Errorf("%q historical is %v", words, e.Historical)
		}
		delete(want, words)
	}
	if len(want) > 0 {
		t.Errorf("not found: %v", want)
	}
}

func TestBasisIsSaid(t *testing.T) {
	_, got := find(t, "In January 2026 crowds came. On January 17 he spoke. Yesterday he left.", "2026-02-01")
	for i, want := range []string{"", "the year of the date before", "the day of publication"} {
		if got[i].Basis != want || got[i].Relative != (want != "") {
			t.Errorf("date %d leans on %q (%v), want %q", i, got[i].Basis, got[i].Relative, want)
		}
	}
}

// parts are what random texts are made of.
var parts = []string{"January", "17", ",", "2026", "2018", "in", "since", "between", "and", "from", "to", "the", "1980s", "last", "next", "week", "years", "ago", "two", "later", "Monday", "same", "day", "May", "-", "31", "February", "29", "Bahman", "1357", "year", "Iranian", "late", "summer", "of", ".", "over", "past", "five", "or", "six", "decades", "century", "20th", "9999", "0001"}

func TestDatesAreSound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := ""
		for _, w := range rapid.SliceOfN(rapid.SampledFrom(parts), 1, 50).Draw(t, "words") {
			text += w + " "
		}
		published := reckon.Date(rapid.IntRange(0, 800000).Draw(t, "published"))
		sound(t, text, published)
	})
}

func sound(t interface{ Fatalf(string, ...any) }, text string, published reckon.Date) {
	g := grammar.Parse(document.Plain("random", text))
	got := dates.Find(g, published)
	for i, e := range got {
		if e.Sentence < 0 || e.Sentence >= len(g.Sentences) || e.From < 0 || e.From >= e.To || e.To > len(g.Sentences[e.Sentence].Tokens) {
			t.Fatalf("%q: %+v is outside", text, e)
		}
		if e.First < 0 || e.Last != 0 && e.Last < e.First || e.First == 0 && e.Last != 0 {
			t.Fatalf("%q: %+v is no span", text, e)
		}
		if i > 0 && got[i-1].Sentence == e.Sentence && got[i-1].To > e.From {
			t.Fatalf("%q: %+v overlaps", text, e)
		}
	}
	if !reflect.DeepEqual(got, dates.Find(g, published)) {
		t.Fatalf("%q: two readings differ", text)
	}
}

func FuzzFind(f *testing.F) {
	f.Add("On January 17, 2026 and since 1404 in the Iranian calendar, '80s 2019–20 from 5–7 May.", 700000)
	f.Add("0001-01-01 9999-12-31 thousand years ago last century next decade", 3)
	f.Fuzz(func(t *testing.T, text string, published int) {
		if len(text) < 2000 {
			sound(t, text, reckon.Date(max(0, published%3600000)))
		}
	})
}

func BenchmarkFind(b *testing.B) {
	text := ""
	for range 20 {
		text += "In January 2026 crowds came to the square and the army fired. On January 17 the leader spoke of the war of 1980-88, and two days later the talks that had begun in the summer of 2019 ended. Yesterday officials said that nothing would change over the next four years, and many people who had come left the city for good.\n\n"
	}
	g, _ := find(b, text, "2026-02-01")
	n := 0
	for i := range g.Sentences {
		n += len(g.Sentences[i].Tokens)
	}
	for b.Loop() {
		dates.Find(g, 739648)
	}
	b.ReportMetric(float64(n)*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}
