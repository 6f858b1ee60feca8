package practice

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"talkthrough/app/look"
	"talkthrough/app/whiteboard"
	"talkthrough/internal/board"
)

// partSize is the picture's size in the palette.
var partSize = fyne.NewSize(108, 60)

// showParts shows the palette of parts beneath a button. One that is pressed is
// dropped on the board, and the palette goes.
func showParts(b *whiteboard.Board, under fyne.CanvasObject) *widget.PopUp {
	driver := fyne.CurrentApp().Driver()
	c := driver.CanvasForObject(under)
	if c == nil {
		return nil
	}
	var popup *widget.PopUp
	grid := container.NewGridWithColumns(2)
	for _, part := range board.Parts() {
		grid.Add(newSwatch(part.Name, partSize, func() {
			popup.Hide()
			b.DropPart(part)
			focus(b)
		}, pictured(part)...))
	}
	popup = widget.NewPopUp(look.PadAll(grid, look.Space4), c)
	look.HideHint(c)
	// Its right side is the button's, so that the panel beside the board stays free.
	at := driver.AbsolutePositionForObject(under).AddXY(under.Size().Width-popup.MinSize().Width, under.Size().Height+look.Space8)
	popup.ShowAtPosition(at)
	return popup
}

// pictured is the part, small, with its name in it.
func pictured(part board.Part) []*board.Element {
	const margin = 4
	shape := board.NewElement(part.Kind, part.Style)
	k := min((float64(partSize.Width)-2*margin)/part.W, (float64(partSize.Height)-2*margin)/part.H)
	shape.W, shape.H, shape.StrokeWidth = part.W*k, part.H*k, 1.2
	shape.X, shape.Y = (float64(partSize.Width)-shape.W)/2, (float64(partSize.Height)-shape.H)/2
	name := board.NewElement(board.Text, board.DefaultStyle())
	name.FontSize, name.Text = 11, part.Name
	name, _ = board.LayoutText(name, nil)
	c := shape.Box().Centre()
	if part.Kind == board.Cylinder {
		c.Y += shape.H / 10
	}
	name.X, name.Y = c.X-name.W/2, c.Y-name.H/2
	return []*board.Element{shape, name}
}

// partsButton opens the palette.
func partsButton(b *whiteboard.Board) *swatch {
	style := board.DefaultStyle()
	style.StrokeWidth = 1.5
	at := func(kind board.Kind, x, y, w, h float64) *board.Element {
		e := board.NewElement(kind, style)
		e.X, e.Y, e.W, e.H = x, y, w, h
		return e
	}
	var button *swatch
	button = newSwatch("Parts of a design", fyne.NewSquareSize(28), func() { showParts(b, button) },
		at(board.Rectangle, 6, 6, 7, 7), at(board.Ellipse, 16, 6, 7, 7), at(board.Diamond, 5.5, 15.5, 8, 8), at(board.Cylinder, 16, 15.5, 7, 8))
	return button
}
