package bibliography

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"reckon"
	"reckon/lang"
)

// Format is a kind of file that holds sources.
type Format string

// Formats of files.
const (
	CSL    Format = "csl-json"
	RIS    Format = "ris"
	BibTeX Format = "bibtex"
)

// List is what a file holds.
type List struct {
	Format  Format
	Sources []reckon.Source
	Notes   []string // what was mended, or has no place in a source
}

// Limit is the size in bytes above which a file is not read.
const Limit = 32 << 20

// Read reads a file of sources; its format is told by its content. Every source
// has a key of its own in the end. An error says that none can be read.
func Read(name string, text []byte) (*List, error) {
	if len(text) > Limit {
		return nil, fmt.Errorf("%s is larger than %d MB; export it in parts", name, Limit>>20)
	}
	text = bytes.TrimPrefix(text, []byte("\xef\xbb\xbf"))
	if !utf8.Valid(text) {
		return nil, fmt.Errorf("%s is not UTF-8; export it again and choose UTF-8 (Unicode)", name)
	}
	l := &List{Format: guess(text)}
	var err error
	switch l.Format {
	case CSL:
		err = l.readCSL(text)
	case RIS:
		l.readRIS(text)
	case BibTeX:
		l.readBibTeX(name, text)
	default:
		err = errors.New("this is neither CSL-JSON, RIS nor BibTeX. In Zotero, use Export Library and choose one of them")
	}
	if err == nil && len(l.Sources) == 0 {
		err = errors.New("no source was found in it")
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	l.keys()
	return l, nil
}

// guess tells the format by how the text begins.
func guess(text []byte) Format {
	start := bytes.TrimLeft(text, " \t\r\n")
	switch {
	case bytes.HasPrefix(start, []byte("[")), bytes.HasPrefix(start, []byte("{")):
		return CSL
	case bytes.HasPrefix(start, []byte("TY  -")), bytes.Contains(start, []byte("\nTY  -")):
		return RIS
	case bytes.IndexByte(start, '@') >= 0 && bytes.IndexByte(start, '{') > 0:
		return BibTeX
	}
	return ""
}

// Write writes sources and says what of them the format has no place for.
func Write(format Format, sources []reckon.Source) (text []byte, notes []string) {
	switch format {
	case CSL:
		return writeCSL(sources), lost(sources, format)
	case RIS:
		return writeRIS(sources), lost(sources, format)
	case BibTeX:
		return writeBibTeX(sources), nil
	}
	panic("bibliography: no such format: " + string(format))
}

// lost names what of the sources only BibTeX, as we write it, keeps.
func lost(sources []reckon.Source, format Format) []string {
	grades, origins := 0, 0
	for _, s := range sources {
		if s.Reliability != "" {
			grades++
		}
		if s.Origin != "" {
			origins++
		}
	}
	var notes []string
	if grades > 0 {
		notes = append(notes, fmt.Sprintf("%s has no place for the reliability of a source; %d grades were left out.", format, grades))
	}
	if origins > 0 {
		notes = append(notes, fmt.Sprintf("%s has no place for the source that another derives from; %d were left out.", format, origins))
	}
	return notes
}

func (l *List) readBibTeX(name string, text []byte) {
	sources, left, found := lang.ReadSources(name, text)
	l.Sources = sources
	for _, d := range found {
		l.Notes = append(l.Notes, fmt.Sprintf("line %d: %s. %s", d.At.Start.Line, d.Summary, d.Detail))
	}
	l.left(left)
}

// left notes fields that a source has no place for.
func (l *List) left(fields []string) {
	slices.Sort(fields)
	if fields = slices.Compact(fields); len(fields) > 0 {
		l.Notes = append(l.Notes, "These fields have no place in a source and were left out: "+strings.Join(fields, ", ")+".")
	}
}

// dated reads a date as BibTeX has it; one that cannot be read stays unknown.
func (l *List) dated(s *reckon.Source, text string) {
	if text == "" {
		return
	}
	day, ok := lang.PublishedOn(text)
	if !ok {
		l.Notes = append(l.Notes, fmt.Sprintf("The date %q of %q cannot be read; it stays unknown.", text, s.Title))
		return
	}
	s.Date, s.DateText = day, text
}

// keys gives each source a key that is one word and no other's.
func (l *List) keys() {
	taken := map[string]bool{}
	for i := range l.Sources {
		s := &l.Sources[i]
		key := plainKey(s.Key)
		if key == "" {
			key = madeKey(s)
		}
		unique := key
		for n := 2; taken[unique]; n++ {
			unique = fmt.Sprintf("%s_%d", key, n)
		}
		taken[unique] = true
		s.Key = unique
	}
}

// plainKey keeps what a key in BibTeX may hold; of an address only its end.
func plainKey(s string) string {
	if i := strings.LastIndexByte(s, '/'); i >= 0 {
		s = s[i+1:]
	}
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(" \t\r\n,={}()\"@%#\\", r) || r < ' ' || r == utf8.RuneError {
			return -1
		}
		return r
	}, s)
}

// madeKey is the author's name and the year.
func madeKey(s *reckon.Source) string {
	name, _, _ := strings.Cut(s.Author, ",")
	name, _, _ = strings.Cut(name, ";")
	if words := strings.Fields(name); len(words) > 0 {
		name = words[len(words)-1]
	}
	key := plainKey(strings.ToLower(name))
	if key == "" {
		key = "source"
	}
	if s.Date != 0 {
		key += "_" + s.Date.String()[:4]
	}
	return key
}
