package names

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
	g := grammar.Parse(document.Plain("x", string(text)))
	c := Find(g, nil)
	for i := range g.Sentences {
		s := &g.Sentences[i]
		fmt.Println(string(text)[s.Start:s.End])
		for _, k := range c.In(i, 0, len(s.Tokens)) {
			m := c.Mentions[k]
			id := "?"
			if m.Entity >= 0 {
				id = c.Entities[m.Entity].ID
			}
			fmt.Printf("      %-34s %s %s\n", id, s.Words(m.From, m.To), m.By[:2])
		}
	}
}
