// Package coalition computes what groups of actors can bring about together and
// which states are stable against them, with certificates.
//
// A coalition moves by legal sequences through feasible states, one member at a
// time; a class improvement is a state it gets to that every member likes better.
// CNash, CGMR, CSMR and CSEQ ask whether the others can take each of them away.
// Where the literature has more than one reading, Settings names it.
//
// It knows class improvements and the coalitional forms of the concepts; moves,
// ranks and sets of states come from package stability. It refuses to know
// beliefs and pages. Start reading at Analyse.
package coalition
