// Package bibliography reads and writes sources as CSL-JSON, RIS and BibTeX. What a
// format has no place for is said, never dropped in silence; a date that is not
// known stays unknown. BibTeX is read by package lang, as sources.bib is.
package bibliography
