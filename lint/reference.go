package lint

import (
	"fmt"
	"strings"
)

// Reference returns docs/rules.md, written from the rules and their goldens:
// txtar archives by rule name, whose files stand under bad/ and fixed/, and
// under "base" the case that every example adds to.
func Reference(examples map[string]string) []byte {
	var b strings.Builder
	b.WriteString(introduction)
	for _, f := range parts(examples["base"]) {
		block(&b, "`"+f.name+"`:", f)
	}
	b.WriteString("\n## The rules\n\n")
	rules := Rules()
	for _, r := range rules {
		fmt.Fprintf(&b, "- [%s](#%s)\n", r.Name, r.Name)
	}
	for _, r := range rules {
		fmt.Fprintf(&b, "\n## %s\n\n%s\n", r.Name, r.Why)
		example(&b, examples[r.Name])
	}
	return []byte(b.String())
}

const introduction = `# What a case must satisfy

` + "`reckon check`" + ` applies these rules, and every verb that prints a number applies them first. An **error** stops the number: the
case would mislead. A **warning** is printed beside every number. A **note** is information. The name of a rule is the code of
its diagnostics.

This page is written from the rules and their tests (` + "`UPDATE=1 go test ./lint/`" + `). Each example is checked as a whole case: the
files shown are added to this small one, in place of a file of the same name. What makes a text unreadable rather than unfit
(misspelt names, odds above 1, priors that do not sum to 1, readings without a date, choices left out without a reason) is
found when the case is loaded.
`

// example writes the parts of a golden that a reader wants to see.
func example(b *strings.Builder, archive string) {
	for _, f := range parts(archive) {
		heading := ""
		switch folder, name, _ := strings.Cut(f.name, "/"); folder {
		case "both":
			heading = "Beside it, `" + name + "`:"
		case "bad":
			heading = "Bad, `" + name + "`:"
		case "fixed":
			heading = "Mended, `" + name + "`:"
		case "message":
			heading = "The message:"
		default:
			continue
		}
		block(b, heading, f)
	}
}

func block(b *strings.Builder, heading string, f part) {
	fmt.Fprintf(b, "\n%s\n\n```%s\n%s```\n", heading, syntax(f.name), f.text)
}

func syntax(name string) string {
	switch {
	case strings.HasSuffix(name, ".hcl"):
		return "hcl"
	case strings.HasSuffix(name, ".bib"):
		return "bibtex"
	case strings.HasSuffix(name, ".csv"):
		return "csv"
	}
	return "text"
}

// part is one file of a txtar archive.
type part struct{ name, text string }

// parts splits a txtar archive at its marker lines.
func parts(archive string) []part {
	var all []part
	for line := range strings.Lines(archive) {
		bare := strings.TrimSpace(line)
		name, marked := strings.CutPrefix(bare, "-- ")
		if name, ended := strings.CutSuffix(name, " --"); marked && ended {
			all = append(all, part{name: strings.TrimSpace(name)})
		} else if len(all) > 0 {
			all[len(all)-1].text += line
		}
	}
	return all
}
