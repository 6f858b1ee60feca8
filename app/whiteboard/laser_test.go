package whiteboard

import (
	"bytes"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"talkthrough/internal/board"
)

// pointer is a hand with the laser at a board whose time stands still until it
// is let pass.
type pointer struct {
	*hand
	time    time.Time
	beating func()
	told    []board.Laser
	at      []time.Time // of what was told
}

func atLaser(t *testing.T) *pointer {
	t.Helper()
	p := &pointer{hand: atBoard(t), time: time.Unix(1e9, 0)}
	p.laser.now = func() time.Time { return p.time }
	p.laser.beat = func(do func()) func() {
		if p.beating != nil {
			t.Error("a second beat was started")
		}
		p.beating = do
		return func() { p.beating = nil }
	}
	p.OnLaser = func(l board.Laser) { p.told, p.at = append(p.told, l), append(p.at, p.time) }
	p.keys(fyne.KeyK)
	return p
}

// passes lets time go by, beat by beat.
func (p *pointer) passes(d time.Duration) {
	for d > 0 {
		p.time, d = p.time.Add(laserFrame), d-laserFrame
		if p.beating != nil {
			p.beating()
		}
	}
}

// lit is the trail's picture as it is seen, nil when there is none.
func (p *pointer) lit() []byte {
	if !p.laser.glow.raster.Visible() {
		return nil
	}
	size := p.laser.glow.raster.Size()
	return rgba(p.laser.glow.generate(int(size.Width+0.5), int(size.Height+0.5)))
}

// red tells how strongly the trail shines at a place of the board.
func (p *pointer) red(x, y int) uint8 {
	pix := p.lit()
	if pix == nil {
		return 0
	}
	at, size := p.laser.glow.raster.Position(), p.laser.glow.raster.Size()
	x, y = x-int(at.X), y-int(at.Y)
	if x < 0 || y < 0 || x >= int(size.Width+0.5) || y >= int(size.Height+0.5) {
		return 0
	}
	return pix[4*(y*int(size.Width+0.5)+x)+3]
}

func TestTheLasersTrailFadesAndChangesNothing(t *testing.T) {
	p := atLaser(t)
	box := p.draws(t, Rectangles, 100, 100, 300, 200)
	p.Use(Pointing)
	settled, _ := p.show()
	p.noStep(t, func() {
		p.press(150, 150)
		p.passes(200 * time.Millisecond)
		p.to(400, 150)
		p.passes(100 * time.Millisecond)
		if head, tail := p.red(400, 150), p.red(160, 150); head < 250 || tail < 10 {
			t.Errorf("the head shines at %d, the tail at %d", head, tail)
		}
		p.release()
		p.passes(700 * time.Millisecond)
		if early, late := p.red(400, 150), p.red(151, 150); early == 0 || late >= early {
			t.Errorf("after release the later part shines at %d, the earlier at %d", early, late)
		}
		p.passes(400 * time.Millisecond)
	})
	if p.lit() != nil || p.beating != nil {
		t.Error("a second after release the trail is still there, or the board still beats for it")
	}
	if again, _ := p.show(); !bytes.Equal(settled, again) || p.now(box) != box {
		t.Error("pointing changed the board")
	}
	if p.CanUndo() && p.Tool() != Pointing {
		t.Error("the laser was put away")
	}
}

func TestALaserHeldStillStaysALight(t *testing.T) {
	p := atLaser(t)
	p.press(500, 400)
	p.passes(3 * time.Second)
	if p.red(500, 400) < 250 {
		t.Error("the pointer went out while it was held")
	}
	p.release()
	p.passes(1100 * time.Millisecond)
	if p.lit() != nil {
		t.Error("the pointer stays after release")
	}
}

// What is recorded is where the hand was, when, without a hole; and a crash
// loses no more than a quarter of a second.
func TestTheLaserIsRecordedWhileItIsUsed(t *testing.T) {
	p := atLaser(t)
	p.lookAt(-30, -40)
	from := p.time
	p.press(100, 100)
	for x := float32(100); x <= 700; x += 20 {
		p.hand.at = fyne.NewPos(x, 100)
		ev := &fyne.DragEvent{}
		ev.Position = p.hand.at
		p.Dragged(ev)
		p.passes(laserFrame)
		if unsaid := p.time.Sub(from); len(p.at) > 0 && p.time.Sub(p.at[len(p.at)-1]) > 300*time.Millisecond || len(p.at) == 0 && unsaid > 300*time.Millisecond {
			t.Fatalf("after %v of pointing the last was told at %v", unsaid, p.at)
		}
	}
	p.release()
	var last board.Point
	for i, l := range p.told {
		if i > 0 && l.Points[0].At != last {
			t.Errorf("stretch %d begins at %v, the one before ended at %v", i, l.Points[0].At, last)
		}
		before := l.Points[0].Before + 1
		for _, q := range l.Points {
			when := p.at[i].Add(-q.Before).Sub(from)
			if want := 70 + 20*float64(when/laserFrame); q.At.Y != 60 || q.At.X < want-21 || q.At.X > want+21 {
				t.Errorf("at %v the hand is told to be at %v, want x near %g", when, q.At, want)
			}
			if q.Before >= before && q.Before != 0 {
				t.Error("the points are not in the order of time")
			}
			before, last = q.Before, q.At
		}
	}
	if last != (board.Point{X: 670, Y: 60}) {
		t.Errorf("the last place told is %v", last)
	}
	n := len(p.told)
	p.passes(2 * time.Second)
	if len(p.told) != n {
		t.Error("something was told after the release")
	}
}

func TestEscapeAndOtherToolsPutTheLaserDown(t *testing.T) {
	p := atLaser(t)
	p.press(100, 100)
	p.to(200, 100)
	p.keys(fyne.KeyEscape)
	p.to(300, 300)
	p.release()
	p.passes(2 * time.Second)
	if p.lit() != nil || len(p.told) != 1 {
		t.Errorf("%d stretches were told; the trail is seen: %v", len(p.told), p.lit() != nil)
	}
	p.press(100, 100)
	p.Use(Selecting)
	p.passes(2 * time.Second)
	if p.beating != nil || len(p.told) != 2 {
		t.Error("another tool does not end the trail")
	}
}

// A trail stays on what it pointed at when the view moves.
func TestTheTrailMovesWithTheView(t *testing.T) {
	p := atLaser(t)
	p.drag(300, 300, 500, 300)
	before := p.laser.glow.raster.Position()
	p.wheel(0, -50)
	if d := before.Subtract(p.laser.glow.raster.Position()); d != fyne.NewPos(0, 50) {
		t.Errorf("the trail moved by %v", d)
	}
}

func TestTheViewerShowsATrailAtAMoment(t *testing.T) {
	v := atViewer(t)
	v.set(view{zoom: 1})
	if v.glow.raster.Visible() {
		t.Error("without a trail its picture is there")
	}
	v.SetLaser([]board.Laser{{Points: []board.LaserPoint{
		{At: board.Point{X: 100, Y: 100}, Before: 800 * time.Millisecond}, {At: board.Point{X: 300, Y: 100}},
	}}})
	size := v.glow.raster.Size()
	if !v.glow.raster.Visible() || size.Width < 200 || size.Width > 240 || size.Height > 40 {
		t.Fatalf("the trail's picture is %v", size)
	}
	pix, w := rgba(v.glow.generate(int(size.Width), int(size.Height))), int(size.Width)
	middle := 4 * (int(size.Height) / 2 * w)
	if head, tail := pix[middle+4*(w-14)+3], pix[middle+4*14+3]; head < 200 || tail >= head {
		t.Errorf("the head shines at %d, the tail at %d", head, tail)
	}
	v.SetLaser(nil)
	if v.glow.raster.Visible() {
		t.Error("the trail stays")
	}
}

// The real beat ends by itself.
func TestTheBeatStops(t *testing.T) {
	h := atBoard(t)
	beats := make(chan struct{}, 64)
	stop := everyFrame(func() { beats <- struct{}{} })
	<-beats
	<-beats
	stop()
	if h.laser.stop != nil {
		t.Error("an unused laser beats")
	}
}
