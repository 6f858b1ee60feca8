package practice

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"talkthrough/app/keys"
	"talkthrough/app/look"
	"talkthrough/app/whiteboard"
	"talkthrough/internal/board"
)

// styleBar floats at the board's left while there is something to style: what
// is selected, or what the tool in hand draws. It shows what suits that, scrolls
// where the window is low, and can be folded away. For a tool that is put down
// after one use it unfolds only when asked: the paper stays free to draw on.
type styleBar struct {
	board    *whiteboard.Board
	do       func(id string)
	object   fyne.CanvasObject // the bar's place
	shown    bool              // there is something to style
	selected int               // how many are selected
	place    *fyne.Container
	card     fyne.CanvasObject
	column   *fyne.Container
	scroll   *container.Scroll
	folded   bool             // away, on the user's wish
	asked    bool             // for, with a tool in hand
	unfold   *look.IconButton // what is left of it when folded
	small    fyne.CanvasObject
	sections []styleSection
	grid     keyGrid
	pickers  map[string]*picker
}

// styleSection is a few rows with what they are about; "" says nothing.
type styleSection struct {
	caption *look.Label
	rows    []styleRow
}

// styleRow is a row of controls.
type styleRow struct {
	object *fyne.Container
	items  []styleItem
}

// styleItem is a control of the bar.
type styleItem struct {
	control pressable
	// suits tells which looks the control has to do with.
	suits func(whiteboard.Look) bool
	// show makes the control say how these look, of which there is one at
	// least. It may be nil.
	show func([]whiteboard.Look)
}

// newStyleBar is the bar of a board; do carries out an action of the Board group.
func newStyleBar(b *whiteboard.Board, do func(id string)) *styleBar {
	s := &styleBar{board: b, do: do, pickers: map[string]*picker{}}
	s.sections = []styleSection{
		s.section("Stroke", append(s.strokes(), s.strokePicker())),
		s.section("Background", append(s.backgrounds(), s.groundPicker()), s.fills()),
		s.section("Line", append(s.widths(), s.dashes()...), append(s.hands(), s.corners()...)),
		s.section("Text", append([]styleItem{s.fontPicker()}, s.sizes()...), append(s.aligns(), s.valigns()...)),
		s.section("Arrow", append(s.ways(), s.headPicker(true), s.headPicker(false))),
		s.section("", []styleItem{s.opacity()}),
		s.section("", s.layers(), s.actions()),
	}
	s.column = look.VStack(look.Space4)
	for _, section := range s.sections {
		s.column.Add(section.caption)
		for _, row := range section.rows {
			s.column.Add(row.object)
		}
	}
	// The room around what scrolls is for the frame of what has the keyboard and
	// for the scroll bar.
	s.scroll = look.NewVScroll(look.PadAll(s.column, barInset/2))
	s.card = shielded(look.NewCardStyled(s.scroll, look.CardStyle{Fill: look.Raised, Padding: barInset / 2}))
	s.unfold = look.NewIconButton(look.IconStyle, look.Hint{Name: "Style", Key: keys.Hint(keys.FoldStyle)}, func() { do(keys.FoldStyle) })
	s.unfold.SetEdge(toolEdge)
	s.small = shielded(look.NewCardStyled(s.unfold, look.CardStyle{Fill: look.Raised, Padding: look.Space4}))
	// At the board's left, below the tools: beside it the board stays free.
	s.place = container.New(&styleBarLayout{column: s.column}, s.card, s.small)
	s.object = look.Pad(s.place, look.Space12, 0, look.Space8, look.Space12)
	s.grid = keyGrid{rows: s.seen, leave: func() { focus(b) }}
	s.hold()
	s.show()
	return s
}

// section holds rows under a caption.
func (s *styleBar) section(caption string, rows ...[]styleItem) styleSection {
	section := styleSection{caption: look.NewLabel(caption, look.Caption.Medium().In(look.Muted))}
	for _, items := range rows {
		row := look.HStack(slotGap)
		for _, item := range items {
			row.Add(item.control)
		}
		section.rows = append(section.rows, styleRow{row, items})
	}
	return section
}

// hold lets the arrow keys go through the bar, and brings what they come to
// into sight.
func (s *styleBar) hold() {
	for _, section := range s.sections {
		for _, row := range section.rows {
			for _, item := range row.items {
				s.grid.hold(item.control)
				item.control.OnFocus(func() { s.reveal(row.object) }, nil)
			}
		}
	}
}

// reveal scrolls a row into sight.
func (s *styleBar) reveal(row fyne.CanvasObject) {
	top, height := row.Position().Y, row.Size().Height
	offset := s.scroll.Offset.Y
	offset = max(min(offset, top), top+height-s.scroll.Size().Height)
	if offset != s.scroll.Offset.Y {
		s.scroll.ScrollToOffset(fyne.NewPos(0, offset))
	}
}

// seen are the controls that can be seen.
func (s *styleBar) seen() [][]pressable {
	if !s.shown || s.away() {
		return nil
	}
	var rows [][]pressable
	for _, section := range s.sections {
		for _, row := range section.rows {
			if !row.object.Visible() {
				continue
			}
			var controls []pressable
			for _, item := range row.items {
				controls = append(controls, item.control)
			}
			rows = append(rows, controls)
		}
	}
	return rows
}

// enter gives the bar the keyboard, unfolded, if there is anything in it.
func (s *styleBar) enter() {
	if !s.shown {
		return
	}
	if s.away() {
		s.fold()
	}
	for _, row := range s.seen() {
		for _, c := range row {
			if c.Visible() && !c.Disabled() {
				focus(c)
				return
			}
		}
	}
}

// inPassing reports whether the tool in hand is there for one use: what it draws
// is selected then, and styled.
func (s *styleBar) inPassing() bool {
	return s.selected == 0 && !s.board.Locked() && s.board.Tool() != whiteboard.Freehand
}

// away reports whether the bar is folded now.
func (s *styleBar) away() bool {
	if s.inPassing() {
		return !s.asked
	}
	return s.folded
}

// fold folds the bar away, or back. It stays so for the whole interview.
func (s *styleBar) fold() {
	if s.inPassing() {
		s.asked = !s.asked
	} else {
		s.folded = !s.folded
	}
	s.show()
}

// show makes the bar say how things look, or hides it.
func (s *styleBar) show() {
	looks := s.board.Looks()
	s.selected = len(s.board.Selected())
	again := false
	if s.shown = len(looks) > 0; s.shown {
		for _, section := range s.sections {
			again = section.show(looks) || again
		}
	}
	// The place itself stays: the toolkit would not lay it out again.
	again = show(s.card, s.shown && !s.away()) || again
	again = show(s.small, s.shown && s.away()) || again
	if again {
		s.layOut()
	}
	if s.strayed() {
		focus(s.board)
	}
}

// strayed reports whether a control that is out of sight has the keyboard.
func (s *styleBar) strayed() bool {
	for _, section := range s.sections {
		for _, row := range section.rows {
			for _, item := range row.items {
				if c := item.control; c.Focused() {
					return !s.card.Visible() || !row.object.Visible() || !c.Visible()
				}
			}
		}
	}
	return false
}

// layOut puts what is shown now in its place.
func (s *styleBar) layOut() {
	for _, section := range s.sections {
		for _, row := range section.rows {
			row.object.Layout.Layout(row.object.Objects, row.object.Size())
		}
	}
	s.column.Layout.Layout(s.column.Objects, s.column.Size())
	s.place.Layout.Layout(s.place.Objects, s.place.Size())
	s.scroll.ScrollToTop()
	s.scroll.Refresh()
}

// show makes the section's controls say how things look, those that suit. It
// reports whether others are seen now than before.
func (s styleSection) show(looks []whiteboard.Look) (changed bool) {
	any := false
	for _, row := range s.rows {
		seen := false
		for _, item := range row.items {
			its := suiting(looks, item.suits)
			changed = show(item.control, len(its) > 0) || changed
			if len(its) > 0 {
				seen = true
				if item.show != nil {
					item.show(its)
				}
			}
		}
		changed = show(row.object, seen) || changed
		any = any || seen
	}
	return show(s.caption, any && s.caption.Text() != "") || changed
}

func suiting(looks []whiteboard.Look, suits func(whiteboard.Look) bool) []whiteboard.Look {
	var its []whiteboard.Look
	for _, l := range looks {
		if suits(l) {
			its = append(its, l)
		}
	}
	return its
}

// show shows or hides something. It reports whether that was a change.
func show(o fyne.CanvasObject, on bool) (changed bool) {
	switch {
	case on == o.Visible():
		return false
	case on:
		o.Show()
	default:
		o.Hide()
	}
	return true
}

// pressed is called after a control was: the keyboard goes back to the board,
// unless it was with the control.
func (s *styleBar) pressed(c pressable) {
	if !c.Focused() {
		focus(s.board)
	}
}

// set makes a change to the style.
func (s *styleBar) set(change board.StyleChange) { s.board.SetStyle(change) }
