package setup

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"talkthrough/app/look"
)

// space says where the disk has too little room for the recording.
type space struct {
	room    func(minutes int) string // blocks; nil says nothing
	post    func(func())
	minutes int
	wanted  bool // there is something to record
	asking  int  // number of the last question

	text *look.Paragraph
	box  *fyne.Container
}

func newSpace(minutes int, room func(int) string, post func(func())) *space {
	s := &space{room: room, post: post, minutes: minutes, text: look.NewParagraph("", look.Caption.In(look.Muted))}
	icon := look.Middle(look.NewIcon(look.IconWarning, look.Behind))
	s.box = container.NewBorder(nil, nil, icon, nil, look.Pad(look.Middle(s.text), 0, 0, 0, look.Space8))
	s.box.Hide()
	return s
}

// ask looks at the disk, off the UI thread, if a recording is wanted.
func (s *space) ask(wanted bool) {
	s.asking++
	s.wanted = wanted
	if !wanted || s.room == nil {
		s.show("")
		return
	}
	mine, minutes := s.asking, s.minutes
	go func() {
		text := s.room(minutes)
		s.post(func() {
			if s.asking == mine {
				s.show(text)
			}
		})
	}()
}

// plan looks again for another length of the interview.
func (s *space) plan(minutes int) {
	s.minutes = minutes
	s.ask(s.wanted)
}

func (s *space) show(text string) {
	s.text.SetText(text)
	if text == "" {
		s.box.Hide()
	} else {
		s.box.Show()
	}
}
