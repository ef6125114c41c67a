package document

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// shape is what a stretch of text looks like, from one pass over it.
type shape struct {
	words    int
	capitals int  // words of four letters and more that begin with a capital
	long     int  // words of four letters and more
	stops    int  // ends of sentences inside it
	ends     rune // what it ends in, closing quotation marks and brackets left off; 0 for a letter or digit
}

// shapeOf measures a text; a long one only as far as anything asks.
func shapeOf(s string) shape {
	var h shape
	h.ends = endOf(s)
	if len(s) > 4000 {
		s = s[:4000]
	}
	letters, capital, before := 0, false, rune(0)
	for _, r := range s + " " {
		if !blank(r) {
			if letters == 0 {
				capital = unicode.IsUpper(r)
			}
			if letters++; letters == 2 && !capital && unicode.IsPunct(before) {
				capital = unicode.IsUpper(r) // the first letter after an opening mark
			}
			before = r
			continue
		}
		if letters > 0 {
			h.words++
			if letters >= 4 {
				h.long++
				if capital {
					h.capitals++
				}
			}
			if letters >= 4 && (before == '.' || before == '!' || before == '?') {
				h.stops++
			}
		}
		letters = 0
	}
	if h.ends != 0 && h.ends != ':' && h.stops > 0 {
		h.stops-- // the last one ends it
	}
	return h
}

// endOf gives the mark that a text ends in, behind quotation marks, brackets and
// digits of a footnote; 0 when it ends in a letter.
func endOf(s string) rune {
	for s != "" {
		r, n := utf8.DecodeLastRuneInString(s)
		switch {
		case strings.ContainsRune("\"'”’»)]›*†", r):
			s = s[:len(s)-n]
			continue
		case strings.ContainsRune(".!?…:;,؟۔。", r):
			return r
		}
		return 0
	}
	return 0
}

// closed reports that a text ends as a sentence does.
func closed(s string) bool {
	switch endOf(s) {
	case '.', '!', '?', '…', '؟', '۔', '。', ':':
		return true
	}
	return false
}

// prose reports running text: a sentence or more, not a label or a title.
func (h shape) prose() bool {
	return h.ends != 0 && h.words >= 8 && !h.titled() || h.words >= 30 && h.long > 0 && h.capitals*10 < h.long*6
}

// titled reports that most long words begin with a capital.
func (h shape) titled() bool { return h.long > 0 && h.capitals*10 >= h.long*7 }

// heading reports what may be a heading: short, and no sentence.
func (h shape) heading() bool {
	if h.words == 0 || h.words > 16 || h.stops > 1 {
		return false
	}
	return h.ends == 0 || h.ends == '?' && h.words <= 12 && h.titled() || h.ends == '!' && h.titled()
}

// markHeadings marks short blocks without a full stop that stand before prose.
func markHeadings(text string, blocks []Block) {
	follows := false // prose stands below, perhaps below further headings
	for i := len(blocks) - 1; i >= 0; i-- {
		b := &blocks[i]
		s := text[b.Start:b.End]
		if len(s) > 400 {
			follows = true
			continue
		}
		h := shapeOf(s)
		switch {
		case b.Kind == Item && b.Number > 0 && follows && h.heading() && h.words <= 10 && alone(blocks, i) && startsHigh(s):
			b.Kind, b.Level = Heading, 2 // "2. Background": a number and nothing like it beside it
			b.Number = 0
		case b.Kind != Paragraph:
			follows = true
		case h.heading() && startsHigh(s):
			if follows {
				b.Kind, b.Level = Heading, 2
			}
		default:
			follows = true
		}
	}
}

// alone reports that no item stands beside block i.
func alone(blocks []Block, i int) bool {
	return (i == 0 || blocks[i-1].Kind != Item) && (i+1 == len(blocks) || blocks[i+1].Kind != Item)
}

// startsHigh reports that a text begins with a capital, a digit or a letter of a
// script without capitals.
func startsHigh(s string) bool {
	for _, r := range s {
		if unicode.IsLetter(r) {
			return !unicode.IsLower(r)
		}
		if unicode.IsDigit(r) {
			return true
		}
	}
	return false
}

// fields splits a text into words in small letters, without the marks around them.
func fields(s string) []string {
	words := strings.Fields(strings.ToLower(s))
	out := words[:0]
	for _, w := range words {
		if w = strings.Trim(w, ".,;:!?()[]|/\"'“”‘’–—-•·"); w != "" {
			out = append(out, w)
		}
	}
	return out
}

// isCredit reports the line of a picture: "Photo by …", "Map: …", "(AP Photo/…)".
func isCredit(s string) bool {
	if len(s) > 300 {
		return false
	}
	w := fields(s)
	if len(w) == 0 || len(w) > 40 {
		return false
	}
	if credits[w[0]] && len(w) > 1 {
		sep := strings.IndexAny(s, ":/©|")
		if joins[w[1]] || sep > 0 && sep < len(w[0])+12 && len(w) <= 25 {
			return true
		}
	}
	return ownedPicture(s, len(w))
}

// ownedPicture reports a short line that ends in the owner of a picture, after a
// slash, in brackets, or after the sign of copyright.
func ownedPicture(s string, words int) bool {
	cut := strings.LastIndexAny(s, "/(©|[")
	if cut < 0 || words > 40 {
		return false
	}
	tail := fields(s[cut+1:])
	if len(tail) == 0 || len(tail) > 5 {
		return false
	}
	for _, w := range tail {
		for part := range strings.SplitSeq(w, "/") {
			if agencies[part] {
				return words <= 12 || s[cut] != '('
			}
		}
	}
	return strings.HasSuffix(strings.TrimSpace(s[:cut]), "AP Photo")
}

// isNavigation reports a short line of menu words, or a row of labels.
func isNavigation(s string) bool {
	if strings.ContainsAny(s, "|»›") && !closed(s) {
		return true
	}
	w := fields(s)
	if len(w) == 0 || len(w) > 8 || endOf(s) == '?' {
		return len(w) == 0
	}
	menu, known := 0, 0
	for _, x := range w {
		if navigation[x] {
			menu++
		}
		if navigation[x] || smallWords[x] || digit(rune(x[0])) >= 0 {
			known++
		}
	}
	return menu > 0 && known*2 > len(w) || navigation[w[0]] && !closed(s) && len(w) <= 4
}

// isStanding reports a line that stands below texts: rights, tags, ways to more.
func isStanding(s string) bool {
	low := strings.ToLower(s[:min(len(s), 80)])
	for _, p := range standingPhrases {
		if strings.HasPrefix(low, p) {
			return true
		}
	}
	return false
}
