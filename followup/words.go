package followup

import (
	"cmp"
	"fmt"
	"strings"

	"reckon"
	"reckon/stability"
)

// actor names an actor at the head of a sentence.
func (s *Study) actor(i int) string {
	return cmp.Or(s.Case.Actors[i].Title, s.Case.Actors[i].Name)
}

// whom names an actor inside a sentence.
func (s *Study) whom(i int) string {
	if rest, ok := strings.CutPrefix(s.actor(i), "The "); ok {
		return "the " + rest
	}
	return s.actor(i)
}

// actors joins names inside a sentence: "A", "A or B", "A, B or C".
func (s *Study) actors(list []int, last string) string {
	names := make([]string, len(list))
	for k, i := range list {
		names[k] = s.whom(i)
	}
	return joined(names, last)
}

func joined(words []string, last string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	end := len(words) - 1
	return strings.Join(words[:end], ", ") + " " + last + " " + words[end]
}

// state writes a state as its letters and the options that are on.
func (s *Study) state(x reckon.State) string {
	what := cmp.Or(strings.Join(s.options(x), ", "), "nothing on")
	return fmt.Sprintf("%s (%s)", x.Letters(len(s.Case.Options)), what)
}

// options names the options in a mask.
func (s *Study) options(mask reckon.State) []string {
	var names []string
	for k := range s.Case.Options {
		if mask.Has(k) {
			names = append(names, s.option(k))
		}
	}
	return names
}

// option names an option without its actor, unless another actor has one of that
// name.
func (s *Study) option(k int) string {
	full := s.Case.Options[k].Name
	_, name, _ := strings.Cut(full, ".")
	for j := range s.Case.Options {
		if _, other, _ := strings.Cut(s.Case.Options[j].Name, "."); j != k && other == name {
			return full
		}
	}
	return name
}

// move writes what one step changes: "+strike -talk".
func (s *Study) move(from, to reckon.State) string {
	return reckon.Move{On: to &^ from, Off: from &^ to}.Text(s.Case)
}

// steps writes a path: "+strike of A, then -talk of B".
func (s *Study) steps(from reckon.State, path []stability.Step) string {
	words := make([]string, len(path))
	for k, step := range path {
		words[k] = s.move(from, step.To) + " of " + s.whom(step.Actor)
		from = step.To
	}
	return strings.Join(words, ", then ")
}

// roster is an actor's list of wants with the numbers by which sentences know
// them: their places in the case, from 1; 0 for one that was taken in.
type roster struct {
	actor  int
	wants  []reckon.Want
	number []int
}

func (s *Study) roster(actor int) roster {
	r := roster{actor: actor, wants: s.Minds[actor].Wants}
	for k := range r.wants {
		r.number = append(r.number, k+1)
	}
	return r
}

// want names an actor's want by its number and title.
func (s *Study) want(r *roster, at int) string {
	if r.number[at] == 0 {
		return fmt.Sprintf("the new want of %s (%s)", s.whom(r.actor), titled(&r.wants[at]))
	}
	return fmt.Sprintf("want %d of %s (%s)", r.number[at], s.whom(r.actor), titled(&r.wants[at]))
}

// other is want where the sentence has named the actor.
func (r *roster) other(at int) string {
	if r.number[at] == 0 {
		return fmt.Sprintf("the new want (%s)", titled(&r.wants[at]))
	}
	return fmt.Sprintf("want %d (%s)", r.number[at], titled(&r.wants[at]))
}

// place says where among the wants of the list one comes in.
func (r *roster) place(at int) string {
	if at == len(r.wants) {
		return "in the last place"
	}
	return "before " + r.other(at)
}

// turns says that a want is reversed.
func turns(w *reckon.Want) string {
	if strings.Contains(w.Text, " if ") || strings.Contains(w.Text, " iff ") {
		return " turns, as a whole with its condition, into its opposite"
	}
	return " turns into its opposite"
}

// titled is what a want is called: its title, else its name, else its text.
func titled(w *reckon.Want) string {
	switch {
	case w.Title != "":
		return w.Title
	case w.Name != "":
		return w.Name
	}
	return w.Text
}

// count writes a number with its noun: "1 move", "3 moves".
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
