package practice

import (
	"fyne.io/fyne/v2"

	"talkthrough/app/keys"
	"talkthrough/app/look"
	"talkthrough/app/whiteboard"
	"talkthrough/internal/board"
	"talkthrough/internal/typeset"
)

// fonts are the families that are offered; others in files count as the one
// that they are shown in.
var fonts = []named[int]{{"Hand-written", handFamily}, {"Normal", sansFamily}, {"Code", monoFamily}}

// fontArea is the size of a font's picture in the popover.
var fontArea = fyne.NewSize(132, 26)

// fontOf is the name of the font that letters are shown in.
func fontOf(l whiteboard.Look) string {
	for _, f := range fonts {
		if typeset.FamilyOf(f.value) == typeset.FamilyOf(l.Style.FontFamily) {
			return f.name
		}
	}
	return ""
}

func (s *styleBar) fontPicker() styleItem {
	picture := func(name string) []*board.Element {
		for _, f := range fonts {
			if f.name == name {
				return []*board.Element{letters("Aa", f.value, 13)}
			}
		}
		return []*board.Element{letters("–", sansFamily, 13)}
	}
	never := func(string) bool { return true }
	return s.picker(keys.FontPicker, lettered, fontOf, picture, never, showFonts)
}

// showFonts shows the fonts, each named in itself.
func showFonts(p *picker) *popover {
	var shown *popover
	var first fyne.Focusable
	var rows [][]pressable
	content := look.VStack(2)
	for _, f := range fonts {
		sw := newSwatch(f.name, fontArea, func() {
			shown.popup.Hide()
			p.bar.set(board.StyleChange{FontFamily: &f.value})
			p.back()
		}, lettersIn(fontArea, f.name, f.value, 16))
		sw.choose(p.same && f.name == p.now)
		if sw.chosen || first == nil {
			first = sw
		}
		rows = append(rows, []pressable{sw})
		content.Add(sw)
	}
	shown = p.show(content, rows, first)
	return shown
}
