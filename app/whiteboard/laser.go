package whiteboard

import (
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2"

	"talkthrough/internal/board"
)

const (
	laserFrame = time.Second / 30       // between two pictures of the trail
	laserTold  = 250 * time.Millisecond // so often a trail being drawn is recorded
)

// laser is the pointer for talking: its trail is seen for a second and changes
// nothing. While there is a trail, and only then, it beats.
type laser struct {
	glow *glow
	tell func(board.Laser)
	seen []sighting // oldest first; what is faded goes
	held bool
	told time.Time // when the trail was last recorded

	now  func() time.Time
	beat func(do func()) (stop func())
	stop func() // nil at rest
}

// sighting is where the pointer was at a time.
type sighting struct {
	at     board.Point
	when   time.Time
	starts bool // the button went down here
	told   bool // it has been recorded
}

func newLaser(s *surface, tell func(board.Laser)) *laser {
	return &laser{glow: newGlow(s), tell: tell, now: time.Now, beat: everyFrame}
}

// press begins a trail.
func (l *laser) press(p board.Point) {
	now := l.now()
	l.held, l.told = true, now
	l.seen = append(l.seen, sighting{at: p, when: now, starts: true})
	if l.stop == nil {
		l.stop = l.beat(l.step)
	}
	l.shine(now)
}

// move lets the trail go on to p. The beat shows it.
func (l *laser) move(p board.Point) {
	if last := l.seen[len(l.seen)-1]; last.at != p {
		l.seen = append(l.seen, sighting{at: p, when: l.now()})
	}
}

// lift ends the trail, and has the rest of it recorded.
func (l *laser) lift() {
	if l.held {
		l.held = false
		l.record(l.now())
	}
}

// record tells what has not been told. A pointer held still is told again, so
// that it is known to be there.
func (l *laser) record(now time.Time) {
	last := l.seen[len(l.seen)-1]
	if l.held && last.told {
		l.seen = append(l.seen, sighting{at: last.at, when: now})
	}
	from := len(l.seen)
	for from > 0 && !l.seen[from-1].told {
		from--
	}
	if from == len(l.seen) {
		return
	}
	if from > 0 && !l.seen[from].starts {
		from-- // stretches share the point where they meet
	}
	var stretch board.Laser
	for i, s := range l.seen[from:] {
		stretch.Points = append(stretch.Points, board.LaserPoint{At: s.at, Before: now.Sub(s.when)})
		l.seen[from+i].told = true
	}
	l.told = now
	l.tell(stretch)
}

// step is one beat: the trail fades, and is recorded now and then.
func (l *laser) step() {
	if l.stop == nil {
		return // it was on its way when the beat was stopped
	}
	now := l.now()
	if l.held && now.Sub(l.told) >= laserTold {
		l.record(now)
	}
	gone := 0
	for gone < len(l.seen) && now.Sub(l.seen[gone].when) > board.LaserFades && !(l.held && gone == len(l.seen)-1) {
		gone++
	}
	l.seen = append(l.seen[:0], l.seen[gone:]...)
	if len(l.seen) == 0 {
		l.rest()
		return
	}
	l.shine(now)
}

// shine shows the trail as it is now. A pointer that is held shines where it
// is.
func (l *laser) shine(now time.Time) {
	var trail []board.Laser
	for i, s := range l.seen {
		if i == 0 || s.starts {
			trail = append(trail, board.Laser{})
		}
		last := &trail[len(trail)-1]
		last.Points = append(last.Points, board.LaserPoint{At: s.at, Before: now.Sub(s.when)})
	}
	if l.held {
		last := &trail[len(trail)-1]
		last.Points = append(last.Points, board.LaserPoint{At: l.seen[len(l.seen)-1].at})
	}
	l.glow.show(trail)
}

// rest puts the trail out.
func (l *laser) rest() {
	l.lift()
	l.seen = l.seen[:0]
	l.glow.show(nil)
	if l.stop != nil {
		l.stop()
		l.stop = nil
	}
}

// point is the laser tool's gesture.
type point struct{}

func newPoint(b *Board, p board.Point) point {
	b.laser.press(p)
	return point{}
}

func (point) drag(b *Board, p board.Point) { b.laser.move(p) }

func (point) release(b *Board, p board.Point) {
	b.laser.move(p)
	b.laser.lift()
}

func (point) cancel(b *Board) { b.laser.lift() }

// everyFrame has do called on the UI thread, frame by frame, until it is
// stopped; it may be called once more after that.
func everyFrame(do func()) (stop func()) {
	quit := make(chan struct{})
	var queued atomic.Bool
	go func() {
		ticker := time.NewTicker(laserFrame)
		defer ticker.Stop()
		for {
			select {
			case <-quit:
				return
			case <-ticker.C:
				if queued.CompareAndSwap(false, true) {
					fyne.Do(func() {
						queued.Store(false)
						do()
					})
				}
			}
		}
	}()
	return func() { close(quit) }
}
