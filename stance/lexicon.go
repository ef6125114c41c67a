package stance

import (
	"embed"
	"slices"
	"strings"
)

//go:embed data/*.txt
var data embed.FS

// class is a family of words that show the same thing.
type class string

// phrase is a fixed phrase of one class, in lower case.
type phrase struct {
	words []string
	class class
}

var (
	verbs   = loadVerbs()
	phrases = loadPhrases()
	hedges  = loadHedges()
)

// lists reads "class: rest" from a file, comments after # at the start of a line.
func lists(name string) [][2]string {
	text, err := data.ReadFile("data/" + name + ".txt")
	if err != nil {
		panic("stance: the list " + name + " is not built in: " + err.Error())
	}
	var out [][2]string
	for line := range strings.SplitSeq(string(text), "\n") {
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		name, rest, _ := strings.Cut(line, ":")
		out = append(out, [2]string{name, strings.TrimSpace(rest)})
	}
	return out
}

// loadVerbs gives the classes of every form of the verbs. A verb may stand in two.
func loadVerbs() map[string][]class {
	forms := map[string][]class{}
	for _, l := range lists("verbs") {
		for verb := range strings.FieldsSeq(l[1]) {
			for _, form := range inflect(verb) {
				if c := class(l[0]); !slices.Contains(forms[form], c) {
					forms[form] = append(forms[form], c)
				}
			}
		}
	}
	return forms
}

// inflect gives the forms of a verb; irregular pasts follow in brackets.
func inflect(verb string) []string {
	base, irregular, odd := strings.Cut(strings.TrimSuffix(verb, ")"), "(")
	stem, last := base, base[len(base)-1]
	if last == 'e' && !strings.HasSuffix(base, "ee") {
		stem = base[:len(base)-1]
	}
	if doubles(base) {
		stem = base + string(last)
	}
	forms := []string{base, stem + "ing"}
	if strings.HasSuffix(base, "el") { // British cancelled beside American canceled
		forms = append(forms, base+"ling", base+"led")
	}
	switch {
	case strings.HasSuffix(base, "y") && !strings.ContainsRune("aeiou", rune(base[len(base)-2])):
		forms = append(forms, base[:len(base)-1]+"ies")
		stem = base[:len(base)-1] + "i"
	case last == 's' || last == 'x' || last == 'h' && (strings.HasSuffix(base, "sh") || strings.HasSuffix(base, "ch")):
		forms = append(forms, base+"es")
	default:
		forms = append(forms, base+"s")
	}
	if odd {
		return append(forms, strings.Split(irregular, ",")...)
	}
	return append(forms, stem+"ed")
}

// doubles reports whether a verb doubles its last letter: plan, planned.
func doubles(base string) bool {
	switch base {
	case "plan", "stop", "scrap", "abet", "skip", "omit", "quit", "swear":
		return base != "swear"
	}
	return false
}

func loadPhrases() map[string][]phrase {
	first := map[string][]phrase{}
	for _, l := range lists("words") {
		for item := range strings.SplitSeq(l[1], ",") {
			words := strings.Fields(item)
			if len(words) > 0 {
				first[words[0]] = append(first[words[0]], phrase{words, class(l[0])})
			}
		}
	}
	for _, list := range first {
		slices.SortStableFunc(list, func(a, b phrase) int { return len(b.words) - len(a.words) })
	}
	return first
}

func loadHedges() map[string]class {
	m := map[string]class{}
	for _, l := range lists("hedges") {
		for w := range strings.FieldsSeq(l[1]) {
			m[w] = class(l[0])
		}
	}
	return m
}
