package review

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"talkthrough/app/keys"
	"talkthrough/app/look"
	"talkthrough/internal/sound"
)

// soundBar is the part of the transport's row about how the user listens.
type soundBar struct {
	hearing *hearing
	later   func(func()) // runs on the UI thread
	changed func()       // something about hearing is another now
	object  fyne.CanvasObject

	speed  *flatButton
	skip   *flatButton
	volume *slider
	output *flatButton
	menu   *widget.PopUpMenu // the list that is open, or was
}

func newSoundBar(h *hearing, hasSound bool, later func(func()), changed func()) *soundBar {
	b := &soundBar{hearing: h, later: later, changed: changed}
	b.speed = newFlatButton("", look.Hint{Name: "Speed", Key: keys.Hint(keys.Slower) + " " + keys.Hint(keys.Faster)}, b.listSpeeds).keepsRoom(speedText(1.25)).opensList()
	row := look.HStack(look.Space8, b.speed)
	if hasSound {
		b.skip = newFlatButton("Skip silences", hint(keys.SkipSilences), func() { b.do(keys.SkipSilences) })
		row.Add(b.skip)
	}
	if h.speaker != nil {
		b.volume = newSlider(h.volume, func(v float64) {
			h.setVolume(v)
			changed()
		})
		b.volume.SetHint(look.Hint{Name: "Volume", Key: keys.Hint(keys.Quieter) + " " + keys.Hint(keys.Louder) + " " + keys.Hint(keys.Mute)})
		b.output = newFlatButton("Output", look.Hint{Name: "Where to play to"}, b.listOutputs).opensList()
		row.Add(look.Pad(b.volume, 0, look.Space4, 0, look.Space4))
		row.Add(b.output)
	}
	b.object = row
	b.show()
	return b
}

// do carries out a binding and shows what came of it.
func (b *soundBar) do(id string) bool {
	done := b.hearing.do(id)
	if done {
		b.changed()
	}
	return done
}

// show brings the controls to how the user listens now.
func (b *soundBar) show() {
	b.speed.setText(speedText(b.hearing.speed))
	b.speed.setOn(b.hearing.speed != 1)
	if b.skip != nil {
		b.skip.setOn(b.hearing.skipping)
	}
	if b.volume != nil {
		b.volume.set(b.hearing.shownVolume())
	}
}

func (b *soundBar) listSpeeds() { b.open(b.speed, b.speeds()) }

// speeds are the lines of the list of speeds.
func (b *soundBar) speeds() []*fyne.MenuItem {
	var items []*fyne.MenuItem
	for _, speed := range speeds {
		item := fyne.NewMenuItem(speedText(speed), func() {
			b.hearing.setSpeed(speed)
			b.changed()
		})
		item.Checked = speed == b.hearing.speed
		items = append(items, item)
	}
	return items
}

// listOutputs asks for the devices, which may take a moment, and opens their
// list.
func (b *soundBar) listOutputs() {
	go func() {
		devices, err := b.hearing.list()
		b.later(func() { b.open(b.output, b.outputs(devices, err)) })
	}()
}

// outputs are the lines of the list of devices.
func (b *soundBar) outputs(devices []sound.Device, err error) []*fyne.MenuItem {
	now, there := b.hearing.output, false
	if err != nil {
		devices = nil
	}
	var items []*fyne.MenuItem
	at := 0
	choices := sound.Choices(devices)
	if len(choices) > 0 {
		at, there = sound.Find(choices, now.ID, now.Name)
	}
	for i, c := range choices {
		item := fyne.NewMenuItem(c.Text, func() {
			b.hearing.setOutput(output{ID: c.ID, Name: c.Name})
			b.changed()
		})
		item.Checked = there && i == at
		items = append(items, item)
	}
	if !there && now.ID != "" {
		gone := fyne.NewMenuItem(now.Name+" (not connected)", nil)
		gone.Checked, gone.Disabled = true, true
		items = append(items, gone)
	}
	if len(choices) == 0 {
		none := fyne.NewMenuItem("No sound output was found", nil)
		none.Disabled = true
		items = append(items, none)
	}
	return items
}

// open shows a list above the button it belongs to.
func (b *soundBar) open(by *flatButton, items []*fyne.MenuItem) {
	c := fyne.CurrentApp().Driver().CanvasForObject(by)
	if c == nil {
		return // the screen was left meanwhile
	}
	look.HideHint(c)
	b.menu = widget.NewPopUpMenu(fyne.NewMenu("", items...), c)
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(by)
	size := b.menu.MinSize()
	at.X = max(min(at.X, c.Size().Width-size.Width-look.Space8), look.Space8)
	b.menu.ShowAtPosition(fyne.NewPos(at.X, max(at.Y-size.Height-look.Space4, look.Space8)))
}
