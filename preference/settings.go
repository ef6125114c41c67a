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

// Fits returns an error when a setting is stated that the kind does not take, or
// that no case could have. What is left zero is not stated.
func (k Kind) Fits(set Settings) error {
	for _, s := range []struct {
		name   string
		stated bool
	}{
		{"alpha", set.Alpha != 0},
		{"beta", set.Beta != 0},
		{"gamma", set.Gamma != 0},
		{"threshold", set.Threshold != 0},
		{"thresholds", len(set.Thresholds) > 0},
		{"ties", set.Ties != ""},
	} {
		if s.stated && !slices.Contains(k.Settings, s.name) {
			return fmt.Errorf("%s has no setting %s, which is for %s; leave it out, or choose that kind", k.Name, s.name, owner(s.name))
		}
	}
	shares := map[string]float64{"alpha": set.Alpha, "beta": set.Beta, "gamma": set.Gamma, "threshold": set.Threshold}
	for _, name := range sorted(shares) {
		if _, err := share(name, shares[name], 0.5); err != nil {
			return err
		}
	}
	_, err := oneOf("ties", set.Ties, ties...)
	return err
}

// owner names the kind that takes a setting.
func owner(setting string) string {
	all := Kinds()
	return all[slices.IndexFunc(all, func(k Kind) bool { return slices.Contains(k.Settings, setting) })].Name
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
