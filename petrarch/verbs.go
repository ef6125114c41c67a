package petrarch

import (
	"strings"

	"reckon"
)

// verb is one block: forms that share patterns, and a code for each form that no
// pattern speaks for.
type verb struct {
	code     string // without a pattern; "" none
	around   phrase // words of the form, the verb itself among them
	at       int    // place of the verb in around
	patterns *[]pattern
}

// pattern is what stands around a verb, nearest to it first, with what it means.
type pattern struct {
	upper, lower phrase
	code         string
	line         int
}

// ReadVerbs reads blocks of verbs: "--- NAME [code] ---", then forms, then
// patterns; and synonym sets: &NAME, then members behind +. A form may carry its
// inflections in braces and a code of its own; without braces they are regular;
// in forms of several words a + marks the verb.
func (d *Dictionary) ReadVerbs(name, text string) []reckon.Diagnostic {
	r := verbReader{d: d, patterns: new([]pattern)}
	if d.verbs == nil {
		d.verbs, d.synsets = map[string][]*verb{}, map[string]*synset{}
	}
	rows := []line{}
	for l := range lines(name, text) {
		l.text = strings.TrimSpace(l.text)
		rows = append(rows, l)
		if l.text[0] == '&' { // a pattern may name a set that stands below it
			r.openSet(l)
		}
	}
	r.set = nil
	for _, l := range rows {
		r.read(l)
	}
	r.close()
	for i, l := range r.nests {
		if d.synsets[l.set] == nil {
			r.faults = append(r.faults, unread(r.nests[i].line, "It names the set &"+l.set+", which no line defines."))
		}
	}
	return r.faults
}

// verbReader goes through one file.
type verbReader struct {
	d        *Dictionary
	faults   []reckon.Diagnostic
	set      *synset // that members belong to; nil in a block of verbs
	code     string  // of the block
	patterns *[]pattern
	nests    []nest
}

// nest is a set named within a set.
type nest struct {
	line line
	set  string
}

func (r *verbReader) read(l line) {
	switch {
	case strings.HasPrefix(l.text, "---"):
		r.close()
		r.set, r.patterns, r.code = nil, new([]pattern), ""
		_, codes, _ := brackets(strings.Trim(cutHeader(l.text), "- "))
		if len(codes) > 0 {
			r.code = plainCode(codes[0])
		}
	case l.text[0] == '&':
		r.set = r.d.synsets[setName(l.text)]
	case l.text[0] == '+' && r.set != nil:
		r.member(l)
	case l.text[0] == '-':
		r.set = nil
		r.pattern(l)
	case l.text[0] == '~':
		r.faults = append(r.faults, fault(l, reckon.Note, "rewriting", "This rule is not applied",
			"Rules that begin with ~ rewrite the events of PETRARCH-2; they are passed over."))
	default:
		r.set = nil
		r.form(l)
	}
}

// cutHeader keeps the name and codes of a block's first line.
func cutHeader(s string) string {
	if i := strings.LastIndexByte(s, ']'); i >= 0 {
		return s[:i+1]
	}
	return s
}

// plainCode drops the codes that mean none.
func plainCode(s string) string {
	s = strings.ToUpper(strings.TrimSpace(s))
	if strings.Trim(s, "-+#") == "" {
		return ""
	}
	return s
}

func setName(s string) string {
	s = strings.TrimLeft(s, "&")
	if i := strings.IndexAny(s, " \t"); i >= 0 {
		s = s[:i]
	}
	return strings.ToUpper(strings.Trim(s, "_"))
}

// openSet makes the set that a line names.
func (r *verbReader) openSet(l line) {
	name := setName(l.text)
	if r.d.synsets[name] == nil {
		r.d.synsets[name] = &synset{name: name, plural: !strings.HasSuffix(strings.Fields(l.text)[0], "_")}
	}
}

func (r *verbReader) member(l line) {
	body := strings.TrimSpace(l.text[1:])
	if strings.HasPrefix(body, "&") {
		r.set.nested = append(r.set.nested, setName(body))
		r.nests = append(r.nests, nest{l, setName(body)})
		return
	}
	p := parsePhrase(body, true)
	if len(p) == 0 {
		r.faults = append(r.faults, unread(l, "A member of a synonym set belongs behind the +."))
		return
	}
	r.set.phrases = append(r.set.phrases, p)
	if last := p[len(p)-1].text; r.set.plural {
		many := append(phrase{}, p...)
		many[len(p)-1].text = plural(last)
		r.set.phrases = append(r.set.phrases, many)
	}
}

// form reads NAME {FORMS} [code].
func (r *verbReader) form(l line) {
	label, codes, ok := brackets(l.text)
	label, forms, closed := inflected(label)
	if !ok || !closed || label == "" || strings.ContainsAny(label, "[]{}()*$^%&~") {
		r.faults = append(r.faults, unread(l, "A verb belongs here, with its forms in braces and its code in brackets: BAN {BANS BANNED} [191]."))
		return
	}
	code := r.code
	if len(codes) > 0 {
		code = plainCode(codes[0])
	}
	if strings.Contains(l.text, "{") {
		forms = append(forms, label)
	} else {
		forms = conjugated(label)
	}
	for _, f := range forms {
		v := &verb{code: code, patterns: r.patterns}
		for i, w := range parsePhrase(f, true) {
			if marked, ok := strings.CutPrefix(w.text, "+"); ok {
				v.at, w.text = i, marked
			}
			v.around = append(v.around, w)
		}
		if len(v.around) > 0 && v.around[v.at].text != "" {
			key := v.around[v.at].text
			r.d.verbs[key] = append(r.d.verbs[key], v)
		}
	}
}

// conjugated gives the regular forms of a verb; of several words, those of the
// one that + marks, else the first.
func conjugated(label string) []string {
	words := strings.FieldsFunc(label, func(c rune) bool { return c == ' ' || c == '_' || c == '\t' })
	at := 0
	for i, w := range words {
		if w[0] == '+' {
			at = i
		}
	}
	if len(words) == 0 || strings.Trim(words[at], "+") == "" {
		return nil
	}
	base := strings.ToUpper(words[at])
	n := len(base)
	stem, past := base, base+"ED"
	switch {
	case base[n-1] == 'E':
		stem, past = base[:n-1], base+"D"
	case base[n-1] == 'Y' && n > 1 && !strings.ContainsRune("AEIOU", rune(base[n-2])):
		past = base[:n-1] + "IED"
	}
	var forms []string
	for _, f := range []string{base, plural(base), past, stem + "ING"} {
		words[at] = f
		forms = append(forms, strings.Join(words, "_"))
	}
	return forms
}

// close sorts the patterns of the block that ends, the longest first.
func (r *verbReader) close() { sortPatterns(*r.patterns) }
