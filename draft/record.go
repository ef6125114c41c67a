package draft

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"strings"
	"unicode"

	"reckon/document"
	"reckon/reading"
)

// record writes the dated events that the text gives as facts or reports, as rows
// of record.csv behind a column in which the analyst says yes. None of them is a
// choice yet: what else was open to him is not in the sentence.
func (w *writer) record() ([]byte, int) {
	var out bytes.Buffer
	rows := csv.NewWriter(&out)
	_ = rows.Write([]string{"adopt", "id", "date", "until", "actor", "kind", "title", "took", "instead", "choice", "basis", "weight", "sources", "note"}) // a buffer takes all
	n := 0
	ids := map[string]bool{}
	for _, it := range w.account.Items {
		if it.Type != reading.Event || it.Date == "" || it.Negated || it.Status == "future" || it.Status == "hypothetical" || it.Status == "counterfactual" || it.Status == "asked" {
			continue
		}
		n++
		title := it.Text
		if len(strings.Fields(title)) < leastTitle {
			title = w.account.Sentence(it.Start).Text
		}
		actor := w.actorOf(it.Actors)
		id := slug(fmt.Sprintf("%s %s %s", it.Event, short(it.Text, 4), it.Date[:min(4, len(it.Date))]))
		for k := 2; ids[id]; k++ {
			id = strings.TrimRight(id, "0123456789") + fmt.Sprint(k)
		}
		ids[id] = true
		note := fmt.Sprintf("Proposed from %s, characters %d to %d; %s %s; %s", w.key, it.Start, it.End, it.Event, it.Mode, it.Status)
		if len(it.Date) < len("2006-01-02") {
			note += "; the text says " + it.Date
		}
		if it.Basis != "" {
			note += "; date: " + it.Basis
		}
		if it.Holder != "" && len(it.Holders) > 1 {
			note += "; according to " + it.Holder
		}
		_ = rows.Write([]string{"", id, day(it.Date), it.Until, actor, "other", short(oneLine(title), titleWords), "", "", "false", "", "", w.key, oneLine(note)})
	}
	rows.Flush()
	if n == 0 {
		return nil, 0
	}
	return out.Bytes(), n
}

const (
	leastTitle = 4 // words: an event of fewer is told by its sentence
	titleWords = 20
)

// actorOf names the actor of the case that did it, or others.
func (w *writer) actorOf(names []string) string {
	for _, name := range names {
		for _, e := range w.account.Cast.Entities {
			for _, a := range w.c.Actors {
				if e.Name == name && e.ID == a.Name {
					return a.Name
				}
			}
		}
	}
	return "others"
}

// slug makes a name for a row or a file: lower-case letters, digits and hyphens.
func slug(s string) string {
	folded, _ := document.Fold(s)
	var b strings.Builder
	for _, r := range folded {
		switch {
		case r < unicode.MaxASCII && (unicode.IsLetter(r) || unicode.IsDigit(r)):
			b.WriteRune(unicode.ToLower(r))
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
	}
	return strings.Trim(b.String(), "-")
}

// day fills a year or month up to its first day, as a record has it; the note says
// what the text gave.
func day(date string) string {
	return date + "0000-01-01"[len(date):]
}
