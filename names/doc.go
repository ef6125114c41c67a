// Package names finds who is meant: persons, states, organs and groups, by name,
// title, description or pronoun.
package names
