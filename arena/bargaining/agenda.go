package bargaining

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"reckon/arena"
	"reckon/draw"
)

// Item is something to bargain over: in an Agenda an issue to divide, in Terms an act
// to promise.
type Item struct {
	Name   string
	Worth  [2]float64 // to each side: of all of the issue, or of the act
	Barred bool       // it may not be put on the table
}

// Agenda is bargaining over several issues at once, whose worths add up. Traded one
// against the other, each side has more of what it cares for [raiffa1982].
type Agenda struct {
	Items []Item
	Power float64 // of the first side, between 0 and 1: the share it has of an issue bargained over alone
}

// Check says what is wrong; the other methods need what is right.
func (a Agenda) Check() arena.Faults {
	var f arena.Faults
	f.Need(a.Power > 0 && a.Power < 1, "power", "it must be between 0 and 1, the ends left out; ½ is even")
	checkItems(&f, a.Items, 0)
	return f
}

func checkItems(f *arena.Faults, items []Item, least float64) {
	seen := map[string]bool{}
	f.Need(len(items) > 0, "items", "there is nothing to bargain over; give at least one")
	for _, it := range items {
		at := fmt.Sprintf("item %q", it.Name)
		f.Need(it.Name != "" && !seen[it.Name], at, "give it a name of its own")
		seen[it.Name] = true
		for i := range 2 {
			f.Within(it.Worth[i], least, 1e100, at+": "+side(i, "worth"), fmt.Sprintf("it must be a number of at least %v", least))
		}
	}
}

// open are the items on the table that are worth something to the first side, those
// first that are worth least to the other for it; then those only the other wants.
func (a Agenda) open() []int {
	var order []int
	for k, it := range a.Items {
		if !it.Barred && it.Worth[0]+it.Worth[1] > 0 {
			order = append(order, k)
		}
	}
	slices.SortStableFunc(order, func(x, y int) int {
		p, q := a.Items[x].Worth, a.Items[y].Worth
		return cmp.Compare(p[1]/(p[0]+p[1]), q[1]/(q[0]+q[1]))
	})
	return order
}

// total is what all that is on the table is worth to a side.
func (a Agenda) total(side int) float64 {
	var sum float64
	for _, it := range a.Items {
		if !it.Barred {
			sum += it.Worth[side]
		}
	}
	return sum
}

// Separate is what each side has if every issue is bargained over alone.
func (a Agenda) Separate() [2]float64 {
	return [2]float64{a.Power * a.total(0), (1 - a.Power) * a.total(1)}
}

// Frontier are the corners of what the sides can have together without waste, from
// the best for the second side to the best for the first; between corners one issue
// is divided.
func (a Agenda) Frontier() [][2]float64 {
	at := [2]float64{0, a.total(1)}
	corners := [][2]float64{at}
	for _, k := range a.open() {
		w := a.Items[k].Worth
		if w[0] == 0 {
			break
		}
		at = [2]float64{at[0] + w[0], math.Max(0, at[1]-w[1])}
		if w[1] == 0 {
			corners = corners[:0] // whoever gives it up loses nothing
		}
		corners = append(corners, at)
	}
	return corners
}

// Linked is what each side has if the issues are traded together: the point of the
// frontier with the greatest product of worths, each to the power of its side's
// strength [nash1950b]. Neither side then has less than Separate gives it.
// Shares are the first side's of every item; of one that is barred it is 0.
func (a Agenda) Linked() (worth [2]float64, shares []float64) {
	shares = make([]float64, len(a.Items))
	mine, theirs := 0.0, a.total(1)
	for _, k := range a.open() {
		w := a.Items[k].Worth
		part := 1.0
		if w[0] == 0 {
			break
		}
		if w[1] > 0 {
			// Where power·w₀/mine = (1−power)·w₁/theirs along this issue.
			part = a.Power*theirs/w[1] - (1-a.Power)*mine/w[0]
			part = math.Max(0, math.Min(1, part))
		}
		shares[k] = part
		mine, theirs = mine+float64(part*w[0]), math.Max(0, theirs-float64(part*w[1]))
		if part < 1 {
			break
		}
	}
	return [2]float64{mine, theirs}, shares
}

// Product is the measure that Linked makes greatest, as a logarithm; −Inf where a
// side has nothing.
func (a Agenda) Product(worth [2]float64) float64 {
	if worth[0] <= 0 || worth[1] <= 0 {
		return math.Inf(-1)
	}
	return float64(a.Power*draw.Log(worth[0])) + float64((1-a.Power)*draw.Log(worth[1]))
}
