package events

import (
	"strings"
	"testing"

	"reckon/stance"
)

// TestParties holds pairs: a verb of politics, and the same verb without the
// parties or the object that its type asks for.
func TestParties(t *testing.T) {
	for _, c := range []struct{ event, kind, none string }{
		{"Teachers went on strike in Lima.", "PROTEST strike", "The premier went on to speak of the harvest."},
		{"Egypt insisted that Sudan withdraw its troops.", "REQUEST yield", "The minister insisted on it."},
		{"Iran asked Iraq to release the pilgrims.", "REQUEST yield", "The president wanted to win the vote."},
		{"France helped Mali rebuild its army.", "AID", "The reform helped prices."},
		{"The envoys of Norland and Sudmark met in Geneva.", "CONSULT", "The council debated the budget."},
		{"France accused Serbia of fraud.", "ACCUSE allege", "The ambassador claimed that he was ill."},
		{"Police prevented protesters from entering the square.", "COERCE restrict", "The vaccine prevents disease."},
		{"Iran denied entry to the inspectors.", "SANCTION discontinue", "The minister denied the allegation."},
		{"Israel hit Lebanon on Friday.", "ASSAULT", "The storm hit the coast."},
		{"Turkey closed the bridge.", "COERCE restrict", "The shop closed the account."},
		{"Soldiers seized the weapons of the rebels.", "COERCE seize", "The soldiers took their weapons home."},
		{"The rebels surrendered their weapons.", "RETREAT disarm", "The company gave up its claim."},
		{"The court annulled the election.", "COERCE restrict", "The talks went on."},
		{"The general suspended the constitution.", "COERCE restrict", "The festival takes place in May."},
		{"Brussels froze the assets of the airline.", "COERCE seize", "The lake froze in January."},
		{"The bloc suspended Sudan's membership.", "SANCTION expel", "The bakery struck a balance."},
		{"The rebels captured three officers.", "COERCE arrest", "The painting captured the light."},
		{"The regime faced protests in every town.", "PROTEST", "You have to fight it."},
		{"The commander ordered a strike on the harbour.", "ASSAULT", "The commander carried on."},
		{"A strike by Norland on the dam would kill thousands.", "ASSAULT", "The strike of the clock woke him."},
	} {
		if f := find(c.event, 0); f.main() == nil || strings.TrimSpace(f.main().Type+" "+f.main().Mode) != c.kind {
			t.Errorf("%s: %+v, want %s", c.event, f.events, c.kind)
		}
		if f := find(c.none, 0); len(f.events) > 0 {
			t.Errorf("%s: %s by %s", c.none, f.events[0].Type, f.events[0].Rule)
		}
	}
}

func TestStatusOfEvents(t *testing.T) {
	for _, c := range []struct {
		text, kind string
		status     stance.Status
		negated    bool
	}{
		{"Dockers planned a strike for May.", "PROTEST", stance.Future, false},
		{"Workers at the port will strike next week.", "PROTEST", stance.Future, false},
		{"Reports of an attack on the embassy were false.", "ASSAULT", stance.Denied, true},
		{"Rumours of an attack on the embassy were not true.", "ASSAULT", stance.Denied, true},
		{"Reports of an attack on the embassy were detailed.", "ASSAULT", stance.Reported, false},
		{"China could invade Taiwan.", "ASSAULT", stance.Hypothetical, false},
		{"An attack on Taiwan would ruin China.", "ASSAULT", stance.Hypothetical, false},
	} {
		f := find(c.text, 0)
		if e := f.main(); e == nil || e.Type != c.kind || e.Stance.Status != c.status || e.Stance.Negated != c.negated {
			t.Errorf("%s: %+v", c.text, f.events)
		}
	}
}

func TestBareNumber(t *testing.T) {
	for _, text := range []string{"Police detained eleven.", "Police detained eleven in the capital."} {
		f := find(text, 0)
		if e := f.main(); e == nil || e.Type != "COERCE" || e.Number == nil || e.Number.Low != 11 {
			t.Errorf("%s: %+v", text, f.events)
		}
	}
}
