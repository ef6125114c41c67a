package study

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"reckon/disk"
	"reckon/document"
	"reckon/library"
	"reckon/reading"
)

// english is the language that is read.
const english = "en"

// ReadKept reads documents of a library: those named, by name or hash, or without a
// key all that are in English, in the order they were imported, the newest version
// of each. Title, author, publisher and date are what a person told, and what was
// found where he told nothing. Documents that go back to one text are one origin.
func ReadKept(ctx context.Context, l *library.Library, keys []string, set Settings) (*Study, error) {
	entries, err := chosen(ctx, l, keys)
	if err != nil {
		return nil, err
	}
	s := &Study{}
	how, err := set.reader()
	if err != nil {
		return nil, err
	}
	hashes := map[string]bool{}
	for i := range entries {
		e := &entries[i]
		if hashes[e.SHA256] {
			continue
		}
		hashes[e.SHA256] = true
		if err := ctx.Err(); err != nil {
			return s, disk.ErrStopped
		}
		if set.Progress != nil {
			set.Progress(i, len(entries))
		}
		d, err := l.Document(ctx, e.SHA256)
		if err != nil {
			s.Failed = append(s.Failed, Failure{strings.Join(e.Names, ", "), err.Error()})
			continue
		}
		describe(d, e)
		s.Accounts = append(s.Accounts, reading.Read(d, how))
	}
	return s, s.sortOrigins(ctx, l)
}

// chosen finds the documents to read.
func chosen(ctx context.Context, l *library.Library, keys []string) ([]library.Entry, error) {
	var entries []library.Entry
	for _, key := range keys {
		e, err := l.Entry(ctx, key)
		if errors.Is(err, library.ErrUnknown) {
			return nil, fmt.Errorf("%w; to see what is there, run: reckon library list", err)
		}
		if err != nil {
			return nil, err
		}
		entries = append(entries, e)
	}
	if len(keys) > 0 {
		return entries, nil
	}
	all, err := l.List(ctx)
	if err != nil {
		return nil, err
	}
	for _, e := range slices.Backward(all) {
		if e.Language == english && (e.Newer == "" || e.Newer == e.SHA256) {
			entries = append(entries, e)
		}
	}
	if len(entries) == 0 {
		return nil, fmt.Errorf("the library holds no document in English (of %d in all), and only English is read", len(all))
	}
	if len(entries) > maxFolderFiles {
		return nil, fmt.Errorf("%d documents are too many to read in one go (at most %d); name those that matter", len(entries), maxFolderFiles)
	}
	return entries, nil
}

// describe gives a document what is known of it; what a person told comes first.
func describe(d *document.Document, e *library.Entry) {
	k := e.Described()
	d.Title, d.Author, d.Publisher, d.Published = k.Title, k.Author, k.Publisher, k.Published
}

// sortOrigins notes which text each document goes back to.
func (s *Study) sortOrigins(ctx context.Context, l *library.Library) error {
	groups, err := l.Origins(ctx)
	if err != nil {
		return err
	}
	s.origin = map[string]int{}
	for i, o := range groups {
		for _, sha := range o.Documents {
			s.origin[sha] = i
		}
	}
	return nil
}
