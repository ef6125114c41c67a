package dynamics

import (
	"fmt"
	"slices"
	"strings"

	"reckon"
)

// order returns all measures so that each comes after what its start reads, those
// that say what they were before the run once more, counted on; and the measures
// that are worked out so that each comes after what it reads.
func (c *compiler) order() (first, later []int, err error) {
	first, err = c.sorted(c.readsAtStart)
	if err != nil {
		return nil, nil, fmt.Errorf("at the start %w", err)
	}
	all, err := c.sorted(c.readsNow)
	if err != nil {
		return nil, nil, err
	}
	for _, i := range all {
		if i < len(c.kase.Measures) && c.kase.Measures[i].Is.Op != "" {
			later = append(later, i)
		}
	}
	return first, later, nil
}

// readsAtStart lists the measures that the first value of a measure hangs on:
// there, what is remembered is the present.
func (c *compiler) readsAtStart(i int) []int {
	n := len(c.kase.Measures)
	m := &c.kase.Measures[i%n]
	var found []int
	if i < n && m.Is.Op != "" {
		return c.reads(&m.Is, starting, found)
	}
	for j := range m.Start.Args {
		found = c.reads(&m.Start.Args[j], starting, found)
	}
	return found
}

// readsNow lists the measures that a measure is worked out from; a stock needs
// nothing, since its value is there already.
func (c *compiler) readsNow(i int) []int {
	return c.reads(&c.kase.Measures[i%len(c.kase.Measures)].Is, running, nil)
}

// reads appends what an expression needs there to be.
func (c *compiler) reads(e *reckon.Expr, when tense, found []int) []int {
	if e.Op == "measure" {
		i := int(c.slots[e.Name]) - len(c.kase.Parameters) // below 0 for a parameter
		switch {
		case i < 0:
		case when == beforehand && begun(&c.kase.Measures[i]):
			found = append(found, i+len(c.kase.Measures))
		default:
			found = append(found, i)
		}
	}
	if e.Op == "call" && remembers(e.Name) {
		if when == running {
			return found
		}
		when = tenseOf(e.Name)
	}
	for i := range e.Args {
		found = c.reads(&e.Args[i], when, found)
	}
	return found
}

// sorted puts the measures after what they read, in file order where that leaves a
// choice.
func (c *compiler) sorted(reads func(int) []int) ([]int, error) {
	const (
		unseen = iota
		open
		done
	)
	n := len(c.kase.Measures)
	state := make([]uint8, 2*n)
	var order, path []int
	var visit func(i int) error
	visit = func(i int) error {
		switch state[i] {
		case done:
			return nil
		case open:
			return c.loop(path, i)
		}
		state[i], path = open, append(path, i)
		for _, j := range reads(i) {
			if err := visit(j); err != nil {
				return err
			}
		}
		state[i], path = done, path[:len(path)-1]
		order = append(order, i)
		return nil
	}
	for i := range state {
		if i >= n && !begun(&c.kase.Measures[i-n]) {
			continue
		}
		if err := visit(i); err != nil {
			return nil, err
		}
	}
	return order, nil
}

// loop is the error for measures that hang on each other.
func (c *compiler) loop(path []int, back int) error {
	n := len(c.kase.Measures)
	var names []string
	for _, i := range slices.Backward(path) {
		names = append(names, c.kase.Measures[i%n].Name)
		if i == back {
			break
		}
	}
	m := &c.kase.Measures[back%n]
	return fmt.Errorf("measure %s (%v) hangs on itself, through %s: give one of them next in place of is, or read it through previous() and say by its start what it was before", m.Name, m.At, strings.Join(names, ", "))
}
