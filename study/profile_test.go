package study

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"reckon/profile"
)

// A sample is made of folders of speeches, and a leader is measured against it.
func TestNormSample(t *testing.T) {
	if testing.Short() {
		t.Skip("parses long speeches")
	}
	dir := t.TempDir()
	long := strings.Repeat("We will help the Danes in winter. The Swedes attacked our ships.\n\n", 150)
	for name, text := range map[string]string{"Ada Example/one.txt": long, "Bob Other/two.txt": long + long, "Eve Brief/three.txt": "We wait."} {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	made, csv, err := MakeNorms(t.Context(), dir, profile.Settings{}, nil)
	if err != nil || strings.Join(made.Leaders, ", ") != "Ada Example, Bob Other" || len(made.Left) != 1 || made.Left[0].File != "Eve Brief" {
		t.Fatalf("%+v, %v", made, err)
	}
	norms := filepath.Join(dir, "norms.csv")
	if err := os.WriteFile(norms, csv, 0o644); err != nil {
		t.Fatal(err)
	}
	p, err := Profile(t.Context(), []string{filepath.Join(dir, "Ada Example")}, norms, profile.Settings{Speaker: "Ada Example", Own: true, Seed: 1}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if p.All.NoVICS != "" || p.All.NoLTA == "" || len(p.Places) != len(p.Lines) || !strings.Contains(strings.Join(p.Notes, " "), "a percentile needs 10") {
		t.Errorf("%q, %q, %q", p.All.NoVICS, p.All.NoLTA, p.Notes)
	}
	if !strings.Contains(string(csv), "Ada Example,P-1,") || strings.Contains(string(csv), "NaN") {
		t.Errorf("sample:\n%s", csv)
	}
	if _, _, err := MakeNorms(t.Context(), filepath.Join(dir, "Eve Brief"), profile.Settings{}, nil); err == nil {
		t.Error("a sample of nobody")
	}
}
