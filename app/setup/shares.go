package setup

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"talkthrough/app/look"
	"talkthrough/internal/interview"
)

// shares lets the minutes of each phase be changed: eight steppers side by
// side. What one phase gets the others give, so that the whole stays as long
// as it is. Left and right go from phase to phase, up and down change it.
type shares struct {
	look.Control
	plan    interview.Plan
	at      int  // the phase that the keys change
	under   step // under the pointer
	changed func(interview.Plan)

	// While one phase is changed step by step all is reckoned from the plan before
	// the first step, so that a step back undoes one forth.
	before interview.Plan
	moving int // that phase; -1: none
}

// step is one of the two ends of a stepper, or neither.
type step struct {
	phase int // -1: none
	by    int // -1, 1, or 0 for between them
}

var noStep = step{phase: -1}

func newShares(plan interview.Plan, changed func(interview.Plan), unused func(*fyne.KeyEvent)) *shares {
	s := &shares{plan: plan, under: noStep, changed: changed, moving: -1}
	s.Extend(s, nil)
	s.OnUnused(unused)
	s.SetHint(look.Hint{Name: "Minutes of each phase: choose, then change", Key: "← → ↑ ↓"})
	return s
}

// set shows a plan, and tells nobody.
func (s *shares) set(plan interview.Plan) {
	if plan != s.plan {
		s.moving = -1
	}
	s.plan = plan
	s.Refresh()
}

// change gives a phase a minute more or less, and tells it where that is
// possible.
func (s *shares) change(d step) {
	if d.phase < 0 || d.by == 0 {
		return
	}
	if d.phase != s.moving {
		s.before, s.moving = s.plan, d.phase
	}
	plan := s.before.With(d.phase, s.plan[d.phase]+time.Duration(d.by)*time.Minute)
	if plan == s.plan {
		return
	}
	s.plan = plan
	s.Refresh()
	s.changed(plan)
}

// stepAt is what lies at a place.
func (s *shares) stepAt(p fyne.Position) step {
	size := s.Size()
	each := (size.Width + look.Space8) / interview.PhaseCount
	phase := int(p.X / each)
	x := p.X - float32(phase)*each
	if size.Width <= 0 || p.X < 0 || phase >= interview.PhaseCount || x > each-look.Space8 {
		return noStep
	}
	at := step{phase: phase}
	switch third := (each - look.Space8) / 3; {
	case x < third:
		at.by = -1
	case x >= 2*third:
		at.by = 1
	}
	return at
}

// Tapped is called by the toolkit.
func (s *shares) Tapped(ev *fyne.PointEvent) {
	takeKeyboard(s)
	at := s.stepAt(ev.Position)
	if at.phase >= 0 {
		s.at = at.phase
		s.Refresh()
	}
	s.change(at)
}

// MouseIn is called by the toolkit.
func (s *shares) MouseIn(ev *desktop.MouseEvent) {
	s.Control.MouseIn(ev)
	s.MouseMoved(ev)
}

// MouseMoved is called by the toolkit.
func (s *shares) MouseMoved(ev *desktop.MouseEvent) {
	if at := s.stepAt(ev.Position); at != s.under {
		s.under = at
		s.Refresh()
	}
}

// MouseOut is called by the toolkit.
func (s *shares) MouseOut() {
	s.under = noStep
	s.Control.MouseOut()
}

// TypedKey is called by the toolkit.
func (s *shares) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyLeft:
		s.walk(s.at - 1)
	case fyne.KeyRight:
		s.walk(s.at + 1)
	case fyne.KeyHome:
		s.walk(0)
	case fyne.KeyEnd:
		s.walk(interview.PhaseCount - 1)
	case fyne.KeyUp, fyne.KeyPlus, fyne.KeyEqual:
		s.change(step{s.at, 1})
	case fyne.KeyDown, fyne.KeyMinus:
		s.change(step{s.at, -1})
	default:
		s.PassOn(ev)
	}
}

func (s *shares) walk(to int) {
	s.at = min(max(to, 0), interview.PhaseCount-1)
	s.Refresh()
}
