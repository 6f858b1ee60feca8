package session

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"testing"
	"time"

	"talkthrough/internal/board"
	"talkthrough/internal/interview"
)

// busyEvents is how much happens in the busiest attempt that is reckoned with.
const busyEvents = 20_000

// busyMock is forty minutes in which as much happens: keys on the notes, strokes of
// the laser, anchors, and a board of several hundred elements that is worked on
// all the time.
func busyMock() []Event {
	r := rand.New(rand.NewPCG(7, 7))
	scene := board.NewScene()
	events := []Event{{0, Started{}}, {0, TakeBegan{Take: 1, Rate: 24000}}}
	runes := 0
	for len(events) < busyEvents-1 {
		at := fortyMinutes * time.Duration(len(events)) / busyEvents
		var body Body
		switch n := r.IntN(100); {
		case n < 45:
			pos := runes
			if r.IntN(10) == 0 {
				pos = r.IntN(runes + 1)
			}
			note := Note{Pos: pos, Ins: string(rune('a' + r.IntN(26)))}
			if r.IntN(6) == 0 && runes > 0 {
				note = Note{Pos: max(pos-1, 0), Del: 1}
			}
			runes += len(note.Ins) - note.Del
			body = note
		case n < 57:
			body = Anchor{1, int64(at.Seconds() * 24000)}
		case n < 65:
			body = Pointed{board.Laser{Points: []board.LaserPoint{{At: board.Point{X: 1, Y: 2}}, {At: board.Point{X: 10, Y: 20}}}}}
		case n < 66:
			body = Marked{Kind: Good}
		default:
			edit := busyEdit(r, scene)
			scene.Apply(edit)
			body = Drew{edit}
		}
		events = append(events, Event{at, body})
	}
	return append(events, Event{fortyMinutes, Ended{}})
}

// busyEdit draws a shape, or moves or restyles some.
func busyEdit(r *rand.Rand, scene *board.Scene) board.Edit {
	if scene.Len() < 600 && r.IntN(4) == 0 || scene.Len() == 0 {
		e := board.NewElement(board.Rectangle, board.DefaultStyle())
		if r.IntN(4) == 0 {
			e = board.NewElement(board.Freedraw, board.DefaultStyle())
			for i := range 40 {
				e.Points = append(e.Points, board.Point{X: float64(i), Y: float64(i * i % 17)})
			}
		}
		e.X, e.Y, e.W, e.H = float64(r.IntN(4000)), float64(r.IntN(4000)), 120, 60
		return board.PutNew(scene, e)
	}
	var ids []string
	for range 1 + r.IntN(3) {
		ids = append(ids, scene.Elements()[r.IntN(scene.Len())].ID)
	}
	return board.Move(scene, ids, float64(r.IntN(50)), float64(r.IntN(50)))
}

// keep writes events as the journal of an attempt and returns its size.
func keep(t testing.TB, dir string, events []Event) int {
	t.Helper()
	var lines []byte
	for _, e := range events {
		line, err := json.Marshal(e)
		if err != nil {
			t.Fatal(err)
		}
		lines = append(append(lines, line...), '\n')
	}
	meta := testMeta()
	meta.Format = formatVersion
	if err := meta.Save(dir); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(Folder{dir}.Journal(), lines, 0o600); err != nil {
		t.Fatal(err)
	}
	return len(lines)
}

func BenchmarkBusyAttempt(b *testing.B) {
	events := busyMock()
	dir := b.TempDir()
	size := keep(b, dir, events)
	b.Run("open", func(b *testing.B) {
		for b.Loop() {
			if _, err := Open(dir); err != nil {
				b.Fatal(err)
			}
		}
		b.ReportMetric(float64(size)/(1<<20), "MB")
	})
	b.Run("read", func(b *testing.B) {
		for b.Loop() {
			if _, err := ReadHistory(Folder{dir}.Journal()); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("player", func(b *testing.B) {
		for b.Loop() {
			NewPlayer(interview.PlanFor(40), events)
		}
	})
	p := NewPlayer(interview.PlanFor(40), events)
	b.Run("seek", func(b *testing.B) {
		r := rand.New(rand.NewPCG(1, 2))
		longest := time.Duration(0)
		for b.Loop() {
			at := time.Duration(r.Int64N(int64(fortyMinutes)))
			began := time.Now()
			p.At(at)
			longest = max(longest, time.Since(began))
		}
		b.ReportMetric(float64(longest.Microseconds())/1000, "longest-ms")
	})
	b.Run("changed", func(b *testing.B) {
		at := 39 * time.Minute
		state := p.At(at)
		for b.Loop() {
			p.ChangedSince(state, at, 2*second)
		}
	})
	b.Log(fmt.Sprint(p.End().Scene().Len(), " elements, ", len(p.End().Notes.Text()), " bytes of notes"))
}
