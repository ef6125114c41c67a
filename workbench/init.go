package workbench

import (
	"embed"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/signal"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"syscall"

	"reckon/disk"
)

//go:embed template
var templates embed.FS

// Templates lists the cases that Init can write; the first is the default.
func Templates() []string { return []string{"leader", "conflict", "arenas"} }

// Init writes a small complete case into a folder that does not exist yet or is
// empty, and returns the files it wrote, relative to the folder. If it cannot
// write them all it removes what it wrote.
func Init(dir, template string) (files []string, err error) {
	if !slices.Contains(Templates(), template) {
		return nil, noSuch("template", template, Templates())
	}
	made, err := emptyFolder(dir)
	if err != nil {
		return nil, err
	}
	defer func() {
		if err != nil {
			// What was half made goes; the first error is the one to report.
			for _, name := range files {
				_ = os.Remove(filepath.Join(dir, name))
			}
			_ = os.Remove(filepath.Join(dir, readingsFolder))
			if made != "" {
				_ = os.RemoveAll(made)
			}
			files = nil
		}
	}()
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	defer signal.Stop(stop)
	root := path.Join("template", template)
	err = fs.WalkDir(templates, root, func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		select {
		case <-stop:
			return disk.ErrStopped
		default:
		}
		rel := filepath.FromSlash(strings.TrimPrefix(strings.TrimPrefix(name, root), "/"))
		if d.IsDir() {
			return os.MkdirAll(filepath.Join(dir, rel), 0o755)
		}
		text, err := templates.ReadFile(name)
		if err != nil {
			return err
		}
		files = append(files, rel)
		return disk.Replace(filepath.Join(dir, rel), 0o644, func(w io.Writer) error {
			_, err := w.Write(text)
			return err
		})
	})
	return files, err
}

// emptyFolder makes sure that dir can take a new case, making it if need be. It
// returns the topmost folder it made, "" when dir was there.
func emptyFolder(dir string) (made string, err error) {
	entries, err := os.ReadDir(dir)
	switch {
	case err == nil && len(entries) > 0:
		return "", fmt.Errorf("%s is not empty; a new case wants a folder of its own", dir)
	case err == nil:
		return "", nil
	case !errors.Is(err, fs.ErrNotExist):
		return "", disk.Unread(dir, err)
	}
	made = filepath.Clean(dir)
	for {
		up := filepath.Dir(made)
		if _, err := os.Lstat(up); err == nil || up == made {
			break
		}
		made = up
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		_ = os.RemoveAll(made)
		return "", disk.Unwritten(dir, err)
	}
	return made, nil
}
