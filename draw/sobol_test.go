package draw

import (
	"bytes"
	"fmt"
	"go/format"
	"math"
	"math/bits"
	"os"
	"testing"
)

const testedDims = 128

// primitive lists the primitive polynomials over two elements of a degree: x has
// the full order 2^degree − 1 modulo them.
func primitive(degree int) []uint32 {
	var list []uint32
	for p := uint32(1)<<degree | 1; p < 2<<degree; p += 2 {
		x, order := uint32(1), 0
		for {
			if x <<= 1; x>>degree&1 == 1 {
				x ^= p
			}
			if order++; x == 1 || order >= 1<<degree {
				break
			}
		}
		if order == 1<<degree-1 {
			list = append(list, p)
		}
	}
	return list
}

// unevenness is the parameter t of the first 2^m points in two dimensions: every
// box of 2^(t−m) of the square, a dyadic interval on either side, holds 2^t of
// them. It is m less the greatest k such that any k leading rows of the two
// matrices together are linearly independent.
func unevenness(v, w *[sobolBits]uint32, m int) int {
	row := func(v *[sobolBits]uint32, digit int) (r uint32) {
		for i := range m {
			r |= v[i] >> (sobolBits - 1 - digit) & 1 << i
		}
		return r
	}
	var first, second [sobolBits]uint32
	for d := range m {
		first[d], second[d] = row(v, d), row(w, d)
	}
	least := m
	var basis [sobolBits]uint32
	add := func(basis *[sobolBits]uint32, r uint32) bool {
		for r != 0 {
			top := bits.Len32(r) - 1
			if basis[top] == 0 {
				basis[top] = r
				return true
			}
			r ^= basis[top]
		}
		return false
	}
	for k := range m + 1 { // k rows of the first, then as many of the second as are independent
		if k > 0 && !add(&basis, first[k-1]) {
			return m - min(least, k-1)
		}
		both := basis
		more := 0
		for more < m-k && add(&both, second[more]) {
			more++
		}
		if k+more < m {
			least = min(least, k+more)
		}
	}
	return m - least
}

// badness weighs the unevenness of a dimension with each before it, near ones more.
func badness(v *[sobolBits]uint32, before [][sobolBits]uint32) float64 {
	sum := 0.0
	for i := range before {
		weight := 1 / float64(len(before)-i+2)
		for _, m := range []int{4, 6, 8, 10, 12} {
			sum += weight * math.Exp2(1.5*float64(unevenness(v, &before[i], m))-float64(m)/2)
		}
	}
	return sum
}

// TestDirections searches the table anew with UPDATE=directions, which takes seconds:
// dimensions take the primitive polynomials by degree and then by number, and of
// 400 drawn sets of initial numbers the least bad.
func TestDirections(t *testing.T) {
	if os.Getenv("UPDATE") != "directions" {
		t.Skip("with UPDATE=directions it searches")
	}
	chosen := [][]uint32{nil}
	polynomial := []uint32{0}
	vectors := [][sobolBits]uint32{directions[0]}
	for degree := 1; len(chosen) < testedDims; degree++ {
		for _, p := range primitive(degree) {
			if len(chosen) == testedDims {
				break
			}
			var best []uint32
			least := math.Inf(1)
			for try := range 400 {
				initial := make([]uint32, degree)
				for i := range initial {
					k := Key{Seed: 1, Run: uint64(try), Step: uint32(len(chosen)), Entity: uint64(i)}
					initial[i] = uint32(k.Uniform()*float64(int(1)<<i))*2 + 1
				}
				v := extended(p, initial)
				if b := badness(&v, vectors); b < least {
					best, least = initial, b
				}
			}
			chosen, polynomial, vectors = append(chosen, best), append(polynomial, p), append(vectors, extended(p, best))
		}
	}
	var b bytes.Buffer
	b.WriteString("package draw\n\n// polynomials holds the primitive polynomial of each dimension by its coefficients.\nvar polynomials = []uint32{")
	for i, p := range polynomial {
		if i%16 == 0 {
			b.WriteString("\n")
		}
		fmt.Fprintf(&b, "%d, ", p)
	}
	b.WriteString("\n}\n\n// initials holds the initial direction numbers that TestDirections found.\nvar initials = [][]uint32{\nnil,\n")
	for _, initial := range chosen[1:] {
		b.WriteString("{")
		for i, m := range initial {
			if i > 0 {
				b.WriteString(", ")
			}
			fmt.Fprint(&b, m)
		}
		b.WriteString("},\n")
	}
	b.WriteString("}\n")
	text, err := format.Source(b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile("directions.go", text, 0o644); err != nil {
		t.Fatal(err)
	}
}

// TestDirectionNumbersAreSound checks what makes the sequence one of Sobol's:
// primitive polynomials, none twice, and odd initial numbers below 2^(i+1).
func TestDirectionNumbersAreSound(t *testing.T) {
	at := 1
	for degree := 1; at < testedDims; degree++ {
		for _, p := range primitive(degree) {
			if at == testedDims {
				break
			}
			if polynomials[at] != p || len(initials[at]) != degree {
				t.Fatalf("dimension %d has the polynomial %d and %d numbers, want %d and %d", at, polynomials[at], len(initials[at]), p, degree)
			}
			for i, m := range initials[at] {
				if m%2 == 0 || m >= 2<<i {
					t.Errorf("dimension %d: the number %d is %d", at, i, m)
				}
			}
			at++
		}
	}
	if n := (Sobol{}).Dims(); n != testedDims {
		t.Errorf("there are %d dimensions", n)
	}
}

// TestSobolFillsEveryInterval checks each dimension: of 2^m consecutive points
// each interval holds one, before and after scrambling.
func TestSobolFillsEveryInterval(t *testing.T) {
	for _, m := range []int{0, 3, 8} {
		for dim := range testedDims {
			for _, from := range []uint32{0, 5 << m} {
				plain, moved := map[uint32]bool{}, map[int]bool{}
				for i := range uint32(1) << m {
					plain[net(from+i, dim)>>(31-m)>>1] = true
					moved[int(Sobol{Seed: 7}.At(from+i, dim)*math.Exp2(float64(m)))] = true
				}
				if len(plain) != 1<<m || len(moved) != 1<<m {
					t.Errorf("dimension %d from %d: of %d intervals %d are filled, scrambled %d", dim, from, 1<<m, len(plain), len(moved))
				}
			}
		}
	}
}

// TestPairsAreEven bounds t for pairs and counts boxes to check it by definition.
func TestPairsAreEven(t *testing.T) {
	const m = 10
	worst, worstNear, total, pairs := 0, 0, 0, 0
	for i := range testedDims {
		for j := range i {
			u := unevenness(&directions[i], &directions[j], m)
			total, pairs = total+u, pairs+1
			if worst = max(worst, u); i < 32 {
				worstNear = max(worstNear, u)
			}
		}
	}
	t.Logf("t of %d points: %d at worst, %d at worst in 32 dimensions, %.2f on average", 1<<m, worst, worstNear, float64(total)/float64(pairs))
	if worst > 8 || worstNear > 6 || float64(total)/float64(pairs) > 2.8 {
		t.Error("pairs of dimensions are less even than they were")
	}
	for _, pair := range [][2]int{{0, 1}, {1, 2}, {4, 9}, {17, 40}} {
		want := unevenness(&directions[pair[0]], &directions[pair[1]], 6)
		if have := countedUnevenness(pair, 6); have != want {
			t.Errorf("dimensions %v: t is %d, by counting %d", pair, want, have)
		}
	}
}

// countedUnevenness is the least t by its definition, for 2^m points.
func countedUnevenness(pair [2]int, m int) int {
	for t := range m {
		even := true
		for a := 0; a <= m-t; a++ {
			count := map[[2]uint32]int{}
			for i := range uint32(1) << m {
				x, y := uint64(net(i, pair[0])), uint64(net(i, pair[1]))
				count[[2]uint32{uint32(x >> (32 - a)), uint32(y >> (32 - (m - t - a)))}]++
			}
			for _, n := range count {
				even = even && n == 1<<t
			}
			even = even && len(count) == 1<<(m-t)
		}
		if even {
			return t
		}
	}
	return m
}

// TestSobolBeatsChance integrates a product over eight dimensions whose mean is 1.
func TestSobolBeatsChance(t *testing.T) {
	const n, dims, seeds = 1024, 8, 16
	off := func(at func(seed uint64, i, d int) float64) float64 {
		sum := 0.0
		for seed := range uint64(seeds) {
			mean := 0.0
			for i := range n {
				f := 1.0
				for d := range dims {
					f *= 1 + (at(seed, i, d)-0.5)/float64(d+1)
				}
				mean += f / n
			}
			sum += (mean - 1) * (mean - 1) / seeds
		}
		return math.Sqrt(sum)
	}
	sobol := off(func(seed uint64, i, d int) float64 { return Sobol{seed}.At(uint32(i), d) })
	chance := off(func(seed uint64, i, d int) float64 {
		return Key{Seed: seed, Run: uint64(i), Entity: uint64(d)}.Uniform()
	})
	t.Logf("error: Sobol %.2g, chance %.2g", sobol, chance)
	if sobol*20 > chance {
		t.Error("points of low discrepancy do no better than they should")
	}
}

func BenchmarkSobol(b *testing.B) {
	i, sum := uint32(0), 0.0
	for b.Loop() {
		i++
		sum += Sobol{1}.At(i, 17)
	}
	_ = sum
}
