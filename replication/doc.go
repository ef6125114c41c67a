// Package replication computes published answers again and prints them beside
// ours, misses and misprints included, with proofs short enough to check by hand.
//
// Each conflict or table is one file and one line in a list. It knows what was
// published; how answers are computed, the engines know. Start reading at Strategy.
package replication
