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
	"reckon/disk"
	"reckon/lang"
)

// Formatted says what the formatter made of one file.
type Formatted struct {
	File        string              `json:"file"` // relative to the case folder
	Changed     bool                `json:"changed"`
	Diagnostics []reckon.Diagnostic `json:"diagnostics"` // why a file was left alone
	text        []byte              // as laid out
}

// Format lays out every .hcl file of the case. With write it replaces the files
// that change, each whole or not at all; without, it only says which would. A
// file with a syntax error is left as it is.
func (b *Bench) Format(write bool) ([]Formatted, error) {
	var names []string
	for name := range b.Texts {
		if strings.HasSuffix(name, ".hcl") {
			names = append(names, name)
		}
	}
	if len(names) == 0 {
		return nil, fmt.Errorf("%s has no case text to lay out: only .hcl files have a layout", b.Path)
	}
	slices.SortFunc(names, inOrder)
	all := make([]Formatted, len(names))
	for i, name := range names {
		text, found := lang.Format(name, b.Texts[name])
		all[i] = Formatted{
			File: name, text: text,
			Changed:     !bytes.Equal(text, b.Texts[name]),
			Diagnostics: append([]reckon.Diagnostic{}, found...),
		}
	}
	if !write {
		return all, nil
	}
	for _, f := range all {
		if err := b.rewrite(f); err != nil {
			return nil, err
		}
	}
	return all, nil
}

// rewrite puts the new layout in place of the old text, keeping links and permissions.
func (b *Bench) rewrite(f Formatted) error {
	if !f.Changed {
		return nil
	}
	at, err := filepath.EvalSymlinks(b.PathOf(f.File))
	if err != nil {
		return disk.Unread(b.PathOf(f.File), err)
	}
	is, err := os.Stat(at)
	if err != nil {
		return disk.Unread(at, err)
	}
	return disk.Replace(at, is.Mode().Perm(), func(w io.Writer) error {
		_, err := w.Write(f.text)
		return err
	})
}
