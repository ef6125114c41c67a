package main

import (
	"cmp"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"reckon/reading"
	"reckon/study"
)

// filter says which items are printed.
type filter struct {
	types  []string
	holder string
}

func (f filter) all() bool { return len(f.types) == 0 && f.holder == "" }

func (f filter) takes(it *reading.Item) bool {
	if len(f.types) > 0 && !slices.Contains(f.types, string(it.Type)) {
		return false
	}
	return f.holder == "" || slices.ContainsFunc([]string{holder(it), it.Speaker, it.Who}, func(name string) bool { return sameName(name, f.holder) })
}

// sameName compares names of holders; capitals and an article in front do not matter.
func sameName(a, b string) bool {
	bare := func(s string) string { return strings.TrimPrefix(strings.ToLower(s), "the ") }
	return bare(a) == bare(b)
}

// holder is whose statement an item is: the last of the chain.
func holder(it *reading.Item) string {
	chain := it.Chain()
	return chain[len(chain)-1]
}

// findings prints what was found, and what follows from several documents together.
func (d *desk) findings(s *study.Study, f filter) error {
	if err := d.items(s, f); err != nil {
		return err
	}
	if !f.all() {
		return nil
	}
	if err := d.corroborated(s); err != nil {
		return err
	}
	return d.disagreements(s)
}

// items prints what was found, as text by document or as one JSON object a line.
func (d *desk) items(s *study.Study, f filter) error {
	shown, total := 0, 0
	for _, a := range s.Accounts {
		headed := false
		for i := range a.Items {
			total++
			it := &a.Items[i]
			if !f.takes(it) {
				continue
			}
			shown++
			if d.json {
				if err := d.encode(it); err != nil {
					return err
				}
				continue
			}
			if !headed {
				d.account(a, shown > 1)
				headed = true
			}
			d.item(it)
		}
		if !headed && f.all() && !d.json {
			d.account(a, total > 0)
		}
	}
	if shown == 0 && f.holder != "" {
		return noHolder(s, f.holder)
	}
	if !f.all() && !d.json {
		d.print("")
		d.print("%d of %s.", shown, count(total, "item"))
	}
	return nil
}

// mostHolders is how many are named when one is not found.
const mostHolders = 12

func noHolder(s *study.Study, name string) error {
	items := map[string]int{}
	for _, a := range s.Accounts {
		for i := range a.Items {
			items[holder(&a.Items[i])]++
		}
	}
	names := slices.SortedFunc(maps.Keys(items), func(x, y string) int {
		return cmp.Or(items[y]-items[x], strings.Compare(x, y))
	})
	if len(names) == 0 {
		return fmt.Errorf("nothing was found that anybody states")
	}
	more := ""
	if len(names) > mostHolders {
		more = fmt.Sprintf(", and %d more", len(names)-mostHolders)
		names = names[:mostHolders]
	}
	return fmt.Errorf("nothing of that type is stated by %s; holders: %s%s", name, strings.Join(names, ", "), more)
}

// account prints what is known of a document and how much was found.
func (d *desk) account(a *reading.Account, apart bool) {
	if apart {
		d.print("")
	}
	doc := a.Document
	d.print("%s", d.bold(cmp.Or(doc.Title, doc.Name)))
	known := []string{cmp.Or(doc.Author, "author not found")}
	if doc.Publisher != "" {
		known = append(known, doc.Publisher)
	}
	if doc.Published != 0 {
		known = append(known, doc.Published.String())
	} else {
		known = append(known, "date not found")
	}
	d.say("  ", fmt.Sprintf("%s; %s, %s", strings.Join(known, ", "), count(a.Words, "word"), a.Count()))
	for _, note := range doc.Notes {
		d.say("  ", "Note: "+note)
	}
}

// item prints one finding: its name, kind and holder, what the reader takes it for,
// and the words.
func (d *desk) item(it *reading.Item) {
	what := string(it.Type)
	switch {
	case it.Type == reading.Event:
		what += ", " + strings.TrimSpace(it.Event+" "+it.Mode)
	case it.Kind != "" && it.Kind != what:
		what += ", " + it.Kind
	}
	line := what + "; " + strings.Join(it.Chain(), " → ")
	if stands := it.Stands(); stands != "" {
		line += "; " + stands
	}
	if it.Date != "" {
		line += "; " + it.Date
		if it.Until != "" && it.Until != it.Date {
			line += " to " + it.Until
		}
	}
	d.print("")
	d.hang(fmt.Sprintf("  %-5s", it.ID), line)
	if parts := parties(it); parts != "" {
		d.say("       ", parts)
	}
	d.say("       ", fmt.Sprintf("[%d–%d] %s", it.Start, it.End, oneLine(it.Text)))
}

// hang writes wrapped prose with a name in the space before its first line.
func (d *desk) hang(name, text string) {
	space := strings.Repeat(" ", len(name))
	for line := range strings.SplitSeq(wrap(legible(text), d.width-len(name)), "\n") {
		d.print("%s", name+line)
		name = space
	}
}

func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

// parties says who does what to whom in an event, and what furthers or hinders what.
func parties(it *reading.Item) string {
	var words []string
	switch {
	case it.Type == reading.Cause && it.Effect != nil:
		var causes []string
		for _, c := range it.Causes {
			causes = append(causes, oneLine(c.Text))
		}
		return fmt.Sprintf("%s %s→ %s", strings.Join(causes, "; "), signWord(it.Sign), oneLine(it.Effect.Text))
	case it.Type == reading.Event:
		if len(it.Actors) > 0 {
			words = append(words, "by "+strings.Join(it.Actors, ", "))
		}
		if len(it.Recipients) > 0 {
			words = append(words, "toward "+strings.Join(it.Recipients, ", "))
		}
		if it.Number != nil {
			words = append(words, strings.TrimSpace(it.Number.Text+" "+it.Number.Counts))
		}
	}
	return strings.Join(words, "; ")
}

// corroborated prints which claims several documents of a library report.
func (d *desk) corroborated(s *study.Study) error {
	all := s.Corroborated()
	if !d.json && len(all) > 0 {
		d.print("")
		d.print("%s", d.bold("What several documents report"))
	}
	for i := range all {
		c := &all[i]
		if d.json {
			if err := d.encode(c); err != nil {
				return err
			}
			continue
		}
		not := ""
		if c.Negated {
			not = ", negated"
		}
		d.print("")
		d.say("  ", fmt.Sprintf("%s, %s%s: %s, %s", c.Holder, c.Kind, not, count(len(c.Reports), "document"), count(c.Origins, "origin")))
		for _, r := range c.Reports {
			d.say("    ", fmt.Sprintf("%s %s, origin %d", filepath.Base(r.Document), r.ID, r.Origin))
			d.say("      ", fmt.Sprintf("[%d–%d] %s", r.Start, r.End, oneLine(r.Text)))
		}
	}
	return nil
}

// disagreements prints where documents do not go together.
func (d *desk) disagreements(s *study.Study) error {
	if len(s.Accounts) < 2 {
		return nil
	}
	all := reading.Disagreements(s.Accounts)
	if !d.json && len(all) > 0 {
		d.print("")
		d.print("%s", d.bold("Where the documents disagree"))
	}
	for i := range all {
		x := &all[i]
		if d.json {
			if err := d.encode(x); err != nil {
				return err
			}
			continue
		}
		d.print("")
		d.say("  ", fmt.Sprintf("%s: %s, on %s", x.Kind, x.About, x.On))
		for _, side := range []reading.Side{x.A, x.B} {
			d.say("    ", fmt.Sprintf("%s %s: %s", filepath.Base(side.Document), side.Dated, side.Says))
			for _, at := range side.Places {
				d.say("      ", fmt.Sprintf("[%d–%d] %s", at.Start, at.End, oneLine(at.Text)))
			}
		}
	}
	return nil
}
