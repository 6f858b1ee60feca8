package board

// Raft is what a drag of many elements moves: Whole goes as it is, and need not
// be looked at again while it does; only the arrows that lead away from it
// change their form.
type Raft struct {
	// Whole lists, bottom to top, the elements that keep their form, with their
	// text and the arrows that hang between them.
	Whole []*Element
	// Tethers are the arrows between Whole and the rest of the board.
	Tethers []*Element
	// Box is around the elements the raft was made of.
	Box   Rect
	scene *Scene
	moved map[string]bool
}

// NewRaft is what Move moves when it is given those ids.
func NewRaft(s *Scene, ids []string) *Raft {
	r := &Raft{scene: s, Box: s.Extent(ids...)}
	moving, moved := s.carried(ids)
	r.moved = moved
	tethered := map[string]bool{}
	tether := func(a *Element) {
		if !tethered[a.ID] {
			tethered[a.ID] = true
			r.Tethers = append(r.Tethers, a)
			if t := s.LabelOf(a); t != nil {
				tethered[t.ID] = true
			}
		}
	}
	for _, a := range s.attached(moving) {
		if !boundWithin(a, moved) {
			tether(a)
		}
	}
	for _, e := range moving {
		if !tethered[e.ID] {
			r.Whole = append(r.Whole, e)
		}
	}
	sortByOrder(r.Whole)
	sortByOrder(r.Tethers)
	return r
}

// Taut are the tethers, with their text, when the raft has gone by dx, dy. Elbow
// arrows go the short way: what lies on it is not looked at before Move.
func (r *Raft) Taut(dx, dy float64) []*Element {
	v := adrift{r, Point{dx, dy}}
	var out []*Element
	for _, a := range r.Tethers {
		now := a
		if r.moved[a.ID] {
			now = v.Get(a.ID) // its free end goes along
		}
		now = Resolve(v, now)
		out = append(out, now)
		if t := r.scene.LabelOf(a); t != nil {
			t, _ = LayoutText(t, now)
			out = append(out, t)
		}
	}
	return out
}

// adrift is the board with a raft moved.
type adrift struct {
	raft *Raft
	by   Point
}

func (v adrift) Get(id string) *Element {
	e := v.raft.scene.Get(id)
	if e == nil || !v.raft.moved[id] {
		return e
	}
	c := *e
	c.X, c.Y = c.X+v.by.X, c.Y+v.by.Y
	return &c
}
