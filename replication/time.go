package replication

// Time computes published answers about what moves in time and about chance again.
// A new table is one function in a file of its own and one entry here.
func Time() []Row {
	return parts(philox, normals, ishigami, sobolG, logistic, smoothing, geometric, exponential)
}
