package events

import (
	"encoding/json"
	"fmt"
	"hash/fnv"
	"os"
	"strings"
	"testing"

	"reckon"
	"reckon/dates"
	"reckon/document"
	"reckon/grammar"
	"reckon/names"
	"reckon/readtest"
)

// gold is one record of the gold standard of PLOVER.
type gold struct {
	ID     string
	Event  string
	Mode   string
	Text   string
	Source actors
	Target actors
}

// actors are texts; the file has "" where there are none.
type actors []string

func (a *actors) UnmarshalJSON(b []byte) error {
	if string(b) == `""` {
		return nil
	}
	var list []struct{ ActorText string }
	if err := json.Unmarshal(b, &list); err != nil {
		return err
	}
	for _, x := range list {
		*a = append(*a, x.ActorText)
	}
	return nil
}

// renamed are types that the gold standard has by older names.
var renamed = map[string]string{"DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE", "FIGHT": "ASSAULT"}

func read(tb testing.TB) []gold {
	tb.Helper()
	data, err := os.ReadFile(readtest.Shared(tb, "data", "plover", "gold-even.json"))
	if err != nil {
		tb.Fatal(err)
	}
	var all []gold
	if err := json.Unmarshal(data, &all); err != nil {
		tb.Fatal(err)
	}
	for i := range all {
		if name, ok := renamed[all[i].Event]; ok {
			all[i].Event = name
		}
	}
	return all
}

// held tells the records that no rule was made with: half, by a hash of the name.
func held(id string) bool {
	h := fnv.New32a()
	_, _ = h.Write([]byte(id))
	return h.Sum32()>>8&1 == 0
}

// found is a text with what was found in it.
type found struct {
	text   *grammar.Text
	cast   *names.Cast
	events []Event
}

func find(text string, day reckon.Date) found {
	d := document.Plain("text", text)
	d.Published = day
	t := grammar.Parse(d)
	c := names.Find(t, nil)
	return found{t, c, Find(t, c, dates.Find(t, day))}
}

// main is the event whose trigger stands highest in the first sentence that has
// any, the first of those that stand equally high.
func (f found) main() *Event {
	var best *Event
	depth := 0
	for i := range f.events {
		e := &f.events[i]
		s := &f.text.Sentences[e.Sentence]
		n := 0
		for at := e.Trigger; at >= 0 && n < len(s.Tokens); at = s.Tokens[at].Head {
			n++
		}
		if best == nil || e.Sentence == best.Sentence && n < depth {
			best, depth = e, n
		}
	}
	return best
}

// speaks tells whether a mention shares a word with a text.
func (f found) speaks(list []int, texts actors) bool {
	for _, k := range list {
		start, end := f.cast.Phrase(f.text, k)
		mine := f.text.Document.Text[start:end]
		if e := f.cast.Mentions[k].Entity; e >= 0 {
			mine += " " + f.cast.Entities[e].Name
		}
		for _, text := range texts {
			for w := range strings.FieldsSeq(text) {
				if w = strings.Trim(w, ",.'’s"); len(w) > 2 && strings.Contains(mine, w) {
					return true
				}
			}
		}
	}
	return false
}

// score counts records, right types, quad classes, actors and recipients.
type score struct{ n, kind, quad, actor, actors, recipient, recipients int }

func (s *score) add(g gold, f found, e *Event) {
	s.n++
	s.actors += min(1, len(g.Source))
	s.recipients += min(1, len(g.Target))
	if e == nil {
		return
	}
	if e.Type == g.Event {
		s.kind++
	}
	if Quad(e.Type) == Quad(g.Event) {
		s.quad++
	}
	if f.speaks(e.Actors, g.Source) {
		s.actor++
	}
	if f.speaks(e.Recipients, g.Target) || f.speaks(e.Actors, g.Target) && reciprocal(e.Type) {
		s.recipient++
	}
}

func (s *score) String() string {
	return fmt.Sprintf("n %d, type %.3f, quad %.3f, actor %.3f, recipient %.3f", s.n,
		share(s.kind, s.n), share(s.quad, s.n), share(s.actor, s.actors), share(s.recipient, s.recipients))
}

func share(n, of int) float64 { return float64(n) / float64(max(1, of)) }

// TestBarPLOVER codes the even records of the gold standard: the main event of a
// text counts, no event is wrong.
func TestBarPLOVER(t *testing.T) {
	if testing.Short() {
		t.Skip("reads a corpus")
	}
	var all, dev, test score
	for _, g := range read(t) {
		day, _ := reckon.ParseDate("2000-01-01")
		f := find(g.Text, day)
		e := f.main()
		all.add(g, f, e)
		half := &dev
		if held(g.ID) {
			half = &test
		}
		half.add(g, f, e)
		if how := os.Getenv("SHOW"); how != "" && !held(g.ID) && (e == nil || e.Type != g.Event || how == "all") {
			show(g, f, e)
		}
	}
	readtest.Check(t, readtest.Row{
		Task: "PLOVER type of the main event", Figure: share(all.kind, all.n), Bar: 0.70,
		Peers:   "first CAMEO verb .345; n-grams trained on synthetic stories .33",
		Details: "half that rules were made with: " + dev.String() + "; held half: " + test.String(),
	})
	readtest.Check(t, readtest.Row{
		Task: "PLOVER quad class of the main event", Figure: share(all.quad, all.n), Bar: 0.78,
		Peers: "first CAMEO verb .60; n-grams trained on synthetic stories .56", Details: all.String(),
	})
}

func show(g gold, f found, e *Event) {
	fmt.Printf("%s want %s %s\n  %s\n", g.ID[13:], g.Event, g.Mode, g.Text)
	for i := range f.events {
		v := &f.events[i]
		s := &f.text.Sentences[v.Sentence]
		mark := ""
		if v == e {
			mark = "*"
		}
		fmt.Printf("  %s %s %s %s [%s] actors %s recipients %s number %v date %d ctx %v %+v\n", mark, v.Type, v.Mode, s.Tokens[v.Trigger].Text, v.Rule, f.list(v.Actors), f.list(v.Recipients), v.Number, v.Date, v.Context, v.Stance)
	}
	if os.Getenv("SHOW") == "tags" {
		for _, s := range f.text.Sentences {
			for _, w := range s.Tokens {
				fmt.Printf("%s/%s/%d/%s ", w.Text, w.Tag, w.Head, w.Relation)
			}
			fmt.Println()
		}
	}
}

func (f found) list(mentions []int) string {
	var all []string
	for _, k := range mentions {
		start, end := f.cast.Phrase(f.text, k)
		all = append(all, f.text.Document.Text[start:end])
	}
	return strings.Join(all, " | ")
}

// at lists the events that touch a stretch of the text or stand next to it.
func (f found) at(start, end int) []*Event {
	var all []*Event
	for i := range f.events {
		e := &f.events[i]
		t := f.text.Sentences[e.Sentence].Tokens[e.Trigger]
		if e.Start < end+40 && e.End > start-40 && t.Start < end+40 && t.End > start-40 {
			all = append(all, e)
		}
	}
	return all
}

// TestBarKeyEvents looks for the events of the answer key: one of a type that the
// key names, where it names it. It is information on texts that rules have seen.
func TestBarKeyEvents(t *testing.T) {
	if testing.Short() {
		t.Skip("reads documents")
	}
	right, all := 0, 0
	var missed []string
	for _, d := range readtest.Key(t) {
		f := find(d.Text, 0)
		for _, k := range d.Group("events") {
			want := k.Fields["plover"]
			if strings.HasPrefix(want, "(symbol") || strings.HasPrefix(want, "(future") {
				continue // no event of PLOVER
			}
			all++
			ok := false
			for _, e := range f.at(k.Start, k.End) {
				ok = ok || strings.Contains(want, e.Type) && strings.Contains(want, "negated") == e.Stance.Negated
			}
			if ok {
				right++
			} else {
				missed = append(missed, k.ID)
			}
			if os.Getenv("SHOW") != "" {
				fmt.Println(k.ID, want, "|", k.Fields["status"], "|", d.Text[k.Start:k.End], ok)
				for _, e := range f.at(k.Start, k.End) {
					fmt.Printf("     %s %s [%s] %q a %s r %s %v %+v\n", e.Type, e.Mode, e.Rule, d.Text[e.Start:e.End], f.list(e.Actors), f.list(e.Recipients), e.Number, e.Stance)
				}
			}
		}
		for _, k := range d.Group("traps") {
			for _, e := range f.at(k.Start, k.End) {
				if at := f.text.Sentences[e.Sentence].Tokens[e.Trigger].Start; at < k.Start || at >= k.End {
					continue
				}
				if w := k.Fields["handle"]; strings.Contains(w, "negat") && !e.Stance.Negated {
					missed = append(missed, k.ID)
				}
			}
		}
	}
	readtest.Check(t, readtest.Row{
		Task: "events of the answer key, by type", Figure: share(right, all), Bar: 0.78,
		Details: fmt.Sprintf("%d of %d; missed %s", right, all, strings.Join(missed, " ")),
	})
}
