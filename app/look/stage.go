package look

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Stage holds a window's whole content and shows tooltips above it. Tooltips
// are drawn in the window itself: they take neither focus nor the mouse.
type Stage struct {
	widget.BaseWidget
	content fyne.CanvasObject
	tip     *tip
	owner   fyne.CanvasObject
	cancel  func()
	warm    bool

	// After runs do on the UI thread after d unless cancel is called first. It
	// is a field so that a test can be the clock.
	After func(d time.Duration, do func()) (cancel func())
}

// TipDelay is how long the pointer rests before a tooltip appears.
const TipDelay = 500 * time.Millisecond

// NewStage returns a stage around content, to be set as the window's content.
func NewStage(content fyne.CanvasObject) *Stage {
	s := &Stage{content: content, tip: newTip(), After: after}
	s.tip.Hide()
	s.ExtendBaseWidget(s)
	return s
}

func after(d time.Duration, do func()) (cancel func()) {
	timer := time.AfterFunc(d, func() { fyne.Do(do) })
	return func() { timer.Stop() }
}

// SetContent replaces what the stage shows, as when another screen opens.
func (s *Stage) SetContent(content fyne.CanvasObject) {
	s.leave(s.owner)
	s.content = content
	s.Refresh()
}

// Content returns what the stage shows.
func (s *Stage) Content() fyne.CanvasObject { return s.content }

// Tip returns the text of the tooltip now shown, "" when there is none.
func (s *Stage) Tip() string {
	if !s.tip.Visible() {
		return ""
	}
	return s.tip.hint.String()
}

// enter starts the wait for o's tooltip. When one was just shown, the next
// comes at once, so that a row of tools can be read by moving along it.
func (s *Stage) enter(o fyne.CanvasObject, hint Hint) {
	s.stop()
	s.owner = o
	if s.warm {
		s.show(o, hint)
		return
	}
	s.cancel = s.After(TipDelay, func() {
		if s.owner == o {
			s.show(o, hint)
		}
	})
}

func (s *Stage) leave(o fyne.CanvasObject) {
	if o == nil || s.owner != o {
		return
	}
	s.stop()
	s.owner = nil
	if s.tip.Visible() {
		s.tip.Hide()
		s.warm = true
		s.cancel = s.After(TipDelay, func() { s.warm = false })
	}
}

// press hides o's tooltip for good: who presses a button knows it.
func (s *Stage) press(o fyne.CanvasObject) {
	s.leave(o)
	s.stop()
	s.warm = false
}

func (s *Stage) stop() {
	if s.cancel != nil {
		s.cancel()
		s.cancel = nil
	}
}

func (s *Stage) show(o fyne.CanvasObject, hint Hint) {
	if !o.Visible() {
		return
	}
	driver := fyne.CurrentApp().Driver()
	at := driver.AbsolutePositionForObject(o).Subtract(driver.AbsolutePositionForObject(s))
	s.tip.set(hint)
	s.tip.Resize(s.tip.MinSize())
	s.tip.Move(tipPlace(at, o.Size(), s.tip.MinSize(), s.Size()))
	s.tip.Show()
	canvas.Refresh(s)
}

// tipPlace puts a tooltip centred below its owner, above it where there is no
// room below, and always inside the stage.
func tipPlace(at fyne.Position, owner, tip, stage fyne.Size) fyne.Position {
	const gap = 6
	x := at.X + (owner.Width-tip.Width)/2
	x = max(Space4, min(x, stage.Width-tip.Width-Space4))
	y := at.Y + owner.Height + gap
	if y+tip.Height > stage.Height-Space4 {
		y = at.Y - tip.Height - gap
	}
	return fyne.NewPos(x, max(Space4, y))
}

// CreateRenderer is called by the toolkit.
func (s *Stage) CreateRenderer() fyne.WidgetRenderer { return &stageRenderer{stage: s} }

type stageRenderer struct{ stage *Stage }

func (r *stageRenderer) MinSize() fyne.Size { return r.stage.content.MinSize() }

func (r *stageRenderer) Layout(size fyne.Size) {
	r.stage.content.Resize(size)
	r.stage.content.Move(fyne.NewPos(0, 0))
}

func (r *stageRenderer) Refresh() {
	r.Layout(r.stage.Size())
	r.stage.content.Refresh()
	canvas.Refresh(r.stage)
}

func (r *stageRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.stage.content, r.stage.tip}
}

func (r *stageRenderer) Destroy() { r.stage.stop() }
