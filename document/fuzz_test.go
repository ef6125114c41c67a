package document_test

import (
	"strings"
	"testing"
	"time"

	"reckon/document"
)

// checkRead reads any bytes under a name and demands what every document promises.
func checkRead(t *testing.T, name, file string) {
	t.Helper()
	d, err := document.Read(name, []byte(file))
	if err != nil {
		if err.Error() == "" {
			t.Fatal("an error that says nothing")
		}
		return
	}
	checkBlocks(t, d)
	if len(d.Blocks) == 0 || len(d.SHA256) != 64 {
		t.Fatalf("%d blocks, SHA-256 %q", len(d.Blocks), d.SHA256)
	}
	for _, at := range []int{0, len(d.Text) / 2, len(d.Text)} {
		if from, page := d.Source(at); from < -1 || from > len(file) || page < 0 {
			t.Fatalf("byte %d leads back to %d on page %d of %d bytes", at, from, page, len(file))
		}
	}
	again, err := document.Read(name, []byte(file))
	if err != nil || again.Text != d.Text || outline(again) != outline(d) {
		t.Fatal("read twice, not the same")
	}
}

func FuzzText(f *testing.F) {
	f.Add(article)
	f.Add("\xff\xfe" + "T\x00h\x00")
	f.Add("1. A\n2) b\n- c\n\n\u2028\u00a0x\x85")
	f.Fuzz(func(t *testing.T, s string) { checkRead(t, "a.txt", s) })
}

func FuzzPage(f *testing.F) {
	f.Add(aPage)
	f.Add("<html><table><tr><td><p>a, b<li>c</table>&#0;&am<pre>\n</b></div>")
	f.Fuzz(func(t *testing.T, s string) { checkRead(t, "a.html", s) })
}

func FuzzMarkdown(f *testing.F) {
	f.Add(aMarkdown)
	f.Add("---\na: [b, c\n---\n> - [x](y\n> ```\n\\")
	f.Fuzz(func(t *testing.T, s string) { checkRead(t, "a.md", s) })
}

func FuzzMail(f *testing.F) {
	f.Add(mailHead + "Content-Type: text/plain\r\n\r\n" + mailText)
	f.Add(mailHead + "Content-Type: multipart/mixed; boundary=A\r\n\r\n--A\r\nContent-Transfer-Encoding: base64\r\n\r\nVGhl\r\n--A\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\na=\r\nb=3D=\r")
	f.Fuzz(func(t *testing.T, s string) { checkRead(t, "a.eml", s) })
}

func FuzzPDF(f *testing.F) {
	f.Add(pagesPDF("", at(72, 700, 10, "The dam stays")))
	f.Add("%PDF-1.4 1 0 obj<</Pages 2 0 R>>endobj 2 0 obj<</Kids[3 0 R]>>endobj 3 0 obj<</Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj 4 0 obj<<>>stream\nBT/F 9 Tf(a\\051b)Tj[(c)-900<64>]TJ ET\nendstream 5 0 obj<</Encoding<</Differences[97/eacute/x]>>/Widths[1 2]/FirstChar 97>>endobj trailer<</Root 1 0 R>>")
	f.Fuzz(func(t *testing.T, s string) { checkRead(t, "a.pdf", s) })
}

func FuzzWord(f *testing.F) {
	f.Add(wordBody(para("Heading1", words("The dam"))+"<w:tbl><w:tr><w:p>"+words("x")+"</w:p></w:tr></w:tbl>"), "")
	f.Add(wordBody("<w:p><w:r><w:t>a<w:p>b</w:t></w:p>"), "<w:styles xmlns:w=\"w\"><w:style w:styleId=\"a\"><w:basedOn w:val=\"a\"/></w:style>")
	f.Fuzz(func(t *testing.T, body, styles string) {
		checkRead(t, "a.docx", pack(t, "word/document.xml", body, "word/styles.xml", styles, "word/header1.xml", body, "word/footnotes.xml", body))
	})
}

// TestHostileFiles reads what is made to cost much: it must cost little.
func TestHostileFiles(t *testing.T) {
	size := 4 << 20
	if testing.Short() {
		size = 1 << 18
	}
	fill := func(s string) string { return strings.Repeat(s, size/len(s)) }
	for name, file := range map[string]string{
		"nested.html":    "<html><body>" + fill("<div>") + "text",
		"spans.html":     "<html><body>" + fill("<span><b>") + "text, text, text",
		"closing.html":   "<html><body><p>text" + fill("</div></p>"),
		"paragraphs":     "<html><body>" + fill("<p>a, b"),
		"lists.html":     "<html><body>" + fill("<ul><li>a"),
		"tables.html":    "<html><body>" + fill("<table><tr><td>a"),
		"attributes":     "<html><body><p " + fill("a=b ") + ">text",
		"styles.html":    "<html><style>" + fill(".a{display:none}") + "</style><p>text",
		"entities.html":  "<html><p>" + fill("&amp;&") + "text",
		"open.html":      "<html><p>text" + fill("<"),
		"comments.html":  "<html><p>text" + fill("<!--"),
		"lines.txt":      "text" + fill("\n"),
		"words.txt":      fill("word "),
		"items.txt":      fill("- a\n"),
		"short.txt":      fill("Ab Cd\n\n"),
		"marks.txt":      "a" + fill("\u0301"),
		"brackets.md":    fill("[a]("),
		"stars.md":       fill("*a_"),
		"quotes.md":      fill("> "),
		"rules.md":       fill("---\n"),
		"header.eml":     mailHead + fill("X-A: b\r\n") + "\r\ntext",
		"boundaries.eml": mailHead + "Content-Type: multipart/mixed; boundary=A\r\n\r\n" + fill("--A\r\n\r\n"),
		"quoted.eml":     mailHead + "Content-Transfer-Encoding: quoted-printable\r\n\r\n" + fill("=  "),
		"objects.pdf":    "%PDF-1.4\n" + fill("1 0 obj "),
		"streams.pdf":    "%PDF-1.4\n" + fill("1 0 obj<</ObjStm 1>>stream "),
		"trailers.pdf":   "%PDF-1.4\n" + fill("trailer<<"),
		"shown.pdf":      pagesPDF("", fill("BT /F1 9 Tf 9 9 Td (a)Tj ET ")),
		"states.pdf":     pagesPDF("", "BT /F1 9 Tf (text) Tj ET "+fill("q ")),
		"numbers.pdf":    pagesPDF("", "BT /F1 9 Tf (text) Tj ET "+fill("1 0 R ")),
		"runs.docx":      pack(t, "word/document.xml", wordBody("<w:p>"+words("text")+strings.Repeat("<w:r>", min(size, 1<<19)/5))),
		"boxes.docx":     pack(t, "word/document.xml", wordBody(words("text")+strings.Repeat("<w:p>", min(size, 1<<19)/5))),
	} {
		start := time.Now()
		if d, err := document.Read(name, []byte(file)); err == nil {
			checkBlocks(t, d)
		}
		if took := time.Since(start); took > 20*time.Second {
			t.Errorf("%s took %s", name, took)
		} else if testing.Verbose() {
			t.Logf("%s %s", name, took)
		}
	}
}
