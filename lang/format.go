package lang

import (
	"bytes"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/hashicorp/hcl/v2/hclwrite"

	"reckon"
)

// maxRounds is how often a text is laid out before it counts as restless.
const maxRounds = 5

// Format lays out one .hcl file: equals signs aligned, two spaces a level, one
// blank line at most, Unix line ends, comments kept. It is idempotent. Text with
// syntax errors comes back unchanged with diagnostics.
func Format(name string, src []byte) ([]byte, []reckon.Diagnostic) {
	l := newLoader()
	if l.parse(name, src) == nil || l.found.broken {
		return src, l.found.sorted()
	}
	text := bytes.TrimPrefix(src, byteOrderMark)
	for range maxRounds {
		next := squeeze(hclwrite.Format(bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n"))))
		if bytes.Equal(next, text) {
			break
		}
		text = next
	}
	if last := squeeze(hclwrite.Format(text)); !bytes.Equal(last, text) || !sameTokens(src, text) {
		return src, nil // laying it out would change what it says, or never end
	}
	return text, nil
}

// squeeze keeps one blank line where there are several, and none at the start
// and end of a file or block. It works on tokens, so texts are safe.
func squeeze(src []byte) []byte {
	tokens, _ := hclsyntax.LexConfig(src, "", hcl.InitialPos)
	var out bytes.Buffer
	ends, most := 1, 1 // line ends just written, and how many may follow each other
	from := 0
	for _, t := range tokens {
		gap := src[from:t.Range.Start.Byte]
		from = t.Range.End.Byte
		switch t.Type {
		case hclsyntax.TokenEOF:
			continue
		case hclsyntax.TokenNewline:
			if ends < most || ends == 0 {
				out.WriteByte('\n')
				ends++
			}
			continue
		case hclsyntax.TokenCBrace:
			if bytes.HasSuffix(out.Bytes(), []byte("\n\n")) {
				out.Truncate(out.Len() - 1)
			}
		default: // written as it is
		}
		out.Write(gap)
		out.Write(t.Bytes)
		ends, most = 0, 2
		if t.Type == hclsyntax.TokenOBrace {
			most = 1
		}
		if t.Type == hclsyntax.TokenComment && bytes.HasSuffix(t.Bytes, []byte("\n")) {
			ends = 1
		}
	}
	if out.Len() == 0 {
		return nil
	}
	return append(bytes.TrimRight(out.Bytes(), "\n"), '\n')
}

// sameTokens reports that two texts differ in white space only.
func sameTokens(a, b []byte) bool {
	x, y := words(a), words(b)
	if len(x) != len(y) {
		return false
	}
	for i := range x {
		if !bytes.Equal(x[i], y[i]) {
			return false
		}
	}
	return true
}

// words lists the tokens of a text that carry meaning, comments included.
func words(src []byte) [][]byte {
	src = bytes.ReplaceAll(bytes.TrimPrefix(src, byteOrderMark), []byte("\r\n"), []byte("\n"))
	tokens, _ := hclsyntax.LexConfig(src, "", hcl.InitialPos)
	var list [][]byte
	for _, t := range tokens {
		switch t.Type {
		case hclsyntax.TokenNewline, hclsyntax.TokenEOF:
		case hclsyntax.TokenComment:
			list = append(list, bytes.TrimSpace(t.Bytes))
		default:
			list = append(list, t.Bytes)
		}
	}
	return list
}
