package beliefmap

import (
	_ "embed" // The tables are files.
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"

	"reckon"
)

//go:embed data/synonyms.csv
var synonymFile string

//go:embed data/polarity.txt
var polarityFile string

// Merge says that a phrase stands for a concept, or for its reverse.
type Merge struct {
	Phrase  string `json:"phrase"`
	Concept string `json:"concept"`
	Sign    int    `json:"sign"` // -1: more of the phrase is less of the concept
	Reason  string `json:"reason"`
}

// Synonyms lists the merges of a table of the user's, which come first, and those
// that come with the program. The table has the columns phrase, concept, sign (+
// or -) and reason; a line that is wrong is left out and named.
func Synonyms(name, own string) ([]Merge, []reckon.Diagnostic) {
	merges, found := readMerges(name, own)
	return append(merges, shipped()...), found
}

func shipped() []Merge {
	merges, found := readMerges("synonyms.csv", synonymFile)
	if len(found) > 0 {
		panic("beliefmap: " + found[0].Summary)
	}
	return merges
}

// mostMerges bounds a table of synonyms.
const mostMerges = 100_000

func readMerges(name, text string) ([]Merge, []reckon.Diagnostic) {
	r := csv.NewReader(strings.NewReader(strings.TrimPrefix(text, "\ufeff")))
	r.FieldsPerRecord = -1
	var merges []Merge
	var found []reckon.Diagnostic
	wrong := func(line int, code, summary, detail string) {
		found = append(found, reckon.Diagnostic{
			Severity: reckon.Error, Code: code, Summary: summary, Detail: detail,
			At: reckon.Range{File: name, Start: reckon.Pos{Line: line, Column: 1}, End: reckon.Pos{Line: line, Column: 1}},
		})
	}
	for first := true; len(merges) < mostMerges && len(found) < 100; first = false {
		fields, err := r.Read()
		if errors.Is(err, io.EOF) {
			return merges, found
		}
		if err != nil {
			line := 1
			if bad := (*csv.ParseError)(nil); errors.As(err, &bad) {
				line = bad.Line
			}
			wrong(line, "synonyms-csv", "This line is no CSV.", fmt.Sprintf("%v. Put quotation marks around a phrase with a comma, and double those within it.", err))
			continue
		}
		line, _ := r.FieldPos(0)
		if first && strings.EqualFold(strings.TrimSpace(fields[0]), "phrase") || len(fields) == 1 && strings.TrimSpace(fields[0]) == "" {
			continue
		}
		m, problem := merge(fields)
		if problem != "" {
			wrong(line, "synonyms-line", "This merge is left out.", problem)
			continue
		}
		merges = append(merges, m)
	}
	return merges, found
}

// merge reads the fields of one line, or says what is wrong.
func merge(fields []string) (Merge, string) {
	if len(fields) != 4 {
		return Merge{}, fmt.Sprintf("It has %d fields; write four: phrase, concept, sign (+ or -), reason.", len(fields))
	}
	for i := range fields {
		fields[i] = strings.TrimSpace(fields[i])
	}
	m := Merge{Phrase: fields[0], Concept: fields[1], Reason: fields[3]}
	switch fields[2] {
	case "+", "":
		m.Sign = 1
	case "-", "−":
		m.Sign = -1
	default:
		return m, fmt.Sprintf("The sign is %q; write + for the same and - for the reverse.", fields[2])
	}
	if normal(m.Phrase).key == "" || normal(m.Concept).key == "" {
		return m, "Phrase and concept need at least one word that is no article."
	}
	if m.Reason == "" {
		return m, "A merge needs its reason, so that a reader can object to it."
	}
	return m, ""
}
