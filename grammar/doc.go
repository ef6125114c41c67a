// Package grammar finds sentences, tokens, parts of speech and dependencies. Its
// weights were trained on the Universal Dependencies English Web Treebank
// [silveira2014]; WEIGHTS.md says under which licence they stand.
//
// Start reading at Parse: cut makes sentences of bare tokens, and the model gives
// each its tags, head and relation. Rules look a second time, at the tags before
// the tree is built (repairs) and at its arcs after (mends). The methods of
// Sentence answer what rules ask of a tree. Nothing here knows what words mean,
// but for the list of verbs that repairs go by.
package grammar
