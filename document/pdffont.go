package document

import (
	"strconv"
	"strings"
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"
)

// pdfFont turns the codes of a page into characters and widths.
type pdfFont struct {
	wide    bool // two bytes a code
	codes   map[int]string
	one     [256]string     // of simple fonts
	widths  map[int]float64 // in thousandths of the size
	usual   float64
	bold    bool
	unknown bool // no way from codes to characters is given
}

// font reads a font.
func (f *pdfFile) font(v any) *pdfFont {
	d := f.dict(v)
	base := f.name(d["BaseFont"])
	out := &pdfFont{widths: map[int]float64{}, usual: 500}
	for _, w := range []string{"Bold", "bold", "Black", "Heavy", "Semibold", "Demi"} {
		out.bold = out.bold || strings.Contains(base, w)
	}
	if strings.Contains(base, "Courier") || strings.Contains(base, "Mono") {
		out.usual = 600
	}
	if s, ok := f.get(d["ToUnicode"]).(*pdfStream); ok {
		out.codes = readCodes(f.data(s))
	}
	if f.name(d["Subtype"]) == "Type0" {
		f.wideFont(d, out)
		return out
	}
	f.encoding(d["Encoding"], base, out)
	first := f.int(d["FirstChar"])
	for i, w := range f.array(d["Widths"]) {
		if x := f.num(w); x > 0 && i < 256 {
			out.widths[first+i] = x
		}
	}
	if f.name(d["Subtype"]) == "Type3" {
		out.usual, out.widths = 500, map[int]float64{} // its units are its own
	}
	return out
}

// wideFont reads a font of many characters.
func (f *pdfFile) wideFont(d pdfDict, out *pdfFont) {
	out.wide, out.usual = true, 1000
	out.unknown = out.codes == nil
	for _, v := range f.array(d["DescendantFonts"]) {
		below := f.dict(v)
		if w := below["DW"]; w != nil {
			out.usual = f.num(w)
		}
		list := f.array(below["W"])
		for i := 0; i+1 < len(list) && len(out.widths) < 1<<16; {
			from := f.int(list[i])
			if row := f.array(list[i+1]); row != nil {
				for k, w := range row[:min(len(row), 1<<16)] {
					out.widths[from+k] = f.num(w)
				}
				i += 2
				continue
			}
			if i+2 >= len(list) {
				return
			}
			for c := from; c <= min(f.int(list[i+1]), from+1<<16); c++ {
				out.widths[c] = f.num(list[i+2])
			}
			i += 3
		}
	}
}

// encoding reads the table of a simple font.
func (f *pdfFile) encoding(v any, font string, out *pdfFont) {
	base := f.name(v)
	d := f.dict(v)
	if d != nil {
		base = f.name(d["BaseEncoding"])
	}
	table := charmap.Windows1252
	if base == "MacRomanEncoding" {
		table = charmap.Macintosh
	}
	for i := 32; i < 256; i++ {
		out.one[i] = string(table.DecodeByte(byte(i)))
	}
	if base == "" {
		for code, name := range standardNames {
			out.one[code] = glyph(name)
		}
	}
	if v == nil && texFont(font) {
		for code, name := range texNames {
			out.one[code] = glyph(name)
		}
	}
	code := 0
	for _, x := range f.array(d["Differences"]) {
		switch x := f.get(x).(type) {
		case float64:
			code = int(x)
		case pdfName:
			if code >= 0 && code < 256 {
				if s := glyph(string(x)); s != "" {
					out.one[code] = s
				}
			}
			code++
		}
	}
}

// texFont reports a text font of the TeX family, whose codes are its own.
func texFont(name string) bool {
	if _, after, ok := strings.Cut(name, "+"); ok {
		name = after
	}
	for _, begin := range []string{"CMR", "CMBX", "CMTI", "CMSL", "CMSS", "CMCSC", "CMB"} {
		if strings.HasPrefix(strings.ToUpper(name), begin) {
			return true
		}
	}
	return false
}

// texNames are the codes of text fonts of the TeX family that differ from ASCII.
var texNames = map[int]string{
	0x0b: "ff", 0x0c: "fi", 0x0d: "fl", 0x0e: "ffi", 0x0f: "ffl", 0x10: "dotlessi", 0x19: "germandbls", 0x1a: "ae", 0x1b: "oe", 0x1c: "oslash",
	0x22: "quotedblright", 0x27: "quoteright", 0x5c: "quotedblleft", 0x60: "quoteleft", 0x7b: "endash", 0x7c: "emdash",
}

// decode reads the next code of a string: its characters, its width and how many
// bytes it takes.
func (p *pdfFont) decode(s string) (text string, width float64, size int) {
	code, size := int(s[0]), 1
	if p.wide {
		size = min(2, len(s))
		if size == 2 {
			code = code<<8 | int(s[1])
		}
	}
	width, ok := p.widths[code]
	if !ok {
		width = p.usual
	}
	if text, ok = p.codes[code]; ok {
		return text, width, size
	}
	if p.wide {
		return "\ufffd", width, size
	}
	return p.one[code], width, size
}

// maxCodes bounds the table from codes to characters.
const maxCodes = 1 << 17

// readCodes reads a ToUnicode table.
func readCodes(b []byte) map[int]string {
	out := map[int]string{}
	l := &pdfLexer{b, 0}
	var last []any
	for !l.done() {
		v := l.next(0)
		word, ok := v.(pdfWord)
		if !ok {
			if last = append(last, v); len(last) > 4096 {
				last = last[1:]
			}
			continue
		}
		switch word {
		case "endbfchar":
			for i := 0; i+1 < len(last); i += 2 {
				out[codeOf(last[i])] = utf16Of(last[i+1], 0)
			}
		case "endbfrange":
			for i := 0; i+2 < len(last); i += 3 {
				addRange(out, codeOf(last[i]), codeOf(last[i+1]), last[i+2])
			}
		}
		last = last[:0]
	}
	delete(out, -1)
	return out
}

func addRange(out map[int]string, from, to int, v any) {
	list, listed := v.(pdfArray)
	for c := from; c >= 0 && c <= to && c-from < 1<<16 && len(out) < maxCodes; c++ {
		if !listed {
			out[c] = utf16Of(v, c-from)
		} else if c-from < len(list) {
			out[c] = utf16Of(list[c-from], 0)
		}
	}
}

func codeOf(v any) int {
	s, ok := v.(pdfString)
	if !ok || len(s) == 0 || len(s) > 4 {
		return -1
	}
	n := 0
	for i := range len(s) {
		n = n<<8 | int(s[i])
	}
	return n
}

// utf16Of reads characters, the last of them moved on by plus.
func utf16Of(v any, plus int) string {
	s, _ := v.(pdfString)
	units := make([]uint16, 0, len(s)/2)
	for i := 0; i+1 < min(len(s), 64); i += 2 {
		units = append(units, uint16(s[i])<<8|uint16(s[i+1]))
	}
	if len(units) == 0 {
		return ""
	}
	runes := utf16.Decode(units)
	runes[len(runes)-1] += rune(plus)
	text := strings.ToValidUTF8(string(runes), "\ufffd")
	return strings.ReplaceAll(text, "\x00", "")
}

// glyph reads the name of a character: a letter, a letter with a mark, a sign of
// the list, or uniXXXX. "" when it is none of these.
func glyph(name string) string {
	name, _, _ = strings.Cut(name, ".")
	if len(name) == 1 {
		return name
	}
	if s, ok := glyphNames[name]; ok {
		return s
	}
	for _, begin := range []string{"uni", "u"} {
		if hex, ok := strings.CutPrefix(name, begin); ok && len(hex) >= 4 && len(hex) <= 6 {
			if v, err := strconv.ParseUint(hex, 16, 32); err == nil && v >= 32 && v < 0x110000 && (v < 0xd800 || v > 0xdfff) {
				return string(rune(v))
			}
		}
	}
	if name == "" {
		return ""
	}
	if accent, ok := glyphAccents[name[1:]]; ok && name[0] < 0x80 {
		return norm.NFC.String(name[:1] + accent)
	}
	return ""
}

var glyphAccents = map[string]string{
	"acute": "\u0301", "grave": "\u0300", "circumflex": "\u0302", "dieresis": "\u0308", "tilde": "\u0303", "ring": "\u030a", "cedilla": "\u0327",
	"caron": "\u030c", "breve": "\u0306", "macron": "\u0304", "ogonek": "\u0328", "dotaccent": "\u0307", "hungarumlaut": "\u030b", "commaaccent": "\u0326",
}

// standardNames are the codes of the standard encoding that differ from Windows.
var standardNames = map[int]string{
	0x27: "quoteright", 0x60: "quoteleft", 0xa1: "exclamdown", 0xa4: "fraction", 0xa8: "currency", 0xa9: "quotesingle", 0xaa: "quotedblleft", 0xac: "guilsinglleft",
	0xad: "guilsinglright", 0xae: "fi", 0xaf: "fl", 0xb1: "endash", 0xb2: "dagger", 0xb3: "daggerdbl", 0xb4: "periodcentered", 0xb7: "bullet", 0xb8: "quotesinglbase",
	0xb9: "quotedblbase", 0xba: "quotedblright", 0xbc: "ellipsis", 0xbd: "perthousand", 0xbf: "questiondown", 0xd0: "emdash", 0xe1: "AE", 0xe8: "Lslash", 0xe9: "Oslash",
	0xea: "OE", 0xf1: "ae", 0xf5: "dotlessi", 0xf8: "lslash", 0xf9: "oslash", 0xfa: "oe", 0xfb: "germandbls",
}

var glyphNames = map[string]string{
	"space": " ", "nbspace": "\u00a0", "exclam": "!", "quotedbl": `"`, "numbersign": "#", "dollar": "$", "percent": "%", "ampersand": "&", "quotesingle": "'", "quoteright": "’",
	"quoteleft": "‘", "parenleft": "(", "parenright": ")", "asterisk": "*", "plus": "+", "comma": ",", "hyphen": "-", "minus": "−", "period": ".", "slash": "/", "zero": "0",
	"one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9", "colon": ":", "semicolon": ";", "less": "<",
	"equal": "=", "greater": ">", "question": "?", "at": "@", "bracketleft": "[", "backslash": `\`, "bracketright": "]", "asciicircum": "^", "underscore": "_", "grave": "`",
	"braceleft": "{", "bar": "|", "braceright": "}", "asciitilde": "~", "exclamdown": "¡", "cent": "¢", "sterling": "£", "fraction": "⁄", "yen": "¥", "florin": "ƒ",
	"section": "§", "currency": "¤", "quotedblleft": "“", "quotedblright": "”", "quotedblbase": "„", "quotesinglbase": "‚", "guillemotleft": "«", "guillemotright": "»",
	"guilsinglleft": "‹", "guilsinglright": "›", "fi": "fi", "fl": "fl", "ff": "ff", "ffi": "ffi", "ffl": "ffl", "f_i": "fi", "f_l": "fl", "f_f": "ff", "f_f_i": "ffi",
	"endash": "–", "emdash": "—", "dagger": "†", "daggerdbl": "‡", "periodcentered": "·", "paragraph": "¶", "bullet": "•", "ellipsis": "…", "perthousand": "‰",
	"questiondown": "¿", "acute": "´", "circumflex": "ˆ", "tilde": "˜", "macron": "¯", "dieresis": "¨", "cedilla": "¸", "AE": "Æ", "ae": "æ", "OE": "Œ", "oe": "œ",
	"Oslash": "Ø", "oslash": "ø", "Lslash": "Ł", "lslash": "ł", "dotlessi": "ı", "germandbls": "ß", "Eth": "Ð", "eth": "ð", "Thorn": "Þ", "thorn": "þ", "copyright": "©",
	"registered": "®", "trademark": "™", "degree": "°", "plusminus": "±", "multiply": "×", "divide": "÷", "onehalf": "½", "onequarter": "¼", "threequarters": "¾",
	"onesuperior": "¹", "twosuperior": "²", "threesuperior": "³", "ordfeminine": "ª", "ordmasculine": "º", "Euro": "€", "logicalnot": "¬", "brokenbar": "¦", "mu": "µ",
	"sfthyphen": "\u00ad", "hyphenminus": "-", "figuredash": "‒", "Dcroat": "Đ", "dcroat": "đ",
}
