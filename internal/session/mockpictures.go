package session

import (
	"sync"

	"talkthrough/internal/board"
)

// Pictures are those of the board. They are closed with the mock.
func (m *Mock) Pictures() *Pictures { return m.pictures }

func (m *Mock) pictureKept(k PictureKept) { m.Do(k) }

// Pictures are those of the board, for looking at. Whoever had them find
// something closes them.
func (a *Attempt) Pictures() *Pictures { return a.pictures }

// OnSaveError has f called when the journal or a picture cannot be written (the
// error) and when all can again (nil), on a goroutine of its own.
func (m *Mock) OnSaveError(f func(error)) {
	var mu sync.Mutex
	var journal, picture error
	tell := func(where *error) func(error) {
		return func(err error) {
			mu.Lock()
			*where = err
			now := journal
			if now == nil {
				now = picture
			}
			mu.Unlock()
			f(now)
		}
	}
	m.log.OnError(tell(&journal))
	m.pictures.OnSaveError(tell(&picture))
}

// ShownOn lists the fileIds that a scene's image elements show.
func ShownOn(scene *board.Scene) []string {
	var ids []string
	for _, e := range scene.Elements() {
		if e.Kind == board.Image && !e.Deleted && e.FileID != "" {
			ids = append(ids, e.FileID)
		}
	}
	return ids
}
