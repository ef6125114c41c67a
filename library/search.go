package library

import (
	"cmp"
	"context"
	"strings"
	"unicode/utf8"

	"reckon/document"
)

// Hit is a document that a search found, and the place in it that shows why.
type Hit struct {
	Entry Entry   `json:"document"`
	Rank  float64 `json:"rank"` // higher is better; comparable within one search only

	// A stretch of the text as it stands, and where the words are that were looked
	// for: code points of the document, half open.
	Text  string   `json:"text"`
	Start int      `json:"start"`
	End   int      `json:"end"`
	Marks [][2]int `json:"marks"`
}

// snippetBytes is about how long the stretch of a hit is.
const snippetBytes = 300

// Search finds the documents that hold what is asked for, best first, at most limit
// of them. A query is words, which must all be there; "a phrase"; OR between words
// of which one will do; and a minus sign before a word or phrase that must not be
// there. Capitals, kinds of quotation mark, digits, and the letters and half-spaces
// that keyboards for Persian and Arabic write differently are the same. Documents
// are the same with both engines; the order of nearly equal ones may differ.
func (l *Library) Search(ctx context.Context, text string, limit int) ([]Hit, error) {
	q, err := parseQuery(text)
	if err != nil {
		return nil, err
	}
	var hits []Hit
	for ask := max(limit, 1); ; ask *= 8 { // a hit that fails its check leaves room for another
		candidates, err := l.candidates(ctx, q, ask)
		if err != nil {
			return nil, l.plain(err)
		}
		if hits, err = l.check(ctx, q, candidates, limit); err != nil {
			return nil, l.plain(err)
		}
		if len(hits) >= limit || len(candidates) < ask {
			return hits, nil
		}
	}
}

// candidate is a document that the index names.
type candidate struct {
	id   int64
	rank float64
}

func (l *Library) candidates(ctx context.Context, q query, limit int) ([]candidate, error) {
	rows, err := l.reads.QueryContext(ctx, l.engine.search, l.engine.query(q), limit)
	if err != nil {
		return nil, err
	}
	defer func() { _ = rows.Close() }()
	var all []candidate
	for rows.Next() {
		var c candidate
		if err := rows.Scan(&c.id, &c.rank); err != nil {
			return nil, err
		}
		all = append(all, c)
	}
	return all, rows.Err()
}

// check reads the candidates and keeps those that hold what is asked for.
func (l *Library) check(ctx context.Context, q query, candidates []candidate, limit int) ([]Hit, error) {
	var hits []Hit
	for _, c := range candidates {
		if len(hits) >= limit {
			break
		}
		var sha string
		var text []byte
		if err := l.reads.QueryRowContext(ctx, `SELECT sha256, text FROM document WHERE id = $1`, c.id).Scan(&sha, &text); err != nil {
			return nil, err
		}
		hit, ok := show(q, string(text))
		if !ok {
			continue
		}
		var err error
		if hit.Entry, err = l.Entry(ctx, sha); err != nil {
			return nil, err
		}
		hit.Rank = c.rank
		hits = append(hits, hit)
	}
	return hits, nil
}

// show picks the stretch of a text that has most of the terms, and then most of
// their places; it reports false when the text is not what was asked for.
func show(q query, text string) (Hit, bool) {
	folded, at := document.Fold(text)
	found, ok := q.find(folded, spans(folded))
	if !ok {
		return Hit{}, false
	}
	for k, m := range found { // from here on, bytes of the text
		found[k].start, found[k].end = at[m.start], at[m.end]
		found[k].end = found[k].start + len(strings.TrimRightFunc(text[at[m.start]:at[m.end]], invisible))
	}
	first, last := densest(found)
	start, end := widen(text, found[first].start, found[last].end)
	offsets := document.NewOffsets(text)
	hit := Hit{Text: text[start:end], Start: offsets.Point(start), End: offsets.Point(end)}
	for _, m := range found {
		if m.start >= start && m.end <= end {
			hit.Marks = append(hit.Marks, [2]int{offsets.Point(m.start), offsets.Point(m.end)})
		}
	}
	return hit, true
}

// invisible are marks that folding drops after a word; the half-space is one.
func invisible(r rune) bool {
	return r == 0x200c || r == 0x200d || r == 0x200e || r == 0x200f || r == 0xad || r == 0xfeff
}

// densest gives the first and last match of the best stretch.
func densest(found []match) (first, last int) {
	best := [2]int{}
	for k := range found {
		terms := map[int]bool{}
		n := k
		for ; n < len(found) && (n == k || found[n].end-found[k].start <= snippetBytes*2/3); n++ {
			terms[found[n].term] = true
		}
		if value := [2]int{len(terms), n - k}; cmp.Or(cmp.Compare(value[0], best[0]), cmp.Compare(value[1], best[1])) > 0 {
			best, first, last = value, k, n-1
		}
	}
	return first, last
}

// widen takes in what stands around, to the ends of words.
func widen(text string, start, end int) (int, int) {
	more := max(0, (snippetBytes-(end-start))/2)
	low, high := max(0, start-more), min(len(text), end+more)
	if low > 0 {
		if k := strings.IndexAny(text[low:start], " \n\t"); k >= 0 {
			low += k + 1
		} else {
			low = start
		}
	}
	if high < len(text) {
		if k := strings.LastIndexAny(text[end:high], " \n\t"); k >= 0 {
			high = end + k
		} else {
			high = end
		}
	}
	for low < start && !utf8.RuneStart(text[low]) {
		low++
	}
	return low, high
}
