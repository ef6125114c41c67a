package workbench

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"

	"reckon/disk"
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
	rows, err := openRows(b, e, files)
	if err != nil {
		return nil, err
	}
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
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
	ran, err := b.ran(e, tallies, set, stopped)
	if err != nil && rows.empty() {
		rows.remove()
	}
	return ran, err
}

// rows are open files of runs.
type rows struct {
	files   []*os.File
	writers []*runfile.Writer
	failed  error
}

// rowFile is one file to be.
type rowFile struct {
	name  string
	table runfile.Table
}

// openRows begins the files. None is touched before all names are known to be good.
func openRows(b *Bench, e *outlook.Ensemble, files RowFiles) (*rows, error) {
	if files.Runs == files.Paths {
		return nil, fmt.Errorf("%s cannot hold rows of runs and of steps at once; name two files", files.Runs)
	}
	tables := slices.DeleteFunc([]rowFile{{files.Runs, runfile.Runs}, {files.Paths, runfile.Paths}}, func(t rowFile) bool { return t.name == "" })
	inputs := e.Models()[0].Inputs()
	for _, t := range tables {
		if _, err := runfile.New(io.Discard, t.name, t.table, b.Case, inputs); err != nil {
			return nil, err
		}
	}
	r := &rows{}
	for _, t := range tables {
		if err := r.open(t.name, files.Force); err != nil {
			r.remove()
			return nil, err
		}
		w, err := runfile.New(r.files[len(r.files)-1], t.name, t.table, b.Case, inputs)
		if err != nil {
			r.remove()
			return nil, err
		}
		r.writers = append(r.writers, w)
	}
	return r, nil
}

// open makes one file.
func (r *rows) open(name string, force bool) error {
	how := os.O_CREATE | os.O_WRONLY | os.O_TRUNC
	if !force {
		how |= os.O_EXCL
	}
	f, err := os.OpenFile(name, how, 0o644)
	switch {
	case errors.Is(err, fs.ErrExist):
		return fmt.Errorf("%s exists; choose another name, or use --force to replace it", name)
	case err != nil:
		return disk.Unwritten(name, err)
	}
	r.files = append(r.files, f)
	return nil
}

// empty reports whether no run is in any file.
func (r *rows) empty() bool {
	return !slices.ContainsFunc(r.writers, func(w *runfile.Writer) bool { return w.Whole() > 0 })
}

// remove takes the files away again. What led to it is the error to report.
func (r *rows) remove() {
	for _, f := range r.files {
		_ = f.Close()
		_ = os.Remove(f.Name())
	}
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
