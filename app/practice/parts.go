package practice

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"talkthrough/app/boardfile"
	"talkthrough/app/look"
	"talkthrough/app/whiteboard"
	"talkthrough/internal/board"
	"talkthrough/internal/excalidraw"
)

// partSize is the picture's size in the palette.
var partSize = fyne.NewSize(108, 60)

// partsInRow is how many stand beside each other.
const partsInRow = 2

// showParts shows the palette of parts beneath a button, beside them those of
// the user's libraries, if there is a shelf of them. One that is pressed is
// dropped on the board, and the palette goes.
func showParts(b *whiteboard.Board, under fyne.CanvasObject, shelf *boardfile.Shelf) *popover {
	c := fyne.CurrentApp().Driver().CanvasForObject(under)
	if c == nil {
		return nil
	}
	var shown *popover
	var rows [][]pressable
	grid := container.NewGridWithColumns(partsInRow)
	for i, part := range board.Parts() {
		s := newSwatch(part.Name, partSize, func() {
			shown.close()
			b.DropPart(part)
		}, pictured(part)...)
		if i%partsInRow == 0 {
			rows = append(rows, nil)
		}
		rows[len(rows)-1] = append(rows[len(rows)-1], s)
		grid.Add(s)
	}
	var content fyne.CanvasObject = grid
	if shelf != nil {
		panel := shelf.Panel(grid.MinSize().Height, func(item excalidraw.LibraryItem) {
			if err := b.PutScene(item.Scene.Elements(), nil, b.Middle()); err != nil {
				b.OnProblem(err)
			}
		}, func() { shown.close() })
		content = look.HStack(look.Space8, grid, look.NewRule(), panel.Object())
	}
	shown = newPopover(c, content, rows, func() { focus(b) })
	shown.open(under, beneath, rows[0][0])
	return shown
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
