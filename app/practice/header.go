package practice

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"talkthrough/app/keys"
	"talkthrough/app/look"
	"talkthrough/app/meter"
	"talkthrough/internal/interview"
	"talkthrough/internal/session"
	"talkthrough/internal/sound"
)

// elapsedStyle is that of the time; its place has room for two digits of minutes
// from the start, so that nothing moves when the tenth begins.
var elapsedStyle = look.Lead.Strong().Figures().Trailing()

// recordingState is what the header shows of the voice.
type recordingState struct {
	on     bool // the microphone is open
	silent error
	state  session.Sounded
	level  sound.Level
}

// header is the room's first line: what is asked, how the recording fares, the
// time, pause and end.
type header struct {
	object  fyne.CanvasObject
	dot     *dot
	state   *look.Label
	level   *look.Label
	elapsed *look.Label
	meter   *meter.Meter
	lamp    *look.Row // dot and state
	pause   *look.IconButton
	end     *look.Button
	paused  bool
}

func newHeader(m session.Meta, do func(string) bool) *header {
	h := &header{
		dot:     newDot(),
		state:   look.NewLabel("", look.Caption.In(look.Muted)),
		elapsed: look.NewLabel("0:00", elapsedStyle),
		meter:   meter.New(),
	}
	choose := func() { do(keys.Microphone) }
	h.meter.OnTapped = choose
	h.meter.Hint = look.Hint{Name: "Microphone level. Click to choose the microphone", Key: keys.Hint(keys.Microphone)}
	h.lamp = look.NewRow(look.HStack(look.Space8, look.Middle(h.dot), look.Middle(h.state)), choose)
	h.lamp.SetHint(look.Hint{Name: "Choose the microphone", Key: keys.Hint(keys.Microphone)})
	h.pause = look.NewIconButton(look.IconPause, look.Hint{Name: "Pause", Key: keys.Hint(keys.Pause)}, func() { do(keys.Pause) })
	h.end = look.NewButton("End", look.Plain, func() { do(keys.End) })
	h.end.SetIcon(look.IconStop)
	style := look.Lead.Strong().Cut()
	title := look.NewLabel(m.Question.Title, style)
	h.level = look.NewLabel(m.Level.Name(), look.Body.In(look.Muted))
	right := look.HStack(look.Space12,
		look.HStack(0, look.Middle(h.lamp), look.Middle(h.meter)), look.Middle(look.AtLeast(h.elapsed, fyne.NewSize(elapsedStyle.Width("00:00"), 0))), look.Middle(h.pause), look.Middle(h.end))
	left := container.New(titleLayout{style.Width(m.Question.Title)}, title, h.level)
	h.object = look.Pad(container.NewBorder(nil, nil, nil, right, left), look.Space8, look.Space16, look.Space8, look.Space16)
	return h
}

// titleLayout puts the level right behind the title, where nothing moves it when
// the recording's word changes. The title is cut where there is no room.
type titleLayout struct{ title float32 }

func (titleLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	a, b := o[0].MinSize(), o[1].MinSize()
	return fyne.NewSize(a.Width+look.Space12+b.Width, max(a.Height, b.Height))
}

func (l titleLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	level := o[1].MinSize().Width
	room := min(l.title+1, max(size.Width-level-2*look.Space12, 0)) // 1: rounding cuts nothing
	o[0].Resize(fyne.NewSize(room, size.Height))
	o[0].Move(fyne.NewPos(0, 0))
	o[1].Resize(fyne.NewSize(level, size.Height))
	o[1].Move(fyne.NewPos(room+look.Space12, 0))
}

// show shows how clock and recording stand.
func (h *header) show(clock interview.Reading, r recordingState) {
	h.elapsed.SetText(look.Time(clock.Elapsed))
	if clock.Paused != h.paused {
		h.paused = clock.Paused
		icon := look.IconPause
		if clock.Paused {
			icon = look.IconPlay
		}
		h.pause.SetIcon(icon)
		h.pause.SetSelected(clock.Paused)
	}
	word, tint := "Recording", look.Recording
	switch {
	case clock.Paused:
		word, tint = "Paused", look.Faint
	case r.silent != nil:
		word, tint = "Not recording", look.Faint
	case r.state.State == "lost":
		word, tint = "Microphone lost", look.Behind
	case r.state.State == "failed":
		word, tint = "Recording stopped", look.Behind
	case !r.on:
		word, tint = "Opening microphone", look.Faint
	case r.level.Silent:
		word, tint = "No signal", look.Behind
	}
	h.dot.show(tint)
	h.state.SetText(word)
	if r.on {
		h.meter.Set(r.level.Peak, r.level.RMS, r.level.PeakHold, r.level.Clipped)
	} else {
		h.meter.Set(sound.Floor, sound.Floor, sound.Floor, false)
	}
}
