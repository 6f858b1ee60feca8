package practice

import (
	"time"

	"fyne.io/fyne/v2"

	"talkthrough/app/keys"
	"talkthrough/app/look"
	"talkthrough/internal/interview"
	"talkthrough/internal/session"
)

// cardDesk puts the coach's card in front of the user, one at a time, and does
// what its choices mean. The coach decides which card comes and records what
// becomes of it.
type cardDesk struct {
	room  *Screen
	coach *session.Coach
	voice *speech
	float *cardFloat

	turn   *cardTurn // what follows from a choice, in the place of a card
	shown  *cardView // nil while there is none
	at     cardPlace // where it is shown
	thrown int       // the curveballs so far
	sight  sight     // at the last look
}

// cardPlace is where a card stands.
type cardPlace uint8

const (
	nowhere cardPlace = iota
	inPanel
	floating
)

// cardTurn is what stands on the screen after a choice, until it is dealt with.
type cardTurn struct {
	face   func(interview.Reading) cardFace
	phase  int           // it is over when another phase is entered; -1: it is not
	until  time.Duration // elapsed at which it is over, or its countdown is
	counts bool          // it counts down to until; no other card comes meanwhile
	// over is what happens at the end of a countdown; nil leaves the card there.
	over func()
}

func newCardDesk(room *Screen, coach *session.Coach, voice *speech) *cardDesk {
	d := &cardDesk{room: room, coach: coach, voice: voice, float: newCardFloat()}
	room.mock.Read(func(st *session.State) { d.thrown = len(st.Curveballs) })
	return d
}

// do carries out the actions of the card that have keys; it reports whether
// there was something to do.
func (d *cardDesk) do(id string) bool {
	switch id {
	case keys.Stuck:
		d.stuck()
	case keys.CardAway:
		return d.dismiss()
	case keys.CardFirst, keys.CardSecond:
		i := 0
		if id == keys.CardSecond {
			i = 1
		}
		if d.shown == nil || i >= len(d.shown.choices) {
			return false
		}
		d.shown.choices[i].do()
	default:
		return false
	}
	if !d.room.isLeft() { // one of them ends the interview
		d.room.Tick()
	}
	return true
}

// dismiss puts the card away.
func (d *cardDesk) dismiss() bool {
	if d.shown == nil {
		return false
	}
	if d.turn != nil {
		d.turn = nil
	} else {
		d.coach.Dismiss()
	}
	d.room.Tick()
	return true
}

// tick shows the card that ought to be there now.
func (d *cardDesk) tick(clock interview.Reading) {
	d.watchSight()
	d.advance(clock)
	card := d.open()
	if card != interview.Summary && (d.turn == nil || !d.turn.counts) {
		// While the summary is offered no hint comes in its way.
		card = d.coach.Tick()
	}
	if card != interview.NoCard {
		d.turn = nil
	}
	d.voice.tick(clock)
	d.announce()
	switch {
	case d.turn != nil:
		d.show(d.turn.face(clock))
	case card != interview.NoCard:
		d.show(d.face(card, clock))
	default:
		d.clear()
	}
	d.room.side.makeRoom()
}

// open is the card that the attempt has on the screen.
func (d *cardDesk) open() (card interview.Card) {
	d.room.mock.Read(func(st *session.State) { card = st.Card() })
	return card
}

// advance ends what follows from a choice when its time has come.
func (d *cardDesk) advance(clock interview.Reading) {
	t := d.turn
	switch {
	case t == nil:
	case t.phase >= 0 && clock.Phase != t.phase, clock.Ended:
		d.turn = nil
	case clock.Elapsed < t.until:
	case !t.counts:
		d.turn = nil
	case t.over != nil:
		d.turn = nil
		t.over()
	}
}

// show puts a face on the screen; where it is there already only its countdown
// changes.
func (d *cardDesk) show(f cardFace) {
	if d.shown != nil && d.shown.content == f.content() {
		if d.shown.timer != nil {
			d.shown.timer.SetText(f.timer)
		}
		d.shown.choices = f.choices
		d.place()
		return
	}
	d.clear()
	d.shown = newCardView(f, d.room.Do)
	d.place()
}

// clear takes the card away.
func (d *cardDesk) clear() {
	if d.shown == nil {
		return
	}
	d.giveBack()
	d.shown = nil
	d.takeAway()
}

// place has the card stand in the interviewer's panel, or, where that is folded
// away, float above the board.
func (d *cardDesk) place() {
	want := inPanel
	if d.room.right.Folded() {
		want = floating
	}
	if d.at == want {
		return
	}
	d.takeAway()
	if d.at = want; want == floating {
		d.float.set(d.shown.object)
	} else {
		d.room.side.setCard(d.shown.object)
	}
}

func (d *cardDesk) takeAway() {
	switch d.at {
	case inPanel:
		d.room.side.setCard(nil)
	case floating:
		d.float.set(nil)
	}
	d.at = nowhere
}

// giveBack gives the keyboard to the notes where a button of the card has it
// that is about to go.
func (d *cardDesk) giveBack() {
	if d.shown != nil && d.shown.focused() {
		look.HideHint(fyne.CurrentApp().Driver().CanvasForObject(d.room.object))
		focus(d.room.notes.entry)
	}
}

// toMain gives the keyboard to the card's main choice: the user asked for it. A
// button that was never painted knows no window yet; the room does.
func (d *cardDesk) toMain() {
	if d.shown == nil || len(d.shown.buttons) == 0 {
		return
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(d.room.object); c != nil {
		c.Focus(d.shown.buttons[0])
	}
}
