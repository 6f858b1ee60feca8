package whiteboard

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"talkthrough/internal/board"
)

var (
	_ fyne.Focusable     = (*Board)(nil)
	_ fyne.Shortcutable  = (*Board)(nil)
	_ fyne.Tabbable      = (*Board)(nil)
	_ fyne.Draggable     = (*Board)(nil)
	_ fyne.Scrollable    = (*Board)(nil)
	_ desktop.Keyable    = (*Board)(nil)
	_ desktop.Mouseable  = (*Board)(nil)
	_ desktop.Hoverable  = (*Board)(nil)
	_ desktop.Cursorable = (*Board)(nil)
)

// Document is what a Board edits. The board holds no truth of its own: it asks
// for the scene and hands over each finished gesture as one edit.
type Document struct {
	// Scene is the scene as it stands.
	Scene func() *board.Scene
	// Do carries an edit out and returns its inverse.
	Do func(board.Edit) board.Edit
}

// Board is the whiteboard that is drawn on. For the UI thread only.
type Board struct {
	widget.BaseWidget
	*surface

	// OnChange is called when the tool, the selection, the zoom or what can
	// be undone has changed.
	OnChange func()
	// OnHelp is called for the help key.
	OnHelp func()

	doc     Document
	history board.History
	style   board.Style
	tool    Tool
	locked  bool // the tool stays after use
	focused bool

	selected []string
	gesture  gesture
	editor   *editor // while text is typed
	live     *live
	marks    *marks

	pointer  fyne.Position // where the pointer was last seen
	button   desktop.MouseButton
	space    bool // Space is held: drags pan
	clicks   clicks
	previews board.Edit // what the gesture would commit
}

// New returns a board on doc.
func New(doc Document) *Board {
	b := &Board{doc: doc, style: board.DefaultStyle(), OnChange: func() {}, OnHelp: func() {}}
	b.surface = newSurface(func() board.Rect { return b.doc.Scene().Bounds() })
	b.surface.fits = false
	b.surface.moved = func() {
		b.live.arrange()
		b.marks.arrange()
		b.OnChange()
	}
	b.live = newLive(b.surface)
	b.marks = newMarks(b)
	b.bake.show(doc.Scene().Elements())
	b.ExtendBaseWidget(b)
	return b
}

// Reload shows the document's scene after something else than this board has
// changed it.
func (b *Board) Reload() {
	b.abandon()
	b.bake.show(b.doc.Scene().Elements())
	b.keepSelection()
	b.raster.Refresh()
}

// commit records a finished gesture: one edit, one step of undo.
func (b *Board) commit(e board.Edit) {
	b.clearPreview()
	if e.Empty() {
		return
	}
	b.history.Do(e, b.doc.Do(e))
	b.settle()
}

// settle bakes the scene anew after an edit.
func (b *Board) settle() {
	b.bake.show(b.doc.Scene().Elements())
	b.raster.Refresh()
	b.keepSelection()
	b.OnChange()
}

// keepSelection drops what is no longer there from the selection.
func (b *Board) keepSelection() {
	scene := b.doc.Scene()
	b.selected = slices.DeleteFunc(b.selected, func(id string) bool {
		e := scene.Get(id)
		return e == nil || e.Deleted
	})
	b.marks.arrange()
}

// preview shows what committing e would make, without doing it, and extra
// elements with it; those that are nil are left out.
func (b *Board) preview(e board.Edit, extra ...*board.Element) {
	b.previews = e
	hidden := make(map[string]bool, len(e.Put)+len(e.Remove))
	for _, el := range e.Put {
		hidden[el.ID] = true
	}
	for _, id := range e.Remove {
		hidden[id] = true
	}
	b.bake.hide(hidden)
	extra = slices.DeleteFunc(slices.Clone(extra), func(el *board.Element) bool { return el == nil })
	b.live.show(append(extra, e.Put...))
	if len(b.bake.damage) > 0 {
		b.raster.Refresh()
	}
	b.marks.arrange()
}

func (b *Board) clearPreview() {
	b.previews = board.Edit{}
	b.bake.hide(nil)
	b.live.show(nil)
	if len(b.bake.damage) > 0 {
		b.raster.Refresh()
	}
}

// seen is the element as it is shown: as previewed, or as it stands.
func (b *Board) seen(id string) *board.Element {
	for _, e := range b.previews.Put {
		if e.ID == id {
			return e
		}
	}
	return b.doc.Scene().Get(id)
}

// Select makes ids the selection.
func (b *Board) Select(ids ...string) {
	b.selected = ids
	b.marks.arrange()
	b.OnChange()
}

// Selected lists the ids of what is selected.
func (b *Board) Selected() []string { return slices.Clone(b.selected) }

// Tool is the tool in hand.
func (b *Board) Tool() Tool { return b.tool }

// Use takes a tool in hand; text being typed is finished first.
func (b *Board) Use(t Tool) {
	b.finishText()
	b.abandon()
	b.tool = t
	if t != Selecting {
		b.selected = nil
	}
	b.marks.arrange()
	b.OnChange()
}

// Locked reports whether the tool stays in hand after use.
func (b *Board) Locked() bool { return b.locked }

// SetLocked keeps the tool in hand after use, or not.
func (b *Board) SetLocked(locked bool) {
	b.locked = locked
	b.OnChange()
}

// drawn is called after a tool has made something: back to selecting, with it
// selected, unless the tool is locked.
func (b *Board) drawn(id string) {
	if b.locked {
		return
	}
	b.tool = Selecting
	b.Select(id)
}

// abandon drops a gesture under way as if it had not begun.
func (b *Board) abandon() {
	if b.gesture == nil {
		return
	}
	b.gesture = nil
	b.clearPreview()
	b.marks.marquee(board.Rect{})
	b.marks.arrange()
}

// Undo takes the last edit back; while text is typed, the last typing.
func (b *Board) Undo() {
	if b.editor != nil {
		b.editor.undo(b)
		return
	}
	b.abandon()
	if e, ok := b.history.Undo(); ok {
		b.doc.Do(e)
		b.settle()
	}
}

// Redo does again what Undo took back.
func (b *Board) Redo() {
	if b.editor != nil {
		b.editor.redo(b)
		return
	}
	b.abandon()
	if e, ok := b.history.Redo(); ok {
		b.doc.Do(e)
		b.settle()
	}
}

// CanUndo reports whether Undo would do something.
func (b *Board) CanUndo() bool { return b.history.CanUndo() }

// CanRedo reports whether Redo would do something.
func (b *Board) CanRedo() bool { return b.history.CanRedo() }

// Zoom is the magnification: 1 is 100 %.
func (b *Board) Zoom() float64 { return b.view.zoom }

// ZoomStep zooms one step in or out about the middle.
func (b *Board) ZoomStep(in bool) { b.zoomStep(in) }

// ZoomReset goes back to 100 %.
func (b *Board) ZoomReset() { b.zoomReset() }

// FitAll shows everything.
func (b *Board) FitAll() { b.fitTo(b.doc.Scene().Bounds()) }

// FitSelection shows what is selected, or everything.
func (b *Board) FitSelection() {
	r := board.Rect{}
	for _, id := range b.selected {
		r = r.Union(b.doc.Scene().Get(id).Bounds())
	}
	if r.Empty() {
		r = b.doc.Scene().Bounds()
	}
	b.fitTo(r)
}

// CreateRenderer is called by the toolkit.
func (b *Board) CreateRenderer() fyne.WidgetRenderer { return &boardRenderer{b} }

type boardRenderer struct{ b *Board }

func (r *boardRenderer) Layout(size fyne.Size) {
	r.b.resize(size)
	r.b.live.arrange()
	r.b.marks.arrange()
}

func (r *boardRenderer) MinSize() fyne.Size { return fyne.NewSize(200, 160) }

func (r *boardRenderer) Refresh() {
	r.b.raster.Refresh()
	r.b.live.arrange()
	r.b.marks.arrange()
}

func (r *boardRenderer) Objects() []fyne.CanvasObject {
	return append([]fyne.CanvasObject{r.b.raster, r.b.live.raster}, r.b.marks.objects...)
}

func (r *boardRenderer) Destroy() {}
