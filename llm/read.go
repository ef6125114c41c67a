package llm

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"reckon"
	"reckon/anchor"
	"reckon/document"
	"reckon/reading"
)

// Result is what a model proposed of one document.
type Result struct {
	Items    []reading.Item
	Rejected []Rejection
	Asked    int // stretches sent
	Cached   int // stretches answered from the cache
}

// Rejection is an item that did not count, and why.
type Rejection struct {
	Type   string `json:"type"`
	Holder string `json:"holder"`
	Quote  string `json:"quote"`
	Reason string `json:"reason"`
}

// answer is one item as a model writes it.
type answer struct {
	Type   reading.Type `json:"type"`
	Kind   string       `json:"kind"`
	Holder string       `json:"holder"`
	Quote  string       `json:"quote"`
}

// maxStretch is how many bytes of a document are sent at once.
const maxStretch = 6000

// Read asks a model about a document, stretch by stretch. Day is the date that
// items carry. Cost: one request for about a thousand words.
func (e *Endpoint) Read(ctx context.Context, a *reading.Account, day reckon.Date) (*Result, error) {
	if err := e.Check(); err != nil {
		return nil, err
	}
	d := a.Document
	r := &reader{endpoint: e, account: a, document: d, text: anchor.NewText(d), offsets: document.NewOffsets(d.Text), by: fmt.Sprintf("%s, %s, prompt %s", e.Model, day, promptHash())}
	r.folded, _ = document.Fold(d.Text)
	for _, stretch := range stretches(d) {
		if err := r.stretch(ctx, stretch); err != nil {
			return &r.out, err
		}
	}
	slices.SortStableFunc(r.out.Items, func(a, b reading.Item) int { return a.Start - b.Start })
	for i := range r.out.Items {
		r.out.Items[i].ID = fmt.Sprintf("M%d", i+1)
	}
	return &r.out, nil
}

type reader struct {
	endpoint *Endpoint
	account  *reading.Account
	document *document.Document
	text     *anchor.Text
	folded   string
	offsets  *document.Offsets
	by       string
	seen     map[string]bool
	out      Result
}

// stretches cuts a document at its blocks, and a block that is too long between words.
func stretches(d *document.Document) []string {
	var all []string
	from := -1
	for i, b := range d.Blocks {
		if from < 0 {
			from = b.Start
		}
		for b.End-from > maxStretch {
			cut := strings.LastIndexAny(d.Text[from:from+maxStretch], " \n\t")
			if cut <= 0 {
				cut = maxStretch
			}
			for !utf8.RuneStart(d.Text[from+cut]) {
				cut--
			}
			all = append(all, d.Text[from:from+cut])
			from += cut
		}
		if i+1 == len(d.Blocks) || d.Blocks[i+1].End-from > maxStretch {
			all = append(all, d.Text[from:b.End])
			from = -1
		}
	}
	return all
}

// stretch asks about one stretch, unless the cache has the answer.
func (r *reader) stretch(ctx context.Context, text string) error {
	ask := request{
		Model: r.endpoint.Model, Format: shape(),
		Messages: []message{{"system", instructions}, {"user", fenced(text)}},
	}
	digest := sha256.Sum256([]byte(strings.Join([]string{r.endpoint.URL, r.endpoint.Model, promptHash(), text}, "\x00")))
	key := hex.EncodeToString(digest[:])
	r.out.Asked++
	said, ok := []byte(nil), false
	if r.endpoint.Cache != nil {
		said, ok = r.endpoint.Cache.Load(key)
	}
	if ok {
		r.out.Cached++
	} else {
		var err error
		if said, err = r.endpoint.ask(ctx, ask); err != nil {
			return err
		}
		if _, err := parsed(said); err == nil && r.endpoint.Cache != nil { // what is no list is asked for again
			if err := r.endpoint.Cache.Store(key, said); err != nil {
				return err
			}
		}
	}
	r.take(said)
	return nil
}

// take checks each item of an answer. An answer that is no list of items is one
// rejection.
func (r *reader) take(said []byte) {
	items, err := parsed(said)
	if err != nil {
		r.reject(answer{}, "the answer is not a list of items")
		return
	}
	for _, a := range items {
		if reason := r.item(a); reason != "" {
			r.reject(a, reason)
		}
	}
}

// parsed reads the list of items in an answer.
func parsed(said []byte) ([]answer, error) {
	var list struct {
		Items []answer `json:"items"`
	}
	dec := json.NewDecoder(bytes.NewReader(said))
	dec.DisallowUnknownFields()
	err := dec.Decode(&list)
	return list.Items, err
}

func (r *reader) reject(a answer, reason string) {
	r.out.Rejected = append(r.out.Rejected, Rejection{cut(string(a.Type)), cut(a.Holder), cut(a.Quote), reason})
}

// cut keeps what a model made up from filling a page.
func cut(s string) string {
	if points := []rune(s); len(points) > 200 {
		return string(points[:200]) + "…"
	}
	return s
}

// item adds an item whose quotation and holder stand in the document, or says why not.
func (r *reader) item(a answer) string {
	switch {
	case a.Type == reading.Term || !slices.Contains(reading.Types(), a.Type):
		return "there is no such type"
	case !slices.Contains(kinds, a.Kind):
		return "there is no such kind"
	case strings.TrimSpace(a.Quote) == "":
		return "it quotes nothing"
	case len(a.Quote) > 2*maxStretch: // longer than all that was sent, however its marks are written
		return "the quotation is not in the document"
	case !r.stands(a.Holder):
		return "the holder is not named in the document"
	}
	start, end := r.find(a.Quote)
	if start < 0 {
		return "the quotation is not in the document"
	}
	key := fmt.Sprint(a.Type, start, end, a.Holder)
	if r.seen[key] {
		return "it was given twice"
	}
	if r.seen == nil {
		r.seen = map[string]bool{}
	}
	r.seen[key] = true
	holder, who := r.holder(a.Holder)
	it := reading.Item{
		Document: r.document.Name, Type: a.Type, Kind: a.Kind, Holder: holder, Who: who, Status: "reported",
		Start: r.offsets.Point(start), End: r.offsets.Point(end), Text: r.document.Text[start:end],
		Rule: "verbatim quotation", Reader: "language model", By: r.by,
	}
	if a.Type == reading.Claim {
		it.Content = &reading.Place{Start: it.Start, End: it.End, Text: it.Text}
	}
	r.out.Items = append(r.out.Items, it)
	return ""
}

// stands reports that a holder is the author or is named in the document.
func (r *reader) stands(holder string) bool {
	if strings.EqualFold(holder, "author") {
		return true
	}
	folded, _ := document.Fold(holder)
	folded = strings.TrimSpace(folded)
	return folded != "" && wholeAt(r.folded, folded) >= 0
}

// find gives the place of a quotation that cuts no word; -1 for none.
func (r *reader) find(quote string) (start, end int) {
	if at := wholeAt(r.document.Text, quote); at >= 0 {
		return at, at + len(quote)
	}
	at := r.text.Find(anchor.Locator{Exact: quote})
	if at.Verdict != anchor.Exact && at.Verdict != anchor.Folded && at.Verdict != anchor.Moved || !whole(r.document.Text, at.Start, at.End) {
		return -1, -1
	}
	return at.Start, at.End
}

// wholeAt is where words first stand in a text without cutting one; -1 for nowhere.
func wholeAt(text, words string) int {
	for from := 0; ; {
		at := strings.Index(text[from:], words)
		if at < 0 {
			return -1
		}
		if at += from; whole(text, at, at+len(words)) {
			return at
		}
		from = at + len(words)
	}
}

// whole reports that a stretch of a text cuts no word at its ends.
func whole(text string, from, to int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:from])
	first, _ := utf8.DecodeRuneInString(text[from:to])
	last, _ := utf8.DecodeLastRuneInString(text[from:to])
	after, _ := utf8.DecodeRuneInString(text[to:])
	return (!inWord(before) || !inWord(first)) && (!inWord(last) || !inWord(after))
}

func inWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }

// holder names who is meant: the author, the entity that the document speaks of in
// these words, or the words.
func (r *reader) holder(words string) (name, id string) {
	if strings.EqualFold(words, "author") {
		return r.account.Author(), ""
	}
	want, _ := document.Fold(words)
	for _, m := range r.account.Cast.Mentions {
		if m.Entity < 0 {
			continue
		}
		tokens := r.account.Text.Sentences[m.Sentence].Tokens
		said, _ := document.Fold(r.document.Text[tokens[m.From].Start:tokens[m.To-1].End])
		if e := r.account.Cast.Entities[m.Entity]; said == want || strings.EqualFold(e.Name, words) {
			return e.Name, e.ID
		}
	}
	return words, ""
}
