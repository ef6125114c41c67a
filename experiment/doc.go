// Package experiment lays out which runs to make to learn what matters, and works
// out from their results what did: factorial designs, Sobol indices, Morris
// screening; what an observation would tell; and how sure a share of runs is.
//
// It knows designs and estimators over plain numbers. It refuses to know what a
// run is: a design says which quantile each input has in a row, and takes the
// results by row, so that rows may be run in any order. Start reading at
// Factorial.
package experiment
