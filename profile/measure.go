package profile

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"
)

// Gates: below them no index is given. Words after the manuals of the operational
// code [schafer2006] and of PsyCL; coded verbs at the upper end of what is asked.
const (
	leastWords = 1_500
	leastVerbs = 15
	leastTrait = 4_000
)

// Profile is what was measured of one speaker.
type Profile struct {
	Speaker string
	All     Part
	Parts   []Part // by source, where there is more than one
	Lines   []Line // every coded line, documents in the order given
	Notes   []string
}

// Part is the speaker's words of one source, or all together.
type Part struct {
	Source    Source // "" for all
	Documents int
	Words     int
	Verbs     int // coded for the operational code, foreign ones
	Flagged   int // of them: friendly acts that may be accusations
	Domestic  int // verbs left out

	NoVICS, NoLTA string // why there is no index; "" when there is
	VICS, LTA     []Index
	Signs         string // of strategy and universe, self first
	Style         style
	StyleBy       string // whose thresholds
	Sample        string // who is in the sample compared with; "" none
	Caveat        string // what that sample is not; "" for the user's own
	NoSample      string // why no sample is compared with
	Blocks        string // what the intervals draw
}

// Refused reports whether an index was refused.
func (p *Part) Refused() bool { return p.NoVICS != "" || p.NoLTA != "" }

// Estimate is a number that may be unknown, with its interval: 95 %, by percentiles.
type Estimate struct {
	Known, Interval  bool
	Value, Low, High float64
}

// Index is one measure.
type Index struct {
	Name, Says string
	Why        string   // why it is unknown
	Estimate            // as coded, literally
	Aware      Estimate // flagged acts with their sign turned; operational code only
	Hits, Of   int      // traits: how often it shows, of how many places

	Norm string  // published norm group of the same scale; "" for none
	Z    float64 // standard deviations from that norm
	Word string  // average, somewhat high, …

	Size                int      // leaders in the sample compared with; 0 for none
	Mean, SD            float64  // of that sample
	Away                Estimate // standard deviations from its mean; unknown where it does not vary
	Share               float64  // percentile in it
	ShareLow, ShareHigh float64  // percentiles of the interval's ends, where there is one
	Reliability         Estimate // of the index in it, from split halves
}

// Measure gives the indices of what was coded, by source and together. Cost: the
// draws times the sentences.
func Measure(coded []*Coded, set Settings) *Profile {
	p := &Profile{Speaker: set.Speaker}
	bySource := map[Source][]*Coded{}
	for _, c := range coded {
		p.Lines = append(p.Lines, c.Lines...)
		seen := map[Source]bool{}
		for i := range c.units {
			if s := c.units[i].source; !seen[s] {
				seen[s] = true
				bySource[s] = append(bySource[s], c)
			}
		}
	}
	var found []Source
	for _, s := range sources {
		if len(bySource[s]) > 0 {
			found = append(found, s)
		}
	}
	if len(found) == 1 {
		p.All = part(coded, found[0], &set)
	} else {
		p.All = part(coded, "", &set)
		for _, s := range found {
			p.Parts = append(p.Parts, part(bySource[s], s, &set))
		}
	}
	p.note(&set)
	return p
}

func (p *Profile) note(set *Settings) {
	if p.All.Words == 0 {
		p.Notes = append(p.Notes, "No words of "+set.Speaker+" were found: no document bears his name as author, has turns under his name, or quotes him. If the documents are his speeches, say so with --own.")
	}
	if p.All.Flagged > 0 {
		note := fmt.Sprintf("%d of %d coded verbs are friendly by their words but may be accusations.", p.All.Flagged, p.All.Verbs)
		if p.All.NoVICS == "" {
			note += " Indices are given as coded and with these signs turned; which is right is for you to say."
		}
		p.Notes = append(p.Notes, note)
	}
	if p.All.NoVICS == "" && slices.ContainsFunc(p.All.VICS, func(x Index) bool { return x.Norm != "" }) {
		p.Notes = append(p.Notes, "The published norm group of the operational code was coded by another coder: distances from it are a guide, not a test. It stands only beside indices where scores of this coder lie on its scale.")
	}
	if p.All.NoLTA == "" && p.All.NoSample != "" && len(p.Parts) == 0 {
		p.Notes = append(p.Notes, "Trait scores have no norm here: published norms were coded by hand or by another program, on other scales. Make a sample of such texts with: reckon profile --make-norms FOLDER --out FILE, and give it with --norms FILE.")
	}
	if set.Norms != nil {
		for _, pair := range traitNames {
			if n := len(set.Norms.scores(pair[0])); n < leastSample {
				p.Notes = append(p.Notes, fmt.Sprintf("The norm sample has %d leaders with %s; a percentile needs %d.", n, pair[0], leastSample))
				break
			}
		}
	}
}

// part measures the words of one source; "" for all.
func part(coded []*Coded, source Source, set *Settings) Part {
	p := Part{Source: source}
	var units []unit
	for at, c := range coded {
		first := true
		for i := range c.units {
			u := c.units[i]
			if source != "" && u.source != source {
				continue
			}
			if first {
				p.Documents++
				first = false
			}
			u.document = at
			units = append(units, u)
			p.Words += u.words
		}
		for i := range c.Lines {
			p.count(&c.Lines[i])
		}
	}
	p.NoVICS, p.NoLTA = p.gate()
	if p.NoVICS != "" && p.NoLTA != "" {
		return p
	}
	d := draws(units, set)
	p.Blocks = d.blocks
	if p.NoVICS == "" {
		p.VICS = d.vics()
		p.Signs = d.total.literal.signs()
	}
	if p.NoLTA == "" {
		p.LTA = d.lta()
	}
	p.compare(d.total.traits.indices(), set)
	return p
}

// compare sets the indices beside the sample that fits the words.
func (p *Part) compare(x [traitCount]float64, set *Settings) {
	n, why := set.sample(p.Source)
	p.NoSample = why
	if n != nil {
		p.Sample = n.name()
		if n.own {
			p.Caveat = caveat
		}
		for _, list := range [][]Index{p.VICS, p.LTA} {
			for k := range list {
				list[k].place(n)
			}
		}
	}
	if p.NoLTA == "" {
		p.typify(x, n)
	}
}

func (p *Part) count(l *Line) {
	if l.Measure != "VICS" || p.Source != "" && l.Source != p.Source {
		return
	}
	if l.Domain != "foreign" {
		p.Domestic++
		return
	}
	p.Verbs++
	if l.Flag != "" {
		p.Flagged++
	}
}

// gate says why indices are refused.
func (p *Part) gate() (vics, lta string) {
	switch {
	case p.Words < leastWords:
		vics = fmt.Sprintf("%d words of his own are too few for the operational code: it needs %d", p.Words, leastWords)
	case p.Verbs < leastVerbs:
		vics = fmt.Sprintf("%d coded verbs are too few for the operational code: it needs %d, in %d words there are no more", p.Verbs, leastVerbs, p.Words)
	}
	if p.Words < leastTrait {
		lta = fmt.Sprintf("%d words of his own are too few for leadership traits: they need %d", p.Words, leastTrait)
	}
	return vics, lta
}

// typify reads the leadership style by the means of a sample, else by Hermann's
// with a warning.
func (p *Part) typify(x [traitCount]float64, n *Norms) {
	h, by := hermann, "Hermann's means of 87 heads of state, coded by hand: not on the scale of these scores, so no finding"
	if n != nil {
		if own, ok := n.thresholds(); ok {
			h, by = own, "the means of "+n.name()
			if list := p.unsteady(); len(list) > 0 {
				by += "; no finding, for it rests on " + strings.Join(list, ", ") + ", unsteady in that sample"
			}
		}
	}
	if s, ok := h.style(x); ok {
		p.Style, p.StyleBy = s, by
	}
}

// unsteady lists the traits of the style by which the sample does not tell leaders
// apart.
func (p *Part) unsteady() []string {
	var list []string
	for _, k := range []int{bace, pwr, sc, cc, task} {
		if !p.LTA[k].Steady() {
			list = append(list, p.LTA[k].Name)
		}
	}
	return list
}

// drawn are the indices of the whole and of every draw.
type drawn struct {
	total                  unit
	blocks                 string
	literal, aware, traits [][]float64 // by index, values of the draws
}

// leastBlocks is how many paragraphs are enough to draw paragraphs, not sentences.
const leastBlocks = 20

// draws draws blocks with replacement [efron1979].
func draws(units []unit, set *Settings) *drawn {
	d := &drawn{literal: make([][]float64, vicsCount), aware: make([][]float64, vicsCount), traits: make([][]float64, traitCount)}
	for i := range units {
		d.total.add(&units[i])
	}
	blocks := joinBlocks(units)
	d.blocks = fmt.Sprintf("%d paragraphs", len(blocks))
	if len(blocks) < leastBlocks {
		blocks = units
		d.blocks = fmt.Sprintf("%d sentences", len(blocks))
	}
	if len(blocks) < 2 {
		return d
	}
	state := set.Seed
	for range cmp.Or(set.Draws, 1_000) {
		var u unit
		for range blocks {
			u.add(&blocks[next(&state)%uint64(len(blocks))])
		}
		literal, aware, traits := u.literal.indices(), u.aware.indices(), u.traits.indices()
		for k := range literal {
			d.literal[k] = append(d.literal[k], literal[k])
			d.aware[k] = append(d.aware[k], aware[k])
		}
		for k := range traits {
			d.traits[k] = append(d.traits[k], traits[k])
		}
	}
	return d
}

// joinBlocks joins the sentences of each paragraph.
func joinBlocks(units []unit) []unit {
	var blocks []unit
	for i := range units {
		if n := len(blocks); n > 0 && blocks[n-1].document == units[i].document && blocks[n-1].block == units[i].block {
			blocks[n-1].add(&units[i])
			continue
		}
		blocks = append(blocks, units[i])
	}
	return blocks
}

func (u *unit) add(o *unit) {
	u.words += o.words
	u.literal.add(&o.literal)
	u.aware.add(&o.aware)
	u.traits.add(&o.traits)
}

// next is splitmix64 [steele2014].
func next(state *uint64) uint64 {
	*state += 0x9e3779b97f4a7c15
	z := *state
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

// estimate gives a value with the percentiles of its draws. Where more than one
// draw in twenty leaves it unknown there is no interval.
func estimate(value float64, draws []float64) Estimate {
	e := Estimate{Known: !math.IsNaN(value), Value: value}
	if !e.Known {
		e.Value = 0
		return e
	}
	list := slices.DeleteFunc(slices.Clone(draws), math.IsNaN)
	if len(list) == 0 || len(list)*20 < len(draws)*19 {
		return e
	}
	slices.Sort(list)
	n := len(list)
	e.Interval, e.Low, e.High = true, list[n*25/1000], list[n-1-n*25/1000]
	return e
}

func (d *drawn) vics() []Index {
	literal, aware := d.total.literal.indices(), d.total.aware.indices()
	list := make([]Index, vicsCount)
	for k := range list {
		x := Index{Name: vicsNames[k][0], Says: vicsNames[k][1], Why: d.total.literal.lacking(k)}
		x.Estimate, x.Aware = estimate(literal[k], d.literal[k]), estimate(aware[k], d.aware[k])
		if norm, ok := publishedNorm(x.Name); ok && x.Known && sameScale(&norm) {
			x.Norm = fmt.Sprintf("%s; %s, %s", norm.leader, norm.source, norm.page)
			x.Z = (x.Value - norm.mean) / norm.sd
			x.Word = anchor(x.Z)
		}
		list[k] = x
	}
	return list
}

func (d *drawn) lta() []Index {
	values := d.total.traits.indices()
	list := make([]Index, traitCount)
	for k := range list {
		s := d.total.traits[k]
		x := Index{Name: traitNames[k][0], Says: traitNames[k][1], Hits: s.hits, Of: s.of}
		x.Estimate = estimate(values[k], d.traits[k])
		if !x.Known {
			x.Why = traitLacks[k]
		}
		list[k] = x
	}
	return list
}
