package margin

import (
	_ "embed"
	"fmt"
	"html/template"
	"io"
	"slices"
	"strconv"
	"strings"

	"reckon/document"
	"reckon/reading"
)

// Page is what is written.
type Page struct {
	Title    string
	Accounts []*reading.Account
	Cited    []Cited // places that a case cites, for links to its brief
	Brief    string  // address of the brief, relative to the page; "" when there is none
	Version  string  // of reckon
}

// Cited is a place in a document that a case cites.
type Cited struct {
	Document int    // index into Accounts
	Source   string // its key in the case
	From, To int    // code points
	For      string // what it is cited for
}

//go:embed page.tmpl
var layout string

//go:embed style.css
var style string

var page = template.Must(template.New("page").Parse(layout))

// Write writes the page. Cost: about three times the size of the texts.
func Write(w io.Writer, p *Page) error {
	v := &view{Title: strings.ToValidUTF8(p.Title, "\ufffd"), Brief: p.Brief, Version: p.Version}
	v.gather(p)
	var rules strings.Builder
	rules.WriteString(style)
	v.rules(&rules)
	v.Style = template.CSS(rules.String()) //nolint:gosec // built from constants and numbers
	if err := page.Execute(w, v); err != nil {
		return fmt.Errorf("write the page: %w", err)
	}
	return nil
}

type view struct {
	Title, Brief, Version string
	Style                 template.CSS
	Types                 []filter
	Holders               []filter
	Documents             []*paper
	Count                 int
	Disagreements         []dispute
}

// filter is one switch above the documents.
type filter struct {
	ID, Name, Letter, Class string
	Count                   int
}

// paper is one document.
type paper struct {
	ID, Title, Facts, Summary string
	Notes                     []string
	Lang                      string
	RTL                       bool
	Blocks                    []block
	Cards                     []card

	brief   string
	account *reading.Account
	points  []rune
	opens   map[int][]int // code point → items that begin there, longest first
	holder  []string      // class of each item's holder
	cited   []Cited
	// code points where a disagreement leads
	disputed []int
}

// block is a stretch of the text with its marks, already escaped.
type block struct {
	Kind document.Kind
	Body template.HTML
}

// card is one finding in the margin.
type card struct {
	ID, Back, Name, Class     string
	What, Chain, Stands, Date string
	Text, Detail, Rule, By    string
	Links                     []link
}

type link struct{ Href, For string }

const mostHolders = 12

// gather turns accounts into what the template prints.
func (v *view) gather(p *Page) {
	holders := v.holders(p.Accounts)
	disputed := v.disputes(p.Accounts)
	count := map[reading.Type]int{}
	for n, a := range p.Accounts {
		d := &paper{brief: p.Brief, ID: "d" + strconv.Itoa(n+1), account: a, points: []rune(a.Document.Text), disputed: disputed[a.Document.Name]}
		for _, c := range p.Cited {
			if c.Document == n {
				d.cited = append(d.cited, c)
			}
		}
		d.fill(holders)
		v.Documents = append(v.Documents, d)
		for i := range a.Items {
			count[a.Items[i].Type]++
			v.Count++
		}
	}
	for _, t := range reading.Types() {
		if count[t] > 0 {
			v.Types = append(v.Types, filter{ID: "f-" + string(t), Name: string(t), Letter: t.Letter(), Class: "k-" + string(t), Count: count[t]})
		}
	}
}

// holders lists whose statements there are, the most frequent first, and gives
// each a class; the rest share one.
func (v *view) holders(accounts []*reading.Account) map[string]string {
	count := map[string]int{}
	for _, a := range accounts {
		for i := range a.Items {
			count[a.Items[i].Holder]++
		}
	}
	var names []string
	for name := range count {
		names = append(names, name)
	}
	slices.SortFunc(names, func(a, b string) int {
		if count[a] != count[b] {
			return count[b] - count[a]
		}
		return strings.Compare(a, b)
	})
	class := map[string]string{}
	for i, name := range names {
		if i >= mostHolders {
			class[name] = "h-rest"
			continue
		}
		class[name] = "h-" + strconv.Itoa(i+1)
		v.Holders = append(v.Holders, filter{ID: "who-" + strconv.Itoa(i+1), Name: name, Class: class[name], Count: count[name]})
	}
	if more := len(names) - mostHolders; more > 0 {
		rest := 0
		for _, name := range names[mostHolders:] {
			rest += count[name]
		}
		v.Holders = append(v.Holders, filter{ID: "who-rest", Name: fmt.Sprintf("%d others", more), Class: "h-rest", Count: rest})
	}
	return class
}

// mostLit bounds the rules that light up a finding's words when its letter is
// pointed at: a rule an item, and browsers try each.
const mostLit = 1500

// rules adds what depends on the findings: the switches, and the lights.
func (v *view) rules(b *strings.Builder) {
	for _, t := range v.Types {
		fmt.Fprintf(b, ":root:has(#%s:not(:checked)) :is(.card, .tag).%s { display: none; }\n", t.ID, t.Class)
		fmt.Fprintf(b, ":root:has(#%s:not(:checked)) .u.%s { background: none; border-color: transparent; }\n", t.ID, t.Class)
	}
	for _, h := range v.Holders {
		fmt.Fprintf(b, ":root:has(#%s:checked) :is(.card, .tag):not(.%s) { display: none; }\n", h.ID, h.Class)
		fmt.Fprintf(b, ":root:has(#%s:checked) .u:not(.%s) { background: none; border-color: transparent; }\n", h.ID, h.Class)
	}
	if v.Count > mostLit {
		return
	}
	for _, d := range v.Documents {
		for _, c := range d.Cards {
			fmt.Fprintf(b, ":root:has(:is(#%s, #%s):is(:hover, :focus-visible, :target)) .i-%s { background: var(--lit); }\n", c.ID, c.Back, c.ID)
		}
	}
}

// dispute is a point on which two documents do not go together.
type dispute struct {
	Kind, About, On string
	Sides           []disputeSide
}

type disputeSide struct {
	Title, Dated, Says, Href string
	Texts                    []disputeText
}

type disputeText struct{ Text, Href string }

// disputes lists where documents disagree, and by document the code points where
// that is read.
func (v *view) disputes(accounts []*reading.Account) map[string][]int {
	starts := map[string][]int{}
	anchor, title := map[string]string{}, map[string]string{}
	for n, a := range accounts {
		anchor[a.Document.Name] = "#d" + strconv.Itoa(n+1)
		title[a.Document.Name] = titleOf(a.Document)
	}
	for _, x := range reading.Disagreements(accounts) {
		d := dispute{Kind: string(x.Kind), About: x.About, On: x.On}
		for _, s := range []reading.Side{x.A, x.B} {
			side := disputeSide{Title: title[s.Document], Dated: s.Dated, Says: s.Says, Href: anchor[s.Document]}
			for _, at := range s.Places {
				side.Texts = append(side.Texts, disputeText{strings.Join(strings.Fields(at.Text), " "), side.Href + "-p" + strconv.Itoa(at.Start)})
				if !slices.Contains(starts[s.Document], at.Start) {
					starts[s.Document] = append(starts[s.Document], at.Start)
				}
			}
			d.Sides = append(d.Sides, side)
		}
		v.Disagreements = append(v.Disagreements, d)
	}
	return starts
}
