package reckon

import "fmt"

// Severity says how much a diagnostic matters.
type Severity int

// A case with an Error prints no number; a Warning is printed beside every
// number; a Note is information.
const (
	Error Severity = iota
	Warning
	Note
)

// String returns "error", "warning" or "note".
func (s Severity) String() string { return [...]string{"error", "warning", "note"}[s] }

// MarshalText writes the severity as String does.
func (s Severity) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// Pos is a place in a text: line and column from 1 (columns count grapheme
// clusters, as an editor does), byte offset from 0.
type Pos struct {
	Line   int `json:"line"`
	Column int `json:"column"`
	Byte   int `json:"byte"`
}

// Range is a stretch of one file, half open. File is relative to the case folder.
type Range struct {
	File  string `json:"file"`
	Start Pos    `json:"start"`
	End   Pos    `json:"end"`
}

// String writes "file, line n", or the file alone.
func (r Range) String() string {
	if r.Start.Line == 0 {
		return r.File
	}
	return fmt.Sprintf("%s, line %d", r.File, r.Start.Line)
}

// Diagnostic tells an author what is wrong with his text, where, why it
// matters and how to mend it. Code is stable, lower case with hyphens.
type Diagnostic struct {
	Severity   Severity `json:"severity"`
	Code       string   `json:"code"`
	Summary    string   `json:"summary"`
	Detail     string   `json:"detail"`
	At         Range    `json:"at"`
	Suggestion string   `json:"suggestion,omitempty"` // the text to put there instead
}
