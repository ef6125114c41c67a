package grammar

import (
	"unicode"
	"unicode/utf8"

	"reckon/perceptron"
)

// atoms are the properties of one word that features are made of.
type atoms struct {
	word           perceptron.Feature    // lower case, plain quotation marks, digits as 0
	prefix, suffix [4]perceptron.Feature // of one to four letters of the same
	shorter        [3]perceptron.Feature // the word without its last one to three letters
	shape          perceptron.Feature    // capitals, digits, marks
	class          perceptron.Feature    // the tags it had in training; 0 unknown
}

// read makes the atoms of a word. Cost: a few operations a byte, no allocation.
func read(word string) atoms {
	var a atoms
	var plain [48]byte
	norm := plain[:0]
	upper, lowers, digits, marks := 0, 0, 0, 0
	for i, r := range word {
		switch {
		case 'a' <= r && r <= 'z':
			lowers++
		case 'A' <= r && r <= 'Z':
			upper++
			r += 'a' - 'A'
		case '0' <= r && r <= '9':
			digits++
			r = '0'
		case r < 0x80:
			marks++
		default:
			r, upper, lowers, marks = foreign(r, upper, lowers, marks)
		}
		if i < 40 {
			norm = utf8.AppendRune(norm, r)
		}
	}
	h := perceptron.Feature(len(word) / 40)
	for i, c := range norm {
		a.shorter[2], a.shorter[1], a.shorter[0] = a.shorter[1], a.shorter[0], h
		h = perceptron.Mix(h, perceptron.Feature(c))
		if i < len(a.prefix) {
			a.prefix[i] = h
		}
	}
	a.word = h
	h = 1
	for i := range min(len(norm), len(a.suffix)) {
		h = perceptron.Mix(h, perceptron.Feature(norm[len(norm)-1-i]))
		a.suffix[i] = h
	}
	a.shape = shape(word, upper, lowers, digits, marks)
	return a
}

// foreign folds a character beyond ASCII: quotation marks and dashes to the plain
// ones that the training text mostly has.
func foreign(r rune, upper, lowers, marks int) (folded rune, up, low, mark int) {
	switch r {
	case '‘', '’':
		return '\'', upper, lowers, marks + 1
	case '“', '”', '«', '»':
		return '"', upper, lowers, marks + 1
	case '–', '—', '‑', '−':
		return '-', upper, lowers, marks + 1
	}
	switch {
	case unicode.IsUpper(r):
		return unicode.ToLower(r), upper + 1, lowers, marks
	case unicode.IsLetter(r):
		return r, upper, lowers + 1, marks
	}
	return r, upper, lowers, marks + 1
}

func shape(word string, upper, lowers, digits, marks int) perceptron.Feature {
	first, _ := utf8.DecodeRuneInString(word)
	s := perceptron.Feature(0)
	if unicode.IsUpper(first) {
		s = 1
	}
	for i, n := range [...]int{upper, lowers, digits, marks} {
		s |= perceptron.Feature(min(n, 2)) << (2 + 2*i)
	}
	return s
}

// Features of a template and one, two or three properties.
func one(t, a perceptron.Feature) perceptron.Feature { return perceptron.Mix(t, a) }

func two(t, a, b perceptron.Feature) perceptron.Feature {
	return perceptron.Mix(perceptron.Mix(t, a), b)
}

func three(t, a, b, c perceptron.Feature) perceptron.Feature {
	return perceptron.Mix(perceptron.Mix(perceptron.Mix(t, a), b), c)
}
