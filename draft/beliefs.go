package draft

import (
	"strings"

	"reckon/reading"
)

// belief is what the subject is said to hold of another actor.
type belief struct {
	of   int // actor
	item reading.Item
}

// beliefs gathers what the subject believes, fears, expects or knows of the other
// actors of the case: claims of his whose content names one of them.
func (w *writer) beliefs() []belief {
	var all []belief
	for _, it := range w.account.Items {
		if it.Type != reading.Claim || it.Who != w.subject || it.Content == nil {
			continue
		}
		switch it.Kind {
		case "believe", "fear", "expect", "know":
		default:
			continue
		}
		if of := w.named(it.Content.Start, it.Content.End); of >= 0 {
			all = append(all, belief{of, it})
		}
	}
	return all
}

// named finds the first actor of the case, other than the subject, that is spoken
// of in a stretch of code points; -1 when none is.
func (w *writer) named(from, to int) int {
	for _, m := range w.account.Mentions(from, to) {
		for i, actor := range w.c.Actors {
			if actor.Name != w.subject && actor.Name == m {
				return i
			}
		}
	}
	return -1
}

// believes writes one block an actor, with a kind for each thing held of it.
func (w *writer) believes(all []belief) {
	for i := range w.c.Actors {
		var of []belief
		for _, b := range all {
			if b.of == i {
				of = append(of, b)
			}
		}
		if len(of) == 0 {
			continue
		}
		w.line("")
		w.line("believes %s {", quoted(w.c.Actors[i].Name))
		for _, b := range of {
			w.kind(b)
		}
		w.line("}")
	}
}

func (w *writer) kind(b belief) {
	w.line("# %s %s, cue “%s”%s. What such an opponent wants, and how likely he holds it, is yours to say: odds = …", b.item.Kind, b.item.ID, oneLine(b.item.Cue), hedged(b.item.Hedge))
	if near := w.near(b.item.Content.Text); len(near) > 0 {
		w.line("# Options with the same words: %s.", strings.Join(near, ", "))
	}
	w.line("kind %s {", quoted(w.label(*b.item.Content, "")))
	w.cite(*b.item.Content, b.item.Page, short(b.item.Content.Text, saysWords), b.item.By)
	w.line("}")
}

func hedged(hedge string) string {
	if hedge == "" {
		return ""
	}
	return ", hedge “" + oneLine(hedge) + "”"
}
