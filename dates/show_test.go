package dates

import (
	"fmt"
	"os"
	"testing"

	"reckon/document"
	"reckon/grammar"
)

func TestShow(t *testing.T) {
	path := os.Getenv("SHOW")
	if path == "" {
		t.Skip()
	}
	text, _ := os.ReadFile(path)
	d := document.Plain("x", string(text))
	if p := os.Getenv("PUB"); p != "" {
		_ = d.Published.UnmarshalText([]byte(p))
	}
	g := grammar.Parse(d)
	for _, e := range Find(g, d.Published) {
		s := &g.Sentences[e.Sentence]
		fmt.Printf("%-30s %s %s rel=%v hist=%v %s | %s\n", s.Words(e.From, e.To), e.First, e.Last, e.Relative, e.Historical, e.Basis, s.Words(max(0, e.From-4), min(len(s.Tokens), e.To+4)))
	}
}
