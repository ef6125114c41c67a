package document

import "bytes"

func isPDF(b []byte) bool                 { return bytes.Contains(b[:min(len(b), 1024)], []byte("%PDF-")) }
func readPDF(_ *Document, _ []byte) error { return errBinary }
