package workbench

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"path/filepath"
	"sync"

	"reckon/fleet"
	"reckon/outlook"
)

// perShard is how many runs of each reading a worker takes at a time: seconds of
// work, so that little is lost with a worker and a bar moves.
const perShard = 64 * blockRuns

// mostShards bounds the jobs of one ensemble; beyond it they get longer.
const mostShards = 4096

// RunByWorkers lets the workers of a database make the runs and merges what they
// give back: byte for byte what Run gives. When ctx ends the workers go on, and the
// same call later collects what they have done.
func (b *Bench) RunByWorkers(ctx context.Context, set RunSettings, url, version string, report func(string)) (*Ran, error) {
	e, err := b.ensemble(set) // what cannot run is said here, not by every worker
	if err != nil {
		return nil, err
	}
	n := min((set.Runs+perShard-1)/perShard, mostShards)
	whole := &shard{order: order{Version: version, Name: filepath.Base(b.Path), Settings: set}, texts: b.Texts}
	var jobs [][]byte
	for i := 1; i <= n; i++ {
		part := *whole
		part.From, part.To = split(set.Runs, i, n)
		var job bytes.Buffer
		if err := part.write(&job); err != nil {
			return nil, err
		}
		jobs = append(jobs, job.Bytes())
	}
	sum := sha256.New()
	for _, job := range jobs {
		sum.Write(job)
	}
	batch := hex.EncodeToString(sum.Sum(nil)[:16])
	to := fleet.Settings{URL: url, Version: version, Report: report}
	if err := fleet.Enqueue(ctx, to, batch, jobs); err != nil {
		return nil, err
	}
	var progress func(done, total int)
	if set.Progress != nil {
		progress = func(done, total int) { set.Progress("shards", done, total) }
	}
	var all shard
	var damaged error
	stopped := fleet.Collect(ctx, to, batch, progress, func(k int, result []byte) error {
		damaged = all.join(k, result)
		return damaged
	})
	if damaged != nil {
		return nil, damaged
	}
	ran, err := b.ran(e, all.tallies, set, stopped)
	if err == nil && stopped == nil {
		err = fleet.Forget(ctx, to, batch)
	}
	return ran, err
}

// join adds the k-th result, counted from 0.
func (s *shard) join(k int, result []byte) error {
	part, err := readShard(result)
	if err == nil {
		err = s.add(part.tallies)
	}
	if err != nil {
		return fmt.Errorf("shard %d: %w", k+1, err)
	}
	return nil
}

// Worker makes shards that RunByWorkers put into a database, until ctx ends.
func Worker(ctx context.Context, url, version string, slots int, report func(string)) error {
	w := &worker{}
	return fleet.Work(ctx, fleet.Settings{URL: url, Version: version, Slots: slots, Report: report}, w.make)
}

// worker keeps the case that it last compiled: the shards of one batch share it.
type worker struct {
	mu    sync.Mutex
	whole *shard
	e     *outlook.Ensemble
}

// make runs one shard.
func (w *worker) make(ctx context.Context, job []byte) ([]byte, error) {
	s, err := readShard(job)
	if err != nil {
		return nil, fleet.Permanent(err)
	}
	e, err := w.ensemble(s)
	if err != nil {
		return nil, fleet.Permanent(err)
	}
	if err := s.run(ctx, e, s.Settings, func() error { return nil }); err != nil {
		if ctx.Err() == nil {
			err = fleet.Permanent(err) // the same runs would fail again
		}
		return nil, err
	}
	var done bytes.Buffer
	err = s.write(&done)
	return done.Bytes(), err
}

// ensemble compiles the case of a shard, or finds it compiled.
func (w *worker) ensemble(s *shard) (*outlook.Ensemble, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.whole != nil && w.whole.alike(s) {
		return w.e, nil
	}
	b := &Bench{Path: s.Name, Folder: true, Texts: s.texts}
	b.load()
	if !b.Fit() {
		return nil, fmt.Errorf("the case of the shard has errors")
	}
	e, err := b.ensemble(s.Settings)
	if err == nil {
		w.whole, w.e = s, e
	}
	return e, err
}
