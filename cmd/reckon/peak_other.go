//go:build !unix

package main

import "runtime"

// peakBytes is the memory the process has taken from the system so far, where
// the system does not tell the peak.
func peakBytes() int64 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.Sys)
}
