// Package sim runs a case forward in time, many times: decisions, measures, shocks,
// changes of mind and memory, with every random draw keyed by what it is for.
//
// It knows steps, runs, ensembles and how they are tallied, and holds the only
// worker pool. It refuses to know which reading deserves belief and what the
// numbers mean. Start reading at New, then Model.Run.
package sim
