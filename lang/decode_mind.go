package lang

import (
	"math"
	"strconv"
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

// mindsOf reads the minds among some blocks: the tempers first, because a kind of
// opponent decides like that actor unless it says otherwise.
func (l *loader) mindsOf(blocks []*hclsyntax.Block, outer map[string]reckon.Temper) ([]reckon.Mind, map[string]reckon.Temper) {
	tempers := map[string]reckon.Temper{}
	var opened []fields
	var changes []reckon.Change
	first := map[string]reckon.Range{}
	for _, b := range blocks {
		if b.Type != "mind" {
			continue
		}
		f := l.open(b, blockNamed("mind"))
		if f.label == "" || !l.knownActor(f) {
			continue
		}
		change, placed := f.changes()
		if !placed {
			continue
		}
		key := f.label // of the mind that he begins with
		if change.Name != "" {
			key += " " + change.Name
		}
		if at, taken := first[key]; taken {
			l.add(mindTwice(f.named, f.label, change.Name, at))
			continue
		}
		first[key] = f.named
		if change.Name == "" {
			tempers[f.label] = f.temper(reckon.DefaultTemper())
		}
		opened, changes = append(opened, f), append(changes, change)
	}
	var minds []reckon.Mind
	for i, f := range opened {
		temper, begins := tempers[f.label]
		if changes[i].Name != "" {
			temper = f.temper(reckon.DefaultTemper())
			if !begins {
				l.add(changeFromNothing(f.named, f.label, changes[i].Name))
				tempers[f.label] = reckon.DefaultTemper() // said once
			}
		}
		m := l.mind(f, temper, holder{tempers, outer})
		m.Change = changes[i]
		minds = append(minds, m)
	}
	l.checkCalendar(minds)
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
func (l *loader) mind(f fields, temper reckon.Temper, tempers holder) reckon.Mind {
	m := reckon.Mind{Actor: f.label, Temper: temper, Cites: f.cites(), At: f.at}
	m.Wants, m.Order = f.wants()
	m.Attitudes = f.attitudes()
	v := &viewer{actor: f.label, tempers: tempers}
	m.View = l.view(f, v)
	m.Beliefs = l.beliefs(f, v)
	m.Episodes = l.episodes(f, m.Beliefs)
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
	concept := reckon.Concept(word)
	if word == "" || contains(concepts, word) || concept.Moves() > 0 {
		return concept
	}
	digits, looks := strings.CutPrefix(strings.ToUpper(word), "L")
	h, err := strconv.Atoi(strings.Trim(digits, "_- "))
	if looks && err == nil {
		f.l.add(wrongLookahead(at, word, h))
	} else {
		f.l.add(wrongConcept(at, word, concepts))
	}
	return ""
}
