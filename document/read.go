package document

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"path"
	"strings"
)

// Limit is the size in bytes above which a file is not read.
const Limit = 64 << 20

// format is one kind of file: how it is known and how it is read.
type format struct {
	name  Format
	ends  string                            // endings of file names
	known func(b []byte) bool               // by its first bytes; nil when only the name tells
	read  func(d *Document, b []byte) error // fills the document
}

// formats are tried in this order: what its bytes show goes before what it is called.
var formats = []format{
	{PDF, ".pdf", isPDF, readPDF},
	{DOCX, ".docx .docm", isDOCX, readDOCX},
	{HTML, ".html .htm .xhtml", isHTML, readHTML},
	{EML, ".eml", isMail, readMail},
	{Markdown, ".md .markdown", nil, readMarkdown},
	{TXT, ".txt .text", nil, readText},
}

// Read turns a file into a document. The kind of file is told by its first bytes,
// and where they say nothing by the name. An error says why the file cannot be
// read and what would help; what could only be read in part is in Notes. No input
// makes Read panic, and its cost is bounded by Limit.
func Read(name string, original []byte) (*Document, error) {
	if len(original) > Limit {
		return nil, fmt.Errorf("%s has %d MB; files above %d MB are not read. Split it, or save its text alone", name, len(original)>>20, Limit>>20)
	}
	if len(bytes.TrimSpace(original)) == 0 {
		return nil, fmt.Errorf("%s is empty", name)
	}
	if err := foreign(original); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	f := formatOf(name, original)
	sum := sha256.Sum256(original)
	d := &Document{Name: name, Format: f.name, SHA256: hex.EncodeToString(sum[:]), size: len(original), Found: map[string]string{}}
	if err := f.read(d, original); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if len(d.Blocks) == 0 {
		return nil, fmt.Errorf("%s holds no text", name)
	}
	d.finish()
	return d, nil
}

// Plain makes a document of text at hand, as Read does of a file of plain text.
func Plain(name, text string) *Document {
	sum := sha256.Sum256([]byte(text))
	d := &Document{Name: name, Format: TXT, SHA256: hex.EncodeToString(sum[:]), size: len(text), Found: map[string]string{}}
	from, err := decodeUTF8([]byte(text), 0)
	if err != nil { // a string is text by definition: only what is not UTF-8 is mended
		from = decoded{text: strings.ToValidUTF8(text, "\ufffd")}
	}
	d.take(from)
	d.Blocks = plainBlocks(d.Text)
	d.dress()
	d.finish()
	return d
}

// readText reads plain text.
func readText(d *Document, b []byte) error {
	from, err := decode(b, "")
	if err != nil {
		return err
	}
	d.take(from)
	d.Blocks = plainBlocks(d.Text)
	d.dress()
	return nil
}

// take makes decoded text the document's own.
func (d *Document) take(from decoded) {
	d.Text = from.text
	d.Notes = append(d.Notes, from.notes...)
	back := from.back
	if back == nil {
		back = &trace{[]run{{0, 0, 1, 1}}}
	}
	d.back = append(d.back, back)
}

// note adds a sentence for the reader of the page.
func (d *Document) note(format string, args ...any) {
	d.Notes = append(d.Notes, fmt.Sprintf(format, args...))
}

// finish adds what is told from the text, whatever its format.
func (d *Document) finish() {
	d.Language = languageOf(d)
	switch d.Language {
	case "en":
	case "":
		d.note("The language could not be told; the reader works on English.")
	default:
		d.note("The text is in %s. The reader works on English; this text is kept and searched only.", languageName(d.Language))
	}
}

// formatOf tells what kind of file it is.
func formatOf(name string, b []byte) format {
	for _, f := range formats {
		if f.known != nil && f.known(b) {
			return f
		}
	}
	end := strings.ToLower(path.Ext(name))
	for _, f := range formats {
		if end != "" && strings.Contains(f.ends+" ", end+" ") {
			return f
		}
	}
	return formats[len(formats)-1]
}

// foreignKind is a kind of file that is known and not read.
type foreignKind struct{ begins, advice string }

var foreignKinds = []foreignKind{
	{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "this is a document locked with a password, or an old Word file (.doc). Open it in Word or LibreOffice and save it without a password as DOCX"},
	{`{\rtf`, "this is rich text (RTF), which is not read. Save it as DOCX or plain text"},
	{"\x89PNG", "this is a picture. Run it through text recognition (OCR) first, for example tesseract, and import the text"},
	{"\xff\xd8\xff", "this is a picture. Run it through text recognition (OCR) first, for example tesseract, and import the text"},
	{"GIF8", "this is a picture. Run it through text recognition (OCR) first, for example tesseract, and import the text"},
	{"II*\x00", "this is a picture. Run it through text recognition (OCR) first, for example tesseract, and import the text"},
	{"\x1f\x8b", "this is packed (gzip). Unpack it and import what is inside"},
	{"7z\xbc\xaf", "this is packed (7z). Unpack it and import what is inside"},
	{"Rar!", "this is packed (RAR). Unpack it and import what is inside"},
	{"%!PS", "this is PostScript, which is not read. Convert it to PDF first, for example with ps2pdf"},
	{"\x7fELF", "this is a program, not a document"},
	{"MZ\x90\x00", "this is a program, not a document"},
}

func foreign(b []byte) error {
	for _, k := range foreignKinds {
		if bytes.HasPrefix(b, []byte(k.begins)) {
			return errors.New(k.advice)
		}
	}
	return nil
}
