package experiment

import (
	"math"
	"testing"
)

// ishigami is the test function of Ishigami and Homma with a = 7 and b = 0.1, of
// three uniform numbers.
func ishigami(u []float64) float64 {
	x := func(i int) float64 { return math.Pi * (2*u[i] - 1) }
	return math.Sin(x(0)) + 7*math.Pow(math.Sin(x(1)), 2) + 0.1*math.Pow(x(2), 4)*math.Sin(x(0))
}

// ishigamiShares are the closed forms.
func ishigamiShares() (variance float64, first, total []float64) {
	const a, b = 7, 0.1
	p4, p8 := math.Pow(math.Pi, 4), math.Pow(math.Pi, 8)
	v0 := 0.5 * (1 + b*p4/5) * (1 + b*p4/5)
	v1 := a * a / 8.0
	v02 := b * b * p8 * (1.0/18 - 1.0/50)
	v := v0 + v1 + v02
	return v, []float64{v0 / v, v1 / v, 0}, []float64{(v0 + v02) / v, v1 / v, v02 / v}
}

func TestIshigamiClosedForm(t *testing.T) {
	v, first, total := ishigamiShares()
	for _, k := range []struct{ have, want float64 }{
		{v, 13.844588}, {first[0], 0.313905}, {first[1], 0.442411}, {total[0], 0.557589}, {total[1], 0.442411}, {total[2], 0.243684},
	} {
		if math.Abs(k.have-k.want) > 1e-6 {
			t.Errorf("the closed form gives %v, published is %v", k.have, k.want)
		}
	}
}

func run(size, inputs int, at func(row, input int) float64, f func([]float64) float64) []float64 {
	results, u := make([]float64, size), make([]float64, inputs)
	for row := size - 1; row >= 0; row-- { // any order will do
		for i := range u {
			u[i] = at(row, i)
		}
		results[row] = f(u)
	}
	return results
}

func TestIndicesOfIshigami(t *testing.T) {
	variance, first, total := ishigamiShares()
	covered, intervals := 0, 0
	for seed := range uint64(5) {
		s := Saltelli{Inputs: 3, Points: 1024, Seed: seed}
		have, err := s.Indices(run(s.Size(), 3, s.At, ishigami))
		if err != nil {
			t.Fatal(err)
		}
		if math.Abs(have.Mean-3.5) > 0.1 || math.Abs(have.Variance/variance-1) > 0.05 {
			t.Errorf("mean %v and variance %v, want 3.5 and %v", have.Mean, have.Variance, variance)
		}
		near := func(name string, e Estimate, want float64) {
			if math.Abs(e.Value-want) > 0.06 || e.Error > 0.06 {
				t.Errorf("%s is %+v, want %v", name, e, want)
			}
			if intervals++; e.Low <= want && want <= e.High {
				covered++
			}
		}
		for i := range 3 {
			near("a first-order share", have.First[i], first[i])
			near("a total share", have.Total[i], total[i])
		}
	}
	if covered*10 < intervals*8 {
		t.Errorf("%d of %d intervals cover the closed form", covered, intervals)
	}
}

// TestIndicesOfG is the G function of Sobol, whose shares are products.
func TestIndicesOfG(t *testing.T) {
	a := []float64{0, 1, 4.5, 9, 99, 99}
	g := func(u []float64) float64 {
		y := 1.0
		for i, x := range u {
			y *= (math.Abs(4*x-2) + a[i]) / (1 + a[i])
		}
		return y
	}
	product := 1.0
	part := make([]float64, len(a))
	for i := range a {
		part[i] = 1 / (3 * (1 + a[i]) * (1 + a[i]))
		product *= 1 + part[i]
	}
	s := Saltelli{Inputs: len(a), Points: 4096, Seed: 1}
	have, err := s.Indices(run(s.Size(), len(a), s.At, g))
	if err != nil {
		t.Fatal(err)
	}
	for i := range a {
		first, total := part[i]/(product-1), part[i]*product/(1+part[i])/(product-1)
		if math.Abs(have.First[i].Value-first) > 0.02 || math.Abs(have.Total[i].Value-total) > 0.02 {
			t.Errorf("input %d has %+v and %+v, want %v and %v", i, have.First[i], have.Total[i], first, total)
		}
	}
}

// TestSaltelliLaysOutItsRows checks the layout by its definition.
func TestSaltelliLaysOutItsRows(t *testing.T) {
	s := Saltelli{Inputs: 4, Points: 8, Seed: 3}
	for point := range s.Points {
		at := func(kind, input int) float64 { return s.At(point*s.rows()+kind, input) }
		for i := range 4 {
			for j := range 4 {
				want := at(0, j)
				if i == j {
					want = at(1, j)
				}
				if at(2+i, j) != want {
					t.Errorf("point %d, input %d of the rows of %d", point, j, i)
				}
			}
		}
	}
	if s.Size() != 8*6 {
		t.Error("the design has another size")
	}
}

func TestWhatDoesNotVaryHasNoShares(t *testing.T) {
	s := Saltelli{Inputs: 2, Points: 4}
	have, err := s.Indices(make([]float64, s.Size()))
	if err != nil || have.Variance != 0 || have.First[0].Value != 0 || have.Total[1].High != 0 {
		t.Errorf("%+v, %v", have, err)
	}
}

func TestDesignsRefuse(t *testing.T) {
	for _, s := range []Saltelli{{Points: 8}, {Inputs: 65, Points: 8}, {Inputs: 2, Points: 12}, {Inputs: 2, Points: 1}} {
		if s.Check() == nil {
			t.Errorf("%+v is taken", s)
		}
	}
	for _, m := range []Morris{{Paths: 4, Levels: 4}, {Inputs: 2, Paths: 1, Levels: 4}, {Inputs: 2, Paths: 4, Levels: 3}} {
		if m.Check() == nil {
			t.Errorf("%+v is taken", m)
		}
	}
	s := Saltelli{Inputs: 1, Points: 2}
	if _, err := s.Indices([]float64{1, 2, 3, math.Inf(1), 1, 1}); err == nil {
		t.Error("an infinite result is averaged")
	}
}

// TestMorrisOfALinearFunction is exact: every elementary effect is the coefficient.
func TestMorrisOfALinearFunction(t *testing.T) {
	m := Morris{Inputs: 5, Paths: 7, Levels: 6, Seed: 9}
	slopes := []float64{3, -2, 0, 0.5, 10}
	screened, err := m.Screen(run(m.Size(), 5, m.At, func(u []float64) float64 {
		y := 1.0
		for i := range u {
			y += slopes[i] * u[i]
		}
		return y
	}))
	if err != nil {
		t.Fatal(err)
	}
	for i, have := range screened {
		if math.Abs(have.Mu-slopes[i]) > 1e-12 || math.Abs(have.MuStar-math.Abs(slopes[i])) > 1e-12 || have.Sigma > 1e-12 {
			t.Errorf("input %d is %+v, want %v", i, have, slopes[i])
		}
	}
}

// TestMorrisOfIshigami compares with the mean over all elementary effects of the
// grid, which has few enough points to list.
func TestMorrisOfIshigami(t *testing.T) {
	const levels = 4
	m := Morris{Inputs: 3, Paths: 4000, Levels: levels, Seed: 2}
	screened, err := m.Screen(run(m.Size(), 3, m.At, ishigami))
	if err != nil {
		t.Fatal(err)
	}
	for i, have := range screened {
		var effects []float64
		for point := range levels * levels * levels {
			place := []int{point % levels, point / levels % levels, point / levels / levels}
			if place[i] >= levels/2 {
				continue
			}
			at := func() float64 {
				var u []float64
				for _, l := range place {
					u = append(u, (float64(l)+0.5)/levels)
				}
				return ishigami(u)
			}
			before := at()
			place[i] += levels / 2
			effects = append(effects, 2*(at()-before))
		}
		mean, variance := moments(effects)
		size := 0.0
		for _, e := range effects {
			size += math.Abs(e) / float64(len(effects))
		}
		off := 4 * math.Sqrt(variance/4000)
		if math.Abs(have.Mu-mean) > off || math.Abs(have.MuStar-size) > off || math.Abs(have.Sigma/math.Sqrt(variance)-1) > 0.05 && variance > 1e-9 {
			t.Errorf("input %d is %+v, want %v, %v and %v", i, have, mean, size, math.Sqrt(variance))
		}
	}
}

// TestMorrisChangesOneInputAtATime checks the layout by its definition.
func TestMorrisChangesOneInputAtATime(t *testing.T) {
	m := Morris{Inputs: 6, Paths: 20, Levels: 4, Seed: 5}
	for path := range m.Paths {
		changed := map[int]bool{}
		for i := range m.Inputs {
			row := path*(m.Inputs+1) + i
			var these []int
			for input := range m.Inputs {
				if d := m.At(row+1, input) - m.At(row, input); d != 0 {
					these = append(these, input)
					if math.Abs(d) != 0.5 {
						t.Errorf("input %d is changed by %v", input, d)
					}
				}
			}
			if len(these) != 1 || changed[these[0]] {
				t.Fatalf("row %d of path %d changes %v", i, path, these)
			}
			changed[these[0]] = true
		}
	}
}
