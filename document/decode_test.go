package document_test

import (
	"encoding/binary"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"reckon/document"
)

const (
	english = "The commission – as ever – said “no”. Nobody doubts it, 😀 not even Äsa.\n"
	persian = "شورا پیشنهاد نهایی را نمی\u200cپذیرد و این را آشکارا گفت.\n"
	arabic  = "رفضت اللجنة العرض النهائي الذي قدمته المدن في الشهر الماضي\n"
)

func utf16Bytes(s string, order binary.AppendByteOrder) string {
	var b []byte
	for _, u := range utf16.Encode([]rune(s)) {
		b = order.AppendUint16(b, u)
	}
	return string(b)
}

func encoded(tb testing.TB, m *charmap.Charmap, s string) string {
	tb.Helper()
	out, err := m.NewEncoder().String(s)
	if err != nil {
		tb.Fatal(err)
	}
	return out
}

// TestEncodings reads the same words in every encoding and leads each character
// back to the bytes that stand for it.
func TestEncodings(t *testing.T) {
	latin := strings.ReplaceAll(english, "😀 ", "")
	for _, c := range []struct {
		name, file, want string
		unit             func(r rune) string // the bytes of a character
	}{
		{"UTF-8", english, english, func(r rune) string { return string(r) }},
		{"UTF-8 with a mark", "\xef\xbb\xbf" + persian, persian, func(r rune) string { return string(r) }},
		{"UTF-16 LE with a mark", "\xff\xfe" + utf16Bytes(english, binary.LittleEndian), english, func(r rune) string { return utf16Bytes(string(r), binary.LittleEndian) }},
		{"UTF-16 BE with a mark", "\xfe\xff" + utf16Bytes(persian, binary.BigEndian), persian, func(r rune) string { return utf16Bytes(string(r), binary.BigEndian) }},
		{"UTF-16 LE", utf16Bytes(english, binary.LittleEndian), english, func(r rune) string { return utf16Bytes(string(r), binary.LittleEndian) }},
		{"UTF-16 BE in Persian", utf16Bytes(persian, binary.BigEndian), persian, func(r rune) string { return utf16Bytes(string(r), binary.BigEndian) }},
		{"windows-1252", encoded(t, charmap.Windows1252, latin), latin, func(r rune) string { return encoded(t, charmap.Windows1252, string(r)) }},
		{"windows-1256", encoded(t, charmap.Windows1256, arabic), arabic, func(r rune) string { return encoded(t, charmap.Windows1256, string(r)) }},
	} {
		d := read(t, c.name+".txt", c.file)
		if d.Text != c.want {
			t.Errorf("%s: %q, want %q", c.name, d.Text, c.want)
			continue
		}
		for i, r := range d.Text {
			if at, _ := d.Source(i); at < 0 || !strings.HasPrefix(c.file[at:], c.unit(r)) {
				t.Errorf("%s: %q at %d leads back to %d", c.name, r, i, at)
				break
			}
		}
	}
}

// TestLegacyEncodings reads files that say nothing of their encoding.
func TestLegacyEncodings(t *testing.T) {
	for _, c := range []struct {
		name, text string
		chars      *charmap.Charmap
	}{
		{"windows-1251", "Комиссия заявила, что она не уступит и что города должны ждать.\n", charmap.Windows1251},
		{"koi8-r", "Комиссия заявила, что она не уступит и что города должны ждать.\n", charmap.KOI8R},
		{"windows-1253", "Η επιτροπή είπε ότι δεν θα υποχωρήσει και ότι οι πόλεις περιμένουν.\n", charmap.Windows1253},
		{"windows-1255", "הוועדה אמרה כי היא לא תוותר וכי הערים יצטרכו לחכות עם זה\n", charmap.Windows1255},
		{"windows-1256", arabic, charmap.Windows1256},
		{"windows-1256", "لجان المدن القديمة\n", charmap.Windows1256},
		{"windows-1250", "Komisja oświadczyła, że się nie ugnie i że miasta są już zmęczone.\n", charmap.Windows1250},
		{"windows-1254", "Komisyon geri adım atmayacağını söyledi; bunun için hiçbir şey olduğunu sanmıyor.\n", charmap.Windows1254},
		{"windows-1252", "La commission a dit à la presse qu’elle n’a pas cédé à la ville, à Évian ni là-bas.\n", charmap.Windows1252},
		{"windows-1252", "The commission – as ever – said “no” at the café.\n", charmap.Windows1252},
	} {
		d := read(t, "memo.txt", encoded(t, c.chars, c.text))
		if d.Text != c.text || !strings.Contains(strings.Join(d.Notes, " "), "it was read as "+c.name+".") {
			t.Errorf("%s: %q, notes %q", c.name, d.Text, d.Notes)
		}
	}
	// Rubbish in an English text makes it no Arabic one.
	d := read(t, "memo.txt", english[:3]+" commission said that it stays. \xff\xfe\xc3\x28 \xed\xa0\x80 \xf8\x88\x80\x80\x80 It stays.\n")
	if !strings.Contains(strings.Join(d.Notes, " "), "windows-1252") {
		t.Errorf("notes %q", d.Notes)
	}
}

func TestBrokenText(t *testing.T) {
	file := "“The dam\xff stays” – \xe2\x80where it is – as ever.\x00\n"
	d := read(t, "a.txt", file)
	if d.Text != "“The dam� stays” – ��where it is – as ever.�\n" || !strings.Contains(strings.Join(d.Notes, " "), "4 broken characters were replaced by �.") {
		t.Errorf("text %q, notes %q", d.Text, d.Notes)
	}
	for i, r := range d.Text {
		at, _ := d.Source(i)
		if there, _ := utf8.DecodeRuneInString(file[at:]); there != r && r != utf8.RuneError {
			t.Errorf("%q at %d leads back to %q", r, i, there)
		}
	}
}

func TestFilesThatCannotBeRead(t *testing.T) {
	noise := make([]byte, 4000)
	for i := range noise {
		noise[i] = byte(i * 7)
	}
	for name, c := range map[string]struct{ file, want string }{
		"empty.txt":   {"", "is empty"},
		"blank.txt":   {" \n\t\r\n", "is empty"},
		"noise.txt":   {string(noise), "no text"},
		"wide.txt":    {"\xff\xfe\x00\x00T\x00\x00\x00", "UTF-32"},
		"picture.txt": {"\x89PNG\r\n\x1a\n", "OCR"},
		"rich.txt":    {`{\rtf1\ansi The dam stays}`, "RTF"},
		"old.doc":     {"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "password"},
		"empty.html":  {"<html><body><script>var dam = 1</script></body></html>", "no text"},
		"empty.pdf":   {"%PDF-1.4\n%%EOF", "no pages"},
	} {
		_, err := document.Read(name, []byte(c.file))
		if err == nil || !strings.Contains(err.Error(), c.want) || !strings.Contains(err.Error(), name) {
			t.Errorf("%s: %v, want %q", name, err, c.want)
		}
	}
	if testing.Short() {
		return
	}
	if _, err := document.Read("large.txt", make([]byte, document.Limit+1)); err == nil || !strings.Contains(err.Error(), "64 MB") {
		t.Errorf("a large file: %v", err)
	}
}

func TestLanguages(t *testing.T) {
	for want, text := range map[string]string{
		"en": "The commission said that it would not yield, and that the towns would have to wait for the vote.",
		"fa": persian,
		"ar": arabic,
		"de": "Die Kommission hat gesagt, dass sie nicht nachgeben wird und dass die Städte auf die Wahl warten müssen.",
		"fr": "La commission a dit qu'elle ne céderait pas et que les villes devraient attendre le vote dans une année.",
		"es": "La comisión dijo que no cedería y que los pueblos tendrían que esperar hasta la votación del año que viene.",
		"ru": "Комиссия заявила, что она не уступит и что города должны ждать выборов, как это было и раньше.",
		"he": "הוועדה אמרה כי היא לא תוותר וכי הערים יצטרכו לחכות עם זה גם אל הבחירות",
		"tr": "Komisyon bu konuda geri adım atmayacağını ve şehirlerin bir yıl daha beklemesi için hiçbir şey olmadığını söyledi.",
		"zh": "委员会表示不会让步，各城镇必须等待投票。",
		"":   "12 345 67.8",
	} {
		d := document.Plain("x", text)
		if d.Language != want {
			t.Errorf("%q is taken for %q, want %q", text, d.Language, want)
		}
		if said := strings.Contains(strings.Join(d.Notes, " "), "kept and searched only"); said != (want != "en" && want != "") {
			t.Errorf("%s: notes %q", want, d.Notes)
		}
	}
}
