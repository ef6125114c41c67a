package grammar

import "reckon/document"

// Text is a document taken apart.
type Text struct {
	Document  *document.Document
	Sentences []Sentence
}

// Sentence is a stretch within one block.
type Sentence struct {
	Start, End int // bytes of the document's text, half open
	Block      int // index into the document's blocks
	Tokens     []Token
}

// Token is a word, number or mark.
type Token struct {
	Start, End int    // bytes of the document's text, half open
	Text       string // as it stands
	Lemma      string // dictionary form, lower case unless a proper name
	Tag        Tag    // universal part of speech
	Form       Form   // Penn tag, for tense, number and person
	Head       int    // index of the governing token; -1 for the root
	Relation   Relation
}

// Tag is a universal part of speech of [nivre2020], such as NOUN or VERB.
type Tag string

// Form is a Penn Treebank tag of [marcus1993], such as VBD.
type Form string

// Relation is a universal dependency relation, such as nsubj; subtypes are kept:
// passive subjects are nsubj:pass. Compare with Is to match any subtype.
type Relation string
