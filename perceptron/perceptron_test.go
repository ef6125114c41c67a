package perceptron

import (
	"bytes"
	"cmp"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// parity is a task that only joined features solve: the label tells whether two
// letters are equal.
func parity(letters string) []Example {
	var all []Example
	for i := range letters {
		for j := range letters {
			a, b := Hash(1, letters[i:i+1]), Hash(2, letters[j:j+1])
			label := 0
			if i == j {
				label = 1
			}
			all = append(all, Example{[]Feature{a, b, Mix(a, b)}, label})
		}
	}
	return all
}

func TestClassifierLearnsWhatFeaturesCanTell(t *testing.T) {
	examples := parity("abcdefgh")
	c := Training{Labels: []string{"differ", "same"}, Epochs: 60}.Classifier(examples)
	for i, e := range examples {
		if label, lead := c.Best(e.Features); label != e.Label || lead < 0 {
			t.Errorf("example %d: label %d with lead %d, want %d", i, label, lead, e.Label)
		}
	}
}

// TestAverage works two steps by hand: of the weights 0, 1 over two steps the
// mean of the right label is one half.
func TestAverage(t *testing.T) {
	l := NewLearner([]string{"a", "b"})
	l.Step()
	l.Update([]Feature{7}, 1, 0)
	l.Step()
	l.Step()
	l.Step() // two steps before the update, two after it
	scores := make([]int32, 2)
	l.Classifier(1, "").Scores([]Feature{7}, scores)
	// steps is 5 at the end: the weight stood at 1 for 3 of 5 steps.
	if want := []int32{-38, 38}; !slices.Equal(scores, want) { // 64 × 3/5 = 38.4
		t.Errorf("scores %v, want %v", scores, want)
	}
}

// spans makes chains in which the words between an opener and a closer are
// inside, which no word tells by itself.
func spans() []Chain {
	var chains []Chain
	for n := 1; n < 6; n++ {
		for before := range 4 {
			words := append(slices.Repeat([]string{"w"}, before), "open")
			words = append(append(words, slices.Repeat([]string{"w"}, n)...), "close", "w", "w")
			var c Chain
			inside := 0
			for _, w := range words {
				if w == "close" {
					inside = 0
				}
				label := inside
				if w == "open" {
					inside, label = 2, 1
				}
				c.Features = append(c.Features, []Feature{Hash(0, w)})
				c.Labels = append(c.Labels, label)
			}
			chains = append(chains, c)
		}
	}
	return chains
}

func TestSequenceLearnsFromNeighbours(t *testing.T) {
	chains := spans()
	s := Training{Labels: []string{"out", "begin", "in"}, Strict: true, Epochs: 30}.Sequence(chains)
	for i, c := range chains {
		if found := s.Label(c.Features); !slices.Equal(found, c.Labels) {
			t.Errorf("chain %d: %v, want %v", i, found, c.Labels)
		}
	}
	if found := s.Label(nil); found != nil {
		t.Errorf("an empty chain has labels %v", found)
	}
}

// TestViterbiFindsTheBestPath compares with all paths.
func TestViterbiFindsTheBestPath(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		const k = 3
		n := rapid.IntRange(1, 5).Draw(t, "n")
		pairs := rapid.SliceOfN(rapid.Int32Range(-9, 9), (k+1)*k, (k+1)*k).Draw(t, "pairs")
		states := rapid.SliceOfN(rapid.Int32Range(-9, 9), n*k, n*k).Draw(t, "states")
		features := make([][]Feature, n)
		for i := range features {
			features[i] = []Feature{Feature(i)}
		}
		worth := func(path []int) int64 {
			sum, last := int64(0), k
			for i, j := range path {
				sum += int64(pairs[last*k+j]) + int64(states[i*k+j])
				last = j
			}
			return sum
		}
		var d decoder
		found := d.decode(features, k, func(f []Feature, scores []int32) {
			copy(scores, states[int(f[0])*k:][:k])
		}, pairs)
		path := make([]int, n)
		for code := range 243 {
			for i := range path {
				path[i] = code % k
				code /= k
			}
			if worth(path) > worth(found) {
				t.Fatalf("%v is worth %d, less than %v with %d", found, worth(found), path, worth(path))
			}
		}
	})
}

func TestSameExamplesSameBytes(t *testing.T) {
	training := Training{Labels: []string{"out", "begin", "in"}, Seed: 5, Notice: "made for a test"}
	if a, b := training.Sequence(spans()).Bytes(), training.Sequence(spans()).Bytes(); !bytes.Equal(a, b) {
		t.Error("two runs of a sequence gave different bytes")
	}
	training.Labels = training.Labels[:2]
	a, b := training.Classifier(parity("abcdef")).Bytes(), training.Classifier(parity("abcdef")).Bytes()
	if !bytes.Equal(a, b) {
		t.Error("two runs of a classifier gave different bytes")
	}
}

func TestFilesReadBack(t *testing.T) {
	examples := parity("abcdefgh")
	c := Training{Labels: []string{"differ", "same"}, Notice: "made for a test"}.Classifier(examples)
	back, err := ReadClassifier(c.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	if back.Notice() != c.Notice() || !slices.Equal(back.Labels(), c.Labels()) || !bytes.Equal(back.Bytes(), c.Bytes()) {
		t.Error("a classifier changed on its way through a file")
	}
	s := Training{Labels: []string{"out", "begin", "in"}, Strict: true}.Sequence(spans())
	again, err := ReadSequence(s.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(again.pairs, s.pairs) || !bytes.Equal(again.Bytes(), s.Bytes()) {
		t.Error("a sequence changed on its way through a file")
	}
}

func TestDamagedFiles(t *testing.T) {
	s := Training{Labels: []string{"out", "begin", "in"}}.Sequence(spans())
	file := s.Bytes()
	for n := range len(file) {
		if _, err := ReadSequence(file[:n]); err == nil {
			t.Fatalf("a file cut at %d of %d bytes was read", n, len(file))
		}
	}
	if _, err := ReadClassifier(file); err == nil {
		t.Error("a sequence was read as a classifier")
	}
}

func FuzzFile(f *testing.F) {
	c := Training{Labels: []string{"differ", "same"}}.Classifier(parity("abcd")).Bytes()
	f.Add(c)
	f.Add(c[:len(c)/2])
	f.Add(Training{Labels: []string{"out", "begin", "in"}}.Sequence(spans()).Bytes())
	f.Fuzz(func(_ *testing.T, file []byte) {
		if c, err := ReadClassifier(file); err == nil {
			c.Best([]Feature{1, 2, Hash(1, "a")})
		}
		if s, err := ReadSequence(file); err == nil {
			s.Label([][]Feature{{1}, {2, 3}})
		}
	})
}

// TestScoresByDefinition compares scores with plain sums over rows of all lengths,
// with weights on both sides of what a row with all labels can hold.
func TestScoresByDefinition(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		labels := rapid.IntRange(1, maxLabels).Draw(t, "labels")
		c := &Classifier{labels: make([]string, labels)}
		pool := rapid.SliceOfNDistinct(rapid.Uint64(), 1, 60, func(f uint64) uint32 { return Feature(f).key() }).Draw(t, "pool")
		slices.SortFunc(pool, func(a, b uint64) int { return cmp.Compare(Feature(a).key(), Feature(b).key()) })
		rule := map[Feature][]weight{}
		for _, f := range pool {
			row := row{key: Feature(f).key(), first: uint32(len(c.weights))}
			top := rapid.SampledFrom([]int16{100, level - 1, level, 32767}).Draw(t, "top")
			step := rapid.IntRange(1, 9).Draw(t, "step")
			for l := rapid.IntRange(0, labels-1).Draw(t, "first"); l < labels; l += step {
				c.weights = append(c.weights, weight{uint8(l), rapid.Int16Range(-top, top).Draw(t, "value")})
			}
			row.n = uint32(len(c.weights)) - row.first
			c.rows = append(c.rows, row)
			rule[Feature(f)] = c.weights[row.first:]
		}
		c.index()
		features, want := []Feature(nil), make([]int32, labels)
		for _, f := range rapid.SliceOfN(rapid.SampledFrom(pool), 0, 300).Draw(t, "features") {
			features = append(features, Feature(f))
			for _, w := range rule[Feature(f)] {
				want[w.label] += int32(w.value)
			}
		}
		scores := make([]int32, labels)
		if c.Scores(features, scores); !slices.Equal(scores, want) {
			t.Errorf("scores are %v, want %v", scores, want)
		}
	})
}

func BenchmarkScores(b *testing.B) {
	examples := parity("abcdefghijklmnopqrstuvwxyz")
	c := Training{Labels: []string{"differ", "same"}}.Classifier(examples)
	scores := make([]int32, 2)
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		c.Scores(examples[i%len(examples)].Features, scores)
	}
}
