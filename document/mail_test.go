package document_test

import (
	"encoding/base64"
	"strings"
	"testing"

	"reckon/document"
)

const mailHead = "Message-ID: <1@example.org>\r\nDate: Wed, 3 Mar 2021 10:00:00 +0100\r\nFrom: =?utf-8?q?Anna_S=C3=BCnd?= <anna@example.org>\r\nSubject: The dam\r\n stays\r\nMIME-Version: 1.0\r\n"

const mailText = "Dear Jon,\n\nThe commission will not yield, “not now”, and nobody here doubts it – not even Eva.\n\nYours, Anna\n"

func TestMail(t *testing.T) {
	b64 := base64.StdEncoding.EncodeToString([]byte(mailText))
	for name, c := range map[string]struct{ body, want string }{
		"plain":  {"Content-Type: text/plain; charset=utf-8\r\n\r\n" + mailText, "“not now”"},
		"base64": {"Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n" + b64[:40] + "\r\n" + b64[40:] + "\r\n", "“not now”"},
		"quoted": {"Content-Type: text/plain; charset=windows-1252\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nThe commission will not yield, =93not =\r\nnow=94, and nobody here doubts it.\r\n", "“not now”"},
		"two versions": {"Content-Type: multipart/mixed; boundary=A\r\n\r\n--A\r\nContent-Type: multipart/alternative; boundary=B\r\n\r\n--B\r\nContent-Type: text/html\r\n\r\n<p>The other version.</p>\r\n--B\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" +
			mailText + "\r\n--B--\r\n--A\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; filename=\"dam.pdf\"\r\n\r\nxx\r\n--A--\r\n", "“not now”"},
		"only html": {"Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<html><body><p>The commission &ldquo;not now&rdquo; =E2=80=93 <span style=3D\"display:none\">hidden</span>will not yield.</p>", "“not now”"},
	} {
		d := read(t, name+".eml", mailHead+c.body)
		if d.Format != document.EML || !strings.Contains(d.Text, c.want) || strings.Contains(d.Text, "hidden") || strings.Contains(d.Text, "other version") {
			t.Errorf("%s: %s %q", name, d.Format, d.Text)
		}
		if d.Title != "The dam stays" || d.Author != "Anna Sünd" || d.Published.String() != "2021-03-03" {
			t.Errorf("%s: title %q, author %q, published %s", name, d.Title, d.Author, d.Published)
		}
		if name == "two versions" && !strings.Contains(strings.Join(d.Notes, " "), "dam.pdf") {
			t.Errorf("%s: notes %q", name, d.Notes)
		}
	}
}

func TestMailLeadsBack(t *testing.T) {
	file := mailHead + "Content-Type: text/plain; charset=utf-8\r\n\r\n" + mailText
	checkSource(t, read(t, "a.eml", file), file)

	file = mailHead + "Content-Type: text/plain; charset=windows-1252\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nThe commission =93not =\r\nnow=94 said."
	d := read(t, "b.eml", file)
	for text, want := range map[string]string{"commission": "commission", "“": "=93", "now": "now=94", "”": "=94", "said": "said"} {
		at, _ := d.Source(strings.Index(d.Text, text))
		if !strings.HasPrefix(file[max(at, 0):], want) {
			t.Errorf("%q leads back to %q, want %q", text, file[at:], want)
		}
	}
	b64 := base64.StdEncoding.EncodeToString([]byte(mailText))
	file = mailHead + "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n" + b64[:40] + "\r\n" + b64[40:]
	d = read(t, "c.eml", file)
	for i := range d.Text {
		at, _ := d.Source(i)
		group := strings.ReplaceAll(file[at:min(len(file), at+6)], "\r\n", "")[:4]
		three, err := base64.StdEncoding.DecodeString(group)
		if err != nil || three[i%3] != d.Text[i] {
			t.Fatalf("byte %d leads back to %q", i, group)
		}
	}
}

func TestMailThatCannotBeRead(t *testing.T) {
	for name, c := range map[string]struct{ file, want string }{
		"attachment alone": {mailHead + "Content-Type: application/pdf; name=dam.pdf\r\n\r\nxx", "dam.pdf"},
		"no text":          {mailHead + "\r\n", "no text"},
	} {
		_, err := document.Read(name+".eml", []byte(c.file))
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", name, err, c.want)
		}
	}
}
