package priority

import "strings"

// label is a number or letter that marks an entry: (1), 2), (b), (iii).
type label struct {
	start, end int // bytes
	style      byte
	value      int
}

// opens says whether a label can be the first of a list.
func (l label) opens() bool { return l.value == 1 }

// before says whether the next label goes on counting.
func (l label) before(next label) bool {
	if l.style == 'r' && next.style == 'a' || l.style == 'a' && next.style == 'r' { // (i) may be a letter
		return false
	}
	return next.style == l.style && next.value == l.value+1
}

// labelAt reads a label that starts at a byte.
func labelAt(text string, i int) (label, bool) {
	start := i
	bracket := text[i] == '('
	if bracket {
		i++
	} else if i > 0 && text[i-1] != ' ' && text[i-1] != '\n' {
		return label{}, false
	}
	j := i
	for j < len(text) && j < i+4 && (text[j] >= '0' && text[j] <= '9' || text[j] >= 'a' && text[j] <= 'z') {
		j++
	}
	if j == i || j >= len(text) || text[j] != ')' {
		return label{}, false
	}
	word := text[i:j]
	l := label{start: start, end: j + 1}
	switch {
	case word[0] <= '9':
		if len(word) > 2 || strings.ContainsFunc(word, func(r rune) bool { return r > '9' }) {
			return label{}, false
		}
		for _, d := range word {
			l.value = l.value*10 + int(d-'0')
		}
		l.style = '1'
	case roman(word) > 0 && word != "c" && word != "d":
		l.style, l.value = 'r', roman(word)
	case len(word) == 1:
		l.style, l.value = 'a', int(word[0]-'a')+1
	default:
		return label{}, false
	}
	return l, true
}

// roman reads i to xii; 0 is no such number.
func roman(word string) int {
	for k, r := range []string{"i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"} {
		if word == r {
			return k + 1
		}
	}
	return 0
}
