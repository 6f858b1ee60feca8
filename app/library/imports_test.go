package library

import (
	"bytes"
	"encoding/binary"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"talkthrough/app/look"
	"talkthrough/app/look/looktest"
	"talkthrough/internal/interview"
	"talkthrough/internal/library"
)

// wave writes seconds of a tone as a WAV file.
func wave(t testing.TB, path string, seconds int) {
	t.Helper()
	const rate = 22050
	samples := make([]int16, seconds*rate)
	for i := range samples {
		samples[i] = int16(8000 * math.Sin(float64(i)*0.05))
	}
	var b bytes.Buffer
	size := uint32(2 * len(samples))
	for _, v := range []any{
		[]byte("RIFF"), 36 + size, []byte("WAVEfmt "), uint32(16), uint16(1), uint16(1), uint32(rate), uint32(2 * rate),
		uint16(2), uint16(16), []byte("data"), size, samples,
	} {
		must(t, binary.Write(&b, binary.LittleEndian, v))
	}
	must(t, os.WriteFile(path, b.Bytes(), 0o600))
}

func TestDroppedRecordingsBecomeAttempts(t *testing.T) {
	root, folder := someAttempts(t), t.TempDir()
	one, two, no := filepath.Join(folder, "2026-11-21 with Cleo.wav"), filepath.Join(folder, "2020-01-02.wav"), filepath.Join(folder, "notes.txt")
	wave(t, one, 2)
	wave(t, two, 1)
	must(t, os.WriteFile(no, []byte(strings.Repeat("no sound ", 99)), 0o600))
	g := open(t, root, look.Light, usual)
	g.imports.Level = func() interview.Level { return interview.Staff }
	g.openTrash() // is left by a drop
	g.Drop([]string{one, no, two})
	if said := looktest.Words(g.jobs); !strings.Contains(said, "2026-11-21 with Cleo.wav") || !strings.Contains(said, "waiting") {
		t.Errorf("it says %q", said)
	}
	g.until("the imports", func() bool { return !g.imports.Running() })
	g.quiet()
	g.want(t, "listed", len(g.titles()), 8)
	g.want(t, "the last one is chosen", g.chosenTitle(), "2020-01-02")
	e, err := library.Library{Dir: root}.Find("2026-11-21")
	if err != nil || e.Title() != "2026-11-21 with Cleo" || e.Level != interview.Staff || e.Length.Seconds() != 2 {
		t.Errorf("it became %+v, %v", e, err)
	}
	if said := looktest.Words(g.jobs); !strings.Contains(said, "notes.txt was not imported") || !strings.Contains(said, "MP3, OGG, FLAC or WAV") || strings.Contains(said, "Cleo") {
		t.Errorf("afterwards it says %q", said)
	}
	g.imports.cancel(g.imports.jobs[0])
	g.want(t, "put away", len(g.imports.jobs), 0)
	g.want(t, "and nothing shown", g.jobs.Visible(), false)
}

func TestAnImportIsCancelled(t *testing.T) {
	root, folder := t.TempDir(), t.TempDir()
	long, other := filepath.Join(folder, "long.wav"), filepath.Join(folder, "other.wav")
	wave(t, long, 120)
	wave(t, other, 120)
	g := open(t, root, look.Light, usual)
	g.chosen = []string{long, other}
	g.Import()
	press(t, g.jobs.Objects[1], "Cancel") // while it waits
	press(t, g.jobs, "Cancel")
	g.until("the imports", func() bool { return !g.imports.Running() })
	g.quiet()
	g.want(t, "listed", len(g.titles()), 0)
	left, err := os.ReadDir(root)
	must(t, err)
	for _, f := range left {
		if f.Name() != ".index" {
			t.Errorf("%s is left", f.Name())
		}
	}
}

// Who leaves the screen lets the imports go on, and sees them when back.
func TestImportsOutliveTheScreen(t *testing.T) {
	root, folder := t.TempDir(), t.TempDir()
	path := filepath.Join(folder, "a.wav")
	wave(t, path, 2)
	g := open(t, root, look.Light, usual)
	g.imports.Add([]string{path})
	g.Leave()
	g.until("the import", func() bool { return !g.imports.Running() })
	if e, err := (library.Library{Dir: root}).Find("last"); err != nil || e.Title() != "a" {
		t.Errorf("it became %q, %v", e.Title(), err)
	}
}
