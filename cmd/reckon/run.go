package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"reckon"
	"reckon/sim"
	"reckon/workbench"
)

// running is what the flags of run, whatif and why say about the runs.
type running struct {
	set         workbench.RunSettings
	from, until string
	progress    bool
}

// flags adds the flags that all verbs with runs share.
func (r *running) flags(f *pflag.FlagSet, runs int) {
	f.IntVarP(&r.set.Runs, "runs", "n", runs, "runs of each reading")
	f.Uint64Var(&r.set.Seed, "seed", 1, "the same `seed` gives the same numbers")
	f.StringVar(&r.set.Reading, "reading", "", "only this `reading`; else all, pooled by weight")
	f.StringVar(&r.from, "from", "", "the `day` to start from; else the as-of date")
	f.StringVar(&r.until, "until", "", "the `day` to end on; else the end of the clock")
	f.StringSliceVar(&r.set.Changes.Scenarios, "scenario", nil, "a `name`; several hold together")
	f.StringArrayVar(&r.set.Changes.Set, "set", nil, "a measure or parameter: `price=40`, price=30..50")
	f.StringArrayVar(&r.set.Changes.Hold, "hold", nil, "hold an `option` on or off: +leader.talk, -street.rise")
	f.StringArrayVar(&r.set.Changes.Without, "without", nil, "a `part` left out: memory, learning, noise, shocks …")
	f.IntVar(&r.set.Workers, "jobs", 0, "how many runs at once; else one a processor")
	f.BoolVar(&r.progress, "progress", false, "report progress even when not on a terminal")
}

// settle reads the flags that are words and numbers.
func (r *running) settle(d *desk, verb string) error {
	if r.set.Runs < 1 || r.set.Runs > sim.MaxRun {
		return fmt.Errorf("--runs wants a number from 1 to %d, not %d", int64(sim.MaxRun), r.set.Runs)
	}
	if r.set.Workers < 0 {
		return fmt.Errorf("--jobs wants a number of at least 1, or 0 for one a processor, not %d", r.set.Workers)
	}
	for _, day := range []struct {
		flag, text string
		to         *reckon.Date
	}{{"from", r.from, &r.set.From}, {"until", r.until, &r.set.Until}} {
		if day.text == "" {
			continue
		}
		var err error
		if *day.to, err = reckon.ParseDate(day.text); err != nil {
			return fmt.Errorf("--%s wants a day such as 2025-06-01, not %q", day.flag, day.text)
		}
	}
	if d.errTTY || r.progress {
		r.set.Progress = d.progress(verb, time.Now())
	}
	return nil
}

// interruptible returns a context that ends at the first Ctrl-C; a second one ends
// the program.
func interruptible() (context.Context, context.CancelFunc) {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop)
	return ctx, stop
}

// runFiles are the files that run writes besides its answer.
type runFiles struct {
	shard, out, runs, paths, workers string
	force                            bool
}

func runVerb() verb {
	var r running
	var files runFiles
	return verb{
		use:   "run CASE",
		short: "Run the case forward, many times, and answer its questions",
		long: `Runs each reading of the case forward from its as-of date: actors decide by
their minds, learn from each other, measures move, shocks come. Of many runs it
tells how often each question is answered yes, beside what each reading says on
its own and how often the like has happened before.

Readings are pooled by their weights from the trial; no run mixes two. The
standard error is that of the number of runs alone. The same case, seed and
version give the same numbers on any number of processors.

Ctrl-C stops and shows what is done so far, with exit code 1. With --out it is
kept, and the same command continues.`,
		example: `  reckon run cases/supreme-leader -n 10000
  reckon run cases/supreme-leader --reading third-path --seed 7 --json
  reckon run cases/supreme-leader --set inflation=80 --without memory
  reckon run cases/supreme-leader --paths-file paths.parquet
  reckon run cases/supreme-leader -n 1000000 --shard 2/8 --out part2.shard`,
		args: cobra.ExactArgs(1),
		flags: func(f *pflag.FlagSet) {
			r.flags(f, 2000)
			f.StringVar(&files.shard, "shard", "", "only this `part` of the runs, as 2/8, with --out")
			f.StringVarP(&files.out, "out", "o", "", "keep what is tallied in this `file`, and continue it")
			f.StringVar(&files.runs, "runs-file", "", "a `file` with a row a run: .csv or .parquet")
			f.StringVar(&files.paths, "paths-file", "", "a `file` with a row a run and step: .csv or .parquet")
			f.StringVar(&files.workers, "workers", "", "a `database` whose workers make the runs: postgres://…")
			f.BoolVar(&files.force, "force", false, "replace files of rows that are there")
		},
		offers: runOffers,
		run:    func(d *desk, args []string) error { return forward(d, args[0], r, files) },
	}
}

// runOffers completes the names of readings and scenarios.
func runOffers(d *desk) map[string]func([]string) []string {
	offers := solveOffers(d)
	return map[string]func([]string) []string{"reading": offers["reading"], "scenario": func(args []string) []string {
		var names []string
		if len(args) > 0 {
			if b, err := workbench.Open(args[0]); err == nil {
				for _, s := range b.Case.Scenarios {
					names = append(names, s.Name)
				}
			}
		}
		return names
	}}
}

func forward(d *desk, path string, r running, files runFiles) error {
	if err := r.settle(d, "run"); err != nil {
		return err
	}
	b, err := d.open(path)
	if err != nil {
		return err
	}
	ctx, stop := interruptible()
	defer stop()
	ran, err := files.make(ctx, d, b, r.set)
	if err != nil {
		return d.failed(b, err)
	}
	if d.json {
		return cmp.Or(d.encode(ran), unfinished(ran))
	}
	outlookText(d, b, ran)
	onward(d, b, ran)
	d.caveat(b)
	return unfinished(ran)
}

// unfinished ends a verb with findings where fewer runs were made than asked for: what
// is done is printed, and says why.
func unfinished(ran *workbench.Ran) error {
	if ran.Stopped != "" {
		return errFindings
	}
	return nil
}

// make makes the runs where the flags say.
func (f runFiles) make(ctx context.Context, d *desk, b *workbench.Bench, set workbench.RunSettings) (*workbench.Ran, error) {
	rows := workbench.RowFiles{Runs: f.runs, Paths: f.paths, Force: f.force}
	switch {
	case f.workers != "" && (f.out != "" || f.shard != "" || rows.Any()):
		return nil, errors.New("--workers makes all runs elsewhere; it does not go with --shard, --out or files of rows")
	case f.workers != "":
		return b.RunByWorkers(ctx, set, f.workers, version, d.remark("run"))
	case rows.Any() && (f.out != "" || f.shard != ""):
		return nil, errors.New("files of rows are written whole; they do not go with --shard or --out")
	case rows.Any():
		return b.RunToFiles(ctx, set, rows)
	case f.shard != "" && f.out == "":
		return nil, errors.New("a shard is kept in a file: name it with --out")
	case f.out != "":
		part := workbench.Shard{I: 1, N: 1}
		if f.shard != "" {
			var err error
			if part, err = workbench.ParseShard(f.shard); err != nil {
				return nil, err
			}
		}
		return b.RunShard(ctx, set, part, f.out, version)
	}
	return b.Run(ctx, set)
}

func mergeVerb() verb {
	return verb{
		use:     "merge FILE…",
		short:   "Join the parts of an ensemble that run --shard wrote",
		long:    "Joins the parts of an ensemble, in any order, into what one run of all would\nhave given, byte for byte. The files hold the case and the settings.",
		example: "  reckon merge part1.shard part2.shard\n  reckon merge parts/*.shard --json",
		args:    cobra.MinimumNArgs(1),
		run: func(d *desk, args []string) error {
			b, ran, err := workbench.Merge(args, version)
			if err != nil {
				return err
			}
			if d.json {
				return cmp.Or(d.encode(ran), unfinished(ran))
			}
			outlookText(d, b, ran)
			if k := b.Check(); k.Warnings > 0 {
				d.print("")
				d.say("", fmt.Sprintf("The case of these runs has %s.", count(k.Warnings, "warning")))
			}
			return unfinished(ran)
		},
	}
}
