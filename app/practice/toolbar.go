package practice

import (
	"fmt"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"talkthrough/app/boardfile"
	"talkthrough/app/keys"
	"talkthrough/app/look"
	"talkthrough/app/whiteboard"
)

// toolEdge is how large the tools are.
const toolEdge = 28

// toolBar is what floats above the board: the tools at its top, the style at its
// left, zoom and undo at its bottom.
type toolBar struct {
	board *whiteboard.Board
	tools []*look.IconButton
	row   *toolRow
	parts *look.IconButton
	shelf *boardfile.Shelf // of the user's libraries, or nil
	files func(id string)  // carries out what is done with files, or nil
	style *styleBar
	find  *findBar
	lock  *look.IconButton
	undo  *look.IconButton
	redo  *look.IconButton
	zoom  *look.Button
	hint  fyne.CanvasObject // what an empty board says
	empty func() bool
}

// toolKeys are the tools of the bar, in order, with their icons. From firstRare
// on they go where there is little room into the popover of more tools.
var toolKeys = []struct {
	tool whiteboard.Tool
	id   string
	icon look.IconName
}{
	{whiteboard.Selecting, keys.Select, look.IconSelect},
	{whiteboard.Rectangles, keys.Rectangle, look.IconRectangle},
	{whiteboard.Diamonds, keys.Diamond, look.IconDiamond},
	{whiteboard.Ellipses, keys.Ellipse, look.IconEllipse},
	{whiteboard.Cylinders, keys.Cylinder, look.IconCylinder},
	{whiteboard.Arrows, keys.Arrow, look.IconArrow},
	{whiteboard.Lines, keys.Line, look.IconLine},
	{whiteboard.Freehand, keys.Pencil, look.IconPencil},
	{whiteboard.Texts, keys.TextTool, look.IconText},
	{whiteboard.Erasing, keys.Eraser, look.IconEraser},
	{whiteboard.Panning, keys.Hand, look.IconHand},
	{whiteboard.Frames, keys.Frame, look.IconFrame},
	{whiteboard.Pointing, keys.Laser, look.IconLaser},
	{whiteboard.Lassoing, keys.Lasso, look.IconLasso},
	{whiteboard.NoTool, keys.Picture, look.IconPicture},
}

// firstRare is the first of the toolKeys that one can do without at hand.
const firstRare = 10

func newToolBar(b *whiteboard.Board, empty func() bool) *toolBar {
	t := &toolBar{board: b, empty: empty, hint: boardHint()}
	for _, k := range toolKeys {
		tool := t.button(k.icon, k.id)
		tool.SetCorner(cornerKey(keys.For(k.id)))
		t.tools = append(t.tools, tool)
	}
	recall(b)
	t.parts = t.button(look.IconParts, keys.Parts)
	t.lock = t.button(look.IconLock, keys.LockTool)
	t.row = newToolRow(t.tools[:firstRare], t.tools[firstRare:], t.button(look.IconMore, keys.MoreTools), t.parts, t.lock)
	t.style = newStyleBar(b, t.do)
	t.find = newFindBar(b)
	b.OnFind = t.find.open
	t.undo = t.button(look.IconUndo, keys.Undo)
	t.redo = t.button(look.IconRedo, keys.Redo)
	t.zoom = look.NewButton("100 %", look.Quiet, func() { t.do(keys.ZoomReset) })
	t.zoom.SetHint(look.Hint{Name: keys.For(keys.ZoomReset).Label, Key: keys.Hint(keys.ZoomReset)})
	b.OnChange = t.show
	b.OnMenu = t.showMenu
	b.OnBars = t.bars
	t.show()
	return t
}

// cornerKey is the key that a tool's button names: the digit, where it has one;
// none where it takes two.
func cornerKey(b keys.Binding) string {
	if b.Mods != 0 {
		return ""
	}
	for _, c := range b.Also {
		if len(c.Key) == 1 {
			return string(c.Key)
		}
	}
	return string(b.Key)
}

// button does what the key does, and gives the keyboard back to the board.
func (t *toolBar) button(icon look.IconName, id string) *look.IconButton {
	b := look.NewIconButton(icon, look.Hint{Name: keys.For(id).Label, Key: keys.Hint(id)}, func() { t.do(id) })
	b.SetEdge(toolEdge)
	return b
}

func (t *toolBar) do(id string) {
	focus(t.board)
	t.board.Do(id)
}

// bars carries out the actions of the bars themselves.
func (t *toolBar) bars(id string) {
	switch id {
	case keys.Parts:
		showParts(t.board, t.parts, t.shelf)
	case keys.MoreTools:
		t.showMoreTools()
	case keys.GoToStyle:
		t.style.enter()
	case keys.FoldStyle:
		t.style.fold()
	default:
		if p := t.style.pickers[id]; p != nil {
			p.open()
		}
	}
}

// show marks the tool in hand and what can be undone.
func (t *toolBar) show() {
	rare := false
	for i, k := range toolKeys {
		on := t.board.Tool() == k.tool
		t.tools[i].SetSelected(on)
		rare = rare || on && i >= firstRare
	}
	t.row.more.SetSelected(rare)
	t.style.show()
	t.lock.SetSelected(t.board.Locked())
	enable(t.undo, t.board.CanUndo())
	enable(t.redo, t.board.CanRedo())
	show(t.hint, t.empty() && !t.board.Typing())
	t.zoom.SetText(fmt.Sprintf("%d %%", int(math.Round(t.board.Zoom()*100))))
	remember(t.board)
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
	float := func(o ...fyne.CanvasObject) fyne.CanvasObject {
		return shielded(look.NewCardStyled(look.HStack(2, o...), look.CardStyle{Fill: look.Raised, Padding: look.Space4}))
	}
	history := float(t.undo, t.redo)
	zoom := float(t.button(look.IconMinus, keys.ZoomOut), look.Middle(t.zoom), t.button(look.IconPlus, keys.ZoomIn), t.button(look.IconFit, keys.FitAll))
	top := look.Pad(t.row.object, look.Space12, look.Space12, 0, look.Space12)
	bottom := look.Pad(container.NewBorder(nil, nil, history, zoom), 0, look.Space12, look.Space12, look.Space12)
	return t.find.above(container.NewStack(b, t.hint, container.NewBorder(top, bottom, t.style.object, nil)))
}

// boardHint is what an empty board says.
func boardHint() fyne.CanvasObject {
	line := func(text string) fyne.CanvasObject { return look.NewLabel(text, look.Body.In(look.Faint).Centred()) }
	return container.NewCenter(look.VStack(look.Space4,
		line("Draw the flow here: the big picture first."),
		line(keys.Hint(keys.Rectangle)+" box   "+keys.Hint(keys.Arrow)+" arrow   "+keys.Hint(keys.TextTool)+" text   "+keys.Hint(keys.EditText)+" writes in a shape")))
}
