// Package anchor finds a place in a text again: exactly, with quotation marks and
// spaces folded, or moved within a text that has changed; and says when it is lost.
package anchor
