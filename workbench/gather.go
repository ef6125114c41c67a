package workbench

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"reckon/disk"
	"reckon/lang"
)

// Limits on what is read: far above any case a person writes, far below what
// would fill the memory of a small machine. Parsing HCL takes up to 500 bytes of
// memory a byte of hostile text, so its limit is lower.
const (
	maxTextBytes    = 1_000_000 // one .hcl file
	maxAllTextBytes = 3_000_000 // the .hcl files together
	maxTableBytes   = 10_000_000
	maxFiles        = 1_000
)

// tables are the files of a case that are not HCL, in the order they are shown.
var tables = []string{"sources.bib", "record.csv", "observations.csv"}

// caseFile is the one file that every case has.
const caseFile = "case.hcl"

// readingsFolder holds one file per reading.
const readingsFolder = "readings"

// gather reads the texts of a case and says whether they came from a folder.
// Only names that the case language knows are opened; documents never are.
func gather(at string) (lang.Files, bool, error) {
	is, err := os.Stat(at)
	if err != nil {
		return nil, false, disk.Unread(at, err)
	}
	if is.IsDir() {
		texts, err := gatherFolder(at)
		return texts, true, err
	}
	if strings.EqualFold(filepath.Ext(at), ".hcl") || isForeign(at) {
		text, err := readText(at)
		return lang.Files{filepath.Base(at): text}, false, err
	}
	return nil, false, fmt.Errorf("%s is neither a case folder nor a .hcl, .gmcr, .nfg, .efg, .xmile or .stmx file", at)
}

func gatherFolder(folder string) (lang.Files, error) {
	names, err := caseFiles(folder)
	if err != nil {
		return nil, err
	}
	if !slices.ContainsFunc(names, isText) {
		for _, e := range entries(folder) {
			if disguised(e.Name()) == caseFile {
				return nil, fmt.Errorf("%s holds no case: the file %s has to be called %s", folder, e.Name(), caseFile)
			}
		}
		return nil, fmt.Errorf("%s holds no case: a case folder has a file case.hcl. To begin one, run: reckon init DIR", folder)
	}
	if len(names) > maxFiles {
		return nil, fmt.Errorf("%s holds %d case files; at most %d are read", folder, len(names), maxFiles)
	}
	texts, total := lang.Files{}, 0
	for _, name := range names {
		text, err := readText(filepath.Join(folder, filepath.FromSlash(name)))
		if err != nil {
			return nil, err
		}
		if isText(name) {
			total += len(text)
		}
		if total > maxAllTextBytes {
			return nil, fmt.Errorf("the .hcl files of %s come to more than %d MB together", folder, maxAllTextBytes/1_000_000)
		}
		texts[name] = text
	}
	return texts, nil
}

// caseFiles lists the files of a case folder that the language knows, by
// slash-separated path relative to the folder.
func caseFiles(folder string) ([]string, error) {
	names, err := hclFiles(folder, "")
	if err != nil {
		return nil, err
	}
	for _, name := range tables {
		if _, err := os.Lstat(filepath.Join(folder, name)); err == nil {
			names = append(names, name)
		}
	}
	sub := filepath.Join(folder, readingsFolder)
	is, err := os.Stat(sub)
	if errors.Is(err, fs.ErrNotExist) {
		return names, nil
	}
	if err != nil {
		return nil, disk.Unread(sub, err)
	}
	if top, err := os.Stat(folder); err == nil && os.SameFile(top, is) {
		return nil, fmt.Errorf("%s is a link that leads back to the case folder", sub)
	}
	if !is.IsDir() {
		return nil, fmt.Errorf("%s is not a folder: it should hold one file per reading", sub)
	}
	more, err := hclFiles(sub, readingsFolder)
	return append(names, more...), err
}

// hclFiles lists the .hcl files of one folder; hidden files are an editor's.
func hclFiles(folder, prefix string) ([]string, error) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil, disk.Unread(folder, err)
	}
	var names []string
	for _, e := range entries {
		if strings.HasSuffix(e.Name(), ".hcl") && !strings.HasPrefix(e.Name(), ".") {
			names = append(names, path.Join(prefix, e.Name()))
		}
	}
	return names, nil
}

// readText reads one plain file. It looks before it opens, since opening a named
// pipe would wait for ever.
func readText(name string) ([]byte, error) {
	is, err := os.Stat(name)
	if err != nil {
		return nil, disk.Unread(name, err)
	}
	if !is.Mode().IsRegular() {
		return nil, fmt.Errorf("%s is not a plain file", name)
	}
	limit := int64(maxTableBytes)
	if isText(name) {
		limit = maxTextBytes
	}
	if is.Size() >= limit {
		return nil, fmt.Errorf("%s has %.1f MB; such a file must stay under %d MB. Keep whole documents in documents/", name, float64(is.Size())/1e6, limit/1_000_000)
	}
	text, err := os.ReadFile(name)
	if err != nil {
		return nil, disk.Unread(name, err)
	}
	return text, nil
}

// isText reports whether a file holds case text.
func isText(name string) bool { return strings.HasSuffix(name, ".hcl") }
