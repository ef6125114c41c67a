// Package reading lists all that a document says: quotations, claims, priorities,
// conditions, causes, events, each with its place; and where documents disagree.
package reading
