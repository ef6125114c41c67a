// Package reckon holds the nouns of the project: a case, its actors and their
// options, wants and minds, the readings of a leader, the record of what he
// did, and the diagnostics that say where a text is wrong.
//
// It knows what these things are and how they hang together. It refuses to
// know files, HCL, algorithms or pages: it imports nothing of ours. Start
// reading at Case, then Mind, then Event.
package reckon
