package insight

import (
	"fmt"
	"time"

	"talkthrough/internal/interview"
)

// MostRemarks is how many remarks there are at most: delivery comes after
// content, and nobody changes more than three things at once.
const MostRemarks = 3

// Remark is something in the numbers that is worth changing.
type Remark struct {
	Text  string // what was, in a sentence
	Why   string // why it matters, or what to do, in a sentence
	Guide string // the place in the guide, "page#section"; "" where it says nothing of it
}

// The bands outside of which there is a remark.
const (
	agendaBy    = 2 * time.Minute
	boxByPart   = 12.0 / 40 // of the plan
	longSilence = 15 * time.Second
	talkSlack   = 0.10 // under what the level is expected to talk
	mostTyping  = 25.0 // words a minute
	slowest     = 110.0
	fastest     = 190.0
	quietest    = -24.0 // dBFS at the highest
)

// talks is how much of the time somebody of a level talks. The numbers for
// junior and senior are this program's assumption.
var talks = map[interview.Level]float64{
	interview.Junior: 0.75,
	interview.Senior: 0.85,
	interview.Staff:  0.95,
}

// Remarks are the remarks on an attempt at a level, the weightiest first, at
// most MostRemarks: on structure, then on talking, then on the sound. What lies
// within its band, or is not known, gets none.
func Remarks(n Numbers, level interview.Level) []Remark {
	var out []Remark
	for _, remark := range []func() (Remark, bool){
		n.lateAgenda, n.lateBox, n.silent,
		func() (Remark, bool) { return n.talksLittle(level) },
		n.typing, n.paced, n.clipping, n.faint,
	} {
		if r, ok := remark(); ok && len(out) < MostRemarks {
			out = append(out, r)
		}
	}
	return out
}

func (n Numbers) lateAgenda() (Remark, bool) {
	if n.Alone || n.Planned == 0 || n.Length < agendaBy || n.Agenda != nil && *n.Agenda <= agendaBy {
		return Remark{}, false
	}
	r := Remark{
		Text:  "No agenda stood in the notes.",
		Why:   fmt.Sprintf("Lay it down, or say it, by %s: it tells where you are going, and keeps you on the way.", clock(agendaBy)),
		Guide: "notes-and-board#the-agenda",
	}
	if n.Agenda != nil {
		r.Text = fmt.Sprintf("The agenda stood in the notes at %s.", clock(*n.Agenda))
	}
	return r, true
}

func (n Numbers) lateBox() (Remark, bool) {
	by := time.Duration(boxByPart * float64(n.Planned)).Round(time.Second)
	if n.Alone || by == 0 || n.Length < by || n.FirstBox != nil && *n.FirstBox <= by {
		return Remark{}, false
	}
	r := Remark{
		Text:  "There was no box on the board.",
		Why:   fmt.Sprintf("Three boxes by %s give both of you something to point at.", clock(by)),
		Guide: "notes-and-board#drawing-while-you-talk",
	}
	if n.FirstBox != nil {
		r.Text = fmt.Sprintf("The first box came at %s.", clock(*n.FirstBox))
	}
	return r, true
}

func (n Numbers) silent() (Remark, bool) {
	count := 0
	for _, s := range n.Silences {
		if s.Length() > longSilence {
			count++
		}
	}
	if count == 0 {
		return Remark{}, false
	}
	text := fmt.Sprintf("A silence lasted %s.", lengthText(n.Silences[0].Length()))
	if count > 1 {
		text = fmt.Sprintf("%d silences were longer than %s, the longest %s.", count, lengthText(longSilence), lengthText(n.Silences[0].Length()))
	}
	return Remark{text, "Say what you are weighing up: a thought said aloud can be followed, and helped.", "trouble#stuck"}, true
}

func (n Numbers) talksLittle(level interview.Level) (Remark, bool) {
	expected, known := talks[level]
	if n.TalkShare == nil || !known || *n.TalkShare >= expected-talkSlack {
		return Remark{}, false
	}
	return Remark{
		Text:  fmt.Sprintf("You talked %.0f %% of the time.", 100**n.TalkShare),
		Why:   fmt.Sprintf("At this level about %.0f %% are usual, short pauses counted in.", 100*expected),
		Guide: "levels#" + string(level),
	}, true
}

func (n Numbers) typing() (Remark, bool) {
	if n.Notes.Busiest <= mostTyping {
		return Remark{}, false
	}
	return Remark{
		Text:  fmt.Sprintf("At its busiest you typed %.0f words a minute.", n.Notes.Busiest),
		Why:   "That is dictation to yourself: leave a word or two in the notes, and tell the rest.",
		Guide: "notes-and-board#what-to-write",
	}, true
}

func (n Numbers) paced() (Remark, bool) {
	if n.Pace == nil || n.Pace.WPM >= slowest && n.Pace.WPM <= fastest {
		return Remark{}, false
	}
	r := Remark{
		Text:  fmt.Sprintf("You spoke at about %.0f words a minute, by an estimate that is right within %.0f.", n.Pace.WPM, n.Pace.Error),
		Why:   "Slower is easier to follow: let a sentence end before the next begins.",
		Guide: "judging#drive-and-communication",
	}
	if n.Pace.WPM < slowest {
		r.Why = "That is slow: have the next point ready on the agenda, and go to it."
	}
	return r, true
}

func (n Numbers) clipping() (Remark, bool) {
	if n.Clipped == nil || *n.Clipped == 0 {
		return Remark{}, false
	}
	return Remark{
		Text: "The microphone was too loud in places.",
		Why:  "What is cut off at full scale sounds harsh: turn it down, or move back a little.",
	}, true
}

func (n Numbers) faint() (Remark, bool) {
	if n.Peak == nil || *n.Peak >= quietest {
		return Remark{}, false
	}
	return Remark{
		Text: fmt.Sprintf("The recording is faint: its loudest moment is %.0f dB below full scale.", -*n.Peak),
		Why:  "Turn the microphone up, or move closer to it.",
	}, true
}

// clock is a time on the attempt's clock.
func clock(d time.Duration) string {
	seconds := int(d.Round(time.Second) / time.Second)
	return fmt.Sprintf("%d:%02d", seconds/60, seconds%60)
}
