package readtest

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// PolDocument is one news text of PolNeAR with its attributions [newell2018].
type PolDocument struct {
	Name         string
	Text         string
	Attributions []PolAttribution
}

// PolAttribution says who is given as the source of what. Each part is a list of
// ranges of bytes, since a quotation may be broken by the words that report it;
// an attribution without a named source has none.
type PolAttribution struct {
	Source, Cue, Content [][2]int
}

// PolNeAR reads one split, train or dev, in the order of the file names. A text
// that several people annotated comes once, with the first of them by name.
func PolNeAR(tb testing.TB, split string) []PolDocument {
	tb.Helper()
	files, err := filepath.Glob(filepath.Join(Shared(tb, "data", "polnear", split), "attributions", "*.ann"))
	if err != nil || len(files) == 0 {
		tb.Fatalf("no attributions of split %q: %v", split, err)
	}
	slices.Sort(files)
	var docs []PolDocument
	for _, file := range files {
		base := strings.TrimSuffix(filepath.Base(file), ".ann")
		name := base[:strings.LastIndexByte(base, '_')] // what follows is the annotator
		if len(docs) > 0 && docs[len(docs)-1].Name == name {
			continue
		}
		text, err := os.ReadFile(filepath.Join(filepath.Dir(file), "..", "text", name+".txt"))
		if err != nil {
			tb.Fatal(err)
		}
		marks, err := os.ReadFile(file)
		if err != nil {
			tb.Fatal(err)
		}
		d := PolDocument{Name: name, Text: string(text)}
		d.Attributions = standoff(tb, d.Text, string(marks))
		docs = append(docs, d)
	}
	return docs
}

// standoff reads brat's T lines (spans) and E lines (which spans belong together).
func standoff(tb testing.TB, text, marks string) []PolAttribution {
	tb.Helper()
	at := points(text)
	spans := map[string][][2]int{}
	var list []PolAttribution
	for line := range strings.Lines(marks) {
		fields := strings.Split(strings.TrimRight(line, "\n"), "\t")
		if len(fields) < 2 {
			continue
		}
		kind, rest, _ := strings.Cut(fields[1], " ")
		switch fields[0][0] {
		case 'T':
			for part := range strings.SplitSeq(rest, ";") {
				from, to, _ := strings.Cut(part, " ")
				spans[fields[0]] = append(spans[fields[0]], [2]int{at.byte(tb, from), at.byte(tb, to)})
			}
		case 'E':
			if strings.HasPrefix(kind, "Attribution") {
				list = append(list, attribution(spans, strings.Fields(rest)))
			}
		}
	}
	return list
}

func attribution(spans map[string][][2]int, roles []string) PolAttribution {
	var a PolAttribution
	for _, role := range roles {
		name, span, _ := strings.Cut(role, ":")
		switch strings.TrimRight(name, "0123456789") {
		case "Source":
			a.Source = append(a.Source, spans[span]...)
		case "Cue":
			a.Cue = append(a.Cue, spans[span]...)
		case "Content":
			a.Content = append(a.Content, spans[span]...)
		}
	}
	return a
}
