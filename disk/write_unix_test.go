//go:build unix

package disk

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// TestReplaceStopped presses Ctrl-C while the file is being written.
func TestReplaceStopped(t *testing.T) {
	dir := t.TempDir()
	err := Replace(filepath.Join(dir, "page"), 0o644, func(w io.Writer) error {
		if err := syscall.Kill(os.Getpid(), syscall.SIGINT); err != nil {
			t.Fatal(err)
		}
		for range 100 { // the signal is delivered within a few of these
			if _, err := io.WriteString(w, strings.Repeat("x", 1<<16)); err != nil {
				return err
			}
		}
		return nil
	})
	if !errors.Is(err, ErrStopped) {
		t.Errorf("error %v", err)
	}
	if got := names(t, dir); got != "" {
		t.Errorf("left behind: %s", got)
	}
}
