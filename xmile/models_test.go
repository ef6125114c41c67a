package xmile_test

import (
	"math"
	"os"
	"path/filepath"
	"testing"

	"reckon"
	"reckon/xmile"
)

// closed gives, by model and measure, the value after k steps, worked out by hand.
var closed = map[string]map[string]func(k float64) float64{
	"decay": {
		"ice_left": func(k float64) float64 { return 100 * math.Pow(1-0.025, k) },
		"melting":  func(k float64) float64 { return 10 * math.Pow(1-0.025, k) },
		"water":    func(k float64) float64 { return 25 + 100*(1-math.Pow(1-0.025, k)) - 0.5*k },
		"all":      func(float64) float64 { return 125 }, // what melts is water, and 2 a year drain
	},
	"delays": {
		"d1":        func(k float64) float64 { return 1 - math.Pow(a(1), k) },
		"d2":        second,
		"d3":        third,
		"s1":        func(k float64) float64 { return 1 - math.Pow(a(1), k) },
		"s2":        second,
		"s3":        third,
		"still":     func(float64) float64 { return 3 },
		"past":      func(k float64) float64 { return max(0, k-16) / 8 },
		"past_from": func(k float64) float64 { return pick(k < 16, -7, (k-16)/8) },
		"last":      func(k float64) float64 { return pick(k < 1, 5, (k-1)/8) },
		"began":     func(float64) float64 { return 3 },
		"money":     func(k float64) float64 { return 50 * math.Pow(1.01, k) },
		"growth":    func(float64) float64 { return 0.08 }, // begins with the trend that it then keeps
		"ahead":     func(k float64) float64 { return 50 * math.Pow(1.01, k) * 1.24 },
	},
	"inputs": {
		"step_up":   func(k float64) float64 { return pick(k < 7, 0, 3) },
		"ramp_up":   func(k float64) float64 { return max(0, 0.2*(k-15)) },
		"ramp_to":   func(k float64) float64 { return max(0, 0.2*(min(k, 40)-15)) },
		"once":      func(k float64) float64 { return 5 * max(0, k-3) }, // without an interval, every step from its first time on
		"again":     func(k float64) float64 { return 5 * math.Floor(max(0, (k-4)/9+1)) },
		"again_too": func(k float64) float64 { return 5 * math.Floor(max(0, (k-4)/9+1)) },
		"one_only":  func(k float64) float64 { return pick(k < 4, 0, 5) },
		"wave":      func(k float64) float64 { return 2 * math.Sin(2*math.Pi*k/30) },
		"turned":    func(k float64) float64 { return 2 * math.Cos(2*math.Pi*k/30) },
	},
	"arrays": {
		"store_north_oil":       func(k float64) float64 { return 1 + k },
		"store_far_south_cloth": func(k float64) float64 { return 6 + 6*k },
		"worth":                 func(k float64) float64 { return 460 + 420*k }, // 5·10+7·20+9·30, and 30+120+270 a day
		"northern":              func(k float64) float64 { return 6 + 6*k },
		"by_region_far_south":   func(k float64) float64 { return 15 + 12*k },
		"most":                  func(k float64) float64 { return 4 + 2*k },
		"least":                 func(k float64) float64 { return 1 + k },
		"middle":                func(float64) float64 { return 20 },
		"times":                 func(float64) float64 { return 6000 },
		"how_many":              func(float64) float64 { return 9 },
		"second":                func(float64) float64 { return 200 },
		"squared_grain":         func(float64) float64 { return 400 },
	},
	"modules": {
		"town_people":    func(k float64) float64 { return 32*math.Pow(1.5, k) - 16 }, // p' = 1.5 p + 8
		"village_people": func(k float64) float64 { return 100 - 8*k },
		"everybody":      func(k float64) float64 { return 32*math.Pow(1.5, k) - 16 + 100 - 8*k + 3 },
	},
	"macros": {
		"plain":      func(float64) float64 { return 24 },
		"by_default": func(float64) float64 { return 26 },
		"nested":     func(float64) float64 { return 12 },
		"pile":       func(k float64) float64 { return 3 + 2*k },
		"other_pile": func(k float64) float64 { return 1.5 * k },
	},
	"tables": {
		"line": func(k float64) float64 {
			t := min(4, max(0, k/2-2))
			n := min(3, math.Floor(t))
			return n*n + (t-n)*(2*n+1)
		},
		"extended": func(k float64) float64 { t := k/2 - 2; return pick(t < 1, 2*t, t+1) },
		"steps":    func(k float64) float64 { return pick(k/2-2 < 1, 7, 8) },
		"by_name":  func(k float64) float64 { return max(0, k/2-2) + 2 },
	},
	"names": {
		"grosse_der_stadt": func(float64) float64 { return 7 },
		"v_2nd_try":        func(float64) float64 { return 8 },
		"a_b_per_cent":     func(float64) float64 { return 16 },
		"a_b_per_cent_2":   func(float64) float64 { return 17 },
		"u6e29_u5ea6":      func(float64) float64 { return 18 },
		"true_value":       func(float64) float64 { return 19 },
		"max":              func(float64) float64 { return 20 },
		"dt_2":             func(float64) float64 { return 5 },
		"both":             func(float64) float64 { return 25 },
	},
	"arithmetic": {
		"powers":  func(float64) float64 { return 508.5 },
		"left":    func(float64) float64 { return 93 },
		"rest":    func(k float64) float64 { return math.Mod(k-3, 2) }, // with the sign of its first number
		"whole":   func(k float64) float64 { return math.Trunc((k - 3) / 2) },
		"nearest": func(k float64) float64 { return math.Floor((k-3)/4 + 0.5) },
		"safe":    func(k float64) float64 { return pick(k == 3, 10, 3/(k-3)) },
		"chosen":  func(k float64) float64 { return []float64{1, 1, 1, 0, 0, 1, 2}[int(k)] },
		"truth":   func(k float64) float64 { return []float64{10, 10, 10, 10, 11, 1, 1}[int(k)] },
		"circle":  func(float64) float64 { return 0.5 - 1 + math.Pi/2 },
		"roots":   func(k float64) float64 { return 4 + 3 + math.Abs(k-3) + 3 + 2 + 50 },
		"hyper":   func(float64) float64 { return 1 },
		"ends":    func(float64) float64 { return 5 },
	},
	"bounds": {
		"tank":   func(k float64) float64 { return max(0, 5-2*k) },
		"late":   func(k float64) float64 { return max(0, k-3) },
		"free":   func(k float64) float64 { return k - 3 },
		"first":  func(float64) float64 { return 3 },
		"second": func(float64) float64 { return 8 },
		"third":  func(float64) float64 { return 16 },
	},
}

// a is what one of n stages of a delay of 4 keeps in a step of 1/8.
func a(n float64) float64 { return 1 - n/32 }

// second and third are the answers of two and three stages to a step: what has left
// the last after k steps is the chance that k draws have succeeded so often.
func second(k float64) float64 {
	r := (1 - a(2)) / a(2)
	return 1 - math.Pow(a(2), k)*(1+k*r)
}

func third(k float64) float64 {
	r := (1 - a(3)) / a(3)
	return 1 - math.Pow(a(3), k)*(1+k*r+k*(k-1)/2*r*r)
}

func pick(is bool, yes, no float64) float64 {
	if is {
		return yes
	}
	return no
}

func readModel(t *testing.T, name string) *reckon.Case {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("testdata", name+".xmile"))
	if err != nil {
		t.Fatal(err)
	}
	c, found := xmile.Read(name+".xmile", text)
	for _, d := range found {
		if d.Severity != reckon.Note {
			t.Errorf("%s: %v: %s. %s", name, d.At, d.Summary, d.Detail)
		}
	}
	return c
}

// stepsOf is how many steps a case made from a model has.
func stepsOf(c *reckon.Case) int {
	switch days := int(c.Until - c.From); c.Step {
	case "week":
		return days / 7
	case "month":
		return int(math.Round(float64(days) / 30.4))
	case "year":
		return int(math.Round(float64(days) / 365.25))
	default:
		return days
	}
}

func TestModels(t *testing.T) {
	for name, measures := range closed {
		t.Run(name, func(t *testing.T) {
			c := readModel(t, name)
			o := newOracle(c)
			for measure, want := range measures {
				if c.Measure(measure)+c.Parameter(measure) < -1 {
					t.Errorf("there is no %s", measure)
					continue
				}
				for k := range stepsOf(c) + 1 {
					if got, want := o.at(measure, k), want(float64(k)); math.Abs(got-want) > 1e-9*max(1, math.Abs(want)) {
						t.Errorf("%s after %d steps is %v, want %v", measure, k, got, want)
						break
					}
				}
			}
		})
	}
}
