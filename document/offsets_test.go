package document

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestOffsetsGoBothWays(t *testing.T) {
	for _, text := range []string{"", "a", "é", strings.Repeat("aé漢😀 ", 300), strings.Repeat("漢", 256)} {
		o := NewOffsets(text)
		point := 0
		for at := range text {
			if got := o.Point(at); got != point {
				t.Fatalf("%.20q: byte %d is point %d, not %d", text, at, point, got)
			}
			if got := o.Byte(point); got != at {
				t.Fatalf("%.20q: point %d is byte %d, not %d", text, point, at, got)
			}
			point++
		}
		if o.Byte(point) != len(text) || o.Point(len(text)) != utf8.RuneCountInString(text) {
			t.Errorf("%.20q: the ends do not meet", text)
		}
	}
}
