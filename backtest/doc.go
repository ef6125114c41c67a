// Package backtest runs a case from days in its past, with what was known then, and
// sets what the record then shows beside it.
//
// It knows windows, rivals and scores of outcomes that are not the subject's
// choices; those are for package trial. It refuses to know how a run is made. Start
// reading at Run.
package backtest
