package reading

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"reckon/names"
)

// Disagreement is a point on which two documents do not go together.
type Disagreement struct {
	Type  string `json:"type"` // always disagreement, beside the types of items
	Kind  Divide `json:"kind"`
	About string `json:"about"` // whom or what
	On    string `json:"on"`    // dimension, topic or thing counted
	A     Side   `json:"a"`
	B     Side   `json:"b"`
}

// Divide says how two documents differ.
type Divide string

// Ways to differ.
const (
	Contradiction Divide = "contradiction"
	OlderNewer    Divide = "older against newer" // written more than half a year apart: the world may have changed
	OtherMeasure  Divide = "different measure"   // figures that do not count the same, or not the same way
)

// Side is what one document says on the point.
type Side struct {
	Document string  `json:"document"`
	Dated    string  `json:"dated,omitempty"`
	Says     string  `json:"says"`
	Places   []Place `json:"places"`
}

// apart is how many days lie between documents of different times.
const apart = 183

// Disagreements sets documents beside each other, pair by pair in the order given:
// where two put one person or state at opposite poles of a dimension, where they
// report opposite wants of one holder on one topic, and where they give figures for
// one thing that cannot both be right. Cost: for each pair linear in the findings,
// and in the wishes of one holder that share a word.
func Disagreements(accounts []*Account) []Disagreement {
	var all []Disagreement
	sums := make([]summary, len(accounts))
	id := identify(accounts)
	for i, a := range accounts {
		sums[i] = summary{a.leans(id), a.wishes(id), a.figures(), a.quantities()}
	}
	for i, a := range accounts {
		for j := i + 1; j < len(accounts); j++ {
			b := accounts[j]
			all = append(all, opposite(a, b, sums[i].leans, sums[j].leans)...)
			all = append(all, crossed(a, b, id, sums[i].wishes, sums[j].wishes)...)
			figures := counted(a, b, sums[i].figures, sums[j].figures)
			all = append(all, figures...)
			all = append(all, news(figures, measured(a, b, sums[i].amounts, sums[j].amounts))...)
		}
	}
	for i := range all {
		all[i].Type = "disagreement"
	}
	return all
}

// summary is what of a document can stand against another.
type summary struct {
	leans   map[leanKey]*lean
	wishes  wishes
	figures map[string][]*Item
	amounts []figure
}

// news leaves out what is reported of a sentence already.
func news(known, more []Disagreement) []Disagreement {
	return slices.DeleteFunc(more, func(d Disagreement) bool {
		return slices.ContainsFunc(known, func(k Disagreement) bool {
			return within(&k.A.Places[0], &d.A.Places[0]) && within(&k.B.Places[0], &d.B.Places[0])
		})
	})
}

func within(p, in *Place) bool { return p.Start >= in.Start && p.End <= in.End }

// divide tells a contradiction from a change between two times.
func divide(a, b *Account) Divide {
	x, y := a.Document.Published, b.Document.Published
	if x != 0 && y != 0 && (x-y > apart || y-x > apart) {
		return OlderNewer
	}
	return Contradiction
}

func (a *Account) side(says string, places ...Place) Side {
	s := Side{Document: a.Document.Name, Says: says, Places: places[:min(len(places), 3)]}
	if a.Document.Published != 0 {
		s.Dated = a.Document.Published.String()
	}
	return s
}

// leanKey is a person, state or organ, by ID, on a dimension; for trust, in whom.
type leanKey struct{ subject, dimension, toward string }

// lean is where a document puts somebody, all its sentences together.
type lean struct {
	name        string
	toward      string // in whom one trusts or not
	plus, minus []Place
}

// sign is the pole that a document leans to: at least two thirds of what it says.
func (l *lean) sign() int {
	switch p, m := len(l.plus), len(l.minus); {
	case p > 0 && p >= 2*m:
		return 1
	case m > 0 && m >= 2*p:
		return -1
	}
	return 0
}

func (a *Account) leans(id *identity) map[leanKey]*lean {
	all := map[leanKey]*lean{}
	for _, p := range a.positions() {
		key := leanKey{dimension: p.pole.dimension}
		name := p.holder
		if p.subject >= 0 {
			e := a.Cast.Entities[p.subject]
			if e.Kind != names.Person && e.Kind != names.State && e.Kind != names.Organ {
				continue
			}
			name = e.Name
			key.subject = cmp.Or(id.of(e.ID), e.Name)
		} else if key.subject = id.holder("", p.holder); key.subject == "" {
			continue
		}
		toward := ""
		if p.toward >= 0 {
			e := a.Cast.Entities[p.toward]
			key.toward = cmp.Or(id.of(e.ID), e.Name)
			toward = id.called(key.toward, e.Name)
		}
		l := all[key]
		if l == nil {
			l = &lean{name: id.called(key.subject, name), toward: toward}
			all[key] = l
		}
		at := Place{a.offsets.Point(p.from), a.offsets.Point(p.to), a.Document.Text[p.from:p.to]}
		side := &l.plus
		if p.pole.sign < 0 {
			side = &l.minus
		}
		if n := len(*side); n == 0 || (*side)[n-1] != at {
			*side = append(*side, at)
		}
	}
	return all
}

// words for the poles of each dimension.
var leaning = map[string][2]string{
	"risk":       {"takes risks", "is careful"},
	"compromise": {"seeks a settlement", "refuses to give way"},
	"fighting":   {"fights or threatens to", "keeps from fighting"},
	"trust":      {"trusts", "distrusts"},
	"strength":   {"is strong", "is weak"},
	"belief":     {"follows a creed", "follows interest"},
}

func opposite(a, b *Account, la, lb map[leanKey]*lean) []Disagreement {
	var keys []leanKey
	for k, l := range la {
		if o := lb[k]; o != nil && l.sign()*o.sign() < 0 {
			keys = append(keys, k)
		}
	}
	slices.SortFunc(keys, func(x, y leanKey) int {
		return cmp.Or(strings.Compare(x.subject, y.subject), strings.Compare(x.dimension, y.dimension), strings.Compare(x.toward, y.toward))
	})
	var all []Disagreement
	for _, k := range keys {
		on := k.dimension
		if la[k].toward != "" {
			on += " in " + la[k].toward
		}
		all = append(all, Disagreement{Kind: divide(a, b), About: la[k].name, On: on, A: a.lean(k, la[k]), B: b.lean(k, lb[k])})
	}
	return all
}

func (a *Account) lean(k leanKey, l *lean) Side {
	if l.sign() > 0 {
		return a.side(leaning[k.dimension][0], l.plus...)
	}
	return a.side(leaning[k.dimension][1], l.minus...)
}

// wishes are what a document says that holders want or will not have.
type wishes struct {
	all  []wished
	with map[string][]int // by holder and word: indices, in the order of the text
}

type wished struct {
	item  *Item
	who   string
	sign  int
	words []string // of meaning, once each
}

func (a *Account) wishes(id *identity) wishes {
	w := wishes{with: map[string][]int{}}
	for i := range a.Items {
		it := &a.Items[i]
		if it.Type != Claim || it.Content == nil || wish(it) == 0 {
			continue
		}
		who := id.holder(it.Who, it.Holder)
		if who == "" {
			continue
		}
		words := meaning(it.Content.Text)
		for _, word := range words {
			w.with[who+" "+word] = append(w.with[who+" "+word], len(w.all))
		}
		w.all = append(w.all, wished{it, who, wish(it), words})
	}
	return w
}

// crossed finds what one document says a holder wants and the other that he
// refuses or fears, on the same topic. A topic of one holder counts once a pair.
func crossed(a, b *Account, id *identity, wa, wb wishes) []Disagreement {
	var all []Disagreement
	seen := map[string]bool{}
	for _, x := range wa.all {
		common := map[int][]string{}
		for _, word := range x.words {
			for _, j := range wb.with[x.who+" "+word] {
				if x.sign*wb.all[j].sign < 0 {
					common[j] = append(common[j], word)
				}
			}
		}
		for _, j := range slices.Sorted(maps.Keys(common)) {
			y := wb.all[j]
			topic := topic(common[j], min(len(x.words), len(y.words)))
			if key := x.who + " " + topic; topic != "" && !seen[key] {
				seen[key] = true
				all = append(all, Disagreement{Kind: divide(a, b), About: id.called(x.who, x.item.Holder), On: topic, A: a.side(says(x.item), *x.item.Content), B: b.side(says(y.item), *y.item.Content)})
			}
		}
	}
	return all
}

// topic gives the words of meaning that two stretches have in common, when they are
// at least two and a third of the shorter one.
func topic(both []string, shorter int) string {
	if len(both) < 2 || 3*len(both) < shorter {
		return ""
	}
	return strings.Join(both, " ")
}

// wish is +1 for what a holder is after, -1 for what he will not have. What is
// refused is negated: it will not be.
func wish(it *Item) int {
	sign := map[string]int{"want": 1, "intend": 1, "promise": 1, "refuse": 1, "fear": -1}[it.Kind]
	if it.Negated {
		return -sign
	}
	return sign
}

func says(it *Item) string {
	if it.Kind == "refuse" && it.Negated {
		return "refuses"
	}
	verb := map[string]string{"want": "wants", "intend": "intends", "promise": "promises", "refuse": "refuses", "fear": "fears"}[it.Kind]
	if it.Negated {
		return "not: " + verb
	}
	return verb
}

// meaning lists the longer words of a stretch, in lower case, once each.
func meaning(s string) []string {
	var all []string
	for w := range strings.FieldsFuncSeq(strings.ToLower(s), func(r rune) bool { return r < 'a' && r != '-' || r > 'z' && r < 0xC0 }) {
		if len(w) > 4 && !slices.Contains(all, w) {
			all = append(all, w)
		}
	}
	return all
}

// figures lists dated figures by what they count, of what and in which year.
func (a *Account) figures() map[string][]*Item {
	all := map[string][]*Item{}
	for i := range a.Items {
		if it := &a.Items[i]; it.Number != nil && it.Number.Counts != "" && len(it.Date) >= 4 {
			key := it.Event + " " + it.Date[:4] + " " + strings.ToLower(it.Number.Counts)
			all[key] = append(all[key], it)
		}
	}
	return all
}

// counted finds figures for one thing in one year that exclude each other.
func counted(a, b *Account, fa, fb map[string][]*Item) []Disagreement {
	var all []Disagreement
	for _, key := range slices.Sorted(maps.Keys(fa)) {
		for _, x := range fa[key] {
			for _, y := range fb[key] {
				if agree(x.Number, y.Number) {
					continue
				}
				all = append(all, Disagreement{
					Kind: OtherMeasure, About: fmt.Sprintf("%s, %s", x.Event, x.Date[:4]), On: x.Number.Counts,
					A: a.side(x.Number.Text, Place{x.Start, x.End, x.Text}), B: b.side(y.Number.Text, Place{y.Start, y.End, y.Text}),
				})
			}
		}
	}
	return all
}

// agree reports that two figures, with their open ends, can both be right.
func agree(x, y *Number) bool {
	low := func(n *Number) float64 {
		if n.Low == nil {
			return 0
		}
		return *n.Low
	}
	high := func(n *Number) float64 {
		if n.High == nil {
			return openEnd
		}
		return *n.High
	}
	return low(x) <= high(y) && low(y) <= high(x)
}
