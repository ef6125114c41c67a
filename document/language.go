package document

import (
	"strings"
	"unicode"
)

// sample is how much of a text its language is told from, in bytes.
const sample = 1 << 13

// languageName says a language in English, for messages.
func languageName(code string) string {
	for _, l := range languages {
		if l.code == code {
			return l.name
		}
	}
	return code
}

// script is a writing system and the language it stands for when nothing finer is known.
type script struct {
	table *unicode.RangeTable
	code  string
}

var scripts = []script{
	{unicode.Latin, ""},
	{unicode.Arabic, "ar"},
	{unicode.Cyrillic, "ru"},
	{unicode.Hebrew, "he"},
	{unicode.Greek, "el"},
	{unicode.Han, "zh"},
	{unicode.Hiragana, "ja"},
	{unicode.Katakana, "ja"},
	{unicode.Hangul, "ko"},
	{unicode.Devanagari, "hi"},
	{unicode.Thai, "th"},
	{unicode.Armenian, "hy"},
	{unicode.Georgian, "ka"},
	{unicode.Bengali, "bn"},
}

// languageOf tells the language of a document's text by its script, and within a
// script by the small words that every text of a language is full of; "" when
// there are too few of them.
func languageOf(d *Document) string {
	text := d.bodySample()
	counts := make([]int, len(scripts))
	for _, r := range text {
		if r < 0x80 {
			if r|0x20 >= 'a' && r|0x20 <= 'z' {
				counts[0]++
			}
			continue
		}
		if !unicode.IsLetter(r) {
			continue
		}
		for i := range scripts {
			if unicode.Is(scripts[i].table, r) {
				counts[i]++
				break
			}
		}
	}
	best := 0
	for i := range counts {
		if counts[i] > counts[best] {
			best = i
		}
	}
	switch {
	case counts[best] == 0:
		return ""
	case scripts[best].code == "zh" && counts[6]+counts[7] > counts[best]/10:
		return "ja"
	}
	return byWords(text, scripts[best].code, scripts[best].table)
}

// bodySample is the first of the running text.
func (d *Document) bodySample() string {
	var b strings.Builder
	for _, block := range d.Blocks {
		if block.Kind == Paragraph || block.Kind == Item || block.Kind == Heading {
			b.WriteString(d.Text[block.Start:min(block.End, block.Start+sample)])
			b.WriteByte('\n')
		}
		if b.Len() > sample {
			break
		}
	}
	if b.Len() == 0 {
		return d.Text[:min(len(d.Text), sample)]
	}
	return b.String()
}

// byWords counts the small words of the languages of one script. Of two that
// share words the one with more of its own wins; none does when hardly any fits.
func byWords(text, fallback string, table *unicode.RangeTable) string {
	folded := folded(text)
	words := 0
	hits := make([]int, len(languages))
	for w := range strings.FieldsFuncSeq(folded, func(r rune) bool { return !unicode.IsLetter(r) }) {
		words++
		for _, i := range smallWordOf[w] {
			hits[i]++
		}
	}
	if table == unicode.Arabic {
		return persianOrArabic(text, hits)
	}
	best := -1
	for i, l := range languages {
		if l.script == table && hits[i] > 0 && (best < 0 || hits[i] > hits[best]) {
			best = i
		}
	}
	if best < 0 || hits[best]*12 < words || fallback == "" && words > 40 && hits[best] < 4 {
		return fallback
	}
	return languages[best].code
}

// persianOrArabic weighs small words and the letters that only one of the two has.
func persianOrArabic(text string, hits []int) string {
	points := map[string]int{}
	for i, l := range languages {
		points[l.code] += 3 * hits[i]
	}
	for _, r := range text {
		switch r {
		case 'پ', 'چ', 'ژ', 'گ', 'ک', 'ی', '\u200c':
			points["fa"]++
		case 'ة', 'ي', 'ك', 'ى', 'أ', 'إ':
			points["ar"]++
		case 'ٹ', 'ڈ', 'ڑ', 'ں', 'ے':
			points["ur"] += 4
		}
	}
	switch {
	case points["ur"] > points["fa"] && points["ur"] > points["ar"]:
		return "ur"
	case points["fa"] > points["ar"]:
		return "fa"
	}
	return "ar"
}
