package palace

import (
	"fmt"
	"testing"
)

// BenchmarkPalace20: the bar is 60 ms; a throwaway program took 55 ms.
func BenchmarkPalace20(b *testing.B) {
	c := invented(1, 20, 0.4)
	for b.Loop() {
		weakest(b, c)
	}
}

func BenchmarkPalace24(b *testing.B) {
	c := invented(1, 24, 0.4)
	c.Success = Contest
	for b.Loop() {
		weakest(b, c)
	}
}

// BenchmarkPalace60: the bar is 10 s with a proof or a stated gap.
func BenchmarkPalace60(b *testing.B) {
	for name, c := range map[string]Capital{
		"thin": invented(1, 60, 0.05), "dense": invented(1, 60, 0.8),
		"hard": strict(1, 60), "hard contest": func() Capital { c := strict(1, 60); c.Success = Contest; return c }(),
		"hard dense": func() Capital {
			c := invented(1, 60, 1)
			for i := range c.Watches {
				c.Watches[i].Chance /= 40
			}
			return c
		}(),
		"two thirds": func() Capital { c := strict(2, 60); c.Share = 0.67; return c }(),
	} {
		b.Run(fmt.Sprint(name), func(b *testing.B) {
			for b.Loop() {
				p := weakest(b, c)
				b.ReportMetric(float64(p.Examined), "families")
				b.ReportMetric(p.Ceiling/p.Risk, "ceiling/risk")
				b.ReportMetric(float64(len(p.Coalition)), "members")
			}
		})
	}
}
