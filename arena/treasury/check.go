package treasury

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"

	"reckon"
	"reckon/arena"
)

// check finds all that is wrong with the settings.
func (s *Settings) check() arena.Faults {
	var f arena.Faults
	f.Need(s.Prefix == "" || plainName.MatchString(s.Prefix), "prefix", "it must be small letters, digits and _, beginning with a letter, such as treasury_")
	f.Need(s.Step != "" && reckon.PerYear(s.Step) > 0, "step", fmt.Sprintf("%q is no tick of a clock; write day, week, month or year", s.Step))
	var names []string
	for i := range inputs {
		in := &inputs[i]
		names = append(names, in.name)
		if text, given := s.Given[in.name]; given {
			in.check(&f, text)
		} else {
			f.Need(in.text != "", in.name, "it is needed: "+strings.ToLower(in.title)+", "+in.unit+"; give a number, or an expression over measures and parameters")
		}
	}
	for _, name := range slices.Sorted(maps.Keys(s.Given)) {
		f.Need(slices.Contains(names, name), name, "the treasury has no such input; it has "+strings.Join(names, ", "))
	}
	s.checkOrgans(&f)
	s.checkWeights(&f)
	return f
}

func (s *Settings) checkOrgans(f *arena.Faults) {
	var sum float64
	seen := map[string]bool{"others": true} // what is left goes to them
	for i := range s.Organs {
		o := &s.Organs[i]
		at := fmt.Sprintf("organ %q", o.Name)
		f.Need(plainName.MatchString(o.Name), at, "its name must be small letters, digits and _, beginning with a letter")
		f.Need(!seen[o.Name], at, "the name is taken; others is what the shares leave. Give each organ a name of its own")
		seen[o.Name] = true
		(&input{name: at + ": share", high: 1, wrong: "give a share from 0 to 1"}).check(f, o.Share)
		if x, isNumber := literal(o.Share); isNumber {
			sum += x
		}
	}
	f.Need(!(sum > 1+1e-9), "organs", "their shares of patronage come to "+number(sum)+"; bring them down to 1 together, or less where others have a part")
}

// checkWeights demands that the weights of hardship come to at most 1, so that
// hardship does not rise faster than all it is made of.
func (s *Settings) checkWeights(f *arena.Faults) {
	var sum float64
	for i := range inputs {
		if in := &inputs[i]; strings.HasPrefix(in.name, "weight_") {
			x, _ := literal(s.text(in))
			sum += x
		}
	}
	f.Need(!(sum > 1+1e-9), "weights", "the weights of hardship come to "+number(sum)+", those not given included; bring them down to 1 together")
}

// check finds what is wrong with the text of an input, as far as can be seen without
// the case: the rest is found when the case is read.
func (in *input) check(f *arena.Faults, text string) {
	trimmed := strings.TrimSpace(text)
	switch {
	case !f.Need(trimmed != "", in.name, "nothing is given; give a number or an expression, or leave it out where there is a usual value"):
	case !f.Need(!strings.ContainsAny(text, "\n\r\"'`{}#\\\x00") && !strings.Contains(text, "//") && !strings.Contains(text, "/*"), in.name, "give one expression on one line, such as 60 or price * (1 - cut)"):
	case !f.Need(balanced(text), in.name, "its brackets do not match; close each ( and [ once"):
	default:
		for _, x := range in.numbers(trimmed) {
			f.Within(x, in.low, in.high, in.name, in.wrong+" (it is "+strconv.FormatFloat(x, 'g', -1, 64)+")")
		}
	}
}

// numbers returns the number that a text is, or for a start the ends of an interval.
func (in *input) numbers(text string) []float64 {
	if x, isNumber := literal(text); isNumber {
		return []float64{x}
	}
	var all []float64
	if inner, open := strings.CutPrefix(text, "["); open && in.start {
		for part := range strings.SplitSeq(strings.TrimSuffix(inner, "]"), ",") {
			if x, isNumber := literal(part); isNumber {
				all = append(all, x)
			}
		}
	}
	return all
}

// literal reads a text that is a number, and reports whether it is one. What is
// written like a name, such as inf, is a number that no input may be.
func literal(text string) (float64, bool) {
	x, err := strconv.ParseFloat(strings.TrimSpace(text), 64)
	return x, err == nil || math.IsInf(x, 0)
}

// balanced reports whether brackets close in the order in which they open.
func balanced(text string) bool {
	var open []rune
	for _, r := range text {
		switch r {
		case '(', '[':
			open = append(open, r)
		case ')', ']':
			if len(open) == 0 || (open[len(open)-1] == '(') != (r == ')') {
				return false
			}
			open = open[:len(open)-1]
		}
	}
	return len(open) == 0
}
