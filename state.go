package reckon

import "strings"

// Option is a yes/no course open to one actor.
type Option struct {
	Name    string // "actor.option"
	Title   string
	Actor   int  // index into Case.Actors
	On      bool // in force when the clock starts, at Case.From
	Final   bool // reversible = false: once taken, it cannot be undone
	Lost    bool // resumable = false: once dropped, it cannot be taken up again
	Posture int  // +1 a harder course, -1 a softer one, 0 neither; read only by the dull rival "the middle option"
	Cites   []Cite
	At      Range
}

// State says which options are on: bit k is Case.Options[k].
type State uint64

// Has reports whether option k is on.
func (s State) Has(k int) bool { return s>>uint(k)&1 == 1 }

// Letters writes the state as one letter per option, Y or N, in file order.
func (s State) Letters(options int) string {
	b := make([]byte, options)
	for k := range b {
		b[k] = 'N'
		if s.Has(k) {
			b[k] = 'Y'
		}
	}
	return string(b)
}

// Move sets some of an actor's options: those in On to yes, those in Off to no.
// The zero Move is "hold". Setting an option that is already so changes nothing.
type Move struct {
	On, Off State
}

// Apply returns the state after the move.
func (m Move) Apply(s State) State { return s&^m.Off | m.On }

// Touches returns the options that the move sets, either way.
func (m Move) Touches() State { return m.On | m.Off }

// Text writes the move as in record.csv: "+enrich -talk", or "hold". Names are
// without their actor, since only an actor's own options move.
func (m Move) Text(c *Case) string {
	var words []string
	for k := range c.Options {
		_, name, _ := strings.Cut(c.Options[k].Name, ".")
		switch {
		case m.On.Has(k):
			words = append(words, "+"+name)
		case m.Off.Has(k):
			words = append(words, "-"+name)
		}
	}
	if words == nil {
		return "hold"
	}
	return strings.Join(words, " ")
}

// StateBefore replays the record from the state at Case.From and returns the
// state just before event k (an index into Case.Record). Earlier events are
// already in the state at Case.From.
func (c *Case) StateBefore(k int) State {
	var s State
	for i := range c.Options {
		if c.Options[i].On {
			s |= 1 << uint(i)
		}
	}
	for _, e := range c.Record[:k] {
		if e.Date >= c.From {
			s = e.Took.Apply(s)
		}
	}
	return s
}

// Today returns the state at the as-of date: the record replayed up to and
// including that day. Without an as-of date the whole record counts.
func (c *Case) Today() State {
	k := 0
	for k < len(c.Record) && (c.AsOf == 0 || c.Record[k].Date <= c.AsOf) {
		k++
	}
	return c.StateBefore(k)
}

// History returns the state on each day from one to another, both included, as the
// record has it: a day's state is that at its end. Before Case.From it is the state
// there.
func (c *Case) History(from, until Date) []State {
	row := 0
	for row < len(c.Record) && c.Record[row].Date < from {
		row++
	}
	s := c.StateBefore(row)
	var days []State
	for day := from; day <= until; day++ {
		for ; row < len(c.Record) && c.Record[row].Date == day; row++ {
			if day >= c.From {
				s = c.Record[row].Took.Apply(s)
			}
		}
		days = append(days, s)
	}
	return days
}
