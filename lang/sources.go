package lang

import (
	"slices"
	"strings"
	"time"

	"github.com/zclconf/go-cty/cty"

	"reckon"
)

// sourceField is one row of what is read of a source.
type sourceField struct {
	name  string
	means string
}

// sourceFields are the BibTeX fields that reckon reads; others are left alone.
var sourceFields = []sourceField{
	{"title", "The title."},
	{"author", "The author or authors."},
	{"publisher", "Who published it; or journal, organization, institution, howpublished."},
	{"date", "The day of publication, YYYY-MM-DD. A month (YYYY-MM) or year (YYYY) alone counts as its last day, so that nothing is used too early; so does a range (1982-06-20/1982-06-22), and 1982~ is about 1982. Or the fields year, month and day."},
	{"url", "Where it can be read."},
	{"file", "The name of its text under documents/, where you keep it."},
	{"reliability", "Admiralty A (reliable) to E (unreliable), F (cannot be judged), about the source."},
	{"derives_from", "The key of the source that this one repeats, so that one origin is not counted twice."},
	{"note", "Anything else a reader should know."},
}

// ignored are fields of common BibTeX exports, which are no slips of ours.
var ignored = strings.Fields(`abstract address annote archive archiveprefix author bookauthor booksubtitle booktitle
 chapter crossref day doi edition editor editora eid entrysubtype eprint eprinttype eventdate eventtitle file
 howpublished institution isbn issn issue journal journaltitle key keywords langid language library location lccn
 month number note organization origdate pages pagetotal pmid primaryclass pubstate related school series
 shortjournal shorttitle subtitle timestamp title titleaddon translator type url urldate urlyear venue version
 volume year comment owner groups accessed copyright rights shortauthor`)

var months = []string{"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"}

// readSources reads sources.bib into the case.
func (l *loader) readSources(src []byte) {
	if src != nil {
		l.readBib("sources.bib", src)
	}
}

// ReadSources reads a BibTeX file by itself: its sources, and the names of the
// fields that a source has no place for, sorted.
func ReadSources(name string, src []byte) (sources []reckon.Source, left []string, found []reckon.Diagnostic) {
	l := newLoader()
	for _, e := range l.readBib(name, src) {
		for _, head := range e.heads {
			if !contains(left, head.text) && !slices.ContainsFunc(usedFields, func(f string) bool { return f == head.text }) {
				left = append(left, head.text)
			}
		}
	}
	slices.Sort(left)
	return l.c.Sources, left, l.found.sorted()
}

// usedFields are all that an entry's source is made of.
var usedFields = strings.Fields(`title author editor publisher journal journaltitle organization institution howpublished
 date year month day url doi file reliability derives_from note`)

// PublishedOn reads the date of a source as sources.bib has it: the last day of a
// month, a year or a range.
func PublishedOn(text string) (reckon.Date, bool) { return published(text) }

// readBib reads a BibTeX file into the case and returns its entries.
func (l *loader) readBib(name string, src []byte) []entry {
	skip, ok := l.readable(name, src)
	if !ok {
		return nil
	}
	s := &bibScanner{
		scanner: scanner{l: l, name: name, src: src, pos: reckon.Pos{Line: 1, Column: 1, Byte: skip}},
		macros:  map[string]string{},
	}
	entries := s.entries()
	keys := map[string]reckon.Range{}
	for _, e := range entries {
		if first, taken := keys[e.key.text]; taken {
			l.add(duplicateName(e.key.at, "source", e.key.text, first))
			continue
		}
		keys[e.key.text] = e.key.at
		if len(l.c.Sources) == maxSources {
			l.add(tooMany(e.key.at, "sources", maxSources))
			l.found.broken = true
			break
		}
		l.c.Sources = append(l.c.Sources, l.source(e))
	}
	l.checkOrigins(entries)
	return entries
}

// source reads one entry.
func (l *loader) source(e entry) reckon.Source {
	text := func(names ...string) string {
		for _, n := range names {
			if s := clean(e.fields[n].text); s != "" {
				return s
			}
		}
		return ""
	}
	src := reckon.Source{
		Key: e.key.text, Title: text("title"), Author: strings.ReplaceAll(text("author", "editor"), " and ", "; "),
		Publisher: text("publisher", "journal", "journaltitle", "organization", "institution", "howpublished"),
		URL:       strings.TrimSpace(e.fields["url"].text), File: strings.TrimSpace(e.fields["file"].text),
		Origin: strings.TrimSpace(e.fields["derives_from"].text), Note: text("note"), At: e.key.at,
	}
	if doi := strings.TrimSpace(e.fields["doi"].text); src.URL == "" && doi != "" {
		src.URL = "https://doi.org/" + strings.TrimPrefix(doi, "https://doi.org/")
	}
	if src.Title == "" {
		l.add(sourceUntitled(e.key.at, src.Key))
	}
	l.checkFields(e)
	l.readGrade(e, &src)
	l.readDate(e, &src)
	return src
}

// checkFields looks for slips in field names that would be ignored silently.
func (l *loader) checkFields(e entry) {
	var ours []string
	for _, f := range sourceFields {
		ours = append(ours, f.name)
	}
	for _, head := range e.heads {
		if contains(ours, head.text) || contains(ignored, head.text) {
			continue
		}
		if near := nearest(head.text, ours); near != "" {
			l.add(unknownField(head.at, head.text, near))
		}
	}
}

// readGrade reads the Admiralty grade of a source.
func (l *loader) readGrade(e entry, src *reckon.Source) {
	grade, stated := e.fields["reliability"]
	if !stated {
		return
	}
	g := strings.TrimSpace(grade.text)
	if len(g) != 1 || g[0] < 'A' || g[0] > 'F' {
		l.add(wrongReliability(grade.at, g))
		return
	}
	src.Reliability = g
}

// readDate reads date, or year with month and day.
func (l *loader) readDate(e entry, src *reckon.Source) {
	field, stated := e.fields["date"]
	text := strings.TrimSpace(field.text)
	if !stated {
		if field, stated = e.fields["year"]; !stated {
			return
		}
		text = strings.TrimSpace(field.text)
		if m := monthOf(e.fields["month"].text); m != "" && len(text) == 4 {
			text += "-" + m
			if d := strings.TrimSpace(e.fields["day"].text); d != "" {
				text += "-" + strings.Repeat("0", max(0, 2-len(d))) + d
			}
		}
	}
	d, ok := published(text)
	if !ok {
		l.add(wrongSourceDate(field.at, text))
		l.found.broken = true
		return
	}
	src.Date, src.DateText = d, text
}

// monthOf reads a month as a number or a name; "" when it is neither.
func monthOf(s string) string {
	s = strings.ToLower(strings.Trim(strings.TrimSpace(s), "{}"))
	if t, err := time.Parse("1", s); err == nil {
		return t.Format("01")
	}
	if len(s) >= 3 {
		if i := slices.Index(months, s[:3]); i >= 0 {
			return time.Date(1, time.Month(i+1), 1, 0, 0, 0, 0, time.UTC).Format("01")
		}
	}
	return ""
}

// published reads a date as BibTeX has it: a range counts as its last day, and
// the marks of an uncertain or rough date (1982?, 1982~, 1982%) are passed over.
func published(text string) (reckon.Date, bool) {
	from, to, ranged := strings.Cut(text, "/")
	d, ok := lastDay(strings.TrimRight(from, "~?%"))
	if !ranged || !ok {
		return d, ok
	}
	end, ok := lastDay(strings.TrimRight(to, "~?%"))
	return end, ok && end >= d
}

// lastDay reads a day, or the last day of a month or year.
func lastDay(s string) (reckon.Date, bool) {
	if d, ok := day(s); ok {
		return d, true
	}
	if t, err := time.Parse("2006-01", s); err == nil && t.Year() > 0 {
		return reckon.DateOf(t.AddDate(0, 1, -1)), true
	}
	if t, err := time.Parse("2006", s); err == nil && t.Year() > 0 {
		return reckon.DateOf(t.AddDate(1, 0, -1)), true
	}
	return 0, false
}

// checkOrigins checks derives_from: the key must exist, and no source may rest
// on itself in the end.
func (l *loader) checkOrigins(entries []entry) {
	at := map[string]cell{}
	for _, e := range entries {
		if f, ok := e.fields["derives_from"]; ok {
			if _, seen := at[e.key.text]; !seen {
				at[e.key.text] = f
			}
		}
	}
	origin := map[string]string{}
	for i := range l.c.Sources {
		origin[l.c.Sources[i].Key] = l.c.Sources[i].Origin
	}
	straight := map[string]bool{}
	for i := range l.c.Sources {
		s := &l.c.Sources[i]
		if s.Origin == "" {
			continue
		}
		if l.c.Source(s.Origin) == nil {
			d := l.unknownSource(at[s.Key].at, s.Origin)
			d.Suggestion = ""
			l.add(d)
			s.Origin = ""
		} else if circular(origin, s.Key, straight) {
			l.add(originCircle(at[s.Key].at, s.Key))
			s.Origin = ""
		}
	}
}

// circular reports a chain of origins that comes back to its start; straight
// remembers the sources whose chains are known to end.
func circular(origin map[string]string, key string, straight map[string]bool) bool {
	at := origin[key]
	for steps := 0; at != "" && !straight[at] && steps <= len(origin); steps++ {
		if at == key {
			return true
		}
		at = origin[at]
	}
	if at == "" || straight[at] {
		for at = key; at != "" && !straight[at]; at = origin[at] {
			straight[at] = true
		}
	}
	return false
}

// accents are the TeX marks that names in bibliographies use most, as the
// combining character that follows the letter.
var accents = map[byte]string{
	'\'': "\u0301", '`': "\u0300", '^': "\u0302", '"': "\u0308", '~': "\u0303", '=': "\u0304",
	'.': "\u0307", 'c': "\u0327", 'v': "\u030c", 'u': "\u0306", 'H': "\u030b", 'k': "\u0328",
}

// letters are TeX's own letters.
var letters = strings.NewReplacer(`\ss`, "ß", `\o `, "ø", `\O `, "Ø", `\ae`, "æ", `\AE`, "Æ", `\aa`, "å", `\AA`, "Å",
	`\l `, "ł", `\L `, "Ł", `\i`, "i", `\&`, "&", `\%`, "%", `\$`, "$", `\#`, "#", `\_`, "_", `\{`, "{", `\}`, "}", `\textbackslash`, `\`,
	`\textasciitilde`, "~", `\textasciicircum`, "^", `\textbraceleft`, "{", `\textbraceright`, "}", "{", "", "}", "", "---", "—", "--", "–", "~", "\u00a0")

// clean turns a BibTeX value into plain text: braces, accents and escapes.
func clean(s string) string {
	if strings.IndexByte(s, '\\') >= 0 {
		s = cty.NormalizeString(accented(s))
	}
	if strings.ContainsAny(s, "\\{}~-") {
		s = letters.Replace(s)
	}
	if !strings.ContainsAny(s, " \t\r\n\u00a0") {
		return s
	}
	return strings.Join(strings.Fields(s), " ")
}

// accented replaces \'e, \'{e} and \c{c} by the letter and its mark.
func accented(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		mark, ok := "", false
		if s[i] == '\\' && i+2 < len(s) {
			mark, ok = accents[s[i+1]]
		}
		rest := ""
		if ok {
			rest = strings.TrimLeft(s[i+2:], "{ \\")
		}
		isLetter := s[min(i+1, len(s)-1)] >= 'A'
		if !ok || rest == "" || isLetter && s[i+2] != '{' && s[i+2] != ' ' {
			b.WriteByte(s[i])
			continue
		}
		r := []rune(rest)[0]
		b.WriteString(string(r) + mark)
		i = len(s) - len(rest) + len(string(r)) - 1
	}
	return b.String()
}
