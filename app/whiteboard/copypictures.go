package whiteboard

import (
	"errors"

	"fyne.io/fyne/v2"

	"talkthrough/internal/board"
	"talkthrough/internal/excalidraw"
)

// copyWithPictures puts elements on the clipboard with the pictures they show,
// which are read off the UI thread. Pictures that cannot be read are left out
// and told to OnProblem.
func (b *Board) copyWithPictures(elements []*board.Element, fileIDs []string) {
	b.copies, b.copying = b.copies+1, true
	number, pictures := b.copies, b.doc.Pictures
	go func() {
		files, failed := pictures.Files(fileIDs)
		text, err := excalidraw.EncodeClipboard(elements, files)
		b.post(func() {
			if number == b.copies { // nothing was copied since
				b.copied(text, err, failed)
			}
		})
	}()
}

// copied ends copyWithPictures.
func (b *Board) copied(text string, err, left error) {
	if err == nil {
		fyne.CurrentApp().Clipboard().SetContent(text)
	}
	if problem := errors.Join(err, left); problem != nil {
		b.OnProblem(problem)
	}
	b.copying = false
	if b.pasting {
		b.pasting = false
		b.paste()
	}
}
