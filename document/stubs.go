package document

import "bytes"

func isPDF(b []byte) bool  { return bytes.Contains(b[:min(len(b), 1024)], []byte("%PDF-")) }
func isDOCX(b []byte) bool { return bytes.HasPrefix(b, []byte("PK\x03\x04")) }
func isMail(_ []byte) bool { return false }

func readPDF(_ *Document, _ []byte) error      { return errBinary }
func readDOCX(_ *Document, _ []byte) error     { return errBinary }
func readMail(d *Document, b []byte) error     { return readText(d, b) }
func readMarkdown(d *Document, b []byte) error { return readText(d, b) }
