package main

import (
	"fmt"
	"strings"
	"time"

	"reckon/workbench"
)

// progress hears how far a long computation has come; nil when nobody listens.
type progress = func(what string, done, total int)

// answer opens a case, asks a question about it and prints the result: as JSON, or
// told in text, with the warnings that stand beside it.
func answer[T any](d *desk, verb, path string, ask func(*workbench.Bench, progress) (T, error), tell func(T)) error {
	start := time.Now()
	b, err := d.open(path)
	if err != nil {
		return err
	}
	var report progress
	if d.errTTY {
		report = d.progress(verb, start)
	}
	result, err := ask(b, report)
	if err != nil {
		return d.failed(b, err)
	}
	if d.json {
		return d.encode(result)
	}
	tell(result)
	d.caveat(b)
	return nil
}

// head names the case, says what the answer is about and names the state.
func (d *desk) head(h *workbench.Head, about string) {
	d.print("%s", d.bold(heading(h.Title, h.Case, h.AsOf)))
	if about != "" {
		d.say("", about)
	}
	on := "no option is on"
	if len(h.On) > 0 {
		on = strings.Join(h.On, ", ")
	}
	d.say("", fmt.Sprintf("State explained: %s (%s).", h.State, on))
	if h.Instead != "" {
		d.say("", h.Instead)
	}
}

// reading begins what one reading holds; the case's own minds have no heading.
func (d *desk) reading(name, title string) {
	if name != "" {
		d.print("%s\n", d.bold(fmt.Sprintf("Reading %s: %s", name, title)))
	}
}

// leftOut names the wants and rules that an unknown measure leaves out.
func (d *desk) leftOut(unknown []string) {
	if len(unknown) > 0 {
		d.say("  ", "Left out, a measure being unknown: "+strings.Join(unknown, "; ")+".")
	}
}

// changes lists what differs between the state explained and another.
func changes(h *workbench.Head, letters string) []string {
	var list []string
	for k, name := range h.Options {
		if letters[k] != h.State[k] {
			list = append(list, map[byte]string{'Y': "+", 'N': "-"}[letters[k]]+name)
		}
	}
	return list
}
