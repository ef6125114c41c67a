//go:build unix

package main

import (
	"runtime"
	"syscall"
)

// peakBytes is the most memory the process has held so far.
func peakBytes() int64 {
	var use syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &use); err != nil {
		return 0
	}
	if runtime.GOOS == "darwin" || runtime.GOOS == "ios" {
		return int64(use.Maxrss) //nolint:unconvert // 32 bits wide on some systems; bytes there, kilobytes elsewhere
	}
	return int64(use.Maxrss) << 10 //nolint:unconvert // 32 bits wide on some systems
}
