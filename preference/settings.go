package preference

import (
	"fmt"
	"maps"
	"math/big"
	"slices"
	"strconv"
)

// Settings are the numbers and choices that some kinds take. A zero field stands
// for its default.
type Settings struct {
	Alpha      float64            `json:"alpha,omitempty"`      // probabilistic: an actor moves where the odds of a gain exceed 1 − alpha; default 0.5
	Beta       float64            `json:"beta,omitempty"`       // probabilistic: what deters him is better with odds of at most 1 − beta; default 0.5
	Gamma      float64            `json:"gamma,omitempty"`      // probabilistic: others answer by moves whose odds of a gain exceed 1 − gamma; default 0.5
	Threshold  float64            `json:"threshold,omitempty"`  // fuzzy: how sure a preference must be to move an actor, 0 to 1; default 0.5
	Thresholds map[string]float64 `json:"thresholds,omitempty"` // fuzzy: by actor, where it is not Threshold
	Ties       string             `json:"ties,omitempty"`       // attitudes: which ties are as good as a gain: both, friends or never; default both
}

// share returns a setting in (0,1] as the decimal it was written as.
func share(name string, x, otherwise float64) (*big.Rat, error) {
	if x == 0 {
		x = otherwise
	}
	if !(x > 0 && x <= 1) {
		return nil, fmt.Errorf("%s is %v; it is a number above 0 and at most 1", name, x)
	}
	return decimal(x), nil
}

// decimal returns a number exactly as it is written, so that 1 − 0.9 is 0.1.
func decimal(x float64) *big.Rat {
	r, ok := new(big.Rat).SetString(strconv.FormatFloat(x, 'g', -1, 64))
	if !ok {
		return new(big.Rat)
	}
	return r
}

func text(x *big.Rat) string {
	f, _ := x.Float64()
	return strconv.FormatFloat(f, 'g', -1, 64)
}

// sorted returns the keys of a map in order.
func sorted[T any](m map[string]T) []string { return slices.Sorted(maps.Keys(m)) }

// oneOf returns a choice, the first of those offered unless it is stated.
func oneOf(name, choice string, offered ...string) (string, error) {
	switch {
	case choice == "":
		return offered[0], nil
	case slices.Contains(offered, choice):
		return choice, nil
	}
	return "", fmt.Errorf("%s is %q; choose one of %q", name, choice, offered)
}
