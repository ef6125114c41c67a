package workbench

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"unicode/utf8"

	"reckon/brief"
)

// documentsFolder is where a user may keep the cited texts.
const documentsFolder = "documents"

// maxDocumentBytes is what is read of one cited document at most.
const maxDocumentBytes = 50_000_000

// Locate looks up every place that the case cites in the documents at hand and
// returns the passages. A place that no longer fits is added to Diagnostics; a
// document that is not at hand is not. dir "" means documents/ in the case
// folder, if there is one. A case never needs its documents.
func (b *Bench) Locate(dir string) (map[brief.Span]string, error) {
	if dir == "" {
		if !b.Folder {
			return nil, nil
		}
		dir = filepath.Join(b.Path, documentsFolder)
		if _, err := os.Stat(dir); errors.Is(err, fs.ErrNotExist) {
			return nil, nil
		}
	}
	texts, err := b.documents(dir)
	if err != nil {
		return nil, err
	}
	passages, found := locate(b.Case, texts)
	b.Diagnostics = append(b.Diagnostics, found...)
	b.sort()
	return passages, nil
}

// documents reads the texts that the sources name, and nothing outside the
// folder: a case from elsewhere must not be able to quote other files.
func (b *Bench) documents(dir string) (map[string]string, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, worldly(dir, err)
	}
	texts := map[string]string{}
	for _, s := range b.Case.Sources {
		for _, name := range slices.Compact([]string{s.File, s.Key + ".txt"}) {
			if _, met := texts[name]; met || name == "" {
				continue
			}
			text, err := document(root, name)
			if errors.Is(err, fs.ErrNotExist) {
				continue
			}
			if err != nil {
				return nil, errors.Join(err, root.Close())
			}
			texts[name] = text
		}
	}
	return texts, root.Close()
}

func document(root *os.Root, name string) (string, error) {
	is, err := root.Stat(name)
	if err != nil {
		return "", fmt.Errorf("document %s: %w", name, err)
	}
	if !is.Mode().IsRegular() || is.Size() > maxDocumentBytes {
		return "", fmt.Errorf("document %s is not a plain file of at most %d MB", name, maxDocumentBytes/1_000_000)
	}
	f, err := root.Open(name)
	if err != nil {
		return "", fmt.Errorf("document %s: %w", name, err)
	}
	text, err := io.ReadAll(f)
	if err = errors.Join(err, f.Close()); err != nil {
		return "", fmt.Errorf("document %s: %w", name, err)
	}
	if !utf8.Valid(text) {
		return "", fmt.Errorf("document %s is not UTF-8 text", name)
	}
	return string(text), nil
}
