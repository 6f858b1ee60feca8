package session

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"talkthrough/internal/recording"
	"talkthrough/internal/sound"
)

// fullDisk is a take on a disk that is full after some writes.
type fullDisk struct {
	takeWriter
	path     string
	writes   int
	finishes bool // there is room again at the end
}

func (d *fullDisk) full() error { return fmt.Errorf("write take %s: %w", d.path, syscall.ENOSPC) }

func (d *fullDisk) Write(samples []int16) error {
	if d.writes--; d.writes < 0 {
		return d.full()
	}
	return d.takeWriter.Write(samples)
}

func (d *fullDisk) Finish(tags recording.Tags) error {
	if !d.finishes {
		return d.full()
	}
	return d.takeWriter.Finish(tags)
}

// playOnFullDisk records a script; the disk is full after a second.
func playOnFullDisk(t *testing.T, m *mic, finishes bool) *Mock {
	t.Helper()
	mock, err := startMock(t.TempDir(), testMeta(), m.source, m.stage.clock())
	if err != nil {
		t.Fatal(err)
	}
	<-mock.Opened()
	// Nothing is read before begun is closed.
	out := mock.Voice().out
	out.take = &fullDisk{takeWriter: out.take, path: mock.Take(1), writes: 50, finishes: finishes}
	m.mock = mock
	close(m.begun)
	m.heard(t)
	return mock
}

func TestAFullDiskStopsTheRecordingAndNothingElse(t *testing.T) {
	m := newMic(newStage(), sounds(2*second), act{gone: true}, sounds(second))
	mock := playOnFullDisk(t, m, true)
	mock.Do(Note{Ins: "written on"})
	if s := mock.Voice().State(); s.State != "failed" || !strings.Contains(s.Why, mock.Take(1)) || !strings.Contains(s.Why, "no space left") {
		t.Errorf("the recording says %+v, want that it failed, with the file and the reason", s)
	}
	a := ended(t, mock)
	said, _ := bodies[Sounded](a)
	if len(said) != 1 || said[0].State != "failed" {
		t.Errorf("the journal says %+v, want failed once and nothing of devices after it", said)
	}
	if got := samplesOf(t, a.Take(1)); !slices.Equal(got, m.given[:micRate]) {
		t.Errorf("the take holds %d samples, want the %d written before", len(got), micRate)
	}
	if a.End().Notes.Text() != "written on" || !a.End().Closed {
		t.Errorf("notes %q, closed %v", a.End().Notes.Text(), a.End().Closed)
	}
}

func TestATakeThatCannotBeFinishedIsKeptForRecovery(t *testing.T) {
	mock := playOnFullDisk(t, newMic(newStage(), sounds(2*second)), false)
	mock.Do(Note{Ins: "written on"})
	err := mock.End()
	if !errors.Is(err, syscall.ENOSPC) || !strings.Contains(err.Error(), mock.Take(1)) {
		t.Fatalf("the end says %v, want the file and the reason", err)
	}
	if again := mock.End(); again == nil || again.Error() != err.Error() {
		t.Errorf("a second end says %v, want the first's answer", again)
	}
	a := opened(t, mock.Dir)
	if a.History.Ended() || !a.Ended.IsZero() {
		t.Fatal("the attempt counts as ended though its take is not whole: nobody would mend it")
	}
	near(t, "length", a.Timeline().Length(), 2*second, 25*ms)
	a, report, err := Recover(mock.Dir)
	if err != nil || len(report.Problems) > 0 || report.Takes != 1 {
		t.Fatalf("recovery: %+v, %v", report, err)
	}
	if err := a.Finish(); err != nil {
		t.Fatal(err)
	}
	near(t, "take", atRate(int64(len(samplesOf(t, a.Take(1))))), second, 100*ms)
	if notes, err := os.ReadFile(filepath.Join(a.Dir, "notes.md")); err != nil || string(notes) != "written on" {
		t.Errorf("notes.md: %q, %v", notes, err)
	}
}

func TestWithoutAMicrophoneTheMockRunsAndIsSaved(t *testing.T) {
	for name, c := range map[string]struct {
		open OpenSource
		why  error
	}{
		"none found": {func() (sound.Source, error) { return nil, sound.ErrNoDevice }, sound.ErrNoDevice},
		"not wanted": {nil, ErrRecordingOff},
	} {
		t.Run(name, func(t *testing.T) {
			mock, err := StartMock(t.TempDir(), testMeta(), c.open)
			if err != nil {
				t.Fatal(err)
			}
			<-mock.Opened()
			if !errors.Is(mock.Silent(), c.why) {
				t.Errorf("silent because of %v, want %v", mock.Silent(), c.why)
			}
			mock.Do(Note{Ins: "a note"})
			mock.Pause()
			mock.Resume()
			a := ended(t, mock)
			if s := a.End().Sound; s.State != "off" || s.Why != c.why.Error() {
				t.Errorf("the journal says %+v, want %v", s, c.why)
			}
			if a.End().Notes.Text() != "a note" || len(a.Takes()) != 0 || a.Recording != (c.open != nil) {
				t.Errorf("notes %q, takes %v, recording wanted %v", a.End().Notes.Text(), a.Takes(), a.Recording)
			}
		})
	}
}

// A take is made whole by writing it once more: recording ends while there is
// room for that.
func TestANearlyFullDiskEndsTheRecordingWhole(t *testing.T) {
	m := newMic(newStage(), sounds(5*second))
	mock, err := startMock(t.TempDir(), testMeta(), m.source, m.stage.clock())
	if err != nil {
		t.Fatal(err)
	}
	<-mock.Opened()
	asked := 0
	mock.Voice().takes.free = func(string) (int64, error) {
		if asked++; asked < 3 {
			return 1 << 30, nil
		}
		return roomKept + 2000, nil
	}
	m.mock = mock
	close(m.begun)
	m.heard(t)
	if whole, err := recording.IsFinished(mock.Take(1)); err != nil || !whole {
		t.Errorf("the take is not whole while the interview goes on: %v", err)
	}
	if s := mock.Voice().State(); s.State != "failed" || !strings.Contains(s.Why, "nearly full") {
		t.Errorf("the recording says %+v", s)
	}
	mock.Do(Note{Ins: "written on"})
	a := ended(t, mock)
	got := samplesOf(t, a.Take(1))
	near(t, "take", atRate(int64(len(got))), 3*second, 100*ms)
	if !slices.Equal(got, m.given[:len(got)]) || a.End().Notes.Text() != "written on" {
		t.Errorf("sound or notes %q are not what was given", a.End().Notes.Text())
	}
}

// A disk that something else fills all at once has no room to make the take
// whole before there is room again.
func TestADiskFilledAtOnceLeavesTheTakeToTheEnd(t *testing.T) {
	m := newMic(newStage(), sounds(3*second))
	mock, err := startMock(t.TempDir(), testMeta(), m.source, m.stage.clock())
	if err != nil {
		t.Fatal(err)
	}
	<-mock.Opened()
	mock.Voice().takes.free = func(string) (int64, error) { return 1000, nil }
	m.mock = mock
	close(m.begun)
	m.heard(t)
	if whole, err := recording.IsFinished(mock.Take(1)); err != nil || whole {
		t.Errorf("the take was written once more on a full disk (%v)", err)
	}
	a := ended(t, mock)
	if got := samplesOf(t, a.Take(1)); len(got) < micRate*9/10 || !slices.Equal(got, m.given[:len(got)]) {
		t.Errorf("the take holds %d samples, want what was recorded in the first second", len(got))
	}
}

// The disk filled up while the take was made whole; at the end there is room.
func TestAFinishThatFailedIsTriedAgain(t *testing.T) {
	m := newMic(newStage(), sounds(second))
	mock := playOnFullDisk(t, m, false)
	mock.Voice().end(m.stage.now())
	w := mock.Voice().out
	if err := mock.Voice().finish(); !errors.Is(err, syscall.ENOSPC) {
		t.Fatalf("the first try says %v", err)
	}
	if err := w.take.(*fullDisk).takeWriter.(*recording.Take).Abort(); err != nil {
		t.Fatal(err)
	}
	if err := mock.Voice().finish(); err != nil {
		t.Errorf("the second try says %v", err)
	}
	if whole, err := recording.IsFinished(mock.Take(1)); err != nil || !whole {
		t.Errorf("the take is not whole: %v", err)
	}
	if got := samplesOf(t, mock.Take(1)); !slices.Equal(got, m.given) {
		t.Errorf("the take holds %d samples, want %d", len(got), len(m.given))
	}
}

func TestTheRoomForARecordingIsKnownBeforehand(t *testing.T) {
	root := filepath.Join(t.TempDir(), "not", "yet", "made")
	free, need, err := RecordingRoom(root, 40*time.Minute, 24000)
	if err != nil || free <= 0 {
		t.Fatalf("%d bytes free, %v", free, err)
	}
	// 40 minutes of raw sound are 115 MB.
	if need < 130e6 || need > 150e6 {
		t.Errorf("40 minutes need %d bytes", need)
	}
	if NoRoom(need, need) != "" || !strings.Contains(NoRoom(5e6, need), "5.0 MB") {
		t.Errorf("too little room is told as %q", NoRoom(5e6, need))
	}
}

// The microphone opens while the interview runs already; ending waits for it,
// so that no device is left open.
func TestTheMicrophoneOpensMeanwhile(t *testing.T) {
	s := newStage()
	m := newMic(s, sounds(second))
	may := make(chan struct{})
	mock, err := startMock(t.TempDir(), testMeta(), func() (sound.Source, error) { <-may; return m.source() }, s.clock())
	if err != nil {
		t.Fatal(err)
	}
	m.mock = mock
	close(m.begun)
	mock.Enter(2)
	mock.Do(Note{Ins: "before it opened"})
	if mock.Silent() != nil || mock.Voice() != nil {
		t.Error("the microphone is said to be open, or missing, before that is known")
	}
	done := make(chan error)
	go func() { done <- mock.End() }()
	select {
	case <-done:
		t.Fatal("the end did not wait for the microphone")
	case <-time.After(20 * ms):
	}
	close(may)
	if err := <-done; err != nil {
		t.Fatal(err)
	}
	a := opened(t, mock.Dir)
	if a.End().Notes.Text() != "before it opened" || a.Reading(0).Phase != 2 {
		t.Errorf("notes %q, phase %d", a.End().Notes.Text(), a.Reading(0).Phase)
	}
	if _, err := recording.IsFinished(a.Take(1)); err != nil {
		t.Error(err)
	}
}

func TestAMicrophoneOpenedInAPauseRecordsNothingOfIt(t *testing.T) {
	s := newStage()
	m := newMic(s, sounds(second), does((*Mock).Resume), sounds(2*second))
	may := make(chan struct{})
	mock, err := startMock(t.TempDir(), testMeta(), func() (sound.Source, error) { <-may; return m.source() }, s.clock())
	if err != nil {
		t.Fatal(err)
	}
	mock.Pause()
	m.mock = mock
	close(m.begun)
	close(may)
	m.heard(t)
	a := ended(t, mock)
	if got := samplesOf(t, a.Take(1)); !slices.Equal(got, m.given[micRate:]) {
		t.Errorf("the take holds %d samples, want the %d since the pause", len(got), 2*micRate)
	}
}

func TestAFolderThatCannotBeMadeIsNamedAndLeavesNothing(t *testing.T) {
	root := t.TempDir()
	meta := testMeta()
	long := filepath.Join(root, strings.Repeat("x", 300))
	if _, err := StartMock(long, meta, nil); err == nil || !strings.Contains(err.Error(), long) {
		t.Errorf("got %v, want an error that names the folder", err)
	}
	if left, _ := os.ReadDir(root); len(left) > 0 {
		t.Errorf("%v was left behind", left)
	}
}

func TestFilesAreTheOwnersOnly(t *testing.T) {
	m := newMic(newStage(), sounds(second))
	mock := play(t, m.stage, m)
	m.heard(t)
	a := ended(t, mock)
	if info, err := os.Stat(a.Dir); err != nil || info.Mode().Perm() != 0o700 {
		t.Errorf("the folder: %v, %v", info.Mode(), err)
	}
	files, _ := os.ReadDir(a.Dir)
	if len(files) < 6 {
		t.Errorf("only %v", files)
	}
	for _, f := range files {
		if info, err := f.Info(); err != nil || info.Mode().Perm() != 0o600 {
			t.Errorf("%s: %v, %v", f.Name(), info.Mode(), err)
		}
	}
}
