package review

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"talkthrough/app/look"
	"talkthrough/app/notesview"
)

// notesPage shows the notes at the playhead.
type notesPage struct {
	view    *notesview.View
	whole   fyne.CanvasObject
	moments *moments
	// When, and in which phase, the lines shown were written.
	lines  []time.Duration
	phases []int
	// The line last written on, -1 for none, and when.
	pen     int
	written time.Duration
}

// newNotesPage returns the page of an attempt's notes; hear is called with the
// session time at which a line that was clicked was written.
func newNotesPage(m *moments, hear func(at time.Duration)) *notesPage {
	p := &notesPage{view: notesview.New(), moments: m}
	p.view.OnTapped = func(line int) { hear(p.lines[line]) }
	p.view.Moment = func(line int) string { return look.Time(m.attempt.Timeline().Elapsed(p.lines[line])) }
	heading := look.Pad(look.NewLabel("Notes", look.Caption.In(look.Muted).Medium()), 0, 0, look.Space8, look.Space4)
	p.whole = look.Pad(container.NewBorder(heading, nil, nil, nil, p.view),
		look.Space12, look.Space4, 0, look.Space12)
	return p
}

func (p *notesPage) object() fyne.CanvasObject { return p.whole }

func (p *notesPage) focus() fyne.Focusable { return nil }

// follow shows the notes of a moment; they are read anew only when something
// happened in between.
func (p *notesPage) follow(m moment) {
	if m.fresh {
		p.lines = m.state.Notes.LineMoments()
		p.phases = p.moments.phases(p.lines)
		p.pen, p.written = p.moments.pen(m.state.Notes.Text(), p.moments.attempt.Step(m.at))
	}
	lit := p.pen
	if m.at-p.written > glow {
		lit = -1
	}
	p.view.Set(m.state.Notes.Text(), p.phases, lit)
}

// reveal scrolls to where the pen is.
func (p *notesPage) reveal() { p.view.Reveal(p.pen) }
