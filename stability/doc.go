// Package stability computes which states of a conflict are stable, for whom,
// by what margin and why.
//
// It knows states, moves, ranks, concepts and certificates; bitsets and rank
// arrays stay inside. It refuses to know beliefs (package mind), text and pages.
// Start reading at Compile, then Conflict.Solve; each concept is one file.
package stability
