package petrarch

import "strings"

// line is one line of a file without its comment.
type line struct {
	file   string
	number int
	start  int    // byte of the file
	text   string // never blank; blanks at its end are cut, those at its start kept
}

// lines walks over the lines that say something: # begins a comment outside
// brackets, <!-- --> may hold several lines.
func lines(file, text string) func(yield func(line) bool) {
	return func(yield func(line) bool) {
		number, start := 0, 0
		inside := false
		for start < len(text) {
			number++
			end := len(text)
			if n := strings.IndexByte(text[start:], '\n'); n >= 0 {
				end = start + n
			}
			body := text[start:end]
			body, inside = uncommented(body, inside)
			body = strings.TrimRight(body, " \t\r")
			if strings.TrimSpace(body) != "" && !yield(line{file, number, start, body}) {
				return
			}
			start = end + 1
		}
	}
}

// uncommented cuts the comments out of a line; inside says whether one is open.
func uncommented(s string, inside bool) (string, bool) {
	if inside {
		n := strings.Index(s, "-->")
		if n < 0 {
			return "", true
		}
		s = s[n+3:]
	}
	for {
		n := strings.Index(s, "<!--")
		if n < 0 {
			break
		}
		m := strings.Index(s[n:], "-->")
		if m < 0 {
			return s[:n], true
		}
		s = s[:n] + s[n+m+3:]
	}
	depth := 0
	for i := range len(s) {
		switch s[i] {
		case '[':
			depth++
		case ']':
			depth--
		case '#':
			if depth <= 0 {
				return s[:i], false
			}
		}
	}
	return s, false
}
