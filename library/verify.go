package library

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"

	"reckon/document"
)

// Fault is something that is not as it was stored.
type Fault struct {
	SHA256  string `json:"sha256,omitempty"` // of the document; "" when it is of the whole library
	Message string `json:"message"`
}

// Verify reads everything again: that the originals have the hashes they are kept
// under and the texts theirs, that each document has an index entry and a name, and
// that the file is sound. No faults means that all is as it was imported. Cost: the
// time to read and hash the library.
func (l *Library) Verify(ctx context.Context) ([]Fault, error) {
	faults, err := l.verifyStore(ctx)
	if err != nil {
		return nil, l.plain(err)
	}
	rows, err := l.reads.QueryContext(ctx, `SELECT sha256 FROM original UNION SELECT sha256 FROM document ORDER BY sha256`)
	if err != nil {
		return nil, l.plain(err)
	}
	all, err := column[string](rows)
	if err != nil {
		return nil, l.plain(err)
	}
	for _, sha := range all {
		found, err := l.verifyOne(ctx, sha)
		if err != nil {
			return nil, l.plain(fmt.Errorf("document %s: %w", sha, err))
		}
		if found != "" {
			faults = append(faults, Fault{sha, found})
		}
	}
	return faults, nil
}

// verifyStore checks what is not of one document.
func (l *Library) verifyStore(ctx context.Context) ([]Fault, error) {
	var faults []Fault
	if l.engine.integral != "" {
		var says string
		if err := l.reads.QueryRowContext(ctx, l.engine.integral).Scan(&says); err != nil {
			return nil, err
		}
		if says != "ok" {
			faults = append(faults, Fault{Message: "the file is damaged (" + says + "); restore it from a copy, or import the documents into a new library"})
		}
	}
	for _, c := range []struct{ count, says string }{
		{`SELECT count(*) FROM document WHERE id NOT IN (SELECT ` + l.engine.key + ` FROM search)`, "documents are not in the full-text index; import them into a new library"},
		{`SELECT count(*) FROM document WHERE sha256 NOT IN (SELECT sha256 FROM name)`, "documents have no name"},
		{`SELECT count(*) FROM original WHERE sha256 NOT IN (SELECT sha256 FROM document)`, "originals have no document"},
	} {
		var n int
		if err := l.reads.QueryRowContext(ctx, c.count).Scan(&n); err != nil {
			return nil, err
		}
		if n > 0 {
			faults = append(faults, Fault{Message: fmt.Sprintf("%d %s", n, c.says)})
		}
	}
	return faults, nil
}

// verifyOne checks one document and words what is wrong with it.
func (l *Library) verifyOne(ctx context.Context, sha string) (string, error) {
	var bytes, text, blocks []byte
	var textsum string
	err := l.reads.QueryRowContext(ctx, `SELECT o.bytes, d.text, d.blocks, d.textsum FROM document d
		JOIN original o ON o.sha256 = d.sha256 WHERE d.sha256 = $1`, sha).Scan(&bytes, &text, &blocks, &textsum)
	if err != nil {
		return "", err
	}
	if digest(bytes) != sha {
		return "the original bytes are not those that were imported; remove the document and import it again", nil
	}
	if digest(text) != textsum {
		return "the text is not the one that was read; remove the document and import it again", nil
	}
	var all []document.Block
	damaged := json.Unmarshal(blocks, &all) != nil
	for _, b := range all {
		if b.Start < 0 || b.Start > b.End || b.End > len(text) {
			damaged = true
			break
		}
	}
	if damaged {
		return "its blocks do not fit its text; remove the document and import it again", nil
	}
	return "", nil
}

func digest(b []byte) string {
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}
