package attribution

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"reckon/readtest"
)

// score is what came out on one document, each part a count of right, given and key.
type score map[string]readtest.Tally

func (s score) add(name string, given, key []triple, fits func(a, b triple) bool) {
	hit, found := match(given, key, fits)
	t := readtest.Tally{Given: len(given), Key: len(key)}
	for _, ok := range hit {
		if ok {
			t.Right++
		}
	}
	sum := s[name]
	sum.Add(t)
	s[name] = sum
	if name != "triple relaxed" {
		return
	}
	for i, k := range key { // recall by the kind of content
		sum := s["recall "+k.kind]
		sum.Key++
		if found[i] {
			sum.Right++
		}
		s["recall "+k.kind] = sum
	}
}

// measure scores a reader on the documents one by one. Nested claims are left
// out, since the corpus has none.
func measure(docs []readtest.PolDocument, r Reader, rules map[string]readtest.Tally) []score {
	list := make([]score, 0, len(docs))
	for _, d := range docs {
		g, c, q := read(d.Text)
		claims := outermost(r.Find(g, c, q))
		given, key := triplesOf(g, claims), keyTriples(g, d)
		s := score{}
		s.add("triple relaxed", given, key, relaxed)
		s.add("triple exact", given, key, exact)
		s.add("source", with(given, source), with(key, source), func(a, b triple) bool { return slices.Equal(a.source, b.source) })
		s.add("cue", with(given, cueOf), with(key, cueOf), func(a, b triple) bool { return slices.Equal(a.cue, b.cue) })
		s.add("content", with(given, content), with(key, content), func(a, b triple) bool { return slices.Equal(a.content, b.content) })
		list = append(list, s)
		hit, _ := match(given, key, relaxed)
		for i := range claims {
			t := rules[claims[i].Rule]
			t.Given++
			if hit[i] {
				t.Right++
			}
			rules[claims[i].Rule] = t
		}
	}
	return list
}

func source(t triple) []int  { return t.source }
func cueOf(t triple) []int   { return t.cue }
func content(t triple) []int { return t.content }

// with keeps the triples that have a part.
func with(list []triple, part func(triple) []int) []triple {
	var kept []triple
	for _, t := range list {
		if len(part(t)) > 0 {
			kept = append(kept, t)
		}
	}
	return kept
}

func total(list []score) score {
	sum := score{}
	for _, s := range list {
		for name, t := range s {
			all := sum[name]
			all.Add(t)
			sum[name] = all
		}
	}
	return sum
}

// interval is the middle 95 of 100 F1 scores of documents drawn with replacement.
func interval(list []score, name string) string {
	draw := rand.New(rand.NewPCG(1, 2))
	var all []float64
	for range 1000 {
		var t readtest.Tally
		for range list {
			t.Add(list[draw.IntN(len(list))][name])
		}
		all = append(all, t.F1())
	}
	slices.Sort(all)
	return fmt.Sprintf("%.3f to %.3f", all[25], all[974])
}

const (
	human = ".746 relaxed, .564 exact"
	peers = "research rules .474/.242, research tagger .535/.370"
)

func report(t *testing.T, who string, list []score, bars [2]float64) {
	t.Helper()
	sum := total(list)
	for i, name := range []string{"triple relaxed", "triple exact"} {
		tally := sum[name]
		readtest.Check(t, readtest.Row{
			Task: "PolNeAR dev, " + who + ", " + name, Figure: tally.F1(), Bar: bars[i], Human: human, Peers: peers,
			Details: fmt.Sprintf("P %.3f R %.3f, 95 %% interval %s", tally.Precision(), tally.Recall(), interval(list, name)),
		})
	}
	for _, name := range []string{"source", "cue", "content"} {
		t.Logf("%s exact: P %.3f R %.3f F %.3f", name, sum[name].Precision(), sum[name].Recall(), sum[name].F1())
	}
	for _, kind := range []string{"direct", "mixed", "indirect"} {
		t.Logf("%s: relaxed recall %.3f of %d", kind, sum["recall "+kind].Recall(), sum["recall "+kind].Key)
	}
}

// TestBarPolNeARRules measures the rules on the development split, which nothing
// was tuned on. A triple is right in the relaxed sense when contents share half
// of their tokens and cues and sources overlap (both missing counts), and exact
// when all three have the same tokens, marks and gaps included.
func TestBarPolNeARRules(t *testing.T) {
	if testing.Short() {
		t.Skip("reads the corpora")
	}
	rules := map[string]readtest.Tally{}
	list := measure(readtest.PolNeAR(t, "dev"), Reader{}, rules)
	report(t, "rules only", list, [2]float64{.55, .40})
	var names []string
	for name := range rules {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		t.Logf("%-24s %.2f of %d", name, rules[name].Precision(), rules[name].Given)
	}
}

// TestBarPolNeARTrained learns on the train split and measures on the other. The
// weights are thrown away: the corpus has no licence.
func TestBarPolNeARTrained(t *testing.T) {
	if testing.Short() {
		t.Skip("takes a minute")
	}
	texts, err := ReadCorpus(os.DirFS(readtest.Shared(t, "data", "polnear", "train")))
	if err != nil {
		t.Fatal(err)
	}
	rules := map[string]readtest.Tally{}
	list := measure(readtest.PolNeAR(t, "dev"), Reader{Tagger: Train(texts, "PolNeAR 1.0, no licence stated: not to be passed on")}, rules)
	report(t, "tagger trained on train", list, [2]float64{.58, .42})
	for name, tally := range rules {
		t.Logf("%-24s %.2f of %d", name, tally.Precision(), tally.Given)
	}
}

// direct, mixed or indirect: all content in quotation marks, some, or none.
func kindOf(text string, spans [][2]int) string {
	inside, all, open := 0, 0, false
	for _, s := range spans {
		for _, r := range strings.ReplaceAll(text[s[0]:s[1]], "''", "\"") {
			switch {
			case r == '“', r == '"' && !open:
				open = true
			case r == '”', r == '"':
				open = false
			case r > ' ':
				all++
				if open {
					inside++
				}
			}
		}
	}
	switch {
	case inside == 0:
		return "indirect"
	case inside*10 >= all*9:
		return "direct"
	}
	return "mixed"
}

// lesson is a small corpus of our own, enough to learn that said is a cue.
func lesson() []Example {
	var list []Example
	for i, who := range []string{"The mayor", "A farmer", "The bishop", "The admiral", "Two nurses", "The clerk"} {
		text := who + " said the bridge was closed.\n\n“The road is long,” said the driver. Rain fell.\n\nThe boat was late."
		e := Example{Name: fmt.Sprint(i), Text: text}
		span := func(words string) []Span {
			at := strings.Index(text, words)
			return []Span{{at, at + len(words)}}
		}
		e.Key = []Triple{
			{span(who), span("said"), span("the bridge was closed")},
			{span("the driver"), []Span{{strings.LastIndex(text, "said"), strings.LastIndex(text, "said") + 4}}, span("“The road is long,”")},
		}
		list = append(list, e)
	}
	return list
}

func TestTaggerLearnsAndKeeps(t *testing.T) {
	tagger := Train(lesson(), "our own")
	var file, again bytes.Buffer
	if err := tagger.Write(&file); err != nil {
		t.Fatal(err)
	}
	if err := Train(lesson(), "our own").Write(&again); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(file.Bytes(), again.Bytes()) {
		t.Error("the same texts gave other weights")
	}
	back, err := ReadTagger(file.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	text := "The colonel said the gate was closed."
	g, c, q := read(text)
	got := Reader{Tagger: back}.Find(g, c, q)
	if len(got) != 1 || got[0].Rule != "tagger" || wordsOf(text, got[0].Source) != "The colonel" || wordsOf(text, got[0].Content) != "the gate was closed" {
		t.Errorf("got %+v", got)
	}
	if _, err := ReadTagger(file.Bytes()[:file.Len()-9]); err == nil {
		t.Error("a cut file was read")
	}
	if _, err := ReadTagger([]byte("hello")); err == nil {
		t.Error("any file was read")
	}
}

func BenchmarkTagger(b *testing.B) {
	tagger := Train(lesson(), "our own")
	var s strings.Builder
	for _, r := range sentences {
		s.WriteString(r.text + "\n\n")
	}
	g, c, q := read(strings.Repeat(s.String(), 10))
	n := 0
	for _, x := range g.Sentences {
		n += len(x.Tokens)
	}
	for b.Loop() {
		Reader{Tagger: tagger}.Find(g, c, q)
	}
	b.ReportMetric(float64(n*b.N)/b.Elapsed().Seconds(), "tokens/s")
}
