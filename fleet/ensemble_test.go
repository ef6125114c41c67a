//go:build unix

package fleet_test

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"reckon/fleet"
	"reckon/workbench"
)

const version = "of the test"

func TestMain(m *testing.M) {
	if url := os.Getenv("FLEET_TEST_WORKER"); url != "" {
		os.Exit(fleet.WorkerProcess(url))
	}
	if url := os.Getenv("FLEET_TEST_ENSEMBLE"); url != "" {
		os.Exit(ensembleProcess(url))
	}
	code := m.Run()
	fleet.StopServer()
	os.Exit(code)
}

// ensembleProcess is reckon worker.
func ensembleProcess(url string) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := workbench.Worker(ctx, url, version, 1, func(string) {}); err != nil {
		fmt.Println(err)
		return 1
	}
	return 0
}

func startProcess(t *testing.T, url string) *exec.Cmd {
	t.Helper()
	w := exec.Command(os.Args[0])
	w.Env = append(os.Environ(), "FLEET_TEST_ENSEMBLE="+url)
	w.Stderr = os.Stderr
	if err := w.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = w.Process.Kill() // it may have been stopped, and would not hear an interrupt
		_ = w.Wait()
	})
	return w
}

// TestEnsembleWithAWorkerKilled makes an ensemble with three worker processes, one of
// which is killed in the middle of a shard: the answer is that of one process, byte
// for byte.
func TestEnsembleWithAWorkerKilled(t *testing.T) {
	url := fleet.EmptyBase(t)
	// The tables are made first: a process that is stopped while it makes them would
	// keep everybody waiting.
	if err := fleet.Forget(t.Context(), fleet.Settings{URL: url, Version: version}, "none"); err != nil {
		t.Fatal(err)
	}
	dir := filepath.Join(t.TempDir(), "strait")
	if _, err := workbench.Init(dir, workbench.Templates()[0]); err != nil {
		t.Fatal(err)
	}
	b, err := workbench.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	set := workbench.RunSettings{Runs: 100_000, Seed: 3}
	var got *workbench.Ran
	var wrong error
	var asking sync.WaitGroup
	asking.Go(func() {
		got, wrong = b.RunByWorkers(t.Context(), set, url, version, func(text string) { t.Log(text) })
	})
	killInHand(t, url, startProcess(t, url))
	startProcess(t, url)
	startProcess(t, url)
	want, err := b.Run(t.Context(), set)
	if err != nil {
		t.Fatal(err)
	}
	if asking.Wait(); wrong != nil {
		t.Fatal(wrong)
	}
	if one, many := encoded(t, want), encoded(t, got); one != many {
		t.Errorf("one process says\n%s\nand workers say\n%s", one, many)
	}
}

// killInHand stops the only worker until it is seen to have a shard in hand, kills it,
// and makes it look as if the half minute had passed after which it is taken for lost.
func killInHand(t *testing.T, url string, victim *exec.Cmd) {
	t.Helper()
	limit := time.Now().Add(time.Minute)
	for inHand := 0; inHand == 0; {
		if time.Now().After(limit) {
			t.Fatal("the worker took no shard")
		}
		time.Sleep(20 * time.Millisecond)
		_ = victim.Process.Signal(syscall.SIGSTOP)
		if inHand = running(t, url); inHand == 0 {
			_ = victim.Process.Signal(syscall.SIGCONT)
		}
	}
	_ = victim.Process.Kill()
	conn, err := pgx.Connect(t.Context(), url)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = conn.Close(context.Background()) }()
	tag, err := conn.Exec(t.Context(), `UPDATE reckon.river_job SET attempted_at = now() - interval '1 minute' WHERE state = 'running'`)
	if err != nil || tag.RowsAffected() != 1 {
		t.Fatalf("%s, %v", tag, err)
	}
}

// running counts the shards in hand.
func running(t *testing.T, url string) (n int) {
	t.Helper()
	conn, err := pgx.Connect(t.Context(), url)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = conn.Close(context.Background()) }()
	if err := conn.QueryRow(t.Context(), `SELECT count(*) FROM reckon.river_job WHERE state = 'running'`).Scan(&n); err != nil {
		t.Fatal(err)
	}
	return n
}

func encoded(t *testing.T, v any) string {
	t.Helper()
	text, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
