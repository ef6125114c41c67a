package followup

import (
	"slices"
	"strconv"
	"strings"

	"reckon"
)

// variant is one actor after some edits: his list of wants and what he takes the
// others for.
type variant struct {
	list    []code
	beliefs []int // by actor: 0 as stated; −1 as he is; from 1 surely that kind of Study.kinds
	edits   []Edit
	taste   *taste
	fits    int8 // whether it meets a pattern: 1 it does, −1 it does not, 0 not asked
}

// moved sums the places that the edits move wants over.
func moved(edits []Edit) int {
	n := 0
	for _, e := range edits {
		n += e.Moved
	}
	return n
}

// closet lists an actor's variants by how many edits make them, each list once:
// the shortest way to it, and of these the one found first.
type closet struct {
	*wardrobe
	beliefs bool   // edits of beliefs count
	fixed   []bool // by want: not to be changed
	levels  [][]variant
	met     map[string]bool
}

// These bound the lists of wants tried for one actor, and, where each makes an
// order to be compiled, the states of them all.
const (
	maxVariants = 1 << 16
	maxCompiled = 1 << 27
)

func (s *Study) closet(actor int, beliefs bool) *closet {
	c := &closet{wardrobe: s.wardrobe(actor), beliefs: beliefs, met: map[string]bool{}}
	c.fixed = make([]bool, len(c.wants))
	places := s.usable(&s.Minds[actor])
	present := variant{beliefs: make([]int, s.Conflict.Actors()), taste: &taste{order: s.Conflict, actor: actor}}
	for k := range c.own {
		c.fixed[k] = !slices.Contains(places, k)
		present.list = append(present.list, code(k+1))
	}
	c.met[present.key()] = true
	c.levels = [][]variant{{present}}
	return c
}

// key tells variants apart.
func (v *variant) key() string {
	var b []byte
	for _, k := range v.list {
		b = strconv.AppendInt(append(b, ' '), int64(k), 10)
	}
	for _, k := range v.beliefs {
		b = strconv.AppendInt(append(b, '|'), int64(k), 10)
	}
	return string(b)
}

// level returns the variants that take that many edits and no fewer; false when
// there are too many to list.
func (c *closet) level(edits int) ([]variant, bool) {
	for len(c.levels) <= edits {
		var next []variant
		for k := range c.levels[len(c.levels)-1] {
			next = c.further(&c.levels[len(c.levels)-1][k], next)
			if len(next) > c.most() {
				return nil, false
			}
		}
		slices.SortStableFunc(next, func(a, b variant) int { return moved(a.edits) - moved(b.edits) })
		c.levels = append(c.levels, next)
	}
	return c.levels[edits], true
}

// most returns how many variants of one size are listed.
func (c *closet) most() int {
	if c.truth != nil {
		return maxVariants
	}
	return min(maxVariants, maxCompiled>>c.Conflict.Options())
}

// further appends what one more edit makes of a variant and was not met before.
func (c *closet) further(v *variant, next []variant) []variant {
	add := func(e Edit, list []code, beliefs []int) {
		n := variant{list: list, beliefs: beliefs}
		if key := n.key(); !c.met[key] {
			c.met[key] = true
			n.edits = append(slices.Clip(v.edits), e)
			n.taste = v.taste
			if e.Do != "believe" {
				n.taste = c.taste(list)
			}
			next = append(next, n)
		}
	}
	wants := c.named(v.list)
	var places []int
	for k, of := range v.list {
		if !c.fixed[of.number()-1] {
			places = append(places, k)
		}
	}
	for _, e := range c.singleEdits(wants, places) {
		add(e, e.rewrite(v.list, 0), v.beliefs)
	}
	for k := c.own; k < len(c.wants); k++ {
		if slices.Contains(v.list, code(k+1)) || slices.Contains(v.list, -code(k+1)) {
			continue
		}
		for _, e := range c.additions(wants, &c.wants[k]) {
			add(e, e.rewrite(v.list, code(k+1)), v.beliefs)
		}
	}
	for about := range v.beliefs {
		for _, b := range c.convertible(v, about) {
			beliefs := slices.Clone(v.beliefs)
			beliefs[about] = b
			add(c.believe(c.actor, about, c.kind(about, b)), v.list, beliefs)
		}
	}
	return next
}

// singleEdits lists the edits of wants that are there. To move one among others
// says nothing where points, not places, order them.
func (c *closet) singleEdits(wants roster, places []int) []Edit {
	var moves []Edit
	if !weighed(wants.wants) {
		moves = c.moves(wants, places)
	}
	return slices.Concat(c.swaps(wants, places), moves, c.drops(wants, places), c.reversals(wants, places))
}

// convertible lists what else the actor might take another for.
func (c *closet) convertible(v *variant, about int) []int {
	if !c.beliefs || about == c.actor || v.beliefs[about] != 0 {
		return nil
	}
	var list []int
	stated := c.belief(c.actor, about)
	if stated != nil {
		list = append(list, -1)
	}
	for k, kind := range c.kinds(about) {
		if stated == nil || len(stated.Kinds) != 1 || stated.Kinds[0].Name != kind.Name {
			list = append(list, k+1)
		}
	}
	return list
}

// kind returns the kind that a number in variant.beliefs stands for, or nil.
func (s *Study) kind(about, number int) *reckon.Kind {
	if number < 1 {
		return nil
	}
	return s.kinds(about)[number-1]
}

// kinds lists the kinds that anybody in these minds, or in the case or one of its
// readings, takes an actor for and that like something of their own, each name with the same
// wants once. Those whose view differs in more than wants are left out.
func (s *Study) kinds(about int) []*reckon.Kind {
	var list []*reckon.Kind
	known := map[string]bool{}
	add := func(minds []reckon.Mind) {
		for i := range minds {
			for b := range minds[i].Beliefs {
				belief := &minds[i].Beliefs[b]
				if s.Case.Actor(belief.About) != about || minds[i].Actor == belief.About {
					continue
				}
				for k := range belief.Kinds {
					kind := &belief.Kinds[k]
					key := label(kind)
					if !known[key] && !silent(kind) && len(kind.View.Overrides) == 0 {
						known[key] = true
						list = append(list, kind)
					}
				}
			}
		}
	}
	add(s.Minds)
	add(s.Case.Minds)
	for r := range s.Case.Readings {
		add(s.Case.Readings[r].Minds)
	}
	return list
}

// label tells kinds apart: two authors may give one name to different wants.
func label(k *reckon.Kind) string {
	words := []string{k.Name}
	for _, w := range k.Wants {
		words = append(words, w.Text)
	}
	return strings.Join(words, "\n")
}

// silent reports whether a kind says nothing of what it likes: then it likes what
// the actor likes, as in package mind.
func silent(k *reckon.Kind) bool { return len(k.Wants)+len(k.Order)+len(k.Attitudes) == 0 }

// belief returns an actor's first usable belief about another, or nil.
func (s *Study) belief(actor, about int) *reckon.Belief {
	for b := range s.Minds[actor].Beliefs {
		belief := &s.Minds[actor].Beliefs[b]
		if s.Case.Actor(belief.About) == about && len(belief.Kinds) > 0 {
			return belief
		}
	}
	return nil
}
