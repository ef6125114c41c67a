// Command reckon puts rival readings of a leader to the test.
//
// It knows flags, terminals and exit codes: 0 clean, 1 findings in the author's
// text, 2 wrong usage or a broken world. It refuses to know what the numbers
// mean: every verb calls one method of package workbench and prints what comes
// back, as text or as JSON. Start reading at verbs, in verbs.go.
package main
