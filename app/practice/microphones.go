package practice

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"talkthrough/app/look"
	"talkthrough/internal/sound"
)

// Microphones are those that the room can record from.
type Microphones interface {
	// List tells what can be recorded from. It may block, and is called off the
	// UI thread.
	List() ([]sound.Device, error)
	// Current is the ID of the one that was opened last, "" for the default one;
	// ok is false where none was.
	Current() (id string, ok bool)
	// Use records from another one from now on, and remembers it.
	Use(id, name string)
}

// micWidth is how wide the popover of microphones is.
const micWidth = 280

// chooseMicrophone asks for the microphones and then shows them beneath the
// level.
func (s *Screen) chooseMicrophone() {
	if s.do.Microphones == nil || s.choosing {
		return
	}
	s.choosing = true
	go func() {
		devices, err := s.do.Microphones.List()
		s.post(func() {
			s.choosing = false
			s.showMicrophones(sound.Choices(devices), err)
		})
	}()
}

// showMicrophones shows the choice of microphones, the current one ticked.
func (s *Screen) showMicrophones(choices []sound.Choice, err error) *popover {
	c := fyne.CurrentApp().Driver().CanvasForObject(s.header.meter)
	if c == nil || c.Overlays().Top() != nil {
		return nil // the room was left, or something else is asked
	}
	before := c.Focused()
	if before == nil { // a click on the meter takes the keyboard away
		before = s.notes.entry
	}
	var shown *popover
	var rows [][]pressable
	var first fyne.Focusable
	column := look.VStack(0)
	current, known := s.do.Microphones.Current()
	for _, choice := range choices {
		row := micRow(choice.Text, known && choice.ID == current, func() {
			shown.close()
			s.do.Microphones.Use(choice.ID, choice.Name)
			s.Tick()
		})
		if first == nil || row.Selected() {
			first = row
		}
		rows = append(rows, []pressable{row})
		column.Add(row)
	}
	if len(choices) == 0 {
		row := micRow(noMicrophone(err), false, func() { shown.close() })
		rows, first = append(rows, []pressable{row}), row
		column.Add(row)
	}
	shown = newPopover(c, look.AtLeast(column, fyne.NewSize(micWidth, 0)), rows, func() {
		c.Focus(before)
	})
	shown.open(s.header.meter, beneath, first)
	return shown
}

func noMicrophone(err error) string {
	if err != nil {
		return "No microphone found: " + err.Error()
	}
	return "No microphone found"
}

// micRow is a line of the choice, with a tick where it is the current one.
func micRow(text string, current bool, tapped func()) *look.Row {
	tick := look.NewIcon(look.IconCheck, look.Text)
	if !current {
		tick = look.NewIcon(look.IconMic, look.Faint)
	}
	line := container.NewBorder(nil, nil, look.Middle(tick), nil,
		look.Pad(look.NewLabel(text, look.Body), 0, 0, 0, look.Space8))
	row := look.NewRow(line, tapped)
	row.SetSelected(current)
	return row
}
