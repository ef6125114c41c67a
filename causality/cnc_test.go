package causality

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"hash/fnv"
	"os"
	"slices"
	"strings"
	"testing"

	"reckon/grammar"
	"reckon/perceptron"
	"reckon/readtest"
)

// item is a sentence of the Causal News Corpus [tan2022] as its annotators cut it.
type item struct {
	index  string
	text   *grammar.Text
	views  []*view
	links  [][]link
	causal int
}

// held says whether an index belongs to the tenth that nothing is learned from.
func held(index string) bool { return hash(index)%10 == 0 }

func hash(s string) uint32 {
	h := fnv.New32a()
	_, _ = h.Write([]byte(s))
	return h.Sum32()
}

// corpus reads one side of the split.
func corpus(tb testing.TB, side bool) []item {
	tb.Helper()
	data, err := os.ReadFile(readtest.Shared(tb, "data", "cnc", "train_subtask1.csv"))
	if err != nil {
		tb.Fatal(err)
	}
	rows, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(data, []byte("\ufeff")))).ReadAll()
	if err != nil {
		tb.Fatal(err)
	}
	var items []item
	for _, r := range rows[1:] {
		if held(r[0]) != side {
			continue
		}
		it := item{index: r[0], text: parsed(tb, r[0], r[1]), causal: b2i(r[2] == "1")}
		for k := range it.text.Sentences {
			v := look(&it.text.Sentences[k])
			it.views, it.links = append(it.views, v), append(it.links, v.links())
		}
		items = append(items, it)
	}
	return items
}

func (it *item) features() []perceptron.Feature {
	var f []perceptron.Feature
	for k, v := range it.views {
		f = append(f, v.features(it.links[k])...)
	}
	slices.Sort(f)
	return slices.Compact(f)
}

// Settings of the training, chosen by five-fold cross-validation.
const (
	epochs = 10
	margin = 40   // a lead below it is a mistake
	small  = 24   // 64ths of an update
	enough = 0.83 // share right asked of the classifier and a weak rule together
	notice = "Weights learned from nine tenths of the training part of the Causal News Corpus V2, CC0; see WEIGHTS.md."
)

// learn trains on some items, in whole numbers and in an order that the seed fixes.
func learn(examples []perceptron.Example, small int) *perceptron.Classifier {
	l := perceptron.NewLearner([]string{"other", "causal"})
	order := make([]int, len(examples))
	for i := range order {
		order[i] = i
	}
	scores := make([]int32, 2)
	for epoch := range epochs {
		slices.SortFunc(order, func(a, b int) int {
			return int(hash(fmt.Sprint(epoch, a))>>1) - int(hash(fmt.Sprint(epoch, b))>>1)
		})
		for _, i := range order {
			e := examples[i]
			clear(scores)
			l.Scores(e.Features, scores)
			if scores[e.Label]-scores[1-e.Label] < margin {
				l.Update(e.Features, e.Label, 1-e.Label)
			}
			l.Step()
		}
	}
	return l.Classifier(small, notice)
}

func examples(items []item) []perceptron.Example {
	out := make([]perceptron.Example, len(items))
	for i := range items {
		out[i] = perceptron.Example{Features: items[i].features(), Label: items[i].causal}
	}
	return out
}

// crossed gives each item the lead of a classifier that did not see it.
func crossed(items []item) []int32 {
	all := examples(items)
	leads := make([]int32, len(items))
	for fold := range 5 {
		var rest []perceptron.Example
		for i := range items {
			if i%5 != fold {
				rest = append(rest, all[i])
			}
		}
		c := learn(rest, small)
		for i := range items {
			if i%5 == fold {
				leads[i] = lead(c, all[i].Features)
			}
		}
	}
	return leads
}

// score counts items whose lead reaches a bound.
func score(items []item, leads []int32, bound int32) readtest.Tally {
	var t readtest.Tally
	for i := range items {
		said := b2i(leads[i] >= bound)
		t.Add(readtest.Tally{Right: said * items[i].causal, Given: said, Key: items[i].causal})
	}
	return t
}

// best is the bound with the highest F1 among the leads.
func best(items []item, leads []int32) int32 {
	sorted := slices.Clone(leads)
	slices.Sort(sorted)
	bound, top := int32(0), 0.0
	for k := 0; k < len(sorted); k += 20 {
		if f := score(items, leads, sorted[k]).F1(); f > top {
			bound, top = sorted[k], f
		}
	}
	return bound
}

// families counts how often the sentences in which a family of rules finds something are causal.
func families(items []item) map[string]*readtest.Tally {
	out := map[string]*readtest.Tally{}
	for i := range items {
		seen := map[string]bool{}
		for _, links := range items[i].links {
			for _, l := range links {
				for _, name := range []string{l.family, "rule " + l.rule} {
					if out[name] == nil {
						out[name] = &readtest.Tally{}
					}
					if !seen[name] {
						out[name].Add(readtest.Tally{Right: items[i].causal, Given: 1})
						seen[name] = true
					}
				}
			}
		}
	}
	return out
}

// shrunk is a share drawn towards that of all explicit rules as if thirty cases
// more had been seen: few cases of one kind of news prove little.
func shrunk(t *readtest.Tally) float64 { return (float64(t.Right) + 30*0.79) / (float64(t.Given) + 30) }

// TestWriteWeights is make causal-weights: it learns from nine tenths and writes
// weights.bin and data/confidence.txt.
func TestWriteWeights(t *testing.T) {
	if os.Getenv("RECKON_WEIGHTS") == "" {
		t.Skip("make causal-weights runs it")
	}
	items := corpus(t, false)
	leads := crossed(items)
	causal := best(items, leads)
	var b strings.Builder
	b.WriteString("# Written by make causal-weights from nine tenths of the Causal News Corpus; see WEIGHTS.md.\n# Share of sentences that are causal among those in which a family of rules finds something.\n")
	tallies := families(items)
	var names []string
	for name := range tallies {
		if !strings.HasPrefix(name, "rule ") {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	has := func(it item, which func(link) bool) bool {
		return slices.ContainsFunc(it.links, func(ls []link) bool { return slices.ContainsFunc(ls, which) })
	}
	explicit := func(l link) bool { return !l.weak }
	tallies["explicit"] = &readtest.Tally{}
	for i := range items {
		if has(items[i], explicit) {
			tallies["explicit"].Add(readtest.Tally{Right: items[i].causal, Given: 1})
		}
	}
	names = append(names, "explicit")
	weak := func(fine bool) func(item) bool {
		return func(it item) bool {
			good := has(it, func(l link) bool { return l.weak && shrunk(tallies[l.family]) >= trusted })
			return !has(it, explicit) && good == fine && has(it, func(l link) bool { return l.weak })
		}
	}
	agrees, first := surely(items, leads, enough, weak(true))
	agrees = max(agrees, causal) // it must at least hold the sentence for causal
	sure, second := surely(items, leads, enough, weak(false))
	hand, third := surely(items, leads, enough, func(it item) bool {
		return has(it, func(l link) bool { return l.family == byHand }) && !has(it, func(l link) bool { return !l.weak && l.family != byHand })
	})
	fmt.Fprintf(&b, "%d lead: causal\n%d lead: agrees\n%d lead: sure\n%d lead: by hand\n", causal, agrees, sure, hand)
	for _, name := range names {
		fmt.Fprintf(&b, "%.2f %s\n", shrunk(tallies[name]), name)
		fmt.Printf("%.2f %4d of %4d  %s\n", shrunk(tallies[name]), tallies[name].Right, tallies[name].Given, name)
	}
	c := learn(examples(items), small)
	fmt.Printf("cross-validated F1 %.4f at %d; agrees from %d: %.2f, sure from %d: %.2f, by hand from %d: %.2f; %d bytes\n",
		score(items, leads, causal).F1(), causal, agrees, first, sure, second, hand, third, len(c.Bytes()))
	standing = readMeasured(b.String())
	var emitted readtest.Tally
	for i := range items {
		said := b2i(slices.ContainsFunc(items[i].links, func(ls []link) bool { return len(elected(ls, leads[i])) > 0 }))
		emitted.Add(readtest.Tally{Right: said * items[i].causal, Given: said, Key: items[i].causal})
	}
	fmt.Printf("cross-validated precision of what is emitted %.3f, recall %.3f\n", emitted.Precision(), emitted.Recall())
	if verbose {
		printRules(tallies)
		return
	}
	if err := os.WriteFile("weights.bin", c.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile("data/confidence.txt", []byte(b.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}

func printRules(tallies map[string]*readtest.Tally) {
	var names []string
	for name := range tallies {
		if strings.HasPrefix(name, "rule ") && tallies[name].Given > 3 {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	for _, name := range names {
		fmt.Printf("%.2f %4d  %s\n", float64(tallies[name].Right)/float64(tallies[name].Given), tallies[name].Given, name)
	}
}

// surely is the lowest lead from which sentences of a kind are causal often enough.
func surely(items []item, leads []int32, enough float64, among func(item) bool) (int32, float64) {
	order := make([]int, 0, len(items))
	for i := range items {
		if among(items[i]) {
			order = append(order, i)
		}
	}
	slices.SortFunc(order, func(a, b int) int { return int(leads[b]) - int(leads[a]) })
	var t readtest.Tally
	bound, share := int32(1<<30), 1.0
	for _, i := range order {
		t.Add(readtest.Tally{Right: items[i].causal, Given: 1})
		if t.Given >= 30 && t.Precision() >= enough {
			bound, share = leads[i], t.Precision()
		}
	}
	return bound, share
}
