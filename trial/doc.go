// Package trial puts readings to the test: every reading against every recorded
// choice dated after it, beside rivals that know nothing.
//
// It knows scores, rivals, intervals and posterior weights. It refuses to know
// how a mind decides (package mind does) and where a case comes from. Rows later
// than the case's as-of date are used here and nowhere else, and the report says
// how many. Start reading at Run, then Report.
package trial
