package exchange_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"reckon"
	"reckon/exchange"
	"reckon/stability"
)

// payoff reads a game's table.
func payoff(g *exchange.Game, profile, player int) string {
	if g.Profiles[profile] < 0 {
		return "0"
	}
	return g.Outcomes[g.Profiles[profile]].Payoffs[player].RatString()
}

// pure lists the pure Nash equilibria by the definition: no player gains by
// another strategy of his.
func pure(g *exchange.Game) []int {
	var list []int
	for p := range g.Profiles {
		stable, stride := true, 1
		for i, own := range g.Strategies {
			k := p / stride % len(own)
			for other := range own {
				q := p + (other-k)*stride
				if g.Profiles[q] != g.Profiles[p] && cmp(g, q, p, i) > 0 {
					stable = false
				}
			}
			stride *= len(own)
		}
		if stable {
			list = append(list, p)
		}
	}
	return list
}

// cmp compares what a player gets in two profiles.
func cmp(g *exchange.Game, p, q, player int) int {
	value := func(p int) exchange.Outcome {
		if g.Profiles[p] < 0 {
			o := exchange.Outcome{}
			for range g.Players {
				o.Payoffs = append(o.Payoffs, rat(0, 1))
			}
			return o
		}
		return g.Outcomes[g.Profiles[p]]
	}
	return value(p).Payoffs[player].Cmp(value(q).Payoffs[player])
}

// sameGame compares everything that a file keeps.
func sameGame(t tester, a, b *exchange.Game) {
	t.Helper()
	show := func(g *exchange.Game) string {
		var s strings.Builder
		fmt.Fprintf(&s, "%q %q %q %q\n", g.Title, g.Comment, g.Players, g.Strategies)
		for p := range g.Profiles {
			for i := range g.Players {
				fmt.Fprint(&s, payoff(g, p, i), " ")
			}
			if g.Profiles[p] >= 0 {
				fmt.Fprintf(&s, "%q", g.Outcomes[g.Profiles[p]].Label)
			}
			s.WriteByte('\n')
		}
		return s.String()
	}
	if x, y := show(a), show(b); x != y {
		t.Fatalf("the game\n%s\nbecame\n%s", x, y)
	}
}

// TestReadsNFG reads one game in both versions of the format. It is the prisoners'
// dilemma with other numbers: three profiles share an outcome's payoffs.
func TestReadsNFG(t *testing.T) {
	table, found := exchange.ReadNFG("x.nfg", read(t, "testdata/table.nfg"))
	if len(found) > 0 {
		t.Fatal(found)
	}
	outcomes, found := exchange.ReadNFG("x.nfg", read(t, "testdata/outcomes.nfg"))
	if len(found) > 0 {
		t.Fatal(found)
	}
	if outcomes.Comment != "It says \"so\"\nin two lines." || outcomes.Title != `The "pass" game` {
		t.Errorf("title %q, comment %q", outcomes.Title, outcomes.Comment)
	}
	// The file's table, the first player's strategy changing fastest.
	want := []string{"1/3 -2", "5/2 0", "100 1/10", "0 0", "-1/2 7", "1/3 -2"}
	for p := range want {
		for _, g := range []*exchange.Game{table, outcomes} {
			if got := payoff(g, p, 0) + " " + payoff(g, p, 1); got != want[p] {
				t.Errorf("profile %d pays %s, want %s", p, got, want[p])
			}
		}
	}
	if got := fmt.Sprint(outcomes.Strategies, table.Strategies); got != "[[up middle down] [left right]] [[1 2 3] [1 2]]" {
		t.Errorf("strategies %s", got)
	}
}

// TestPrintsGames: what is written reads as the same game.
func TestPrintsGames(t *testing.T) {
	labels := rapid.SampledFrom([]string{"", "a", `say "no"`, `back\slash`, `\"`, "two\nlines", "Отказ", "{ }", "a,b"})
	number := rapid.Custom(func(t *rapid.T) *exchange.Outcome {
		return &exchange.Outcome{Label: labels.Draw(t, "label"), Payoffs: nil}
	})
	rapid.Check(t, func(t *rapid.T) {
		g := &exchange.Game{Title: labels.Draw(t, "title"), Comment: labels.Draw(t, "comment")}
		profiles := 1
		for range rapid.IntRange(1, 3).Draw(t, "players") {
			g.Players = append(g.Players, labels.Draw(t, "player"))
			own := rapid.SliceOfN(labels, 1, 4).Draw(t, "strategies")
			g.Strategies = append(g.Strategies, own)
			profiles *= len(own)
		}
		for range rapid.IntRange(0, 5).Draw(t, "outcomes") {
			o := *number.Draw(t, "outcome")
			for range g.Players {
				o.Payoffs = append(o.Payoffs, rat(rapid.Int64().Draw(t, "a"), rapid.Int64Range(1, 1<<40).Draw(t, "b")))
			}
			g.Outcomes = append(g.Outcomes, o)
		}
		for range profiles {
			g.Profiles = append(g.Profiles, rapid.IntRange(-1, len(g.Outcomes)-1).Draw(t, "profile"))
		}
		again, found := exchange.ReadNFG("x.nfg", g.Text(false))
		if found != nil {
			t.Fatalf("%v\n%s", found, g.Text(false))
		}
		sameGame(t, g, again)
		again, found = exchange.ReadNFG("x.nfg", g.Text(true))
		if found != nil {
			t.Fatalf("%v\n%s", found, g.Text(true))
		}
		for p := range g.Profiles {
			for i := range g.Players {
				if payoff(g, p, i) != payoff(again, p, i) {
					t.Fatalf("profile %d of\n%s", p, g.Text(true))
				}
			}
		}
	})
}

// TestNashIsPureEquilibrium: the states stable for everyone under Nash are the
// pure equilibria of the game that is written, impossible profiles set aside;
// where everything is possible, there are none to set aside.
func TestNashIsPureEquilibrium(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m, _ := drawn(t, 6)
		c := free(m)
		g, err := m.Game(nil, false)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, p := range pure(g) {
			if label := g.Outcomes[g.Profiles[p]].Label; label != "(impossible)" {
				got = append(got, label)
			} else if c.States().Len() == 1<<len(m.Case.Options) {
				t.Fatal("an impossible profile where everything is possible")
			}
		}
		var want []string
		for _, s := range c.Solve(reckon.Nash).Equilibria(reckon.Nash).List() {
			want = append(want, s.Letters(len(m.Case.Options)))
		}
		slices.Sort(got)
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Fatalf("pure equilibria %v, Nash %v\n%s", got, want, g.Text(false))
		}
		if _, err := m.Game(nil, true); (err == nil) == strings.Contains(string(g.Text(false)), "(impossible)") {
			t.Fatalf("strict: %v", err)
		}
	})
}

// TestGamesBecomeOptionForm: the Nash equilibria of a game in option form are its
// pure equilibria, and what is written of it is the same game but for the size
// of payoffs, whose order stays.
func TestGamesBecomeOptionForm(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		draw := world(rapid.Uint64().Draw(t, "seed"))
		g := &exchange.Game{Title: "drawn"}
		profiles := 1
		for i := range 1 + draw(3) {
			g.Players = append(g.Players, fmt.Sprint("player ", i))
			var own []string
			for k := range 1 + draw(4) {
				own = append(own, fmt.Sprint("course ", k))
			}
			g.Strategies = append(g.Strategies, own)
			profiles *= len(own)
		}
		if profiles == 1 {
			return
		}
		for p := range profiles {
			o := exchange.Outcome{}
			for range g.Players {
				o.Payoffs = append(o.Payoffs, rat(int64(draw(5)-2), int64(1+draw(2))))
			}
			g.Outcomes, g.Profiles = append(g.Outcomes, o), append(g.Profiles, p)
		}
		c, found := g.Case("x.nfg")
		conflict := reload(t, c, found)
		m := &exchange.Model{Case: c, Minds: c.Minds}
		again, err := m.Game(nil, false)
		if err != nil {
			t.Fatal(err)
		}
		if len(again.Profiles) != profiles {
			t.Fatalf("%d profiles became %d", profiles, len(again.Profiles))
		}
		for p := range profiles {
			for q := range profiles {
				for i := range g.Players {
					if cmp(g, p, q, i) != cmp(again, p, q, i) {
						t.Fatalf("player %d orders profiles %d and %d otherwise", i, p, q)
					}
				}
			}
		}
		if got, want := conflict.Solve(reckon.Nash).Equilibria(reckon.Nash).Len(), len(pure(g)); got != want {
			t.Fatalf("%d Nash equilibria, %d pure ones", got, want)
		}
	})
}

// TestGameFromState: where options are one-way, strategies are what can be done
// from a state; without a state the game is refused.
func TestGameFromState(t *testing.T) {
	c := &reckon.Case{
		Name:    "x",
		Actors:  []reckon.Actor{{Name: "p", Options: []int{0, 1}}, {Name: "q", Options: []int{2}}},
		Options: []reckon.Option{{Name: "p.bomb", Final: true}, {Name: "p.talk"}, {Name: "q.join", Actor: 1, Lost: true}},
	}
	m := &exchange.Model{Case: c, Minds: make([]reckon.Mind, 2)}
	if _, err := m.Game(nil, false); err == nil || !strings.Contains(err.Error(), "p.bomb") {
		t.Errorf("one-way options without a state: %v", err)
	}
	for from, want := range map[reckon.State]string{
		0: "[[(none) bomb talk bomb+talk] [(none)]]", // join was dropped and stays so
		5: "[[bomb bomb+talk] [(none) join]]",
	} {
		g, err := m.Game(&from, false)
		if err != nil {
			t.Fatal(err)
		}
		if got := fmt.Sprint(g.Strategies); got != want {
			t.Errorf("from %b: strategies %s, want %s", from, got, want)
		}
	}
	if c, err := stability.Compile(c, m.Minds, nil); err != nil || c.States().Len() != 8 {
		t.Error(err)
	}
}
