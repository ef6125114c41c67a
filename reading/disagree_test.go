package reading

import (
	"reflect"
	"testing"
	"time"

	"reckon"
	"reckon/document"
)

func read(name, text string, year int) *Account {
	d := document.Plain(name, text)
	d.Language = "en"
	d.Published = reckon.DateOf(time.Date(year, 5, 1, 0, 0, 0, 0, time.UTC))
	return Read(d, Settings{})
}

func TestDisagreements(t *testing.T) {
	bold := read("bold.txt", "President Vladimir Putin gambled again last week. Putin will never compromise on the border. In March 2024 his troops killed 300 protesters in the capital.", 2024)
	careful := read("careful.txt", "President Vladimir Putin is a cautious man. Putin wants to negotiate a settlement of the border dispute. In March 2024 his troops killed 40 protesters in the capital.", 2024)
	late := read("late.txt", "President Vladimir Putin is a cautious man.", 2031)
	kinds := func(as ...*Account) map[Divide]bool {
		out := map[Divide]bool{}
		for _, d := range Disagreements(as) {
			out[d.Kind] = true
			for _, s := range []Side{d.A, d.B} {
				if s.Says == "" || len(s.Places) == 0 {
					t.Errorf("%+v has a side without words or places", d)
				}
			}
		}
		return out
	}
	if got := kinds(bold, careful); !got[Contradiction] || !got[OtherMeasure] || got[OlderNewer] {
		t.Errorf("bold and careful: %v\n%+v", got, Disagreements([]*Account{bold, careful}))
	}
	if got := kinds(bold, late); !got[OlderNewer] || got[Contradiction] {
		t.Errorf("bold and late: %v", got)
	}
	if got := kinds(careful, late); len(got) != 0 {
		t.Errorf("careful and late agree, but: %v", got)
	}
	if got := kinds(bold, bold); len(got) != 0 {
		t.Errorf("a document disagrees with itself: %v", got)
	}
}

// TestWhatOthersHoldIsNotTheDocuments checks that a view somebody is said to have is
// no word of the document's own.
func TestWhatOthersHoldIsNotTheDocuments(t *testing.T) {
	plain := read("plain.txt", "President Vladimir Putin is a reckless man.", 2024)
	told := read("told.txt", "President Volodymyr Zelensky believes that Vladimir Putin is a cautious man.", 2024)
	own := read("own.txt", "Vladimir Putin is a cautious man.", 2024)
	if got := Disagreements([]*Account{plain, told}); len(got) != 0 {
		t.Errorf("a belief that is reported counts as the document's: %+v", got)
	}
	if got := Disagreements([]*Account{plain, own}); len(got) != 1 {
		t.Errorf("%d disagreements, want 1: %+v", len(got), got)
	}
}

// TestClauseOnTheThingItself checks that a word that is the subject of its own clause
// is not said of whoever tells it.
func TestClauseOnTheThingItself(t *testing.T) {
	a := read("a.txt", "President Vladimir Putin knows that collapse could come from within.", 2024)
	b := read("b.txt", "President Vladimir Putin is strong.", 2024)
	if got := Disagreements([]*Account{a, b}); len(got) != 0 {
		t.Errorf("knowing of a collapse is no weakness: %+v", got)
	}
}

func TestDisagreementsAreInOneOrder(t *testing.T) {
	bold := read("bold.txt", "President Vladimir Putin gambled again. Putin will never compromise. Putin is weak. Putin is a reckless and stubborn man.", 2024)
	careful := read("careful.txt", "President Vladimir Putin is a cautious man. Putin wants to negotiate a settlement. Putin is strong.", 2024)
	first := Disagreements([]*Account{bold, careful})
	if len(first) < 2 {
		t.Fatalf("only %d disagreements", len(first))
	}
	for range 20 {
		if got := Disagreements([]*Account{bold, careful}); !reflect.DeepEqual(got, first) {
			t.Fatalf("another order: %+v\nthan %+v", got, first)
		}
	}
}

func TestWishesLean(t *testing.T) {
	stern := read("stern.txt", "President Vladimir Putin refuses to compromise.", 2024)
	hoping := read("hoping.txt", "President Vladimir Putin hopes that negotiations will open the harbour.", 2024)
	got := Disagreements([]*Account{stern, hoping})
	if len(got) != 1 || got[0].On != "compromise" || got[0].B.Says != "seeks a settlement" {
		t.Errorf("%+v", got)
	}
}
