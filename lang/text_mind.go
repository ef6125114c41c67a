package lang

import (
	"math"
	"strings"

	"reckon"
)

// reading writes a reading. The prior of the only one is certain and left out.
func (w *writer) reading(r *reckon.Reading) {
	w.block("reading", r.Name, func(in *writer) {
		in.title(r.Title, r.Name)
		in.text("says", r.Says)
		in.text("source", r.Source)
		in.date("dated", r.Dated)
		if len(w.c.Readings) > 1 {
			in.number("prior", r.Prior, 0)
		}
		for i := range r.Minds {
			in.mind(&r.Minds[i])
		}
	})
}

// mind writes a mind.
func (w *writer) mind(m *reckon.Mind) {
	w.block("mind", m.Actor, func(in *writer) {
		in.text("change", m.Change.Name)
		in.date("from", m.Change.From)
		in.expr("when", &m.Change.When)
		in.number("odds", m.Change.Odds, 0)
		in.head(&reckon.Kind{Temper: m.Temper, Wants: m.Wants, Order: m.Order, Attitudes: m.Attitudes, View: m.View, Beliefs: m.Beliefs})
		for i := range m.Episodes {
			in.episode(&m.Episodes[i])
		}
		in.cites(m.Cites)
	})
}

// head writes what a mind and a kind of opponent have in common.
func (w *writer) head(k *reckon.Kind) {
	w.temper(&k.Temper)
	if len(k.Order) > 0 {
		groups := make([]string, len(k.Order))
		for i, group := range k.Order {
			letters := make([]string, len(group))
			for j, s := range group {
				letters[j] = inHCL(s.Letters(len(w.c.Options)))
			}
			groups[i] = "[" + strings.Join(letters, ", ") + "]"
		}
		w.line("order", "[\n"+strings.Join(groups, ",\n")+",\n]")
		w.lines++ // so that it never stands on the line of its block
	}
	for i := range k.Wants {
		w.want(&k.Wants[i])
	}
	for _, a := range k.Attitudes {
		w.block("attitude", a.Toward, func(in *writer) {
			in.text("is", map[int]string{1: "positive", 0: "neutral", -1: "negative"}[a.Is])
			in.cites(a.Cites)
		})
	}
	if len(k.View.Overrides) > 0 {
		w.block("sees", "", func(in *writer) {
			for i := range k.View.Overrides {
				in.override(&k.View.Overrides[i])
			}
		})
	}
	for i := range k.Beliefs {
		w.belief(&k.Beliefs[i])
	}
}

// temper writes the settings that are stated; of a mind that none was read of,
// nothing.
func (w *writer) temper(t *reckon.Temper) {
	if t.Concept == "" {
		return
	}
	for _, s := range []struct{ name, value string }{
		{"concept", inHCL(string(t.Concept))},
		{"caution", number(t.Caution)},
		{"precision", inWords(t.Precision)},
		{"stubborn", number(t.Stubborn)},
		{"emphasis", number(t.Emphasis)},
	} {
		if !contains(t.Assumed, s.name) {
			w.line(s.name, s.value)
		}
	}
}

// want writes a want, with its condition where its text has one.
func (w *writer) want(want *reckon.Want) {
	text := Written(w.c, &want.That)
	w.block("want", either(want.Name, text), func(in *writer) {
		that, word, on := in.parted(want)
		in.line("that", that)
		if word != "" {
			in.line(word, on)
		}
		in.title(want.Title, want.Name)
		in.yes("red_line", want.RedLine)
		in.number("points", want.Points, 0)
		in.yes("unknown", want.Unknown)
		in.number("odds", want.Odds, 0)
		in.cites(want.Cites)
	})
}

// parted takes a statement and its condition apart again.
func (w *writer) parted(want *reckon.Want) (that, word, on string) {
	x := &want.That
	if len(x.Args) == 2 {
		that, never := Written(w.c, &x.Args[0]), &x.Args[0]
		on := Written(w.c, &x.Args[1])
		switch {
		case x.Op == "==" && want.Text == that+" iff "+on:
			return that, "iff", on
		case x.Op == "||" && never.Op == "!" && want.Text == on+" if "+Written(w.c, &never.Args[0]):
			return on, "if", Written(w.c, &never.Args[0])
		}
	}
	return Written(w.c, x), "", ""
}

// override writes one difference of a view.
func (w *writer) override(o *reckon.Override) {
	kind, label := "option", ""
	switch {
	case o.Impossible != nil:
		kind, label = "impossible", o.Impossible.Name
	case o.Possible != "":
		kind, label = "possible", o.Possible
	case o.Unaware:
		kind = "unaware"
	case o.Aware:
		kind = "aware"
	}
	if label == "" {
		label = w.c.Options[o.Option].Name
	}
	w.block(kind, label, func(in *writer) {
		if o.Impossible != nil {
			in.expr("when", &o.Impossible.When)
		}
		if o.Directed {
			in.line("reversible", map[bool]string{true: "false", false: "true"}[o.Final])
			in.line("resumable", map[bool]string{true: "false", false: "true"}[o.Lost])
		}
		in.cites(o.Cites)
	})
}

// belief writes what the holder takes another to be. Of a single kind, odds of 1
// are left out, since certainty is refused where it is stated.
func (w *writer) belief(b *reckon.Belief) {
	w.block("believes", b.About, func(in *writer) {
		if len(b.Kinds) == 1 && b.Kinds[0].Name == b.About && len(b.Cites) == len(b.Kinds[0].Cites) && said(&b.Kinds[0]) {
			in.head(&b.Kinds[0])
			in.cites(b.Cites)
			return
		}
		for i := range b.Kinds {
			k := &b.Kinds[i]
			in.block("kind", k.Name, func(in *writer) {
				in.title(k.Title, k.Name)
				if len(b.Kinds) > 1 && !math.IsNaN(k.Odds) {
					in.line("odds", number(k.Odds))
				}
				in.head(k)
				in.cites(k.Cites)
			})
		}
		in.cites(b.Cites)
	})
}

// said reports whether a kind says anything of its own.
func said(k *reckon.Kind) bool {
	return len(k.Wants)+len(k.Order)+len(k.Attitudes)+len(k.View.Overrides)+len(k.Beliefs) > 0
}

// episode writes what an actor remembers.
func (w *writer) episode(e *reckon.Episode) {
	w.block("episode", e.Name, func(in *writer) {
		in.title(e.Title, e.Name)
		in.date("date", e.Date)
		in.number("above", e.Above, 0)
		for _, f := range e.Features {
			in.block("feature", f.Feature, func(in *writer) {
				in.line("was", number(f.Was))
				in.number("weight", f.Weight, 1)
			})
		}
		for _, l := range e.Lessons {
			in.block("lesson", l.About, func(in *writer) {
				in.text("kind", l.Kind)
				in.number("strength", l.Strength, 1)
				in.cites(l.Cites)
			})
		}
		in.cites(e.Cites)
	})
}
