package look

import "fyne.io/fyne/v2"

// Hint is what a tooltip says: the name of what a control does and, quieter,
// the key that does the same.
type Hint struct{ Name, Key string }

// String returns name and key as one text.
func (h Hint) String() string {
	if h.Key == "" {
		return h.Name
	}
	return h.Name + "  " + h.Key
}

// HintEnter tells the stage that the pointer came onto o. Call it from MouseIn;
// calling it again while the pointer stays changes what will be said. Without a
// stage, or with an empty name, nothing happens.
func HintEnter(o fyne.CanvasObject, hint Hint) {
	if s := stageOf(o); s != nil && hint.Name != "" {
		s.enter(o, hint)
	}
}

// HintLeave takes o's tooltip away. Call it from MouseOut.
func HintLeave(o fyne.CanvasObject) {
	if s := stageOf(o); s != nil {
		s.leave(o)
	}
}

// HintPress takes o's tooltip away because o was pressed.
func HintPress(o fyne.CanvasObject) {
	if s := stageOf(o); s != nil {
		s.press(o)
	}
}

// HideHint takes away whatever tooltip is shown on c, which may be nil, because
// what it belonged to moved or was covered.
func HideHint(c fyne.Canvas) {
	if s := stageOn(c); s != nil {
		s.press(s.owner)
	}
}

func stageOf(o fyne.CanvasObject) *Stage {
	return stageOn(fyne.CurrentApp().Driver().CanvasForObject(o))
}

func stageOn(c fyne.Canvas) *Stage {
	if c == nil {
		return nil
	}
	s, _ := c.Content().(*Stage)
	return s
}
