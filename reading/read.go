package reading

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"reckon/attribution"
	"reckon/causality"
	"reckon/dates"
	"reckon/document"
	"reckon/events"
	"reckon/grammar"
	"reckon/names"
	"reckon/priority"
	"reckon/quotation"
)

// Account is what one document says.
type Account struct {
	Document *document.Document
	Text     *grammar.Text
	Cast     *names.Cast
	Items    []Item // in the order of the text
	Words    int    // tokens that are not punctuation

	offsets *document.Offsets
}

// Settings is what a reader may be given beside the document.
type Settings struct {
	Known  []names.Entity     // actors of a case; their IDs are kept
	Claims attribution.Reader // the zero value reads by rules alone
}

// Read lists what a document says, by rules and shipped weights: no network, no
// language model, the same bytes each time. A document in a language other than
// English gives no items.
func Read(d *document.Document, set Settings) *Account {
	a := &Account{Document: d, Text: &grammar.Text{Document: d}, Cast: &names.Cast{}, offsets: document.NewOffsets(d.Text)}
	if d.Language != "en" && d.Language != "" {
		return a
	}
	a.Text = grammar.Parse(d)
	a.Cast = names.Find(a.Text, set.Known)
	for _, s := range a.Text.Sentences {
		for _, tok := range s.Tokens {
			if tok.Tag != "PUNCT" {
				a.Words++
			}
		}
	}
	f := &found{account: a, offsets: a.offsets}
	f.dates = dates.Find(a.Text, d.Published)
	f.quotes = quotation.Find(a.Text, a.Cast)
	f.claims = set.Claims.Find(a.Text, a.Cast, f.quotes)
	f.index()
	f.addQuotations()
	f.addClaims()
	f.addPriorities(priority.Find(a.Text, a.Cast))
	f.addConditions(causality.Conditions(a.Text))
	f.addCauses(causality.Causes(a.Text))
	f.addEvents(events.Find(a.Text, a.Cast, f.dates))
	a.number()
	return a
}

// number puts the items in the order of the text and names them.
func (a *Account) number() {
	slices.SortStableFunc(a.Items, func(x, y Item) int {
		return cmp.Or(cmp.Compare(x.from, y.from), cmp.Compare(y.to, x.to), cmp.Compare(x.Type.Letter(), y.Type.Letter()))
	})
	count := map[Type]int{}
	for i := range a.Items {
		it := &a.Items[i]
		count[it.Type]++
		it.ID = it.Type.Letter() + strconv.Itoa(count[it.Type])
		it.Page = a.page(it.from)
	}
}

// page is the page on which a byte stands; 0 where there are no pages.
func (a *Account) page(at int) int {
	blocks := a.Document.Blocks
	i, _ := slices.BinarySearchFunc(blocks, at, func(b document.Block, at int) int { return cmp.Compare(b.End, at+1) })
	if i < len(blocks) {
		return blocks[i].Page
	}
	return 0
}

// Count says in words how many items of each type there are.
func (a *Account) Count() string {
	count := map[Type]int{}
	for i := range a.Items {
		count[a.Items[i].Type]++
	}
	var words []string
	for _, t := range Types() {
		switch n := count[t]; n {
		case 0:
		case 1:
			words = append(words, "1 "+string(t))
		default:
			words = append(words, strconv.Itoa(n)+" "+t.plural())
		}
	}
	if len(words) == 0 {
		return "nothing found"
	}
	return strings.Join(words, ", ")
}

func (t Type) plural() string {
	if t == Priority {
		return "priorities"
	}
	return string(t) + "s"
}

// Author is who speaks where nobody else is named.
func (a *Account) Author() string {
	if a.Document.Author != "" {
		return a.Document.Author
	}
	return "author"
}
