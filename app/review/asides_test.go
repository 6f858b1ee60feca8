package review

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"talkthrough/app/keys"
	"talkthrough/app/look"
	"talkthrough/app/waveform"
	"talkthrough/internal/board"
	"talkthrough/internal/interview"
	"talkthrough/internal/session"
)

// talked is an attempt in which the interviewer had something to say, and one
// shape changed in many ways.
//
//	0:10 an ask · 1:00 a curveball, judged at 1:20 · 2:00 a card, put away at 2:30 · 3:00 a mark
func talked(t testing.TB) (a *session.Attempt, ranker string) {
	s := newScribe(t)
	s.waits(1)
	s.speaks()
	s.waits(9)
	s.rec.Do(session.Asked{Words: "how many users"})
	s.waits(10)
	s.enters("data")
	s.types("## Data\n- labels: clicks\n- join on request id\n")
	s.waits(5)
	ranker = s.draws(board.Rectangle, "Ranker", "#b2f2bb", 300, 160, 180, 80) // two seconds, a label, one second
	other := s.draws(board.Ellipse, "Feature store", "#ffec99", 40, 330, 180, 90)
	s.until(60)
	s.rec.Do(session.CurveballThrown{Phase: "data", Say: "Half of your labels turn out to be wrong. What do you do?"})
	s.waits(10)
	s.edits(board.Move(s.scene, []string{ranker}, 120, -40))
	s.waits(10)
	s.rec.Do(session.CurveballJudged{Phase: "data", Verdict: session.BallAnswered})
	s.waits(10)
	s.joins(other, ranker) // ties the shape, which cannot be seen on it
	s.edits(board.Resize(s.scene, []string{ranker}, board.Rect{X: 420, Y: 120, W: 180, H: 80}, board.Rect{X: 420, Y: 120, W: 260, H: 100}, board.ResizeOptions{}))
	s.until(100)
	s.edits(board.SetText(s.scene, ranker, "Multi-task ranker"))
	s.until(110)
	red := "#ffc9c9"
	s.edits(board.ApplyStyle(s.scene, []string{ranker}, board.StyleChange{Background: &red}))
	s.until(120)
	s.rec.Do(session.Coached{Card: interview.Stuck.ID(), Is: session.CardShown, Asked: true})
	s.waits(30)
	s.rec.Do(session.Coached{Card: interview.Stuck.ID(), Is: session.CardDismissed})
	s.until(180)
	s.rec.Do(session.Marked{Kind: session.Unclear, Word: "privacy"})
	s.until(200)
	s.edits(board.Delete(s.scene, []string{ranker}))
	s.until(230)
	s.rec.Do(session.Ended{})
	return s.opens(), ranker
}

// until lets time pass up to so many seconds from the start.
func (s *scribe) until(seconds float64) {
	s.t.Helper()
	left := seconds - s.now.Sub(s.start).Seconds()
	if left < 0 {
		s.t.Fatalf("it is %v s later than %v s", -left, seconds)
	}
	s.waits(left)
}

func TestAsidesAreOnTheWaveform(t *testing.T) {
	a, _ := talked(t)
	r := rigFor(t, a, nil)
	want := []waveform.Mark{
		{At: 10 * second, Kind: waveform.Ask, Label: "how many users"},
		{At: 60 * second, Kind: waveform.Curveball, Label: "Half of your labels turn out to be wrong. What do you do?"},
		{At: 120 * second, Kind: waveform.Card, Label: interview.Stuck.Text().Title},
		{At: 180 * second, Kind: waveform.Unclear, Label: "privacy"},
	}
	if got := r.waveData().Marks; !slices.Equal(got, want) {
		t.Errorf("the marks are %+v, want %+v", got, want)
	}
}

func TestByKeyboardFromAsideToAside(t *testing.T) {
	a, _ := talked(t)
	r := rigFor(t, a, nil)
	for i, step := range []struct {
		id   string
		want time.Duration
	}{
		{keys.MarkNext, 9},
		{keys.MarkNext, 59},
		{keys.MarkNext, 119},
		{keys.MarkNext, 179},
		{keys.MarkNext, 179},
		{keys.MarkPrevious, 119},
		{keys.MarkPrevious, 59},
	} {
		r.Do(step.id)
		if got := r.parts.transport.Position(); got != step.want*second {
			t.Fatalf("press %d went to %v, want %d s", i, got, step.want)
		}
	}
}

// words is everything that the cards over the board say.
func (r *rig) words() string {
	var out []string
	for _, o := range r.asides.object.Objects {
		for _, l := range test.LaidOutObjects(o) {
			if p, ok := l.(*look.Paragraph); ok {
				out = append(out, p.Text())
			}
		}
	}
	return strings.Join(out, " | ")
}

func TestWhatTheInterviewerSaidStandsOverTheBoard(t *testing.T) {
	a, _ := talked(t)
	r := rigFor(t, a, nil)
	window := test.NewTempWindow(t, look.NewStage(r.Object()))
	window.Resize(fyne.NewSize(1024, 640))
	stuck := interview.Stuck.Text()
	moments := []struct {
		at   time.Duration
		want string
	}{
		{5, ""},
		{10, "You asked: how many users | “Make a reasonable assumption and write it down.”"},
		{39, "You asked: how many users | “Make a reasonable assumption and write it down.”"},
		{41, ""},
		{60, "Curveball | “Half of your labels turn out to be wrong. What do you do?”"},
		{79, "Curveball | “Half of your labels turn out to be wrong. What do you do?”"},
		{81, ""},
		{125, stuck.Title + " | " + stuck.Body},
		{151, ""},
	}
	check := func(at time.Duration, want string) {
		t.Helper()
		r.seek(at * second)
		if got := r.words(); got != want || r.asides.object.Visible() != (want != "") {
			t.Errorf("at %d s it says %q, want %q", at, got, want)
		}
	}
	for _, m := range moments {
		check(m.at, m.want)
	}
	for _, m := range slices.Backward(moments) {
		check(m.at, m.want)
	}
	r.seek(70 * second)
	var row *look.Row
	for _, o := range test.LaidOutObjects(r.asides.object) {
		if found, ok := o.(*look.Row); ok {
			row = found
		}
	}
	test.Tap(row)
	if got := r.parts.transport.Position(); got != 59*second {
		t.Errorf("the card is heard from %v, want 59 s", got)
	}
}

func TestCardsOverTheBoardMoveNothing(t *testing.T) {
	a, _ := talked(t)
	r := rigFor(t, a, nil)
	window := test.NewTempWindow(t, look.NewStage(r.Object()))
	window.Resize(fyne.NewSize(1024, 640))
	places := func() (out []fyne.Position) {
		for _, o := range []fyne.CanvasObject{r.wave, r.notes.view, r.sheet} {
			size := o.Size()
			out = append(out, fyne.CurrentApp().Driver().AbsolutePositionForObject(o), fyne.NewPos(size.Width, size.Height))
		}
		return out
	}
	r.seek(55 * second)
	before := places()
	r.seek(65 * second)
	if !slices.Equal(places(), before) {
		t.Errorf("a card moved %v to %v", before, places())
	}
	card := r.asides.object.Objects[0]
	if end := card.Position().Y + card.Size().Height; end > r.sheet.Size().Height {
		t.Errorf("the card ends at %v of %v", end, r.sheet.Size().Height)
	}
}

func TestACardOverTheBoardLeadsToTheGuide(t *testing.T) {
	a, _ := talked(t)
	r := rigFor(t, a, nil)
	window := test.NewTempWindow(t, look.NewStage(r.Object()))
	window.Resize(fyne.NewSize(1024, 640))
	for at, want := range map[time.Duration]string{
		10: "guide asking#assume-like-an-engineer", 60: "guide pushback#four-steps", 125: "guide trouble#stuck",
	} {
		r.seek(at * second)
		r.did = nil
		for _, o := range test.LaidOutObjects(r.asides.object) {
			if b, ok := o.(*flatButton); ok {
				b.Tapped(&fyne.PointEvent{})
			}
		}
		if len(r.did) != 1 || r.did[0] != want {
			t.Errorf("at %d s it leads to %q, want %q", at, r.did, want)
		}
	}
}
