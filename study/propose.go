package study

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"reckon"
	"reckon/disk"
	"reckon/draft"
	"reckon/workbench"
)

// proposals is the folder of a case in which they wait. The case language never
// looks into it.
const proposals = "proposals"

// Proposed is a draft as it was written to disk.
type Proposed struct {
	draft.Proposal
	Files []string `json:"files"`
	Kept  bool     `json:"kept"` // it was there already and stays as it is
}

// Propose writes a draft for each document that was read into the folder
// proposals of the case. A draft that is there already, and may have been worked
// on, is kept unless force is set.
func (s *Study) Propose(b *workbench.Bench, force bool) ([]Proposed, error) {
	if !b.Folder {
		return nil, fmt.Errorf("proposals need a case folder, and %s is a file", b.Path)
	}
	subject := b.Case.Subject
	if subject == "" {
		return nil, errors.New("the case names no subject, so nobody knows whose mind the documents are about: add subject = … to its case block")
	}
	var all []Proposed
	taken := map[string]bool{}
	c := *b.Case // with the sources proposed so far, so that no two share a key
	for _, a := range s.Accounts {
		p := draft.Write(a, &c, subject)
		if p.Source != nil {
			c.Sources = append(slices.Clip(c.Sources), reckon.Source{Key: p.Key, Title: a.Document.Title, File: a.Document.Name})
		}
		for n, base := 2, p.Name; taken[p.Name]; n++ {
			p.Name = fmt.Sprintf("%s-%d", base, n)
		}
		taken[p.Name] = true
		there := present(b, p.Name)
		if len(there) > 0 && !force {
			all = append(all, Proposed{p, there, true})
			continue
		}
		files, err := write(b, p)
		if err != nil {
			return all, err
		}
		all = append(all, Proposed{p, files, false})
	}
	return all, nil
}

// present lists the files of a proposal that are there already.
func present(b *workbench.Bench, name string) []string {
	var files []string
	for _, ext := range []string{".hcl", ".csv", ".bib"} {
		file := filepath.Join(b.Path, proposals, name+ext)
		if _, err := os.Lstat(file); !errors.Is(err, fs.ErrNotExist) {
			files = append(files, file)
		}
	}
	return files
}

func write(b *workbench.Bench, p draft.Proposal) ([]string, error) {
	folder := filepath.Join(b.Path, proposals)
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return nil, disk.Unwritten(folder, err)
	}
	var files []string
	for _, part := range []struct {
		ext  string
		text []byte
	}{{".hcl", p.Reading}, {".bib", p.Source}, {".csv", p.Record}} {
		if part.text == nil {
			continue
		}
		file := filepath.Join(folder, p.Name+part.ext)
		err := disk.Replace(file, 0o644, func(w io.Writer) error {
			_, err := w.Write(part.text)
			return err
		})
		if err != nil {
			return files, err
		}
		files = append(files, file)
	}
	return slices.Clip(files), nil
}

// Begin writes a case.hcl drafted from the documents into a folder that does not
// exist yet or is empty. It says whether it did: a folder that holds something is
// left alone.
func (s *Study) Begin(dir string) (bool, error) {
	there, err := os.ReadDir(dir)
	if len(there) > 0 || err != nil && !errors.Is(err, fs.ErrNotExist) {
		return false, nil // opening the case says what is there
	}
	text := draft.Skeleton(s.Accounts)
	if text == nil {
		return false, fmt.Errorf("%s holds no case, and the documents report nobody's views, so none can be drafted; to begin one by hand, run: reckon init %s", dir, dir)
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return false, disk.Unwritten(dir, err)
	}
	return true, put(filepath.Join(dir, "case.hcl"), text)
}

// Put writes a file that nobody else wrote, or by force.
func Put(file string, text []byte, force bool) error {
	if _, err := os.Lstat(file); !force && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("%s is there already; choose another name, or use --force to replace it", file)
	}
	return put(file, text)
}
