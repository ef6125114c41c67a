package palace

import (
	"fmt"
	"maps"
	"math"
	"slices"

	"reckon/arena"
	"reckon/draw"
)

// factor is what raises or lowers coup attempts and their success. The signs are
// those of the literature; the sizes are stated guesses, half a unit of logarithm
// for what moves from nothing to all, to be replaced where a case knows better.
// Sources: coordination [singh2014], counterweights [debruin2018], coup-proofing,
// spoils and resources [powell2012], grievance [thompson1973], threats [mcmahon2015],
// repression [svolik2013], tenure [svolik2009], succession [frantz2016].
type factor struct {
	name, unit, source string
	attempt, success   float64
	shape              func(float64) float64 // how the factor enters; nil as it stands
}

// The first two come from the plot; the others are handed in.
var factors = []factor{
	{"opportunity", "ln of the chance that the riskiest plot stays undetected", "singh2014", 0.25, 0, nil},
	{"strength", "log-odds that it wins, under a contest; else 0", "debruin2018", 0, 0.5, nil},
	{"new counterweight", "1 in the year after an armed organ was set up, then 0", "debruin2018", 0.7, 0, nil},
	{"coup-proofing", "structural, 0 to 1", "powell2012", -0.5, 0, nil},
	{"spoils", "what the organs are given, 0 to 1", "powell2012", -0.5, 0, nil},
	{"resources", "what the organs can bring to bear, 0 to 1", "powell2012", 0, 0.5, nil},
	{"grievance", "arrears, slights, purges, 0 to 1", "thompson1973", 0.7, 0, nil},
	{"external threat", "0 to 1", "mcmahon2015", -0.5, 0, nil},
	{"threat unclear", "how unsure the organs are of that threat, 0 to 1", "mcmahon2015", 0.5, 0, nil},
	{"reliance", "on organs for repression, 0 to 1; most harmful halfway", "svolik2013", 0.7, 0, hump},
	{"tenure", "years in office", "svolik2009", -0.3, 0, longer},
	{"succession settled", "0 no rule, 1 an heir or a rule that organs believe in", "frantz2016", -0.5, 0, nil},
}

const derived = 2 // factors that come from the plot

func hump(x float64) float64 { return 4 * x * (1 - x) }

func longer(years float64) float64 { return draw.Log(1 + max(0, years)) }

// Hazards is how likely a leader is to leave, by cause. Rates are per year; the
// zero Hazards has no other cause than a coup.
//
// A coup is attempted at the rate Attempts·exp(Σ weight·factor) and succeeds with
// log-odds logit(Success) + Σ weight·factor: two plain models, so that what deters
// attempts is told apart from what defeats them.
type Hazards struct {
	Attempts float64               // with each factor at 0; 0 is the default, 0.05: some 457 in 1950–2010 [powell2011] over 150 states
	Success  float64               // of an attempt with each factor at 0; 0 is the default, 0.5: 227 of those 457
	Weights  map[string][2]float64 // by factor, in place of the default: on attempts, on success; zeros reject it

	Frailty, Ageing float64 // of health: death at the rate Frailty·e^(Ageing·t), t years from now [gompertz1825]
	Uprising        float64
	Resignation     float64
	Abroad          float64 // removal by others than his own people
	Usurpation      float64 // by a designated heir, at its highest [zhou2021]
	Peak            float64 // years after the designation when it is highest; 0 is the default, 5
}

// Factors lists what moves coups: name, unit, weight on attempts and on success,
// and the source of the sign. The first two follow from the plot; the others are
// handed to Solver.Coup in this order.
func (h Hazards) Factors() []struct {
	Name, Unit, Source string
	Attempts, Success  float64
} {
	var list []struct {
		Name, Unit, Source string
		Attempts, Success  float64
	}
	for k, w := range h.weights() {
		f := factors[k]
		list = append(list, struct {
			Name, Unit, Source string
			Attempts, Success  float64
		}{f.name, f.unit, f.source, w[0], w[1]})
	}
	return list
}

// weights gives the weights in the order of factors.
func (h Hazards) weights() [][2]float64 {
	list := make([][2]float64, len(factors))
	for k, f := range factors {
		list[k] = [2]float64{f.attempt, f.success}
		if w, own := h.Weights[f.name]; own {
			list[k] = w
		}
	}
	return list
}

// filled returns the hazards with defaults stated.
func (h Hazards) filled() Hazards {
	if h.Attempts == 0 {
		h.Attempts = 0.05
	}
	if h.Success == 0 {
		h.Success = 0.5
	}
	if h.Peak == 0 {
		h.Peak = 5
	}
	return h
}

// faults lists what cannot be computed with; h has its defaults.
func (h Hazards) faults() arena.Faults {
	var faults arena.Faults
	const rate = "a rate per year is a number from 0 to 1000"
	for _, r := range []struct {
		at string
		x  float64
	}{
		{"attempts", h.Attempts},
		{"frailty", h.Frailty},
		{"uprising", h.Uprising},
		{"resignation", h.Resignation},
		{"abroad", h.Abroad},
		{"usurpation", h.Usurpation},
	} {
		faults.Within(r.x, 0, 1000, r.at, rate)
	}
	faults.Within(h.Ageing, 0, 1, "ageing", "mortality grows by a share a year between 0 and 1; of men past fifty by about 0.09")
	faults.Need(h.Success > 0 && h.Success < 1, "success", "the chance that an attempt succeeds is above 0 and below 1")
	faults.Need(h.Peak > 0 && h.Peak <= 1000, "peak", "the years until an heir is most dangerous are above 0")
	for _, name := range slices.Sorted(maps.Keys(h.Weights)) {
		at := fmt.Sprintf("factor %q", name)
		faults.Need(slices.ContainsFunc(factors, func(f factor) bool { return f.name == name }), at, "there is no such factor. Factors lists them")
		for _, w := range h.Weights[name] {
			faults.Within(w, -100, 100, at, "a weight is a number between -100 and 100")
		}
	}
	return faults
}

// coup is the model itself: x as the factors stand in their list.
func (h Hazards) coup(weights [][2]float64, x []float64) (attempts, success float64) {
	rate, odds := 0.0, draw.Log(h.Success/(1-h.Success))
	for k, v := range x {
		if shape := factors[k].shape; shape != nil {
			v = shape(v)
		}
		rate += float64(weights[k][0] * v)
		odds += float64(weights[k][1] * v)
	}
	return h.Attempts * draw.Exp(max(-50, min(50, rate))), 1 / (1 + draw.Exp(-max(-50, min(50, odds))))
}

// strength is the log-odds of winning, within ±4: beyond, other things decide.
func strength(rule Rule, wins float64) float64 {
	switch {
	case rule == Quota:
		return 0
	case wins >= 1:
		return 4
	case wins <= 0:
		return -4
	}
	return max(-4, min(4, draw.Log(wins/(1-wins))))
}

// opportunity is the logarithm of a chance, no lower than that of one in a million.
func opportunity(undetected float64) float64 { return draw.Log(math.Max(undetected, 1e-6)) }
