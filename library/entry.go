package library

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"reckon"
	"reckon/document"
)

// Described is what is known of a document. What is not known stays empty.
type Described struct {
	Title     string      `json:"title,omitempty"`
	Author    string      `json:"author,omitempty"`
	Publisher string      `json:"publisher,omitempty"`
	Published reckon.Date `json:"published,omitzero"`
}

// Entry is what the library says of one document.
type Entry struct {
	SHA256   string          `json:"sha256"` // of the original bytes, in hex: what names the document for good
	Names    []string        `json:"names"`  // it was imported under, the newest first
	Format   document.Format `json:"format"`
	Language string          `json:"language,omitempty"`
	Size     int64           `json:"size"` // bytes of the original
	Words    int             `json:"words"`

	Found   Described         `json:"found"`              // in the document itself
	FoundIn map[string]string `json:"found_in,omitempty"` // where each was found
	Told    Described         `json:"told"`               // by a person, with Describe
	Notes   []string          `json:"notes,omitempty"`    // what could not be read
	Newer   string            `json:"newer,omitempty"`    // SHA-256 of the newest version under one of its names
}

// Described is what a person said, and what was found where he said nothing.
func (e Entry) Described() Described {
	return Described{
		Title: cmp.Or(e.Told.Title, e.Found.Title), Author: cmp.Or(e.Told.Author, e.Found.Author),
		Publisher: cmp.Or(e.Told.Publisher, e.Found.Publisher), Published: cmp.Or(e.Told.Published, e.Found.Published),
	}
}

// ErrUnknown says that no document has a name or hash.
var ErrUnknown = errors.New("no such document in the library")

// found is how what was found is stored.
type found struct {
	Described
	In    map[string]string `json:"in,omitempty"`
	Notes []string          `json:"notes,omitempty"`
}

// querier is a pool or a transaction.
type querier interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

// shortestHash is the least of a hash that names a document.
const shortestHash = 8

// resolve turns a name, which means its newest version, a hash or the start of one
// into a hash.
func resolve(ctx context.Context, db querier, key string) (string, error) {
	var sha string
	err := db.QueryRowContext(ctx, `SELECT sha256 FROM name WHERE name = $1 ORDER BY seq DESC LIMIT 1`, key).Scan(&sha)
	if err == nil || !errors.Is(err, sql.ErrNoRows) {
		return sha, err
	}
	hex := strings.ToLower(key)
	if len(hex) < shortestHash || strings.Trim(hex, "0123456789abcdef") != "" {
		return resolveFile(ctx, db, key)
	}
	rows, err := db.QueryContext(ctx, `SELECT sha256 FROM document WHERE sha256 >= $1 AND sha256 < $2 LIMIT 2`, hex, hex+"g")
	if err != nil {
		return "", err
	}
	switch all, err := column[string](rows); {
	case err != nil:
		return "", err
	case len(all) == 0:
		return "", fmt.Errorf("%q: %w", key, ErrUnknown)
	case len(all) > 1:
		return "", fmt.Errorf("%q: several documents have a hash that starts so; give more of it: %w", key, ErrUnknown)
	default:
		return all[0], nil
	}
}

const entryColumns = `SELECT d.sha256, d.format, d.language, o.size, d.words, d.found, d.told
	FROM document d JOIN original o ON o.sha256 = d.sha256`

func scanEntry(row interface{ Scan(...any) error }) (Entry, error) {
	var e Entry
	var foundText, toldText []byte
	if err := row.Scan(&e.SHA256, &e.Format, &e.Language, &e.Size, &e.Words, &foundText, &toldText); err != nil {
		return e, err
	}
	var f found
	if err := errors.Join(json.Unmarshal(foundText, &f), json.Unmarshal(toldText, &e.Told)); err != nil {
		return e, fmt.Errorf("what is known of document %s is damaged: %w", e.SHA256, err)
	}
	e.Found, e.FoundIn, e.Notes = f.Described, f.In, f.Notes
	return e, nil
}

// resolveFile finds the document whose name without its folder is key.
func resolveFile(ctx context.Context, db querier, key string) (string, error) {
	like := strings.NewReplacer(`\`, `\\`, `%`, `\%`, `_`, `\_`).Replace(key)
	rows, err := db.QueryContext(ctx, `SELECT DISTINCT name FROM name WHERE name LIKE $1 ESCAPE '\' ORDER BY name`, "%/"+like)
	if err != nil {
		return "", err
	}
	all, err := column[string](rows)
	all = slices.DeleteFunc(all, func(name string) bool { return !strings.HasSuffix(name, "/"+key) }) // SQLite folds capitals
	switch {
	case err != nil:
		return "", err
	case len(all) == 0 || key == "":
		return "", fmt.Errorf("%q: %w", key, ErrUnknown)
	case len(all) > 1:
		return "", fmt.Errorf("%q may be %s: %w by that name alone", key, strings.Join(all, " or "), ErrUnknown)
	}
	return resolve(ctx, db, all[0])
}

// Entry gives what the library says of a document: by its name, with or without its
// folder, its hash, or the first eight or more digits of that. Errors: ErrUnknown.
func (l *Library) Entry(ctx context.Context, key string) (Entry, error) {
	sha, err := resolve(ctx, l.reads, key)
	if err != nil {
		return Entry{}, l.plain(err)
	}
	e, err := scanEntry(l.reads.QueryRowContext(ctx, entryColumns+` WHERE d.sha256 = $1`, sha))
	if err != nil {
		return e, l.plain(err)
	}
	all := []Entry{e}
	err = l.name(ctx, all, ` WHERE name IN (SELECT name FROM name WHERE sha256 = $1)`, sha)
	return all[0], l.plain(err)
}

// List gives all documents, those imported last first.
func (l *Library) List(ctx context.Context) ([]Entry, error) {
	rows, err := l.reads.QueryContext(ctx, entryColumns+` ORDER BY (SELECT max(seq) FROM name n WHERE n.sha256 = d.sha256) DESC, d.id DESC`)
	if err != nil {
		return nil, l.plain(err)
	}
	defer func() { _ = rows.Close() }()
	var all []Entry
	for rows.Next() {
		e, err := scanEntry(rows)
		if err != nil {
			return nil, l.plain(err)
		}
		all = append(all, e)
	}
	if err := rows.Err(); err != nil {
		return nil, l.plain(err)
	}
	return all, l.plain(l.name(ctx, all, ""))
}

// name fills in the names of entries and their newer versions.
func (l *Library) name(ctx context.Context, all []Entry, where string, args ...any) error {
	rows, err := l.reads.QueryContext(ctx, `SELECT name, sha256 FROM name`+where+` ORDER BY seq DESC`, args...)
	if err != nil {
		return err
	}
	defer func() { _ = rows.Close() }()
	place := make(map[string]int, len(all))
	for k, e := range all {
		place[e.SHA256] = k
	}
	newest := map[string]string{}
	for rows.Next() {
		var name, sha string
		if err := rows.Scan(&name, &sha); err != nil {
			return err
		}
		first, older := newest[name]
		if !older {
			newest[name] = sha
		}
		if k, ok := place[sha]; ok {
			all[k].Names = append(all[k].Names, name)
			if older && all[k].Newer == "" {
				all[k].Newer = first
			}
		}
	}
	return rows.Err()
}

// Document gives the text of a document as it was read when it was imported, so that
// locators made since still fit. Source, the way back to the original bytes, wants
// document.Read of Original.
func (l *Library) Document(ctx context.Context, key string) (*document.Document, error) {
	e, err := l.Entry(ctx, key)
	if err != nil {
		return nil, err
	}
	d := &document.Document{
		Format: e.Format, SHA256: e.SHA256, Language: e.Language, Notes: e.Notes, Found: e.FoundIn,
		Title: e.Found.Title, Author: e.Found.Author, Publisher: e.Found.Publisher, Published: e.Found.Published,
	}
	if len(e.Names) > 0 {
		d.Name = e.Names[0]
	}
	d.Text, d.Blocks, err = textOf(ctx, l.reads, e.SHA256)
	return d, l.plain(err)
}

// textOf loads the text and blocks of a document.
func textOf(ctx context.Context, db querier, sha string) (string, []document.Block, error) {
	var text, blocks []byte
	if err := db.QueryRowContext(ctx, `SELECT text, blocks FROM document WHERE sha256 = $1`, sha).Scan(&text, &blocks); err != nil {
		return "", nil, err
	}
	var b []document.Block
	if err := json.Unmarshal(blocks, &b); err != nil {
		return "", nil, fmt.Errorf("the blocks of document %s are damaged: %w", sha, err)
	}
	return string(text), b, nil
}

// Original writes the bytes of a document as they were imported.
func (l *Library) Original(ctx context.Context, key string, w io.Writer) error {
	sha, err := resolve(ctx, l.reads, key)
	if err != nil {
		return l.plain(err)
	}
	var bytes []byte
	if err := l.reads.QueryRowContext(ctx, `SELECT bytes FROM original WHERE sha256 = $1`, sha).Scan(&bytes); err != nil {
		return l.plain(err)
	}
	_, err = w.Write(bytes)
	return err
}

// Describe keeps what a person says of a document, apart from what was found in it;
// an empty field takes back what was said.
func (l *Library) Describe(ctx context.Context, key string, told Described) error {
	text, err := json.Marshal(told)
	if err != nil {
		return err
	}
	return l.change(ctx, func(tx *sql.Tx) error {
		sha, err := resolve(ctx, tx, key)
		if err != nil {
			return err
		}
		_, err = tx.ExecContext(ctx, `UPDATE document SET told = $2 WHERE sha256 = $1`, sha, text)
		return err
	})
}

// Remove takes a document out for good: original, text, names, annotations. Of a name
// with several versions the newest goes.
func (l *Library) Remove(ctx context.Context, key string) error {
	return l.change(ctx, func(tx *sql.Tx) error {
		sha, err := resolve(ctx, tx, key)
		if err != nil {
			return err
		}
		var id, content int64
		if err := tx.QueryRowContext(ctx, `SELECT id, content FROM document WHERE sha256 = $1`, sha).Scan(&id, &content); err != nil {
			return err
		}
		for _, of := range []struct {
			statement string
			arg       any
		}{
			{`DELETE FROM annotation WHERE sha256 = $1`, sha},
			{`DELETE FROM name WHERE sha256 = $1`, sha},
			{l.engine.forget, id},
			{`DELETE FROM document WHERE sha256 = $1`, sha},
			{`DELETE FROM original WHERE sha256 = $1`, sha},
			{`DELETE FROM mark WHERE content = $1 AND content NOT IN (SELECT content FROM document)`, content},
			{`DELETE FROM alike WHERE a = $1 AND a NOT IN (SELECT content FROM document)`, content},
			{`DELETE FROM alike WHERE b = $1 AND b NOT IN (SELECT content FROM document)`, content},
		} {
			if _, err := tx.ExecContext(ctx, of.statement, of.arg); err != nil {
				return err
			}
		}
		return nil
	})
}
