package dynamics

import (
	"fmt"
	"math"
	"slices"

	"reckon"
)

// table is a lookup made ready: the slope of the line from each point to the next.
type table struct {
	x, y, slope  []float64
	extend, step bool // the shape; neither is a line that keeps the end values
}

func newTable(l *reckon.Lookup) (*table, error) {
	if len(l.Points) == 0 {
		return nil, fmt.Errorf("lookup %s (%v) has no points", l.Name, l.At)
	}
	t := &table{extend: l.Shape == "extend", step: l.Shape == "step"}
	for i, p := range l.Points {
		if i > 0 && !(p[0] > t.x[i-1]) || math.IsInf(p[0], 0) || p[0] != p[0] {
			return nil, fmt.Errorf("lookup %s (%v): its points must go from left to right, and point %d does not", l.Name, l.At, i+1)
		}
		t.x, t.y = append(t.x, p[0]), append(t.y, p[1])
	}
	for i := range len(t.x) - 1 {
		t.slope = append(t.slope, (t.y[i+1]-t.y[i])/(t.x[i+1]-t.x[i]))
	}
	switch l.Shape {
	case "line", "extend", "step", "":
		return t, nil
	}
	return nil, fmt.Errorf("lookup %s (%v): there is no shape %q; it is line, extend or step", l.Name, l.At, l.Shape)
}

// at reads the table at x: exactly the points' values at the points. What is not a
// number stays so.
func (t *table) at(x float64) float64 {
	last := len(t.x) - 1
	switch {
	case x != x:
		return x
	case last == 0, x < t.x[0] && !t.extend:
		return t.y[0]
	case x >= t.x[last] && (!t.extend || x == t.x[last]):
		return t.y[last]
	}
	i := t.before(x)
	if t.step {
		return t.y[i]
	}
	return t.y[i] + float64(t.slope[i]*(x-t.x[i]))
}

// before returns the segment that x lies in: the last point at or before x, but
// neither before the first nor the very last. Short tables are counted through
// without a branch to guess.
func (t *table) before(x float64) int {
	inner := t.x[1:max(1, len(t.x)-1)]
	if len(inner) > 16 {
		i, found := slices.BinarySearch(inner, x)
		if found {
			i++
		}
		return i
	}
	i := 0
	for _, p := range inner {
		k := 0
		if x >= p {
			k = 1
		}
		i += k
	}
	return i
}
