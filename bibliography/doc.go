// Package bibliography reads and writes sources as CSL-JSON, RIS and BibTeX.
package bibliography
