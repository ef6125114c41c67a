package brief

import (
	"fmt"
	"math"
	"strings"
	"unicode"

	"reckon"
)

// isolate wraps text that runs right to left in direction marks, so that it
// cannot reorder the English sentence around it.
func isolate(s string) string {
	if strings.ContainsFunc(s, func(r rune) bool {
		return unicode.In(r, unicode.Arabic, unicode.Hebrew, unicode.Syriac, unicode.Thaana)
	}) {
		return "\u2068" + s + "\u2069"
	}
	return s
}

// ltr keeps a sentence of ours that begins with an isolated name running left to right:
// by itself HTML would take its direction from the name.
func ltr(s string) string {
	if strings.ContainsRune(s, '\u2068') {
		return "\u200e" + s
	}
	return s
}

// quote puts a title in quotation marks.
func quote(s string) string { return "“" + isolate(s) + "”" }

// chance opens a sentence with how likely something is: "It is likely [62%]".
func chance(p float64) string {
	odds := reckon.Odds(p)
	switch odds.Word() {
	case "roughly even chance":
		return "There is a " + odds.String()
	case "almost no chance":
		return "There is " + odds.String()
	}
	return "It is " + odds.String()
}

// atOdds writes odds so that "puts it at" or "would be" may stand before them.
func atOdds(p float64) string {
	odds := reckon.Odds(p)
	if odds.Word() == "roughly even chance" {
		return "a " + odds.String()
	}
	return odds.String()
}

// count writes "no choices", "1 choice", "12 choices".
func count(n int, one, many string) string {
	switch n {
	case 0:
		return "no " + many
	case 1:
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// list joins words as English does: "a, b and c".
func list(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:len(words)-1], ", ") + " and " + words[len(words)-1]
}

// upper makes the first letter a capital.
func upper(s string) string {
	r := []rune(s)
	if len(r) > 0 {
		r[0] = unicode.ToUpper(r[0])
	}
	return string(r)
}

// clip shortens text to at most n characters, at a word where there is one.
func clip(s string, n int) string {
	r := []rune(s)
	if len(r) <= n {
		return s
	}
	cut := string(r[:n-1])
	if i := strings.LastIndexByte(cut, ' '); i > len(cut)/2 {
		cut = cut[:i]
	}
	return strings.TrimRight(cut, " ,;:") + "…"
}

// actor names an actor as within a sentence: "the Revolutionary Guard Corps".
func (p *page) actor(i int) string {
	a := p.Case.Actors[i]
	if rest, ok := strings.CutPrefix(a.Title, "The "); ok {
		return isolate("the " + rest)
	}
	if a.Title != "" {
		return isolate(a.Title)
	}
	return a.Name
}

func (p *page) option(k int) string {
	if t := p.Case.Options[k].Title; t != "" {
		return t
	}
	return p.Case.Options[k].Name
}

// subject returns the subject's index, or -1.
func (p *page) subject() int { return p.Case.Actor(p.Case.Subject) }

// subjectName is the subject in words, also when the case does not say who it is.
func (p *page) subjectName() string {
	if i := p.subject(); i >= 0 {
		return p.actor(i)
	}
	return "the subject"
}

// readingName is a reading in words; the case's own view has none of its own.
func (p *page) readingName(i int) string {
	r := p.Readings[i].Of
	switch {
	case r == nil:
		return "the case’s own view"
	case r.Title != "":
		return quote(r.Title)
	}
	return quote(r.Name)
}

// short is a title without what follows a colon or, in a long one, a comma, for
// use within a sentence.
func short(title string) string {
	if head, _, ok := strings.Cut(title, ":"); ok && head != "" {
		title = head
	}
	if head, _, ok := strings.Cut(title, ","); ok && head != "" && len([]rune(title)) > 32 {
		title = head
	}
	return title
}

// step writes a move in words: "takes up “Talks” and drops “Enrichment”".
func (p *page) step(from, to reckon.State) string {
	return p.say(from, to, "takes up ", "drops ", "stays as today")
}

// bareStep writes a move as it stands after "could", whoever moves, one or many.
func (p *page) bareStep(from, to reckon.State) string {
	return p.say(from, to, "take up ", "drop ", "stay as today")
}

// toStep writes a move as a thing to do: "to take up “Talks”".
func (p *page) toStep(from, to reckon.State) string {
	return p.say(from, to, "to take up ", "to drop ", "to stay as today")
}

// stepping writes a move as a thing done: "taking up “Talks”".
func (p *page) stepping(from, to reckon.State) string {
	return p.say(from, to, "taking up ", "dropping ", "staying as today")
}

func (p *page) say(from, to reckon.State, take, drop, none string) string {
	var on, off []string
	for k := range p.Case.Options {
		switch {
		case to.Has(k) && !from.Has(k):
			on = append(on, quote(short(p.option(k))))
		case from.Has(k) && !to.Has(k):
			off = append(off, quote(short(p.option(k))))
		}
	}
	var parts []string
	if on != nil {
		parts = append(parts, take+list(on))
	}
	if off != nil {
		parts = append(parts, drop+list(off))
	}
	if parts == nil {
		return none
	}
	return strings.Join(parts, " and ")
}

// changeRow names the change to one option for a row of a figure.
func (p *page) changeRow(k int) string {
	sign := "+ "
	if p.Today.Has(k) {
		sign = "− "
	}
	return sign + short(p.option(k))
}

// signs writes a change as short marks, one a word: "+talk", "−enrich".
func (p *page) signs(from, to reckon.State) []string {
	var words []string
	for k, o := range p.Case.Options {
		_, name, _ := strings.Cut(o.Name, ".")
		switch {
		case to.Has(k) && !from.Has(k):
			words = append(words, "+"+name)
		case from.Has(k) && !to.Has(k):
			words = append(words, "−"+name)
		}
	}
	return words
}

// foresight says in words whom an actor expects to answer.
func foresight(c reckon.Concept) string {
	switch c {
	case reckon.Nash:
		return "expects no answer to a move"
	case reckon.GMR:
		return "expects any harm that others are able to do, even at their own cost"
	case reckon.SMR:
		return "expects any harm that others are able to do, and counts on having the last word"
	case reckon.SEQ:
		return "expects others to answer only where it serves them"
	case reckon.SSEQ:
		return "expects others to answer only where it serves them, and counts on having the last word"
	case reckon.SIM:
		return "expects others to move at the same moment"
	case reckon.Tableau:
		return "expects others to answer where it serves them, or to move at the same moment when they too would gain by moving"
	case reckon.NM:
		return "looks ahead to where the moves of all end, however many follow"
	}
	if h := c.Moves(); h > 0 {
		return "looks " + count(h, "move", "moves") + " ahead, his own included"
	}
	return "decides by " + string(c)
}

func caution(x float64) string {
	switch {
	case x <= 0:
		return "looks at the aim alone"
	case x < 0.4:
		return "looks mostly at the aim, a little at the worst answer"
	case x <= 0.6:
		return "weighs the aim and the worst answer alike"
	case x < 1:
		return "looks mostly at the worst answer"
	}
	return "looks at the worst answer alone"
}

func precision(x float64) string {
	switch {
	case x == 0:
		return "decides like a coin flip"
	case math.IsInf(x, 1):
		return "always takes the better course"
	case x < 4:
		return "takes the better course a little more often than not"
	case x <= 12:
		return "mostly takes the clearly better course"
	}
	return "nearly always takes the better course"
}

func stubborn(x float64) string {
	switch {
	case x <= 0:
		return "learns fully from what others do"
	case x < 0.5:
		return "learns a good deal from what others do"
	case x < 1:
		return "learns little from what others do"
	}
	return "never changes a belief about others"
}

// number writes a setting without needless digits.
func number(x float64) string {
	if math.IsInf(x, 1) {
		return "infinity"
	}
	return fmt.Sprintf("%g", x)
}

// oneDecimal writes a fitted setting, which no digit more would make truer.
func oneDecimal(x float64) string {
	if math.IsInf(x, 1) {
		return "infinity"
	}
	return strings.TrimSuffix(fmt.Sprintf("%.1f", x), ".0")
}

// share writes a fraction that is no forecast (a weight, a share of choices).
// Rounding never makes it none or all.
func share(x float64) string {
	switch {
	case x > 0 && x < 0.01:
		return "<1%"
	case x < 1 && x > 0.99:
		return ">99%"
	}
	return fmt.Sprintf("%.0f%%", 100*x)
}

// firstSentence is the part of a text up to its first full stop.
func firstSentence(s string) string {
	if i := strings.Index(s, ". "); i >= 0 {
		return s[:i+1]
	}
	return s
}

// decimal writes a score with two digits and a true minus sign.
func decimal(x float64) string {
	return strings.Replace(fmt.Sprintf("%.2f", x), "-", "−", 1)
}
