package petrarch

import "strings"

// chunk is a noun phrase without what prepositions hang on it.
type chunk struct {
	from, to int // words, half open
	actors   []string
	agents   []agent
	group    int  // first chunk of those joined by "and"; itself when alone
	size     int  // how many chunks its group has
	taken    bool // belongs to the phrase before: "Arnor" in "soldiers of Arnor"
	codes    []string
}

// findNames marks the words of actors and agents, and what they say.
func (c *coder) findNames() {
	for i := 0; i < len(c.words); i++ {
		a, n := c.d.actors.find(c.words, i)
		if n == 0 {
			continue
		}
		id := len(c.chunks) + 1 // reuse as a running number until chunks are made
		var actors []string
		if code := a.on(c.day); plainCode(code) != "" {
			actors = strings.Split(code, "/")
		}
		c.chunks = append(c.chunks, chunk{from: i, to: i + n, actors: actors})
		for k := i; k < i+n; k++ {
			c.words[k].named = id
		}
		i += n - 1
	}
	for i := 0; i < len(c.words); i++ {
		if c.words[i].named > 0 {
			continue
		}
		g, n := c.d.agents.find(c.words, i)
		if n == 0 || c.words[i].isVerb() && n == 1 {
			continue
		}
		id := len(c.chunks) + 1
		c.chunks = append(c.chunks, chunk{from: i, to: i + n, agents: []agent{g}})
		for k := i; k < i+n; k++ {
			if c.words[k].named == 0 {
				c.words[k].named, c.words[k].isAgent = id, true
			}
		}
		i += n - 1
	}
}

// nominal tells words that stand within a noun phrase.
func (c *coder) nominal(i int) bool {
	w := c.words[i]
	if w.named > 0 {
		return true
	}
	switch w.tag {
	case "DET", "ADJ", "NOUN", "PROPN", "NUM", "SYM", "X":
		return true
	case "PART":
		return w.upper == "'S" || w.upper == "'"
	case "PRON":
		return w.form == "PRP$"
	case "VERB", "ADV":
		return i > 0 && c.words[i-1].chunk >= 0 && i+1 < len(c.words) && c.opens(i-1) && c.nounish(i+1)
	case "CCONJ":
		return i > 0 && i+1 < len(c.words) && c.words[i-1].tag == "ADJ" && c.words[i+1].tag == "ADJ" && c.words[i-1].named == 0
	default:
		return false
	}
}

func (c *coder) opens(i int) bool {
	w := c.words[i]
	return w.tag == "DET" || w.tag == "ADJ" || w.form == "PRP$" || w.upper == "'S"
}

func (c *coder) nounish(i int) bool {
	w := c.words[i]
	return w.named > 0 || w.tag == "NOUN" || w.tag == "PROPN" || w.tag == "ADJ"
}

// chunk finds the noun phrases and puts the names into them.
func (c *coder) chunk() {
	names := c.chunks
	c.chunks = nil
	for i := 0; i < len(c.words); {
		if !c.nominal(i) {
			i++
			continue
		}
		k := chunk{from: i, to: i, group: len(c.chunks), size: 1}
		for k.to < len(c.words) && c.nominal(k.to) && (k.to == k.from || c.words[k.to].tag != "DET" || c.words[k.to].named > 0) {
			c.words[k.to].chunk = len(c.chunks)
			k.to++
		}
		k.fill(c.words, names)
		c.chunks = append(c.chunks, k)
		i = k.to
	}
	c.join()
}

// fill takes the first actor and all agents among the words of a chunk.
func (k *chunk) fill(words []item, names []chunk) {
	last := 0
	for i := k.from; i < k.to; i++ {
		id := words[i].named
		if id == 0 || id == last {
			continue
		}
		last = id
		if n := names[id-1]; len(n.agents) > 0 {
			k.agents = append(k.agents, n.agents...)
		} else if k.actors == nil {
			k.actors = n.actors
		}
	}
}

// join groups chunks between which only commas and a conjunction stand.
func (c *coder) join() {
	for i := 0; i < len(c.chunks); i++ {
		end := i
		for n := i; n+1 < len(c.chunks); n++ {
			link := c.link(n)
			if link == none {
				break
			}
			if link == conjunction {
				end = n + 1
			}
		}
		for n := i; n <= end; n++ {
			c.chunks[n].group, c.chunks[n].size = i, end-i+1
		}
		i = end
	}
}

type link uint8

const (
	none link = iota
	comma
	conjunction
)

// link tells what stands between a chunk and the next.
func (c *coder) link(n int) link {
	found := none
	for i := c.chunks[n].to; i < c.chunks[n+1].from; i++ {
		switch c.words[i].upper {
		case ",":
			found = max(found, comma)
		case "AND", "OR", "NOR", "&":
			found = conjunction
		default:
			return none
		}
	}
	return found
}

// inside tells whether a comma stands within a list of actors.
func (c *coder) inside(i int) bool {
	for n := range c.chunks {
		k := &c.chunks[n]
		if k.group == n && k.size > 1 && i >= k.from && i < c.chunks[n+k.size-1].to {
			return true
		}
	}
	return c.words[i].chunk >= 0 || i > 0 && i+1 < len(c.words) && c.words[i-1].tag == "ADJ" && (c.words[i+1].tag == "ADJ" || c.words[i+1].tag == "NOUN")
}

// belongs lists the prepositions that hang a place or body on a role.
var belongs = map[string]bool{"OF": true, "IN": true, "FROM": true, "AT": true}

// compose gives every chunk its codes.
func (c *coder) compose() {
	for n := range c.chunks {
		k := &c.chunks[n]
		if k.group == n {
			c.share(n)
		}
	}
	for n := range c.chunks {
		k := &c.chunks[n]
		k.codes = withAgents(k.actors, k.agents)
	}
}

// share hands actors on within a group and from the group that a preposition
// hangs on it.
func (c *coder) share(n int) {
	size := c.chunks[n].size
	last := &c.chunks[n+size-1]
	if next := n + size; next < len(c.chunks) && c.chunks[next].from == last.to+1 && belongs[c.words[last.to].upper] {
		of := c.group(next)
		if of != nil && len(last.agents) > 0 && last.actors == nil {
			for i := n; i < n+size; i++ {
				if k := &c.chunks[i]; k.actors == nil && len(k.agents) > 0 {
					k.actors = of
				}
			}
			for i := next; i < next+c.chunks[next].size; i++ {
				c.chunks[i].taken = true
				last.agents = append(last.agents, c.chunks[i].agents...)
			}
		}
	}
	for i := n + 1; i < n+size; i++ {
		k := &c.chunks[i]
		if k.actors == nil && len(k.agents) > 0 && c.words[k.from].tag != "DET" {
			k.actors = c.chunks[i-1].actors
		}
	}
}

// group lists the actors of a group.
func (c *coder) group(n int) []string {
	var all []string
	for i := n; i < n+c.chunks[n].size; i++ {
		all = append(all, c.chunks[i].actors...)
	}
	return all
}

// withAgents puts the codes of roles before or behind those of actors.
func withAgents(actors []string, agents []agent) []string {
	if len(agents) == 0 {
		return actors
	}
	if len(actors) == 0 {
		actors = []string{"---"}
	}
	codes := make([]string, 0, len(actors))
	for _, code := range actors {
		for _, g := range agents {
			switch {
			case holds(code, g.code):
			case g.before:
				code = g.code + code
			default:
				code += g.code
			}
		}
		codes = append(codes, code)
	}
	return codes
}

// holds tells whether a code already has a role: at a boundary of three letters.
func holds(code, role string) bool {
	for i := 0; i+len(role) <= len(code); i += 3 {
		if code[i:i+len(role)] == role {
			return true
		}
	}
	return false
}

// newName lets a phrase without a code stand for itself, in quotation marks, with
// what "of" adds to it; "" where it is too long or switched off.
func (c *coder) newName(n int) string {
	var words []string
	for {
		k := &c.chunks[n]
		for _, w := range c.words[k.from:k.to] {
			if w.tag != "PART" {
				words = append(words, w.upper)
			}
		}
		n++
		if n == len(c.chunks) || c.chunks[n].from != k.to+1 || c.words[k.to].upper != "OF" || len(c.chunks[n].codes) > 0 {
			break
		}
		words = append(words, "OF")
	}
	if len(words) > c.o.NewName {
		return ""
	}
	return `"` + strings.Join(words, " ") + `"`
}
