package grammar

import (
	"slices"

	"reckon/perceptron"
)

// state is a half-built tree in the arc-hybrid system of [kuhlmann2011]: words on
// the stack still lack a head, words from front on were not read yet. The root
// stands after the last word, at n; n+1 is the place of words that are not there.
type state struct {
	n, front      int
	stack         []int
	word, tag     []perceptron.Feature // word is the dictionary form
	head, label   []int                // of those that have one; -1
	left, left2   []int                // the outermost child on the left, and the next
	right, right2 []int
	lefts, rights []int                // how many children
	leftSet       []perceptron.Feature // the labels of the children, a bit each
	rightSet      []perceptron.Feature
	subjects      perceptron.Feature // labels of subjects; none while learning
	relative      []bool             // words that are relative pronouns
	served        []bool             // words whose subject is a relative pronoun
}

// Actions: shift, then an arc to the left and one to the right for every label.
const shift = 0

func leftArc(label int) int      { return 1 + 2*label }
func rightArc(label int) int     { return 2 + 2*label }
func isLeft(action int) bool     { return action&1 == 1 }
func actionLabel(action int) int { return (action - 1) / 2 }
func actionCount(labels int) int { return 1 + 2*labels }

// reset begins a sentence. Words are hashes of dictionary forms: with the Penn
// tag beside it, the form tells no more and is rarer.
func (s *state) reset(words []perceptron.Feature, tags []int) {
	n := len(words)
	s.n, s.front, s.stack = n, 0, s.stack[:0]
	for _, list := range []*[]int{&s.lefts, &s.rights} {
		*list = fill(*list, n+2, 0)
	}
	for _, list := range []*[]int{&s.head, &s.label} {
		*list = fill(*list, n+2, -1)
	}
	for _, list := range []*[]int{&s.left, &s.left2, &s.right, &s.right2} {
		*list = fill(*list, n+2, n+1)
	}
	for _, list := range []*[]perceptron.Feature{&s.word, &s.tag, &s.leftSet, &s.rightSet} {
		*list = fill(*list, n+2, 0)
	}
	for i := range words {
		s.word[i], s.tag[i] = words[i], perceptron.Feature(tags[i]+3)
	}
	s.word[n], s.tag[n] = 1, 1
	s.word[n+1], s.tag[n+1] = 2, 2
}

// watch notes what bars arcs while a sentence is parsed.
func (s *state) watch(tokens []Token, subjects perceptron.Feature) {
	s.subjects = subjects
	s.served, s.relative = fill(s.served, s.n+2, false), fill(s.relative, s.n+2, false)
	for i := range tokens {
		s.relative[i] = tokens[i].Form == "WP" || tokens[i].Form == "WDT"
	}
}

// fill gives a list of n equal values, in the place of an old one where it fits.
func fill[T any](list []T, n int, value T) []T {
	list = slices.Grow(list[:0], n)[:n]
	for i := range list {
		list[i] = value
	}
	return list
}

func (s *state) done() bool { return s.front == s.n && len(s.stack) == 0 }

// top gives the k-th word of the stack from its top, or the place for none.
func (s *state) top(k int) int {
	if k >= len(s.stack) {
		return s.n + 1
	}
	return s.stack[len(s.stack)-1-k]
}

// next gives the k-th unread word.
func (s *state) next(k int) int {
	if s.front+k > s.n {
		return s.n + 1
	}
	return s.front + k
}

// can tells which kinds of action are allowed: an empty stack must shift, and the
// root takes one word, the last that is left.
func (s *state) can() (shifts, lefts, rights bool) {
	k := len(s.stack)
	atRoot := s.front == s.n
	return !atRoot, k > 0 && (!atRoot || k == 1), k > 1
}

// forced gives the action of a state that has no choice, whatever the scores: an
// empty stack shifts, and the root takes the last word, whose label is not read.
func (s *state) forced() (action int, forced bool) {
	switch shifts, lefts, rights := s.can(); {
	case !lefts && !rights:
		return shift, true
	case !shifts && !rights:
		return leftArc(0), true
	}
	return 0, false
}

// do carries out an action.
func (s *state) do(action int) {
	if action == shift {
		s.stack = append(s.stack, s.front)
		s.front++
		return
	}
	child, label := s.top(0), actionLabel(action)
	set := perceptron.Feature(1) << (label & 63)
	s.label[child] = label
	if isLeft(action) {
		h := s.front
		s.head[child] = h
		s.left2[h], s.left[h] = s.left[h], child
		s.lefts[h]++
		s.leftSet[h] |= set
		if set&s.subjects != 0 && s.relative[child] {
			s.served[h] = true
		}
	} else {
		h := s.top(1)
		s.head[child] = h
		s.right2[h], s.right[h] = s.right[h], child
		s.rights[h]++
		s.rightSet[h] |= set
	}
	s.stack = s.stack[:len(s.stack)-1]
}

// best gives the allowed action with the highest score; ties go to the first. A
// verb whose subject is a relative pronoun takes no other: in "the minister, who
// had left, said" the minister waits for said.
func (s *state) best(scores []int32) int {
	shifts, lefts, rights := s.can()
	barred := perceptron.Feature(0)
	if s.subjects != 0 && s.served[s.front] {
		barred = s.subjects
	}
	best := -1
	for a, score := range scores {
		allowed := rights
		switch {
		case a == shift:
			allowed = shifts
		case isLeft(a):
			allowed = lefts && barred>>(actionLabel(a)&63)&1 == 0
		}
		if allowed && (best < 0 || score > scores[best]) {
			best = a
		}
	}
	return best
}

// features lists the properties of the state after the templates of [zhang2011].
func (s *state) features(out []perceptron.Feature) []perceptron.Feature {
	s0, s1, s2 := s.top(0), s.top(1), s.top(2)
	b0, b1, b2 := s.next(0), s.next(1), s.next(2)
	w, p := s.word, s.tag
	s0w, s0p, s1w, s1p := w[s0], p[s0], w[s1], p[s1]
	b0w, b0p, b1p, b2p := w[b0], p[b0], p[b1], p[b2]
	s0wp, s1wp, b0wp := perceptron.Mix(s0w, s0p), perceptron.Mix(s1w, s1p), perceptron.Mix(b0w, b0p)
	l0, r0, l1, r1, lb := s.left[s0], s.right[s0], s.left[s1], s.right[s1], s.left[b0]
	out = append(
		out[:0],
		one(1, s0w), one(2, s0p), one(3, s0wp),
		one(4, s1w), one(5, s1p), one(6, s1wp),
		one(7, b0w), one(8, b0p), one(9, b0wp),
		one(10, w[b1]), one(11, b1p), two(12, w[b1], b1p), one(13, b2p), two(14, w[b2], b2p),
		two(15, s0wp, b0wp), two(16, s0wp, b0p), two(17, s0p, b0wp), two(18, s0w, b0w), two(19, s0p, b0p),
		two(20, s1wp, s0wp), two(21, s1wp, s0p), two(22, s1p, s0wp), two(23, s1w, s0w), two(24, s1p, s0p),
		two(25, s1p, b0p), two(26, b0p, b1p), two(27, s1wp, b0wp),
		three(28, b0p, b1p, b2p), three(29, s0p, b0p, b1p), three(30, s1p, s0p, b0p), three(31, p[s2], s1p, s0p),
		two(32, perceptron.Mix(s1p, s0p), perceptron.Mix(b0p, b1p)),
		three(33, s0wp, b0p, b1p), three(34, s1p, s0wp, b0p), three(35, s1p, s0p, b0wp),
	)
	out = s.childFeatures(out, s0, s1, b0, [5]int{l0, r0, l1, r1, lb})
	return s.countFeatures(out, s0, s1, b0)
}

// childFeatures tell of words that were attached already.
func (s *state) childFeatures(out []perceptron.Feature, s0, s1, b0 int, c [5]int) []perceptron.Feature {
	w, p := s.word, s.tag
	lab := func(i int) perceptron.Feature { return perceptron.Feature(s.label[i] + 1) }
	l0, r0, l1, r1, lb := c[0], c[1], c[2], c[3], c[4]
	s0p, s1p, b0p := p[s0], p[s1], p[b0]
	return append(
		out,
		three(40, s0p, p[l0], b0p), three(41, s0p, p[r0], b0p), three(42, s0p, b0p, p[lb]),
		three(43, s1p, p[r1], s0p), three(44, s1p, p[l1], s0p), three(45, s1p, s0p, p[l0]), three(46, s1p, s0p, p[r0]),
		two(47, lab(l0), s0p), two(48, lab(r0), s0p), two(49, lab(lb), b0p), two(50, lab(l1), s1p), two(51, lab(r1), s1p),
		one(52, w[l0]), one(53, w[r0]), one(54, w[lb]), one(55, w[l1]), one(56, w[r1]),
		three(57, s0p, p[l0], p[s.left2[s0]]), three(58, s0p, p[r0], p[s.right2[s0]]), three(59, b0p, p[lb], p[s.left2[b0]]),
		three(60, s1p, p[r1], p[s.right2[s1]]),
		two(61, perceptron.Mix(s0p, lab(l0)), perceptron.Mix(b0p, lab(lb))),
		two(62, perceptron.Mix(s1p, lab(r1)), perceptron.Mix(s0p, lab(l0))),
		two(63, s.word[s0], w[r0]), two(64, s.word[s1], w[r1]),
	)
}

// countFeatures tell of distances, of how many children a word has, and of which
// kinds they are.
func (s *state) countFeatures(out []perceptron.Feature, s0, s1, b0 int) []perceptron.Feature {
	w, p := s.word, s.tag
	d, e := distance(s0, b0), distance(s1, s0)
	count := func(n int) perceptron.Feature { return perceptron.Feature(min(n, 4)) }
	return append(
		out,
		two(70, w[s0], d), two(71, p[s0], d), two(72, w[b0], d), two(73, p[b0], d), three(74, p[s0], p[b0], d),
		three(75, p[s1], p[s0], e), two(76, w[s1], e), two(77, w[s0], e),
		two(78, w[s0], count(s.lefts[s0])), two(79, p[s0], count(s.lefts[s0])),
		two(80, w[s0], count(s.rights[s0])), two(81, p[s0], count(s.rights[s0])),
		two(82, w[b0], count(s.lefts[b0])), two(83, p[b0], count(s.lefts[b0])),
		two(84, w[s1], count(s.rights[s1])), two(85, p[s1], count(s.rights[s1])),
		two(86, w[s0], s.leftSet[s0]), two(87, p[s0], s.leftSet[s0]),
		two(88, w[s0], s.rightSet[s0]), two(89, p[s0], s.rightSet[s0]),
		two(90, w[b0], s.leftSet[b0]), two(91, p[b0], s.leftSet[b0]),
		two(92, w[s1], s.rightSet[s1]), two(93, p[s1], s.rightSet[s1]), two(94, p[s1], s.leftSet[s1]),
	)
}

// distance counts words between two, in steps that grow.
func distance(a, b int) perceptron.Feature {
	switch d := b - a; {
	case d < 6:
		return perceptron.Feature(max(d, 0))
	case d < 11:
		return 6
	default:
		return 7
	}
}
