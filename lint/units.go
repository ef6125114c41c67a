package lint

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// unit is a product of factors. A number without a stated unit is loose: it fits
// anything that it is added to or compared with. A bare number has no unit where
// it multiplies; what a measure without a unit would bring there is not known.
type unit struct {
	factors []factor // by key
	loose   bool     // fits anything
	unknown bool     // and so does every product with it
}

// factor is one word of a unit with its power, never 0.
type factor struct {
	key   string // in lower case, without a plural s
	word  string // as written
	power int
}

var (
	bare    = unit{loose: true}
	unknown = unit{loose: true, unknown: true}
)

// unitOf reads a unit: words joined by *, /, per or a, with whole powers such as
// ^2 and brackets. Anything else is one word.
func unitOf(text string) unit {
	if text = strings.TrimSpace(text); text == "" {
		return unknown
	}
	if len(text) > maxUnit {
		return unit{factors: []factor{{text, text, 1}}}
	}
	text = " " + strings.Join(strings.Fields(text), " ") + " "
	for _, word := range []string{" per ", " a ", " an "} {
		text = strings.ReplaceAll(text, word, "/")
	}
	r := unitReader{rest: strings.NewReplacer("·", "*", "×", "*").Replace(strings.TrimSpace(text))}
	return r.product()
}

// unitReader reads a unit from left to right.
type unitReader struct{ rest string }

// product reads words up to the end or a closing bracket.
func (r *unitReader) product() unit {
	var u unit
	sign := 1
	for r.rest != "" {
		switch r.rest[0] {
		case '*':
			sign, r.rest = 1, r.rest[1:]
		case '/':
			sign, r.rest = -1, r.rest[1:]
		case ')':
			r.rest = r.rest[1:]
			return u
		case '(':
			r.rest = r.rest[1:]
			u = u.times(r.product(), sign)
		default:
			end := strings.IndexAny(r.rest, "*/()")
			if end < 0 {
				end = len(r.rest)
			}
			u = u.times(wordUnit(r.rest[:end]), sign)
			r.rest = r.rest[end:]
		}
	}
	return u
}

// maxUnit is the longest text in which words of a unit are told apart, in bytes.
const maxUnit = 200

// maxPower bounds the powers that are read, and maxProduct those that they multiply
// to: beyond it nothing is known.
const (
	maxPower   = 99
	maxProduct = 1_000_000
)

// scales are words that count others: a million barrels are a million times a
// barrel.
var scales = []string{"hundred", "thousand", "million", "billion", "trillion"}

// wordUnit reads one word with its power; "1" is no unit.
func wordUnit(text string) unit {
	word, power := strings.TrimSpace(text), 1
	if scale, rest, found := strings.Cut(word, " "); found && slices.Contains(scales, scale) {
		return wordUnit(scale).times(wordUnit(rest), 1)
	}
	if base, exponent, found := strings.Cut(word, "^"); found {
		if n, err := strconv.Atoi(strings.TrimSpace(exponent)); err == nil && n != 0 && n >= -maxPower && n <= maxPower {
			word, power = strings.TrimSpace(base), n
		}
	}
	if word == "" || word == "1" {
		return unit{}
	}
	return unit{factors: []factor{{singular(word), word, power}}}
}

// singular is what a word is known by: barrel and barrels are one unit.
func singular(word string) string {
	word = strings.ToLower(word)
	if word == "%" {
		return "percent"
	}
	if bare, plural := strings.CutSuffix(word, "s"); plural && len(bare) > 2 && !strings.HasSuffix(bare, "s") {
		return bare
	}
	return word
}

// times multiplies by another unit, or by its power.
func (u unit) times(v unit, power int) unit {
	if u.unknown || v.unknown {
		return unknown
	}
	if power == 0 {
		return u
	}
	product := unit{loose: u.loose && v.loose, factors: slices.Clone(u.factors)}
	for _, f := range v.factors {
		if f.power > maxProduct || f.power < -maxProduct {
			return unknown
		}
		i, found := slices.BinarySearchFunc(product.factors, f, func(a, b factor) int { return cmp.Compare(a.key, b.key) })
		if !found {
			product.factors = slices.Insert(product.factors, i, factor{f.key, f.word, f.power * power})
			continue
		}
		if product.factors[i].power += f.power * power; product.factors[i].power == 0 {
			product.factors = slices.Delete(product.factors, i, i+1)
		}
	}
	return product
}

// pure reports whether a number has no unit, or fits as one that has none.
func (u unit) pure() bool { return len(u.factors) == 0 }

// same reports whether two units are one, or either fits anything.
func (u unit) same(v unit) bool {
	return u.loose || v.loose || slices.EqualFunc(u.factors, v.factors, func(a, b factor) bool { return a.key == b.key && a.power == b.power })
}

// percent reports whether percent is counted.
func (u unit) percent() bool {
	return slices.ContainsFunc(u.factors, func(f factor) bool { return f.key == "percent" && f.power > 0 })
}

// said writes the unit into a sentence.
func (u unit) said() string {
	if len(u.factors) == 0 {
		return "a number without a unit"
	}
	return strconv.Quote(u.String())
}

// String writes the unit as an author would.
func (u unit) String() string {
	var scale, over, under []string
	for _, f := range u.factors {
		if f.power == 1 && slices.Contains(scales, f.key) {
			scale = append(scale, f.word)
			continue
		}
		word, list := f.word, &over
		if f.power < 0 {
			list = &under
		}
		if n := max(f.power, -f.power); n > 1 {
			word += "^" + strconv.Itoa(n)
		}
		*list = append(*list, word)
	}
	if len(over) > 0 {
		scale = append(scale, strings.Join(over, " * "))
	}
	text := strings.Join(scale, " ")
	if text == "" {
		text = "1"
	}
	for _, word := range under {
		text += " / " + word
	}
	return text
}
