package petrarch

// sides finds the codes of source and target: where the pattern says so, else the
// first coded phrase of the clause before the verb and the first behind it; "by"
// behind a passive turns them round.
func (c *coder) sides(h hit) (sources, targets []string) {
	before, behind := c.before(h), c.behind(h)
	if h.source < 0 && h.target < 0 && c.passive(h) {
		if by := c.agentOf(h); by >= 0 {
			return c.codesOf(by), c.codesOf(before)
		}
	}
	s, t := h.source, h.target
	if s < 0 {
		s = before
		if s == t {
			s = c.first(h.to, len(c.words), t)
		}
	}
	if t < 0 {
		t = behind
		if t == s {
			t = c.first(h.to, len(c.words), s)
		}
		if t < 0 && h.source >= 0 {
			t = before
		}
	}
	return c.codesOf(s), c.codesOf(t)
}

// before finds the source: the first coded phrase between the last comma and the
// verb, else, where both sides need not be known, the first phrase.
func (c *coder) before(h hit) int {
	from := 0
	for i := h.from - 1; i >= 0; i-- {
		if c.words[i].upper == "," && !c.inside(i) {
			from = i + 1
			break
		}
	}
	return c.first(from, h.from, -1)
}

// behind finds the target: the first coded phrase behind the verb; behind a comma
// only what belongs to the verb counts.
func (c *coder) behind(h hit) int {
	to := len(c.words)
	for i := h.to; i < len(c.words); i++ {
		if c.words[i].upper == "," && !c.inside(i) && !c.below(i+1, h.verb) {
			to = i
			break
		}
	}
	return c.first(h.to, to, -1)
}

// below tells whether the clause that begins here hangs on a verb: the first word
// that leads on decides.
func (c *coder) below(i, verb int) bool {
	for steps := 0; i >= 0 && i < len(c.words) && steps < len(c.words); steps++ {
		if i == verb {
			return true
		}
		i = c.words[i].head
	}
	return false
}

// first finds the first coded phrase in a stretch, other than one; where none is
// coded, the first phrase that may stand for an unknown actor.
func (c *coder) first(from, to, other int) int {
	plain := -1
	for n := range c.chunks {
		k := &c.chunks[n]
		if k.from < from || k.to > to || k.taken || n == other {
			continue
		}
		if len(k.codes) > 0 {
			return n
		}
		if plain < 0 && !c.moment(k) {
			plain = n
		}
	}
	return plain
}

// moment tells a bare time, such as "today" or "Saturday" without "on".
func (c *coder) moment(k *chunk) bool {
	return (k.from == 0 || c.words[k.from-1].tag != "ADP") && days[c.words[k.to-1].upper]
}

// days are nouns that name a time when they stand alone.
var days = map[string]bool{
	"TODAY": true, "YESTERDAY": true, "TOMORROW": true, "MONDAY": true, "TUESDAY": true, "WEDNESDAY": true,
	"THURSDAY": true, "FRIDAY": true, "SATURDAY": true, "SUNDAY": true, "NIGHT": true, "WEEK": true, "MONTH": true, "YEAR": true,
}

// codesOf gives the codes of a phrase and of those it is joined with.
func (c *coder) codesOf(n int) []string {
	if n < 0 {
		return nil
	}
	k := c.chunks[n]
	var all []string
	for i := k.group; i < k.group+k.size; i++ {
		codes := c.chunks[i].codes
		if name := c.newName(i); len(codes) == 0 && name != "" {
			codes = []string{name}
		}
		all = append(all, codes...)
	}
	if len(all) == 0 {
		return []string{"---"}
	}
	return all
}

// passive tells a participle behind a form of "be".
func (c *coder) passive(h hit) bool {
	if c.words[h.verb].form != "VBN" && c.words[h.verb].form != "VBD" {
		return false
	}
	for i := h.from - 1; i >= 0 && i >= h.from-4; i-- {
		switch c.words[i].upper {
		case "IS", "ARE", "WAS", "WERE", "BE", "BEEN", "BEING":
			return true
		}
		if c.words[i].tag != "ADV" && c.words[i].tag != "AUX" {
			return false
		}
	}
	return false
}

// agentOf finds the coded phrase behind "by", before the next verb.
func (c *coder) agentOf(h hit) int {
	for i := h.to; i < len(c.words) && !c.words[i].isVerb(); i++ {
		if c.words[i].upper == "BY" {
			if n := c.first(i+1, len(c.words), -1); n >= 0 && c.chunks[n].from <= i+1 && len(c.chunks[n].codes) > 0 {
				return n
			}
		}
	}
	return -1
}
