package lang

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"reckon"
)

// explain turns HCL's syntax errors into ours: one a line, and nothing after a
// missing quote, whose consequences run to the end of the file.
func (l *loader) explain(tokens hclsyntax.Tokens, wrong hcl.Diagnostics) {
	if !wrong.HasErrors() {
		return
	}
	l.found.broken = true
	wrong = slices.Clone(wrong)
	slices.SortStableFunc(wrong, func(a, b *hcl.Diagnostic) int { return cmp.Compare(byteOf(a), byteOf(b)) })
	lines, percents := byLine(tokens), percentages(tokens)
	last := -1
	for _, d := range wrong {
		if d.Subject == nil || d.Subject.Start.Line == last {
			continue
		}
		last = d.Subject.Start.Line
		if open, unclosed := openQuote(lines[last]); unclosed {
			l.found.syntax(missingQuote(place(open.Range)))
			return
		}
		m := mistake(lines[last], d)
		if better, is := percents[m.At.Start.Byte]; is && m.Code == "percent" {
			m = better
		}
		l.found.syntax(m)
	}
	for _, start := range slices.Sorted(maps.Keys(percents)) { // HCL reports only the first
		l.found.syntax(percents[start])
	}
}

func byteOf(d *hcl.Diagnostic) int {
	if d.Subject == nil {
		return 0
	}
	return d.Subject.Start.Byte
}

// byLine groups tokens by the line they start on.
func byLine(tokens hclsyntax.Tokens) map[int]hclsyntax.Tokens {
	lines := map[int]hclsyntax.Tokens{}
	for _, t := range tokens {
		lines[t.Range.Start.Line] = append(lines[t.Range.Start.Line], t)
	}
	return lines
}

// openQuote finds a quote that its line does not close.
func openQuote(line hclsyntax.Tokens) (hclsyntax.Token, bool) {
	var open hclsyntax.Token
	depth, bad := 0, false
	for _, t := range line {
		switch t.Type {
		case hclsyntax.TokenOQuote:
			if depth == 0 {
				open = t
			}
			depth++
		case hclsyntax.TokenCQuote:
			depth--
		case hclsyntax.TokenQuotedNewline:
			bad = true
		default: // inside or outside the text
		}
	}
	return open, depth > 0 || bad && open.Bytes != nil
}

// mistake recognises what a novice most likely meant on a line that HCL cannot
// read, from its tokens; HCL's own words are the last resort.
func mistake(line hclsyntax.Tokens, d *hcl.Diagnostic) reckon.Diagnostic {
	equals := false
	for i, t := range line {
		at, text := place(t.Range), string(t.Bytes)
		next := func(k int) hclsyntax.Token {
			if i+k < len(line) {
				return line[i+k]
			}
			return hclsyntax.Token{}
		}
		switch t.Type {
		case hclsyntax.TokenQuotedLit, hclsyntax.TokenStringLit, hclsyntax.TokenComment:
			// what stands in a text is the author's own
		case hclsyntax.TokenIdent:
			if sign := signFor(text); sign != "" && equals {
				return wordForSign(at, text, sign)
			}
			if (text == "if" || text == "iff") && (equals || i == 0) && next(1).Type != hclsyntax.TokenEqual {
				return ifOnTheLine(at, text)
			}
			if i == 0 && next(1).Type == hclsyntax.TokenIdent && next(2).Type == hclsyntax.TokenDot && next(3).Type == hclsyntax.TokenIdent {
				at.Start, at.End = place(next(1).Range).Start, place(next(3).Range).End
				return labelWithoutQuotes(at, string(next(1).Bytes)+"."+string(next(3).Bytes))
			}
			if strings.HasPrefix(text, "_") && i > 0 && line[i-1].Type == hclsyntax.TokenNumberLit {
				at.Start = place(line[i-1].Range).Start
				return digitGroups(at, string(line[i-1].Bytes)+text)
			}
			if next(1).Type == hclsyntax.TokenColon && !equals {
				return colonForEquals(place(next(1).Range), text)
			}
		case hclsyntax.TokenNumberLit:
			if next(1).Type == hclsyntax.TokenPercent {
				at.End = place(next(1).Range).End
				return percentSign(at, text)
			}
			if group := next(2); next(1).Type == hclsyntax.TokenComma && group.Type == hclsyntax.TokenNumberLit &&
				adjacent(t, next(1), group) && (len(group.Bytes) == 3 || !bracketed(line[:i])) {
				at.End = place(group.Range).End
				return commaInNumber(at, text, string(group.Bytes))
			}
		case hclsyntax.TokenEqual:
			if equals && endsValue(line, i-2) && line[i-1].Type == hclsyntax.TokenIdent {
				return twoOnALine(place(line[i-1].Range))
			}
			if equals {
				return equalsForCompare(at)
			}
			equals = true
		default:
			if m, ok := strangeSign(t, next(1), at); ok {
				return m
			}
		}
	}
	return fromHCL(d)
}

// bracketed reports that brackets are open at the end of the tokens, where a
// comma stands between values.
func bracketed(tokens hclsyntax.Tokens) bool {
	open := 0
	for _, t := range tokens {
		switch t.Type {
		case hclsyntax.TokenOBrack, hclsyntax.TokenOParen:
			open++
		case hclsyntax.TokenCBrack, hclsyntax.TokenCParen:
			open--
		default: // no bracket
		}
	}
	return open > 0
}

// commaInNumber tells the comma of 1,000 from the comma of 0,8.
func commaInNumber(at reckon.Range, whole, rest string) reckon.Diagnostic {
	if len(rest) == 3 && whole != "0" {
		return digitGroups(at, whole+","+rest)
	}
	return decimalComma(at, whole, rest)
}

// adjacent reports tokens without space between them.
func adjacent(tokens ...hclsyntax.Token) bool {
	for i := 1; i < len(tokens); i++ {
		if tokens[i-1].Range.End.Byte != tokens[i].Range.Start.Byte {
			return false
		}
	}
	return true
}

// endsValue reports that a value ends at token i, so that what follows is no
// longer part of it.
func endsValue(line hclsyntax.Tokens, i int) bool {
	if i < 0 {
		return false
	}
	switch line[i].Type {
	case hclsyntax.TokenNumberLit, hclsyntax.TokenCQuote, hclsyntax.TokenCBrack, hclsyntax.TokenCBrace,
		hclsyntax.TokenCParen, hclsyntax.TokenComma, hclsyntax.TokenIdent:
		return true
	default:
		return false
	}
}

// signFor returns the sign that a word stands for in ordinary speech.
func signFor(word string) string {
	switch strings.ToLower(word) {
	case "and":
		return "&&"
	case "or":
		return "||"
	case "not":
		return "!"
	}
	return ""
}

// strangeSign recognises signs from other notations and from word processors.
func strangeSign(t, next hclsyntax.Token, at reckon.Range) (reckon.Diagnostic, bool) {
	text := string(t.Bytes)
	two := text + string(next.Bytes)
	both := at
	both.End = place(next.Range).End
	switch {
	case t.Type == hclsyntax.TokenBitwiseXor:
		return power(at), true
	case t.Type == hclsyntax.TokenBitwiseAnd:
		return wordForSign(at, "&", "&&"), true
	case t.Type == hclsyntax.TokenBitwiseOr:
		return wordForSign(at, "|", "||"), true
	case t.Type == hclsyntax.TokenStarStar:
		return power(at), true
	case t.Type == hclsyntax.TokenApostrophe:
		return singleQuotes(at), true
	case t.Type == hclsyntax.TokenSemicolon:
		return semicolon(at), true
	case two == "<>":
		return wordForSign(both, "<>", "!="), true
	case two == "=<", two == "=>" || t.Type == hclsyntax.TokenFatArrow:
		return wordForSign(at, text, ">="), true
	case strings.ContainsAny(text, "“”„«»‘’"):
		return curlyQuotes(at), true
	}
	for _, pair := range [][2]string{{"≠", "!="}, {"≤", "<="}, {"≥", ">="}, {"∧", "&&"}, {"∨", "||"}, {"¬", "!"}, {"−", "-"}, {"–", "-"}, {"×", "*"}} {
		if strings.HasPrefix(text, pair[0]) {
			return wordForSign(at, pair[0], pair[1]), true
		}
	}
	return reckon.Diagnostic{}, false
}

// fromHCL says in our words what HCL says in its own.
func fromHCL(d *hcl.Diagnostic) reckon.Diagnostic {
	at := place(*d.Subject)
	switch {
	case d.Summary == "Unclosed configuration block":
		return missingBrace(at)
	case d.Summary == "Unbalanced parentheses", d.Summary == "Missing close bracket", d.Summary == "Unterminated function call":
		return missingBracket(at)
	case strings.HasPrefix(d.Detail, "A single-line block definition"):
		return crowdedLine(at)
	case d.Summary == "Attribute redefined":
		return attributeTwice(at)
	case d.Summary == "Unexpected comma after argument":
		return strayComma(at)
	case d.Summary == "Argument or block definition required", d.Summary == "Invalid block definition":
		return notABlock(at)
	case d.Summary == "Missing newline after argument", d.Summary == "Missing newline after block definition":
		return twoOnALine(at)
	}
	return unreadable(at, d.Summary, d.Detail)
}
