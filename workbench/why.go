package workbench

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"reckon"
	"reckon/causes"
	"reckon/outlook"
	"reckon/sim"
)

// WhySettings say what to ask besides the runs; the zero value asks everything.
type WhySettings struct {
	Question string // its name; "" where the case asks only one
	Points   int    // of the sensitivity indices, a power of two; 0 is 1 024
	Ahead    int    // days within which a telling observation is looked for; 0 is 31
	Quick    bool   // leaves the uncertain numbers out
}

// Why is what the answer to one question comes from.
type Why struct {
	Case    string `json:"case"`
	Title   string `json:"title"`
	Ask     string `json:"ask"`
	Seed    uint64 `json:"seed"`
	Weights string `json:"weights"`
	causes.Why
	Told        []Told              `json:"chains"` // the most common ways to yes, one run of each
	Readings    []outlook.Share     `json:"readings"`
	Drivers     *causes.Drivers     `json:"drivers,omitempty"`
	Signals     []causes.Signal     `json:"signals"`
	Diagnostics []reckon.Diagnostic `json:"diagnostics"`
}

// Told is a chain in sentences.
type Told struct {
	Reading string  `json:"reading"`
	Run     int     `json:"run"`
	Share   float64 `json:"share"`
	Links   []Link  `json:"links"`
}

// Link is one event of a chain: what happened, why, and the sources of the wants
// that it rests on.
type Link struct {
	Date    reckon.Date `json:"date"`
	Says    string      `json:"says"`
	Because string      `json:"because,omitempty"`
	Sources []string    `json:"sources,omitempty"` // keys
}

// Why asks what one question's answer comes from: the events it needs, the
// uncertain numbers it hangs on, and what to watch for.
func (b *Bench) Why(ctx context.Context, set RunSettings, ask WhySettings) (*Why, error) {
	asked, err := b.question(ask.Question)
	if err != nil {
		return nil, err
	}
	e, err := b.ensemble(set)
	if err != nil {
		return nil, err
	}
	job := set.job()
	parts := 3
	why, err := causes.Ask(ctx, e, job.Part(0, parts), asked.Name)
	if err != nil {
		return nil, halted(err)
	}
	w := &Why{
		Case: b.Case.Name, Title: b.Case.Title, Ask: asked.Ask, Seed: set.Seed, Weights: e.Basis, Why: *why, Readings: e.Readings,
		Diagnostics: append([]reckon.Diagnostic{}, b.Diagnostics...),
	}
	for _, c := range why.Chains {
		w.Told = append(w.Told, b.told(e, c))
	}
	if w.Signals, err = causes.Telling(ctx, e, job.Part(1, parts), cmp.Or(ask.Ahead, 31)); err != nil {
		return nil, halted(err)
	}
	if !ask.Quick {
		if w.Drivers, err = causes.Drive(ctx, e, job.Part(2, parts), asked.Name, causes.Settings{Points: ask.Points}); err != nil {
			return nil, halted(err)
		}
	}
	return w, nil
}

// question finds what is asked about; "" where the case asks one question only.
func (b *Bench) question(name string) (*reckon.Question, error) {
	var names []string
	for i := range b.Case.Questions {
		q := &b.Case.Questions[i]
		if q.Name == name || name == "" && len(b.Case.Questions) == 1 {
			return q, nil
		}
		names = append(names, q.Name)
	}
	if name == "" && len(names) > 0 {
		return nil, fmt.Errorf("the case asks %s; say which with --question: %s", many(len(names), "question"), atMost(names))
	}
	return nil, noSuch("question", name, names)
}

// told puts a chain into sentences.
func (b *Bench) told(e *outlook.Ensemble, c causes.Chain) Told {
	t := Told{Reading: e.Readings[c.Reading].Name, Run: c.Run, Share: c.Like}
	for i := range c.Links {
		t.Links = append(t.Links, b.link(e.Of(c.Reading), &c.Links[i]))
	}
	return t
}

// link puts one event into a sentence, with its reason.
func (b *Bench) link(r *reckon.Reading, x *sim.Event) Link {
	l := Link{Date: x.Date}
	who := ""
	if x.Actor >= 0 {
		who = b.title(x.Actor)
	}
	moved := reckon.Move{On: x.To &^ x.From, Off: x.From &^ x.To}
	switch x.Kind {
	case "move":
		l.Says = fmt.Sprintf("%s %s (%s at that moment)", who, b.moveWords(moved), reckon.Odds(x.P))
		l.Because, l.Sources = b.because(r, x)
	case "shock":
		l.Says = b.shockTitle(x.Name)
		if x.From != x.To {
			l.Says += ". " + b.turns(moved)
		}
	case "change":
		l.Says = fmt.Sprintf("%s: %s", who, x.Name)
	case "recall":
		l.Says = fmt.Sprintf("%s is reminded of %s", who, x.Name)
	case "falsified":
		l.Says = fmt.Sprintf("%s sees that he was wrong: %s", who, x.Name)
	}
	if read := reads(x.Reads); read != "" {
		l.Because = strings.TrimSpace(l.Because + " " + read)
	}
	return l
}

// moveWords says which options are taken up and dropped.
func (b *Bench) moveWords(m reckon.Move) string {
	var words []string
	for k, o := range b.Case.Options {
		switch {
		case m.On.Has(k):
			words = append(words, "takes up “"+o.Title+"”")
		case m.Off.Has(k):
			words = append(words, "drops “"+o.Title+"”")
		}
	}
	return strings.Join(words, ", ")
}

// turns says which options begin and end without anybody's choice.
func (b *Bench) turns(m reckon.Move) string {
	var words []string
	for k, o := range b.Case.Options {
		switch {
		case m.On.Has(k):
			words = append(words, "“"+o.Title+"” begins")
		case m.Off.Has(k):
			words = append(words, "“"+o.Title+"” ends")
		}
	}
	return strings.Join(words, ", ")
}

func (b *Bench) shockTitle(name string) string {
	for _, s := range b.Case.Shocks {
		if s.Name == name {
			return cmp.Or(s.Title, s.Name)
		}
	}
	return name
}

// because names the most important want that a move meets, of those it did not meet
// before, with its sources; and what he takes the others for.
func (b *Bench) because(r *reckon.Reading, x *sim.Event) (string, []string) {
	var parts, sources []string
	values := map[string]float64{}
	for _, read := range x.Reads {
		values[read.Name] = read.Value
	}
	measures := func(name string) float64 {
		if v, ok := values[name]; ok {
			return v
		}
		return b.Case.MeasuresOn(x.Date)(name)
	}
	for _, w := range r.MindsOn(b.Case, x.Date)[x.Actor].Wants {
		if w.That.Op != "" && truth(&w.That, x.To, measures) == 1 && truth(&w.That, x.From, measures) == 0 {
			parts = append(parts, "It meets “"+cmp.Or(w.Title, w.Name)+"”.")
			for _, c := range w.Cites {
				if !slices.Contains(sources, c.Source) {
					sources = append(sources, c.Source)
				}
			}
			break
		}
	}
	for i, kind := range x.View {
		if kind != "" {
			parts = append(parts, fmt.Sprintf("He takes %s most likely for “%s”.", within(b.title(i)), kind))
		}
	}
	if len(parts) == 0 {
		parts = append(parts, fmt.Sprintf("On a scale from 0 to 1 it is worth %.2f to this actor, and staying %.2f.", x.Worth, x.Stay))
	}
	return strings.Join(parts, " "), sources
}

// reads says which measures were read, with their values.
func reads(all []sim.Read) string {
	var parts []string
	for _, r := range all {
		parts = append(parts, fmt.Sprintf("%s %.3g", r.Name, r.Value))
	}
	if parts == nil {
		return ""
	}
	return "Read: " + strings.Join(parts, ", ") + "."
}
