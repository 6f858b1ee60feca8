package today

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"talkthrough/app/keys"
	"talkthrough/app/look"
)

// header is the name of the program and the big button; at the first start
// with what will happen between them.
func (s *Screen) header(listErr error) fyne.CanvasObject {
	if len(s.entries) == 0 && listErr == nil {
		return s.welcome()
	}
	title := look.VStack(look.Space4,
		look.NewLabel("Talkthrough", look.Caption.Medium().In(look.Muted)),
		look.NewLabel(s.now().Format("Monday, 2 January"), look.Title),
	)
	head := container.NewBorder(nil, nil, nil, look.Middle(s.start), look.Middle(title))
	return inset(look.VStack(look.Space12, head, container.NewBorder(nil, nil, nil, s.others)))
}

// welcome is the screen's head while there is no attempt yet.
func (s *Screen) welcome() fyne.CanvasObject {
	step := func(icon look.IconName, phase int, text string) fyne.CanvasObject {
		return look.HStack(look.Space12, look.Middle(badge(icon, phase)), look.Middle(look.NewLabel(text, look.Lead)))
	}
	steps := look.VStack(look.Space12,
		step(look.IconClock, 0, "Pick a question and talk your design through, against the clock."),
		step(look.IconBoard, 2, "Write notes and draw on the board while your voice is recorded."),
		step(look.IconPlay, 7, "Replay it: click any box or line and hear what you were saying."),
	)
	return look.Pad(look.VStack(look.Space24,
		look.VStack(look.Space8,
			look.NewLabel("Talkthrough", look.Caption.Medium().In(look.Muted).Centred()),
			look.NewLabel("Practise a system-design interview, aloud", look.Title.Centred()),
		),
		container.NewCenter(steps),
		container.NewCenter(s.start),
		container.NewCenter(s.others),
		look.NewLabel("Everything stays on this computer.", look.Caption.In(look.Muted).Centred()),
	), look.Space32, 0, look.Space16, 0)
}

// otherWays are the quieter ways to begin.
func (s *Screen) otherWays() *fyne.Container {
	row := look.HStack(look.Space4)
	add := func(text string, hint look.Hint, do func()) {
		b := look.NewButton(text, look.Quiet, do)
		b.SetHint(hint)
		b.OnFocus(func() { s.reveal(b) }, s.follow)
		b.OnUnused(func(ev *fyne.KeyEvent) { upOrDown(b, ev) })
		row.Add(b)
	}
	if s.do.Again != nil {
		add(keys.For(keys.Again).Label, look.Hint{Name: "Begin at once with what was chosen the last time", Key: keys.Hint(keys.Again)}, s.do.Again)
	}
	add("Blind draw", look.Hint{Name: "A question that you see when the clock runs"}, func() { s.do.Blind() })
	add("Warm-up", look.Hint{Name: "One phase alone, 5 to 10 minutes"}, func() { s.do.WarmUp() })
	return row
}

// badge is an icon on a soft disc in the hue of a phase.
func badge(icon look.IconName, phase int) fyne.CanvasObject {
	disc := canvas.NewCircle(look.Fade(look.PhaseHue(phase), 0.16))
	ground := container.NewGridWrap(fyne.NewSquareSize(32), disc)
	return container.NewStack(ground, container.NewCenter(look.NewIcon(icon, look.Text)))
}

// inset lines content up with the text of the rows.
func inset(content fyne.CanvasObject) fyne.CanvasObject {
	return look.Pad(content, 0, look.Space12, 0, look.Space12)
}

// card lines its content up with the text of the rows too.
func card(content ...fyne.CanvasObject) fyne.CanvasObject {
	return look.NewCardStyled(look.VStack(look.Space12, content...), look.CardStyle{Padding: look.Space12})
}

// section is a heading with how many there are, a hairline, and content.
func section(heading string, number int, content ...fyne.CanvasObject) fyne.CanvasObject {
	head := container.NewBorder(nil, nil, nil,
		look.NewLabel(strconv.Itoa(number), look.Body.In(look.Muted)),
		look.NewLabel(heading, look.Lead.Strong()))
	top := inset(look.VStack(look.Space8, head, look.NewRule()))
	return look.VStack(look.Space4, append([]fyne.CanvasObject{top}, content...)...)
}
