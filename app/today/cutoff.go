package today

import (
	"fmt"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"talkthrough/app/look"
	"talkthrough/internal/library"
)

// cutOff is the card that offers the attempts which the program did not live
// to end.
func (s *Screen) cutOff(entries []library.Entry) fyne.CanvasObject {
	heading := "An attempt was cut off"
	if len(entries) > 1 {
		heading = fmt.Sprintf("%d attempts were cut off", len(entries))
	}
	chip := look.NewChip(heading, func() color.NRGBA { return look.Color(look.Behind) })
	parts := []fyne.CanvasObject{look.HStack(0, chip)}
	for i, e := range entries {
		if i > 0 {
			parts = append(parts, look.NewRule())
		}
		parts = append(parts, s.cutOffEntry(e))
	}
	return card(parts...)
}

func (s *Screen) cutOffEntry(e library.Entry) fyne.CanvasObject {
	saved := when(e.Started, s.now()) + " · " + look.Time(e.Length) + " saved"
	if e.Level != "" {
		saved += " · " + e.Level.Name()
	}
	if isWarmUp(e) {
		saved += " · warm-up"
	}
	review := look.NewButton("Review what was saved", look.Quiet, func() { s.do.Rescue(e) })
	review.SetHint(look.Hint{Name: "End the attempt here and replay it"})
	goOn := look.NewButton("Continue", look.Plain, func() { s.do.Continue(e) })
	goOn.SetHint(look.Hint{Name: "Take the attempt up where it was cut off"})
	text := look.VStack(2,
		look.NewLabel(e.Title(), look.Body.Medium().Cut()),
		look.NewLabel(saved, look.Caption.In(look.Muted)),
	)
	buttons := look.HStack(look.Space8, look.Middle(review), look.Middle(goOn))
	return container.NewBorder(nil, nil, nil, look.Pad(buttons, 0, 0, 0, look.Space12), look.Middle(text))
}
