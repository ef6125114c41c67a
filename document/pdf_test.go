package document_test

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"strings"
	"testing"

	"reckon/document"
)

// makePDF makes a PDF of objects 1, 2, …; object 1 is the catalogue.
func makePDF(trailer string, objects ...string) string {
	var b strings.Builder
	b.WriteString("%PDF-1.7\n")
	var at []int
	for i, o := range objects {
		at = append(at, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, n := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", n)
	}
	fmt.Fprintf(&b, "trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, trailer, start)
	return b.String()
}

func stream(dict, s string) string {
	return fmt.Sprintf("<< /Length %d %s >>\nstream\n%s\nendstream", len(s), dict, s)
}

func deflated(s string) string {
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	_, _ = w.Write([]byte(s)) // a buffer takes everything
	_ = w.Close()
	return b.String()
}

// pagesPDF makes a PDF of page contents, in Helvetica as /F1 and its bold as /F2.
func pagesPDF(trailer string, contents ...string) string {
	objects := []string{
		"<< /Type /Catalog /Pages 2 0 R >>", "",
		"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
		"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding << /Differences [39 /quotesingle 128 /fi] >> >>",
		"<< /Title (The dam stays) /Author <FEFF0041006E006E006100200053006E0064> /CreationDate (D:20210303100000Z) >>",
	}
	var kids strings.Builder
	for _, c := range contents {
		n := len(objects)
		objects = append(objects, fmt.Sprintf("<< /Type /Page /Parent 2 0 R /Contents %d 0 R >>", n+2), stream("/Filter /FlateDecode", deflated(c)))
		fmt.Fprintf(&kids, "%d 0 R ", n+1)
	}
	objects[1] = fmt.Sprintf("<< /Type /Pages /Count %d /Kids [%s] /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>", len(contents), kids.String())
	return makePDF("/Info 5 0 R "+trailer, objects...)
}

// at shows lines from a place downwards, 14 points apart.
func at(x, y int, size int, lines ...string) string {
	var b strings.Builder
	for i, l := range lines {
		fmt.Fprintf(&b, "BT /F1 %d Tf 1 0 0 1 %d %d Tm (%s) Tj ET\n", size, x, y-14*i, l)
	}
	return b.String()
}

func TestPDF(t *testing.T) {
	page1 := at(72, 760, 8, "Lakeland Review 12") + at(72, 720, 20, "The dam stays") +
		at(72, 680, 10, "For two years the commission has refused each offer that it got, and the",
			"towns below the dam have waited. They know, as everybody does, that the chair-",
			"man will retire, and that no well-known rival of his is younger than he is. No",
			"well-", "known rival has yet said what he would do with the dam, and the") +
		at(300, 30, 8, "1")
	page2 := at(72, 760, 8, "Lakeland Review 13") +
		at(72, 720, 10, "lake, if he were to win the vote in June.", "") +
		at(72, 660, 10, "\\225 Keep the dam", "\\225 Keep the towns from buying power") +
		"BT /F2 10 Tf 72 600 Td (What Comes Next) Tj ET\n" +
		"BT /F1 10 Tf 72 580 Td [(Nobody) -600 (should) -300 (ex) 10 (pect an agreement before the snow has melted.)] TJ ET\n" +
		at(300, 30, 8, "2")
	page3 := at(72, 760, 8, "Lakeland Review 14") + at(72, 720, 10, "The vote is in June, and nobody expects the chairman to win it by much.") + at(300, 30, 8, "3")
	d := read(t, "a.pdf", pagesPDF("", page1, page2, page3))
	wantOutline(t, d, `
page header: Lakeland Review 12
footer: 1
heading: The dam stays
paragraph: For two years the commission has refused…
page header: Lakeland Review 13
footer: 2
item: Keep the dam
item: Keep the towns from buying power
heading: What Comes Next
paragraph: Nobody should expect an agreement before…
page header: Lakeland Review 14
footer: 3
paragraph: The vote is in June, and nobody expects …
`)
	for _, want := range []string{"the chairman will retire", "No well-known rival has yet", "and the lake, if he were"} {
		if !strings.Contains(d.Text, want) {
			t.Errorf("no %q in %q", want, d.Text)
		}
	}
	if d.Title != "The dam stays" || d.Author != "Anna Snd" || d.Published != 0 || !strings.Contains(strings.Join(d.Notes, " "), "made on 2021-03-03") {
		t.Errorf("title %q, author %q, published %s, notes %q", d.Title, d.Author, d.Published, d.Notes)
	}
	for text, want := range map[string]int{"For two years": 1, "lake, if he": 2, "What Comes": 2, "The vote is in": 3} {
		if from, page := d.Source(strings.Index(d.Text, text)); page != want || from != -1 {
			t.Errorf("%q is on page %d, from byte %d", text, page, from)
		}
	}
}

func TestPDFInTwoColumns(t *testing.T) {
	column := func(word string) []string {
		var lines []string
		for i := range 10 {
			lines = append(lines, fmt.Sprintf("%s line %d of this column speaks of dams", word, i))
		}
		return lines
	}
	left, right := column("left"), column("right")
	var mixed strings.Builder // as a program writes that goes row by row
	for i := range left {
		mixed.WriteString(at(72, 640-14*i, 9, left[i]) + at(320, 640-14*i, 9, right[i]))
	}
	d := read(t, "a.pdf", pagesPDF("", at(72, 700, 18, "A title that runs across both of the columns of the page")+mixed.String()))
	whole := strings.Join(strings.Fields(d.Text), " ")
	want := strings.Join(left, " ") + " " + strings.Join(right, " ")
	if !strings.Contains(whole, want) {
		t.Errorf("columns are not read one after the other: %q", whole)
	}
	if d.Blocks[0].Kind != document.Heading {
		t.Errorf("first block: %+v", d.Blocks[0])
	}
}

// TestPDFOfSigns reads a font whose signs only its own table explains, objects
// packed in a stream, and a form.
func TestPDFOfSigns(t *testing.T) {
	codes := "1 begincodespacerange <0000> <FFFF> endcodespacerange 2 beginbfchar <0003> <0020> <0005> <00660069> endbfchar 1 beginbfrange <0010> <0015> <0061> endbfrange"
	inside := []string{"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count 1 /Kids [3 0 R] >>", "<< /Type /Page /Parent 2 0 R /Contents 6 0 R /Resources << /XObject << /X 9 0 R >> >> >>", "<< /Type /Font /Subtype /Type0 /Encoding /Identity-H /ToUnicode 7 0 R /DescendantFonts [ << /DW 600 /W [3 [250]] >> ] >>"}
	var index, body strings.Builder
	for i, o := range inside {
		fmt.Fprintf(&index, "%d %d ", i+1, body.Len())
		body.WriteString(o + " ")
	}
	packed := deflated(index.String() + body.String())
	file := "%PDF-1.5\n8 0 obj\n" + stream(fmt.Sprintf("/Type /ObjStm /N 4 /First %d /Filter /FlateDecode", index.Len()), packed) + "\nendobj\n" +
		"6 0 obj\n" + stream("", "q 1 0 0 1 10 10 cm /X Do Q") + "\nendobj\n" +
		"9 0 obj\n" + stream("/Type /XObject /Subtype /Form /Resources << /Font << /F 4 0 R >> >>", "BT /F 12 Tf 72 700 Td <00100011000300050012> Tj ET") + "\nendobj\n" +
		"7 0 obj\n" + stream("", codes) + "\nendobj\n" +
		"10 0 obj\n" + stream("/Type /XRef /Root 1 0 R /Size 11 /W [1 2 1]", "") + "\nendobj\n"
	if d := read(t, "a.pdf", file); d.Text != "ab fic" {
		t.Errorf("text %q", d.Text)
	}
}

func TestPDFThatCannotBeRead(t *testing.T) {
	whole := pagesPDF("", at(72, 700, 10, "The dam stays where it is."))
	var loop strings.Builder
	for i := range 30 {
		fmt.Fprintf(&loop, "%d 0 obj << /Type /Pages /Kids [2 0 R %d 0 R] >> endobj\n", i+2, (i+1)%30+2)
	}
	for name, c := range map[string]struct{ file, want string }{
		"scanned":   {pagesPDF("", "q 600 0 0 700 0 0 cm /Im1 Do Q"), "ocrmypdf"},
		"locked":    {pagesPDF("/Encrypt << /Filter /Standard /V 2 >>", at(72, 700, 10, "x")), "qpdf --decrypt"},
		"no pages":  {makePDF("", "<< /Type /Catalog >>"), "no pages"},
		"cut off":   {whole[:60], "cut off"},
		"a circle":  {"%PDF-1.4\n1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n" + loop.String() + "trailer << /Root 1 0 R >>", "no pages"},
		"deep":      {"%PDF-1.4\n1 0 obj " + strings.Repeat("[", 1<<20), "no pages"},
		"deep dict": {"%PDF-1.4\n1 0 obj " + strings.Repeat("<</a", 1<<18), "no pages"},
	} {
		_, err := document.Read(name+".pdf", []byte(c.file))
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", name, err, c.want)
		}
	}
	// A table of contents that is cut off costs nothing: objects are found without it.
	if d := read(t, "cut.pdf", whole[:strings.Index(whole, "xref")]+"trailer << /Root 1 0 R >>"); !strings.Contains(d.Text, "The dam stays") {
		t.Errorf("text %q", d.Text)
	}
}

func TestPDFBomb(t *testing.T) {
	bomb := deflated(strings.Repeat(" ", 64<<20))
	objects := []string{"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R 3 0 R 5 0 R] >>", "<< /Type /Page /Contents [4 0 R 4 0 R 4 0 R 4 0 R 4 0 R 4 0 R 4 0 R 4 0 R 4 0 R] >>", stream("/Filter /FlateDecode", bomb), "<< /Type /Page /Contents [4 0 R 4 0 R] >>"}
	if testing.Short() {
		t.Skip("unpacks 256 MB")
	}
	if _, err := document.Read("bomb.pdf", []byte(makePDF("", objects...))); err == nil {
		t.Error("a bomb was read")
	}
}
