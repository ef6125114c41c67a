package library

import (
	"context"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"reckon/document"
)

// TestMarks computes how many pairs the marks lose, from what is asked of them.
func TestMarks(t *testing.T) {
	lost := func(resemblance float64) float64 {
		sum, ways := 0.0, 1.0
		for k := range fewMarks {
			sum += ways * math.Pow(resemblance, float64(k)) * math.Pow(1-resemblance, float64(bins-k))
			ways = ways * float64(bins-k) / float64(k+1)
		}
		return sum
	}
	least := shared * halfOf / (1 + halfOf - shared*halfOf) // of a pair that is only just of one origin
	if p := lost(least); p > 1.0/490 {
		t.Errorf("one in %.0f of the least alike pairs is lost", 1/p)
	}
	if p := lost(0.5); p > 1.0/50_000 {
		t.Errorf("one in %.0f of pairs that share half is lost", 1/p)
	}
}

func TestLikeness(t *testing.T) {
	runs := func(from, to int) []uint64 {
		all := make([]uint64, 0, to-from)
		for k := from; k < to; k++ {
			all = append(all, uint64(k))
		}
		return all
	}
	for _, c := range []struct {
		a, b []uint64
		want float64
	}{
		{runs(0, 100), runs(0, 100), 1},
		{runs(0, 100), runs(0, 200), 1}, // half cut away
		{runs(0, 100), runs(0, 201), 0}, // more than half: a digest
		{runs(0, 100), runs(20, 120), 0.8},
		{runs(0, 100), runs(21, 121), 0},
		{nil, nil, 0},
		{nil, runs(0, 5), 0},
	} {
		if got, turned := likeness(c.a, c.b), likeness(c.b, c.a); got != c.want || turned != c.want {
			t.Errorf("%d and %d runs: %v, the other way round %v, want %v", len(c.a), len(c.b), got, turned, c.want)
		}
	}
}

// TestGroupsOracle compares the groups of a library with those by comparing all
// pairs of texts, run by run.
func TestGroupsOracle(t *testing.T) {
	folder := t.TempDir()
	rounds := 0
	rapid.Check(t, func(rt *rapid.T) {
		if rounds++; rounds > 30 && !testing.Short() || rounds > 5 && testing.Short() {
			return // each makes a library
		}
		texts := variants(rt)
		l, err := Open(t.Context(), filepath.Join(folder, fmt.Sprint(rounds)+".db"))
		if err != nil {
			rt.Fatal(err)
		}
		defer func() { _ = l.Close() }()
		got := imported(t.Context(), rt, l, filepath.Join(folder, fmt.Sprint(rounds)), texts)
		want := map[string]int{}
		heads := forest{}
		for k := range texts {
			heads[int64(k)] = int64(k)
		}
		for a := range texts {
			for b := range a {
				wa, wb := wordsOf(texts[a]), wordsOf(texts[b])
				same := len(wa) >= fewForSame && slices.Equal(wa, wb)
				if same || min(len(wa), len(wb)) >= fewForNear && likeness(shingles(wa), shingles(wb)) > 0 {
					heads[heads.head(int64(a))] = heads.head(int64(b))
				}
			}
		}
		for k, text := range texts {
			want[document.Plain("", text).SHA256] = int(heads.head(int64(k)))
		}
		for a, ga := range got {
			for b, gb := range got {
				if (ga == gb) != (want[a] == want[b]) {
					rt.Fatalf("%s and %s: together %v, by all pairs %v", a, b, ga == gb, want[a] == want[b])
				}
			}
		}
	})
}

// variants draws a few texts, and others that are cut, changed or joined from them.
func variants(rt *rapid.T) []string {
	var texts [][]string
	for k := range rapid.IntRange(1, 4).Draw(rt, "texts") {
		words := make([]string, rapid.SampledFrom([]int{5, 14, 45, 120, 300}).Draw(rt, "words"))
		for n := range words {
			words[n] = fmt.Sprintf("w%d", (n*7919+k*104729)%997)
		}
		texts = append(texts, words)
	}
	for range rapid.IntRange(1, 8).Draw(rt, "variants") {
		words := slices.Clone(rapid.SampledFrom(texts).Draw(rt, "of"))
		switch rapid.IntRange(0, 2).Draw(rt, "how") {
		case 0:
			words = words[:rapid.IntRange(1, len(words)).Draw(rt, "cut")]
		case 1:
			for k := range rapid.IntRange(0, len(words)/8).Draw(rt, "changed") {
				words[(k*31)%len(words)] = "x" + words[(k*31)%len(words)]
			}
		case 2:
			words = append(words, rapid.SampledFrom(texts).Draw(rt, "and")...)
		}
		texts = append(texts, words)
	}
	var all []string
	for _, words := range texts {
		if text := strings.Join(words, " "); !slices.Contains(all, text) {
			all = append(all, text)
		}
	}
	return all
}

// imported imports texts and gives the number of the group of each hash.
func imported(ctx context.Context, rt *rapid.T, l *Library, folder string, texts []string) map[string]int {
	if err := os.Mkdir(folder, 0o777); err != nil {
		rt.Fatal(err)
	}
	for k, text := range texts {
		if err := os.WriteFile(filepath.Join(folder, fmt.Sprintf("%d.txt", k)), []byte(text), 0o666); err != nil {
			rt.Fatal(err)
		}
	}
	if err := l.Import(ctx, []string{folder}, func(Item) {}); err != nil {
		rt.Fatal(err)
	}
	origins, err := l.Origins(ctx)
	if err != nil {
		rt.Fatal(err)
	}
	groups := map[string]int{}
	for k, o := range origins {
		for _, sha := range o.Documents {
			groups[sha] = k
		}
	}
	return groups
}

// FuzzQuery demands that no query breaks the search, and that what a hit shows is of
// the text.
func FuzzQuery(f *testing.F) {
	f.Add(`bread OR "price of" -silver`, "The price of bread.")
	f.Add("«ي\u200c» −x", "می\u200cروم ي")
	f.Add("ﬁ İ", "ﬁne İstanbul e\u0301")
	f.Fuzz(func(t *testing.T, asked, text string) {
		q, err := parseQuery(asked)
		if err != nil {
			return
		}
		_, _ = matchQuery(q), vectorQuery(q)
		text = strings.ToValidUTF8(text, "?")
		hit, ok := show(q, text)
		if !ok {
			return
		}
		points := []rune(text)
		if string(points[hit.Start:hit.End]) != hit.Text || len(hit.Marks) == 0 {
			t.Fatalf("%+v", hit)
		}
		for _, m := range hit.Marks {
			if m[0] < hit.Start || m[0] > m[1] || m[1] > hit.End {
				t.Fatalf("mark %v of %+v", m, hit)
			}
		}
	})
}
