package library

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"talkthrough/app/look"
)

// showEmpty says what to do where there is nothing to list.
func (s *Screen) showEmpty() {
	s.empty.Objects = nil
	if content := s.nothing(); content != nil {
		s.empty.Objects = []fyne.CanvasObject{container.NewCenter(content)}
	}
	s.empty.Hidden = len(s.empty.Objects) == 0
	s.empty.Refresh()
}

// nothing is what stands in the place of an empty list; nil where there is
// something in it.
func (s *Screen) nothing() fyne.CanvasObject {
	switch {
	case len(s.list.lines) > 0:
		return nil
	case s.readErr != nil:
		return note(look.IconWarning, "Your attempts cannot be read", s.readErr.Error(),
			look.NewButton("Show the folder", look.Plain, func() { s.do.Folder(s.lib.Dir) }))
	case s.reading && len(s.items) == 0:
		return look.NewLabel("Reading the attempts…", look.Body.In(look.Muted))
	case s.inTrash:
		return note(look.IconTrash, "The trash is empty", "What you throw away waits here until you empty the trash.")
	case len(s.items) == 0:
		return note(look.IconMic, "No attempts yet", "Start a mock, or drop a recording of a real one here: MP3, OGG, FLAC, WAV or M4A.",
			look.NewButton("Import…", look.Plain, s.Import), look.NewButton("Start a mock", look.Primary, s.do.Start))
	}
	return note(look.IconSearch, "No attempt fits", "Every word must be found in the title, the notes or on the board.",
		look.NewButton("Show all attempts", look.Plain, s.clear))
}

// noteWidth is how wide notes are set.
const noteWidth float32 = 420

func note(icon look.IconName, title, words string, buttons ...*look.Button) fyne.CanvasObject {
	row := look.HStack(look.Space8)
	for _, b := range buttons {
		row.Add(b)
	}
	text := look.NewParagraph(words, look.Body.In(look.Muted).Centred())
	return look.VStack(look.Space12,
		container.NewCenter(look.NewIcon(icon, look.Muted)),
		look.NewLabel(title, look.Lead.Strong().Centred()),
		look.AtLeast(text, fyne.NewSize(noteWidth, 0)),
		container.NewCenter(row))
}
