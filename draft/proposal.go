package draft

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"reckon"
	"reckon/lang"
	"reckon/reading"
)

// Proposal is what one document offers to a case, as texts of their own.
type Proposal struct {
	Name    string `json:"name"`    // of the reading, and of the files
	Key     string `json:"source"`  // of the source that its cites name
	Subject string `json:"subject"` // whose mind it is
	Reading []byte `json:"-"`       // case text
	Source  []byte `json:"-"`       // BibTeX; nil when the case has the source
	Record  []byte `json:"-"`       // rows for record.csv; nil when no dated event was found

	Wants   int `json:"wants"` // red lines and offers are wants too
	Lines   int `json:"red_lines"`
	Offers  int `json:"offers"`
	Beliefs int `json:"beliefs"`
	Events  int `json:"events"`
}

// Write drafts a reading of the subject from an account of one document. The case
// names actors, options and the sources at hand. The subject is an actor's name.
func Write(a *reading.Account, c *reckon.Case, subject string) Proposal {
	key, known := sourceKey(a, c)
	p := Proposal{Name: strings.ReplaceAll(key, "_", "-"), Key: key, Subject: subject}
	w := &writer{account: a, c: c, subject: subject, key: key, labels: map[string]bool{}}
	if !known {
		p.Source = bibtex(a, key)
	}
	wants := w.wants()
	beliefs := w.beliefs()
	p.Wants, p.Beliefs = len(wants), len(beliefs)
	for _, want := range wants {
		if want.line {
			p.Lines++
		}
		if want.offer != nil {
			p.Offers++
		}
	}
	w.head(p.Name)
	for _, want := range wants {
		w.want(want)
	}
	w.believes(beliefs)
	w.b.WriteString("}\n}\n")
	p.Reading, _ = lang.Format(p.Name+".hcl", w.b.Bytes()) // what cannot be laid out is given as it is
	p.Record, p.Events = w.record()
	return p
}

type writer struct {
	account *reading.Account
	c       *reckon.Case
	subject string
	key     string // of the source
	labels  map[string]bool
	b       bytes.Buffer
}

func (w *writer) line(format string, args ...any) { fmt.Fprintf(&w.b, format+"\n", args...) }

// head says what the text is and how it becomes part of the case.
func (w *writer) head(name string) {
	d := w.account.Document
	w.line("# Proposed from %s (SHA-256 %s).", oneLine(base(d.Name)), d.SHA256[:min(16, len(d.SHA256))])
	w.line("")
	w.line("# Nothing here is part of the case yet. Give each want its statement (that = …) and each")
	w.line("# kind its odds and wants, delete what you do not hold with, then run: reckon adopt CASE %s", name)
	w.line("# What is not filled in stays here.")
	w.line("")
	w.line("reading %s {", quoted(name))
	if d.Title != "" {
		w.line("title = %s", quoted(oneLine(d.Title)))
	}
	w.line("source = %s", quoted(w.key))
	if d.Published != 0 {
		w.line("dated = %s", quoted(d.Published.String()))
	}
	w.line("mind %s {", quoted(w.subject))
}

// cite writes where a statement stands.
func (w *writer) cite(at reading.Place, page int, says, by string) {
	w.line("cite %s {", quoted(w.key))
	w.line("chars = [%d, %d]", at.Start, at.End)
	w.line("sum = %s", quoted(sum(at.Text)))
	if page > 0 {
		w.line("page = %d", page)
	}
	w.line("says = %s", quoted(says))
	if by != "" {
		w.line("by = %s", quoted(by))
	}
	w.line("}")
}

// label makes a name for a want or kind of the first words of the place, once each.
// Before is put in front.
func (w *writer) label(at reading.Place, before string) string {
	bare := strings.NewReplacer("“", "", "”", "", `"`, "") // half a pair may have been cut off
	name := strings.TrimSpace(before + " " + short(w.account.Opening(at.Start, at.End, labelWords), labelWords))
	if name == before {
		name = strings.TrimSpace(before + " " + short(at.Text, labelWords)) // what was not parsed
	}
	if name == "" {
		name = "unnamed"
	}
	name = bare.Replace(name)
	unique := name
	for n := 2; w.labels[unique]; n++ {
		unique = name + " " + strconv.Itoa(n)
	}
	w.labels[unique] = true
	return unique
}

const (
	labelWords = 8
	saysWords  = 30
)

// sum is the first eight hexadecimal digits of SHA-256, as cites carry it.
func sum(passage string) string {
	digest := sha256.Sum256([]byte(passage))
	return hex.EncodeToString(digest[:4])
}

// short takes the first words of a passage, without marks at the ends.
func short(passage string, most int) string {
	words := strings.Fields(passage)
	cut := len(words) > most
	words = words[:min(most, len(words))]
	text := strings.TrimFunc(strings.Join(words, " "), func(r rune) bool { return unicode.IsPunct(r) && r != '%' })
	if cut && most == saysWords {
		text += " …"
	}
	return text
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// quoted writes a text of the case language.
func quoted(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, s)
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "${", "$${", "%{", "%%{").Replace(s) + `"`
}

// base is the name of a file without its folder: a proposal may be shared.
func base(file string) string { return path.Base(strings.ReplaceAll(file, `\`, "/")) }

// near lists options of the case whose words stand in a passage, best first, for
// a remark: which of them is meant is the analyst's to say.
func (w *writer) near(passage string) []string {
	words := map[string]bool{}
	for _, f := range fields(passage) {
		words[f] = true
	}
	type hit struct {
		name string
		n    int
	}
	var hits []hit
	for _, o := range w.c.Options {
		n := 0
		for _, f := range fields(o.Title + " " + o.Name) {
			if words[f] {
				n++
			}
		}
		if n > 0 {
			hits = append(hits, hit{o.Name, n})
		}
	}
	slices.SortStableFunc(hits, func(a, b hit) int { return b.n - a.n })
	var names []string
	for _, h := range hits[:min(3, len(hits))] {
		names = append(names, h.name)
	}
	return names
}

// fields gives the words of a passage that carry meaning, cut to their stems as
// far as five letters tell them apart.
func fields(s string) []string {
	var out []string
	for _, f := range strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) }) {
		if len(f) > 3 {
			out = append(out, f[:min(6, len(f))])
		}
	}
	return out
}
