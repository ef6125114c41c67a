// Package preference computes stability when preference is more than one order:
// of three strengths, in part unknown, probable, fuzzy, or bent by attitudes.
//
// Each kind of preference is one file: its definition, as relations between two
// states. One engine decides them all, class by class of states, and one checker
// re-validates every verdict. Moves, ranks and sets of states come from package
// stability, which knows certain preference only. Option weighting makes one order
// of points and so is there too. Start reading at Solve.
package preference
