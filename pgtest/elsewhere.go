//go:build !unix

package pgtest

import "testing"

// Database skips the test: the server is started on Unix only.
func Database(tb testing.TB) string {
	tb.Helper()
	tb.Skip("PostgreSQL is tested on Unix only")
	return ""
}

// Stop does nothing.
func Stop() {}
