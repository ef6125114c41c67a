package lang

import (
	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"reckon"
)

// maxNesting bounds brackets, signs and conditions within each other, so that
// no text can exhaust the parser's stack.
const maxNesting = 200

// parseAll parses the .hcl files in reading order; those that cannot be read
// at all are left out.
func (l *loader) parseAll(files Files) []parsed {
	var out []parsed
	for _, name := range caseFiles(files) {
		if body := l.parse(name, files[name]); body != nil {
			out = append(out, parsed{name, body})
		}
	}
	return out
}

// parse parses one file and reports its syntax errors in our words.
func (l *loader) parse(name string, src []byte) *hclsyntax.Body {
	skip, ok := l.readable(name, src)
	if !ok {
		return nil
	}
	if n := wordsAndSigns(src); n > maxWords {
		l.found.broken = true
		l.add(fileTooLong(anywhere(name), n))
		return nil
	}
	start := hcl.Pos{Line: 1, Column: 1, Byte: skip}
	tokens, _ := hclsyntax.LexConfig(src[skip:], name, start)
	if at, deep := tooNested(tokens); deep {
		l.found.broken = true
		l.add(tooDeep(at))
		return nil
	}
	file, wrong := hclsyntax.ParseConfig(src[skip:], name, start)
	l.explain(tokens, wrong)
	body, _ := file.Body.(*hclsyntax.Body)
	return body
}

// maxWords bounds the words and signs of one file, for which HCL needs some
// hundred bytes each; a case of the usual size has twenty thousand.
const maxWords = 500_000

// wordsAndSigns counts a file's tokens, near enough, without building them.
func wordsAndSigns(src []byte) int {
	n, inside := 0, false
	for _, b := range src {
		letter := b >= 0x80 || b == '_' || b >= '0' && b <= '9' || b|0x20 >= 'a' && b|0x20 <= 'z'
		if b != ' ' && b != '\t' && b != '\r' && (!letter || !inside) {
			n++
		}
		inside = letter
	}
	return n
}

// tooNested finds where nesting passes the bound. Signs and question marks
// nest without brackets, so each statement's own count towards it.
func tooNested(tokens hclsyntax.Tokens) (reckon.Range, bool) {
	open, signs, controls := 0, 0, 0
	for _, t := range tokens {
		switch t.Type {
		case hclsyntax.TokenOBrace, hclsyntax.TokenOBrack, hclsyntax.TokenOParen,
			hclsyntax.TokenTemplateInterp, hclsyntax.TokenTemplateControl:
			open++
		case hclsyntax.TokenCBrace, hclsyntax.TokenCBrack, hclsyntax.TokenCParen, hclsyntax.TokenTemplateSeqEnd:
			open = max(open-1, 0)
		case hclsyntax.TokenBang, hclsyntax.TokenMinus, hclsyntax.TokenQuestion:
			signs++
		case hclsyntax.TokenNewline, hclsyntax.TokenAnd, hclsyntax.TokenOr, hclsyntax.TokenComma:
			if open == 0 || t.Type != hclsyntax.TokenNewline {
				signs = 0
			}
		default: // opens nothing
		}
		if t.Type == hclsyntax.TokenTemplateControl {
			controls++ // %{ if } nests without a bracket; templates are refused anyway
		}
		if open+signs+controls > maxNesting {
			return place(t.Range), true
		}
	}
	return reckon.Range{}, false
}
