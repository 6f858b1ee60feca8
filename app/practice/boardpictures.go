package practice

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"talkthrough/internal/excalidraw"
)

// followPictures has the board repaint what shows a picture once that is
// decoded, and problems with pasted ones be said.
func (s *Screen) followPictures() {
	s.mock.Pictures().OnArrival(func(id string) { s.post(func() { s.board.ShowPicture(id) }) })
	s.board.OnProblem = func(err error) { s.Tell(err.Error()) }
}

// Drop puts the files at those paths, drawings and pictures, on the board: where
// they were dropped in the window, or in the middle of what is seen of the
// board when that is beside it. The files are read off the UI thread; what
// cannot be put there is said in the room's notice.
func (s *Screen) Drop(at fyne.Position, paths []string) {
	const most = 50
	go func() {
		var contents []excalidraw.Content
		var failed []error
		if len(paths) > most {
			failed = append(failed, fmt.Errorf("%d files are too many at once: the first %d were taken", len(paths), most))
			paths = paths[:most]
		}
		for _, path := range paths {
			c, err := excalidraw.OpenContent(path)
			if err != nil {
				failed = append(failed, err)
				continue
			}
			contents = append(contents, c)
		}
		s.post(func() {
			if !s.isLeft() {
				s.put(at, contents, failed)
			}
		})
	}()
}

// put places what was read and says what of it is not there.
func (s *Screen) put(at fyne.Position, contents []excalidraw.Content, failed []error) {
	corner := fyne.CurrentApp().Driver().AbsolutePositionForObject(s.board)
	if len(contents) > 0 {
		failed = append(failed, s.board.Put(s.board.PointAt(at.Subtract(corner)), contents...))
		focus(s.board)
	}
	var lines []string
	if err := errors.Join(failed...); err != nil {
		lines = append(lines, err.Error())
	}
	for _, c := range contents {
		if notice := c.Notice(); notice != "" {
			lines = append(lines, notice)
		}
	}
	if len(lines) > 0 {
		s.Tell(strings.Join(lines, "\n"))
	}
}

// Tell shows words in the room's notice for a while, unless the attempt cannot
// be saved: that is said first.
func (s *Screen) Tell(words string) {
	const most = 300 // characters; a notice is read while talking
	if runes := []rune(words); len(runes) > most {
		words = string(runes[:most]) + "…"
	}
	s.told, s.toldAt = words, time.Now()
	s.Tick()
}

// saying is what Tell was told, until nobody needs it any more.
func (s *Screen) saying(now time.Time) string {
	if now.Sub(s.toldAt) > noticeFor {
		s.told = ""
	}
	return s.told
}

// isLeft reports whether Leave was called.
func (s *Screen) isLeft() bool {
	select {
	case <-s.stop:
		return true
	default:
		return false
	}
}
