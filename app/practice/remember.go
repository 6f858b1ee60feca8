package practice

import (
	"encoding/json"

	"fyne.io/fyne/v2"

	"talkthrough/app/whiteboard"
	"talkthrough/internal/board"
)

// styleKept is where the app's preferences keep how the next thing looks.
const styleKept = "board style"

// keptStyle is what they keep.
type keptStyle struct {
	Style board.Style
	Arrow board.ArrowKind
}

// recall has the board go on in the style that was used last.
func recall(b *whiteboard.Board) {
	text := fyne.CurrentApp().Preferences().String(styleKept)
	if text == "" {
		return
	}
	var kept keptStyle
	kept.Style, kept.Arrow = b.Next()
	usual := kept
	if json.Unmarshal([]byte(text), &kept) != nil {
		return
	}
	s := &kept.Style
	if s.StrokeWidth <= 0 || s.StrokeWidth > 100 {
		s.StrokeWidth = usual.Style.StrokeWidth
	}
	if s.FontSize < 1 || s.FontSize > 1000 {
		s.FontSize = usual.Style.FontSize
	}
	if s.Opacity <= 0 || s.Opacity > 100 { // what cannot be seen is not drawn on purpose
		s.Opacity = usual.Style.Opacity
	}
	if kept.Arrow < board.StraightArrow || kept.Arrow > board.ElbowArrow {
		kept.Arrow = usual.Arrow
	}
	b.SetNext(kept.Style, kept.Arrow)
}

// remember keeps how the next thing looks, if that has changed.
func remember(b *whiteboard.Board) {
	var now keptStyle
	now.Style, now.Arrow = b.Next()
	text, err := json.Marshal(now)
	if err != nil {
		return // a number that is none: nothing worth keeping
	}
	p := fyne.CurrentApp().Preferences()
	if string(text) != p.String(styleKept) {
		p.SetString(styleKept, string(text))
	}
}
