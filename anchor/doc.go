// Package anchor finds a place in a text again: exactly, with quotation marks and
// spaces folded, or moved within a text that has changed; and says when it is lost.
// It reads and writes such places as W3C Web Annotations.
//
// It never calls a place the same whose folded letters differ: that one is
// Changed, with a score. What a quotation means it does not know. Start reading at
// Locator and Text.Find.
package anchor
