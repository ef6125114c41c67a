package followup

import (
	"math/big"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"reckon"
	"reckon/casetest"
)

// TestSyriaIraqOrders: Kinsara's user guide counts 420 orders that make state 2,
// YNN, SEQ and GMR stable. Brute force below gives 384, and settles what is
// counted: the 720 strict orders of Syria's six states, Iraq's order as it is,
// and stability for Syria alone.
func TestSyriaIraqOrders(t *testing.T) {
	s := published(t, "kinsara2015/syria-iraq-1975")
	syria := 0
	for concept, want := range map[reckon.Concept]int64{reckon.Nash: 240, reckon.GMR: 384, reckon.SMR: 300, reckon.SEQ: 384} {
		o, err := s.Orders(syria, concept, at("YNN"))
		if err != nil {
			t.Fatal(err)
		}
		if o.Total.Int64() != 720 || o.Count.Int64() != want || byOracle(t, s, syria, concept, at("YNN")) != want {
			t.Errorf("%s: %v of %v, brute force %d, want %d", concept, o.Count, o.Total, byOracle(t, s, syria, concept, at("YNN")), want)
		}
	}
}

// TestSyriaIraqJointly: of the 720² profiles of both orders, Nash and the
// metarational concepts multiply, for each actor's order decides for him alone.
func TestSyriaIraqJointly(t *testing.T) {
	if testing.Short() {
		t.Skip("half a million profiles")
	}
	s := published(t, "kinsara2015/syria-iraq-1975")
	joint := map[reckon.Concept]int64{}
	for _, concept := range varied() {
		both, err := s.Orders(-1, concept, at("YNN"))
		if err != nil {
			t.Fatal(err)
		}
		joint[concept] = both.Count.Int64()
		product := big.NewInt(1)
		for i := range s.Minds {
			own, err := s.Orders(i, concept, at("YNN"))
			if err != nil {
				t.Fatal(err)
			}
			product.Mul(product, own.Count)
		}
		if both.Total.Int64() != 720*720 || !credible(concept) && both.Count.Cmp(product) != 0 {
			t.Errorf("%s: %v of %v jointly, the product is %v", concept, both.Count, both.Total, product)
		}
	}
	rising := []int64{240 * 360, joint[reckon.SSEQ], joint[reckon.SEQ], joint[reckon.GMR]}
	if joint[reckon.Nash] != rising[0] || !slices.IsSorted(rising) || joint[reckon.SSEQ] > joint[reckon.SMR] {
		t.Errorf("joint counts %v", joint)
	}
}

// byOracle counts strict orders one by one, each decided by the definitions.
func byOracle(t interface{ Helper() }, s *Study, actor int, concept reckon.Concept, x reckon.State) int64 {
	t.Helper()
	oracle := casetest.Oracle{Case: s.Case, Minds: append([]reckon.Mind(nil), s.Minds...)}
	states := s.Conflict.States().List()
	n := int64(0)
	for _, order := range permutations(len(states)) {
		oracle.Minds[actor] = ranked(states, order)
		if oracle.Stable(actor, concept, x) {
			n++
		}
	}
	return n
}

// ranked is a mind with a strict direct ranking: order names states, best first.
func ranked(states []reckon.State, order []int) reckon.Mind {
	var m reckon.Mind
	for _, k := range order {
		m.Order = append(m.Order, []reckon.State{states[k]})
	}
	return m
}

// fewStates draws a conflict of at most n feasible states.
func fewStates(t *rapid.T, n int) *Study {
	for {
		if s := someStudy(t, 3, 3, 3); s.Conflict.States().Len() <= n {
			return s
		}
	}
}

func TestOrdersByBruteForce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := fewStates(t, 5)
		for i := range s.Minds {
			for _, concept := range varied() {
				for _, x := range s.Conflict.States().List() {
					o, err := s.Orders(i, concept, x)
					if err != nil {
						t.Fatal(err)
					}
					if want := byOracle(t, s, i, concept, x); o.Count.Int64() != want {
						t.Fatalf("%s at %b for %d: %v orders, the definition has %d", concept, x, i, o.Count, want)
					}
				}
			}
		}
	})
}

// TestOrdersJointly counts every profile of orders of two actors on four states.
func TestOrdersJointly(t *testing.T) {
	s := published(t, "tucker1950/prisoners")
	states := s.Conflict.States().List()
	all := permutations(len(states))
	oracle := casetest.Oracle{Case: s.Case, Minds: make([]reckon.Mind, 2)}
	for _, concept := range varied() {
		for _, x := range states {
			n := int64(0)
			for _, first := range all {
				oracle.Minds[0] = ranked(states, first)
				for _, second := range all {
					oracle.Minds[1] = ranked(states, second)
					if oracle.Stable(0, concept, x) && oracle.Stable(1, concept, x) {
						n++
					}
				}
			}
			o, err := s.Orders(-1, concept, x)
			if err != nil {
				t.Fatal(err)
			}
			if o.Count.Int64() != n || o.Total.Int64() != 576 {
				t.Errorf("%s at %b: %v of %v, brute force %d", concept, x, o.Count, o.Total, n)
			}
		}
	}
}

// TestOrdersInClosedForm: the closed form and the listing of subsets agree, and
// a large conflict is counted.
func TestOrdersInClosedForm(t *testing.T) {
	c, minds := large(10, 3)
	s, err := New(c, minds, nil)
	if err != nil {
		t.Fatal(err)
	}
	o, err := s.Orders(0, reckon.GMR, 5)
	if err != nil {
		t.Fatal(err)
	}
	if o.Count == nil || o.Count.Cmp(o.Total) >= 0 || o.Count.Cmp(new(big.Int)) <= 0 {
		t.Errorf("count %v of %v", o.Count, o.Total)
	}
	nash, err := s.Orders(0, reckon.Nash, 5) // above all seven moves: one order in eight
	if err != nil {
		t.Fatal(err)
	}
	if eighth := new(big.Int).Div(nash.Total, big.NewInt(int64(len(nash.Moves)+1))); nash.Count.Cmp(eighth) != 0 {
		t.Errorf("Nash: share %v of orders with %d moves", nash.Share, len(nash.Moves))
	}
}

func TestOrdersRefuse(t *testing.T) {
	s := published(t, "kinsara2015/syria-iraq-1975")
	if _, err := s.Orders(0, reckon.SIM, at("YNN")); err == nil {
		t.Error("SIM is accepted")
	}
	if _, err := s.Orders(0, reckon.SEQ, at("YYN")); err == nil {
		t.Error("an impossible state is accepted")
	}
}
