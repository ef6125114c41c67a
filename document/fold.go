package document

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold makes two ways of writing the same words equal, for searching and for
// matching quotations; what is shown is never folded. Composed and decomposed
// letters, capitals, kinds of quotation mark, dash and space, and the letters
// that Persian and Arabic keyboards write differently come out the same; joiners,
// soft hyphens, marks of direction, tatweel and vowel marks are dropped; a run of
// white space, line ends among it, is one space; digits are ASCII.
//
// The text at folded[i:j] stands in s[at[i]:at[j]], with the dropped marks that
// follow it; len(at) is len(folded)+1, and at never falls. An i inside a folded
// letter gives the place of the letter. Folding twice changes nothing. Invalid
// UTF-8 is read as U+FFFD. Cost: one pass, eight bytes of map for each of text.
func Fold(s string) (folded string, at []int) {
	f := folder{out: make([]byte, 0, len(s)), at: make([]int, 0, len(s)+1)}
	plain := f.ascii(s)
	for from := plain; from < len(s); {
		// Text that is composed already, nearly all there is, goes letter by letter.
		n := norm.NFC.QuickSpanString(s[from:])
		f.runes(s[from:from+n], from, 1)
		from += n
		if from < len(s) {
			from = f.composed(s, from)
		}
	}
	f.at = append(f.at, len(s))
	return string(f.out), f.at
}

type folder struct {
	out []byte
	at  []int
}

// ascii folds up to the first byte that is not ASCII, or the letter before it,
// which a mark may follow, and returns its place.
func (f *folder) ascii(s string) int {
	i := 0
	for ; i < len(s) && s[i] < utf8.RuneSelf; i++ {
		if i+1 < len(s) && s[i+1] >= utf8.RuneSelf {
			break
		}
		f.byte(s[i], i)
	}
	return i
}

// byte folds one ASCII character.
func (f *folder) byte(b byte, place int) {
	switch {
	case b >= 'A' && b <= 'Z':
		b += 'a' - 'A'
	case b == '`':
		b = '\''
	case b <= ' ' && (b == ' ' || b >= '\t' && b <= '\r'):
		f.space(place)
		return
	}
	f.out = append(f.out, b)
	f.at = append(f.at, place)
}

// space adds a space unless one stands there already.
func (f *folder) space(place int) {
	if n := len(f.out); n > 0 && f.out[n-1] == ' ' {
		return
	}
	f.out = append(f.out, ' ')
	f.at = append(f.at, place)
}

// runes folds composed text that stands at from; step is 0 when all of it comes
// from the one place.
func (f *folder) runes(s string, from, step int) {
	for i, r := range s {
		place := from + i*step
		if r < utf8.RuneSelf {
			f.byte(byte(r), place)
			continue
		}
		f.rune(r, place)
	}
}

// composed folds one letter and the marks that follow it, and returns its end.
func (f *folder) composed(s string, from int) int {
	n := norm.NFC.NextBoundaryInString(s[from:], true)
	if n <= 0 {
		n = len(s) - from
	}
	f.runes(norm.NFC.String(s[from:from+n]), from, 0)
	return from + n
}

// rune folds one character beyond ASCII.
func (f *folder) rune(r rune, place int) {
	long := unfolded(r)
	if long == "" {
		f.one(r, place)
		return
	}
	for _, q := range long {
		f.one(q, place)
	}
}

// one folds a character that stands for itself alone.
func (f *folder) one(r rune, place int) {
	switch q := foldMark(r); q {
	case dropped:
	case ' ':
		f.space(place)
	case r:
		f.add(foldLetter(r), place)
	default:
		f.add(q, place)
	}
}

// add appends a folded character.
func (f *folder) add(r rune, place int) {
	before := len(f.out)
	f.out = utf8.AppendRune(f.out, r)
	for range len(f.out) - before {
		f.at = append(f.at, place)
	}
}

// dropped stands for a character that folding leaves out.
const dropped = -1

// foldMark folds quotation marks, dashes, spaces and marks that are not seen.
//
//house:long one flat table of characters
func foldMark(r rune) rune {
	switch r {
	case '“', '”', '„', '‟', '«', '»', '″', '‶', '〝', '〞', '＂':
		return '"'
	case '‘', '’', '‚', '‛', '‹', '›', '′', '‵', '´', 'ʼ', 'ʻ', 'ʹ', '＇':
		return '\''
	case '‐', '‑', '‒', '–', '—', '―', '−', '⁃', '﹘', '﹣', '－':
		return '-'
	case 0x85, 0xa0, 0x1680, 0x202f, 0x205f, 0x2028, 0x2029, 0x3000:
		return ' '
	case 0xad, 0x61c, 0x180e, 0x2060, 0xfeff: // soft hyphen, Arabic letter mark, joiners
		return dropped
	case 'ـ', 0x670: // tatweel, superscript alef
		return dropped
	}
	switch {
	case r >= 0x2000 && r <= 0x200a:
		return ' '
	case r >= 0x200b && r <= 0x200f, r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069:
		return dropped // zero-width spaces and joiners, marks of direction
	case r >= 0x610 && r <= 0x61a, r >= 0x64b && r <= 0x65f:
		return dropped // vowel and reading marks
	case r >= 0x6d6 && r <= 0x6ed && unicode.Is(unicode.Mn, r):
		return dropped
	}
	return r
}

// foldLetter folds case, and the letters and digits of Arabic script.
func foldLetter(r rune) rune {
	switch r {
	case 'ي', 'ى', 'ۍ', 'ێ', 'ې', 'ے':
		return 'ی'
	case 'ك', 'ڪ', 'ګ':
		return 'ک'
	case 'ة', 'ۀ', 'ە', 'ہ', 'ھ', 'ۂ', 'ۃ':
		return 'ه'
	case 'أ', 'إ', 'آ', 'ٱ', 'ٲ', 'ٳ':
		return 'ا'
	}
	switch {
	case r >= '٠' && r <= '٩':
		return '0' + r - '٠'
	case r >= '۰' && r <= '۹':
		return '0' + r - '۰'
	}
	return unicode.ToLower(unicode.ToUpper(r)) // up first, so that ς and σ meet
}

// unfolded spells out one character that stands for several: the sharp s, the
// ellipsis, the ligatures and shapes of letters that PDF files are full of.
func unfolded(r rune) string {
	switch {
	case r == 'ß' || r == 'ẞ':
		return "ss"
	case r == '…':
		return "..."
	case r >= 0xfb00 && r <= 0xfb06, r >= 0xfb50 && r <= 0xfdff, r >= 0xfe70 && r <= 0xfefc:
		return strings.TrimLeft(norm.NFKC.String(string(r)), " ") // a mark alone is spelled on a space
	}
	return ""
}
