package causality

import (
	_ "embed" // Weights and shares are files that make causal-weights writes.
	"strconv"
	"strings"
	"sync"

	"reckon/grammar"
	"reckon/perceptron"
)

//go:embed weights.bin
var weightFile []byte

//go:embed data/confidence.txt
var confidenceFile string

// An explicit rule that is right less often than doubtful needs the classifier. A
// weak rule always does; one right as often as trusted is content with its vote,
// others ask that it is sure.
const (
	doubtful = 0.70
	trusted  = 0.80
)

// measured is what make causal-weights found on its part of the corpus.
type measured struct {
	shares map[string]float64 // of families of rules
	agrees int32              // lead from which it agrees with a weak rule that can be trusted
	sure   int32              // lead of the classifier from which it is sure
	causal int32              // lead from which a sentence is taken for a causal one
	hand   int32              // lead from which it agrees with what somebody does by hand
}

var standing = readMeasured(confidenceFile)

// voter is read when it is first asked for: most commands of reckon read no text.
var voter = sync.OnceValue(func() *perceptron.Classifier {
	c, err := perceptron.ReadClassifier(weightFile)
	if err != nil {
		panic("causality: the embedded weights cannot be read: " + err.Error())
	}
	return c
})

func readMeasured(file string) measured {
	m := measured{shares: map[string]float64{}}
	for line := range grammar.Entries(file) {
		value, name, _ := strings.Cut(line, " ")
		x, err := strconv.ParseFloat(value, 64)
		if err != nil {
			panic("causality: confidence.txt: " + err.Error())
		}
		switch name = strings.TrimSpace(name); name {
		case "lead: causal":
			m.causal = int32(x)
		case "lead: agrees":
			m.agrees = int32(x)
		case "lead: by hand":
			m.hand = int32(x)
		case "lead: sure":
			m.sure = int32(x)
		default:
			m.shares[name] = x
		}
	}
	return m
}

// confidence is the share of a family of rules that was right on news; for a
// family that the corpus does not show, the share of all that is explicit.
func confidence(l link) float64 {
	if share, ok := standing.shares[l.family]; ok {
		return share
	}
	return standing.shares["explicit"]
}

// lead says how far the classifier holds sentences for causal rather than not.
func lead(c *perceptron.Classifier, features []perceptron.Feature) int32 {
	scores := make([]int32, 2)
	c.Scores(features, scores)
	return scores[1] - scores[0]
}

// Templates of features.
const (
	aWord uint64 = iota + 1
	aPair
	aTriple
	aGap
	aLemma
	aLemmas
	aFamily
	aRule
	aCue
	aGovernor
	aArc
	aLength
	aCount
	aForm
)

// features tells the classifier what a sentence holds: its words alone and in
// rows, its lemmas and arcs, what stands at small words that may tie a cause,
// and what the rules found.
func (v *view) features(found []link) []perceptron.Feature {
	f := make([]perceptron.Feature, 0, 12*len(v.low)+8)
	add := func(x perceptron.Feature) { f = append(f, x) }
	var w [3]perceptron.Feature // the last three words
	for i, word := range v.low {
		if v.digit(i) {
			word = "0"
		}
		w[0], w[1], w[2] = w[1], w[2], perceptron.Hash(aWord, word)
		add(w[2])
		add(perceptron.Mix(perceptron.Mix(perceptron.Feature(aPair), w[1]), w[2]))
		if i >= 2 {
			add(perceptron.Mix(perceptron.Mix(perceptron.Mix(perceptron.Feature(aTriple), w[0]), w[1]), w[2]))
			add(perceptron.Mix(perceptron.Mix(perceptron.Feature(aGap), w[0]), w[2]))
		}
		if v.tagged() {
			f = v.tree(f, i)
		}
	}
	for _, l := range found {
		add(perceptron.Hash(aFamily, l.family))
		add(perceptron.Hash(aRule, l.rule))
	}
	add(perceptron.Mix(perceptron.Feature(aLength), perceptron.Feature(min(12, len(v.low)/5))))
	add(perceptron.Mix(perceptron.Feature(aCount), perceptron.Feature(min(4, len(found)))))
	return f
}

// tree adds what the parse tells of one token.
func (v *view) tree(f []perceptron.Feature, i int) []perceptron.Feature {
	lemma := perceptron.Hash(aLemma, v.lemma(i))
	f = append(f, lemma)
	h := v.head(i)
	if h < 0 {
		return append(f, perceptron.Hash(aGovernor, v.lemma(i)))
	}
	relation := perceptron.Hash(aArc, v.relation(i))
	switch v.relation(i) {
	case "advcl", "acl", "ccomp", "xcomp", "conj", "parataxis":
		f = append(f, perceptron.Mix(perceptron.Mix(relation, lemma), perceptron.Hash(aForm, v.form(i))),
			perceptron.Mix(perceptron.Mix(relation, perceptron.Hash(aForm, v.form(i))), perceptron.Hash(aLemma, v.lemma(h))),
			perceptron.Mix(relation, perceptron.Hash(aForm, v.form(i))))
	case "obl", "nmod", "obj", "nsubj":
		f = append(f, perceptron.Mix(perceptron.Mix(relation, lemma), perceptron.Hash(aLemma, v.lemma(h))))
	case "case", "mark":
		g := v.head(h)
		cue := perceptron.Mix(perceptron.Hash(aCue, v.low[i]), perceptron.Hash(aForm, v.form(h)))
		f = append(f, perceptron.Mix(cue, relation), perceptron.Mix(perceptron.Hash(aCue, v.low[i]), perceptron.Hash(aArc, v.relation(h))),
			perceptron.Mix(perceptron.Hash(aCue, v.low[i]), perceptron.Hash(aLemma, v.lemma(h))))
		if g >= 0 {
			f = append(f, perceptron.Mix(perceptron.Hash(aCue, v.low[i]), perceptron.Hash(aLemmas, v.lemma(g))))
		}
	}
	return f
}
