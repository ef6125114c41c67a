// Package events codes who did what to whom, when, in the types, modes and
// contexts of PLOVER, and reads the dictionaries of PETRARCH.
package events
