package petrarch

// cutClauses leaves out short clauses between commas, which rarely hold what the
// sentence is about.
func (c *coder) cutClauses() {
	if c.o.Initial.Max+c.o.Middle.Max+c.o.Final.Max == 0 {
		return
	}
	end := len(c.words)
	for end > 0 && c.words[end-1].tag == "PUNCT" {
		end--
	}
	var commas []int
	for i := 0; i < end; i++ {
		if c.words[i].upper == "," && !c.inside(i) {
			commas = append(commas, i)
		}
	}
	if len(commas) == 0 {
		return
	}
	gone := make([]bool, len(c.words))
	cut := func(from, to int, b Between) {
		if n := to - from; b.Max > 0 && n >= b.Min && n <= b.Max {
			for i := from; i < to; i++ {
				gone[i] = true
			}
		}
	}
	cut(0, commas[0], c.o.Initial)
	for i := 1; i < len(commas); i++ {
		cut(commas[i-1]+1, commas[i], c.o.Middle)
	}
	last := commas[len(commas)-1]
	cut(last+1, end, c.o.Final)
	for i, at := range commas { // a comma beside what was cut separates nothing
		if gone[min(at+1, len(gone)-1)] || i > 0 && gone[max(at-1, 0)] || i == 0 && gone[0] {
			gone[at] = true
		}
	}
	c.drop(gone)
}

// drop removes words; chunks keep their order.
func (c *coder) drop(gone []bool) {
	at := make([]int, len(c.words)+1)
	var words []item
	for i, w := range c.words {
		at[i] = len(words)
		if !gone[i] {
			words = append(words, w)
		}
	}
	at[len(c.words)] = len(words)
	for i := range words {
		// A governor that was cut leaves its words without one.
		if h := words[i].head; h >= 0 {
			if gone[h] {
				words[i].head = -1
			} else {
				words[i].head = at[h]
			}
		}
	}
	c.words = words
	var kept []chunk
	for _, k := range c.chunks {
		from, to := at[k.from], at[k.to]
		if from < to {
			k.from, k.to, k.group, k.size = from, to, len(kept), 1
			for i := from; i < to; i++ {
				c.words[i].chunk = len(kept)
			}
			kept = append(kept, k)
		}
	}
	c.chunks = kept
	c.join()
}
