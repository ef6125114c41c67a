package document

import (
	"strings"

	"golang.org/x/net/html/atom"
)

func tags(list ...atom.Atom) map[atom.Atom]bool {
	set := map[atom.Atom]bool{}
	for _, a := range list {
		set[a] = true
	}
	return set
}

var (
	// empty elements have no end tag.
	empty = tags(atom.Area, atom.Base, atom.Br, atom.Col, atom.Embed, atom.Hr, atom.Img, atom.Input, atom.Link, atom.Meta, atom.Param, atom.Source, atom.Track, atom.Wbr, atom.Frame)

	// unseen elements show no text of the page.
	unseen = tags(atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Head, atom.Title, atom.Iframe, atom.Object, atom.Svg, atom.Math, atom.Canvas, atom.Audio, atom.Video,
		atom.Select, atom.Datalist, atom.Textarea, atom.Button, atom.Input, atom.Noframes, atom.Map)

	// noText are unseen elements that nobody would call a hidden passage.
	noText = tags(atom.Script, atom.Style, atom.Noscript, atom.Head, atom.Title, atom.Iframe, atom.Object, atom.Svg, atom.Math, atom.Canvas, atom.Audio, atom.Video,
		atom.Select, atom.Datalist, atom.Textarea, atom.Button, atom.Input, atom.Noframes, atom.Map)

	// blocks make a paragraph of their own.
	blocks = tags(atom.Address, atom.Article, atom.Aside, atom.Blockquote, atom.Body, atom.Caption, atom.Center, atom.Dd, atom.Details, atom.Dialog, atom.Dir, atom.Div, atom.Dl, atom.Dt,
		atom.Fieldset, atom.Figcaption, atom.Figure, atom.Footer, atom.Form, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Header, atom.Hgroup, atom.Hr, atom.Li, atom.Main,
		atom.Menu, atom.Nav, atom.Ol, atom.P, atom.Pre, atom.Section, atom.Summary, atom.Table, atom.Tbody, atom.Tfoot, atom.Thead, atom.Tr, atom.Td, atom.Th, atom.Ul)

	// around are elements that stand around a text.
	around = tags(atom.Nav, atom.Aside, atom.Footer, atom.Form, atom.Dialog, atom.Menu)

	headingLevel = map[atom.Atom]int{atom.H1: 1, atom.H2: 2, atom.H3: 3, atom.H4: 4, atom.H5: 5, atom.H6: 6}
)

// Words in the class or id of an element that speak against its being text, and for it.
var (
	unlikelyHints = strings.Fields(`-ad- banner breadcrumb combx comment community cover-wrap disqus extra footer gdpr header legends menu related remark replies rss
 shoutbox sidebar skyscraper social sponsor supplemental ad-break agegate pagination pager popup promo newsletter subscribe signup share sharing toolbar cookie consent
 recirc outbrain taboola read-more most-read trending navigation navbar nav- author-bio advert byline-share modal widget masthead toc jump-to language-switch`)
	likelyHints   = strings.Fields(`article body content entry hentry h-entry main page post text blog story column prose`)
	negativeHints = strings.Fields(`-ad- hidden banner combx comment com- contact footer gdpr masthead media meta outbrain promo related scroll share shoutbox sidebar skyscraper sponsor
 shopping tags widget nav menu`)
	headHints = strings.Fields(`byline author dateline pubdate publish date time standfirst dek deck subtitle sub-title subhead summary lede intro`)
)

func hinted(hint string, words []string) bool {
	if hint == "" {
		return false
	}
	for _, w := range words {
		if strings.Contains(hint, w) {
			return true
		}
	}
	return false
}

// hiddenStyle reports a style that keeps an element from being seen.
func hiddenStyle(style string) bool {
	s := strings.ToLower(strings.Map(func(r rune) rune {
		if blank(r) {
			return -1
		}
		return r
	}, style))
	for part := range strings.SplitSeq(s, ";") {
		part = strings.TrimSuffix(part, "!important")
		name, value, _ := strings.Cut(part, ":")
		switch name {
		case "display":
			if value == "none" {
				return true
			}
		case "visibility":
			if value == "hidden" || value == "collapse" {
				return true
			}
		case "font-size", "opacity":
			if zero(value) {
				return true
			}
		case "text-indent", "left", "top", "margin-left":
			if strings.HasPrefix(value, "-9999") || strings.HasPrefix(value, "-1000") && strings.HasSuffix(value, "px") {
				return true
			}
		}
	}
	return false
}

// zero reports 0, 0.0, 0px and the like.
func zero(v string) bool {
	digits := strings.TrimRight(v, "abcdefghijklmnopqrstuvwxyz%")
	return digits != "" && strings.Trim(digits, "0.") == "" && strings.Contains(digits, "0")
}

// sheet holds the classes and ids that the page's own style sheets hide.
type sheet struct{ classes, ids map[string]bool }

func (s sheet) hides(attribute, value string) bool {
	switch {
	case attribute == "id":
		return s.ids[value]
	case attribute == "class" && len(s.classes) > 0:
		for c := range strings.FieldsSeq(value) {
			if s.classes[c] {
				return true
			}
		}
	}
	return false
}

// sheetOf reads the style elements of a page: rules of one class or id alone,
// outside @media and its like, that hide what they name.
func sheetOf(src string) sheet {
	s := sheet{map[string]bool{}, map[string]bool{}}
	for range 100 {
		i := indexFold(src, "<style")
		if i < 0 {
			break
		}
		src = src[i+len("<style"):]
		end := indexFold(src, "</style")
		if end < 0 {
			end = len(src)
		}
		_, css, _ := strings.Cut(src[:end], ">")
		s.read(css)
		src = src[end:]
	}
	return s
}

// read goes through the rules of a sheet, passing over nested ones.
func (s sheet) read(css string) {
	selector, depth, from := "", 0, 0
	for i := 0; i < len(css); i++ {
		switch css[i] {
		case '{':
			if depth == 0 {
				selector = strings.TrimSpace(css[from:i])
			}
			depth++
			from = i + 1
		case '}':
			if depth == 1 && !strings.HasPrefix(selector, "@") && hiddenStyle(css[from:i]) {
				s.hide(selector)
			}
			depth = max(0, depth-1)
			from = i + 1
		}
	}
}

func (s sheet) hide(selectors string) {
	for one := range strings.SplitSeq(selectors, ",") {
		one = strings.TrimSpace(one)
		if len(one) < 2 || strings.ContainsAny(one[1:], " .#>+~:[*") {
			continue
		}
		switch one[0] {
		case '.':
			s.classes[one[1:]] = true
		case '#':
			s.ids[one[1:]] = true
		}
	}
}

// indexFold finds an ASCII word in small letters, whatever its case.
func indexFold(s, word string) int {
	for at := 0; ; {
		i := strings.IndexByte(s[at:], word[0])
		if i < 0 || at+i+len(word) > len(s) {
			return -1
		}
		at += i
		if strings.EqualFold(s[at:at+len(word)], word) {
			return at
		}
		at++
	}
}
