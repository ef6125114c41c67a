package attribution

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Example is a text in which a person has marked who is the source of what.
type Example struct {
	Name string
	Text string
	Key  []Triple
}

// Triple is one attribution by hand: source, cue and content, each in one or
// more pieces. A source may be missing.
type Triple struct{ Source, Cue, Content []Span }

const maxMarks = 16 << 20 // bytes of a file of marks or of a text

// ReadCorpus reads texts and marks in the standoff format of brat [stenetorp2012]:
// pairs of X.txt and X.ann, or, as in PolNeAR [newell2018], text/X.txt and
// attributions/X_ANNOTATOR.ann. Spans are labelled Source, Cue and Content; events
// whose type begins with Attribution join them. Of a text that several people
// marked the first file by name counts. Offsets are code points.
//
// The error names file and line of what cannot be read.
func ReadCorpus(files fs.FS) ([]Example, error) {
	var marks []string
	err := fs.WalkDir(files, ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && path.Ext(name) == ".ann" {
			marks = append(marks, name)
		}
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("read the corpus: %w", err)
	}
	if len(marks) == 0 {
		return nil, errors.New("no .ann file in the folder: a corpus has X.txt and X.ann side by side, or folders text and attributions")
	}
	slices.Sort(marks)
	var list []Example
	for _, name := range marks {
		file, text, err := textOf(files, name)
		if err != nil {
			return nil, err
		}
		if n := len(list); n > 0 && list[n-1].Name == file {
			continue
		}
		data, err := readSmall(files, name)
		if err != nil {
			return nil, err
		}
		key, err := parseMarks(text, data)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		list = append(list, Example{file, text, key})
	}
	return list, nil
}

// textOf finds the text that a file of marks belongs to.
func textOf(files fs.FS, marks string) (name, text string, err error) {
	base := strings.TrimSuffix(path.Base(marks), ".ann")
	folder := path.Dir(marks)
	bases := []string{base}
	if cut := strings.LastIndexByte(base, '_'); cut > 0 { // what follows is the annotator
		bases = append(bases, base[:cut])
	}
	for _, b := range bases {
		for _, try := range []string{path.Join(folder, b+".txt"), path.Join(folder, "..", "text", b+".txt")} {
			text, err := readSmall(files, try)
			if err == nil {
				return try, text, nil
			}
			if !errors.Is(err, fs.ErrNotExist) {
				return "", "", err
			}
		}
	}
	return "", "", fmt.Errorf("%s: no text belongs to it; looked for %s.txt beside it and in the folder text", marks, strings.Join(bases, ".txt and "))
}

func readSmall(files fs.FS, name string) (string, error) {
	if !fs.ValidPath(name) {
		return "", fs.ErrNotExist
	}
	about, err := fs.Stat(files, name)
	if err != nil {
		return "", err
	}
	if about.Size() > maxMarks {
		return "", fmt.Errorf("%s has %d bytes; a text of a corpus may have %d", name, about.Size(), maxMarks)
	}
	data, err := fs.ReadFile(files, name)
	if err != nil {
		return "", err
	}
	if !utf8.Valid(data) {
		return "", fmt.Errorf("%s is not UTF-8: save it as UTF-8", name)
	}
	return string(data), nil
}

// parseMarks reads T lines (spans) and E lines (what belongs together). Other
// lines, such as notes, are skipped.
func parseMarks(text, marks string) ([]Triple, error) {
	at := make([]int, 0, len(text)+1)
	for i := range text {
		at = append(at, i)
	}
	at = append(at, len(text))
	spans := map[string][]Span{}
	var events []mark
	n := 0
	for line := range strings.Lines(marks) {
		n++
		id, rest, tabbed := strings.Cut(strings.TrimRight(line, "\r\n"), "\t")
		if !tabbed || len(id) < 2 || strings.Trim(id[1:], "0123456789") != "" {
			continue
		}
		switch id[0] {
		case 'T':
			s, err := parseSpans(rest, at)
			if err != nil {
				return nil, fmt.Errorf("line %d: %w", n, err)
			}
			spans[id] = s
		case 'E':
			events = append(events, mark{n, rest})
		}
	}
	var list []Triple
	for _, e := range events {
		if t, ok, err := e.triple(spans); err != nil {
			return nil, fmt.Errorf("line %d: %w", e.line, err)
		} else if ok {
			list = append(list, t)
		}
	}
	return list, nil
}

// parseSpans reads "Content 10 20;25 30<tab>the words".
func parseSpans(rest string, at []int) ([]Span, error) {
	head, _, _ := strings.Cut(rest, "\t")
	_, places, _ := strings.Cut(head, " ")
	var list []Span
	for part := range strings.SplitSeq(places, ";") {
		a, b, _ := strings.Cut(part, " ")
		from, err := strconv.Atoi(a)
		to, err2 := strconv.Atoi(b)
		if err != nil || err2 != nil {
			return nil, fmt.Errorf("%q is not a start and an end in code points", part)
		}
		if from < 0 || from >= to || to >= len(at) {
			return nil, fmt.Errorf("the span %d to %d does not lie in a text of %d code points", from, to, len(at)-1)
		}
		list = append(list, Span{at[from], at[to]})
	}
	return list, nil
}

// mark is an E line.
type mark struct {
	line int
	rest string
}

func (m mark) triple(spans map[string][]Span) (t Triple, ok bool, err error) {
	roles := strings.Fields(m.rest)
	if len(roles) == 0 || !strings.HasPrefix(roles[0], "Attribution") {
		return t, false, nil
	}
	for _, role := range roles[1:] {
		name, id, _ := strings.Cut(role, ":")
		s, known := spans[id]
		if !known {
			return t, false, fmt.Errorf("%s is not a span of the file", id)
		}
		switch strings.TrimRight(name, "0123456789") {
		case "Source":
			t.Source = append(t.Source, s...)
		case "Cue":
			t.Cue = append(t.Cue, s...)
		case "Content":
			t.Content = append(t.Content, s...)
		}
	}
	return t, true, nil
}
