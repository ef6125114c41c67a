// Package runfile writes the runs of an ensemble to files that other programs read:
// CSV and Parquet, one row a run or one row a run and step.
//
// It knows formats. It refuses to know what the columns mean. Start reading at New.
package runfile
