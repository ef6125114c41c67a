package lint

import "reckon"

// Rule is one requirement on a case.
type Rule struct {
	Name  string // stable, lower case with hyphens; the code of its diagnostics
	Why   string // a paragraph: what it asks and why it matters
	Check func(*reckon.Case) []reckon.Diagnostic
}

// Rules lists every rule in the order of docs/rules.md.
func Rules() []Rule { panic("lint: not written") }

// Check applies every rule and returns the diagnostics sorted by place.
func Check(c *reckon.Case) []reckon.Diagnostic { panic("lint: not written") }

// Reference returns docs/rules.md, written from the rules and their goldens.
func Reference(examples map[string]string) []byte { panic("lint: not written") }
