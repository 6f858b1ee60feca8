package whiteboard

import (
	"strings"

	"fyne.io/fyne/v2"

	"talkthrough/internal/board"
	"talkthrough/internal/excalidraw"
)

// copySelection puts the selection on the system's clipboard, as Excalidraw
// writes it, and reports whether it is there or, where pictures must be read
// first, will be.
func (b *Board) copySelection() bool {
	scene := b.doc.Scene()
	chosen := make(map[string]bool, len(b.selected))
	for _, id := range b.selected {
		chosen[id] = true
	}
	var elements []*board.Element
	var pictures []string
	for _, e := range scene.Elements() {
		if e.Deleted || !chosen[e.ID] && !chosen[e.Container] && !chosen[e.Frame] {
			continue
		}
		elements = append(elements, e)
		if e.Kind == board.Image && e.FileID != "" {
			pictures = append(pictures, e.FileID)
		}
	}
	if len(elements) == 0 {
		return false
	}
	if len(pictures) > 0 && b.doc.Pictures != nil {
		b.copyWithPictures(elements, pictures)
		return true
	}
	text, err := excalidraw.EncodeClipboard(elements, nil)
	if err != nil {
		return false // what is on the clipboard stays
	}
	b.copies, b.copying = b.copies+1, false
	fyne.CurrentApp().Clipboard().SetContent(text)
	return true
}

func (b *Board) cut() {
	if b.copySelection() {
		b.commit(board.Delete(b.doc.Scene(), b.selected))
	}
}

// paste places what the clipboard holds about the pointer: elements, a Mermaid
// flowchart, a list as boxes, else text.
func (b *Board) paste() {
	if b.copying {
		b.pasting = true // what is being copied, when it is
		return
	}
	text := fyne.CurrentApp().Clipboard().Content()
	if strings.TrimSpace(text) == "" {
		return
	}
	if elements, files, ok := excalidraw.DecodeClipboard(text); ok {
		if err := b.PutScene(elements, files, b.hand()); err != nil {
			b.OnProblem(err)
		}
		return
	}
	e := b.pasted(text)
	if e.Empty() {
		return
	}
	b.Use(Selecting)
	b.placeNew(e)
	b.Select(owners(e)...)
}

// pasted is the edit that pastes text that is no elements, its middle where the
// pointer is.
func (b *Board) pasted(text string) board.Edit {
	scene := b.doc.Scene()
	for _, read := range []func(board.Point) board.Edit{
		func(at board.Point) board.Edit {
			e, err := board.FromMermaid(scene, text, at)
			if err != nil {
				return board.Edit{}
			}
			return e
		},
		func(at board.Point) board.Edit {
			e, _ := board.BoxesFromList(scene, text, at)
			return e
		},
		func(at board.Point) board.Edit { return b.plainText(text, at) },
	} {
		if e := read(board.Point{}); !e.Empty() {
			middle := board.NewScene(e.Put...).Extent(owners(e)...).Centre()
			return read(b.hand().Sub(middle))
		}
	}
	return board.Edit{}
}

// hand is the place in the scene that the pointer is at, or the middle of what
// is seen when it is elsewhere.
func (b *Board) hand() board.Point { return b.PointAt(b.pointer) }

// plainText is the edit that places text that stands free.
func (b *Board) plainText(text string, at board.Point) board.Edit {
	t := board.NewElement(board.Text, b.style)
	t.X, t.Y, t.Text = at.X, at.Y, strings.TrimRight(pasted.Replace(strings.ToValidUTF8(text, "\uFFFD")), "\n ")
	return board.PutNew(b.doc.Scene(), t)
}
