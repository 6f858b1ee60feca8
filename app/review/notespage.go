package review

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"talkthrough/app/look"
	"talkthrough/app/notesview"
	"talkthrough/internal/session"
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
	p.view.Set(m.state.Notes.Text(), p.phases, p.lit(m)...)
}

// lit are the lines that were written on a little while ago, the pen's last.
func (p *notesPage) lit(m moment) []int {
	a := p.moments.attempt
	lines := linesOf(m.state.Notes.Text(), a.ChangedSince(m.state, m.at, glow).Notes)
	line := a.Timeline()
	if p.pen < 0 || line.Elapsed(m.at)-line.Elapsed(p.written) >= glow {
		return lines
	}
	return append(slices.DeleteFunc(lines, func(l int) bool { return l == p.pen }), p.pen)
}

// linesOf are the lines of text that hold something of the spans.
func linesOf(text string, spans []session.RuneSpan) []int {
	if len(spans) == 0 {
		return nil
	}
	var out []int
	line, i := 0, 0
	for _, r := range text {
		for len(spans) > 0 && i >= spans[0].To {
			spans = spans[1:]
		}
		inside := len(spans) > 0 && i >= spans[0].From
		if inside && r != '\n' && (len(out) == 0 || out[len(out)-1] != line) {
			out = append(out, line)
		}
		if r == '\n' {
			line++
		}
		i++
	}
	return out
}

// reveal scrolls to where the pen is.
func (p *notesPage) reveal() { p.view.Reveal(p.pen) }
