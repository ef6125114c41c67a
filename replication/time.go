package replication

// Time computes published answers about what moves in time and about chance again.
// A new table is one function in a file of its own and one entry here.
func Time() []Row {
	var rows []Row
	for _, part := range []func() []Row{
		philox, normals, ishigami, sobolG, logistic, smoothing, income, seigniorage, collapse,
		geometric, exponential, gompertz, risks, logit, resolve, reputation,
	} {
		rows = append(rows, part()...)
	}
	return rows
}
