package workbench

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"reckon/outlook"
	"reckon/runfile"
	"reckon/sim"
)

// RowFiles are the files that hold every run: one row a run, one row a run and step.
// The ending says the format, .csv or .parquet; "" is no file.
type RowFiles struct {
	Runs, Paths string
	Force       bool // replace files that are there
}

// Any reports whether any file is asked for.
func (f RowFiles) Any() bool { return f.Runs != "" || f.Paths != "" }

// RunToFiles runs as Run does and writes every run to files as it comes, so that
// memory does not grow with their number. When the disk fills up, the runs end: the
// files are whole up to the last whole run, and Stopped says so.
func (b *Bench) RunToFiles(ctx context.Context, set RunSettings, files RowFiles) (*Ran, error) {
	e, err := b.ensemble(set)
	if err != nil {
		return nil, err
	}
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	rows, err := openRows(b, e, files)
	if err != nil {
		return nil, err
	}
	job := set.job()
	job.Each = func(reading int, p *sim.Path) {
		if err := rows.write(e.Readings[reading].Name, p); err != nil {
			stop(err)
		}
	}
	tallies, stopped := e.Tallies(ctx, job)
	if cause := context.Cause(ctx); stopped != nil && cause != nil {
		stopped = cause
	}
	if err := rows.close(); stopped == nil {
		stopped = err
	}
	return b.ran(e, tallies, set, stopped)
}

// rows are open files of runs.
type rows struct {
	files   []*os.File
	writers []*runfile.Writer
	failed  error
}

// openRows begins the files.
func openRows(b *Bench, e *outlook.Ensemble, files RowFiles) (*rows, error) {
	r := &rows{}
	for _, one := range []struct {
		name  string
		table runfile.Table
	}{{files.Runs, runfile.Runs}, {files.Paths, runfile.Paths}} {
		if one.name == "" {
			continue
		}
		how := os.O_CREATE | os.O_WRONLY | os.O_TRUNC
		if !files.Force {
			how |= os.O_EXCL
		}
		f, err := os.OpenFile(one.name, how, 0o644)
		switch {
		case errors.Is(err, fs.ErrExist):
			return nil, fmt.Errorf("%s exists; choose another name, or use --force to replace it", one.name)
		case err != nil:
			return nil, writeError(one.name, err)
		}
		w, err := runfile.New(f, one.name, one.table, b.Case, e.Models()[0].Inputs())
		if err != nil {
			_ = f.Close() // the first error is the one to report
			_ = os.Remove(one.name)
			return nil, err
		}
		r.files, r.writers = append(r.files, f), append(r.writers, w)
	}
	return r, nil
}

// write adds a run to every file; the first error is returned from then on.
func (r *rows) write(reading string, p *sim.Path) error {
	for _, w := range r.writers {
		if r.failed == nil {
			r.failed = w.Write(reading, p)
		}
	}
	return r.failed
}

// close ends the files.
func (r *rows) close() error {
	err := r.failed
	for k, w := range r.writers {
		for _, end := range []func() error{w.Close, r.files[k].Close} {
			if bad := end(); err == nil {
				err = bad
			}
		}
	}
	return err
}
