package experiment

import (
	"math"
	"math/bits"
	"testing"

	"pgregory.net/rapid"

	"reckon"
	"reckon/draw"
)

// byDefinition is the effect of a set of factors on one run: the mean over points,
// each with its sign, of a main effect, halved for every further factor as the
// definition by differences of differences has it.
func byDefinition(results [][]float64, set uint, run int) float64 {
	if set == 0 {
		sum := 0.0
		for x := range results {
			sum += results[x][run]
		}
		return sum / float64(len(results))
	}
	factor := uint(1) << (bits.Len(set) - 1)
	// What the rest of the set does with the factor, less what it does without.
	var with, without [][]float64
	for x := range results {
		if uint(x)&factor != 0 {
			with = append(with, results[x])
		} else {
			without = append(without, results[x])
		}
	}
	below := set &^ factor
	difference := byDefinition(with, squeezed(below, factor), run) - byDefinition(without, squeezed(below, factor), run)
	if below != 0 {
		difference /= 2
	}
	return difference
}

// squeezed takes the place of a factor, above all in the set, out of it.
func squeezed(set, factor uint) uint { return set&(factor-1) | set>>1&^(factor-1) }

// normals fills lanes with numbers of the standard normal law.
func normals(k draw.Key, lanes []float64) {
	k.Fill(lanes)
	for i, u := range lanes {
		lanes[i] = draw.Quantile(reckon.Normal, u, 0, 1)
	}
}

func TestFactorialIsItsDefinition(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		k, runs := rapid.IntRange(1, 6).Draw(t, "factors"), rapid.IntRange(2, 5).Draw(t, "runs")
		seed := rapid.Uint64().Draw(t, "seed")
		results := make([][]float64, 1<<k)
		for x := range results {
			results[x] = make([]float64, runs)
			normals(draw.Key{Seed: seed, Entity: uint64(x)}, results[x])
		}
		effects, err := Factorial(results)
		if err != nil {
			t.Fatal(err)
		}
		for s, e := range effects {
			var each []float64
			for r := range runs {
				each = append(each, byDefinition(results, uint(s), r))
			}
			want, err := Mean(each)
			if err != nil {
				t.Fatal(err)
			}
			if e.Factors != uint(s) || math.Abs(e.Value-want.Value) > 1e-13 || math.Abs(e.Error-want.Error) > 1e-13 || math.Abs(e.Low-want.Low) > 1e-11 {
				t.Fatalf("effect %b is %+v, want %+v", s, e, want)
			}
		}
	})
}

// TestFactorialOfALinearModel has effects known exactly, and noise that all points
// share and common draws therefore take out.
func TestFactorialOfALinearModel(t *testing.T) {
	const runs = 500
	noise := make([]float64, runs)
	normals(draw.Key{Seed: 1}, noise)
	results := make([][]float64, 8)
	for x := range results {
		for r := range runs {
			a, b, c := float64(x&1), float64(x>>1&1), float64(x>>2&1)
			results[x] = append(results[x], 10+3*a-2*b+4*a*b+0*c+5*noise[r])
		}
	}
	effects, err := Factorial(results)
	if err != nil {
		t.Fatal(err)
	}
	for s, want := range map[int]float64{1: 3 + 2, 2: -2 + 2, 3: 2, 4: 0, 5: 0, 6: 0, 7: 0} {
		e := effects[s]
		if math.Abs(e.Value-want) > 1e-12 || e.Error > 1e-12 {
			t.Errorf("effect %b is %+v, want %v and no error", s, e, want)
		}
		if wants := 2.0 / 8 * math.Sqrt(8*25.0/runs); math.Abs(e.Unpaired/wants-1) > 0.1 {
			t.Errorf("effect %b without common draws would have the error %v, want about %v", s, e.Unpaired, wants)
		}
	}
}

// TestUnpairedIsTheErrorOfDrawsOfTheirOwn checks the claim on runs that share none.
func TestUnpairedIsTheErrorOfDrawsOfTheirOwn(t *testing.T) {
	results := make([][]float64, 4)
	for x := range results {
		results[x] = make([]float64, 4000)
		normals(draw.Key{Seed: 2, Entity: uint64(x)}, results[x])
	}
	effects, err := Factorial(results)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range effects {
		if math.Abs(e.Unpaired/e.Error-1) > 0.05 {
			t.Errorf("effect %b: error %v, %v said of draws of their own", e.Factors, e.Error, e.Unpaired)
		}
	}
}

func TestFactorialRefuses(t *testing.T) {
	for name, results := range map[string][][]float64{
		"no power of two": {{1, 2}, {1, 2}, {1, 2}},
		"nothing":         nil,
		"one run":         {{1}, {1}},
		"ragged":          {{1, 2}, {1, 2, 3}},
		"no number":       {{1, 2}, {1, math.NaN()}},
	} {
		if _, err := Factorial(results); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

// TestStudent checks tabled quantiles of Student's law.
func TestStudent(t *testing.T) {
	for freedom, want := range map[int]float64{1: 6.313751514675, 2: 2.919985580354, 5: 2.015048373333, 30: 1.697260886593, 1000000: 1.644855151} {
		if have := student(freedom); math.Abs(have/want-1) > 1e-9 {
			t.Errorf("with %d degrees of freedom it is %v, want %v", freedom, have, want)
		}
	}
}
