package study

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"reckon"
	"reckon/library"
)

const talks = "The minister believes that the talks with the union will fail before the winter. The mayor said on Monday that the bridge is closed to lorries until the spring. " +
	"Engineers found cracks in two of the nine piers, and the council has asked for money. Nobody on the quay expects the work to begin before the frost is gone, and the ferry sails twice a day.\n"

// shelf is a library with two reports of one origin, one of another, and one in
// German.
func shelf(t *testing.T) *library.Library {
	t.Helper()
	dir := t.TempDir()
	var files []string
	for _, f := range [][2]string{
		{"a.txt", talks},
		{"b.txt", talks + "It rained.\n"},
		{"c.txt", "The harbour was quiet this week. The minister believes that the talks with the union will fail before winter. Ships waited for the tide, and the fish market opened late.\n"},
		{"d.txt", "Der Minister glaubt, dass die Gespräche mit der Gewerkschaft vor dem Winter scheitern werden, und die Brücke bleibt für den Verkehr gesperrt.\n"},
	} {
		file := filepath.Join(dir, f[0])
		if err := os.WriteFile(file, []byte(f[1]), 0o644); err != nil {
			t.Fatal(err)
		}
		files = append(files, file)
	}
	l, err := library.Open(context.Background(), filepath.Join(dir, "library.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = l.Close() })
	if err := l.Import(context.Background(), files, func(library.Item) {}); err != nil {
		t.Fatal(err)
	}
	return l
}

func TestReadKept(t *testing.T) {
	l, ctx := shelf(t), context.Background()
	day, err := reckon.ParseDate("2025-06-01")
	if err != nil {
		t.Fatal(err)
	}
	if err := l.Describe(ctx, "a.txt", library.Described{Author: "A. Analyst", Published: day}); err != nil {
		t.Fatal(err)
	}
	s, err := ReadKept(ctx, l, nil, Settings{})
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, a := range s.Accounts {
		names = append(names, filepath.Base(a.Document.Name))
	}
	if got := strings.Join(names, " "); got != "a.txt b.txt c.txt" {
		t.Errorf("read %s", got)
	}
	if d := s.Accounts[0].Document; d.Author != "A. Analyst" || d.Published != day {
		t.Errorf("%s, %s", d.Author, d.Published)
	}
	found := false
	for _, c := range s.Corroborated() {
		if strings.Contains(c.Holder, "minister") && c.Kind == "believe" {
			found = c.Origins == 2 && len(c.Reports) == 3
		}
	}
	if !found {
		t.Errorf("three reports of two origins are not told: %+v", s.Corroborated())
	}

	one, err := ReadKept(ctx, l, []string{"c.txt", "c.txt"}, Settings{})
	if err != nil || len(one.Accounts) != 1 {
		t.Errorf("%+v, %v", one, err)
	}
	if _, err := ReadKept(ctx, l, []string{"nosuch.txt"}, Settings{}); err == nil || !strings.Contains(err.Error(), "reckon library list") {
		t.Error(err)
	}
}
