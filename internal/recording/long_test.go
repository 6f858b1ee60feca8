package recording

import (
	"bufio"
	"io"
	"os"
	"slices"
	"testing"
	"time"
)

const minutes = 40

// longTake makes an unfinished take of 40 minutes at 24 kHz by giving new
// numbers to the frames of a few seconds, and returns those seconds.
func longTake(t testing.TB, path string) (period []int16, samples int64) {
	t.Helper()
	const rate, periods = 24000, 200
	size := blockSizeFor(rate)
	const frames = minutes * 60 * rate / 2048 / periods
	period = voice(11, frames*size)
	enc, err := newBlockEncoder(rate, size)
	if err != nil {
		t.Fatal(err)
	}
	var bodies [][]byte
	for i := range frames {
		raw, err := enc.encode(0, period[i*size:(i+1)*size])
		if err != nil {
			t.Fatal(err)
		}
		h, _ := parseFrameHeader(raw)
		bodies = append(bodies, slices.Clone(raw[h.size:len(raw)-2]))
	}
	header, err := openHeader(rate, size, Tags{Title: "Long"})
	if err != nil {
		t.Fatal(err)
	}
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	w := bufio.NewWriterSize(f, 1<<20)
	w.Write(header)
	for i := range frames * periods {
		w.Write(enc.frame(uint64(i), size, bodies[i%frames]))
	}
	if err := w.Flush(); err != nil {
		t.Fatal(err)
	}
	return period, int64(len(period) * periods)
}

// meter counts what is read of a file.
type meter struct {
	io.ReaderAt
	bytes int64
}

func (m *meter) ReadAt(b []byte, at int64) (int, error) {
	n, err := m.ReaderAt.ReadAt(b, at)
	m.bytes += int64(n)
	return n, err
}

// Without a seek table a seek must not read its way through the file. What it
// reads is a measure that does not depend on how busy the machine is.
func TestSeekInALongTakeReadsLittle(t *testing.T) {
	path := takePath(t)
	period, samples := longTake(t, path)
	opened := time.Now()
	r, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	t.Logf("opened in %v", time.Since(opened))
	if r.Samples() != samples {
		t.Fatalf("%d samples, want %d", r.Samples(), samples)
	}
	m := &meter{ReaderAt: r.dec.(*flacSound).s.f}
	s := r.dec.(*flacSound).s
	s.f, s.decoder.f = m, m
	buf := make([]int16, 2000)
	for i := range int64(50) {
		n := samples / 50 * i * 7 % samples
		m.bytes = 0
		began := time.Now()
		if err := r.SeekSample(n); err != nil {
			t.Fatal(err)
		}
		if _, err := r.Read(buf); err != nil {
			t.Fatal(err)
		}
		if i%10 == 0 {
			t.Logf("seek to %v: %v, %d kB read", time.Duration(n)*time.Second/24000, time.Since(began), m.bytes>>10)
		}
		if m.bytes > 2<<20 {
			t.Errorf("a seek read %d bytes", m.bytes)
		}
		for j := range buf[:100] {
			if want := period[(n+int64(j))%int64(len(period))]; buf[j] != want {
				t.Fatalf("sample %d is %d, want %d", n+int64(j), buf[j], want)
			}
		}
	}
}

func BenchmarkWriteMinute(b *testing.B) {
	sound := voice(1, 60*24000)
	for range b.N {
		path := takePath(b)
		finishTake(b, path, 24000, sound)
	}
	b.ReportMetric(60*float64(b.N)/b.Elapsed().Seconds(), "×realtime")
}

func BenchmarkPeaksOf40Minutes(b *testing.B) {
	path := takePath(b)
	longTake(b, path)
	b.ResetTimer()
	for range b.N {
		if _, err := PeaksOf(path); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(minutes*60*float64(b.N)/b.Elapsed().Seconds(), "×realtime")
}

func BenchmarkRecover40Minutes(b *testing.B) {
	for range b.N {
		b.StopTimer()
		path := takePath(b)
		longTake(b, path)
		b.StartTimer()
		if _, err := Recover(path, Tags{}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkSeek40Minutes(b *testing.B) {
	path := takePath(b)
	_, samples := longTake(b, path)
	if _, err := Recover(path, Tags{}); err != nil {
		b.Fatal(err)
	}
	r, err := Open(path)
	if err != nil {
		b.Fatal(err)
	}
	defer r.Close()
	buf := make([]int16, 1024)
	b.ResetTimer()
	for i := range b.N {
		if err := r.SeekSample(int64(i) * 7919 * 24000 % samples); err != nil {
			b.Fatal(err)
		}
		if _, err := r.Read(buf); err != nil {
			b.Fatal(err)
		}
	}
}
