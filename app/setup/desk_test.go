package setup

import (
	"errors"
	"slices"
	"sync"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"talkthrough/app/look"
	"talkthrough/internal/question"
	"talkthrough/internal/sound"
	"talkthrough/questions"
)

// microphones is a sound system for tests. While held, Listen does not return,
// and nothing that is played ends.
type microphones struct {
	mu      sync.Mutex
	devices []sound.Device
	listErr error
	openErr error
	hold    chan struct{}
	asked   chan string // every device that Listen was called for
	open    map[string]Hearing
	closed  []string
	looks   int
	played  []int16
	playErr error
}

func newMicrophones(devices ...sound.Device) *microphones {
	return &microphones{devices: devices, asked: make(chan string, 100), open: map[string]Hearing{}}
}

func (m *microphones) List() ([]sound.Device, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.looks++
	return m.devices, m.listErr
}

// plug replaces the devices there are.
func (m *microphones) plug(devices ...sound.Device) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.devices = devices
}

// looked is how often the devices were asked for.
func (m *microphones) looked() int {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.looks
}

// trialRate is that of the microphones, in samples a second.
const trialRate = 8000

func (m *microphones) SampleRate() int { return trialRate }

func (m *microphones) Play(samples []int16, level func(sound.Level), quit <-chan struct{}) error {
	m.mu.Lock()
	m.played = slices.Clone(samples)
	hold, err := m.hold, m.playErr
	m.mu.Unlock()
	level(sound.Level{Peak: -10, RMS: -20, PeakHold: -10})
	if hold != nil && err == nil {
		<-quit
	}
	return err
}

func (m *microphones) Listen(id string, hears Hearing) (func(), error) {
	m.asked <- id
	m.mu.Lock()
	hold, err := m.hold, m.openErr
	m.mu.Unlock()
	if hold != nil {
		<-hold
	}
	if err != nil {
		return nil, err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if len(m.open) > 0 {
		return nil, errors.New("another device is still open")
	}
	m.open[id] = hears
	return func() {
		m.mu.Lock()
		defer m.mu.Unlock()
		delete(m.open, id)
		m.closed = append(m.closed, id)
	}, nil
}

func (m *microphones) isOpen(id string) bool {
	m.mu.Lock()
	defer m.mu.Unlock()
	_, open := m.open[id]
	return open
}

func (m *microphones) howManyOpen() int {
	m.mu.Lock()
	defer m.mu.Unlock()
	return len(m.open)
}

// closings is how often a microphone was closed.
func (m *microphones) closings() int {
	m.mu.Lock()
	defer m.mu.Unlock()
	return len(m.closed)
}

// speak sends a level as the open device does, from a foreign goroutine.
func (m *microphones) speak(id string, v sound.Level) {
	m.mu.Lock()
	level := m.open[id].Level
	m.mu.Unlock()
	done := make(chan struct{})
	go func() {
		defer close(done)
		level(v)
	}()
	<-done
}

// say sends sound as the open device does, from a foreign goroutine.
func (m *microphones) say(id string, samples []int16) {
	m.mu.Lock()
	hears := m.open[id]
	m.mu.Unlock()
	done := make(chan struct{})
	go func() {
		defer close(done)
		hears.Samples(samples)
	}()
	<-done
}

// desk is a screen in a window, with the test as its UI thread.
type desk struct {
	*Screen
	t      *testing.T
	mics   *microphones
	window fyne.Window
	jobs   chan func()
	begun  []Choice
	backs  int
	room   func(minutes int) string // the answer about the disk; nil: there is room
}

var (
	yeti    = sound.Device{ID: "yeti", Name: "Blue Yeti"}
	builtIn = sound.Device{ID: "builtin", Name: "Built-in Audio", Default: true}
	speaker = sound.Device{ID: "speaker", Name: "Monitor of Built-in Audio", Monitor: true}
)

func bank(t *testing.T) question.Bank {
	t.Helper()
	b := question.Load(questions.FS, "")
	if len(b.Questions) == 0 {
		t.Fatal("there are no built-in questions")
	}
	return b
}

// sit opens the screen. Call show to have it listen.
func sit(t *testing.T, b question.Bank, last Choice, mics *microphones, mode look.Mode, size fyne.Size) *desk {
	t.Helper()
	return sitWith(t, Facts{Bank: b}, last, mics, mode, size, func(*Actions) {})
}

// sitWith is sit with all that is known, and with other actions.
func sitWith(t *testing.T, facts Facts, last Choice, mics *microphones, mode look.Mode, size fyne.Size, change func(*Actions)) *desk {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(look.Theme{Mode: mode})
	d := &desk{t: t, mics: mics, jobs: make(chan func(), 1000)}
	do := Actions{Begin: func(c Choice) { d.begun = append(d.begun, c) }, Back: func() { d.backs++ }, Room: d.roomFor}
	change(&do)
	d.Screen = New(facts, last, mics, do, func(do func()) { d.jobs <- do })
	d.microphone.every = time.Hour // tests that want it look again themselves
	d.window = test.NewTempWindow(t, look.NewStage(d.Object()))
	d.window.SetPadded(false)
	d.window.Resize(size)
	t.Cleanup(d.Leave)
	return d
}

func usual(t *testing.T, mics *microphones) *desk {
	t.Helper()
	d := sit(t, bank(t), Choice{}, mics, look.Light, fyne.NewSize(1280, 800))
	d.show()
	return d
}

func (d *desk) roomFor(minutes int) string {
	if d.room == nil {
		return ""
	}
	return d.room(minutes)
}

func (d *desk) show() { d.Focus(d.window.Canvas()) }

// until runs what was posted until done holds. It looks now and then by itself,
// for what the microphones do posts nothing.
func (d *desk) until(what string, done func() bool) {
	d.t.Helper()
	late := time.After(5 * time.Second)
	for !done() {
		select {
		case job := <-d.jobs:
			job()
		case <-time.After(5 * time.Millisecond):
		case <-late:
			d.t.Fatalf("in vain waited until %s; the screen says %q", what, d.says())
		}
	}
}

// settle runs what was posted up to now.
func (d *desk) settle() {
	for len(d.jobs) > 0 {
		(<-d.jobs)()
	}
}

// untilOpen waits for a device to be open and said to be.
func (d *desk) untilOpen(id string) {
	d.t.Helper()
	d.until(id+" is open", func() bool {
		return d.mics.isOpen(id) && d.says() != "Opening the microphone…" && d.says() != "Looking for microphones…"
	})
}

func (d *desk) says() string { return d.microphone.status.Text() }

func (d *desk) hear(id string, v sound.Level) {
	d.t.Helper()
	d.mics.speak(id, v)
	d.settle()
}

// press sends keys to whoever has the keyboard.
func (d *desk) press(names ...fyne.KeyName) {
	for _, name := range names {
		ev := &fyne.KeyEvent{Name: name}
		if f := d.window.Canvas().Focused(); f != nil {
			f.TypedKey(ev)
		} else if typed := d.window.Canvas().OnTypedKey(); typed != nil {
			typed(ev)
		}
	}
}

func (d *desk) onlyChoice() Choice {
	d.t.Helper()
	if len(d.begun) != 1 {
		d.t.Fatalf("begun %d times, want once", len(d.begun))
	}
	return d.begun[0]
}
