package brief

import (
	"fmt"
	"math"
	"strings"
)

// figure is a drawing that carries all a reader may need instead of seeing it:
// a title that states the finding, a description and the same as a table.
type figure struct {
	ID, Title, Note, Desc string
	W, H                  float64
	Shapes                []shape
	Key                   []keyItem
	Table                 grid
	After                 string // id to skip to; "" when there is little to skip
	Small                 bool   // stands beside others of its kind
}

// shape is one element of a drawing, in user units from the top left.
type shape struct {
	Kind       string // "line", "path", "rect" or "text"
	X, Y       float64
	X2, Y2     float64 // line: its end; rect: width and height
	D          string  // path
	Class      string
	Text       string // text: what it says; else a tooltip
	Anchor     string // text: "start", "middle" or "end"
	Href, Name string // a link around the shape and its accessible name
}

// keyItem explains one mark of a figure.
type keyItem struct {
	D, Class, Text string
}

// grid is a table.
type grid struct {
	Caption string
	Note    string // under the table
	Head    []string
	Rows    []row
	Fixed   bool // the first column is a row header
	Wide    bool // the second column holds sentences
}

type row struct {
	ID, Class string
	Cells     []cell
}

type cell struct {
	Text   string
	Number bool
	Links  []mark2
	Reason string // shown on the number as a link to its reason
}

// mark2 is a link in a table, by its own words.
type mark2 struct{ Href, Text string }

func cells(texts ...string) []cell {
	out := make([]cell, len(texts))
	for i, t := range texts {
		out[i] = cell{Text: t}
	}
	return out
}

// numbers returns cells set as numbers.
func numbers(texts ...string) []cell {
	out := cells(texts...)
	for i := range out {
		out[i].Number = true
	}
	return out
}

func line(x, y, x2, y2 float64, class string) shape {
	return shape{Kind: "line", X: x, Y: y, X2: x2, Y2: y2, Class: class}
}

func box(x, y, w, h float64, class string) shape {
	return shape{Kind: "rect", X: x, Y: y, X2: w, Y2: h, Class: class}
}

func label(x, y float64, anchor, class, text string) shape {
	return shape{Kind: "text", X: x, Y: y, Anchor: anchor, Class: class, Text: text}
}

// outline draws the mark of the k-th reading, so that shape and colour both
// tell readings apart.
func outline(k int, x, y, r float64) string {
	turn := func(n int, phase float64) string {
		var b strings.Builder
		for i := range n {
			a := phase + 2*math.Pi*float64(i)/float64(n)
			fmt.Fprintf(&b, "%s%s %s", map[bool]string{true: "M", false: "L"}[i == 0], coordinate(x+r*1.2*math.Cos(a)), coordinate(y+r*1.2*math.Sin(a)))
		}
		return b.String() + "Z"
	}
	switch k % 6 {
	case 0:
		return fmt.Sprintf("M%s %sa%[3]s %[3]s 0 1 0 %[4]s 0a%[3]s %[3]s 0 1 0 -%[4]s 0Z", coordinate(x-r), coordinate(y), coordinate(r), coordinate(2*r))
	case 1:
		return turn(4, math.Pi/4)
	case 2:
		return turn(3, -math.Pi/2)
	case 3:
		return turn(4, 0)
	case 4:
		return turn(6, 0)
	}
	return turn(3, math.Pi/2)
}

// mark draws the k-th reading's mark; hollow marks stand apart from the score.
func markAt(k int, x, y, r float64, hollow bool) shape {
	class := fmt.Sprintf("mark r%d", k%6)
	if hollow {
		class += " hollow"
	}
	return shape{Kind: "path", D: outline(k, x, y, r), Class: class}
}

func keyOf(k int, text string, hollow bool) keyItem {
	s := markAt(k, 8, 8, 5, hollow)
	return keyItem{s.D, s.Class, text}
}
