package review

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"talkthrough/app/keys"
	"talkthrough/app/waveform"
	"talkthrough/internal/review"
	"talkthrough/internal/session"
)

// notice is what stands below the waveform.
func (r *rig) notice() string { return r.bar.notice.Text() }

// drawn lists the waveform's marks, such as "20s good: word".
func (r *rig) drawn() string {
	var out []string
	for _, m := range r.waveData().Marks {
		out = append(out, strings.TrimSuffix(m.At.String()+" "+m.Kind+": "+m.Label, ": "))
	}
	return strings.Join(out, ", ")
}

// recordingElsewhere is a recording from elsewhere: it knows neither phases nor marks.
func recordingElsewhere(t *testing.T) *session.Attempt {
	s := newScribe(t)
	s.speaks()
	s.waits(120)
	s.rec.Do(session.Ended{})
	return s.opens()
}

func TestMomentsAreMarkedWhileTheyPlay(t *testing.T) {
	r := rigFor(t, recordingElsewhere(t), nil)
	c := r.inWindow()
	r.settle()
	keyed(c, fyne.KeySpace)
	r.passes(20 * second)
	keyed(c, fyne.KeyG)
	r.passes(10 * second)
	keyed(c, fyne.KeyU)
	if !r.parts.transport.Playing() || c.Focused() != r.wave {
		t.Errorf("playing %v, the keyboard is with %T", r.parts.transport.Playing(), c.Focused())
	}
	want := []review.Mark{{At: 20 * second, Kind: review.GoodMark}, {At: 30 * second, Kind: review.UnclearMark}}
	if got := r.kept().Marks; !slices.EqualFunc(got, want, sameMark) {
		t.Errorf("kept %+v, want %+v", got, want)
	}
	if got := r.drawn(); got != "20s good, 30s unclear" {
		t.Errorf("drawn: %s", got)
	}
	if got := r.notice(); !strings.HasPrefix(got, "Unclear at 0:30 ") {
		t.Errorf("it says %q", got)
	}
	r.later()
	if got := r.notice(); strings.Contains(got, "Unclear") {
		t.Errorf("after a while it still says %q", got)
	}
	keyed(c, fyne.KeySpace)
	for i, step := range []struct {
		id   string
		want int
	}{{keys.MarkPrevious, 29}, {keys.MarkPrevious, 19}, {keys.MarkNext, 29}} {
		if r.Do(step.id); r.parts.transport.Position() != time.Duration(step.want)*second {
			t.Errorf("step %d by key went to %v, want %d s", i, r.parts.transport.Position(), step.want)
		}
	}
}

// A mark that was paused before is kept at the time of the session, and drawn at
// that of the recording; at one moment there is one.
func TestAMarkIsThatOfTheSession(t *testing.T) {
	r, c := replaying(t)
	here := r.track.Length() - 10*second
	r.seek(here)
	keyed(c, fyne.KeyG, fyne.KeyU)
	got := r.kept().Marks
	if want := r.attempt.Session(here); len(got) != 1 || got[0].Kind != review.UnclearMark || got[0].At != want.Truncate(time.Millisecond) || want != here+60*second {
		t.Errorf("kept %+v, want one at %v", got, want)
	}
	if marks := r.waveData().Marks; len(marks) != 1 || (marks[0].At-here).Abs() > time.Millisecond {
		t.Errorf("drawn %+v, want one at %v", marks, here)
	}
}

func TestAMarkGetsItsWord(t *testing.T) {
	r := rigFor(t, recordingElsewhere(t), nil)
	c := r.inWindow()
	keyed(c, fyne.KeyC)
	if r.marking.word.field != nil || !strings.HasPrefix(r.notice(), "No mark") {
		t.Errorf("without a mark it says %q", r.notice())
	}
	r.seek(40 * second)
	keyed(c, fyne.KeyG, fyne.KeySpace)
	r.passes(8 * second) // it plays on until there is a word
	writes := func(by fyne.KeyName) {
		keyed(c, fyne.KeyC)
		for _, letter := range "ccache " { // the first is that of the key
			c.Focused().TypedRune(letter)
		}
		keyed(c, by)
		if c.Focused() != r.wave || r.marking.word.field != nil || !r.bar.notice.Visible() {
			t.Errorf("after %s the keyboard is with %T", by, c.Focused())
		}
	}
	writes(fyne.KeyEscape)
	if got := r.drawn(); got != "40s good" {
		t.Errorf("left without a word: %s", got)
	}
	writes(fyne.KeyReturn)
	if got := r.kept().Marks; len(got) != 1 || got[0].Word != "cache" || r.drawn() != "40s good: cache" {
		t.Errorf("kept %+v, drawn %s", got, r.drawn())
	}
	if !r.parts.transport.Playing() {
		t.Error("the word stopped the replay")
	}
}

func TestAMarkIsTakenAwayAndPutBackByTheSameKey(t *testing.T) {
	r := rigFor(t, recordingElsewhere(t), nil)
	c := r.inWindow()
	for _, at := range []int{40, 60} {
		r.seek(time.Duration(at) * second)
		keyed(c, fyne.KeyG)
	}
	steps := []struct {
		at        int
		key       fyne.KeyName
		want, say string
	}{
		{50, fyne.KeyDelete, "40s good, 1m0s good", "No mark to take away here"},
		{39, fyne.KeyDelete, "1m0s good", "Good at 0:40 removed"},
		{39, fyne.KeyDelete, "40s good, 1m0s good", "Good at 0:40 is marked again"},
		{41, fyne.KeyBackspace, "1m0s good", "Good at 0:40 removed"},
		{45, fyne.KeyBackspace, "40s good, 1m0s good", "Good at 0:40 is marked again"}, // it played on meanwhile
		{40, fyne.KeyDelete, "1m0s good", "Good at 0:40 removed"},
		{60, fyne.KeyDelete, "", "Good at 1:00 removed"}, // another, though the first could be put back
	}
	for i, s := range steps {
		r.seek(time.Duration(s.at) * second)
		keyed(c, s.key)
		if got := r.drawn(); got != s.want || !strings.HasPrefix(r.notice(), s.say) {
			t.Fatalf("step %d: %q, and it says %q", i, got, r.notice())
		}
	}
	r.later()
	keyed(c, fyne.KeyDelete)
	if got := r.drawn(); got != "" {
		t.Errorf("long after it is put back: %s", got)
	}
	r.Do(keys.TakeBack)
	r.Do(keys.TakeBack)
	if got := r.drawn(); got != "40s good, 1m0s good" {
		t.Errorf("taken back: %s", got)
	}
}

// What was marked in the interview is in the journal, which never changes.
func TestMarksOfTheInterviewStay(t *testing.T) {
	a, _ := talked(t)
	r := rigFor(t, a, nil)
	c := r.inWindow()
	before := r.drawn()
	r.seek(180 * second)
	keyed(c, fyne.KeyDelete)
	if r.drawn() != before || !strings.Contains(r.notice(), "Set in the interview") {
		t.Errorf("%s, and it says %q", r.drawn(), r.notice())
	}
	r.seek(170 * second)
	keyed(c, fyne.KeyG)
	if got := r.drawn(); got != strings.Replace(before, "3m0s unclear", "2m50s good, 3m0s unclear", 1) {
		t.Errorf("both together: %s", got)
	}
}

// The laid-down marks can be pointed at and clicked as those of the interview.
func TestAMarkIsNamedAndGoneTo(t *testing.T) {
	r := rigFor(t, recordingElsewhere(t), nil)
	c := r.inWindow()
	r.seek(60 * second)
	keyed(c, fyne.KeyU)
	r.seek(0)
	at := fyne.NewPos(r.wave.Size().Width/2, 30)
	r.wave.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}, Button: desktop.MouseButtonPrimary})
	if got := r.parts.transport.Position(); got != 59*second {
		t.Errorf("a click on the mark goes to %v, want 59 s", got)
	}
	r.wave.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}})
	if words := said(r.wave); !strings.Contains(words, "1:00  "+waveform.Unclear) {
		t.Errorf("the pointer says %q", words)
	}
}

func TestNothingIsMarkedWhereTheReviewCannotBeRead(t *testing.T) {
	a := recordingElsewhere(t)
	broken := []byte("format: 1\nmarks: [{at: '0:10', kind: bad}]\n...\n")
	path := filepath.Join(a.Dir, review.FileName)
	if err := os.WriteFile(path, broken, 0o600); err != nil {
		t.Fatal(err)
	}
	r := rigFor(t, a, nil)
	if r.prediction != nil {
		t.Fatal("a prediction is asked for that cannot be kept")
	}
	r.Do(keys.SetGood)
	r.settle()
	if got, err := os.ReadFile(path); err != nil || string(got) != string(broken) || r.drawn() != "" {
		t.Errorf("%v, %q, drawn %q", err, got, r.drawn())
	}
	if !strings.Contains(r.notice(), "line 2: marks.1.kind") {
		t.Errorf("it says %q", r.notice())
	}
}

// The ten minutes are made of what is marked, also while they are in sight, and
// what was decided on a part stays when a mark makes it longer.
func TestTheTenMinutesAreMadeOfMarks(t *testing.T) {
	s := newScribe(t)
	s.waits(2400)
	s.rec.Do(session.Ended{})
	r, page := tenOf(t, s.opens())
	if len(page.spans) != 2 || !strings.Contains(page.spans[0].Why, "opening") {
		t.Fatalf("without anything there are %+v", page.spans)
	}
	r.seek(1000 * second)
	r.press(fyne.KeyG)
	if len(page.spans) != 1 || page.spans[0].Start != 985*second || page.spans[0].End != 1015*second || page.now != 0 || page.why.Text() != "1 of 1: Marked as good" {
		t.Fatalf("%+v, now %d, %q", page.spans, page.now, page.why.Text())
	}
	r.press(fyne.KeyY)
	r.seek(1010 * second)
	r.press(fyne.KeyU)
	if h, _ := page.decided(0); len(page.spans) != 1 || page.spans[0].End != 1025*second || h.Decision != review.Keep || page.rows[0].sign.Text() != "kept" {
		t.Fatalf("longer: %+v, %+v", page.spans, h)
	}
	r.press(fyne.KeyY) // not kept after all, under whichever times it was
	if got := r.kept().Highlights; len(got) != 0 {
		t.Errorf("still decided: %+v", got)
	}
	r.press(fyne.KeyX)
	r.press(fyne.KeyDelete)
	if h, _ := page.decided(0); len(page.spans) != 1 || page.spans[0].End != 1015*second || h.Decision != review.Skip {
		t.Errorf("shorter again: %+v, %+v", page.spans, h)
	}
}
