package replication

// Row is one published answer beside ours.
type Row struct {
	Of        string   `json:"of"`        // the conflict or table
	Answer    string   `json:"answer"`    // what is asked
	Source    string   `json:"source"`    // who published it
	Published string   `json:"published"` // as published, states by number where the source numbers them
	Ours      string   `json:"ours"`
	Verdict   Verdict  `json:"verdict"`
	Proof     []string `json:"proof,omitempty"` // where we differ: at most two lines
}

// Verdict says how a published answer compares with ours.
type Verdict string

// The verdicts. A miss is an answer that we do not reproduce and cannot prove
// wrong.
const (
	Agrees Verdict = "agrees"
	Wrong  Verdict = "wrong"
	Misses Verdict = "missed"
)

// row compares two answers. A proof says that a difference is the source's error.
func row(of, answer, source, published, ours string, proof ...string) Row {
	r := Row{Of: of, Answer: answer, Source: source, Published: published, Ours: ours, Verdict: Agrees}
	switch {
	case published == ours:
	case len(proof) > 0:
		r.Verdict, r.Proof = Wrong, proof
	default:
		r.Verdict = Misses
	}
	return r
}
