// Package draft writes what was read as case text that a person edits and adopts.
package draft
