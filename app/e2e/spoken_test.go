//go:build linux

package e2e

import (
	"encoding/json"
	"fmt"
	"testing"
	"time"

	"talkthrough/app/keys"
	"talkthrough/internal/sound/soundtest"
)

const (
	firstSentence  = "The goal is to rank videos so that people come back next week, not only click today."
	secondSentence = "Candidate generation narrows billions of videos down to a thousand, and a heavier model ranks them."
	// alike is the correlation from which two sounds are the same.
	alike = 0.95
	// mostParts of a sound must be alike where it could not be played in one go.
	mostParts = 0.75
	// together is how far a sound and an event of the same moment may lie apart.
	together = 100 * time.Millisecond
)

// spoken is a whole mock: what was done, and what the program made of it.
type spoken struct {
	t         *testing.T
	d         *desk
	p         *running
	server    *soundtest.Server
	sentences []string // sound files
	dir       string   // of the attempt
	journal   journal
	take      []int16
	beeps     []beep
	ears      *ears // at the microphone
}

// beep is a chirp and the mark set when it was heard.
type beep struct {
	number        int
	sounded       time.Time
	before, after time.Time // between them the mark was set
}

func TestSpokenMock(t *testing.T) {
	need(t, desktop...)
	need(t, audio...)
	server := soundtest.Start(t)
	s := &spoken{t: t, server: server, d: newDesk(t, server.Env())}
	for _, text := range []string{firstSentence, secondSentence} {
		s.sentences = append(s.sentences, server.Sentence(text))
	}

	feed(t, server.Env(), hush(120))
	s.ears = listen(t, server.Env(), soundtest.MicID)

	s.p = s.d.open()
	s.begin()
	s.talkAndDraw()
	s.beepAndMark()
	s.end()
	s.listenToReplay()
	s.export()
	s.p.quit()

	s.journal = readJournal(t, s.dir)
	s.take = decode(t, s.dir+"/take-1.flac")
	t.Run("voice", s.checkVoice)
	t.Run("one clock", s.checkClock)
	t.Run("command line", s.checkCommandLine)
	t.Run("exports", s.checkExports)
	t.Run("tags", s.checkTags)
	t.Run("modes", s.checkModes)
}

// begin goes from the start screen to a running interview.
func (s *spoken) begin() {
	s.t.Helper()
	s.p.screen("today")
	s.d.display.keep("1-today")
	s.d.hands.press(keys.NewMock)
	s.p.screen("setup")
	s.d.display.keep("2-setup")
	s.d.hands.key("ctrl+Return")
	s.p.screen("practice")
	s.p.until("an attempt has its folder", func() bool { return len(s.d.attempts()) == 1 })
	s.dir = s.d.attempts()[0]
	s.until("the recording runs", func(j journal) bool { return len(j.all("anchor")) > 0 })
}

// until waits for the journal of the running attempt.
func (s *spoken) until(what string, yes func(journal) bool) {
	s.t.Helper()
	s.p.until(what, func() bool { return yes(readJournal(s.t, s.dir)) })
}

const spokenNotes = "## Goals\n- rank by long-term satisfaction\n- 100M people a day"

// talkAndDraw speaks the sentences while it types notes and draws two boxes
// and an arrow between them.
func (s *spoken) talkAndDraw() {
	s.t.Helper()
	silent := make(chan struct{})
	go func() {
		defer close(silent)
		for _, file := range s.sentences {
			s.speak(file)
		}
	}()
	defer func() { <-silent }()

	h := s.d.hands
	h.press(keys.FocusNotes)
	h.write(spokenNotes)
	s.until("the notes are in the journal", func(j journal) bool { return j.notes() == spokenNotes })

	h.press(keys.FocusBoard)
	h.press(keys.Rectangle)
	h.drag(420, 360, 560, 440)
	s.until("the first box is in the journal", func(j journal) bool { return len(j.drawn("rectangle")) == 1 })
	h.press(keys.NextPhase)
	s.until("the second phase is in the journal", func(j journal) bool { return len(j.all("phase")) > 0 })
	h.press(keys.Rectangle)
	h.drag(800, 360, 940, 440)
	s.until("the second box is in the journal", func(j journal) bool { return len(j.drawn("rectangle")) == 2 })
	h.press(keys.Arrow)
	h.drag(562, 400, 798, 400)
	s.until("the arrow is in the journal", func(j journal) bool { return len(j.drawn("arrow")) == 1 })
	s.d.display.keep("3-practice")
}

// tries is how often a sound is made anew when the sound server, on a machine
// that is too busy, did not get it to the microphone in one go.
const tries = 5

// speak says a sentence, so that it is heard whole at the microphone.
func (s *spoken) speak(file string) {
	wanted := toVoiceRate(s.t, file)
	for range tries {
		from := len(s.ears.all())
		s.server.Speak(file)
		if _, likeness := soundtest.Likeness(s.ears.all()[from:], wanted); likeness >= alike {
			return
		}
		s.t.Log("the sound server broke the sentence up: saying it again")
	}
	s.t.Errorf("no sentence came to the microphone in one go in %d tries", tries)
}

// beepAndMark makes sounds and events at the same moment, as near as it can,
// and notes how near that was.
func (s *spoken) beepAndMark() {
	s.t.Helper()
	for number := 0; len(s.beeps) < 3; number++ {
		if number == 3+tries {
			s.t.Fatal("the sound server breaks every beep up")
		}
		if b, ok := s.beep(number); ok {
			s.beeps = append(s.beeps, b)
		}
	}
}

// beep makes one sound and sets a mark. It reports false when the sound did not
// come to the microphone in one go.
func (s *spoken) beep(number int) (b beep, ok bool) {
	s.t.Helper()
	b.number = number
	from := len(s.ears.all())
	feed(s.t, s.server.Env(), chirp(number, 48000))
	onset := 0
	s.p.until("the beep sounded", func() (heard bool) {
		onset, heard = s.ears.onset(from)
		return heard
	})
	b.before = time.Now()
	s.d.hands.press([]string{keys.MarkGood, keys.MarkUnclear}[number%2])
	s.until("the mark is in the journal", func(j journal) bool { return len(j.all("mark")) == number+1 })
	b.after = time.Now()
	wanted := chirp(number, voiceRate)
	s.p.until("the beep was over", func() bool { return len(s.ears.all()) > onset+3*len(wanted) })
	at, likeness := soundtest.Likeness(s.ears.all()[from:], wanted)
	b.sounded = s.ears.moment(from + at)
	return b, likeness >= alike
}

// end ends the interview, which takes two presses, and waits for the review.
func (s *spoken) end() {
	s.t.Helper()
	s.d.hands.press(keys.End)
	s.d.hands.press(keys.End)
	if saved := s.p.await("saved"); saved["dir"] != s.dir {
		s.t.Errorf("saved %q, want %q", saved["dir"], s.dir)
	}
	s.p.screen("review")
	s.d.display.keep("4-predict")
	s.p.predict()
	s.d.display.keep("4-review")
}

// listenToReplay plays the attempt and hears at the loudspeakers what the take
// holds.
func (s *spoken) listenToReplay() {
	s.t.Helper()
	wanted := decode(s.t, s.dir+"/take-1.flac")[:5*voiceRate]
	ears := listen(s.t, s.server.Env(), "speakers.monitor")
	s.d.hands.press(keys.PlayPause)
	s.p.until("something is heard at the speakers", func() bool { _, ok := ears.onset(0); return ok })
	s.d.display.keep("5-replay")
	begun, _ := ears.onset(0)
	s.p.until("as much as the first seconds of the take is heard", func() bool {
		return len(ears.all()) >= begun+len(wanted)+voiceRate
	})
	heard := ears.all()[max(0, begun-voiceRate):]
	at, likeness := soundtest.Likeness(heard, wanted)
	found := piecesOf(wanted).find(heard, at)
	s.t.Logf("the replay correlates with the take by %.4f as a whole, and in %.0f %% of its parts", likeness, 100*found.whole())
	// On a busy machine the sound server runs dry now and then, and what comes
	// after is late: then most parts must still have come as they are.
	if likeness < alike && found.whole() < mostParts {
		s.t.Errorf("the replay is not what was recorded:\n%v", found)
	}
	s.d.hands.press(keys.PlayPause)
}

// export writes the files for people from the review screen.
func (s *spoken) export() {
	s.t.Helper()
	s.d.hands.press(keys.Export)
	if line := s.p.await("exported"); line["dir"] != s.dir+"/export" {
		s.t.Errorf("exported to %q, want %q", line["dir"], s.dir+"/export")
	}
}

func (s *spoken) checkVoice(t *testing.T) {
	for i, file := range s.sentences {
		at, likeness := soundtest.Likeness(s.take, toVoiceRate(t, file))
		t.Logf("sentence %d begins at %v of the take, correlation %.4f", i+1, duration(at), likeness)
		if likeness < alike {
			t.Errorf("sentence %d correlates with the take by %.3f, want %.2f", i+1, likeness, alike)
		}
	}
}

func (s *spoken) checkClock(t *testing.T) {
	marks := s.journal.all("mark")
	for _, b := range s.beeps {
		i := b.number
		sample, likeness := soundtest.Likeness(s.take, chirp(b.number, voiceRate))
		if likeness < alike {
			t.Fatalf("beep %d is not in the take: correlation %.3f", i, likeness)
		}
		at, ok := s.journal.timeOf(1, int64(sample))
		if !ok {
			t.Fatalf("no anchors around sample %d, where beep %d is", sample, i)
		}
		recorded := time.Duration((float64(marks[i].At) - at) * float64(time.Millisecond))
		least, most := b.before.Sub(b.sounded), b.after.Sub(b.sounded)
		t.Logf("mark %d came %v after its beep by the journal, %v to %v by the test's clock", i, recorded, least, most)
		if recorded < least-together || recorded > most+together {
			t.Errorf("mark %d: sound and journal are more than %v apart", i, together)
		}
	}
}

// replayed is what the replay command prints of a moment.
type replayed struct {
	AtS    float64         `json:"at_s"`
	Phase  string          `json:"phase"`
	Notes  string          `json:"notes"`
	Shapes json.RawMessage `json:"shapes"`
	Arrows json.RawMessage `json:"arrows"`
	Marks  json.RawMessage `json:"marks"`
}

// replay asks the program how the latest attempt stood at a time in ms.
func (d *desk) replay(ms int64, args ...string) replayed {
	d.t.Helper()
	args = append([]string{"replay", "last", "--at", fmt.Sprintf("%d.%03ds", ms/1000, ms%1000), "--json"}, args...)
	var out replayed
	if err := json.Unmarshal([]byte(d.must(args...)), &out); err != nil {
		d.t.Fatalf("replay prints no JSON: %v", err)
	}
	return out
}

func (s *spoken) checkCommandLine(t *testing.T) {
	second := s.journal.drawn("rectangle")[1].At
	arrow := s.journal.drawn("arrow")[0].At
	for _, c := range []struct {
		at            int64
		boxes, arrows string
		phase         string
	}{
		{second - 1, "1", "0", "task"},
		{second, "2", "0", "task"},
		{arrow, "2", "1", "task"},
		{s.journal.all("phase")[0].At - 1, "1", "0", "clarify"},
	} {
		picture := t.TempDir() + "/board.png"
		got := s.d.replay(c.at, "--board", picture)
		if string(got.Shapes) != c.boxes || string(got.Arrows) != c.arrows || got.Phase != c.phase {
			t.Errorf("at %d ms there are %s shapes and %s arrows in %s, want %s and %s in %s",
				c.at, got.Shapes, got.Arrows, got.Phase, c.boxes, c.arrows, c.phase)
		}
		if got.Notes != spokenNotes {
			t.Errorf("at %d ms the notes are %q", c.at, got.Notes)
		}
		if frames := countFrames(readPNG(t, picture)); fmt.Sprint(frames) != c.boxes {
			t.Errorf("the picture of %d ms shows %d boxes, want %s", c.at, frames, c.boxes)
		}
	}
	list := s.d.list()
	if len(list) != 1 || list[0].Path != s.dir || list[0].State != "finished" || list[0].Takes != 1 {
		t.Errorf("sessions lists %+v", list)
	}
}

// listed is a row of the sessions command.
type listed struct {
	ID, Path, Title, Question, Level, State string
	Takes                                   int
	Length                                  float64 `json:"length_s"`
}

func (d *desk) list() []listed {
	d.t.Helper()
	var out []listed
	if err := json.Unmarshal([]byte(d.must("sessions", "--json")), &out); err != nil {
		d.t.Fatalf("sessions prints no JSON: %v", err)
	}
	return out
}
