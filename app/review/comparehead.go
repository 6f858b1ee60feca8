package review

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"talkthrough/app/keys"
	"talkthrough/app/look"
)

// heading says with which attempt this one is compared, and holds the ways to
// the tables and the boards.
func (p *comparePage) heading() fyne.CanvasObject {
	words := look.HStack(look.Space4, p.words[0], p.words[1])
	var chosen fyne.CanvasObject
	if len(p.others) > 0 {
		chosen = look.Middle(look.NewLabel("With "+p.label(p.now), look.Body.In(look.Muted)))
	}
	if len(p.others) > 1 {
		chosen = container.NewBorder(nil, nil, nil, newFlatButton("Next", hint(keys.OtherAttempt), p.nextOther), p.choices())
	}
	head := look.VStack(look.Space4, container.NewBorder(nil, nil, words, chosen))
	if p.status.Text() != "" {
		head.Add(look.Pad(p.status, 0, 0, 0, look.Space8))
	}
	if p.wrong != "" {
		p.told.SetText(p.wrong)
		head.Add(look.Pad(p.told, 0, 0, 0, look.Space8))
	}
	return look.Pad(head, look.Space8, look.Space16, look.Space8, look.Space8)
}

// chooserWidth shows a day, a time and a level whole.
const chooserWidth float32 = 300

// choices is the list of the other attempts.
func (p *comparePage) choices() fyne.CanvasObject {
	options := make([]string, len(p.others))
	for i := range p.others {
		options[i] = p.label(i)
	}
	if p.chooser == nil {
		p.chooser = look.NewSelect(nil, func(string) {
			if i := p.chooser.SelectedIndex(); i >= 0 && i != p.now {
				p.choose(i)
			}
		})
	}
	p.chooser.Options = options
	p.chooser.SetSelectedIndex(p.now)
	return look.AtLeast(p.chooser, fyne.NewSize(chooserWidth, 0))
}

// label names one of the other attempts, unlike any other.
func (p *comparePage) label(i int) string {
	name := func(past Past) string {
		words := dayOf(past.Started) + "  ·  " + past.Level.Name()
		if past.WarmUp {
			words += "  ·  warm-up"
		}
		return words
	}
	same := 0
	for _, before := range p.others[:i] {
		if name(before) == name(p.others[i]) {
			same++
		}
	}
	if same > 0 {
		return fmt.Sprintf("%s (%d)", name(p.others[i]), same+1)
	}
	return name(p.others[i])
}
