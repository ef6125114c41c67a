package workbench

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"reckon"
	"reckon/lang"
)

// Formatted says what the formatter made of one file.
type Formatted struct {
	File        string              `json:"file"` // relative to the case folder
	Changed     bool                `json:"changed"`
	Diagnostics []reckon.Diagnostic `json:"diagnostics"` // why a file was left alone
	Path        string              `json:"-"`           // where it lies
	Before      []byte              `json:"-"`
	Text        []byte              `json:"-"` // as laid out
}

// Format lays out every .hcl file of a case, or the one file given. With write it
// replaces the files that change, each whole or not at all; without, it only
// says which would. A file with a syntax error is left as it is.
func Format(path string, write bool) ([]Formatted, error) {
	texts, folder, err := gather(path)
	if err != nil {
		return nil, err
	}
	var names []string
	for name := range texts {
		if strings.HasSuffix(name, ".hcl") {
			names = append(names, name)
		}
	}
	if len(names) == 0 {
		return nil, fmt.Errorf("%s has no case text to lay out: only .hcl files have a layout", path)
	}
	slices.SortFunc(names, inOrder)
	all := make([]Formatted, len(names))
	for i, name := range names {
		text, found := lang.Format(name, texts[name])
		at := path
		if folder {
			at = filepath.Join(path, filepath.FromSlash(name))
		}
		all[i] = Formatted{
			File: name, Path: at, Before: texts[name], Text: text,
			Changed:     !bytes.Equal(text, texts[name]),
			Diagnostics: append([]reckon.Diagnostic{}, found...),
		}
	}
	if !write {
		return all, nil
	}
	for _, f := range all {
		if err := rewrite(f); err != nil {
			return nil, err
		}
	}
	return all, nil
}

// rewrite puts the new layout in place of the old text, keeping links and permissions.
func rewrite(f Formatted) error {
	if !f.Changed {
		return nil
	}
	at, err := filepath.EvalSymlinks(f.Path)
	if err != nil {
		return worldly(f.Path, err)
	}
	is, err := os.Stat(at)
	if err != nil {
		return worldly(at, err)
	}
	return replace(at, is.Mode().Perm(), func(w io.Writer) error {
		_, err := w.Write(f.Text)
		return err
	})
}
