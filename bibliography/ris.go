package bibliography

import (
	"fmt"
	"strings"

	"reckon"
)

// readRIS reads lines "XX  - value" from TY to ER.
func (l *List) readRIS(text []byte) {
	var left []string
	var entry map[string][]string
	last := ""
	for line := range strings.Lines(string(text)) {
		line = strings.TrimRight(line, "\r\n")
		tag, value, ok := risLine(line)
		switch {
		case ok && tag == "TY":
			if entry != nil {
				l.Sources = append(l.Sources, l.fromRIS(entry))
			}
			entry, last = map[string][]string{}, ""
		case ok && tag == "ER":
			if entry != nil {
				l.Sources = append(l.Sources, l.fromRIS(entry))
			}
			entry = nil
		case entry == nil:
		case ok:
			entry[tag] = append(entry[tag], value)
			if last = tag; !strings.Contains(risPlaced, " "+tag+" ") {
				left = append(left, tag)
			}
		case last != "" && strings.TrimSpace(line) != "": // a line that goes on
			values := entry[last]
			values[len(values)-1] += " " + strings.TrimSpace(line)
		}
	}
	if entry != nil {
		l.Sources = append(l.Sources, l.fromRIS(entry))
		l.Notes = append(l.Notes, "The last entry has no end (ER); the file may be cut off.")
	}
	l.left(left)
}

// risPlaced are the tags that are read, and those that say nothing of a source.
const risPlaced = " ID TI T1 AU A1 A2 ED PB JO JF T2 DA PY Y1 UR DO N1 L1 Y2 "

func risLine(line string) (tag, value string, ok bool) {
	if len(line) < 5 || line[2:5] != "  -" {
		return "", "", false
	}
	return line[:2], strings.TrimSpace(line[5:]), true
}

func (l *List) fromRIS(e map[string][]string) reckon.Source {
	first := func(tags ...string) string {
		for _, t := range tags {
			for _, v := range e[t] {
				if v = spaced(v); v != "" {
					return v
				}
			}
		}
		return ""
	}
	s := reckon.Source{Key: first("ID"), Title: first("TI", "T1"), Publisher: first("PB", "JO", "JF", "T2"), URL: first("UR"), File: first("L1")}
	if doi := first("DO"); s.URL == "" && doi != "" {
		s.URL = "https://doi.org/" + strings.TrimPrefix(doi, "https://doi.org/")
	}
	for _, tags := range [][]string{{"AU", "A1"}, {"A2", "ED"}} {
		var names []string
		for _, t := range tags {
			for _, n := range e[t] {
				if n = noList(n); n != "" {
					names = append(names, n)
				}
			}
		}
		if s.Author == "" {
			s.Author = strings.Join(names, "; ")
		}
	}
	var notes []string
	for _, n := range e["N1"] {
		notes = append(notes, spaced(n))
	}
	s.Note = strings.Join(notes, " ")
	l.dated(&s, risDate(first("DA", "PY", "Y1")))
	return s
}

// risDate reads 2020/10/23/, 2020/10// and 2020; anything else stays as it is.
func risDate(v string) string {
	fields := strings.Split(v, "/")
	if len(fields) == 1 || len(fields[0]) != 4 {
		return v
	}
	known := fields[:1]
	for _, f := range fields[1:min(len(fields), 3)] {
		if f == "" {
			break
		}
		known = append(known, strings.Repeat("0", max(0, 2-len(f)))+f)
	}
	return strings.Join(known, "-")
}

func writeRIS(sources []reckon.Source) []byte {
	var b strings.Builder
	for i := range sources {
		s := &sources[i]
		b.WriteString("TY  - GEN\n")
		tag := func(tag, value string) {
			if value != "" {
				fmt.Fprintf(&b, "%s  - %s\n", tag, spaced(value))
			}
		}
		tag("ID", s.Key)
		tag("TI", s.Title)
		for n := range strings.SplitSeq(s.Author, "; ") {
			tag("AU", n)
		}
		tag("PB", s.Publisher)
		if text := dateText(s); strings.ContainsAny(text, "/~?%") {
			tag("DA", text) // a range or a rough date, which RIS has no form for
		} else if text != "" {
			tag("DA", strings.ReplaceAll(text, "-", "/")+strings.Repeat("/", 3-min(3, strings.Count(text, "-"))))
			tag("PY", text[:min(4, len(text))])
		}
		tag("UR", s.URL)
		tag("L1", s.File)
		tag("N1", s.Note)
		b.WriteString("ER  - \n\n")
	}
	return []byte(b.String())
}
