package brief

import (
	"fmt"
	"strings"
)

// sourcesView lists the sources with their grades and what was taken from them.
type sourcesView struct {
	Lead    string
	Read    []sourceView // sources that statements about minds cite
	Rest    []sourceView // sources of the record alone
	Unknown []noteView   // citations of a source that the case does not list
}

type sourceView struct {
	ID, Number, Title, Facts string
	Grade, URL, Origin       string
	OriginHref, Note         string
	Notes                    []noteView
}

type noteView struct {
	ID, For, Where, Says, Passage, Grade string
	Place, Read                          string // anchor by place; the document with its findings, at that place
	N                                    int
}

func (p *page) sourcesView() *sourcesView {
	v := &sourcesView{}
	graded, cited := 0, 0
	for i := range p.Case.Sources {
		s := p.sourceView(i)
		if p.Case.Sources[i].Reliability != "" {
			graded++
		}
		for _, n := range p.notes {
			if n.Cite.Source == p.Case.Sources[i].Key {
				s.Notes = append(s.Notes, p.noteView(n))
			}
		}
		if s.Notes == nil {
			v.Rest = append(v.Rest, s)
			continue
		}
		cited++
		v.Read = append(v.Read, s)
	}
	for _, n := range p.notes {
		if p.Case.Source(n.Cite.Source) == nil {
			v.Unknown = append(v.Unknown, p.noteView(n))
		}
	}
	all := len(p.Case.Sources)
	record := map[string]bool{}
	for i := range p.Case.Record {
		for _, key := range p.Case.Record[i].Sources {
			record[key] = true
		}
	}
	v.Lead = fmt.Sprintf("%s: %d cited for what the model states, %d for rows of the record. %d of %d carry an Admiralty grade (reliability of the source A to F, credibility of the statement 1 to 6; F and 6 mean that it cannot be judged, not that it is bad).", upper(count(all, "source", "sources")), cited, len(record), graded, all)
	if all == 0 {
		v.Lead = "The case lists no source. Everything in it rests on its author’s word."
	}
	return v
}

func (p *page) sourceView(i int) sourceView {
	s := &p.Case.Sources[i]
	v := sourceView{ID: fmt.Sprintf("source-%d", i+1), Number: fmt.Sprintf("S%d", i+1), Title: titleOr(s.Title, s.Key), Grade: reliability(s.Reliability), URL: webAddress(s.URL), Note: s.Note}
	facts := []string{}
	for _, f := range []string{s.Author, s.Publisher} {
		if f != "" {
			facts = append(facts, isolate(f))
		}
	}
	switch {
	case s.DateText != "":
		facts = append(facts, s.DateText)
	case s.Date != 0:
		facts = append(facts, longDate(s.Date))
	default:
		facts = append(facts, "no date")
	}
	v.Facts = strings.Join(facts, ", ")
	if s.Origin != "" {
		l := p.sourceLink(s.Origin)
		v.Origin, v.OriginHref = l.Text, l.Href
	}
	return v
}

// webAddress keeps an address only when a browser may follow it safely.
func webAddress(s string) string {
	if strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "http://") {
		return s
	}
	return ""
}

// reliability words the Admiralty grade of a source.
func reliability(g string) string {
	words := map[string]string{
		"A": "A, completely reliable", "B": "B, usually reliable", "C": "C, fairly reliable",
		"D": "D, not usually reliable", "E": "E, unreliable", "F": "F, cannot be judged",
	}
	if w, ok := words[g]; ok {
		return w
	}
	return "not graded"
}

// credibility words the Admiralty grade of a statement.
func credibility(g int) string {
	words := []string{"not graded", "1, confirmed", "2, probably true", "3, possibly true", "4, doubtful", "5, improbable", "6, cannot be judged"}
	if g < 0 || g >= len(words) {
		return words[0]
	}
	return words[g]
}

func (p *page) noteView(n note) noteView {
	c := n.Cite
	v := noteView{ID: fmt.Sprintf("cite-%d", n.N), N: n.N, For: upper(n.For), Says: c.Says, Grade: credibility(c.Credibility)}
	var where []string
	if c.Page != "" {
		where = append(where, "page "+c.Page)
	}
	if c.To > c.From {
		where = append(where, fmt.Sprintf("characters %d to %d", c.From, c.To))
		v.Place = fmt.Sprintf("at-%s-%d-%d", c.Source, c.From, c.To)
		if s := p.Case.Source(c.Source); p.Reader != "" && s != nil && s.File != "" {
			v.Read = fmt.Sprintf("%s#%s-%d-%d", p.Reader, c.Source, c.From, c.To)
		}
	}
	if where == nil {
		where = []string{"no place given"}
	}
	v.Where = list(where)
	v.Passage = p.Passages[Span{c.Source, c.From, c.To}]
	return v
}
