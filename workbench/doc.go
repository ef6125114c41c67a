// Package workbench is a case folder on disk and the verbs on it: check, format,
// solve, trial, brief and init. It is the one place where the engines meet.
//
// It knows folders, limits and how to write a file so that nothing half-done is
// left behind. It refuses to know flags, terminals and HTTP: its results are
// plain structs with stable JSON names, the same for every skin above it. Start
// reading at Open, then Bench.
package workbench
