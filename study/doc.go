// Package study is documents on disk and the verbs on them: read, propose,
// adopt, keep and search. It stands beside the workbench, which is a case on disk.
package study
