package document

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"strconv"
	"strings"
)

// Bounds on what a packed file may hold: a bomb of a few kilobytes unpacks to
// more than any memory.
const (
	maxUnpacked = 128 << 20
	maxRatio    = 400 // of text to its packed form, above a megabyte; Word stays below 60
	maxEntries  = 20000
)

func isDOCX(b []byte) bool { return bytes.HasPrefix(b, []byte("PK\x03\x04")) }

// readDOCX reads a Word document: paragraphs, tables row by row, then footnotes,
// then the headers and footers of its pages. Deleted and hidden text stays out.
func readDOCX(d *Document, b []byte) error {
	z, err := openDOCX(b)
	if err != nil {
		return err
	}
	d.packed = true
	main := z.file("word/document.xml")
	if main == nil {
		return z.otherKind()
	}
	w := &word{doc: d, levels: z.styles(), lists: z.lists(), counts: map[string]int{}}
	if err := z.each(main, w); err != nil {
		return err
	}
	for _, part := range []string{"word/footnotes.xml", "word/endnotes.xml"} {
		w.as = Item
		if err := z.each(z.file(part), w); err != nil {
			return err
		}
	}
	seen := map[string]bool{}
	for _, f := range z.zip.File {
		kind := Kind("")
		switch name := path.Base(f.Name); {
		case path.Dir(f.Name) != "word" || path.Ext(name) != ".xml":
		case strings.HasPrefix(name, "header"):
			kind = PageHeader
		case strings.HasPrefix(name, "footer"):
			kind = Footer
		}
		if kind == "" {
			continue
		}
		w.as, w.once = kind, seen
		if err := z.each(f, w); err != nil {
			return err
		}
	}
	w.give(d)
	if len(d.Blocks) == 0 && len(w.damaged) > 0 {
		return damagedPart(w.damaged[0])
	}
	w.tell()
	z.properties(d)
	d.dress()
	return nil
}

// archive is a packed document that is opened with care.
type archive struct {
	zip  *zip.Reader
	left int64 // bytes that may still be unpacked
}

func openDOCX(b []byte) (*archive, error) {
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		return nil, errors.New("the file is cut off or damaged: its list of parts cannot be read. Open it in Word or LibreOffice, let that repair it, and save it again")
	}
	if len(z.File) > maxEntries {
		return nil, fmt.Errorf("it holds %d parts, more than any document has", len(z.File))
	}
	return &archive{z, maxUnpacked}, nil
}

func (z *archive) file(name string) *zip.File {
	for _, f := range z.zip.File {
		if f.Name == name {
			return f
		}
	}
	return nil
}

// otherKind says what a packed file without a Word text is.
func (z *archive) otherKind() error {
	for _, k := range []struct{ part, advice string }{
		{"EncryptedPackage", "this document is locked with a password. Open it, save it without one, and import that"},
		{"xl/workbook.xml", "this is a spreadsheet, which is not read. Save what matters as CSV or plain text"},
		{"ppt/presentation.xml", "this is a presentation, which is not read. Save it as PDF and import that"},
		{"content.xml", "this is an OpenDocument file, which is not read. Save it as DOCX and import that"},
		{"META-INF/container.xml", "this is an e-book (EPUB), which is not read. Convert it to DOCX or HTML first, for example with pandoc"},
	} {
		if z.file(k.part) != nil {
			return errors.New(k.advice)
		}
	}
	return errors.New("this is a ZIP archive without a Word document in it (no word/document.xml). Unpack it and import what is inside")
}

// read unpacks a part within the bounds.
func (z *archive) read(f *zip.File) ([]byte, error) {
	if f == nil {
		return nil, nil
	}
	if f.Flags&1 != 0 {
		return nil, errors.New("this document is locked with a password. Open it, save it without one, and import that")
	}
	r, err := f.Open()
	if err != nil {
		return nil, fmt.Errorf("its part %s is packed in a way that is not read. Save it again in Word or LibreOffice", f.Name)
	}
	defer r.Close()
	limit := z.left
	if byRatio := int64(1<<20) + int64(f.CompressedSize64)*maxRatio; byRatio < limit {
		limit = byRatio
	}
	text, err := io.ReadAll(io.LimitReader(r, limit+1))
	if int64(len(text)) > limit {
		return nil, fmt.Errorf("its part %s unpacks to far more than a document holds: a ZIP bomb. It was not read", f.Name)
	}
	z.left -= int64(len(text))
	if err != nil && len(text) == 0 {
		return nil, damagedPart(f.Name)
	}
	return text, nil
}

func damagedPart(name string) error {
	return fmt.Errorf("its part %s is damaged. Open it in Word or LibreOffice, let that repair it, and save it again", name)
}

// each hands every sign of a part to w. Text before a fault is kept.
func (z *archive) each(f *zip.File, w interface{ token(xml.Token) }) error {
	text, err := z.read(f)
	if err != nil {
		return err
	}
	r := xml.NewDecoder(bytes.NewReader(text)) // it expands no entities of the file's own
	for {
		t, err := r.RawToken()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			if broken, ok := w.(interface{ fault(string) }); ok {
				broken.fault(f.Name)
			}
			return nil
		}
		w.token(t)
	}
}

// val is the value of an attribute, whatever its name space.
func val(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// off reports a switch that is written to say no.
func off(e xml.StartElement) bool {
	v := val(e, "val")
	return v == "0" || v == "false" || v == "off" || v == "none"
}

// style is what a named style makes of a paragraph.
type style struct {
	level  int // of a heading; 0 for none
	title  bool
	kind   Kind
	list   bool
	based  string
	hidden bool
}

// styleReader reads word/styles.xml.
type styleReader struct {
	all map[string]style
	id  string
	on  style
}

func (z *archive) styles() map[string]style {
	r := &styleReader{all: map[string]style{}}
	if err := z.each(z.file("word/styles.xml"), r); err != nil {
		return r.all
	}
	for id, s := range r.all {
		for up, n := s.based, 0; s.level == 0 && s.kind == "" && up != "" && n < 10; n++ {
			base := r.all[up]
			s.level, s.kind, s.list, up = base.level, base.kind, s.list || base.list, base.based
		}
		r.all[id] = s
	}
	return r.all
}

func (r *styleReader) token(t xml.Token) {
	switch t := t.(type) {
	case xml.StartElement:
		switch t.Name.Local {
		case "style":
			r.id, r.on = val(t, "styleId"), style{}
		case "name":
			r.named(strings.ToLower(val(t, "val")))
		case "basedOn":
			r.on.based = val(t, "val")
		case "outlineLvl":
			if n, err := strconv.Atoi(val(t, "val")); err == nil && n >= 0 && n < 9 && r.on.level == 0 {
				r.on.level = n + 1
			}
		case "vanish":
			r.on.hidden = !off(t)
		}
	case xml.EndElement:
		if t.Name.Local == "style" && r.id != "" {
			r.all[r.id] = r.on
		}
	}
}

func (r *styleReader) named(name string) {
	switch {
	case strings.HasPrefix(name, "heading "):
		r.on.level, _ = strconv.Atoi(strings.TrimPrefix(name, "heading "))
	case name == "title":
		r.on.level, r.on.title = 1, true
	case name == "caption":
		r.on.kind = Caption
	case strings.HasPrefix(name, "list bullet"), strings.HasPrefix(name, "list number"):
		r.on.list = true
	}
}

// listReader reads word/numbering.xml: which lists are numbered at which level.
type listReader struct {
	abstract map[string]string // "abstract:level" → format
	of       map[string]string // list → abstract list
	id, num  string
	level    string
}

func (z *archive) lists() *listReader {
	r := &listReader{abstract: map[string]string{}, of: map[string]string{}}
	if z.each(z.file("word/numbering.xml"), r) != nil {
		return &listReader{}
	}
	return r
}

func (r *listReader) token(t xml.Token) {
	e, ok := t.(xml.StartElement)
	if !ok {
		return
	}
	switch e.Name.Local {
	case "abstractNum":
		r.id, r.num = val(e, "abstractNumId"), ""
	case "lvl":
		r.level = val(e, "ilvl")
	case "numFmt":
		if r.num == "" {
			r.abstract[r.id+":"+r.level] = val(e, "val")
		}
	case "num":
		r.num = val(e, "numId")
	case "abstractNumId":
		if r.num != "" {
			r.of[r.num] = val(e, "val")
		}
	}
}

// numbered reports that a level of a list has numbers, not bullets.
func (r *listReader) numbered(list, level string) bool {
	f := r.abstract[r.of[list]+":"+level]
	return f != "" && f != "bullet" && f != "none"
}

// propertyReader reads docProps/core.xml.
type propertyReader struct {
	values map[string]string
	in     string
}

func (r *propertyReader) token(t xml.Token) {
	switch t := t.(type) {
	case xml.StartElement:
		r.in = t.Name.Local
	case xml.EndElement:
		r.in = ""
	case xml.CharData:
		if r.in != "" && len(r.values[r.in]) < 2000 {
			r.values[r.in] += string(t)
		}
	}
}

// properties takes what the file says of itself. The day it was made is no day of
// publication.
func (z *archive) properties(d *Document) {
	r := &propertyReader{values: map[string]string{}}
	if z.each(z.file("docProps/core.xml"), r) != nil {
		return
	}
	d.tell("title", &d.Title, oneLine(r.values["title"]), "properties of the file")
	d.tell("author", &d.Author, oneLine(r.values["creator"]), "properties of the file")
	d.tell("publisher", &d.Publisher, oneLine(r.values["publisher"]), "properties of the file")
	if day := dayOf(r.values["created"]); day != 0 {
		d.note("The file was made on %s, which is no day of publication.", day)
	}
}

// isHiddenTag reports elements of a Word document whose text is not shown as its
// own: deletions, what was moved away, codes of fields, second versions.
func isHiddenTag(name string) bool {
	switch name {
	case "del", "moveFrom", "Fallback", "instrText", "delText":
		return true
	}
	return false
}
