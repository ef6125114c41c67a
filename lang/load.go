package lang

import "reckon"

// Files are the texts of a case folder by slash-separated path relative to it.
type Files map[string][]byte

// Load reads a case. It never fails: it returns the best case it can, never
// nil, and diagnostics sorted by file and position, at most 100 a file.
func Load(files Files) (*reckon.Case, []reckon.Diagnostic) { panic("lang: not written") }

// Format lays out one .hcl file: aligned, indented, comments kept. It is
// idempotent. Text with syntax errors comes back unchanged with diagnostics.
func Format(name string, src []byte) ([]byte, []reckon.Diagnostic) { panic("lang: not written") }

// ReadGMCR reads a conflict in the .gmcr format, both key styles.
func ReadGMCR(name string, src []byte) (*reckon.Case, []reckon.Diagnostic) {
	panic("lang: not written")
}

// Reference returns docs/language.md, written from the schema.
func Reference() []byte { panic("lang: not written") }
