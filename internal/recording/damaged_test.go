package recording

import (
	"encoding/binary"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"testing"
)

// compressed makes an MP3 and an Ogg Vorbis file of the same speech.
func compressed(t *testing.T) map[string][]byte {
	t.Helper()
	need(t, "lame", "oggenc")
	wav := said(t, someWords)
	folder := t.TempDir()
	files := map[string][]byte{}
	for name, line := range map[string]string{
		"a.mp3": "lame --quiet -b 96 {in} {out}",
		"a.ogg": "oggenc -Q -q 4 {in} -o {out}",
	} {
		path := filepath.Join(folder, name)
		program(t, line, wav, path)
		files[name] = readFile(t, path)
	}
	return files
}

// Of a file that was cut off, all that is there is heard, and nothing else.
func TestCutOffImportsPlayToTheCut(t *testing.T) {
	for name, whole := range compressed(t) {
		r := rand.New(rand.NewPCG(5, uint64(len(whole))))
		path := filepath.Join(t.TempDir(), name)
		writeFile(t, path, whole)
		want := decodeAll(t, path)
		for range 20 {
			cut := len(whole)/4 + r.IntN(3*len(whole)/4)
			writeFile(t, path, whole[:cut])
			got := decodeAll(t, path)
			// A page of Vorbis holds up to a second.
			if least := len(want)*cut/len(whole) - 60_000; len(got) < least || len(got) > len(want) {
				t.Fatalf("%s cut at %d of %d: %d samples of %d", name, cut, len(whole), len(got), len(want))
			}
			// The last frame of MP3 may lack what the next would add.
			wantSamples(t, got[:max(len(got)-2*1152, 0)], want[:max(len(got)-2*1152, 0)])
		}
	}
}

// Damage in the middle costs what it hits; the sound behind it keeps its place.
func TestDamagedImportsKeepTheirPlaces(t *testing.T) {
	for name, whole := range compressed(t) {
		r := rand.New(rand.NewPCG(6, uint64(len(whole))))
		path := filepath.Join(t.TempDir(), name)
		writeFile(t, path, whole)
		want := decodeAll(t, path)
		for range 60 {
			b := slices.Clone(whole)
			at := len(b)/3 + r.IntN(len(b)/6)
			for i := range b[at : at+300] {
				b[at+i] = byte(r.Uint32())
			}
			writeFile(t, path, b)
			got := decodeAll(t, path)
			if len(got) != len(want) {
				t.Fatalf("%s damaged at %d: %d samples of %d", name, at, len(got), len(want))
			}
			before, behind := len(want)/5, len(want)*9/10
			wantSamples(t, got[:before], want[:before])
			wantSamples(t, got[behind:], want[behind:])
		}
	}
}

func TestWAVLayouts(t *testing.T) {
	samples := voice(1, 1000)
	var body []byte
	for _, v := range samples {
		body = binary.LittleEndian.AppendUint16(body, uint16(v))
	}
	format := wavFormat(1, 1, 8000, 16)
	data := chunk("data", body)
	endless := append([]byte("data\xff\xff\xff\xff"), body...)
	wide := append(binary.LittleEndian.AppendUint64(make([]byte, 8), uint64(len(body))), make([]byte, 12)...)
	rf64 := wavFile(chunk("ds64", wide), format, append(endless[:len(endless):len(endless)], chunk("LIST", []byte("rest"))...))
	copy(rf64, "RF64")
	extensible := wavFormat(wavExtensible, 1, 8000, 16)
	extensible = append(extensible, 22, 0, 16, 0, 4, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0x10, 0, 0x80, 0, 0, 0xAA, 0, 0x38, 0x9B, 0x71)
	binary.LittleEndian.PutUint32(extensible[4:], 40)
	for name, c := range map[string]struct {
		file []byte
		want []int16
	}{
		"other chunks, one of odd length": {wavFile(chunk("LIST", []byte("odd")), format, chunk("fact", make([]byte, 4)), data, chunk("LIST", []byte("more"))), samples},
		"a length that was not known":     {wavFile(format, endless), samples},
		"cut off":                         {wavFile(format, data[:8+1001]), samples[:500]},
		"RF64":                            {rf64, samples},
		"extensible":                      {wavFile(extensible, data), samples},
	} {
		path := filepath.Join(t.TempDir(), "a.wav")
		writeFile(t, path, c.file)
		r := opened(t, path, "wav", 8000, 1)
		if r.Samples() != int64(len(c.want)) {
			t.Errorf("%s: %d samples, want %d", name, r.Samples(), len(c.want))
		}
		wantSamples(t, readAll(t, r), c.want)
	}
	for name, file := range map[string][]byte{
		"no samples":         wavFile(format),
		"samples before all": wavFile(data, format),
		"no channels":        wavFile(wavFormat(1, 0, 8000, 16), data),
		"no rate":            wavFile(wavFormat(1, 1, 0, 16), data),
	} {
		path := filepath.Join(t.TempDir(), "a.wav")
		writeFile(t, path, file)
		if _, err := Open(path); err == nil {
			t.Errorf("%s: it was opened", name)
		}
	}
}
