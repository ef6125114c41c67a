package profile

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"reckon/document"
)

// turn is a stretch of a transcript under the label of who speaks.
type turn struct {
	label      string
	start, end int  // bytes, after the label
	stop       bool // the label ends in a full stop
}

// Labels of those who ask, and of the one who answers where nobody is named.
var (
	questions = map[string]bool{"q": true, "question": true, "interviewer": true, "reporter": true, "journalist": true, "host": true, "moderator": true, "anchor": true}
	answers   = map[string]bool{"a": true, "answer": true}
)

// maxLabel is the longest label of a turn, in bytes.
const maxLabel = 60

// turnsOf lists the turns of a document: lines that begin with a label and a
// colon. A turn goes on to the next label; headings and the text around the
// statements end it.
func turnsOf(d *document.Document) []turn {
	var list []turn
	open := false // the last turn goes on
	for _, b := range d.Blocks {
		if b.Kind != document.Paragraph && b.Kind != document.Item && b.Kind != document.Heading {
			open = false
			continue
		}
		text := d.Text[b.Start:b.End]
		for at := 0; at < len(text); {
			next := strings.IndexByte(text[at:], '\n') + 1
			if next == 0 {
				next = len(text) - at
			}
			label, size := labelOf(text[at : at+next])
			stop := false
			if size == 0 {
				label, size = stopLabel(text[at : at+next])
				stop = size > 0
			}
			switch {
			case size > 0:
				list = append(list, turn{label, b.Start + at + size, b.Start + at + next, stop})
				open = true
			case b.Kind == document.Heading:
				open = false
			case open:
				list[len(list)-1].end = b.Start + at + next
			}
			at += next
		}
	}
	return list
}

// labelOf reads the label that a line begins with, and how many bytes it takes
// with its colon; 0 when there is none. A label is one to six words that begin
// with capitals, such as "President Example:"; small words may stand between.
func labelOf(line string) (label string, size int) {
	lead := len(line) - len(strings.TrimLeft(line, " \t*_#>"))
	colon := strings.IndexByte(line[:min(len(line), lead+maxLabel)], ':')
	if colon <= lead {
		return "", 0
	}
	label = strings.TrimRight(line[lead:colon], " *_")
	end := colon + 1
	for end < len(line) && (line[end] == '*' || line[end] == '_') {
		end++
	}
	if end < len(line) && line[end] != ' ' && line[end] != '\n' && line[end] != '\t' && line[end] != '\r' {
		return "", 0
	}
	words := 0
	for w := range strings.FieldsSeq(label) {
		words++
		r, _ := utf8.DecodeRuneInString(w)
		small := words > 1 && (w == "of" || w == "the" || w == "de" || w == "al" || strings.HasPrefix(w, "al-"))
		if !unicode.IsUpper(r) && !unicode.Is(unicode.Lo, r) && !small || strings.ContainsAny(w, `,;"“”?!0123456789`) {
			return "", 0
		}
	}
	if words == 0 || words > 6 {
		return "", 0
	}
	return label, end
}

// stopLabel reads the labels of official transcripts, which end in a full stop:
// "Q.", "The President.", "Audience members.". Others are too like sentences.
func stopLabel(line string) (label string, size int) {
	label, _, found := strings.Cut(line[:min(len(line), maxLabel)], ". ")
	if !found || label == "" {
		return "", 0
	}
	switch low := strings.ToLower(label); {
	case label == "Q" || strings.HasPrefix(label, "Audience member"):
	case !strings.HasPrefix(label, "The "):
		return "", 0
	default:
		for w := range strings.FieldsSeq(low) {
			if lexical.classes[w]&title == 0 {
				return "", 0
			}
		}
	}
	return label, len(label) + 1
}

// isTranscript says whether turns make a transcript in which the speaker has a
// voice: his label and at least one other turn, or one turn that is his from the
// start, or questions and answers.
func isTranscript(turns []turn, his func(label string) bool) bool {
	mine, asks, replies := 0, 0, 0
	for _, u := range turns {
		switch l := strings.ToLower(u.label); {
		case his(u.label):
			mine++
		case questions[l]:
			asks++
		case answers[l]:
			replies++
		}
	}
	return mine > 0 || asks > 0 && replies > 0
}
