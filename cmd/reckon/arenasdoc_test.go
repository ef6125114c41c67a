package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"reckon/arena/treasury"
)

// TestArenasPage holds the tables of docs/arenas.md to what they are of: equations
// to package treasury (UPDATE=1 writes them anew), quantities to the language.
func TestArenasPage(t *testing.T) {
	path := filepath.Join(root(t), "docs", "arenas.md")
	page, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	now := regexp.MustCompile(`(?s)<!-- treasury -->\n.*?<!-- end -->`).ReplaceAllLiteral(page, equationTable(t))
	if !bytes.Contains(page, []byte("<!-- treasury -->")) {
		t.Error("docs/arenas.md has no place for the equations of the treasury")
	}
	if !bytes.Equal(now, page) {
		if os.Getenv("UPDATE") == "" {
			t.Error("docs/arenas.md does not list the equations of the treasury as they are. Run: UPDATE=1 go test ./cmd/reckon")
		} else if err := os.WriteFile(path, now, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	language, err := os.ReadFile(filepath.Join(root(t), "docs", "language.md"))
	if err != nil {
		t.Fatal(err)
	}
	for _, kind := range []string{"council", "palace", "succession", "street", "contest"} {
		if listed, stated := listedQuantities(page, kind), statedQuantities(language, kind); !slices.Equal(listed, stated) {
			t.Errorf("docs/arenas.md lists the quantities of a %s as %v; the language has %v", kind, listed, stated)
		}
	}
}

// equationTable is the table of the treasury's equations, inputs left out.
func equationTable(t *testing.T) []byte {
	t.Helper()
	set := treasury.Settings{Step: "week", Given: map[string]string{}, Organs: []treasury.Organ{{Name: "guard", Share: "0.5"}}}
	given := map[string]bool{}
	for _, in := range treasury.Inputs() {
		given[in.Name] = true
		if in.Is == "" && in.Start == "" {
			set.Given[in.Name] = "1"
		}
	}
	equations, faults := treasury.Equations(set)
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	var b bytes.Buffer
	b.WriteString("<!-- treasury -->\n| equation | what | unit | how |\n|---|---|---|---|\n")
	for _, e := range equations {
		if given[e.Name] && e.Next == "" || e.Name == "tick" {
			continue
		}
		how := "`" + e.Is + "`"
		if e.Next != "" {
			how = "then `" + e.Next + "`"
		}
		what := strings.TrimSuffix(e.Title, ".")
		if e.Doc != "" {
			what += ". " + e.Doc
		}
		if e.Source != "" {
			what += " [" + e.Source + "]"
		}
		fmt.Fprintf(&b, "| `%s` | %s | %s | %s |\n", e.Name, what, e.Unit, how)
	}
	b.WriteString("<!-- end -->")
	return b.Bytes()
}

// listedQuantities are those of a table of docs/arenas.md.
func listedQuantities(page []byte, kind string) (names []string) {
	_, table, _ := bytes.Cut(page, []byte("<!-- quantities "+kind+" -->\n"))
	table, _, _ = bytes.Cut(table, []byte("\n\n"))
	for _, m := range regexp.MustCompile("(?m)^\\| `([a-z_]+)`").FindAllSubmatch(table, -1) {
		names = append(names, string(m[1]))
	}
	return names
}

// statedQuantities are those of the manual of the language, which its schema writes.
func statedQuantities(language []byte, kind string) []string {
	_, block, _ := bytes.Cut(language, []byte("### `writes` in `"+kind+"`"))
	m := regexp.MustCompile("\\| `from` \\| ([^|]*) \\|").FindSubmatch(block)
	if m == nil {
		return nil
	}
	return strings.Split(strings.ReplaceAll(string(m[1]), " or ", ", "), ", ")
}
