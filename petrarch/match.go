package petrarch

// matcher holds one try to fit a pattern.
type matcher struct {
	*coder
	budget                 int // steps left, against patterns that could be tried without end
	source, target, joined int
}

// match fits a pattern around the words of a verb.
func (m *matcher) match(p *pattern, from, to int) bool {
	return m.side(p.lower, to, 1) && m.side(p.upper, from-1, -1)
}

// side fits elements from a place on, towards the end or the beginning.
func (m *matcher) side(p phrase, pos, dir int) bool {
	if len(p) == 0 {
		return true
	}
	e := &p[0]
	for i := pos; i >= 0 && i < len(m.words); i += dir {
		if m.budget--; m.budget < 0 {
			return false
		}
		before := *m
		if next, ok := m.element(e, i, dir); ok {
			if m.side(p[1:], next, dir) {
				return true
			}
			budget := m.budget
			*m = before
			m.budget = budget
		}
		if e.tied {
			return false
		}
	}
	return false
}

// element fits one element at a place and tells where to go on.
func (m *matcher) element(e *element, i, dir int) (int, bool) {
	switch e.kind {
	case word:
		return i + dir, m.words[i].upper == e.text
	case anyOf:
		n := m.member(e.set, i, dir, 0)
		return i + dir*n, n > 0
	default:
	}
	n := m.words[i].chunk
	if n < 0 {
		return 0, false
	}
	k := &m.chunks[n]
	first, last := n, n
	switch e.kind {
	case source, target:
		if len(k.codes) == 0 {
			return 0, false
		}
		if e.kind == source {
			m.source = n
		} else {
			m.target = n
		}
	case joined:
		if k.size < 2 {
			return 0, false
		}
		m.joined = k.group
		first, last = k.group, k.group+k.size-1
	default:
	}
	if dir > 0 {
		return m.chunks[last].to, true
	}
	return m.chunks[first].from - 1, true
}

// maxNesting bounds synonym sets within synonym sets.
const maxNesting = 5

// member tells how many words of a synonym set stand here; 0 when none.
func (m *matcher) member(s *synset, i, dir, depth int) int {
	best := 0
	for _, p := range s.phrases {
		from := i
		if dir < 0 {
			from = i - len(p) + 1
		}
		if from >= 0 && p.at(m.words, from) == len(p) {
			best = max(best, len(p))
		}
	}
	if depth < maxNesting {
		for _, name := range s.nested {
			if n := m.d.synsets[name]; n != nil {
				best = max(best, m.member(n, i, dir, depth+1))
			}
		}
	}
	return best
}
