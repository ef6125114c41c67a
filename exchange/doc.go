// Package exchange reads and writes the files of other tools: conflicts as
// .gmcr, strategic and extensive games of Gambit as .nfg and .efg, the graph of
// states as GraphML and DOT, verdicts as CSV.
//
// It knows formats and what each has no place for; what is stable comes from
// package stability. Payoffs it writes are ranks: only their order means
// anything. Start reading at Model, then Game in game.go.
package exchange
