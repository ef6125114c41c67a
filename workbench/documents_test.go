package workbench

import (
	"path/filepath"
	"strings"
	"testing"

	"reckon"
)

func TestDocumentNames(t *testing.T) {
	for _, c := range []struct{ file, want string }{
		{"", "levy.txt"},
		{"a/Levy.txt", "a/Levy.txt Levy.txt levy.txt"},
		{"Levy.pdf", "Levy.pdf Levy.txt levy.txt"},
		{`C\:\\Users\\x\\Levy.pdf:application/pdf`, "Levy.pdf Levy.txt levy.txt"},
		{`Full Text:C\:\\Users\\x\\Levy.pdf:application/pdf`, "Levy.pdf Levy.txt levy.txt"},
		{"Levy.pdf:files/12/Levy.pdf:application/pdf;Snapshot:files/13/x.html:text/html", "Levy.pdf Levy.txt levy.txt"},
		{":levy/Levy.pdf:PDF", "Levy.pdf Levy.txt levy.txt"},
		{"/home/x/Levy.pdf", "Levy.pdf Levy.txt levy.txt"},
		{"..", "levy.txt"},
	} {
		if got := strings.Join(documentNames(&reckon.Source{Key: "levy", File: c.file}), " "); got != c.want {
			t.Errorf("%s: %s, want %s", c.file, got, c.want)
		}
	}
}

// TestAbsentDocuments: what is not at hand is told once, with the places that
// could not be looked up; a PDF is no text.
func TestAbsentDocuments(t *testing.T) {
	dir := t.TempDir()
	put(t, filepath.Join(dir, "Essay.pdf"), "%PDF-\xff\xfe")
	b := &Bench{Case: cited(reckon.Cite{Source: "essay", From: 0, To: 3}, "Essay.pdf")}
	if _, err := b.Locate(dir); err != nil {
		t.Fatal(err)
	}
	if len(b.Diagnostics) != 1 || b.Diagnostics[0].Code != "document-absent" || !strings.Contains(b.Diagnostics[0].Detail, "1 place cited there was not looked up") {
		t.Fatalf("found %+v", b.Diagnostics)
	}
	put(t, filepath.Join(dir, "Essay.txt"), "now it is there")
	b.Diagnostics = nil
	passages, err := b.Locate(dir)
	if err != nil || len(b.Diagnostics) != 0 || len(passages) != 1 {
		t.Fatalf("found %+v, %v, passages %v", b.Diagnostics, err, passages)
	}
}
