package mind

import (
	"cmp"
	"encoding/binary"
	"maps"
	"math"
	"slices"
	"sync"
	"sync/atomic"

	"reckon"
	"reckon/stability"
)

// book is what the pages of one reading share.
type book struct {
	c     *reckon.Case
	terms terms
	odds  [][][]int // by believer, by mind of his cast, by belief: where its kinds start in a vector of odds
	pace  []float64 // by actor: the probability that he considers his moves in a step
	start []float64 // the odds to start from
	as    []float64 // the odds as stated
	ruled [][]int   // by believer, by mind: how many overrides come before his, of all
	bits  int       // all overrides

	pages atomic.Pointer[map[string]*Page]
	room  int // bytes that may be kept

	mu       sync.Mutex // while a page is made, or a conflict asked
	minds    *Minds     // with everything as stated and nothing compiled
	shelf    *shelf     // conflicts that the next page may share
	weighers map[string]*weigher
	kept     int // bytes of all pages
	made     int // bytes of the weighers of this one
	insecure []asking

	telling sync.Mutex
	tales   map[string]*Minds // what Page.Minds has compiled, by the affairs of the page
	tell    *shelf
}

// newBook lays out the odds and lists what minds and rules ask of measures, with a
// condition for each way that up to a few options can stand.
func newBook(m *Minds, room, few int) *book {
	b := &book{c: m.c, room: room, minds: m.begun(asOf(m.c)), shelf: emptyShelf(), tell: emptyShelf(), tales: map[string]*Minds{}, weighers: map[string]*weigher{}}
	b.terms.few, b.terms.place = few, map[string]int{}
	for i := range m.c.Impossible {
		b.terms.note(&m.c.Impossible[i].When)
	}
	for i, cast := range m.cast {
		b.pace = append(b.pace, cmp.Or(m.c.Actors[i].Pace, 1))
		b.odds, b.ruled = append(b.odds, make([][]int, len(cast))), append(b.ruled, make([]int, len(cast)))
		for k := range cast {
			noteMind(b.terms.note, cast[k].Wants, cast[k].View, cast[k].Beliefs, 1)
			b.ruled[i][k] = b.bits
			b.bits += len(cast[k].View.Overrides)
			for _, of := range beliefsOf(m.c, i, cast[k].Beliefs) {
				b.odds[i][k] = append(b.odds[i][k], len(b.as))
				b.as = append(b.as, of.odds...)
			}
		}
	}
	b.start = slices.Clone(b.as)
	for i, k := range m.now {
		for n, at := range b.odds[i][k] {
			copy(b.start[at:], m.beliefs[i][n].odds)
		}
	}
	b.pages.Store(&map[string]*Page{})
	for _, done := range m.shelf.made[max(0, len(m.shelf.made)-b.shelfRoom()):] {
		b.shelf.keep(made{done.key, done.conflict.Copy()})
	}
	return b
}

// first returns the page that minds are on under their measures.
func (b *book) first(m *Minds) (*Page, error) {
	a := affairs{facts: b.terms.facts(nil, m.measures), now: m.now, dropped: make([]uint64, (b.bits+63)/64)}
	for i, k := range m.now {
		for n, gone := range m.dropped[i] {
			if at := b.ruled[i][k] + n; gone {
				a.dropped[at/64] |= 1 << (at % 64)
			}
		}
	}
	return b.page(a)
}

// affairs are what tells pages apart: the facts, which mind each actor has and
// which overrides of whose views have been refuted.
type affairs struct {
	facts   []uint64
	now     []int
	dropped []uint64 // a bit for each override
}

func (a affairs) key(into []byte) []byte {
	for _, x := range a.facts {
		into = binary.LittleEndian.AppendUint64(into, x)
	}
	for _, k := range a.now {
		into = binary.LittleEndian.AppendUint16(into, uint16(k))
	}
	for _, x := range a.dropped {
		into = binary.LittleEndian.AppendUint64(into, x)
	}
	return into
}

// page finds a page or makes it.
func (b *book) page(a affairs) (*Page, error) {
	var room [256]byte
	key := a.key(room[:0])
	if p := (*b.pages.Load())[string(key)]; p != nil {
		return p, nil
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	if p := (*b.pages.Load())[string(key)]; p != nil {
		return p, nil
	}
	a.facts, a.now, a.dropped = slices.Clone(a.facts), slices.Clone(a.now), slices.Clone(a.dropped)
	p, bytes, err := b.make(a)
	if err != nil {
		return nil, err
	}
	next := map[string]*Page{string(key): p}
	if b.kept += bytes; b.kept <= b.room {
		maps.Copy(next, *b.pages.Load())
	} else { // start again: a page is the same whenever it is made
		b.kept, b.weighers = bytes, map[string]*weigher{}
	}
	b.pages.Store(&next)
	return p, nil
}

// make compiles a page and counts what it keeps.
func (b *book) make(a affairs) (*Page, int, error) {
	if len(b.shelf.conflicts) > b.shelfRoom() {
		b.shelf = emptyShelf()
	}
	m, err := b.compiled(a, b.shelf)
	if err != nil {
		return nil, 0, err
	}
	p := &Page{book: b, affairs: a, feasible: m.scene.base.States()}
	b.made = 0
	for i := range m.minds {
		p.reaches = append(p.reaches, m.reach(i, m.c.Actors[i].Wide))
		p.choosers = append(p.choosers, b.chooser(m, i))
		p.learners = append(p.learners, b.learners(m, i))
		p.memory = append(p.memory, b.memory(m, i))
		p.guards = append(p.guards, b.guards(m, i)...)
	}
	b.secure()
	return p, b.made + pageBytes, nil
}

// asking is a weigher that does not know security yet.
type asking struct {
	*weigher
	conflict *stability.Conflict
	actor    int
	concept  reckon.Concept
}

// secure tells the weighers of a page, conflict by conflict.
func (b *book) secure() {
	for len(b.insecure) > 0 {
		k := b.insecure[0].conflict
		var actors []int
		var concepts []reckon.Concept
		for _, a := range b.insecure {
			if a.conflict == k {
				actors, concepts = append(actors, a.actor), append(concepts, a.concept)
			}
		}
		k.Secure(actors, concepts)
		b.insecure = slices.DeleteFunc(b.insecure, func(a asking) bool {
			if a.conflict != k {
				return false
			}
			var alone bool
			if a.security, alone = securityOf(k, a.actor, a.concept, &b.mu); alone {
				b.made += mostKnown*64 + b.conflict()
			}
			return true
		})
	}
}

// told returns the minds of a page with the odds as stated. Their conflicts are not
// those of the pages, which no explanation may disturb.
func (b *book) told(p *Page) (*Minds, error) {
	b.telling.Lock()
	defer b.telling.Unlock()
	key := p.key(nil)
	if m := b.tales[string(key)]; m != nil {
		return m, nil
	}
	if len(b.tell.conflicts) > b.shelfRoom() || len(b.tales) == mostTold {
		b.tell, b.tales = emptyShelf(), map[string]*Minds{}
	}
	m, err := b.compiled(p.affairs, b.tell)
	if err != nil {
		return nil, err
	}
	b.tales[string(key)] = m
	return m, nil
}

// mostTold bounds the pages that can be explained without looking them up again.
const mostTold = 256

// pageBytes is what a page takes beside its weighers, about.
const pageBytes = 1 << 14

// shelfRoom is how many compiled conflicts may be kept.
func (b *book) shelfRoom() int { return b.room / 4 / b.conflict() }

// conflict is the most that a compiled conflict with its tables takes, about.
func (b *book) conflict() int { return 12 * max(1, len(b.c.Actors)) << len(b.c.Options) }

// compiled returns the minds of a page, with the odds as stated.
func (b *book) compiled(a affairs, shelf *shelf) (*Minds, error) {
	m := *b.minds
	m.c, m.cast = b.terms.rewritten(b.minds, a.facts)
	m.measures = b.terms.value(a.facts)
	m.now, m.minds = a.now, make([]reckon.Mind, len(a.now))
	m.beliefs, m.dropped = make([][]belief, len(a.now)), make([][]bool, len(a.now))
	for i, k := range a.now {
		m.minds[i] = m.cast[i][k]
		m.beliefs[i] = beliefsOf(m.c, i, m.minds[i].Beliefs)
		for n := range m.minds[i].View.Overrides {
			at := b.ruled[i][k] + n
			m.dropped[i] = append(m.dropped[i], a.dropped[at/64]>>(at%64)&1 == 1)
		}
	}
	var err error
	if m.scene, err = shelf.scene(&m); err != nil {
		return nil, err
	}
	own := *shelf // what is found by values of measures belongs to these facts alone
	own.byValues = map[string]*scene{}
	m.shelf = &own
	return &m, nil
}

// weigher finds how someone weighs moves in a view, or works it out.
func (b *book) weigher(m *Minds, v *sight, actor int, temper reckon.Temper) *weigher {
	key := []byte(keyOf(frame{v.setting, v.orders}, m.measures).text() + "|" + string(temper.Concept))
	key = binary.LittleEndian.AppendUint16(key, uint16(actor))
	for _, x := range []float64{temper.Caution, temper.Precision, temper.Emphasis} {
		key = binary.LittleEndian.AppendUint64(key, math.Float64bits(x))
	}
	w := b.weighers[string(key)]
	if w == nil {
		w = newWeigher(v, actor, temper)
		b.weighers[string(key)] = w
		b.made += w.bytes(b.c)
		if w.value.worst != nil && len(b.c.Actors[actor].Options) > 0 {
			b.insecure = append(b.insecure, asking{w, v.conflict, actor, temper.Concept})
		}
	}
	return w
}
