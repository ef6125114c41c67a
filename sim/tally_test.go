package sim

import (
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// TestHistogramQuantiles: within half a percent of the quantile by definition, and
// exact at the ends.
func TestHistogramQuantiles(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 1))
		list := make([]float64, 1+r.IntN(400))
		scale := math.Pow(10, float64(r.IntN(9)-4))
		for i := range list {
			switch r.IntN(8) {
			case 0:
				list[i] = 0
			case 1:
				list[i] = math.Inf(1)
			default:
				list[i] = r.NormFloat64() * scale
			}
		}
		var h histogram
		h.addAll(list)
		slices.Sort(list)
		for _, q := range []float64{0, 0.05, 0.25, 0.5, 0.75, 0.95, 1} {
			want := list[max(0, int(math.Ceil(q*float64(len(list))))-1)]
			got := h.quantile(q)
			if got != want && !(math.Abs(got-want) <= 0.005*math.Abs(want)) {
				t.Fatalf("quantile %v of %d is %v, by definition %v", q, len(list), got, want)
			}
		}
		if h.quantile(0) != list[0] || h.quantile(1) != list[len(list)-1] {
			t.Fatal("the ends are not exact")
		}
	})
}

// TestHistogramSplits: any split and order of the numbers gives the same histogram.
func TestHistogramSplits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		list := rapid.SliceOfN(rapid.Float64(), 1, 40).Draw(t, "numbers")
		cut := rapid.IntRange(0, len(list)).Draw(t, "cut")
		var whole, left, right histogram
		whole.addAll(list)
		right.addAll(list[:cut])
		left.addAll(list[cut:])
		left.join(&right)
		a, b := writer{}, writer{}
		a.histograms([]histogram{whole})
		b.histograms([]histogram{left})
		if string(a.b) != string(b.b) || left.filled != whole.filled || left.filled != len(listed(&left)) {
			t.Fatal("another histogram")
		}
	})
}

// TestHistogramIsFlat: ten times the numbers take hardly more room.
func TestHistogramIsFlat(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	var h histogram
	var few int
	for n := range 300_000 {
		if n == 30_000 {
			few = h.filled
		}
		h.addAll([]float64{r.NormFloat64()})
	}
	if many := h.filled; many > few*3/2 || many > 9000 {
		t.Errorf("30 000 numbers take %d bins, 300 000 take %d", few, many)
	}
}

// TestUnknownIsNotCounted: a measure without a value has no quantile.
func TestUnknownIsNotCounted(t *testing.T) {
	var h histogram
	h.addAll([]float64{math.NaN(), 2, math.Copysign(0, -1), math.NaN()})
	if h.total != 2 || math.Signbit(h.quantile(0)) || h.quantile(1) != 2 {
		t.Errorf("%d counted, from %v to %v", h.total, h.quantile(0), h.quantile(1))
	}
	if x := new(histogram).quantile(0.5); x == x {
		t.Errorf("the middle of nothing is %v", x)
	}
}

// TestTallyOfBytes: what is written is read back, and damage is an error.
func TestTallyOfBytes(t *testing.T) {
	w := newWild(5)
	tally := tallied(t, model(t, w.c, Settings{}), Job{Seed: 3, To: 40})
	b := []byte(bytesOf(t, tally))
	var read Tally
	if err := read.UnmarshalBinary(b); err != nil {
		t.Fatal(err)
	}
	if bytesOf(t, &read) != string(b) || read.Quantile(0, 3, 0.5) != tally.Quantile(0, 3, 0.5) {
		t.Error("another tally was read")
	}
	for at := 0; at < len(b); at += 1 + len(b)/200 {
		broken := slices.Clone(b)
		broken[at] ^= 0x10
		if err := read.UnmarshalBinary(broken); err == nil {
			t.Errorf("a flipped bit at %d was not seen", at)
		}
		if err := read.UnmarshalBinary(b[:at]); err == nil {
			t.Errorf("%d of %d bytes were taken for a tally", at, len(b))
		}
	}
	later := slices.Replace(slices.Clone(b), len(opening)-2, len(opening)-1, '1')
	if err := read.UnmarshalBinary(later); err == nil || !strings.Contains(err.Error(), "another version") {
		t.Errorf("another version: %v", err)
	}
}

// TestBinsOfBytes: histograms of all kinds of bins are read back as they were, in the
// light of the one before or not.
func TestBinsOfBytes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		near := rapid.Map(rapid.IntRange(0, 1<<20), func(k int) float64 { return 100.0/3 + float64(k)*0x1p-46 }) // several in a bin
		number := rapid.OneOf(rapid.Float64(), near, rapid.Map(rapid.IntRange(0, 300), func(k int) float64 { return float64(k) }))
		list := make([]histogram, 3)
		list[0].addAll(rapid.SliceOfN(number, 0, 200).Draw(t, "numbers"))
		list[1].join(&list[0])
		list[1].addAll(rapid.SliceOfN(number, 0, 3).Draw(t, "more"))
		list[2].join(&list[1])
		w := writer{}
		w.histograms(list)
		read, r := make([]histogram, 3), reader{b: w.b}
		r.histograms(read)
		if r.bad || len(r.b) > 0 {
			t.Fatal("not read")
		}
		for i := range list {
			if want, got := listed(&list[i]), listed(&read[i]); !slices.Equal(got, want) {
				t.Fatalf("histogram %d: %v, want %v", i, got, want)
			}
		}
	})
}

// TestBinsAlike: what is as it was a step before takes a byte for 31 bins.
func TestBinsAlike(t *testing.T) {
	list := make([]histogram, 2)
	for i := range list {
		for k := range 100 {
			list[i].addAll([]float64{math.Pow(1.1, float64(k))})
		}
	}
	once, twice := writer{}, writer{}
	once.histograms(list[:1])
	twice.histograms(list)
	if more := len(twice.b) - len(once.b); more != 1+4 {
		t.Errorf("100 bins as before take %d bytes", more)
	}
}

// listed returns the bins of a histogram.
func listed(h *histogram) []bin {
	var list []bin
	h.bins(func(b bin) bool {
		list = append(list, b)
		return true
	})
	return list
}

// TestNoNumber: two waits that do not end have no difference. A run that is asked for
// it has no answer, is not counted among those that have, and leaves a tally that can
// be written and read.
func TestNoNumber(t *testing.T) {
	c := still(4)
	ask(c, "apart", with("-", call("first", opt(0)), call("first", opt(0))))
	tally := tallied(t, model(t, c, Settings{}), Job{To: 5})
	var read Tally
	if err := read.UnmarshalBinary([]byte(bytesOf(t, tally))); err != nil {
		t.Fatal(err)
	}
	if q := read.Questions()[0]; !q.Covered || q.Runs != 0 || read.Number(0, 0.5) == read.Number(0, 0.5) {
		t.Errorf("%+v", q)
	}
}

// FuzzTally: bytes that are no tally are an error, never a panic, and what is read
// is written back alike. The check sum is mended, so that what is behind it is met.
func FuzzTally(f *testing.F) {
	for seed := range uint64(3) {
		w := newWild(seed)
		m, err := New(w.c, nil, Settings{Until: day("2026-03-05")})
		must(err)
		f.Add([]byte(bytesOf(f, tallied(f, m, Job{To: 3}))))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		if len(b) < len(opening)+8 {
			return
		}
		body := append([]byte(opening), b[len(opening):len(b)-8]...)
		w := writer{body}
		w.fixed(checksum(body))
		var read Tally
		if read.UnmarshalBinary(w.b) != nil {
			return
		}
		again := []byte(bytesOf(t, &read))
		var twice Tally
		if err := twice.UnmarshalBinary(again); err != nil || bytesOf(t, &twice) != string(again) {
			t.Fatalf("not read back: %v", err)
		}
	})
}
