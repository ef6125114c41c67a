package exchange

import (
	"fmt"
	"math/big"

	"reckon"
)

// ReadNFG reads a strategic game in either version of Gambit's .nfg format, by
// its specification [savani2025]. Numbers are exact: whole, decimal or fractions. The game
// is nil when the file is not one; the diagnostic says where and why.
func ReadNFG(file string, src []byte) (*Game, []reckon.Diagnostic) {
	s := newScanner(file, src)
	g := &Game{}
	s.prologue("NFG", 1, "a strategic game")
	g.Title = s.label("the title of the game")
	g.Players = s.players()
	s.strategies(g)
	if s.kind == quote {
		g.Comment = s.text
		s.next()
	}
	if s.wrong == nil {
		s.profiles(g)
	}
	if s.kind != atEnd {
		s.expected("the end of the file")
	}
	if s.wrong != nil {
		return nil, s.wrong
	}
	return g, nil
}

// prologue reads the word for the format, its version and the kind of numbers.
func (s *scanner) prologue(word string, version int, what string) {
	if s.text != word && s.wrong == nil {
		s.fault("game-broken", fmt.Sprintf("This is not %s of Gambit", what),
			fmt.Sprintf("Such a file begins with %s %d R and the title in quotes.", word, version))
	}
	s.next()
	if s.whole("the version of the format", 0, 99) != version && s.wrong == nil {
		s.fault("game-broken", fmt.Sprintf("This is another version of the %s format", word),
			fmt.Sprintf("Only version %d is known. Open the file in Gambit and save it again.", version))
	}
	if s.text != "R" && s.text != "D" {
		s.expected("the letter R")
	}
	s.next()
}

func (s *scanner) players() []string {
	list := s.labels("the list of players")
	switch {
	case len(list) == 0:
		s.expected("the name of a player in quotes")
	case len(list) > maxPlayers:
		s.fault("game-too-large", fmt.Sprintf("This game has %d players; at most %d are read", len(list), maxPlayers), "Nothing in the file was used.")
	}
	return list
}

// strategies reads the numbers of strategies, or their names, by player.
func (s *scanner) strategies(g *Game) {
	s.brace('{', "the list of strategies")
	profiles := 1
	for range g.Players {
		var list []string
		if s.kind == '{' {
			list = s.labels("the strategies of a player")
		} else {
			for k := range s.whole("the number of strategies of a player", 1, maxProfiles) {
				list = append(list, fmt.Sprint(k+1))
			}
		}
		if len(list) == 0 {
			s.expected("the name of a strategy in quotes")
			return
		}
		g.Strategies = append(g.Strategies, list)
		if profiles *= len(list); profiles > maxProfiles {
			s.fault("game-too-large", fmt.Sprintf("This game has more than %d strategy profiles", maxProfiles),
				"Nothing in the file was used. Drop strategies that nobody would play.")
			return
		}
	}
	s.brace('}', "the list of strategies")
	g.Profiles = make([]int, profiles)
}

// profiles reads the table: outcomes and their numbers, or bare payoffs.
func (s *scanner) profiles(g *Game) {
	if s.kind == '{' {
		s.next()
		for s.kind == '{' {
			if (len(g.Outcomes)+1)*len(g.Players) > maxNumbers {
				s.fault("game-too-large", fmt.Sprintf("The outcomes of this game have more than %d payoffs", maxNumbers), "Nothing in the file was used. Drop outcomes that no profile leads to.")
				return
			}
			s.next()
			g.Outcomes = append(g.Outcomes, Outcome{s.label("the name of an outcome"), s.payoffs(g.Players)})
			s.brace('}', "an outcome")
		}
		s.brace('}', "the list of outcomes")
		for p := range g.Profiles {
			g.Profiles[p] = s.whole("the number of an outcome", 0, len(g.Outcomes)) - 1
			if s.wrong != nil {
				return
			}
		}
		return
	}
	for p := range g.Profiles {
		g.Profiles[p] = len(g.Outcomes)
		g.Outcomes = append(g.Outcomes, Outcome{Payoffs: s.payoffs(g.Players)})
		if s.wrong != nil {
			return
		}
	}
}

// payoffs reads one number for each player.
func (s *scanner) payoffs(players []string) []*big.Rat {
	list := make([]*big.Rat, len(players))
	for i, name := range players {
		list[i] = s.number("the payoff of " + either(short(name), fmt.Sprintf("player %d", i+1)))
	}
	return list
}
