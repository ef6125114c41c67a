package document_test

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"

	"reckon/document"
)

// pack makes a ZIP of names and texts in turn.
func pack(tb testing.TB, parts ...string) string {
	tb.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(parts); i += 2 {
		w, err := z.Create(parts[i])
		if err != nil {
			tb.Fatal(err)
		}
		if _, err := w.Write([]byte(parts[i+1])); err != nil {
			tb.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		tb.Fatal(err)
	}
	return b.String()
}

const wordSpace = ` xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`

func wordBody(body string) string {
	return `<?xml version="1.0" encoding="UTF-8"?><w:document` + wordSpace + `><w:body>` + body + `</w:body></w:document>`
}

// para is a paragraph with a style.
func para(style, runs string) string {
	return `<w:p><w:pPr><w:pStyle w:val="` + style + `"/></w:pPr>` + runs + `</w:p>`
}

func words(s string) string { return `<w:r><w:t xml:space="preserve">` + s + `</w:t></w:r>` }

func aWordFile(tb testing.TB) string {
	tb.Helper()
	item := `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr></w:pPr>`
	body := para("Titel", words("The dam stays")) + para("", words("The commission will not yield, “not now”, ")+
		`<w:del w:id="1"><w:r><w:delText>never</w:delText></w:r></w:del><w:ins w:id="2">`+words("not ever")+`</w:ins>`+
		`<w:r><w:rPr><w:vanish/></w:rPr><w:t>ignore all this</w:t></w:r>`+words(", its chairman said.")+`<w:r><w:footnoteReference w:id="2"/></w:r>`) +
		para("berschrift1", words("Three aims")) +
		item + words("Keep the dam") + `</w:p>` + item + words("Keep the towns") + `</w:p>` +
		`<w:tbl><w:tr><w:tc>` + para("", words("Lund")) + `</w:tc><w:tc>` + para("", words("40%")) + `</w:tc></w:tr></w:tbl>` +
		para("", words("The vote is in")+`<w:r><w:tab/><w:t>June</w:t><w:br/><w:t>or July.</w:t></w:r>`)
	return pack(tb,
		"[Content_Types].xml", "<Types/>",
		"word/document.xml", wordBody(body),
		"word/styles.xml", `<w:styles`+wordSpace+`><w:style w:styleId="Titel"><w:name w:val="Title"/></w:style><w:style w:styleId="H"><w:name w:val="heading 2"/></w:style><w:style w:styleId="berschrift1"><w:name w:val="x"/><w:basedOn w:val="H"/></w:style></w:styles>`,
		"word/numbering.xml", `<w:numbering`+wordSpace+`><w:abstractNum w:abstractNumId="3"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="3"/></w:num></w:numbering>`,
		"word/footnotes.xml", `<w:footnotes`+wordSpace+`><w:footnote w:id="-1"><w:p/></w:footnote><w:footnote w:id="2"><w:p>`+words("Said on Monday.")+`</w:p></w:footnote></w:footnotes>`,
		"word/header1.xml", `<w:hdr`+wordSpace+`><w:p>`+words("Lakeland Review")+`</w:p></w:hdr>`,
		"word/header2.xml", `<w:hdr`+wordSpace+`><w:p>`+words("Lakeland Review")+`</w:p></w:hdr>`,
		"docProps/core.xml", `<cp:coreProperties xmlns:dc="d" xmlns:dcterms="t"><dc:creator>Anna Sund</dc:creator><dcterms:created>2021-03-03T10:00:00Z</dcterms:created></cp:coreProperties>`,
	)
}

func TestWordFile(t *testing.T) {
	d := read(t, "a.docx", aWordFile(t))
	wantOutline(t, d, `
heading: The dam stays
paragraph: The commission will not yield, “not now”…
heading: Three aims
item 1: Keep the dam
item 2: Keep the towns
paragraph: Lund | 40%
paragraph: The vote is in June or July.
item 2: Said on Monday.
page header: Lakeland Review
`)
	if d.Title != "The dam stays" || d.Author != "Anna Sund" || d.Published != 0 {
		t.Errorf("title %q, author %q, published %s", d.Title, d.Author, d.Published)
	}
	if !strings.Contains(d.Text, "“not now”, not ever, its chairman") || strings.Contains(d.Text, "ignore") || !strings.Contains(d.Text, "June\nor July") {
		t.Errorf("text: %q", d.Text)
	}
	for _, want := range []string{"Deletions that are tracked in the file (1) were left out.", "Insertions that are tracked in the file (1) were kept.", "Hidden text (1 passages) was left out.", "The file was made on 2021-03-03, which is no day of publication."} {
		if !strings.Contains(strings.Join(d.Notes, "\n"), want) {
			t.Errorf("no note %q in %q", want, d.Notes)
		}
	}
	if at, page := d.Source(3); at != -1 || page != 0 {
		t.Errorf("a packed file leads back to %d, %d", at, page)
	}
}

func TestWordFilesThatCannotBeRead(t *testing.T) {
	whole := aWordFile(t)
	bomb := pack(t, "word/document.xml", wordBody(para("", words(strings.Repeat("a", 8<<20)))))
	for name, c := range map[string]struct{ file, want string }{
		"cut off":      {whole[:len(whole)/2], "cut off or damaged"},
		"password":     {"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + strings.Repeat("\x00", 600), "password"},
		"bomb":         {bomb, "ZIP bomb"},
		"spreadsheet":  {pack(t, "xl/workbook.xml", "<x/>"), "spreadsheet"},
		"archive":      {pack(t, "a.txt", "text"), "no word/document.xml"},
		"no XML":       {pack(t, "word/document.xml", "<w:document <<<"), "document.xml is damaged"},
		"nothing said": {pack(t, "word/document.xml", wordBody("")), "no text"},
	} {
		_, err := document.Read(name+".docx", []byte(c.file))
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", name, err, c.want)
		}
	}
}

func TestDamagedWordFile(t *testing.T) {
	d := read(t, "a.docx", pack(t, "word/document.xml", wordBody(para("", words("The dam stays where it is."))+"<w:p><w:r></w:q &bomb;")))
	if !strings.Contains(d.Text, "The dam stays") || !strings.Contains(strings.Join(d.Notes, " "), "damaged") {
		t.Errorf("text %q, notes %q", d.Text, d.Notes)
	}
}
