package draw

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"reckon"
)

func keys(t *rapid.T) Key {
	return Key{
		Seed:    rapid.Uint64().Draw(t, "seed"),
		Run:     rapid.Uint64Range(0, maxRun-1).Draw(t, "run"),
		Module:  rapid.Uint32().Draw(t, "module"),
		Purpose: rapid.Uint32().Draw(t, "purpose"),
		Entity:  rapid.Uint64().Draw(t, "entity"),
		Step:    rapid.Uint32Range(0, maxStep-1).Draw(t, "step"),
	}
}

// TestKeysThatDifferInAFieldDiffer changes one bit of one field at a time: no two
// of the keys may share their block and half.
func TestKeysThatDifferInAFieldDiffer(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		k := keys(t)
		variants := []Key{k}
		for bit := range 64 {
			v := k
			v.Seed ^= 1 << bit
			variants = append(variants, v)
			v = k
			v.Entity ^= 1 << bit
			variants = append(variants, v)
			if bit < 41 {
				v = k
				v.Run ^= 1 << bit
				variants = append(variants, v)
			}
			if bit < 32 {
				v = k
				v.Module ^= 1 << bit
				variants = append(variants, v)
				v = k
				v.Purpose ^= 1 << bit
				variants = append(variants, v)
			}
			if bit < 24 {
				v = k
				v.Step ^= 1 << bit
				variants = append(variants, v)
			}
		}
		type place struct {
			first, second, key, half uint64
		}
		seen := map[place]Key{}
		for _, v := range variants {
			first, second, key := v.packed()
			p := place{first, second, key, v.Run & 1}
			if other, twice := seen[p]; twice {
				t.Fatalf("%+v and %+v share a draw", v, other)
			}
			seen[p] = v
			if v != k && v.Uniform() == k.Uniform() {
				t.Fatalf("%+v and %+v give the same number", v, k)
			}
		}
	})
}

func TestKeysOutOfRangePanic(t *testing.T) {
	for _, k := range []Key{{Run: maxRun}, {Step: maxStep}} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%+v gives a number", k)
				}
			}()
			k.Uniform()
		}()
	}
}

// TestFillIsUniformOfEachRun holds the fast path to its definition.
func TestFillIsUniformOfEachRun(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		k := keys(t)
		lanes := make([]float64, rapid.IntRange(0, 9).Draw(t, "lanes"))
		k.Run = min(k.Run, maxRun-uint64(len(lanes)))
		k.Fill(lanes)
		for i, have := range lanes {
			one := k
			one.Run += uint64(i)
			if want := one.Uniform(); have != want {
				t.Fatalf("lane %d has %v, want %v", i, have, want)
			}
		}
	})
}

func TestUniformIsOpen(t *testing.T) {
	if low, high := open(0), open(math.MaxUint64); low != 0x1p-53 || high != 1-0x1p-53 {
		t.Errorf("the least is %x, the greatest %x", low, high)
	}
}

// TestUniformsAreUniform tests by Kolmogorov and Smirnov along each field of the
// key, and that neighbours are not correlated. The draws are the same every time.
func TestUniformsAreUniform(t *testing.T) {
	const n = 20000
	for name, at := range map[string]func(i int) Key{
		"seed":    func(i int) Key { return Key{Seed: uint64(i)} },
		"run":     func(i int) Key { return Key{Run: uint64(i)} },
		"module":  func(i int) Key { return Key{Module: uint32(i)} },
		"purpose": func(i int) Key { return Key{Purpose: uint32(i)} },
		"entity":  func(i int) Key { return Key{Entity: uint64(i)} },
		"step":    func(i int) Key { return Key{Step: uint32(i)} },
	} {
		us, together := make([]float64, n), 0.0
		for i := range us {
			us[i] = at(i).Uniform()
			if i > 0 {
				together += (us[i] - 0.5) * (us[i-1] - 0.5)
			}
		}
		if z := together * 12 / math.Sqrt(n); math.Abs(z) > 4 {
			t.Errorf("%s: neighbours are correlated, %v standard errors", name, z)
		}
		slices.Sort(us)
		worst := 0.0
		for i, u := range us {
			worst = max(worst, math.Abs(u-(float64(i)+0.5)/n))
		}
		if worst*math.Sqrt(n) > 1.95 { // one in a thousand
			t.Errorf("%s: off by %v standard errors", name, worst*math.Sqrt(n))
		}
	}
}

func TestEntityIsFNV1a(t *testing.T) {
	for name, want := range map[string]uint64{"": 0xCBF29CE484222325, "a": 0xAF63DC4C8601EC8C, "foobar": 0x85944171F73967E8} {
		if have := Entity(name); have != want {
			t.Errorf("Entity(%q) is %x, want %x", name, have, want)
		}
	}
}

// TestBitsStay pins the bits of every function on numbers of many sizes, in one
// hash each: they are the same on every processor and in every version.
func TestBitsStay(t *testing.T) {
	hash := func(f func(x, u float64) float64) (h uint64) {
		for i := range uint64(2000) {
			u := Key{Seed: 1, Run: i}.Uniform()
			x := normalQuantile(Key{Seed: 2, Run: i}.Uniform()) * math.Ldexp(1, int(i%40)-20)
			h = (h ^ math.Float64bits(f(x, u))) * 1099511628211
		}
		return h
	}
	functions := map[string]func(x, u float64) float64{
		"pow":        func(x, u float64) float64 { return Pow(10*u, x) },
		"normal":     func(_, u float64) float64 { return Quantile(reckon.Normal, u, 3, 0.7) },
		"lognormal":  func(_, u float64) float64 { return Quantile(reckon.LogNormal, u, 3, 0.7) },
		"triangular": func(_, u float64) float64 { return Quantile(reckon.Triangular, u, 1, 2, 4) },
		"between":    func(_, u float64) float64 { return Quantile(reckon.Between, u, 0.1, 0.7) },
		"beta":       func(_, u float64) float64 { return Quantile(reckon.Beta, u, 0.3, 0.1) },
	}
	for _, name := range []string{"exp", "sin", "cos", "tan", "arctan"} {
		functions[name] = func(x, _ float64) float64 { return Function(name)(x) }
	}
	for _, name := range []string{"ln", "log10", "arcsin", "arccos"} {
		functions[name] = func(_, u float64) float64 { return Function(name)(u) }
	}
	want := map[string]uint64{
		"arccos":     0x3101ad484c4f06ae,
		"arcsin":     0x183ffe9e37495061,
		"arctan":     0x0b71fee736f32088,
		"beta":       0xca176ccbe4aa7d6b,
		"between":    0xd3bb702c365d2c6a,
		"cos":        0xdcb8c5c06ca1cd8c,
		"exp":        0x8b7f37c6c8cb5867,
		"ln":         0x0099ff4652a4c54e,
		"log10":      0x336681a7bbbe6def,
		"lognormal":  0x307010963d5e9897,
		"normal":     0x580af02723a872c2,
		"pow":        0x63e1881ffc0ab8a8,
		"sin":        0xed2dc14d5f04652c,
		"tan":        0x13f0203257825c11,
		"triangular": 0x17df400bcfb5d039,
	}
	for name, f := range functions {
		if have := hash(f); have != want[name] {
			t.Errorf("the bits of %s have changed: their hash is %#016x, want %#016x", name, have, want[name])
		}
	}
}

func BenchmarkUniform(b *testing.B) {
	k, sum := Key{Seed: 1, Entity: Entity("leader")}, 0.0
	for b.Loop() {
		k.Run++
		sum += k.Uniform()
	}
	_ = sum
}

func benchmarkLanes(b *testing.B, f func(lanes []float64)) {
	b.Helper()
	lanes := make([]float64, 256)
	for b.Loop() {
		f(lanes)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/256, "ns/lane")
}

func BenchmarkFill(b *testing.B) {
	benchmarkLanes(b, Key{Seed: 1}.Fill)
}

func BenchmarkNormals(b *testing.B) {
	benchmarkLanes(b, normals)
}

// normals fills lanes with numbers of the standard normal law.
func normals(lanes []float64) {
	Key{Seed: 1}.Fill(lanes)
	for i, u := range lanes {
		lanes[i] = Quantile(reckon.Normal, u, 0, 1)
	}
}

func BenchmarkExps(b *testing.B) {
	exponents := make([]float64, 256)
	normals(exponents)
	benchmarkLanes(b, func(lanes []float64) { Exps(lanes, exponents) })
}

func BenchmarkExp(b *testing.B) {
	exponents := make([]float64, 256)
	normals(exponents)
	benchmarkLanes(b, func(lanes []float64) {
		for i, x := range exponents {
			lanes[i] = Exp(x)
		}
	})
}

func BenchmarkLog(b *testing.B) {
	uniforms := make([]float64, 256)
	Key{Seed: 1}.Fill(uniforms)
	benchmarkLanes(b, func(lanes []float64) {
		for i, u := range uniforms {
			lanes[i] = Log(u)
		}
	})
}

func BenchmarkPow(b *testing.B) {
	uniforms := make([]float64, 256)
	Key{Seed: 1}.Fill(uniforms)
	benchmarkLanes(b, func(lanes []float64) {
		for i, u := range uniforms {
			lanes[i] = Pow(u, 1.7)
		}
	})
}

// TestDrawsStay pins draws: old runs must come out again in every later version.
func TestDrawsStay(t *testing.T) {
	k := Key{Seed: 20260101, Run: 12345, Module: 3, Purpose: 7, Entity: Entity("khamenei"), Step: 42}
	for _, c := range []struct {
		name       string
		have, want float64
	}{
		{"uniform", k.Uniform(), 0x1.6badd819e9cbep-02},
		{"sobol", Sobol{1}.At(1000, 100), 0x1.b14c40c70f982p-02},
	} {
		if c.have != c.want {
			t.Errorf("%s: %x, want %x", c.name, c.have, c.want)
		}
	}
}
