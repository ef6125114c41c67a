package palace

import (
	"fmt"
	"math"

	"pgregory.net/rapid"

	"reckon/draw"
)

// oracle is the risk of each coalition by definition, with chances multiplied as
// they stand.
func oracle(c Capital) (riskiest float64, set uint64, all []float64) {
	c = c.filled()
	watch := map[[2]string]float64{}
	for _, w := range c.Watches {
		watch[[2]string{w.By, w.Of}] = w.Chance
	}
	all = make([]float64, 1<<len(c.Organs))
	for s := 1; s < len(all); s++ {
		u, force, rest := 1.0, 0.0, 0.0
		for j, o := range c.Organs {
			if s>>j&1 == 0 {
				rest += o.Force
				continue
			}
			force += o.Force
			u *= 1 - o.Distrust
			for i, by := range c.Organs {
				if s>>i&1 == 0 {
					u *= 1 - watch[[2]string{by.Name, o.Name}]
				}
			}
		}
		win := 0.0
		switch {
		case c.Success == Quota && force >= c.Share*(force+rest)-1e-12*(force+rest):
			win = 1
		case c.Success == Contest && force > 0:
			win = 1 / (1 + math.Pow(rest/force, c.Decisiveness))
		}
		if all[s] = u * win; all[s] > riskiest {
			riskiest, set = all[s], uint64(s)
		}
	}
	return riskiest, set, all
}

// organ names the i-th organ.
func organ(i int) string { return fmt.Sprintf("o%02d", i) }

// equal gives n organs of force 1 with the same distrust.
func equal(n int, distrust float64) Capital {
	var c Capital
	for i := range n {
		c.Organs = append(c.Organs, Organ{Name: organ(i), Force: 1, Distrust: distrust})
	}
	return c
}

// watched adds watches of one chance wherever watching says so.
func (c Capital) watched(d float64, watching func(i, j int) bool) Capital {
	for i := range c.Organs {
		for j := range c.Organs {
			if i != j && watching(i, j) {
				c.Watches = append(c.Watches, Watch{organ(i), organ(j), d})
			}
		}
	}
	return c
}

// invented is a palace made from a seed: a share of all watches, chances up to 0.6.
func invented(seed uint64, n int, dense float64) Capital {
	u := func(purpose uint32, i, j int) float64 {
		return draw.Key{Seed: seed, Module: 99, Purpose: purpose, Entity: uint64(i), Step: uint32(j)}.Uniform()
	}
	c := Capital{}
	for i := range n {
		c.Organs = append(c.Organs, Organ{Name: organ(i), Force: 0.2 + u(1, i, 0), Distrust: 0.3 * u(2, i, 0)})
	}
	for i := range n {
		for j := range n {
			if i != j && u(3, i, j) < dense {
				c.Watches = append(c.Watches, Watch{organ(i), organ(j), 0.6 * u(4, i, j)})
			}
		}
	}
	return c
}

// anyCapital draws a small palace, with round numbers so that ties occur.
func anyCapital(t *rapid.T, most int) Capital {
	tenth := rapid.IntRange(0, 10)
	c := Capital{
		Success:      rapid.SampledFrom([]Rule{Quota, Contest}).Draw(t, "success"),
		Share:        rapid.SampledFrom([]float64{0.3, 0.5, 0.67, 1}).Draw(t, "share"),
		Decisiveness: rapid.SampledFrom([]float64{0.5, 1, 3}).Draw(t, "decisiveness"),
	}
	n := rapid.IntRange(2, most).Draw(t, "organs")
	for i := range n {
		c.Organs = append(c.Organs, Organ{
			Name: organ(i), Force: float64(tenth.Draw(t, "force")), Distrust: float64(tenth.Draw(t, "distrust")) / 10,
		})
	}
	c.Organs[0].Force++
	for i := range n {
		for j := range n {
			if d := rapid.IntRange(-10, 10).Draw(t, "watch"); i != j && d > 0 {
				c.Watches = append(c.Watches, Watch{organ(i), organ(j), float64(d) / 10})
			}
		}
	}
	return c
}

func sum(list []float64) float64 {
	total := 0.0
	for _, x := range list {
		total += x
	}
	return total
}
