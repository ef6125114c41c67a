package attribution

import (
	"slices"

	"reckon/names"
	"reckon/quotation"
)

// casting finds the mention of the cast that a source stands for.
type casting struct {
	*flat
	cast  *names.Cast
	heads []int32 // for each word the shortest mention that its head is in, +1
	end   []int32 // for each word the mention that ends before it, +1
}

func (f *flat) castWith(c *names.Cast) *casting {
	p := &casting{f, c, make([]int32, len(f.words)), make([]int32, len(f.words)+1)}
	if c == nil {
		return p
	}
	for m, mention := range c.Mentions {
		if mention.Sentence < 0 || mention.Sentence+1 >= len(f.starts) {
			continue
		}
		base := f.starts[mention.Sentence]
		from, to := base+mention.From, base+mention.To
		if from < base || to > f.starts[mention.Sentence+1] || from >= to {
			continue
		}
		for i := from; i < to; i++ {
			if k := p.heads[i]; k == 0 || base+mention.Head == i || to-from < c.Mentions[k-1].To-c.Mentions[k-1].From && base+c.Mentions[k-1].Head != i {
				p.heads[i] = int32(m + 1)
			}
		}
		p.end[to] = int32(m + 1)
	}
	return p
}

// holder gives the mention that a source stands for; -1 when the cast has none.
func (p *casting) holder(h hit, quotes []quotation.Quotation) int {
	if !h.source.empty() {
		if m := p.mention(h.source); m >= 0 {
			return m
		}
	}
	if h.quote >= 0 && h.source.empty() {
		return quotes[p.quotes[h.quote].index].Speaker
	}
	return -1
}

func (p *casting) mention(s span) int {
	if p.relative(s.from) && s.to == s.from+1 { // whoever the clause is about
		for k := s.from; k > s.from-3 && k > 0; k-- {
			if m := p.end[k]; m > 0 {
				return int(m) - 1
			}
		}
		return -1
	}
	head := p.headOf(s)
	if head < 0 {
		return -1
	}
	return int(p.heads[head]) - 1
}

// earlier gives the holders of the claim before, in the same paragraph, that a cue
// without a source points back to: "such beliefs", "these fears".
func (p *casting) earlier(h hit, list []Claim) []int {
	k := h.cue.from - 1
	for k > 0 && p.tag(k) == adj && !p.is(k, "such") {
		k--
	}
	if len(list) == 0 || !p.is(k, "such", "these", "this", "that", "those") {
		return nil
	}
	last := list[len(list)-1]
	if w := p.at(last.Cue[0].Start, last.Cue[0].End); w.empty() || p.block(w.from) != p.block(h.cue.from) {
		return nil
	}
	return slices.Clone(last.Holders)
}

// headOf gives the head of a noun phrase: the last noun before what modifies it
// from the right.
func (f *flat) headOf(s span) int {
	head := -1
	for i := s.from; i < s.to; i++ {
		switch {
		case f.is(i, "'s", "’s", "'", "’"):
			if i == s.to-1 {
				return head
			}
			head = -1
		case f.among(i, adp, verb, aux) || f.is(i, ",", "(", "who", "which", "that", "–", "—"):
			if head >= 0 {
				return head
			}
		case f.headlike(i) || possessive[f.low(i)] && s.to == s.from+1:
			head = i
		}
	}
	return head
}

// chain puts the holders of the claims around a claim before its own.
func chain(list []Claim, c *names.Cast) {
	own := make([][]int, len(list))
	for i := range list {
		own[i] = list[i].Holders
	}
	var open []int // claims that may hold the next, outermost first
	for i := range list {
		cue := list[i].Cue[0]
		kept := open[:0]
		var outer []int
		for _, o := range open {
			if list[o].End > cue.Start {
				kept = append(kept, o)
				if within(list[o].Content, cue) {
					outer = append(outer, own[o]...)
				}
			}
		}
		if len(outer) > 0 {
			list[i].Holders = distinct(append(outer, own[i]...), c)
		}
		open = append(kept, i)
	}
}

func within(spans []Span, s Span) bool {
	for _, c := range spans {
		if c.Start <= s.Start && s.End <= c.End {
			return true
		}
	}
	return false
}

// distinct drops a holder who holds what he himself says he holds.
func distinct(chain []int, c *names.Cast) []int {
	kept := chain[:0]
	for _, m := range chain {
		if n := len(kept); n > 0 && same(c, kept[n-1], m) {
			continue
		}
		kept = append(kept, m)
	}
	return kept
}

func same(c *names.Cast, a, b int) bool {
	return a == b || c != nil && c.Mentions[a].Entity >= 0 && c.Mentions[a].Entity == c.Mentions[b].Entity
}
