// Package document turns a file of any kind into text that can be quoted: the
// characters as they stand, a way back to the original bytes or page, blocks
// (headings, paragraphs, items, bylines, mastheads, footers), and what is known
// of title, author, publisher and date. What is not found stays unknown.
//
// Inside reckon a place in a text is a half-open range of bytes of its UTF-8.
// What leaves the program (JSON, cites, pages) counts Unicode code points; an
// Offsets converts between the two.
package document
