package dynamics

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"reckon"
	"reckon/lang"
)

// Fault is the error of a run in which a measure, or another number, is no finite
// number: something was divided by 0, has no value, or grew beyond all numbers.
type Fault struct {
	What string       // "measure" and its name, or "" where the caller knows what it is
	At   reckon.Range // where the expression stands in the case
	Why  string       // which part of it is to blame
	Read []string     // the values that part read, as "price = 4"
	Step int          // steps since the start of the run
	Date reckon.Date
	Lane int // of the block
}

// Error says all but the lane, which has no meaning outside the block.
func (f *Fault) Error() string {
	var b strings.Builder
	if f.What != "" {
		fmt.Fprintf(&b, "%s ", f.What)
	}
	fmt.Fprintf(&b, "(%v), at step %d, %v: %s", f.At, f.Step, f.Date, f.Why)
	if len(f.Read) > 0 {
		b.WriteString(", where " + strings.Join(f.Read, ", "))
	}
	return b.String()
}

// phase says what a measure is being worked out for.
type phase uint8

const (
	atStart phase = iota
	atPresent
	atNext
)

// verify returns the fault of the measures under suspicion: that of the lowest
// lane, and of the measures the one first worked out. What bounds have mended is
// none, unless it was divided by 0.
func (b *Block) verify(p phase) error {
	if len(b.suspects) == 0 {
		return nil
	}
	suspects := b.suspects
	b.suspects = b.suspects[:0]
	for lane := range b.lanes {
		for _, m := range suspects {
			if f := b.examine(p, m, lane); f != nil {
				return f
			}
		}
	}
	return nil
}

// examine works one measure out again, slowly.
func (b *Block) examine(p phase, measure int32, lane int) error {
	m, s := &b.model.kase.Measures[int(measure)%len(b.holds)], b.scene(p, lane)
	exprs, value := b.parts(p, measure, lane, s)
	if finite(value) {
		return nil
	}
	f := &Fault{What: "measure " + m.Name, At: m.At, Step: b.step, Date: b.date, Lane: lane}
	if p == atStart && len(exprs) == 0 {
		f.Why = "it is unknown when the run starts; give it a start, or an observation on or before that day"
		return f
	}
	for _, e := range exprs {
		if part := s.culprit(e); part != nil {
			if finite(bounded(value, m.Low, m.High)) && !dividesByZero(s, part) {
				return nil
			}
			f.At, f.Why, f.Read = e.At, b.blame(s, part), b.read(s, part)
			return f
		}
	}
	if finite(bounded(value, m.Low, m.High)) {
		return nil
	}
	f.Why = "what chance adds to it is no number: the law has a spread below 0, or its numbers are out of order"
	all := reckon.Expr{}
	for _, e := range exprs {
		all.Args = append(all.Args, *e)
	}
	f.Read = b.read(s, &all)
	return f
}

// parts are the expressions that a measure comes from in a phase, and what they
// give together.
func (b *Block) parts(p phase, measure int32, lane int, s *scene) (exprs []*reckon.Expr, value float64) {
	before := int(measure) >= len(b.holds)
	measure %= int32(len(b.holds))
	m := &b.model.kase.Measures[measure]
	args := func(spread *reckon.Spread) {
		for i := range spread.Args {
			exprs = append(exprs, &spread.Args[i])
		}
	}
	uniform := func(slots []int32) float64 {
		if slots[measure] == 0 {
			return 0.5
		}
		return b.at[slots[measure]][lane]
	}
	switch {
	case m.Is.Op != "" && !before:
		return append(exprs, &m.Is), s.value(&m.Is)
	case p == atStart:
		if seen := b.observed[measure]; seen != nil && seen[lane] == seen[lane] {
			return nil, seen[lane]
		}
		if !m.Start.Stated() {
			return nil, math.NaN()
		}
		args(&m.Start)
		return exprs, s.drawn(&m.Start, uniform(b.model.draws))
	}
	value = s.number(m.Name)
	if m.Next.Op != "" {
		exprs, value = append(exprs, &m.Next), s.value(&m.Next)
	}
	if m.Noise.Stated() && !b.quiet {
		args(&m.Noise)
		value += s.drawn(&m.Noise, uniform(b.model.noises))
	}
	return exprs, value
}

// scene is the present of one lane.
func (b *Block) scene(p phase, lane int) *scene {
	m := b.model
	s := &scene{time: float64(b.step), year: yearOf(b.date)}
	s.number = func(name string) float64 { return b.at[m.names[name]][lane] }
	s.option = func(k int) bool { return b.states[lane].Has(k) }
	s.table = func(name string) *table { return m.tables[m.tableNames[name]] }
	s.past = func(e *reckon.Expr) float64 {
		if p == atStart {
			return b.beforehand(s, e, lane)
		}
		text := lang.Written(m.kase, e)
		for _, kept := range m.memories {
			if lang.Written(m.kase, kept.call) == text {
				return b.at[kept.slot][lane]
			}
		}
		panic("dynamics: nothing is remembered of " + text)
	}
	return s
}

// beforehand is what is remembered when a run starts.
func (b *Block) beforehand(s *scene, e *reckon.Expr, lane int) float64 {
	if tenseOf(e.Name) == starting {
		return s.value(&e.Args[0])
	}
	was := *s
	was.number = func(name string) float64 {
		if i := b.model.kase.Measure(name); i >= 0 && b.model.before[i] != 0 {
			return b.at[b.model.before[i]][lane]
		}
		return s.number(name)
	}
	was.past = func(e *reckon.Expr) float64 {
		if tenseOf(e.Name) == starting {
			return s.value(&e.Args[0])
		}
		return was.value(&e.Args[0])
	}
	return was.value(&e.Args[0])
}

func dividesByZero(s *scene, e *reckon.Expr) bool {
	return e.Op == "/" && s.value(&e.Args[1]) == 0
}

// blame says what is wrong with the part of an expression that is to blame.
func (b *Block) blame(s *scene, e *reckon.Expr) string {
	text := func(e *reckon.Expr) string { return "`" + lang.Written(b.model.kase, e) + "`" }
	if e.Op == "measure" {
		return text(e) + " is unknown; give it a start, or an observation on or before the day on which the run starts"
	}
	if dividesByZero(s, e) {
		return "the divisor " + text(&e.Args[1]) + " is 0"
	}
	if x := s.value(e); x == x && !atPole(s, e) {
		return text(e) + " grows beyond all numbers; bounds, low and high, would hold it"
	}
	for i := range e.Args {
		if len(e.Args[i].Args) > 0 {
			return text(e) + " has no value, since " + text(&e.Args[i]) + " is " + figure(s.value(&e.Args[i]))
		}
	}
	return text(e) + " has no value"
}

// atPole reports whether a function is infinite because it has no value at 0.
func atPole(s *scene, e *reckon.Expr) bool {
	switch e.Name {
	case "ln", "log10", "pow":
		return e.Op == "call" && s.value(&e.Args[0]) == 0
	}
	return false
}

// read lists the measures and parameters that an expression reads, with their
// values.
func (b *Block) read(s *scene, e *reckon.Expr) []string {
	var read []string
	for _, name := range e.Measures() {
		if x := s.number(name); x != x {
			continue
		}
		read = append(read, name+" = "+figure(s.number(name)))
	}
	return read
}

func figure(x float64) string { return strconv.FormatFloat(x, 'g', 6, 64) }
