package document

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/mail"
	"strings"

	"golang.org/x/net/html/charset"

	"reckon"
)

// isMail reports a file that begins with the fields of a mail that was sent.
func isMail(b []byte) bool {
	head := b[:min(len(b), 16<<10)]
	sent, fields := false, 0
	for line := range bytes.Lines(head) {
		s := strings.TrimRight(string(line), "\r\n")
		if s == "" {
			return sent && fields >= 2
		}
		name, _, ok := strings.Cut(s, ":")
		if s[0] == ' ' || s[0] == '\t' || fields == 0 && strings.HasPrefix(s, "From ") {
			continue
		}
		if !ok || name == "" || strings.ContainsAny(name, " \t<") {
			return false
		}
		fields++
		switch strings.ToLower(name) {
		case "message-id", "mime-version", "received", "return-path", "delivered-to", "dkim-signature":
			sent = true
		}
	}
	return sent && fields >= 3
}

// readMail reads the text of a mail: the plain version where there is one, else
// the HTML. Attachments are named in a note.
func readMail(d *Document, b []byte) error {
	start := 0
	if bytes.HasPrefix(b, []byte("From ")) {
		start = bytes.IndexByte(b, '\n') + 1
	}
	m := &letter{src: b}
	if err := m.part(start, len(b), 0); err != nil {
		return err
	}
	p := m.plain
	if p == nil {
		p = m.html
	}
	if p == nil {
		if len(m.attached) > 0 {
			return fmt.Errorf("this mail holds no text, only attachments: %s. Save them from your mail program and import them by themselves", strings.Join(m.attached, ", "))
		}
		return errors.New("this mail holds no text")
	}
	m.describe(d)
	if err := p.read(d, b); err != nil {
		return err
	}
	if n := len(m.attached); n > 0 {
		d.note("Attachments were not read: %s. Save them from your mail program and import them by themselves.", strings.Join(m.attached, ", "))
	}
	return nil
}

// letter is a mail being taken apart.
type letter struct {
	src         []byte
	header      mail.Header // of the whole
	plain, html *mailPart
	attached    []string
	parts       int
}

// mailPart is one version of a mail's text.
type mailPart struct {
	from, to          int
	encoding, charset string
	html              bool
}

// Bounds on the parts of a mail.
const (
	maxMailDepth = 8
	maxMailParts = 500
)

// part reads one part: its header, then its text or the parts in it.
func (m *letter) part(from, to, depth int) error {
	if m.parts++; m.parts > maxMailParts || depth > maxMailDepth {
		return nil
	}
	head, err := mail.ReadMessage(bytes.NewReader(m.src[from:to]))
	if err != nil {
		if depth == 0 {
			return errors.New("this mail has a broken header. Save it again from your mail program, or save its text alone")
		}
		return nil
	}
	if depth == 0 {
		m.header = head.Header
	}
	body := from + bodyStart(m.src[from:to])
	kind, params, err := mime.ParseMediaType(head.Header.Get("Content-Type"))
	if err != nil && kind == "" {
		kind = "text/plain"
	}
	place, placed, _ := mime.ParseMediaType(head.Header.Get("Content-Disposition"))
	name := wordsOf(placed["filename"])
	if name == "" {
		name = wordsOf(params["name"])
	}
	p := &mailPart{from: body, to: to, encoding: strings.ToLower(strings.TrimSpace(head.Header.Get("Content-Transfer-Encoding"))), charset: params["charset"], html: kind == "text/html"}
	switch {
	case strings.HasPrefix(kind, "multipart/") && params["boundary"] != "":
		m.split(body, to, params["boundary"], depth)
	case place == "attachment" || !strings.HasPrefix(kind, "text/") || name != "" && depth > 0:
		if name == "" {
			name = kind
		}
		m.attached = append(m.attached, name)
	case kind == "text/html":
		if m.html == nil {
			m.html = p
		}
	case m.plain == nil && m.holdsText(p):
		m.plain = p
	}
	return nil
}

// holdsText reports a part that is not blank.
func (m *letter) holdsText(p *mailPart) bool { return len(bytes.TrimSpace(m.src[p.from:p.to])) > 0 }

// bodyStart is where the text begins after the header.
func bodyStart(b []byte) int {
	at := 0
	for line := range bytes.Lines(b) {
		at += len(line)
		if len(bytes.TrimRight(line, "\r\n")) == 0 {
			break
		}
	}
	return at
}

// split reads the parts between the lines of a boundary.
func (m *letter) split(from, to int, boundary string, depth int) {
	mark := []byte("--" + boundary)
	at, begin := from, -1
	for line := range bytes.Lines(m.src[from:to]) {
		if bytes.HasPrefix(line, mark) {
			if begin >= 0 {
				_ = m.part(begin, at, depth+1) // only the outermost header can be at fault
			}
			begin = at + len(line)
			if bytes.HasPrefix(line[len(mark):], []byte("--")) {
				return
			}
		}
		at += len(line)
	}
	if begin >= 0 && begin < to { // cut off before the last line
		_ = m.part(begin, to, depth+1)
	}
}

// wordsOf decodes a header that is not ASCII.
func wordsOf(s string) string {
	d := mime.WordDecoder{CharsetReader: func(name string, r io.Reader) (io.Reader, error) { return charset.NewReaderLabel(name, r) }}
	if out, err := d.DecodeHeader(s); err == nil {
		s = out
	}
	return oneLine(strings.ToValidUTF8(s, "\ufffd"))
}

// describe takes subject, sender and day from the header.
func (m *letter) describe(d *Document) {
	d.tell("title", &d.Title, wordsOf(m.header.Get("Subject")), "header of the mail")
	sender := wordsOf(m.header.Get("From"))
	if a, err := (&mail.AddressParser{WordDecoder: &mime.WordDecoder{CharsetReader: func(name string, r io.Reader) (io.Reader, error) { return charset.NewReaderLabel(name, r) }}}).Parse(m.header.Get("From")); err == nil {
		sender = a.Name
		if sender == "" {
			sender = a.Address
		}
	}
	d.tell("author", &d.Author, oneLine(strings.ToValidUTF8(sender, "\ufffd")), "header of the mail")
	if t, err := m.header.Date(); err == nil && t.Year() >= 1970 && t.Year() < 10000 {
		d.dated(reckon.DateOf(t), "header of the mail")
	}
}

// read unpacks the part and reads it as what it is.
func (p *mailPart) read(d *Document, b []byte) error {
	body := b[p.from:p.to]
	back := &trace{}
	var text []byte
	switch p.encoding {
	case "base64":
		text = unpackBase64(body, p.from, back)
	case "quoted-printable":
		text = unpackQuoted(body, p.from, back)
	default:
		text = body
		back.add(0, p.from, 1, 1)
	}
	d.back = append(d.back, back)
	declared := p.charset
	if declared == "" && p.html {
		declared = declaredCharset(text)
	}
	from, err := decode(text, declared)
	if err != nil {
		return err
	}
	if p.html {
		d.html(from)
		return nil
	}
	d.take(from)
	d.Blocks = plainBlocks(d.Text)
	d.dress()
	return nil
}

// unpackBase64 decodes; what is no base64 is passed over.
func unpackBase64(b []byte, at int, back *trace) []byte {
	const signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
	var value [256]int8
	for i := range value {
		value[i] = -1
	}
	for i := range signs {
		value[signs[i]] = int8(i)
	}
	out := make([]byte, 0, len(b)*3/4)
	group, n, start := 0, 0, 0
	flush := func() {
		back.add(len(out), at+start, 3, 4)
		for k := range n * 6 / 8 {
			out = append(out, byte(group<<(6*(4-n))>>(16-8*k)))
		}
		group, n = 0, 0
	}
	for i, c := range b {
		if c == '=' {
			break
		}
		if value[c] < 0 {
			continue
		}
		if n == 0 {
			start = i
		}
		group = group<<6 | int(value[c])
		if n++; n == 4 {
			flush()
		}
	}
	if n > 1 {
		flush()
	}
	return out
}

// unpackQuoted decodes =XX and joins lines that end in =.
func unpackQuoted(b []byte, at int, back *trace) []byte {
	out := make([]byte, 0, len(b))
	for i := 0; i < len(b); {
		if b[i] != '=' {
			back.add(len(out), at+i, 1, 1)
			out = append(out, b[i])
			i++
			continue
		}
		rest := bytes.TrimLeft(b[i+1:], " \t")
		if len(rest) > 0 && (rest[0] == '\n' || rest[0] == '\r') {
			i = bytes.IndexByte(b[i:], '\n') + i + 1
			if i == 0 || rest[0] == '\r' && (len(rest) < 2 || rest[1] != '\n') {
				i = len(b) - len(rest) + 1
			}
			continue
		}
		if i+2 < len(b) && unhex(b[i+1]) >= 0 && unhex(b[i+2]) >= 0 {
			back.add(len(out), at+i, 1, 3)
			out = append(out, byte(unhex(b[i+1])<<4|unhex(b[i+2])))
			i += 3
			continue
		}
		back.add(len(out), at+i, 1, 1)
		out = append(out, b[i])
		i++
	}
	return out
}

func unhex(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c|0x20 >= 'a' && c|0x20 <= 'f':
		return int(c|0x20-'a') + 10
	}
	return -1
}
