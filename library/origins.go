package library

import (
	"context"
	"slices"
)

// Origin is a group of documents that go back to one text: the same, or one of them
// nearly all within the other. Two documents of one origin corroborate nothing
// between them: count origins.
type Origin struct {
	Documents []string `json:"documents"` // SHA-256, sorted
}

// Origins groups all documents; one that is like no other is a group of its own. The
// groups are the same in whatever order the documents came. Likeness is not
// transitive but going back to one text is, so groups are chains of pairs. Cost: one
// pass over what is known of the documents.
func (l *Library) Origins(ctx context.Context) ([]Origin, error) {
	heads := forest{}
	type one struct {
		sha     string
		content int64
	}
	var all []one
	rows, err := l.reads.QueryContext(ctx, `SELECT sha256, content FROM document ORDER BY sha256`)
	if err != nil {
		return nil, l.plain(err)
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		var d one
		if err := rows.Scan(&d.sha, &d.content); err != nil {
			return nil, l.plain(err)
		}
		heads[d.content] = d.content
		all = append(all, d)
	}
	if err := rows.Err(); err != nil {
		return nil, l.plain(err)
	}
	pairs, err := l.reads.QueryContext(ctx, `SELECT a, b FROM alike ORDER BY a, b`)
	if err != nil {
		return nil, l.plain(err)
	}
	defer func() { _ = pairs.Close() }()
	for pairs.Next() {
		var a, b int64
		if err := pairs.Scan(&a, &b); err != nil {
			return nil, l.plain(err)
		}
		heads[heads.head(a)] = heads.head(b)
	}
	if err := pairs.Err(); err != nil {
		return nil, l.plain(err)
	}
	groups := map[int64]int{}
	var origins []Origin
	for _, d := range all {
		h := heads.head(d.content)
		k, ok := groups[h]
		if !ok {
			k = len(origins)
			groups[h] = k
			origins = append(origins, Origin{})
		}
		origins[k].Documents = append(origins[k].Documents, d.sha)
	}
	return slices.Clip(origins), nil
}

// forest joins contents into groups: each leads to another of its group, and the
// head of a group to itself.
type forest map[int64]int64

func (f forest) head(c int64) int64 {
	for f[c] != c {
		f[c] = f[f[c]]
		c = f[c]
	}
	return c
}
