package lang

import (
	"strings"

	"github.com/hashicorp/hcl/v2/hclsyntax"

	"reckon"
)

// inPercent reports a unit that counts in percent, so that 72% of it is written 72.
func inPercent(unit string) bool {
	over, _, _ := strings.Cut(strings.ToLower(unit), "/")
	over, _, _ = strings.Cut(over, " per ")
	return strings.Contains(over, "%") || strings.Contains(over, "percent") || strings.HasPrefix(over, "per cent")
}

// percent reports that the numbers of a block are in percent: it says so itself,
// or names a measure that does.
func (f fields) percent() bool {
	unit := ""
	if a := f.attrs["unit"]; a != nil {
		unit, _ = f.l.quoted(a.Expr)
	}
	if m := f.l.measure(f.label); m != nil && unit == "" {
		unit = m.Unit
	}
	return inPercent(unit)
}

// percentages finds the numbers that end in % in a text that HCL cannot read, by
// the byte where they start. They are in percent already where they stand in a block
// whose unit is, or right after the name of one and a sign.
func percentages(tokens hclsyntax.Tokens) map[int]reckon.Diagnostic {
	blocks, names := percentBlocks(tokens)
	found := map[int]reckon.Diagnostic{}
	open := []int{-1}
	for i, t := range tokens {
		switch t.Type {
		case hclsyntax.TokenOBrace:
			open = append(open, i)
		case hclsyntax.TokenCBrace:
			open = open[:max(1, len(open)-1)]
		case hclsyntax.TokenPercent:
			if i == 0 || i+1 == len(tokens) || tokens[i-1].Type != hclsyntax.TokenNumberLit || beginsValue(tokens[i+1]) {
				continue
			}
			at, text := place(tokens[i-1].Range), string(tokens[i-1].Bytes)
			at.End = place(t.Range).End
			block := open[len(open)-1]
			m := percentSign(at, text)
			if blocks[block] || names[labelAt(tokens, block)] || i > 2 && names[string(tokens[i-3].Bytes)] {
				m = percentOfPercent(at, text)
			}
			found[at.Start.Byte] = m
		default: // neither opens, closes nor counts
		}
	}
	return found
}

// beginsValue reports that a number, a name or a bracket stands here, so that a %
// before it is the sign for a remainder.
func beginsValue(t hclsyntax.Token) bool {
	switch t.Type {
	case hclsyntax.TokenNumberLit, hclsyntax.TokenIdent, hclsyntax.TokenOParen, hclsyntax.TokenMinus:
		return true
	default:
		return false
	}
}

// percentBlocks finds the blocks whose unit is in percent, by the token that opens
// them, and their labels.
func percentBlocks(tokens hclsyntax.Tokens) (blocks map[int]bool, names map[string]bool) {
	blocks, names = map[int]bool{}, map[string]bool{}
	open := []int{-1}
	for i, t := range tokens {
		switch {
		case t.Type == hclsyntax.TokenOBrace:
			open = append(open, i)
		case t.Type == hclsyntax.TokenCBrace:
			open = open[:max(1, len(open)-1)]
		case t.Type == hclsyntax.TokenQuotedLit && i > 2 && tokens[i-2].Type == hclsyntax.TokenEqual &&
			string(tokens[i-3].Bytes) == "unit" && inPercent(string(t.Bytes)):
			block := open[len(open)-1]
			blocks[block] = true
			if label := labelAt(tokens, block); label != "" {
				names[label] = true
			}
		}
	}
	return blocks, names
}

// labelAt returns the label of the block that opens at token i, or "".
func labelAt(tokens hclsyntax.Tokens, i int) string {
	if i >= 3 && tokens[i-1].Type == hclsyntax.TokenCQuote && tokens[i-2].Type == hclsyntax.TokenQuotedLit {
		return string(tokens[i-2].Bytes)
	}
	return ""
}
