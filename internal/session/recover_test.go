package session

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"talkthrough/internal/board"
	"talkthrough/internal/interview"
)

// copied is what a kill leaves of an attempt: its files as they are now.
func copied(t *testing.T, from string) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), filepath.Base(from))
	if err := os.CopyFS(dir, os.DirFS(from)); err != nil {
		t.Fatal(err)
	}
	return dir
}

// checkFLAC has the reference decoder check a take, where it is installed.
func checkFLAC(t *testing.T, path string) {
	t.Helper()
	tool, err := exec.LookPath("flac")
	if err != nil {
		return
	}
	if out, err := exec.Command(tool, "--test", "--silent", path).CombinedOutput(); err != nil {
		t.Errorf("%s: %v\n%s", path, err, out)
	}
}

// contents are the files of a folder.
func contents(t *testing.T, dir string) map[string]string {
	t.Helper()
	out := map[string]string{}
	files, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		data, err := os.ReadFile(filepath.Join(dir, f.Name()))
		if err != nil {
			t.Fatal(err)
		}
		out[f.Name()] = string(data)
	}
	return out
}

// busy is a script in which somebody talks, writes and draws; at the times of
// cuts, the folder is copied as a kill would leave it.
func busy(t *testing.T, s *stage, cut func(m *Mock, notes int)) []act {
	random := rand.New(rand.NewPCG(3, 4))
	var script []act
	for i := range 30 {
		script = append(script, sounds(time.Duration(40+random.IntN(300))*ms), does(func(m *Mock) {
			m.Do(Note{Pos: i, Ins: "n"})
			switch random.IntN(4) {
			case 0:
				m.Enter(random.IntN(interview.PhaseCount))
			case 1:
				m.Do(Drew{board.Edit{Put: []*board.Element{{ID: fmt.Sprint(i), Kind: board.Rectangle, Index: "a0", Opacity: 100}}}})
			case 2:
				m.Do(Marked{Kind: Good})
			}
			if i%3 == 2 {
				cut(m, i+1)
			}
		}))
	}
	return script
}

func TestAKilledMockIsRecovered(t *testing.T) {
	type killed struct {
		dir   string
		at    time.Duration
		notes int
		given int // samples
	}
	var kills []killed
	s := newStage()
	var m *mic
	m = newMic(s, busy(t, s, func(mock *Mock, notes int) {
		// The system has every line that was appended; only the writer's
		// goroutine has to have had its turn.
		if err := mock.Sync(); err != nil {
			t.Error(err)
		}
		kills = append(kills, killed{copied(t, mock.Dir), mock.Elapsed(), notes, len(m.given)})
	})...)
	mock := play(t, s, m)
	m.heard(t)
	ended(t, mock)
	if len(kills) != 10 {
		t.Fatalf("%d kills", len(kills))
	}
	for _, k := range kills {
		a, report, err := Recover(k.dir)
		if err != nil || len(report.Problems) > 0 || report.Takes != 1 {
			t.Fatalf("recovery: %+v, %v", report, err)
		}
		if got := len([]rune(a.End().Notes.Text())); got != k.notes {
			t.Errorf("%d notes, want all %d", got, k.notes)
		}
		before := contents(t, k.dir)
		if a, _, err = Recover(k.dir); err != nil {
			t.Fatal(err)
		}
		for name, data := range contents(t, k.dir) {
			if data != before[name] {
				t.Errorf("a second recovery changes %s", name)
			}
		}
		if err := a.Finish(); err != nil {
			t.Fatal(err)
		}
		a = opened(t, k.dir)
		near(t, "length", a.Timeline().Length(), k.at, time.Second)
		near(t, "length in session.yaml", time.Duration(a.Length*float64(time.Second)), a.Timeline().Length(), ms)
		got := samplesOf(t, a.Take(1))
		if !slices.Equal(got, m.given[:len(got)]) {
			t.Errorf("the take of %d samples is not what was given", len(got))
		}
		near(t, "sound", atRate(int64(len(got))), atRate(int64(k.given)), time.Second)
		if _, sample, ok := a.Voice().lastAnchor(1); !ok || sample < int64(len(got)) {
			t.Errorf("the last anchor is at sample %d of %d: the tail has no place in time", sample, len(got))
		}
		if err := a.Finish(); err != nil {
			t.Errorf("finishing once more: %v", err)
		}
		checkFLAC(t, a.Take(1))
	}
}

func TestContinuingGoesOnInASecondTake(t *testing.T) {
	for _, how := range []string{"killed", "suspended"} {
		t.Run(how, func(t *testing.T) {
			s := newStage()
			m := newMic(s, sounds(2*second), does(func(m *Mock) { m.Enter(5); m.Do(Note{Ins: "before"}) }), sounds(second))
			mock := play(t, s, m)
			m.heard(t)
			dir := mock.Dir
			if how == "killed" {
				mock.Sync()
				dir = copied(t, dir)
			}
			if err := mock.Suspend(); err != nil {
				t.Fatal(err)
			}
			s.pass(time.Hour) // the laptop was put away
			a, report, err := Recover(dir)
			if err != nil || len(report.Problems) > 0 {
				t.Fatal(report, err)
			}
			again := newMic(s, sounds(4*second))
			next, err := continueMock(a, again.source, s.clock())
			if err != nil {
				t.Fatal(err)
			}
			again.mock = next
			close(again.begun)
			if c := next.Clock(); !c.Running || c.Phase != 5 {
				t.Errorf("the clock goes on as %+v, want running in the phase it was in", c)
			}
			again.heard(t)
			next.Do(Note{Pos: 6, Ins: " and after"})
			a = ended(t, next)
			near(t, "length", a.Timeline().Length(), 7*second, 200*ms)
			if got := a.Folder.Takes(); !slices.Equal(got, []int{1, 2}) {
				t.Errorf("takes %v", got)
			}
			if got := samplesOf(t, a.Take(2)); !slices.Equal(got, again.given) {
				t.Errorf("the second take holds %d samples, want %d", len(got), len(again.given))
			}
			if text := a.End().Notes.Text(); text != "before and after" {
				t.Errorf("notes %q", text)
			}
			if chapters := chaptersOf(a.History.Events, 2); len(chapters) != 1 || chapters[0].Title != "Model" || chapters[0].Start != 0 {
				t.Errorf("chapters of the second take: %+v, want the phase it began in", chapters)
			}
			if n, _, ok := a.Voice().Sample(a.Timeline().At(5 * second)); !ok || n != 2 {
				t.Errorf("at 5 s take %d is heard", n)
			}
			track := NewTrack(a)
			near(t, "track", track.Length(), a.Timeline().Length(), ms)
		})
	}
}

func TestAnAttemptUnderWayOrEndedIsNotContinued(t *testing.T) {
	mock, err := StartMock(t.TempDir(), testMeta(), nil)
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := Recover(mock.Dir); !errors.Is(err, ErrInUse) || !strings.Contains(err.Error(), mock.Dir) {
		t.Errorf("recovering it meanwhile says %v", err)
	}
	if used, err := mock.InUse(); err != nil || !used {
		t.Errorf("in use: %v, %v", used, err)
	}
	a := ended(t, mock)
	if used, err := a.InUse(); err != nil || used {
		t.Errorf("in use after its end: %v, %v", used, err)
	}
	if _, err := ContinueMock(a, nil); err == nil || !strings.Contains(err.Error(), "has ended") {
		t.Errorf("continuing it says %v", err)
	}
}

// Whoever lists the attempts looks at the lock; that must not keep anybody from
// taking it.
func TestLookingDoesNotKeepOthersOut(t *testing.T) {
	mock, err := StartMock(t.TempDir(), testMeta(), nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := mock.Suspend(); err != nil {
		t.Fatal(err)
	}
	looking, err := mock.Folder.lock(false)
	if err != nil {
		t.Fatal(err)
	}
	if used, err := mock.InUse(); used || err != nil {
		t.Errorf("two that look keep each other out: %v, %v", used, err)
	}
	time.AfterFunc(20*ms, looking.Release)
	lock, err := mock.Folder.Lock()
	if err != nil {
		t.Fatal(err)
	}
	lock.Release()
}

func TestDamageInTheJournalIsSaidAndLeftOut(t *testing.T) {
	s := newStage()
	m := newMic(s, sounds(2*second))
	mock := play(t, s, m)
	m.heard(t)
	for i := range 5 {
		mock.Do(Note{Pos: i, Ins: "n"})
	}
	mock.Sync()
	dir := copied(t, mock.Dir)
	path := filepath.Join(dir, "journal.jsonl")
	data, _ := os.ReadFile(path)
	lines := bytes.SplitAfter(data, []byte("\n"))
	var out []byte
	for i, line := range lines {
		switch {
		case bytes.Contains(line, []byte(`"take","`)):
			out = append(out, "\x00\xffrubbish\n"...)
		case i == 2:
			out = append(append(out, `{"at":"noon","do":"note"}`+"\n"...), line...)
		default:
			out = append(out, line...)
		}
	}
	out = append(out, `{"at":2000,"do":"no`...)
	if err := os.WriteFile(path, out, 0o600); err != nil {
		t.Fatal(err)
	}
	a, report, err := Recover(dir)
	if err != nil {
		t.Fatal(err)
	}
	if len(report.Problems) != 2 || !strings.HasPrefix(report.Problems[0], path+":2: ") || !strings.HasPrefix(report.Problems[1], path+":3: ") {
		t.Errorf("problems %q, want the file with lines 2 and 3", report.Problems)
	}
	if report.Torn != len(`{"at":2000,"do":"no`) {
		t.Errorf("%d bytes torn", report.Torn)
	}
	if a.End().Notes.Text() != "nnnnn" {
		t.Errorf("notes %q", a.End().Notes.Text())
	}
	// The line that told of the take is lost; its sound is not.
	if report.Takes != 1 {
		t.Errorf("%d takes made whole, want the one in the folder", report.Takes)
	}
	checkFLAC(t, a.Take(1))
	if a.nextTake() != 2 {
		t.Errorf("the next take would be %d and write over the first", a.nextTake())
	}
	next, err := ContinueMock(a, nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := next.End(); err != nil {
		t.Fatal(err)
	}
	if h, err := ReadHistory(path); err != nil || !h.Ended() || h.Torn != 0 || len(h.Problems) != 2 {
		t.Errorf("after going on: %d torn, problems %v, %v", h.Torn, h.Problems, err)
	}
}

func TestATakeThatIsGoneIsSaidAndTheRestRecovered(t *testing.T) {
	s := newStage()
	m := newMic(s, sounds(second))
	mock := play(t, s, m)
	m.heard(t)
	mock.Do(Note{Ins: "kept"})
	mock.Sync()
	dir := copied(t, mock.Dir)
	if err := os.Remove(filepath.Join(dir, "take-1.flac")); err != nil {
		t.Fatal(err)
	}
	a, report, err := Recover(dir)
	if err != nil {
		t.Fatal(err)
	}
	if len(report.Problems) != 1 || !strings.Contains(report.Problems[0], a.Take(1)) {
		t.Errorf("problems %q, want one that names the take", report.Problems)
	}
	if err := a.Finish(); err != nil || a.End().Notes.Text() != "kept" {
		t.Errorf("notes %q, %v", a.End().Notes.Text(), err)
	}
}

// Whatever a cut leaves of a real journal opens, folds to what its whole lines
// say and can be finished.
func TestAnyPrefixOfAJournalOpens(t *testing.T) {
	s := newStage()
	m := newMic(s, busy(t, s, func(*Mock, int) {})...)
	mock := play(t, s, m)
	m.heard(t)
	a := ended(t, mock)
	data, err := os.ReadFile(a.Journal())
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if err := a.Meta.Save(dir); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, "journal.jsonl")
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(0, len(data)).Draw(t, "bytes")
		if err := os.WriteFile(path, data[:n], 0o600); err != nil {
			t.Fatal(err)
		}
		b, err := Open(dir)
		if err != nil {
			t.Fatal(err)
		}
		whole := bytes.Count(data[:n], []byte("\n"))
		if len(b.History.Events) != whole || len(b.History.Problems) > 0 || b.History.Torn != n-1-bytes.LastIndexByte(data[:n], '\n') {
			t.Fatalf("%d events of %d lines, %v, %d bytes torn", len(b.History.Events), whole, b.History.Problems, b.History.Torn)
		}
		at := b.Player.End().At
		if diff := same(b.Player.At(at), b.Player.End()); diff != "" {
			t.Fatal(diff)
		}
		if whole < len(a.History.Events) {
			// Up to the event before the cut, the whole attempt looks the same.
			want := &State{}
			for _, e := range a.History.Events[:whole] {
				want.Apply(e)
			}
			if diff := same(want, b.Player.End()); diff != "" {
				t.Fatal(diff)
			}
		}
	})
}
