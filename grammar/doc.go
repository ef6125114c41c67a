// Package grammar finds sentences, tokens, parts of speech and dependencies. Its
// weights were trained on the Universal Dependencies English Web Treebank.
package grammar
