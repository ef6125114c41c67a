package document

import (
	"encoding/json"
	"slices"
	"strings"

	"golang.org/x/net/html/atom"

	"reckon"
)

// metaTag is one name and value in the head of a page.
type metaTag struct{ name, value string }

// Names under which pages give what they are, the surest first.
var (
	titleNames     = []string{"citation_title", "og:title", "dc.title", "dcterms.title", "twitter:title", "headline", "<title>"}
	authorNames    = []string{"citation_author", "author", "article:author", "og:article:author", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author", "byl", "article:author_name"}
	publisherNames = []string{"og:site_name", "citation_publisher", "citation_journal_title", "dc.publisher", "dcterms.publisher", "publisher", "application-name"}
	dateNames      = []string{
		"citation_publication_date", "citation_online_date", "article:published_time", "og:article:published_time", "datepublished", "dc.date.issued", "dcterms.issued",
		"dc.date", "dcterms.date", "parsely-pub-date", "sailthru.date", "pubdate", "publishdate", "publish-date", "publish_date", "publication_date", "date",
	}
)

// describe takes title, author, publisher and date from the page's own account of itself.
func (p *page) describe(d *Document) {
	article := p.linkedArticle()
	d.tell("title", &d.Title, p.title(), "metadata of the page")
	d.tell("title", &d.Title, article.title, "metadata of the page")
	d.tell("publisher", &d.Publisher, p.first(publisherNames), "metadata of the page")
	d.tell("publisher", &d.Publisher, article.publisher, "metadata of the page")
	d.tell("author", &d.Author, p.authors(), "metadata of the page")
	d.tell("author", &d.Author, article.author, "metadata of the page")
	for _, name := range dateNames {
		for _, m := range p.meta {
			if m.name == name {
				d.dated(dayOf(m.value), "metadata of the page")
			}
		}
	}
	d.dated(article.day, "metadata of the page")
	for i := range p.all {
		e := &p.all[i]
		if e.datetime != "" && !e.hidden && (strings.Contains(e.name, "datepublished") || strings.Contains(e.name, "pubdate") || strings.Contains(e.hint, "publish")) {
			d.dated(dayOf(e.datetime), "metadata of the page")
		}
	}
	p.visibleAuthor(d)
}

// visibleAuthor takes an author that the page marks as such in its text.
func (p *page) visibleAuthor(d *Document) {
	var names []string
	for i := range p.all {
		e := &p.all[i]
		if e.tag == 0 || e.hidden || e.letters == 0 || e.letters > 60 || e.tag == atom.Meta {
			continue
		}
		if slices.Contains(strings.Fields(e.name), "author") {
			if name, _ := bylineName(oneLine(p.plain(i))); name != "" && !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
	}
	if len(names) <= 6 { // more are the authors of other texts
		d.tell("author", &d.Author, strings.Join(names, "; "), "author marked in the page")
	}
}

// plain is the text inside an element.
func (p *page) plain(i int) string {
	w := &writer{p: p, back: &trace{}, last: -1}
	w.write(span{i + 1, p.all[i].end, true})
	return w.out.String()
}

func (p *page) first(names []string) string {
	for _, name := range names {
		for _, m := range p.meta {
			if m.name == name && oneLine(m.value) != "" {
				return oneLine(m.value)
			}
		}
	}
	return ""
}

// title is the page's title without the name of the site after it.
func (p *page) title() string {
	t := p.first(titleNames)
	site := p.first(publisherNames)
	for _, sep := range []string{" | ", " – ", " — ", " - ", " :: ", " » ", " • "} {
		i := strings.LastIndex(t, sep)
		if i <= 0 {
			continue
		}
		rest := t[i+len(sep):]
		if site != "" && sameWords(rest, site) || p.first(titleNames[:len(titleNames)-1]) == "" && sep != " - " && shapeOf(t[:i]).words >= 3 && shapeOf(rest).words <= 5 {
			return strings.TrimSpace(t[:i])
		}
	}
	return t
}

// authors joins the authors that the page names; an address of a profile is none.
func (p *page) authors() string {
	for _, name := range authorNames {
		var all []string
		for _, m := range p.meta {
			value := oneLine(m.value)
			if m.name != name || value == "" || strings.Contains(value, "://") || strings.HasPrefix(value, "@") || len(value) > 200 {
				continue
			}
			if len(value) > 3 && strings.EqualFold(value[:3], "by ") {
				value = strings.TrimSpace(value[3:])
			}
			if !slices.Contains(all, value) {
				all = append(all, value)
			}
		}
		if len(all) > 0 {
			return strings.Join(all, "; ")
		}
	}
	return ""
}

// dayOf reads a day as metadata has it: 2020-10-23, with or without a time, or
// spelled out.
func dayOf(s string) reckon.Date {
	s = strings.TrimSpace(s)
	if day := isoDay(s); day != 0 {
		return day
	}
	if len(s) == 8 && strings.Trim(s, "0123456789") == "" {
		return date(number(s[:4]), number(s[4:6]), number(s[6:]))
	}
	day, only := dateLine(s)
	if !only {
		return 0
	}
	return day
}

// linkedArticle is what JSON-LD says of the page's article.
type linkedArticle struct {
	title, author, publisher string
	day                      reckon.Date
}

func (p *page) linkedArticle() linkedArticle {
	for _, text := range p.linked {
		var whole any
		if json.Unmarshal([]byte(text), &whole) != nil {
			continue
		}
		if a, ok := articleIn(whole, 0); ok {
			return a
		}
	}
	return linkedArticle{}
}

// articleIn looks for an article in JSON-LD, in lists and graphs too.
func articleIn(v any, depth int) (linkedArticle, bool) {
	if depth > 6 {
		return linkedArticle{}, false
	}
	switch v := v.(type) {
	case []any:
		for _, x := range v[:min(len(v), 100)] {
			if a, ok := articleIn(x, depth+1); ok {
				return a, true
			}
		}
	case map[string]any:
		if kind := strings.ToLower(namesIn(v["@type"], 0)); strings.Contains(kind, "article") || strings.Contains(kind, "report") || strings.Contains(kind, "blogposting") {
			return linkedArticle{
				title: oneLine(namesIn(v["headline"], 0)), author: namesIn(v["author"], 0), publisher: namesIn(v["publisher"], 0),
				day: dayOf(namesIn(v["datePublished"], 0)),
			}, true
		}
		for _, key := range []string{"@graph", "mainEntity", "mainEntityOfPage"} {
			if a, ok := articleIn(v[key], depth+1); ok {
				return a, true
			}
		}
	}
	return linkedArticle{}, false
}

// namesIn reads a name, a thing that has one, or a list of either.
func namesIn(v any, depth int) string {
	if depth > 3 {
		return ""
	}
	switch v := v.(type) {
	case string:
		if strings.Contains(v, "://") {
			return ""
		}
		return oneLine(v)
	case map[string]any:
		return namesIn(v["name"], depth+1)
	case []any:
		var all []string
		for _, x := range v[:min(len(v), 20)] {
			if s := namesIn(x, depth+1); s != "" {
				all = append(all, s)
			}
		}
		return strings.Join(all, "; ")
	}
	return ""
}
