//go:build unix

package pgtest

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"

	"github.com/jackc/pgx/v5"
)

// cluster is a server on a socket in its own folder.
type cluster struct {
	dir, bin string
	as       *syscall.Credential // nil: whoever runs the tests
}

var (
	once    sync.Once
	running *cluster
	absence string // why there is none
	bases   atomic.Int32
)

// Database makes an empty database and returns its address, or skips the test.
// Stop must be called when all tests have run.
func Database(tb testing.TB) string {
	tb.Helper()
	once.Do(func() { running, absence = start(tb) })
	if running == nil {
		tb.Skip(absence)
	}
	name := fmt.Sprintf("test%d", bases.Add(1))
	conn, err := pgx.Connect(tb.Context(), running.url("postgres"))
	if err != nil {
		tb.Fatal(err)
	}
	defer func() { _ = conn.Close(context.Background()) }()
	if _, err := conn.Exec(tb.Context(), "CREATE DATABASE "+name); err != nil {
		tb.Fatal(err)
	}
	return running.url(name)
}

// Stop ends the server, if one was started, and removes its folder.
func Stop() {
	if running == nil {
		return
	}
	stop := exec.Command(filepath.Join(running.bin, "pg_ctl"), "-D", running.dir+"/data", "-m", "immediate", "stop")
	stop.Dir = running.dir
	stop.SysProcAttr = &syscall.SysProcAttr{Credential: running.as}
	_ = stop.Run()
	_ = os.RemoveAll(running.dir)
}

func start(tb testing.TB) (*cluster, string) {
	tb.Helper()
	servers, _ := filepath.Glob("/usr/lib/postgresql/*/bin/initdb")
	if len(servers) == 0 {
		return nil, "no PostgreSQL under /usr/lib/postgresql: install Debian's package postgresql to run this test"
	}
	slices.Sort(servers)
	c := &cluster{bin: filepath.Dir(servers[len(servers)-1])}
	var err error
	if c.dir, err = os.MkdirTemp("", "pgtest"); err != nil { //nolint:usetesting // tb.TempDir is closed to the user that the server runs as
		tb.Fatal(err)
	}
	if c.as, err = serverUser(); err != nil {
		return nil, err.Error()
	}
	if c.as != nil {
		if err := os.Chown(c.dir, int(c.as.Uid), int(c.as.Gid)); err != nil {
			tb.Fatal(err)
		}
	}
	c.run(tb, "initdb", "-D", c.dir+"/data", "-A", "trust", "-N", "-U", "postgres", "-E", "UTF8", "--locale", "C")
	c.run(tb, "pg_ctl", "-D", c.dir+"/data", "-w", "-l", c.dir+"/log", "-o",
		fmt.Sprintf("-k %s -c listen_addresses='' -c fsync=off -c full_page_writes=off -c synchronous_commit=off -c max_connections=200", c.dir), "start")
	return c, ""
}

// serverUser returns whom the server runs as: it refuses to be root.
func serverUser() (*syscall.Credential, error) {
	if os.Getuid() != 0 {
		return nil, nil
	}
	for _, name := range []string{"postgres", "nobody"} {
		if u, err := user.Lookup(name); err == nil {
			uid, _ := strconv.Atoi(u.Uid)
			gid, _ := strconv.Atoi(u.Gid)
			return &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}, nil
		}
	}
	return nil, fmt.Errorf("PostgreSQL does not run as root, and there is no user postgres or nobody")
}

func (c *cluster) run(tb testing.TB, program string, args ...string) {
	tb.Helper()
	run := exec.Command(filepath.Join(c.bin, program), args...)
	run.Dir = c.dir
	run.SysProcAttr = &syscall.SysProcAttr{Credential: c.as}
	run.Env = append(os.Environ(), "LC_ALL=C", "TZ=UTC")
	printed, err := os.Create(filepath.Join(c.dir, program+".out")) // a pipe would stay open in the server
	if err != nil {
		tb.Fatal(err)
	}
	defer func() { _ = printed.Close() }()
	run.Stdout, run.Stderr = printed, printed
	if err := run.Run(); err != nil {
		said, _ := os.ReadFile(printed.Name())
		logged, _ := os.ReadFile(filepath.Join(c.dir, "log"))
		tb.Fatalf("%s: %v\n%s%s", program, err, said, logged)
	}
}

func (c *cluster) url(base string) string {
	return fmt.Sprintf("postgres:///%s?host=%s&user=postgres", base, strings.ReplaceAll(c.dir, " ", "%20"))
}
