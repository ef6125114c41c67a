// Package cases holds the cases that come with reckon. The catalogue, conflicts
// with published answers, is part of the program, so that what it replicates can
// be replicated anywhere.
package cases
