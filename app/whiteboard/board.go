package whiteboard

import (
	"slices"
	"time"

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
	// Pictures keeps what image elements show; nil where there are none.
	Pictures Pictures
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
	// OnMenu is called for a click of the secondary button, with what was
	// clicked selected, and with its place in the window.
	OnMenu func(at fyne.Position)
	// OnFind is called when text is to be looked for on the board.
	OnFind func()
	// OnImage is called when a picture is to be chosen; PutPicture or Put then
	// places it.
	OnImage func()
	// OnProblem is called with what went wrong with something pasted.
	OnProblem func(error)
	// OnBars is called for the actions of the bars around the board.
	OnBars func(id string)
	// OnLaser is called with what the laser pointer has drawn, when the button
	// is released and a few times a second before.
	OnLaser func(board.Laser)
	// OnUnused is called with keys that mean nothing on the board.
	OnUnused func(*fyne.KeyEvent)
	// OnUnusedShortcut is called with keys with Ctrl or Alt that mean nothing
	// on the board.
	OnUnusedShortcut func(fyne.Shortcut)

	doc     Document
	history board.History
	style   board.Style
	arrows  board.ArrowKind // how new ones run
	tool    Tool
	locked  bool // the tool stays after use
	focused bool

	selected  []string
	framed    []string // what the frame surrounds instead of the selection
	styled    string   // whose style was copied
	gesture   gesture
	growth    *growth // while shapes grow
	nudged    *nudging
	later     func(d time.Duration, do func()) (stop func())
	guides    []board.Guide
	snaps     bool    // to neighbours
	grid      bool    // what is moved and drawn lies on the grid
	editor    *editor // while text is typed
	previewed preview
	suggested *board.Element // the shape an arrow would be bound to
	live      *live
	raft      *raft // while much is dragged
	laser     *laser
	marks     *marks

	copying bool         // the pictures of what was copied last are being read
	copies  int          // so far
	pasting bool         // a paste waits for copying
	post    func(func()) // has a function run on the UI thread

	placed  bool          // the view has been set for the size it is shown at
	pointer fyne.Position // where the pointer was last seen
	button  desktop.MouseButton
	pressed fyne.Position // where it went down
	twice   bool          // and whether that was the second of two clicks
	space   bool          // Space is held: drags pan
	clicks  clicks
}

// New returns a board on doc. A board that is not empty is first shown whole.
func New(doc Document) *Board {
	b := &Board{doc: doc, style: board.DefaultStyle(), arrows: board.CurvedArrow, snaps: true, later: later, OnChange: func() {}, OnHelp: func() {}, OnMenu: func(fyne.Position) {}, OnFind: func() {}, OnImage: func() {}, OnProblem: func(error) {}, OnUnused: func(*fyne.KeyEvent) {}, OnUnusedShortcut: func(fyne.Shortcut) {}, OnLaser: func(board.Laser) {}, OnBars: func(string) {}}
	b.post = fyne.Do
	b.previewed = preview{byID: map[string]*board.Element{}, lifted: map[string]bool{}}
	b.surface = newSurface(func() board.Rect { return b.doc.Scene().Bounds() })
	b.surface.fits = false
	b.surface.moved = b.viewMoved
	b.surface.scaled = func() {
		b.live.arrange()
		b.raft.arrange()
		b.laser.glow.arrange()
	}
	b.live, b.raft = newLive(b.surface), newRaft(b.surface)
	if doc.Pictures != nil {
		b.bake.painter.Pictures = doc.Pictures.Find
		b.live.painter.Pictures = doc.Pictures.Find
	}
	b.laser = newLaser(b.surface, func(l board.Laser) { b.OnLaser(l) })
	b.marks = newMarks(b)
	b.bake.show(doc.Scene().Elements())
	b.ExtendBaseWidget(b)
	return b
}

// viewMoved brings all that lies above the scene to where it now belongs. The
// pointer has come to another place of the scene without moving.
func (b *Board) viewMoved(zoomed bool) {
	b.live.arrange()
	b.raft.arrange()
	b.laser.glow.arrange()
	b.marks.arrange()
	if _, panning := b.gesture.(*pan); b.gesture != nil && !panning {
		b.gesture.drag(b, b.view.toScene(b.pointer))
	}
	if zoomed {
		b.OnChange()
	}
}

// Reload shows the document's scene after something else than this board has
// changed it. Typing goes on unless what was typed in is gone.
func (b *Board) Reload() {
	b.abandon()
	b.dropGrowth()
	b.bake.show(b.doc.Scene().Elements())
	b.raster.Refresh()
	switch ed := b.editor; {
	case ed == nil:
	case ed.fresh != nil || b.doc.Scene().Get(ed.target) != nil:
		b.showTyping()
	default:
		b.editor = nil
		b.clearPreview()
	}
	b.keepSelection()
	b.OnChange()
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
	b.selected = slices.DeleteFunc(b.selected, b.gone)
	b.marks.arrange()
}

func (b *Board) gone(id string) bool {
	e := b.doc.Scene().Get(id)
	return e == nil || e.Deleted
}

// Select makes ids the selection; those that are not on the board are left out.
func (b *Board) Select(ids ...string) {
	b.finishNudge()
	b.selected = slices.Clone(ids)
	b.keepSelection()
	b.OnChange()
}

// Selected lists the ids of what is selected.
func (b *Board) Selected() []string { return slices.Clone(b.selected) }

// Tool is the tool in hand.
func (b *Board) Tool() Tool { return b.tool }

// Use takes a tool in hand; text being typed is finished first.
func (b *Board) Use(t Tool) {
	b.finishText()
	b.finishKeys()
	b.abandon()
	b.suggest(nil)
	b.tool = t
	if t != Selecting && t != Lassoing {
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
	b.finishNudge()
	g := b.gesture
	if g == nil {
		return
	}
	b.gesture, b.twice = nil, false
	b.clearPreview()
	if c, ok := g.(canceller); ok {
		c.cancel(b)
	}
	b.marks.arrange()
}

// Undo takes the last edit back; while text is typed, the last typing. A
// gesture under way is dropped instead.
func (b *Board) Undo() {
	b.finishNudge()
	switch {
	case b.editor != nil:
		b.editor.undo(b)
	case b.growth != nil:
		b.dropGrowth()
	case b.gesture != nil:
		b.abandon()
	default:
		if e, ok := b.history.Undo(); ok {
			b.redone(e)
		}
	}
}

// Redo does again what Undo took back. It does nothing during a gesture.
func (b *Board) Redo() {
	b.finishNudge()
	switch {
	case b.editor != nil:
		b.editor.redo(b)
	case b.gesture == nil:
		if e, ok := b.history.Redo(); ok {
			b.redone(e)
		}
	}
}

// redone carries out an edit that the history already knows.
func (b *Board) redone(e board.Edit) {
	b.suggest(nil)
	b.doc.Do(e)
	b.settle()
}

// CanUndo reports whether Undo would do something.
func (b *Board) CanUndo() bool {
	if b.editor != nil {
		return len(b.editor.past) > 0
	}
	return b.nudged != nil || b.history.CanUndo()
}

// CanRedo reports whether Redo would do something.
func (b *Board) CanRedo() bool {
	if b.editor != nil {
		return len(b.editor.back) > 0
	}
	return b.history.CanRedo()
}

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
	b := r.b
	b.resize(size)
	if !b.placed && size.Width > 0 && size.Height > 0 {
		b.placed = true
		if b.doc.Scene().Len() > 0 {
			b.FitAll()
		}
	}
	r.b.live.arrange()
	r.b.raft.arrange()
	r.b.marks.arrange()
}

func (r *boardRenderer) MinSize() fyne.Size { return fyne.NewSize(200, 160) }

func (r *boardRenderer) Refresh() {
	r.b.raster.Refresh()
	r.b.live.arrange()
	r.b.laser.glow.arrange()
	r.b.marks.arrange()
}

func (r *boardRenderer) Objects() []fyne.CanvasObject {
	o := append([]fyne.CanvasObject{r.b.raster, r.b.raft.raster, r.b.live.raster}, r.b.marks.objects...)
	return append(o, r.b.laser.glow.raster)
}

func (r *boardRenderer) Destroy() { r.b.laser.rest() }
