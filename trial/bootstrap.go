package trial

import (
	"math/bits"
	"slices"
)

// stream is the splitmix64 generator [steele2014]: every named statistic draws
// from its own, so that one more reading changes no other's interval.
type stream uint64

func newStream(seed uint64, name string) *stream {
	h := uint64(14695981039346656037) // FNV-1a
	for _, b := range []byte(name) {
		h = (h ^ uint64(b)) * 1099511628211
	}
	s := stream(seed*0x9e3779b97f4a7c15 ^ h)
	return &s
}

func (s *stream) next() uint64 {
	*s += 0x9e3779b97f4a7c15
	z := uint64(*s)
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

// below returns a number from 0 to n−1.
func (s *stream) below(n int) int {
	high, _ := bits.Mul64(s.next(), uint64(n))
	return int(high)
}

// resample calls f with draws of n choices out of n, with repetition: the
// bootstrap [efron1979].
func (b *bench) resample(name string, n int, f func(pick []int)) {
	if n == 0 {
		return
	}
	s := newStream(b.set.Seed, name)
	pick := make([]int, n)
	for range b.set.Draws {
		for i := range pick {
			pick[i] = s.below(n)
		}
		f(pick)
	}
}

// intervals returns the middle 90% of the weighted mean of each column of
// points over the draws, all columns on the same draws.
func (b *bench) intervals(name string, weight []float64, columns ...[]float64) [][2]float64 {
	drawn := make([][]float64, len(columns))
	b.resample(name, len(weight), func(pick []int) {
		for c, points := range columns {
			sum, total := 0.0, 0.0
			for _, i := range pick {
				sum += weight[i] * points[i]
				total += weight[i]
			}
			drawn[c] = append(drawn[c], sum/total)
		}
	})
	spans := make([][2]float64, len(columns))
	for c := range drawn {
		spans[c] = middle90(drawn[c])
	}
	return spans
}

// middle90 cuts the lowest and the highest twentieth off the values.
func middle90(values []float64) [2]float64 {
	if len(values) == 0 {
		return [2]float64{}
	}
	slices.Sort(values)
	cut := len(values) / 20
	return [2]float64{values[cut], values[len(values)-1-cut]}
}
