package council

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"reckon/arena"
)

// element is what is read of an XML file: names, texts and lines.
type element struct {
	name, text string
	line       int
	children   []*element
}

// Bounds of an XML file: what the schema needs is 6 deep.
const (
	maxDepth    = 16
	maxElements = 200_000
)

// child is the first child of a name; nil of nil and where there is none.
func (e *element) child(name string) *element {
	if e != nil {
		for _, c := range e.children {
			if c.name == name {
				return c
			}
		}
	}
	return nil
}

// all are the children of a name.
func (e *element) all(name string) []*element {
	var out []*element
	if e != nil {
		for _, c := range e.children {
			if c.name == name {
				out = append(out, c)
			}
		}
	}
	return out
}

// words is the text of a child.
func (e *element) words(name string) string {
	if c := e.child(name); c != nil {
		return c.text
	}
	return ""
}

// parse reads the outermost element, or adds a fault.
func parse(text []byte, f *arena.Faults) *element {
	d := xml.NewDecoder(bytes.NewReader(text))
	top := &element{}
	open, count := []*element{top}, 0
	for {
		token, err := d.Token()
		line, _ := d.InputPos()
		if errors.Is(err, io.EOF) {
			break
		}
		if !f.Need(err == nil, fmt.Sprintf("line %d", line), "the file is not sound XML from here on. Check that what opens closes and that the file is in UTF-8") {
			return nil
		}
		here := open[len(open)-1]
		switch token := token.(type) {
		case xml.StartElement:
			count++
			if !f.Need(len(open) < maxDepth && count < maxElements, fmt.Sprintf("line %d", line), "elements lie deeper, or are more, than the schema of KTAB has. Give a scenario file") {
				return nil
			}
			e := &element{name: token.Name.Local, line: line}
			here.children = append(here.children, e)
			open = append(open, e)
		case xml.EndElement:
			here.text = strings.TrimSpace(here.text)
			open = open[:len(open)-1]
		case xml.CharData:
			if len(here.children) == 0 && here != top {
				here.text += string(token)
			}
		}
	}
	scenario := top.child("Scenario")
	f.Need(scenario != nil, "file", "there is no element Scenario. Give a scenario file of KTAB")
	return scenario
}

// readXML reads a Scenario of smpSchema.xsd.
func readXML(text []byte, f *arena.Faults) (t Table, rules SpatialRules, lines []int) {
	scenario := parse(text, f)
	if scenario == nil {
		return t, rules, nil
	}
	t.Name, t.Title = scenario.words("name"), scenario.words("desc")
	if seed := scenario.child("prngSeed"); seed != nil {
		var err error
		rules.Seed, err = strconv.ParseUint(seed.text, 10, 64)
		f.Need(err == nil, fmt.Sprintf("line %d: prngSeed", seed.line), "give a whole number from 0 to 18446744073709551615")
	}
	rules.readXML(scenario.child("ModelParameters"), f)
	for _, d := range scenario.child("Dimensions").all("dName") {
		t.Dimensions = append(t.Dimensions, d.text)
	}
	f.Need(len(t.Dimensions) <= maxDimensions, "Dimensions", fmt.Sprintf("a table has at most %d dimensions. Keep those that are bargained over", maxDimensions))
	actors := scenario.child("Actors").all("Actor")
	f.Need(len(actors) <= maxSeats, "Actors", fmt.Sprintf("a table has at most %d seats. Put together those who act as one", maxSeats))
	if len(*f) > 0 {
		return t, rules, nil
	}
	for _, a := range actors {
		name := a.words("name")
		s := Seat{Name: name, Title: a.words("description")}
		s.Power = t.coordinates(a, &element{line: a.line, children: a.all("capability")}, "capability", []string{""}, 0, false, f)[0]
		s.Position = t.coordinates(a, a.child("Position"), "dCoord", t.Dimensions, 0.5, true, f)
		s.Salience = t.coordinates(a, a.child("Salience"), "dSal", t.Dimensions, 0, true, f)
		t.Seats, lines = append(t.Seats, s), append(lines, a.line)
	}
	t.readIdeals(scenario.child("IdealAdjustment"), f)
	return t, rules, lines
}

// coordinates reads a list of numbers of an actor, one for each of some dimensions.
func (t *Table) coordinates(actor, list *element, kind string, dimensions []string, missing float64, percent bool, f *arena.Faults) []float64 {
	out := make([]float64, len(dimensions))
	for k := range out {
		out[k] = missing
	}
	given := list.all(kind)
	line := actor.line
	if list != nil {
		line = list.line
	}
	if !f.Need(len(given) == len(dimensions), fmt.Sprintf("line %d: %s of %q", line, kind, actor.words("name")), fmt.Sprintf("there are %d numbers where %d belong. Give one for each dimension", len(given), len(dimensions))) {
		return out
	}
	for k, e := range given {
		at := fmt.Sprintf("line %d: %s of %q", e.line, kind, actor.words("name"))
		if dimensions[k] != "" {
			at += fmt.Sprintf(" on %q", dimensions[k])
		}
		out[k] = number(e.text, missing, percent, at, f)
	}
	return out
}

// readXML sets the switches that the file sets.
func (s *SpatialRules) readXML(parameters *element, f *arena.Faults) {
	if parameters == nil {
		return
	}
	for _, w := range []struct {
		name string
		set  *Rule
	}{
		{"VictoryProbModel", &s.Victory},
		{"PCEModel", &s.Election},
		{"StateTransitions", &s.Transition},
		{"VotingRule", &s.Vote},
		{"BigRAdjust", &s.RiskView},
		{"BigRRange", &s.RiskRange},
		{"ThirdPartyCommit", &s.Commitment},
		{"InterVecBrgn", &s.Interpolation},
		{"BargnModel", &s.Offers},
	} {
		e := parameters.child(w.name)
		if e == nil {
			continue
		}
		*w.set = Rule(e.text)
		var unknown arena.Faults
		tried := *s
		settle(&unknown, tried.words())
		for _, u := range unknown {
			*w.set = ""
			f.Need(false, fmt.Sprintf("line %d: %s", e.line, w.name), u.Message)
		}
	}
}

// readIdeals fills in the shares by which ideals follow positions. As in KTAB a seat
// whose own share is not given takes up his position whole.
func (t *Table) readIdeals(list *element, f *arena.Faults) {
	if list == nil {
		return
	}
	place := map[string]int{}
	for i, s := range t.Seats {
		place[s.Name] = i
	}
	t.Accommodation = make([][]float64, len(t.Seats))
	for i := range t.Seats {
		t.Accommodation[i] = make([]float64, len(t.Seats))
		t.Accommodation[i][i] = 1
	}
	for _, pair := range list.all("iaPair") {
		i, okI := place[pair.words("adjustingIdeal")]
		j, okJ := place[pair.words("referencePos")]
		at := fmt.Sprintf("line %d: iaPair", pair.line)
		share := number(pair.words("adjust"), 0, false, at, f)
		if f.Need(okI && okJ, at, "adjustingIdeal and referencePos name actors of the file. Correct the name") {
			t.Accommodation[i][j] = share
		}
	}
}
