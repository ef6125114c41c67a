// Package beliefmap draws what an author holds to cause what as a signed, sourced
// graph, and compares the graphs of two authors.
package beliefmap
