// Package draft writes what was read in a document as case text that a person
// edits and adopts: a reading with wants in the order of the text, red lines,
// offers and beliefs, events for the record, and the source. Each statement has
// its place in the document. What the text does not say – the formula over
// options, the odds – is left open, so that nothing can become part of a case
// unread. Start reading at Write.
package draft
