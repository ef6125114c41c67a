package petrarch

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"sort"
	"strconv"
	"strings"
	"testing"

	"reckon"
	"reckon/document"
	"reckon/grammar"
	"reckon/readtest"
)

// record is one record of the validation suite of PETRARCH.
type record struct {
	ID       string `xml:"id,attr"`
	Date     string `xml:"date,attr"`
	Category string `xml:"category,attr"`
	Codings  []struct {
		Source string `xml:"sourcecode,attr"`
		Target string `xml:"targetcode,attr"`
		Code   string `xml:"eventcode,attr"`
		None   string `xml:"noevents,attr"`
		Error  string `xml:"error,attr"`
	} `xml:"EventCoding"`
	Text    string `xml:"Text"`
	options Options
}

// records reads the suite; switches hold for all records behind them.
func records(tb testing.TB) []record {
	tb.Helper()
	f, err := os.Open(readtest.Shared(tb, "data", "petrarch", "PETR.UnitTest.records.xml"))
	if err != nil {
		tb.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	var all []record
	o := Standard()
	for d := xml.NewDecoder(f); ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return all
		}
		if err != nil {
			tb.Fatal(err)
		}
		start, ok := token.(xml.StartElement)
		switch {
		case ok && start.Name.Local == "Config":
			set(tb, &o, start.Attr)
		case ok && start.Name.Local == "Sentence":
			r := record{options: o}
			if err := d.DecodeElement(&r, &start); err != nil {
				tb.Fatal(err)
			}
			all = append(all, r)
		}
	}
}

func set(tb testing.TB, o *Options, attributes []xml.Attr) {
	tb.Helper()
	value := map[string]string{}
	for _, a := range attributes {
		value[a.Name.Local] = a.Value
	}
	n, _ := strconv.Atoi(value["value"])
	switch value["option"] {
	case "require_dyad":
		o.Dyads = strings.EqualFold(value["value"], "true")
	case "new_actor_length":
		o.NewName = n
	case "comma_min":
		o.Middle.Min = n
	case "comma_max":
		o.Middle.Max = n
	case "comma_bmin":
		o.Initial.Min = n
	case "comma_bmax":
		o.Initial.Max = n
	case "comma_emin":
		o.Final.Min = n
	case "comma_emax":
		o.Final.Max = n
	}
}

func validation(tb testing.TB) *Dictionary {
	tb.Helper()
	d := &Dictionary{}
	for kind, read := range map[string]func(string, string) []reckon.Diagnostic{
		"actors": d.ReadActors, "agents": d.ReadAgents, "verbs": d.ReadVerbs, "discards": d.ReadDiscards,
	} {
		name := "PETR.Validate." + kind + ".txt"
		text, err := os.ReadFile(readtest.Shared(tb, "data", "petrarch", name))
		if err != nil {
			tb.Fatal(err)
		}
		read(name, string(text))
	}
	return d
}

// want and got write codings as sorted lines.
func (r record) want() []string {
	var all []string
	for _, c := range r.Codings {
		if c.Source != "" {
			all = append(all, c.Source+" "+c.Target+" "+c.Code)
		} else if c.Error != "" {
			all = append(all, "error "+c.Error)
		}
	}
	sort.Strings(all)
	return all
}

func got(c Coding) []string {
	var all []string
	for _, e := range c.Events {
		all = append(all, e.Source+" "+e.Target+" "+e.Code)
	}
	switch c.Dropped {
	case Kept:
	case WholeStory:
		all = append(all, "error storydiscard")
	case SentenceAlone:
		all = append(all, "error sentencediscard")
	case Dateline:
		all = append(all, "error dateline")
	}
	sort.Strings(all)
	return all
}

// parsed takes the text of a record apart; what the splitter cuts is joined again,
// as a record is one sentence.
func parsed(text string) grammar.Sentence {
	t := grammar.Parse(document.Plain("record", strings.Join(strings.Fields(text), " ")))
	if len(t.Sentences) == 0 {
		return grammar.Sentence{}
	}
	s := t.Sentences[0]
	for _, more := range t.Sentences[1:] {
		at := len(s.Tokens)
		for _, w := range more.Tokens {
			if w.Head >= 0 {
				w.Head += at
			}
			s.Tokens = append(s.Tokens, w)
		}
		s.End = more.End
	}
	return s
}

// TestBarPETRARCH codes the records of PETRARCH's own validation suite from their
// text with the suite's dictionaries.
func TestBarPETRARCH(t *testing.T) {
	if testing.Short() {
		t.Skip("reads a corpus")
	}
	d, all := validation(t), records(t)
	exact, by := 0, map[string]*readtest.Tally{}
	for _, r := range all {
		s := parsed(r.Text)
		made := got(d.Code(&s, day(t, r.Date), r.options))
		c := by[r.Category]
		if c == nil {
			c = &readtest.Tally{}
			by[r.Category] = c
		}
		c.Key++
		if slices.Equal(r.want(), made) {
			exact++
			c.Right++
		} else if os.Getenv("SHOW") != "" {
			fmt.Printf("%s\n  %s\n  want %v\n  got  %v\n", r.ID, strings.Join(strings.Fields(r.Text), " "), r.want(), made)
			if os.Getenv("SHOW") == "tags" {
				for _, w := range s.Tokens {
					fmt.Printf("%s/%s/%s/%d/%s ", w.Text, w.Tag, w.Form, w.Head, w.Relation)
				}
				fmt.Println()
			}
		}
	}
	var details []string
	for category, c := range by {
		details = append(details, fmt.Sprintf("%s %d/%d", category, c.Right, c.Key))
	}
	sort.Strings(details)
	readtest.Check(t, readtest.Row{
		Task: "PETRARCH records coded exactly, of " + strconv.Itoa(len(all)), Figure: float64(exact), Bar: 245,
		Human: "284 by design", Peers: "PETRARCH-1 206, UniversalPetrarch 146, PETRARCH-2 89, each with its parser",
		Details: strings.Join(details, ", "),
	})
}
