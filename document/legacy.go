package document

import (
	"strings"
	"unicode"

	"golang.org/x/text/encoding/charmap"
)

// legacy is an encoding of one byte a letter, from before Unicode, and the script
// of its letters beyond ASCII.
type legacy struct {
	name   string
	chars  *charmap.Charmap
	script *unicode.RangeTable
}

// legacies are those that texts in the languages that can be told come in; the
// first is taken when nothing speaks for another.
var legacies = []legacy{
	{"windows-1252", charmap.Windows1252, unicode.Latin},
	{"windows-1250", charmap.Windows1250, unicode.Latin},
	{"windows-1254", charmap.Windows1254, unicode.Latin},
	{"windows-1256", charmap.Windows1256, unicode.Arabic},
	{"windows-1251", charmap.Windows1251, unicode.Cyrillic},
	{"koi8-r", charmap.KOI8R, unicode.Cyrillic},
	{"windows-1253", charmap.Windows1253, unicode.Greek},
	{"windows-1255", charmap.Windows1255, unicode.Hebrew},
}

// guess tells a legacy encoding by the small words that come out of it. A script
// other than Latin is believed only where words are wholly in it: a Latin word
// has letters of ASCII beside its accents.
func guess(b []byte) legacy {
	b = b[:min(len(b), 2*sample)]
	best, most := legacies[0], 0
	for _, l := range legacies {
		if hits := l.hits(b); hits > most {
			best, most = l, hits
		}
	}
	if most == 0 && looksArabic(b) {
		return legacies[3]
	}
	return best
}

// hits counts the small words with letters beyond ASCII that are words of the
// encoding's script.
func (l legacy) hits(b []byte) int {
	text, err := l.chars.NewDecoder().Bytes(b)
	if err != nil {
		return 0 // a table of characters knows no errors
	}
	hits, pure, mixed := 0, 0, 0
	for w := range strings.FieldsFuncSeq(string(text), func(r rune) bool { return !unicode.IsLetter(r) }) {
		far := 0
		for _, r := range w {
			if r >= 0x80 {
				far++
			}
		}
		switch {
		case far == 0:
			continue
		case far < len([]rune(w)):
			mixed++
		default:
			pure++
		}
		for _, i := range smallWordOf[folded(w)] {
			if languages[i].script == l.script {
				hits++
				break
			}
		}
	}
	if l.script != unicode.Latin && pure < 2*mixed {
		return 0
	}
	return hits
}

// looksArabic tells windows-1256 from windows-1252 without a word that is known:
// letters beyond ASCII come in whole words there, one by one here.
func looksArabic(b []byte) bool {
	high, words, ascii := 0, 0, 0
	for i, c := range b {
		if c >= 0x80 {
			high++
			if i == 0 || b[i-1] < 0x80 {
				words++
			}
		} else if c|0x20 >= 'a' && c|0x20 <= 'z' {
			ascii++
		}
	}
	return high >= 2*words+words/2 && high >= ascii
}
