package exchange

import (
	"fmt"
	"math/big"
	"strings"

	"reckon"
)

// Game is a strategic game as Gambit's .nfg files hold it. The title, the
// comment and all labels are free text.
type Game struct {
	Title, Comment string
	Players        []string
	Strategies     [][]string // by player; everyone has at least one
	Outcomes       []Outcome
	Profiles       []int // by profile, the first player's strategy changing fastest: index into Outcomes, −1 for nothing to anybody
}

// Outcome is what a play of a game ends in.
type Outcome struct {
	Label   string
	Payoffs []*big.Rat // by player, exact
}

// Limits on games: what an exact solver of any kind still gets through.
const (
	maxPlayers  = 64
	maxProfiles = 1 << 16
	maxNumbers  = 1 << 20 // payoffs of the outcomes in one file
)

// payoff returns what a player gets in a profile.
func (g *Game) payoff(profile, player int) *big.Rat {
	if o := g.Profiles[profile]; o >= 0 {
		return g.Outcomes[o].Payoffs[player]
	}
	return new(big.Rat)
}

// Text writes the game as .nfg: the outcome version, which keeps the names of
// strategies and outcomes, or the payoff version, which is a bare table. The
// outcome version of what ReadNFG read reads as the same game.
func (g *Game) Text(table bool) []byte {
	var b strings.Builder
	fmt.Fprintf(&b, "NFG 1 R %s\n%s\n", inQuotes(g.Title), inBraces(g.Players))
	if table {
		counts := make([]string, len(g.Strategies))
		for i, list := range g.Strategies {
			counts[i] = fmt.Sprint(len(list))
		}
		fmt.Fprintf(&b, "{ %s }\n%s\n\n", strings.Join(counts, " "), inQuotes(g.Comment))
		for p := range g.Profiles {
			for i := range g.Players {
				b.WriteString(g.payoff(p, i).RatString())
				b.WriteString([]string{" ", "\n"}[(i+1)/len(g.Players)])
			}
		}
		return []byte(b.String())
	}
	b.WriteString("\n{\n")
	for _, list := range g.Strategies {
		b.WriteString("  " + inBraces(list) + "\n")
	}
	fmt.Fprintf(&b, "}\n%s\n\n{\n", inQuotes(g.Comment))
	for _, o := range g.Outcomes {
		fmt.Fprintf(&b, "  { %s %s }\n", inQuotes(o.Label), payoffs(o.Payoffs))
	}
	b.WriteString("}\n")
	for p, o := range g.Profiles {
		fmt.Fprint(&b, o+1)
		if (p+1)%len(g.Strategies[0]) == 0 {
			b.WriteByte('\n')
		} else {
			b.WriteByte(' ')
		}
	}
	return []byte(b.String())
}

// payoffs writes exact numbers, separated by commas as Gambit does.
func payoffs(list []*big.Rat) string {
	parts := make([]string, len(list))
	for i, n := range list {
		parts[i] = n.RatString()
	}
	return strings.Join(parts, ", ")
}

// nobody is the label of the strategy in which none of an actor's options is
// on, nowhere the outcome of every profile that the case holds impossible.
const (
	nobody  = "(none)"
	nowhere = "(impossible)"
)

// Game writes the conflict as a strategic game: a player's strategies are the
// sets of his options that may be on together, payoffs are his ranks, 0 worst.
//
// Without from every option must be able to change both ways, since a strategic
// game has no moves; with from a strategy is what an actor can do at once from
// that state. A strategy that is impossible whatever the others do is left out.
// Where the others decide whether a profile is possible, it stays and is worth
// −1 to everybody, below every possible state, and the comment says so; with
// strict the conflict is refused instead. The pure Nash equilibria [nash1950]
// that are possible are then the states stable for everyone under Nash.
func (m *Model) Game(from *reckon.State, strict bool) (*Game, error) {
	c, err := m.Conflict()
	if err != nil {
		return nil, err
	}
	if from != nil && !c.States().Has(*from) {
		return nil, fmt.Errorf("nobody can start from state %s: it is impossible", m.letters(*from))
	}
	g := &Game{Title: either(m.Case.Title, m.Case.Name), Outcomes: []Outcome{}}
	own, profiles := make([][]reckon.State, len(m.Case.Actors)), 1
	for i, a := range m.Case.Actors {
		if own[i], err = m.courses(i, from); err != nil {
			return nil, err
		}
		if profiles *= len(own[i]); profiles > maxProfiles || len(own) > maxPlayers {
			return nil, fmt.Errorf("the game would have more than %d strategy profiles, too many for a table; drop options, or write the tree of moves from one state (efg)", maxProfiles)
		}
		g.Players = append(g.Players, a.Name)
		var labels []string
		for _, s := range own[i] {
			labels = append(labels, either(m.on(s, a.Options, "+", m.ownName), nobody))
		}
		g.Strategies = append(g.Strategies, labels)
	}
	excluded := m.fill(g, own, profiles)
	if strict && excluded > 0 {
		return nil, fmt.Errorf("%d of %d strategy profiles are impossible in the case and a strategic game has no place for that; give them the payoff −1 (--impossible penalty), or write the tree of moves (efg)", excluded, profiles)
	}
	g.Comment = m.origin() + " Payoffs are ranks, 0 the worst: only their order means anything."
	if from != nil {
		g.Comment += fmt.Sprintf(" Strategies are what each player can do at once from the state %s.", m.letters(*from))
	}
	if excluded > 0 {
		g.Comment += fmt.Sprintf(" %d of the %d profiles are impossible in the case; they are worth -1 to everybody, below every possible one. An equilibrium there means nothing.", excluded, profiles)
	}
	return g, nil
}

// courses lists an actor's strategies, ascending, as the options of his that
// are on. It keeps those that are part of some possible state.
func (m *Model) courses(actor int, from *reckon.State) ([]reckon.State, error) {
	c, all := m.conflict, reckon.State(0)
	stays := reckon.State(0) // his options that cannot leave their place
	for _, k := range m.Case.Actors[actor].Options {
		o, bit := m.Case.Options[k], reckon.State(1)<<uint(k)
		all |= bit
		switch {
		case !o.Final && !o.Lost:
		case from == nil:
			return nil, fmt.Errorf("the option %s cannot change both ways, and a strategic game has no moves; say from which state to play (--from), or write the tree of moves (efg)", o.Name)
		case o.Final && from.Has(k) || o.Lost && !from.Has(k):
			stays |= bit
		}
	}
	possible := map[reckon.State]bool{}
	c.States().Each(func(s reckon.State) {
		if from == nil || (s^*from)&stays == 0 {
			possible[s&all] = true
		}
	})
	var list []reckon.State
	for s := reckon.State(0); ; s = (s - all) & all {
		if possible[s] {
			list = append(list, s)
		}
		if s == all {
			return list, nil
		}
	}
}

// fill makes the profiles and their outcomes, the states in the order of their
// first profile, and counts the profiles that are impossible.
func (m *Model) fill(g *Game, own [][]reckon.State, profiles int) int {
	excluded, void := 0, -1
	for p := range profiles {
		var s reckon.State
		rest := p
		for i := range own {
			s |= own[i][rest%len(own[i])]
			rest /= len(own[i])
		}
		possible := m.conflict.States().Has(s)
		if !possible {
			excluded++
		}
		if possible || void < 0 {
			o := Outcome{Label: m.letters(s)}
			if !possible {
				void, o.Label = len(g.Outcomes), nowhere
			}
			for i := range own {
				rank := int64(-1)
				if possible {
					rank = int64(m.conflict.Rank(i, s))
				}
				o.Payoffs = append(o.Payoffs, big.NewRat(rank, 1))
			}
			g.Profiles = append(g.Profiles, len(g.Outcomes))
			g.Outcomes = append(g.Outcomes, o)
			continue
		}
		g.Profiles = append(g.Profiles, void)
	}
	return excluded
}
