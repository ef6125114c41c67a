// Package lang turns case text into a Case and back: HCL, CSV, BibTeX and .gmcr
// in, diagnostics with source ranges out, and a formatter that keeps comments.
//
// It knows what is written, not what it is worth: whether a case is fit to use
// is decided by package lint. It alone imports HCL; HCL's own evaluator is never
// called. Load never fails. Start reading at Load, then the table in schema.go.
package lang
