package runfile

import (
	"errors"
	"io"
)

// errNoCutting says that bytes once written stay: a pipe, a socket.
var errNoCutting = errors.New("cannot be cut")

// cut takes the last n bytes off the file behind w and goes on writing there. It
// counts from the end, so that what stood in the file before is not touched.
func cut(w io.Writer, n int64) error {
	f, ok := w.(interface {
		io.Seeker
		Truncate(size int64) error
	})
	if !ok {
		return errNoCutting
	}
	end, err := f.Seek(0, io.SeekEnd)
	if err != nil {
		return errors.Join(errNoCutting, err)
	}
	if err := f.Truncate(end - n); err != nil {
		return errors.Join(errNoCutting, err)
	}
	_, err = f.Seek(end-n, io.SeekStart)
	return err
}

// write is w.Write, which must say why it stopped early.
func write(w io.Writer, b []byte) (int, error) {
	n, err := w.Write(b)
	if n < len(b) && err == nil {
		err = io.ErrShortWrite
	}
	return n, err
}
