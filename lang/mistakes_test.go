package lang_test

import (
	"bytes"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"reckon"
	"reckon/lang"
)

// TestMistakes holds, for each mistake that authors make, the bad text, the
// message it gets and the mended text. Files stand over the small base case;
// the name of a golden starts with the code of its message. UPDATE=1 rewrites
// the messages.
func TestMistakes(t *testing.T) {
	paths, err := filepath.Glob("testdata/mistakes/*.txtar")
	if err != nil || len(paths) < 20 {
		t.Fatalf("%d goldens: %v", len(paths), err)
	}
	for _, path := range paths {
		name := strings.TrimSuffix(filepath.Base(path), ".txtar")
		t.Run(name, func(t *testing.T) {
			archive, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			code, _, _ := strings.Cut(name, ".")
			bad, mended := base(t), base(t)
			var golden *txtar.File
			for i, f := range archive.Files {
				if own, ok := strings.CutPrefix(f.Name, "mended/"); ok {
					mended[own] = f.Data
				} else if f.Name == "diagnostics" {
					golden = &archive.Files[i]
				} else {
					bad[f.Name] = f.Data
				}
			}
			_, found := lang.Load(bad)
			if !slices.Contains(codes(found), code) {
				t.Errorf("the bad text does not get %s but:\n%s", code, listing(found))
			}
			if got := []byte(listing(found)); !bytes.Equal(got, golden.Data) {
				if os.Getenv("UPDATE") != "" {
					golden.Data = got
					if err := os.WriteFile(path, txtar.Format(archive), 0o644); err != nil {
						t.Fatal(err)
					}
				} else {
					t.Errorf("got:\n%swant:\n%s", got, golden.Data)
				}
			}
			if _, left := lang.Load(mended); len(left) > 0 {
				t.Errorf("the mended text still gets:\n%s", listing(left))
			}
			checkSuggestions(t, bad, found)
		})
	}
}

// checkSuggestions puts each suggestion in its place, and demands that its
// message is then gone.
func checkSuggestions(t *testing.T, files lang.Files, found []reckon.Diagnostic) {
	t.Helper()
	for _, d := range found {
		if d.Suggestion == "" {
			continue
		}
		text := files[d.At.File]
		put := maps.Clone(files)
		put[d.At.File] = slices.Concat(text[:d.At.Start.Byte], []byte(d.Suggestion), text[d.At.End.Byte:])
		_, after := lang.Load(put)
		if slices.ContainsFunc(after, func(e reckon.Diagnostic) bool { return e.Code == d.Code && e.At.Start == d.At.Start }) {
			t.Errorf("%s: putting %q in the place of %q leaves:\n%s", d.Code, d.Suggestion, text[d.At.Start.Byte:d.At.End.Byte], listing(after))
		}
	}
}

// TestEveryMessageIsTested demands a golden, or a test of this package, for the
// code of every message.
func TestEveryMessageIsTested(t *testing.T) {
	read := func(pattern string) string {
		var all strings.Builder
		paths, _ := filepath.Glob(pattern)
		for _, path := range paths {
			text, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			all.Write(text)
		}
		return all.String()
	}
	tests := read("testdata/mistakes/*") + read("*_test.go")
	codes := regexp.MustCompile(`(?:fault|caution|remark)\("([a-z-]+)"`).FindAllStringSubmatch(read("messages*.go"), -1)
	if len(codes) < 50 {
		t.Fatalf("found only %d messages", len(codes))
	}
	named := map[string]bool{}
	for _, word := range regexp.MustCompile(`[a-z]+(-[a-z]+)*`).FindAllString(tests, -1) {
		named[word] = true
	}
	for _, m := range codes {
		if !named[m[1]] {
			t.Errorf("no golden or test for %s", m[1])
		}
	}
}
