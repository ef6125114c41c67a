package attribution

import (
	"cmp"
	"slices"

	"reckon/grammar"
	"reckon/readtest"
)

// triple is an attribution as sets of tokens, numbered through the document.
type triple struct {
	source, cue, content []int
	kind                 string // direct, mixed or indirect
}

// number gives the tokens that spans of bytes touch.
func number(t *grammar.Text, spans [][2]int) []int {
	var list []int
	for _, s := range spans {
		n := 0
		for i := range t.Sentences {
			tokens := t.Sentences[i].Tokens
			if t.Sentences[i].End > s[0] && t.Sentences[i].Start < s[1] {
				for k := range tokens {
					if tokens[k].End > s[0] && tokens[k].Start < s[1] {
						list = append(list, n+k)
					}
				}
			}
			n += len(tokens)
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}

func pairs(spans []Span) [][2]int {
	var list [][2]int
	for _, s := range spans {
		list = append(list, [2]int{s.Start, s.End})
	}
	return list
}

func triplesOf(t *grammar.Text, claims []Claim) []triple {
	var list []triple
	for _, c := range outermost(claims) {
		list = append(list, triple{number(t, pairs(c.Source)), number(t, pairs(c.Cue)), number(t, pairs(c.Content)), ""})
	}
	return list
}

// outermost drops claims whose cue stands in the content or the source of
// another: the corpus gives one label a token and holds no nested attribution.
func outermost(claims []Claim) []Claim {
	var list []Claim
	for i, c := range claims {
		if !slices.ContainsFunc(claims, func(o Claim) bool { return holds(o, claims[i].Cue[0]) }) {
			list = append(list, c)
		}
	}
	return list
}

func holds(o Claim, s Span) bool {
	for _, c := range o.Content {
		if c.Start <= s.Start && s.End <= c.End {
			return true
		}
	}
	return false
}

func keyTriples(t *grammar.Text, d readtest.PolDocument) []triple {
	var list []triple
	for _, a := range d.Attributions {
		list = append(list, triple{number(t, a.Source), number(t, a.Cue), number(t, a.Content), kindOf(d.Text, a.Content)})
	}
	return list
}

func common(a, b []int) int {
	n := 0
	for i, k := 0, 0; i < len(a) && k < len(b); {
		switch {
		case a[i] == b[k]:
			n++
			i++
			k++
		case a[i] < b[k]:
			i++
		default:
			k++
		}
	}
	return n
}

func overlap(a, b []int) bool { return len(a) == 0 && len(b) == 0 || common(a, b) > 0 }

func jaccard(a, b []int) float64 {
	n := common(a, b)
	if len(a)+len(b) == n {
		return 0
	}
	return float64(n) / float64(len(a)+len(b)-n)
}

func relaxed(a, b triple) bool {
	return jaccard(a.content, b.content) >= .5 && overlap(a.cue, b.cue) && overlap(a.source, b.source)
}

func exact(a, b triple) bool {
	return slices.Equal(a.source, b.source) && slices.Equal(a.cue, b.cue) && slices.Equal(a.content, b.content)
}

// match counts given triples that fit a triple of the key, each used once, the
// best content first.
func match(given, key []triple, fits func(a, b triple) bool) (hit []bool, found []bool) {
	type pair struct {
		j    float64
		g, k int
	}
	var all []pair
	for g := range given {
		for k := range key {
			if fits(given[g], key[k]) {
				all = append(all, pair{jaccard(given[g].content, key[k].content), g, k})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b pair) int { return cmp.Compare(b.j, a.j) })
	hit, found = make([]bool, len(given)), make([]bool, len(key))
	for _, p := range all {
		if !hit[p.g] && !found[p.k] {
			hit[p.g], found[p.k] = true, true
		}
	}
	return hit, found
}
