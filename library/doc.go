// Package library keeps documents: original bytes, text, what is known of them,
// a full-text index, and which of them go back to one origin. Embedded SQLite by
// default, PostgreSQL by one setting.
package library
