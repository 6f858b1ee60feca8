package recording

import (
	"bufio"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// recordTo names the take that a copy of this test program records to until it
// is killed.
const recordTo = "RECORDING_TEST_RECORD_TO"

func TestMain(m *testing.M) {
	if path := os.Getenv(recordTo); path != "" {
		fmt.Fprintln(os.Stderr, recordUntilKilled(path))
		os.Exit(1)
	}
	os.Exit(m.Run())
}

// recordUntilKilled writes 20 ms at a time and tells how many samples it has
// written after each.
func recordUntilKilled(path string) error {
	take, err := Create(path, 24000, Tags{Title: "Killed"})
	if err != nil {
		return err
	}
	sound := voice(21, 24000*2)
	for at := 0; ; at += 480 {
		if err := take.Write(sound[at%len(sound) : at%len(sound)+480]); err != nil {
			return err
		}
		// Long lines fill the pipe soon, so that it does not run far ahead.
		fmt.Printf("%-4000d\n", take.Samples())
	}
}

func TestKilledWhileRecording(t *testing.T) {
	sound := voice(21, 24000*2)
	r := rand.New(rand.NewPCG(4, 4))
	for i := range 12 {
		path := filepath.Join(t.TempDir(), "take-1.flac")
		child := exec.Command(os.Args[0])
		child.Env = append(os.Environ(), recordTo+"="+path)
		child.Stderr = os.Stderr
		out, err := child.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := child.Start(); err != nil {
			t.Fatal(err)
		}
		lines := bufio.NewScanner(out)
		var told int64
		for range 1 + r.IntN(400) {
			if !lines.Scan() {
				t.Fatal("the recorder ended by itself")
			}
			fmt.Sscan(lines.Text(), &told)
		}
		if err := child.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		for lines.Scan() { // what it told before it died
			fmt.Sscan(lines.Text(), &told)
		}
		_ = child.Wait() // it was killed

		got, err := Recover(path, Tags{Title: "Killed"})
		if err != nil {
			t.Fatal(err)
		}
		if lost := told - got.Samples; lost >= 2048 {
			t.Errorf("kill %d: %d samples were written, %d are back", i, told, got.Samples)
		}
		want := make([]int16, got.Samples)
		for j := range want {
			want[j] = sound[j%len(sound)]
		}
		wantSamples(t, decodeAll(t, path), want)
		referenceDecoder(t, path)
	}
}
