// Package causality finds conditions and causes with their sign.
//
// Start reading at Conditions and Causes. The words that show them are tables in
// data: openers of conditions, connectives, verbs of causation with their frames.
// A view is a sentence with what rules ask of it; a rule names itself in what it
// finds. Who holds a cause, and whether it is true, is not known here.
package causality
