package document

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"time"

	"reckon"
)

func isPDF(b []byte) bool { return bytes.Contains(b[:min(len(b), 1024)], []byte("%PDF-")) }

// readPDF reads the text layer of a PDF: column by column, lines joined into
// paragraphs, words put together that were divided at the end of a line, headers
// and footers that come back on every page set apart.
func readPDF(d *Document, b []byte) error {
	f, err := openPDF(b)
	if err != nil {
		return err
	}
	pages := f.pages()
	if len(pages) == 0 {
		return errors.New("this PDF has no pages that can be found; it may be cut off. Fetch it again, or open it and print it to a new PDF")
	}
	sheets := make([][]textLine, len(pages))
	written, turned, blind := 0, 0, 0
	fonts := map[pdfRef]*pdfFont{}
	for i, page := range pages {
		p := &painter{f: f, fonts: fonts}
		p.page(page)
		written += len(p.pieces)
		turned += p.turned
		blind += p.blind
		sheets[i] = linesOfPage(p.pieces)
	}
	if written == 0 {
		return fmt.Errorf("this PDF has no text layer (pages: %d), only pictures of text. Run it through text recognition (OCR) first, for example: ocrmypdf in.pdf out.pdf", len(pages))
	}
	if blind*2 > written {
		return errors.New("this PDF does not say which characters its signs stand for, so its text cannot be taken out. Run it through text recognition (OCR) first, for example: ocrmypdf --force-ocr in.pdf out.pdf")
	}
	d.packed = true
	(&pdfText{doc: d, sheets: sheets}).write()
	f.describe(d)
	f.tell(d, len(pages), turned, blind)
	d.dress()
	return nil
}

// page draws one page.
func (p *painter) page(page pdfDict) {
	p.state = paint{page: upright(p.f.int(page["Rotate"])), scale: 1}
	resources := p.f.dict(page["Resources"])
	var content []byte
	for _, v := range p.f.list(page["Contents"]) {
		if s, ok := p.f.get(v).(*pdfStream); ok {
			content = append(append(content, p.f.data(s)...), '\n')
		}
	}
	p.show(content, resources, 0)
}

// upright turns a page that is shown turned.
func upright(degrees int) matrix {
	switch ((degrees % 360) + 360) % 360 {
	case 90:
		return matrix{0, -1, 1, 0, 0, 0}
	case 180:
		return matrix{-1, 0, 0, -1, 0, 0}
	case 270:
		return matrix{0, 1, -1, 0, 0, 0}
	}
	return unit
}

// tell notes what could not be read.
func (f *pdfFile) tell(d *Document, pages, turned, blind int) {
	if pages == maxPages {
		d.note("Only the first %d pages were read.", maxPages)
	}
	if turned > 0 {
		d.note("Text that stands sideways (%d characters) was left out.", turned)
	}
	if blind > 0 {
		d.note("%d characters could not be told from their signs and are shown as �.", blind)
	}
	if f.hurt > 0 {
		d.note("%d parts of the file are damaged or packed in a way that is not read; text may be missing.", f.hurt)
	}
}

// describe takes what the file says of itself. The day it was made is no day of
// publication.
func (f *pdfFile) describe(d *Document) {
	info := f.dict(f.trailer["Info"])
	title := oneLine(f.string(info["Title"]))
	if low := strings.ToLower(title); !strings.HasPrefix(low, "microsoft word") && !strings.HasPrefix(low, "untitled") && !strings.HasSuffix(low, ".doc") && !strings.HasSuffix(low, ".docx") && !strings.HasSuffix(low, ".indd") && !strings.HasSuffix(low, ".pdf") {
		d.tell("title", &d.Title, title, "properties of the file")
	}
	d.tell("author", &d.Author, oneLine(f.string(info["Author"])), "properties of the file")
	made := strings.TrimPrefix(f.string(info["CreationDate"]), "D:")
	if len(made) >= 8 {
		if t, err := time.Parse("20060102", made[:8]); err == nil && t.Year() > 1900 {
			d.note("The file was made on %s, which is no day of publication.", reckon.DateOf(t))
		}
	}
}

// string reads text of the file's own: UTF-16 or UTF-8 with a mark, else Latin.
func (f *pdfFile) string(v any) string {
	s, _ := f.get(v).(pdfString)
	if len(s) > 4000 {
		s = s[:4000]
	}
	if strings.HasPrefix(string(s), "\xfe\xff") || strings.HasPrefix(string(s), "\xef\xbb\xbf") {
		t, err := decode([]byte(s), "")
		if err != nil {
			return ""
		}
		return t.text
	}
	t, err := decode([]byte(s), "windows-1252")
	if err != nil {
		return ""
	}
	return t.text
}
