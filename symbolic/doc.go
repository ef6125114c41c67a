// Package symbolic decides one state for one actor in a conflict too large to
// list its states, by satisfiability, and certifies the verdict.
//
// It knows formulas over options; it refuses to list states. Package stability
// answers for conflicts that can be listed. Start reading at Compile.
package symbolic
