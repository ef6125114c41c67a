package beliefmap

import (
	"cmp"
	"slices"
)

// Edge is one statement that one thing furthers or hinders another.
type Edge struct {
	Holder        string // whose belief it is
	Cause, Effect string // in the words of the text
	Sign          int    // +1 furthers, -1 hinders, 0 has no effect, as the holder says
	Certainty     string
	Document      string
	Start, End    int // of the quotation in the document
	Quote         string
}

// Map is the graph of what one holder, or all of them, hold to cause what.
type Map struct {
	Holder   string // "" for the map of all
	Concepts []Concept
	Links    []Link // by cause, effect, sign
	Edges    []Edge // what the links rest on, in the order given
	Denied   []Edge // effects that the holder says there are not
	Merges   []Merge
	Empty    int // statements left out because cause or effect has no word, or both are one concept
}

// Concept is a node: a thing that can be more or less, or be or not be.
type Concept struct {
	Key     string   // normal form
	Label   string   // the commonest phrase for it
	Phrases []string // all of them, sorted
	In, Out int      // links that end and start here
	Role    string   // given: only a cause; end: only an effect; ordinary: both
}

// Centrality is how many links a concept has [axelrod1976].
func (c Concept) Centrality() int { return c.In + c.Out }

// Link joins two concepts; statements of opposite sign make two links.
type Link struct {
	From, To int
	Sign     int
	Edges    []int // indices into the edges of the map
}

// Weight is the number of statements that a link rests on.
func (l Link) Weight() int { return len(l.Edges) }

// Build makes the map of one holder, or of all when the holder is "". Of merges
// that speak of one phrase the first counts. Cost: one pass and a sort.
func Build(holder string, edges []Edge, merges []Merge) *Map {
	m := &Map{Holder: holder}
	c := collector{table: newTable(merges), seen: map[string]int{}, count: map[string]map[string]int{}, names: map[string]string{}}
	for _, e := range edges {
		if holder != "" && e.Holder != holder {
			continue
		}
		a, b := c.concept(e.Cause), c.concept(e.Effect)
		switch {
		case a.key == "" || b.key == "" || a.key == b.key:
			m.Empty++
		case e.Sign == 0:
			m.Denied = append(m.Denied, e)
		default:
			m.Edges = append(m.Edges, e)
			c.use(a)
			c.use(b)
			c.link(a.key, b.key, sign(e.Sign)*a.sign*b.sign, len(m.Edges)-1)
		}
	}
	c.finish(m)
	return m
}

func sign(n int) int { return cmp.Compare(n, 0) }

// collector gathers links by the keys of their concepts.
type collector struct {
	table table
	seen  map[string]int
	links []keyed
	count map[string]map[string]int // key, phrase of plain sign: how often
	names map[string]string         // key: the concept as a table writes it
	uses  []sense
}

type keyed struct {
	from, to string
	sign     int
	edges    []int
}

func (c *collector) concept(phrase string) sense { return c.table.read(phrase) }

func (c *collector) use(r sense) {
	c.uses = append(c.uses, r)
	if c.count[r.key] == nil {
		c.count[r.key] = map[string]int{}
	}
	if r.sign > 0 && !r.tabled {
		c.count[r.key][r.phrase]++
	}
	if r.name != "" && c.names[r.key] == "" {
		c.names[r.key] = r.name
	}
}

func (c *collector) link(from, to string, sign, edge int) {
	id := from + "\x00" + to + "\x00" + map[int]string{1: "+", -1: "-"}[sign]
	k, ok := c.seen[id]
	if !ok {
		k = len(c.links)
		c.seen[id] = k
		c.links = append(c.links, keyed{from: from, to: to, sign: sign})
	}
	c.links[k].edges = append(c.links[k].edges, edge)
}

// finish numbers the concepts by key and fills the map.
func (c *collector) finish(m *Map) {
	keys := make([]string, 0, len(c.count))
	for k := range c.count {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	index := map[string]int{}
	for i, k := range keys {
		index[k] = i
		m.Concepts = append(m.Concepts, Concept{Key: k, Label: commonest(c.count[k], cmp.Or(c.names[k], k))})
	}
	for _, l := range c.links {
		from, to := index[l.from], index[l.to]
		m.Links = append(m.Links, Link{From: from, To: to, Sign: l.sign, Edges: l.edges})
		m.Concepts[from].Out++
		m.Concepts[to].In++
	}
	slices.SortFunc(m.Links, func(a, b Link) int {
		return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To), cmp.Compare(b.Sign, a.Sign))
	})
	for _, r := range c.uses {
		k := &m.Concepts[index[r.key]]
		if !slices.Contains(k.Phrases, r.phrase) {
			k.Phrases = append(k.Phrases, r.phrase)
			if r.phrase != k.Label {
				m.Merges = append(m.Merges, Merge{Phrase: r.phrase, Concept: k.Label, Sign: r.sign, Reason: r.why()})
			}
		}
	}
	for i := range m.Concepts {
		slices.Sort(m.Concepts[i].Phrases)
		m.Concepts[i].Role = role(m.Concepts[i])
	}
	slices.SortFunc(m.Merges, func(a, b Merge) int {
		return cmp.Or(cmp.Compare(a.Concept, b.Concept), cmp.Compare(a.Phrase, b.Phrase))
	})
}

// commonest is the phrase used most, then the shortest, then the first; without
// one it is the name given.
func commonest(count map[string]int, name string) string {
	best := ""
	for phrase := range count {
		if best == "" || cmp.Or(cmp.Compare(count[best], count[phrase]), cmp.Compare(len(phrase), len(best)), cmp.Compare(phrase, best)) < 0 {
			best = phrase
		}
	}
	if best == "" {
		return name
	}
	return best
}

func role(c Concept) string {
	switch {
	case c.In == 0:
		return "given"
	case c.Out == 0:
		return "end"
	}
	return "ordinary"
}

// Density is the share of ordered pairs of concepts that a link joins; a pair
// joined with both signs counts once. It is 0 for fewer than two concepts.
func (m *Map) Density() float64 {
	n := len(m.Concepts)
	if n < 2 {
		return 0
	}
	pairs := 0
	for i, l := range m.Links {
		if i == 0 || m.Links[i-1].From != l.From || m.Links[i-1].To != l.To {
			pairs++
		}
	}
	return float64(pairs) / float64(n*(n-1))
}

// Find gives the index of the concept that a phrase or key names; -1 when none does.
func (m *Map) Find(phrase string) int {
	for i, c := range m.Concepts {
		if c.Key == phrase || c.Label == phrase || slices.Contains(c.Phrases, phrase) {
			return i
		}
	}
	return -1
}

// Documents lists the documents that a link rests on, sorted.
func (m *Map) Documents(l Link) []string {
	var names []string
	for _, e := range l.Edges {
		names = append(names, m.Edges[e].Document)
	}
	slices.Sort(names)
	return slices.Compact(names)
}
