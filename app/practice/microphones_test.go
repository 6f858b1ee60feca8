package practice

import (
	"errors"
	"runtime"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"talkthrough/app/keys"
	"talkthrough/app/look"
	"talkthrough/internal/interview"
	"talkthrough/internal/question"
	"talkthrough/internal/session"
	"talkthrough/internal/sound"
)

// drawer is a drawer full of microphones.
type drawer struct {
	devices []sound.Device
	err     error
	current string
	known   bool
	used    []string
}

func (d *drawer) List() ([]sound.Device, error) { return d.devices, d.err }
func (d *drawer) Current() (string, bool)       { return d.current, d.known }
func (d *drawer) Use(id, _ string)              { d.used = append(d.used, id); d.current, d.known = id, true }

var (
	headset = sound.Device{ID: "headset", Name: "Headset"}
	builtIn = sound.Device{ID: "builtin", Name: "Built-in", Default: true}
)

// roomWith opens a room with microphones to choose from, the test being its UI
// thread.
func roomWith(t *testing.T, d *drawer) (s *Screen, posted chan func()) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(look.Theme{Mode: look.Light})
	mock, err := session.StartMock(t.TempDir(), session.Meta{
		Question: question.Custom("Design something."), Level: interview.Senior,
		Plan: session.PlanMinutes(interview.PlanFor(40)), Started: time.Now(),
	}, nil)
	if err != nil {
		t.Fatal(err)
	}
	posted = make(chan func(), 1000)
	s = New(mock, Actions{Ended: func() {}, Help: func() {}, Microphones: d}, func(do func()) { posted <- do })
	w := test.NewTempWindow(t, look.NewStage(s.Object()))
	w.SetPadded(false)
	w.Resize(fyne.NewSize(1024, 640))
	s.Focus(w.Canvas())
	t.Cleanup(func() {
		s.Leave()
		mock.End()
	})
	return s, posted
}

// offered waits for the popover and returns its overlay.
func offered(t *testing.T, s *Screen, posted chan func()) fyne.CanvasObject {
	t.Helper()
	overlays := fyne.CurrentApp().Driver().CanvasForObject(s.header.meter).Overlays()
	for late := time.After(5 * time.Second); overlays.Top() == nil; {
		select {
		case do := <-posted:
			do()
		case <-late:
			t.Fatal("no microphones are offered")
		}
	}
	return overlays.Top()
}

// lines are what can be chosen, and which of it is marked.
func lines(o fyne.CanvasObject) (rows []*look.Row, texts []string, marked int) {
	marked = -1
	for _, o := range test.LaidOutObjects(o) {
		switch o := o.(type) {
		case *look.Row:
			if o.Selected() {
				marked = len(rows)
			}
			rows = append(rows, o)
		case *look.Label:
			texts = append(texts, o.Text())
		}
	}
	return rows, texts, marked
}

func TestTheMicrophoneIsChosenInTheRoom(t *testing.T) {
	for name, open := range map[string]func(*Screen){
		"by the meter": func(s *Screen) { test.Tap(s.header.meter) },
		"by the lamp":  func(s *Screen) { test.Tap(s.header.lamp) },
		"by its key":   func(s *Screen) { s.Do(keys.Microphone) },
	} {
		t.Run(name, func(t *testing.T) {
			d := &drawer{devices: []sound.Device{builtIn, headset}, known: true}
			s, posted := roomWith(t, d)
			open(s)
			over := offered(t, s, posted)
			rows, texts, marked := lines(over)
			if got := strings.Join(texts, "|"); got != "System default: Built-in|Built-in|Headset" || marked != 0 {
				t.Fatalf("offered are %s, number %d marked", got, marked)
			}
			test.Tap(rows[2])
			if len(d.used) != 1 || d.used[0] != "headset" {
				t.Errorf("used are %v", d.used)
			}
			if focused(s) != fyne.Focusable(s.notes.entry) {
				t.Errorf("the keyboard is with %T, want the notes as before", focused(s))
			}
			open(s)
			if _, _, marked = lines(offered(t, s, posted)); marked != 2 {
				t.Errorf("number %d is marked afterwards", marked)
			}
		})
	}
}

func TestTheMicrophoneIsChosenByKeyboard(t *testing.T) {
	d := &drawer{devices: []sound.Device{builtIn, headset}, current: "builtin", known: true}
	s, posted := roomWith(t, d)
	s.Do(keys.Microphone)
	offered(t, s, posted)
	key(s, fyne.KeyDown)
	key(s, fyne.KeyReturn)
	if len(d.used) != 1 || d.used[0] != "headset" {
		t.Errorf("one down of the current one is %v", d.used)
	}
	s.Do(keys.Microphone)
	offered(t, s, posted)
	key(s, fyne.KeyEscape)
	if len(d.used) != 1 || focused(s) != fyne.Focusable(s.notes.entry) {
		t.Error("Escape does not just put the choice away")
	}
}

func TestWithoutAMicrophoneThatIsSaid(t *testing.T) {
	d := &drawer{err: errors.New("the sound system sleeps")}
	s, posted := roomWith(t, d)
	s.Do(keys.Microphone)
	rows, texts, marked := lines(offered(t, s, posted))
	if marked >= 0 || len(rows) != 1 || !strings.Contains(texts[0], d.err.Error()) {
		t.Fatalf("offered are %v", texts)
	}
	test.Tap(rows[0])
	if len(d.used) != 0 {
		t.Errorf("used are %v", d.used)
	}
}

func TestAClippedLampIsPutOutAndNothingOpens(t *testing.T) {
	d := &drawer{devices: []sound.Device{builtIn}}
	s, _ := roomWith(t, d)
	s.header.meter.Set(0, 0, 0, true)
	test.Tap(s.header.meter)
	if s.choosing || s.header.meter.Clipped() {
		t.Error("a tap at a lit lamp does more than to put it out")
	}
}

// mute is a microphone that delivers exact zeros.
type mute struct{}

func (mute) Read(time.Duration) (sound.Block, error) {
	return sound.Block{Samples: make([]int16, 24000), At: <-time.After(10 * time.Millisecond)}, nil
}
func (mute) Close() error    { return nil }
func (mute) SampleRate() int { return 24000 }

func TestNoSignalSaysWhatToDo(t *testing.T) {
	s, _ := roomWith(t, &drawer{})
	s.mock.Use(func() (sound.Source, error) { return mute{}, nil })
	look := time.NewTicker(5 * time.Millisecond)
	defer look.Stop()
	for late := time.After(5 * time.Second); !strings.HasPrefix(s.warning(), sound.NoSignal(runtime.GOOS)); {
		select {
		case <-look.C:
		case <-late:
			t.Fatalf("the room says %q", s.warning())
		}
	}
}
