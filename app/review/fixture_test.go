package review

import (
	"math"
	"math/rand/v2"
	"strings"
	"sync"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"talkthrough/app/look"
	"talkthrough/internal/board"
	"talkthrough/internal/interview"
	"talkthrough/internal/journal"
	"talkthrough/internal/paint"
	"talkthrough/internal/question"
	"talkthrough/internal/recording"
	"talkthrough/internal/review"
	"talkthrough/internal/session"
)

const rate = 8000

// scribe makes an attempt as a user does, on a clock of its own.
type scribe struct {
	t      testing.TB
	folder session.Folder
	lock   *session.Lock
	log    *journal.Writer
	rec    *session.Recorder
	now    time.Time
	start  time.Time
	scene  *board.Scene
	runes  int

	heard  float64 // seconds of sound
	sound  func(samples int) []int16
	voiced bool
	unseen bool // nothing is predicted yet
}

func newScribe(t testing.TB, change ...func(*session.Meta)) *scribe {
	t.Helper()
	started := time.Date(2026, 11, 23, 14, 5, 0, 0, time.Local)
	meta := &session.Meta{
		Question: question.Question{ID: "video-ranking", Title: "Design a video ranking system", Prompt: "Rank."},
		Level:    interview.Senior, Plan: session.PlanMinutes(interview.PlanFor(40)), Started: started,
	}
	for _, do := range change {
		do(meta)
	}
	folder, lock, log, err := session.Create(t.TempDir(), meta)
	if err != nil {
		t.Fatal(err)
	}
	s := &scribe{t: t, folder: folder, lock: lock, log: log, now: started, start: started, scene: board.NewScene(), sound: babble}
	s.rec = session.NewRecorder(interview.Plan(meta.Plan), log, func() time.Time { return s.now })
	return s
}

// speaks has the attempt recorded from here on.
func (s *scribe) speaks() {
	s.voiced = true
	s.rec.Do(session.TakeBegan{Take: 1, Rate: rate})
	s.anchor()
}

func (s *scribe) anchor() {
	if s.voiced {
		s.rec.Do(session.Anchor{Take: 1, Sample: int64(math.Round(s.heard * rate))})
	}
}

// waits lets time pass, in which something is said.
func (s *scribe) waits(seconds float64) {
	s.now = s.now.Add(time.Duration(seconds * float64(time.Second)))
	if s.voiced && s.rec.Clock().Running {
		s.heard += seconds
		s.anchor()
	}
}

// pauses for some seconds, doing something meanwhile.
func (s *scribe) pauses(seconds float64, meanwhile func()) {
	s.rec.Do(session.Paused{})
	s.anchor()
	meanwhile()
	s.waits(seconds)
	s.rec.Do(session.Resumed{})
	s.anchor()
}

func (s *scribe) enters(phase string) { s.rec.Do(session.Entered{Phase: phase}) }

// types appends to the notes, a few letters at a time.
func (s *scribe) types(text string) {
	for len(text) > 0 {
		n := min(8, len(text))
		s.rec.Do(session.Note{Pos: s.runes, Ins: text[:n]})
		s.runes += n
		text = text[n:]
		s.waits(0.5)
	}
}

func (s *scribe) edits(e board.Edit) {
	s.scene.Apply(e)
	s.rec.Do(session.Drew{Edit: e})
}

// draws puts a box with a label on the board and returns its id.
func (s *scribe) draws(kind board.Kind, label, fill string, x, y, w, h float64) string {
	style := board.DefaultStyle()
	style.Background = fill
	e := board.NewElement(kind, style)
	e.X, e.Y, e.W, e.H = x, y, w, h
	s.edits(board.PutNew(s.scene, e))
	s.waits(2)
	s.edits(board.SetText(s.scene, e.ID, label))
	s.waits(1)
	return e.ID
}

// joins draws an arrow between two boxes.
func (s *scribe) joins(from, to string) {
	a, b := s.scene.Get(from), s.scene.Get(to)
	e := board.NewElement(board.Arrow, board.DefaultStyle())
	p, q := a.Centre(), b.Centre()
	e.X, e.Y, e.W, e.H = p.X, p.Y, math.Abs(q.X-p.X), math.Abs(q.Y-p.Y)
	e.Points = []board.Point{{}, {X: q.X - p.X, Y: q.Y - p.Y}}
	e = board.Bind(s.scene, e, board.AtStart, a, p)
	e = board.Bind(s.scene, e, board.AtEnd, b, q)
	s.edits(board.PutNew(s.scene, e))
	s.waits(1)
}

// opens ends the writing and opens the attempt for review.
func (s *scribe) opens() *session.Attempt {
	s.t.Helper()
	if err := s.rec.Close(); err != nil {
		s.t.Fatal(err)
	}
	s.lock.Release()
	if s.voiced {
		take, err := recording.Create(s.folder.Take(1), rate, recording.Tags{})
		if err != nil {
			s.t.Fatal(err)
		}
		if err := take.Write(s.sound(int(s.heard * rate))); err != nil {
			s.t.Fatal(err)
		}
		if err := take.Finish(recording.Tags{}); err != nil {
			s.t.Fatal(err)
		}
	}
	if !s.unseen {
		s.predicts()
	}
	a, err := session.Open(s.folder.Dir)
	if err != nil {
		s.t.Fatal(err)
	}
	return a
}

// predicts writes down a prediction, so that the replay opens at once.
func (s *scribe) predicts() {
	s.t.Helper()
	var r review.Review
	if err := r.Predict(s.now, map[string]int{"navigation": 3}); err != nil {
		s.t.Fatal(err)
	}
	if err := r.Save(s.folder.Dir); err != nil {
		s.t.Fatal(err)
	}
}

// babble is sound with the rhythm of speech: phrases, breaths, a long silence
// now and then.
func babble(n int) []int16 {
	r := rand.New(rand.NewPCG(7, 7))
	out := make([]int16, n)
	loud, until := 0.0, 0
	for i := range out {
		if i >= until {
			until = i + rate*(1+r.IntN(5))/2
			loud = []float64{0, 0.05, 0.4, 0.7, 1}[r.IntN(5)]
		}
		at := float64(i) / rate
		out[i] = int16(9000 * loud * (0.6 + 0.4*math.Sin(at*17)) * math.Sin(2*math.Pi*140*at) * (0.7 + 0.3*r.Float64()))
	}
	return out
}

// wholeMock is a good part of an interview, for looking at and jumping about.
func wholeMock(t testing.TB) (*session.Attempt, map[string]string) {
	s := newScribe(t)
	ids := map[string]string{}
	s.waits(1)
	s.speaks()
	s.types("## Clarify\n- goal: long-term engagement, not clicks\n- **100M** DAU, 10 loads a day, p99 under `200 ms`\n- new users and new videos: how many?\n")
	s.waits(60)
	s.rec.Do(session.Marked{Kind: session.Good, Word: "asked for scale"})
	s.enters("task")
	s.types("\n## ML task and metrics\n1. retrieve candidates, then rank\n2. offline: recall@500, NDCG; online: watch time, returns within a week\n")
	s.waits(40)
	s.enters("architecture")
	s.types("\n## High-level architecture\n- two towers for retrieval; the ranker sees *all* features\n")
	ids["client"] = s.draws(board.Rectangle, "Client", "#d0ebff", 40, 160, 140, 70)
	ids["service"] = s.draws(board.Rectangle, "Feed service", "#d0ebff", 290, 160, 170, 70)
	s.joins(ids["client"], ids["service"])
	ids["retrieval"] = s.draws(board.Rectangle, "Two-tower retrieval", "#b2f2bb", 580, 60, 180, 80)
	ids["ranker"] = s.draws(board.Rectangle, "Ranker", "#b2f2bb", 580, 250, 180, 70)
	s.joins(ids["service"], ids["retrieval"])
	s.joins(ids["service"], ids["ranker"])
	s.waits(40)
	s.pauses(60, func() {})
	s.enters("data")
	s.types("\n## Data\n- labels: watch time with *position bias* removed by inverse propensity; a very long line that has to be wrapped in the narrow column\n> pushback: what about privacy?\n")
	ids["store"] = s.draws(board.Ellipse, "Feature store", "#ffec99", 290, 380, 180, 90)
	s.joins(ids["store"], ids["ranker"])
	s.rec.Do(session.Marked{Kind: session.Unclear})
	s.waits(50)
	s.enters("model")
	s.types("\n## Model\n- baseline: logistic regression on counts\n- then a multi-task network, *watch*, *like*, *share*\n")
	ids["log"] = s.draws(board.Diamond, "Log?", "#ffc9c9", 40, 360, 150, 110)
	s.joins(ids["log"], ids["store"])
	s.waits(70)
	s.rec.Do(session.Ended{})
	return s.opens(), ids
}

// fakeBoard keeps what it is told to show.
type fakeBoard struct {
	scene  *board.Scene
	shown  int
	laser  []board.Laser
	lit    []string
	find   paint.Pictures
	came   []string // pictures
	picked func(string)
	asked  func(string) // for the history of an element
}

func (b *fakeBoard) Object() fyne.CanvasObject        { return canvas.NewRectangle(nil) }
func (b *fakeBoard) ShowPictures(find paint.Pictures) { b.find = find }
func (b *fakeBoard) ShowPicture(id string)            { b.came = append(b.came, id) }
func (b *fakeBoard) SetLit(ids []string)              { b.lit = ids }
func (b *fakeBoard) SetLaser(l []board.Laser)         { b.laser = l }
func (b *fakeBoard) SetScene(s *board.Scene)          { b.scene, b.shown = s, b.shown+1 }
func (b *fakeBoard) Frame(board.Rect)                 {}
func (b *fakeBoard) FitAll()                          {}
func (b *fakeBoard) OnPick(picked func(string))       { b.picked = picked }
func (b *fakeBoard) OnSecondary(asked func(string))   { b.asked = asked }

// rig is a screen with its surroundings in the test's hands.
type rig struct {
	*Screen
	t      testing.TB
	board  *fakeBoard
	now    time.Time
	posted chan func()
	beat   func()            // nil while nothing plays
	later  func()            // what is to be done after a while; nil for nothing
	chose  func(path string) // gets the file asked for
	did    []string
	past   []Past
}

func rigFor(t testing.TB, a *session.Attempt, transport Transport) *rig {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(look.Theme{Mode: look.Light})
	r := &rig{t: t, board: &fakeBoard{}, now: time.Unix(1000, 0), posted: make(chan func(), 200)}
	track := session.NewTrack(a)
	if transport == nil {
		transport = newWallClock(track.Length(), func() time.Time { return r.now }, whySilent(a))
	}
	do := Actions{
		Back:   func() { r.did = append(r.did, "back") },
		Export: func() { r.did = append(r.did, "export") },
		Folder: func() { r.did = append(r.did, "folder") },
		Past:   func() []Past { return r.past },
		Guide:  func(place string) { r.did = append(r.did, "guide "+place) },

		MentorFile: func(chosen func(path string)) { r.chose = chosen },
		Opened:     func() { r.did = append(r.did, "opened") },
	}
	r.Screen = build(a, track, do, func(f func()) { r.posted <- f }, parts{
		board: r.board, transport: transport,
		beat: func(do func()) func() {
			r.beat = do
			return func() { r.beat = nil }
		},
		kept: fyne.CurrentApp().Preferences(),
		after: func(_ time.Duration, do func()) func() {
			r.later = do
			return func() { r.later = nil }
		},
	})
	t.Cleanup(func() {
		r.Leave()
		drain(&r.work, r.posted)
		<-r.Left()
	})
	return r
}

// settle has everything happen that was posted to the UI thread, and what is
// done behind its back.
func (r *rig) settle() { drain(&r.work, r.posted) }

// drain waits for the work, then does what it posted, until nothing is left:
// what is posted may begin more work, though not while somebody waits for it.
func drain(work *sync.WaitGroup, posted chan func()) {
	for {
		done := make(chan struct{})
		go func() {
			work.Wait()
			close(done)
		}()
		var waiting []func()
		for working := true; working || len(posted) > 0; {
			select {
			case do := <-posted:
				waiting = append(waiting, do)
			case <-done:
				working, done = false, nil
			}
		}
		if len(waiting) == 0 {
			return
		}
		for _, do := range waiting {
			do()
		}
	}
}

// passes lets time pass while the screen follows.
func (r *rig) passes(d time.Duration) {
	r.now = r.now.Add(d)
	if r.beat != nil {
		r.beat()
	}
	r.settle()
}

// press types a key.
func (r *rig) press(key fyne.KeyName) {
	r.t.Helper()
	if !r.Key(&fyne.KeyEvent{Name: key}) {
		r.t.Fatalf("%s is no key of the review", key)
	}
}

// ids lists the elements on the board, from bottom to top.
func ids(s *board.Scene) string {
	var out []string
	for _, e := range s.Elements() {
		out = append(out, e.ID)
	}
	return strings.Join(out, " ")
}
