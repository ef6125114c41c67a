// Package coalition computes what groups of actors can bring about together and
// which states are stable against them, with certificates.
//
// It knows class improvements and the coalitional forms of the concepts; moves,
// ranks and sets of states come from package stability. It refuses to know
// beliefs and pages. Start reading at Analyse.
package coalition
