// Package attribution finds who says, believes, wants, fears, expects, denies or
// threatens what, according to whom.
//
// Rules over tagged and parsed words find a cue by the word lists in data, one
// entry a line, and read its source and content by the frame that the entry
// names; each rule has a name that is printed with what it finds. What a rule
// claims is measured: Confidence is the share of its claims that hand annotation
// agrees with.
//
// A user who has a corpus of marked texts may train a Tagger on it (ReadCorpus,
// Train) and hand it to a Reader. It decodes a paragraph at a time, with what the
// rules found among its features; rules then add what it left alone. No learned
// weights come with the package.
//
// The author of the text is no holder: "it seems" and "clearly" are his own words.
// Holders are mentions of the cast; a source that the cast does not know is still
// given as a span.
package attribution
