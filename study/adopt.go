package study

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"reckon/disk"
	"reckon/lang"
	"reckon/workbench"
)

// Adopted is what became part of a case.
type Adopted struct {
	Name  string   `json:"name"`
	Parts int      `json:"parts"` // wants and kinds of belief
	Left  bool     `json:"left"`  // something waits in the proposal still
	Rows  int      `json:"rows"`  // of the record
	Files []string `json:"files"` // written, relative to the case

	// Tried is the case as it would be. When its diagnostics hold errors nothing
	// was written.
	Tried *workbench.Bench `json:"-"`
}

// adoption is what is about to be written.
type adoption struct {
	bench    *workbench.Bench
	name     string
	texts    lang.Files // the case with what is adopted
	changed  []string   // files of the case
	proposal []byte     // what is left of the proposal; nil: nothing
	table    []byte     // what is left of its rows; nil: nothing
}

// Adopt moves what the analyst has completed from a proposal into the case: wants
// with their statements and kinds of belief with their wants, rows of the record
// marked yes in the column adopt, and the source they cite. The rest stays
// proposed. The case is tried first; with errors in it nothing is written.
func Adopt(b *workbench.Bench, name string) (*Adopted, error) {
	if !b.Folder {
		return nil, fmt.Errorf("a proposal is adopted into a case folder, and %s is a file", b.Path)
	}
	name = strings.TrimSuffix(filepath.Base(name), ".hcl")
	a := &adoption{bench: b, name: name, texts: maps.Clone(b.Texts)}
	out := &Adopted{Name: name}
	if err := a.reading(out); err != nil {
		return nil, err
	}
	if err := a.rows(out); err != nil {
		return nil, err
	}
	if out.Parts == 0 && out.Rows == 0 {
		out.Left = true
		return out, nil
	}
	if err := a.source(); err != nil {
		return nil, err
	}
	out.Left = a.proposal != nil || a.table != nil
	if out.Tried = b.Try(a.texts); !out.Tried.Fit() {
		return out, nil
	}
	out.Files = a.changed
	return out, a.write()
}

func (a *adoption) path(ext string) string {
	return filepath.Join(a.bench.Path, proposals, a.name+ext)
}

// part reads a file of the proposal; nil when there is none.
func (a *adoption) part(ext string) ([]byte, error) {
	text, err := os.ReadFile(a.path(ext))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, disk.Unread(a.path(ext), err)
	}
	return text, nil
}

// reading moves complete parts into readings/NAME.hcl.
func (a *adoption) reading(out *Adopted) error {
	text, err := a.part(".hcl")
	if err != nil {
		return err
	}
	if text == nil {
		return a.noSuch()
	}
	file := "readings/" + a.name + ".hcl"
	whole, rest, taken, found := lang.Adopt(proposals+"/"+a.name+".hcl", a.texts[file], text)
	if len(found) > 0 {
		first := found[0]
		return fmt.Errorf("%s, line %d: %s. %s", a.path(".hcl"), first.At.Start.Line, first.Summary, first.Detail)
	}
	a.proposal = rest
	if out.Parts = taken; taken > 0 {
		a.set(file, withoutHint(whole))
	} else {
		a.proposal = text
	}
	return nil
}

// withoutHint drops the remark that says how to adopt, which is done now.
func withoutHint(text []byte) []byte {
	from := bytes.Index(text, []byte("# Nothing here is part of the case yet."))
	if from < 0 {
		return text
	}
	to := from
	for bytes.HasPrefix(text[to:], []byte("#")) {
		end := bytes.IndexByte(text[to:], '\n')
		if end < 0 {
			break
		}
		to += end + 1
	}
	return slices.Concat(text[:from], text[to:])
}

func (a *adoption) set(file string, text []byte) {
	a.texts[file] = text
	a.changed = append(a.changed, file)
}

// noSuch says which proposals there are.
func (a *adoption) noSuch() error {
	there, _ := filepath.Glob(filepath.Join(a.bench.Path, proposals, "*.hcl")) // the pattern is a constant
	for i, file := range there {
		there[i] = strings.TrimSuffix(filepath.Base(file), ".hcl")
	}
	if len(there) == 0 {
		return fmt.Errorf("the case has no proposals; to make some, run: reckon read DOCUMENT --case %s", a.bench.Path)
	}
	return fmt.Errorf("there is no proposal %s; there are: %s", a.name, strings.Join(there, ", "))
}

// source adds the source of the proposal, unless the case has it.
func (a *adoption) source() error {
	text, err := a.part(".bib")
	if err != nil || text == nil {
		return err
	}
	_, key, _ := bytes.Cut(text, []byte("{"))
	key, _, _ = bytes.Cut(key, []byte(","))
	if a.bench.Case.Source(string(bytes.TrimSpace(key))) != nil {
		return nil
	}
	a.set(sourcesFile, appended(a.texts[sourcesFile], text))
	return nil
}

func appended(text, more []byte) []byte {
	text = bytes.TrimRight(text, "\n")
	if len(text) > 0 {
		text = append(slices.Clip(text), "\n\n"...)
	}
	return append(text, more...)
}

const recordFile = "record.csv"

// rows moves the rows marked yes into the record, in the columns it has.
func (a *adoption) rows(out *Adopted) error {
	text, err := a.part(".csv")
	if err != nil || text == nil {
		return err
	}
	all, err := csv.NewReader(bytes.NewReader(unmarked(text))).ReadAll()
	if err != nil {
		return fmt.Errorf("%s cannot be read as a table: %w", a.path(".csv"), err)
	}
	if len(all) == 0 || len(all[0]) < 2 || all[0][0] != "adopt" {
		return fmt.Errorf("%s has no column adopt in front; write yes there for each row to be taken over", a.path(".csv"))
	}
	head, left := all[0], [][]string{all[0]}
	columns := head[1:]
	if record := a.texts[recordFile]; record != nil {
		if columns, err = csv.NewReader(bytes.NewReader(unmarked(record))).Read(); err != nil {
			return fmt.Errorf("%s cannot be read as a table: %w", recordFile, err)
		}
	}
	var taken [][]string
	for _, row := range all[1:] {
		if !yes(row[0]) {
			left = append(left, row)
			continue
		}
		into := make([]string, len(columns))
		for i, name := range columns {
			if from := slices.Index(head, strings.TrimSpace(name)); from > 0 {
				into[i] = row[from]
			}
		}
		taken = append(taken, into)
	}
	out.Rows = len(taken)
	if len(left) > 1 {
		a.table = table(left)
	}
	if len(taken) > 0 {
		a.addRows(columns, taken)
	}
	return nil
}

// unmarked is a table without the byte order mark that spreadsheets put in front.
func unmarked(table []byte) []byte { return bytes.TrimPrefix(table, []byte("\ufeff")) }

func (a *adoption) addRows(columns []string, rows [][]string) {
	text := a.texts[recordFile]
	if text == nil {
		a.set(recordFile, table(append([][]string{columns}, rows...)))
		return
	}
	if !bytes.HasSuffix(text, []byte("\n")) {
		text = append(slices.Clip(text), '\n')
	}
	a.set(recordFile, append(slices.Clip(text), table(rows)...))
}

func yes(cell string) bool {
	return slices.Contains([]string{"yes", "y", "x", "true", "1"}, strings.ToLower(strings.TrimSpace(cell)))
}

func table(rows [][]string) []byte {
	var b bytes.Buffer
	if err := csv.NewWriter(&b).WriteAll(rows); err != nil {
		panic(err) // a buffer takes all
	}
	return b.Bytes()
}

// write puts the files of the case first and what is left of the proposal last:
// whatever stops it in between, nothing is lost.
func (a *adoption) write() error {
	if err := os.MkdirAll(filepath.Join(a.bench.Path, "readings"), 0o755); err != nil {
		return disk.Unwritten("readings", err)
	}
	for _, file := range a.changed {
		if err := put(a.bench.PathOf(file), a.texts[file]); err != nil {
			return err
		}
	}
	for ext, rest := range map[string][]byte{".hcl": a.proposal, ".csv": a.table} {
		if err := a.leave(ext, rest); err != nil {
			return err
		}
	}
	if a.proposal == nil && a.table == nil {
		return a.leave(".bib", nil)
	}
	return nil
}

// leave writes what is left of a file of the proposal, or removes it.
func (a *adoption) leave(ext string, rest []byte) error {
	if rest != nil {
		return put(a.path(ext), rest)
	}
	if err := os.Remove(a.path(ext)); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return disk.Unwritten(a.path(ext), err)
	}
	return nil
}

func put(file string, text []byte) error {
	return disk.Replace(file, 0o644, func(w io.Writer) error {
		_, err := w.Write(text)
		return err
	})
}
