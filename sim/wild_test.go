package sim

import (
	"fmt"
	"math"
	"math/rand/v2"

	"reckon"
)

// wild makes random cases.
type wild struct {
	*rand.Rand
	c    *reckon.Case
	both bool // minds have beliefs about two others, which takes many more views
}

func num(x float64) reckon.Expr       { return reckon.Expr{Op: "number", Number: x} }
func ref(name string) reckon.Expr     { return reckon.Expr{Op: "measure", Name: name} }
func opt(k int) reckon.Expr           { return reckon.Expr{Op: "option", Option: k} }
func day(s string) reckon.Date        { d, err := reckon.ParseDate(s); must(err); return d }
func exactly(x float64) reckon.Spread { return reckon.Exactly(x) }

func must(err error) {
	if err != nil {
		panic(err)
	}
}

func with(o reckon.Op, args ...reckon.Expr) reckon.Expr { return reckon.Expr{Op: o, Args: args} }

func call(name string, args ...reckon.Expr) reckon.Expr {
	return reckon.Expr{Op: "call", Name: name, Args: args}
}

func spread(law reckon.Law, args ...float64) reckon.Spread {
	s := reckon.Spread{Law: law}
	for _, x := range args {
		s.Args = append(s.Args, num(x))
	}
	return s
}

// pick returns one of some words.
func (w *wild) pick(words ...string) string { return words[w.IntN(len(words))] }

func (w *wild) name() string { return w.pick("x", "y", "z", "g") }

// yesNo is a statement over options and measures.
func (w *wild) yesNo(depth int, measures bool) reckon.Expr {
	switch n := w.IntN(6); {
	case depth == 0 || n == 0:
		return opt(w.IntN(len(w.c.Options)))
	case n == 1:
		return with("!", w.yesNo(depth-1, measures))
	case n == 2 && measures:
		return with(reckon.Op(w.pick("<", ">", "<=", ">=")), ref(w.name()), num(float64(w.IntN(5))))
	case n == 3:
		return with("||", w.yesNo(depth-1, measures), w.yesNo(depth-1, measures))
	}
	return with("&&", w.yesNo(depth-1, measures), w.yesNo(depth-1, measures))
}

// number is a tame number: it stays finite.
func (w *wild) number(depth int, past bool) reckon.Expr {
	d := depth - 1
	switch n := w.IntN(12); {
	case depth == 0 || n == 0:
		return ref(w.name())
	case n == 1:
		return num(float64(w.IntN(7)) / 2)
	case n == 2:
		return with("?", w.yesNo(1, true), w.number(d, past), w.number(d, past))
	case n == 3:
		return reckon.Expr{Op: "lookup", Name: "table", Args: []reckon.Expr{w.number(d, past)}}
	case n == 4:
		return call(w.pick("sin", "abs", "floor"), w.number(d, past))
	case n == 5 && past:
		return call(w.pick("previous", "initial"), w.number(d, past))
	case n == 6 && past:
		return call("delay", w.number(d, past), num(float64(1+w.IntN(4))))
	case n == 7 && past:
		return call("smooth", w.number(d, past), num(float64(2+w.IntN(3))))
	case n == 8:
		return with("*", num(0.5), w.number(d, past))
	}
	return with(reckon.Op(w.pick("+", "-")), w.number(d, past), w.number(d, past))
}

// asked is what a question may ask.
func (w *wild) asked(depth int) reckon.Expr {
	switch n := w.IntN(8); {
	case depth == 0 || n < 2:
		return call("ever", w.yesNo(2, true))
	case n == 2:
		return call("at_end", w.yesNo(2, true))
	case n == 3:
		return with(reckon.Op(w.pick("<", "<=")), call("first", w.yesNo(2, true)), call("first", w.yesNo(1, true)))
	case n == 4:
		return with(">=", with("+", call("count", w.asked(depth-1)), call("at_end", ref(w.name()))), num(3))
	case n == 5:
		return with("!", w.asked(depth-1))
	case n == 6:
		return call("ever", with("&&", w.asked(depth-1), w.yesNo(1, true)))
	}
	return with("&&", w.asked(depth-1), w.asked(depth-1))
}

// newWild makes a case in which everything that a run knows may happen.
func newWild(seed uint64) *wild {
	c := &reckon.Case{
		Name: fmt.Sprint("wild ", seed), AsOf: day("2026-01-31"), From: day("2025-01-01"), Until: day("2026-12-31"),
	}
	w := &wild{rand.New(rand.NewPCG(seed, 7)), c, seed%4 == 2}
	c.Step, c.Order = w.pick("week", "month", ""), w.pick("random", "stated")
	if c.Step != "month" {
		c.Until = day("2026-05-31")
	}
	for a := range 2 + w.IntN(2) {
		actor := reckon.Actor{Name: string(rune('a' + a)), Pace: []float64{0, 1, 0.4}[w.IntN(3)], Wide: w.IntN(3) == 0}
		for range 1 + w.IntN(2) {
			actor.Options = append(actor.Options, len(c.Options))
			c.Options = append(c.Options, reckon.Option{Name: fmt.Sprintf("%s.o%d", actor.Name, len(c.Options)), Actor: a, On: w.IntN(3) == 0, Final: w.IntN(6) == 0})
		}
		c.Actors = append(c.Actors, actor)
	}
	c.Actors = append(c.Actors, reckon.Actor{Name: "watcher"})
	if w.IntN(3) == 0 {
		c.Impossible = []reckon.Impossible{{Name: "not both", When: with("&&", with("!", opt(0)), with("!", opt(1)))}}
		c.Options[0].On = true
	}
	w.measures()
	w.shocks()
	w.minds()
	w.questions()
	if w.IntN(2) == 0 {
		w.arenas()
	}
	return w
}

// arenas has one read measures and write another, which others read in turn.
func (w *wild) arenas() {
	c := w.c
	c.Measures = append(c.Measures, reckon.Measure{Name: "v", Low: -1, High: 3, Start: exactly(2), Arena: "arena"})
	c.Measures[0].Next = with("+", with("*", num(0.5), ref("x")), with("*", num(0.4), ref("v")))
	a := reckon.Arena{Name: "arena", Kind: w.pick("council", "palace", "succession", "street", "contest")}
	a.Settings, a.Parts = map[string]func() ([]reckon.ArenaSetting, []reckon.ArenaPart){
		"council": w.council, "palace": w.palace, "succession": w.succession, "street": w.street, "contest": w.contest,
	}[a.Kind]()
	write := reckon.ArenaWrite{Measure: "v"}
	switch a.Kind {
	case "council":
		write.Quantity = w.pick("outcome", "mean", "spread")
	case "palace":
		write.Quantity = w.pick("risk", "attempt", "coup")
	case "succession":
		write.Quantity = w.pick("holder", "will", "exit")
	case "street":
		write.Quantity = w.pick("turnout", "fatigue", "on_strike")
	default:
		write.Quantity, write.Of = w.pick("resolve", "times", "offer"), "part 1"
	}
	a.Writes = []reckon.ArenaWrite{write}
	c.Arenas = append(c.Arenas, a)
}

// within is a number of the case between bounds.
func (w *wild) within(low, high float64) reckon.Expr {
	return call("min", call("max", w.number(2, true), num(low)), num(high))
}

func setting(name string, x reckon.Expr) reckon.ArenaSetting {
	return reckon.ArenaSetting{Name: name, Value: x}
}

// several are so many parts of a kind.
func several(kind string, n int, settings func(i int) []reckon.ArenaSetting) []reckon.ArenaPart {
	var list []reckon.ArenaPart
	for i := range n {
		list = append(list, reckon.ArenaPart{Kind: kind, Name: fmt.Sprint("part ", i), Settings: settings(i)})
	}
	return list
}

func (w *wild) council() ([]reckon.ArenaSetting, []reckon.ArenaPart) {
	list := []reckon.ArenaSetting{
		{Name: "model", Words: []string{w.pick("mean", "median", "spatial", "challenge")}},
		setting("every", num(float64(1+w.IntN(3)))), setting("low", num(-4)), setting("high", num(6)),
	}
	return list, several("seat", 3, func(int) []reckon.ArenaSetting {
		return []reckon.ArenaSetting{setting("power", w.within(1, 9)), setting("position", w.within(-4, 6)), setting("salience", w.within(0, 100))}
	})
}

func (w *wild) palace() ([]reckon.ArenaSetting, []reckon.ArenaPart) {
	organs := several("organ", 3, func(int) []reckon.ArenaSetting {
		return []reckon.ArenaSetting{setting("force", w.within(1, 9)), setting("distrust", w.within(0, 0.9))}
	})
	watches := several("watch", 2, func(i int) []reckon.ArenaSetting {
		return []reckon.ArenaSetting{{Name: "over", Words: []string{fmt.Sprint("part ", i+1)}}, setting("chance", w.within(0, 0.9))}
	})
	return []reckon.ArenaSetting{setting("attempts", num(40)), setting("grievance", w.within(0, 1))}, append(organs, watches...)
}

func (w *wild) succession() ([]reckon.ArenaSetting, []reckon.ArenaPart) {
	exits := several("exit", 2, func(int) []reckon.ArenaSetting {
		return []reckon.ArenaSetting{setting("rate", w.within(0, 20)), setting("chance", w.within(0, 0.1))}
	})
	candidates := several("candidate", 2, func(i int) []reckon.ArenaSetting {
		return []reckon.ArenaSetting{setting("support", w.within(1, 9)), setting("position", w.within(0, 1)), setting("will", w.within(0, 1)), setting("doubt", num(0.2*float64(i)))}
	})
	return []reckon.ArenaSetting{setting("will", w.within(0, 1))}, append(exits, candidates...)
}

func (w *wild) street() ([]reckon.ArenaSetting, []reckon.ArenaPart) {
	law := reckon.ArenaSetting{Name: "thresholds", Start: spread(reckon.Normal, 0.3, 0.2)}
	list := []reckon.ArenaSetting{law, setting("active", num(0.1)), setting("noise", num(0.1))}
	for _, name := range []string{"hardship", "legitimacy", "repression", "by_hardship", "by_force", "tiring", "recovery"} {
		list = append(list, setting(name, w.within(0, 1)))
	}
	return list, several("strike", w.IntN(2), func(int) []reckon.ArenaSetting {
		return []reckon.ArenaSetting{
			setting("called", w.number(1, false)), setting("workers", num(100)), setting("wage", num(2)), setting("pay", w.within(0, 2)), setting("fund", num(300)),
			{Name: "endurance", Start: spread(reckon.Between, 0, 4)},
		}
	})
}

func (w *wild) contest() ([]reckon.ArenaSetting, []reckon.ArenaPart) {
	return []reckon.ArenaSetting{setting("own", w.within(0, 1))}, several("side", 2, func(int) []reckon.ArenaSetting {
		return []reckon.ArenaSetting{setting("stake", w.within(1, 9)), setting("strain", w.within(0, 90)), setting("belief", num(0.3)), setting("firm", num(0.1)), setting("soft", w.within(1, 4)), setting("blind", w.within(0, 1))}
	})
}

func (w *wild) measures() {
	c := w.c
	c.Parameters = []reckon.Parameter{{Name: "g", Value: []reckon.Spread{spread(reckon.Exact, 0.5), spread(reckon.Between, 0, 2), spread(reckon.Normal, 1, 1)}[w.IntN(3)]}}
	c.Lookups = []reckon.Lookup{{Name: "table", Points: [][2]float64{{-1, 2}, {0, 0}, {2, 3}}, Shape: w.pick("line", "extend", "step")}}
	low, high := -4.0, 6.0
	c.Measures = []reckon.Measure{
		{Name: "x", Low: low, High: high, Start: spread(reckon.Between, 0, 3)},
		{Name: "y", Low: low, High: high, Start: exactly(1), Next: w.number(3, true)},
		{Name: "z", Low: low, High: high},
	}
	if w.IntN(2) == 0 {
		c.Measures[0].Next = w.number(3, true)
	}
	if w.IntN(2) == 0 {
		c.Measures[0].Noise = reckon.Spread{Law: reckon.Normal, Args: []reckon.Expr{num(0), call("abs", ref("g"))}}
	}
	switch w.IntN(3) {
	case 0:
		c.Measures[2].Is = with("+", ref("x"), with("?", opt(0), num(1), call("delay", ref("y"), num(2))))
	case 1:
		c.Measures[2].Start = reckon.Spread{Law: reckon.Exact, Args: []reckon.Expr{with("+", ref("g"), ref("x"))}}
		c.Measures[2].Noise = spread(reckon.Triangular, -1, 0, 1)
	default:
		c.Measures[2].Start, c.Measures[2].Next = spread(reckon.Normal, 0, 1), w.number(2, true)
		c.Observations = []reckon.Observation{{Date: day("2026-01-02"), Measure: "z", Value: 1.5}, {Date: day("2026-03-02"), Measure: "z", Value: 3}}
	}
}

func (w *wild) shocks() {
	for i := range w.IntN(4) {
		s := reckon.Shock{Name: fmt.Sprint("shock ", i), Once: w.IntN(2) == 0}
		if w.IntN(2) == 0 {
			s.Rate, s.Per = call("abs", w.number(1, true)), w.pick("month", "year", "week", "day")
		} else {
			s.Chance = num(0.2)
		}
		if w.IntN(2) == 0 {
			s.When = w.yesNo(2, true)
		}
		if w.IntN(2) == 0 {
			s.Moves = reckon.Move{On: 1 << w.IntN(len(w.c.Options))}
			s.Moves.Off = 1 << w.IntN(len(w.c.Options)) &^ s.Moves.On
		}
		for _, name := range []string{"x", "y"}[:w.IntN(3)] {
			s.Effects = append(s.Effects, reckon.Effect{Measure: name, To: w.number(2, false)})
		}
		w.c.Shocks = append(w.c.Shocks, s)
	}
	w.c.Features = []reckon.Feature{{Name: "f", Now: with("?", w.yesNo(1, true), num(1), num(0))}, {Name: "h", Now: with("/", ref("x"), num(3))}}
}

func (w *wild) wants(n int) []reckon.Want {
	var list []reckon.Want
	for i := range n {
		list = append(list, reckon.Want{Name: fmt.Sprint("w", i), That: w.yesNo(2, true)})
	}
	return list
}

func (w *wild) temper() reckon.Temper {
	return reckon.Temper{
		Concept: []reckon.Concept{reckon.Nash, reckon.SEQ, reckon.GMR, reckon.SIM}[w.IntN(4)], Caution: float64(w.IntN(3)) / 2,
		Precision: []float64{0, 1, 8, math.Inf(1)}[w.IntN(4)], Stubborn: []float64{0, 0.3, 1}[w.IntN(3)], Emphasis: 2,
	}
}

func (w *wild) mind(a int) reckon.Mind {
	m := reckon.Mind{Actor: w.c.Actors[a].Name, Temper: w.temper(), Wants: w.wants(1 + w.IntN(3))}
	other := (a + 1) % (len(w.c.Actors) - 1)
	if w.IntN(2) == 0 {
		b := reckon.Belief{About: w.c.Actors[other].Name}
		for k, odds := range []float64{0.5, 0.3, 0.2} {
			b.Kinds = append(b.Kinds, reckon.Kind{Name: fmt.Sprint("kind ", k), Odds: odds, Temper: w.temper(), Wants: w.wants(2)})
		}
		m.Beliefs = []reckon.Belief{b}
		if third := (a + 2) % (len(w.c.Actors) - 1); w.both && third != a { // of two, what is held of one colours what is learned of the other
			b.About = w.c.Actors[third].Name
			m.Beliefs = append(m.Beliefs, b)
		}
		m.Episodes = []reckon.Episode{{
			Name: "the war", Above: 0.2, Features: []reckon.Recollection{{Feature: "f", Was: 1, Weight: 2}, {Feature: "h", Was: 0.5, Weight: 1}},
			Lessons: []reckon.Lesson{{About: m.Beliefs[0].About, Kind: "kind 1", Strength: 2}},
		}}
	}
	if w.IntN(3) == 0 {
		m.View.Overrides = []reckon.Override{{Unaware: true, Option: w.c.Actors[other].Options[0]}}
	}
	return m
}

func (w *wild) minds() {
	for a := range len(w.c.Actors) - 1 {
		w.c.Minds = append(w.c.Minds, w.mind(a))
		if w.IntN(2) == 0 {
			for i, odds := range []float64{0.4, 0.5} {
				m := w.mind(a)
				m.Change = reckon.Change{Name: fmt.Sprintf("%s %d", w.c.Actors[a].Name, i), From: day("2026-03-03"), Odds: odds}
				w.c.Minds = append(w.c.Minds, m)
			}
		}
		if w.IntN(2) == 0 {
			m := w.mind(a)
			m.Change = reckon.Change{Name: "turn", When: w.yesNo(2, true), Odds: 0.7}
			w.c.Minds = append(w.c.Minds, m)
		}
	}
}

func (w *wild) questions() {
	for i, closes := range []string{"2026-04-30T12:00:00Z", "2026-05-20T23:59:00+02:00", "2027-01-01T00:00:00Z"} {
		opens := []reckon.Date{0, day("2026-01-10"), day("2026-02-20")}[w.IntN(3)]
		w.c.Questions = append(w.c.Questions, reckon.Question{Name: fmt.Sprint("q", i), Opens: opens, Closes: closes, When: w.asked(2)})
	}
	w.c.Questions = append(w.c.Questions, reckon.Question{Name: "number", Closes: "2026-05-01T00:00:00Z", When: call("min", call("first", w.yesNo(2, true)), call("count", w.yesNo(1, true)))})
}

// scenario changes something.
func (w *wild) scenario() reckon.Scenario {
	s := reckon.Scenario{Name: "other"}
	if w.IntN(2) == 0 {
		s.From = day("2026-02-25")
	}
	if w.IntN(2) == 0 {
		s.Until = day("2026-04-05")
	}
	if w.IntN(2) == 0 {
		s.Hold = reckon.Move{On: 1}
	}
	if w.IntN(2) == 0 {
		s.Sets = append(s.Sets, reckon.Assignment{Name: "g", To: spread(reckon.Between, 3, 4)})
	}
	if w.IntN(2) == 0 {
		s.Sets = append(s.Sets, reckon.Assignment{Name: w.pick("x", "y", "z"), To: reckon.Spread{Law: reckon.Exact, Args: []reckon.Expr{with("*", ref("x"), num(0.5))}}})
	}
	if len(w.c.Arenas) > 0 && w.IntN(2) == 0 {
		s.Sets = append(s.Sets, reckon.Assignment{Name: "v", To: exactly(1)})
	}
	for _, name := range []string{"memory", "learning", "noise", "shocks", "b", w.c.Options[len(w.c.Options)-1].Name, "arena"} {
		if name == "arena" && len(w.c.Arenas) == 0 {
			continue
		}
		if w.IntN(6) == 0 {
			s.Without = append(s.Without, name)
		}
	}
	return s
}
