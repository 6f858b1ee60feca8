package library

import (
	"fmt"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"talkthrough/app/look"
)

// imported shows how the imports stand; done is a job that has just made its
// attempt.
func (s *Screen) imported(done *job) {
	s.showJobs()
	if done == nil || s.catalogue == nil {
		return
	}
	s.change(func() error { return nil }, func(error) { s.list.choose(done.dir) })
}

// showJobs lists what is being imported, and what could not be. A row stays the
// same while its job does, so that its button can be pressed.
func (s *Screen) showJobs() {
	rows := map[*job]*jobRow{}
	same := len(s.jobRows) == len(s.imports.jobs)
	s.jobs.Objects = nil
	for _, j := range s.imports.jobs {
		r := s.jobRows[j]
		if r == nil || r.failed != (j.err != nil) {
			r, same = s.newJobRow(j), false
		}
		r.show(j)
		rows[j] = r
		s.jobs.Add(r.object)
	}
	s.jobRows = rows
	if s.jobs.Hidden = len(rows) == 0; !same {
		s.relayout()
	}
}

// jobRow is a recording on its way, or one that failed.
type jobRow struct {
	object fyne.CanvasObject
	failed bool
	state  *look.Label
	bar    *bar
	stop   *look.Button
}

func (s *Screen) newJobRow(j *job) *jobRow {
	r := &jobRow{failed: j.err != nil}
	if r.failed {
		away := look.NewIconButton(look.IconClose, look.Hint{Name: "Put this line away"}, func() { s.imports.cancel(j) })
		icon := container.NewCenter(look.NewIcon(look.IconWarning, look.Behind))
		words := look.VStack(2, look.NewLabel(j.name()+" was not imported", look.Body.Medium().Cut()),
			look.NewParagraph(j.err.Error(), look.Caption.In(look.Muted)))
		r.object = jobCard(container.NewBorder(nil, nil, look.Pad(icon, 0, look.Space12, 0, 0), look.Middle(away), words))
		return r
	}
	r.stop = look.NewButton("Cancel", look.Quiet, func() { s.imports.cancel(j) })
	r.state, r.bar = look.NewLabel("", look.Caption.In(look.Muted).Figures().Trailing()), newBar()
	name := container.NewBorder(nil, nil, nil, look.AtLeast(r.state, fyne.NewSize(stateWidth, 0)), look.NewLabel(j.name(), look.Body.Medium().Cut()))
	text := look.VStack(look.Space8, name, r.bar)
	r.object = jobCard(container.NewBorder(nil, nil, nil, look.Pad(look.Middle(r.stop), 0, 0, 0, look.Space12), look.Middle(text)))
	return r
}

// stateWidth is the room for what is said of a job.
const stateWidth = 96

// show says how far the job is.
func (r *jobRow) show(j *job) {
	if r.failed {
		return
	}
	state := "waiting"
	if j.began {
		state = fmt.Sprintf("%.0f %%", 100*j.done)
	}
	if j.ctx.Err() != nil {
		state = "being given up"
		r.stop.Disable()
	}
	r.state.SetText(state)
	r.bar.set(j.done)
}

func jobCard(content fyne.CanvasObject) fyne.CanvasObject {
	return look.NewCardStyled(look.Pad(content, 0, look.Space4, 0, look.Space4), look.CardStyle{Padding: look.Space8})
}

// bar is how far something is.
type bar struct {
	widget.BaseWidget
	part float64
}

func newBar() *bar {
	b := &bar{}
	b.ExtendBaseWidget(b)
	return b
}

// set shows another part, 0 to 1.
func (b *bar) set(part float64) {
	b.part = min(max(part, 0), 1)
	b.Refresh()
}

const barHeight float32 = 4

// CreateRenderer is called by the toolkit.
func (b *bar) CreateRenderer() fyne.WidgetRenderer {
	r := &barRenderer{bar: b, track: canvas.NewRectangle(color.Transparent), done: canvas.NewRectangle(color.Transparent)}
	r.track.CornerRadius, r.done.CornerRadius = barHeight/2, barHeight/2
	r.Draw(b, r.paint, r.Layout, r.track, r.done)
	return r
}

type barRenderer struct {
	look.Drawing
	bar         *bar
	track, done *canvas.Rectangle
}

func (r *barRenderer) MinSize() fyne.Size { return fyne.NewSize(40, barHeight) }

func (r *barRenderer) Layout(size fyne.Size) {
	r.track.Resize(size.Max(fyne.NewSize(0, 0)))
	r.done.Resize(fyne.NewSize(max(size.Width, 0)*float32(r.bar.part), size.Height))
}

func (r *barRenderer) paint() {
	r.track.FillColor, r.done.FillColor = look.Soft(look.Text, 0.10), look.Color(look.Accent)
}
