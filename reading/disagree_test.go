package reading

import (
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
