package session

import (
	"errors"
	"path/filepath"
	"sync"
	"time"

	"github.com/google/renameio/v2/maybe"

	"talkthrough/internal/excalidraw"
	"talkthrough/internal/interview"
	"talkthrough/internal/journal"
	"talkthrough/internal/recording"
)

// Mock is an attempt under way.
type Mock struct {
	Folder
	Meta
	*Recorder

	log    *journal.Writer
	lock   *Lock
	opened chan struct{} // closed when the microphone is open, or has failed

	mu    sync.Mutex
	voice *Voice // nil without a microphone
	noMic error  // why there is none
}

// StartMock begins an attempt under root. The microphone is opened meanwhile:
// nothing waits for it, and the mock runs without one as well (Silent says
// why). open is nil when the user wants no recording. The error is for a folder
// that cannot be written.
func StartMock(root string, meta Meta, open OpenSource) (*Mock, error) {
	meta.Recording = open != nil
	folder, lock, log, err := Create(root, &meta)
	if err != nil {
		return nil, err
	}
	m := &Mock{Folder: folder, Meta: meta, log: log, lock: lock, opened: make(chan struct{})}
	m.Recorder = NewRecorder(interview.Plan(meta.Plan), log, time.Now)
	m.startVoice(1, open)
	return m, nil
}

// ContinueMock takes up an attempt that was cut off, after Recover. Its
// recording goes on in a new take.
func ContinueMock(a *Attempt, open OpenSource) (*Mock, error) {
	lock, err := a.Lock()
	if err != nil {
		return nil, err
	}
	log, err := journal.Append(a.Journal())
	if err != nil {
		lock.Release()
		return nil, err
	}
	m := &Mock{Folder: a.Folder, Meta: a.Meta, log: log, lock: lock, opened: make(chan struct{})}
	m.Recorder = ContinueRecorder(interview.Plan(a.Plan), log, a.History.Events, time.Now)
	m.startVoice(len(a.Player.End().Takes)+1, open)
	return m, nil
}

// ErrRecordingOff is the reason of a mock that was asked not to record.
var ErrRecordingOff = errors.New("recording is switched off")

// startVoice opens the microphone on a goroutine that End waits for.
func (m *Mock) startVoice(n int, open OpenSource) {
	if open == nil {
		m.noMic = ErrRecordingOff
		m.Do(Sounded{State: "off", Why: m.noMic.Error()})
		close(m.opened)
		return
	}
	go func() {
		defer close(m.opened)
		voice, err := StartVoice(m.Recorder, m.Folder, n, m.tags(nil), open)
		m.mu.Lock()
		defer m.mu.Unlock()
		m.voice, m.noMic = voice, err
		if err != nil {
			m.Do(Sounded{State: "off", Why: err.Error()})
		} else if m.Clock().Paused {
			voice.Pause()
		}
	}()
}

// Voice is the recording; nil without one, or before the microphone is open.
func (m *Mock) Voice() *Voice {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.voice
}

// Silent is why nothing is recorded; nil while the microphone is recorded or
// being opened.
func (m *Mock) Silent() error {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.noMic
}

// OnSaveError has f called when the journal cannot be written (the error) and
// when it can again (nil), on a goroutine of its own.
func (m *Mock) OnSaveError(f func(error)) { m.log.OnError(f) }

// Enter makes phase i current. It does nothing when it is already.
func (m *Mock) Enter(i int) {
	if i < 0 || i >= interview.PhaseCount || m.Clock().Phase == i {
		return
	}
	m.Do(Entered{Phase: interview.Phases[i].ID})
}

// Pause stops clock and recording; Resume goes on.
func (m *Mock) Pause() {
	if !m.Clock().Running {
		return
	}
	m.Do(Paused{})
	if v := m.Voice(); v != nil {
		v.Pause()
	}
}

// Resume lets clock and recording run on after a pause.
func (m *Mock) Resume() {
	if !m.Clock().Paused {
		return
	}
	m.Do(Resumed{})
	if v := m.Voice(); v != nil {
		v.Resume()
	}
}

// End closes the attempt: the end in the journal, the take made whole, notes
// and board written out for people and other programs. It waits for the disk:
// call it off the UI thread. The error says what could not be saved; all else
// is. The first call counts.
func (m *Mock) End() error {
	<-m.opened
	voice := m.Voice()
	if voice != nil {
		voice.Stop()
	}
	m.Do(Ended{})
	defer m.lock.Release()
	errs := []error{m.Close()}
	var state *State
	m.Read(func(s *State) { state = s.Clone() })
	timeline := NewTimeline(state.Clock, state.At)
	if voice != nil {
		errs = append(errs, voice.Finish(m.tags(chapters(m.Folder, voice.n))))
	}
	m.Meta.Ended = time.Now().Truncate(time.Second)
	m.Meta.Length = timeline.Length().Seconds()
	return errors.Join(append(errs, m.Meta.Save(m.Dir), writeOut(m.Folder, state))...)
}

// Suspend leaves the attempt as it is, to be continued or reviewed later: what
// was recorded is made whole, the journal closed without an end. It waits for
// the disk.
func (m *Mock) Suspend() error {
	<-m.opened
	defer m.lock.Release()
	var errs []error
	if voice := m.Voice(); voice != nil {
		voice.Stop()
		errs = append(errs, voice.Finish(m.tags(chapters(m.Folder, voice.n))))
	}
	return errors.Join(append(errs, m.Close())...)
}

// writeOut writes notes.md and board.excalidraw.
func writeOut(f Folder, state *State) error {
	errs := []error{maybe.WriteFile(filepath.Join(f.Dir, "notes.md"), []byte(state.Notes.Text()), 0o600)}
	data, err := excalidraw.Encode(state.Scene(), excalidraw.Options{})
	if err == nil {
		err = maybe.WriteFile(filepath.Join(f.Dir, "board.excalidraw"), data, 0o600)
	}
	return errors.Join(append(errs, err)...)
}

func (m *Mock) tags(chapters []recording.Chapter) recording.Tags { return tagsOf(m.Meta, chapters) }

// tagsOf are the tags by which a take says on its own what it is.
func tagsOf(m Meta, chapters []recording.Chapter) recording.Tags {
	return recording.Tags{
		Title:    m.Question.Title,
		Album:    m.Question.Domain,
		Artist:   "Talkthrough",
		Date:     m.Started.Format(time.DateOnly),
		Comment:  m.Level.Name(),
		Genre:    "Speech",
		Chapters: chapters,
	}
}

// chapters are the phases of the attempt in f that begin in a take, in the
// take's own time. A journal that cannot be read gives none: the journal stays
// the authority, chapters are for other players.
func chapters(f Folder, take int) []recording.Chapter {
	h, err := ReadHistory(f.Journal())
	if err != nil {
		return nil
	}
	return chaptersOf(h.Events, take)
}

// chaptersOf are the phases that begin in a take, in the take's own time.
func chaptersOf(events []Event, take int) []recording.Chapter {
	p := NewPlayer(interview.Plan{}, events)
	rate := 0
	for _, t := range p.End().Takes {
		if t.Take == take {
			rate = t.Rate
		}
	}
	if rate == 0 {
		return nil
	}
	var out []recording.Chapter
	for _, band := range p.Bands() {
		n, sample, ok := p.Voice().Sample(p.Timeline().At(band.From))
		if !ok && band.From == 0 {
			n, sample, ok = take, 0, true // the microphone opens a moment after the start
		}
		if ok && n == take {
			out = append(out, recording.Chapter{Start: samplesTime(sample, rate), Title: interview.Phases[band.Phase].Name})
		}
	}
	return out
}
