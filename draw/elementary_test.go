package draw

import (
	"math"
	"math/big"
	"math/rand/v2"
	"testing"
)

// ulps is how far a value is from the exact one, in units in the last place of
// the value nearest to the exact one.
func ulps(have float64, want *big.Float) float64 {
	near, _ := want.Float64()
	if math.IsInf(near, 0) || math.IsInf(have, 0) {
		if have == near {
			return 0
		}
		return math.Inf(1)
	}
	unit := math.Nextafter(math.Abs(near), math.Inf(1)) - math.Abs(near)
	miss := new(big.Float).Sub(exact(have), want)
	off, _ := miss.Quo(miss, exact(unit)).Float64()
	return math.Abs(off)
}

func TestExpIsWithinHalfAUnit(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	worst := 0.0
	for range 3000 {
		x := (random.Float64() - 0.5) * math.Exp2(random.Float64()*60-50)
		if off := ulps(Exp(x), bigExp(exact(x))); off > worst {
			worst = off
			if off > 0.52 {
				t.Errorf("Exp(%x) is %x, off by %.3f units", x, Exp(x), off)
			}
		}
	}
	t.Logf("worst: %.4f units", worst)
}

func TestLogIsWithinHalfAUnit(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	worst, worst10 := 0.0, 0.0
	ln10 := bigLog(exact(10))
	for n := range 1500 {
		x := math.Exp2(random.Float64()*2000 - 1000)
		switch n % 3 {
		case 0:
			x = 1 + (random.Float64()-0.5)*math.Exp2(-random.Float64()*52)
		case 1:
			x = 1 / (1 + random.Float64())
		}
		if x == 1 {
			continue
		}
		want := bigLog(exact(x))
		worst = max(worst, ulps(Log(x), want))
		if off := ulps(Log(x), want); off > 0.51 {
			t.Errorf("Log(%x) is %x, off by %.3f units", x, Log(x), off)
		}
		off := ulps(log10(x), want.Quo(want, ln10))
		worst10 = max(worst10, off)
		if off > 0.52 {
			t.Errorf("log10(%x) is %x, off by %.3f units", x, log10(x), off)
		}
	}
	t.Logf("worst: %.4f units, decimal %.4f", worst, worst10)
}

func TestPowIsWithinSixTenthsOfAUnit(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	worst := 0.0
	for range 1000 {
		x := math.Exp2((random.Float64() - 0.5) * math.Exp2(random.Float64()*12-2))
		y := (random.Float64() - 0.5) * math.Exp2(random.Float64()*20-10)
		if e := math.Abs(y * math.Log2(x)); e > 1020 {
			continue
		}
		want := bigLog(exact(x))
		off := ulps(Pow(x, y), bigExp(want.Mul(want, exact(y))))
		worst = max(worst, off)
		if off > 0.6 {
			t.Errorf("Pow(%x, %x) is %x, off by %.3f units", x, y, Pow(x, y), off)
		}
	}
	t.Logf("worst: %.4f units", worst)
}

// bigSin is the sine by its series, after taking off whole turns.
func bigSin(x *big.Float) *big.Float {
	turn := new(big.Float).Mul(bigArctan(exact(1)), exact(8))
	n, _ := new(big.Float).Quo(x, turn).Int(nil)
	r := new(big.Float).SetPrec(precision).SetInt(n)
	r.Sub(x, r.Mul(r, turn))
	square := new(big.Float).Mul(r, r)
	term, total := new(big.Float).Copy(r), exact(0)
	for n := 2.0; n < 100; n += 2 {
		total.Add(total, term)
		term.Quo(term.Neg(term.Mul(term, square)), exact(n*(n+1)))
	}
	return total
}

// bigArc gives the inverse functions by the arctangent.
func bigArc(name string, x float64) *big.Float {
	if name == "arctan" {
		return bigArctan(exact(x))
	}
	one := exact(1)
	over, under := new(big.Float).Sub(one, exact(x)), new(big.Float).Add(one, exact(x))
	arccos := bigArctan(over.Sqrt(over.Quo(over, under)))
	arccos.Mul(arccos, exact(2))
	if name == "arccos" {
		return arccos
	}
	return arccos.Sub(new(big.Float).Mul(bigArctan(one), exact(2)), arccos)
}

func TestTrigonometryIsWithinTwoUnits(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 8))
	quarter := new(big.Float).Mul(bigArctan(exact(1)), exact(2))
	worst := map[string]float64{}
	for n := range 400 {
		x := (random.Float64() - 0.5) * math.Exp2(random.Float64()*60-20)
		if n%4 == 0 {
			x = math.Round(x) * math.Pi / 2 // near a zero of one of them
		}
		sine, cosine := bigSin(exact(x)), bigSin(new(big.Float).Add(exact(x), quarter))
		share := 2*random.Float64() - 1
		for _, k := range []struct {
			name string
			at   float64
			want *big.Float
		}{
			{"sin", x, sine},
			{"cos", x, cosine},
			{"tan", x, new(big.Float).Quo(sine, cosine)},
			{"arcsin", share, bigArc("arcsin", share)},
			{"arccos", share, bigArc("arccos", share)},
			{"arctan", x, bigArc("arctan", x)},
		} {
			if k.at == 0 {
				continue
			}
			off := ulps(Function(k.name)(k.at), k.want)
			if worst[k.name] = max(worst[k.name], off); off > 2 {
				t.Errorf("%s(%x) is %v, off by %.2f units", k.name, k.at, Function(k.name)(k.at), off)
			}
		}
	}
	t.Logf("worst, in units: %v", worst)
}

func TestLargestAngles(t *testing.T) {
	// The double closest to a multiple of a quarter turn, from Muller and others,
	// Handbook of Floating-Point Arithmetic, on argument reduction.
	x := math.Ldexp(6381956970095103, 797)
	if have := cos(x); math.Abs(have/-4.68716592425462761112e-19-1) > 1e-15 {
		t.Errorf("the cosine of %v is %v", x, have)
	}
	if have, want := sin(1e300), math.Sin(1e300); math.Abs(have-want) > 1e-15 {
		t.Errorf("the sine of 1e300 is %v, package math has %v", have, want)
	}
}

// TestEdges checks what package math defines for zeros, infinities and what is not
// a number, and results beyond the range of ordinary numbers.
func TestEdges(t *testing.T) {
	edges := []float64{0, math.Copysign(0, -1), 1, -1, 0.5, -0.5, 2, -2, 3, -3, math.Inf(1), math.Inf(-1), math.NaN(), 5e-324, -5e-324, 1e-310, 0x1p-1022, math.MaxFloat64, -math.MaxFloat64, 709.7, 710, -708.3, -709, -745, -746, 1e10 + 1, 0x1p53, 0x1p53 + 2}
	same := func(a, b float64) bool {
		return a == b && math.Signbit(a) == math.Signbit(b) || a != a && b != b || math.Abs(a-b) <= 4e-16*math.Abs(b) || math.Abs(a-b) <= 5e-324
	}
	for _, x := range edges {
		for _, f := range []struct {
			name string
			peer func(float64) float64
		}{
			{"exp", math.Exp},
			{"ln", math.Log},
			{"log10", math.Log10},
			{"sqrt", math.Sqrt},
			{"sin", math.Sin},
			{"cos", math.Cos},
			{"arctan", math.Atan},
			{"arcsin", math.Asin},
			{"arccos", math.Acos},
			{"abs", math.Abs},
			{"floor", math.Floor},
			{"truncate", math.Trunc},
		} {
			have, want := Function(f.name)(x), f.peer(x)
			switch { // where package math is known to be wrong on some processors
			case x > 0 && x < 0x1p-1022 && (f.name == "ln" || f.name == "log10"):
				want, _ = bigLog(exact(x)).Float64()
				if f.name == "log10" {
					want /= math.Ln10
				}
			case f.name == "sin" && math.Abs(x) == math.MaxFloat64:
				want = math.Copysign(0.004961954789184062, x)
			}
			if !same(have, want) {
				t.Errorf("%s(%v) is %v, package math has %v", f.name, x, have, want)
			}
		}
		for _, y := range edges {
			have, want := Pow(x, y), math.Pow(x, y)
			if !same(have, want) && !(math.Abs(have-want) < 4e-14*math.Abs(want)) { // package math loses digits here
				t.Errorf("Pow(%v, %v) is %v, package math has %v", x, y, have, want)
			}
		}
	}
	for k := -22; k <= 22; k++ {
		if have := log10(math.Pow10(k)); have != float64(k) && k >= 0 {
			t.Errorf("log10(1e%d) is %v", k, have)
		}
	}
	if Function("no such") != nil {
		t.Error("there is a function of no name")
	}
}
