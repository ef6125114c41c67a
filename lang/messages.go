package lang

import (
	"fmt"
	"strings"

	"reckon"
)

// Each message has one constructor with typed arguments, here and in the other
// messages_*.go files: what is wrong, why it matters, how to mend it.

// fault makes an error.
func fault(code string, at reckon.Range, summary, detail string) reckon.Diagnostic {
	return reckon.Diagnostic{Severity: reckon.Error, Code: code, At: at, Summary: summary, Detail: detail}
}

// caution makes a warning.
func caution(code string, at reckon.Range, summary, detail string) reckon.Diagnostic {
	d := fault(code, at, summary, detail)
	d.Severity = reckon.Warning
	return d
}

// remark makes a note.
func remark(code string, at reckon.Range, summary, detail string) reckon.Diagnostic {
	d := fault(code, at, summary, detail)
	d.Severity = reckon.Note
	return d
}

// instead adds the text to put in the place, and says so.
func instead(d reckon.Diagnostic, text string) reckon.Diagnostic {
	if text != "" {
		d.Suggestion = text
		d.Detail = strings.TrimSpace(d.Detail + " Did you mean " + text + "?")
	}
	return d
}

// mend adds the text to put in the place without asking again.
func mend(d reckon.Diagnostic, text string) reckon.Diagnostic {
	d.Suggestion = text
	return d
}

// listed writes names as "a, b and c"; a long list ends in how many more.
func listed(names []string) string {
	const most = 8
	if len(names) > most {
		return strings.Join(names[:most], ", ") + fmt.Sprintf(" and %d more", len(names)-most)
	}
	return joined(names, "and")
}

// joined writes names as "a, b and c".
func joined(names []string, last string) string {
	switch len(names) {
	case 0:
		return "none"
	case 1:
		return names[0]
	}
	return strings.Join(names[:len(names)-1], ", ") + " " + last + " " + names[len(names)-1]
}

// short cuts a text for use inside a sentence.
func short(s string) string {
	r := []rune(strings.Join(strings.Fields(s), " "))
	if len(r) > 60 {
		return string(r[:60]) + "…"
	}
	return string(r)
}

// quote puts a text of the author's into a sentence.
func quote(s string) string { return `"` + short(s) + `"` }

// a puts the article before a word.
func a(word string) string {
	if word != "" && strings.ContainsRune("aeio", rune(word[0])) || strings.HasPrefix(word, "un") {
		return "an " + word
	}
	return "a " + word
}

// manyMore stands for findings that are not shown, and is as grave as the
// gravest of them: an error out of sight still keeps every number back.
func manyMore(hidden []reckon.Diagnostic) reckon.Diagnostic {
	d := remark("more", hidden[0].At, fmt.Sprintf("%d more findings in this file are not shown", len(hidden)),
		"Mend the ones above first; some of the others may then be gone.")
	for _, h := range hidden {
		d.Severity = min(d.Severity, h.Severity)
	}
	return d
}

func fileTooLarge(at reckon.Range, size int) reckon.Diagnostic {
	return fault("file-too-large", at, fmt.Sprintf("This file is %d MB, too large to read", size>>20),
		"The limit is 10 MB a file, because a case is text that people read. If documents were pasted into it, keep them under documents/ and cite them.")
}

func fileTooLong(at reckon.Range, n int) reckon.Diagnostic {
	return fault("file-too-long", at, fmt.Sprintf("This file has about %d words and signs, too many to read", n),
		fmt.Sprintf("The limit is %d a file, because a case is text that people read. Put readings into files of their own, and data into record.csv and observations.csv.", maxWords))
}

func wrongEncoding(at reckon.Range, encoding, letter string) reckon.Diagnostic {
	detail := "I can read UTF-8 only, so nothing in this file was used."
	if letter != "" {
		detail = "The letter here, perhaps " + quote(letter) + ", is not UTF-8, so nothing in this file was used."
	}
	return fault("wrong-encoding", at, "This file is saved in "+encoding,
		detail+" Save it again as UTF-8: in Notepad under Save as, Encoding; in Excel as \"CSV UTF-8\".")
}

func binaryFile(at reckon.Range) reckon.Diagnostic {
	return fault("binary-file", at, "This is not a text file",
		"It holds bytes that no text has, as a Word, Excel or PDF file does. Write the case in a plain text editor and save it as UTF-8.")
}

func missingCaseFile(files Files) reckon.Diagnostic {
	d := fault("missing-case", anywhere("case.hcl"), "This folder has no case.hcl",
		"A case is a folder with a file case.hcl that names the actors and their options. Write one, or make one with: reckon init FOLDER.")
	for _, name := range []string{"case.hcl.txt", "Case.hcl", "case.HCL", "case.txt"} {
		if _, there := files[name]; there {
			d.Detail += " There is a file " + name + ": rename it to case.hcl."
		}
	}
	return d
}

func missingCase(at reckon.Range) reckon.Diagnostic {
	return fault("missing-case", at, "This file has no case block",
		"Without it I do not know what the case is called or when it is set. Put this at the top of "+at.File+": case \"my-case\" { title = \"…\" }.")
}

func secondCase(at, first reckon.Range) reckon.Diagnostic {
	return fault("second-case", at, "There is more than one case block",
		"A folder holds one case; the first stands in "+first.String()+". Remove this one, or put it into a folder of its own.")
}

func missingSubject(at reckon.Range) reckon.Diagnostic {
	return fault("missing-subject", at, "The case does not say whose mind is read",
		"There are readings, but no subject to test them on. Add to the case block: subject = the name of an actor.")
}

func duplicateName(at reckon.Range, kind, name string, first reckon.Range) reckon.Diagnostic {
	if kind == "attitude towards" {
		return fault("duplicate-name", at, fmt.Sprintf("The %s %s is there twice", kind, quote(name)),
			fmt.Sprintf("The first stands in %s; this one was not used. Keep the one that the source says.", first))
	}
	if kind == "belief about" {
		return fault("duplicate-name", at, fmt.Sprintf("The %s %s is there twice", kind, quote(name)),
			fmt.Sprintf("The first stands in %s; this one was not used. Merge the two into one block, with the wants in the order of their importance.", first))
	}
	return fault("duplicate-name", at, fmt.Sprintf("The %s %s is there twice", kind, quote(name)),
		fmt.Sprintf("The first stands in %s; this one was not used, because a page could not tell them apart. Give it another name, or remove one.", first))
}

func missingLabel(at reckon.Range, s *block) reckon.Diagnostic {
	return fault("missing-label", at, fmt.Sprintf("This %s has no name", s.name),
		fmt.Sprintf("Put it in quotes before the brace: %s \"…\" { … }. The name is %s.", s.name, s.label))
}

func labelNotWanted(at reckon.Range, name string) reckon.Diagnostic {
	return fault("label-not-wanted", at, fmt.Sprintf("A block %s has no name", name),
		fmt.Sprintf("It speaks of the actor whose block it stands in. Leave the name out: %s { … }.", name))
}

func twoLabels(at reckon.Range, name string, labels []string) reckon.Diagnostic {
	return fault("two-labels", at, fmt.Sprintf("This %s has more than one name", name),
		fmt.Sprintf("Only %s was used. A block has one name, in one pair of quotes.", quote(labels[0])))
}

func nameNotPlain(at reckon.Range, kind, name string) reckon.Diagnostic {
	d := fault("name-not-plain", at, fmt.Sprintf("%s cannot be the name of %s", quote(name), a(kind)),
		"Names that expressions use are lower-case letters, digits and underscores, and start with a letter; the words for readers go into title.")
	if p := plain(name); plainName(p) {
		return instead(d, `"`+p+`"`)
	}
	return d
}

func strayAttribute(at reckon.Range, name string) reckon.Diagnostic {
	return fault("stray-attribute", at, quote(name)+" stands outside any block",
		"It says nothing there. Move it into the block it belongs to, between { and }.")
}

func unknownAttribute(at reckon.Range, s *block, name string) reckon.Diagnostic {
	d := fault("unknown-attribute", at, fmt.Sprintf("%s has no setting %s", capital(a(s.name)), quote(name)),
		"It was not used.")
	if near := nearest(name, s.names()); near != "" {
		return instead(d, near)
	}
	if len(s.attributes) > 0 {
		d.Detail += fmt.Sprintf(" %s has: %s.", capital(a(s.name)), joined(s.names(), "and"))
	}
	return d
}

func blockNotAttribute(at reckon.Range, name string) reckon.Diagnostic {
	head := name
	if blockNamed(name).label != "" {
		head += " \"…\""
	}
	return fault("block-not-attribute", at, fmt.Sprintf("%s is a block, not a setting", quote(name)),
		fmt.Sprintf("Leave out the equals sign: %s { … }.", head))
}

func wrongBlock(at reckon.Range, s *block, name string) reckon.Diagnostic {
	home := "outside other blocks"
	if s.name != "" {
		home = "inside " + a(s.name)
	}
	if blockNamed(name) != nil {
		return fault("misplaced-block", at, fmt.Sprintf("%s does not belong %s", capital(a(name)), home),
			fmt.Sprintf("It was not used. Move it %s.", homeOf(name, nil)))
	}
	if s.attribute(name) != nil {
		return fault("attribute-not-block", at, fmt.Sprintf("%s is a setting, not a block", quote(name)),
			fmt.Sprintf("Write it with an equals sign: %s = …", name))
	}
	d := fault("unknown-block", at, fmt.Sprintf("There is no block %s %s", quote(name), home), "It was not used.")
	near := nearest(name, s.blocks)
	if near == "" && len(s.blocks) > 0 {
		d.Detail += fmt.Sprintf(" What can stand here: %s.", joined(s.blocks, "or"))
	}
	return instead(d, near)
}

// homeOf says where blocks of a name belong; of a schema, only those that have it.
func homeOf(name string, only *block) string {
	var homes []string
	for i := range schema {
		parent := &schema[i]
		if contains(parent.blocks, name) && (only == nil || blockIn(parent.name, name) == only) {
			homes = append(homes, a(parent.name))
		}
	}
	if contains(top, name) && (only == nil || only.within == "") {
		homes = append(homes, "the file itself, outside other blocks")
	}
	return "into " + joined(homes, "or")
}

func missingAttribute(at reckon.Range, parent string, row attribute) reckon.Diagnostic {
	return fault("missing-attribute", at, fmt.Sprintf("This %s does not state %s", parent, quote(row.name)),
		fmt.Sprintf("%s Add a line such as: %s = %s", row.means, row.name, row.example))
}

// capital starts a sentence.
func capital(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}
