package recording

import (
	"path/filepath"
	"testing"
)

// besideOthers runs what this package does and what other programs do with the
// same minutes of sound, and reports how much faster than it is heard.
func besideOthers(b *testing.B, minutes float64, in string, ours func(), others map[string]string) {
	b.Helper()
	speed := func(b *testing.B, work func()) {
		for range b.N {
			work()
		}
		b.ReportMetric(60*minutes*float64(b.N)/b.Elapsed().Seconds(), "×realtime")
	}
	b.Run("talkthrough", func(b *testing.B) { speed(b, ours) })
	for name, line := range others {
		b.Run(name, func(b *testing.B) {
			need(b, name)
			out := filepath.Join(b.TempDir(), "out.flac")
			speed(b, func() { program(b, line, in, out) })
		})
	}
}

// The encoder works on sound as it comes; the others read a WAV file.
func BenchmarkEncodeBesideOthers(b *testing.B) {
	const minutes = 5
	sound := voice(1, minutes*60*24000)
	wav := filepath.Join(b.TempDir(), "in.wav")
	plainWAV(b, wav, 24000, 1, sound)
	besideOthers(b, minutes, wav, func() { finishTake(b, takePath(b), 24000, sound) }, map[string]string{
		"flac":   "flac --silent --force -5 -o {out} {in}",
		"ffmpeg": "ffmpeg -v error -y -i {in} -c:a flac {out}",
	})
}

func BenchmarkDecodeBesideOthers(b *testing.B) {
	path := takePath(b)
	longTake(b, path)
	if _, err := Recover(path, Tags{}); err != nil {
		b.Fatal(err)
	}
	buf := make([]int16, 1<<14)
	ours := func() {
		r, err := Open(path)
		for err == nil {
			_, err = r.Read(buf)
		}
		r.Close()
	}
	besideOthers(b, minutes, path, ours, map[string]string{
		"flac":   "flac --silent --decode --force -o /dev/null {in}",
		"ffmpeg": "ffmpeg -v error -i {in} -f null -",
	})
}

// BenchmarkFirstSeek opens a take of 40 minutes and goes to its 35th.
func BenchmarkFirstSeek(b *testing.B) {
	for name, finish := range map[string]bool{"finished": true, "cut off": false} {
		path := takePath(b)
		longTake(b, path)
		if finish {
			if _, err := Recover(path, Tags{}); err != nil {
				b.Fatal(err)
			}
		}
		b.Run(name, func(b *testing.B) {
			buf := make([]int16, 1024)
			for range b.N {
				r, err := Open(path)
				if err != nil {
					b.Fatal(err)
				}
				if err := r.SeekSample(35 * 60 * 24000); err != nil {
					b.Fatal(err)
				}
				if _, err := r.Read(buf); err != nil {
					b.Fatal(err)
				}
				r.Close()
			}
		})
	}
}

// BenchmarkImports decodes what others compressed.
func BenchmarkImports(b *testing.B) {
	need(b, "lame", "oggenc")
	const minutes = 5
	wav := filepath.Join(b.TempDir(), "in.wav")
	plainWAV(b, wav, 44100, 1, voice(1, minutes*60*44100))
	buf := make([]int16, 1<<14)
	for name, line := range map[string]string{
		"mp3":    "lame --quiet -b 96 {in} {out}",
		"vorbis": "oggenc -Q -q 4 {in} -o {out}",
	} {
		path := filepath.Join(b.TempDir(), name)
		program(b, line, wav, path)
		b.Run(name, func(b *testing.B) {
			for range b.N {
				r, err := Open(path)
				for err == nil {
					_, err = r.Read(buf)
				}
				r.Close()
			}
			b.ReportMetric(60*minutes*float64(b.N)/b.Elapsed().Seconds(), "×realtime")
		})
	}
}
