// Package followup computes what analysts ask once they know what is stable: how
// today's state leads to each equilibrium, where improvements run to, what a
// verdict rests on, what smallest change flips it, and what would have to be true
// for a state to be stable.
//
// Moves, ranks and verdicts come from package stability; every answer here can be
// checked by solving forward with it. Views that differ in more than what an
// actor takes another to want are not searched: they belong to package mind.
// Start reading at Study.
package followup
