package document

import (
	"slices"

	"golang.org/x/net/html/atom"
)

// span is a row of elements to be written; all says that nothing in it is left out.
type span struct {
	from, to int
	all      bool
}

// mainText finds the text of a page among menus, adverts and comments: the
// element whose paragraphs are many, long and free of links, the elements beside
// it that are like it, and the title, author and date above it. Length and share
// of links are what tells text from the rest [kohlschuetter2010]; the weights are
// those of the readability family of extractors.
func (p *page) mainText() []span {
	top := p.best()
	if top == 0 {
		return nil
	}
	top = p.widen(p.common(top))
	parts := p.beside(top)
	head := p.head(parts[0].from)
	return append(head, parts...)
}

// best scores elements by the paragraphs in them and returns the best; 0 for none.
func (p *page) best() int {
	for i := 1; i < len(p.all); i++ {
		e := &p.all[i]
		if e.hidden || e.letters < 25 || !p.paragraphLike(i) {
			continue
		}
		points := 1 + float64(e.commas) + min(float64(e.letters)/100, 3)
		for up, level := e.parent, 0; up > 0 && level < 5; up, level = p.all[up].parent, level+1 {
			a := &p.all[up]
			if a.score == 0 {
				a.score = prior(a)
			}
			switch level {
			case 0:
				a.score += points
			case 1:
				a.score += points / 2
			default:
				a.score += points / float64(3*level)
			}
		}
	}
	top := 0
	for i := 1; i < len(p.all); i++ {
		e := &p.all[i]
		if e.score == 0 || e.hidden || around[e.tag] {
			continue
		}
		e.score *= 1 - density(e)
		if top == 0 || e.score > p.all[top].score {
			top = i
		}
	}
	return top
}

// paragraphLike reports an element that holds text itself, not through blocks in it.
func (p *page) paragraphLike(i int) bool {
	e := &p.all[i]
	switch e.tag {
	case atom.P, atom.Pre, atom.Blockquote:
		return e.item == 0 || e.letters > 80
	case atom.Td, atom.Div, atom.Section, atom.Article, atom.Dd:
		own := 0 // text that lies in no deeper block
		for k := i + 1; k < e.end; k++ {
			if t := &p.all[k]; t.tag != 0 && blocks[t.tag] {
				k = max(k, t.end-1)
			} else if t.tag == 0 && !t.hidden {
				own += t.letters
			}
		}
		return own >= 80
	default:
		return false
	}
}

// prior is what an element's kind and class say before its text is counted.
func prior(e *element) float64 {
	points := 0.0001
	switch e.tag {
	case atom.Article, atom.Main:
		points += 25
	case atom.Div, atom.Section:
		points += 5
	case atom.Pre, atom.Td, atom.Blockquote:
		points += 3
	case atom.Address, atom.Ul, atom.Ol, atom.Dl, atom.Dd, atom.Dt, atom.Li, atom.Form:
		points -= 3
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Th:
		points -= 5
	default:
	}
	if hinted(e.hint, negativeHints) {
		points -= 25
	}
	if hinted(e.hint, likelyHints) {
		points += 25
	}
	if hinted(e.name, []string{"articlebody"}) {
		points += 50
	}
	return points
}

// density is the share of an element's text that leads elsewhere.
func density(e *element) float64 {
	if e.letters == 0 {
		return 0
	}
	return float64(e.linked) / float64(e.letters)
}

// common goes up to the element that holds several nearly as good as the best: a
// text in many sections.
func (p *page) common(top int) int {
	for up := p.all[top].parent; up > 0 && p.all[up].tag != atom.Body && p.all[up].tag != atom.Html; up = p.all[up].parent {
		peers := 0
		for i := up + 1; i < p.all[up].end; i++ {
			if e := &p.all[i]; e.score >= 0.6*p.all[top].score && e.score > 0 && (i < top || i >= p.all[top].end) && (i > top || e.end <= top) {
				peers++
			}
		}
		if peers >= 2 && density(&p.all[up]) < 0.4 {
			p.all[up].score = max(p.all[up].score, p.all[top].score)
			return up
		}
	}
	return top
}

// widen goes up from the best element while what is above it is not much worse or
// holds nothing more.
func (p *page) widen(top int) int {
	limit := p.all[top].score / 3
	last := p.all[top].score
	for up := p.all[top].parent; up > 0 && p.all[up].tag != atom.Body; up = p.all[up].parent {
		a := &p.all[up]
		if a.score < limit {
			break
		}
		if a.score > last || a.tag == atom.Article {
			top = up
			break
		}
		last = a.score
	}
	for up := p.all[top].parent; up > 0 && p.all[up].tag != atom.Body && p.all[up].letters == p.all[top].letters; up = p.all[up].parent {
		top = up
	}
	return top
}

// beside adds the neighbours of the best element that are like it.
func (p *page) beside(top int) []span {
	t := &p.all[top]
	limit := max(10, t.score*0.2)
	var parts []span
	for i := t.parent + 1; i < p.all[t.parent].end; i = max(i+1, p.all[i].end) {
		e := &p.all[i]
		if e.hidden {
			continue
		}
		score := e.score
		if e.hint == t.hint && t.hint != "" {
			score += t.score * 0.2
		}
		good := i == top || !around[e.tag] && score >= limit
		if !good && e.tag == atom.P {
			good = e.letters > 80 && density(e) < 0.25 || e.letters > 0 && e.letters <= 80 && e.linked == 0 && closed(p.src[p.lastText(i).from:p.lastText(i).to])
		}
		if good {
			parts = append(parts, span{i, e.end, false})
		}
	}
	return parts
}

// lastText is the last stretch of text in an element.
func (p *page) lastText(i int) element {
	for k := p.all[i].end - 1; k > i; k-- {
		if p.all[k].tag == 0 && p.all[k].letters > 0 {
			return p.all[k]
		}
	}
	return element{}
}

// head finds the title, and author and date after it, above the main text.
func (p *page) head(before int) []span {
	title := 0
	for i := before - 1; i > 0; i-- {
		if e := &p.all[i]; e.tag == atom.H1 && !e.hidden && e.letters > 0 {
			title = i
			break
		}
	}
	if title == 0 {
		return nil
	}
	for k := before; k < len(p.all) && k < before+200; k++ {
		if e := &p.all[k]; e.tag == atom.H1 && e.letters > 10 && !e.hidden {
			return nil // the text has a title of its own
		}
	}
	parts := []span{{title, p.all[title].end, true}}
	for i := p.all[title].end; i < before; i++ {
		e := &p.all[i]
		if e.hidden || around[e.tag] {
			i = max(i, e.end-1)
			continue
		}
		if e.tag != 0 && e.letters > 0 && e.letters < 400 && e.end <= before && (e.tag == atom.Time || hinted(e.hint+e.name, headHints)) {
			parts = append(parts, span{i, e.end, true})
			i = e.end - 1
		}
	}
	return parts[:min(len(parts), 8)]
}

// stray reports an element inside the main text that is none of it: what stands
// around a text by its kind, or by its class and what it holds.
func (p *page) stray(i int) bool {
	e := &p.all[i]
	if e.tag == 0 {
		return false
	}
	if around[e.tag] {
		return e.tag != atom.Aside || density(e) > 0.2 || !slices.Contains([]atom.Atom{atom.Article, atom.Main, atom.Div}, p.all[e.parent].tag) || e.letters < 400
	}
	if !blocks[e.tag] || e.letters == 0 {
		return false
	}
	share := density(e)
	switch {
	case e.tag == atom.Header || e.tag == atom.P || e.heading > 0 || e.tag == atom.Pre:
		return e.tag == atom.P && share > 0.9 && e.letters < 120 && hinted(p.all[e.parent].hint, negativeHints)
	case hinted(e.hint, unlikelyHints) && !hinted(e.hint, likelyHints):
		return share > 0.1 || e.letters < 200
	case e.tag == atom.Ul || e.tag == atom.Ol || e.tag == atom.Div || e.tag == atom.Section || e.tag == atom.Table || e.tag == atom.Dl:
		weight := prior(e)
		return share > 0.5 && e.letters > 0 && weight <= 25 || share > 0.2 && weight < 0 && e.commas < 10
	}
	return false
}
