package practice

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"talkthrough/app/look"
	"talkthrough/app/whiteboard"
	"talkthrough/internal/board"
)

// styleBar floats at the board's left while there is something to style.
type styleBar struct {
	board  *whiteboard.Board
	object fyne.CanvasObject
	rows   []styleRow
	back   func() // gives the keyboard back to the board
}

// styleRow is a row of swatches, shown when it suits what is styled.
type styleRow struct {
	object  fyne.CanvasObject
	suits   func(whiteboard.Styled, board.Style) bool
	choices []choice
}

// choice is a swatch and whether it is how things look now.
type choice struct {
	swatch *swatch
	holds  func(board.Style) bool
}

func newStyleBar(b *whiteboard.Board) *styleBar {
	s := &styleBar{board: b, back: func() { focus(b) }}
	s.rows = []styleRow{
		s.row(stroked, s.strokes()...),
		s.row(fillable, s.backgrounds()...),
		s.row(filled, s.fills()...),
		s.row(edged, append(s.widths(), s.dashes()...)...),
		s.row(edged, append(s.hands(), s.corners()...)...),
		s.row(stroked, s.opacities()...),
		s.row(lettered, s.sizes()...),
		s.row(arrowed, s.ways()...),
		s.row(arrowed, s.heads(true)...),
		s.row(arrowed, s.heads(false)...),
	}
	column := look.VStack(look.Space4)
	for _, r := range s.rows {
		column.Add(r.object)
	}
	card := look.NewCardStyled(column, look.CardStyle{Fill: look.Raised, Padding: look.Space8})
	// At the board's left, below the tools: beside it the board stays free.
	s.object = container.NewHBox(look.Pad(container.NewVBox(shielded(card)), look.Space12, 0, 0, look.Space12))
	s.show()
	return s
}

func stroked(s whiteboard.Styled, _ board.Style) bool  { return s.Stroke }
func fillable(s whiteboard.Styled, _ board.Style) bool { return s.Fill }
func edged(s whiteboard.Styled, _ board.Style) bool    { return s.Edges }
func lettered(s whiteboard.Styled, _ board.Style) bool { return s.Letters || s.Fill }
func arrowed(s whiteboard.Styled, _ board.Style) bool  { return s.Arrows }

func filled(s whiteboard.Styled, now board.Style) bool {
	return s.Fill && now.Background != "transparent"
}

func (s *styleBar) row(suits func(whiteboard.Styled, board.Style) bool, choices ...choice) styleRow {
	row := look.HStack(2)
	for _, c := range choices {
		row.Add(c.swatch)
	}
	return styleRow{row, suits, choices}
}

// show makes the bar say how the selection looks, or hides it.
func (s *styleBar) show() {
	styled := s.board.Styled()
	if !styled.Any() {
		s.object.Hide()
		return
	}
	now := s.board.Style()
	for _, r := range s.rows {
		if !r.suits(styled, now) {
			r.object.Hide()
			continue
		}
		r.object.Show()
		for _, c := range r.choices {
			c.swatch.choose(c.holds(now))
		}
	}
	s.object.Show()
	s.object.Refresh()
}

// pick is a swatch that makes a change to the style.
func (s *styleBar) pick(name string, change board.StyleChange, holds func(board.Style) bool, picture ...*board.Element) choice {
	return choice{newSwatch(name, slot, func() {
		s.board.SetStyle(change)
		s.back()
	}, picture...), holds}
}

// run is a swatch that makes arrows run that way.
func (s *styleBar) run(name string, kind board.ArrowKind) choice {
	return choice{newSwatch(name, slot, func() {
		s.board.SetArrowKind(kind)
		s.back()
	}, running(kind)), func(board.Style) bool { return s.board.ArrowKind() == kind }}
}
