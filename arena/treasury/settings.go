package treasury

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"reckon"
	"reckon/arena"
)

// Settings are what an author gives for the treasury of a case.
type Settings struct {
	Prefix string            // before the name of every measure
	Step   string            // the tick of the case's clock: day, week, month or year
	Given  map[string]string // by the name of an input, without prefix: a number or an expression over measures and parameters; of a stock, its start
	Organs []Organ
}

// Organ is an organ with its share of the patronage.
type Organ struct {
	Name  string // a plain name
	Share string // a number or an expression, from 0 to 1
}

// Equations returns the stocks and flows of a state that lives on oil, as measures
// in the words of case text, and all that is wrong with what was given; without
// faults the equations are complete. Money is at constant prices in billion dollars,
// flows are a year's whatever the clock, and every stock changes by what flows in
// less what flows out, so that nothing comes from nowhere [godleylavoie2007]. Inputs
// come first, then the organs' shares, then what follows from them; the order hangs
// on the settings alone.
func Equations(s Settings) ([]Equation, arena.Faults) {
	faults := s.check()
	if len(faults) > 0 {
		return nil, faults
	}
	var all []Equation
	starts := map[string]input{}
	for _, in := range inputs {
		if in.text = s.text(&in); in.start {
			starts[in.name] = in
			continue
		}
		all = append(all, Equation{Name: in.name, Title: in.title, Unit: in.unit, Is: in.text, Low: in.low, High: in.high, Doc: in.doc, Source: in.source})
	}
	all = append(all, s.clock()...)
	for _, e := range slices.Concat(abroad, budget, s.patronage(), prices) {
		if in, ok := starts[e.Name]; ok {
			e.Title, e.Unit, e.Start, e.Low, e.High = in.title, in.unit, in.text, in.low, in.high
		}
		all = append(all, e)
	}
	for i := range all {
		all[i] = s.named(all[i])
	}
	return all, nil
}

// Inputs returns what can be given, in the words of Settings: of each, Is or Start is
// what it is if it is not given, in which other inputs stand in braces, and empty
// where it has to be.
func Inputs() []Equation {
	all := make([]Equation, len(inputs))
	for i, in := range inputs {
		e := Equation{Name: in.name, Title: in.title, Unit: in.unit, Is: in.text, Low: in.low, High: in.high, Doc: in.doc, Source: in.source}
		if in.start {
			e.Is, e.Start = "", in.text
		}
		all[i] = e
	}
	return all
}

// text is what an input is worked out from.
func (s *Settings) text(in *input) string {
	if given, ok := s.Given[in.name]; ok {
		return given
	}
	return in.text
}

// clock are the two numbers that hang on units and the clock.
func (s *Settings) clock() []Equation {
	return []Equation{
		{Name: "tick", Title: "Length of a step", Unit: "years", Is: "{step_years}", Start: "{step_years}", High: 1},
		{Name: "yearly", Title: "From million dollars a day to billion dollars a year", Unit: "billion * days / (million * years)", Is: number(yearly), High: 1},
	}
}

// patronage divides it among the organs. Where expressions come to more than 1 they
// count as weights, so that no more is given out than there is.
func (s *Settings) patronage() []Equation {
	if len(s.Organs) == 0 {
		return nil
	}
	var all []Equation
	var sum, left []string
	for _, o := range s.Organs {
		all = append(all, share("share_"+o.Name, "Share of patronage of "+o.Name, o.Share, ""))
		sum = append(sum, "{share_"+o.Name+"}")
	}
	all = append(all, worked("shares", "Shares of patronage together", pure, strings.Join(sum, " + "), ""))
	for _, o := range s.Organs {
		all = append(all, worked("patronage_"+o.Name, "Patronage of "+o.Name, flow, "{patronage_paid} * {share_"+o.Name+"} / max({shares}, 1)", ""))
		left = append(left, " - {patronage_"+o.Name+"}")
	}
	return append(all, worked("patronage_others", "Patronage of others", flow, "max({patronage_paid}"+strings.Join(left, "")+", 0)", ""))
}

// named puts the prefix and the length of a step into an equation's texts.
func (s *Settings) named(e Equation) Equation {
	put := func(text string) string {
		return placeholder.ReplaceAllStringFunc(text, func(p string) string {
			if p == "{step_years}" {
				return number(1 / reckon.PerYear(s.Step))
			}
			return s.Prefix + p[1:len(p)-1]
		})
	}
	e.Name, e.Is, e.Next, e.Start = s.Prefix+e.Name, put(e.Is), put(e.Next), put(e.Start)
	return e
}

var (
	placeholder = regexp.MustCompile(`\{[a-z0-9_]+\}`)
	plainName   = regexp.MustCompile(`^[a-z][a-z0-9_]*$`)
)

func number(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }
