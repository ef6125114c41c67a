package workbench

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"reckon"
)

// Rewatch shows the palaces of a case as they would be without some watches, each
// "A:B", and with others, each "A:B=chance". The case on disk is not changed.
func (b *Bench) Rewatch(without, add []string) (*Arenas, error) {
	before, err := b.Arenas("palace")
	if err != nil {
		return nil, err
	}
	var changes []string
	changed := *b.Case
	changed.Arenas = slices.Clone(b.Case.Arenas)
	for _, w := range without {
		if err := dropWatch(&changed, w); err != nil {
			return nil, err
		}
		changes = append(changes, "without "+w)
	}
	for _, w := range add {
		if err := addWatch(&changed, w); err != nil {
			return nil, err
		}
		changes = append(changes, "with "+w)
	}
	other := *b
	other.Case = &changed
	after, err := other.Arenas("palace")
	if err != nil {
		return nil, err
	}
	after.Changes, after.Before = changes, before.Arenas
	return after, nil
}

// palaceOf finds the palace that has both organs of "A:B".
func palaceOf(c *reckon.Case, watch string) (a *reckon.Arena, by, of string, err error) {
	by, of, ok := strings.Cut(watch, ":")
	if !ok || by == "" || of == "" {
		return nil, "", "", fmt.Errorf("%q is no watch: write A:B, the organ that watches before the one watched", watch)
	}
	var organs []string
	for i := range c.Arenas {
		if c.Arenas[i].Kind != "palace" {
			continue
		}
		var here []string
		for _, p := range c.Arenas[i].Kinds("organ") {
			here = append(here, p.Name)
		}
		if slices.Contains(here, by) && slices.Contains(here, of) && by != of {
			return &c.Arenas[i], by, of, nil
		}
		organs = append(organs, here...)
	}
	return nil, "", "", fmt.Errorf("no palace has two organs %s and %s; there are: %s", by, of, strings.Join(organs, ", "))
}

// dropWatch takes one watch out of a case.
func dropWatch(c *reckon.Case, watch string) error {
	a, by, of, err := palaceOf(c, watch)
	if err != nil {
		return err
	}
	var parts []reckon.ArenaPart
	found := false
	for _, p := range a.Parts {
		over := p.Setting("over")
		if p.Kind != "watch" || p.Name != by || !slices.Contains(over.Words, of) {
			parts = append(parts, p)
			continue
		}
		found = true
		if len(over.Words) > 1 {
			parts = append(parts, overWithout(p, of))
		}
	}
	if !found {
		return fmt.Errorf("%s does not watch %s in the palace %q", by, of, a.Name)
	}
	a.Parts = parts
	return nil
}

// overWithout is a watch that leaves one organ out.
func overWithout(p reckon.ArenaPart, of string) reckon.ArenaPart {
	p.Settings = slices.Clone(p.Settings)
	over := p.Setting("over")
	over.Words = slices.DeleteFunc(slices.Clone(over.Words), func(w string) bool { return w == of })
	return p
}

// addWatch puts one watch into a case, in place of one that is there.
func addWatch(c *reckon.Case, watch string) error {
	edge, number, _ := strings.Cut(watch, "=")
	chance, bad := strconv.ParseFloat(number, 64)
	if bad != nil || !(chance >= 0 && chance < 1) {
		return fmt.Errorf("%q is no watch with a chance: write A:B=0.3, the chance from 0 to below 1", watch)
	}
	a, by, of, err := palaceOf(c, edge)
	if err != nil {
		return err
	}
	if slices.ContainsFunc(a.Parts, func(p reckon.ArenaPart) bool {
		return p.Kind == "watch" && p.Name == by && slices.Contains(p.Setting("over").Words, of)
	}) {
		if err := dropWatch(c, edge); err != nil {
			return err
		}
	}
	a.Parts = append(slices.Clone(a.Parts), reckon.ArenaPart{
		Kind: "watch", Name: by, Title: by, At: a.At,
		Settings: []reckon.ArenaSetting{
			{Name: "over", Words: []string{of}, At: a.At},
			{Name: "chance", Value: reckon.Expr{Op: "number", Number: chance}, Text: number, At: a.At},
		},
	})
	return nil
}
