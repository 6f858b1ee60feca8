package review

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"talkthrough/app/look"
	"talkthrough/app/waveform"
	"talkthrough/internal/session"
)

// asideCards shows over the board what interviewer and coach showed at the
// playhead. It moves nothing, and a click on a card goes to when it came.
type asideCards struct {
	screen *Screen
	object *fyne.Container
	shown  []shownCard
}

func newAsideCards(s *Screen) *asideCards {
	c := &asideCards{screen: s, object: container.New(lowerLeft{})}
	c.object.Hide()
	return c
}

// follow brings the cards to a session time; it makes them anew only when there
// are others.
func (c *asideCards) follow(state *session.State, at time.Duration) {
	now := c.screen.moments.showing(state, at)
	if slices.Equal(now, c.shown) {
		return
	}
	c.shown, c.object.Objects = now, nil
	for _, one := range now {
		c.object.Add(c.card(one))
	}
	c.object.Hidden = len(now) == 0
	c.object.Refresh()
}

// card is one of them: who says it, and the words.
func (c *asideCards) card(one shownCard) fyne.CanvasObject {
	tint := map[string]look.Name{waveform.Ask: look.Accent, waveform.Curveball: look.Recording, waveform.Card: look.Muted}[one.kind]
	content := look.VStack(look.Space4, look.NewParagraph(one.title, look.Caption.Strong().In(tint)))
	if one.words != "" {
		content.Add(look.NewParagraph(one.words, look.Body))
	}
	row := look.NewRow(content, func() { c.screen.hear(one.at) })
	row.SetHint(look.Hint{Name: "Hear it from " + look.Time(c.screen.attempt.Timeline().Elapsed(one.at))})
	row.OnUnused(func(ev *fyne.KeyEvent) { c.screen.Key(ev) })
	more := newFlatButton("Read more", look.Hint{Name: "The guide on this"}, func() { c.screen.do.Guide(one.guide) })
	return look.NewCardStyled(look.VStack(0, row, look.Pad(look.HStack(0, more), 0, 0, look.Space4, look.Space4)), look.CardStyle{Fill: look.Raised})
}

// lowerLeft piles its objects up from the lower left corner, above each other
// and each as high as it needs.
type lowerLeft struct{}

// asideWidth is how wide a card over the board is at most, asideBeside what is
// left free to its right, where the button is that fits the board.
const (
	asideWidth  float32 = 300
	asideBeside float32 = 64
)

func (lowerLeft) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(0, 0) }

func (lowerLeft) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	width := min(asideWidth, size.Width-look.Space12-asideBeside)
	y := size.Height - look.Space12
	for _, o := range objects {
		// Text knows its height once it has its width, its card once the text does.
		o.Resize(fyne.NewSize(width, o.MinSize().Height))
		o.Resize(fyne.NewSize(width, o.MinSize().Height))
		y -= o.Size().Height
		o.Move(fyne.NewPos(look.Space12, y))
		y -= look.Space8
	}
}
