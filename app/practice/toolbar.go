package practice

import (
	"fmt"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"talkthrough/app/keys"
	"talkthrough/app/look"
	"talkthrough/app/whiteboard"
	"talkthrough/internal/board"
)

// toolBar is what floats above the board: the tools at its top, zoom and undo
// at its bottom.
type toolBar struct {
	board *whiteboard.Board
	tools []*look.IconButton
	disk  *swatch // the cylinder tool
	parts *swatch
	style *styleBar
	find  *findBar
	lock  *look.IconButton
	undo  *look.IconButton
	redo  *look.IconButton
	zoom  *look.Button
	hint  fyne.CanvasObject // what an empty board says
	empty func() bool
}

// toolKeys are the tools of the bar, in order, with their icons.
var toolKeys = []struct {
	tool whiteboard.Tool
	id   string
	icon look.IconName
}{
	{whiteboard.Selecting, keys.Select, look.IconSelect},
	{whiteboard.Panning, keys.Hand, look.IconHand},
	{whiteboard.Rectangles, keys.Rectangle, look.IconRectangle},
	{whiteboard.Diamonds, keys.Diamond, look.IconDiamond},
	{whiteboard.Ellipses, keys.Ellipse, look.IconEllipse},
	{whiteboard.Arrows, keys.Arrow, look.IconArrow},
	{whiteboard.Lines, keys.Line, look.IconLine},
	{whiteboard.Freehand, keys.Pencil, look.IconPencil},
	{whiteboard.Texts, keys.TextTool, look.IconText},
	{whiteboard.Erasing, keys.Eraser, look.IconEraser},
	{whiteboard.Frames, keys.Frame, look.IconFrame},
	{whiteboard.Lassoing, keys.Lasso, look.IconLasso},
	{whiteboard.Pointing, keys.Laser, look.IconLaser},
}

func newToolBar(b *whiteboard.Board, empty func() bool) *toolBar {
	t := &toolBar{board: b, empty: empty, hint: boardHint()}
	for _, k := range toolKeys {
		t.tools = append(t.tools, t.button(k.icon, k.id))
	}
	t.disk = cylinderButton(func() { t.do(keys.Cylinder) })
	t.parts = partsButton(b)
	t.style = newStyleBar(b)
	t.find = newFindBar(b)
	b.OnFind = t.find.open
	t.lock = t.button(look.IconLock, keys.LockTool)
	t.undo = t.button(look.IconUndo, keys.Undo)
	t.redo = t.button(look.IconRedo, keys.Redo)
	t.zoom = look.NewButton("100 %", look.Quiet, func() { t.do(keys.ZoomReset) })
	b.OnChange = t.show
	b.OnMenu = t.showMenu
	t.show()
	return t
}

// button does what the key does, and gives the keyboard back to the board.
func (t *toolBar) button(icon look.IconName, id string) *look.IconButton {
	return look.NewIconButton(icon, look.Hint{Name: keys.For(id).Label, Key: keys.Hint(id)}, func() { t.do(id) })
}

func (t *toolBar) do(id string) {
	t.board.Do(id)
	focus(t.board)
}

// show marks the tool in hand and what can be undone.
func (t *toolBar) show() {
	for i, k := range toolKeys {
		t.tools[i].SetSelected(t.board.Tool() == k.tool)
	}
	t.disk.choose(t.board.Tool() == whiteboard.Cylinders)
	t.style.show()
	t.lock.SetSelected(t.board.Locked())
	enable(t.undo, t.board.CanUndo())
	enable(t.redo, t.board.CanRedo())
	if t.empty() && !t.board.Typing() {
		t.hint.Show()
	} else {
		t.hint.Hide()
	}
	t.zoom.SetText(fmt.Sprintf("%d %%", int(math.Round(t.board.Zoom()*100))))
}

func enable(w fyne.Disableable, on bool) {
	if on == !w.Disabled() {
		return
	}
	if on {
		w.Enable()
	} else {
		w.Disable()
	}
}

// around returns the board with the bars above it.
func (t *toolBar) around(b fyne.CanvasObject) fyne.CanvasObject {
	var tools []fyne.CanvasObject
	for i, tool := range t.tools {
		tools = append(tools, tool)
		if toolKeys[i].tool == whiteboard.Ellipses {
			tools = append(tools, t.disk)
		}
	}
	tools = append(tools, look.NewRule(), t.parts, t.lock)
	float := func(o ...fyne.CanvasObject) fyne.CanvasObject {
		return look.NewCardStyled(look.HStack(2, o...), look.CardStyle{Fill: look.Raised, Padding: look.Space4})
	}
	history := float(t.undo, t.redo)
	zoom := float(t.button(look.IconMinus, keys.ZoomOut), t.zoom, t.button(look.IconPlus, keys.ZoomIn), t.button(look.IconFit, keys.FitAll))
	top := look.Pad(container.NewCenter(float(tools...)), look.Space12, 0, 0, 0)
	bottom := look.Pad(container.NewBorder(t.find.object, nil, history, zoom), 0, look.Space12, look.Space12, look.Space12)
	return container.NewStack(b, t.hint, container.NewBorder(top, bottom, t.style.object, nil))
}

// cylinderButton is the cylinder tool's.
func cylinderButton(tapped func()) *swatch {
	style := board.DefaultStyle()
	style.StrokeWidth = 1.5
	e := board.NewElement(board.Cylinder, style)
	e.X, e.Y, e.W, e.H = 8, 7, 12, 14.5
	s := newSwatch("", fyne.NewSquareSize(28), tapped, e)
	s.SetHint(look.Hint{Name: keys.For(keys.Cylinder).Label, Key: keys.Hint(keys.Cylinder)})
	return s
}

// boardHint is what an empty board says.
func boardHint() fyne.CanvasObject {
	line := func(text string) fyne.CanvasObject { return look.NewLabel(text, look.Body.In(look.Faint).Centred()) }
	return container.NewCenter(look.VStack(look.Space4,
		line("Draw the flow here: the big picture first."),
		line(keys.Hint(keys.Rectangle)+" box   "+keys.Hint(keys.Arrow)+" arrow   "+keys.Hint(keys.TextTool)+" text   "+keys.Hint(keys.EditText)+" writes in a shape")))
}
