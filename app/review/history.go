package review

import (
	"image/color"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"talkthrough/app/keys"
	"talkthrough/app/look"
	"talkthrough/internal/board"
	"talkthrough/internal/session"
)

// shapeHistory lists over the board's right edge what happened to one shape, so
// that each of it can be heard.
type shapeHistory struct {
	screen *Screen
	object *fyne.Container
	list   *keyList
	title  *look.Label
	rows   *fyne.Container
	scroll *container.Scroll
	empty  *look.Paragraph
	ring   *canvas.Rectangle // shows that the list has the keyboard

	picked string // the shape that was clicked last
	id     string // the one that is listed
	past   []session.Moment
	lines  []*historyRow
	chosen int
	now    int            // the last that had happened at the playhead; -1: none
	before fyne.Focusable // who had the keyboard
}

func newShapeHistory(s *Screen) *shapeHistory {
	h := &shapeHistory{screen: s, now: -1, rows: look.VStack(0)}
	h.title = look.NewLabel("", look.Body.Strong().Cut())
	h.empty = look.NewParagraph("Click a shape on the board, then press "+keys.Hint(keys.ShapeHistory)+" for what happened to it.", look.Body.In(look.Muted))
	close := look.NewIconButton(look.IconClose, look.Hint{Name: "Close the history", Key: "Esc"}, h.close)
	head := container.NewBorder(nil, nil, nil, close, look.Pad(look.VStack(0,
		look.NewLabel("History", look.Caption.In(look.Muted).Medium()), h.title), 0, 0, 0, look.Space12))
	h.scroll = look.NewVScroll(look.VStack(0, look.Pad(h.empty, look.Space4, look.Space12, look.Space8, look.Space12), h.rows))
	h.list = newKeyList(container.NewBorder(look.Pad(head, look.Space4, look.Space4, look.Space4, 0), nil, nil, nil, h.scroll), h.press, h.showFocus)
	card := look.NewCardStyled(h.list, look.CardStyle{Fill: look.Raised, Padding: look.Space4})
	h.ring = canvas.NewRectangle(color.Transparent)
	h.ring.CornerRadius, h.ring.StrokeWidth = look.RadiusCard, 2
	h.object = container.New(rightEdge{h}, newShield(), card, h.ring)
	h.object.Hide()
	return h
}

// pick notes which shape was clicked last; while the list is open it shows that
// one.
func (h *shapeHistory) pick(id string) {
	h.picked = id
	if h.open() {
		h.show(id)
	}
}

func (h *shapeHistory) open() bool { return h.object.Visible() }

// do carries out the binding of the history and reports whether it was that.
func (h *shapeHistory) do(id string) bool {
	switch {
	case id != keys.ShapeHistory:
		return false
	case h.open():
		h.close()
	default:
		h.show(h.picked)
	}
	return true
}

// show opens the list for a shape and gives it the keyboard; "" says how to come
// to one.
func (h *shapeHistory) show(id string) {
	h.picked = id
	h.fill(id)
	h.object.Show()
	h.object.Refresh()
	if c := h.canvas(); c != nil {
		if f := c.Focused(); f != nil && f != h.list { // a click takes it from everybody
			h.before = f
		}
		c.Focus(h.list)
	}
}

// fill fills the list with what happened to a shape.
func (h *shapeHistory) fill(id string) {
	h.id, h.past = id, condensed(h.screen.attempt.ElementHistory(id), h.screen.attempt.Timeline())
	h.title.SetText(h.named())
	h.empty.Hidden = len(h.past) > 0
	h.lines, h.rows.Objects = nil, nil
	for i, m := range h.past {
		line := newHistoryRow(h, i, m)
		h.lines = append(h.lines, line)
		h.rows.Add(line.row)
	}
	h.now = -1
	h.follow(h.screen.at)
	h.choose(max(h.now, 0))
	h.object.Refresh()
}

// follow marks the last that had happened to the shape at a session time.
func (h *shapeHistory) follow(at time.Duration) {
	now := -1
	for i, m := range h.past {
		if m.At <= at {
			now = i
		}
	}
	if now == h.now {
		return
	}
	for _, i := range []int{h.now, now} {
		if i >= 0 && i < len(h.lines) {
			h.lines[i].setNow(i == now)
		}
	}
	h.now = now
}

// choose moves the keyboard's place in the list.
func (h *shapeHistory) choose(i int) {
	if len(h.lines) == 0 {
		return
	}
	h.chosen = min(max(i, 0), len(h.lines)-1)
	for j, line := range h.lines {
		line.row.SetSelected(j == h.chosen)
	}
	row := h.lines[h.chosen].row
	top, bottom := row.Position().Y, row.Position().Y+row.Size().Height
	if offset, height := h.scroll.Offset.Y, h.scroll.Size().Height; height > 0 && (top < offset || bottom > offset+height) {
		h.scroll.ScrollToOffset(fyne.NewPos(0, max(bottom-height, 0)))
	}
}

// hear plays from where something happened to the shape.
func (h *shapeHistory) hear(i int) {
	h.choose(i)
	h.screen.hear(h.past[i].At)
}

func (h *shapeHistory) press(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyUp:
		h.choose(h.chosen - 1)
	case fyne.KeyDown:
		h.choose(h.chosen + 1)
	case fyne.KeyReturn, fyne.KeyEnter:
		if len(h.past) > 0 {
			h.hear(h.chosen)
		}
	default:
		h.screen.Key(ev)
	}
}

// showFocus shows whether the list has the keyboard.
func (h *shapeHistory) showFocus(focused bool) {
	h.ring.StrokeColor = color.Transparent
	if focused {
		h.ring.StrokeColor = look.Color(look.Accent)
	}
	h.ring.Refresh()
}

// close takes the list away and gives the keyboard back.
func (h *shapeHistory) close() {
	h.object.Hide()
	c := h.canvas()
	if c == nil || c.Focused() != h.list && c.Focused() != nil {
		return
	}
	if h.before == nil {
		h.before = h.screen.wave
	}
	c.Focus(h.before)
	h.before = nil
}

func (h *shapeHistory) canvas() fyne.Canvas {
	return fyne.CurrentApp().Driver().CanvasForObject(h.screen.wave)
}

// named is what the shape is called: by the words on it, or its kind.
func (h *shapeHistory) named() string {
	for i := len(h.past) - 1; i >= 0; i-- {
		scene := h.screen.attempt.At(h.past[i].At).Scene()
		if e := scene.Get(h.id); e != nil && !e.Deleted {
			return shapeName(scene, e)
		}
	}
	return ""
}

func shapeName(scene *board.Scene, e *board.Element) string {
	words := e.Text
	if label := scene.LabelOf(e); label != nil {
		words = label.Text
	}
	if e.Name != "" {
		words = e.Name
	}
	if words = strings.Join(strings.Fields(words), " "); words != "" {
		return words
	}
	return strings.ToUpper(string(e.Kind[:1])) + string(e.Kind[1:])
}

// condensed joins what happened several times in a row within moments, as a
// shape is nudged along by its arrow keys: the first of it counts.
func condensed(past []session.Moment, line session.Timeline) []session.Moment {
	const atOnce = 3 * time.Second
	var out []session.Moment
	last := time.Duration(0)
	for i, m := range past {
		at := line.Elapsed(m.At)
		if i == 0 || m.Did != past[i-1].Did || at-last > atOnce {
			out = append(out, m)
		}
		last = at
	}
	return out
}
