package study

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"reckon/disk"
	"reckon/document"
	"reckon/names"
	"reckon/reading"
)

// Settings is what reading may be told.
type Settings struct {
	Known    []names.Entity // actors of a case, who keep their names
	Tagger   string         // file of weights learned with Train; "" reads by rules alone
	Progress func(done, total int)
}

// Study is a set of documents that were read.
type Study struct {
	Accounts []*reading.Account
	Failed   []Failure // files that could not be read; the others were

	origin map[string]int // by SHA-256, which text a document of a library goes back to
}

// Failure is a file that could not be read, and why.
type Failure struct {
	File    string `json:"file"`
	Message string `json:"message"`
}

// maxFolderFiles bounds what is read of folders in one go; a library takes more.
const maxFolderFiles = 1_000

// Read reads documents, and the documents in folders, in the order given; within
// a folder in the order of their names. A file that cannot be read is reported
// and the others are read. The error is that there is nothing to read at all, or
// that the reading was stopped.
func Read(ctx context.Context, paths []string, set Settings) (*Study, error) {
	files, failed, err := expand(paths)
	if err != nil {
		return nil, err
	}
	s := &Study{Failed: failed}
	how, err := set.reader()
	if err != nil {
		return nil, err
	}
	for i, file := range files {
		if err := ctx.Err(); err != nil {
			return s, disk.ErrStopped
		}
		if set.Progress != nil {
			set.Progress(i, len(files))
		}
		d, err := open(file)
		if err != nil {
			s.Failed = append(s.Failed, Failure{file, err.Error()})
			continue
		}
		s.Accounts = append(s.Accounts, reading.Read(d, how))
	}
	return s, nil
}

// reader is what the settings mean for the reader.
func (set Settings) reader() (reading.Settings, error) {
	how := reading.Settings{Known: set.Known}
	var err error
	if set.Tagger != "" {
		how.Claims.Tagger, err = tagger(set.Tagger)
	}
	return how, err
}

// Notice says what the user's own weights were learned from and under which
// licence; "" when there are none, or nothing was said.
func (set Settings) Notice() (string, error) {
	if set.Tagger == "" {
		return "", nil
	}
	t, err := tagger(set.Tagger)
	if err != nil {
		return "", err
	}
	return t.Notice(), nil
}

// open reads one file, refused by its size before it is in memory.
func open(file string) (*document.Document, error) {
	is, err := os.Stat(file)
	if err != nil {
		return nil, disk.Unread(file, err)
	}
	if !is.Mode().IsRegular() {
		return nil, fmt.Errorf("%s is not a plain file", file)
	}
	if is.Size() > document.Limit {
		return nil, fmt.Errorf("%s has %d MB; documents up to %d MB are read. Split it, or save its text alone", file, is.Size()/1_000_000, document.Limit/1_000_000)
	}
	bytes, err := os.ReadFile(file)
	if err != nil {
		return nil, disk.Unread(file, err)
	}
	return document.Read(file, bytes) // its errors name the file
}

// extensions are what is looked for in folders; a file that is named is tried
// whatever it is called.
var extensions = []string{".html", ".htm", ".xhtml", ".pdf", ".docx", ".txt", ".text", ".md", ".markdown", ".eml"}

// foreign are documents of other programs: they are tried in folders too, because
// one that is passed over in silence would be missed by nobody.
var foreign = []string{".doc", ".docm", ".rtf", ".odt", ".epub", ".pages", ".wpd"}

// expand lists the files to read. What cannot be looked into is reported, and the
// rest is read.
func expand(paths []string) (files []string, failed []Failure, err error) {
	for _, path := range paths {
		is, err := os.Stat(path)
		if err != nil {
			return nil, nil, disk.Unread(path, err)
		}
		if !is.IsDir() {
			files = append(files, path)
			continue
		}
		err = filepath.WalkDir(path, func(at string, d fs.DirEntry, err error) error {
			switch {
			case err != nil && at == path:
				return disk.Unread(at, err)
			case err != nil:
				failed = append(failed, Failure{at, disk.Unread(at, err).Error()})
			case strings.HasPrefix(d.Name(), ".") && at != path && d.IsDir():
				return fs.SkipDir
			case strings.HasPrefix(d.Name(), "."), d.IsDir():
			case slices.Contains(extensions, ending(at)), slices.Contains(foreign, ending(at)):
				files = append(files, at)
			}
			return nil
		})
		if err != nil {
			return nil, nil, err
		}
	}
	if len(files)+len(failed) == 0 {
		return nil, nil, fmt.Errorf("no document in %s: looked for files ending in %s", strings.Join(paths, ", "), strings.Join(extensions, " "))
	}
	if len(files) > maxFolderFiles {
		return nil, nil, fmt.Errorf("%d documents are too many to read in one go (at most %d); import them into a library, or name fewer", len(files), maxFolderFiles)
	}
	return files, failed, nil
}

func ending(path string) string { return strings.ToLower(filepath.Ext(path)) }
