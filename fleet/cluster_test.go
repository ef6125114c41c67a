//go:build unix

package fleet

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
	"time"

	"github.com/jackc/pgx/v5"
)

// cluster is a PostgreSQL server of the tests' own, on a socket in its own folder.
type cluster struct {
	dir, bin, owner string
	as              *syscall.Credential // nil: whoever runs the tests
}

var (
	once    sync.Once
	shared  *cluster
	absence string // why there is none
	bases   atomic.Int32
)

// server starts the cluster once, or skips the test.
func server(t *testing.T) *cluster {
	t.Helper()
	t.Parallel()
	if testing.Short() {
		t.Skip("starts a PostgreSQL server and several processes; left out with -short")
	}
	once.Do(func() { shared, absence = start(t) })
	if shared == nil {
		t.Skip(absence)
	}
	return shared
}

func start(t *testing.T) (*cluster, string) {
	t.Helper()
	servers, _ := filepath.Glob("/usr/lib/postgresql/*/bin/initdb")
	if len(servers) == 0 {
		return nil, "no PostgreSQL under /usr/lib/postgresql: install Debian's package postgresql to run this test"
	}
	slices.Sort(servers)
	c := &cluster{bin: filepath.Dir(servers[len(servers)-1])}
	var err error
	if c.dir, err = os.MkdirTemp("", "fleet"); err != nil { //nolint:usetesting // t.TempDir is closed to the user that the server runs as
		t.Fatal(err)
	}
	if c.as, c.owner, err = serverUser(); err != nil {
		return nil, err.Error()
	}
	if c.as != nil {
		if err := os.Chown(c.dir, int(c.as.Uid), int(c.as.Gid)); err != nil {
			t.Fatal(err)
		}
	}
	c.run(t, "initdb", "-D", c.dir+"/data", "-A", "trust", "-N", "-U", "postgres", "-E", "UTF8", "--locale", "C")
	c.run(t, "pg_ctl", "-D", c.dir+"/data", "-w", "-l", c.dir+"/log", "-o",
		fmt.Sprintf("-k %s -c listen_addresses='' -c fsync=off -c full_page_writes=off -c synchronous_commit=off -c max_connections=200", c.dir), "start")
	return c, ""
}

// serverUser returns whom the server runs as: it refuses to be root.
func serverUser() (*syscall.Credential, string, error) {
	if os.Getuid() != 0 {
		return nil, "", nil
	}
	for _, name := range []string{"postgres", "nobody"} {
		if u, err := user.Lookup(name); err == nil {
			uid, _ := strconv.Atoi(u.Uid)
			gid, _ := strconv.Atoi(u.Gid)
			return &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}, name, nil
		}
	}
	return nil, "", fmt.Errorf("PostgreSQL does not run as root, and there is no user postgres or nobody")
}

func (c *cluster) run(t *testing.T, program string, args ...string) {
	t.Helper()
	run := exec.Command(filepath.Join(c.bin, program), args...)
	run.Dir = c.dir
	run.SysProcAttr = &syscall.SysProcAttr{Credential: c.as}
	run.Env = append(os.Environ(), "LC_ALL=C", "TZ=UTC")
	printed, err := os.Create(filepath.Join(c.dir, program+".out")) // a pipe would stay open in the server
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = printed.Close() }()
	run.Stdout, run.Stderr = printed, printed
	if err := run.Run(); err != nil {
		said, _ := os.ReadFile(printed.Name())
		logged, _ := os.ReadFile(filepath.Join(c.dir, "log"))
		t.Fatalf("%s: %v\n%s%s", program, err, said, logged)
	}
}

// base makes an empty database and returns its address.
func (c *cluster) base(t *testing.T) string {
	t.Helper()
	name := fmt.Sprintf("fleet%d", bases.Add(1))
	conn, err := pgx.Connect(t.Context(), c.url("postgres"))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = conn.Close(context.Background()) }()
	if _, err := conn.Exec(t.Context(), "CREATE DATABASE "+name); err != nil {
		t.Fatal(err)
	}
	return c.url(name)
}

func (c *cluster) url(base string) string {
	return fmt.Sprintf("postgres:///%s?host=%s&user=postgres", base, c.dir)
}

func (c *cluster) stop() {
	if c == nil {
		return
	}
	stop := exec.Command(filepath.Join(c.bin, "pg_ctl"), "-D", c.dir+"/data", "-m", "immediate", "stop")
	stop.Dir = c.dir
	stop.SysProcAttr = &syscall.SysProcAttr{Credential: c.as}
	_ = stop.Run()
	_ = os.RemoveAll(c.dir)
}

// settings are short times, for tests.
func settings(t *testing.T, url string) Settings {
	t.Helper()
	return Settings{
		URL: url, Version: "1.2.3", Beat: 100 * time.Millisecond, Lost: 2 * time.Second, Tries: 3,
		Report: func(text string) { t.Log(strings.ReplaceAll(text, "\n", " ")) },
	}
}
