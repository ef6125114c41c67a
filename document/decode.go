package document

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
)

// errBinary is what a file of no known kind gets.
var errBinary = errors.New("this is no text: it holds bytes that no text has. If it is a document of another program, save it there as PDF, DOCX or plain text and import that")

// decoded is text with the way back to the bytes it was read from.
type decoded struct {
	text  string
	back  *trace // nil when text and bytes are the same
	notes []string
}

// decode reads bytes as text: by byte order mark, else as declared, else as what
// they look like. Broken characters become U+FFFD, with a note that counts them.
func decode(b []byte, declared string) (decoded, error) {
	switch {
	case bytes.HasPrefix(b, []byte("\xff\xfe\x00\x00")), bytes.HasPrefix(b, []byte("\x00\x00\xfe\xff")):
		return decoded{}, errors.New("this text is in UTF-32, which is not read. Save it as UTF-8")
	case bytes.HasPrefix(b, []byte("\xef\xbb\xbf")):
		d, err := decodeUTF8(b[3:], 3)
		return d, err
	case bytes.HasPrefix(b, []byte("\xff\xfe")):
		return decodeUTF16(b, 2, binary.LittleEndian), nil
	case bytes.HasPrefix(b, []byte("\xfe\xff")):
		return decodeUTF16(b, 2, binary.BigEndian), nil
	}
	if order := evidentUTF16(b); order != nil {
		d := decodeUTF16(b, 0, order)
		d.notes = append(d.notes, "The file says nothing of its encoding; it was read as UTF-16.")
		return d, nil
	}
	if looksBinary(b) {
		return decoded{}, errBinary
	}
	if enc, name := charset.Lookup(declared); enc != nil && name != "utf-8" && name != "utf-16le" && name != "utf-16be" && name != "replacement" {
		if declaredFits(b) {
			return decodeCharset(b, enc), nil
		}
	}
	whole, broken := validity(b)
	if broken == 0 || whole >= broken {
		return decodeUTF8(b, 0)
	}
	from := guess(b)
	d := decodeCharset(b, from.chars)
	d.notes = append(d.notes, fmt.Sprintf("The file says nothing of its encoding and is not UTF-8; it was read as %s.", from.name))
	return d, nil
}

// declaredFits reports whether to believe a declared encoding: pages that say
// something else and are UTF-8 are common, and no other text is UTF-8 by chance.
func declaredFits(b []byte) bool {
	whole, broken := validity(b)
	return broken > 0 || whole == 0
}

// validity counts characters beyond ASCII that are whole UTF-8, and bytes that are not.
func validity(b []byte) (whole, broken int) {
	for i := 0; i < len(b); {
		if b[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRune(b[i:])
		if r == utf8.RuneError && n == 1 {
			broken++
		} else {
			whole++
		}
		i += n
	}
	return whole, broken
}

// looksBinary reports more control characters than a damaged text would have.
func looksBinary(b []byte) bool {
	odd := 0
	for _, c := range b {
		if c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != '\v' && c != 0x1b && c != 0x1a {
			odd++
		}
	}
	return odd > 4+len(b)/1000
}

// evidentUTF16 tells UTF-16 without a mark by where its zero bytes stand.
func evidentUTF16(b []byte) binary.ByteOrder {
	b = b[:min(len(b), 4096)&^1]
	if len(b) < 8 {
		return nil
	}
	var zero, page [2]int // zero bytes, and bytes of Arabic and Persian letters, at even and odd places
	for i, c := range b {
		if c == 0 {
			zero[i%2]++
		}
		if c == 6 || c == 0 {
			page[i%2]++
		}
	}
	half := len(b) / 2
	switch {
	case zero[1] > 0 && page[1] > half*7/10 && zero[0] <= half/50:
		return binary.LittleEndian
	case zero[0] > 0 && page[0] > half*7/10 && zero[1] <= half/50:
		return binary.BigEndian
	}
	return nil
}

// decodeUTF8 keeps the text as it stands but for what is broken.
func decodeUTF8(b []byte, skip int) (decoded, error) {
	if looksBinary(b) {
		return decoded{}, errBinary
	}
	if utf8.Valid(b) && bytes.IndexByte(b, 0) < 0 {
		if skip == 0 {
			return decoded{text: string(b)}, nil
		}
		return decoded{text: string(b), back: &trace{[]run{{0, skip, 1, 1}}}}, nil
	}
	var out strings.Builder
	back, broken := &trace{}, 0
	for i := 0; i < len(b); {
		from := i
		for i < len(b) {
			r, n := utf8.DecodeRune(b[i:])
			if r == utf8.RuneError && n <= 1 || r == 0 {
				break
			}
			i += n
		}
		if i > from {
			back.add(out.Len(), skip+from, 1, 1)
			out.Write(b[from:i])
		}
		if i < len(b) {
			back.add(out.Len(), skip+i, 3, 1)
			out.WriteRune(utf8.RuneError)
			broken++
			i++
		}
	}
	return decoded{out.String(), back, []string{brokenNote(broken)}}, nil
}

func brokenNote(n int) string {
	if n == 1 {
		return "1 broken character was replaced by �."
	}
	return fmt.Sprintf("%d broken characters were replaced by �.", n)
}

// decodeUTF16 reads pairs of bytes; a surrogate alone and a last odd byte are broken.
func decodeUTF16(b []byte, skip int, order binary.ByteOrder) decoded {
	var out strings.Builder
	out.Grow(len(b) / 2)
	d := decoded{back: &trace{}}
	broken := 0
	for i := skip; i < len(b); {
		r, n := rune(utf8.RuneError), 2
		if i+1 < len(b) {
			r = rune(order.Uint16(b[i:]))
		}
		if utf16.IsSurrogate(r) {
			low := rune(0)
			if i+3 < len(b) {
				low = rune(order.Uint16(b[i+2:]))
			}
			if r = utf16.DecodeRune(r, low); r != utf8.RuneError {
				n = 4
			}
		}
		if r == utf8.RuneError || r == 0 {
			r = utf8.RuneError
			broken++
		}
		d.back.add(out.Len(), i, utf8.RuneLen(r), n)
		out.WriteRune(r)
		i += n
	}
	d.text = out.String()
	if broken > 0 {
		d.notes = append(d.notes, brokenNote(broken))
	}
	return d
}

// decodeCharset reads any other encoding a few characters at a time, so that
// each knows its bytes.
func decodeCharset(b []byte, enc encoding.Encoding) decoded {
	t := enc.NewDecoder().Transformer
	d := decoded{back: &trace{}}
	var out strings.Builder
	out.Grow(len(b))
	broken := 0
	var dst [utf8.UTFMax]byte
	for i := 0; i < len(b); {
		if b[i] < utf8.RuneSelf && b[i] >= ' ' && b[i] != '\\' && b[i] != '~' && plainASCII(enc) {
			d.back.add(out.Len(), i, 1, 1)
			out.WriteByte(b[i])
			i++
			continue
		}
		n, used, _ := t.Transform(dst[:], b[i:min(len(b), i+16)], len(b)-i <= 16)
		if used == 0 || n > 0 && dst[0] == 0 {
			used, n = max(used, 1), copy(dst[:], "\ufffd")
		}
		if strings.ContainsRune(string(dst[:n]), utf8.RuneError) {
			broken++
		}
		for k := 0; k < n; { // characters of one step share its bytes evenly, or its start
			_, size := utf8.DecodeRune(dst[k:n])
			of, from := 0, i
			if count := utf8.RuneCount(dst[:n]); used%count == 0 {
				of = used / count
				from = i + utf8.RuneCount(dst[:k])*of
			}
			d.back.add(out.Len(), from, size, of)
			out.Write(dst[k : k+size])
			k += size
		}
		i += used
	}
	d.text = out.String()
	if broken > 0 {
		d.notes = append(d.notes, brokenNote(broken))
	}
	return d
}

// plainASCII reports an encoding that keeps no state, so that ASCII stands for itself.
func plainASCII(enc encoding.Encoding) bool {
	_, single := enc.(*charmap.Charmap)
	return single
}
