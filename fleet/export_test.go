//go:build unix

package fleet

import (
	"testing"

	"reckon/pgtest"
)

// What the tests from outside, which may import workbench, use of those from inside.
var WorkerProcess = workerProcess

// EmptyBase makes an empty database on the tests' own server and returns its address.
func EmptyBase(t *testing.T) string {
	t.Helper()
	return base(t)
}

// StopServer ends the tests' own server, if it was started.
func StopServer() { pgtest.Stop() }
