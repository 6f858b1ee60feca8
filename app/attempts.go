package app

import (
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"talkthrough/app/boardfile"
	attempts "talkthrough/app/library"
	"talkthrough/app/look"
	"talkthrough/internal/interview"
	"talkthrough/internal/library"
)

// openAttempts shows the list of all attempts, as it was left the last time.
func (a *App) openAttempts() { a.showAttempts(a.listedAt) }

// showAttempts shows the list of all attempts at a place of it, unless an
// interview is under way.
func (a *App) showAttempts(place attempts.Place) *attempts.Screen {
	if a.mock != nil || a.starting {
		return nil
	}
	if s, on := a.screen.(*attempts.Screen); on {
		return s
	}
	var s *attempts.Screen
	s = attempts.New(a.Library, a.recordings(), place, attempts.Actions{
		Open: func(e library.Entry) {
			a.listedAt, a.listed = s.Place(), e.Dir
			a.openReview(e.Dir)
		},
		Continue: a.continueMock, Rescue: a.rescue, Folder: a.openFolder, Choose: a.chooseRecording,
		Start: func() { a.newMock(nil) }, Back: a.openToday, Fail: a.fail,
		Confirm: func(title, words, do string, yes func()) {
			look.Confirm(a.window.Canvas(), title, words, do, look.Danger, yes)
		},
	}, fyne.Do)
	a.show("attempts", s)
	s.Focus(a.window.Canvas())
	return s
}

// leaveReview goes back to where the reviewed attempt was opened.
func (a *App) leaveReview() {
	if a.seen != nil && a.seen.Dir == a.listed {
		a.openAttempts()
		return
	}
	a.openToday()
}

// recordings are the imports, which outlive the screen that shows them.
func (a *App) recordings() *attempts.Imports {
	if a.imports == nil {
		a.imports = attempts.NewImports(a.Library, a.Version, fyne.Do)
		a.imports.Level = func() interview.Level { return a.lastChoice().Level }
	}
	return a.imports
}

// importRecording asks for a recording and imports it among all attempts.
func (a *App) importRecording() {
	if a.covered() {
		return
	}
	if s := a.showAttempts(attempts.Place{}); s != nil {
		s.Import()
	}
}

// chooseRecording asks for one recording.
func (a *App) chooseRecording(chosen func(paths []string)) {
	a.desk().Choose(boardfile.Ask{
		Title: "Import a recording", Button: "Import", Fits: isRecording,
		Chosen: func(path string) { chosen([]string{path}) },
	})
}

// recordingEndings are the endings of files that may hold a recording.
var recordingEndings = []string{
	".mp3", ".ogg", ".oga", ".flac", ".wav", ".m4a", ".m4b", ".mp4", ".aac", ".opus", ".webm", ".mka", ".mkv", ".wma", ".aif", ".aiff", ".caf", ".amr", ".mov",
}

func isRecording(name string) bool {
	return slices.Contains(recordingEndings, strings.ToLower(filepath.Ext(name)))
}

// dropRecordings imports what was dropped where there is no board: recordings,
// or, on the list of attempts, anything, so that it is said why it is none.
func (a *App) dropRecordings(paths []string) {
	s, listed := a.screen.(*attempts.Screen)
	if !listed {
		paths = slices.DeleteFunc(paths, func(p string) bool { return !isRecording(p) })
	}
	if len(paths) == 0 || a.mock != nil || a.starting || a.covered() {
		return
	}
	if !listed {
		if s = a.showAttempts(attempts.Place{}); s == nil {
			return
		}
	}
	s.Drop(paths)
}
