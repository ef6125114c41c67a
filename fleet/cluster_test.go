//go:build unix

package fleet

import (
	"strings"
	"testing"
	"time"

	"reckon/pgtest"
)

// base gives the address of an empty database, or skips the test.
func base(t *testing.T) string {
	t.Helper()
	t.Parallel()
	if testing.Short() {
		t.Skip("starts a PostgreSQL server and several processes; left out with -short")
	}
	return pgtest.Database(t)
}

// settings are short times, for tests.
func settings(t *testing.T, url string) Settings {
	t.Helper()
	return Settings{
		URL: url, Version: "1.2.3", Beat: 100 * time.Millisecond, Lost: 2 * time.Second, Tries: 3,
		Report: func(text string) { t.Log(strings.ReplaceAll(text, "\n", " ")) },
	}
}
