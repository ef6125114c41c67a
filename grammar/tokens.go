package grammar

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// scanner cuts one block into tokens by the conventions of the English Web
// Treebank: clitics stand alone (do n't, Iran 's), hyphens between words are
// tokens (hard - liners) except after prefixes (non-proliferation), numbers,
// abbreviations, addresses and telephone numbers stay whole.
type scanner struct {
	text    string // of the document
	at, end int    // bytes
	from    int    // where the block starts
}

// piece is a token before it is a word of a sentence.
type piece struct{ start, end int }

// next gives the next token; false at the end of the block.
func (s *scanner) next() (piece, bool) {
	s.skip()
	if s.at >= s.end {
		return piece{}, false
	}
	start := s.at
	r, size := s.rune(start)
	switch {
	case s.address(start):
	case s.not(start):
	case wordRune(r):
		s.word(start)
	case r == '\'' || r == '’' || r == '‘' || r == '`':
		s.apostrophe(start, r, size)
	default:
		s.mark(start, r, size)
	}
	return piece{start, s.at}, true
}

// skip passes over white space and characters without width.
func (s *scanner) skip() {
	for s.at < s.end {
		r, size := s.rune(s.at)
		if !blank(r) {
			return
		}
		s.at += size
	}
}

func blank(r rune) bool {
	if r < 0x80 {
		return r == ' ' || '\t' <= r && r <= '\r' || r < 0x20 || r == 0x7f
	}
	return unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) && r != 0xad || unicode.IsControl(r)
}

// wordRune reports whether a character is part of words and numbers.
func wordRune(r rune) bool {
	if r < 0x80 {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9' || r == '_'
	}
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || r == 0xad)
}

func letter(r rune) bool { return r >= 'A' && wordRune(r) && r != '_' && !unicode.IsDigit(r) }

func digit(r rune) bool { return '0' <= r && r <= '9' }

// rune gives the character at a byte and its size; 0 outside the block.
func (s *scanner) rune(at int) (rune, int) {
	if at < s.from || at >= s.end {
		return 0, 0
	}
	if c := s.text[at]; c < utf8.RuneSelf {
		return rune(c), 1
	}
	return utf8.DecodeRuneInString(s.text[at:s.end])
}

// before gives the character that ends at a byte; 0 outside the block.
func (s *scanner) before(at int) rune {
	if at <= s.from {
		return 0
	}
	r, _ := utf8.DecodeLastRuneInString(s.text[s.from:at])
	return r
}

// address takes a web or mail address whole.
func (s *scanner) address(start int) bool {
	rest := s.text[start:s.end]
	if !strings.HasPrefix(rest, "http") && !strings.HasPrefix(rest, "www.") && !s.mail(start) {
		return false
	}
	stop := strings.IndexFunc(rest, func(r rune) bool {
		return blank(r) || strings.ContainsRune("<>\"“”()[]{}|", r)
	})
	if stop >= 0 {
		rest = rest[:stop]
	}
	rest = strings.TrimRight(rest, ".,;:!?'’…*")
	if rest == "" || rest[0] == 'h' && !strings.Contains(rest, "://") {
		return false
	}
	s.at = start + len(rest)
	return true
}

// mail reports whether a mail address begins at a byte.
func (s *scanner) mail(start int) bool {
	for i := start; i < s.end; i++ {
		switch c := s.text[i]; {
		case c == '@':
			after, _ := s.rune(i + 1)
			return i > start && wordRune(after)
		case !wordRune(rune(c)) && c != '.' && c != '-' && c != '+':
			return false
		}
	}
	return false
}

// word takes a word or number that begins at a byte.
func (s *scanner) word(start int) {
	s.at = start
	for s.at < s.end {
		r, size := s.rune(s.at)
		if !wordRune(r) {
			if size = s.joint(start, r, size); size == 0 {
				break
			}
		}
		s.at += size
	}
	s.fullStop(start)
	s.clip(start)
}

// joint gives the size of a mark at the current byte that joins the word before
// it to what follows; 0 when the word ends here.
func (s *scanner) joint(start int, r rune, size int) int {
	prev := s.before(s.at)
	next, _ := s.rune(s.at + size)
	if !wordRune(next) {
		return 0
	}
	whole := s.text[start:s.at]
	ok := false
	switch r {
	case '\'', '’':
		ok = letter(prev) && letter(next) && !s.clitic(s.at, size) && !s.negation(start)
	case '.':
		ok = s.dotJoins(whole, prev, next)
	case ',':
		ok = digit(prev) && s.digits(s.at+1) == 3
	case ':':
		ok = digit(prev) && s.digits(s.at+1) == 2
	case '/':
		ok = digit(prev) && digit(next) || len(whole) == 1 && s.letters(s.at+1) == 1
	case '&':
		ok = unicode.IsUpper(prev) && unicode.IsUpper(next) && s.letters(s.at+1) <= 2
	case '-', '‑':
		ok = s.hyphenJoins(whole, prev, next, size)
	}
	if !ok {
		return 0
	}
	return size
}

// dotJoins tells the dot of a number, an abbreviation or a file name from the
// end of a sentence without a space after it.
func (s *scanner) dotJoins(whole string, prev, next rune) bool {
	if digit(prev) {
		return digit(next) || unicode.IsLower(next)
	}
	if !letter(prev) {
		return false
	}
	if dotted(whole) {
		return letter(next)
	}
	return unicode.IsLower(prev) && unicode.IsLower(next)
}

// dotted reports whether a stretch is single letters with dots between: U.S, e.g.
func dotted(word string) bool {
	want := true
	for _, r := range word {
		if want != letter(r) || !want && r != '.' {
			return false
		}
		want = !want
	}
	return !want
}

// hyphenJoins keeps prefixes, telephone numbers and dates in one token.
func (s *scanner) hyphenJoins(whole string, prev, next rune, size int) bool {
	if digit(prev) && digit(next) {
		k := s.digits(s.at + size)
		more, _ := s.rune(s.at + size + k)
		second, _ := s.rune(s.at + size + k + 1)
		return strings.ContainsAny(whole, "-") || more == '-' && digit(second) || len(whole) == 3 && k == 4
	}
	if _, ok := prefixes[lower(whole)]; ok && letter(prev) {
		return letter(next) || digit(next)
	}
	return false
}

// digits counts the digits from a byte on.
func (s *scanner) digits(at int) int {
	n := 0
	for at+n < s.end && digit(rune(s.text[at+n])) {
		n++
	}
	return n
}

// letters counts the ASCII letters from a byte on.
func (s *scanner) letters(at int) int {
	n := 0
	for at+n < s.end && letter(rune(s.text[at+n])) && s.text[at+n] < 0x80 {
		n++
	}
	return n
}

// clitic reports whether 's, 'll and the like begin at the apostrophe at a byte.
func (s *scanner) clitic(at, size int) bool {
	n := s.letters(at + size)
	if r, _ := s.rune(at + size + n); wordRune(r) || n == 0 || n > 2 {
		return false
	}
	switch lower(s.text[at+size : at+size+n]) {
	case "s", "m", "d", "ll", "re", "ve":
		return true
	}
	return false
}

// negation cuts the n of n't off the word that began at start.
func (s *scanner) negation(start int) bool {
	at := s.at
	if s.at-1 == start || !s.not(s.at-1) {
		return false
	}
	s.at = at - 1
	return true
}

// fullStop takes the full stop of an abbreviation into the token.
func (s *scanner) fullStop(start int) {
	r, _ := s.rune(s.at)
	after, _ := s.rune(s.at + 1)
	if r == '.' && after != '.' && !letter(after) && s.abbreviation(s.text[start:s.at]) {
		s.at++
	}
}

// abbreviation reports whether the dot after a word belongs to it.
func (s *scanner) abbreviation(word string) bool {
	if dotted(word) {
		return len(word) > 2 && strings.Contains(word, ".") || s.initial(word)
	}
	kind, known := abbreviations[lower(word)]
	switch {
	case !known:
		return false
	case strings.HasSuffix(kind, "?"):
		return digit(s.following())
	case kind == "name" || kind == "num":
		return capital(word)
	}
	return capital(word) || kind == "word" || s.following() != 0 && !unicode.IsUpper(s.following()) || word == "etc"
}

// initial reports whether a single letter with a dot is the initial of a name
// rather than the last word of a sentence.
func (s *scanner) initial(word string) bool {
	if !capital(word) {
		return (word == "p" || word == "c") && digit(s.following()) || word == "v" && unicode.IsUpper(s.following())
	}
	at := s.at + 1
	for r, size := s.rune(at); size > 0 && blank(r); r, size = s.rune(at) {
		at += size
	}
	r, size := s.rune(at)
	if !unicode.IsUpper(r) {
		return r == ',' || unicode.IsLower(r) && word != "I"
	}
	if dot, _ := s.rune(at + size); dot == '.' {
		return true
	}
	stop := at
	for r, size := s.rune(stop); wordRune(r); r, size = s.rune(stop) {
		stop += size
	}
	_, opens := openers[lower(s.text[at:stop])]
	return word != "I" && !opens
}

// following gives the first character after the current mark and white space.
func (s *scanner) following() rune {
	at := s.at + 1
	r, size := s.rune(at)
	for size > 0 && blank(r) {
		at += size
		r, size = s.rune(at)
	}
	return r
}

func capital(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r)
}

// clip shortens a word that is two tokens: a number with its unit, cannot, gonna.
func (s *scanner) clip(start int) {
	word := s.text[start:s.at]
	if digit(rune(word[0])) {
		n := s.digits(start)
		for n < len(word) && (word[n] == '.' || word[n] == ',') && s.digits(start+n+1) > 0 {
			n += 1 + s.digits(start+n+1)
		}
		if _, ok := units[lower(strings.TrimRight(word[n:], "."))]; ok {
			s.at = start + n
		}
		return
	}
	switch len(word) {
	case 5:
		if w := lower(word); w == "gonna" || w == "gotta" || w == "wanna" {
			s.at = start + 3
		}
	case 6:
		if lower(word) == "cannot" {
			s.at = start + 3
		}
	}
}

// not takes the n't that a word left.
func (s *scanner) not(start int) bool {
	if c := s.text[start]; c != 'n' && c != 'N' || !letter(s.before(start)) {
		return false
	}
	r, size := s.rune(start + 1)
	if r != '\'' && r != '’' || s.letters(start+1+size) != 1 || lower(s.text[start+1+size:start+2+size]) != "t" {
		return false
	}
	s.at = start + 2 + size
	return true
}

// apostrophe takes a clitic, an elided word ('em, '90s) or a quotation mark.
func (s *scanner) apostrophe(start int, r rune, size int) {
	s.at = start + size
	next, width := s.rune(s.at)
	if next == r && r != '’' && r != '‘' {
		s.at += width
		return
	}
	if r == '`' || r == '‘' && !digit(next) {
		return
	}
	if wordRune(s.before(start)) {
		if s.clitic(start, size) {
			s.at += s.letters(s.at)
		}
		return
	}
	n := s.letters(s.at)
	switch lower(s.text[s.at : s.at+n]) {
	case "em", "til", "tis", "twas", "n", "cause":
		if c, _ := s.rune(s.at + n); !wordRune(c) && c != '\'' && c != '’' {
			s.at += n
		}
		return
	}
	if k := s.digits(s.at); k == 2 && n == 0 {
		s.at += k
		if c, _ := s.rune(s.at); c == 's' {
			s.at++
		}
	}
}

// mark takes punctuation: runs of dots, dashes and the like are one token.
func (s *scanner) mark(start int, r rune, size int) {
	s.at = start + max(size, 1)
	run := func(of string) {
		for s.at < s.end {
			c, width := s.rune(s.at)
			if c == 0 || !strings.ContainsRune(of, c) {
				return
			}
			s.at += width
		}
	}
	switch r {
	case '!', '?':
		run("!?")
	case '.', '-', '=', '*', '~', '_', '+', '#', '<', '>':
		run(string(r))
	case '…':
		run("….")
	}
}
