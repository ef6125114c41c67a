package lang

import (
	"math"
	"strings"

	"github.com/hashicorp/hcl/v2/hclsyntax"

	"reckon"
)

// holder is what may hold a temper: tempers by actor, the nearest first.
type holder []map[string]reckon.Temper

// of returns the temper an actor has in the nearest place that states one.
func (h holder) of(actor string) reckon.Temper {
	for _, tempers := range h {
		if t, ok := tempers[actor]; ok {
			return t
		}
	}
	return reckon.DefaultTemper()
}

// minds reads the minds outside any reading.
func (l *loader) minds(blocks []*hclsyntax.Block) {
	l.c.Minds, l.tempers = l.mindsOf(blocks, nil)
}

// mindsOf reads the mind blocks among blocks. Tempers come first, because a
// kind of opponent falls back to that opponent's own, wherever it stands.
func (l *loader) mindsOf(blocks []*hclsyntax.Block, outer map[string]reckon.Temper) ([]reckon.Mind, map[string]reckon.Temper) {
	tempers := map[string]reckon.Temper{}
	var opened []fields
	first := map[string]reckon.Range{}
	for _, b := range blocks {
		if b.Type != "mind" {
			continue
		}
		f := l.open(b, blockNamed("mind"))
		if f.label == "" || !l.knownActor(f) {
			continue
		}
		if at, taken := first[f.label]; taken {
			l.add(duplicateName(f.named, "mind", f.label, at))
			continue
		}
		first[f.label] = f.named
		tempers[f.label] = f.temper(reckon.DefaultTemper())
		opened = append(opened, f)
	}
	var minds []reckon.Mind
	for _, f := range opened {
		minds = append(minds, l.mind(f, holder{tempers, outer}))
	}
	return minds, tempers
}

// knownActor reports a label that names no actor.
func (l *loader) knownActor(f fields) bool {
	if l.c.Actor(f.label) >= 0 {
		return true
	}
	l.add(l.unknownActor(f.named, f.label))
	return false
}

// mind reads one mind.
func (l *loader) mind(f fields, tempers holder) reckon.Mind {
	m := reckon.Mind{Actor: f.label, Temper: tempers.of(f.label), Cites: f.cites(), At: f.at}
	m.Wants, m.Order = f.wants()
	about := map[string]reckon.Range{}
	for _, b := range f.blocks("believes") {
		g := l.open(b, blockNamed("believes"))
		if g.label == "" || !l.knownActor(g) {
			continue
		}
		if g.label == f.label {
			l.add(beliefAboutSelf(g.named, f.label))
			continue
		}
		if at, taken := about[g.label]; taken {
			l.add(duplicateName(g.named, "belief about", g.label, at))
			continue
		}
		about[g.label] = g.named
		if belief := l.belief(g, tempers.of(g.label)); belief.Kinds != nil {
			m.Beliefs = append(m.Beliefs, belief)
		}
	}
	return m
}

// temper reads the settings over the given ones; what is stated is no longer
// assumed.
func (f fields) temper(t reckon.Temper) reckon.Temper {
	if concept := f.concept(); concept != "" {
		t.Concept = concept
	}
	t.Caution = f.share("caution", t.Caution)
	t.Stubborn = f.share("stubborn", t.Stubborn)
	if v, at := f.number("precision", t.Precision); v < 0 {
		f.l.add(precisionNegative(at, v))
	} else {
		t.Precision = v
	}
	if v, at := f.number("emphasis", t.Emphasis); v < 1 || math.IsInf(v, 1) {
		f.l.add(emphasisBelowOne(at, v))
	} else {
		t.Emphasis = v
	}
	var assumed []string
	for _, name := range t.Assumed {
		if !f.has(name) {
			assumed = append(assumed, name)
		}
	}
	t.Assumed = assumed
	return t
}

// concept reads the stability concept; "" when absent or wrong.
func (f fields) concept() reckon.Concept {
	word, at := f.name("concept")
	if word == "" {
		return ""
	}
	row := f.schema.attribute("concept")
	if contains(row.words, word) {
		return reckon.Concept(word)
	}
	for _, later := range []string{"L2", "L3", "NM"} {
		if strings.EqualFold(word, later) {
			f.l.add(conceptLater(at, later))
			return ""
		}
	}
	f.l.add(wrongWord(at, row, word))
	return ""
}

// wants reads the wants of a mind, belief or kind, or the order in their place.
func (f fields) wants() ([]reckon.Want, [][]reckon.State) {
	var wants []reckon.Want
	first := map[string]reckon.Range{}
	for _, b := range f.blocks("want") {
		w := f.l.open(b, blockNamed("want"))
		if at, taken := first[w.label]; taken && w.label != "" {
			f.l.add(duplicateName(w.named, "want", w.label, at))
			continue
		}
		first[w.label] = w.named
		want := reckon.Want{
			Name: w.label, Title: w.title(w.label),
			RedLine: w.yesNo("red_line", false), Cites: w.cites(), At: w.at,
		}
		want.That, want.Text = w.statement("that", placeWant)
		if want.That.Op != "" {
			wants = append(wants, want)
		}
	}
	order := f.order()
	if order != nil && len(f.blocks("want")) > 0 {
		f.l.add(wantsAndOrder(place(f.attrs["order"].NameRange)))
	}
	return wants, order
}

// belief reads what one actor holds another to be.
func (l *loader) belief(f fields, base reckon.Temper) reckon.Belief {
	b := reckon.Belief{About: f.label, At: f.at}
	kinds := f.blocks("kind")
	if len(kinds) == 0 {
		k := reckon.Kind{Name: f.label, Title: f.label, Odds: 1, Temper: f.temper(base), Cites: f.cites(), At: f.at}
		k.Wants, k.Order = f.wants()
		if k.Wants == nil && k.Order == nil && len(f.blocks("want")) == 0 && !f.has("order") {
			l.add(beliefEmpty(f.at, f.label))
			return b
		}
		b.Kinds, b.Cites = []reckon.Kind{k}, k.Cites
		return b
	}
	b.Cites = f.cites()
	if loose := f.blocks("want"); len(loose) > 0 || f.has("order") {
		l.add(kindsAndWants(f.at, f.label))
	}
	base = f.temper(base)
	first := map[string]reckon.Range{}
	for _, inner := range kinds {
		k := l.open(inner, blockNamed("kind"))
		if at, taken := first[k.label]; taken && k.label != "" {
			l.add(duplicateName(k.named, "kind", k.label, at))
			continue
		}
		first[k.label] = k.named
		b.Kinds = append(b.Kinds, l.kind(k, base))
	}
	l.shareOdds(f, &b)
	return b
}

// kind reads one kind of opponent.
func (l *loader) kind(f fields, base reckon.Temper) reckon.Kind {
	k := reckon.Kind{
		Name: f.label, Title: f.title(f.label), Odds: f.odds("odds"),
		Temper: f.temper(base), Cites: f.cites(), At: f.at,
	}
	k.Wants, k.Order = f.wants()
	return k
}

// nearOne is how far odds may miss 1 because an author rounded thirds.
const nearOne = 0.002

// shareOdds checks that the odds of a belief's kinds sum to 1, and makes
// rounded ones fit. Odds that were wrong in themselves are not counted again.
func (l *loader) shareOdds(f fields, b *reckon.Belief) {
	sum, unknown := 0.0, false
	for i := range b.Kinds {
		stated := blockStates(f.blocks("kind"), b.Kinds[i].At, "odds")
		switch {
		case !math.IsNaN(b.Kinds[i].Odds):
			sum += b.Kinds[i].Odds
		case !stated && len(b.Kinds) == 1:
			b.Kinds[i].Odds, sum = 1, 1
		default:
			if !stated {
				l.add(missingOdds(b.Kinds[i].At, b.Kinds[i].Name))
			}
			unknown = true
		}
	}
	if unknown || sum <= 0 {
		equalShares(b.Kinds)
		return
	}
	if math.Abs(sum-1) > nearOne {
		l.add(oddsSum(f.at, f.label, sum, b.Kinds))
	}
	for i := range b.Kinds {
		b.Kinds[i].Odds /= sum
	}
}

// blockStates reports whether the block whose head stands at the range has the
// attribute.
func blockStates(blocks []*hclsyntax.Block, at reckon.Range, name string) bool {
	for _, b := range blocks {
		if place(b.DefRange()) == at {
			return b.Body.Attributes[name] != nil
		}
	}
	return false
}

// equalShares stands in for odds that cannot be read, so that the rest of the
// case still can.
func equalShares(kinds []reckon.Kind) {
	for i := range kinds {
		kinds[i].Odds = 1 / float64(len(kinds))
	}
}
