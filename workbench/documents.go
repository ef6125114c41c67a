package workbench

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"reckon"
	"reckon/brief"
	"reckon/disk"
)

// documentsFolder is where a user may keep the cited texts.
const documentsFolder = "documents"

// maxDocumentBytes is what is read of one cited document at most.
const maxDocumentBytes = 50_000_000

// errNotText is what a PDF is, or a text in an older encoding.
var errNotText = errors.New("not UTF-8 text")

// documentNames lists the names that a source's text may have, in order: what
// its file field says, the last part of that, the same as .txt, the key as .txt.
func documentNames(s *reckon.Source) []string {
	var names []string
	add := func(name string) {
		if name != "" && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	file := s.File
	linked := linkedFile.FindStringSubmatch(file)
	if linked != nil {
		file = strings.NewReplacer(`\:`, ":", `\\`, `\`).Replace(linked[1])
	} else if filepath.IsLocal(file) { // a path that leads out of the folder is looked for by its last part alone
		add(file)
	}
	if base := file[strings.LastIndexAny(file, `/\`)+1:]; base != ".." {
		add(base)
		if ext := path.Ext(base); ext != "" {
			add(strings.TrimSuffix(base, ext) + ".txt")
		}
	}
	add(s.Key + ".txt")
	return names
}

// linkedFile is how Zotero and JabRef write a file: a name, a path in which
// colons and backslashes are escaped, and a kind, of which the first may lack.
var linkedFile = regexp.MustCompile(`^(?:(?:[^:;\\]|\\.)*:)?((?:[^:;\\]|\\.)+):(?:[a-z]+/[-+.\w]+|PDF)(?:;.*)?$`)

// absent notes the cited texts that are not at hand, if any is looked for: a
// source that names a file, or one that is cited by place.
func absent(c *reckon.Case, texts map[string]string, dir string) []reckon.Diagnostic {
	places, cited := map[string]int{}, map[string]bool{}
	for _, cite := range cites(c) {
		cited[cite.Source] = true
		if cite.From != 0 || cite.To != 0 {
			places[cite.Source]++
		}
	}
	var names []string
	var at reckon.Range
	lost := 0
	for _, s := range c.Sources {
		if !cited[s.Key] || s.File == "" && places[s.Key] == 0 || slices.ContainsFunc(documentNames(&s), func(name string) bool { _, ok := texts[name]; return ok }) {
			continue
		}
		if len(names) == 0 {
			at = s.At
		}
		names = append(names, fmt.Sprintf("%q (as %s)", s.Key, strings.Join(documentNames(&s), " or ")))
		lost += places[s.Key]
	}
	if len(names) == 0 {
		return nil
	}
	what, list := "The text of 1 cited source is", names
	if len(names) > 1 {
		what = fmt.Sprintf("The texts of %d cited sources are", len(names))
	}
	if len(list) > mostAbsent {
		list = append(slices.Clip(list[:mostAbsent]), fmt.Sprintf("%d more", len(names)-mostAbsent))
	}
	looked := "No cited place depends on that"
	switch lost {
	case 0:
	case 1:
		looked = "1 place cited there was not looked up"
	default:
		looked = fmt.Sprintf("%d places cited there were not looked up", lost)
	}
	return []reckon.Diagnostic{{
		Severity: reckon.Note, Code: "document-absent", At: at,
		Summary: fmt.Sprintf("%s not in %s", what, dir),
		Detail:  fmt.Sprintf("Looked for, as plain text in UTF-8: %s. %s. Put the text there, or leave it: a case never needs its documents.", strings.Join(list, "; "), looked),
	}}
}

// mostAbsent is how many absent texts are named.
const mostAbsent = 3

// Locate looks up every place that the case cites in the documents at hand and
// returns the passages. A place that no longer fits is added to Diagnostics, and
// one note on the cited texts that are not there. dir "" means documents/ in the
// case folder, if there is one. A case never needs its documents.
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
	b.Diagnostics = append(b.Diagnostics, append(found, absent(b.Case, texts, dir)...)...)
	b.sort()
	return passages, nil
}

// documents reads the texts that the sources name, and nothing outside the
// folder: a case from elsewhere must not be able to quote other files.
func (b *Bench) documents(dir string) (map[string]string, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, disk.Unread(dir, err)
	}
	texts := map[string]string{}
	for _, s := range b.Case.Sources {
		for _, name := range documentNames(&s) {
			if _, met := texts[name]; met {
				continue
			}
			text, err := citedText(root, name)
			if errors.Is(err, fs.ErrNotExist) || errors.Is(err, errNotText) {
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

func citedText(root *os.Root, name string) (string, error) {
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
		return "", errNotText
	}
	return string(text), nil
}
