// Package followup computes what analysts ask once they know what is stable: how
// today's state leads to each equilibrium, what would have to be true for a state
// to be stable, what smallest change flips a verdict, and what a verdict rests on.
//
// Moves, ranks and verdicts come from package stability. Start reading at Paths.
package followup
