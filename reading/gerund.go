package reading

import (
	"strings"

	"reckon/grammar"
)

// gerund is the -ing form of a verb: the form in which a deed is a thing that can
// be more or less.
func gerund(s *grammar.Sentence, verb int) string {
	t := &s.Tokens[verb]
	if t.Form == "VBG" {
		return strings.ToLower(t.Text)
	}
	if s.Passive(verb) || t.Form == "VBN" && len(s.Auxiliaries(verb)) == 0 {
		return "being " + strings.ToLower(t.Text)
	}
	return ing(t.Lemma)
}

// ing adds the ending to the plain form of a verb.
func ing(verb string) string {
	n := len(verb)
	switch {
	case n < 3 || strings.HasSuffix(verb, "ing") && n > 5:
	case strings.HasSuffix(verb, "ie"):
		return verb[:n-2] + "ying"
	case strings.HasSuffix(verb, "e") && !strings.HasSuffix(verb, "ee") && !strings.HasSuffix(verb, "oe") && !strings.HasSuffix(verb, "ye"):
		return verb[:n-1] + "ing"
	case strings.HasSuffix(verb, "c"):
		return verb + "king"
	case closed(verb) && (vowels(verb) == 1 || lastStressed[verb]):
		return verb + verb[n-1:] + "ing"
	}
	return verb + "ing"
}

// closed reports that a verb ends in one vowel and one consonant that doubles.
func closed(verb string) bool {
	n := len(verb)
	return n > 2 && !vowel(verb[n-3]) && vowel(verb[n-2]) && !vowel(verb[n-1]) && !strings.ContainsRune("wxyh", rune(verb[n-1]))
}

func vowel(b byte) bool { return strings.IndexByte("aeiou", b) >= 0 }

// vowels counts the groups of vowels, about as many as there are syllables.
func vowels(verb string) int {
	n := 0
	for i := range len(verb) {
		if vowel(verb[i]) && (i == 0 || !vowel(verb[i-1])) {
			n++
		}
	}
	return n
}

// lastStressed are the common verbs of more than one syllable that double their
// last letter.
var lastStressed = map[string]bool{
	"abet": true, "abhor": true, "acquit": true, "admit": true, "allot": true, "begin": true, "commit": true, "compel": true,
	"concur": true, "confer": true, "control": true, "defer": true, "deter": true, "dispel": true, "embed": true, "emit": true,
	"equip": true, "excel": true, "expel": true, "forbid": true, "forget": true, "incur": true, "infer": true, "instil": true,
	"occur": true, "offset": true, "omit": true, "outbid": true, "patrol": true, "permit": true, "prefer": true, "propel": true,
	"rebel": true, "rebut": true, "recur": true, "refer": true, "regret": true, "remit": true, "repel": true, "submit": true,
	"transfer": true, "transmit": true, "unplug": true, "upset": true,
}
