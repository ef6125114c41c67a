// Package exchange reads and writes the files of other tools: normal and
// extensive games of Gambit, graphs as GraphML and DOT, verdicts as CSV.
//
// It knows formats; what is stable comes from package stability. Start reading
// at WriteNFG.
package exchange
