package review

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"talkthrough/internal/session"
)

// Dragging the playhead shows the board of every place it comes by, at once and
// in the order of the drag: nothing is left for later.
func TestScrubbingShowsEveryFrame(t *testing.T) {
	a, _ := wholeMock(t)
	for name, transport := range map[string]Transport{"by the clock": nil, "with the voice": newVoice(session.NewTrack(a), nil, time.Now)} {
		t.Run(name, func(t *testing.T) {
			r := rigFor(t, a, transport)
			r.settle()
			r.wave.Resize(fyne.NewSize(1000, 130))
			length := a.Timeline().Length()
			for _, x := range append(upTo(1000, 7), downFrom(1000, 11)...) {
				ev := &fyne.DragEvent{}
				ev.Position = fyne.NewPos(x, 100)
				r.wave.Dragged(ev)
				want := time.Duration(float64(x) / 1000 * float64(length))
				if d := r.wave.Playhead() - want; d < -time.Millisecond || d > time.Millisecond {
					t.Fatalf("at %v the playhead is at %v, want %v", x, r.wave.Playhead(), want)
				}
				at := a.Timeline().At(r.wave.Playhead())
				if r.wave.Playhead() >= length {
					at = a.End().At
				}
				state := session.State{}
				for _, e := range a.History.Events {
					if e.At <= at {
						state.Apply(e)
					}
				}
				if got := ids(r.board.scene); got != ids(state.Scene()) {
					t.Fatalf("at %v the board shows %q, want %q", at, got, ids(state.Scene()))
				}
				if got := r.notes.view.Source(); got != state.Notes.Text() {
					t.Fatalf("at %v the notes are %q, want %q", at, got, state.Notes.Text())
				}
				if len(r.posted) > 0 {
					t.Fatalf("at %v something is left for later", at)
				}
			}
			if r.parts.transport.Playing() {
				t.Error("scrubbing plays")
			}
		})
	}
}

func upTo(end, step float32) (out []float32) {
	for x := float32(0); x <= end; x += step {
		out = append(out, x)
	}
	return out
}

func downFrom(from, step float32) (out []float32) {
	for x := from; x >= 0; x -= step {
		out = append(out, x)
	}
	return out
}

// While the replay is paused nothing is shown or lit anew, however often the
// screen is told to look.
func TestNothingIsPaintedWhilePaused(t *testing.T) {
	a, _ := wholeMock(t)
	r := rigFor(t, a, nil)
	r.settle()
	for _, at := range []time.Duration{0, 5 * second, a.Timeline().Length() / 2, a.Timeline().Length()} {
		r.seek(at)
		if r.beat != nil {
			t.Fatal("a beat runs while nothing plays")
		}
		shown, lit, cards := r.board.shown, len(r.board.lit), r.asides.object.Objects
		r.show()
		r.show()
		if r.board.shown != shown || len(r.board.lit) != lit {
			t.Errorf("at %v the board is shown anew", at)
		}
		if now := r.asides.object.Objects; len(now) != len(cards) || len(now) > 0 && now[0] != cards[0] {
			t.Errorf("at %v the cards are made anew", at)
		}
	}
}
