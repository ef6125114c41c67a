//go:build unix

package fleet

import (
	"bufio"
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
)

// compute is what the jobs of the tests do: a pure function that takes a while.
func compute(_ context.Context, job []byte) ([]byte, error) {
	sum := sha256.Sum256(job)
	for range 20000 {
		sum = sha256.Sum256(sum[:])
	}
	return append(sum[:], job...), nil
}

func someJobs(n int) [][]byte {
	jobs := make([][]byte, n)
	for k := range jobs {
		jobs[k] = binary.LittleEndian.AppendUint64([]byte("part "), uint64(k))
	}
	return jobs
}

// local is the loop that a fleet must equal byte for byte.
func local(t *testing.T, jobs [][]byte) [][]byte {
	t.Helper()
	results := make([][]byte, len(jobs))
	for k := range jobs {
		results[k], _ = compute(t.Context(), jobs[k])
	}
	return results
}

func equal(t *testing.T, got, want [][]byte) {
	t.Helper()
	if !slices.EqualFunc(got, want, bytes.Equal) {
		t.Fatalf("%d results differ from the %d of the local loop", len(got), len(want))
	}
}

// collect is Collect with the results by index, nil where there is none.
func collect(ctx context.Context, s Settings, jobs int, progress func(done, total int)) ([][]byte, error) {
	results, last := make([][]byte, jobs), -1
	err := Collect(ctx, s, "b", progress, func(index int, result []byte) error {
		if index <= last {
			return fmt.Errorf("result %d comes after %d", index, last)
		}
		results[index], last = result, index
		return nil
	})
	return results, err
}

// workerProcess is what a test binary does that was started as a worker. It says on
// its output when it has a job in hand; told to hang, it then keeps it for ever, its
// lease alive.
func workerProcess(url string) int {
	s := Settings{
		URL: url, Version: "1.2.3", Beat: 100 * time.Millisecond, Lost: 2 * time.Second,
		Report: func(text string) { fmt.Println("report:", text) },
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	err := Work(ctx, s, func(ctx context.Context, job []byte) ([]byte, error) {
		fmt.Println("in hand")
		if os.Getenv("FLEET_TEST_HANG") != "" {
			select {}
		}
		return compute(ctx, job)
	})
	if err != nil {
		fmt.Println(err)
		return 1
	}
	return 0
}

// spawn starts a worker process; lines gets what it prints.
func spawn(t *testing.T, url string, lines chan<- string, env ...string) *exec.Cmd {
	t.Helper()
	w := exec.Command(os.Args[0])
	w.Env = append(append(os.Environ(), "FLEET_TEST_WORKER="+url), env...)
	w.Stderr = os.Stderr
	out, err := w.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := w.Start(); err != nil {
		t.Fatal(err)
	}
	var reading sync.WaitGroup
	reading.Go(func() {
		for all := bufio.NewScanner(out); all.Scan(); {
			lines <- all.Text()
		}
	})
	t.Cleanup(func() {
		_ = w.Process.Signal(os.Interrupt)
		reading.Wait()
		_ = w.Wait()
	})
	return w
}

// TestWorkerKilled: three worker processes, one of which is killed with a job in
// hand; the results are those of the local loop.
func TestWorkerKilled(t *testing.T) {
	url := base(t)
	s := settings(t, url)
	jobs := someJobs(40)
	if err := Enqueue(t.Context(), s, "b", jobs); err != nil {
		t.Fatal(err)
	}
	lines := make(chan string, 1000)
	victim := spawn(t, url, lines, "FLEET_TEST_HANG=1")
	for line := range lines {
		if line == "in hand" {
			break
		}
	}
	spawn(t, url, lines)
	spawn(t, url, lines)
	var dones []int
	killed := false
	got, err := collect(t.Context(), s, len(jobs), func(done, total int) {
		dones = append(dones, done)
		if total != 40 {
			t.Errorf("%d of %d", done, total)
		}
		if done > 0 && !killed {
			killed = true
			if err := victim.Process.Signal(syscall.SIGKILL); err != nil {
				t.Error(err)
			}
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	equal(t, got, local(t, jobs))
	if !slices.IsSorted(dones) || dones[len(dones)-1] != 40 || !killed {
		t.Errorf("progress said %v", dones)
	}
	rescued := 0
	for len(lines) > 0 {
		if line := <-lines; strings.Contains(line, "was not heard of") {
			rescued++
		}
	}
	if rescued == 0 {
		t.Error("nobody said that the job in hand was rescued")
	}
}

// inProcess works in this process until the test ends or stop is called.
func inProcess(t *testing.T, s Settings, handle func(context.Context, []byte) ([]byte, error)) (stop func()) {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	var working sync.WaitGroup
	working.Go(func() {
		if err := Work(ctx, s, handle); err != nil {
			t.Error(err)
		}
	})
	stop = func() {
		cancel()
		working.Wait()
	}
	t.Cleanup(stop)
	return stop
}

// TestStartersAtOnce: several make the tables and enqueue one batch at the same time.
func TestStartersAtOnce(t *testing.T) {
	s := settings(t, base(t))
	var starters sync.WaitGroup
	for range 6 {
		starters.Go(func() {
			if err := Enqueue(t.Context(), s, "b", someJobs(10)); err != nil {
				t.Error(err)
			}
		})
	}
	starters.Wait()
	if n := count(t, s, "SELECT count(*) FROM reckon.river_job"); n != 10 {
		t.Errorf("%d jobs are in the queue", n)
	}
}

func count(t *testing.T, s Settings, query string) (n int) {
	t.Helper()
	conn, err := pgx.Connect(t.Context(), s.URL)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = conn.Close(context.Background()) }()
	if err := conn.QueryRow(t.Context(), query).Scan(&n); err != nil {
		t.Fatal(err)
	}
	return n
}

// TestResume: collecting is broken off and the worker stopped in the middle; what is
// done stays, and running again does the rest only.
func TestResume(t *testing.T) {
	s := settings(t, base(t))
	jobs := someJobs(12)
	var calls atomic.Int32
	inHand := make(chan struct{})
	handle := func(ctx context.Context, job []byte) ([]byte, error) {
		if calls.Add(1) == 6 { // hangs until the worker is told to stop
			close(inHand)
			<-ctx.Done()
			return nil, ctx.Err()
		}
		return compute(ctx, job)
	}
	if err := Enqueue(t.Context(), s, "b", jobs); err != nil {
		t.Fatal(err)
	}
	stop := inProcess(t, s, handle)
	enough := errors.New("enough")
	ctx, cancel := context.WithCancelCause(t.Context())
	partly, err := collect(ctx, s, len(jobs), func(done, _ int) {
		if done == 5 {
			cancel(enough)
		}
	})
	if !errors.Is(err, enough) {
		t.Fatal(err)
	}
	// Five are done before the sixth is taken; stopped in between, the next worker
	// would take it for the one that hangs.
	<-inHand
	stop()
	want, kept := local(t, jobs), 0
	for k := range partly {
		if partly[k] != nil {
			kept++
			equal(t, partly[k:k+1], want[k:k+1])
		}
	}
	if kept != 5 {
		t.Errorf("%d results were kept", kept)
	}
	if err := Enqueue(t.Context(), s, "b", jobs); err != nil {
		t.Fatal(err)
	}
	inProcess(t, s, handle)
	got, err := collect(t.Context(), s, len(jobs), nil)
	if err != nil {
		t.Fatal(err)
	}
	equal(t, got, want)
	if n := calls.Load(); n != 13 { // 12, and the one given back
		t.Errorf("%d calls for 12 jobs", n)
	}
	if err := Enqueue(t.Context(), s, "b", jobs); err != nil { // all done: nothing to do
		t.Fatal(err)
	}
	if got, err = collect(t.Context(), s, len(jobs), nil); err != nil {
		t.Fatal(err)
	}
	equal(t, got, want)
	if n := count(t, s, "SELECT count(*) FROM reckon.shard WHERE job IS NOT NULL"); n != 0 {
		t.Errorf("the bytes of %d jobs are kept beside their results", n)
	}
}

// TestGivenUp: an error that another try does not mend is reported in its own words;
// running again tries again.
func TestGivenUp(t *testing.T) {
	s := settings(t, base(t))
	jobs := someJobs(3)
	var mended atomic.Bool
	inProcess(t, s, func(ctx context.Context, job []byte) ([]byte, error) {
		if !mended.Load() && bytes.Equal(job, jobs[1]) {
			return nil, Permanent(errors.New("oil: division by zero in run 256"))
		}
		return compute(ctx, job)
	})
	if err := Enqueue(t.Context(), s, "b", jobs); err != nil {
		t.Fatal(err)
	}
	_, err := collect(t.Context(), s, 4, nil)
	if err == nil || !strings.Contains(err.Error(), "job 1 was given up") || !strings.Contains(err.Error(), "oil: division by zero in run 256") {
		t.Fatalf("the error is %v", err)
	}
	mended.Store(true)
	if err := Enqueue(t.Context(), s, "b", jobs); err != nil {
		t.Fatal(err)
	}
	got, err := collect(t.Context(), s, len(jobs), nil)
	if err != nil {
		t.Fatal(err)
	}
	equal(t, got, local(t, jobs))
}

// TestTriesAgain: an error and a panic that pass are tried again, and a worker that
// takes longer than Lost is not taken for lost while it renews its lease.
func TestTriesAgain(t *testing.T) {
	s := settings(t, base(t))
	s.Slots = 3
	jobs := someJobs(3)
	var calls [3]atomic.Int32
	inProcess(t, s, func(ctx context.Context, job []byte) ([]byte, error) {
		k := slices.IndexFunc(jobs, func(j []byte) bool { return bytes.Equal(j, job) })
		first := calls[k].Add(1) == 1
		switch {
		case k == 0 && first:
			return nil, errors.New("out of memory")
		case k == 1 && first:
			panic("out of luck")
		case k == 2:
			pause(ctx, 2*s.Lost)
		}
		return compute(ctx, job)
	})
	if err := Enqueue(t.Context(), s, "b", jobs); err != nil {
		t.Fatal(err)
	}
	got, err := collect(t.Context(), s, len(jobs), nil)
	if err != nil {
		t.Fatal(err)
	}
	equal(t, got, local(t, jobs))
	for k, want := range []int32{2, 2, 1} {
		if n := calls[k].Load(); n != want {
			t.Errorf("job %d was called %d times, not %d", k, n, want)
		}
	}
}

// TestVersions: a worker of another version says so and leaves the work.
func TestVersions(t *testing.T) {
	s := settings(t, base(t))
	jobs := someJobs(2)
	if err := Enqueue(t.Context(), s, "b", jobs); err != nil {
		t.Fatal(err)
	}
	other := s
	other.Version = "2.0.0"
	said := make(chan string, 100)
	other.Report = func(text string) { said <- text }
	stop := inProcess(t, other, func(context.Context, []byte) ([]byte, error) {
		t.Error("a worker of another version took a job")
		return nil, nil
	})
	if text := <-said; !strings.Contains(text, "version 1.2.3") || !strings.Contains(text, "this worker is version 2.0.0") {
		t.Errorf("it says %q", text)
	}
	if err := Enqueue(t.Context(), other, "b", jobs); err == nil || !strings.Contains(err.Error(), "begun by version 1.2.3 and this is 2.0.0") {
		t.Errorf("enqueued under two versions: %v", err)
	}
	stop()
	inProcess(t, s, compute)
	got, err := collect(t.Context(), s, len(jobs), nil)
	if err != nil {
		t.Fatal(err)
	}
	equal(t, got, local(t, jobs))
}

// TestOtherWork: one name does not stand for two batches, until it is forgotten.
func TestOtherWork(t *testing.T) {
	s := settings(t, base(t))
	if err := Enqueue(t.Context(), s, "b", someJobs(3)); err != nil {
		t.Fatal(err)
	}
	for _, jobs := range [][][]byte{someJobs(2), someJobs(4), {[]byte("x"), []byte("y"), []byte("z")}} {
		if err := Enqueue(t.Context(), s, "b", jobs); !errors.Is(err, errOther) {
			t.Errorf("%d other jobs: %v", len(jobs), err)
		}
	}
	if err := Forget(t.Context(), s, "b"); err != nil {
		t.Fatal(err)
	}
	if _, err := collect(t.Context(), s, 4, nil); err == nil || !strings.Contains(err.Error(), "no such batch") {
		t.Errorf("a forgotten batch: %v", err)
	}
	if n := count(t, s, "SELECT count(*) FROM reckon.river_job"); n != 0 {
		t.Errorf("%d jobs of the forgotten batch are in the queue", n)
	}
	if err := Enqueue(t.Context(), s, "b", someJobs(2)); err != nil {
		t.Error(err)
	}
}

// TestDiffers: two machines that do not compute alike fail the batch.
func TestDiffers(t *testing.T) {
	s := settings(t, base(t))
	s.Slots = 2
	hands := make(chan chan []byte, 2)
	inProcess(t, s, func(context.Context, []byte) ([]byte, error) {
		hand := make(chan []byte)
		hands <- hand
		return <-hand, nil
	})
	if err := Enqueue(t.Context(), s, "b", someJobs(1)); err != nil {
		t.Fatal(err)
	}
	first := <-hands
	db, err := pgxpool.New(t.Context(), s.URL)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	// Taken for lost, as if its network had been cut: a second one gets the job too.
	if _, err := db.Exec(t.Context(), `UPDATE reckon.river_job SET state = 'available'`); err != nil {
		t.Fatal(err)
	}
	second := <-hands
	first <- []byte("one")
	second <- []byte("two")
	for err == nil {
		_, err = collect(t.Context(), s, 4, nil)
	}
	if !strings.Contains(err.Error(), "came out differently") {
		t.Errorf("the error is %v", err)
	}
}

func TestNobodyWorks(t *testing.T) {
	s := settings(t, base(t))
	said := make(chan string, 1)
	ctx, cancel := context.WithCancel(t.Context())
	s.Report = func(text string) {
		said <- text
		cancel()
	}
	if err := Enqueue(t.Context(), s, "b", someJobs(1)); err != nil {
		t.Fatal(err)
	}
	if _, err := collect(ctx, s, 4, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("collecting where nobody works: %v", err)
	}
	if text := <-said; !strings.Contains(text, "nobody is working on b: start a worker of version 1.2.3") {
		t.Errorf("it says %q", text)
	}
}

func TestBadAddress(t *testing.T) {
	for _, url := range []string{"postgres://u:secret@localhost:notaport/x", "postgres:///x?host=/nowhere&user=u&password=secret"} {
		err := Enqueue(t.Context(), Settings{URL: url, Version: "1"}, "b", nil)
		if err == nil || !strings.Contains(err.Error(), "the database") || strings.Contains(err.Error(), "secret") {
			t.Errorf("%s: %v", url, err)
		}
	}
}
