package lang

import (
	"math"

	"reckon"
)

// wants reads the wants of a mind, belief or kind, or the order in their place.
func (f fields) wants() ([]reckon.Want, [][]reckon.State) {
	var wants []reckon.Want
	first := map[string]reckon.Range{}
	for _, b := range f.blocks("want") {
		w := f.l.open(b, blockNamed("want"))
		if at, taken := first[w.label]; taken && w.label != "" {
			f.l.add(duplicateName(w.named, "want", w.label, at))
			continue
		}
		first[w.label] = w.named
		if want := w.want(); want.That.Op != "" {
			wants = append(wants, want)
		}
	}
	order := f.order()
	if order != nil && len(f.blocks("want")) > 0 {
		f.l.add(wantsAndOrder(place(f.attrs["order"].NameRange)))
	}
	return wants, order
}

// want reads one want; without a statement it is of no use.
func (f fields) want() reckon.Want {
	w := reckon.Want{
		Name: f.label, Title: f.title(f.label), RedLine: f.yesNo("red_line", false),
		Points: f.points(), Unknown: f.yesNo("unknown", false), Odds: f.likelihood("odds", wantOddsZero),
		Cites: f.cites(), At: f.at,
	}
	w.That, w.Text = f.condition()
	if w.Unknown && f.has("odds") {
		f.l.add(unknownAndOdds(place(f.attrs["odds"].NameRange)))
	}
	return w
}

// condition reads the statement of a want with the condition on it: "A if B"
// asks that A hold where B does, B implies A; "A iff B" that both or neither do.
func (f fields) condition() (reckon.Expr, string) {
	that, text := f.statement("that", placeWant)
	if f.has("if") && f.has("iff") {
		f.l.add(ifAndIff(place(f.attrs["iff"].NameRange)))
	}
	for _, word := range []string{"if", "iff"} {
		if !f.has(word) {
			continue
		}
		on, when := f.statement(word, placeWant)
		if that.Op == "" || on.Op == "" {
			return reckon.Expr{}, ""
		}
		x := reckon.Expr{Op: "==", Args: []reckon.Expr{that, on}, At: that.At}
		if word == "if" {
			never := reckon.Expr{Op: "!", Args: []reckon.Expr{on}, At: on.At}
			x = reckon.Expr{Op: "||", Args: []reckon.Expr{never, that}, At: that.At}
		}
		return x, text + " " + word + " " + when
	}
	return that, text
}

// points reads the weight of a want; 0 when absent or wrong.
func (f fields) points() float64 {
	before := len(f.l.found.all)
	v, at := f.number("points", 0)
	if !f.has("points") || len(f.l.found.all) > before {
		return 0
	}
	if v == 0 || math.IsInf(v, 0) {
		f.l.add(wrongPoints(at, v))
		return 0
	}
	return v
}
