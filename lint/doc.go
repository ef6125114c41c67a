// Package lint holds what a case must satisfy before any number is printed.
//
// One rule, one file; Rules lists them. It knows what makes a case unfit or
// weak, not how text is written (package lang) nor what a reading is worth
// (package trial). Start reading at Check.
package lint
