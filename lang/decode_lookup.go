package lang

import (
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"reckon"
)

// lookup reads a table of points.
func (l *loader) lookup(f fields) {
	t := reckon.Lookup{
		Name: f.label, Title: f.title(f.label), Shape: f.word("shape"), Unit: f.text("unit"),
		Points: f.points2("points"), Cites: f.cites(), At: f.at,
	}
	if t.Shape == "" {
		t.Shape = "line"
	}
	l.c.Lookups = append(l.c.Lookups, t)
}

// points2 reads [[x, y], …] with x ascending.
func (f fields) points2(name string) [][2]float64 {
	e := f.value(name)
	if e == nil {
		return nil
	}
	list, ok := e.(*hclsyntax.TupleConsExpr)
	if !ok || len(list.Exprs) < 2 {
		f.l.add(wantPoints(place(e.Range()), name))
		return nil
	}
	var points [][2]float64
	for _, item := range list.Exprs {
		pair, ok := item.(*hclsyntax.TupleConsExpr)
		if !ok || len(pair.Exprs) != 2 {
			f.l.add(wantPoints(place(item.Range()), name))
			return nil
		}
		x, fine := f.numberIn(name, pair.Exprs[0], placeNumber, nil)
		y, also := f.numberIn(name, pair.Exprs[1], placeNumber, nil)
		if !fine || !also {
			return nil
		}
		if n := len(points); n > 0 && points[n-1][0] >= x.Number {
			f.l.add(pointsOutOfOrder(x.At, points[n-1][0], x.Number))
			return nil
		}
		points = append(points, [2]float64{x.Number, y.Number})
	}
	return points
}
