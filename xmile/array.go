package xmile

import (
	"maps"
	"slices"

	"reckon"
)

// spread compiles a term once for each element that its wildcards and foreign
// dimensions run over, the last fastest.
func (cx *context) spread(t *term) []reckon.Expr {
	dims, stars := cx.free(t)
	many := 1
	for _, d := range dims {
		many = min(many*len(d.elems), maxElements+1)
	}
	for _, s := range stars {
		many = min(many*len(s.d.elems), maxElements+1)
	}
	if many > maxElements {
		return []reckon.Expr{cx.wrong("too-large", "Use smaller dimensions.", "a sum runs over more than %d elements", maxElements).x}
	}
	inner := *cx
	inner.here, inner.stars = map[*dim]int{}, map[starred]int{}
	maps.Copy(inner.here, cx.here)
	maps.Copy(inner.stars, cx.stars)
	all := make([]reckon.Expr, 0, many)
	for n := range many {
		if cx.b.exceeded {
			break
		}
		for _, s := range slices.Backward(stars) {
			inner.stars[s] = n % len(s.d.elems)
			n /= len(s.d.elems)
		}
		for _, d := range slices.Backward(dims) {
			inner.here[d] = n % len(d.elems)
			n /= len(d.elems)
		}
		all = append(all, inner.number(t))
	}
	return all
}

// free lists the dimensions and wildcards of a term that nothing fixes yet, in
// order of first mention.
func (cx *context) free(t *term) (dims []*dim, stars []starred) {
	wild := func(d *dim, seen map[*dim]int, omitted bool) {
		s := starred{d, seen[d]}
		_, fixed := cx.stars[s]
		if _, here := cx.here[d]; omitted && here {
			return
		}
		seen[d]++
		if !fixed && !slices.Contains(stars, s) {
			stars = append(stars, s)
		}
	}
	var walk func(t *term)
	walk = func(t *term) {
		for _, a := range t.args {
			walk(a)
		}
		if t.op != "name" && t.op != "call" {
			return
		}
		l := cx.lookup(t)
		if l == nil || t.subs != nil && len(t.subs) != len(l.v.dims) {
			return
		}
		seen := map[*dim]int{}
		for k, d := range l.v.dims {
			switch {
			case t.subs == nil:
				wild(d, seen, true)
			case t.subs[k].op == "*" && len(t.subs[k].args) == 0:
				wild(d, seen, false)
			case t.subs[k].op == "name":
				named := cx.b.f.dims[key(t.subs[k].name)]
				if _, element := d.index[key(t.subs[k].name)]; named == nil || element {
					continue
				}
				if _, here := cx.here[named]; !here && !slices.Contains(dims, named) {
					dims = append(dims, named)
				}
			}
		}
	}
	walk(t)
	return dims, stars
}

// over joins all arguments and all elements of them by an operator or function.
func over(join string) func(*context, *term) reckon.Expr {
	return func(cx *context, t *term) reckon.Expr { return cx.fold(join, cx.elements(t)) }
}

func (cx *context) elements(t *term) []reckon.Expr {
	var all []reckon.Expr
	for _, a := range t.args {
		all = append(all, cx.spread(a)...)
	}
	return all
}

// fold joins expressions two by two, halves first, so that no long sum nests deep.
func (cx *context) fold(join string, all []reckon.Expr) reckon.Expr {
	switch {
	case len(all) == 1:
		return all[0]
	case len(all) == 0:
		return cx.wrong("arguments", "Give it something to join.", "there is nothing to join").x
	}
	if len(all) == 2 || len(all) > 40 || join == "+" || join == "*" {
		half := (len(all) + 1) / 2
		left, right := cx.fold(join, all[:half]), cx.fold(join, all[half:])
		if join == "+" || join == "*" {
			return cx.op(reckon.Op(join), left, right)
		}
		return cx.call(join, left, right)
	}
	last := len(all) - 1
	return cx.call(join, cx.fold(join, all[:last]), all[last])
}

func mean(cx *context, t *term) reckon.Expr {
	all := cx.elements(t)
	return cx.op("/", cx.fold("+", all), cx.constant(float64(len(all))))
}

func size(cx *context, t *term) reckon.Expr {
	return cx.constant(float64(len(cx.spread(t.args[0]))))
}
