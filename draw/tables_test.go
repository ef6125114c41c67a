package draw

import (
	"bytes"
	"fmt"
	"go/format"
	"math"
	"math/big"
	"os"
	"testing"
)

// precision of the arithmetic that the tables are computed and checked with.
const precision = 300

func exact(x float64) *big.Float { return new(big.Float).SetPrec(precision).SetFloat64(x) }

func fraction(a, b int64) *big.Float {
	return new(big.Float).SetPrec(precision).Quo(exact(float64(a)), exact(float64(b)))
}

// bigLog is the natural logarithm by the series of the inverse hyperbolic tangent,
// after dividing by powers of two.
func bigLog(x *big.Float) *big.Float {
	z := new(big.Float).SetPrec(precision)
	k := x.MantExp(z)
	atanh := func(x *big.Float) *big.Float {
		one := exact(1)
		t := new(big.Float).Quo(new(big.Float).Sub(x, one), new(big.Float).Add(x, one))
		square, power, sum := new(big.Float).Mul(t, t), new(big.Float).Copy(t), exact(0)
		for n := 1; n < 200; n += 2 {
			sum.Add(sum, new(big.Float).Quo(power, exact(float64(n))))
			power.Mul(power, square)
		}
		return sum.Mul(sum, exact(2))
	}
	log := atanh(z)
	return log.Add(log, new(big.Float).Mul(exact(float64(k)), atanh(exact(2))))
}

// bigExp is e^x by its series, after halving x until it is small.
func bigExp(x *big.Float) *big.Float {
	r, halved := new(big.Float).Copy(x), 0
	for ; r.Sign() != 0 && r.MantExp(nil) > -8; halved++ {
		r.Quo(r, exact(2))
	}
	sum, term := exact(1), exact(1)
	for n := 1.0; n < 60; n++ {
		term.Mul(term, r)
		term.Quo(term, exact(n))
		sum.Add(sum, term)
	}
	for range halved {
		sum.Mul(sum, sum)
	}
	return sum
}

// bigArctan is the arctangent by its series, after halving the angle until its
// tangent is small.
func bigArctan(x *big.Float) *big.Float {
	one, halved := exact(1), 0
	for ; x.Sign() != 0 && x.MantExp(nil) > -8; halved++ {
		root := new(big.Float).Mul(x, x)
		root.Sqrt(root.Add(root, one))
		x = new(big.Float).Quo(x, root.Add(root, one))
	}
	square := new(big.Float).Mul(x, x)
	power, total := new(big.Float).Copy(x), exact(0)
	for n := 1.0; n < 60; n += 2 {
		total.Add(total, new(big.Float).Quo(power, exact(n)))
		power.Neg(power.Mul(power, square))
	}
	return total.SetMantExp(total, halved)
}

// nearest splits a number into the nearest float64 and the nearest to what is left.
func nearest(x *big.Float) (float64, float64) {
	high, _ := x.Float64()
	low, _ := new(big.Float).Sub(x, exact(high)).Float64()
	return high, low
}

// rounded is the multiple of 2^-places nearest to x, and what is left.
func rounded(x *big.Float, places int) (float64, float64) {
	scaled, _ := new(big.Float).SetMantExp(x, places).Float64()
	high := math.Round(scaled) / float64(int64(1)<<places)
	low, _ := new(big.Float).Sub(x, exact(high)).Float64()
	return high, low
}

// TestTables computes tables.go anew: powers of 2^(1/128) with their relative
// rests; for F from 90/128 to 182/128 its inverse and its logarithm, the first part
// a multiple of 2^-42; and arctangents.
func TestTables(t *testing.T) {
	var b bytes.Buffer
	b.WriteString("package draw\n\n// The numbers below are computed by TestTables to 300 bits and rounded.\n\n")
	root := exact(2)
	for range 7 {
		root.Sqrt(root)
	}
	b.WriteString("// powersOfTwo holds 2^(i/128), rounded, and what is left, divided by it.\nvar powersOfTwo = [expSteps][2]float64{\n")
	power := exact(1)
	for range expSteps {
		high, _ := power.Float64()
		rest := new(big.Float).Sub(power, exact(high))
		low, _ := rest.Quo(rest, exact(high)).Float64()
		fmt.Fprintf(&b, "{%x, %x},\n", high, low)
		power.Mul(power, root)
	}
	b.WriteString("}\n\n// logarithms holds, for F = j/128 from j = 90, 1/F and the logarithm of F in two parts.\nvar logarithms = [93][3]float64{\n")
	for j := int64(firstRow); j <= 182; j++ {
		inverse, _ := fraction(128, j).Float64()
		high, low := rounded(bigLog(fraction(j, 128)), 42)
		fmt.Fprintf(&b, "{%x, %x, %x},\n", inverse, high, low)
	}
	b.WriteString("}\n\n// sixteenths holds the arctangents of j/16 in two parts.\nvar sixteenths = [17][2]float64{\n")
	for j := range int64(17) {
		high, low := nearest(bigArctan(fraction(j, 16)))
		fmt.Fprintf(&b, "{%x, %x},\n", high, low)
	}
	b.WriteString("}\n")
	want, err := format.Source(b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile("tables.go", want, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	have, err := os.ReadFile("tables.go")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(have, want) {
		t.Error("tables.go is not what is computed; run UPDATE=1 go test ./draw")
	}
}

// TestConstants checks the split constants of exp.go and log.go.
func TestConstants(t *testing.T) {
	ln2 := bigLog(exact(2))
	step := new(big.Float).Quo(ln2, exact(128))
	high, low := rounded(step, 42)
	ln10 := new(big.Float).Quo(exact(1), bigLog(exact(10)))
	inverse, _ := new(big.Float).Quo(exact(128), ln2).Float64()
	lnHigh, lnLow := rounded(ln2, 42)
	tenFirst, tenRest := rounded(ln10, 42)
	for _, c := range []struct {
		name       string
		have, want float64
	}{
		{"stepsOfE", stepsOfE, inverse},
		{"stepHigh", stepHigh, high},
		{"stepLow", stepLow, low},
		{"ln2High", ln2High, lnHigh},
		{"ln2Low", ln2Low, lnLow},
		{"tenHigh", tenHigh, tenFirst},
		{"tenLow", tenLow, tenRest},
	} {
		if c.have != c.want {
			t.Errorf("%s is %x, want %x", c.name, c.have, c.want)
		}
	}
}
