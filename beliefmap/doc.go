// Package beliefmap draws what an author holds to cause what as a signed, sourced
// graph, and compares the graphs of two authors.
//
// Start reading at Build: Edges come in with their sources, phrases are merged to
// concepts (normal.go, and the tables of data, which anybody can read and extend),
// and a Map comes out that answers the questions of [axelrod1976]: givens and
// ends, paths with their signs, pairs that speak against themselves, loops. Who
// said an edge, and whether it is true, is not known here.
package beliefmap
