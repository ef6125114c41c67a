// Package library keeps documents: original bytes, text, what is known of them, a
// full-text index, annotations, and which documents go back to one origin. It is
// one SQLite file by default, and PostgreSQL by one setting, behind the same calls.
//
// What is acknowledged is on disk: a document that Import has reported survives a
// kill or a loss of power. Original bytes are never changed, and kept once however
// many names they came under. What a document says of itself is kept apart from what
// a person says of it, and nothing is filled in. Start reading at Open and
// Library.Import.
package library
