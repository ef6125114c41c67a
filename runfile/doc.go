// Package runfile writes the runs of an ensemble to files that other programs read:
// CSV and Parquet, one row a run or one row a run and step.
//
// It knows formats and what becomes of a file when the disk is full. It refuses to
// know how runs are made and what the columns mean. Start reading at New.
package runfile
