package library

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"

	"reckon/document"
)

// batch is one writing transaction of an import.
type batch struct {
	tx         *sql.Tx
	engine     engine
	prepared   map[string]*sql.Stmt
	id, seq    int64 // the last that are taken
	runsBefore runs
}

// runs are shingles of contents written or compared in this import: many reprints of
// one text are compared with the same few. What a content has for runs never changes,
// so a transaction that fails leaves nothing wrong here.
type runs map[int64][]uint64

// mostRuns bounds what is kept: some megabytes, for news.
const mostRuns = 1024

func (r runs) keep(content int64, of []uint64) {
	if len(r) >= mostRuns {
		clear(r)
	}
	r[content] = of
}

// write puts a batch into the tables in one transaction. What it says in the items
// holds once it has returned without error.
func (l *Library) write(ctx context.Context, all []*parsed, before runs) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	return l.change(ctx, func(tx *sql.Tx) error {
		b := &batch{tx: tx, engine: l.engine, prepared: map[string]*sql.Stmt{}, runsBefore: before}
		if err := b.row(ctx, `SELECT coalesce(max(id), 0) FROM document`).Scan(&b.id); err != nil {
			return err
		}
		if err := b.row(ctx, `SELECT coalesce(max(seq), 0) FROM name`).Scan(&b.seq); err != nil {
			return err
		}
		for _, p := range all {
			if p.item.Outcome == Failed {
				continue
			}
			if err := b.put(ctx, p); err != nil {
				return err
			}
		}
		return nil
	})
}

// statement prepares a statement once a batch.
func (b *batch) statement(ctx context.Context, query string) (*sql.Stmt, error) {
	if s := b.prepared[query]; s != nil {
		return s, nil
	}
	s, err := b.tx.PrepareContext(ctx, query)
	if err == nil {
		b.prepared[query] = s
	}
	return s, err
}

func (b *batch) exec(ctx context.Context, query string, args ...any) error {
	s, err := b.statement(ctx, query)
	if err != nil {
		return err
	}
	_, err = s.ExecContext(ctx, args...)
	return err
}

func (b *batch) query(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
	s, err := b.statement(ctx, query)
	if err != nil {
		return nil, err
	}
	return s.QueryContext(ctx, args...)
}

// row is for statements that are run once; those of one row that are run often go
// through scan.
func (b *batch) row(ctx context.Context, query string, args ...any) *sql.Row {
	return b.tx.QueryRowContext(ctx, query, args...)
}

// scan reads one row and reports whether there was one.
func (b *batch) scan(ctx context.Context, query string, arg, into any) (bool, error) {
	s, err := b.statement(ctx, query)
	if err != nil {
		return false, err
	}
	err = s.QueryRowContext(ctx, arg).Scan(into)
	if errors.Is(err, sql.ErrNoRows) {
		return false, nil
	}
	return err == nil, err
}

// put writes one document and its name.
func (b *batch) put(ctx context.Context, p *parsed) error {
	var id int64
	there, err := b.scan(ctx, `SELECT id FROM document WHERE sha256 = $1`, p.item.SHA256, &id)
	if err != nil {
		return err
	}
	switch {
	case there:
		p.item.Outcome, p.item.Notes = Known, nil
	case p.document == nil: // it was known a moment ago, and has been removed since
		if p.document, err = document.Read(p.item.Name, p.original); err != nil {
			p.item.fail(err)
			return nil
		}
		p.prepare(b.engine)
		fallthrough
	default:
		if err := b.add(ctx, p); err != nil {
			return fmt.Errorf("%s: %w", p.item.Name, err)
		}
	}
	return b.name(ctx, p)
}

// add writes a new document, its words, and what it is like.
func (b *batch) add(ctx context.Context, p *parsed) error {
	b.id++
	d := p.document
	if err := b.exec(ctx, `INSERT INTO original (sha256, size, bytes) VALUES ($1, $2, $3)`, d.SHA256, int64(len(p.original)), p.original); err != nil {
		return err
	}
	if err := b.exec(ctx, `INSERT INTO document (id, sha256, format, language, words, content, textsum, text, blocks, found, told)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
		b.id, d.SHA256, string(d.Format), d.Language, int64(p.words), p.content, p.textsum, []byte(d.Text), p.blocks, p.found, []byte("{}")); err != nil {
		return err
	}
	if err := b.exec(ctx, b.engine.index, b.id, p.index); err != nil {
		return err
	}
	p.item.Outcome = Added
	return b.compare(ctx, p)
}

// compare finds what a new document is like, and leaves its own marks. A content
// that is there already was compared when it came.
func (b *batch) compare(ctx context.Context, p *parsed) error {
	like := func(content int64, share float64) error {
		p.item.Outcome, p.item.Share = Near, share
		_, err := b.scan(ctx, `SELECT sha256 FROM document WHERE content = $1 ORDER BY id LIMIT 1`, content, &p.item.Like)
		return err
	}
	var twins int
	if _, err := b.scan(ctx, `SELECT count(*) FROM document WHERE content = $1`, p.content, &twins); err != nil {
		return err
	}
	if twins > 1 {
		return like(p.content, 1)
	}
	found, err := nearOnes(ctx, b, p.content, p.runs, p.marks)
	if err != nil {
		return err
	}
	for _, n := range found {
		if err := b.exec(ctx, `INSERT INTO alike (a, b, share) VALUES ($1, $2, $3)`, min(p.content, n.content), max(p.content, n.content), n.share); err != nil {
			return err
		}
	}
	if err := b.mark(ctx, p.content, p.marks); err != nil {
		return err
	}
	if p.runs != nil {
		b.runsBefore.keep(p.content, p.runs)
	}
	if len(found) > 0 {
		return like(found[0].content, found[0].share)
	}
	return nil
}

// mark writes all marks of a content in one statement, which is one way to the server.
func (b *batch) mark(ctx context.Context, content int64, marks []int64) error {
	if len(marks) == 0 {
		return nil
	}
	args, rows := []any{content}, make([]string, len(marks))
	for k, m := range marks {
		args = append(args, m)
		rows[k] = fmt.Sprintf("($%d, $1)", k+2)
	}
	return b.exec(ctx, `INSERT INTO mark (mark, content) VALUES `+strings.Join(rows, ", "), args...)
}

// runsOf gives the shingles of a content in the tables.
func (b *batch) runsOf(ctx context.Context, content int64) ([]uint64, error) {
	if of, ok := b.runsBefore[content]; ok {
		return of, nil
	}
	var sha string
	if _, err := b.scan(ctx, `SELECT sha256 FROM document WHERE content = $1 ORDER BY id LIMIT 1`, content, &sha); err != nil {
		return nil, err
	}
	text, blocks, err := textOf(ctx, b.tx, sha)
	if err != nil {
		return nil, err
	}
	of := shingles(statements(text, blocks))
	b.runsBefore.keep(content, of)
	return of, nil
}

// name writes under which name a document came, and carries the annotations of the
// version that stood under it.
func (b *batch) name(ctx context.Context, p *parsed) error {
	var older string
	there, err := b.scan(ctx, `SELECT sha256 FROM name WHERE name = $1 ORDER BY seq DESC LIMIT 1`, p.item.Name, &older)
	if err != nil || there && older == p.item.SHA256 {
		return err
	}
	b.seq++
	if err := b.exec(ctx, `INSERT INTO name (name, sha256, seq) VALUES ($1, $2, $3)
		ON CONFLICT (name, sha256) DO UPDATE SET seq = excluded.seq`, p.item.Name, p.item.SHA256, b.seq); err != nil {
		return err
	}
	if !there {
		return nil
	}
	p.item.Older = older
	return b.carry(ctx, p, older)
}
