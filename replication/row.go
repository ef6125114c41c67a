package replication

import "strings"

// Row is one published answer beside ours.
type Row struct {
	Of        string   `json:"of"`        // the conflict or table
	Answer    string   `json:"answer"`    // what is asked
	Source    string   `json:"source"`    // who published it
	Published string   `json:"published"` // as published, states by number where the source numbers them
	Ours      string   `json:"ours"`
	Verdict   Verdict  `json:"verdict"`
	Switch    string   `json:"switch,omitempty"`    // the setting of a model under which ours is as published
	Otherwise string   `json:"otherwise,omitempty"` // and ours without it
	Tried     string   `json:"tried,omitempty"`     // of a miss: what was tried to close the gap
	Proof     []string `json:"proof,omitempty"`     // where the source is wrong: at most two lines
}

// Verdict says how a published answer compares with ours.
type Verdict string

// The verdicts. A miss is an answer that we do not reproduce and cannot prove
// wrong; what the source leaves open, and which answer to that gives what it
// prints, is a switch.
const (
	Agrees   Verdict = "agrees"
	Switched Verdict = "agrees with"
	Wrong    Verdict = "wrong"
	Misses   Verdict = "missed"
)

// Finding is the verdict in words, with the switch that closes a gap.
func (r Row) Finding() string {
	if r.Verdict == Switched {
		return string(r.Verdict) + " " + r.Switch
	}
	return string(r.Verdict)
}

// Both is ours, and what it is without the switch that closes a gap.
func (r Row) Both() string {
	if r.Otherwise == "" {
		return r.Ours
	}
	return r.Ours + "; " + r.Otherwise
}

// Remark is what stands below a table about a row: a proof, or what was tried; or "".
func (r Row) Remark() string {
	switch {
	case len(r.Proof) > 0:
		return strings.Join(r.Proof, "\n")
	case r.Verdict == Misses && r.Tried != "":
		return r.Tried
	}
	return ""
}

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

// switched compares an answer under a switch, and says what it is otherwise. A switch
// that changes nothing is not named.
func switched(of, answer, source, published, with, name, without, otherwise string) Row {
	r := row(of, answer, source, published, with)
	if r.Verdict == Agrees && with != without {
		r.Verdict, r.Switch, r.Otherwise = Switched, name, otherwise+" "+without
	}
	return r
}

// tried says of a miss what was tried to close the gap.
func (r Row) tried(what string) Row {
	if r.Verdict == Misses {
		r.Tried = what
	}
	return r
}
