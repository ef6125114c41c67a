package study

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"slices"

	"reckon"
	"reckon/disk"
	"reckon/llm"
	"reckon/reading"
)

// Asked is what came of asking a language model.
type Asked struct {
	Model    string          `json:"model"`
	Items    int             `json:"items"`
	Rejected []llm.Rejection `json:"rejected"`
	Requests int             `json:"requests"`
	Cached   int             `json:"cached"`
}

// Ask lets a language model propose items for each document, beside those found
// by rules. Answers are kept in the user's cache folder, so that the same question
// is asked once. An error ends the asking; what was answered before it stays.
func (s *Study) Ask(ctx context.Context, e llm.Endpoint, day reckon.Date, progress func(done, total int)) (*Asked, error) {
	out := &Asked{Model: e.Model, Rejected: []llm.Rejection{}}
	if cache, err := os.UserCacheDir(); err == nil {
		e.Cache = answers(filepath.Join(cache, "reckon", "answers"))
	}
	for i, a := range s.Accounts {
		if progress != nil {
			progress(i, len(s.Accounts))
		}
		r, err := e.Read(ctx, a, day)
		if r != nil {
			a.Items = append(a.Items, r.Items...)
			slices.SortStableFunc(a.Items, func(x, y reading.Item) int { return x.Start - y.Start })
			out.Items += len(r.Items)
			out.Rejected = append(out.Rejected, r.Rejected...)
			out.Requests += r.Asked - r.Cached
			out.Cached += r.Cached
		}
		if err != nil {
			return out, err
		}
	}
	return out, nil
}

// answers is a folder of answers, one file each.
type answers string

// Load returns an answer that was kept.
func (a answers) Load(key string) ([]byte, bool) {
	text, err := os.ReadFile(filepath.Join(string(a), key+".json"))
	return text, err == nil
}

// Store keeps an answer; documents are nobody else's to see.
func (a answers) Store(key string, answer []byte) error {
	if err := os.MkdirAll(string(a), 0o700); err != nil {
		return disk.Unwritten(string(a), err)
	}
	return disk.Replace(filepath.Join(string(a), key+".json"), 0o600, func(w io.Writer) error {
		_, err := w.Write(answer)
		return err
	})
}
