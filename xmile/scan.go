package xmile

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// word is a piece of an equation.
type word struct {
	kind wordKind
	text string // a name as written without its quotes, an operator, or a keyword in capitals
	num  float64
	dot  bool // an unquoted name, in which a dot leads into a module
}

type wordKind int

const (
	wordEnd wordKind = iota
	wordNumber
	wordName
	wordMark // operators, brackets, keywords
)

// keywords are the operators that are spelt as words.
var keywords = map[string]bool{"IF": true, "THEN": true, "ELSE": true, "AND": true, "OR": true, "NOT": true, "MOD": true}

// maxEquation bounds the text of an equation, in bytes.
const maxEquation = 100_000

// scan cuts an equation into words. What stands in {braces} is a comment.
func scan(text string) ([]word, error) {
	if len(text) > maxEquation {
		return nil, fmt.Errorf("it is longer than %d characters", maxEquation)
	}
	var words []word
	for text != "" {
		r, size := utf8.DecodeRuneInString(text)
		switch {
		case unicode.IsSpace(r) || r == '\u00a0' || r == '\ufeff':
			text = text[size:]
			continue
		case r == '{':
			end := strings.IndexByte(text, '}')
			if end < 0 {
				return nil, fmt.Errorf("a comment begins with { and does not end with }")
			}
			text = text[end+1:]
			continue
		}
		w, rest, err := cut(text, r)
		if err != nil {
			return nil, err
		}
		words, text = append(words, w), rest
	}
	return words, nil
}

// cut reads the word at the beginning of a text.
func cut(text string, r rune) (word, string, error) {
	switch {
	case r == '"':
		return cutQuoted(text)
	case r >= '0' && r <= '9', r == '.' && len(text) > 1 && text[1] >= '0' && text[1] <= '9':
		return cutNumber(text)
	case isLetter(r), r == '.' && len(text) > 1 && isLetter(rune(text[1])):
		end := strings.IndexFunc(text, func(r rune) bool { return !isLetter(r) && !unicode.IsDigit(r) && r != '.' })
		if end < 0 {
			end = len(text)
		}
		if up := strings.ToUpper(text[:end]); keywords[up] {
			return word{kind: wordMark, text: up}, text[end:], nil
		}
		return word{kind: wordName, text: text[:end], dot: true}, text[end:], nil
	}
	for _, mark := range []string{"<>", "!=", "<=", ">=", "==", "//", "&&", "||"} {
		if strings.HasPrefix(text, mark) {
			return word{kind: wordMark, text: spelling[mark]}, text[2:], nil
		}
	}
	if strings.ContainsRune("+-*/^()[],;<>=:!&|%", r) {
		mark := text[:1]
		if s, other := spelling[mark]; other {
			mark = s
		}
		return word{kind: wordMark, text: mark}, text[1:], nil
	}
	return word{}, "", fmt.Errorf("%q has no meaning in an equation", r)
}

// spelling gives the one spelling of marks that have several.
var spelling = map[string]string{
	"<>": "<>", "!=": "<>", "<=": "<=", ">=": ">=", "==": "=", "//": "//",
	"&&": "AND", "||": "OR", "&": "AND", "|": "OR", "!": "NOT", "%": "MOD",
}

func isLetter(r rune) bool {
	return r == '_' || r == '$' || unicode.IsLetter(r) || unicode.IsMark(r)
}

func cutQuoted(text string) (word, string, error) {
	for i := 1; i < len(text); i++ {
		switch text[i] {
		case '\\':
			i++
		case '"':
			return word{kind: wordName, text: text[1:i]}, text[i+1:], nil
		}
	}
	return word{}, "", fmt.Errorf("a name begins with a quotation mark and does not end with one")
}

func cutNumber(text string) (word, string, error) {
	digits := func(i int) int {
		for i < len(text) && text[i] >= '0' && text[i] <= '9' {
			i++
		}
		return i
	}
	end := digits(0)
	if end < len(text) && text[end] == '.' {
		end = digits(end + 1)
	}
	if end < len(text) && (text[end] == 'e' || text[end] == 'E') {
		sign := end + 1
		if sign < len(text) && (text[sign] == '+' || text[sign] == '-') {
			sign++
		}
		if last := digits(sign); last > sign {
			end = last
		}
	}
	v, err := strconv.ParseFloat(text[:end], 64)
	if err != nil {
		return word{}, "", fmt.Errorf("the number %.40s is too large", text[:end])
	}
	return word{kind: wordNumber, num: v}, text[end:], nil
}
