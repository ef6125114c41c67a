package causality

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"

	"reckon/readtest"
)

// peers is what others reach on the development part of the corpus.
const peers = "BERT .863 on V2 dev; n-gram LR .72–.73; cue list .53 (P .81 R .40)"

// TestBarCausalNews measures, on the tenth that nothing was learned from, whether
// a sentence is told to be causal, and whether those are in which causes are emitted.
func TestBarCausalNews(t *testing.T) {
	if testing.Short() {
		t.Skip("needs the corpora")
	}
	items := corpus(t, true)
	leads := make([]int32, len(items))
	var emitted readtest.Tally
	count, claims := 0, 0
	for i := range items {
		leads[i] = lead(voter(), items[i].features())
		found := 0
		for _, c := range Causes(items[i].text) {
			found += b2i(!c.Negated) // "did not cause" claims no cause
		}
		said := b2i(found > 0)
		claims += found
		count += items[i].causal
		emitted.Add(readtest.Tally{Right: said * items[i].causal, Given: said, Key: items[i].causal})
	}
	all := score(items, leads, standing.causal)
	if all.Key != count {
		t.Fatal("sentences got lost")
	}
	readtest.Check(t, readtest.Row{
		Task: "CNC: causal sentence, own 90/10 split of train, F1", Figure: all.F1(), Bar: 0.75, Peers: peers,
		Details: fmt.Sprintf("P %.3f R %.3f, %d sentences, %d causal", all.Precision(), all.Recall(), len(items), count),
	})
	readtest.Check(t, readtest.Row{
		Task: "CNC: precision of emitted causes", Figure: emitted.Precision(), Bar: 0.80, Peers: "cue list P .81 R .40",
		Details: fmt.Sprintf("%d causes in %d sentences, %d of them causal, of %d causal ones", claims, emitted.Given, emitted.Right, count),
	})
}

var (
	tags  = regexp.MustCompile(`</?(ARG[01]|SIG\d)>`)
	pairs = regexp.MustCompile(`'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"`)
)

// relation is one of the corpus: cause and effect in bytes of the plain text.
type relation struct{ cause, effect [2]int }

// relations reads a list of annotated sentences as Python prints it.
func relations(list string) []relation {
	var out []relation
	for _, quoted := range pairs.FindAllString(list, -1) {
		s := strings.NewReplacer(`\'`, "'", `\"`, `"`, `\\`, `\`).Replace(quoted[1 : len(quoted)-1])
		var r relation
		at, last := 0, 0
		for _, m := range tags.FindAllStringIndex(s, -1) {
			at += m[0] - last
			last = m[1]
			switch s[m[0]:m[1]] {
			case "<ARG0>":
				r.cause[0] = at
			case "</ARG0>":
				r.cause[1] = at
			case "<ARG1>":
				r.effect[0] = at
			case "</ARG1>":
				r.effect[1] = at
			}
		}
		if r.cause[1] > 0 && r.effect[1] > 0 {
			out = append(out, r)
		}
	}
	return out
}

// TestCausalNewsSpans prints how well causes and effects agree with the spans of
// the corpus, exactly and by overlap. The corpus calls an aim a cause; a cognitive
// map calls it what the deed is to bring about, so both ways round count there.
func TestCausalNewsSpans(t *testing.T) {
	if testing.Short() {
		t.Skip("needs the corpora")
	}
	data, err := os.ReadFile(readtest.Shared(t, "data", "cnc", "train_subtask2_grouped.csv"))
	if err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(data, []byte("\ufeff")))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var exact, loose readtest.Tally
	for _, r := range rows[1:] {
		index := strings.TrimPrefix(r[4], "cnc_")
		if !held(index[:strings.LastIndexByte(index, '_')]) {
			continue
		}
		key := relations(r[6])
		exact.Key += 2 * len(key)
		loose.Key += 2 * len(key)
		for _, c := range Causes(parsed(t, r[4], r[5])) {
			cause, effect := c.Causes[0], c.Effect
			cause[1] = c.Causes[len(c.Causes)-1][1]
			if strings.HasPrefix(c.Rule, "aim") || strings.HasPrefix(c.Rule, "participle") {
				cause, effect = effect, cause
			}
			exact.Given += 2
			loose.Given += 2
			a, b := agree(key, cause, effect)
			exact.Right += a
			loose.Right += b
		}
	}
	fmt.Printf("CNC: cause and effect spans, F1 exact %.3f, overlapping %.3f (P %.3f R %.3f); published: .728, 1Cademy .627, of models trained on spans\n",
		exact.F1(), loose.F1(), loose.Precision(), loose.Recall())
	if loose.Right == 0 || loose.Right < exact.Right {
		t.Error("no span agrees with the corpus")
	}
}

// agree counts the arguments, of two, that a relation of the key shares: the same
// but for marks at the ends, and at all.
func agree(key []relation, cause, effect [2]int) (exact, loose int) {
	for _, k := range key {
		e, l := 0, 0
		for _, p := range [][2][2]int{{k.cause, cause}, {k.effect, effect}} {
			e += b2i(abs(p[0][0]-p[1][0]) <= 3 && abs(p[0][1]-p[1][1]) <= 3)
			l += b2i(p[0][0] < p[1][1] && p[1][0] < p[0][1])
		}
		exact, loose = max(exact, e), max(loose, l)
	}
	return exact, loose
}

func abs(n int) int { return max(n, -n) }
