package soundtest

import (
	"encoding/binary"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"sync"
)

// Speak plays a sound file (WAV, FLAC, Ogg) into the virtual microphone and
// returns when it was spoken to the end.
func (s *Server) Speak(path string) {
	s.t.Helper()
	p := s.start("paplay", "--device=virtmic", "--latency-msec=200", path)
	if err := p.cmd.Wait(); err != nil {
		s.t.Errorf("speak %s: %v: %s", path, err, p.said())
	}
}

// SpeakSamples plays 48 kHz mono samples into the virtual microphone and
// returns when they were spoken to the end.
func (s *Server) SpeakSamples(samples []int16) {
	s.t.Helper()
	path := filepath.Join(s.folder, "speak.raw")
	if err := os.WriteFile(path, bytesOf(samples), 0o600); err != nil {
		s.t.Error(err)
		return
	}
	p := s.start("paplay", "--device=virtmic", "--latency-msec=200", "--raw", "--format=s16le", "--rate=48000", "--channels=1", path)
	if err := p.cmd.Wait(); err != nil {
		s.t.Errorf("speak: %v: %s", err, p.said())
	}
}

// Sentence makes a WAV file, 48 kHz mono, of espeak-ng saying text, and
// returns its path. It skips the test when espeak-ng or sox is missing.
func (s *Server) Sentence(text string) string {
	s.t.Helper()
	s.need("espeak-ng", "sox")
	folder, err := os.MkdirTemp(s.folder, "say")
	s.must(err)
	voice, file := filepath.Join(folder, "voice.wav"), filepath.Join(folder, "say.wav")
	s.must(s.run("espeak-ng", "-v", "en-us", "-w", voice, text))
	s.must(s.run("sox", voice, "-r", "48000", "-c", "1", "-b", "16", file))
	return file
}

// need skips the test where a program is missing; CI installs them all and lets
// no test be skipped.
func (s *Server) need(programs ...string) {
	s.t.Helper()
	for _, program := range programs {
		if _, err := exec.LookPath(program); err != nil {
			s.t.Skipf("%s is not installed: install the package %s", program, program)
		}
	}
}

// Hearing records what the loudspeakers play.
type Hearing struct {
	s     *Server
	p     *process
	mu    sync.Mutex
	bytes []byte
	begun chan struct{}
}

// Hear begins to record what the loudspeakers play, mixed to 48 kHz mono, and
// returns when the first sound, even of silence, has come.
func (s *Server) Hear() *Hearing {
	s.t.Helper()
	return s.HearFrom("speakers.monitor")
}

// HearFrom is Hear at another source. It may take 2 s to have its first sound.
func (s *Server) HearFrom(source string) *Hearing {
	s.t.Helper()
	h := &Hearing{s: s, begun: make(chan struct{})}
	h.p = &process{log: &logbook{}}
	h.p.cmd = s.command(s.t.Context(), "parec", "--device="+source, "--latency-msec=20",
		"--format=s16le", "--rate=48000", "--channels=1", "--raw")
	h.p.cmd.Stderr, h.p.cmd.Stdout = h.p.log, h
	s.must(h.p.cmd.Start())
	s.await("sound came from "+source, func() bool {
		select {
		case <-h.begun:
			return true
		default:
			return false
		}
	})
	return h
}

// Write takes what parec prints.
func (h *Hearing) Write(p []byte) (int, error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if len(h.bytes) == 0 && len(p) > 0 {
		close(h.begun)
	}
	h.bytes = append(h.bytes, p...)
	return len(p), nil
}

// Samples is what was heard so far.
func (h *Hearing) Samples() []int16 {
	h.mu.Lock()
	defer h.mu.Unlock()
	return samplesOf(h.bytes)
}

// Await waits until n more samples have been heard.
func (h *Hearing) Await(n int) {
	h.s.t.Helper()
	want := len(h.Samples()) + n
	h.s.await("enough was heard", func() bool { return len(h.Samples()) >= want })
}

// Stop ends the recording and returns all of it.
func (h *Hearing) Stop() []int16 {
	h.p.kill()
	return h.Samples()
}

func bytesOf(samples []int16) []byte {
	b := make([]byte, 0, 2*len(samples))
	for _, s := range samples {
		b = binary.LittleEndian.AppendUint16(b, uint16(s))
	}
	return b
}

// Resample converts samples from one rate to another with sox. It skips the
// test when sox is missing.
func (s *Server) Resample(samples []int16, from, to int) []int16 {
	s.t.Helper()
	s.need("sox")
	folder, err := os.MkdirTemp(s.folder, "rate")
	s.must(err)
	in, out := filepath.Join(folder, "in.raw"), filepath.Join(folder, "out.raw")
	s.must(os.WriteFile(in, bytesOf(samples), 0o600))
	format := []string{"-t", "raw", "-e", "signed", "-b", "16", "-c", "1", "-r"}
	args := slices.Concat([]string{"-D"}, format, []string{strconv.Itoa(from), in}, format, []string{strconv.Itoa(to), out})
	s.must(s.run("sox", args...))
	data, err := os.ReadFile(out)
	s.must(err)
	return samplesOf(data)
}

func samplesOf(b []byte) []int16 {
	samples := make([]int16, len(b)/2)
	for i := range samples {
		samples[i] = int16(binary.LittleEndian.Uint16(b[2*i:]))
	}
	return samples
}
