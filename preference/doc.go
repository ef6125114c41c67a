// Package preference computes stability when preference is more than one order:
// of three strengths, in part unknown, probable, fuzzy, or bent by attitudes.
//
// Each kind of preference is one file. Moves, ranks and sets of states come from
// package stability, which knows certain preference only. Start reading at Solve.
package preference
