// Package experiment lays out which runs to make to learn what matters, and works
// out from their results what did: factorial designs, Sobol indices, Morris
// screening.
//
// It knows designs and estimators over plain numbers. It refuses to know what a
// run is. Start reading at Factorial.
package experiment
