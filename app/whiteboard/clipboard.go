package whiteboard

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"talkthrough/internal/board"
	"talkthrough/internal/excalidraw"
)

// copySelection puts the selection on the system's clipboard, as Excalidraw
// writes it, and reports whether it is there.
func (b *Board) copySelection() bool {
	scene := b.doc.Scene()
	chosen := make(map[string]bool, len(b.selected))
	for _, id := range b.selected {
		chosen[id] = true
	}
	var elements []*board.Element
	for _, e := range scene.Elements() {
		if !e.Deleted && (chosen[e.ID] || chosen[e.Container]) {
			elements = append(elements, e)
		}
	}
	if len(elements) == 0 {
		return false
	}
	text, err := excalidraw.EncodeClipboard(elements, nil)
	if err != nil {
		return false // what is on the clipboard stays
	}
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
	text := fyne.CurrentApp().Clipboard().Content()
	if strings.TrimSpace(text) == "" {
		return
	}
	e := b.pasted(text)
	if e.Empty() {
		return
	}
	b.Use(Selecting)
	b.commit(e)
	b.Select(owners(e)...)
}

// pasted is the edit that pastes text, its middle where the pointer is.
func (b *Board) pasted(text string) board.Edit {
	scene := b.doc.Scene()
	for _, read := range []func(board.Point) board.Edit{
		func(at board.Point) board.Edit { return copied(scene, text, at) },
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
func (b *Board) hand() board.Point {
	at, size := b.pointer, b.raster.Size()
	if at.X <= 0 || at.Y <= 0 || at.X >= size.Width || at.Y >= size.Height {
		at = b.middle()
	}
	return b.view.toScene(at)
}

// copied is the edit that places the elements in a clipboard's text, moved by
// d and on top of everything.
func copied(scene *board.Scene, text string, d board.Point) board.Edit {
	elements, _, ok := excalidraw.DecodeClipboard(text)
	if !ok {
		return board.Edit{}
	}
	there := board.NewScene(elements...)
	var ids []string
	for _, e := range there.Elements() {
		if there.Get(e.Container) == nil {
			ids = append(ids, e.ID)
		}
	}
	e := board.Duplicate(there, ids, d.X, d.Y)
	slices.SortStableFunc(e.Put, inOrder)
	top := ""
	if all := scene.Elements(); len(all) > 0 {
		top = all[len(all)-1].Index
	}
	for i, key := range board.KeysBetween(top, "", len(e.Put)) {
		e.Put[i] = e.Put[i].Clone()
		e.Put[i].Index = key
	}
	return e
}

// plainText is the edit that places text that stands free.
func (b *Board) plainText(text string, at board.Point) board.Edit {
	t := board.NewElement(board.Text, b.style)
	t.X, t.Y, t.Text = at.X, at.Y, strings.TrimRight(pasted.Replace(strings.ToValidUTF8(text, "\uFFFD")), "\n ")
	return board.PutNew(b.doc.Scene(), t)
}
