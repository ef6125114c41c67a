package library

import (
	"bytes"
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"fmt"
	"strings"

	"reckon/anchor"
	"reckon/document"
)

// Annotate keeps annotations of a document; one with the ID of another replaces it,
// and one without gets an ID from what it says. The locators that are not found in
// the document are reported; their annotations are kept as well.
func (l *Library) Annotate(ctx context.Context, key string, notes []anchor.Annotation) ([]anchor.Orphan, error) {
	var orphans []anchor.Orphan
	err := l.change(ctx, func(tx *sql.Tx) error {
		sha, err := resolve(ctx, tx, key)
		if err != nil {
			return err
		}
		text, blocks, err := textOf(ctx, tx, sha)
		if err != nil {
			return err
		}
		var last int64
		if err := tx.QueryRowContext(ctx, `SELECT coalesce(max(seq), 0) FROM annotation WHERE sha256 = $1`, sha).Scan(&last); err != nil {
			return err
		}
		at := anchor.NewText(&document.Document{Text: text, Blocks: blocks})
		for k, n := range notes {
			last++
			if err := keepNote(ctx, tx, sha, last, n); err != nil {
				return err
			}
			if place := at.Find(n.Locator); n.Locator != (anchor.Locator{}) && place.Verdict == anchor.Lost {
				orphans = append(orphans, anchor.Orphan{Index: k, Locator: n.Locator, Nearest: place})
			}
		}
		return nil
	})
	return orphans, err
}

// keepNote writes one annotation.
func keepNote(ctx context.Context, tx *sql.Tx, sha string, seq int64, n anchor.Annotation) error {
	var text bytes.Buffer
	if err := anchor.WriteAnnotations(&text, []anchor.Annotation{n}); err != nil {
		return err
	}
	if n.ID == "" {
		sum := sha256.Sum256(append([]byte(sha), text.Bytes()...))
		n.ID = "urn:sha256:" + hex.EncodeToString(sum[:])
		text.Reset()
		if err := anchor.WriteAnnotations(&text, []anchor.Annotation{n}); err != nil {
			return err
		}
	}
	_, err := tx.ExecContext(ctx, `INSERT INTO annotation (sha256, id, seq, json) VALUES ($1, $2, $3, $4)
		ON CONFLICT (sha256, id) DO UPDATE SET json = excluded.json`, sha, storable(n.ID), seq, text.Bytes())
	return err
}

// storable is a name as PostgreSQL takes it: without NUL, which no text there may have.
func storable(s string) string {
	return strings.ReplaceAll(strings.ToValidUTF8(s, "\ufffd"), "\x00", "\ufffd")
}

// Annotations gives the annotations of a document in the order they came.
func (l *Library) Annotations(ctx context.Context, key string) ([]anchor.Annotation, error) {
	sha, err := resolve(ctx, l.reads, key)
	if err != nil {
		return nil, l.plain(err)
	}
	notes, err := notesOf(ctx, l.reads, sha)
	return notes, l.plain(err)
}

func notesOf(ctx context.Context, db querier, sha string) ([]anchor.Annotation, error) {
	rows, err := db.QueryContext(ctx, `SELECT json FROM annotation WHERE sha256 = $1 ORDER BY seq, id`, sha)
	if err != nil {
		return nil, err
	}
	texts, err := column[[]byte](rows)
	if err != nil {
		return nil, err
	}
	var all []anchor.Annotation
	for _, text := range texts {
		notes, err := anchor.ReadAnnotations(bytes.NewReader(text))
		if err != nil {
			return nil, fmt.Errorf("an annotation of document %s is damaged: %w", sha, err)
		}
		all = append(all, notes...)
	}
	return all, nil
}

// Unannotate takes annotations of a document out by their IDs.
func (l *Library) Unannotate(ctx context.Context, key string, ids ...string) error {
	return l.change(ctx, func(tx *sql.Tx) error {
		sha, err := resolve(ctx, tx, key)
		if err != nil {
			return err
		}
		for _, id := range ids {
			gone, err := tx.ExecContext(ctx, `DELETE FROM annotation WHERE sha256 = $1 AND id = $2`, sha, storable(id))
			if err != nil {
				return err
			}
			if n, err := gone.RowsAffected(); err != nil || n == 0 {
				return fmt.Errorf("no annotation %q of this document: %w", id, ErrUnknown)
			}
		}
		return nil
	})
}

// carry takes the annotations of an older version over to the one that has come
// under its name. What has changed or is lost stays with the older and is reported.
func (b *batch) carry(ctx context.Context, p *parsed, older string) error {
	notes, err := notesOf(ctx, b.tx, older)
	if err != nil || len(notes) == 0 {
		return err
	}
	text, blocks, err := textOf(ctx, b.tx, p.item.SHA256)
	if err != nil {
		return err
	}
	at := anchor.NewText(&document.Document{Text: text, Blocks: blocks})
	for k, n := range notes {
		if n.Locator != (anchor.Locator{}) {
			place := at.Find(n.Locator)
			if place.Verdict == anchor.Changed || place.Verdict == anchor.Lost {
				p.item.Orphans = append(p.item.Orphans, anchor.Orphan{Index: k, Locator: n.Locator, Nearest: place})
				continue
			}
			n.Locator = at.At(place.Start, place.End)
		}
		p.item.Carried++
		if err := keepNote(ctx, b.tx, p.item.SHA256, int64(k+1), n); err != nil {
			return err
		}
	}
	return nil
}
