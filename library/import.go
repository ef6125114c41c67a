package library

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"reckon/anchor"
	"reckon/document"
)

// Item says what became of one file.
type Item struct {
	Name    string   `json:"name"`
	Outcome Outcome  `json:"outcome"`
	SHA256  string   `json:"sha256,omitempty"`
	Message string   `json:"message,omitempty"` // why it failed, or what else there is to say
	Notes   []string `json:"notes,omitempty"`   // what could not be read of it

	Like  string  `json:"like,omitempty"`  // SHA-256 of the document it repeats, when Outcome is Near
	Share float64 `json:"share,omitempty"` // how much of the shorter is in the longer

	// When another version stood under the same name: its SHA-256, how many of its
	// annotations were found again in this one, and those that were not. They stay
	// with the older version; a person must look.
	Older   string          `json:"older,omitempty"`
	Carried int             `json:"carried,omitempty"`
	Orphans []anchor.Orphan `json:"orphans,omitempty"`
}

// Outcome says what became of a file.
type Outcome string

// Outcomes of an import.
const (
	Added  Outcome = "added"
	Known  Outcome = "known"  // the same bytes were there already, maybe under another name
	Near   Outcome = "near"   // added; it repeats another document
	Failed Outcome = "failed" // not added; Message says why
)

// Limits of one transaction.
const (
	batchFiles = 64
	batchBytes = 16 << 20
)

// Import reads files, and folders with all that is in them but hidden files, and
// calls progress once for each, when what it says is safely on disk. A file that
// cannot be read fails alone. Files are parsed side by side and written in their
// order, so that the same files make the same library. The error is of the store or
// of ctx; what was reported by then stays. Cost: about a millisecond for a news
// report of 800 words; memory for about twice 16 MB of originals and their texts.
func (l *Library) Import(ctx context.Context, files []string, progress func(Item)) error {
	var paths []path
	for _, f := range files {
		paths = append(paths, walk(f)...)
	}
	before := runs{}
	current := l.parse(ctx, take(&paths))
	for len(current) > 0 {
		var next []*parsed
		var parsing sync.WaitGroup
		batch := take(&paths)
		parsing.Go(func() { next = l.parse(ctx, batch) })
		err := l.write(ctx, current, before)
		parsing.Wait()
		if err == nil {
			err = ctx.Err()
		}
		if err != nil {
			return err
		}
		for _, p := range current {
			progress(p.item)
		}
		current = next
	}
	return nil
}

// path is a file to import, or why it cannot be.
type path struct {
	name string
	size int64
	err  error
}

// walk lists a file, or the files of a folder in the order of their names.
func walk(root string) []path {
	var all []path
	_ = filepath.WalkDir(root, func(name string, d fs.DirEntry, failure error) error {
		switch {
		case failure != nil:
			all = append(all, path{name: name, err: failure})
			return nil //nolint:nilerr // this one fails, and the rest is walked
		case name != root && strings.HasPrefix(d.Name(), "."):
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		case d.IsDir():
			return nil
		}
		info, err := os.Stat(name)
		p := path{name: name, err: err}
		if err == nil {
			p.size, p.err = info.Size(), importable(info)
		}
		all = append(all, p)
		return nil
	})
	return all
}

// importable refuses what is no file and what is too large before it is opened.
func importable(info fs.FileInfo) error {
	switch {
	case info.IsDir():
		return errors.New("it is a link to a folder; name the folder itself to import it")
	case !info.Mode().IsRegular():
		return errors.New("it is no ordinary file")
	case info.Size() > document.Limit:
		return fmt.Errorf("it has %d MB, and files above %d MB are not read; split it, or save its text alone", info.Size()>>20, document.Limit>>20)
	}
	return nil
}

// take cuts the next batch off a list.
func take(paths *[]path) []path {
	n, bytes := 0, int64(0)
	for n < len(*paths) && n < batchFiles && (n == 0 || bytes+(*paths)[n].size <= batchBytes) {
		bytes += (*paths)[n].size
		n++
	}
	batch := (*paths)[:n]
	*paths = (*paths)[n:]
	return batch
}

// parsed is a file made ready for the tables.
type parsed struct {
	item     Item
	original []byte
	document *document.Document // nil when it failed or is known

	index         string // its words, for the engine
	words         int
	content       int64
	runs          []uint64 // nil when it is too short to be like another
	marks         []int64
	textsum       string
	blocks, found []byte
}

// parse reads a batch on all processors. Results keep the order of the batch.
func (l *Library) parse(ctx context.Context, paths []path) []*parsed {
	all := make([]*parsed, len(paths))
	var next atomic.Int64
	var workers sync.WaitGroup
	for range min(len(paths), runtime.GOMAXPROCS(0)) {
		workers.Go(func() {
			for {
				k := int(next.Add(1)) - 1
				if k >= len(paths) {
					return
				}
				all[k] = l.parseOne(ctx, paths[k])
			}
		})
	}
	workers.Wait()
	return all
}

func (l *Library) parseOne(ctx context.Context, from path) *parsed {
	p := &parsed{item: Item{Name: nameOf(from.name)}}
	if ctx.Err() != nil {
		return p // the whole batch is dropped
	}
	err := from.err
	if err == nil {
		p.original, err = readFile(from.name)
	}
	if err == nil {
		sum := sha256.Sum256(p.original)
		p.item.SHA256 = hex.EncodeToString(sum[:])
		if l.known(ctx, p.item.SHA256) {
			return p
		}
		p.document, err = document.Read(p.item.Name, p.original)
	}
	if err != nil {
		p.item.fail(err)
		p.original, p.document = nil, nil
		return p
	}
	p.prepare(l.engine)
	return p
}

func (i *Item) fail(err error) {
	i.Outcome, i.Message, i.SHA256 = Failed, err.Error(), ""
	if of, ok := errors.AsType[*fs.PathError](err); ok {
		i.Message = of.Err.Error()
	}
	i.Message = strings.TrimPrefix(i.Message, i.Name+": ")
}

// nameOf is a path as a name: with slashes, and valid UTF-8.
func nameOf(file string) string {
	return storable(filepath.ToSlash(filepath.Clean(file)))
}

// readFile reads a file that may grow or be swapped meanwhile, and never too much.
func readFile(name string) ([]byte, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }()
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	if err := importable(info); err != nil {
		return nil, err
	}
	return io.ReadAll(io.LimitReader(f, document.Limit+1))
}

// known reports whether bytes are in the library; an error shows when they are written.
func (l *Library) known(ctx context.Context, sha string) bool {
	var one int
	return l.reads.QueryRowContext(ctx, `SELECT 1 FROM document WHERE sha256 = $1`, sha).Scan(&one) == nil
}

// prepare computes all that the tables want and that needs no table.
func (p *parsed) prepare(e engine) {
	d := p.document
	words := wordsOf(d.Text)
	p.words = len(words)
	var partly bool
	p.index, partly = e.words(words)
	if partly {
		d.Notes = append(slices.Clone(d.Notes), "It has more different words than "+e.name+" can index; some of them are not found by a search.")
	}
	said := statements(d.Text, d.Blocks)
	if len(said) < fewForSame {
		said = words
	}
	p.content = contentOf(said)
	if len(said) < fewForSame {
		p.content = contentOf([]string{p.item.SHA256}) // too short to be one origin with another
	}
	if len(said) >= fewForNear {
		p.runs = shingles(said)
		p.marks = marksOf(p.runs)
	}
	sum := sha256.Sum256([]byte(d.Text))
	p.textsum = hex.EncodeToString(sum[:])
	p.item.Notes = d.Notes
	p.blocks = mustJSON(d.Blocks)
	p.found = mustJSON(found{Described{d.Title, d.Author, d.Publisher, d.Published}, d.Found, d.Notes})
}

// mustJSON encodes what is of this package's own types and so cannot fail.
func mustJSON(v any) []byte {
	text, err := json.Marshal(v)
	if err != nil {
		panic("library: " + err.Error())
	}
	return text
}
