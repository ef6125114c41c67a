package mind

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"reckon"
)

// term is believing, with a third actor whom a also reckons with, in which b's office
// goes to somebody who never answers on day 100, and may go to a hawk later.
func term() *reckon.Case {
	c := believing(0)
	c.Actors = append(c.Actors, reckon.Actor{Name: "c", Options: []int{2}})
	c.Options = append(c.Options, reckon.Option{Name: "c.o2", Actor: 2})
	coin := temper(reckon.Nash, 0, 1, 0)
	c.Minds[0].Beliefs = append(c.Minds[0].Beliefs, reckon.Belief{About: "c", Kinds: []reckon.Kind{
		{Name: "loud", Odds: 0.5, Temper: coin, Wants: wants(opt(2))}, {Name: "quiet", Odds: 0.5, Temper: coin, Wants: wants(not(opt(2)))},
	}})
	dove := reckon.Mind{Actor: "b", Temper: coin, Wants: wants(not(opt(1))), Change: reckon.Change{Name: "dove", From: 100}}
	hawk := reckon.Mind{Actor: "b", Temper: coin, Wants: wants(opt(1)), Change: reckon.Change{Name: "hawk", When: opt(0)}}
	c.Minds = append(c.Minds, dove, hawk)
	return c
}

// TestMindsOnADay: a new holder decides by his own mind; what was learned of the one
// before him starts again, what was learned of others stays.
func TestMindsOnADay(t *testing.T) {
	m := minds(t, term()).mustOn(t, 1)
	m = m.Observe(1, at("YNN"), answers, []reckon.Move{hold}) // as in TestObserveByHand
	m = m.Observe(2, at("NNN"), reckon.Move{On: 4}, []reckon.Move{hold})
	near(t, "b answers", m.Odds(0, 1)[0], 0.992211)
	near(t, "c is loud", m.Odds(0, 2)[0], 0.731059) // 1/(1 + e^−1)
	compiled := len(m.shelf.made)
	next := m.mustOn(t, 100)
	near(t, "b answers, of whom nothing is known", next.Odds(0, 1)[0], 0.7)
	near(t, "c is loud, still", next.Odds(0, 2)[0], 0.731059)
	near(t, "the new b answers", next.Choose(1, at("YNN"), []reckon.Move{hold, answers}).P[1], 1-0.731059)
	near(t, "the old b answers", m.Choose(1, at("YNN"), []reckon.Move{hold, answers}).P[1], 0.982014)
	if again := next.mustOn(t, 200); again.scene != next.scene || again.Odds(0, 2)[0] != next.Odds(0, 2)[0] {
		t.Error("nothing changes from day 100 to 200")
	}
	hawk, err := next.Turn(1, 2)
	if err != nil {
		t.Fatal(err)
	}
	near(t, "the hawk answers", hawk.Choose(1, at("YNN"), []reckon.Move{hold, answers}).P[1], 0.731059)
	if n := len(m.shelf.made) - compiled; n > 3 {
		t.Errorf("%d conflicts are compiled for two minds that others do not see", n)
	}
}

func (m *Minds) mustOn(tb testing.TB, day reckon.Date) *Minds {
	tb.Helper()
	m, err := m.On(day, nil)
	if err != nil {
		tb.Fatal(err)
	}
	return m
}

// TestLearned: rows up to the reading's date and after the day teach nothing, a row on
// the day does; and who came later is judged by what he did himself.
func TestLearned(t *testing.T) {
	c := term()
	answer := func(day reckon.Date) reckon.Event {
		return reckon.Event{Date: day, Actor: "b", Took: answers, Instead: []reckon.Move{hold}}
	}
	back := func(day reckon.Date) reckon.Event {
		return reckon.Event{Date: day, Actor: "others", Took: reckon.Move{Off: 2}}
	}
	c.Options[0].On, c.From = true, 1
	c.Record = []reckon.Event{answer(10), back(11), answer(20), back(21), answer(120), back(121), answer(130)}
	r := &reckon.Reading{Dated: 10, Minds: c.Minds}
	m, err := New(c, r, nil)
	if err != nil {
		t.Fatal(err)
	}
	rows := []int{}
	for day, want := range map[reckon.Date]float64{
		5: 0.7, 10: 0.7, 19: 0.7, 20: 0.992211, 99: 0.992211, 100: 0.7, 119: 0.7, 120: 0.992211,
		0: 0.999856, 500: 0.999856, // .7·.982013790² : .3·.017986210²
	} {
		rows = rows[:0]
		got, err := m.Learned(day, func(row int, _ *Minds) error { rows = append(rows, row); return nil })
		if err != nil {
			t.Fatal(err)
		}
		near(t, "b answers", got.Odds(0, 1)[0], want)
		if day == 20 && !slices.Equal(rows, []int{0, 1, 2}) {
			t.Errorf("rows %v up to day 20", rows)
		}
	}
	r.Dated = 0
	got, err := m.Learned(0, nil)
	if err != nil {
		t.Fatal(err)
	}
	near(t, "without a date", got.Odds(0, 1)[0], 0.7)
}

// TestLearnedFromTheClockOn: rows before the clock starts teach nothing and are met by
// the minds of its first day; a decision to hold teaches where it is scored as a choice.
func TestLearnedFromTheClockOn(t *testing.T) {
	c := term()
	c.Options[0].On, c.From = true, 100
	c.Record = []reckon.Event{
		{Date: 50, Actor: "b", Took: answers, Instead: []reckon.Move{hold}},
		{Date: 101, Actor: "b", Instead: []reckon.Move{answers}, Choice: true, Weight: 1},
		{Date: 102, Actor: "b", Instead: []reckon.Move{answers}, Choice: true},
		{Date: 103, Actor: "b", Choice: true, Weight: 1},
	}
	m, err := New(c, &reckon.Reading{Dated: 1, Minds: c.Minds}, nil)
	if err != nil {
		t.Fatal(err)
	}
	want := []float64{0.7, 0.7, 0.040985, 0.040985} // .7·.017986210 : .3·.982013790
	got, err := m.Learned(0, func(row int, now *Minds) error {
		near(t, fmt.Sprintf("b answers, before row %d", row), now.Odds(0, 1)[0], want[row])
		if now.now[1] != 1 {
			t.Errorf("row %d meets mind %d", row, now.now[1])
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	near(t, "b answers", got.Odds(0, 1)[0], 0.040985)
}

// TestPageTurns: on a page as with minds, and the first page has the odds learned so far.
func TestPageTurns(t *testing.T) {
	m := minds(t, term()).mustOn(t, 1).Observe(1, at("YNN"), answers, []reckon.Move{hold})
	p, err := m.Page(1 << 20)
	if err != nil {
		t.Fatal(err)
	}
	odds := p.Odds()
	near(t, "b answers", odds[p.Slot(0, 1)], 0.992211)
	if p.Slot(1, 0) != -1 || p.Now(1) != 0 {
		t.Error("b believes nothing, and is who he was")
	}
	odds[p.Slot(0, 2)] = 0.25
	p, err = p.Turn(1, 1, odds)
	if err != nil {
		t.Fatal(err)
	}
	near(t, "b answers, of whom nothing is known", odds[p.Slot(0, 1)], 0.7)
	near(t, "what is held of c", odds[p.Slot(0, 2)], 0.25)
	told, err := p.Minds(odds)
	if err != nil {
		t.Fatal(err)
	}
	near(t, "what is held of c, told", told.Odds(0, 2)[0], 0.25)
	near(t, "the new b answers", told.Choose(1, at("YNN"), []reckon.Move{hold, answers}).P[1], 1-0.731059)
	again, err := p.Minds(p.Odds())
	if err != nil {
		t.Fatal(err)
	}
	near(t, "what is held of c, told of another run", again.Odds(0, 2)[0], 0.5)
	near(t, "and of the first still", told.Odds(0, 2)[0], 0.25)
	if again.Base() != told.Base() {
		t.Error("the same page is compiled twice to be explained")
	}
}

// TestPagesAreToldOnce: a page that was forgotten and made anew is explained by what was
// compiled before, and the old one is not held on to.
func TestPagesAreToldOnce(t *testing.T) {
	p, err := minds(t, term()).mustOn(t, 1).Page(0)
	if err != nil {
		t.Fatal(err)
	}
	told, err := p.book.told(p)
	if err != nil {
		t.Fatal(err)
	}
	other, err := p.Turn(1, 1, p.Odds())
	if err != nil {
		t.Fatal(err)
	}
	again, err := other.Turn(1, 0, p.Odds())
	if err != nil {
		t.Fatal(err)
	}
	if again == p {
		t.Fatal("nothing was forgotten")
	}
	p.book.room = 1 << 20
	if m, err := again.book.told(again); err != nil || m != told {
		t.Errorf("compiled twice to be explained, %v", err)
	}
}

// TestIdleHearsLaterMinds: what a later holder believes in vain is told, and of whom.
func TestIdleHearsLaterMinds(t *testing.T) {
	c := term()
	c.Minds[2].Beliefs = []reckon.Belief{{About: "a", Kinds: []reckon.Kind{{Name: "k", Odds: 1}}}}
	got := Idle(c, nil)
	if len(got) != 1 || !strings.Contains(got[0].Detail, `The mind of b from "dove" on decides by Nash`) {
		t.Errorf("%+v", got)
	}
}

// TestTooManyViewsLater: a mind that nobody has yet is refused like one that he has.
func TestTooManyViewsLater(t *testing.T) {
	c := term()
	kinds := make([]reckon.Kind, maxViews+1)
	for k := range kinds {
		kinds[k] = reckon.Kind{Odds: 1 / float64(len(kinds)), Temper: reckon.DefaultTemper()}
	}
	c.Minds[3].Beliefs = []reckon.Belief{{About: "a", Kinds: kinds}}
	if _, err := New(c, nil, nil); err == nil {
		t.Error("no error")
	}
}
