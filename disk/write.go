package disk

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"
)

// ownMark stands near the top of every page that reckon writes, so that a page
// may be written again while a file of someone else's is left alone.
var ownMark = []byte(`name="generator" content="reckon`)

// ErrStopped is returned when the user stopped reckon while it was writing.
var ErrStopped = errors.New("stopped before the file was complete; nothing was written")

// Replace writes a file whole or not at all: into a temporary file beside it,
// onto the disk, and only then under its name. A stop by Ctrl-C in between
// removes the temporary file.
func Replace(name string, perm fs.FileMode, content func(io.Writer) error) (err error) {
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	defer signal.Stop(stop)

	f, err := os.CreateTemp(filepath.Dir(name), ".reckon-*")
	if err != nil {
		return Unwritten(name, err)
	}
	defer func() {
		if err != nil {
			// The first error is the one to report; these only tidy up.
			_ = f.Close()
			_ = os.Remove(f.Name())
		}
	}()
	for _, step := range []func() error{
		func() error { return content(f) },
		func() error { return f.Chmod(perm) },
		f.Sync,
		f.Close,
	} {
		if err := step(); err != nil {
			return Unwritten(name, err)
		}
	}
	select {
	case <-stop:
		return ErrStopped
	default:
	}
	if err := os.Rename(f.Name(), name); err != nil {
		return Unwritten(name, err)
	}
	return syncFolder(filepath.Dir(name))
}

// syncFolder makes the new name last through a power cut. Systems that cannot
// sync a folder are not an error: the file itself is on the disk.
func syncFolder(folder string) error {
	if d, err := os.Open(folder); err == nil {
		_ = d.Sync()
		return d.Close()
	}
	return nil
}

// Refused is a place that takes no new file, told in plain words.
type Refused struct{ says string }

func (r Refused) Error() string { return r.says }

// Unwritten says in plain words why a file could not be written.
func Unwritten(name string, err error) error {
	switch {
	case errors.Is(err, syscall.ENOSPC):
		return fmt.Errorf("the disk is full: %s was not written", name)
	case errors.Is(err, syscall.EROFS), errors.Is(err, fs.ErrPermission):
		return Refused{fmt.Sprintf("this place is read-only: %s was not written", name)}
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, syscall.ENOTDIR):
		folder := filepath.Dir(name)
		if is, err := os.Stat(folder); err == nil && is.IsDir() {
			return Refused{fmt.Sprintf("nothing can be written in %s: %s was not written", folder, name)}
		}
		return fmt.Errorf("there is no folder %s to write into", folder)
	}
	return fmt.Errorf("write %s: %w", name, err)
}

// Place decides whether a page may be written under a name: a new file may, a
// page that reckon wrote may, anything else only by force. It returns the name
// with links resolved, so that a link stays a link.
func Place(name string, force bool) (string, error) {
	is, err := os.Stat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		if _, err := os.Lstat(name); err == nil {
			return "", fmt.Errorf("%s is a link that leads nowhere", name)
		}
		return name, nil
	case err != nil:
		return "", Unwritten(name, err)
	case is.IsDir():
		return "", fmt.Errorf("%s is a folder; give the name of a file", name)
	case !is.Mode().IsRegular():
		return "", fmt.Errorf("%s is not a plain file; use - to write to standard output", name)
	}
	if name, err = filepath.EvalSymlinks(name); err != nil {
		return "", Unread(name, err)
	}
	if force {
		return name, nil
	}
	own, err := isOwn(name)
	if err != nil {
		return "", Unread(name, err)
	}
	if !own {
		return "", fmt.Errorf("%s exists and was not written by reckon; choose another name, or use --force to replace it", name)
	}
	return name, nil
}

// isOwn reports whether the file carries reckon's mark near its top.
func isOwn(name string) (bool, error) {
	f, err := os.Open(name)
	if err != nil {
		return false, err
	}
	top := make([]byte, 4096)
	n, err := io.ReadFull(f, top)
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		err = nil
	}
	return bytes.Contains(top[:n], ownMark), errors.Join(err, f.Close())
}

// Unread says in plain words why a path cannot be used.
func Unread(name string, err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("there is no file or folder %s", name)
	case errors.Is(err, fs.ErrPermission):
		return fmt.Errorf("no permission to use %s", name)
	case errors.Is(err, syscall.ENOTDIR):
		return fmt.Errorf("%s leads through a file as if it were a folder", name)
	case errors.Is(err, syscall.ELOOP):
		return fmt.Errorf("%s is a symbolic link that leads round in a circle", name)
	}
	return fmt.Errorf("cannot use %s: %w", name, err)
}
