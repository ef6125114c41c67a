package lang

import (
	"strings"

	"github.com/hashicorp/hcl/v2/hclsyntax"

	"reckon"
)

// caseBlocks reads the one case block and reports its absence or repetition.
func (l *loader) caseBlocks(files Files, blocks []*hclsyntax.Block) {
	first := true
	for _, b := range blocks {
		if b.Type != "case" {
			continue
		}
		f := l.open(b, blockNamed("case"))
		if !first {
			l.add(secondCase(f.at, l.c.At))
			continue
		}
		first = false
		l.caseBlock(f)
	}
	if !first {
		return
	}
	if _, there := files["case.hcl"]; there {
		l.add(missingCase(anywhere("case.hcl")))
		return
	}
	// A text that could not be read whole may hold the case block.
	if !l.found.broken {
		missing := missingCaseFile(files)
		if name := alone(files); name != "" {
			missing = missingCase(anywhere(name))
		}
		l.found.syntax(missing)
	}
	l.found.broken = true // the names stand in the missing file
}

// alone returns the one .hcl file that was given in place of a folder, or "".
func alone(files Files) string {
	names := caseFiles(files)
	if len(files) != 1 || len(names) != 1 || strings.Contains(names[0], "/") {
		return ""
	}
	return names[0]
}

// caseBlock reads the case's title, subject and clock.
func (l *loader) caseBlock(f fields) {
	c := l.c
	c.At, c.Name = f.at, f.label
	c.Title = f.title(f.label)
	if name, at := f.name("subject"); name != "" {
		c.Subject = name
		if c.Actor(name) < 0 {
			l.add(l.unknownActor(at, name))
			c.Subject = ""
		}
	}
	asOf, asOfAt := f.date("as_of")
	from, _ := f.date("from")
	until, untilAt := f.date("until")
	c.AsOf, c.From, c.Until = asOf, from, until
	if from != 0 && until != 0 && until < from {
		l.add(datesReversed(untilAt, "until", until, "from", from))
	}
	if from != 0 && asOf != 0 && asOf < from {
		l.add(asOfBeforeFrom(asOfAt, asOf, from))
	}
	if until != 0 && until >= from && asOf > until {
		l.add(asOfAfterUntil(asOfAt, asOf, until))
	}
	if step := f.word("step"); step != "" {
		c.Step = step
	}
	if order := f.word("order"); order != "" {
		c.Order = order
	}
}

// checkSubject demands a subject as soon as there is a reading of one.
func (l *loader) checkSubject() {
	if l.c.Subject == "" && len(l.c.Readings) > 0 && l.c.At != (reckon.Range{}) && !l.found.has("unknown-actor", l.c.At.File) {
		l.add(missingSubject(l.c.At))
	}
}
