package lang

import (
	"bytes"

	"github.com/hashicorp/hcl/v2/hclwrite"

	"reckon"
)

// Format lays out one .hcl file: aligned, indented, comments kept. It is
// idempotent. Text with syntax errors comes back unchanged with diagnostics.
func Format(name string, src []byte) ([]byte, []reckon.Diagnostic) {
	l := newLoader()
	if l.parse(name, src) == nil || l.found.broken {
		return src, l.found.sorted()
	}
	text := bytes.TrimPrefix(src, byteOrderMark)
	return hclwrite.Format(text), nil
}
