package xmile

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"reckon"
)

// maxPoints bounds the points of one table.
const maxPoints = 100_000

// tables makes the lookups of a scope and of the modules in it. A table that stands
// for all elements of an array is made once.
func (b *builder) tables(s *scope) {
	for _, l := range s.order {
		made := map[*node]string{}
		for i := range l.names {
			gf := l.part(i).gf
			if gf == nil {
				continue
			}
			if made[gf] == "" {
				made[gf] = b.lookup(l, i, gf)
			}
			l.tables[i] = made[gf]
		}
	}
	for _, name := range sorted(s.inner) {
		b.tables(s.inner[name])
	}
}

// shapes says what the kinds of graphical functions are called here.
var shapes = map[string]string{"": "line", "continuous": "line", "extrapolate": "extend", "discrete": "step"}

// lookup makes one lookup and returns its name.
func (b *builder) lookup(l *slot, i int, gf *node) string {
	name, title := l.names[i], l.title(i)
	if l.v.kind != "gf" {
		name, title = b.names.take(name+"_table"), title+": table"
	}
	t := reckon.Lookup{Name: name, Title: title, At: gf.at}
	shape, known := shapes[strings.ToLower(gf.attr("type"))]
	if !known {
		b.add(reckon.Warning, "unknown-table", gf.at, fmt.Sprintf("The graphical function of %q is of a kind that is not known: %s", title, gf.attr("type")), "It is read as continuous. The kinds are continuous, extrapolate and discrete.")
		shape = "line"
	}
	if strings.EqualFold(gf.attr("discrete"), "true") {
		shape = "step"
	}
	t.Shape = shape
	ys, err := points(gf, "ypts")
	xs, wrong := points(gf, "xpts")
	if err == nil {
		err = wrong
	}
	if err == nil && xs == nil {
		xs, err = scale(gf, len(ys))
	}
	switch {
	case err != nil:
	case len(ys) == 0:
		err = fmt.Errorf("it has no <ypts>")
	case len(xs) != len(ys):
		err = fmt.Errorf("it has %d values of x and %d of y", len(xs), len(ys))
	}
	for k := 0; err == nil && k < len(xs); k++ {
		if k > 0 && xs[k] <= xs[k-1] {
			err = fmt.Errorf("its values of x do not rise from %g to %g; move one of them a little", xs[k-1], xs[k])
		}
		t.Points = append(t.Points, [2]float64{xs[k], ys[k]})
	}
	if err != nil {
		b.add(reckon.Error, "bad-table", gf.at, fmt.Sprintf("The graphical function of %q cannot be read: %v", title, err), "Mend it in the program that wrote the model.")
		t.Points = [][2]float64{{0, 0}, {1, 0}}
	}
	if len(t.Points) == 1 {
		t.Points = level(t.Points[0])
	}
	b.c.Lookups = append(b.c.Lookups, t)
	return t.Name
}

// level is a table that has the value of its one point everywhere. The other x is far
// enough to differ from that of the point however large that is, and nearer to 0.
func level(p [2]float64) [][2]float64 {
	far := max(1, math.Abs(p[0]))
	if p[0] > 0 {
		return [][2]float64{{p[0] - far, p[1]}, p}
	}
	return [][2]float64{p, {p[0] + far, p[1]}}
}

// points reads numbers between commas, or between what sep says.
func points(gf *node, name string) ([]float64, error) {
	n := gf.first(name)
	if n == nil {
		return nil, nil
	}
	sep := n.attr("sep")
	if sep == "" {
		sep = ","
	}
	var all []float64
	for piece := range strings.SplitSeq(n.text, sep) {
		if piece = strings.TrimSpace(piece); piece == "" {
			continue
		}
		v, err := strconv.ParseFloat(piece, 64)
		if err != nil || math.IsNaN(v) || math.IsInf(v, 0) {
			return nil, fmt.Errorf("%.40q in <%s> is no number", piece, name)
		}
		if all = append(all, v); len(all) > maxPoints {
			return nil, fmt.Errorf("it has more than %d points", maxPoints)
		}
	}
	return all, nil
}

// scale spaces n values of x evenly between the ends that <xscale> gives.
func scale(gf *node, n int) ([]float64, error) {
	s := gf.first("xscale")
	if s == nil {
		return nil, fmt.Errorf("it has neither <xpts> nor <xscale>")
	}
	low, err := strconv.ParseFloat(strings.TrimSpace(s.attr("min")), 64)
	high, wrong := strconv.ParseFloat(strings.TrimSpace(s.attr("max")), 64)
	if err != nil || wrong != nil || !(low < high) || math.IsInf(high-low, 0) {
		return nil, fmt.Errorf("<xscale> needs min and max, the least first")
	}
	all := make([]float64, n)
	for i := range all {
		all[i] = low + (high-low)*float64(i)/float64(max(n-1, 1))
	}
	return all, nil
}
