package document

import (
	"bytes"
	"compress/zlib"
	"errors"
	"io"
	"strconv"
)

// Bounds on what is read of a PDF file. They hold the time and memory that a file
// made for harm can cost.
const (
	maxPages    = 3000
	maxObjects  = 1 << 21
	maxInflated = 256 << 20 // of all streams together
	maxStream   = 48 << 20
	maxScanned  = 4 << 30
	maxTrailers = 1000
)

// pdfFile is a PDF file opened for reading. Its objects are found by going through
// the file, not by its cross-reference table: that is one pass, cannot go in
// circles, and reads files whose table is damaged.
type pdfFile struct {
	b       []byte
	objects map[int]pdfPlace
	parsed  map[int]any
	trailer pdfDict
	left    int // bytes that may still be inflated
	hurt    int // streams that could not be unpacked
	scanned int // bytes gone through for the ends of streams
	tails   int // trailers read
}

// pdfPlace is where an object stands: in the file, or in an unpacked stream.
type pdfPlace struct {
	in []byte // nil for the file
	at int
}

var errEncryptedPDF = errors.New("this PDF is locked (encrypted). Unlock it first, for example with qpdf --decrypt locked.pdf open.pdf, or print it to a new PDF")

// openPDF finds the objects of a file.
func openPDF(b []byte) (*pdfFile, error) {
	f := &pdfFile{b: b, objects: map[int]pdfPlace{}, parsed: map[int]any{}, trailer: pdfDict{}, left: maxInflated}
	var streams []int
	for at := 0; len(f.objects) < maxObjects; {
		i := bytes.Index(b[at:], []byte("obj"))
		if i < 0 {
			break
		}
		at += i + 3
		if n, ok := objectNumber(b[:at-3]); ok {
			f.objects[n] = pdfPlace{at: at}
			if head := b[at:min(len(b), at+400)]; bytes.Contains(head, []byte("/ObjStm")) {
				streams = append(streams, n)
			} else if bytes.Contains(head, []byte("/XRef")) {
				f.addTrailer(at)
			}
		}
	}
	for at := 0; ; {
		i := bytes.Index(b[at:], []byte("trailer"))
		if i < 0 {
			break
		}
		at += i + len("trailer")
		f.addTrailer(at)
	}
	if f.trailer["Encrypt"] != nil {
		return nil, errEncryptedPDF
	}
	for _, n := range streams {
		f.unpackObjects(n)
	}
	return f, nil
}

// objectNumber reads "12 0 " at the end of b.
func objectNumber(b []byte) (int, bool) {
	i := len(b)
	back := func(is func(byte) bool) int {
		end := i
		for i > 0 && end-i < 12 && is(b[i-1]) {
			i--
		}
		return end - i
	}
	space := func(c byte) bool { return c == ' ' || c == '\n' || c == '\r' || c == '\t' }
	digit := func(c byte) bool { return c >= '0' && c <= '9' }
	back(space)
	if back(digit) == 0 || back(space) == 0 {
		return 0, false
	}
	end := i
	if n := back(digit); n == 0 || n > 8 {
		return 0, false
	}
	n, err := strconv.Atoi(string(b[i:end]))
	return n, err == nil
}

// addTrailer reads a trailer; a later one goes before an earlier.
func (f *pdfFile) addTrailer(at int) {
	if f.tails++; f.tails > maxTrailers {
		return
	}
	l := &pdfLexer{f.b[:min(len(f.b), at+1<<16)], at}
	if d, ok := l.next(0).(pdfDict); ok {
		for _, k := range []string{"Root", "Info", "Encrypt"} {
			if v := d[k]; v != nil {
				f.trailer[k] = v
			}
		}
	}
}

// unpackObjects finds the objects in an object stream.
func (f *pdfFile) unpackObjects(n int) {
	s, ok := f.object(n).(*pdfStream)
	if !ok {
		return
	}
	data := f.data(s)
	count, first := f.int(s.dict["N"]), f.int(s.dict["First"])
	l := &pdfLexer{data, 0}
	for i := 0; i < count && l.at < first && !l.done() && len(f.objects) < maxObjects; i++ {
		number, ok1 := l.next(0).(float64)
		offset, ok2 := l.next(0).(float64)
		if !ok1 || !ok2 {
			return
		}
		at := first + int(offset)
		if old, known := f.objects[int(number)]; at >= 0 && at < len(data) && (!known || old.in != nil || old.at < s.from) {
			f.objects[int(number)] = pdfPlace{data, at}
		}
	}
}

// object reads an object by its number.
func (f *pdfFile) object(n int) any {
	if v, ok := f.parsed[n]; ok {
		return v
	}
	place, ok := f.objects[n]
	if !ok {
		return nil
	}
	f.parsed[n] = nil // an object in the middle of being read is nothing
	b := place.in
	if b == nil {
		b = f.b
	}
	l := &pdfLexer{b, place.at}
	v := l.next(0)
	if d, ok := v.(pdfDict); ok && place.in == nil {
		if l.space(); bytes.HasPrefix(b[l.at:], []byte("stream")) {
			at := l.at + len("stream")
			if at < len(b) && b[at] == '\r' {
				at++
			}
			if at < len(b) && b[at] == '\n' {
				at++
			}
			v = &pdfStream{d, at}
		}
	}
	f.parsed[n] = v
	return v
}

// get follows references to an object.
func (f *pdfFile) get(v any) any {
	for range 20 {
		r, ok := v.(pdfRef)
		if !ok {
			return v
		}
		v = f.object(int(r))
	}
	return nil
}

func (f *pdfFile) dict(v any) pdfDict {
	switch v := f.get(v).(type) {
	case pdfDict:
		return v
	case *pdfStream:
		return v.dict
	}
	return nil
}

func (f *pdfFile) array(v any) pdfArray {
	a, _ := f.get(v).(pdfArray)
	return a
}

func (f *pdfFile) num(v any) float64 {
	x, _ := f.get(v).(float64)
	return x
}

func (f *pdfFile) int(v any) int {
	x := f.num(v)
	if x < -1e9 || x > 1e9 {
		return 0
	}
	return int(x)
}

func (f *pdfFile) name(v any) string {
	n, _ := f.get(v).(pdfName)
	return string(n)
}

// data unpacks a stream; what cannot be unpacked ends it.
func (f *pdfFile) data(s *pdfStream) []byte {
	b := f.b[min(s.from, len(f.b)):]
	size := f.int(s.dict["Length"])
	if size <= 0 || size > len(b) || !bytes.HasPrefix(bytes.TrimLeft(b[size:min(len(b), size+20)], "\r\n "), []byte("endstream")) {
		size = bytes.Index(b, []byte("endstream"))
		if size < 0 {
			size = len(b)
		}
		if f.scanned += size; f.scanned > maxScanned {
			return nil
		}
	}
	b = b[:size]
	filters := f.list(s.dict["Filter"])
	params := f.list(s.dict["DecodeParms"])
	for i, filter := range filters[:min(len(filters), 8)] {
		var param pdfDict
		if i < len(params) {
			param = f.dict(params[i])
		}
		switch f.name(filter) {
		case "FlateDecode", "Fl":
			b = f.predicted(f.inflate(b), param)
		case "ASCIIHexDecode", "AHx":
			l := &pdfLexer{append([]byte{'<'}, b...), 0}
			b = []byte(l.hex())
		case "ASCII85Decode", "A85":
			b = ascii85(b)
		default:
			f.hurt++
			return nil
		}
	}
	return b
}

// list makes a list of one thing or several.
func (f *pdfFile) list(v any) pdfArray {
	switch v := f.get(v).(type) {
	case nil:
		return nil
	case pdfArray:
		return v
	default:
		return pdfArray{v}
	}
}

func (f *pdfFile) inflate(b []byte) []byte {
	r, err := zlib.NewReader(bytes.NewReader(b))
	if err != nil {
		f.hurt++
		return nil
	}
	out, err := io.ReadAll(io.LimitReader(r, int64(min(f.left, maxStream))))
	if err != nil || len(out) == min(f.left, maxStream) {
		f.hurt++
	}
	f.left -= len(out)
	return out
}

// predicted undoes the row filters of PNG, which object streams may use.
func (f *pdfFile) predicted(b []byte, param pdfDict) []byte {
	columns := f.int(param["Columns"])
	if f.int(param["Predictor"]) < 10 || columns <= 0 || columns > 1<<16 {
		return b
	}
	out := make([]byte, 0, len(b))
	above := make([]byte, columns)
	for len(b) > columns {
		kind, row := b[0], b[1:columns+1]
		for i := range row {
			left, diagonal := byte(0), byte(0)
			if i > 0 {
				left, diagonal = row[i-1], above[i-1]
			}
			switch kind {
			case 1:
				row[i] += left
			case 2:
				row[i] += above[i]
			case 3:
				row[i] += byte((int(left) + int(above[i])) / 2)
			case 4:
				row[i] += paeth(left, above[i], diagonal)
			}
		}
		out = append(out, row...)
		above = row
		b = b[columns+1:]
	}
	return out
}

func paeth(a, b, c byte) byte {
	p := int(a) + int(b) - int(c)
	pa, pb, pc := abs(p-int(a)), abs(p-int(b)), abs(p-int(c))
	switch {
	case pa <= pb && pa <= pc:
		return a
	case pb <= pc:
		return b
	}
	return c
}

func abs(x int) int { return max(x, -x) }

func ascii85(b []byte) []byte {
	var out []byte
	value, n := uint32(0), 0
	for _, c := range b {
		switch {
		case c == '~':
			b = nil
		case c == 'z' && n == 0:
			out = append(out, 0, 0, 0, 0)
		case c >= '!' && c <= 'u':
			value = value*85 + uint32(c-'!')
			if n++; n == 5 {
				out = append(out, byte(value>>24), byte(value>>16), byte(value>>8), byte(value))
				value, n = 0, 0
			}
		}
		if b == nil {
			break
		}
	}
	if n > 1 {
		for range 5 - n {
			value = value*85 + 84
		}
		for i := range n - 1 {
			out = append(out, byte(value>>(24-8*i)))
		}
	}
	return out
}

// pages lists the pages in order, each with what it inherits.
func (f *pdfFile) pages() []pdfDict {
	var out []pdfDict
	seen := map[int]bool{}
	type node struct {
		v    any
		from pdfDict
	}
	root := f.dict(f.trailer["Root"])
	stack := []node{{root["Pages"], nil}}
	for len(stack) > 0 && len(out) < maxPages {
		n := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		if r, ok := n.v.(pdfRef); ok {
			if seen[int(r)] {
				continue
			}
			seen[int(r)] = true
		}
		d := f.dict(n.v)
		if d == nil {
			continue
		}
		page := pdfDict{}
		for _, k := range []string{"Resources", "MediaBox", "Rotate"} {
			if page[k] = d[k]; page[k] == nil {
				page[k] = n.from[k]
			}
		}
		kids := f.array(d["Kids"])
		if kids == nil {
			page["Contents"] = d["Contents"]
			out = append(out, page)
		}
		for i := min(len(kids), maxObjects) - 1; i >= 0; i-- {
			if _, ref := kids[i].(pdfRef); ref {
				stack = append(stack, node{kids[i], page})
			}
		}
	}
	return out
}
