package practice

import (
	"testing"

	"fyne.io/fyne/v2"

	"talkthrough/app/keys"
	"talkthrough/app/whiteboard"
	"talkthrough/internal/board"
)

// The style used last is that of the next interview.
func TestTheStyleIsRemembered(t *testing.T) {
	s, _, _ := room(t)
	s.board.Use(whiteboard.Arrows)
	s.board.Do(keys.FoldStyle)
	press(t, s.tools.style, "Green stroke")
	press(t, s.tools.style, "Elbow arrow")
	again := whiteboard.New(whiteboard.Document{Scene: s.scene, Do: s.draw})
	recall(again)
	if style, kind := again.Next(); style.Stroke != "#2f9e44" || kind != board.ElbowArrow {
		t.Errorf("the next board draws in %s, arrows run as %d", style.Stroke, kind)
	}
	for _, text := range []string{"{", "null", `{"Style":{"StrokeWidth":-3,"FontSize":1e9,"Opacity":0},"Arrow":17}`, `{"Style":7}`} {
		fyne.CurrentApp().Preferences().SetString(styleKept, text)
		b := whiteboard.New(whiteboard.Document{Scene: s.scene, Do: s.draw})
		recall(b)
		if style, kind := b.Next(); style != board.DefaultStyle() || kind != board.CurvedArrow {
			t.Errorf("%s: next comes %+v, arrows run as %d", text, style, kind)
		}
	}
}
