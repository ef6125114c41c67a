package palace

import (
	"math"

	"reckon/draw"
)

// The causes by which a leader leaves, in the order of Causes.
const (
	death = iota
	coup
	heir
	uprising
	resignation
	abroad
	causes
)

// Causes names the causes in the order in which By and Step give chances.
func (h Hazards) Causes() [causes]string {
	return [causes]string{"death", "coup", "heir", "uprising", "resignation", "abroad"}
}

// By gives the chance that the leader leaves by each cause within some years from
// now, and that he stays: competing risks, each the integral of its rate times the
// chance to be there still. Successful coups come at a constant rate; the heir was
// designated so many years ago, negative when there is none. With constant rates it
// is the closed form λ_k/Λ·(1−e^(−ΛT)); with death alone 1−exp(−(a/b)(e^(bT)−1)).
// Otherwise integrals are good to about 1e-12. Numbers that are none give chances
// of none: the leader stays.
func (h Hazards) By(years, coups, designated float64) (by [causes]float64, stays float64) {
	h = h.filled()
	if !(years > 0 && coups >= 0) || len(h.faults()) > 0 || math.IsInf(years+coups, 1) {
		return by, 1
	}
	total := h.gathered(0, years, coups, designated)
	sum, kinds := 0.0, 0
	for _, x := range total {
		sum += x
		if x > 0 {
			kinds++
		}
	}
	stays = draw.Exp(-sum)
	constant := (h.Ageing == 0 || h.Frailty == 0) && total[heir] == 0
	switch {
	case kinds == 0:
		return by, 1
	case kinds == 1 && math.IsInf(sum, 1):
		by[death] = 1
		return by, 0
	case kinds == 1 || constant:
		for k, x := range total {
			by[k] = x / sum * (1 - stays)
		}
		return by, stays
	}
	h.integrate(&by, years, coups, designated)
	rest := 1 - stays
	for k := range by {
		if k != death {
			rest -= by[k]
		}
	}
	by[death] = max(0, rest)
	return by, stays
}

// Step gives the chance to leave by each cause between two moments, in years from
// now, given that the leader is there at the first: rates are gathered exactly and
// shared out in proportion, which for constant rates is exact and for others errs by
// the square of the step.
func (h Hazards) Step(from, to, coups, designated float64) (by [causes]float64) {
	h = h.filled()
	if !(to > from && coups >= 0) || math.IsInf(to-from+coups, 1) {
		return by
	}
	by = h.gathered(from, to, coups, designated)
	sum := 0.0
	for k := range by {
		by[k] = max(0, by[k])
		sum += by[k]
	}
	if !(sum > 0) {
		return [causes]float64{}
	}
	if math.IsInf(sum, 1) {
		return [causes]float64{death: 1}
	}
	share := (1 - draw.Exp(-sum)) / sum
	for k := range by {
		by[k] *= share
	}
	return by
}

// gathered is each cause's rate summed up between two moments.
func (h Hazards) gathered(from, to, coups, designated float64) (total [causes]float64) {
	span := to - from
	total = [causes]float64{
		death: h.Frailty * draw.Exp(h.Ageing*from) * grown(h.Ageing, span),
		coup:  coups * span, uprising: h.Uprising * span, resignation: h.Resignation * span, abroad: h.Abroad * span,
	}
	if designated >= 0 && h.Usurpation > 0 {
		total[heir] = h.Usurpation * h.Peak * math.E * (humped((designated+from)/h.Peak) - humped((designated+to)/h.Peak))
	}
	return total
}

// grown is (e^(bt)−1)/b, which is t where b is 0.
func grown(b, t float64) float64 {
	if x := b * t; x > 1e-4 {
		return (draw.Exp(x) - 1) / b
	}
	x := b * t
	return t * (1 + float64(x/2*(1+float64(x/3*(1+float64(x/4))))))
}

// humped is (1+x)e^(−x), what is left of the integral of x·e^(−x).
func humped(x float64) float64 { return float64((1 + x) * draw.Exp(-x)) }

// rate is the heir's at a moment: highest, Usurpation, at Peak years.
func (h Hazards) rate(designated, t float64) float64 {
	x := (designated + t) / h.Peak
	return h.Usurpation * x * draw.Exp(1-x)
}

// integrate sums rate times survival over panels by Gauss and Legendre's rule of
// four points, for the causes other than death.
func (h Hazards) integrate(by *[causes]float64, years, coups, designated float64) {
	const panels = 256
	nodes := [4]float64{-0.8611363115940526, -0.3399810435848563, 0.3399810435848563, 0.8611363115940526}
	weights := [4]float64{0.34785484513745385, 0.6521451548625461, 0.6521451548625461, 0.34785484513745385}
	years = min(years, h.horizon(years, coups, designated))
	half := years / panels / 2
	for p := range panels {
		middle := float64(half * float64(2*p+1))
		for i, x := range nodes {
			t := middle + float64(half*x)
			alive := 0.0
			for _, g := range h.gathered(0, t, coups, designated) {
				alive += g
			}
			w := float64(half * weights[i] * draw.Exp(-alive))
			by[coup] += float64(w * coups)
			by[uprising] += float64(w * h.Uprising)
			by[resignation] += float64(w * h.Resignation)
			by[abroad] += float64(w * h.Abroad)
			if designated >= 0 && h.Usurpation > 0 {
				by[heir] += float64(w * h.rate(designated, t))
			}
		}
	}
}

// horizon is a time after which nobody stays, to within e⁻⁴⁰, or years.
func (h Hazards) horizon(years, coups, designated float64) float64 {
	for years > 1e-9 {
		sum := 0.0
		for _, g := range h.gathered(0, years/2, coups, designated) {
			sum += g
		}
		if sum < 40 {
			break
		}
		years /= 2
	}
	return years
}
