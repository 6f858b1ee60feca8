package practice

import (
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"talkthrough/app/look"
	"talkthrough/internal/interview"
	"talkthrough/internal/journal"
	"talkthrough/internal/question"
	"talkthrough/internal/session"
	"talkthrough/internal/sound"
)

// mocked is an interview room whose clock the test moves.
type mocked struct {
	*Screen
	t       *testing.T
	start   time.Time
	since   atomic.Int64 // start, in nanoseconds; a voice looks at the clock as well
	hearing float64      // what the microphone hears, in dBFS
	ended   int
	journal string
}

// newMocked opens the room of a mock with a hand of curveballs.
func newMocked(t *testing.T, hand interview.Hand, do Actions) *mocked {
	t.Helper()
	app := test.NewTempApp(t)
	app.Settings().SetTheme(look.Theme{Mode: look.Light})
	m := &mocked{t: t, start: time.Now(), hearing: -20}
	mock, err := session.StartMock(t.TempDir(), session.Meta{
		Question: question.Question{ID: "video-ranking", Title: "Design a video ranking system", Prompt: "We run a video app. Rank what is on its home page for each viewer."},
		Level:    interview.Senior, Plan: session.PlanMinutes(interview.PlanFor(40)), Hand: hand, Started: time.Now(),
	}, nil)
	if err != nil {
		t.Fatal(err)
	}
	// The recorder of a clock that the test moves, in the place of the wall's.
	m.journal = t.TempDir() + "/journal.jsonl"
	log, err := journal.Create(m.journal)
	if err != nil {
		t.Fatal(err)
	}
	wall := mock.Recorder
	mock.Recorder = session.NewRecorder(interview.PlanFor(40), log, m.now)
	do.Ended, do.Help = func() { m.ended++ }, func() {}
	m.Screen = New(mock, do, func(func()) {})
	m.coach = session.NewCoach(mock.Recorder, hand, func() (sound.Level, bool) { return sound.Level{RMS: m.hearing}, true })
	m.cards.coach = m.coach
	w := test.NewTempWindow(t, look.NewStage(m.Object()))
	w.SetPadded(false)
	w.Resize(fyne.NewSize(1280, 772))
	m.Focus(w.Canvas())
	m.Tick()
	t.Cleanup(func() {
		m.Leave()
		mock.End()
		wall.Close()
	})
	return m
}

// wait lets time pass, a tick a second.
func (m *mocked) wait(d time.Duration) { m.pass(d, time.Second) }

// pass lets time pass, with a tick after every step.
func (m *mocked) pass(d, step time.Duration) {
	for end := m.now().Add(d); m.now().Before(end); {
		m.since.Add(int64(step))
		m.Tick()
	}
}

func (m *mocked) now() time.Time { return m.start.Add(time.Duration(m.since.Load())) }

// write puts a line into the notes.
func (m *mocked) write(text string) { test.Type(m.notes.entry, text) }

// box puts a shape on the board.
func (m *mocked) box() { m.mock.Do(boxDrawn()) }

// record has something happen on the clock of the test: a pause by key is
// stamped by the wall's.
func (m *mocked) record(body session.Body) {
	m.mock.Do(body)
	m.Tick()
}

// card is the title of the card that is shown, "" for none.
func (m *mocked) card() string {
	if m.cards.shown == nil {
		return ""
	}
	title, _, _ := strings.Cut(m.cards.shown.content, "\x00")
	title, _, _ = strings.Cut(title, "\n")
	return title
}

// labels are the choices of the card that is shown.
func (m *mocked) labels() []string {
	var out []string
	if m.cards.shown != nil {
		for _, b := range m.cards.shown.buttons {
			out = append(out, b.Text())
		}
	}
	return out
}

func (m *mocked) expect(when, card string, choices ...string) {
	m.t.Helper()
	if got := m.card(); got != card {
		m.t.Fatalf("%s: the card %q is shown, want %q; so far %q", when, got, card, m.log())
	}
	if got := m.labels(); !slices.Equal(got, choices) {
		m.t.Fatalf("%s: it offers %q, want %q", when, got, choices)
	}
	shown := 0
	for _, holder := range []*fyne.Container{m.side.cardSlot, m.cards.float.holder} {
		if holder.Visible() {
			shown += len(holder.Objects)
		}
	}
	if want := min(len(card), 1); shown != want {
		m.t.Fatalf("%s: %d cards are on the screen, want %d", when, shown, want)
	}
}

// log is what the journal says of cards, curveballs, plans and phases.
func (m *mocked) log() []string {
	m.t.Helper()
	if err := m.mock.Sync(); err != nil {
		m.t.Fatal(err)
	}
	h, err := session.ReadHistory(m.journal)
	if err != nil {
		m.t.Fatal(err)
	}
	var out []string
	for _, e := range h.Events {
		switch b := e.Body.(type) {
		case session.Coached:
			line := strings.Join(slices.DeleteFunc([]string{b.Card, b.Is, b.Choice, b.Phase}, func(s string) bool { return s == "" }), " ")
			if b.Asked {
				line += " (asked)"
			}
			out = append(out, line)
		case session.CurveballThrown:
			out = append(out, "thrown in "+b.Phase)
		case session.CurveballJudged:
			out = append(out, b.Phase+" "+b.Verdict)
		case session.Replanned:
			out = append(out, "plan "+b.Why)
		case session.Entered:
			out = append(out, "enter "+b.Phase)
		}
	}
	return out
}

func (m *mocked) logged(want ...string) {
	m.t.Helper()
	if got := m.log(); !slices.Equal(got, want) {
		m.t.Errorf("the journal says\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// press types a key where the keyboard is.
func (m *mocked) press(key fyne.KeyName) {
	fyne.CurrentApp().Driver().CanvasForObject(m.Object()).Focused().TypedKey(&fyne.KeyEvent{Name: key})
}

func (m *mocked) focused() fyne.Focusable {
	return fyne.CurrentApp().Driver().CanvasForObject(m.Object()).Focused()
}
