package bibliography

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"reckon"
)

// item is an entry of CSL-JSON: what a source has a place for. Everything else is
// kept by name to say that it was left out.
type item struct {
	ID        any     `json:"id"`
	Type      string  `json:"type"`
	Title     string  `json:"title,omitempty"`
	Author    []name  `json:"author,omitempty"`
	Editor    []name  `json:"editor,omitempty"`
	Publisher string  `json:"publisher,omitempty"`
	Container string  `json:"container-title,omitempty"`
	Issued    *issued `json:"issued,omitempty"`
	URL       string  `json:"URL,omitempty"`
	DOI       string  `json:"DOI,omitempty"`
	Note      string  `json:"note,omitempty"`
	Citation  string  `json:"citation-key,omitempty"`
}

// name is a person, or in literal an organisation or a name that is not taken apart.
type name struct {
	Family   string `json:"family,omitempty"`
	Given    string `json:"given,omitempty"`
	Dropping string `json:"dropping-particle,omitempty"`
	Particle string `json:"non-dropping-particle,omitempty"`
	Suffix   string `json:"suffix,omitempty"`
	Literal  string `json:"literal,omitempty"`
}

// issued is a date in parts; a second row ends a range.
type issued struct {
	Parts   [][]any `json:"date-parts,omitempty"`
	Circa   any     `json:"circa,omitempty"`
	Raw     string  `json:"raw,omitempty"`
	Literal string  `json:"literal,omitempty"`
}

// placed are the fields that are read, and those that say nothing of a source.
const placed = " id type title author editor publisher container-title issued URL DOI note citation-key accessed "

func (l *List) readCSL(text []byte) error {
	var raw []json.RawMessage
	if text = bytes.TrimSpace(text); bytes.HasPrefix(text, []byte("{")) {
		var one struct {
			Items []json.RawMessage `json:"items"`
		}
		if json.Unmarshal(text, &one) == nil && one.Items != nil {
			raw = one.Items
		} else {
			raw = []json.RawMessage{text}
		}
	} else if err := json.Unmarshal(text, &raw); err != nil {
		return errors.New("this JSON is cut off or damaged. Export it again")
	}
	var left []string
	for i, r := range raw {
		var it item
		var all map[string]json.RawMessage
		if json.Unmarshal(r, &all) != nil || json.Unmarshal(r, &it) != nil {
			l.Notes = append(l.Notes, fmt.Sprintf("Entry %d is no CSL entry and was left out.", i+1))
			continue
		}
		for field := range all {
			if !strings.Contains(placed, " "+field+" ") {
				left = append(left, field)
			}
		}
		l.Sources = append(l.Sources, l.fromCSL(it))
	}
	l.left(left)
	return nil
}

func (l *List) fromCSL(it item) reckon.Source {
	s := reckon.Source{Title: spaced(it.Title), Publisher: spaced(it.Publisher), URL: spaced(it.URL), Note: spaced(it.Note)}
	switch id := it.ID.(type) {
	case string:
		s.Key = id
	case float64:
		s.Key = strconv.FormatFloat(id, 'f', -1, 64)
	}
	if it.Citation != "" {
		s.Key = it.Citation
	}
	if s.Publisher == "" {
		s.Publisher = spaced(it.Container)
	}
	if s.URL == "" && it.DOI != "" {
		s.URL = "https://doi.org/" + strings.TrimPrefix(it.DOI, "https://doi.org/")
	}
	people := it.Author
	if len(people) == 0 {
		people = it.Editor
	}
	var names []string
	for _, n := range people {
		if whole := n.whole(); whole != "" {
			names = append(names, whole)
		}
	}
	s.Author = strings.Join(names, "; ")
	if it.Issued != nil {
		l.dated(&s, it.Issued.text())
	}
	return s
}

// spaced makes all white space single spaces and drops what no text shows.
func spaced(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if strings.IndexFunc(s, unicode.IsControl) < 0 {
		return s
	}
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return -1
		}
		return r
	}, s)
}

// whole writes a name as sources.bib has it: "van Beek, Jr, Ludwig".
func (n name) whole() string {
	if n.Family == "" {
		return noList(spaced(n.Literal + " " + n.Given))
	}
	parts := []string{spaced(n.Dropping + " " + n.Particle + " " + n.Family)}
	for _, p := range []string{n.Suffix, n.Given} {
		if p = spaced(p); p != "" {
			parts = append(parts, p)
		}
	}
	return noList(strings.Join(parts, ", "))
}

// noList keeps the mark between names out of a name.
func noList(s string) string { return spaced(strings.ReplaceAll(s, ";", " ")) }

// taken takes a name apart; one without a comma stays whole, since nobody can say
// whether it is a person's.
func taken(s string) name {
	parts := strings.Split(s, ", ")
	if len(parts) < 2 || len(parts) > 3 {
		return name{Literal: s}
	}
	n := name{Given: parts[len(parts)-1]}
	if len(parts) == 3 {
		n.Suffix = parts[1]
	}
	words := strings.Split(parts[0], " ")
	k := 0
	for k < len(words)-1 && startsLow(words[k]) {
		k++
	}
	n.Particle, n.Family = strings.Join(words[:k], " "), strings.Join(words[k:], " ")
	return n
}

func startsLow(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}

// text writes the date as sources.bib has it; "" when nothing is known.
func (d issued) text() string {
	var ends []string
	for _, row := range d.Parts {
		var b strings.Builder
		for i, part := range row {
			n, ok := whole(part)
			if !ok || i > 2 || n <= 0 {
				break
			}
			if i == 0 {
				fmt.Fprintf(&b, "%04d", n)
			} else {
				fmt.Fprintf(&b, "-%02d", n)
			}
		}
		if b.Len() > 0 {
			ends = append(ends, b.String())
		}
	}
	if len(ends) == 0 {
		return spaced(d.Raw + d.Literal)
	}
	text := strings.Join(ends[:min(len(ends), 2)], "/")
	if d.Circa != nil && d.Circa != false && len(ends) == 1 {
		text += "~"
	}
	return text
}

// whole reads a number that may be written as text.
func whole(v any) (int, bool) {
	switch v := v.(type) {
	case float64:
		return int(max(-1, min(v, 1e6))), v == float64(int(max(-1, min(v, 1e6))))
	case string:
		n, err := strconv.Atoi(v)
		return n, err == nil
	}
	return 0, false
}

// parts takes a date of sources.bib apart.
func parts(text string) *issued {
	if text == "" {
		return nil
	}
	d := &issued{}
	for end := range strings.SplitSeq(text, "/") {
		plain := strings.TrimRight(end, "~?%")
		if plain != end {
			d.Circa = true
		}
		var row []any
		for part := range strings.SplitSeq(plain, "-") {
			n, err := strconv.Atoi(part)
			if err != nil {
				return &issued{Literal: text}
			}
			row = append(row, n)
		}
		d.Parts = append(d.Parts, row)
	}
	return d
}

// dateText is the date as printed, or the day when only that is known.
func dateText(s *reckon.Source) string {
	if s.DateText != "" || s.Date == 0 {
		return s.DateText
	}
	return s.Date.String()
}

func writeCSL(sources []reckon.Source) []byte {
	items := make([]item, 0, len(sources))
	for i := range sources {
		s := &sources[i]
		it := item{ID: s.Key, Type: "document", Title: s.Title, Publisher: s.Publisher, URL: s.URL, Note: s.Note, Issued: parts(dateText(s))}
		for n := range strings.SplitSeq(s.Author, "; ") {
			if n != "" {
				it.Author = append(it.Author, taken(n))
			}
		}
		items = append(items, it)
	}
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(items); err != nil {
		panic("bibliography: an entry of ours is no JSON: " + err.Error())
	}
	return out.Bytes()
}
