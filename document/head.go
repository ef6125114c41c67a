package document

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"reckon"
)

// dress tells what stands around a text from the text itself: the title, who
// wrote it and when above it; the picture credits in it; the author and the rights
// below it. What a format has said already is only looked for, never overruled.
func (d *Document) dress() {
	for i := range d.Blocks {
		b := &d.Blocks[i]
		if b.Kind == Paragraph || b.Kind == Heading {
			if isCredit(d.Text[b.Start:b.End]) {
				b.Kind, b.Level = Caption, 0
			}
		}
	}
	body := d.bodyStart()
	title := d.titleLine(body)
	for i := range body {
		d.headLine(i, title)
	}
	d.dateHead(body)
	if title >= 0 {
		d.Blocks[title].Kind, d.Blocks[title].Level, d.Blocks[title].Number = Heading, 1, 0
		if d.Title == "" {
			d.tell("title", &d.Title, oneLine(unlabelled(d.string(title), titleLabels)), "line in the text")
		}
	}
	d.dressFoot(body)
}

// tell notes a value once, with where it was found.
func (d *Document) tell(what string, into *string, value, where string) {
	value = strings.TrimSpace(value)
	if *into != "" || value == "" {
		return
	}
	*into = value
	d.Found[what] = where
}

// dated notes the day of publication once.
func (d *Document) dated(day reckon.Date, where string) {
	if d.Published == 0 && day != 0 {
		d.Published = day
		d.Found["published"] = where
	}
}

func (d *Document) string(i int) string { return d.Text[d.Blocks[i].Start:d.Blocks[i].End] }

// maxHead is how many blocks may stand above a text.
const maxHead = 30

// bodyStart is the first block of running text.
func (d *Document) bodyStart() int {
	for i := range min(len(d.Blocks), maxHead) {
		b := d.Blocks[i]
		if b.Kind == Item || b.Kind == Paragraph && (b.End-b.Start > 400 || shapeOf(d.string(i)).prose() && !isNavigation(d.string(i))) {
			return i
		}
	}
	return 0
}

// titleLine is the block above the text that is most like its title; -1 for none.
func (d *Document) titleLine(body int) int {
	best, most := -1, 0
	for i := range body {
		s := d.string(i)
		if d.Title != "" && sameWords(d.Title, s) {
			return i
		}
		if points := d.titlePoints(i, body); points > most {
			best, most = i, points
		}
	}
	return best
}

// titlePoints weighs a line as a title: long enough to say something, one
// sentence at most, near the author and the date.
func (d *Document) titlePoints(i, body int) int {
	b, s := d.Blocks[i], d.string(i)
	h := shapeOf(s)
	_, dateOnly := dateLine(s)
	name, _ := bylineName(s)
	if b.Kind != Paragraph && b.Kind != Heading || h.words == 0 || h.words > 30 || dateOnly || name != "" || isStanding(s) || strings.ContainsAny(s, "@") {
		return 0
	}
	if labelled(s, headLabels) {
		return 0
	}
	points := min(h.words, 10) - 5*h.stops
	if labelled(s, titleLabels) {
		points += 12
	}
	if _, beside := dateBeside(s); beside {
		points -= 6
	}
	if b.Kind == Heading && b.Level == 1 {
		points += 8
	}
	if isNavigation(s) {
		points -= 8
	}
	if h.words < 3 {
		points -= 3
	}
	if i+1 < body {
		next := d.string(i + 1)
		_, dated := dateLine(next)
		if by, _ := bylineName(next); by != "" || dated || isName(next) {
			points += 4
		}
	}
	if isName(s) || labelled(s, []string{"by "}) {
		points = min(points, 1) // a title only where nothing else is one
	}
	return points
}

// headLine says what a line above the text is.
func (d *Document) headLine(i, title int) {
	b, s := &d.Blocks[i], d.string(i)
	if i == title || b.Kind != Paragraph && b.Kind != Heading {
		return
	}
	day, dateOnly := dateLine(s)
	name, said := bylineName(s)
	switch {
	case name != "" && (said || i > title && title >= 0):
		b.Kind = Byline
		d.tell("author", &d.Author, name, "line in the text")
		if day != 0 {
			d.dated(day, "line in the text")
		}
	case labelled(s, headLabels) || title >= 0 && labelled(s, []string{"by "}):
		b.Kind = Byline
		if labelled(s, authorLabels) {
			d.tell("author", &d.Author, oneLine(unlabelled(s, authorLabels)), "line in the text")
		}
	case dateOnly:
		b.Kind = Byline
		d.dated(day, "line in the text")
	case d.Author != "" && sameWords(d.Author, s):
		b.Kind = Byline
	case i < title || !d.leads(i) && (isNavigation(s) || b.Kind == Heading && title >= 0):
		b.Kind = Masthead
	default:
		return
	}
	b.Level = 0
}

// leads reports that prose follows a heading at once, so that it heads that prose.
func (d *Document) leads(i int) bool {
	return d.Blocks[i].Kind == Heading && i+1 < len(d.Blocks) && shapeOf(d.string(i+1)).prose()
}

// maxFoot is how many blocks may stand below a text, and maxStray how many of the
// text's own may stand among them.
const maxFoot, maxStray = 12, 2

// dressFoot sets apart what stands below a text. A row of menu words counts only
// at the very end.
func (d *Document) dressFoot(body int) {
	stray := 0
	for i, n := len(d.Blocks)-1, 0; i > body && n < maxFoot && stray <= maxStray; i, n = i-1, n+1 {
		b, s := &d.Blocks[i], d.string(i)
		if b.Kind != Paragraph && b.Kind != Heading && b.Kind != Item {
			continue
		}
		if isStanding(s) || d.aboutAuthor(s, n) || stray == 0 && len(s) < 200 && !closed(s) && isNavigation(s) {
			b.Kind, b.Level, b.Number = Footer, 0, 0
			continue
		}
		stray++
	}
}

// aboutAuthor reports a line on the author: it opens with his name and says what
// he is. Without a byline only the last lines count, and only with a calling.
func (d *Document) aboutAuthor(s string, fromEnd int) bool {
	if len(s) > 1200 || strings.ContainsAny(s, "“\"«") && len(s) > 400 {
		return false
	}
	for author := range strings.SplitSeq(d.Author, "; ") {
		if author != "" && strings.HasPrefix(folded(s), folded(author)) {
			return saysWhat(s[min(len(s), len(author)):], false)
		}
	}
	if fromEnd > 1 {
		return false
	}
	is := strings.Index(s, " is ")
	return is > 0 && isName(s[:is]) && saysWhat(s[is:], true)
}

// saysWhat reports that a text goes on with what a person is or was.
func saysWhat(s string, strict bool) bool {
	w := fields(s[:min(len(s), 200)])
	verb := false
	for i, x := range w[:min(len(w), 14)] {
		switch x {
		case "is", "was", "served", "serves", "covers", "writes", "teaches", "reports", "heads", "directs", "edits", "contributed", "works":
			verb = verb || i < 4
		}
		if verb && (!strict || callings[x]) {
			return true
		}
	}
	return false
}

// folded is the folded text alone.
func folded(s string) string {
	f, _ := Fold(s)
	return f
}

// sameWords reports that two texts are the same but for how they are written.
func sameWords(a, b string) bool {
	return strings.TrimSpace(folded(a)) == strings.TrimSpace(folded(b))
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// bylineName reads the author of a line like "By A B", "A B and C D, Agency" or a
// bare name. said is true when the line says "by".
func bylineName(s string) (name string, said bool) {
	if len(s) > 200 {
		return "", false
	}
	rest := strings.TrimSpace(s)
	for _, by := range authorLabels {
		if len(rest) > len(by) && strings.EqualFold(rest[:len(by)], by) {
			rest, said = strings.TrimSpace(rest[len(by):]), true
			break
		}
	}
	var names []string
	for i, part := range splitNames(rest) {
		if !isName(part) {
			if i == 0 || !said && !officeWord(part) {
				return "", false
			}
			break // what follows the names: the paper, the place, the date
		}
		names = append(names, oneLine(part))
	}
	return strings.Join(names, "; "), said
}

// officeWord reports a rest of a byline that a bare name may carry: an agency or calling.
func officeWord(s string) bool {
	w := fields(s)
	return len(w) > 0 && len(w) <= 6 && (callings[w[len(w)-1]] || agencies[w[0]] || callings[w[0]])
}

// splitNames cuts a list of names.
func splitNames(s string) []string {
	s = strings.NewReplacer(" and ", "\x00", " & ", "\x00", ", and ", "\x00", ",", "\x00", ";", "\x00", " | ", "\x00", " – ", "\x00", " — ", "\x00", " - ", "\x00", "\n", "\x00", " in ", "\x00", " for ", "\x00").Replace(s)
	var out []string
	for part := range strings.SplitSeq(s, "\x00") {
		if part = strings.TrimSpace(part); part != "" {
			out = append(out, part)
		}
	}
	return out
}

// isName reports two to five words that each begin with a capital, none of them a
// word of menus: a person's name by its shape.
func isName(s string) bool {
	words := strings.Fields(s)
	if len(words) < 2 || len(words) > 5 || len(s) > 60 {
		return false
	}
	full := 0
	for i, w := range words {
		low := strings.ToLower(strings.Trim(w, ".,"))
		switch {
		case i > 0 && i < len(words)-1 && particles[low]:
		case navigation[low] || smallWords[low] || credits[low] || agencies[low] || dateWords[low] || monthOf(low) > 0 || !nameWord(w):
			return false
		default:
			if utf8.RuneCountInString(w) > 2 {
				full++
			}
		}
	}
	return full >= 1 && (full >= 2 || len(words) == 2)
}

// nameWord reports a capital and letters after it, with points, hyphens and
// apostrophes; an abbreviation in capitals is none unless it is an initial.
func nameWord(w string) bool {
	capitals, letters := 0, 0
	for i, r := range w {
		switch {
		case unicode.IsLetter(r):
			letters++
			if unicode.IsUpper(r) {
				capitals++
			} else if i == 0 && !strings.HasPrefix(w, "al-") && !strings.HasPrefix(w, "el-") && !unicode.Is(unicode.Lo, r) {
				return false
			}
		case r == '.' && i == len(w)-1 && letters > 2:
			return w == "Jr." || w == "Sr."
		case !strings.ContainsRune(".'’-", r) || i == 0:
			return false
		}
	}
	return letters > 0 && (capitals <= 3 || capitals == letters && letters <= 14)
}
