package reckon

import "slices"

// Setting is what there is and what can be done, in the world or in a view: the
// conflict less what the actors want.
type Setting struct {
	Hidden      State // options that do not exist in it, so are never on
	Final, Lost State // options that cannot be undone, and that cannot be taken up again
	Rules       []*Impossible
}

// Setting returns the world as the case has it.
func (c *Case) Setting() Setting {
	var s Setting
	s.Final, s.Lost = c.Directions()
	for i := range c.Impossible {
		s.Rules = append(s.Rules, &c.Impossible[i])
	}
	return s
}

// Add applies one override of a view that is nested in the setting. Rules are
// changed in place.
func (s *Setting) Add(o *Override) {
	switch {
	case o.Impossible != nil:
		s.Rules = append(s.Rules, o.Impossible)
	case o.Possible != "":
		s.Rules = slices.DeleteFunc(s.Rules, func(r *Impossible) bool { return r.Name == o.Possible })
	case o.Option < 0: // of a case that was half read
	case o.Unaware:
		s.Hidden |= 1 << o.Option
	case o.Aware:
		s.Hidden &^= 1 << o.Option
	case o.Directed:
		bit := State(1) << o.Option
		s.Final, s.Lost = s.Final&^bit, s.Lost&^bit
		if o.Final {
			s.Final |= bit
		}
		if o.Lost {
			s.Lost |= bit
		}
	}
}
