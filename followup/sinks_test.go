package followup

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"reckon"
	"reckon/casetest"
)

// TestSinksByDefinition: a sink is a class of states that reach each other by
// improvements and reach nothing else.
func TestSinksByDefinition(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := someStudy(t, 4, 6, 4)
		states := s.Conflict.States().List()
		reach := map[reckon.State][]reckon.State{}
		for _, x := range states {
			for y := range (sequences{s, true, -1}).reach(x, -1) {
				reach[x] = append(reach[x], y)
			}
			slices.Sort(reach[x])
		}
		var want [][]reckon.State
		for _, x := range states {
			sink := !slices.ContainsFunc(reach[x], func(y reckon.State) bool { return !slices.Contains(reach[y], x) })
			if sink && reach[x][0] == x {
				want = append(want, reach[x])
			}
		}
		sinks := s.Sinks()
		if len(sinks) != len(want) {
			t.Fatalf("%d sinks, the definition has %d", len(sinks), len(want))
		}
		for k := range sinks {
			may, sure := 0, 0
			for _, x := range states {
				in := slices.Contains(reach[x], want[k][0])
				if in != s.Onward(x).Has(sinks[k].States[0]) {
					t.Fatalf("from %b onward to %b: %v", x, want[k], !in)
				}
				if !in {
					continue
				}
				may++
				if !slices.ContainsFunc(want, func(o []reckon.State) bool {
					return o[0] != want[k][0] && slices.Contains(reach[x], o[0])
				}) {
					sure++
				}
			}
			if got := sinks[k]; !slices.Equal(got.States, want[k]) || got.Cycle != (len(want[k]) > 1) || got.May != may || got.Sure != sure {
				t.Fatalf("sink %+v, want %b may %d sure %d", got, want[k], may, sure)
			}
		}
	})
}

// TestSinksAreNash: the sinks of one state are the Nash equilibria.
func TestSinksAreNash(t *testing.T) {
	for _, name := range []string{"fraserhipel1984/cuba-1962", "hipel1993/elmira-1991", "fraserhipel1984/garrison-1976", "kinsara2015/syria-iraq-1975"} {
		s := published(t, name)
		var single []reckon.State
		for _, k := range s.Sinks() {
			if !k.Cycle {
				single = append(single, k.States[0])
			}
		}
		if nash := s.Solution(reckon.Nash).Equilibria(reckon.Nash).List(); !slices.Equal(single, nash) {
			t.Errorf("%s: sinks %b, Nash %b", name, single, nash)
		}
	}
}

// TestManySinks: nine options that nobody cares about and a tenth that its owner
// wants on make 512 sinks, each led to by itself and the state below it.
func TestManySinks(t *testing.T) {
	c := &reckon.Case{Actors: []reckon.Actor{{Name: "idle"}, {Name: "eager", Options: []int{9}}}}
	for k := range 9 {
		c.Actors[0].Options = append(c.Actors[0].Options, k)
		c.Options = append(c.Options, reckon.Option{Name: "idle.o"})
	}
	c.Options = append(c.Options, reckon.Option{Name: "eager.o", Actor: 1})
	s, err := New(c, []reckon.Mind{{Actor: "idle"}, {Actor: "eager", Wants: []reckon.Want{{That: casetest.Opt(9)}}}}, nil)
	if err != nil {
		t.Fatal(err)
	}
	sinks := s.Sinks()
	if len(sinks) != 512 {
		t.Fatalf("%d sinks", len(sinks))
	}
	for n, k := range sinks {
		if k.States[0] != reckon.State(512+n) || k.Cycle || k.May != 2 || k.Sure != 2 {
			t.Fatalf("sink %d: %+v", n, k)
		}
	}
}
