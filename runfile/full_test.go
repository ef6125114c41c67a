package runfile

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"os"
	"strings"
	"syscall"
	"testing"
)

// disk is a file on a disk with room for so many bytes.
type disk struct {
	room int
	b    []byte
	at   int
}

func (d *disk) Write(p []byte) (int, error) {
	n := min(len(p), max(0, d.room-d.at))
	d.b = append(d.b[:d.at], p[:n]...)
	d.at += n
	if n < len(p) {
		return n, syscall.ENOSPC
	}
	return n, nil
}

func (d *disk) Truncate(size int64) error {
	d.b = d.b[:size]
	return nil
}

func (d *disk) Seek(offset int64, whence int) (int64, error) {
	if whence == io.SeekEnd {
		offset += int64(len(d.b))
	}
	d.at = int(offset)
	return offset, nil
}

// pipe is a disk that cannot be cut.
type pipe struct{ d *disk }

func (p pipe) Write(b []byte) (int, error) { return p.d.Write(b) }

// fillUp writes runs until the disk is full or all are written, and returns the error.
func fillUp(t *testing.T, w io.Writer, name string, table Table, runs int) (int, error) {
	t.Helper()
	f := begin(t, w, name, table, 60)
	var err error
	for n := 0; n < runs && err == nil; n++ {
		err = f.Write("third", somePath(t, n))
	}
	if closing := f.Close(); err == nil {
		err = closing
	} else if closing.Error() != err.Error() {
		t.Errorf("closing says %v after %v", closing, err)
	}
	return f.Whole(), err
}

// checkFull holds an error to what it must say.
func checkFull(t *testing.T, name string, err error) {
	t.Helper()
	if !errors.Is(err, syscall.ENOSPC) || !strings.Contains(err.Error(), name) || !strings.Contains(err.Error(), "whole in it") {
		t.Fatalf("the error is %v", err)
	}
}

// TestFullDiskCSV fills the disk at many places: the file ends with a whole run.
func TestFullDiskCSV(t *testing.T) {
	const runs = 1500 // 150 kB: three pieces
	for _, table := range []Table{Runs, Paths} {
		whole := &disk{room: 1 << 30}
		if _, err := fillUp(t, whole, "a.csv", table, runs); err != nil {
			t.Fatal(err)
		}
		for room := 0; room < len(whole.b); room += 1 + len(whole.b)/37 {
			for _, cuttable := range []bool{true, false} {
				d := &disk{room: room}
				w := io.Writer(d)
				if !cuttable {
					w = pipe{d}
				}
				n, err := fillUp(t, w, "a.csv", table, runs)
				checkFull(t, "a.csv", err)
				if !bytes.HasPrefix(whole.b, d.b) {
					t.Fatal("what was written is not a beginning of the whole file")
				}
				checkRows(t, d, table, n, cuttable)
			}
		}
	}
}

// checkRows counts the rows up to the last whole line.
func checkRows(t *testing.T, d *disk, table Table, runs int, cuttable bool) {
	t.Helper()
	end := bytes.LastIndexByte(d.b, '\n') + 1
	if cuttable && end != len(d.b) {
		t.Fatalf("with room for %d bytes the file ends in the middle of a line", d.room)
	}
	rows, err := csv.NewReader(bytes.NewReader(d.b[:end])).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	a := 1 + 2*int(table) // rows of a run
	if got := max(0, len(rows)-1); got/a != runs || cuttable && got%a != 0 {
		t.Errorf("with room for %d bytes %d runs are said to be whole, and there are %d rows", d.room, runs, got)
	}
}

// TestFullDiskParquet fills the disk at many places: what is left can be read and
// holds the runs that the error says.
func TestFullDiskParquet(t *testing.T) {
	const runs = 200
	whole := &disk{room: 1 << 30}
	if _, err := fillUp(t, whole, "a.parquet", Paths, runs); err != nil {
		t.Fatal(err)
	}
	all, before := cellsOf(t, whole.b), 0
	for room := 0; room < len(whole.b); room += 1 + len(whole.b)/61 {
		d := &disk{room: room}
		n, err := fillUp(t, d, "a.parquet", Paths, runs)
		checkFull(t, "a.parquet", err)
		if strings.Contains(err.Error(), "no room even") {
			if n > 0 || room > 2000 {
				t.Fatalf("with room for %d bytes: %v", room, err)
			}
			continue
		}
		got := cellsOf(t, d.b)
		if len(got) != 1+3*n || n < before {
			t.Fatalf("with room for %d bytes %d runs are said to be whole, %d before, and there are %d rows", room, n, before, len(got)-1)
		}
		for i := range got {
			if strings.Join(got[i], ",") != strings.Join(all[i], ",") {
				t.Fatalf("row %d is %q", i, got[i])
			}
		}
		before = n
	}
	if before < runs/2 {
		t.Errorf("with room for all but the end, only %d runs of %d were kept", before, runs)
	}
}

func TestFullPipeParquet(t *testing.T) {
	n, err := fillUp(t, pipe{&disk{room: 1000}}, "a.parquet", Runs, 100)
	checkFull(t, "a.parquet", err)
	if n != 0 || !strings.Contains(err.Error(), "cannot be read") {
		t.Errorf("%d runs; %v", n, err)
	}
}

// TestFullDevice writes to a device that is always full.
func TestFullDevice(t *testing.T) {
	device, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
	if err != nil {
		t.Skip("there is no /dev/full here")
	}
	defer func() { _ = device.Close() }()
	for _, name := range []string{"a.csv", "a.parquet"} {
		n, err := fillUp(t, device, name, Runs, 3)
		checkFull(t, name, err)
		if n != 0 {
			t.Errorf("%s: %d runs are said to be whole", name, n)
		}
	}
}

// TestCutKeepsWhatStoodBefore: a file that is appended to keeps its beginning.
func TestCutKeepsWhatStoodBefore(t *testing.T) {
	d := &disk{room: 100, b: []byte("kept\n"), at: 5}
	if _, err := fillUp(t, d, "a.csv", Runs, 50); err == nil {
		t.Fatal("a full disk was not noticed")
	}
	if !bytes.HasPrefix(d.b, []byte("kept\nreading,run")) || !bytes.HasSuffix(d.b, []byte("\n")) {
		t.Errorf("the file is %q", d.b)
	}
}
