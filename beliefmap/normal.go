package beliefmap

import (
	"slices"
	"strings"
	"unicode"
)

// sense is a phrase with the concept it stands for.
type sense struct {
	phrase  string
	key     string // normal form of the concept
	sign    int    // -1: the phrase is the reverse of the concept
	tabled  bool   // a table of synonyms was used
	name    string // of the concept as the table writes it; "" where the table turns it round
	reasons []string
}

func (r *sense) because(reason string) {
	if !slices.Contains(r.reasons, reason) {
		r.reasons = append(r.reasons, reason)
	}
}

// why tells in words what was done to the phrase.
func (r *sense) why() string {
	if len(r.reasons) == 0 {
		return "capitals or marks only"
	}
	return strings.Join(r.reasons, "; ")
}

// polarity is the table of words that turn a concept round.
var polarity = readPolarity(polarityFile)

type turns struct{ before, of map[string]int }

func readPolarity(file string) turns {
	t := turns{map[string]int{}, map[string]int{}}
	for line := range strings.Lines(file) {
		f := strings.Fields(line)
		if len(f) != 3 || f[0] == "#" {
			continue
		}
		sign := 1
		if f[0] == "-" {
			sign = -1
		}
		if f[1] == "before" {
			t.before[f[2]] = sign
		} else {
			t.of[f[2]] = sign
		}
	}
	return t
}

// table looks up synonyms by normal form.
type table map[string]Merge

func newTable(merges []Merge) table {
	t := table{}
	for _, m := range merges {
		if key := plain(m.Phrase); key != "" {
			if _, ok := t[key]; !ok {
				t[key] = m
			}
		}
	}
	return t
}

// mostSteps bounds how far one synonym leads to the next.
const mostSteps = 5

// read finds the concept of a phrase. The table is asked before words of
// polarity are taken off and again after, since "regime change" may stand there.
func (t table) read(phrase string) sense {
	r := sense{phrase: strings.Join(strings.Fields(phrase), " "), key: plain(phrase), sign: 1}
	if t.follow(&r) {
		return r
	}
	n := normal(phrase)
	n.phrase = r.phrase
	t.follow(&n)
	return n
}

// follow replaces the key of a sense by the table, step by step.
func (t table) follow(r *sense) bool {
	for range mostSteps {
		m, ok := t[r.key]
		to := normal(m.Concept)
		if !ok || to.key == r.key {
			return r.tabled
		}
		r.key, r.sign, r.tabled = to.key, r.sign*m.Sign*to.sign, true
		if r.name = ""; to.sign > 0 {
			r.name = m.Concept
		}
		r.because("table: " + m.Reason)
	}
	return r.tabled
}

// plain is the normal form of a phrase whose words of polarity stay.
func plain(phrase string) string {
	r := sense{sign: 1}
	return strings.Join(r.order(words(phrase)), " ")
}

// normal finds the concept of a phrase without a table: no articles, singular,
// "B A" for "A of B", and words of polarity turned into a sign.
func normal(phrase string) sense {
	r := sense{phrase: phrase, sign: 1}
	w := r.turn(words(phrase))
	r.key = strings.Join(r.order(w), " ")
	return r
}

// words are the words of a phrase in lower case, without marks and genitive endings.
func words(phrase string) []string {
	w := strings.FieldsFunc(strings.ToLower(phrase), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune("'’-.%$", r)
	})
	var out []string
	for _, s := range w {
		s = strings.Trim(s, "'’-")
		s = strings.TrimSuffix(strings.TrimSuffix(s, "'s"), "’s")
		if !strings.Contains(strings.Trim(s, "."), ".") {
			s = strings.Trim(s, ".")
		}
		if s != "" {
			out = append(out, s)
		}
	}
	return out
}

// article says whether a word only points.
func article(w string) bool {
	switch w {
	case "the", "a", "an", "his", "her", "its", "their", "our", "my", "your", "this", "that", "these", "those", "any", "some", "such", "all", "both", "every", "each":
		return true
	}
	return false
}

// turn takes words of polarity off a phrase and keeps their sign.
func (r *sense) turn(w []string) []string {
	for len(w) > 1 {
		if article(w[0]) {
			w = w[1:]
			continue
		}
		if s, ok := polarity.before[w[0]]; ok {
			w = r.off(s, w[0], w[1:])
			continue
		}
		if s, ok := polarity.of[w[0]]; ok && len(w) > 2 && (w[1] == "of" || w[1] == "in") {
			w = r.off(s, w[0]+" "+w[1], w[2:])
			continue
		}
		if k := possessed(w); k > 0 { // the king's loss of trust
			word := w[k]
			w = r.off(polarity.of[word], word+" "+w[k+1], append(slices.Clone(w[:k]), w[k+2:]...))
			continue
		}
		last := len(w) - 1
		if s, ok := polarity.of[w[last]]; ok && !article(w[last-1]) {
			w = r.off(s, w[last], w[:last])
			continue
		}
		break
	}
	return w
}

// possessed gives where a word of polarity with "of" stands after its owner; 0 nowhere.
func possessed(w []string) int {
	for k := 1; k+2 < len(w) && k <= 3; k++ {
		if _, ok := polarity.of[w[k]]; ok && w[k+1] == "of" {
			return k
		}
		if joining(w[k]) {
			return 0
		}
	}
	return 0
}

// joining says whether a word ties the parts of a phrase.
func joining(w string) bool {
	switch w {
	case "of", "to", "in", "for", "on", "with", "and", "or", "from", "by", "that", "between", "against", "at", "as":
		return true
	}
	return false
}

func (r *sense) off(sign int, word string, rest []string) []string {
	r.sign *= sign
	if sign < 0 {
		r.because("“" + word + "” turns it round")
	} else {
		r.because("“" + word + "” leaves it as it is")
	}
	return rest
}

// order drops articles, makes nouns singular and writes "A of B" as "B A".
func (r *sense) order(w []string) []string {
	var out []string
	for _, s := range w {
		if article(s) {
			r.because("articles and the like")
			continue
		}
		if one := singular(s); one != s {
			r.because("number")
			s = one
		}
		out = append(out, s)
	}
	at := -1
	for i, s := range out {
		switch {
		case s == "of" && at < 0:
			at = i
		case joining(s):
			return out
		}
	}
	if at < 1 || at > 3 || len(out)-at > 4 || at == len(out)-1 {
		return out
	}
	r.because("order of words")
	return append(append([]string{}, out[at+1:]...), out[:at]...)
}

// singular cuts the ending of a plural noun.
func singular(w string) string {
	if strings.ContainsAny(w, ".0123456789") || len(w) < 4 {
		return w
	}
	switch {
	case strings.HasSuffix(w, "ies") && len(w) > 4 && w != "series":
		return w[:len(w)-3] + "y"
	case strings.HasSuffix(w, "sses"), strings.HasSuffix(w, "shes"), strings.HasSuffix(w, "ches"), strings.HasSuffix(w, "xes"):
		return w[:len(w)-2]
	case strings.HasSuffix(w, "ss"), strings.HasSuffix(w, "us"), strings.HasSuffix(w, "is"), strings.HasSuffix(w, "ics"), w == "news", w == "series", w == "means", w == "species":
		return w
	case strings.HasSuffix(w, "s"):
		return w[:len(w)-1]
	}
	return w
}
