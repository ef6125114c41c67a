package reckon

// Source is a published document that claims rest on.
type Source struct {
	Key         string
	Title       string
	Author      string
	Publisher   string
	Date        Date   // day of publication; 0 when unknown
	DateText    string // as printed in sources.bib
	URL         string
	Reliability string // Admiralty A to F, about the source; "" not graded, F cannot be judged
	File        string // name of the text under documents/, where the user keeps it
	Origin      string // key of the source it derives from, if any
	Note        string
	At          Range
}

// Cite ties a statement to a place in a source, in our own words.
type Cite struct {
	Source      string
	From, To    int    // Unicode code points in the document, half open; both 0 when not given
	Sum         string // first 8 hex digits of SHA-256 over the UTF-8 of that stretch; "" when not given
	Page        string // for sources with pages
	Says        string // paraphrase
	By          string // language model that found the place, with the day and its prompt; "" a person or the rules
	Credibility int    // Admiralty 1 to 6, about this statement; 0 not graded, 6 cannot be judged
	At          Range
}
