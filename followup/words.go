package followup

import (
	"fmt"
	"strings"

	"reckon"
	"reckon/stability"
)

// actor names an actor in a sentence.
func (s *Study) actor(i int) string {
	a := &s.Case.Actors[i]
	if a.Title != "" {
		return a.Title
	}
	return a.Name
}

// actors joins names: "A", "A or B", "A, B or C".
func (s *Study) actors(list []int, last string) string {
	names := make([]string, len(list))
	for k, i := range list {
		names[k] = s.actor(i)
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
	var on []string
	for k := range s.Case.Options {
		if x.Has(k) {
			_, name, _ := strings.Cut(s.Case.Options[k].Name, ".")
			on = append(on, name)
		}
	}
	what := strings.Join(on, ", ")
	if what == "" {
		what = "nothing on"
	}
	return fmt.Sprintf("%s (%s)", x.Letters(len(s.Case.Options)), what)
}

// steps writes a path: "A to …, then B to …".
func (s *Study) steps(path []stability.Step) string {
	words := make([]string, len(path))
	for k, step := range path {
		words[k] = s.actor(step.Actor) + " to " + s.state(step.To)
	}
	return strings.Join(words, ", then ")
}

// want names an actor's want by its place in his list, from 1, and its title.
func (s *Study) want(actor int, list []reckon.Want, at int) string {
	return fmt.Sprintf("want %d of %s (%s)", at+1, s.actor(actor), titled(&list[at]))
}

// place is want where the sentence has named the actor.
func place(list []reckon.Want, at int) string {
	return fmt.Sprintf("want %d (%s)", at+1, titled(&list[at]))
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
