package workbench

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"unicode/utf8"

	"reckon"
	"reckon/brief"
)

// locate resolves every citation with a place into the passage it points at.
// documents holds texts by file name. A place that no longer fits its document
// is a finding, with new numbers where the passage stands elsewhere; a document
// that is not at hand is not.
func locate(c *reckon.Case, documents map[string]string) (map[brief.Span]string, []reckon.Diagnostic) {
	passages := map[brief.Span]string{}
	texts := map[string]*measured{}
	var found []reckon.Diagnostic
	for _, cite := range cites(c) {
		if cite.To == 0 && cite.From == 0 {
			continue
		}
		text := documentOf(c, cite.Source, documents, texts)
		if text == nil {
			continue
		}
		passage, bad := text.resolve(cite)
		if bad != nil {
			found = append(found, *bad)
			continue
		}
		passages[brief.Span{Source: cite.Source, From: cite.From, To: cite.To}] = passage
	}
	return passages, found
}

// documentOf finds a source's text under the names it may have.
func documentOf(c *reckon.Case, key string, documents map[string]string, texts map[string]*measured) *measured {
	if t, met := texts[key]; met {
		return t
	}
	texts[key] = nil
	s := c.Source(key)
	if s == nil {
		s = &reckon.Source{Key: key}
	}
	for _, name := range documentNames(s) {
		if text, ok := documents[name]; ok {
			texts[key] = measure(name, text)
			break
		}
	}
	return texts[key]
}

// measured is a document with the byte at which each code point starts.
type measured struct {
	name, text string
	at         []int // one more than there are code points
}

func measure(name, text string) *measured {
	m := &measured{name: name, text: text, at: make([]int, 0, utf8.RuneCountInString(text)+1)}
	for i := range text {
		m.at = append(m.at, i)
	}
	m.at = append(m.at, len(text))
	return m
}

func (m *measured) points() int { return len(m.at) - 1 }

func (m *measured) stretch(from, to int) string { return m.text[m.at[from]:m.at[to]] }

// resolve returns the passage a citation points at, or what is wrong with it.
func (m *measured) resolve(c reckon.Cite) (string, *reckon.Diagnostic) {
	if c.From < 0 || c.To <= c.From || c.To > m.points() {
		return "", m.outOfRange(c)
	}
	passage := m.stretch(c.From, c.To)
	if c.Sum != "" && sum(passage) != c.Sum {
		return "", m.moved(c)
	}
	return passage, nil
}

// sum is the first eight hexadecimal digits of SHA-256.
func sum(passage string) string {
	digest := sha256.Sum256([]byte(passage))
	return hex.EncodeToString(digest[:4])
}

// mostShift bounds the search for a passage that has moved, in code points
// either way.
const mostShift = 20000

// search looks for the passage with the citation's sum and length, nearest first.
func (m *measured) search(c reckon.Cite) (from int, ok bool) {
	n := c.To - c.From
	if c.Sum == "" || n <= 0 || n > m.points() {
		return 0, false
	}
	start := min(max(c.From, 0), m.points()-n)
	for d := range mostShift + 1 {
		for _, at := range []int{start - d, start + d} {
			if at >= 0 && at+n <= m.points() && sum(m.stretch(at, at+n)) == c.Sum {
				return at, true
			}
		}
	}
	return 0, false
}

func (m *measured) outOfRange(c reckon.Cite) *reckon.Diagnostic {
	d := &reckon.Diagnostic{
		Severity: reckon.Warning, Code: "locator-out-of-range", At: c.At,
		Summary: fmt.Sprintf("Characters %d to %d are not in %q", c.From, c.To, m.name),
		Detail:  fmt.Sprintf("The document has %d characters (Unicode code points), so this place cannot be shown. Count again from the start of the text, or cite a page.", m.points()),
	}
	return m.suggest(d, c)
}

func (m *measured) moved(c reckon.Cite) *reckon.Diagnostic {
	d := &reckon.Diagnostic{
		Severity: reckon.Warning, Code: "locator-sum", At: c.At,
		Summary: fmt.Sprintf("The passage at characters %d to %d of %q is not the one that was cited", c.From, c.To, m.name),
		Detail:  fmt.Sprintf("Its sum is %s and the citation says %s: the document has changed, or the numbers are wrong. Nothing is shown from a passage that does not match.", sum(m.stretch(c.From, c.To)), c.Sum),
	}
	return m.suggest(d, c)
}

// suggest adds the place where the cited passage stands now, if it is near.
func (m *measured) suggest(d *reckon.Diagnostic, c reckon.Cite) *reckon.Diagnostic {
	if from, ok := m.search(c); ok {
		to := from + c.To - c.From
		d.Suggestion = fmt.Sprintf("chars = [%d, %d]", from, to)
		d.Detail += fmt.Sprintf(" The cited passage stands at characters %d to %d.", from, to)
	}
	return d
}

// Cites lists every citation of the case in file order of its parts.
func (b *Bench) Cites() []reckon.Cite { return cites(b.Case) }

// cites lists every citation of the case in file order of its parts.
func cites(c *reckon.Case) []reckon.Cite {
	var out []reckon.Cite
	for _, o := range c.Options {
		out = append(out, o.Cites...)
	}
	for _, m := range c.Measures {
		out = append(out, m.Cites...)
	}
	for _, p := range c.Parameters {
		out = append(out, p.Cites...)
	}
	for _, t := range c.Lookups {
		out = append(out, t.Cites...)
	}
	for _, s := range c.Shocks {
		out = append(out, s.Cites...)
	}
	for _, a := range c.Arenas {
		out = append(out, a.Cites...)
		for _, p := range a.Parts {
			out = append(out, p.Cites...)
		}
	}
	for _, s := range c.Scenarios {
		out = append(out, s.Cites...)
	}
	for _, q := range c.Questions {
		for _, r := range q.Classes {
			out = append(out, r.Cites...)
		}
	}
	out = append(out, mindCites(c.Minds)...)
	for _, r := range c.Readings {
		out = append(out, mindCites(r.Minds)...)
	}
	return out
}

func mindCites(minds []reckon.Mind) []reckon.Cite {
	var out []reckon.Cite
	wants := func(ws []reckon.Want) {
		for _, w := range ws {
			out = append(out, w.Cites...)
		}
	}
	for _, m := range minds {
		out = append(out, m.Cites...)
		for _, e := range m.Episodes {
			out = append(out, e.Cites...)
			for _, l := range e.Lessons {
				out = append(out, l.Cites...)
			}
		}
		wants(m.Wants)
		for _, b := range m.Beliefs {
			out = append(out, b.Cites...)
			for _, k := range b.Kinds {
				out = append(out, k.Cites...)
				wants(k.Wants)
			}
		}
	}
	return out
}
