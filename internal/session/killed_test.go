package session

import (
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"talkthrough/internal/sound"
)

// recordUnder names the folder in which a copy of this test program records an
// attempt until it is killed.
const recordUnder = "SESSION_TEST_RECORD_UNDER"

func TestMain(m *testing.M) {
	if root := os.Getenv(recordUnder); root != "" {
		fmt.Fprintln(os.Stderr, recordUntilKilled(root))
		os.Exit(1)
	}
	os.Exit(m.Run())
}

// given is the sample that the microphone of the killed program gives at a
// place: any of them tells where in the sound it is, by those beside it.
func given(i int64) int16 {
	x := uint64(i) * 0x9e3779b97f4a7c15
	x ^= x >> 29
	return int16(x*0xbf58476d1ce4e5b9>>52) + 1
}

// hasty is a microphone on which ten seconds pass in one. It notes in a file how
// much it gave, which outlives the kill.
type hasty struct {
	stage *stage
	told  *os.File
	n     int64
}

func (h *hasty) Read(time.Duration) (sound.Block, error) {
	<-time.After(period / 10)
	samples := make([]int16, micRate/int(time.Second/period))
	for i := range samples {
		samples[i] = given(h.n + int64(i))
	}
	h.n += int64(len(samples))
	if _, err := h.told.WriteAt(fmt.Appendf(nil, "%020d", h.n), 0); err != nil {
		return sound.Block{}, err
	}
	return sound.Block{Samples: samples, At: h.stage.pass(period)}, nil
}
func (*hasty) Close() error    { return nil }
func (*hasty) SampleRate() int { return micRate }

// recordUntilKilled records, and takes notes meanwhile.
func recordUntilKilled(root string) error {
	told, err := os.Create(filepath.Join(root, "told"))
	if err != nil {
		return err
	}
	s := newStage()
	mock, err := startMock(root, testMeta(), func() (sound.Source, error) { return &hasty{stage: s, told: told}, nil }, s.clock())
	if err != nil {
		return err
	}
	for {
		<-time.After(3 * time.Millisecond)
		mock.Do(Note{Ins: "x"})
	}
}

// TestKilledAHundredTimes kills a program that records, at random moments: at
// most a second of sound is lost, and what is there is bit for bit what the
// microphone gave.
func TestKilledAHundredTimes(t *testing.T) {
	seed := uint64(time.Now().UnixNano())
	t.Logf("the seed is %d", seed)
	random := rand.New(rand.NewPCG(seed, 0))
	flac, err := exec.LookPath("flac")
	if err != nil {
		t.Log("flac is not installed: no other decoder looks at the takes")
	}
	var worst time.Duration
	for i := range 100 {
		root := t.TempDir()
		killAfter(t, root, time.Duration(random.Int64N(int64(150*ms))))
		lost, path := recovered(t, root)
		worst = max(worst, lost)
		if t.Failed() {
			t.Fatalf("kill %d", i)
		}
		if flac != "" && i%10 == 0 && path != "" {
			if out, err := exec.Command(flac, "-t", "-s", path).CombinedOutput(); err != nil {
				t.Fatalf("kill %d: flac refuses the take: %v: %s", i, err, out)
			}
		}
	}
	t.Logf("at worst %v of sound were lost", worst)
}

// killAfter records under a folder and is killed some time after it began to.
func killAfter(t *testing.T, root string, after time.Duration) {
	t.Helper()
	child := exec.Command(os.Args[0])
	child.Env = append(os.Environ(), recordUnder+"="+root)
	child.Stderr = os.Stderr
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	begun := func() bool {
		info, err := os.Stat(filepath.Join(root, "told"))
		return err == nil && info.Size() > 0
	}
	becomes(t, begun)
	<-time.After(after)
	if err := child.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = child.Wait() // it was killed
}

// recovered recovers what was recorded under a folder, compares it with what the
// microphone gave and tells how much of that is lost. The path is of the take,
// "" where it was killed before there was one.
func recovered(t *testing.T, root string) (lost time.Duration, path string) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(root, "told"))
	if err != nil {
		t.Fatal(err)
	}
	gave, err := strconv.ParseInt(string(data), 10, 64)
	if err != nil {
		t.Fatal(err)
	}
	dirs, err := filepath.Glob(filepath.Join(root, "2026-*"))
	if err != nil || len(dirs) != 1 {
		t.Fatalf("%d attempts in %s", len(dirs), root)
	}
	a, report, err := Recover(dirs[0])
	if err != nil {
		t.Fatal(err)
	}
	var got []int16
	if len(a.Takes()) > 0 {
		path = a.Take(1)
		got = samplesOf(t, path)
	}
	for i, s := range got {
		if s != given(int64(i)) {
			t.Fatalf("sample %d of %d is %d, the microphone gave %d", i, len(got), s, given(int64(i)))
		}
	}
	lost = atRate(gave - int64(len(got)))
	if lost > time.Second || lost < 0 {
		t.Errorf("of %v that the microphone gave %v are lost (%+v)", atRate(gave), lost, report)
	}
	if notes := a.End().Notes.Text(); strings.Trim(notes, "x") != "" {
		t.Errorf("the notes are %q", notes)
	}
	return lost, path
}
