package practice

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"talkthrough/app/keys"
	"talkthrough/app/look"
)

// cardFace is what a card shows.
type cardFace struct {
	title   string
	body    string
	steps   []string
	quote   []string // of the user's own notes
	timer   string   // what is left of a countdown, "" without one
	choices []cardChoice
}

// cardChoice is something that a card offers to do.
type cardChoice struct {
	label string
	main  bool // it is the one that is meant
	do    func()
}

// choiceKeys are the keys of the choices, in their order.
var choiceKeys = []string{keys.CardFirst, keys.CardSecond}

// content tells two faces apart, but for the countdown.
func (f *cardFace) content() string {
	var b strings.Builder
	for _, text := range [][]string{{f.title, f.body}, f.steps, f.quote} {
		b.WriteString(strings.Join(text, "\n") + "\x00")
	}
	for _, c := range f.choices {
		b.WriteString(c.label + "\x00")
	}
	if f.timer != "" {
		b.WriteString("timed")
	}
	return b.String()
}

// cardView is a card on the screen: a surface with a hairline. It never takes
// the keyboard by itself.
type cardView struct {
	object  fyne.CanvasObject
	content string
	timer   *look.Label
	buttons []*look.Button
	close   *look.IconButton
	choices []cardChoice
}

// newCardView returns the card for a face; do carries out the room's actions.
func newCardView(f cardFace, do func(id string) bool) *cardView {
	v := &cardView{content: f.content(), choices: f.choices}
	v.close = look.NewIconButton(look.IconClose, look.Hint{Name: "Put the card away", Key: keys.Hint(keys.CardAway)}, func() { do(keys.CardAway) })
	v.close.SetEdge(look.Space24)
	parts := []fyne.CanvasObject{container.NewBorder(nil, nil, nil, look.Middle(v.close), look.Middle(look.NewLabel(f.title, look.Body.Strong().Cut())))}
	if f.body != "" {
		parts = append(parts, look.NewParagraph(f.body, look.Body))
	}
	if len(f.steps) > 0 {
		parts = append(parts, numbered(f.steps))
	}
	if f.timer != "" {
		v.timer = look.NewLabel(f.timer, look.Clock)
		parts = append(parts, v.timer)
	}
	if len(f.choices) > 0 {
		parts = append(parts, look.Pad(v.offered(do), look.Space4, 0, 0, 0))
	}
	if len(f.quote) > 0 { // last: it is the longest
		parts = append(parts, quoted(f.quote))
	}
	v.object = look.NewCardStyled(look.VStack(look.Space8, parts...), look.CardStyle{Padding: look.Space12})
	v.passOn(do)
	return v
}

// offered are the choices, each with its key in its tooltip and, small, beneath;
// two short ones stand side by side.
func (v *cardView) offered(do func(id string) bool) fyne.CanvasObject {
	var rows []fyne.CanvasObject
	short := len(v.choices) == 2
	for i, c := range v.choices {
		importance := look.Plain
		if c.main {
			importance = look.Primary
		}
		b := look.NewButton(c.label, importance, func() { do(choiceKeys[i]) })
		b.SetHint(look.Hint{Name: c.label, Key: keys.Hint(choiceKeys[i])})
		v.buttons = append(v.buttons, b)
		short = short && b.MinSize().Width <= (cardWidth-2*look.Space12-look.Space8)/2
		rows = append(rows, look.VStack(look.Space4, b, look.NewLabel(keys.Hint(choiceKeys[i]), look.Caption.In(look.Muted).Centred())))
	}
	if short {
		return container.NewGridWithColumns(2, rows...)
	}
	return look.VStack(look.Space8, rows...)
}

// passOn has the card's buttons pass on the keys they have no use for.
func (v *cardView) passOn(do func(id string) bool) {
	pass := func(ev *fyne.KeyEvent) { functionKey(ev, do) }
	v.close.OnUnused(pass)
	for _, b := range v.buttons {
		b.OnUnused(pass)
	}
}

// focused reports whether one of the card's buttons has the keyboard.
func (v *cardView) focused() bool {
	for _, b := range v.buttons {
		if b.Focused() {
			return true
		}
	}
	return v.close.Focused()
}

// numbered are steps, each with its number before it.
func numbered(steps []string) fyne.CanvasObject {
	rows := make([]fyne.CanvasObject, len(steps))
	for i, step := range steps {
		number := look.NewLabel(strconv.Itoa(i+1), look.Body.In(look.Muted).Figures())
		rows[i] = container.NewBorder(nil, nil, look.Pad(look.VStack(0, number), 0, look.Space8, 0, 0), nil, look.NewParagraph(step, look.Body))
	}
	return look.VStack(look.Space4, rows...)
}

// quoted are lines of the user's own, with a hairline before them.
func quoted(lines []string) fyne.CanvasObject {
	text := look.NewParagraph(strings.Join(lines, "\n"), look.Body.In(look.Muted))
	return container.NewBorder(nil, nil, look.Pad(look.NewRule(), 0, look.Space8, 0, 0), nil, text)
}
