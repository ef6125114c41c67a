package workbench

import (
	"archive/zip"
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"reckon/disk"
	"reckon/lang"
	"reckon/outlook"
	"reckon/sim"
)

// A shard is a part of an ensemble in one file: the case, what was asked and what
// was tallied. It needs nothing else to be made, continued or merged, and the same
// part gives the same bytes. The file is a zip archive of order.json, the texts of
// the case under case/ and, once there are runs, a tally a reading.
type shard struct {
	order
	texts   lang.Files
	tallies []*sim.Tally // nil before any run
}

// order is what a shard asks for.
type order struct {
	Version  string      `json:"version"` // of the program: another may count otherwise
	Name     string      `json:"name"`    // of the file or folder, for messages
	Settings RunSettings `json:"settings"`
	From     int         `json:"from"` // run numbers, From included and To not
	To       int         `json:"to"`
}

// blockRuns is the number of runs that are made together; shards are whole blocks.
const blockRuns = 256

// split returns the run numbers of the i-th of n shards of so many runs.
func split(runs, i, n int) (from, to int) {
	blocks := (runs + blockRuns - 1) / blockRuns
	at := func(i int) int { return min(blocks*i/n*blockRuns, runs) }
	return at(i - 1), at(i)
}

// Shard names the i-th of n parts of an ensemble, counted from 1.
type Shard struct{ I, N int }

// ParseShard reads "2/8".
func ParseShard(text string) (Shard, error) {
	a, b, _ := strings.Cut(text, "/")
	i, bad := strconv.Atoi(a)
	n, worse := strconv.Atoi(b)
	if bad != nil || worse != nil || i < 1 || i > n {
		return Shard{}, fmt.Errorf("%q: write which shard and of how many, counted from 1: 2/8", text)
	}
	return Shard{i, n}, nil
}

// RunShard makes a part of the runs into a file, or continues the part that the file
// holds. What is done so far is in the file at any time: it is written anew after
// every stretch of runs. version is that of the program.
func (b *Bench) RunShard(ctx context.Context, set RunSettings, part Shard, file, version string) (*Ran, error) {
	if most := (set.Runs + blockRuns - 1) / blockRuns; part.N > most {
		return nil, fmt.Errorf("%d runs are %s of %d, so they cannot be cut into %d shards; take at most %d", set.Runs, many(most, "block"), blockRuns, part.N, most)
	}
	s := &shard{order: order{Version: version, Name: filepath.Base(b.Path), Settings: set}, texts: b.Texts}
	s.From, s.To = split(set.Runs, part.I, part.N)
	if err := s.resume(file); err != nil {
		return nil, err
	}
	e, err := b.ensemble(set)
	if err != nil {
		return nil, err
	}
	stopped := s.run(ctx, e, set, func() error {
		err := disk.Replace(file, 0o644, s.write)
		if errors.Is(err, disk.ErrStopped) { // what ends the runs must not lose them
			err = disk.Replace(file, 0o644, s.write)
		}
		return err
	})
	ran, err := b.ran(e, s.tallies, set, stopped)
	if err == nil && part.N > 1 {
		ran.Part = fmt.Sprintf("shard %d of %d", part.I, part.N)
	}
	return ran, err
}

// resume takes over the tallies of a file of the same shard; there may be none yet.
func (s *shard) resume(file string) error {
	is, err := os.Stat(file)
	switch {
	case errors.Is(err, os.ErrNotExist):
		return nil
	case err != nil:
		return disk.Unread(file, err)
	case !is.Mode().IsRegular():
		return fmt.Errorf("%s is not a file that can be kept and continued; name another with --out", file)
	}
	text, err := os.ReadFile(file)
	if err != nil {
		return disk.Unread(file, err)
	}
	had, err := readShard(text)
	if err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	if !had.continues(s) {
		return fmt.Errorf("%s holds runs of another case, other settings or another part; name another file, or remove it", file)
	}
	s.tallies = had.tallies
	return nil
}

// continues reports whether two shards are parts of the same, of the same runs.
func (s *shard) continues(o *shard) bool {
	return s.alike(o) && s.From == o.From && s.To == o.To
}

// alike reports whether two shards are parts of one ensemble.
func (s *shard) alike(o *shard) bool {
	return s.Version == o.Version && bytes.Equal(encoded(s.Settings), encoded(o.Settings)) &&
		slices.EqualFunc(s.names(), o.names(), func(a, b string) bool { return a == b && bytes.Equal(s.texts[a], o.texts[b]) })
}

func (s *shard) names() []string {
	names := make([]string, 0, len(s.texts))
	for name := range s.texts {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

func encoded(v any) []byte {
	text, err := json.Marshal(v)
	if err != nil {
		panic("workbench: " + err.Error()) // plain data
	}
	return text
}

// run makes what is left of the shard, in stretches; keep is called after each.
func (s *shard) run(ctx context.Context, e *outlook.Ensemble, set RunSettings, keep func() error) error {
	job := set.job()
	done := s.From
	if s.tallies != nil {
		done = s.From + s.tallies[0].Runs()
	}
	for from := done; from < s.To; {
		to := min(from+stretchRuns, s.To)
		job.From, job.To = from, to
		if set.Progress != nil {
			job.Progress = func(n, _ int) {
				set.Progress("runs", (from-s.From)*len(e.Readings)+n, (s.To-s.From)*len(e.Readings))
			}
		}
		made, stopped := e.Tallies(ctx, job)
		if err := s.add(made); err != nil {
			return err
		}
		if s.tallies == nil {
			return stopped
		}
		if err := keep(); err != nil {
			return err
		}
		if stopped != nil {
			return stopped
		}
		from = to
	}
	return nil
}

// stretchRuns is after how many runs of each reading a shard is written anew.
const stretchRuns = 1 << 16

// add merges tallies, all of them or none.
func (s *shard) add(made []*sim.Tally) error {
	if slices.Contains(made, nil) {
		return nil
	}
	if s.tallies == nil {
		s.tallies = made
		return nil
	}
	for i, t := range made {
		if err := s.tallies[i].Merge(t); err != nil {
			return err
		}
	}
	return nil
}

// write writes the shard as a file.
func (s *shard) write(w io.Writer) error {
	z := zip.NewWriter(w)
	put := func(name string, text []byte) error {
		f, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate})
		if err == nil {
			_, err = f.Write(text)
		}
		return err
	}
	if err := put("order.json", encoded(s.order)); err != nil {
		return err
	}
	for _, name := range s.names() {
		if err := put("case/"+name, s.texts[name]); err != nil {
			return err
		}
	}
	for i, t := range s.tallies {
		text, err := t.MarshalBinary()
		if err == nil {
			err = put(fmt.Sprintf("tally-%03d", i), text)
		}
		if err != nil {
			return err
		}
	}
	return z.Close()
}

// mostShardBytes bounds what a shard may hold once unpacked.
const mostShardBytes = 2 << 30

// readShard reads what write wrote.
func readShard(text []byte) (*shard, error) {
	damaged := errors.New("this is not a file of runs that reckon wrote, or it is damaged")
	z, err := zip.NewReader(bytes.NewReader(text), int64(len(text)))
	if err != nil {
		return nil, damaged
	}
	s := &shard{texts: lang.Files{}}
	room := int64(mostShardBytes)
	for _, f := range z.File {
		content, err := unpacked(f, room)
		if err != nil {
			return nil, damaged
		}
		room -= int64(len(content))
		name, isText := strings.CutPrefix(f.Name, "case/")
		switch {
		case f.Name == "order.json":
			err = json.Unmarshal(content, &s.order)
		case isText:
			s.texts[name] = content
		case strings.HasPrefix(f.Name, "tally-"):
			t := &sim.Tally{}
			err = t.UnmarshalBinary(content)
			s.tallies = append(s.tallies, t)
		}
		if err != nil {
			return nil, fmt.Errorf("%w: %w", damaged, err)
		}
	}
	if s.Version == "" || len(s.texts) == 0 {
		return nil, damaged
	}
	return s, nil
}

// unpacked reads an entry of at most so many bytes.
func unpacked(f *zip.File, most int64) ([]byte, error) {
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	content, err := io.ReadAll(io.LimitReader(r, most+1))
	if int64(len(content)) > most {
		return nil, errors.New("too large")
	}
	return content, err
}

// Merge joins shards of one ensemble, in any order, into what one run of all would
// have given; the bench is that of the case they hold.
func Merge(files []string, version string) (*Bench, *Ran, error) {
	var whole *shard
	var read []*shard
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			return nil, nil, disk.Unread(file, err)
		}
		s, err := readShard(text)
		switch {
		case err != nil:
			return nil, nil, fmt.Errorf("%s: %w", file, err)
		case s.Version != version:
			return nil, nil, fmt.Errorf("%s was made by reckon %s and this is %s; merge with the version that made the runs", file, s.Version, version)
		case s.tallies == nil:
			return nil, nil, fmt.Errorf("%s holds no runs yet; make it again with the same command to continue it", file)
		case whole != nil && !whole.alike(s):
			return nil, nil, fmt.Errorf("%s is of another case or other settings than %s", file, files[0])
		}
		whole = cmp.Or(whole, s)
		read = append(read, s)
	}
	slices.SortStableFunc(read, func(a, b *shard) int { return cmp.Compare(a.From, b.From) })
	b := &Bench{Path: whole.Name, Folder: true, Texts: whole.texts}
	if b.load(); !b.Fit() {
		return nil, nil, fmt.Errorf("the case in %s has errors, so no reckon made its runs", files[0])
	}
	ran, err := b.merged(read)
	return b, ran, err
}

// merged pools shards in the order of their runs.
func (b *Bench) merged(shards []*shard) (*Ran, error) {
	set := shards[0].Settings
	e, err := b.ensemble(set)
	if err != nil {
		return nil, err
	}
	sum := &shard{}
	for _, s := range shards {
		if err := sum.add(s.tallies); err != nil {
			return nil, err
		}
	}
	ran, err := b.ran(e, sum.tallies, set, nil)
	if err == nil && ran.Runs < ran.Asked {
		ran.Stopped = fmt.Sprintf("shards for %d of the runs are missing or were not finished", ran.Asked-ran.Runs)
	}
	return ran, err
}
