// Package brief renders findings as one self-contained HTML page that a person
// can read, question, print and sign.
//
// It knows words, figures and pages: how a probability is worded, what a figure
// must carry, where a number's reason stands. It refuses to compute: every
// number comes in with Findings, and nothing is fetched. Start reading at
// Findings, then Write, then the ordered list in sections.go.
package brief
