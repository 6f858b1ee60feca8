package session

import (
	"errors"
	"fmt"
	"sync"
	"time"

	"talkthrough/internal/interview"
	"talkthrough/internal/journal"
	"talkthrough/internal/recording"
)

// Mock is an attempt under way.
type Mock struct {
	Folder
	Meta
	*Recorder

	log      *journal.Writer
	lock     *Lock
	clock    clock
	vigil    *vigil
	sleeper  *sleeper
	pictures *Pictures
	opened   chan struct{} // closed when the microphone is open, or has failed

	firstTake int // the number of the first take of this sitting

	mu    sync.Mutex
	voice *Voice // nil where none is wanted, and before it is opened
	noMic error  // why none is wanted
	shut  bool   // no voice begins any more

	closing sync.Once
	closed  error // what End or Suspend, whichever came first, could not save
}

// StartMock begins an attempt under root. The microphone is opened meanwhile:
// nothing waits for it, and the mock runs without one as well (Silent says
// why). open is nil when the user wants no recording. The error is for a folder
// that cannot be written.
func StartMock(root string, meta Meta, open OpenSource) (*Mock, error) {
	return startMock(root, meta, open, wallClock)
}

func startMock(root string, meta Meta, open OpenSource, c clock) (*Mock, error) {
	meta.Recording = open != nil
	folder, lock, log, err := Create(root, &meta)
	if err != nil {
		return nil, err
	}
	vigil := newVigil(c)
	c.now = vigil.look
	m := &Mock{Folder: folder, Meta: meta, log: log, lock: lock, clock: c, vigil: vigil, opened: make(chan struct{})}
	m.Recorder = NewRecorder(interview.Plan(meta.Plan), log, c.now)
	m.watch()
	m.pictures = newPictures(folder, nil, m.pictureKept)
	m.startVoice(1, open)
	return m, nil
}

// ContinueMock takes up an attempt that was cut off, after Recover. Its
// recording goes on in a new take. The error is for an attempt that has ended,
// is under way elsewhere or cannot be written.
func ContinueMock(a *Attempt, open OpenSource) (*Mock, error) {
	return continueMock(a, open, wallClock)
}

func continueMock(a *Attempt, open OpenSource, c clock) (*Mock, error) {
	if a.History.Ended() {
		return nil, fmt.Errorf("%s has ended: it can be reviewed, not continued", a.Dir)
	}
	lock, err := a.Lock()
	if err != nil {
		return nil, err
	}
	log, err := journal.Append(a.Journal())
	if err != nil {
		lock.Release()
		return nil, err
	}
	vigil := newVigil(c)
	c.now = vigil.look
	m := &Mock{Folder: a.Folder, Meta: a.Meta, log: log, lock: lock, clock: c, vigil: vigil, opened: make(chan struct{})}
	m.Recorder = ContinueRecorder(interview.Plan(a.Plan), log, a.History.Events, c.now)
	m.watch()
	m.pictures = newPictures(a.Folder, a.Player.End().Pictures, m.pictureKept)
	m.startVoice(a.nextTake(), open)
	return m, nil
}

// ErrRecordingOff is the reason of a mock that was asked not to record.
var ErrRecordingOff = errors.New("recording is switched off")

// startVoice opens the microphone on a goroutine that End waits for.
func (m *Mock) startVoice(n int, open OpenSource) {
	m.firstTake = n
	if open == nil {
		m.noMic = ErrRecordingOff
		m.Do(Sounded{State: "off", Why: m.noMic.Error()})
		close(m.opened)
		return
	}
	voice := m.newVoice(open)
	go func() {
		defer close(m.opened)
		err := voice.connect()
		m.mu.Lock()
		defer m.mu.Unlock()
		if err != nil {
			voice.lacks(err)
		}
		m.begin(voice)
	}()
}

// tagsOfTake are the tags of a take that is over. Its chapters are those of the
// journal; where it cannot be written, of what reached it.
func (m *Mock) tagsOfTake(n int) recording.Tags {
	_ = m.Sync() // Close reports what cannot be saved
	h, err := ReadHistory(m.Journal())
	if err != nil {
		return tagsOf(m.Meta, nil)
	}
	return tagsOf(m.Meta, chaptersOf(h.Events, n))
}

// Opened is closed when the microphone is open, or when it is known that there
// is none: Voice and Silent say which.
func (m *Mock) Opened() <-chan struct{} { return m.opened }

// Voice is the recording; nil where none is wanted, and before the microphone
// is open or has failed.
func (m *Mock) Voice() *Voice {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.voice
}

// Silent is why nothing has been recorded so far; nil while the microphone is
// recorded or being opened.
func (m *Mock) Silent() error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.voice != nil {
		return m.voice.Missing()
	}
	return m.noMic
}

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
	moment := m.at(Paused{})
	if v := m.Voice(); v != nil {
		v.pause(moment)
	}
}

// Resume lets clock and recording run on after a pause.
func (m *Mock) Resume() {
	if !m.Clock().Paused {
		return
	}
	m.sleeper.resumed()
	moment := m.at(Resumed{})
	if v := m.Voice(); v != nil {
		v.resume(moment)
	}
}

// at records that body happens now, and returns that moment.
func (m *Mock) at(body Body) time.Time {
	moment := m.clock.now()
	m.Stamp(moment, func(time.Duration) Body { return body })
	return moment
}
