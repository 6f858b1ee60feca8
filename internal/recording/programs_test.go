package recording

import (
	"encoding/binary"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// packages says which Debian package brings a program.
var packages = map[string]string{
	"espeak-ng": "espeak-ng", "sox": "sox", "flac": "flac", "ffmpeg": "ffmpeg", "lame": "lame", "oggenc": "vorbis-tools",
}

// need skips the test when a program is missing; where CI is set to true that
// is a failure, because there everything must be run.
func need(t testing.TB, programs ...string) {
	t.Helper()
	for _, p := range programs {
		if _, err := exec.LookPath(p); err == nil {
			continue
		}
		if os.Getenv("CI") == "true" {
			t.Fatalf("%s is not installed: apt-get install %s", p, packages[p])
		}
		t.Skipf("%s is not installed: apt-get install %s", p, packages[p])
	}
}

// program runs a program; {in} and {out} in its command line are files.
func program(t testing.TB, line, in, out string) {
	t.Helper()
	args := strings.Fields(line)
	for i, a := range args {
		args[i] = strings.NewReplacer("{in}", in, "{out}", out).Replace(a)
	}
	if said, err := exec.Command(args[0], args[1:]...).CombinedOutput(); err != nil {
		t.Fatalf("%s: %v\n%s", line, err, said)
	}
}

// said makes a file of somebody speaking for some seconds, 44100 Hz, mono.
func said(t testing.TB, text string) string {
	t.Helper()
	need(t, "espeak-ng", "sox")
	folder := t.TempDir()
	raw, wav := filepath.Join(folder, "raw.wav"), filepath.Join(folder, "said.wav")
	if out, err := exec.Command("espeak-ng", "-v", "en-us", "-w", raw, text).CombinedOutput(); err != nil {
		t.Fatalf("espeak-ng: %v\n%s", err, out)
	}
	program(t, "sox -D {in} -r 44100 -c 1 -b 16 {out} vol 0.7", raw, wav)
	return wav
}

const someWords = "We design a ranking system. First I clarify who the users are and what we optimise for. Then I sketch the flow of data, the model, and how we measure."

// plainWAV writes samples of interleaved channels as the simplest WAV file.
func plainWAV(t testing.TB, path string, rate, channels int, samples []int16) {
	t.Helper()
	body := make([]byte, 0, 2*len(samples))
	for _, v := range samples {
		body = binary.LittleEndian.AppendUint16(body, uint16(v))
	}
	writeFile(t, path, wavFile(wavFormat(1, channels, rate, 16), chunk("data", body)))
}

func wavFile(chunks ...[]byte) []byte {
	b := []byte("WAVE")
	for _, c := range chunks {
		b = append(b, c...)
	}
	return append(binary.LittleEndian.AppendUint32([]byte("RIFF"), uint32(len(b))), b...)
}

func wavFormat(format, channels, rate, depth int) []byte {
	var b []byte
	frame := channels * depth / 8
	b = binary.LittleEndian.AppendUint16(b, uint16(format))
	b = binary.LittleEndian.AppendUint16(b, uint16(channels))
	b = binary.LittleEndian.AppendUint32(b, uint32(rate))
	b = binary.LittleEndian.AppendUint32(b, uint32(rate*frame))
	b = binary.LittleEndian.AppendUint16(b, uint16(frame))
	b = binary.LittleEndian.AppendUint16(b, uint16(depth))
	return chunk("fmt ", b)
}

func chunk(id string, body []byte) []byte {
	b := binary.LittleEndian.AppendUint32([]byte(id), uint32(len(body)))
	b = append(b, body...)
	if len(body)%2 == 1 {
		b = append(b, 0)
	}
	return b
}

// correlation is how alike two sounds are, 1 when they differ in loudness only.
func correlation(a, b []int16) float64 {
	var ab, aa, bb float64
	for i := range min(len(a), len(b)) {
		x, y := float64(a[i]), float64(b[i])
		ab, aa, bb = ab+x*y, aa+x*x, bb+y*y
	}
	return ab / math.Sqrt(aa*bb)
}
