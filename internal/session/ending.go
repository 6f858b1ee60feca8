package session

import (
	"errors"
	"path/filepath"
	"time"

	"github.com/google/renameio/v2/maybe"

	"talkthrough/internal/excalidraw"
)

// End closes the attempt: the take made whole, notes and board written out for
// people and other programs, the end in the journal. It waits for the disk:
// call it off the UI thread. The error says what could not be saved; all else
// is. When that is the take or the journal, the attempt counts as cut off, so
// that Recover can make it whole later. Of several calls to End and Suspend the
// first counts; the others wait for it and return the same.
func (m *Mock) End() error {
	m.closing.Do(func() { m.closed = m.close(true) })
	return m.closed
}

// Suspend leaves the attempt as it is, to be continued or reviewed later: what
// was recorded is made whole, the journal closed in a pause instead of an end.
// It waits for the disk.
func (m *Mock) Suspend() error {
	m.closing.Do(func() { m.closed = m.close(false) })
	return m.closed
}

// close is End and Suspend. The end comes into the journal only when the take
// is whole: a program killed before leaves an attempt that Recover finds.
func (m *Mock) close(end bool) error {
	moment := m.clock.now()
	m.vigil.end()
	<-m.opened
	defer m.lock.Release()
	takeErr := m.closeVoice(moment)
	pictureErr := m.pictures.Close()
	var state *State
	m.Read(func(s *State) { state = s.Clone() })
	var outErr error
	if end = end && takeErr == nil; end {
		outErr = writeOut(m.Folder, state, m.pictures)
		m.Stamp(moment, func(time.Duration) Body { return Ended{} })
	} else if m.Clock().Running {
		m.Stamp(moment, func(time.Duration) Body { return Paused{} })
	}
	m.Read(func(s *State) { state = s.Clone() })
	logErr := m.Recorder.Close()
	var metaErr error
	if end && logErr == nil {
		meta := m.Meta
		meta.Ended = m.clock.now().Truncate(time.Second)
		meta.Length = NewTimeline(state.Clock, state.At).Length().Seconds()
		metaErr = meta.Save(m.Dir)
	}
	return errors.Join(takeErr, pictureErr, outErr, logErr, metaErr)
}

// closeVoice ends the recording and makes its takes whole.
func (m *Mock) closeVoice(moment time.Time) error {
	m.mu.Lock()
	m.shut = true
	voice := m.voice
	m.mu.Unlock()
	if voice == nil {
		return nil
	}
	voice.end(moment)
	return voice.finish()
}

// Finish ends an attempt that was cut off, at the time of its last event, and
// writes out notes and board. Recover comes first. The error names the file
// that cannot be written, or is ErrInUse.
func (a *Attempt) Finish() error {
	if err := a.endIfCut(); err != nil {
		return err
	}
	m := a.Meta
	m.Length = a.Timeline().Length().Seconds()
	if m.Ended.IsZero() {
		m.Ended = m.Started.Add(a.Player.End().At).Truncate(time.Second)
	}
	if err := m.Save(a.Dir); err != nil {
		return err
	}
	return writeOut(a.Folder, a.Player.End(), a.pictures)
}

// writeOut writes notes.md and board.excalidraw, with its pictures. One that
// cannot be read is no error: that it is missing has been said before.
func writeOut(f Folder, state *State, pictures *Pictures) error {
	errs := []error{maybe.WriteFile(filepath.Join(f.Dir, "notes.md"), []byte(state.Notes.Text()), 0o600)}
	files, _ := pictures.Files(ShownOn(state.Scene()))
	data, err := excalidraw.Encode(state.Scene(), excalidraw.Options{Rest: excalidraw.Rest{Files: files}})
	if err == nil {
		err = maybe.WriteFile(filepath.Join(f.Dir, "board.excalidraw"), data, 0o600)
	}
	return errors.Join(append(errs, err)...)
}
