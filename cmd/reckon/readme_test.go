package main

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestDocsAreTrue runs every command in the console blocks of a page, in order
// and in one folder, and compares what is printed; UPDATE=1 writes it anew.
func TestDocsAreTrue(t *testing.T) {
	for page, least := range map[string]int{"README.md": 3, "docs/json.md": 7, "docs/exchange.md": 4, "docs/xmile.md": 4, "docs/strategy.md": 10, "docs/outlook.md": 7, "docs/scale.md": 2, "docs/reading.md": 7, "docs/arenas.md": 10} {
		t.Run(page, func(t *testing.T) { checkPage(t, page, least) })
	}
}

func checkPage(t *testing.T, page string, least int) {
	t.Helper()
	path := filepath.Join(root(t), filepath.FromSlash(page))
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	for _, shown := range []string{"cases", "xmile"} {
		if err := os.Symlink(filepath.Join(root(t), shown), filepath.Join(dir, shown)); err != nil {
			t.Fatal(err)
		}
	}
	blocks := 0
	now := regexp.MustCompile("(?s)```console\n.*?\n```").ReplaceAllFunc(text, func(block []byte) []byte {
		blocks++
		return replay(t, dir, block)
	})
	if blocks < least {
		t.Fatalf("%s has %d console blocks", page, blocks)
	}
	if bytes.Equal(now, text) {
		return
	}
	if os.Getenv("UPDATE") == "" {
		t.Fatalf("%s no longer shows what reckon prints; run UPDATE=1 go test ./cmd/reckon. It would be\n%s", page, now)
	}
	if err := os.WriteFile(path, now, 0o644); err != nil {
		t.Fatal(err)
	}
}

// slow is what a verb says of its progress where a machine is busy.
var slow = regexp.MustCompile(`(?m)^[a-z]+: [0-9]+ of [0-9]+ [a-z ]+\n`)

// replay runs the commands of one block and returns the block with what they print.
func replay(t *testing.T, dir string, block []byte) []byte {
	t.Helper()
	var out bytes.Buffer
	out.WriteString("```console\n")
	for line := range strings.Lines(string(block)) {
		command, ok := strings.CutPrefix(line, "$ ")
		if !ok {
			continue
		}
		out.WriteString(line)
		c := exec.Command("sh", "-c", command)
		c.Dir = dir
		c.Env = append(os.Environ(), "COLUMNS=")
		printed, err := c.CombinedOutput()
		if exit := (*exec.ExitError)(nil); err != nil && (!errors.As(err, &exit) || exit.ExitCode() != exitFindings) {
			t.Errorf("%s: %v\n%s", command, err, printed)
		}
		printed = slow.ReplaceAll(printed, nil)
		out.Write(printed)
		if len(printed) > 0 && !bytes.HasSuffix(printed, []byte("\n")) {
			out.WriteByte('\n')
		}
	}
	out.WriteString("```")
	return out.Bytes()
}

// TestChangelogHasThisVersion holds the version to the newest entry.
func TestChangelogHasThisVersion(t *testing.T) {
	text, err := os.ReadFile(filepath.Join(root(t), "CHANGELOG.md"))
	if err != nil {
		t.Fatal(err)
	}
	_, entry, _ := strings.Cut(string(text), "\n## ")
	if newest := strings.Fields(entry); len(newest) == 0 || newest[0] != version {
		t.Errorf("the program says %s, the newest entry of CHANGELOG.md begins %.20q", version, entry)
	}
}
