package experiment

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

func entropy(p []float64) float64 {
	h := 0.0
	for _, x := range p {
		if x > 0 {
			h -= x * math.Log2(x)
		}
	}
	return h
}

func TestInformationClosedForms(t *testing.T) {
	weights := []float64{0.5, 0.3, 0.2}
	apart := [][]float64{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}
	alike := [][]float64{{0.2, 0.8}, {0.2, 0.8}, {0.2, 0.8}}
	for _, k := range []struct {
		name    string
		weights []float64
		chances [][]float64
		want    float64
	}{
		{"outcomes that give the hypothesis away", weights, apart, entropy(weights)},
		{"outcomes that say nothing", weights, alike, 0},
		{"weights that add up to 10", []float64{5, 3, 2}, apart, entropy(weights)},
		{"a hypothesis without weight", []float64{1, 0}, [][]float64{{0.5, 0.5}, {1, 0}}, 0},
		{"a noisy channel of two", []float64{0.5, 0.5}, [][]float64{{0.9, 0.1}, {0.1, 0.9}}, 1 - entropy([]float64{0.1, 0.9})},
	} {
		have, err := Information(k.weights, k.chances)
		if err != nil || math.Abs(have-k.want) > 1e-14 {
			t.Errorf("%s: %v bits, %v; want %v", k.name, have, err, k.want)
		}
	}
}

// TestInformationIsWhatEntropyLoses checks the other definition, H(O) − H(O|H), and
// the bounds.
func TestInformationIsWhatEntropyLoses(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		hypotheses, outcomes := rapid.IntRange(1, 4).Draw(t, "hypotheses"), rapid.IntRange(1, 4).Draw(t, "outcomes")
		law := func(n int) []float64 {
			p := make([]float64, n)
			sum := 0.0
			for i := range p {
				p[i] = float64(rapid.IntRange(0, 5).Draw(t, "weight"))
				sum += p[i]
			}
			if sum == 0 {
				p[0], sum = 1, 1
			}
			for i := range p {
				p[i] /= sum
			}
			return p
		}
		weights := law(hypotheses)
		mixture := make([]float64, outcomes)
		var chances [][]float64
		within := 0.0
		for _, w := range weights {
			row := law(outcomes)
			chances = append(chances, row)
			within += w * entropy(row)
			for o := range row {
				mixture[o] += w * row[o]
			}
		}
		have, err := Information(weights, chances)
		if err != nil {
			t.Fatal(err)
		}
		if want := entropy(mixture) - within; math.Abs(have-want) > 1e-12 || have < 0 || have > entropy(weights)+1e-12 {
			t.Fatalf("%v bits, want %v, at most %v", have, want, entropy(weights))
		}
	})
}

func TestInformationRefuses(t *testing.T) {
	for name, k := range map[string]struct {
		weights []float64
		chances [][]float64
	}{
		"no weight":              {[]float64{0}, [][]float64{{1}}},
		"a negative weight":      {[]float64{-1, 2}, [][]float64{{1}, {1}}},
		"a hypothesis too few":   {[]float64{1, 1}, [][]float64{{1}}},
		"chances above 1":        {[]float64{1}, [][]float64{{0.5, 0.7}}},
		"a chance of no number":  {[]float64{1}, [][]float64{{math.NaN()}}},
		"outcomes of other rows": {[]float64{1, 1}, [][]float64{{1}, {0.5, 0.5}}},
	} {
		if _, err := Information(k.weights, k.chances); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}
