package brief

import (
	"fmt"
	"math/bits"
	"slices"

	"reckon"
	"reckon/mind"
)

// gameView sets the subject's game, as each reading has it, beside the game.
type gameView struct {
	Absent, Lead string
	Games        []oneGame
}

type oneGame struct {
	Reading, Href string
	Same          string // said in place of all below when he sees the conflict as it is
	Taken         []takenView
	Differs       []differView
	Beside        *grid
	Expects       string
	Surprises     []string
	Broken        []brokenView
	More          string
	Whole         string // said when the record broke nothing
}

// takenView is what he takes one actor for.
type takenView struct {
	About string
	Marks []mark
	Kinds []heldView
}

type heldView struct {
	Title, Stated, Learned string
	Marks                  []mark
}

// differView is one way in which the conflict in his eyes differs.
type differView struct {
	Says  string
	Marks []mark
}

// brokenView is a row of the record that proved a view wrong.
type brokenView struct {
	Date, What string
	Tests      bool
	Says       []string
}

// mostBroken is how many events are told in full for one reading.
const mostBroken = 8

func (p *page) gameView() *gameView {
	s := p.subject()
	v := &gameView{}
	for i := range p.Readings {
		if p.Readings[i].Game != nil {
			v.Games = append(v.Games, p.oneGame(i))
		}
	}
	if s < 0 || v.Games == nil {
		v.Absent = "The case names no subject, so there is nobody whose view could be set beside the conflict as it is."
		return v
	}
	v.Lead = fmt.Sprintf("What each reading says that %s believes of the others, the game that follows from it beside the game in which everyone is as the case’s author sees him, and the recorded moves that did not fit his view. A move does not fit when it was out of the question in the view, or when the mover, as he is taken there, would have lost by it. Moves later than the reading are marked; the others its author could know.", p.subjectName())
	return v
}

func (p *page) oneGame(i int) oneGame {
	r := &p.Readings[i]
	m := r.mindOf(p.Case.Subject)
	v := oneGame{Reading: upper(p.readingName(i)), Href: fmt.Sprintf("#reading-%d", i+1)}
	if len(m.Beliefs) == 0 && len(m.View.Overrides) == 0 {
		v.Same = upper(p.subjectName()) + " sees every actor as he is: his game is the game."
		return v
	}
	v.Taken = p.taken(r, m)
	v.Differs = p.differs(m.View)
	v.Beside = p.beside(r)
	v.Expects = p.expects(r.Game)
	v.Surprises = p.surprises(r.Game)
	p.broken(&v, r.Game)
	return v
}

// taken tells what he takes the others for, as the reading states it and as the
// record has taught him.
func (p *page) taken(r *Reading, m *reckon.Mind) []takenView {
	learned := p.learnedOdds(r.Game, m)
	var out []takenView
	for _, b := range m.Beliefs {
		who := p.actorNamed(b.About)
		use := fmt.Sprintf("%s: what %s takes %s for", p.readingOf(r), p.subjectName(), who)
		v := takenView{About: who, Marks: p.marks(b.Cites, use)}
		for k, kind := range b.Kinds {
			held := heldView{Title: kindTitle(kind), Stated: heldOdds(kind.Odds), Marks: p.marks(kind.Cites, use)}
			if now := learned[b.About]; k < len(now) && share(now[k]) != share(kind.Odds) {
				held.Learned = share(now[k])
			}
			v.Kinds = append(v.Kinds, held)
		}
		out = append(out, v)
	}
	return out
}

// readingOf names a reading in the uses of a citation.
func (p *page) readingOf(r *Reading) string {
	if r.Of == nil {
		return "The case’s own view"
	}
	return titleOr(r.Of.Title, r.Of.Name)
}

// learnedOdds returns the odds at the as-of date by the actor they are about; a
// game lists them in the order of actors.
func (p *page) learnedOdds(g *Game, m *reckon.Mind) map[string][]float64 {
	out := map[string][]float64{}
	n := 0
	for _, a := range p.Case.Actors {
		stated := slices.ContainsFunc(m.Beliefs, func(b reckon.Belief) bool { return b.About == a.Name && len(b.Kinds) > 0 })
		if stated && a.Name != m.Actor && n < len(g.Learned) {
			out[a.Name] = g.Learned[n]
			n++
		}
	}
	return out
}

// differs tells the overrides of his view.
func (p *page) differs(view reckon.View) []differView {
	var out []differView
	for i := range view.Overrides {
		o := &view.Overrides[i]
		says := ""
		switch {
		case o.Impossible != nil:
			says = fmt.Sprintf("Holds to be impossible: %s.", isolate(o.Impossible.Name))
		case o.Possible != "":
			says = fmt.Sprintf("Holds to be possible what the case excludes: %s.", isolate(o.Possible))
		case o.Unaware:
			says = fmt.Sprintf("Does not know of %s (%s).", quote(short(p.option(o.Option))), p.actor(p.Case.Options[o.Option].Actor))
		case o.Directed:
			says = fmt.Sprintf("Takes %s (%s) to be something that %s.", quote(short(p.option(o.Option))), p.actor(p.Case.Options[o.Option].Actor), direction(o))
		default:
			continue
		}
		out = append(out, differView{says, p.marks(o.Cites, fmt.Sprintf("How %s sees the conflict", p.subjectName()))})
	}
	return out
}

func direction(o *reckon.Override) string {
	switch {
	case o.Final && o.Lost:
		return "cannot change"
	case o.Final:
		return "cannot be undone"
	case o.Lost:
		return "cannot be taken up again once dropped"
	}
	return "can be taken up and dropped"
}

// beside sets today's state in his eyes beside the reading's own.
func (p *page) beside(r *Reading) *grid {
	g := r.Game
	if len(g.Taken) == 0 {
		return nil
	}
	t := &grid{Caption: "Would each actor stay with today’s state?", Fixed: true, Head: []string{"Actor", "In the eyes of " + p.subjectName(), "As the reading has it", ""}}
	for j, a := range p.Case.Actors {
		if len(a.Options) == 0 || j == g.Actor {
			continue
		}
		seen, is := settled(g.Taken[j]), settled(g.Is[j])
		differ := ""
		if (g.Taken[j] >= 0.5) != (g.Is[j] >= 0.5) {
			differ = "he is mistaken"
		}
		t.Rows = append(t.Rows, row{Cells: cells(upper(p.actor(j)), seen, is, differ)})
	}
	return t
}

// settled says whether views with a share of the odds hold a state stable.
func settled(x float64) string {
	word, of := "stays", x
	if x < 0.5 {
		word, of = "moves", 1-x
	}
	if of > 0.995 {
		return word
	}
	return fmt.Sprintf("%s, in views with %s of the odds", word, share(of))
}

func (p *page) expects(g *Game) string {
	says := fmt.Sprintf("Under %s he takes %s for equilibria.", g.Concept, count(g.Expects, "state", "states"))
	mistaken := map[int]string{0: "all are", 1: "1 is none"}[len(g.Mistaken)]
	if mistaken == "" {
		mistaken = fmt.Sprintf("%d are none", len(g.Mistaken))
	}
	switch {
	case g.Expects == 0 && len(g.Missed) == 0:
		return fmt.Sprintf("Under %s no state is an equilibrium, in his eyes or otherwise.", g.Concept)
	case len(g.Mistaken) == 0 && len(g.Missed) == 0:
		return says + " He is right about all of them."
	}
	return says + fmt.Sprintf(" Of these, %s. There are %s that he does not expect.", mistaken, count(len(g.Missed), "other", "others"))
}

// surprises tells what he misjudges in today's state.
func (p *page) surprises(g *Game) []string {
	var out []string
	if g.Today.Impossible {
		return []string{"Today’s state is one that he holds to be impossible: his view has broken already."}
	}
	if g.Today.Sees != p.Today {
		out = append(out, fmt.Sprintf("He does not see %s.", p.options(p.Today&^g.Today.Sees)))
	}
	for _, j := range g.Today.Moving {
		out = append(out, fmt.Sprintf("He holds %s settled, who is about to move.", p.actor(j)))
	}
	for _, j := range g.Today.Settled {
		out = append(out, fmt.Sprintf("He expects %s to move, who is settled.", p.actor(j)))
	}
	for _, u := range g.Today.Unforeseen {
		says := fmt.Sprintf("Out of the question for him, but open: %s %s; %s.", p.actor(u.Actor), p.step(p.Today, u.To), p.reason(u.Reason))
		if u.Gains {
			says += " It would be a gain for the mover."
		}
		out = append(out, says)
	}
	return out
}

// options names options in words.
func (p *page) options(mask reckon.State) string {
	var words []string
	for ; mask != 0; mask &= mask - 1 {
		words = append(words, quote(short(p.option(bits.TrailingZeros64(uint64(mask))))))
	}
	return list(words)
}

// reason says why a move is out of the question in a view.
func (p *page) reason(r mind.Reason) string {
	var parts []string
	if r.Unaware != 0 {
		parts = append(parts, "he does not know of "+p.options(r.Unaware))
	}
	if r.Unthought != 0 {
		parts = append(parts, "he thinks that the mover does not know of "+p.options(r.Unthought))
	}
	if r.Against != 0 {
		parts = append(parts, "he holds that way closed for "+p.options(r.Against))
	}
	if r.Impossible {
		parts = append(parts, "he holds the outcome to be impossible")
	}
	return list(parts)
}

// broken tells the rows of the record that did not fit his view, first those that
// test the reading.
func (p *page) broken(v *oneGame, g *Game) {
	if len(g.Broken) == 0 {
		v.Whole = "Every recorded move of the others up to the as-of date fits his view."
		return
	}
	for n, b := range g.Broken {
		if n == mostBroken {
			v.More = fmt.Sprintf("and %s more", count(len(g.Broken)-n, "move", "moves"))
			break
		}
		e := &p.Case.Record[b.Row]
		one := brokenView{Date: longDate(e.Date), What: e.Title, Tests: b.Tests}
		for _, x := range b.Breaks {
			one.Says = append(one.Says, p.breakWords(x))
		}
		if len(b.Breaks) > 1 && b.Breaks[0].Collapsed {
			one.Says = append(one.Says, "No kind that he reckoned with fits.")
		}
		v.Broken = append(v.Broken, one)
	}
}

func (p *page) breakWords(x mind.Break) string {
	who := p.actor(x.Actor)
	if x.Kind != "" {
		who = fmt.Sprintf("%s, taken as %s at %s of his odds,", who, quote(x.Kind), share(x.Odds))
	}
	if x.Irrational {
		return upper(who) + " would not have done it: staying was worth more."
	}
	return upper(who) + " could not have done it: " + p.reason(x.Reason) + "."
}
