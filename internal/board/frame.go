package board

import "talkthrough/internal/typeset"

// The name of a frame stands above its upper left corner.
const (
	frameNameSize = 14
	frameNameGap  = 5
)

// FrameName is what is written above a frame: its name, or "Frame".
func (e *Element) FrameName() string {
	if e.Name == "" {
		return "Frame"
	}
	return e.Name
}

// FrameFont is what frames' names are set in.
func FrameFont() typeset.Font {
	return typeset.Font{Family: typeset.FamilyOf(2), Size: frameNameSize, LineHeight: lineHeightOf(2)}
}

// NameBox is where a frame's name stands; the zero Rect for other kinds.
func (e *Element) NameBox() Rect {
	if !e.IsFrame() {
		return Rect{}
	}
	width := 0.0
	for _, l := range typeset.Wrap(FrameFont(), e.FrameName(), 0) {
		width = max(width, l.Width)
	}
	h := typeset.LineBox(FrameFont())
	return Rect{e.X, e.Y - frameNameGap - h, width, h}
}

// ClipOf is the frame's box outside of which e is not shown; false when e lies
// in no frame that is there.
func (s *Scene) ClipOf(e *Element) (Rect, bool) {
	if e.Frame == "" {
		return Rect{}, false
	}
	f := s.byID[e.Frame]
	if f == nil || f.Deleted || !f.IsFrame() {
		return Rect{}, false
	}
	return f.Box(), true
}
