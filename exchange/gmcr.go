package exchange

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"reckon"
)

// maxRanked bounds the options of a file that ranks states one by one.
const maxRanked = 16

// gmcrWriter writes a model in the .gmcr format. That format's programs number
// options by their owners, so the file lists them in that order.
type gmcrWriter struct {
	*Model
	old   bool
	place []int // option to its place in the file
	order []int // and back
	notes []string
}

// GMCR writes the conflict in the .gmcr format, with the names of its newer
// generation, or of the older one. Wants become preference statements where
// each is an "or" of at most 128 conditions and none is weighed by points;
// impossible rules become infeasible conditions. Else every actor's states are
// ranked one by one, up to 16 options.
// Reading it back gives the same options, directions, feasible states and ranks.
// Notes say what the format has no place for.
func (m *Model) GMCR(old bool) (text []byte, notes []string, err error) {
	w := &gmcrWriter{Model: m, old: old, place: make([]int, len(m.Case.Options))}
	for i := range m.Case.Actors {
		for _, k := range m.Case.Actors[i].Options {
			w.place[k] = len(w.order)
			w.order = append(w.order, k)
		}
	}
	for _, k := range w.order {
		if o := m.Case.Options[k]; o.Final && o.Lost {
			return nil, nil, fmt.Errorf("the option %s can be neither taken nor dropped, which a .gmcr file has no word for; leave it out of the case, or say with an impossible rule how it stands", o.Name)
		}
	}
	rules, err := w.infeasibles()
	if err != nil {
		return nil, nil, err
	}
	wishes, ranked, err := w.preferences()
	if err != nil {
		return nil, nil, err
	}
	w.silences()
	return w.file(rules, wishes, ranked), w.notes, nil
}

// file lays out the JSON, one option, condition and actor a line. The program and
// version named are those whose files have these fields.
func (w *gmcrWriter) file(rules, wishes []string, ranked bool) []byte {
	ranking, manual := "preferenceRanking", "useManualPreferenceRanking"
	if w.old {
		ranking, manual = "preferenceVector", "useManualPreferenceVectors"
	}
	var options, actors, full, numbers []string
	for _, k := range w.order {
		o := w.Case.Options[k]
		direction := "both"
		switch {
		case o.Final:
			direction = "fwd"
		case o.Lost:
			direction = "back"
		}
		options = append(options, fmt.Sprintf(`{"name": %s, "permittedDirection": %q}`, quoted(either(o.Title, w.ownName(k))), direction))
	}
	for i, a := range w.Case.Actors {
		own := make([]int, len(a.Options))
		for j, k := range a.Options {
			own[j] = w.place[k]
		}
		who := fmt.Sprintf(`"name": %s, "options": %s`, quoted(either(a.Title, a.Name)), plainJSON(own))
		wish := fmt.Sprintf(`"preferences": %s`, wishes[i])
		if ranked {
			wish = fmt.Sprintf(`"preferences": [], %q: %s`, ranking, wishes[i])
		}
		actors = append(actors, "{"+who+", "+wish+"}")
		full = append(full, "{"+who+"}")
		numbers = append(numbers, fmt.Sprint(i))
	}
	fields := []string{
		`"program": "gmcr-py"`, fmt.Sprintf("%q: %t", manual, ranked),
		`"options": ` + lines(options), `"decisionMakers": ` + lines(actors), `"infeasibles": ` + lines(rules),
	}
	if !w.old {
		fields = append(fields, `"version": "0.3.6"`, `"coalitions": [`+strings.Join(numbers, ", ")+`]`, `"coalitionsFull": `+lines(full))
	}
	return []byte("{\n" + strings.Join(fields, ",\n") + "\n}\n")
}

// infeasibles writes the impossible rules, each cube a condition of its own.
func (w *gmcrWriter) infeasibles() ([]string, error) {
	var all []cube
	for i := range w.Case.Impossible {
		rule := &w.Case.Impossible[i]
		if rule.When.Op == "" {
			continue
		}
		cubes, ok := w.statement(&rule.When, "impossible rule "+rule.Name)
		if !ok {
			return nil, fmt.Errorf("the impossible rule %q cannot be said with %d conditions of options or fewer, which is what a .gmcr file holds; write it as several simpler rules", rule.Name, maxCubes)
		}
		for _, c := range cubes {
			if !slices.Contains(all, c) {
				all = append(all, c)
			}
		}
	}
	list := make([]string, len(all))
	for i, c := range all {
		list[i] = w.condition(c)
	}
	return list, nil
}

// statement spells out an expression; one that reads an unknown measure is left
// out with a note, as stability leaves it out.
func (w *gmcrWriter) statement(e *reckon.Expr, what string) ([]cube, bool) {
	if !w.known(e) {
		w.notes = append(w.notes, "left out, a measure being unknown: "+what)
		return nil, true
	}
	circuit, ok := e.Circuit(w.measure)
	if !ok {
		return nil, false
	}
	return spell(circuit)
}

// preferences writes each actor's wants as statements, or, when one of them
// cannot be, everybody's ranking: the format has one switch for all.
func (w *gmcrWriter) preferences() (wishes []string, ranked bool, err error) {
	noted := len(w.notes)
	for i := range w.Minds {
		said, ok := w.statements(&w.Minds[i])
		if !ok {
			w.notes = w.notes[:noted]
			wishes, err = w.rankings()
			return wishes, true, err
		}
		wishes = append(wishes, "["+strings.Join(said, ", ")+"]")
	}
	return wishes, false, nil
}

// statements writes one mind's wants. One that holds everywhere or nowhere, or
// says again what an earlier one said, can change no comparison and is left out.
func (w *gmcrWriter) statements(mind *reckon.Mind) ([]string, bool) {
	weighed := func(w reckon.Want) bool { return w.Points != 0 }
	if len(mind.Order) > 0 || slices.ContainsFunc(mind.Wants, weighed) {
		return nil, false
	}
	list := []string{}
	for i := range mind.Wants {
		want := &mind.Wants[i]
		if want.That.Op == "" {
			continue
		}
		cubes, ok := w.statement(&want.That, mind.Actor+": "+want.Name)
		if !ok {
			return nil, false
		}
		if len(cubes) == 0 || cubes[0].care == 0 {
			continue
		}
		said := w.condition(cubes[0])
		if len(cubes) > 1 {
			members := make([]string, len(cubes))
			for k, c := range cubes {
				members[k] = w.condition(c)
			}
			said = `{"compound": true, "members": [` + strings.Join(members, ", ") + `]}`
		}
		if !slices.Contains(list, said) {
			list = append(list, said)
		}
	}
	return list, true
}

// condition writes one cube: [[option, "Y"], …] in the order of the file.
func (w *gmcrWriter) condition(c cube) string {
	var parts []string
	for place, k := range w.order {
		if c.care.Has(k) {
			parts = append(parts, fmt.Sprintf(`[%d, %q]`, place, letter(c.want.Has(k))))
		}
	}
	return "[" + strings.Join(parts, ", ") + "]"
}

// rankings writes every actor's order of the feasible states by number: the n-th
// feasible state, ascending with the file's first option as the lowest bit.
func (w *gmcrWriter) rankings() ([]string, error) {
	if n := len(w.order); n > maxRanked {
		return nil, fmt.Errorf("this conflict needs its states ranked one by one, since some wants are weighed or are no simple statements about options, and has %d options; a .gmcr file is written so for up to %d. State the wants more simply", n, maxRanked)
	}
	conflict, err := w.Conflict()
	if err != nil {
		return nil, err
	}
	var states []reckon.State
	for filed := range reckon.State(1) << len(w.order) {
		var s reckon.State
		for place, k := range w.order {
			if filed.Has(place) {
				s |= 1 << uint(k)
			}
		}
		if conflict.States().Has(s) {
			states = append(states, s)
		}
	}
	for _, u := range conflict.Unknown() {
		if !strings.HasPrefix(u, "impossible: ") {
			w.notes = append(w.notes, "left out, a measure being unknown: "+u)
		}
	}
	wishes := make([]string, len(w.Minds))
	for i := range w.Minds {
		groups := make([][]int, conflict.Levels(i))
		for n, s := range states {
			r := len(groups) - 1 - conflict.Rank(i, s)
			groups[r] = append(groups[r], n+1)
		}
		parts := make([]string, len(groups))
		for r, group := range groups {
			parts[r] = plainJSON(group)
			if len(group) == 1 {
				parts[r] = fmt.Sprint(group[0])
			}
		}
		wishes[i] = "[" + strings.Join(parts, ", ") + "]"
	}
	return wishes, nil
}

// silences notes what the case says and the format cannot.
func (w *gmcrWriter) silences() {
	lost := w.unsaid()
	if slices.ContainsFunc(w.Case.Options, func(o reckon.Option) bool { return o.On != o.Lost }) {
		lost = append(lost, "which options are on at the start")
	}
	if len(lost) > 0 {
		w.notes = append(w.notes, "a .gmcr file has no place for "+strings.Join(lost, "; "))
	}
}

func letter(yes bool) string {
	if yes {
		return "Y"
	}
	return "N"
}

// either returns the title, or the name when there is none.
func either(title, name string) string {
	if title != "" {
		return title
	}
	return name
}

// lines lays out a JSON list, one member a line.
func lines(members []string) string {
	if len(members) == 0 {
		return "[]"
	}
	return "[\n  " + strings.Join(members, ",\n  ") + "\n]"
}

// quoted writes a text as JSON, leaving letters as they are.
func quoted(s string) string {
	var b strings.Builder
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(s); err != nil {
		panic("exchange: a text cannot be written as JSON: " + err.Error())
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// plainJSON writes a list of numbers.
func plainJSON(list []int) string {
	parts := make([]string, len(list))
	for i, n := range list {
		parts[i] = fmt.Sprint(n)
	}
	return "[" + strings.Join(parts, ", ") + "]"
}
