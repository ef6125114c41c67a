package anchor

import (
	"encoding/json"
	"strconv"
	"strings"
)

// pages is what a fragment of the form page=3 conforms to: RFC 3778, of PDF.
const pages = "http://tools.ietf.org/rfc/rfc3778"

// readSelector takes from a selector, and from those that refine it, what a
// locator holds. A position within a page does not count from the text's start,
// so it is left alone.
func (l *Locator) readSelector(s members, refining bool, depth int) {
	if s == nil || depth > maxRefined {
		return
	}
	within := refining
	switch word(s["type"]) {
	case "TextQuoteSelector":
		if l.Exact == "" {
			l.Exact, l.Prefix, l.Suffix = word(s["exact"]), word(s["prefix"]), word(s["suffix"])
		}
	case "TextPositionSelector":
		if start, end := number(s["start"]), number(s["end"]); !refining && l.End == 0 && 0 <= start && start < end {
			l.Start, l.End = start, end
		}
	case "FragmentSelector":
		if page := pageOf(word(s["value"])); page > 0 && l.Page == 0 {
			l.Page = page
		}
		within = true
	case "PageSelector": // of Hypothesis, counted from 0
		if raw, ok := s["index"]; ok && l.Page == 0 && number(raw) >= 0 {
			l.Page = number(raw) + 1
		}
	}
	for _, finer := range list(s["refinedBy"]) {
		l.readSelector(object(finer), within, depth+1)
	}
}

// pageOf reads the page of a fragment such as page=3 or page=3&zoom=100.
func pageOf(fragment string) int {
	for part := range strings.SplitSeq(strings.TrimPrefix(fragment, "#"), "&") {
		if n, ok := strings.CutPrefix(part, "page="); ok {
			page, err := strconv.Atoi(n)
			if err == nil && page > 0 && page <= maxPoint {
				return page
			}
		}
	}
	return 0
}

// maxPoint bounds positions and pages: no text that is read is longer.
const maxPoint = 1 << 30

// number reads a whole number; -1 when it is none or out of bounds.
func number(raw json.RawMessage) int {
	n := -1
	if json.Unmarshal(raw, &n) != nil || n > maxPoint {
		return -1
	}
	return n
}

// The selectors as they are written.
type (
	quoteSelector struct {
		Type   string `json:"type"`
		Exact  string `json:"exact"`
		Prefix string `json:"prefix,omitempty"`
		Suffix string `json:"suffix,omitempty"`
	}
	positionSelector struct {
		Type  string `json:"type"`
		Start int    `json:"start"`
		End   int    `json:"end"`
	}
	pageSelector struct {
		Type       string         `json:"type"`
		ConformsTo string         `json:"conformsTo"`
		Value      string         `json:"value"`
		RefinedBy  *quoteSelector `json:"refinedBy,omitempty"`
	}
)

// selectors gives the alternatives that a locator is written as.
func (l Locator) selectors() []any {
	var all []any
	if l.Exact != "" {
		all = append(all, &quoteSelector{"TextQuoteSelector", l.Exact, l.Prefix, l.Suffix})
	}
	if l.End > 0 {
		all = append(all, positionSelector{"TextPositionSelector", l.Start, l.End})
	}
	if l.Page > 0 {
		page := pageSelector{"FragmentSelector", pages, "page=" + strconv.Itoa(l.Page), nil}
		if l.Exact != "" {
			page.RefinedBy = &quoteSelector{"TextQuoteSelector", l.Exact, l.Prefix, l.Suffix}
		}
		all = append(all, page)
	}
	return all
}

// known reports whether readSelector understands all of a selector, so that it may
// be replaced when the locator has changed.
func known(raw json.RawMessage) bool {
	switch word(object(raw)["type"]) {
	case "TextQuoteSelector", "TextPositionSelector", "FragmentSelector", "PageSelector":
		return true
	}
	return false
}
